"""One question for the room, large; what to ask next is in the notes."""

from __future__ import annotations

from dataclasses import field
from typing import ClassVar

from deckmaker.fonts import LINE_HEIGHT
from deckmaker.layout.facilitation import FacilitatedSlide, facilitator_notes, facts, group_words, under
from deckmaker.layout.grid import WORDMARK_RIGHT, body, foot, headline, with_narrow_headlines
from deckmaker.layout.last_words import with_last_words_together as together
from deckmaker.layout.marked_rows import facts_line, tag
from deckmaker.layout.run_sheet import minutes_words
from deckmaker.model.colour import Colour
from deckmaker.model.deck import Deck, Minutes, Objection
from deckmaker.model.feature import Content, Page, SlideKind
from deckmaker.model.frame import Box
from deckmaker.model.frozen import frozen
from deckmaker.model.layout import IconPlace, Layout
from deckmaker.model.text import Text, plain


@frozen(kw_only=True)
class DiscussionSlide(FacilitatedSlide):
    """A question to talk about. ``prompts`` are for the facilitator, when talk runs dry."""

    main: ClassVar[str] = "question"

    question: Text = field(metadata={"doc": "one open question"})
    minutes: Minutes = field(metadata={"doc": "how long to talk, in minutes"})
    group_size: str = field(default="", metadata={"doc": "how many talk together: a number, or words such as pairs"})
    how: Text | None = field(default=None, metadata={"doc": "how to go about it, in a sentence"})
    prompts: tuple[Text, ...] = field(default=(), metadata={"doc": "follow-up questions, for the notes"})

    def objections(self, deck: Deck) -> tuple[Objection, ...]:
        """A headline that would stand in the question's place."""
        because = "the question is the headline of a discussion, and this one has another headline too"
        return (Objection(because=because, instead="leave ‘headline’ out"),) if self.headline else ()


_TAG = 128.0


_USUAL, _SMALL = 48.0, 40.0
_MOST_LINES = 4


_BESIDE = 560.0
"""Width of a question with large speech bubbles to its right, in points."""
_BUBBLES = Box(676, 166, 220, 220)


def _layout(lines: int, size: float) -> Layout:
    """A layout for a question of so many lines across the page, the block in the middle of it."""
    height = lines * size * LINE_HEIGHT + 1
    top = 278 - (58 + 22 + height + 16 + 62) / 2
    small = "-small" if size < _USUAL and lines < _MOST_LINES else ""
    name, title = f"discussion-{lines}-lines{small}", f"Discussion, {_lines(lines)}{small.replace('-', ', ')}"
    return _placed(name, title, Box(54, top + 80, 800, height), size, Box(54, top, 58, 58))


def _beside(lines: int) -> Layout:
    """A layout for a question of so many lines beside large speech bubbles."""
    height = lines * _USUAL * LINE_HEIGHT + 1
    top = 286 - (height + 16 + 62) / 2
    name, title = f"discussion-{lines}-lines-beside", f"Discussion, {_lines(lines)} beside speech bubbles"
    return _placed(name, title, Box(54, top, _BESIDE, height), _USUAL, _BUBBLES)


def _lines(count: int) -> str:
    return f"{count} line{'' if count == 1 else 's'}"


def _placed(name: str, title: str, question: Box, size: float, icon: Box) -> Layout:
    place, shape = tag(_TAG, "teal")
    return Layout(
        name=name,
        title=title,
        ground=Colour("mist"),
        placeholders=(
            headline(question, size=size),
            place,
            facts_line(_TAG),
            body("how", Box(54, question.bottom + 16, question.width, 62), 24, optional=True,
                 prompt="How to go about it"),
            *foot(source=False),
        ),
        decoration=(shape,),
        icons=(IconPlace(name="talk", box=icon, colour=Colour("teal")),),
        wordmark=WORDMARK_RIGHT,
    )  # fmt: skip


LAYOUTS = (
    *with_narrow_headlines(*(_beside(lines) for lines in (2, 1, 3, 4))),
    *with_narrow_headlines(_layout(2, _USUAL), _layout(1, _USUAL)),
    _layout(1, _SMALL),
    *with_narrow_headlines(_layout(2, _SMALL), _layout(3, _USUAL)),
    _layout(_MOST_LINES, _SMALL),
)
_IN_ORDER = tuple(
    f"discussion-{lines}"
    for lines in (
        *(f"{count}-lines-beside" for count in (1, 2, 3, 4)),
        *("1-lines", "2-lines", "1-lines-small", "2-lines-small", "3-lines", "4-lines"),
    )
)


def fill(slide: DiscussionSlide, page: Page) -> tuple[Content, ...]:
    """One page, in the largest type that holds the question."""
    group = group_words(slide.group_size)
    texts = {
        "title": slide.question,
        "tag": plain("Discussion"),
        "facts": facts(minutes_words(slide.minutes), group),
        "how": together(slide.how) if slide.how else Text(),
    }
    prompts = under("Follow-up questions", slide.prompts)
    notes = facilitator_notes(slide, page, prompts, group=group)
    return (Content(layouts=_IN_ORDER, texts=texts, icons={"talk": "comments"}, notes=notes),)


SLIDE = SlideKind(
    slide=DiscussionSlide,
    layouts=LAYOUTS,
    fill=fill,
    example=(
        "discussion: Who in your area is holding the baby in mind?\n"
        "minutes: 10\n"
        "group-size: pairs\n"
        "how: Talk in pairs, then share one thought with the room.\n"
        "prompts:\n"
        "  - Who would notice first?\n"
        "  - And whom could they tell?"
    ),
)
