"""A question with answers to choose from, for hands, cards or telephones."""

from __future__ import annotations

from dataclasses import field
from string import ascii_uppercase
from typing import ClassVar

from deckmaker.layout.facilitation import FacilitatedSlide, facilitator_notes, facts
from deckmaker.layout.grid import WORDMARK_RIGHT, foot, headline, with_narrow_headlines
from deckmaker.layout.last_words import with_last_words_together as together
from deckmaker.layout.marked_rows import facts_line, rows, tag
from deckmaker.layout.run_sheet import minutes_words
from deckmaker.model.colour import Colour
from deckmaker.model.deck import Deck, Minutes, Objection
from deckmaker.model.feature import Content, Page, SlideKind
from deckmaker.model.frame import Box
from deckmaker.model.frozen import frozen
from deckmaker.model.layout import Layout
from deckmaker.model.text import Text, plain

MOST_OPTIONS = 5


@frozen(kw_only=True)
class PollSlide(FacilitatedSlide):
    """A question and two to five answers. ``source`` is for figures of your own among them."""

    main: ClassVar[str] = "question"

    question: Text = field(metadata={"doc": "the question"})
    options: tuple[Text, ...] = field(metadata={"doc": "two to five answers; they get letters"})
    minutes: Minutes = field(default=Minutes(3), metadata={"doc": "how long it takes, in minutes"})
    how: str = field(default="", metadata={"doc": "how people answer", "example": "show of hands"})
    source: Text | None = field(default=None, metadata={"doc": "where figures of your own come from"})

    def objections(self, deck: Deck) -> tuple[Objection, ...]:
        """A headline that would stand in the question's place."""
        because = "the question is the headline of a poll, and this one has another headline too"
        return (Objection(because=because, instead="leave ‘headline’ out"),) if self.headline else ()


_TAG = 80.0
_SIZES = {28.0: "-large", 24.0: "", 20.0: "-small"}
"""Type sizes of answers in points, and the end of the name of the layout that has them."""


def _layout(options: int, lines: int, size: float) -> Layout:
    """A layout for so many answers to a question of so many lines."""
    top = 150.0 + 38 * (lines - 1)
    place, shape = tag(_TAG, "coral")
    gap = 12.0 if options < 5 else 8.0
    listed = rows(
        options,
        Box(54, top, 852, 468 - top),
        size,
        prompt="Answer",
        fill="white",
        chip="coral",
        gap=gap,
        highest=152,
        one_line="-large" in _SIZES[size],
    )
    small = _SIZES[size]
    told = small.replace("-", ", ")
    return Layout(
        name=f"poll-{options}-options{'' if lines == 1 else '-two-lines'}{small}",
        title=f"Poll, {options} option{'' if options == 1 else 's'}{'' if lines == 1 else ', two lines'}{told}",
        ground=Colour("blush"),
        placeholders=(
            headline(Box(54, 86, 852, 42 * lines)),
            place,
            facts_line(_TAG),
            *listed.placeholders,
            *foot(),
        ),
        decoration=(shape, *listed.decoration),
        wordmark=WORDMARK_RIGHT,
    )


LAYOUTS = tuple(
    layout
    for count in (3, 2, 4, 5, 1)
    for layout in (
        _layout(count, 1, 24),
        *with_narrow_headlines(_layout(count, 2, 24)),
        _layout(count, 1, 28),
        *with_narrow_headlines(_layout(count, 2, 28)),
        _layout(count, 1, 20),
        *with_narrow_headlines(_layout(count, 2, 20)),
    )
)


def fill(slide: PollSlide, page: Page) -> tuple[Content, ...]:
    """One page, in the layout for its number of answers."""
    options = slide.options[:MOST_OPTIONS]
    stem = f"poll-{max(len(options), 1)}-options"
    texts = {
        "title": slide.question,
        "tag": plain("Poll"),
        "facts": facts(minutes_words(slide.minutes), slide.how),
        "source": slide.source or (page.source_line(slide.citations) if slide.citations else Text()),
    }
    for number, (letter, option) in enumerate(zip(ascii_uppercase, options, strict=False), start=1):
        texts[f"marker-{number}"] = plain(letter)
        texts[f"row-{number}"] = together(option)
    return (
        Content(
            layouts=tuple(f"{stem}{lines}{end}" for end in _SIZES.values() for lines in ("", "-two-lines")),
            texts=texts,
            notes=facilitator_notes(slide, page),
        ),
    )


SLIDE = SlideKind(
    slide=PollSlide,
    layouts=LAYOUTS,
    fill=fill,
    example=(
        "poll: Where would you send a family with a baby in distress today?\n"
        "minutes: 3\n"
        "how: show of hands\n"
        "options:\n"
        "  - I know a team that takes babies\n"
        "  - I know somebody I could ask\n"
        "  - I would not know whom to ask"
    ),
)
