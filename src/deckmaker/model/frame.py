"""A finished page: items at fixed places, which every output draws and none decides about. Lengths are points."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NewType, TypeAlias

from deckmaker.model.colour import Colour
from deckmaker.model.evidence import Statistic
from deckmaker.model.text import Run, Text

if TYPE_CHECKING:
    from deckmaker.model.picture import Picture

GraphicName = NewType("GraphicName", str)
"""The name of a kind of graphic: a file in ``graphics/``."""

Align: TypeAlias = Literal["left", "centre", "right"]
Anchor: TypeAlias = Literal["top", "middle", "bottom"]


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True)
class Line:
    """One line of wrapped text: its runs and its measured width."""

    runs: tuple[Run, ...]
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapeItem:
    """A plain shape without words, always decoration. ``radius`` rounds a rectangle's corners."""

    name: str
    kind: Literal["rectangle", "ellipse"]
    box: Box
    fill: Colour | None = None
    outline: Colour | None = None
    outline_width: float = 0.0
    radius: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class IconItem:
    """An icon as a vector shape in one colour. It is decoration: the words beside it say the same."""

    icon: str
    box: Box
    colour: Colour


@dataclass(frozen=True, slots=True, kw_only=True)
class Graphic:
    """A statistic to be drawn: which kind, from which records. What is drawn and said depends on nothing else.

    ``figure_told`` where the figure stands in large type right beside it, so that a key need not say it again.
    """

    kind: str
    statistic: Statistic
    reference: Statistic | None = None
    beside: Statistic | None = None
    figure_told: bool = False
    ground: Colour


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphicItem:
    """A graphic at its place: its marks, worked out for the box, and its words for people who do not see it."""

    placeholder: str
    box: Box
    graphic: Graphic
    picture: Picture
    alternative_text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageItem:
    """A picture file at its place. An empty alternative text marks decoration."""

    placeholder: str
    box: Box
    image: bytes
    alternative_text: str


FrameItem: TypeAlias = TextItem | ShapeItem | IconItem | GraphicItem | ImageItem


@dataclass(frozen=True, slots=True, kw_only=True)
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
