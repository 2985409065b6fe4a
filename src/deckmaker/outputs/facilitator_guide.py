"""Facilitator guide: A4 pages with a run sheet by the clock, what has to be brought, and the notes slide by slide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from deckmaker.drawing.paper import Paper
from deckmaker.layout.run_sheet import (
    is_timed,
    minutes_per_slide,
    minutes_words,
    run_sheet,
    time_of_day,
    turn_of,
    when_words,
)
from deckmaker.model.deck import LaidOutDeck, Slide
from deckmaker.model.feature import Draw, OutputKind
from deckmaker.model.frozen import frozen
from deckmaker.model.text import Text

_PICTURE = 190.0
"""Width of a small slide in points; what there is to say and to do stands beside it."""
_LEAST = 150.0
"""Points that have to be left on a page for a slide to begin there."""
_MATERIALS = "You need"
_SAID_ELSEWHERE = frozenset({"Timing", "Sources"})


def render(laid_out: LaidOutDeck, draw: Draw) -> Mapping[str, bytes]:
    """One file, ``NAME-facilitator-guide.pdf``."""
    deck = laid_out.deck
    title = " ".join(str(deck.title).split())
    paper = Paper(laid_out, draw, title)
    paper.add(paper.title(title), paper.paragraph(_when(laid_out), quiet=True))
    paper.add(paper.heading("Run sheet", 1))
    if any(told.is_estimated for told in _sheet(laid_out)):
        words = "About (~): the slide does not say how long it takes; its notes take so long to say."
        paper.add(paper.paragraph(words, quiet=True))
    paper.add(_run_sheet(paper, laid_out))
    materials = list(_materials(laid_out))
    if materials:
        rows = [("What", "For"), *materials]
        paper.add(paper.heading("What to bring and prepare", 1), paper.table(rows, (1, 1)))
    opening = [paper.heading("Slide by slide", 1)]
    before: Slide | None = None
    sheet = {id(told.slide): told for told in _sheet(laid_out)}
    for number, (frame, slide) in enumerate(zip(laid_out.frames, laid_out.slides, strict=True), start=1):
        head = [*opening, paper.heading(f"{number}  {frame.title}", 2)]
        opening = []
        told, when = sheet[id(slide)], when_words(turn_of(slide, deck), deck)
        if slide is not before and told.minutes:
            head.append(paper.paragraph(_halves(told.minutes) if told.is_spoken else when, quiet=True))
        before = slide
        notes = _without_time(frame.notes, when)
        parts = paper.notes(notes, level=3, leave_out=_SAID_ELSEWHERE)
        paper.add_where_there_is_room(_LEAST, *head, paper.slide(number, _PICTURE, *parts))
    if deck.references:
        paper.add(paper.heading("Sources", 1), paper.sources(deck.references))
    return {f"{deck.name}-facilitator-guide.pdf": paper.document().pdf()}


def _when(laid_out: LaidOutDeck) -> str:
    deck = laid_out.deck
    minutes = sum(told.minutes for told in _sheet(laid_out))
    about = "About " if any(told.is_spoken for told in _sheet(laid_out)) else ""
    planned = f"Facilitator guide. {about}{minutes_words(round(minutes))}{'' if about else ' planned'}"
    if deck.length:
        planned += f" of {deck.length}"
    if is_timed(deck):
        planned += f", from {time_of_day(deck, 0)} to {time_of_day(deck, round(minutes))}"
    return f"{planned}."


@frozen
class _Told:
    """A slide of the run sheet: how long it takes and what is over when it begins, in minutes.

    ``is_estimated`` where the slide does not say how long it takes, ``is_spoken`` where its words tell it.
    """

    slide: Slide
    minutes: float
    after: float
    is_estimated: bool
    is_spoken: bool = False


def _sheet(laid_out: LaidOutDeck) -> tuple[_Told, ...]:
    """Every slide's turn. Where no time of day is told, minutes of a talk are those that its words take."""
    deck = laid_out.deck
    if is_timed(deck) or deck.kind == "workshop":
        return tuple(_Told(turn.slide, turn.minutes, turn.after, turn.is_estimated) for turn in run_sheet(deck))
    spoken: dict[int, float] = {}
    for slide, minutes in zip(laid_out.slides, minutes_per_slide(laid_out), strict=True):
        spoken[id(slide)] = spoken.get(id(slide), 0.0) + minutes
    made: list[_Told] = []
    after = 0.0
    for slide in deck.slides:
        minutes = spoken.get(id(slide), 0.0)
        is_spoken = not slide.minutes and minutes > 0
        made.append(_Told(slide, minutes, after, is_estimated=is_spoken, is_spoken=is_spoken))
        after += minutes
    return tuple(made)


def _run_sheet(paper: Paper, laid_out: LaidOutDeck) -> dict[str, object]:
    deck = laid_out.deck
    timed = is_timed(deck)
    rows: list[tuple[str, ...]] = [("Time" if timed else "From minute", "Minutes", "Slide", "What happens")]
    titles = _titles(laid_out)
    sheet = _sheet(laid_out)
    for told in sheet:
        number, title = titles.get(id(told.slide), (0, ""))
        if told.minutes or told.slide.opens:
            begins = time_of_day(deck, round(told.after)) if timed else str(round(told.after))
            rows.append((begins, _minutes(told), str(number), title))
    end = round(sum(told.minutes for told in sheet))
    rows.append((time_of_day(deck, end) if timed else str(end), "", "", "End"))
    return paper.table(rows, (0, 0, 0, 1), (0, 1, 2))


def _minutes(told: _Told) -> str:
    if not told.minutes:
        return ""
    if told.is_spoken:
        return f"~{_halves(told.minutes).split()[1]}"
    return f"~{told.minutes:g}" if told.is_estimated else f"{told.minutes:g}"


def _halves(minutes: float) -> str:
    """Minutes to the nearest half: ‘About 1½ minutes’."""
    halves = max(1, round(minutes * 2))
    return f"About {halves // 2 or ''}{'½' if halves % 2 else ''} minute{'s' if halves > 2 else ''}"


def _titles(laid_out: LaidOutDeck) -> dict[int, tuple[int, str]]:
    """Number and title of each slide's first page; a slide that opens a section is told as such."""
    found: dict[int, tuple[int, str]] = {}
    for number, (frame, slide) in enumerate(zip(laid_out.frames, laid_out.slides, strict=True), start=1):
        title = f"Part: {slide.opens}" if slide.opens else " ".join(frame.title.split())
        found.setdefault(id(slide), (number, title))
    return found


def _materials(laid_out: LaidOutDeck) -> Iterator[tuple[str, str]]:
    """What the notes say that is needed, each with the slide that needs it."""
    for number, frame in enumerate(laid_out.frames, start=1):
        is_needed = False
        for paragraph in frame.notes.paragraphs:
            if paragraph.heading:
                is_needed = str(paragraph) == _MATERIALS
            elif is_needed:
                yield str(paragraph), f"{number}  {' '.join(frame.title.split())}"


def _without_time(notes: Text, when: str) -> Text:
    """Notes without the heading that tells the time, since it stands above them already."""
    return Text(tuple(p for p in notes.paragraphs if not (p.heading and str(p) == when)))


OUTPUT = OutputKind(
    not_for=frozenset({"infographic"}),
    title="Facilitator guide, A4 pages with run sheet, materials and notes",
    render=render,
)
