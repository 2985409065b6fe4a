"""What fits the terminal: tables whose cells wrap, and entries for what is too long for a table."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

import click

_GAP = 2
_NARROWEST = 12


def table(headings: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    """Lines of a table at most ``width`` columns wide, as far as its narrowest columns allow.

    The first column, which names the rows, stays whole; of the others the widest give way first. A word longer than
    its column is broken, so that nothing is lost.
    """
    widths = _widths([headings, *rows], width)
    for number, row in enumerate((headings, *rows)):
        cells = [_wrapped(cell, room) for cell, room in zip(row, widths, strict=True)]
        for place in range(max(len(cell) for cell in cells)):
            line = _line([cell[place] if place < len(cell) else "" for cell in cells], widths)
            yield line if number else click.style(line, bold=True)


def entries(named: Iterable[tuple[str, *tuple[str, ...]]], width: int) -> Iterator[str]:
    """Lines for records that are longer than a table holds: a name, its texts indented below, an empty line."""
    for name, *texts in named:
        yield click.style(name, bold=True)
        for text in texts:
            for part in text.split("\n"):
                yield from textwrap.wrap(part, width, initial_indent="  ", subsequent_indent="  ")
        yield ""


def _wrapped(cell: str, room: int) -> list[str]:
    return [line for part in cell.split("\n") for line in textwrap.wrap(part, room, break_on_hyphens=False)] or [""]


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return (" " * _GAP).join(cell.ljust(room) for cell, room in zip(cells, widths, strict=True)).rstrip()


def _widths(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """The room of each column: what its longest cell takes, less for the widest until all of them fit."""
    natural = [max(max(map(len, cell.split("\n"))) for cell in column) for column in zip(*rows, strict=True)]
    first, others = natural[0], natural[1:]
    room = width - first - _GAP * len(others)
    while sum(others) > room and max(others) > _NARROWEST:
        widest = others.index(max(others))
        next_width = max((other for other in others if other < others[widest]), default=0)
        others[widest] -= max(1, min(sum(others) - room, others[widest] - max(next_width, _NARROWEST)))
    return [first, *others]
