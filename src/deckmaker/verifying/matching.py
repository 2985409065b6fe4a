"""Finds a record's words in a source, or the passage that is nearest to them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from deckmaker.model.frozen import frozen
from deckmaker.verifying.normal import Normal

_BESIDE = 2
"""Words shown on each side of a change."""
_NEAR = 0.6
"""Share of its words that a passage must have in common with a record to count as the record, changed."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a source's key."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two have anything in common."""
        return self.start < other.end and other.start < self.end


@frozen
class Passage:
    """The passage nearest to a record's words: how near, from 0 to 1, and the first difference as each has it."""

    span: Span
    nearness: float
    wanted: str
    found: str
    line: int
    differences: int


class Searched:
    """A source, made ready for many searches."""

    def __init__(self, source: Normal) -> None:
        self.source = source

    def occurrences(self, words: Normal) -> Iterator[Span]:
        """Everywhere that exactly these words are printed, in order."""
        if not words.key:
            return
        at = self.source.key.find(words.key)
        while at >= 0:
            span = Span(at, at + len(words.key))
            if self._whole(span) and not self._dashes_that_differ(words, span):
                yield span
            at = self.source.key.find(words.key, at + 1)

    def nearest(self, words: Normal, besides: Collection[Span] = (), least: float = _NEAR) -> Passage | None:
        """The passage most like the words, outside the spans given; nothing if none is like them."""
        ours = [_bare(words.key[start:end]) for start, end in words.words]
        votes: Counter[int] = Counter()
        for index, word in enumerate(ours):
            votes.update(place - index for place in self._where.get(word, ()))
        best: Passage | None = None
        for offset in self._likely(votes):
            passage = self._compared(words, ours, offset)
            if passage is None or passage.nearness < least or any(passage.span.overlaps(span) for span in besides):
                continue
            if best is None or passage.nearness > best.nearness:
                best = passage
        return best

    @cached_property
    def _words(self) -> list[str]:
        return [_bare(self.source.key[start:end]) for start, end in self.source.words]

    @cached_property
    def _where(self) -> dict[str, list[int]]:
        where: dict[str, list[int]] = defaultdict(list)
        for index, word in enumerate(self._words):
            where[word].append(index)
        return where

    @staticmethod
    def _likely(votes: Counter[int]) -> list[int]:
        """Offsets at which the words may begin, by how many words speak for each and its neighbours."""
        sums = {offset: sum(votes[offset + beside] for beside in range(-3, 4)) for offset in votes}
        return sorted(sums, key=lambda offset: (-sums[offset], -votes[offset], offset))[:8]

    def _compared(self, words: Normal, ours: list[str], offset: int) -> Passage | None:
        first, last = max(0, offset - 3), min(len(self._words), offset + len(ours) + 4)
        theirs = self._words[first:last]
        blocks = [b for b in SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks() if b.size]
        if not blocks:
            return None
        head, tail = blocks[0], blocks[-1]
        begin = max(0, head.b - head.a)
        end = min(len(theirs), tail.b + tail.size + len(ours) - tail.a - tail.size)
        nearness = SequenceMatcher(None, ours, theirs[begin:end], autojunk=False).ratio()
        begin, end = first + begin, first + end
        bounds = self.source.words[begin:end]
        span = Span(bounds[0][0], bounds[-1][1])
        wanted_words = [words.key[start:stop] for start, stop in words.words]
        found_words = [self.source.key[start:stop] for start, stop in bounds]
        if found_words[0].endswith(wanted_words[0]):  # what stands before or after is no part of the words
            found_words[0] = wanted_words[0]
        if found_words[-1].startswith(wanted_words[-1]):
            found_words[-1] = wanted_words[-1]
        changes = SequenceMatcher(None, wanted_words, found_words, autojunk=False).get_opcodes()
        changes = [code for code in changes if code[0] != "equal"]
        if not changes:  # the same words: only a dash differs
            return self._by_dash(words, span)
        _, a1, a2, b1, b2 = changes[0]
        wanted = _shown(words, words.words, a1, a2)
        found = _shown(self.source, self.source.words, begin + b1, begin + b2)
        line = self.source.line_at(self.source.words[min(begin + b1, end - 1)][0])
        return Passage(span, nearness, wanted, found, line, len(changes))

    def _by_dash(self, words: Normal, span: Span) -> Passage | None:
        start = self.source.key.find(words.key, span.start)
        span = Span(start, start + len(words.key))
        differ = self._dashes_that_differ(words, span) if start >= 0 else []
        if not differ:
            return None
        at = differ[0]
        index = next(n for n, (start, end) in enumerate(words.words) if start <= at < end)
        other = next(n for n, (_, end) in enumerate(self.source.words) if span.start + at < end)
        wanted = _shown(words, words.words, index, index + 1)
        found = _shown(self.source, self.source.words, other, other + 1)
        return Passage(span, 0.99, wanted, found, self.source.line_at(span.start + at), len(differ))

    def _dashes_that_differ(self, words: Normal, span: Span) -> list[int]:
        """Where in the words a dash stands in one of the two only; at their very ends none is looked for."""
        certain = self.source.certain_dashes
        inside = certain[bisect_left(certain, span.start + 1) : bisect_left(certain, span.end)]
        added = [index - span.start for index in inside if index - span.start not in words.dashes]
        lost = [at for at in words.dashes if 0 < at < len(words.key) and span.start + at not in self.source.dashes]
        return sorted({*added, *lost})

    def _whole(self, span: Span) -> bool:
        """Whether the span begins and ends where words and figures do: not ‘18%’ within ‘118%’."""
        source = self.source
        first, last = source.places[span.start], source.places[span.end - 1]
        before, after = source.clean[max(0, first - 2) : first], source.clean[last + 1 : last + 3]
        begins, ends = source.clean[first], source.clean[last]
        if begins.isalnum() and before[-1:].isalnum():
            return False
        if begins.isdigit() and before[-1:] and before[-1:] in "£$€":
            return False
        if begins.isdigit() and len(before) == 2 and before[0].isdigit() and before[1] in ".,":
            return False
        if ends.isalnum() and (after[:1].isalnum() or (ends.isdigit() and after[:1] == "%")):
            return False
        return not (ends.isdigit() and after[:1] in (".", ",") and after[1:2].isdigit())


def _bare(word: str) -> str:
    """The word without the marks that stand round it."""
    return word.strip("\"'()[].,;:!?") or word


def _shown(text: Normal, bounds: tuple[tuple[int, int], ...], first: int, last: int) -> str:
    """Words of a text with a few on each side, dots where it goes on."""
    begin, end = max(0, first - _BESIDE), min(len(bounds), last + _BESIDE)
    words = text.printed(bounds[begin][0], bounds[end - 1][1]) if begin < end else ""
    return f"{'…' if begin else ''}{words}{'…' if end < len(bounds) else ''}"
