"""What a model is judged by, and the values it is built and trained with."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from doclint.source.sights.data.libraries import LEARNERS, TENSORS
from doclint.source.sights.data.seen import Look, Seen, argument, listed, numeric_keywords, receiver, strings
from doclint.source.sights.syntax import name_of, number_of

if TYPE_CHECKING:
    from doclint.source.place import Place

_MODEL = re.compile(
    r"[A-Z]\w*(Classifier|Regressor|Regression|Forest|Boosting|Ridge|Lasso|ElasticNet|KMeans|DBSCAN|Mixture|Fitter)(CV)?|"
    r"SVC|SVR|LinearSVC|LinearSVR|LGBM\w+|XGB\w+|CatBoost\w+|Ridge|Lasso|ElasticNet|KMeans|\w+NB|IsolationForest"
)
_OPTIMIZERS = ("Adam", "AdamW", "SGD", "RMSprop", "Adagrad", "LBFGS", "Adadelta", "Adamax", "NAdam", "RAdam")
_SCHEDULES = (
    "StepLR MultiStepLR ExponentialLR CosineAnnealingLR CosineAnnealingWarmRestarts OneCycleLR "
    "ReduceLROnPlateau CyclicLR LinearLR ExponentialDecay CosineDecay PiecewiseConstantDecay "
    "get_linear_schedule_with_warmup get_cosine_schedule_with_warmup get_scheduler LearningRateScheduler"
).split()
_TRAINERS = ("TrainingArguments", "Seq2SeqTrainingArguments", "LoraConfig", "Trainer", "SFTConfig", "DPOConfig")

# how a run is repeated, shown or spread over a machine: nothing a model learns from
_PLUMBING = frozenset(
    "random_state seed verbose verbosity n_jobs num_workers nthread thread_count silent save_total_limit logging_steps "
    "save_steps eval_steps dataloader_num_workers cache_size pre_dispatch device gpu_id random_seed log_every_n_steps "
    "verbose_eval print_freq log_interval devices num_nodes gpus".split()
)
_SETTING = re.compile(
    r"(base_|init(ial)?_|max_|min_|num_|n_|train_)?(learning_rate|lr|batch_size|epochs?|train_epochs|hidden_(size|dim|units)"
    r"|dropout(_rate)?|weight_decay|momentum|clusters|neighbors|layers|warmup_(steps|ratio)|patience|estimators|depth"
    r"|leaves|boost_round|boosting_rounds|subsample|colsample_bytree|reg_(lambda|alpha)|embedding_dim|embed_dim|iterations)",
    re.I,
)
_METRICS = ("scoring", "eval_metric", "metric_for_best_model", "metrics", "metric", "monitor", "refit")
_PATIENCE = ("patience", "stopping_rounds", "early_stopping_patience")
_PAIR = 2

# powers of two are usual too; a single one of these is a default or a first try that nobody asks about
_USUAL = frozenset({0, 1, 2, 3, 5, 10, 100, 500, 1000, 0.1, 0.2, 0.3, 0.5, 0.9, 0.01, 1e-3, 3e-4, 1e-4, 1e-5, 1e-6})


def is_model(name: str) -> bool:
    """Whether a callee's name is that of an estimator."""
    return _MODEL.fullmatch(name) is not None


def model(node: ast.Call, place: Place) -> Seen | None:
    """An estimator, optimizer or trainer with the numbers it is given."""
    if not place.libraries & (LEARNERS | TENSORS):
        return None
    settings = _settings(node, place)
    if not settings:
        metric = _metric(node)
        return Seen("metric", metric, name_of(node.func)) if metric else None
    return Seen("model-setting", listed(settings), name_of(node.func), frozenset(_kinds(node) | _usual(node)))


def _fitted(node: ast.Call, place: Place) -> Seen | None:
    """`fit(epochs=50, batch_size=32)` and `lgb.train(params, num_boost_round=1000)`."""
    stopping = argument(node, "early_stopping_rounds")
    if stopping is not None and number_of(stopping) is not None:
        return Seen("early-stopping", place.lines.segment(stopping), name_of(node.func))
    settings = _settings(node, place)
    if not settings or not any(_SETTING.fullmatch(keyword.arg or "") for keyword in numeric_keywords(node)):
        return None
    return Seen("model-setting", listed(settings), name_of(node.func), frozenset({"training"} | _usual(node)))


