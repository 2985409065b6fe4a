"""Every slide has a title, in the place of a title, and it is read first."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic, Severity
from deckmaker.model.feature import Check
from deckmaker.model.layout import Role

CODE = "no-title"


def find(laid_out: LaidOutDeck) -> Iterator[Diagnostic]:
    """One diagnostic for each page without words for a title, or whose layout has no place for one."""
    places = {layout.name: any(p.role is Role.TITLE for p in layout.placeholders) for layout in laid_out.layouts}
    for number, (slide, frame) in enumerate(zip(laid_out.slides, laid_out.frames, strict=True), start=1):
        if not frame.title.strip():
            words = f"slide {number}, a {slide.kind} slide, has no title"
            yield Diagnostic(CODE, words, slide.position, "give it a ‘headline:’ in words")
        elif not places[frame.layout]:
            words = f"the layout ‘{frame.layout}’ of this {slide.kind} slide has no place for a title"
            yield Diagnostic(CODE, words, slide.position, "choose another kind of slide")


CHECK = Check(
    code=CODE,
    severity=Severity.ERROR,
    what="A slide without a title, or whose layout has no place for one.",
    why=(
        "A screen reader reads the title first and lists slides by their titles; a slide without one cannot be found, "
        "and nobody knows what it is about."
    ),
    example="headline: “ ”",
    instead="Give the slide a headline in words. A slide that is to show nothing else is a blank slide with a title.",
    find=find,
)
