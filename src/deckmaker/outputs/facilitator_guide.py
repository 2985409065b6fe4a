"""Facilitator guide: A4 pages with a run sheet by the clock, what has to be brought, and the notes slide by slide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from deckmaker.drawing.paper import Paper
from deckmaker.layout.run_sheet import Turn, is_timed, minutes_words, run_sheet, time_of_day, turn_of, when_words
from deckmaker.model.deck import Deck, LaidOutDeck, Slide
from deckmaker.model.feature import Draw, OutputKind
from deckmaker.model.text import Text

_PICTURE = 250.0
"""Width of a small slide in points."""
_MATERIALS = "You need"
_SAID_ELSEWHERE = frozenset({"Timing", "Sources"})


def render(laid_out: LaidOutDeck, draw: Draw) -> Mapping[str, bytes]:
    """One file, ``NAME-facilitator-guide.pdf``."""
    deck = laid_out.deck
    title = " ".join(str(deck.title).split())
    paper = Paper(laid_out, draw, title)
    paper.add(paper.title(title), paper.paragraph(_when(deck), quiet=True))
    paper.add(paper.heading("Run sheet", 1), _run_sheet(paper, laid_out))
    if any(turn.is_estimated for turn in run_sheet(deck)):
        paper.add(
            paper.paragraph("About (~): the slide does not say how long it takes; its notes take so long to say.")
        )
    materials = list(_materials(laid_out))
    if materials:
        rows = [("What", "For"), *materials]
        paper.add(paper.heading("What to bring and prepare", 1), paper.table(rows, (1, 1)))
    paper.add(paper.new_page(), paper.heading("Slide by slide", 1))
    before: Slide | None = None
    for number, (frame, slide) in enumerate(zip(laid_out.frames, laid_out.slides, strict=True), start=1):
        head = [paper.heading(f"{number}  {frame.title}", 2)]
        turn = turn_of(slide, deck)
        if slide is not before and turn.minutes:
            about = "about " if turn.is_estimated else ""
            head.append(paper.paragraph(f"{about}{when_words(turn, deck)}".capitalize(), quiet=True))
        before = slide
        notes = _without_time(frame.notes, when_words(turn, deck))
        parts = paper.notes(notes, level=3, leave_out=_SAID_ELSEWHERE)
        paper.add(*head, paper.slide(number, _PICTURE, sticky=bool(parts)), together=True)
        paper.add(*parts)
    if deck.references:
        paper.add(paper.heading("Sources", 1), paper.sources(deck.references))
    return {f"{deck.name}-facilitator-guide.pdf": paper.document().pdf()}


def _when(deck: Deck) -> str:
    minutes = sum(turn.minutes for turn in run_sheet(deck))
    planned = f"Facilitator guide. {minutes_words(minutes)} planned"
    if deck.length:
        planned += f" of {deck.length}"
    if is_timed(deck):
        planned += f", from {time_of_day(deck, 0)} to {time_of_day(deck, minutes)}"
    return f"{planned}."


def _run_sheet(paper: Paper, laid_out: LaidOutDeck) -> dict[str, object]:
    deck = laid_out.deck
    timed = is_timed(deck)
    header = (*(("Time",) if timed else ()), "Minutes", "Slide", "What happens")
    rows: list[tuple[str, ...]] = [header]
    titles = _titles(laid_out)
    for turn in run_sheet(deck):
        number, title = titles.get(id(turn.slide), (0, ""))
        if not turn.minutes and not turn.slide.opens:
            continue
        minutes = _minutes(turn)
        rows.append((*((time_of_day(deck, turn.after),) if timed else ()), minutes, str(number), title))
    end = sum(turn.minutes for turn in run_sheet(deck))
    if timed:
        rows.append((time_of_day(deck, end), "", "", "End"))
    columns = (0, 0, 0, 1) if timed else (0, 0, 1)
    right = (1, 2) if timed else (0, 1)
    return paper.table(rows, columns, right)


def _minutes(turn: Turn) -> str:
    if not turn.minutes:
        return ""
    return f"~{turn.minutes}" if turn.is_estimated else str(turn.minutes)


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
