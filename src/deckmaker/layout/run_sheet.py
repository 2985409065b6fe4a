"""Who starts when: the minutes that each slide takes, and the time of day at which it begins."""

from __future__ import annotations

from dataclasses import fields
from functools import lru_cache
from math import ceil

from deckmaker.model.deck import Clock, Deck, LaidOutDeck, Minutes, Slide
from deckmaker.model.evidence import Diagram, Message, Quotation, Statistic
from deckmaker.model.figures import claim
from deckmaker.model.frozen import frozen
from deckmaker.model.text import Text

WORDS_A_MINUTE = 130
"""How fast a talk is spoken: calm, with pauses."""
SILENT = frozenset({"title", "agenda", "section", "references", "closing", "blank"})
"""Kinds of slide that take no time of their own in a workshop, unless ``minutes`` says so."""
SAID = frozenset({"Say", "Ask", "An example", "The ask"})
"""Headings in notes under which stands what is spoken. What stands before all headings is spoken too."""
_DAY = 24 * 60


@frozen
class Turn:
    """A slide's turn: the minutes that it takes and those that are over when it begins.

    ``is_estimated`` where the slide does not say how long it takes.
    """

    slide: Slide
    minutes: Minutes
    after: Minutes
    is_estimated: bool


class _Same:
    """A deck's slides, told from others by being the very same: a sheet is then made once for all who ask."""

    def __init__(self, slides: tuple[Slide, ...]) -> None:
        self.slides = slides

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.slides is self.slides

    def __hash__(self) -> int:
        return id(self.slides)


def run_sheet(deck: Deck) -> tuple[Turn, ...]:
    """Every slide's turn, in order. A slide without ``minutes`` is given those that its words take, a whole number."""
    return _sheet(_Same(deck.slides))


@lru_cache(maxsize=4)
def _sheet(same: _Same) -> tuple[Turn, ...]:
    turns: list[Turn] = []
    after = 0
    for slide in same.slides:
        minutes = slide.minutes or _estimate(slide)
        turns.append(Turn(slide, Minutes(minutes), Minutes(after), is_estimated=bool(minutes) and not slide.minutes))
        after += minutes
    return tuple(turns)


def turn_of(slide: Slide, deck: Deck) -> Turn:
    """The turn of one of the deck's slides. Raises ``LookupError`` for a slide of another deck."""
    for turn in run_sheet(deck):
        if turn.slide is slide:
            return turn
    raise LookupError("the slide is none of this deck")


def is_timed(deck: Deck) -> bool:
    """Whether times of day can be told: the deck says when it begins, and is planned by minutes."""
    return deck.start is not None and (deck.kind == "workshop" or any(slide.minutes for slide in deck.slides))


def time_of_day(deck: Deck, after: int) -> str:
    """The time so many minutes after the deck begins: ‘09:05’. Nothing for a deck without a start."""
    return "" if deck.start is None else clock_words(Clock((deck.start + after) % _DAY))


def clock_words(clock: Clock) -> str:
    """A time of day as it is written: ‘09:05’."""
    return f"{clock // 60:02d}:{clock % 60:02d}"


def minutes_words(minutes: int) -> str:
    """A length of time in words: ‘1 minute’, ‘25 minutes’."""
    return f"{minutes} minute{'' if minutes == 1 else 's'}"


def when_words(turn: Turn, deck: Deck) -> str:
    """When a slide's turn is: ‘10:40–11:05 (25 minutes)’, or the minutes alone where times cannot be told."""
    length = minutes_words(turn.minutes)
    if not is_timed(deck):
        return length
    return f"{time_of_day(deck, turn.after)}–{time_of_day(deck, turn.after + turn.minutes)} ({length})"


def spoken_words(notes: Text) -> int:
    """Words of the notes that are said: those before all headings, and those under a heading of what is said."""
    count, is_said = 0, True
    for paragraph in notes.paragraphs:
        if paragraph.heading:
            is_said = str(paragraph) in SAID
        elif is_said:
            count += len(str(paragraph).split())
    return count


def minutes_per_slide(laid_out: LaidOutDeck) -> tuple[float, ...]:
    """The minutes that each page of the deck takes, in order.

    Of a workshop they are those of the run sheet; of a talk a slide's own ``minutes``, else what its notes take to
    say. A slide that runs over several pages has its own minutes on the first of them.
    """
    turns = {id(turn.slide): turn for turn in run_sheet(laid_out.deck)}
    found: list[float] = []
    before: Slide | None = None
    for slide, frame in zip(laid_out.slides, laid_out.frames, strict=True):
        turn = turns[id(slide)]
        if laid_out.deck.kind == "workshop" or slide.minutes:
            found.append(0.0 if slide is before else float(turn.minutes))
        else:
            found.append(spoken_words(frame.notes) / WORDS_A_MINUTE)
        before = slide
    return tuple(found)


def _estimate(slide: Slide) -> int:
    """Whole minutes, at least one, but none for a slide that only marks a place."""
    return 0 if slide.kind in SILENT else max(1, ceil(_words_of(slide) / WORDS_A_MINUTE))


def _words_of(slide: Slide) -> int:
    """Words that a presenter says on the slide: the author's notes, else those of the record that it shows."""
    if slide.notes:
        return spoken_words(slide.notes)
    return sum(_words_in(field.name, getattr(slide, field.name)) for field in fields(slide))


def _words_in(name: str, value: object) -> int:
    match value:
        case Text() if name in ("say", "ask", "story"):
            return value.word_count
        case Message():
            return value.talking_points.word_count
        case Diagram():
            return value.notes.word_count if value.notes else 0
        case Statistic():
            return len(claim(value).split())
        case Quotation():
            return len(value.text.split())
        case _:
            return 0
