"""Texts held against each other: what is gone, what is new, what was changed, and which figures in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from deckmaker.model.frozen import frozen

_ALIKE = 0.55
"""Likeness from which two paragraphs count as one, changed."""
_MOST_COMPARED = 80
"""Paragraphs of a slide that are held against each other."""
_LONGEST = 2000
"""Letters of a paragraph that are looked at."""
_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|"
    "ninety|hundred|thousand|million|billion|half|third|thirds|quarter|quarters|fifth|tenth|twice|double|doubled|treble"
)
_FIGURES = re.compile(rf"\[\d+\]|[£$€]?\d(?:[\d,.]*\d)?(?:\s?(?:%|per cent|m\b|bn\b))?|\b(?:{_WORDS})\b", re.IGNORECASE)
_HEDGES = re.compile(
    r"\b(?:at least|around|about|an estimated|estimated|nearly|almost|up to|as high as|on average|approximately|"
    r"roughly|over|more than|less than|fewer than|one study)\b", re.IGNORECASE,
)  # fmt: skip


@frozen
class Change:
    """One paragraph before and after; ``after`` is empty for one that is gone, ``before`` for a new one."""

    place: str
    before: str
    after: str


def plain(words: str) -> str:
    """The words without what differs between two typings of the same: white space, shape of quotation marks."""
    folded = words.translate(_SAME)
    return " ".join(folded.split())


_SAME = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u2011": "-", "\u202f": " ", "\u00ad": None}
)


def figures_in(words: str) -> tuple[str, ...]:
    """The figures in the words, in digits or in words, as somebody would compare them; citation marks are none."""
    found = (f.replace(" ", "").replace(",", "").lower() for f in _FIGURES.findall(words) if not f.startswith("["))
    return tuple(one.replace("percent", "%") for one in found)


def marks_in(words: str) -> tuple[str, ...]:
    """The citation marks in the words: “[3]”."""
    return tuple(f for f in _FIGURES.findall(words) if f.startswith("["))


def hedges_in(words: str) -> tuple[str, ...]:
    """The words that say how sure a figure is."""
    return tuple(one.lower().removeprefix("an ") for one in _HEDGES.findall(words))


def pairs_of_letters(words: str) -> Counter[str]:
    """How often each pair of letters stands in the words: what their likeness is reckoned from."""
    low = plain(words[:_LONGEST]).casefold()
    return Counter(low[i : i + 2] for i in range(len(low) - 1))


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """How much two texts have in common, 0 to 1: twice the shared pairs of letters by the number of all.

    It takes no longer than the texts are long, whatever they are.
    """
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def changes(before: Sequence[tuple[str, str]], after: Sequence[tuple[str, str]]) -> tuple[Change, ...]:
    """What differs between two lists of paragraphs, each with its place; those that only moved do not.

    Paragraphs of one place go together first, then those that are most alike.
    """
    left, right = _without_the_same(before, after)
    found: list[Change] = []
    for at_one_place in (True, False):
        letters = [pairs_of_letters(words) for _, words in left], [pairs_of_letters(words) for _, words in right]
        places = Counter(place.casefold() for place, _ in left)
        pairs = sorted(
            (-likeness(letters[0][i], letters[1][j]), i, j)
            for i, old in enumerate(left[:_MOST_COMPARED])
            for j, new in enumerate(right[:_MOST_COMPARED])
            if not at_one_place or same_place(old[0], new[0])
        )
        taken: tuple[set[int], set[int]] = (set(), set())
        for score, i, j in pairs:
            only = at_one_place and places[left[i][0].casefold()] == 1
            if i not in taken[0] and j not in taken[1] and (-score >= _ALIKE or only):
                found.append(Change(left[i][0], left[i][1], right[j][1]))
                taken[0].add(i)
                taken[1].add(j)
        left = [one for i, one in enumerate(left) if i not in taken[0]]
        right = [one for j, one in enumerate(right) if j not in taken[1]]
    found.extend(Change(place, words, "") for place, words in left)
    found.extend(Change(place, "", words) for place, words in right)
    return tuple(found)


def same_place(one: str, other: str) -> bool:
    """Whether the name of a place and that of a shape mean the same: “lead-1” and “Lead 1”."""
    return one.replace("-", " ").casefold() == other.replace("-", " ").casefold()


def _without_the_same(
    before: Sequence[tuple[str, str]], after: Sequence[tuple[str, str]]
) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    old, new = Counter(plain(words) for _, words in before), Counter(plain(words) for _, words in after)
    same = old & new
    return _rest(before, Counter(same)), _rest(after, Counter(same))


def _rest(texts: Sequence[tuple[str, str]], same: Counter[str]) -> list[tuple[str, str]]:
    rest: list[tuple[str, str]] = []
    for place, words in texts:
        key = plain(words)
        if same[key] > 0:
            same[key] -= 1
        elif key:
            rest.append((place, words))
    return rest
