"""Columns shared out, cells wrapped, rows as high as they have to be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deckmaker.layout.tables import PADDING, in_parts, place_table, shares_of
from deckmaker.model.colour import Colour
from deckmaker.model.feature import Table
from deckmaker.model.frame import Box, TextStyle
from deckmaker.model.layout import Placeholder, Role
from deckmaker.model.text import Text, plain

STYLE = TextStyle(size=20, colour=Colour("ink"))
PLACE = Placeholder(name="table", role=Role.TABLE, box=Box(54, 100, 800, 300), style=STYLE)


def measure(words: str, size: float, *, bold: bool = False) -> float:
    """Every letter half as wide as it is high, bold ones a little wider."""
    return len(words) * size * (0.55 if bold else 0.5)


def rows(*lines: tuple[str, ...]) -> tuple[tuple[Text, ...], ...]:
    return tuple(tuple(plain(cell) for cell in line) for line in lines)


def table(*lines: tuple[str, ...]) -> Table:
    cells = rows(*lines)
    return Table(
        rows=cells,
        shares=shares_of(cells, PLACE.box.width, STYLE, measure),
        aligns=tuple(["left" for _ in lines[0]]),
        alternative_text="A table.",
    )


SMALL = table(("Who", "What"), ("A", "One word"), ("B", "Two words"))


def test_columns_fill_the_width_and_the_longer_one_has_more() -> None:
    first, second = SMALL.shares
    assert first + second == pytest.approx(1)
    assert second > first


def test_no_column_is_narrower_than_its_longest_word() -> None:
    long = table(("A", "B"), ("Incomprehensibility", "word " * 200))
    assert long.shares[0] * PLACE.box.width >= measure("Incomprehensibility", 20) + 2 * PADDING
    placed = place_table(PLACE, long, measure)
    assert all(line.width <= placed.columns[0] - 2 * PADDING for row in placed.rows for line in row[0].lines)


def test_cells_wrap_inside_their_columns_and_rows_are_as_high_as_their_highest_cell() -> None:
    placed = place_table(PLACE, table(("Who", "What"), ("A", "some words " * 12), ("B", "few")), measure)
    assert len(placed.rows[1][1].lines) >= 2
    assert placed.heights[1] > placed.heights[2]
    for row in placed.rows:
        for cell, width in zip(row, placed.columns, strict=True):
            assert all(line.width <= width - 2 * PADDING + 0.01 for line in cell.lines)


def test_a_small_table_takes_some_of_the_room_and_stays_in_its_box() -> None:
    placed = place_table(PLACE, SMALL, measure)
    assert not placed.overflows
    assert PLACE.box.contains(placed.box)
    assert sum(placed.heights) == pytest.approx(placed.box.height)
    assert placed.heights[1] == placed.heights[2] > placed.heights[0]


def test_a_table_that_is_too_high_says_how_many_words_have_no_room() -> None:
    many = table(("Who", "What"), *(("Name", "three plain words"),) * 20)
    placed = place_table(PLACE, many, measure)
    below = sum(1 for at in range(21) if sum(placed.heights[: at + 1]) > PLACE.box.height)
    assert placed.words_too_many == below * 4


def test_a_word_wider_than_its_column_counts_as_too_many() -> None:
    squeezed = replace(SMALL, shares=(0.02, 0.98))
    assert place_table(PLACE, squeezed, measure).overflows


def test_a_table_is_cut_where_both_parts_fit_and_each_has_the_header() -> None:
    uneven = table(("Who", "What"), ("A", "some words " * 40), *(("B", "few"),) * 4)
    first, second = in_parts(PLACE, uneven, measure)
    assert first.rows[0] == second.rows[0] == uneven.rows[0]
    assert (*first.rows[1:], *second.rows[1:]) == uneven.rows[1:]
    assert not any(place_table(PLACE, part, measure).overflows for part in (first, second))


def test_a_long_table_is_cut_into_as_few_parts_as_fit_about_equally_high() -> None:
    long = table(("Who", "What"), *((f"Row {number}", "few words") for number in range(25)))
    parts = in_parts(PLACE, long, measure)
    rows_of = [len(part.rows) - 1 for part in parts]
    room = next(
        n for n in range(25, 0, -1) if not place_table(PLACE, table(*[("A", "few words")] * n), measure).overflows
    )
    assert len(parts) == -(-25 // (room - 1))
    assert sum(rows_of) == 25
    assert max(rows_of) - min(rows_of) <= 1
    assert all(part.rows[0] == long.rows[0] for part in parts)


def test_a_table_without_a_header_row_is_cut_without_repeating_its_first() -> None:
    long = replace(table(*((f"Row {number}", "few words") for number in range(25))), header_row=False)
    parts = in_parts(PLACE, long, measure)
    assert len(parts) > 1
    assert tuple(row for part in parts for row in part.rows) == long.rows


def test_a_row_higher_than_the_page_stands_alone_and_says_that_it_overflows() -> None:
    parts = in_parts(PLACE, table(("Who", "What"), ("A", "word"), ("B", "some words " * 300)), measure)
    assert [len(part.rows) for part in parts] == [2, 2]
    assert [place_table(PLACE, part, measure).overflows for part in parts] == [False, True]


def test_a_table_of_one_row_cannot_be_cut() -> None:
    alone = table(("Who", "What"), ("A", "word"))
    assert in_parts(PLACE, alone, measure) == (alone,)


def test_the_first_column_is_measured_as_bold_where_it_is_the_header() -> None:
    plainly = place_table(PLACE, replace(SMALL, header_row=False), measure)
    sided = place_table(PLACE, replace(SMALL, header_row=False, header_column=True), measure)
    assert plainly.rows[1][0].lines[0].width < sided.rows[1][0].lines[0].width
    assert plainly.rows[1][1] == sided.rows[1][1]
    assert (sided.header_row, sided.header_column) == (False, True)


def test_a_place_without_type_takes_no_table() -> None:
    with pytest.raises(TypeError, match="takes no text"):
        place_table(replace(PLACE, style=None), SMALL, measure)
