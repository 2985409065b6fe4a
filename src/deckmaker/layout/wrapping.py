"""Breaks runs into lines the way PowerPoint does: after spaces, and after hyphens, slashes and dashes inside words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from deckmaker.model.feature import Measure
from deckmaker.model.frame import Line
from deckmaker.model.text import Paragraph, Run

_BREAK = re.compile(r"(?<=[ \t])(?=[^ \t])|(?<=\w[-/–—])(?=[\w£$€])")
_SPACES = " \t"


def _width(run: Run, size: float, bold: bool, measure: Measure) -> float:
    return measure(run.text, size, bold=bold or run.bold)


def _words(paragraph: Paragraph) -> Iterator[tuple[Run, ...]]:
    """Unbreakable stretches, each with the spaces that follow it, cut at run borders where looks change."""
    text = str(paragraph)
    cuts = [0, *(match.start() for match in _BREAK.finditer(text)), len(text)]
    starts: list[int] = []
    at = 0
    for run in paragraph.runs:
        starts.append(at)
        at += len(run.text)
    for begin, end in pairwise(cuts):
        pieces = []
        for run, start in zip(paragraph.runs, starts, strict=True):
            piece = run.text[max(begin - start, 0) : max(end - start, 0)]
            if piece:
                pieces.append(replace(run, text=piece))
        if pieces:
            yield tuple(pieces)


def wrap(paragraph: Paragraph, width: float, size: float, measure: Measure, *, bold: bool = False) -> tuple[Line, ...]:
    """The lines of a paragraph in a column of ``width`` points. Spaces at a line's end take no room, as in PowerPoint.

    A word wider than the column stands on a line of its own and is as wide as it is.
    """
    lines: list[Line] = []
    runs: list[Run] = []
    used = 0.0
    for word in _words(paragraph):
        needed = sum(_width(run, size, bold, measure) for run in _without_spaces_at_the_end(word))
        if runs and used + needed > width:
            lines.append(_line(runs, size, bold, measure))
            runs, used = [], 0.0
        runs.extend(word)
        used += sum(_width(run, size, bold, measure) for run in word)
    if runs or not lines:
        lines.append(_line(runs, size, bold, measure))
    return tuple(lines)


def _line(runs: list[Run], size: float, bold: bool, measure: Measure) -> Line:
    merged: list[Run] = []
    for run in runs:
        if merged and replace(merged[-1], text=run.text) == run:
            merged[-1] = replace(run, text=merged[-1].text + run.text)
        else:
            merged.append(run)
    kept = _without_spaces_at_the_end(merged)
    return Line(kept, sum(_width(run, size, bold, measure) for run in kept))


def _without_spaces_at_the_end(runs: Sequence[Run]) -> tuple[Run, ...]:
    kept = list(runs)
    while kept and not kept[-1].text.rstrip(_SPACES):
        kept.pop()
    return (*kept[:-1], replace(kept[-1], text=kept[-1].text.rstrip(_SPACES))) if kept else ()
