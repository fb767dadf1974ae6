"""Which remark answers which step: every placement the rubric names, and the distances at which it stops."""

from __future__ import annotations

import textwrap

import pytest

from doclint.judge.match import Matcher
from doclint.judge.reason import reason_of
from doclint.source.read import read

REASON = "because the kernel reports the buffer as full until the driver has drained it"


def explained(source: str, code: str) -> float:
    """How far the step that starts with `code` is explained."""
    source = textwrap.dedent(source)
    reading = read(source.encode())
    matcher = Matcher(reading, {index: reason_of(remark) for index, remark in enumerate(reading.remarks)})
    steps = [step for step in reading.steps if reading.lines[step.span.line - 1].lstrip().startswith(code)]
    return matcher.answer(steps[-1]).explained


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (f"# {REASON}\nbuffer = drain(9)\n", "buffer"),
        (f"buffer = drain(9)  # {REASON}\n", "buffer"),
        (f"if full(buffer):  # {REASON}\n    drain(9)\n", "if"),
        (f"if full(buffer):\n    # {REASON}\n    drain(9)\n", "if"),
        (f"buffer = drain(\n    9,  # {REASON}\n)\n", "buffer"),
        (f"def drain():\n    '''Drain.'''\n    # {REASON}\n    return 9\n", "def"),
        (f"try:\n    drain()\nexcept OSError:\n    # {REASON}\n    pass\n", "except"),
        (f"# {REASON}\ntry:\n    drain()\nexcept OSError:\n    pass\n", "except"),
        (f"try:\n    drain()\nexcept OSError:\n    pass  # {REASON}\n", "except"),
        (f"if full(buffer):\n    raise OSError('{REASON}')\n", "if"),
        (f"if a:\n    b()\n# {REASON}\nelse:\n    drain(9)\n", "drain"),
    ],
)
def test_attached_reasons_answer(source: str, code: str) -> None:
    assert explained(source, code) == 1


def test_a_lead_comment_serves_its_paragraph_where_it_shares_a_word() -> None:
    source = f"# {REASON}\nstate = read()\nbuffer = drain(9)\nother = 1\n\nbuffer = late(9)\n"
    assert explained(source, "buffer = drain") >= 0.5
    assert explained(source, "other") == 0
    assert explained(source, "buffer = late") == 0


def test_a_hint_answers_nothing_from_a_distance() -> None:
    assert explained("# see #4711, buffer\nstate = read()\nbuffer = drain(9)\n", "buffer") < 0.5


def test_a_docstring_sentence_answers_the_step_it_speaks_of() -> None:
    source = """
        def drain(buffer):
            '''Drain a buffer.

            It gives up at 4711 because the driver loses its interrupt beyond that.
            '''
            if level(buffer) > 4711:
                return 1
            return level > 37
        """
    assert explained(source, "if level") == 1
    assert explained(source, "return level") == 0


def test_a_pasted_text_answers_its_first_place_only() -> None:
    source = "".join(f"# {REASON}\nstep_{n} = {n}\n\n" for n in range(4))
    assert explained(source, "step_0") >= 0.5
    assert explained(source, "step_1") == 0


def test_a_reason_about_something_else_answers_weakly() -> None:
    elsewhere = (
        f"def merge(left, right):\n    # {REASON}\n    if score(left, right) > 0.85:\n        join(left, right)\n"
    )
    assert explained(elsewhere, "if score") == 0.5


def test_a_fact_from_outside_counts_in_full_where_the_function_speaks_of_its_subject() -> None:
    source = f"def drain(buffer):\n    start()\n\n    # {REASON}\n    wait(9)\n"
    assert explained(source, "wait") == 1


@pytest.mark.parametrize("phrase", ["for performance", "just in case", "for performance reasons", "best practice"])
def test_hollow_phrases_never_raise_the_score(phrase: str) -> None:
    assert explained(f"# {phrase}\nbuffer = drain(9)\n", "buffer") == 0


def test_a_name_that_carries_the_reason_answers_half() -> None:
    assert explained("wait(RETRY_AFTER_RATE_LIMIT)\n", "wait") == 0.5
