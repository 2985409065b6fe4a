"""A small table: rows of words or figures, below a header or beside one."""

from __future__ import annotations

import re
from dataclasses import field, replace
from typing import ClassVar, Literal

from deckmaker.fonts import measure
from deckmaker.layout.grid import FULL, LEFT, WORDMARK_RIGHT, foot, headline, with_narrow_headlines
from deckmaker.layout.tables import in_parts, place_table, shares_of
from deckmaker.model.colour import Colour
from deckmaker.model.deck import Slide
from deckmaker.model.feature import Content, Page, SlideKind, Table
from deckmaker.model.frame import Align, Box, TextStyle
from deckmaker.model.frozen import frozen
from deckmaker.model.layout import Layout, Placeholder, Role
from deckmaker.model.text import Run, Text


@frozen(kw_only=True)
class TableSlide(Slide):
    """Rows of cells. The first is the header, unless ``header`` says otherwise; columns of numbers stand to the right.

    A table of more rows than fit goes on on further slides, its header row repeated.

    Figures come from the library, ``{like-this}``, or from a ``source`` of the author's own.
    """

    main: ClassVar[str] = "headline"

    headline: Text = field(metadata={"doc": "a sentence that says what the table shows"})
    rows: tuple[tuple[Text, ...], ...] = field(
        metadata={
            "doc": "a list of rows, each a list of cells; the first is the header, unless `header` says otherwise",
            "hint": "write\nrows:\n  - [Who, What]\n  - [Health visitors, Visits to every family]",
        }
    )
    header: Literal["first-row", "first-column", "both", "none"] = field(
        default="first-row", metadata={"doc": "what names the cells: the first row, the first column, both or nothing"}
    )
    source: Text | None = field(default=None, metadata={"doc": "where figures of your own come from"})
    alternative_text: Text | None = field(
        default=None, metadata={"doc": "what the table shows, for people who do not see it"}
    )


_ROW, _COLUMN = ("first-row", "both"), ("first-column", "both")
_SIZES = {26.0: "", 24.0: "-long", 22.0: "-longer", 20.0: "-small", 18.0: "-smallest"}
"""Type sizes in points, and the end of the name of the layout that has them."""
_TO_SPLIT = 20.0
"""The size below which a table goes on on a second slide rather than to be smaller still."""


def _layout(lines: int, size: float) -> Layout:
    top = 100.0 + 42 * (lines - 1)
    two = "-two-lines" if lines == 2 else ""
    place = Placeholder(
        name="table",
        role=Role.TABLE,
        box=Box(LEFT, top, FULL, 472 - top),
        style=TextStyle(size=size, colour=Colour("ink")),
        prompt="Table",
    )
    return Layout(
        name=f"table{two}{_SIZES[size]}",
        title=f"Table{', two lines' if two else ''}{_SIZES[size].replace('-', ', ')}",
        ground=Colour("cream"),
        placeholders=(headline(Box(LEFT, 40, FULL, 43 * lines)), place, *foot()),
        wordmark=WORDMARK_RIGHT,
    )


_IN_ORDER = tuple(_layout(lines, size) for size in _SIZES for lines in (1, 2))
LAYOUTS = tuple(
    variant
    for layout in _IN_ORDER
    for variant in (with_narrow_headlines(layout) if "-two-lines" in layout.name else (layout,))
)


def fill(slide: TableSlide, page: Page) -> tuple[Content, ...]:
    """One page in the largest type that holds the table, or as many as it takes, with the header on each."""
    layout, tables = _set(slide, page)
    texts = {"title": slide.headline}
    if slide.source:
        texts["source"] = slide.source
    elif slide.citations:
        texts["source"] = page.source_line(slide.citations)
    notes = (page.notes(slide), *(Text() for _ in tables[1:]))
    return tuple(
        Content(layouts=(layout.name,), texts=texts, tables={"table": one}, notes=said)
        for one, said in zip(tables, notes, strict=True)
    )


