"""What a finished presentation says of itself: which records its slides show, and the words as they were written.

An output puts it into the file; whoever looks at the file later can tell what was changed by hand and what of the
library has changed since.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from hashlib import sha256
from typing import Any, Literal, TypeAlias

from deckmaker.model.diagnostic import Position
from deckmaker.model.evidence import Diagram, Library, Message, Quotation, Source, Statistic
from deckmaker.model.figures import figure_words
from deckmaker.model.frozen import frozen
from deckmaker.model.lazy_records import LazyRecords

NAMESPACE = "urn:deckmaker:manifest:1"
"""Names the form of the manifest in a file; its number goes up when the form changes."""

Family: TypeAlias = Literal["statistic", "quotation", "message", "diagram", "source"]
Use: TypeAlias = Literal["shows", "names", "cites", "notes"]
"""How a slide uses a record: it shows it, names its figure in a text, cites it, or has it in the notes only."""
Record: TypeAlias = Statistic | Quotation | Message | Diagram | Source
FAMILIES: dict[type, Family] = {
    Statistic: "statistic", Quotation: "quotation", Message: "message", Diagram: "diagram", Source: "source"
}  # fmt: skip
ALTERNATIVE_TEXT, NOTES, CHART = "alternative text", "notes", "chart"
"""The places of words that do not stand on the slide itself, and of the numbers of a chart."""


@frozen(kw_only=True)
class RecordUse:
    """One record on one slide."""

    family: Family
    id: str
    use: Use


@frozen(kw_only=True)
class Written:
    """One paragraph as it was written: its place on the slide, and the statistics whose figures stand in it."""

    place: str
    words: str
    figures: tuple[str, ...] = ()


@frozen(kw_only=True)
class Claimed:
    """One slide. ``identity`` stays the same when slides are added or moved; ``id`` is the file's own number for it."""

    number: int
    id: int
    identity: str
    kind: str
    title: str
    uses: tuple[RecordUse, ...] = ()
    texts: tuple[Written, ...] = ()
    citations: tuple[tuple[int, str], ...] = ()

    def used(self, family: Family) -> tuple[str, ...]:
        """Names of the records of a family that the slide uses in any way, each once."""
        return tuple(dict.fromkeys(one.id for one in self.uses if one.family == family))


@frozen(kw_only=True)
class Remembered:
    """A record as it was when the file was made: what it said, and a digest of all of it."""

    family: Family
    id: str
    said: str
    digest: str


@frozen(kw_only=True)
class Manifest:
    """A whole presentation. ``library`` is a digest of all evidence that it could have used, ``layouts`` are titles."""

    deck: str
    version: str
    brand: str
    library: str
    slides: tuple[Claimed, ...]
    records: tuple[Remembered, ...]
    layouts: tuple[str, ...] = ()


def series_words(values: Iterable[float]) -> str:
    """The numbers of a row of a chart as words: “57, 43, 21”."""
    return ", ".join(f"{value:.10g}" for value in values)


def said(record: Record) -> str:
    """The words of a record that have to be exact."""
    match record:
        case Statistic():
            return figure_words(record)
        case Quotation():
            return record.text
        case Message() | Diagram():
            return record.headline
        case Source():
            return record.reference


def remembered(record: Record) -> Remembered:
    """The record as it is now."""
    return Remembered(family=FAMILIES[type(record)], id=record.id, said=said(record), digest=record_digest(record))


def record_digest(record: Record) -> str:
    """SHA-256 of everything that the record says, wherever it is written; of a work that it cites, only the name."""
    words = json.dumps(_as_data(record, whole=True), ensure_ascii=False, sort_keys=True)
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def library_digest(library: Library) -> str:
    """SHA-256 over the digests of all records, whatever their order."""
    families: Iterable[Mapping[str, Record]] = (
        library.sources, library.statistics, library.quotations, library.messages, library.diagrams
    )  # fmt: skip
    digests = sorted(digest for family in families for digest in _digests(family))
    return sha256("\n".join(digests).encode()).hexdigest()


def _digests(family: Mapping[str, Record]) -> Iterable[str]:
    return family.digests.values() if isinstance(family, LazyRecords) else map(record_digest, family.values())


_PLAIN = frozenset({str, int, float, bool, type(None)})


@cache
def _names(cls: Any) -> tuple[str, ...]:
    """Names of the fields of a dataclass."""
    return tuple(one.name for one in fields(cls))


def _as_data(value: Any, *, whole: bool = False) -> Any:
    if type(value) in _PLAIN:
        return value
    match value:
        case Enum() | date():
            return str(value)
        case Source() | Quotation() if not whole:
            return value.id
        case tuple() | frozenset():
            return [_as_data(one) for one in value]
        case dict():
            return {str(key): _as_data(one) for key, one in value.items()}
        case _ if is_dataclass(value):
            return {
                name: _as_data(one)
                for name in _names(value.__class__)
                if not isinstance(one := getattr(value, name), Position) and one is not None
            }
        case _:
            return value
