"""Handout: slides on A4, each with all its words in type of 12 points, what was said or room to write, and sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from deckmaker.drawing.paper import Paper
from deckmaker.layout.run_sheet import SILENT
from deckmaker.model.deck import Deck, LaidOutDeck
from deckmaker.model.feature import Draw, OutputKind
from deckmaker.model.text import Text

_LEFT_OUT = SILENT | {"break"}
"""Kinds of slide that say nothing on paper. Sections are headings there, and references a list."""
_NOT_FOR_READERS = frozenset({"Timing", "Sources"})
_PICTURE = 236.0
"""Width of a slide in points, so that its words have room beside it."""
_ROOM = 3
"""Lines to write on under a slide."""
_LEAST = 190.0
"""Points that have to be left on a page for a slide to begin there."""


def render(laid_out: LaidOutDeck, draw: Draw) -> Mapping[str, bytes]:
    """One file, ``NAME-handout.pdf``.

    The words of a slide stand beside its picture, where they can be read. Under the slides of a talk stand its notes.
    Those of a workshop are for who leads it, so there is room to write, as there is under every slide without notes.
    """
    deck = laid_out.deck
    title = " ".join(str(deck.title).split())
    paper = Paper(laid_out, draw, title)
    paper.add(paper.title(title))
    for words in _about(deck):
        paper.add(paper.paragraph(words, quiet=True))
    section = ""
    for number, (frame, slide) in enumerate(zip(laid_out.frames, laid_out.slides, strict=True), start=1):
        if slide.kind in _LEFT_OUT:
            continue
        opening = [paper.heading(frame.section, 1)] if frame.section and frame.section != section else []
        section = frame.section
        shown = paper.words_of(number)
        tables = [block for block in shown if block["type"] == "table"]
        beside = [block for block in shown if block["type"] != "table"]
        head = [
            *opening,
            paper.heading(f"{number}  {frame.title}", 2),
            paper.slide(number, _PICTURE, *beside, told=True),
            *tables,
        ]
        notes = Text() if deck.kind == "workshop" else frame.notes
        parts = paper.notes(notes, level=3, leave_out=_NOT_FOR_READERS)
        if parts:
            paper.add_where_there_is_room(_LEAST, *head, *parts)
        else:
            paper.add_together(*head, paper.room(_ROOM))
    if deck.references:
        paper.add(paper.heading("Sources", 1), paper.sources(deck.references))
    return {f"{deck.name}-handout.pdf": paper.document().pdf()}


def _about(deck: Deck) -> Iterator[str]:
    if deck.subtitle:
        yield " ".join(str(deck.subtitle).split())
    day = _day(deck.date) if deck.date else ""
    told = ", ".join(filter(None, (deck.presenter, deck.organisation or deck.theme.organisation, deck.event, day)))
    if told:
        yield told


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


OUTPUT = OutputKind(title="Handout, A4 pages with slides, words and sources", render=render)
