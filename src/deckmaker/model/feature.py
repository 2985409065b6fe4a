"""What a feature is: the four constants that discovery looks for, one in each file of a family's folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, Protocol, TypeAlias, TypeVar

from deckmaker.model.colour import Colour
from deckmaker.model.deck import Deck, LaidOutDeck, Slide
from deckmaker.model.diagnostic import Diagnostic, Severity
from deckmaker.model.evidence import Citation, Statistic
from deckmaker.model.figures import HedgedFigure, hedged_figure
from deckmaker.model.frame import Graphic
from deckmaker.model.layout import Layout
from deckmaker.model.picture import Drawn, Picture
from deckmaker.model.text import Run, Text

S = TypeVar("S", bound=Slide)
Shape: TypeAlias = Literal["square", "wide", "strip", "words"]
"""The box that a graphic does best in; ``words`` is one that is nothing but words, which a slide sets as live text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What one page of a slide puts into a layout's places, by their names.

    ``layouts`` are the names to try in order, largest type first: the first in which everything fits is taken.
    """

    layouts: tuple[str, ...]
    texts: Mapping[str, Text] = field(default_factory=dict)
    graphics: Mapping[str, Graphic] = field(default_factory=dict)
    icons: Mapping[str, str] = field(default_factory=dict)
    notes: Text = field(default_factory=Text)


class Page(Protocol):
    """What a slide kind may ask while it fills a page."""

    @property
    def deck(self) -> Deck: ...

    def mark(self, citations: Iterable[Citation]) -> tuple[Run, ...]:
        """Citation marks: one run a work, numbered as in this deck's references."""
        ...

    def source_line(self, citations: Iterable[Citation], *more: str, brief: bool = False) -> Text:
        """The line at the foot: ‘Source: Hogg, Rare Jewels (2019) [1]. England, 2019.’ with further short sentences;
        ``brief`` leaves the titles out.
        """
        ...

    def notes(self, slide: Slide, *parts: Text, caveats: Iterable[str] = ()) -> Text:
        """Speaker notes: the author's own, else the parts; then caveats and sources in full; empty if notes are off."""
        ...

    def fits(self, layout: str, placeholder: str, text: Text) -> bool:
        """Whether the text fits a placeholder of a named layout of this kind."""
        ...

    def graphic(self, statistic: Statistic, kind: str | None, ground: Colour) -> Graphic | None:
        """The statistic's graphic on a background: of the kind asked for, else its usual one, else the first other
        that its record allows and that can be drawn; nothing where words serve it better.
        """
        ...

    def shape(self, graphic: Graphic) -> Shape:
        """The shape of box that the graphic does best in."""
        ...

    def figure(self, graphic: Graphic) -> HedgedFigure:
        """The figure in the form that the graphic shows: “at least 1 in 7”."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideKind(Generic[S]):
    """One kind of slide: the keys an author writes (a ``Slide``), its layouts, and how it fills a page.

    ``example`` is a spec of one slide, as YAML, for the reference page and the tests.
    """

    slide: type[S]
    layouts: tuple[Layout, ...]
    fill: Callable[[S, Page], tuple[Content, ...]]
    example: str


class Measure(Protocol):
    """The width in points of words in the drawn font."""

    def __call__(self, words: str, size: float, *, bold: bool = False) -> float: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphicKind:
    """One kind of statistic graphic.

    ``refuses`` says why it cannot show a statistic honestly, or nothing; ``draw`` gives the marks for a box of a width
    and height in points; ``describe`` says the same in words, for alternative text: figure, hedge, base, place,
    period, source. ``version`` goes up with every change to what is drawn.
    """

    title: str
    refuses: Callable[[Statistic], str]
    draw: Callable[[Graphic, float, float, Measure], Picture]
    describe: Callable[[Graphic], str]
    figure: Callable[[Statistic], HedgedFigure] = hedged_figure
    shape: Shape = "square"
    version: int = 1


class Draw(Protocol):
    """Draws marks on a background, clear where they leave it; remembers what it has drawn before."""

    def __call__(self, picture: Picture, ground: Colour) -> Drawn: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputKind:
    """One file format: a deck in, files by name out. Pure: the same deck gives the same bytes."""

    title: str
    render: Callable[[LaidOutDeck, Draw], Mapping[str, bytes]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A rule that every deck must keep, explained in four parts for its reference page."""

    code: str
    severity: Severity
    what: str
    why: str
    example: str
    instead: str
    find: Callable[[LaidOutDeck], Iterable[Diagnostic]]


AnySlideKind = SlideKind[Any]
