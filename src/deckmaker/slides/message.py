"""A key message: its exact words, and the three things that carry it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from deckmaker.layout.grid import WORDMARK_RIGHT, body, foot, headline
from deckmaker.model.colour import Colour
from deckmaker.model.deck import Slide
from deckmaker.model.evidence import Message
from deckmaker.model.feature import Content, Page, SlideKind
from deckmaker.model.frame import Box, ShapeItem
from deckmaker.model.layout import IconPlace, Layout, Placeholder
from deckmaker.model.text import Text, plain


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageSlide(Slide):
    """One of the ten key messages, by its number."""

    main: ClassVar[str] = "message"

    message: Message = field(metadata={"doc": "number of a key message, 1 to 10"})


_PANELS = (("blush", "coral"), ("mist", "teal"), ("haze", "plum"))
_TOP, _HEIGHT, _WIDTH, _GAP, _PAD = 190.0, 274.0, 271.4, 18.9, 20.0


def _left(panel: int) -> float:
    return 54 + panel * (_WIDTH + _GAP)


def _panel(panel: int, size: float, lead_lines: int) -> tuple[Placeholder, Placeholder]:
    x, width, top = _left(panel) + _PAD, _WIDTH - 2 * _PAD, _TOP + 78
    lead_height = 29.2 * lead_lines
    lead = body(
        f"lead-{panel + 1}",
        Box(x, top, width, lead_height),
        24,
        bold=True,
        colour="title",
        anchor="bottom",
        prompt="Lead",
    )
    below = top + lead_height + 6
    return lead, body(f"support-{panel + 1}", Box(x, below, width, _TOP + _HEIGHT - 12 - below), size, prompt="Support")


def _layout(name: str, title: str, headline_size: float, support_size: float, lead_lines: int) -> Layout:
    return Layout(
        name=name,
        title=title,
        ground=Colour("cream"),
        placeholders=(
            headline(Box(54, 62, 852, 44), size=headline_size),
            body("eyebrow", Box(54, 36, 400, 25), 18, bold=True, colour="focus", prompt="Key message"),
            body("words", Box(54, 112, 852, 62), 22, prompt="The message in full"),
            *(place for panel in range(3) for place in _panel(panel, support_size, lead_lines)),
            *foot(),
        ),
        decoration=tuple(
            ShapeItem(
                name=f"Panel {panel + 1}",
                kind="rectangle",
                box=Box(_left(panel), _TOP, _WIDTH, _HEIGHT),
                fill=Colour(fill),
                radius=8,
            )
            for panel, (fill, _) in enumerate(_PANELS)
        ),
        icons=tuple(
            IconPlace(name=f"icon-{panel + 1}", box=Box(_left(panel) + _PAD, _TOP + 22, 46, 46), colour=Colour(colour))
            for panel, (_, colour) in enumerate(_PANELS)
        ),
        wordmark=WORDMARK_RIGHT,
    )


LAYOUTS = (
    _layout("message", "Message", 34, 24, 1),
    _layout("message-long", "Message, long", 34, 22, 2),
    _layout("message-longest", "Message, longest", 30, 20, 2),
)


def fill(slide: MessageSlide, page: Page) -> tuple[Content, ...]:
    """One page: the short headline, the message word for word, three panels with their sources."""
    message = slide.message
    texts = {
        "title": slide.headline or plain(message.short),
        "eyebrow": plain(f"Key message {message.number}"),
        "words": plain(message.headline).followed_by(*page.mark(message.cite)),
        "source": _source(slide, page),
    }
    for number, support in enumerate(message.supports, start=1):
        texts[f"lead-{number}"] = plain(support.lead)
        texts[f"support-{number}"] = support.text.followed_by(*page.mark(support.cite))
    return (
        Content(
            layouts=tuple(layout.name for layout in LAYOUTS),
            texts=texts,
            icons={f"icon-{n}": support.icon for n, support in enumerate(message.supports, start=1)},
            notes=page.notes(slide, message.talking_points, caveats=message.caveats),
        ),
    )


def _source(slide: MessageSlide, page: Page) -> Text:
    whole = page.source_line(slide.citations)
    return whole if page.fits(LAYOUTS[0].name, "source", whole) else page.source_line(slide.citations, brief=True)


SLIDE = SlideKind(slide=MessageSlide, layouts=LAYOUTS, fill=fill, example="message: 1")
