"""Two presentations held against each other: slides added, removed, moved and changed."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from deckmaker.auditing.comparing import Change, changes, figures_in, likeness, pairs_of_letters, plain
from deckmaker.auditing.reference_numbers import new_numbers, renumbered
from deckmaker.auditing.seen import SeenDeck, SeenSlide
from deckmaker.model.frozen import frozen
from deckmaker.model.manifest import ALTERNATIVE_TEXT, CHART, NOTES

_ALIKE = 0.6
"""Likeness from which two slides without an identity in common count as one, changed."""
_MOST_COMPARED = 300
"""Slides left over on each side that are held against each other."""


@frozen
class Pair:
    """A slide before and after, either ``None`` for one that was added or removed, and what changed on it."""

    old: SeenSlide | None
    new: SeenSlide | None
    changes: tuple[Change, ...] = ()
    moved: bool = False
    layout_changed: bool = False
    look_changed: bool = False

    @property
    def what(self) -> str:
        """“added”, “removed”, “changed”, “moved”, “moved and changed” or “unchanged”."""
        if self.old is None:
            return "added"
        if self.new is None:
            return "removed"
        changed = "changed" if self.changes or self.layout_changed or self.look_changed else ""
        return " and ".join(one for one in ("moved" if self.moved else "", changed) if one) or "unchanged"


def figures_changed(change: Change) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Figures that were there before and are gone, and those that are new."""
    old, new = Counter(figures_in(change.before)), Counter(figures_in(change.after))
    return tuple((old - new).elements()), tuple((new - old).elements())


def difference(old: SeenDeck, new: SeenDeck) -> tuple[Pair, ...]:
    """Every slide of both, in the order of the new one, those that were removed where they stood.

    Slides go together by the identity that their manifests give them, then by title, then by their words. A mark
    that has another number, and cites the same work as before, is no change.
    """
    numbers = new_numbers(old, new)
    partner = _partners(old, new)
    stayed = _in_order(partner)
    pairs: list[Pair] = []
    left = {slide.number: slide for slide in old.slides if slide.number not in partner.values()}
    for slide in new.slides:
        before = partner.get(slide.number)
        if before is None:
            pairs.append(Pair(None, slide))
            continue
        for number in sorted(n for n in left if n < before):
            pairs.append(Pair(left.pop(number), None))
        was = old.slides[before - 1]
        moved = slide.number not in stayed
        look = _look(was) != _look(slide)
        pairs.append(
            Pair(was, slide, _changes(renumbered(was, numbers), slide), moved, was.layout != slide.layout, look)
        )
    pairs.extend(Pair(left[number], None) for number in sorted(left))
    return tuple(pairs)


def _partners(old: SeenDeck, new: SeenDeck) -> dict[int, int]:
    """Numbers of the old slides by those of the new ones."""
    found: dict[int, int] = {}
    names = _identities(old), _identities(new)
    by_name = {name: number for number, name in names[0].items()}
    for number, name in names[1].items():
        if name in by_name:
            found[number] = by_name[name]
    for key in (lambda slide: (slide.title, plain(slide.text)), lambda slide: plain(slide.title)):
        free = [s for s in old.slides if s.number not in found.values()]
        for slide in new.slides:
            same = None
            if slide.number not in found and key(slide) and slide.title:
                same = next((s for s in free if key(s) == key(slide)), None)
            if same is not None:
                found[slide.number] = same.number
                free.remove(same)
    _by_likeness(old, new, found)
    return found


def _by_likeness(old: SeenDeck, new: SeenDeck, found: dict[int, int]) -> None:
    taken = set(found.values())
    befores = [s for s in old.slides if s.number not in taken][:_MOST_COMPARED]
    afters = [s for s in new.slides if s.number not in found][:_MOST_COMPARED]
    letters = {s.number: pairs_of_letters(s.text) for s in befores}
    scores: list[tuple[float, int, int]] = []
    for slide in afters:
        own = pairs_of_letters(slide.text)
        scores.extend((-likeness(letters[s.number], own), slide.number, s.number) for s in befores)
    for score, number, before in sorted(scores):
        if -score >= _ALIKE and number not in found and before not in taken:
            found[number] = before
            taken.add(before)


def _identities(deck: SeenDeck) -> dict[int, str]:
    """The names that the manifest gives to slides, by the number that they have now."""
    if deck.manifest is None:
        return {}
    numbers = {slide.id: slide.number for slide in deck.slides}
    return {numbers[one.id]: one.identity for one in deck.manifest.slides if one.id in numbers and one.identity}


def _in_order(partner: dict[int, int]) -> set[int]:
    """Numbers of the new slides that kept their order: the longest row of them whose old numbers only rise."""
    ends: list[int] = []
    last: list[int] = []
    before: dict[int, int | None] = {}
    for number in sorted(partner):
        place = bisect_left(ends, partner[number])
        ends[place : place + 1] = [partner[number]]
        last[place : place + 1] = [number]
        before[number] = last[place - 1] if place else None
    kept: set[int] = set()
    at = last[-1] if last else None
    while at is not None:
        kept.add(at)
        at = before[at]
    return kept


def _changes(old: SeenSlide, new: SeenSlide) -> tuple[Change, ...]:
    """What changed in the words, in reading order; then in alternative texts, charts and notes."""
    places = {place: n for n, (place, _) in reversed(list(enumerate((*new.paragraphs, *old.paragraphs))))}
    words = changes(list(old.paragraphs), list(new.paragraphs))
    return (
        *sorted(words, key=lambda one: places.get(one.place, len(places))),
        *changes(_told(old), _told(new)),
        *changes([(CHART, one) for one in old.charts], [(CHART, one) for one in new.charts]),
        *changes([(NOTES, one) for one in old.notes], [(NOTES, one) for one in new.notes]),
    )


def _look(slide: SeenSlide) -> tuple[object, ...]:
    return slide.fonts, slide.colours, slide.ground, slide.pictures


def _told(slide: SeenSlide) -> Sequence[tuple[str, str]]:
    return [(ALTERNATIVE_TEXT, one.alternative_text) for one in slide.shapes if one.alternative_text]
