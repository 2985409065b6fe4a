"""Whether text fits its box, decided with the real widths of its font and a little to spare."""

from __future__ import annotations

from dataclasses import replace

from deckmaker.fonts import LINE_HEIGHT
from deckmaker.layout.wrapping import wrap
from deckmaker.model.feature import Measure
from deckmaker.model.frame import Box, Line, TextItem, TextStyle
from deckmaker.model.frozen import frozen
from deckmaker.model.layout import Placeholder
from deckmaker.model.text import Paragraph, Text

TO_SPARE = 0.97
"""Share of the width that a decision uses, so that what fits here fits in every program."""


@frozen
class Setting:
    """Text set in a column: its lines, its height in points, and the words that have no room."""

    lines: tuple[Line, ...]
    height: float
    words_too_many: int
    lonely_word: bool


def set_text(text: Text, style: TextStyle, box: Box, measure: Measure, share: float = TO_SPARE) -> Setting:
    """Sets the text in the box. A word wider than the column counts as too many, like one below the last line.

    ``share`` of the width is used: less than all for a decision, all of it for the lines that will be shown.
    """
    column = (box.width - style.indent) * share
    line_height = style.size * LINE_HEIGHT * style.line_spacing
    lines: list[Line] = []
    height, over, lonely = 0.0, 0, False
    for number, paragraph in enumerate(text.paragraphs):
        height += style.space_after if number else 0
        wrapped = wrap(paragraph, column, style.size, measure, bold=style.bold)
        for line in wrapped:
            height += line_height
            too_low = height > box.height + 0.01
            over += _words(line) if too_low else int(line.width > column + 0.01)
        lonely = lonely or (len(wrapped) > 1 and _words(wrapped[-1]) == 1)
        lines.extend(replace(line, paragraph=number) for line in wrapped)
    return Setting(tuple(lines), height, over, lonely)


def place_text(placeholder: Placeholder, text: Text, measure: Measure) -> TextItem:
    """The text as an item in a placeholder's box."""
    if placeholder.style is None:
        raise TypeError(f"placeholder {placeholder.name!r} takes no text")
    decided = set_text(text, placeholder.style, placeholder.box, measure)
    alone = len(decided.lines) == len(text.paragraphs)  # with a line a paragraph, more width changes nothing
    shown = decided if alone else set_text(text, placeholder.style, placeholder.box, measure, 1.0)
    return TextItem(
        placeholder=placeholder.name,
        box=placeholder.box,
        text=text,
        style=placeholder.style,
        lines=shown.lines,
        height=shown.height,
        words_too_many=decided.words_too_many,
    )


def ends_in_a_lonely_word(item: TextItem, measure: Measure) -> bool:
    """Whether a paragraph of the item leaves one word alone on its last line, with a little width to spare or none."""
    return any(set_text(item.text, item.style, item.box, measure, share).lonely_word for share in (TO_SPARE, 1.0))


def _words(line: Line) -> int:
    return len(str(Paragraph(line.runs)).split())
