"""No slide lacks what it is there for: an agenda its parts, a list of references its works."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic, Severity
from deckmaker.model.feature import Check
from deckmaker.model.frame import GraphicItem, ImageItem, TableItem, TextItem
from deckmaker.model.layout import Role

CODE = "empty-slide"


def find(laid_out: LaidOutDeck) -> Iterator[Diagnostic]:
    """Look for pages on which a place that must be filled has nothing in it."""
    told_already = {undrawn.slide.position for undrawn in laid_out.undrawn}
    told_already |= {slide.position for slide in laid_out.deck.slides if slide.objections(laid_out.deck)}
    layouts = {layout.name: layout for layout in laid_out.layouts}
    for slide, frame in zip(laid_out.slides, laid_out.frames, strict=True):
        filled = {i.placeholder for i in frame.items if isinstance(i, TextItem | GraphicItem | ImageItem | TableItem)}
        lacking = [
            place.name.replace("-", " ")
            for place in layouts[frame.layout].placeholders
            if not place.optional and place.role is not Role.SLIDE_NUMBER and place.name not in filled
        ]
        if lacking and slide.position not in told_already:
            yield Diagnostic(
                CODE,
                f"this {slide.kind} slide has nothing to show for: {', '.join(lacking)}",
                slide.position,
                _HINTS.get(slide.kind, "fill it in, or leave the slide out"),
            )


_HINTS = {
    "agenda": "an agenda lists the deck’s sections: add some with ‘- section: a name’, or leave the agenda out",
    "references": "nothing in this deck cites a source: leave the references out",
    "text": "give it a ‘body:’ in sentences or ‘points:’ as a list",
}

CHECK = Check(
    code=CODE,
    severity=Severity.ERROR,
    what="A slide that lacks what it is there for.",
    why="An empty slide on the screen looks like a mistake, and mostly is one.",
    example="An agenda in a deck without sections.",
    instead="Fill it in, or leave the slide out.",
    find=find,
)
