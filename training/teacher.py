"""The teacher: a language model fine-tuned on the labels, whose doubts teach the student more than labels alone.

Only `teach` needs torch and transformers.
"""

from __future__ import annotations

import os
import random
from typing import TYPE_CHECKING, Any

from doclint.judge.features import see
from training.base import base_model
from training.examples import UNJUDGED
from training.soft import write_soft
from training.unlabelled import unlabelled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from training.examples import Example, Unit
    from training.packages import Package

_SEED = 7

# the lower half knows the language already; what it says of a text is worked out once, which halves a step
_FROZEN_LAYERS = 6
# more labels than a second one would teach again
_EPOCHS = 1
_BATCH, _BATCH_ASKED = 24, 32
_FIRST_RATE, _LAST_RATE = 3.5e-5, 1e-6
# the head starts from nothing, the body from a trained model
_HEAD_FASTER = 40
_WARM_UP = 0.05
_LONGEST = 96
_LINES, _CODE_CHARACTERS, _TEXT_CHARACTERS = 2, 160, 600

Lesson = tuple["Unit", tuple[float, float, float]]


def teach(learned: Sequence[Example], among: set[Package], cache: Path) -> None:
    """Fine-tunes the teacher on labelled examples and keeps what it says about unlabelled texts of some packages."""
    teacher = Teacher(base_model(cache))
    teacher.learn([lesson for example in learned for lesson in lessons(example)])
    places = unlabelled(among, [unit for example in learned for unit in example.units], cache)
    write_soft(places, teacher.ask([place.unit for place in places]))


def lessons(example: Example) -> list[Lesson]:
    """What the teacher learns from an example; of a docstring with a reason, its likeliest sentence."""
    if example.judged:
        return [(unit, (float(why >= 1), float(why == 2), UNJUDGED)) for unit, why in example.judged]
    restates = UNJUDGED if example.restates is None or example.group == "docstring" else float(example.restates)
    units = list(example.units)
    if example.group == "docstring" and example.why and units:
        units = [max(units, key=lambda unit: (see(unit.prose, unit.code).informing, len(unit.prose)))]
    if example.why == UNJUDGED:
        return [(unit, (UNJUDGED, UNJUDGED, restates)) for unit in units]
    return [(unit, (float(example.why >= 1), float(example.why == 2), restates)) for unit in units]


