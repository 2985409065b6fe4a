"""Type on a slide can be read from the back of a room."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic, Severity
from deckmaker.model.feature import Check
from deckmaker.model.frame import Frame, GraphicItem, TableItem, TextItem
from deckmaker.model.layout import Layout, Role
from deckmaker.model.picture import Label

CODE = "small-type"
ON_A_SLIDE, AT_THE_FOOT = 18.0, 12.0
"""Points of the smallest type on a slide; of source lines and slide numbers, and of all type on an infographic."""
_ROUNDING = 0.05


def find(laid_out: LaidOutDeck) -> Iterator[Diagnostic]:
    """One diagnostic for each place of a page whose type is too small."""
    layouts = {layout.name: layout for layout in laid_out.layouts}
    least = AT_THE_FOOT if laid_out.deck.kind == "infographic" else ON_A_SLIDE
    for slide, frame in zip(laid_out.slides, laid_out.frames, strict=True):
        for what, size, needed in dict.fromkeys(_set(frame, layouts[frame.layout], least)):
            if size < needed - _ROUNDING:
                yield Diagnostic(
                    CODE,
                    f"{what} of this {slide.kind} slide is set in {size:.3g} points; it needs {needed:g}",
                    slide.position,
                    "shorten the words, or choose another layout or graphic",
                )


def _set(frame: Frame, layout: Layout, least: float) -> Iterator[tuple[str, float, float]]:
    """What is set on a page, its size in points, and the size that it needs."""
    small = {place.name for place in layout.placeholders if place.role in (Role.SOURCE, Role.SLIDE_NUMBER)}
    for item in frame.items:
        if isinstance(item, TextItem | TableItem):
            needed = AT_THE_FOOT if item.placeholder in small else least
            yield f"the {item.placeholder.replace('-', ' ')}", item.style.size, needed
        elif isinstance(item, GraphicItem):
            scale = item.box.width / item.picture.width if item.picture.width else 1.0
            for mark in item.picture.marks:
                if isinstance(mark, Label) and mark.words.strip():
                    yield f"‘{mark.words}’ in the graphic", mark.size * scale, least


CHECK = Check(
    code=CODE,
    severity=Severity.ERROR,
    what=(
        f"Type below {ON_A_SLIDE:g} points on a slide. Source lines and slide numbers may have {AT_THE_FOOT:g}, and so "
        "may everything on an infographic, which is read on paper or near a screen."
    ),
    why="People at the back cannot read it, and those who see less well cannot read it anywhere in the room.",
    example="A brand’s layout, or a graphic in a narrow place, with labels of 14 points.",
    instead="Say it in fewer words, or give part of it a slide of its own. Deckmaker’s own layouts keep to it.",
    find=find,
)
