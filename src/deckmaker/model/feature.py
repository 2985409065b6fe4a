"""What a feature is: the four constants that discovery looks for, one in each file of a family's folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from typing import Any, Generic, Literal, Protocol, TypeAlias, TypeVar

from deckmaker.model.colour import Colour
from deckmaker.model.deck import Deck, Image, LaidOutDeck, Slide
from deckmaker.model.diagnostic import Diagnostic, Severity
from deckmaker.model.evidence import Citation, Diagram, Statistic
from deckmaker.model.figures import HedgedFigure, hedged_figure
from deckmaker.model.frame import Align, Chart, Graphic, GraphicChoice
from deckmaker.model.frozen import frozen
from deckmaker.model.layout import Layout
from deckmaker.model.picture import Drawn, Picture
from deckmaker.model.text import Run, Text

S = TypeVar("S", bound=Slide)
Shape: TypeAlias = Literal["square", "wide", "strip", "words"]
"""The box that a graphic does best in; ``words`` is one that is nothing but words, which a slide sets as live text."""


@frozen(kw_only=True)
class Table:
    """Rows of cells; each column has a share of the width and an alignment.

    The headers are the first row, the first column, both or neither.
    """

    rows: tuple[tuple[Text, ...], ...]
    shares: tuple[float, ...]
    aligns: tuple[Align, ...]
    alternative_text: str
    header_row: bool = True
    header_column: bool = False


@frozen(kw_only=True)
class Content:
    """What one page of a slide puts into a layout's places, by their names.

    ``layouts`` are the names to try in order, largest type first: the first in which everything fits is taken.
    ``images`` come with their alternative text, which is empty for decoration; those that are ``cropped`` fill their
    places. ``unbroken`` texts, like headlines, take a later layout where they would leave one word alone on a line.
    """

    layouts: tuple[str, ...]
    texts: Mapping[str, Text] = field(default_factory=dict)
    graphics: Mapping[str, Graphic] = field(default_factory=dict)
    icons: Mapping[str, str] = field(default_factory=dict)
    images: Mapping[str, tuple[Image, str]] = field(default_factory=dict)
    tables: Mapping[str, Table] = field(default_factory=dict)
    cropped: frozenset[str] = frozenset()
    unbroken: frozenset[str] = frozenset()
    notes: Text = field(default_factory=Text)


@frozen(kw_only=True)
class Panel:
    """What a slide says as one part of a larger page, such as a poster.

    ``figure`` stands in large type with its ``hedge`` before it and its ``base`` beside it; ``words`` go on from there.
    ``points`` are a short list, each with the name of an icon or without. ``quoted`` words are set as a quotation, with
    its ``attribution``. ``kicker`` stands small above the heading. ``title`` is for a page that shows the panel alone
    and has no heading. ``source`` is one of the author's own. A ``strong`` panel is an ask and stands out.
    The first of the ``caveats`` stands at the foot of the page. ``brief`` is what it says where a page has no room for
    all of it.
    """

    title: str = ""
    kicker: str = ""
    heading: Text = field(default_factory=Text)
    attribution: Text = field(default_factory=Text)
    caveats: tuple[str, ...] = ()
    source: Text = field(default_factory=Text)
    strong: bool = False
    icon: str = ""
    brief: Panel | None = None
    hedge: str = ""
    figure: str = ""
    base: Text = field(default_factory=Text)
    words: Text = field(default_factory=Text)
    points: tuple[tuple[str, Text], ...] = ()
    quoted: bool = False
    graphic: Graphic | None = None
    citations: tuple[Citation, ...] = ()
    scope: str = ""


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

    def notes(self, slide: Slide, *parts: Text, caveats: Iterable[str] = (), facilitated: bool = False) -> Text:
        """Speaker notes: content note, the author's own words or else the parts, timing, caveats, sources in full.

        Empty if notes are off. ``facilitated`` parts tell the content note and the time by themselves.
        """
        ...

    def fits(self, layout: str, placeholder: str, text: Text) -> bool:
        """Whether the text fits a placeholder of a named layout of this kind."""
        ...

    def graphic(self, subject: Statistic | Diagram, choice: GraphicChoice | None, ground: Colour) -> Graphic | None:
        """The record's graphic on a background: of the kind asked for, else its usual one, else the first other
        that its record allows and that can be drawn; nothing where words serve it better.
        """
        ...

    def has_room(self, graphic: Graphic, layout: str, placeholder: str) -> bool:
        """Whether the graphic can be drawn in a placeholder of a named layout of this kind."""
        ...

    def shape(self, graphic: Graphic) -> Shape:
        """The shape of box that the graphic does best in."""
        ...

    def figure(self, graphic: Graphic) -> HedgedFigure:
        """The figure in the form that the graphic shows: “at least 1 in 7”."""
        ...


@frozen(kw_only=True)
class SlideKind(Generic[S]):
    """One kind of slide: the keys an author writes (a ``Slide``), its layouts, and how it fills a page.

    ``example`` is a spec of one slide, as YAML, for the reference page and the tests. ``panel`` is what such a slide
    says as a part of a larger page; a kind without it can be no part of one.
    """

    slide: type[S]
    layouts: tuple[Layout, ...]
    fill: Callable[[S, Page], tuple[Content, ...]]
    example: str
    panel: Callable[[S, Page], Panel] | None = None


class Measure(Protocol):
    """The width in points of words in the drawn font. What it measured is remembered, so it is hashable."""

    def __call__(self, words: str, size: float, *, bold: bool = False) -> float: ...

    def __hash__(self) -> int: ...


@frozen(kw_only=True)
class GraphicKind:
    """One kind of graphic, for statistics or for diagrams (``shows``).

    ``refuses`` says why it cannot show a record honestly, or nothing; ask ``refusal``. ``draw`` gives the marks for a
    box of a width and height in points; ``describe`` says the same in words, for alternative text: figure, hedge, base,
    place, period, source. ``chart`` gives the numbers for a native chart, or nothing where this record makes none;
    ``native`` says that the marks themselves make good native shapes. ``version`` goes up with every change to what is
    drawn.
    """

    title: str
    refuses: Callable[[Any], str]
    draw: Callable[[Graphic, float, float, Measure], Picture]
    describe: Callable[[Graphic], str]
    figure: Callable[[Statistic], HedgedFigure] = hedged_figure
    shape: Shape = "square"
    version: int = 1
    shows: type[Statistic] | type[Diagram] = Statistic
    native: bool = False
    chart: Callable[[Graphic], Chart] | None = None

    def refusal(self, subject: Statistic | Diagram) -> str:
        """Why this kind cannot show the record honestly, or nothing."""
        if not isinstance(subject, self.shows):
            return f"it shows a {self.shows.__name__.lower()}, and ‘{subject.id}’ is none"
        return self.refuses(subject)


class Draw(Protocol):
    """Draws marks on a background, clear where they leave it; remembers what it has drawn before."""

    def __call__(self, picture: Picture, ground: Colour) -> Drawn: ...


@frozen(kw_only=True)
class OutputKind:
    """One file format: a deck in, files by name out. Pure: the same deck gives the same bytes.

    ``not_for`` are kinds of deck that it makes no sense for. ``sized`` pictures are as large as the deck's size of
    them.
    """

    title: str
    render: Callable[[LaidOutDeck, Draw], Mapping[str, bytes]]
    not_for: frozenset[str] = frozenset()
    sized: bool = False


@frozen(kw_only=True)
class Check:
    """A rule that every deck must keep, explained in four parts for its reference page.

    A rule ``of_truth`` cannot be made to weigh less; if it is an error, nobody can waive what it finds.
    """

    code: str
    severity: Severity
    what: str
    why: str
    example: str
    instead: str
    find: Callable[[LaidOutDeck], Iterable[Diagnostic]]
    of_truth: bool = False


AnySlideKind = SlideKind[Any]
