"""Where things stand on a message slide: three panels, or the claim and the graphic of one figure."""

from __future__ import annotations

from typing import Literal, TypeAlias

from deckmaker.fonts import LINE_HEIGHT
from deckmaker.layout.grid import WORDMARK_RIGHT, body, foot, headline, picture
from deckmaker.model.colour import Colour
from deckmaker.model.frame import Box, ShapeItem
from deckmaker.model.layout import IconPlace, Layout, Placeholder

_PANELS = (("blush", "coral"), ("mist", "teal"), ("haze", "plum"))
_TOP, _HEIGHT, _WIDTH, _GAP, _PAD = 190.0, 274.0, 271.4, 18.9, 20.0
_EYEBROW = body("eyebrow", Box(54, 36, 400, 25), 18, bold=True, colour="focus", prompt="Key message")


def _left(panel: int) -> float:
    return 54 + panel * (_WIDTH + _GAP)


def _panel(panel: int, top: float, size: float, lead_lines: int) -> tuple[Placeholder, Placeholder]:
    x, width, first = _left(panel) + _PAD, _WIDTH - 2 * _PAD, top + 78
    lead_height = 29.2 * lead_lines
    lead = body(f"lead-{panel + 1}", Box(x, first, width, lead_height), 24, bold=True, colour="title", anchor="bottom",
                prompt="Lead", reads="heading")  # fmt: skip
    below = first + lead_height + 6
    return lead, body(f"support-{panel + 1}", Box(x, below, width, _TOP + _HEIGHT - 12 - below), size, prompt="Support")


def _supported(name: str, title: str, sizes: tuple[float, float], lead_lines: int, lines: int = 2) -> Layout:
    """Three panels below a message of so many lines; ``sizes`` are those of the headline and of the supports."""
    top = _TOP - 27 * (2 - lines)
    return Layout(
        name=name,
        title=title,
        ground=Colour("cream"),
        placeholders=(
            headline(Box(54, 62, 852, 44), size=sizes[0]),
            _EYEBROW,
            body("words", Box(54, 112, 852, 31 * lines), 22, prompt="The message in full"),
            *(place for panel in range(3) for place in _panel(panel, top, sizes[1], lead_lines)),
            *foot(),
        ),
        decoration=tuple(
            ShapeItem(
                name=f"Panel {panel + 1}",
                kind="rectangle",
                box=Box(_left(panel), top, _WIDTH, _TOP + _HEIGHT - top),
                fill=Colour(fill),
                radius=8,
            )
            for panel, (fill, _) in enumerate(_PANELS)
        ),
        icons=tuple(
            IconPlace(name=f"icon-{panel + 1}", box=Box(_left(panel) + _PAD, top + 22, 46, 46), colour=Colour(colour))
            for panel, (_, colour) in enumerate(_PANELS)
        ),
        wordmark=WORDMARK_RIGHT,
    )


Shows: TypeAlias = Literal["figure", "hedged", "groups"]
_SHOWS: tuple[Shows, ...] = ("figure", "hedged", "groups")
"""What stands to the left of a graphic: a figure, one with its hedge, or words alone where the figures are several."""


def _drawn(step: int, lines: int, *, shows: Shows) -> Layout:
    """The message in so many lines and the claim below it to the left, the graphic to the right."""
    figure, words = _SIZES[step]
    after = 122 + lines * 24 * LINE_HEIGHT + 1
    bar = Box(54, after + 14, 60, 4)
    top, places = bar.bottom + 12, []
    if shows == "hedged":
        places.append(body("hedge", Box(54, top, 440, 30), 22, bold=True, colour="title", prompt="Hedge"))
        top += 30
    if shows != "groups":
        tall = figure * LINE_HEIGHT + 1
        places.append(body("figure", Box(52, top, 444, tall), figure, bold=True, colour="focus", prompt="Figure"))
        top += tall + 2
    places.append(body("claim", Box(54, top, 440, 470 - top), words, prompt="Of what, and the sentence"))
    return Layout(
        name=f"message-{shows}-{lines}-lines" + ("-long" if step else ""),
        title=f"Message of {lines} lines with a graphic, {shows}" + (", long" if step else ""),
        ground=Colour("cream"),
        placeholders=(
            headline(Box(54, 62, 852, 44)),
            _EYEBROW,
            body("words", Box(54, 122, 440, after - 122), 24, prompt="The message in full"),
            *places,
            picture("graphic", Box(546, 122, 360, 348)),
            *foot(),
        ),
        decoration=(ShapeItem(name="Bar", kind="rectangle", box=bar, fill=Colour("focus")),),
        wordmark=WORDMARK_RIGHT,
    )


def _told(name: str, title: str, figure: float) -> Layout:
    """The message to the left, a figure that no graphic shows in a panel to the right."""
    tall = figure * LINE_HEIGHT + 1
    return Layout(
        name=name,
        title=title,
        ground=Colour("cream"),
        placeholders=(
            headline(Box(54, 62, 852, 44)),
            _EYEBROW,
            body("words", Box(54, 134, 400, 320), 28, prompt="The message in full"),
            body("hedge", Box(526, 150, 354, 34), 24, bold=True, colour="title", optional=True, prompt="Hedge"),
            body("figure", Box(524, 184, 356, tall), figure, bold=True, colour="focus", prompt="Figure"),
            body("claim", Box(526, 188 + tall, 352, 262 - tall), 22, prompt="Of what, and the sentence"),
            *foot(),
        ),
        decoration=(
            ShapeItem(name="Panel", kind="rectangle", box=Box(500, 130, 406, 334), fill=Colour("blush"), radius=8),
        ),
        wordmark=WORDMARK_RIGHT,
    )


SUPPORTED = (
    _supported("message", "Message", (34, 24), 1),
    _supported("message-one-line", "Message of one line", (34, 24), 1, 1),
    _supported("message-long", "Message, long", (34, 22), 2),
    _supported("message-longest", "Message, longest", (30, 20), 2),
    _supported("message-wide-type", "Message in wide type", (30, 18), 2),
)
_SIZES = ((54, 24), (40, 20))
"""Sizes of figure and claim."""
DRAWN = {
    shows: tuple(_drawn(step, lines, shows=shows) for step in range(len(_SIZES)) for lines in (2, 3, 4, 5))
    for shows in _SHOWS
}
TOLD = (
    _told("message-figure", "Message with a figure", 80),
    _told("message-figure-long", "Message with a figure, long", 48),
)
LAYOUTS = (*SUPPORTED, *(layout for layouts in DRAWN.values() for layout in layouts), *TOLD)
TRIED = ("message-one-line", "message", "message-long", "message-longest", "message-wide-type")
