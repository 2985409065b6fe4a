"""Text made comparable: what print and file formats add is taken away, and every place can be found again.

Two forms come of a text. ``clean`` reads as printed, without markup and note marks. ``key`` is what is compared: no
white space, one kind of quotation mark, no dashes; where dashes stood is kept beside it, since a hyphen at the end of
a line may belong to the word or to the line. Note marks are kept beside it too.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from deckmaker.model.frozen import frozen

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_NUMBERS = r"\d{1,3}(?:\s?[,–-]\s?\d{1,3})*"
_MARK = re.compile(
    rf"(?P<raised>[{_RAISED}]+(?:\s?[,˒–⁻-]\s?[{_RAISED}]+)*)"
    rf"|\^\{{(?P<braces>{_NUMBERS})\}}|\^(?P<carets>{_NUMBERS})\^|\[\^(?P<note>\d{{1,3}})\](?!:)"
    rf"|<sup>\s*(?P<html>{_NUMBERS})\s*</sup>",
    re.ASCII,
)
_GLUED = re.compile(
    rf"(?<=[^\W\d_])(?P<a>{_NUMBERS})(?![\w%])|(?<=[^\d\s][.,;:)”’\"'])(?P<b>{_NUMBERS})(?!\w)|(?<=%)(?P<c>{_NUMBERS})(?!\w)"
)
_LINK = re.compile(r"!?\[([^\]\[]*)\]\((?:https?:|mailto:|www\.|/|#)[^)\s]*\)")
_ADDRESS = re.compile(r"<((?:https?://|www\.)[^<>\s]+|[^<>@\s]+@[^<>@\s]+)>")
_LINE_BEGINNING = re.compile(r"\s*(?:#{1,6}\s+|>\s+)*(?P<bullet>[-*+•●▪‣·]\s+)?")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_SIC = re.compile(r"\s*\[sic\]")

_DASHES = frozenset("-‐‑‒–—―−\u00ad")
_INVISIBLE = frozenset("*`\u200b\u200c\u200d\u2060\ufeff")
_QUOTES = {**dict.fromkeys("“”„‟«»＂", '"'), **dict.fromkeys("‘’‚‛′＇", "'")}
_LIGATURES = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}


@frozen
class Line:
    """One line of a text and its number, counted from 1."""

    number: int
    text: str


@frozen
class Mark:
    """A note mark: the number of a reference, and where in the key and on which line it stands."""

    number: int
    at: int
    line: int


@dataclass(frozen=True)
class Normal:
    """A text made comparable.

    ``places`` leads from each character of the key to its place in ``clean``, ``lines`` from there to the line.
    ``dashes`` says before which characters of the key a dash stands, and whether it certainly belongs to the words.
    """

    clean: str
    lines: tuple[int, ...]
    key: str
    places: tuple[int, ...]
    dashes: dict[int, bool]
    marks: tuple[Mark, ...] = field(default=())

    def line_at(self, index: int) -> int:
        """The line of a character of the key; that of the last for one beyond the end."""
        if not self.places:
            return self.lines[0] if self.lines else 1
        return self.lines[self.places[min(index, len(self.places) - 1)]]

    def printed(self, start: int, end: int) -> str:
        """A stretch of the key as it reads in the text."""
        if start >= end:
            return ""
        return " ".join(self.clean[self.places[start] : self.places[end - 1] + 1].split())

    def index_of(self, place: int) -> int:
        """Where in the key a place of ``clean`` is."""
        return bisect_left(self.places, place)

    @cached_property
    def certain_dashes(self) -> tuple[int, ...]:
        """Where dashes stand that no line's end explains, in order."""
        return tuple(sorted(index for index, certain in self.dashes.items() if certain))

    @cached_property
    def words(self) -> tuple[tuple[int, int], ...]:
        """Beginning and end of each word in the key."""
        ends = [index for index in range(1, len(self.key)) if self._word_begins(index)]
        return tuple(zip([0, *ends], [*ends, len(self.key)], strict=True)) if self.key else ()

    def _word_begins(self, index: int) -> bool:
        gap = self.clean[self.places[index - 1] + 1 : self.places[index]]
        broken_by_the_line = self.dashes.get(index) is False and not _DASHES.isdisjoint(gap)
        return not broken_by_the_line and any(map(str.isspace, gap))


