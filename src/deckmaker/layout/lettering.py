"""Words inside a graphic: set in lines with the drawn font's widths, and placed as labels. Lengths are points."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from functools import lru_cache
from typing import cast

from deckmaker.layout.wrapping import wrap
from deckmaker.model.colour import Colour
from deckmaker.model.feature import Measure
from deckmaker.model.frame import Align
from deckmaker.model.frozen import frozen
from deckmaker.model.picture import Label
from deckmaker.model.text import Paragraph, Run

SMALLEST = 18.0
"""No words of a graphic are smaller. Paper, where less will do, draws a larger box and scales it down."""
LEADING = 1.24
"""From baseline to baseline, as a share of the size: two Welsh capitals with accents do not touch."""
ASCENT = 0.94
"""From the top of a line to its baseline: the tallest accented capital of Lato, as a share of the size."""
CAPITAL = 0.74
"""Height of digits and of plain capitals."""
_PAUSE = re.compile(r"(?<=[.,;:]) ")
_EVEN = 0.4
"""Least width of a line that a pause makes, and of a last line of one word, as a share of the longest line."""
_BETWEEN_DIGITS, _JOINER = re.compile(r"(?<=\d[/–])(?=[\d£$€])"), "\u2060"
"""Where no drawn line ends, since 2017/18 and 60–65 are one thing, and what holds such a place together meanwhile."""
DESCENT = 0.24
"""Below the baseline: more than the deepest letter of Lato."""


@frozen(kw_only=True)
class Passage:
    """Words of one look, set in lines. ``width`` is that of the longest line, ``fits`` whether no word is too wide."""

    lines: tuple[tuple[str, float], ...]
    size: float
    colour: Colour
    bold: bool
    fits: bool

    @property
    def width(self) -> float:
        return max((width for _, width in self.lines), default=0.0)

    @property
    def height(self) -> float:
        """From the top of the first line to the bottom of the last."""
        return self.size * (ASCENT + DESCENT + LEADING * (len(self.lines) - 1)) if self.lines else 0.0

    def labels(self, x: float, top: float, align: Align = "left") -> tuple[Label, ...]:
        """The lines as labels under one another; ``x`` is the left edge, the middle or the right edge."""
        return tuple(
            Label(
                x=x,
                y=top + self.size * (ASCENT + LEADING * number),
                words=words,
                size=self.size,
                colour=self.colour,
                width=width,
                bold=self.bold,
                align=align,
            )
            for number, (words, width) in enumerate(self.lines)
        )


def passage(
    words: str, column: float, size: float, measure: Measure, *, colour: str = "ink", bold: bool = False
) -> Passage:
    """Words set in a column: as few lines as possible, balanced, two of them parted where a reader pauses."""
    return _passage(words, column, size, cast(Hashable, measure), colour, bold)


@lru_cache(maxsize=4096)
def _passage(words: str, column: float, size: float, measure: Measure, colour: str, bold: bool) -> Passage:
    """The same, remembered: a graphic that is tried in many sizes sets its words again and again."""
    most = _set(words, column, size, measure, bold)
    if len(most) > 1:
        paused = _at_a_pause(words, column, size, measure, bold) if len(most) == 2 else ()
        most = paused or _balanced(words, column, size, measure, bold, len(most))
        most = _accompanied(most, column, size, measure, bold)
    fits = all(width <= column + 0.01 for _, width in most)
    return Passage(lines=most, size=size, colour=Colour(colour), bold=bold, fits=fits)


def stack(passages: Iterable[Passage], x: float, top: float, gap: float = 0.0) -> tuple[Label, ...]:
    """Passages under one another, ``gap`` apart."""
    labels: list[Label] = []
    for each in passages:
        labels.extend(each.labels(x, top))
        top += each.height + gap if each.lines else 0.0
    return tuple(labels)


def stacked_height(passages: Iterable[Passage], gap: float = 0.0) -> float:
    """Height of passages under one another."""
    heights = [each.height for each in passages if each.lines]
    return sum(heights) + gap * max(len(heights) - 1, 0)


def largest(words: str, width: float, most: float, measure: Measure, *, bold: bool = True) -> float:
    """The largest size, up to ``most``, in which the words fit a width on one line; never below ``SMALLEST``."""
    at_one = measure(words, 1.0, bold=bold)
    return max(SMALLEST, min(most, 0.999 * width / at_one if at_one else most))


def capital(words: str) -> str:
    """The words with a capital at their start."""
    return words[:1].upper() + words[1:]


def _set(words: str, column: float, size: float, measure: Measure, bold: bool) -> tuple[tuple[str, float], ...]:
    if not words.strip():
        return ()
    joined = _BETWEEN_DIGITS.sub(_JOINER, words)
    lines = wrap(Paragraph((Run(joined),)), column, size, measure, bold=bold)
    if joined == words:
        return tuple((str(Paragraph(line.runs)), line.width) for line in lines)
    plain = (str(Paragraph(line.runs)).replace(_JOINER, "") for line in lines)
    return tuple((line, measure(line.rstrip(), size, bold=bold)) for line in plain)


def _balanced(
    words: str, column: float, size: float, measure: Measure, bold: bool, lines: int
) -> tuple[tuple[str, float], ...]:
    """The narrowest setting, to about a point, that needs no more lines."""
    narrow, wide = column / 2, column
    best = _set(words, column, size, measure, bold)
    widest = max(width for _, width in best)
    while wide - narrow > 1:
        middle = (narrow + wide) / 2
        tried = _set(words, middle, size, measure, bold)
        if len(tried) <= lines and max(width for _, width in tried) <= max(middle, widest):
            best, wide = tried, middle
        else:
            narrow = middle
    return best


def _at_a_pause(words: str, column: float, size: float, measure: Measure, bold: bool) -> tuple[tuple[str, float], ...]:
    """Two lines that part at a comma or a full stop, as evenly as can be; nothing where one would be nearly empty."""
    ways = []
    for pause in _PAUSE.finditer(words):
        lines = [_set(part, column, size, measure, bold) for part in (words[: pause.start()], words[pause.end() :])]
        if all(len(line) == 1 and line[0][1] <= column for line in lines):
            ways.append((lines[0][0], lines[1][0]))
    best = max(ways, key=lambda way: min(way[0][1], way[1][1]), default=())
    even = best and min(width for _, width in best) >= _EVEN * max(width for _, width in best)
    return best if even else ()


def _accompanied(
    lines: tuple[tuple[str, float], ...], column: float, size: float, measure: Measure, bold: bool
) -> tuple[tuple[str, float], ...]:
    """The lines with company for a short last word: the word before it comes along where that evens them out."""
    last, width = lines[-1]
    before, _, moved = lines[-2][0].rstrip().rpartition(" ")
    if " " in last.strip() or " " not in before or moved.endswith("-") or width > _EVEN * max(w for _, w in lines):
        return lines
    ends = tuple((line, measure(line, size, bold=bold)) for line in (before, f"{moved} {last}"))
    return (*lines[:-2], *ends) if ends[1][1] <= min(column, ends[0][1] * 1.2) else lines
