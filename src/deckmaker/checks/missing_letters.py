"""No character is shown in another font than the brand's without a word."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.fonts import Widths, widths_of
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic, Position, Severity
from deckmaker.model.feature import Check
from deckmaker.model.frame import Frame, GraphicItem, TableItem, TextItem
from deckmaker.model.picture import Label
from deckmaker.model.theme import Theme

CODE = "missing-letter"


def find(laid_out: LaidOutDeck) -> Iterator[Diagnostic]:
    """Look for characters that the brand's fonts do not have, one diagnostic for each text."""
    theme = laid_out.deck.theme
    for slide, frame in zip(laid_out.slides, laid_out.frames, strict=True):
        for words, font, family, position in _shown(frame, theme):
            lacking = font.lacks(words)
            if lacking:
                named = " ".join(f"‘{character}’ (U+{ord(character):04X})" for character in lacking[:6])
                yield Diagnostic(
                    CODE,
                    f"the font {family} of this brand has no {named}",
                    position or slide.position,
                    "write it otherwise, or take a font that has it; another font is shown in its place",
                    Severity.WARNING,
                )


def _shown(frame: Frame, theme: Theme) -> Iterator[tuple[str, Widths, str, Position | None]]:
    live, drawn = widths_of(theme.live), widths_of(theme.drawn)
    for item in frame.items:
        if isinstance(item, TextItem):
            yield str(item.text), live, theme.live.family, item.text.position
        elif isinstance(item, TableItem):
            for cell in (cell for row in item.rows for cell in row):
                yield str(cell.text), live, theme.live.family, cell.text.position
        elif isinstance(item, GraphicItem):
            words = " ".join(mark.words for mark in item.picture.marks if isinstance(mark, Label))
            yield words, drawn, theme.drawn.family, None


CHECK = Check(
    code=CODE,
    severity=Severity.WARNING,
    what="A character that the brand’s font does not have.",
    why="PowerPoint takes it from some other font, of other widths, and a drawn text shows an empty box.",
    example="A tick or an emoji in a headline.",
    instead="Write it otherwise, or give the brand a font that has it.",
    find=find,
)
