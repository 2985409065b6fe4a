"""The same work may have another number in two presentations: one reference more, and all after it move on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from deckmaker.auditing.seen import SeenDeck, SeenParagraph, SeenShape, SeenSlide

_MARK = re.compile(r"\[(\d{1,4})\]")


def new_numbers(old: SeenDeck, new: SeenDeck) -> dict[int, int | None]:
    """The new number of each reference of the old presentation, ``None`` for one that is gone, by their manifests.

    Empty where one of the two has no manifest, or every number means the same in both.
    """
    before, after = _works(old), _works(new)
    if not before or not after:
        return {}
    numbers = {work: number for number, work in after.items()}
    moved = {number: numbers.get(work) for number, work in before.items()}
    return moved if any(number != now for number, now in moved.items()) else {}


def renumbered(slide: SeenSlide, numbers: Mapping[int, int | None]) -> SeenSlide:
    """A slide of the old presentation with the marks that it would have in the new one."""
    if not numbers:
        return slide
    notes = tuple(_marked(words, numbers) for words in slide.notes)
    return replace(slide, shapes=tuple(_shape(shape, numbers) for shape in slide.shapes), notes=notes)


def _works(deck: SeenDeck) -> dict[int, str]:
    """The names of the works that a presentation cites, by their numbers."""
    slides = deck.manifest.slides if deck.manifest else ()
    return {number: work for slide in slides for number, work in slide.citations}


def _shape(shape: SeenShape, numbers: Mapping[int, int | None]) -> SeenShape:
    return replace(
        shape,
        paragraphs=tuple(
            SeenParagraph(tuple(replace(run, text=_marked(run.text, numbers)) for run in paragraph.runs))
            for paragraph in shape.paragraphs
        ),
    )


def _marked(words: str, numbers: Mapping[int, int | None]) -> str:
    """The words with new numbers; a mark of a work that is gone can be taken for no other."""

    def now(mark: re.Match[str]) -> str:
        number = int(mark[1])
        there = numbers.get(number, number)
        return f"[{there}]" if there is not None else f"[{number}, before]"

    return _MARK.sub(now, words)
