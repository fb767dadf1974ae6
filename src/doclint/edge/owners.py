"""Who owns a file, by the CODEOWNERS file that GitHub, GitLab and Gitea read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pathspec

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    Entries = list[tuple[pathspec.GitIgnoreSpec, tuple[str, ...]]]

_PLACES = (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS", ".gitea/CODEOWNERS")


def owners_of(paths: Iterable[str], start: Path) -> dict[str, tuple[str, ...]]:
    """The owners of each path that has any; nothing where no folder above `start` has a CODEOWNERS file."""
    places = ((folder, folder / name) for folder in (start, *start.parents) for name in _PLACES)
    found = next((pair for pair in places if pair[1].is_file()), None)
    if found is None:
        return {}
    root, file = found
    entries = _entries(file)
    owners: dict[str, tuple[str, ...]] = {}
    for path in paths:
        whole = (start / path).resolve()
        if whole.is_relative_to(root.resolve()):
            inside = whole.relative_to(root.resolve()).as_posix()
            # the last line that matches decides, as the platforms have it; one without owners takes a file out
            named = [names for spec, names in entries if spec.match_file(inside)]
            if named and named[-1]:
                owners[path] = named[-1]
    return owners


def _entries(file: Path) -> Entries:
    entries: Entries = []
    for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
        # GitLab's sections have headings in brackets
        words = line.partition(" #")[0].split()
        if words and not words[0].startswith(("#", "[", "^[")):
            entries.append((pathspec.GitIgnoreSpec.from_lines([words[0]]), tuple(words[1:])))
    return entries