def _stopped(node: ast.Call, place: Place) -> Seen | None:
    patience = next(filter(None, (argument(node, name) for name in _PATIENCE)), None)
    if patience is None and node.args and name_of(node.func) == "early_stopping":
        patience = node.args[0]
    if patience is None or number_of(patience) is None:
        return None
    monitor = strings(argument(node, "monitor"))
    return Seen("early-stopping", place.lines.segment(patience), monitor[0] if monitor else "")


def _scheduled(node: ast.Call, place: Place) -> Seen | None:
    if not place.libraries & TENSORS:
        return None
    return Seen("schedule", listed(_settings(node, place)), name_of(node.func))


def _dropout(node: ast.Call, place: Place) -> Seen | None:
    rate = argument(node, "p") or argument(node, "rate", 0)
    if rate is None or not number_of(rate) or not place.libraries & TENSORS:
        return None
    return Seen("model-setting", f"`{place.lines.segment(rate)}`", "Dropout", frozenset({"layer", "usual"}))


def _searched(node: ast.Call, place: Place) -> Seen | None:
    metric = _metric(node)
    return Seen("metric", metric, name_of(node.func)) if metric else None


def _compiled(node: ast.Call, place: Place) -> Seen | None:
    """Keras' `compile(loss=..., metrics=[...])`."""
    base = receiver(node)
    metric = _metric(node)
    return Seen("metric", metric, place.lines.segment(base)) if base is not None and metric else None


def named(node: ast.Assign, place: Place) -> Seen | None:
    """`LEARNING_RATE = 1e-3` where a script keeps its settings."""
    target = node.targets[0]
    if len(node.targets) > 1 or not isinstance(target, ast.Name) or not place.libraries & (LEARNERS | TENSORS):
        return None
    if number_of(node.value) in {None, 0} or not _SETTING.fullmatch(target.id):
        return None
    traits = {"named"} | ({"usual"} if _is_usual(node.value) else set())
    return Seen("model-setting", f"`{target.id} = {place.lines.segment(node.value)}`", "", frozenset(traits))


def collected(node: ast.Dict, place: Place) -> Seen | None:
    """`params = {"learning_rate": 0.05, "num_leaves": 31}`; the lists of a search grid are no choice yet."""
    pairs = [(strings(key)[0], value) for key, value in zip(node.keys, node.values, strict=True) if strings(key)]
    known = [(key, value) for key, value in pairs if number_of(value) is not None and key not in _PLUMBING]
    if len(known) < _PAIR or not any(_SETTING.fullmatch(key) for key, _ in known):
        return None
    shown = [f"{key}={place.lines.segment(value)}" for key, value in known]
    target = name_of(place.statement.targets[0]) if isinstance(place.statement, ast.Assign) else ""
    traits = {"dictionary"} | ({"parameters"} if "param" in target.lower() else set())
    return Seen("model-setting", listed(shown), "", frozenset(traits))


def _settings(node: ast.Call, place: Place) -> list[str]:
    return [
        f"{keyword.arg}={place.lines.segment(keyword.value)}"
        for keyword in numeric_keywords(node)
        if keyword.arg not in _PLUMBING
    ]


def _usual(node: ast.Call) -> set[str]:
    """`usual` for one setting with a value of every tutorial."""
    chosen = [keyword.value for keyword in numeric_keywords(node) if keyword.arg not in _PLUMBING]
    return {"usual"} if len(chosen) < _PAIR and all(_is_usual(value) for value in chosen) else set()


def _is_usual(node: ast.expr) -> bool:
    value = number_of(node)
    return value in _USUAL or (isinstance(value, int) and value & (value - 1) == 0)


def _metric(node: ast.Call) -> str:
    for name in _METRICS:
        found = strings(argument(node, name))
        if found:
            return listed(found)
    return ""


def _kinds(node: ast.Call) -> set[str]:
    name = name_of(node.func)
    return {"optimizer"} if name in _OPTIMIZERS else {"trainer"} if name in _TRAINERS else {"estimator"}


CALLS: dict[str, Look] = {
    "fit": _fitted,
    "train": _fitted,
    "cv": _fitted,
    "EarlyStopping": _stopped,
    "EarlyStoppingCallback": _stopped,
    "early_stopping": _stopped,
    "Dropout": _dropout,
    "compile": _compiled,
    "cross_val_score": _searched,
    **dict.fromkeys((*_OPTIMIZERS, *_TRAINERS), model),
    **dict.fromkeys(_SCHEDULES, _scheduled),
}
