"""A quotation, exact, with who said it and what is doubtful about that."""

from __future__ import annotations

from dataclasses import field
from typing import ClassVar, Literal

from deckmaker.fonts import LINE_HEIGHT
from deckmaker.layout.grid import WORDMARK_RIGHT, body, foot, headline, picture
from deckmaker.model.colour import Colour
from deckmaker.model.deck import Deck, Image, Objection, Slide
from deckmaker.model.evidence import Quotation
from deckmaker.model.feature import Content, Page, Panel, SlideKind
from deckmaker.model.frame import Box
from deckmaker.model.frozen import frozen
from deckmaker.model.layout import IconPlace, Layout
from deckmaker.model.text import Paragraph, Run, Text, plain


@frozen(kw_only=True)
class QuotationSlide(Slide):
    """A quotation of the library, whole or in its short form."""

    main: ClassVar[str] = "quotation"

    quotation: Quotation = field(metadata={"doc": "name of a quotation of the library"})
    form: Literal["whole", "short"] = field(
        default="whole", metadata={"doc": "`short` for an excerpt with marked omissions"}
    )
    portrait: Image | None = field(
        default=None, metadata={"doc": "a picture of who said it", "example": "portrait.jpg"}
    )
    portrait_of: str = field(default="", metadata={"doc": "the picture in words, for people who do not see it"})

    def objections(self, deck: Deck) -> tuple[Objection, ...]:
        """A picture without words for people who do not see it, or words without a picture."""
        if self.portrait and not self.portrait_of.strip():
            return (
                Objection(
                    because="the portrait has no words for people who do not see it",
                    instead="portrait-of: who it shows, and how, in a sentence",
                ),
            )
        if self.portrait_of and not self.portrait:
            return (Objection(because="‘portrait-of’ describes a picture that is missing", instead="portrait: a file"),)
        return ()


_TITLES = {"page": "In the baby’s voice", "call-out": "In the Foundation’s words"}
"""Titles for quotations that are nobody else's words."""
_MIDDLE = 270.0
_WIDTHS = {755.0: "", 700.0: "-narrower", 640.0: "-narrowest"}
"""Widths in points, tried in turn where the words would leave one alone on their last line; ends of names."""
_SPACE = 12.0


