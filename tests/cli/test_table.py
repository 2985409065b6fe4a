"""Tables in the width that there is."""

from __future__ import annotations

import click
import pytest

from deckmaker.cli.table import table

ROWS = [
    ("first-identifier", "a sentence of some length that has to be wrapped on a narrow terminal", "short"),
    ("second", "one", "a rather long remark, which gives way as well"),
]


@pytest.mark.parametrize("width", [60, 80, 200])
def test_no_line_is_wider_than_the_terminal_and_no_word_is_lost(width: int) -> None:
    lines = [click.unstyle(line) for line in table(("name", "words", "more"), ROWS, width)]
    assert max(map(len, lines)) <= width
    assert sorted(" ".join(lines[1:]).split()) == sorted(" ".join(" ".join(row) for row in ROWS).split())


def test_names_are_never_broken_so_that_they_can_be_copied() -> None:
    lines = list(table(("name", "words", "more"), ROWS, 50))
    assert sum(line.startswith("first-identifier ") for line in lines) == 1


def test_columns_start_where_their_headings_start() -> None:
    heading, first, *_ = (click.unstyle(line) for line in table(("name", "words", "more"), ROWS, 200))
    assert heading.index("words") == first.index("a sentence")
    assert heading.index("more") == first.index("short")


def test_a_table_without_rows_is_its_heading() -> None:
    assert [click.unstyle(line) for line in table(("name", "words"), [], 80)] == ["name  words"]
