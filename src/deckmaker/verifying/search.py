"""Finds records: by message, nation, audience, kind of record, and by words anywhere in them."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any, Literal, TypeAlias

from deckmaker.model.evidence import Diagram, Library, Message, Quotation, Source, Statistic
from deckmaker.model.frozen import frozen
from deckmaker.model.scope import Audience, Nation
from deckmaker.verifying.export import KINDS, as_data

Record: TypeAlias = Message | Quotation | Statistic | Diagram | Source
Kind: TypeAlias = Literal["messages", "quotations", "statistics", "diagrams", "sources"]


@frozen(kw_only=True)
class Wanted:
    """What records must have; nothing given, nothing asked.

    A nation finds what speaks of it and what names none, since that holds in all of them. An audience finds what is
    meant for it; only quotations name theirs.
    """

    kinds: tuple[Kind, ...] = ()
    message: int | None = None
    nation: Nation | None = None
    audience: Audience | None = None
    words: tuple[str, ...] = ()


def search(library: Library, wanted: Wanted) -> Iterator[tuple[Kind, Record]]:
    """The records, kind by kind in the library’s order."""
    belonging = _of_message(library, wanted.message)
    for kind in KINDS:
        if wanted.kinds and kind not in wanted.kinds:
            continue
        for record in getattr(library, kind).values():
            if (belonging is None or (kind, record.id) in belonging) and _fits(record, wanted):
                yield kind, record  # type: ignore[misc]


def named(library: Library, name: str, kind: Kind | None = None) -> list[tuple[Kind, Record]]:
    """The records of that name; a number is a message, or a reference number of a source if asked for sources."""
    found: list[tuple[Kind, Record]] = [
        (one, record)  # type: ignore[misc]
        for one in ((kind,) if kind else KINDS)
        if (record := getattr(library, one).get(name)) is not None
    ]
    if not found and name.isascii() and name.isdigit():
        found.extend(("sources", source) for source in library.sources.values() if int(name) in source.numbers)
    return found


def _fits(record: Record, wanted: Wanted) -> bool:
    nations: Sequence[Nation] = getattr(record, "nations", ())
    if wanted.nation is not None and nations and wanted.nation not in nations:
        return False
    if wanted.nation is not None and not nations and not isinstance(record, Statistic | Quotation | Diagram):
        return False
    if wanted.audience is not None and wanted.audience not in getattr(record, "audiences", ()):
        return False
    return all(_folded(word) in _everything(record) for word in wanted.words)


def _of_message(library: Library, number: int | None) -> set[tuple[str, str]] | None:
    """What belongs to a message: itself, its quotations and statistics, and the works that any of them cites."""
    if number is None:
        return None
    found: set[tuple[str, str]] = {("messages", str(number))} & {("messages", name) for name in library.messages}
    message = library.messages.get(str(number))
    records: list[Any] = [message, *message.supports] if message else []
    for kind in ("quotations", "statistics", "diagrams"):
        for record in getattr(library, kind).values():
            if number in record.messages or (message and record.id in getattr(message, kind, ())):
                found.add((kind, record.id))
                records.append(record)
    for record in records:
        parts = (*record.parts, *record.outcomes) if isinstance(record, Diagram) else ()
        for citation in (*record.cite, *getattr(record, "rests_on", ()), *(c for part in parts for c in part.cite)):
            found.add(("sources", citation.source.id))
    return found


def _everything(record: Record) -> str:
    return _folded(json.dumps(as_data(record), ensure_ascii=False))


def _folded(words: str) -> str:
    """Words without case, accents or the shape of apostrophes, so that what is typed finds what is printed."""
    plain = unicodedata.normalize("NFKD", words.replace("’", "'").replace("‘", "'")).casefold()
    return "".join(character for character in plain if not unicodedata.combining(character))
