"""A finished page: items at fixed places, which every output draws and none decides about. Lengths are points."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Literal, NewType, TypeAlias

from deckmaker.model.colour import Colour
from deckmaker.model.evidence import Diagram, Statistic
from deckmaker.model.frozen import frozen
from deckmaker.model.text import Run, Text

if TYPE_CHECKING:
    from deckmaker.model.picture import Picture

GraphicName = NewType("GraphicName", str)
"""The name of a kind of graphic: a file in ``graphics/``."""

Align: TypeAlias = Literal["left", "centre", "right"]
Anchor: TypeAlias = Literal["top", "middle", "bottom"]


@frozen
class Box:
    """A rectangle on the page: left, top, width, height in points from the top left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def overlaps(self, other: Box, tolerance: float = 0.01) -> bool:
        """Whether the two share any area."""
        return (
            self.x < other.right - tolerance
            and other.x < self.right - tolerance
            and self.y < other.bottom - tolerance
            and other.y < self.bottom - tolerance
        )

    def contains(self, other: Box, tolerance: float = 0.01) -> bool:
        """Whether the other lies wholly inside."""
        return (
            self.x <= other.x + tolerance
            and self.y <= other.y + tolerance
            and other.right <= self.right + tolerance
            and other.bottom <= self.bottom + tolerance
        )


@frozen(kw_only=True)
class TextStyle:
    """How the text of a placeholder looks. It lives in a layout, never on a slide.

    ``marker`` makes every paragraph an entry of a list, its marker hanging in ``indent`` points to the left.
    """

    size: float
    colour: Colour
    bold: bool = False
    align: Align = "left"
    anchor: Anchor = "top"
    line_spacing: float = 1.0
    space_after: float = 0.0
    marker: Literal["none", "bullet", "number"] = "none"
    marker_colour: Colour | None = None
    indent: float = 0.0


@frozen
class Line:
    """One line of wrapped text: its runs, its measured width, and the place of its paragraph in the text."""

    runs: tuple[Run, ...]
    width: float
    paragraph: int = 0


@frozen(kw_only=True)
class TextItem:
    """Text in its box, wrapped. ``placeholder`` names the layout's placeholder that it fills."""

    placeholder: str
    box: Box
    text: Text
    style: TextStyle
    lines: tuple[Line, ...] = ()
    height: float = 0.0
    words_too_many: int = 0

    @property
    def overflows(self) -> bool:
        """Whether the text needs more room than its box has."""
        return self.words_too_many > 0


@frozen(kw_only=True)
class ShapeItem:
    """A plain shape without words, always decoration. ``radius`` rounds a rectangle's corners.

    ``motif`` is what belongs to the brand's motif: a brand may do without.
    """

    name: str
    kind: Literal["rectangle", "ellipse"]
    box: Box
    fill: Colour | None = None
    outline: Colour | None = None
    outline_width: float = 0.0
    radius: float = 0.0
    motif: bool = False


@frozen(kw_only=True)
class IconItem:
    """An icon as a vector shape in one colour. It is decoration: the words beside it say the same."""

    icon: str
    box: Box
    colour: Colour


@frozen(kw_only=True)
class GraphicChoice:
    """What an author asks of a graphic: another kind than the usual one, an object that can be edited."""

    kind: GraphicName | None = field(default=None, metadata={"doc": "another graphic than the usual one"})
    native: bool = field(
        default=False, metadata={"doc": "an object that can be edited in PowerPoint, in place of a picture"}
    )


@frozen(kw_only=True)
class Graphic:
    """A record to be drawn: which kind, from which records. What is drawn and said depends on nothing else.

    ``figure_told`` where the figure stands in large type right beside it, so that a key need not say it again.
    ``native`` asks for an object that can be edited in the presentation, in place of a picture.
    """

    kind: str
    subject: Statistic | Diagram
    reference: Statistic | None = None
    beside: Statistic | None = None
    figure_told: bool = False
    native: bool = False
    ground: Colour

    @property
    def statistic(self) -> Statistic:
        """The statistic. Raises ``TypeError`` for a diagram: a kind is only ever given what it shows."""
        if not isinstance(self.subject, Statistic):
            raise TypeError(f"{self.subject.id!r} is no statistic")
        return self.subject

    @property
    def diagram(self) -> Diagram:
        """The diagram. Raises ``TypeError`` for a statistic."""
        if not isinstance(self.subject, Diagram):
            raise TypeError(f"{self.subject.id!r} is no diagram")
        return self.subject


@frozen(kw_only=True)
class Series:
    """One row of numbers of a chart, a number for each category; its points may differ in colour."""

    name: str
    values: tuple[float, ...]
    colours: tuple[Colour, ...]


@frozen(kw_only=True)
class Chart:
    """The numbers of a graphic as a chart that can be edited: bars, bars in parts, or dots, on a scale from zero.

    ``labels`` are the words beside each point, series after series, hedge included; ``most`` is the end of the scale
    (0 leaves it to the program); ``reference`` is a labelled line across all bars.
    """

    kind: Literal["bars", "stacked", "dots"]
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    labels: tuple[str, ...] = ()
    number_format: str = "General"
    most: float = 0.0
    reference: tuple[str, float] | None = None


@frozen(kw_only=True)
class GraphicItem:
    """A graphic at its place: its marks, worked out for the box, and its words for people who do not see it.

    ``native`` where it was asked for as an object that can be edited and has such a form: ``chart`` are its numbers
    where it is a chart, and the others are marks.
    """

    placeholder: str
    box: Box
    graphic: Graphic
    picture: Picture
    alternative_text: str
    native: bool = False
    chart: Chart | None = None


@frozen(kw_only=True)
class ImageItem:
    """A picture file at its place. An empty alternative text marks decoration.

    ``cropped`` fills the box and loses what is too wide or too high; else the picture stands whole in its middle.
    """

    placeholder: str
    box: Box
    image: bytes
    alternative_text: str
    cropped: bool = False


@frozen(kw_only=True)
class TableCell:
    """One cell of a table: its text, wrapped in its column."""

    text: Text
    lines: tuple[Line, ...] = ()


@frozen(kw_only=True)
class TableItem:
    """A table at its place. Its headers are the first row, the first column, both or neither.

    ``columns`` are widths and ``heights`` those of the rows, in points; ``style`` is that of the body's text, and
    ``words_too_many`` counts what has no room, as in a text.
    """

    placeholder: str
    box: Box
    rows: tuple[tuple[TableCell, ...], ...]
    columns: tuple[float, ...]
    heights: tuple[float, ...]
    style: TextStyle
    aligns: tuple[Align, ...]
    alternative_text: str
    words_too_many: int = 0
    header_row: bool = True
    header_column: bool = False

    @property
    def overflows(self) -> bool:
        """Whether the table needs more room than its box has."""
        return self.words_too_many > 0


FrameItem: TypeAlias = TextItem | ShapeItem | IconItem | GraphicItem | ImageItem | TableItem


@frozen(kw_only=True)
class Frame:
    """A page: a layout's name, a background, and items in reading order.

    ``notes`` are what the presenter says; ``section`` is the part of the deck that the frame belongs to.
    """

    layout: str
    ground: Colour
    width: float
    height: float
    title: str
    items: tuple[FrameItem, ...]
    notes: Text = field(default_factory=Text)
    section: str = ""
