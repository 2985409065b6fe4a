"""Which lines of which file each slide was written in, also while the text goes on changing under it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from deckmaker.model.deck import LaidOutDeck, Panels, Slide
from deckmaker.model.diagnostic import Position
from deckmaker.model.frozen import frozen

_MOST_LINES = 5_000
"""Lines of a text that is compared with what it was."""


@frozen
class Lines:
    """Lines of a file, counted from 1, both among them."""

    file: str
    first: int
    last: int


def lines_of_slides(pages: Sequence[LaidOutDeck], texts: Mapping[str, str]) -> tuple[Lines | None, ...]:
    """The lines of each frame's slide, in the order of frames; nothing where its text is not at hand."""
    starts: dict[str, set[int]] = {}
    for laid_out in pages:
        for slide in (*laid_out.slides, *laid_out.deck.left_out):
            for place in _places(slide):
                starts.setdefault(place.file, set()).add(place.line)
    ends = {file: _ends(sorted(lines), texts[file]) for file, lines in starts.items() if file in texts}
    return tuple(_lines(slide, ends) for laid_out in pages for slide in laid_out.slides)


def moved(lines: Iterable[Lines | None], before: Mapping[str, str], now: Mapping[str, str]) -> tuple[Lines | None, ...]:
    """The same lines where they stand now; nothing for those that are gone."""
    new_places: dict[str, Sequence[int]] = {}
    made: list[Lines | None] = []
    for one in lines:
        if one is None or before.get(one.file) == now.get(one.file):
            made.append(one)
            continue
        if one.file not in new_places:
            new_places[one.file] = _new_places(before.get(one.file, ""), now.get(one.file, ""))
        kept = [line for line in new_places[one.file][one.first - 1 : one.last] if line]
        made.append(replace(one, first=kept[0], last=kept[-1]) if kept else None)
    return tuple(made)


def _places(slide: Slide) -> Iterator[Position]:
    if isinstance(slide, Panels):
        for panel in slide.panels:
            yield from _places(panel)
    elif slide.position is not None:
        yield slide.position


def _lines(slide: Slide, ends: Mapping[str, Mapping[int, int]]) -> Lines | None:
    places = [place for place in _places(slide) if place.file in ends]
    if not places:
        return None
    file = places[0].file
    own = [place.line for place in places if place.file == file]
    return Lines(file, min(own), max(ends[file][line] for line in own))


def _ends(starts: Sequence[int], text: str) -> dict[int, int]:
    """The last line of the slide that begins in each line: before the next one, or before a key of the deck."""
    lines = text.split("\n")
    keys = [number for number, line in enumerate(lines, start=1) if line[:1] not in ("", " ", "\t", "\r", "#", "-")]
    found: dict[int, int] = {}
    for place, first in enumerate(starts):
        last = starts[place + 1] - 1 if place + 1 < len(starts) else len(lines)
        key = bisect_right(keys, first)
        last = min(last, keys[key] - 1) if key < len(keys) else last
        while last > first and (not lines[last - 1].strip() or lines[last - 1].lstrip().startswith("#")):
            last -= 1
        found[first] = max(last, first)
    return found


def _new_places(before: str, now: str) -> Sequence[int]:
    """For each line of a text the number of the line that it is now, or 0."""
    old, new = before.split("\n"), now.split("\n")
    places = [0] * len(old)
    if max(len(old), len(new)) <= _MOST_LINES:
        for kind, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if kind in ("equal", "replace"):
                for step in range(i2 - i1):
                    places[i1 + step] = min(j1 + step, j2 - 1) + 1
    return places
