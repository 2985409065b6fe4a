"""A page is read out in an order that makes sense: title, claim, graphic, source."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic, Severity
from deckmaker.model.feature import Check
from deckmaker.model.frame import Frame, IconItem, ShapeItem
from deckmaker.model.layout import Layout, Role

CODE = "reading-order"


def find(laid_out: LaidOutDeck) -> Iterator[Diagnostic]:
    """One diagnostic for each page on which something is read before the title, or after the source."""
    layouts = {layout.name: layout for layout in laid_out.layouts}
    for slide, frame in zip(laid_out.slides, laid_out.frames, strict=True):
        roles = list(_roles(frame, layouts[frame.layout]))
        words = ""
        if Role.TITLE in roles and roles[0] is not Role.TITLE:
            words = "something is read out before the title"
        elif Role.SOURCE in roles and any(
            role not in (Role.SOURCE, Role.SLIDE_NUMBER) for role in roles[roles.index(Role.SOURCE) :]
        ):
            words = "something is read out after the source"
        if words:
            message = f"{words} of this {slide.kind} slide"
            yield Diagnostic(CODE, message, slide.position, "put the places of its layout into the order of reading")


def _roles(frame: Frame, layout: Layout) -> Iterator[Role]:
    """What each thing that is read out is, in order."""
    roles = {place.name: place.role for place in layout.placeholders}
    for item in frame.items:
        if not isinstance(item, ShapeItem | IconItem):
            yield roles.get(item.placeholder, Role.PICTURE)


CHECK = Check(
    code=CODE,
    severity=Severity.ERROR,
    what="A page on which something is read out before its title, or after its source.",
    why="A screen reader takes things in the order of the file. A figure before its claim is a riddle.",
    example="A layout that lists its graphic before its title.",
    instead="Title, claim, graphic, source: the order of a layout’s places is the order of reading.",
    find=find,
)