def _layout(size: float, lines: int, width: float) -> Layout:
    """A layout for this many lines of type of this size, the block centred on the page."""
    height = lines * size * LINE_HEIGHT + _SPACE + 1
    top = _MIDDLE - (height + 58) / 2
    return Layout(
        name=f"quotation-{lines}-lines{_WIDTHS[width]}",
        title=f"Quotation, up to {lines} line{'' if lines == 1 else 's'}{_WIDTHS[width].replace('-', ', ')}",
        ground=Colour("cream"),
        placeholders=(
            headline(Box(54, 40, 852, 27), size=20, colour="secondary"),
            body(
                "quotation",
                Box(151, top, width, height),
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


def _beside_portrait(size: float, lines: int) -> Layout:
    """The same to the right of a portrait, in a narrower column with the mark above it."""
    height = lines * size * LINE_HEIGHT + _SPACE + 1
    top = max(_MIDDLE - (height + 20) / 2 + 24, 124)
    return Layout(
        name=f"quotation-portrait-{lines}-lines",
        title=f"Quotation with a portrait, up to {lines} lines",
        ground=Colour("cream"),
        placeholders=(
            headline(Box(54, 40, 852, 27), size=20, colour="secondary"),
            body("quotation", Box(310, top, 596, height), size, colour="title", bold=size >= 30, space_after=_SPACE,
                 prompt="Quotation"),
            body("attribution", Box(310, top + height + 12, 596, 50), 20, prompt="Who said it, where and when"),
            picture("portrait", Box(54, min(max(top - 52, 84), 240), 216, 216)),
            *foot(),
        ),
        icons=(IconPlace(name="mark", box=Box(310, top - 52, 40, 40), colour=Colour("focus")),),
        wordmark=WORDMARK_RIGHT,
    )  # fmt: skip


_SETTINGS = (
    (54, 1), (44, 2), (38, 3), (38, 4), (34, 5), (30, 6), (30, 7), (26, 8), (26, 9), (24, 10), (24, 11), (22, 12)
)  # fmt: skip
"""Type sizes in points, each with the lines that it is for."""
_ALONE = tuple(_layout(size, lines, width) for size, lines in _SETTINGS for width in _WIDTHS)
_WITH_PORTRAIT = tuple(
    _beside_portrait(size, lines)
    for size, lines in ((38, 2), (34, 3), (34, 4), (30, 5), (28, 6), (26, 7), (24, 8), (22, 10))
)
LAYOUTS = (*_ALONE, *_WITH_PORTRAIT)


def fill(slide: QuotationSlide, page: Page) -> tuple[Content, ...]:
    """One page, in the largest type that holds the words."""
    quotation = slide.quotation
    words = quotation.short if slide.form == "short" and quotation.short else quotation.text
    texts = {
        "title": slide.headline or plain(_title(quotation)),
        "quotation": _exact(words, quotation.language, page.deck),
        "attribution": _attribution(quotation),
        "source": page.source_line(quotation.cite, quotation.caveat),
    }
    return (
        Content(
            layouts=tuple(layout.name for layout in (_WITH_PORTRAIT if slide.portrait else _ALONE)),
            texts=texts,
            icons={"mark": "quote-left"},
            images={"portrait": (slide.portrait, slide.portrait_of)} if slide.portrait else {},
            cropped=frozenset({"portrait"}),
            unbroken=frozenset({"quotation"}),
            notes=page.notes(slide),
        ),
    )


def _title(quotation: Quotation) -> str:
    """Whose words these are, or may be: “Words widely attributed to …”."""
    who = quotation.attribution
    said = f"Words {who[0].lower()}{who[1:]}" if who.startswith("Widely ") else f"In their words: {who}"
    return _TITLES.get(quotation.kind, said)


def _exact(words: str, language: str, deck: Deck) -> Text:
    """The words, one paragraph a part; in another language than the deck's, their runs say so."""
    own = "" if language == deck.language else language
    return Text(tuple(Paragraph((Run(part, language=own),)) for part in words.split("\n")))


def _attribution(quotation: Quotation) -> Text:
    year = f"({quotation.year})" if quotation.year else ""
    named, work = quotation.attribution, quotation.work
    if work and work not in named:
        said = _said_already(named, work)
        named = f"{named}{work.removeprefix(said)}" if said else f"{named}, {work}"
    return plain(f"{named} {year}".strip())


def _said_already(named: str, work: str) -> str:
    """The first words of the work, two at least, with which the name of who said it ends; else nothing."""
    words = work.split()
    starts = (" ".join(words[:count]) for count in range(len(words) - 1, 1, -1))
    return next((start for start in starts if named.endswith(start)), "")


def panel(slide: QuotationSlide, page: Page) -> Panel:
    """The exact words: those that lead to a list, then the list; who said them, unless the page as a whole does."""
    quotation = slide.quotation
    words = quotation.short if slide.form == "short" and quotation.short else quotation.text
    first, *others = _exact(words, quotation.language, page.deck).paragraphs
    listed = bool(others) and str(first).endswith(":")
    own = quotation.kind == "page"
    return Panel(
        title=_title(quotation),
        heading=slide.headline or Text(),
        words=Text((first,) if listed else (first, *others)),
        points=tuple(("", Text((other,))) for other in others) if listed else (),
        quoted=True,
        icon="baby" if "baby’s voice" in quotation.caveat else "quote-left",
        attribution=Text() if own else _attribution(quotation),
        citations=quotation.cite,
        caveats=(quotation.caveat,) if quotation.caveat else (),
    )


SLIDE = SlideKind(
    slide=QuotationSlide,
    layouts=LAYOUTS,
    fill=fill,
    example="quotation: easier-to-build-strong-children",
    panel=panel,
)
