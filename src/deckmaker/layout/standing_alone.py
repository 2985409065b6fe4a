"""A graphic on a page of its own: headline in a band, claim, the graphic, and a foot that says where it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeAlias

from deckmaker.layout.claim_block import ClaimBlock, claim_block
from deckmaker.layout.lettering import SMALLEST, passage
from deckmaker.layout.marks import extent, placed
from deckmaker.layout.page_frame import PageFrame, page_frame
from deckmaker.layout.poster import PosterPage
from deckmaker.model.evidence import Diagram, Statistic
from deckmaker.model.feature import GraphicKind, Measure
from deckmaker.model.figures import claim
from deckmaker.model.frame import Box, Graphic
from deckmaker.model.frozen import frozen
from deckmaker.model.picture import Circle, Label, Mark, NoRoomError, Picture, Rectangle
from deckmaker.model.theme import Theme

_LARGE = 30.0
"""From this size on a graphic's own figure is the figure of the page."""
_GROWTHS = (1.4, 1.2, 1.0, 0.9, 0.75)
"""How much larger than on a slide of this size a graphic may be drawn, and, where room is scarce, how much smaller."""
_WORDS = (1.25, 1.0, 0.85, 0.7)
"""How large the words around it are, of their usual size."""
_COLUMN = 0.42
"""Width of the words beside a graphic, as a share of the page's."""
_SENTENCE = 22.0
_SENTENCE_WORTH = 0.2
"""How much larger type of a sentence counts that says what the graphic shows: its room is the graphic's."""
_SMALLEST = 12.0
_MOSTLY_WORDS = 0.06
"""A graphic whose symbols take less than this share of it is judged by its words."""
_CLEAR, _MANY = 44.0, 20
"""Side of a symbol that is seen at once, in points of a slide; so many rectangles are symbols, and not bars."""
_PLAIN = 2.0
"""The few symbols of a diagram are to be so many times as large."""
_WIDE = 1.25
"""From this width to height on, the claim may stand beside the graphic."""
_PROBE = 460.0
_Found: TypeAlias = tuple[float, tuple[Mark, ...]]
"""A way to fill the page, and how much it is worth: large symbols first, then large type."""


def standing_alone(kind: GraphicKind, graphic: Graphic, page: PosterPage, theme: Theme, measure: Measure) -> Picture:
    """The graphic with all that a reader of it alone has to know. Raises ``NoRoomError`` where that does not fit."""
    frame = page_frame(graphic, page, theme, measure)
    setting = _Setting(kind, graphic, frame.body, frame.unit, measure)
    marks = setting.with_figure() if setting.needs_its_figure else setting.with_sentence()
    if not marks:
        raise NoRoomError(
            f"{page.width:.0f} by {page.height:.0f} points are too few for the graphic, its claim and its source"
        )
    return _whole(frame, marks, page, graphic)


def _whole(frame: PageFrame, marks: tuple[Mark, ...], page: PosterPage, graphic: Graphic) -> Picture:
    return Picture(
        width=page.width,
        height=page.height,
        marks=(*frame.head, *marks, *frame.foot),
        ground=graphic.ground,
        areas=frame.areas,
    )


