"""A folder of pages loses what an earlier run left there, and nothing that anybody else put there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.edge.write_pages import write_pages

if TYPE_CHECKING:
    from pathlib import Path

OURS = '<meta name="generator" content="doclint 1">'


def test_a_page_that_is_not_written_again_goes(tmp_path: Path) -> None:
    write_pages(tmp_path, [("index.html", OURS), ("files/a.html", OURS), ("files/b.html", OURS)])
    write_pages(tmp_path, [("index.html", OURS), ("files/b.html", OURS)])
    assert sorted(path.name for path in tmp_path.rglob("*.html")) == ["b.html", "index.html"]


def test_what_somebody_else_wrote_stays(tmp_path: Path) -> None:
    write_pages(tmp_path, [("index.html", OURS), ("files/a.html", OURS)])
    (tmp_path / "files" / "a.html").write_text("mine now")
    (tmp_path / "files" / "other.html").write_text(OURS)
    write_pages(tmp_path, [("index.html", OURS)])
    assert sorted(path.name for path in (tmp_path / "files").iterdir()) == ["a.html", "other.html"]


def test_a_list_that_points_out_of_the_folder_removes_nothing_there(tmp_path: Path) -> None:
    outside = tmp_path / "outside.html"
    outside.write_text(OURS)
    report = tmp_path / "report"
    report.mkdir()
    (report / ".doclint-pages").write_text(f"../outside.html\n{outside}\n")
    write_pages(report, [("index.html", OURS)])
    assert outside.exists()
