"""What the file says of itself: title, author, subject, keywords, language. No clock is asked."""

from __future__ import annotations

from datetime import date

from deckmaker.model.deck import LaidOutDeck
from deckmaker.outputs.pptx.markup import escaped, part

_NO_DATE = date(1980, 1, 1)
"""For a deck without a date of its own: the same input gives the same bytes."""
_CORE = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)


def core_properties(laid_out: LaidOutDeck) -> bytes:
    """The core properties; empty ones are left out."""
    deck = laid_out.deck
    author = deck.presenter or deck.organisation or deck.theme.organisation
    day = (deck.date or _NO_DATE).isoformat()
    stated = (
        ("dc:title", str(deck.title).replace("\n", " ")),
        ("dc:subject", str(deck.subtitle or "").replace("\n", " ")),
        ("dc:creator", author),
        ("cp:keywords", ", ".join(_keywords(laid_out))),
        ("cp:lastModifiedBy", author),
        ("cp:revision", "1"),
        ("dc:language", deck.language),
    )
    words = "".join(f"<{name}>{escaped(value)}</{name}>" for name, value in stated if value)
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return part(f"<cp:coreProperties {_CORE}>{words}{dates}</cp:coreProperties>")


def _keywords(laid_out: LaidOutDeck) -> tuple[str, ...]:
    """Whom and where the deck is for, and the names of its parts, each once."""
    deck = laid_out.deck
    named = [deck.theme.organisation, deck.organisation, deck.event]
    named += [str(value).replace("-", " ") for value in (deck.audience, deck.nation) if value]
    named += [frame.section for frame in laid_out.frames]
    return tuple(dict.fromkeys(word.replace(",", "") for word in named if word))


def extended_properties(laid_out: LaidOutDeck) -> bytes:
    """The properties that PowerPoint shows as statistics."""
    notes = sum(1 for frame in laid_out.frames if frame.notes)
    company = escaped(laid_out.deck.organisation or laid_out.deck.theme.organisation)
    return part(
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<TotalTime>0</TotalTime><Application>deckmaker</Application>"
        f"<PresentationFormat>{'Custom' if laid_out.deck.page else 'Widescreen'}</PresentationFormat>"
        f"<Slides>{len(laid_out.frames)}</Slides><Notes>{notes}</Notes><HiddenSlides>0</HiddenSlides>"
        f"<Company>{company}</Company><AppVersion>16.0000</AppVersion></Properties>"
    )
