"""Records of the evidence library as text for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from deckmaker.cli.table import entries, table
from deckmaker.model.evidence import Citation, Diagram, DiagramPart, Message, Quotation, Source, Statistic
from deckmaker.model.figures import claim, phrase


def listed(kind: str, records: Sequence[Any], width: int) -> Iterator[str]:
    """Lines that show records of one kind in brief, each with the name by which a deck spec asks for it."""
    if kind == "messages":
        return table(("message", "headline"), [(one.id, one.headline) for one in records], width)
    return entries(((one.id, *_in_brief(one)) for one in records), width)


def shown(record: Any, width: int) -> Iterator[str]:
    """Lines that show everything of one record."""
    rows = [(label, words) for label, words in _fields(record) if words]
    return table((record.id, ""), rows, width)


def _in_brief(record: Any) -> tuple[str, ...]:
    match record:
        case Quotation():
            return f"“{record.text}”", f"— {record.attribution}"
        case Statistic():
            return claim(record), f"{record.scope[:1].upper()}{record.scope[1:]}. {_works(record.cite)}"
        case Diagram():
            parts, outcomes = ([part.lead for part in each] for each in (record.parts, record.outcomes))
            return record.headline, f"{' + '.join(parts)} → {' + '.join(outcomes)}" if outcomes else "; ".join(parts)
        case Source():
            return record.reference, record.link
        case _:
            return (str(record),)


def _fields(record: Any) -> Iterator[tuple[str, str]]:
    match record:
        case Message():
            yield from (("headline", record.headline), ("short", record.short), ("summary", str(record.summary)))
            for support in record.supports:
                yield "support", f"{support.lead}: {support.text} ({_works(support.cite)})".removeprefix(": ")
            yield "talking points", str(record.talking_points)
            yield "statistics", ", ".join(record.statistics)
            yield "quotations", ", ".join(record.quotations)
            for section in record.sections:
                yield "section", f"{section.title}. {section.summary}"
        case Quotation():
            yield from (("words", f"“{record.text}”"), ("short", record.short), ("by", record.attribution))
            yield from (("work", record.work), ("year", record.year), ("caveat", record.caveat), ("kind", record.kind))
            yield from (("messages", _joined(record.messages)), ("nations", _joined(record.nations)))
            yield from (("audiences", _joined(record.audiences)), ("notes", record.notes))
        case Statistic():
            yield from (("claim", claim(record)), ("in a sentence", phrase(record)), ("printed", f"“{record.printed}”"))
            yield from (("place", record.place), ("period", record.period), ("population", record.population))
            yield from (("messages", _joined(record.messages)), ("nations", _joined(record.nations)))
            yield from (("graphic", record.drawing.default), ("or", ", ".join(record.drawing.allowed)))
            yield from (("never", f"{refused.kind}: {refused.because}") for refused in record.drawing.refused)
            yield from (("doubtful", record.doubtful), ("superseded by", record.superseded_by))
            yield "review by", record.review_by.isoformat() if record.review_by else ""
        case Diagram():
            yield from (("headline", record.headline), ("graphic", record.graphic))
            yield from (("part", _part(part)) for part in record.parts)
            yield from (("outcome", _part(part)) for part in record.outcomes)
            yield "words of", record.words_of.id if record.words_of else ""
            yield from (("place", record.place), ("period", record.period), ("notes", str(record.notes or "")))
            yield from (("messages", _joined(record.messages)), ("nations", _joined(record.nations)))
            yield "review by", record.review_by.isoformat() if record.review_by else ""
        case Source():
            yield from (("reference", record.reference), ("link", record.link), ("uses", record.uses))
            yield from ((f"printed as {number}", words) for number, words in record.printed.items())
        case _:
            raise TypeError(f"{record!r} is no record")
    yield from (("caveat", caveat) for caveat in getattr(record, "caveats", ()))
    yield from (("source", _cited(citation)) for citation in getattr(record, "cite", ()))


def _part(part: DiagramPart) -> str:
    """One part in a line: nation, name, words, and the works behind it."""
    nation = f"{part.nation.value}: " if part.nation else ""
    said = f"{nation}{part.lead}" + (f". {part.text}" if part.text else "")
    return f"{said} ({_works(part.cite)})" if part.cite else said


def _cited(citation: Citation) -> str:
    number = f"number {citation.number}" if citation.number is not None else ""
    details = ", ".join(part for part in (number, citation.locator, "inferred" if citation.inferred else "") if part)
    return f"{citation.source.reference} [{citation.source.id}{f'; {details}' if details else ''}]"


def _works(citations: Iterable[Citation]) -> str:
    return "; ".join(dict.fromkeys(citation.source.short for citation in citations))


def _joined(values: Iterable[object]) -> str:
    return ", ".join(str(value) for value in values)
