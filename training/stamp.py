"""Notes anew how the shipped weights judge the fixed sample: `python -m training.stamp`, after the sample changed."""

from __future__ import annotations

import json

from doclint.judge.student import encode, student
from training.build import OUTPUT
from training.sample import agreement


def main() -> None:
    """The command line."""
    record = json.loads(OUTPUT.read_text(encoding="utf-8"))["record"]
    record["sample"] = list(agreement())
    OUTPUT.write_text(encode(student(), record), encoding="utf-8")
    print(record["sample"])


if __name__ == "__main__":
    main()
