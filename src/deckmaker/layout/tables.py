"""A table in its place: columns shared out, cells wrapped, rows as high as their highest cell. Lengths are points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from deckmaker.fonts import LINE_HEIGHT
from deckmaker.layout.fit import TO_SPARE
from deckmaker.layout.wrapping import wrap
from deckmaker.model.feature import Measure, Table
from deckmaker.model.frame import Box, Line, TableCell, TableItem, TextStyle
from deckmaker.model.layout import Placeholder
from deckmaker.model.text import Text

PADDING = 10.0
"""Between a cell's sides and its words."""
RISE = 6.0
"""Between a row's edges and its words."""
_ENDLESS = 1e6
"""Height of a box that takes any table."""
_MOST_AIR = 1.2
"""What a row may grow by where there is room, as a share of the type's size."""


def place_table(placeholder: Placeholder, table: Table, measure: Measure) -> TableItem:
    """The table as an item in a placeholder's box. Raises ``TypeError`` for a placeholder that takes no text."""
    style, box = placeholder.style, placeholder.box
    if style is None:
        raise TypeError(f"placeholder {placeholder.name!r} takes no text")
    columns = tuple(share * box.width for share in table.shares)
    bold = heading_style(style)
    rows = tuple(
        _row(row, columns, _styles(table, n, len(row), style, bold), measure) for n, row in enumerate(table.rows)
    )
    heights = tuple(_height(row, style) for row in rows)
    low, over = 0.0, 0
    for row, height in zip(rows, heights, strict=True):
        low += height
        if low > box.height + 0.01:
            over += max(sum(cell.text.word_count for cell in row), 1)
    if low < box.height:
        more = _air(len(rows), box.height - low, style.size, headed=table.header_row)
        heights = tuple(height + extra for height, extra in zip(heights, more, strict=True))
        low = sum(heights)
    return TableItem(
        placeholder=placeholder.name,
        box=Box(box.x, box.y, box.width, min(low, box.height)),
        rows=rows,
        columns=columns,
        heights=heights,
        style=style,
        aligns=table.aligns,
        alternative_text=table.alternative_text,
        words_too_many=over + sum(_too_wide(row, columns) for row in rows),
        header_row=table.header_row,
        header_column=table.header_column,
    )


def heading_style(style: TextStyle) -> TextStyle:
    """The style of a header."""
    return replace(style, bold=True)


def shares_of(
    rows: Sequence[Sequence[Text]], width: float, style: TextStyle, measure: Measure, *, header_column: bool = False
) -> tuple[float, ...]:
    """How to share out a width: what each column's words need, but no column less than its longest word.

    Rows are as long as the first, which is measured as a header.
    """
    wants, needs = [], []
    for place, column in enumerate(zip(*rows, strict=True)):
        cells = [(cell, not number or (header_column and not place)) for number, cell in enumerate(column)]
        wants.append(max(measure(str(cell), style.size, bold=heavy) for cell, heavy in cells) + 2 * PADDING)
        longest = (measure(word, style.size, bold=heavy) for cell, heavy in cells for word in str(cell).split())
        needs.append(max(longest, default=0.0) / TO_SPARE + 2 * PADDING + 1)
    spare = width - sum(needs)
    more = [max(want - need, 0.0) for want, need in zip(wants, needs, strict=True)]
    whole = sum(more)
    if spare <= 0 or not whole:
        return tuple(need / sum(needs) for need in needs)
    if whole <= spare:
        shared = [need + extra for need, extra in zip(needs, more, strict=True)]
        return tuple(each / sum(shared) for each in shared)
    return tuple((need + spare * extra / whole) / width for need, extra in zip(needs, more, strict=True))


def in_parts(placeholder: Placeholder, table: Table, measure: Measure) -> tuple[Table, ...]:
    """The table in as few parts as fit, about equally high, each with the header row. A row that is itself too high
    stands alone in its part, which overflows.
    """
    placed = place_table(replace(placeholder, box=replace(placeholder.box, height=_ENDLESS)), table, measure)
    style = placed.style
    heights = [_height(row, style) for row in placed.rows]
    head = heights.pop(0) if table.header_row else 0.0
    room = placeholder.box.height - head
    ends = _cut(heights, room)
    even = _evenly(heights, len(ends))
    if all(sum(heights[start:end]) <= room for start, end in pairwise((0, *even))):
        ends = even
    header, rows = table.rows[:1] if table.header_row else (), table.rows[table.header_row :]
    parts = (rows[start:end] for start, end in pairwise((0, *ends)))
    return tuple(replace(table, rows=(*header, *part)) for part in parts)


def _cut(heights: Sequence[float], room: float) -> list[int]:
    """Where parts of at most this height end, filled from the first row on."""
    ends, used = [], 0.0
    for row, height in enumerate(heights):
        if row and used + height > room + 0.01:
            ends.append(row)
            used = 0.0
        used += height
    return [*ends, len(heights)]


def _evenly(heights: Sequence[float], parts: int) -> list[int]:
    """Where so many parts end that are about equally high."""
    so_far = [0.0, *accumulate(heights)]
    wanted = [so_far[-1] * part / parts for part in range(1, parts)]
    cuts = [min(range(1, len(heights)), key=lambda row: abs(so_far[row] - want)) for want in wanted]
    return [*sorted(set(cuts)), len(heights)]


def _styles(table: Table, row: int, columns: int, style: TextStyle, bold: TextStyle) -> tuple[TextStyle, ...]:
    heads = table.header_row and not row
    return tuple(bold if heads or (table.header_column and not column) else style for column in range(columns))


def _row(
    row: tuple[Text, ...], columns: tuple[float, ...], styles: tuple[TextStyle, ...], measure: Measure
) -> tuple[TableCell, ...]:
    return tuple(
        TableCell(text=text, lines=tuple(_lines(text, width - 2 * PADDING, style, measure)))
        for text, width, style in zip(row, columns, styles, strict=True)
    )


def _lines(text: Text, width: float, style: TextStyle, measure: Measure) -> Iterator[Line]:
    for number, paragraph in enumerate(text.paragraphs):
        for line in wrap(paragraph, width * TO_SPARE, style.size, measure, bold=style.bold):
            yield replace(line, paragraph=number)


def _height(row: tuple[TableCell, ...], style: TextStyle) -> float:
    return max((len(cell.lines) for cell in row), default=0) * style.size * LINE_HEIGHT + 2 * RISE


def _air(rows: int, spare: float, size: float, *, headed: bool) -> tuple[float, ...]:
    """What each row grows by where the page has room, a header least."""
    if not headed:
        return tuple([min(spare / max(rows, 1), size * _MOST_AIR)] * rows)
    head, most = size * _MOST_AIR / 4, size * _MOST_AIR
    share = min(spare / rows, most) if rows else 0.0
    each = min((spare - min(share, head)) / max(rows - 1, 1), most)
    return (min(share, head), *[each] * (rows - 1))[:rows]


def _too_wide(row: tuple[TableCell, ...], columns: tuple[float, ...]) -> int:
    return sum(
        line.width > width - 2 * PADDING + 0.01 for cell, width in zip(row, columns, strict=True) for line in cell.lines
    )
