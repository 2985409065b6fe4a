"""No text beyond its box."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic, Severity
from deckmaker.model.feature import Check
from deckmaker.model.frame import TableItem, TextItem

CODE = "too-much-text"


def find(laid_out: LaidOutDeck) -> Iterator[Diagnostic]:
    """One diagnostic for each text that has no room, saying by how many words."""
    for slide, frame in zip(laid_out.slides, laid_out.frames, strict=True):
        for item in frame.items:
            if isinstance(item, TableItem) and item.overflows:
                many = item.words_too_many
                yield Diagnostic(
                    CODE,
                    f"about {many} word{'' if many == 1 else 's'} too many for the table of this {slide.kind} slide",
                    slide.position,
                    "shorten cells, or leave out a column",
                )
            elif isinstance(item, TextItem) and item.overflows:
                many = item.words_too_many
                yield Diagnostic(
                    CODE,
                    f"about {many} word{'' if many == 1 else 's'} too many for the "
                    f"{item.placeholder.replace('-', ' ')} of this {slide.kind} slide: ‘{_beginning(str(item.text))}’",
                    item.text.position or slide.position,
                    "shorten it, or give part of it a slide of its own",
                )


def _beginning(words: str) -> str:
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= 48 else one_line[:47].rstrip() + "…"


CHECK = Check(
    code=CODE,
    severity=Severity.ERROR,
    what="Text that needs more room than its place on the slide has, even in the smallest type of that kind of slide.",
    why="It would run over other things or off the slide, or shrink until nobody can read it.",
    example="A headline of forty words.",
    instead="Shorten it, or give part of it a slide of its own. The message says how many words are too many.",
    find=find,
)
