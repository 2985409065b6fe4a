"""One difference between a library and its source."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from deckmaker.model.frozen import frozen
from deckmaker.verifying.source_text import SourceText

What = Literal["missing", "changed", "new-figure", "new-reference", "number"]


@frozen
class Finding:
    """What is different, which record it touches, and where in the source.

    ``record`` is written as ‘quotation an-identifier’; it is empty for something new.
    """

    what: What
    record: str
    message: str
    line: int | None = None
    place: str = ""

    def __str__(self) -> str:
        whose = f"{self.record}: " if self.record else ""
        where = f" ({self.place})" if self.place else ""
        return f"{whose}{self.message}{where}"

    def at(self, source: SourceText) -> Finding:
        """The finding with its place in the words of that source."""
        return self if self.line is None else replace(self, place=source.place(self.line))


def changed(record: str, wanted: str, found: str, line: int, *, more: int = 0, which: str = "") -> Finding:
    """The words are printed differently."""
    others = f", and {more} more difference{'' if more == 1 else 's'} in the same words" if more else ""
    return Finding("changed", record, f"{which}changed: “{wanted}” → “{found}”{others}", line)


def missing(record: str, words: str, *, which: str = "") -> Finding:
    """Nothing like the words is printed."""
    short = " ".join(words.split())
    short = short if len(short) <= 80 else short[:79].rstrip() + "…"
    return Finding("missing", record, f"{which}missing: “{short}”")
