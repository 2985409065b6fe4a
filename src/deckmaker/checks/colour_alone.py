"""What is counted and what is left are told apart by more than their colour."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic, Severity
from deckmaker.model.feature import Check
from deckmaker.model.frame import GraphicItem
from deckmaker.model.picture import Circle, Mark, Rectangle

CODE = "colour-alone"


def find(laid_out: LaidOutDeck) -> Iterator[Diagnostic]:
    """One diagnostic for each graphic in which marks of one form are solid both where they count and where not."""
    for slide, frame in zip(laid_out.slides, laid_out.frames, strict=True):
        for item in frame.items:
            if isinstance(item, GraphicItem) and _by_hue_alone(item.picture.marks):
                yield Diagnostic(
                    CODE,
                    f"in the graphic of this {slide.kind} slide nothing but colour tells what is counted from the rest",
                    slide.position,
                    "choose another graphic: in those of deckmaker the rest is drawn as rings",
                )


def _by_hue_alone(marks: tuple[Mark, ...]) -> bool:
    """Whether marks of one form and size are solid in the colour of focus and in that of the rest."""
    solid: dict[tuple[str, float, float], set[str]] = {}
    for mark in marks:
        if mark_fill := (mark.fill if isinstance(mark, Circle | Rectangle) else None):
            if isinstance(mark, Circle):
                form = ("circle", round(mark.radius, 1), 0.0)
            elif isinstance(mark, Rectangle):
                form = ("rectangle", round(mark.box.width, 1), round(mark.box.height, 1))
            solid.setdefault(form, set()).add(str(mark_fill))
    return any({"focus", "rest"} <= colours for colours in solid.values())


CHECK = Check(
    code=CODE,
    severity=Severity.ERROR,
    what="A graphic in which what is counted and what is left differ in nothing but colour.",
    why=(
        "Some people see no difference between the two colours, and on a black-and-white handout nobody does. So what "
        "is counted is solid, and the rest are rings; keys say “solid” and “ring”."
    ),
    example="A grid of equal squares, 42 of them red and 58 grey.",
    instead="Solid squares beside outlined ones, as all graphics here have it.",
    find=find,
)
