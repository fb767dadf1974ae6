"""Which findings a baseline accepts, and what of the baseline is still needed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from doclint.model.baseline import Acceptance, Baseline, Entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from doclint.model.finding import Finding
    from doclint.model.report import FileReport, Report


@dataclass(frozen=True, slots=True)
class Ledger:
    """A baseline with what deciding on it takes: how paths are written in it, and what the run could have found.

    `missing` are its paths that no longer exist, `rules` the codes that ran.
    """

    baseline: Baseline
    name: Callable[[str], str]
    missing: frozenset[str]
    rules: frozenset[str]


def entry_of(path: str, finding: Finding) -> Entry:
    """The entry that accepts a finding at a path."""
    return Entry(path, finding.symbol, finding.code, finding.digest)


def accepted(report: Report, ledger: Ledger) -> tuple[Report, Baseline]:
    """The report with accepted findings set apart, and the baseline without the entries that nothing needs any more.

    An entry whose finding is gone from a file that was judged, or whose file is gone, may have moved: it then accepts
    the same text in a function of the same name anywhere. Entries that this run cannot speak about stay.
    """
    open_entries = Counter(ledger.baseline.entries)
    kept: list[Entry] = []
    taken: set[tuple[str, str]] = set()
    pairs = [(file.path, finding) for file in report.files for finding in file.findings]
    for path, finding in pairs:
        entry = entry_of(ledger.name(path), finding)
        if open_entries[entry]:
            open_entries[entry] -= 1
            kept.append(entry)
            taken.add((path, finding.fingerprint))
    judged = {ledger.name(file.path) for file in report.files if file.failure is None and file.skipped is None}
    homeless, settled = _split(open_entries.elements(), judged | ledger.missing, ledger.rules)
    moved = Counter(_gist(entry) for entry in homeless)
    for path, finding in pairs:
        entry = entry_of(ledger.name(path), finding)
        if (path, finding.fingerprint) not in taken and moved[_gist(entry)]:
            moved[_gist(entry)] -= 1
            kept.append(entry)
            taken.add((path, finding.fingerprint))
    files = tuple(_set_apart(file, taken) for file in report.files)
    return replace(report, files=files), replace(ledger.baseline, entries=tuple(sorted(kept + settled)))


def grown(baseline: Baseline, new: Sequence[Entry], date: str, reason: str) -> Baseline:
    """The baseline with new entries, and the record of why they were accepted."""
    if not new:
        return baseline
    acceptance = Acceptance(date, len(new), " ".join(reason.split()))
    return Baseline(tuple(sorted((*baseline.entries, *new))), (*baseline.acceptances, acceptance))


def _split(entries: Iterable[Entry], known: set[str], rules: frozenset[str]) -> tuple[list[Entry], list[Entry]]:
    """Entries that the run had to find, did it still hold, and those that it says nothing about."""
    homeless: list[Entry] = []
    settled: list[Entry] = []
    for entry in entries:
        (homeless if entry.path in known and entry.rule in rules else settled).append(entry)
    return homeless, settled


def _gist(entry: Entry) -> tuple[str, str, str]:
    """What a move keeps: a method may change its class, but a function keeps its own name."""
    return entry.rule, entry.digest, entry.symbol.rpartition(".")[2]


def _set_apart(file: FileReport, taken: set[tuple[str, str]]) -> FileReport:
    fates = [(finding, (file.path, finding.fingerprint) in taken) for finding in file.findings]
    return replace(
        file,
        findings=tuple(finding for finding, is_taken in fates if not is_taken),
        accepted=tuple(finding for finding, is_taken in fates if is_taken),
    )
