"""No graphic is promised as an object that can be edited and delivered as something else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from deckmaker.model.deck import LaidOutDeck, Slide
from deckmaker.model.diagnostic import Diagnostic, Severity
from deckmaker.model.feature import Check
from deckmaker.model.frame import Frame, GraphicChoice, GraphicItem

CODE = "no-editable-graphic"


def find(laid_out: LaidOutDeck) -> Iterator[Diagnostic]:
    """Look for slides that ask for ‘native’ and whose graphic has no such form."""
    told = {id(undrawn.slide) for undrawn in laid_out.undrawn}
    frames: dict[int, list[Frame]] = {}
    for slide, frame in zip(laid_out.slides, laid_out.frames, strict=True):
        frames.setdefault(id(slide), []).append(frame)
    for slide in {id(slide): slide for slide in laid_out.slides}.values():
        if id(slide) not in told:
            for kind in _kinds(slide, frames[id(slide)]):
                yield Diagnostic(
                    CODE,
                    f"‘{kind}’ has no editable form" if kind else "this slide has no graphic that could be edited",
                    slide.position,
                    "leave ‘native’ out",
                )


def _kinds(slide: Slide, frames: list[Frame]) -> Iterator[str]:
    """Kinds that a slide asks for as objects to edit and does not have so; empty for one that it sets as words."""
    items = [item for frame in frames for item in frame.items if isinstance(item, GraphicItem)]
    yield from dict.fromkeys(item.graphic.kind for item in items if item.graphic.native and not item.native)
    if not any(item.graphic.native for item in items):
        for each in fields(slide):
            choice = getattr(slide, each.name)
            if isinstance(choice, GraphicChoice) and choice.native:
                yield choice.kind or ""


CHECK = Check(
    code=CODE,
    severity=Severity.ERROR,
    what="A graphic that is asked for with ‘native: true’ and of which there is no form that can be edited.",
    why="Somebody counts on changing it in PowerPoint, and would find a picture there on the day.",
    example="big-number with ‘native: true’: it is nothing but words.",
    instead="Leave ‘native’ out, or choose a graphic of symbols, squares or bars.",
    find=find,
)
