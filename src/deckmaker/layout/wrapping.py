"""Breaks runs into lines the way PowerPoint does: after spaces, and after hyphens, slashes and dashes inside words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

from deckmaker.model.feature import Measure
from deckmaker.model.frame import Line
from deckmaker.model.text import Paragraph, Run

_BREAK = re.compile(r"(?<=[ \t])(?=[^ \t])|(?<=\w[-/–—])(?=[\w£$€])")
_SPACES = " \t"
_KEPT = 1000
"""Wrapped paragraphs that are remembered: the same words are tried in one layout after the other."""
_Piece: TypeAlias = tuple[int, str]
"""Part of a paragraph's run, by the run's place."""
_Wide: TypeAlias = Callable[[Sequence[_Piece]], float]


def _words(paragraph: Paragraph) -> Iterator[tuple[_Piece, ...]]:
    """Unbreakable stretches, each with the spaces that follow it, cut at run borders where looks change."""
    text = str(paragraph)
    cuts = [0, *(match.start() for match in _BREAK.finditer(text)), len(text)]
    if len(paragraph.runs) == 1:
        yield from (((0, text[begin:end]),) for begin, end in pairwise(cuts) if end > begin)
        return
    starts: list[int] = []
    at = 0
    for run in paragraph.runs:
        starts.append(at)
        at += len(run.text)
    for begin, end in pairwise(cuts):
        cut = (
            (place, run.text[max(begin - start, 0) : max(end - start, 0)])
            for place, (run, start) in enumerate(zip(paragraph.runs, starts, strict=True))
        )
        pieces = tuple(piece for piece in cut if piece[1])
        if pieces:
            yield pieces


@lru_cache(maxsize=_KEPT)
def wrap(paragraph: Paragraph, width: float, size: float, measure: Measure, *, bold: bool = False) -> tuple[Line, ...]:
    """The lines of a paragraph in a column of ``width`` points. Spaces at a line's end take no room, as in PowerPoint.

    A word wider than the column stands on a line of its own and is as wide as it is.
    """
    heavy = [bold or run.bold for run in paragraph.runs]

    def wide(pieces: Sequence[_Piece]) -> float:
        return sum(measure(words, size, bold=heavy[place]) for place, words in pieces)

    lines: list[Line] = []
    taken: list[_Piece] = []
    used = 0.0
    for word in _words(paragraph):
        ink = _without_spaces_at_the_end(word)
        needed = wide(ink)
        if taken and used + needed > width:
            lines.append(_line(taken, paragraph.runs, wide))
            taken, used = [], 0.0
        taken.extend(word)
        used += needed if ink == word else wide(word)
    if taken or not lines:
        lines.append(_line(taken, paragraph.runs, wide))
    return tuple(lines)


def _line(pieces: list[_Piece], runs: tuple[Run, ...], wide: _Wide) -> Line:
    joined: list[_Piece] = []
    for place, words in pieces:
        if joined and joined[-1][0] == place:
            joined[-1] = (place, joined[-1][1] + words)
        else:
            joined.append((place, words))
    kept = _without_spaces_at_the_end(tuple(joined))
    return Line(tuple(_run(runs[place], words) for place, words in kept), wide(kept))


def _run(run: Run, words: str) -> Run:
    return run if run.text == words else replace(run, text=words)


def _without_spaces_at_the_end(pieces: tuple[_Piece, ...]) -> tuple[_Piece, ...]:
    kept = list(pieces)
    while kept and not kept[-1][1].rstrip(_SPACES):
        kept.pop()
    if not kept:
        return ()
    place, words = kept[-1]
    return (*kept[:-1], (place, words.rstrip(_SPACES)))
