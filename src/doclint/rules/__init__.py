"""All rules, in the order of their codes. The tuple is explicit, so that reading it is enough to know what runs."""

from __future__ import annotations

from doclint.rules.base import Measured, Page, RemarkRule, Rule, StepRule
from doclint.rules.why101_unexplained_swallow import UnexplainedSwallow

RULES: tuple[Rule, ...] = (UnexplainedSwallow(),)

__all__ = ["RULES", "Measured", "Page", "RemarkRule", "Rule", "StepRule"]