class Teacher:
    """MPNet with a linear layer over the mean of its token states, computed in half precision."""

    def __init__(self, folder: Path) -> None:
        # the model is on disk: nothing may be looked up on the network
        os.environ["HF_HUB_OFFLINE"] = "1"
        import torch
        from transformers import AutoModel, AutoTokenizer

        self._torch = torch
        torch.manual_seed(_SEED)
        # more threads than free cores spin against each other and take ten times as long
        torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "2")))
        self._tokenizer = AutoTokenizer.from_pretrained(str(folder))
        self._body = AutoModel.from_pretrained(str(folder))
        self._head = torch.nn.Linear(self._body.config.hidden_size, 3)
        self._layers = self._body.encoder.layer
        for part in (self._body.embeddings, *self._layers[:_FROZEN_LAYERS]):
            for weight in part.parameters():
                weight.requires_grad = False

    def learn(self, taught: Sequence[Lesson]) -> None:
        """Fine-tunes the upper layers and the head."""
        torch = self._torch
        rows = self._encode([unit for unit, _ in taught])
        read = self._read_all(rows)
        truth = torch.tensor([answer for _, answer in taught])
        body = [weight for weight in self._body.parameters() if weight.requires_grad]
        groups = [{"params": body, "lr": 1.0}, {"params": list(self._head.parameters()), "lr": 1.0}]
        optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
        rates = _rates(_EPOCHS * (len(rows) // _BATCH + 1))
        self._body.train()
        rng = random.Random(_SEED)
        for _ in range(_EPOCHS):
            for batch, rate in zip(_batches(rows, rng), rates, strict=False):
                optimizer.param_groups[0]["lr"], optimizer.param_groups[1]["lr"] = rate, rate * _HEAD_FASTER
                loss = self._loss([read[index] for index in batch], truth[batch])
                loss.backward()
                torch.nn.utils.clip_grad_norm_(body, 1.0)
                optimizer.step()
                optimizer.zero_grad()
        self._body.eval()

    def ask(self, units: Sequence[Unit]) -> list[list[float]]:
        """The three probabilities of each text."""
        rows = self._encode(units)
        answers: list[list[float]] = [[] for _ in rows]
        self._body.eval()
        with self._torch.no_grad():
            for batch in _alike(rows):
                said = self._torch.sigmoid(self._judge(self._read([rows[index] for index in batch]))).tolist()
                for index, row in zip(batch, said, strict=True):
                    answers[index] = row
        return answers

    def _loss(self, read: list[Any], truth: Any) -> Any:
        judged = (truth != UNJUDGED).float()
        each = self._torch.nn.functional.binary_cross_entropy_with_logits(
            self._judge(read), truth.clamp(min=0), reduction="none"
        )
        return (each * judged).sum() / judged.sum()

    def _encode(self, units: Sequence[Unit]) -> list[list[int]]:
        texts = [unit.prose[:_TEXT_CHARACTERS] for unit in units]
        codes = [_statement(unit.code) for unit in units]
        encoded = self._tokenizer(texts, codes, truncation="longest_first", max_length=_LONGEST)
        found: list[list[int]] = encoded["input_ids"]
        return found

    def _read_all(self, rows: list[list[int]]) -> list[Any]:
        """What the frozen layers say of each text, worked out in batches of like length."""
        self._body.eval()
        found: list[Any] = [None] * len(rows)
        with self._torch.no_grad():
            for batch in _alike(rows):
                for index, states in zip(batch, self._read([rows[index] for index in batch]), strict=True):
                    found[index] = states
        return found

    def _read(self, rows: list[list[int]]) -> list[Any]:
        """The states of each text's tokens behind the frozen layers."""
        width = max(map(len, rows))
        filler = self._tokenizer.pad_token_id
        ids = self._torch.tensor([row + [filler] * (width - len(row)) for row in rows])
        with self._half():
            states = self._through(
                self._layers[:_FROZEN_LAYERS], self._body.embeddings(input_ids=ids), self._seen(rows)
            )
        half = states.to(self._torch.bfloat16)
        return [row[: len(ids)].clone() for row, ids in zip(half, rows, strict=True)]

    def _judge(self, read: list[Any]) -> Any:
        """The three answers, in log-odds, to texts that the frozen layers have read."""
        seen = self._seen(read)
        states = self._torch.nn.utils.rnn.pad_sequence(read, batch_first=True)
        with self._half():
            states = self._through(self._layers[_FROZEN_LAYERS:], states, seen)
            mean = (states * seen.unsqueeze(-1)).sum(1) / seen.sum(1, keepdim=True)
            return self._head(mean.float()).float()

    def _through(self, layers: Any, states: Any, seen: Any) -> Any:
        hidden = (1 - seen[:, None, None, :]) * self._torch.finfo(self._torch.bfloat16).min
        places = self._body.encoder.compute_position_bias(states)
        for layer in layers:
            states = layer(states, hidden, places)[0]
        return states

    def _half(self) -> Any:
        # products of half precision are three times as fast here, and the figures agree to the third digit
        return self._torch.autocast("cpu", dtype=self._torch.bfloat16)

    def _seen(self, rows: Sequence[Any]) -> Any:
        """1 where a text has a token, 0 where its row is filled up."""
        width = max(map(len, rows))
        return self._torch.tensor([[1.0] * len(row) + [0.0] * (width - len(row)) for row in rows])


def _rates(steps: int) -> Iterator[float]:
    """From nothing to the first rate in a twentieth of the steps, on to the last in equal parts."""
    for step in range(steps):
        falling = _FIRST_RATE + (_LAST_RATE - _FIRST_RATE) * step / steps
        yield min(1.0, (step + 1) / (_WARM_UP * steps)) * falling


def _statement(code: str) -> str:
    lines = [line.strip() for line in code.split("\n") if line.strip()]
    return "\n".join(lines[:_LINES])[:_CODE_CHARACTERS]


def _alike(rows: Sequence[list[int]]) -> Iterator[list[int]]:
    """All rows in batches of like length."""
    order = sorted(range(len(rows)), key=lambda index: len(rows[index]))
    for start in range(0, len(order), _BATCH_ASKED):
        yield order[start : start + _BATCH_ASKED]


def _batches(rows: Sequence[list[int]], rng: random.Random) -> list[list[int]]:
    """Batches of texts of like length, in random order: padding would otherwise be half of the work."""
    order = list(range(len(rows)))
    rng.shuffle(order)
    found: list[list[int]] = []
    # larger pools would put the same texts together in every epoch, smaller ones pad more
    pool = _BATCH * 20
    for start in range(0, len(order), pool):
        alike = sorted(order[start : start + pool], key=lambda index: len(rows[index]))
        found += [alike[at : at + _BATCH] for at in range(0, len(alike), _BATCH)]
    rng.shuffle(found)
    return found
