"""Texts that no model may lift, and prose that only looks like them."""

from __future__ import annotations

import pytest

from doclint.judge.guards import (
    after_directive,
    is_bare_reference,
    is_code,
    is_directive,
    is_filler,
    is_legal,
    is_todo,
)


@pytest.mark.parametrize(
    "prose",
    ["noqa", "noqa: F401", "type: ignore[misc]", "pragma: no cover", "pylint: disable=foo", "-*- coding: utf-8"],
)
def test_directives(prose: str) -> None:
    assert is_directive(prose)
    assert after_directive(prose) == ""


@pytest.mark.parametrize(
    ("prose", "excuse"),
    [
        ("noqa: E402 -- the path must be set first", "the path must be set first"),
        ("type: ignore[misc]  # the stub lacks it", "the stub lacks it"),
        ("noqa: S101 because pytest rewrites it", "because pytest rewrites it"),
    ],
)
def test_what_follows_a_directive_is_prose(prose: str, excuse: str) -> None:
    assert after_directive(prose) == excuse


@pytest.mark.parametrize(
    "prose",
    [
        "x = compute(y)",
        "import pdb; pdb.set_trace()",
        "return None",
        "if debug:\n    print(rows)",
        'logger.debug("got %s", value)',
        "for item in items:",
        "assert x is not None",
    ],
)
def test_statements_are_code(prose: str) -> None:
    assert is_code(prose)


@pytest.mark.parametrize(
    "prose",
    [
        "see below (and above)",
        "format == 'prefix'",
        "Windows (needs admin rights)",
        "return the value that the server sent before it closed",
        "if the list is empty: nothing to do here at all",
        "x = 1 would be wrong here because the first row holds the units",
    ],
)
def test_prose_about_code_is_no_code(prose: str) -> None:
    assert not is_code(prose)


@pytest.mark.parametrize("prose", ["https://example.org/a", "see #1234", "gh-10021", "Ref: https://example.org"])
def test_bare_references(prose: str) -> None:
    assert is_bare_reference(prose)


@pytest.mark.parametrize("prose", ["see #1234 for the deadlock", "in 2021", "read the docs"])
def test_references_with_what_they_settle(prose: str) -> None:
    assert not is_bare_reference(prose)


@pytest.mark.parametrize("prose", ["Lorem ipsum dolor", "Great code!", "elegant solution", "foo bar baz"])
def test_fillers(prose: str) -> None:
    assert is_filler(prose)


@pytest.mark.parametrize(
    "prose", ["works on Windows only", "a clean shutdown takes a second", "clever, but slow on PyPy"]
)
def test_words_of_praise_in_a_sentence(prose: str) -> None:
    assert not is_filler(prose)


def test_licences_and_debts() -> None:
    assert is_legal("Copyright 2019 Example Corporation")
    assert is_legal("SPDX-License-Identifier: MIT")
    assert not is_legal("the licence server answers slowly")
    assert is_todo("TODO(me): rename")
    assert not is_todo("the todo list is short")


def test_placeholder_words_may_be_names() -> None:
    assert not is_filler(
        "a package foo on the path at /a/foo has its file there, and we look for /a, so go up two steps"
    )