def _set(slide: TableSlide, page: Page) -> tuple[Layout, tuple[Table, ...]]:
    """The layout, and the table whole or in parts."""
    ruler = measure(page.deck.theme.live)
    titled = [layout for layout in _IN_ORDER if page.fits(layout.name, "title", slide.headline)] or [_IN_ORDER[-1]]
    made = {layout.name: _table(slide, layout, page) for layout in titled}

    def fits(layout: Layout, *tables: Table) -> bool:
        return not any(place_table(layout.placeholder("table"), one, ruler).overflows for one in tables)

    for layout in titled:
        if _size(layout) >= _TO_SPLIT and fits(layout, made[layout.name]):
            return layout, (made[layout.name],)
    for layout in titled:
        if _size(layout) <= _TO_SPLIT:
            parts = in_parts(layout.placeholder("table"), made[layout.name], ruler)
            longer = slide.headline.followed_by(Run(f" ({len(parts)} of {len(parts)})"))
            if page.fits(layout.name, "title", longer) and fits(layout, *parts):
                return layout, _described_apart(slide, parts)
    return titled[-1], (made[titled[-1].name],)


def _size(layout: Layout) -> float:
    style = layout.placeholder("table").style
    return style.size if style else 0.0


def _table(slide: TableSlide, layout: Layout, page: Page) -> Table:
    place = layout.placeholder("table")
    sides: dict[bool, Align] = {True: "right", False: "left"}
    below = zip(*slide.rows[slide.header in _ROW :], strict=True)
    style = place.style or TextStyle(size=_TO_SPLIT, colour=Colour("ink"))
    return Table(
        rows=slide.rows,
        shares=shares_of(
            slide.rows, place.box.width, style, measure(page.deck.theme.live), header_column=slide.header in _COLUMN
        ),
        aligns=tuple([sides[_is_numbers(column)] for column in below]),
        alternative_text=str(slide.alternative_text or _described(slide)),
        header_row=slide.header in _ROW,
        header_column=slide.header in _COLUMN,
    )


_NUMBER = re.compile(r"[<>~≈+−-]?\s?[£$€]?\d[\d,.]*\s?(?:%|[kmb]|million|billion)?", re.IGNORECASE)
_NOTHING = {"", "–", "-", "—", "n/a"}


def _is_numbers(cells: tuple[Text, ...]) -> bool:
    """Whether a column below its header holds numbers, and at least one."""
    words = [str(cell).strip() for cell in cells]
    numbers = [word for word in words if word.casefold() not in _NOTHING]
    return bool(numbers) and all(_NUMBER.fullmatch(word) for word in numbers)


def _described(slide: TableSlide) -> str:
    """How large the table is, and what its columns and rows are called."""
    headed, sided = slide.header in _ROW, slide.header in _COLUMN
    below, across = len(slide.rows) - headed, len(slide.rows[0])
    size = f"Table of {below} row{'' if below == 1 else 's'} and {across} columns"
    columns = ", ".join(filter(None, map(str, slide.rows[0]))) if headed else ""
    rows = ", ".join(str(row[0]) for row in slide.rows[headed:]) if sided else ""
    return f"{': '.join(filter(None, (size, columns)))}.{f' Its rows: {rows}.' if rows else ''}"


def _described_apart(slide: TableSlide, parts: tuple[Table, ...]) -> tuple[Table, ...]:
    """Each part with the rows that it has, where the author gave no words of their own."""
    if slide.alternative_text or len(parts) == 1:
        return parts
    made, first = [], 1
    for part in parts:
        last = first + len(part.rows) - 1 - part.header_row
        made.append(replace(part, alternative_text=f"{part.alternative_text} Here: row {first} to {last}."))
        first = last + 1
    return tuple(made)


SLIDE = SlideKind(
    slide=TableSlide,
    layouts=LAYOUTS,
    fill=fill,
    example=(
        "table: Who can help, and with what\n"
        "rows:\n"
        "  - [Who, What they do, How families reach them]\n"
        "  - [Health visitors, See every family at home, By themselves]\n"
        "  - [Parent-infant teams, Help with the early relationship, Through a referral]"
    ),
)
