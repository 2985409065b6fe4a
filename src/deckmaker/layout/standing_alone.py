"""A graphic on a page of its own: headline, claim, the graphic, and where the figure comes from."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from deckmaker.layout.lettering import SMALLEST, Passage, passage, stack, stacked_height
from deckmaker.model.colour import Colour
from deckmaker.model.evidence import Statistic
from deckmaker.model.feature import GraphicKind, Measure
from deckmaker.model.figures import claim
from deckmaker.model.frame import Box, Graphic
from deckmaker.model.picture import Circle, Label, Mark, NoRoomError, Picture, Rectangle, Segment, Symbol

_MARGIN = 0.05
"""Around everything, as a share of the longer side."""
_SOURCE = 12.0
_HIGHEST = {"square": 1.0, "wide": 0.6, "strip": 0.5, "words": 0.8}
"""Most height of a graphic, as a share of its width: a page that is higher leaves the rest empty."""


def standing_alone(kind: GraphicKind, graphic: Graphic, width: float, height: float, measure: Measure) -> Picture:
    """The graphic with all that a reader of it alone has to know. Raises ``NoRoomError`` where that does not fit."""
    statistic = graphic.statistic
    margin = max(width, height) * _MARGIN
    inner = width - 2 * margin
    foot = passage(_foot(graphic), inner, _SOURCE, measure, colour="secondary")
    low = height - margin - foot.height
    for large, small in ((34.0, 22.0), (28.0, 20.0), (24.0, SMALLEST), (20.0, SMALLEST)):
        title = passage(statistic.headline or statistic.counted, inner, large, measure, colour="title", bold=True)
        said = passage(claim(statistic), inner, small, measure)
        for words in ((title,), (title, said)):
            top = margin + stacked_height(words, 6) + large * 0.5
            box = Box(margin, top, inner, low - 24 - top)
            drawn = _drawn(kind, graphic, box, measure) if all(one.fits for one in (*words, foot)) else None
            if drawn and (said in words or _tells(drawn, statistic)):
                return _page(width, height, graphic.ground, words, drawn, foot, margin)
    raise NoRoomError(f"{width:.0f} by {height:.0f} points are too few for the graphic, its claim and its source")


def _page(
    width: float,
    height: float,
    ground: Colour,
    words: tuple[Passage, ...],
    drawn: tuple[Mark, ...],
    foot: Passage,
    margin: float,
) -> Picture:
    low = height - margin - foot.height
    rule = Segment(x1=margin, y1=low - 8, x2=width - margin, y2=low - 8, colour=Colour("rest"), width=1.0)
    marks = (*stack(words, margin, margin, 6), *drawn, rule, *foot.labels(margin, low))
    return Picture(width=width, height=height, marks=marks, ground=ground)


def _foot(graphic: Graphic) -> str:
    """Sources, place and period, of the figure and of those drawn with it, and the first caveat."""
    records = [one for one in (graphic.statistic, graphic.reference, graphic.beside) if one is not None]
    works = list(dict.fromkeys(citation.source.short for one in records for citation in one.cite))
    scopes = list(dict.fromkeys(f"{one.scope[:1].upper()}{one.scope[1:]}" for one in records))
    care = graphic.statistic.caveats[:1]
    sources = f"{'Sources' if len(works) > 1 else 'Source'}: {'; '.join(works)}"
    return " ".join(f"{sentence.rstrip('.')}." for sentence in (sources, *scopes, *care))


def _drawn(kind: GraphicKind, graphic: Graphic, box: Box, measure: Measure) -> tuple[Mark, ...] | None:
    """The graphic's marks in the middle of their place, or nothing where they have no room."""
    high = min(box.height, box.width * _HIGHEST[kind.shape])
    if high <= 0:
        return None
    try:
        marks = kind.draw(graphic, box.width, high, measure).marks
    except NoRoomError:
        return None
    return tuple(_moved(mark, box.x, box.y + (box.height - high) / 2) for mark in marks)


def _tells(marks: tuple[Mark, ...], statistic: Statistic) -> bool:
    """Whether the words of the graphic are the whole claim already."""
    words = " ".join(mark.words for mark in marks if isinstance(mark, Label)).casefold()
    return all(part.casefold() in words for part in (statistic.base, statistic.predicate))


def _moved(mark: Mark, x: float, y: float) -> Mark:
    match mark:
        case Circle() | Label():
            return replace(mark, x=mark.x + x, y=mark.y + y)
        case Rectangle() | Symbol():
            return replace(mark, box=replace(mark.box, x=mark.box.x + x, y=mark.box.y + y))
        case Segment():
            return replace(mark, x1=mark.x1 + x, y1=mark.y1 + y, x2=mark.x2 + x, y2=mark.y2 + y)
        case _:
            assert_never(mark)