def normal(lines: Iterable[Line], *, glued_marks: bool = False) -> Normal:
    """The lines made comparable. With ``glued_marks``, digits that stick to the end of a word are note marks."""
    builder = _Builder(glued_marks)
    for line in lines:
        builder.add(line)
    return builder.done()


def normal_words(words: str) -> Normal:
    """A record's words made comparable; [sic] is left out, for it is not printed."""
    builder = _Builder(glued_marks=False)
    builder.add(Line(1, " ".join(_SIC.sub("", words).split())), running=True)
    return builder.done()


def has_marks(lines: Iterable[Line]) -> bool:
    """Whether any note mark can be told from the words."""
    return any(_MARK.search(line.text) for line in lines)


class _Builder:
    def __init__(self, glued_marks: bool) -> None:
        self.glued = glued_marks
        self.clean: list[str] = []
        self.lines: list[int] = []
        self.key: list[str] = []
        self.places: list[int] = []
        self.dashes: dict[int, bool] = {}
        self.marks: list[Mark] = []

    def add(self, line: Line, *, running: bool = False) -> None:
        """One line; ``running`` words are a record's, in which nothing is a bullet."""
        text = unicodedata.normalize("NFC", line.text)
        if not running:
            beginning = _LINE_BEGINNING.match(text)
            if beginning:
                text = text[beginning.end() :]
                if beginning["bullet"]:
                    self.dashes.setdefault(len(self.key), False)
        text = _ADDRESS.sub(r"\1", _LINK.sub(r"\1", text))
        at = 0
        for start, end, numbers in self._marks_in(text):
            self._words(_ESCAPE.sub(r"\1", text[at:start]), line.number)
            self.marks.extend(Mark(number, len(self.key), line.number) for number in numbers)
            at = end
        rest = _ESCAPE.sub(r"\1", text[at:]).rstrip().rstrip("*`")
        self._words(rest, line.number, ends_line=not running)
        self.clean.append("\n")
        self.lines.append(line.number)

    def done(self) -> Normal:
        return Normal(
            "".join(self.clean),
            tuple(self.lines),
            "".join(self.key),
            tuple(self.places),
            self.dashes,
            tuple(self.marks),
        )

    def _marks_in(self, text: str) -> Iterator[tuple[int, int, tuple[int, ...]]]:
        for found in (_GLUED if self.glued else _MARK).finditer(text):
            yield found.start(), found.end(), tuple(_numbers(next(part for part in found.groups() if part)))

    def _words(self, text: str, line: int, *, ends_line: bool = False) -> None:
        last = len(text) - 1
        for index, character in enumerate(text):
            for letter in "" if character in _INVISIBLE else _LIGATURES.get(character, character):
                self.clean.append(letter)
                self.lines.append(line)
                self._letter(letter, at_end=ends_line and index == last)

    def _letter(self, letter: str, *, at_end: bool) -> None:
        if letter.isspace() or letter == "_":
            return
        if letter in _DASHES:
            certain = not at_end and letter != "\u00ad"
            self.dashes[len(self.key)] = certain and self.dashes.get(len(self.key), True)
            return
        for same in "..." if letter == "…" else _QUOTES.get(letter, letter):
            self.key.append(same)
            self.places.append(len(self.clean) - 1)


def _numbers(words: str) -> Iterator[int]:
    """The numbers of a note mark: ‘5,6,7’, ‘5–7’."""
    plain = "".join(str(_RAISED.index(c)) if c in _RAISED else c for c in words)
    for part in re.split(r"[,˒]", plain):
        ends = [int(number) for number in re.findall(r"\d+", part)]
        yield from range(ends[0], ends[-1] + 1) if ends and ends[0] <= ends[-1] <= ends[0] + 20 else ends
