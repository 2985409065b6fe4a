"""What has become, by now, of the records that a presentation was built from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from deckmaker.auditing.finding import Finding, brief, error, note, warning
from deckmaker.model.evidence import Diagram, Library, Statistic
from deckmaker.model.manifest import Manifest, Record, Remembered, record_digest, said

_NAMED = 4


def record_findings(manifest: Manifest, library: Library, today: date, slides: Mapping[int, int]) -> Iterator[Finding]:
    """Records that are gone, superseded, past their review or say something else by now.

    ``slides`` are the numbers that slides have now, by the file's own number; only what they use is told.
    """
    late: dict[str, set[int]] = {}
    changed: dict[str, set[int]] = {}
    if not manifest.slides:
        return
    for record in manifest.records:
        at = {slides[s.id] for s in manifest.slides if s.id in slides and record.id in s.used(record.family)}
        if not at:
            continue
        now = current(record, library)
        name = f"message {record.id}" if record.family == "message" else f"‘{record.id}’"
        if now is None:
            hint = "if the deck has a library of its own, name its spec with --deck"
            yield warning("record-gone", f"the library has no {record.family} {name} any more", hint, sorted(at))
            continue
        yield from _outdated(record, now, name, sorted(at))
        if isinstance(now, Statistic | Diagram) and now.review_by is not None and now.review_by < today:
            late.setdefault(name, set()).update(at)
        elif said(now) == record.said and record_digest(now) != record.digest:
            changed.setdefault(name, set()).update(at)
    yield from late_finding(late)
    if changed:
        words = (
            f"the library tells more or other things by now of {_named(changed)}; figures and exact words are the same"
        )
        yield note("record-changed", words, "build the deck again to bring it up to date", _all(changed))


def late_finding(late: Mapping[str, set[int]]) -> Iterator[Finding]:
    """One note for all figures that should have been looked at again, by name with their slides."""
    if late:
        words = f"evidence is past the day by which it was to be reviewed: {_named(late)}"
        yield note("past-review", words, "look for newer figures, and say how old these are", _all(late))


def current(record: Remembered, library: Library) -> Record | None:
    """The record as the library has it now."""
    match record.family:
        case "statistic":
            return library.statistics.get(record.id)
        case "quotation":
            return library.quotations.get(record.id)
        case "message":
            return library.messages.get(record.id)
        case "diagram":
            return library.diagrams.get(record.id)
        case "source":
            return library.sources.get(record.id)


def _outdated(record: Remembered, now: Record, name: str, at: list[int]) -> Iterator[Finding]:
    again = "build the deck again"
    if isinstance(now, Statistic) and now.superseded_by:
        yield error("superseded", f"the figure {name} has been superseded by ‘{now.superseded_by}’", again, at)
    if isinstance(now, Statistic) and now.doubtful:
        yield warning("doubtful", f"the figure {name} is in doubt: {brief(now.doubtful, 120)}", "leave it out", at)
    if said(now) == record.said:
        return
    words = f"{name} was ‘{brief(record.said)}’ when the deck was built; the library now has ‘{brief(said(now))}’"
    match record.family:
        case "statistic":
            yield error("figure-outdated", f"the figure {words}", again, at)
        case "quotation" | "message":
            yield error("quotation-not-exact", f"the {record.family} {words}", again, at)
        case _:
            yield note("record-changed", f"the {record.family} {words}", again, at)


def _named(names: Iterable[str]) -> str:
    listed = list(names)
    more = f" and {len(listed) - _NAMED} more" if len(listed) > _NAMED else ""
    return ", ".join(listed[:_NAMED]) + more


def _all(found: Mapping[str, set[int]]) -> list[int]:
    return sorted({number for numbers in found.values() for number in numbers})
