"""Where things stand on an infographic summary: equal panels, with places for the records that they hold."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from deckmaker.fonts import LINE_HEIGHT
from deckmaker.layout.grid import FULL, LEFT, WORDMARK_RIGHT, body, foot, headline
from deckmaker.model.colour import Colour
from deckmaker.model.frame import Box, ShapeItem
from deckmaker.model.layout import IconPlace, Layout, Placeholder

_PANELS = (("blush", "coral"), ("mist", "teal"), ("haze", "plum"), ("sand", "plum"))
_GAP, _PAD, _BOTTOM = 18.0, 20.0, 470.0
_ICON = 44.0
_LARGER = 4.0
"""By how much words without a figure are larger than those below one."""


def _boxes(count: int, top: float) -> list[Box]:
    """Equal panels: two or three in a row, four in two rows."""
    across = 2 if count == 4 else count
    down = 2 if count == 4 else 1
    width = (FULL - _GAP * (across - 1)) / across
    height = (_BOTTOM - top - _GAP * (down - 1)) / down
    return [
        Box(LEFT + (n % across) * (width + _GAP), top + (n // across) * (height + _GAP), width, height)
        for n in range(count)
    ]


def _places(number: int, box: Box, large: float, words: float, *, figure: bool, low: bool) -> Iterator[Placeholder]:
    """Figure and words of a panel. A low panel has the hedged figure beside the icon, a high one the hedge alone."""
    tall = large * LINE_HEIGHT + 1
    x, width = box.x + _PAD, box.width - 2 * _PAD
    top = box.y + 16 + _ICON + 8
    if low:
        x, width, top = x + _ICON + 16, width - _ICON - 16, box.y + 14
    if figure and not low:
        yield body(f"hedge-{number}", Box(x + _ICON + 14, box.y + 20, width - _ICON - 14, _ICON), 22, bold=True,
                   colour="title", anchor="middle", optional=True, prompt="Hedge")  # fmt: skip
    if figure:
        yield body(f"figure-{number}", Box(x - 1, top, width + 1, tall), large, bold=True, colour="title",
                   anchor="middle", prompt="Figure")  # fmt: skip
        top += tall + 2
    size = words if figure else words + _LARGER
    yield body(
        f"words-{number}",
        Box(x, top, width, box.bottom - 10 - top),
        size,
        prompt="Words",
        space_after=3 if low else 6,
        anchor="middle" if low and not figure else "top",
    )


def _beside(box: Box, figure: bool) -> float:
    """How far below the top of a low panel its icon stands: beside the figure, or halfway down beside words."""
    return 18 if figure else (box.height - _ICON) / 2


def _layout(kinds: tuple[bool, ...], step: int) -> Layout:
    """A layout for panels with a figure (true) or with words alone, in one of the sizes, below a headline."""
    low = len(kinds) == 4
    *sizes, lines = _SIZES[len(kinds)][step]
    boxes = _boxes(len(kinds), 100 + 42 * (lines - 1))
    code = "".join("f" if figure else "w" for figure in kinds)
    told = ", ".join("figure" if figure else "words" for figure in kinds)
    return Layout(
        name=f"infographic-summary-{code}-{step + 1}",
        title=f"Summary: {told}" + (f", size {step + 1}" if step else ""),
        ground=Colour("cream"),
        placeholders=(
            headline(Box(LEFT, 40, FULL, 43.0 * lines)),
            *(
                place
                for number, (box, figure) in enumerate(zip(boxes, kinds, strict=True), start=1)
                for place in _places(number, box, *sizes, figure=figure, low=low)
            ),
            *foot(),
        ),
        decoration=tuple(
            ShapeItem(name=f"Panel {number}", kind="rectangle", box=box, fill=Colour(fill), radius=8)
            for number, (box, (fill, _)) in enumerate(zip(boxes, _PANELS, strict=False), start=1)
        ),
        icons=tuple(
            IconPlace(
                name=f"icon-{number}",
                box=Box(box.x + _PAD, box.y + (_beside(box, figure) if low else 20), _ICON, _ICON),
                colour=Colour(colour),
            )
            for number, (box, figure, (_, colour)) in enumerate(zip(boxes, kinds, _PANELS, strict=False), start=1)
        ),
        wordmark=WORDMARK_RIGHT,
    )


_SIZES = {
    2: ((88, 26, 1), (60, 24, 1), (48, 22, 2), (36, 18, 2)),
    3: ((60, 24, 1), (48, 22, 1), (48, 20, 2), (28, 20, 1), (28, 18, 2)),
    4: ((48, 22, 1), (36, 18, 1), (36, 18, 2)),
}
"""Sizes of figure and words, and lines of the headline, for so many panels; the largest first."""


def _every_size(kinds: tuple[bool, ...]) -> tuple[Layout, ...]:
    return tuple(_layout(kinds, step) for step in range(len(_SIZES[len(kinds)])))


BY_KINDS = {kinds: _every_size(kinds) for count in (3, 2, 4) for kinds in product((True, False), repeat=count)}
LAYOUTS = tuple(layout for layouts in BY_KINDS.values() for layout in layouts)
