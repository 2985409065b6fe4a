"""How problems are shown to people."""

from __future__ import annotations

import click
import pytest

from deckmaker.cli.report import report
from deckmaker.model.diagnostic import Diagnostic, Position, Severity


def shown(line: str | None, column: int = 1, width: int = 80, **more: object) -> list[str]:
    """The report of one problem in a line, without colour."""
    problem = Diagnostic("some-code", "something is wrong", Position("decks/talk.yaml", 7, column), **more)  # type: ignore[arg-type]
    return [click.unstyle(one) for one in report([problem], lambda position: line, width)]


def test_a_problem_names_its_place_shows_the_line_and_points_at_the_column() -> None:
    assert shown("  - quotaton: one", column=5, hint="did you mean ‘quotation’?") == [
        "decks/talk.yaml:7:5: error: something is wrong [some-code]",
        "    7 |   - quotaton: one",
        "      |     ^",
        "hint: did you mean ‘quotation’?",
        "",
    ]


def test_a_problem_in_a_file_that_cannot_be_read_is_shown_without_its_line() -> None:
    assert shown(None) == ["decks/talk.yaml:7:1: error: something is wrong [some-code]", ""]


def test_a_problem_without_a_place_is_shown_all_the_same() -> None:
    lines = list(report([Diagnostic("c", "no brand", severity=Severity.WARNING)], lambda position: None, 80))
    assert [click.unstyle(line) for line in lines] == ["warning: no brand [c]", ""]


@pytest.mark.parametrize(
    ("line", "column"), [("\tkey: value", 2), ("\t\tx", 3), ("日本: key", 5), ("e\u0301: key", 5), ("key: value", 1)]
)
def test_the_caret_stands_under_the_character_whatever_is_before_it(line: str, column: int) -> None:
    _, source, caret, _ = shown(line, column)
    before = source[: source.index(line[column - 1])].replace("\u0301", "").replace("日本", "____")
    assert caret.index("^") == len(before)


@pytest.mark.parametrize("column", [1, 500, 999, 1000])
def test_a_long_line_is_cut_around_the_caret(column: int) -> None:
    line = "".join(chr(ord("a") + number % 26) for number in range(1000))
    _, source, caret, _ = shown(line, column, width=60)
    assert len(source) <= 60
    assert source[caret.index("^")] == line[column - 1]


def test_what_a_terminal_would_obey_is_not_passed_on() -> None:
    lines = shown("title: \x1b[2J\u202egone", 8, hint="\x1b]0;owned\x07")
    assert all(ord(character) >= 32 for line in lines for character in line)
    assert not any(bad in line for line in lines for bad in "\x1b\x07\u202e")
