"""Moving, reindenting and rewrapping bring no question back, and no new text slips through."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from doclint.judge.novelty import Novelty
from doclint.model.change import ChangedFile
from doclint.model.config import Config
from doclint.model.span import Span
from doclint.run import run_changed

SWALLOW = ["try:", "    read()", "except {error}", "    pass"]


def novelty(before: dict[str, str], after: dict[str, str]) -> Novelty:
    return Novelty(
        {path: text.split("\n") for path, text in before.items()},
        {path: text.split("\n") for path, text in after.items()},
    )


def test_untouched_text_is_old_and_added_text_is_new() -> None:
    both = novelty({"a.py": "x = 1\ny = 2"}, {"a.py": "x = 1\nz = 3\ny = 2"})
    assert [both.is_new("a.py", Span(line, 1, line, 2)) for line in (1, 2, 3)] == [False, True, False]


def test_text_moved_to_another_file_is_old_there() -> None:
    both = novelty({"a.py": "x = 1\ny = 2"}, {"a.py": "x = 1", "b.py": "if True:\n    y = 2"})
    assert not both.is_new("b.py", Span(2, 1, 2, 2))


def test_rewrapped_text_is_old() -> None:
    both = novelty({"a.py": "call(first, second)"}, {"a.py": "call(\n    first,\n\n    second\n)"})
    assert not both.is_new("a.py", Span(1, 1, 5, 1))


def test_a_copy_is_new_and_its_original_old_whichever_comes_first() -> None:
    both = novelty({"a.py": "def f():\n    y = 2"}, {"a.py": "def e():\n    y = 2\n\ndef f():\n    y = 2"})
    assert [both.is_new("a.py", Span(line, 1, line, 2)) for line in (2, 5)] == [True, False]


def test_of_a_move_and_a_copy_the_one_that_kept_its_neighbour_moved() -> None:
    both = novelty({"a.py": "one()\npass"}, {"b.py": "two()\npass\none()\npass"})
    assert [both.is_new("b.py", Span(line, 1, line, 2)) for line in (2, 4)] == [True, False]


def test_answering_one_step_and_adding_its_twin_adds_one() -> None:
    both = novelty({"a.py": "one()\nx = 5"}, {"a.py": "one()\nx = 5  # because\ntwo()\nx = 5"})
    assert [both.is_new("a.py", Span(line, 1, line, 6)) for line in (2, 4)] == [False, True]


def test_a_comment_is_compared_with_comments() -> None:
    both = novelty({"a.py": "x = 5  # five"}, {"a.py": "# five\ny = 6  # six"})
    assert [both.is_new("a.py", span) for span in (Span(1, 1, 1, 7), Span(2, 8, 2, 13))] == [False, True]


def test_part_of_a_line_is_not_the_line() -> None:
    both = novelty({"a.py": "xx = 12"}, {"a.py": "x = 1"})
    assert both.is_new("a.py", Span(1, 1, 1, 6))


def test_a_question_about_a_file_is_new_with_the_file() -> None:
    both = novelty({"a.py": "x"}, {"a.py": "import y\nx", "b.py": "x"})
    assert [both.is_new(path, Span(1, 1, 1, 1)) for path in ("a.py", "b.py")] == [False, True]


def test_a_span_of_blank_lines_is_new_with_the_file() -> None:
    both = novelty({"a.py": "x"}, {"a.py": "\nx", "b.py": "\nx"})
    assert [both.is_new(path, Span(1, 1, 1, 2)) for path in ("a.py", "b.py")] == [False, True]


def function(name: str, errors: list[str], depth: int) -> list[str]:
    body = [line.format(error=error) for error in errors for line in SWALLOW]
    return [" " * 4 * depth + line for line in [f"def {name}():", "    start()", *(f"    {row}" for row in body)]]


functions = st.tuples(
    st.sampled_from(["load", "save", "close"]),
    st.lists(
        st.sampled_from(["Exception:", "Exception:  # ignore", "BaseException:", "(Exception,  KeyError) :"]),
        max_size=3,
    ),
)
# a file is functions at module level or in a class; two draws of it are the two sides of an edit of any size
modules = st.lists(st.tuples(functions, st.booleans()), max_size=5)


def source(module: list[tuple[tuple[str, list[str]], bool]]) -> str:
    rows: list[str] = []
    for number, ((name, errors), in_class) in enumerate(module):
        rows += [f"class Group{number}:"] if in_class else []
        rows += [*function(name, errors, int(in_class)), ""]
    return "\n".join(rows)


@given(st.dictionaries(st.sampled_from(["a.py", "b.py"]), st.tuples(modules, modules)))
def test_findings_of_a_change_are_those_of_the_full_run_whose_text_is_new(
    sides: dict[str, tuple[list[tuple[tuple[str, list[str]], bool]], list[tuple[tuple[str, list[str]], bool]]]],
) -> None:
    change = tuple(
        ChangedFile(path, source(before).encode(), source(after).encode())
        for path, (before, after) in sorted(sides.items())
    )
    new = Counter(digests(change))
    full = Counter(digests(tuple(ChangedFile(file.path, b"", file.after) for file in change)))
    old = Counter(digests(tuple(ChangedFile(file.path, b"", file.before) for file in change)))
    assert new == full - old


def digests(change: tuple[ChangedFile, ...]) -> list[str]:
    report = run_changed(change, ["."], Config(), lambda report: report)
    return [finding.digest for file in report.files for finding in file.findings]
