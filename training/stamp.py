"""Notes anew how the shipped weights judge the fixed samples: `python -m training.stamp`, after a sample changed."""

from __future__ import annotations

import json

from doclint.judge.student import encode, student
from training.build import OUTPUT
from training.need_sample import stamp
from training.sample import agreement


def main() -> None:
    """The command line."""
    record = json.loads(OUTPUT.read_text(encoding="utf-8"))["record"]
    record["sample"] = list(agreement())
    OUTPUT.write_text(encode(student(), record), encoding="utf-8")
    print(record["sample"], stamp())


if __name__ == "__main__":
    main()
