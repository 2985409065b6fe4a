"""Handout: slides on A4 with what was said or with room to write, and all sources. Type of 12 points or larger."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from deckmaker.drawing.paper import Paper
from deckmaker.layout.run_sheet import SILENT
from deckmaker.model.deck import Deck, LaidOutDeck
from deckmaker.model.feature import Draw, OutputKind
from deckmaker.model.frame import Frame, TextItem
from deckmaker.model.layout import Role
from deckmaker.model.text import Text

_LEFT_OUT = SILENT | {"break"}
"""Kinds of slide that say nothing on paper. Sections are headings there, and references a list."""
_NOT_FOR_READERS = frozenset({"Timing", "Sources"})
_PICTURE = 380.0
"""Width of a slide in points, so that two and what stands under them have room on a page."""
_ROOM = 3
"""Lines to write on under a slide."""


def render(laid_out: LaidOutDeck, draw: Draw) -> Mapping[str, bytes]:
    """One file, ``NAME-handout.pdf``.

    Under the slides of a talk stand its notes. Those of a workshop are for who leads it, so there is room to write,
    as there is under every slide without notes.
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
        notes = Text() if deck.kind == "workshop" else frame.notes
        parts = paper.notes(notes, level=3, leave_out=_NOT_FOR_READERS)
        head = [
            *opening,
            paper.heading(f"{number}  {frame.title}", 2),
            paper.slide(number, _PICTURE, sticky=bool(parts)),
        ]
        if parts:
            paper.add(*head, *parts)
        else:
            source = [paper.paragraph(words, quiet=True) for words in _foot(laid_out, frame)]
            paper.add(*head, *source, paper.room(_ROOM), together=True)
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


def _foot(laid_out: LaidOutDeck, frame: Frame) -> Iterator[str]:
    """The slide's own source line, which is small on the picture."""
    layout = next(layout for layout in laid_out.layouts if layout.name == frame.layout)
    for item in frame.items:
        if isinstance(item, TextItem) and layout.placeholder(item.placeholder).role is Role.SOURCE and item.text:
            yield " ".join(str(item.text).split())


OUTPUT = OutputKind(title="Handout, A4 pages with slides, words and sources", render=render)
