"""Which rules run on a file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from doclint.rules import RULES, PragmaRule, RemarkRule, Rule, StepRule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doclint.model.config import Config


def matches(rule: Rule, selector: str) -> bool:
    """Whether a selector (a code, a code's beginning, or a name) means the rule; `ALL` means every rule."""
    return selector in {"ALL", rule.name} or rule.code.startswith(selector)


@dataclass(frozen=True)
class Selection:
    """The rules that run, arranged for the passes over a file's steps, remarks and suppressions."""

    rules: tuple[Rule, ...]
    by_construct: dict[str, tuple[StepRule, ...]]
    remark_rules: tuple[RemarkRule, ...]
    pragma_rules: tuple[PragmaRule, ...]

    @classmethod
    def of(cls, config: Config) -> Selection:
        """The selection under a configuration that the edge has made one file's own (`edge.per_file`)."""
        return _arranged(config)

    def step_rules(self, construct: str) -> Sequence[StepRule]:
        """The step rules that look at a construct."""
        return self.by_construct.get(construct, ())


@lru_cache(maxsize=64)
def _arranged(config: Config) -> Selection:
    chosen = tuple(rule for rule in RULES if _selected(rule, config))
    by_construct: dict[str, tuple[StepRule, ...]] = {}
    for rule in chosen:
        if isinstance(rule, StepRule):
            for construct in sorted(rule.constructs):
                by_construct[construct] = (*by_construct.get(construct, ()), rule)
    return Selection(
        chosen,
        by_construct,
        tuple(rule for rule in chosen if isinstance(rule, RemarkRule)),
        tuple(rule for rule in chosen if isinstance(rule, PragmaRule)),
    )


def _selected(rule: Rule, config: Config) -> bool:
    if any(matches(rule, selector) for selector in config.ignore):
        return False
    wanted = config.select or ()
    on = any(matches(rule, selector) for selector in wanted) if wanted else rule.default
    return on or any(matches(rule, selector) for selector in config.extend_select)
