"""The generated pages say what the classes say; `pytest --update-snapshots` writes them anew."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from doclint.model.config import Config
from doclint.render.docs import pages, settings_help

_DOCS = Path(__file__).parents[1] / "docs"


def test_generated_pages_have_not_drifted(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-snapshots"):
        for name, text in pages().items():
            (_DOCS / name).write_text(text, encoding="utf-8", newline="")
    drifted = [name for name, text in pages().items() if _stored(name) != text]
    assert not drifted, "run pytest tests/test_docs.py --update-snapshots and commit docs/"


def _stored(name: str) -> str:
    return (_DOCS / name).read_text(encoding="utf-8") if (_DOCS / name).exists() else ""


def test_no_page_of_a_rule_outlives_it() -> None:
    assert {f"rules/{path.name}" for path in (_DOCS / "rules").glob("*.md")} == {
        name for name in pages() if name.startswith("rules/")
    }


def test_every_setting_is_explained() -> None:
    assert list(settings_help()) == [field.name for field in fields(Config)]


@pytest.mark.parametrize("page", sorted(_DOCS.rglob("*.md")), ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+\.md)[)#]", page.read_text(encoding="utf-8")):
        assert (page.parent / target).is_file(), target
