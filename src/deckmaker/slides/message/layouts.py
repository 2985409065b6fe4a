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


def _panel(panel: int, top: float, size: float, lead_lines: int, icon: float) -> tuple[Placeholder, Placeholder]:
    x, width, first = _left(panel) + _PAD, _WIDTH - 2 * _PAD, top + 32 + icon
    large = max(24.0, size)
    lead_height = large * LINE_HEIGHT * lead_lines + 1
    lead = body(f"lead-{panel + 1}", Box(x, first, width, lead_height), large, bold=True, colour="title",
                anchor="bottom", prompt="Lead", reads="heading")  # fmt: skip
    below = first + lead_height + 6
    return lead, body(f"support-{panel + 1}", Box(x, below, width, _TOP + _HEIGHT - 12 - below), size, prompt="Support")


def _supported(
    name: str,
    title: str,
    sizes: tuple[float, float],
    lead_lines: int,
    lines: int = 2,
    *,
    icon: float = 46,
    width: float = 852,
) -> Layout:
    """Three panels below a message of so many lines; ``sizes`` are those of the headline and of the supports."""
    top = _TOP - 27 * (2 - lines)
    return Layout(
        name=name,
        title=title,
        ground=Colour("cream"),
        placeholders=(
            headline(Box(54, 62, 852, 44), size=sizes[0]),
            _EYEBROW,
            body("words", Box(54, 112, width, 31 * lines), 22, prompt="The message in full"),
            *(place for panel in range(3) for place in _panel(panel, top, sizes[1], lead_lines, icon)),
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
            IconPlace(
                name=f"icon-{panel + 1}", box=Box(_left(panel) + _PAD, top + 22, icon, icon), colour=Colour(colour)
            )
            for panel, (_, colour) in enumerate(_PANELS)
        ),
        wordmark=WORDMARK_RIGHT,
    )


_COIN, _LEAD, _TEXT = 68.0, 146.0, 420.0
"""Of a row: how large its coin is, and where its lead and its text begin."""


def _rowed(lines: int, size: float, width: float, heading: float = 34.0) -> Layout:
    """Three rows below a message of so many lines: an icon on a coin, the lead, and the support beside it."""
    first, end = 122.0 + 31 * lines, 472.0
    long = ("" if size >= _ROW_SIZES[0] else "-long") + ("" if heading >= 34 else "-wide-type")
    height = (end - first) / 3
    tops = [first + row * height for row in range(3)]
    leads = (
        body(f"lead-{row + 1}", Box(_LEAD, top + 4, _TEXT - _LEAD - 16, height - 8), 26, bold=True, colour="title",
             anchor="middle", prompt="Lead", reads="heading")
        for row, top in enumerate(tops)
    )  # fmt: skip
    supports = (
        body(f"support-{row + 1}", Box(_TEXT, top + 4, 906 - _TEXT, height - 8), size, anchor="middle",
             prompt="Support")
        for row, top in enumerate(tops)
    )  # fmt: skip
    inset = (height - _COIN) / 2
    return Layout(
        name=f"message-rows-{lines}-lines{long}" + ("-balanced" if width < 852 else ""),
        title=f"Message of {lines} line{'' if lines == 1 else 's'} with rows"
        + (", balanced" if width < 852 else "")
        + long.replace("-long", ", long").replace("-wide-type", ", wide type"),
        ground=Colour("cream"),
        placeholders=(
            headline(Box(54, 62, 852, 44), size=heading),
            _EYEBROW,
            body("words", Box(54, 112, width, 31 * lines), 22, prompt="The message in full"),
            *(place for pair in zip(leads, supports, strict=True) for place in pair),
            *foot(),
        ),
        decoration=(
            *(
                ShapeItem(name=f"Coin {row + 1}", kind="rectangle", box=Box(54, top + inset, _COIN, _COIN),
                          fill=Colour(_PANELS[row][1]), radius=_COIN / 2)
                for row, top in enumerate(tops)
            ),
            *(
                ShapeItem(name=f"Line {row}", kind="rectangle", box=Box(54, tops[row] - 0.5, 852, 1),
                          fill=Colour("hairline"))
                for row in (1, 2)
            ),
        ),
        icons=tuple(
            IconPlace(name=f"icon-{row + 1}", box=Box(54 + 15, top + inset + 15, _COIN - 30, _COIN - 30),
                      colour=Colour("on-dark"))
            for row, top in enumerate(tops)
        ),
        wordmark=WORDMARK_RIGHT,
    )  # fmt: skip


Shows: TypeAlias = Literal["figure", "hedged", "groups"]
_SHOWS: tuple[Shows, ...] = ("figure", "hedged", "groups")
"""What stands to the left of a graphic: a figure, one with its hedge, or words alone where the figures are several."""


def _drawn(end: str, lines: int, *, shows: Shows) -> Layout:
    """The message in so many lines and the claim below it to the left, the graphic to the right."""
    figure, words = _SIZES[end]
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
        name=f"message-{shows}-{lines}-lines{end}",
        title=f"Message of {lines} lines with a graphic, {shows}{end.replace('-', ', ')}",
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
            body("words", Box(54, 130, 400, 334), 30, anchor="middle", prompt="The message in full"),
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


_BALANCED = 690.0
"""Width of a message of two lines that breaks near its middle, in points."""
SUPPORTED = (
    _supported("message", "Message", (34, 24), 1),
    _supported("message-one-line", "Message of one line", (34, 24), 1, 1),
    _supported("message-one-line-large", "Message of one line, large", (34, 26), 1, 1, icon=64),
    _supported("message-one-line-roomy", "Message of one line, roomy", (34, 24), 1, 1, icon=64),
    _supported("message-balanced", "Message, balanced", (34, 24), 1, icon=56, width=_BALANCED),
    _supported("message-balanced-long", "Message, balanced, long", (34, 24), 1, width=_BALANCED),
    _supported("message-long", "Message, long", (34, 22), 2),
    _supported("message-longest", "Message, longest", (30, 20), 2),
    _supported("message-wide-type", "Message in wide type", (30, 18), 2),
)
_ROW_SIZES = (24.0, 20.0)
ROWED = (
    *(_rowed(lines, size, width) for size in _ROW_SIZES for lines, width in ((1, 852), (2, _BALANCED), (2, 852))),
    *(_rowed(2, size, 852, heading=30) for size in _ROW_SIZES),
)
_SIZES = {"-large": (80, 24), "": (54, 24), "-long": (40, 20)}
"""Ends of names of layouts, largest type first, with the sizes of figure and claim."""
DRAWN = {shows: tuple(_drawn(end, lines, shows=shows) for end in _SIZES for lines in (2, 3, 4, 5)) for shows in _SHOWS}
TOLD = (
    _told("message-figure", "Message with a figure", 80),
    _told("message-figure-long", "Message with a figure, long", 48),
)
LAYOUTS = (*SUPPORTED, *ROWED, *(layout for layouts in DRAWN.values() for layout in layouts), *TOLD)
TRIED = (
    "message-one-line-large",
    "message-one-line-roomy",
    "message-one-line",
    "message-balanced",
    "message-balanced-long",
    "message",
    "message-long",
    "message-longest",
    "message-wide-type",
)
"""Panels in the order in which they are tried."""
