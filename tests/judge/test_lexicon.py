"""Cues are found, their false friends are not, and a clause counts only by what the code does not say."""

from __future__ import annotations

import pytest

from doclint.judge.empty import empty_phrase, says_nothing_new
from doclint.judge.features import features, see
from doclint.judge.lexicon import cues
from doclint.judge.prose import bare, docstring_sentences
from doclint.judge.tokens import tokens_of
from doclint.judge.words import code_words


def groups(prose: str) -> set[str]:
    return {cue.group for cue in cues(tokens_of(prose, code_words(""), code_words("")).words)}


@pytest.mark.parametrize(
    ("prose", "group"),
    [
        ("skipped because the index is stale", "cause"),
        ("so that diffs stay small", "purpose"),
        ("copy instead of a view", "alternative"),
        ("would deadlock on exit", "consequence"),
        ("see https://example.org", "provenance"),
        ("works around a bug in glibc", "workaround"),
        ("for older clients", "compatibility"),
    ],
)
def test_cues_are_found(prose: str, group: str) -> None:
    assert group in groups(prose)


@pytest.mark.parametrize(
    "prose", ["see if it matches", "lower case", "the value is used to build", "as well as the key", "since version"]
)
def test_false_friends_are_not(prose: str) -> None:
    assert not groups(prose) & {"cause", "purpose", "condition", "provenance"}


@pytest.mark.parametrize(
    ("prose", "code"),
    [
        ("because x is None", "if x is None:"),
        ("since the list is empty", "if not items: list"),
        ("in order to close the file", "file.close()"),
    ],
)
def test_a_restated_condition_says_nothing_new(prose: str, code: str) -> None:
    assert says_nothing_new(see(prose, code))


@pytest.mark.parametrize(
    ("prose", "code"),
    [
        ("because Python 3.8 sends None here", "if x is None:"),
        ("because the server drops idle sockets", "if closed:"),
        ("see #1234", "if x is None:"),
        ("this is a comma", "del token"),
    ],
)
def test_a_cause_from_outside_does(prose: str, code: str) -> None:
    assert not says_nothing_new(see(prose, code))


@pytest.mark.parametrize(
    ("prose", "phrase"),
    [
        ("for performance", "for performance"),
        ("sorted for safety.", "for safety"),
        ("just in case", "just in case"),
        ("needed", "needed"),
    ],
)
def test_hollow_phrases_are_named(prose: str, phrase: str) -> None:
    assert empty_phrase(see(prose, "x = 1")) == phrase


@pytest.mark.parametrize(
    "prose",
    [
        "for performance of the nightly import",
        "sorted for performance: the bisect below would miss entries otherwise",
        "just in case the server restarts in between",
        "needed by the linter of the vendor",
    ],
)
def test_a_phrase_that_goes_on_is_not_hollow(prose: str) -> None:
    assert empty_phrase(see(prose, "x = 1")) is None


def test_names_of_the_code_are_hidden_from_the_model() -> None:
    found = features(see("the renderer drops frames", "renderer.drop()"), "lead")
    assert "<id>" in found
    assert "renderer" not in found


def test_comment_markers_and_rulers_go() -> None:
    assert bare("# ------\n# Title\n# ------") == "Title"
    assert bare("#: the key of the row") == "the key of the row"


def test_sentences_leave_out_parameters_and_examples() -> None:
    docstring = (
        "Send the mail.\n\nIt is queued, since the relay is slow.\n\n:param to: whom\n\n>>> send()\n\nArgs:\n    to: x"
    )
    assert docstring_sentences(docstring) == ["It is queued, since the relay is slow."]
