"""The schema that ships with the package describes what is really written, nothing more and nothing less."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from doclint.cli import cli

if TYPE_CHECKING:
    from tests.repository import Repository

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads(files("doclint").joinpath("data/report.schema.json").read_text(encoding="utf-8"))


def report(*arguments: str) -> Any:
    result = CliRunner().invoke(cli, ["report", *arguments, "--format", "json", "--select", "ALL"])
    assert result.exit_code in {0, 1, 3}, result.output
    return json.loads(result.stdout)


def errors(value: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in Draft202012Validator(SCHEMA).iter_errors(value)]


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("folder", ["menagerie", "notebooks", "broken", "encodings", "explained"])
@pytest.mark.parametrize("details", [True, False], ids=["details", "plain"])
def test_real_reports_are_valid(folder: str, details: bool) -> None:
    value = report(str(ROOT / "fixtures" / folder), *(["--details"] if details else []))
    assert value["files"]
    assert errors(value) == []


def test_an_empty_report_is_valid(tmp_path: Path) -> None:
    assert errors(report(str(tmp_path))) == []


def test_a_comparison_is_valid(repository: Repository) -> None:
    repository.write(a="x = 1\n")
    repository.commit()
    repository.write(a="try:\n    work()\nexcept Exception:\n    pass\n")
    value = report(".", "--compare", "HEAD")
    assert value["against"]["opened"]
    assert errors(value) == []


@pytest.mark.parametrize("key", ["schema", "score", "files"])
def test_a_key_less_is_noticed(key: str) -> None:
    value = report(str(ROOT / "fixtures" / "menagerie"))
    del value[key]
    assert errors(value)


def test_a_key_more_is_noticed() -> None:
    value = report(str(ROOT / "fixtures" / "menagerie"), "--details")
    file = next(file for file in value["files"] if file["findings"])
    for owner in (value, file, file["findings"][0], file["steps"][0], file["remarks"][0]):
        owner["surprise"] = 1
        assert errors(value)
        del owner["surprise"]
