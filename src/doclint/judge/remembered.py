"""Answers that are asked for again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

_Asked = TypeVar("_Asked", bound="Hashable")
_Answer = TypeVar("_Answer")

# words differ endlessly (names, typing mistakes), so memory stops growing at a book's worth of them
_MOST = 20_000


class Remembered(dict[_Asked, _Answer]):
    """A function's answers by what was asked, each found once.

    Not `lru_cache`: keeping its list of what was used last takes longer than a look-up, and words by the thousand are
    looked up by `map` without a call of Python's.
    """

    def __init__(self, answer: Callable[[_Asked], _Answer]) -> None:
        super().__init__()
        self._answer = answer

    def __missing__(self, asked: _Asked) -> _Answer:
        answer = self._answer(asked)
        if len(self) < _MOST:
            self[asked] = answer
        return answer
