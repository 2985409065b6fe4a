"""The brand's wordmark set in type: bold words over a second line.

A second line with dashes around it is small and letter-spaced, between short rules; one without is as large as the
first.
"""

from __future__ import annotations

from deckmaker.fonts import LINE_HEIGHT, measure
from deckmaker.layout.grid import WIDTH
from deckmaker.model.colour import Colour
from deckmaker.model.frame import Box, ShapeItem
from deckmaker.model.frozen import frozen
from deckmaker.model.theme import Theme

_SUBLINE = 0.36
_SPACING = 0.16
_RULE = 0.06
_PANEL_PAD, _PANEL_RADIUS = 4.0, 4.0
_DASHES = " —–"
"""Around a subline they stand for the short rules that are drawn on both sides of it."""


@frozen(kw_only=True)
class WordmarkLine:
    """One line of the wordmark, centred in its box. ``spacing`` is added after every letter, in points."""

    words: str
    box: Box
    size: float
    colour: Colour
    bold: bool = False
    spacing: float = 0.0


@frozen(kw_only=True)
class SetWordmark:
    """A wordmark at its place: one line or two, and the rules in the colour of the second."""

    box: Box
    lines: tuple[WordmarkLine, ...]
    rules: tuple[Box, ...] = ()


@frozen(kw_only=True)
class PlacedLogo:
    """A logo file at its place, and the white panel behind one that is made for light backgrounds only."""

    content: bytes
    box: Box
    panel: ShapeItem | None = None


def place_logo(theme: Theme, box: Box, *, dark: bool) -> PlacedLogo | None:
    """The brand's logo file in its box, on a light or a dark background; nothing where the words are set in type."""
    mark = theme.wordmark
    content = mark.logo(dark=dark)
    if not content:
        return None
    if not mark.needs_panel(dark=dark):
        return PlacedLogo(content=content, box=box)
    panel = ShapeItem(name="Panel", kind="rectangle", box=box, fill=Colour("white"), radius=_PANEL_RADIUS)
    inner = Box(box.x + _PANEL_PAD, box.y + _PANEL_PAD, box.width - 2 * _PANEL_PAD, box.height - 2 * _PANEL_PAD)
    return PlacedLogo(content=content, box=inner, panel=panel)


def set_wordmark(theme: Theme, box: Box, *, dark: bool, page_width: float = WIDTH) -> SetWordmark | None:
    """The wordmark in its box, to the right in a box on the right; nothing where the brand has no words for it."""
    words, subline = theme.wordmark.words, theme.wordmark.subline.strip(_DASHES)
    if not words:
        return None
    strong, quiet = (Colour("on-dark"),) * 2 if dark else (Colour("title"), Colour("secondary"))
    ruler = measure(theme.live)
    ruled = theme.wordmark.subline.startswith(tuple(_DASHES[1:]))
    share = (_SUBLINE if ruled else 1.0) if subline else 0.0
    widest = max(ruler(words, 1, bold=True), 0.0 if ruled else ruler(subline, 1))
    size = min(box.width / widest, box.height / LINE_HEIGHT / (1 + share))
    small = size * share
    width = size * widest
    height = (size + small) * LINE_HEIGHT
    left = box.right - width if box.x > page_width / 2 else box.x
    outer = Box(left, box.y + (box.height - height) / 2, width, height)
    first = Box(left, outer.y, ruler(words, size, bold=True), size * LINE_HEIGHT)
    lines = [WordmarkLine(words=words, box=first, size=size, colour=strong, bold=True)]
    rules: tuple[Box, ...] = ()
    if subline and not ruled:
        below = Box(left, first.bottom, ruler(subline, small), small * LINE_HEIGHT)
        lines.append(WordmarkLine(words=subline, box=below, size=small, colour=quiet))
    elif subline:
        second = Box(left, first.bottom, width, small * LINE_HEIGHT)
        spacing = small * _SPACING
        lines.append(WordmarkLine(words=subline, box=second, size=small, colour=quiet, spacing=spacing))
        length = (width - ruler(subline, small) - spacing * len(subline)) / 2 - small * 0.6
        if length > small:
            thick = size * _RULE
            middle = second.y + second.height / 2 - thick / 2
            rules = tuple(Box(x, middle, length, thick) for x in (left, left + width - length))
    return SetWordmark(box=outer, lines=tuple(lines), rules=rules)
