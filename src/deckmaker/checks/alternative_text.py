"""Every picture, graphic and table says in words what it shows, to people who do not see it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic, Severity
from deckmaker.model.feature import Check
from deckmaker.model.frame import GraphicItem, ImageItem, TableItem

CODE = "no-alternative-text"
_FILE_NAME = re.compile(r"\S+\.(?:png|jpe?g|gif|webp|heic|tiff?)|(?:IMG|DSC|PXL|image|photo)[\s_-]?\d+", re.IGNORECASE)
_EMPTY = re.compile(
    r"(?:an?|the)?\s*(?:photo(?:graph)?|picture|image|graphic|drawing|illustration|logo|table|chart|alternative text)"
    r"(?:\s+of\s*)?[\s.…]*",
    re.IGNORECASE,
)


def find(laid_out: LaidOutDeck) -> Iterator[Diagnostic]:
    """One diagnostic for each that has no words, or words that tell nothing.

    A picture without any is decoration: its slide has seen to it that its author says so.
    """
    for slide, frame in zip(laid_out.slides, laid_out.frames, strict=True):
        for item in frame.items:
            if not isinstance(item, GraphicItem | ImageItem | TableItem):
                continue
            words = " ".join(item.alternative_text.split())
            if not words and not isinstance(item, ImageItem):
                what = "table" if isinstance(item, TableItem) else "graphic"
                yield Diagnostic(CODE, f"the {what} of this {slide.kind} slide has no words", slide.position, _HINT)
            elif _FILE_NAME.fullmatch(words):
                message = f"‘{words}’ is the name of a file, and no words for people who do not see the picture"
                yield Diagnostic(CODE, message, slide.position, _HINT)
            elif words and _EMPTY.fullmatch(words):
                message = f"‘{words}’ does not say what is seen on this {slide.kind} slide"
                yield Diagnostic(CODE, message, slide.position, _HINT)


_HINT = "write  alternative-text: what it shows, in a sentence"

CHECK = Check(
    code=CODE,
    severity=Severity.ERROR,
    what="A picture, graphic or table without words for people who do not see it, or with words that tell nothing.",
    why="A screen reader reads these words out in place of the picture; “IMG 2041” or “photo” tells people nothing.",
    example="`alternative-text: photo.jpg`",
    instead="Say in a sentence what it shows. Where the words on the slide say it all, write `decorative: yes`.",
    find=find,
)
