"""A graphic has few colours, and one of them draws the eye."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic, Severity
from deckmaker.model.feature import Check
from deckmaker.model.frame import GraphicItem
from deckmaker.model.picture import Circle, Rectangle, Segment, Symbol

CODE = "many-colours"
MOST = 4
"""Colours that stand for data in one graphic."""
_NO_DATA = ("coin", "track", "rest", "hairline", "ink", "secondary", "title")
"""What lies behind data, what is left over, and what is written."""


def find(laid_out: LaidOutDeck) -> Iterator[Diagnostic]:
    """One diagnostic for each graphic with too many colours of data."""
    for slide, frame in zip(laid_out.slides, laid_out.frames, strict=True):
        for item in frame.items:
            if isinstance(item, GraphicItem) and len(colours := data_colours(item)) > MOST:
                yield Diagnostic(
                    CODE,
                    f"the graphic of this {slide.kind} slide has {len(colours)} colours of data; {MOST} can be told "
                    "apart by everybody",
                    slide.position,
                    "show fewer groups, or choose another graphic",
                )


def data_colours(item: GraphicItem) -> tuple[str, ...]:
    """Names of the colours that stand for data in a graphic, each once."""
    found: dict[str, None] = {}
    for mark in item.picture.marks:
        colours: tuple[object, ...] = ()
        if isinstance(mark, Circle | Rectangle):
            colours = (mark.fill, mark.outline)
        elif isinstance(mark, Symbol | Segment):
            colours = (mark.colour,)
        found.update((str(one), None) for one in colours if one is not None)
    if item.chart is not None:
        found.update((str(one), None) for series in item.chart.series for one in series.colours)
    return tuple(name for name in found if name not in _NO_DATA and not name.startswith("on-"))


CHECK = Check(
    code=CODE,
    severity=Severity.ERROR,
    what=f"A graphic with more than {MOST} colours that stand for data. Grey rests, tracks and words do not count.",
    why=(
        "Beyond four, colours are confused: first by people who see colours differently, then by everybody who looks "
        "from the key to the graphic and back."
    ),
    example="Six groups as six coloured bars.",
    instead="One colour for all and one for the focus, with words beside each, as all graphics here have it.",
    find=find,
)
