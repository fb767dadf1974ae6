"""What looks like a restatement and is none: each class was a false positive of an earlier comment linter."""

from __future__ import annotations

import pytest

from doclint.judge.features import see
from doclint.judge.restate import may_restate, restates


@pytest.mark.parametrize(
    ("prose", "code"),
    [
        ("increment the counter", "counter += 1"),
        ("return the result", "return result"),
        ("Check if the user is active", "if user.is_active:"),
        ("close the connection", "self.connection.close()"),
        ("loop over all items", "for item in items:"),
        ("create a new session", "session = Session()"),
        ("append the name to the names", "names.append(name)"),
    ],
)
def test_repeats_its_statement(prose: str, code: str) -> None:
    assert restates(prose, see(prose, code))


@pytest.mark.parametrize(
    ("prose", "code"),
    [
        pytest.param("See close_all().", "def close(self):", id="cross-reference"),
        pytest.param("RemovedInVersion60Warning", "warnings.warn(removed_in_version_60, Warning)", id="machine marker"),
        pytest.param("retry 3 times", "retry(times)", id="number"),
        pytest.param("the 'name' column", "name = column", id="quoted token"),
        pytest.param("close the connection to avoid a leak", "connection.close()", id="reason"),
        pytest.param("https://example.org/close", "close(example)", id="link"),
        pytest.param("then invoke the callback because Qt wants it on this thread", "callback()", id="continuation"),
        pytest.param("then read the content..", "content = file.read()", id="half of a sentence"),
        pytest.param("name == 'both'", "name = both", id="code read as prose"),
    ],
)
def test_what_may_be_more_never_restates(prose: str, code: str) -> None:
    assert not may_restate(prose, see(prose, code))


@pytest.mark.parametrize(
    ("prose", "code"),
    [
        pytest.param("check that x is an integer", "check(x)", id="one new word that informs"),
        pytest.param("the flag can no longer be used", "flag.used = False", id="run-time state"),
        pytest.param("credentials of the tenant", "username = password = None", id="label over a group"),
    ],
)
def test_shares_words_and_adds_some(prose: str, code: str) -> None:
    assert not restates(prose, see(prose, code))
