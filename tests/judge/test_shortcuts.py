"""What makes the text judge quick changes none of its answers: each shortcut against the plain way, on real texts."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path

import pytest

from doclint.judge import guards
from doclint.judge.features import bundles, features, own_features, see
from doclint.judge.phrases import Phrasebook, _longest
from doclint.judge.prose import _RULER, bare
from doclint.judge.student import student
from doclint.judge.tokens import tokens_of
from doclint.judge.words import code_words
from doclint.source.read import read
from training.sample import sample

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def texts() -> list[tuple[str, str]]:
    """Texts with the code beside them: the fixed sample, and all remarks of this repository's own sources and tests."""
    paths = sorted(chain((REPOSITORY / "src").rglob("*.py"), (REPOSITORY / "tests").rglob("*.py")))
    remarks = [remark for _, _, remark in sample()]
    remarks += [remark for path in paths for remark in read(path.read_bytes()).remarks]
    return [(remark.text, remark.code) for remark in remarks]


def test_there_are_enough_texts_to_tell(texts: list[tuple[str, str]]) -> None:
    assert len(texts) > 1500


def test_guards_ask_their_pattern_only_where_it_can_match(texts: list[tuple[str, str]]) -> None:
    for text, _ in texts:
        assert guards.is_legal(text) == bool(guards._LEGAL.search(text))
        plain = bool(guards._REFERENCE.search(text)) and not guards._LINK.sub("", text)
        assert guards.is_bare_reference(text) == plain


def test_markers_are_stripped_line_by_line_as_all_at_once(texts: list[tuple[str, str]]) -> None:
    marker = re.compile(r"^[ \t]*#+[:!|]?[ \t]?", re.M)
    for text, _ in texts:
        assert bare(text) == _RULER.sub("", marker.sub("", text)).strip()


def test_code_is_read_in_parts_as_in_one(texts: list[tuple[str, str]]) -> None:
    for text, code in texts:
        lines = [line for line in code.split("\n") if line.strip()]
        whole, statement = code_words(code), code_words("\n".join(lines[:2]))
        assert see(text, code).tokens == tokens_of(text, whole, statement)


@pytest.mark.parametrize("name", ["cues.txt", "hollow.txt"])
def test_no_phrase_is_missed_for_its_first_two_words(texts: list[tuple[str, str]], name: str) -> None:
    book = Phrasebook(name)
    nothing = code_words("")
    for text, _ in texts:
        words = tokens_of(text, nothing, nothing).words
        for index in range(len(words)):
            if _longest(book._roots[words[index]], words, index) is not None:
                assert book._starts[words[index : index + 2]]


def test_heads_are_summed_together_as_one_by_one(texts: list[tuple[str, str]]) -> None:
    model = student()
    for text, _ in texts[::10]:
        words = sorted(set(text.split()) & set(model.weights))
        alone = [[total - bias for total, bias in zip(model.sums([word]), model.bias, strict=True)] for word in words]
        assert list(model.sums(words)) == [sum(column) for column in zip(model.bias, *alone, strict=True)]


def test_bundles_sum_as_their_features_do(texts: list[tuple[str, str]]) -> None:
    model = student()
    for text, code in texts[::3]:
        for placement in ("lead", "trailing", "docstring"):
            seen = see(text, code)
            together = model.sums(own_features(seen, placement), bundles(seen, placement))
            assert together == model.sums(features(seen, placement))
