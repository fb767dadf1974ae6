"""Fits the convolution of the text judge on labels and the teacher's answers, and rounds it to bytes. Needs torch."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from doclint.judge.convolution import END, MOST_TOKENS, NEW, ROOM, SPECIAL, WIDTH, Convolution, context, unknown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doclint.judge.features import Seen

_SEED = 3

# with 130,000 texts 8,000 words, 32 dimensions or 192 filters read the blind texts alike, and do not fit in 300 KB
_WORDS, _RAREST = 4000, 4
_DIMENSIONS, _FILTERS = 20, 96
_EPOCHS, _BATCH, _POOL = 4, 64, 40
_RATE, _WARM_UP = 2e-3, 200
_WORD_DROPOUT, _FILTER_DROPOUT = 0.2, 0.3
_FIRST_VECTORS = 0.1

_BYTE = 127
_FRACTION = 65_536
_LEAST_RATE = 0.02


class Text(NamedTuple):
    """A text's words as the convolution hears them, and whether each is new; the same length."""

    words: tuple[str, ...]
    new: tuple[bool, ...]


def heard(seen: Seen, placement: str) -> Text:
    """The words of a text with those that stand before and after every text."""
    shapes, novel = seen.tokens.shapes[:MOST_TOKENS], seen.tokens.novel[:MOST_TOKENS]
    words = (*context(placement, seen.code_kind), *shapes, END)
    return Text(words, (False, False, *map(bool, novel), False))


def fit(texts: Sequence[Text], answers: np.ndarray, weight: np.ndarray, unit: float) -> Convolution:
    """A convolution that gives the answers of each text best.

    `answers` and `weight` have a row a text and a column a head; where nobody judged, the weight is zero. `unit` is
    what one of the student's integers is worth in log-odds.
    """
    import torch

    torch.manual_seed(_SEED)
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "2")))
    net = _Net(_vocabulary(texts), answers.shape[1])
    rows = [net.rows(text) for text in texts]
    truth, weights = torch.tensor(answers, dtype=torch.float), torch.tensor(weight / weight.mean(), dtype=torch.float)
    optimizer = torch.optim.Adam(net.parameters(), lr=_RATE)
    rng = np.random.default_rng(_SEED)
    steps = _EPOCHS * (len(rows) // _BATCH + 1)
    for step, batch in enumerate(batch for _ in range(_EPOCHS) for batch in _batches(rows, rng)):
        optimizer.param_groups[0]["lr"] = _RATE * max(_LEAST_RATE, 1 - step / steps) * min(1, (step + 1) / _WARM_UP)
        said, wanted = net.judge([rows[index] for index in batch]), truth[batch]
        each = torch.nn.functional.binary_cross_entropy_with_logits(said, wanted, reduction="none")
        loss = (each * weights[batch]).sum() / len(batch)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return net.rounded(unit)


def _vocabulary(texts: Sequence[Text]) -> list[str]:
    """The commonest words, and those that stand for the others."""
    counts = Counter(word for text in texts for word in text.words)
    common = [word for word, count in counts.most_common(_WORDS) if count >= _RAREST]
    return sorted({*common, *SPECIAL, *(word for word in counts if word.startswith("@") and len(word) > 1)})


def _batches(rows: Sequence[Any], rng: np.random.Generator) -> Iterator[list[int]]:
    """Batches of texts of like length, in random order."""
    order = rng.permutation(len(rows))
    found: list[list[int]] = []
    for start in range(0, len(order), _BATCH * _POOL):
        alike = sorted(order[start : start + _BATCH * _POOL].tolist(), key=lambda index: len(rows[index][0]))
        found += [alike[at : at + _BATCH] for at in range(0, len(alike), _BATCH)]
    return iter([found[index] for index in rng.permutation(len(found))])


class _Net:
    """The same sums as `Convolution`, in floats."""

    def __init__(self, words: list[str], heads: int) -> None:
        import torch

        self._torch = torch
        self._words = words
        # row 0 fills up short texts
        self._row = {word: row for row, word in enumerate(words, start=1)}
        self._vectors = torch.nn.Embedding(len(words) + 1, _DIMENSIONS, padding_idx=0)
        torch.nn.init.normal_(self._vectors.weight, 0, _FIRST_VECTORS)
        with torch.no_grad():
            self._vectors.weight[0] = 0
        self._filters = torch.nn.Conv1d(_DIMENSIONS, _FILTERS, WIDTH, padding=WIDTH // 2)
        self._outputs = torch.nn.Linear(_FILTERS, heads)

    def parameters(self) -> list[Any]:
        """All that is learned."""
        return [weight for part in (self._vectors, self._filters, self._outputs) for weight in part.parameters()]

    def rows(self, text: Text) -> tuple[list[int], list[float]]:
        """The row of each word's vector, and 1 where the word is new."""
        rows = [self._row[word] if word in self._row else self._row[unknown(word)] for word in text.words]
        return rows, [float(new) for new in text.new]

    def judge(self, batch: Sequence[tuple[list[int], list[float]]]) -> Any:
        """The log-odds of each text and head, with words and filters left out at random."""
        torch = self._torch
        width = max(len(rows) for rows, _ in batch)
        rows = torch.tensor([rows + [0] * (width - len(rows)) for rows, _ in batch])
        new = torch.tensor([new + [0.0] * (width - len(new)) for _, new in batch])
        vectors = torch.nn.functional.dropout(self._vectors(rows), _WORD_DROPOUT)
        vectors = vectors + new[..., None] * self._vectors.weight[self._row[NEW]]
        largest = torch.relu(self._filters(vectors.transpose(1, 2))).amax(2)
        return self._outputs(torch.nn.functional.dropout(largest, _FILTER_DROPOUT))

    def rounded(self, unit: float) -> Convolution:
        """The convolution in bytes; its sums are integers of `unit` log-odds."""
        vectors, one = _bytes(self._vectors.weight[1:])
        filters, two = _bytes(self._filters.weight)
        bias = np.rint(self._filters.bias.detach().numpy() / (one * two)).astype(int)
        scale = _FRACTION / unit
        coarse = _coarse(vectors, filters, bias, vectors[self._row[NEW] - 1])
        weights = np.rint(self._outputs.weight.detach().numpy() * (one * two * scale * 2**coarse)).astype(int)
        heads = np.rint(self._outputs.bias.detach().numpy() * scale).astype(int)
        places = [[[int(filters[f, d, k]) for f in range(_FILTERS)] for d in range(_DIMENSIONS)] for k in range(WIDTH)]
        outputs = [[*map(int, row), int(own)] for row, own in zip(weights, heads, strict=True)]
        named = {word: tuple(map(int, row)) for word, row in zip(self._words, vectors, strict=True)}
        return Convolution(named, places, bias.tolist(), outputs, coarse)


def _coarse(vectors: np.ndarray, filters: np.ndarray, bias: np.ndarray, new: np.ndarray) -> int:
    """How many bits must go so that no sum of three words can pass the room that `Convolution` has for it."""
    # a row a word, a column a filter, for each place the largest in size
    heard = [np.abs(np.concatenate([vectors, vectors + new]) @ filters[:, :, at].T).max(axis=0) for at in range(WIDTH)]
    most = int((sum(heard) + np.abs(bias)).max())
    return max(0, most.bit_length() - ROOM)


def _bytes(weights: Any) -> tuple[np.ndarray, float]:
    """Weights as bytes, and what one is worth."""
    found = weights.detach().numpy()
    unit = float(np.abs(found).max() / _BYTE)
    return np.rint(found / unit).astype(int), unit
