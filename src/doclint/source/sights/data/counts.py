"""How many clusters, topics or states a method is told to find."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from doclint.source.sights.data.libraries import GROUPERS, LEARNERS, TENSORS
from doclint.source.sights.data.origins import origins
from doclint.source.sights.data.seen import Seen, argument, strings
from doclint.source.sights.syntax import name_of, number_of

if TYPE_CHECKING:
    from doclint.source.place import Place

# what each keyword counts; constructors of any library that have it are told the same thing
_KEYWORDS = {"n_clusters": "clusters", "num_topics": "topics", "n_topics": "topics", "nr_topics": "topics"}
# what the number counts, its keyword, and where it stands without one. PCA and its kin are not here: their first
# components stay what they are whatever number is kept, while one cluster more changes them all
_METHODS: dict[str, tuple[str, str, int]] = {
    **dict.fromkeys(
        "KMeans MiniBatchKMeans BisectingKMeans KMedoids KModes KPrototypes AgglomerativeClustering "
        "SpectralClustering".split(),
        ("clusters", "n_clusters", 0),
    ),
    "Birch": ("clusters", "n_clusters", 2),
    **dict.fromkeys(("GaussianMixture", "BayesianGaussianMixture"), ("components", "n_components", 0)),
    **dict.fromkeys(("GaussianHMM", "MultinomialHMM", "CategoricalHMM", "GMMHMM"), ("states", "n_components", 0)),
    "LatentDirichletAllocation": ("topics", "n_components", 0),
    "NMF": ("components", "n_components", 0),
    "FactorAnalyzer": ("factors", "n_factors", 0),
    **dict.fromkeys(("LdaModel", "LdaMulticore"), ("topics", "num_topics", 1)),
}
# these merge columns, or keep the first of an ordered row of topics
_ORDERED = frozenset({"FeatureAgglomeration", "LsiModel"})
_NAMED = re.compile(r"(?:n|num|nb|number_of|no_of)_?(clusters|topics)|(cluster|topic)_?(?:count|num)", re.I)
_FEWEST = 2


def told(node: ast.Call, place: Place) -> Seen | None:
    """`KMeans(n_clusters=6)`, `GaussianMixture(3)`, `LdaModel(corpus, num_topics=20)`."""
    thing, value = _given(node)
    if not _is_count(value) or not place.libraries & (LEARNERS | GROUPERS | TENSORS):
        return None
    begun = any(
        keyword.arg in {"init", "means_init", "centers"} and not strings(keyword.value) for keyword in node.keywords
    )
    return _seen(value, thing, place, {"begun"} if begun else set())


def named(node: ast.Assign, place: Place) -> Seen | None:
    """`n_clusters = 5`, which the method is given later."""
    target = node.targets[0]
    match = _NAMED.fullmatch(target.id) if isinstance(target, ast.Name) and len(node.targets) == 1 else None
    if match is None or not _is_count(node.value) or not place.libraries & (LEARNERS | GROUPERS):
        return None
    thing = "clusters" if "cluster" in match[0].lower() else "topics"
    return _seen(node.value, thing, place, set())


def _given(node: ast.Call) -> tuple[str, ast.expr | None]:
    name = name_of(node.func)
    if name in _METHODS:
        thing, key, position = _METHODS[name]
        return thing, argument(node, key, position)
    # a function with such a keyword may only show topics that were found before
    if name[:1].isupper() and name not in _ORDERED:
        for keyword in node.keywords:
            if keyword.arg in _KEYWORDS:
                return _KEYWORDS[keyword.arg], keyword.value
    return "", None


def _is_count(value: ast.expr | None) -> bool:
    number = number_of(value)
    return isinstance(number, int) and number >= _FEWEST


def _seen(value: ast.expr | None, thing: str, place: Place, traits: set[str]) -> Seen:
    number = int(number_of(value) or 0)
    return Seen("cluster-count", str(number), thing, frozenset(traits | origins(number, place, _counts(place.module))))


def _counts(module: ast.Module) -> set[tuple[str, object]]:
    """The methods of a file with the number each is given: a value, or the name or expression that holds it."""
    found: set[tuple[str, object]] = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            value = _given(node)[1]
            if value is not None:
                number = number_of(value)
                found.add((name_of(node.func), name_of(value) if number is None else number))
    return found
