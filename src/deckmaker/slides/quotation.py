"""A quotation, exact, with who said it and what is doubtful about that."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar, Literal

from deckmaker.fonts import LINE_HEIGHT
from deckmaker.layout.grid import WORDMARK_RIGHT, body, foot, headline
from deckmaker.model.colour import Colour
from deckmaker.model.deck import Slide
from deckmaker.model.evidence import Quotation
from deckmaker.model.feature import Content, Page, SlideKind
from deckmaker.model.frame import Box
from deckmaker.model.layout import IconPlace, Layout
from deckmaker.model.text import Text, plain


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationSlide(Slide):
    """A quotation of the library, whole or in its short form."""

    main: ClassVar[str] = "quotation"

    quotation: Quotation = field(metadata={"doc": "name of a quotation of the library"})
    form: Literal["whole", "short"] = field(
        default="whole", metadata={"doc": "`short` for an excerpt with marked omissions"}
    )


_TITLES = {"page": "In the baby’s voice", "call-out": "In the Foundation’s words"}
"""Titles for quotations that are nobody else's words."""
_MIDDLE = 270.0
_SPACE = 12.0


def _layout(size: float, lines: int) -> Layout:
    """A layout for this many lines of type of this size, the block centred on the page."""
    height = lines * size * LINE_HEIGHT + _SPACE + 1
    top = _MIDDLE - (height + 58) / 2
    return Layout(
        name=f"quotation-{lines}-lines",
        title=f"Quotation, up to {lines} lines",
        ground=Colour("cream"),
        placeholders=(
            headline(Box(54, 40, 852, 27), size=20, colour="secondary"),
            body(
                "quotation",
                Box(151, top, 755, height),
                size,
                colour="title",
                bold=size >= 30,
                space_after=_SPACE,
                prompt="Quotation",
            ),
            body("attribution", Box(151, top + height + 14, 755, 52), 20, prompt="Who said it, where and when"),
            *foot(),
        ),
        icons=(IconPlace(name="mark", box=Box(62, top + size * 0.12, 58, 58), colour=Colour("focus")),),
        wordmark=WORDMARK_RIGHT,
    )


_SETTINGS = ((44, 2), (38, 3), (38, 4), (34, 5), (30, 6), (30, 7), (26, 9), (24, 11), (22, 12))
"""Type sizes in points, each with the lines that it is for."""
LAYOUTS = tuple(_layout(size, lines) for size, lines in _SETTINGS)


def fill(slide: QuotationSlide, page: Page) -> tuple[Content, ...]:
    """One page, in the largest type that holds the words."""
    quotation = slide.quotation
    words = quotation.short if slide.form == "short" and quotation.short else quotation.text
    texts = {
        "title": slide.headline or plain(_TITLES.get(quotation.kind, f"In their words: {quotation.attribution}")),
        "quotation": plain(*words.split("\n")),
        "attribution": _attribution(quotation),
        "source": page.source_line(quotation.cite, quotation.caveat),
    }
    return (
        Content(
            layouts=tuple(layout.name for layout in LAYOUTS),
            texts=texts,
            icons={"mark": "quote-left"},
            notes=page.notes(slide),
        ),
    )


def _attribution(quotation: Quotation) -> Text:
    year = f"({quotation.year})" if quotation.year else ""
    named = [quotation.attribution]
    if quotation.work and quotation.work not in quotation.attribution:
        named.append(quotation.work)
    return plain(f"{', '.join(named)} {year}".strip())


SLIDE = SlideKind(
    slide=QuotationSlide, layouts=LAYOUTS, fill=fill, example="quotation: easier-to-build-strong-children"
)
