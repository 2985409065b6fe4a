"""Named layouts: the placeholders of a page, as PowerPoint understands the word. Lengths are points."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, TypeAlias

from deckmaker.model.colour import Colour
from deckmaker.model.frame import Box, ShapeItem, TextStyle
from deckmaker.model.frozen import frozen

Reads: TypeAlias = Literal["words", "heading", "label"]
"""How words are to be read: for themselves, as the heading of what follows, or as a label (a number, a letter, a time)
that belongs to the words that come next.
"""


class Role(StrEnum):
    """What a placeholder is for. Outputs map it to their own kinds of placeholder."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    BODY = "body"
    PICTURE = "picture"
    TABLE = "table"
    SOURCE = "source"
    SLIDE_NUMBER = "slide-number"
    FOOTER = "footer"


@frozen(kw_only=True)
class Placeholder:
    """A named place in a layout. ``optional`` ones may stay empty and are then left out of the slide.

    ``prompt`` is what PowerPoint shows in an empty one. Picture placeholders have no text style.
    """

    name: str
    role: Role
    box: Box
    style: TextStyle | None = None
    optional: bool = False
    prompt: str = ""
    reads: Reads = "words"


@frozen(kw_only=True)
class IconPlace:
    """Where a layout sets an icon: a named square and a colour."""

    name: str
    box: Box
    colour: Colour


@frozen(kw_only=True)
class Layout:
    """A named set of placeholders in reading order, with its background and decoration.

    ``wordmark`` is where the brand's wordmark stands, on this background; ``rule`` draws the hairline above the foot.
    """

    name: str
    title: str
    ground: Colour
    placeholders: tuple[Placeholder, ...]
    decoration: tuple[ShapeItem, ...] = ()
    icons: tuple[IconPlace, ...] = ()
    wordmark: Box | None = None
    rule: bool = True

    def placeholder(self, name: str) -> Placeholder:
        """The placeholder of that name. Raises ``KeyError`` with the names there are."""
        for placeholder in self.placeholders:
            if placeholder.name == name:
                return placeholder
        raise KeyError(f"layout {self.name!r} has no placeholder {name!r}")
