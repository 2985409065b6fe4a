"""Diagnostics as text for people: the place, the words, the line with a caret under it, the hint."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator

import click

from deckmaker.model.diagnostic import Diagnostic, Position, Severity

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_ELLIPSIS = "…"


def report(diagnostics: Iterable[Diagnostic], line_at: Callable[[Position], str | None], width: int) -> Iterator[str]:
    """Lines of text for diagnostics in their order. ``line_at`` gives the line that a place lies in, if it can be read.

    ``width`` is the terminal's, in columns; a longer line is cut around the caret.
    """
    for diagnostic in diagnostics:
        colour = _COLOURS[diagnostic.severity]
        label = click.style(f"{diagnostic.severity}:", fg=colour, bold=True)
        place = f"{_clean(str(diagnostic.position))}: " if diagnostic.position else ""
        yield f"{place}{label} {_clean(diagnostic.message)} {click.style(f'[{diagnostic.code}]', dim=True)}"
        line = line_at(diagnostic.position) if diagnostic.position else None
        if diagnostic.position and line is not None and line.strip():
            yield from _excerpt(line, diagnostic.position, colour, width)
        if diagnostic.hint:
            yield f"{click.style('hint:', bold=True)} {_clean(diagnostic.hint)}"
        yield ""


def counted(number: int, thing: str) -> str:
    """“1 error”, “2 errors”."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _excerpt(line: str, position: Position, colour: str, width: int) -> Iterator[str]:
    margin = f"{position.line:5} | "
    before, shown = _window(line, position.column - 1, max(width - len(margin), 20))
    yield f"{margin}{shown}"
    yield f"{' ' * (len(margin) - 2)}| {' ' * before}{click.style('^', fg=colour, bold=True)}"


def _window(line: str, index: int, room: int) -> tuple[int, str]:
    """What of a line is shown, and how many columns stand before the character at an index."""
    characters = [_clean(character) for character in line.rstrip().replace("\t", "    ")]
    index += 3 * line[:index].count("\t")
    start, end = 0, len(characters)
    if _columns(characters) > room:
        start = max(0, min(index - room // 2, end - room + 2))
        end = start
        while end < len(characters) and _columns(characters[start : end + 1]) <= room - 2:
            end += 1
    head, tail = _ELLIPSIS if start else "", _ELLIPSIS if end < len(characters) else ""
    return len(head) + _columns(characters[start:index]), head + "".join(characters[start:end]) + tail


def _columns(characters: Iterable[str]) -> int:
    """How many columns of a terminal the characters take."""
    return sum(_column_count(character) for character in characters)


def _column_count(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _clean(words: str) -> str:
    """The words without anything that a terminal would obey instead of show."""
    return "".join(
        character if character == "\n" or unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Zl", "Zp") else "�"
        for character in words
    )