@frozen
class _Setting:
    """Ways to fill the body of a page with the graphic and the claim; ``unit`` is a point of a slide on this page."""

    kind: GraphicKind
    graphic: Graphic
    body: Box
    unit: float
    measure: Measure

    @property
    def needs_its_figure(self) -> bool:
        """Whether the page has to show the figure in large type, since the graphic leaves it to others."""
        if isinstance(self.graphic.subject, Diagram) or len(self.graphic.statistic.values) > 1:
            return False
        marks = self._drawn(replace(self.graphic, figure_told=True), _PROBE, _PROBE, 1.0)
        return not any(isinstance(mark, Label) and mark.size >= _LARGE for mark in marks)

    def with_figure(self) -> tuple[Mark, ...]:
        """Hedge, figure and claim, and the graphic under them or beside them, whichever shows the symbols larger."""
        ways = (self._below, self._beside) if self._wide else (self._below,)
        return _best(found for words in _WORDS for arrange in ways for found in arrange(words))

    def with_sentence(self) -> tuple[Mark, ...]:
        """The graphic, under the claim as one sentence where its own words do not tell what it shows."""
        subject = self.graphic.subject
        grown = self._grown(self.graphic, self.body)
        if isinstance(subject, Diagram) or self.graphic.beside is not None:
            alone = _best(grown)
        else:
            alone = _best(one for one in grown if _tells(one[1], subject))
        if alone:
            return self._centred((), alone)
        if isinstance(subject, Diagram):
            return ()
        return _best(found for words in _WORDS for found in self._under_sentence(subject, words))

    def _under_sentence(self, statistic: Statistic, words: float) -> Iterator[_Found]:
        size = max(_SENTENCE * self.unit * words, _SMALLEST)
        said = passage(claim(statistic), self.body.width, size, self.measure)
        if said.fits and len(said.lines) <= self._most_lines:
            for worth, marks in self._grown(self.graphic, self._under(said.height), size * 1.35):
                yield worth * words**_SENTENCE_WORTH, self._centred(said.labels(self.body.x, self.body.y), marks)

    @property
    def _wide(self) -> bool:
        return self.body.width > _WIDE * self.body.height

    @property
    def _most_lines(self) -> int:
        return 3 if self.body.width > self.body.height else 6

    def _under(self, height: float) -> Box:
        top = height + self._gap
        return Box(self.body.x, self.body.y + top, self.body.width, self.body.height - top)

    @property
    def _gap(self) -> float:
        return 26 * self.unit

    def _claim(self, column: float, most: float, words: float) -> ClaimBlock:
        size = max(_SENTENCE * self.unit * words, _SMALLEST)
        statistic = self.graphic.statistic
        return claim_block(statistic, self.kind.figure(statistic), column, most, size, self.measure)

    def _below(self, words: float) -> Iterator[_Found]:
        share = 0.36 if self._wide else 0.3
        most = min(self.body.height * share, 150 * self.unit) * words
        block = self._claim(self.body.width * 0.96, most, words)
        told = replace(self.graphic, figure_told=True)
        if block.fits:
            for worth, marks in self._grown(told, self._under(block.height), block.words[0].size):
                yield worth * words, self._centred(block.labels(self.body.x, self.body.y), marks)

    def _beside(self, words: float) -> Iterator[_Found]:
        column = self.body.width * _COLUMN
        block = self._claim(column, min(self.body.height * 0.5, 170 * self.unit) * words, words)
        if not block.fits or block.height > self.body.height:
            return
        left = column + 1.6 * self._gap
        box = Box(self.body.x + left, self.body.y, self.body.width - left, self.body.height)
        for worth, marks in self._grown(replace(self.graphic, figure_told=True), box, block.words[0].size):
            ink = extent(marks)
            tall = max(block.height, ink.height)
            top = self.body.y + (self.body.height - tall) / 2
            moved = [placed(mark, 0, top + (tall - ink.height) / 2 - ink.y) for mark in marks]
            yield worth * words, (*block.labels(self.body.x, top + (tall - block.height) / 2), *moved)

    def _centred(self, words: tuple[Label, ...], marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
        """Words and graphic with the room that is left shared out: a little between them, the rest around."""
        ink = extent((*words, *marks))
        spare = self.body.bottom - ink.bottom + ink.y - self.body.y
        between = min(spare * 0.3, 2 * self._gap) if words else 0.0
        up = ink.y - self.body.y - (spare - between) * 0.46
        return (
            *(placed(mark, 0, -up) for mark in words),
            *(placed(mark, 0, between - up) for mark in marks),
        )

    def _grown(self, graphic: Graphic, box: Box, most: float = 1e9) -> Iterator[_Found]:
        """The graphic in its place, in larger and smaller type, as far as there is room.

        Plain words above ``most`` points are worth less: they would outdo the claim.
        """
        found = False
        for growth in _GROWTHS:
            if growth < 1 and found:
                return
            marks = self._drawn(graphic, box.width, box.height, growth * self.unit)
            words = [mark for mark in marks if isinstance(mark, Label)]
            found = found or bool(marks)
            if marks:
                said = sum(len(label.words) for label in words)
                largest = max((label.size for label in words if label.colour != "focus"), default=most)
                side = _CLEAR * (_PLAIN if isinstance(graphic.subject, Diagram) else 1.0)
                clear = min(1.0, _symbol(marks) / (side * self.unit))
                worth = _filled(marks) ** 0.6 * growth**0.5 * said**0.8 * min(1.0, most / largest) ** 2 * clear
                yield worth, tuple(placed(mark, box.x, box.y) for mark in marks)

    def _drawn(self, graphic: Graphic, width: float, height: float, scale: float) -> tuple[Mark, ...]:
        if min(width, height) <= 0 or SMALLEST * scale < _SMALLEST:
            return ()
        try:
            drawn = self.kind.draw(graphic, width / scale, height / scale, self.measure)
        except NoRoomError:
            return ()
        return tuple(placed(mark, 0, 0, scale) for mark in drawn.marks)


def _best(found: Iterable[_Found]) -> tuple[Mark, ...]:
    """Of several ways to fill a page, the one that is worth most; nothing where there is none."""
    return max(found, key=lambda one: one[0], default=(0.0, ()))[1]


def _filled(marks: tuple[Mark, ...]) -> float:
    """The area that the symbols take, or the words where these are most of it."""
    symbols = [mark for mark in marks if not isinstance(mark, Label)]
    whole = _area(marks)
    drawn = _area(symbols) if symbols else 0.0
    return drawn if drawn > _MOSTLY_WORDS * whole else whole


def _symbol(marks: tuple[Mark, ...]) -> float:
    """Side of the smallest symbol; that of a graphic without symbols is as large as one may wish."""
    circles = [2 * mark.radius for mark in marks if isinstance(mark, Circle)]
    squares = [mark.box.width for mark in marks if isinstance(mark, Rectangle)]
    return min([*circles, *(squares if len(squares) > _MANY else ())], default=1e9)


def _area(marks: Iterable[Mark]) -> float:
    ink = extent(marks)
    return ink.width * ink.height


def _tells(marks: tuple[Mark, ...], statistic: Statistic) -> bool:
    """Whether the words of the graphic are the whole claim already."""
    words = " ".join(mark.words for mark in marks if isinstance(mark, Label)).casefold()
    return all(part.casefold() in words for part in (statistic.base, statistic.predicate))
