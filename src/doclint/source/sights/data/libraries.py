"""Whose names these are: the import names that switch the data detectors on."""

from __future__ import annotations

TABLES = frozenset({"pandas", "polars", "dask", "modin", "cudf", "geopandas", "pyspark"})
ARRAYS = frozenset({"numpy", "scipy", "cupy"})
LEARNERS = frozenset({"sklearn", "imblearn", "xgboost", "lightgbm", "catboost", "statsmodels", "optuna", "lifelines"})
GROUPERS = frozenset(
    {"gensim", "hmmlearn", "kmodes", "sklearn_extra", "factor_analyzer", "bertopic", "cuml", "tslearn"}
)
TENSORS = frozenset(
    {"torch", "torchvision", "pytorch_lightning", "lightning", "keras", "tensorflow", "jax", "flax", "fastai"}
    | {"transformers", "datasets", "accelerate", "peft", "timm", "sentence_transformers", "evaluate", "trl"}
)
LIBRARIES = TABLES | ARRAYS | LEARNERS | GROUPERS | TENSORS
