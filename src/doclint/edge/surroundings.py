"""What the environment says about where doclint runs."""

from __future__ import annotations

from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def fitting_format(environment: Mapping[str, str]) -> str | None:
    """The format that the surrounding service shows beside the code, or None outside of one."""
    if environment.get("GITHUB_ACTIONS") == "true":
        return "github"
    if environment.get("GITLAB_CI") == "true":
        return "gitlab"
    return None


def job_summary(environment: Mapping[str, str]) -> Path | None:
    """The file whose markdown GitHub shows on the page of a job; steps append to it."""
    name = environment.get("GITHUB_STEP_SUMMARY")
    return Path(name) if name else None


def today(environment: Mapping[str, str]) -> str:
    """The date as ISO writes it; SOURCE_DATE_EPOCH stands in for the clock, so that a build can be repeated."""
    epoch = environment.get("SOURCE_DATE_EPOCH", "")
    now = datetime.fromtimestamp(int(epoch), timezone.utc) if epoch.isdigit() else datetime.now(timezone.utc)
    return now.date().isoformat()
