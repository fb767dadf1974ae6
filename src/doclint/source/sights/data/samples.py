"""How data is split, drawn, balanced and made repeatable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.source.sights.data.libraries import ARRAYS, LEARNERS, TABLES, TENSORS
from doclint.source.sights.data.seen import Look, Seen, argument, literal, receiver
from doclint.source.sights.syntax import name_of, number_of

if TYPE_CHECKING:
    import ast

    from doclint.source.place import Place


# the shares and fold counts of every tutorial: nobody chose them, and nobody asks
_USUAL_PARTS = frozenset({0.1, 0.15, 0.2, 0.25, 0.3, 0.33, 0.4, 0.5, 0.7, 0.75, 0.8, 0.9})
_USUAL_FOLDS = frozenset({None, 1, 2, 3, 5, 10})


def _split(node: ast.Call, place: Place) -> Seen | None:
    """`train_test_split`: how much is held out, and whether at random."""
    size = argument(node, "test_size") or argument(node, "train_size")
    traits = {"usual"} if size is None or number_of(size) in _USUAL_PARTS | {None} else set()
    traits |= {name for name in ("stratify", "shuffle", "random_state", "seed") if argument(node, name) is not None}
    return Seen("split", place.lines.segment(size) if size is not None else "", name_of(node.func), frozenset(traits))


def _folds(node: ast.Call, place: Place) -> Seen | None:
    number = argument(node, "n_splits", 0)
    subject = place.lines.segment(number) if number is not None and number_of(number) is not None else ""
    traits = {"usual"} if number_of(number) in _USUAL_FOLDS else set()
    return Seen("folds", subject, name_of(node.func), frozenset(traits)) if place.libraries & LEARNERS else None


def _validated(node: ast.Call, place: Place) -> Seen | None:
    number = argument(node, "cv")
    if number is None or number_of(number) is None:
        return None
    traits = {"usual"} if number_of(number) in _USUAL_FOLDS else set()
    return Seen("folds", place.lines.segment(number), name_of(node.func), frozenset(traits))


def _parts(node: ast.Call, place: Place) -> Seen | None:
    sizes = argument(node, "lengths", 1)
    if sizes is None or not place.libraries & TENSORS:
        return None
    return Seen("split", place.lines.segment(sizes), "random_split", frozenset({"lengths"}))


def _sampled(node: ast.Call, place: Place) -> Seen | None:
    """`df.sample(1000)`: rows drawn at random."""
    size = argument(node, "frac") or argument(node, "n", 0)
    table = receiver(node)
    if size is None or not literal(size) or table is None or not place.libraries & TABLES:
        return None
    if number_of(size) == 1:
        return Seen("shuffled", place.lines.segment(table))
    # a share is a fraction of one
    traits = frozenset({"number"} if (number_of(size) or 0) > 1 else set())
    return Seen("sampled", place.lines.segment(size), place.lines.segment(table), traits)


def _balanced(node: ast.Call, place: Place) -> Seen | None:
    if not place.libraries & ({"imblearn"} | TENSORS | LEARNERS):
        return None
    ratio = argument(node, "sampling_strategy")
    return Seen("balanced", name_of(node.func), place.lines.segment(ratio) if ratio is not None else "")


def _resampled(node: ast.Call, place: Place) -> Seen | None:
    """`sklearn.utils.resample`; a table's own `resample` means time, and has a rule as first argument."""
    size = argument(node, "n_samples")
    if size is None or not place.libraries & LEARNERS:
        return None
    return Seen("balanced", "resample", place.lines.segment(size))


def _seeded(node: ast.Call, place: Place) -> Seen | None:
    value = node.args[0] if node.args else None
    if number_of(value) is None or value is None or not place.libraries & (ARRAYS | TENSORS):
        return None
    return Seen("seed", place.lines.segment(value), place.lines.segment(node.func))


_FOLDS = (
    "KFold StratifiedKFold GroupKFold TimeSeriesSplit RepeatedKFold RepeatedStratifiedKFold ShuffleSplit "
    "StratifiedShuffleSplit GroupShuffleSplit StratifiedGroupKFold"
).split()
_BALANCERS = "SMOTE ADASYN BorderlineSMOTE RandomOverSampler RandomUnderSampler SMOTEENN SMOTETomek".split()
_VALIDATORS = ("cross_val_score", "cross_validate", "cross_val_predict", "GridSearchCV", "RandomizedSearchCV")
CALLS: dict[str, Look] = {
    "train_test_split": _split,
    "random_split": _parts,
    "sample": _sampled,
    "WeightedRandomSampler": _balanced,
    "resample": _resampled,
    "manual_seed": _seeded,
    "seed": _seeded,
    "set_seed": _seeded,
    "seed_everything": _seeded,
    "set_random_seed": _seeded,
    **dict.fromkeys(_FOLDS, _folds),
    **dict.fromkeys(_VALIDATORS, _validated),
    **dict.fromkeys(_BALANCERS, _balanced),
}
