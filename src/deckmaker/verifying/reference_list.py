"""Parts a source into its running text and its numbered references, wherever on a page they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher

from deckmaker.model.frozen import frozen
from deckmaker.verifying.normal import Line, Normal, normal

_ENTRY = re.compile(r"\s*(?:\[\^?)?(\d{1,3})(?:[.):]|\]:?)\s+(?=\S)")
_SIGNS = re.compile(r"https?://|www\.|\((?:19|20)\d\d|\bdoi\b", re.IGNORECASE)
_ADDRESS_ONLY = re.compile(r"\s*(?:<?(?:https?://|www\.)|\[?doi|\[10\.)\S*\s*", re.IGNORECASE)
_BEGINNING = 40
_ALIKE = 0.6


@frozen
class Entry:
    """A numbered reference as the source prints it."""

    number: int
    words: Normal
    line: int


@frozen
class Parted:
    """The running text, and the references in their order."""

    body: tuple[Line, ...]
    entries: tuple[Entry, ...]


def parted(pages: Iterable[list[Line]], known: Mapping[int, str], headings: Mapping[int, str]) -> Parted:
    """The two parts of a source.

    A line that begins with a number begins a reference, unless it is a numbered heading. ``known`` and ``headings``
    are the keys of the references and headings that are looked for, by number: they help to tell the two apart, and
    where a reference ends.
    """
    return _Parting(pages, known, headings).part()


class _Parting:
    def __init__(self, pages: Iterable[list[Line]], known: Mapping[int, str], headings: Mapping[int, str]) -> None:
        self.lines: list[Line] = []
        self.page_ends: set[int] = set()
        for page in pages:
            self.lines.extend(page)
            self.page_ends.add(len(self.lines))
        self.known, self.headings = known, headings
        self.body: list[Line] = []
        self.entries: list[Entry] = []

    def part(self) -> Parted:
        at = 0
        while at < len(self.lines):
            number = self._reference_at(at)
            if number is None:
                self.body.append(self.lines[at])
                at += 1
                continue
            end = self._end(at, number)
            words = [_without_number(self.lines[at]), *self.lines[at + 1 : end]]
            self.entries.append(Entry(number, normal(words), self.lines[at].number))
            at = end
        return Parted(tuple(self.body), tuple(self.entries))

    def _reference_at(self, at: int) -> int | None:
        """The number of the reference that begins here."""
        found = _ENTRY.match(self.lines[at].text)
        if not found:
            return None
        number = int(found[1])
        begins = normal(self._paragraph(at)).key
        as_reference = _alike(begins, self.known.get(number, ""))
        as_heading = _alike(begins, self.headings.get(number, ""))
        if max(as_reference, as_heading) >= _ALIKE:
            return number if as_reference > as_heading else None
        if any(_alike(begins, heading) >= _ALIKE for heading in self.headings.values()):
            return None
        if any(_alike(begins, known) >= _ALIKE for known in self.known.values()):
            return number
        return number if _SIGNS.search(" ".join(line.text for line in self._paragraph(at))) else None

    def _paragraph(self, at: int) -> list[Line]:
        found = [_without_number(self.lines[at])]
        for line in self.lines[at + 1 : at + 8]:
            if not line.text.strip() or _ENTRY.match(line.text):
                break
            found.append(line)
        return found

    def _end(self, at: int, number: int) -> int:
        """The line after the reference: where all its known words have come, else where a paragraph or page ends."""
        wanted = self.known.get(number, "")
        so_far = _key([_without_number(self.lines[at])])
        for end in range(at + 1, len(self.lines)):
            if so_far == wanted:
                return end
            unfinished = wanted.startswith(so_far)
            if self._reference_at(end) is not None or (end in self.page_ends and not unfinished):
                return end
            if not self.lines[end].text.strip() and not unfinished:
                follows = next(self._worded_from(end), None)
                if follows is None or not _ADDRESS_ONLY.fullmatch(self.lines[follows].text):
                    return end
            so_far += _key([self.lines[end]])
        return len(self.lines)

    def _worded_from(self, at: int) -> Iterator[int]:
        return (index for index in range(at, len(self.lines)) if self.lines[index].text.strip())


def _key(lines: list[Line]) -> str:
    return normal(lines).key


def _without_number(line: Line) -> Line:
    return Line(line.number, _ENTRY.sub("", line.text, count=1))


def _alike(begins: str, known: str) -> float:
    """How alike the beginnings of two texts are."""
    if not known:
        return 0.0
    return SequenceMatcher(None, begins[:_BEGINNING], known[:_BEGINNING], autojunk=False).ratio()
