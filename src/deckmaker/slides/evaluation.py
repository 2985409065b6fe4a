"""What people are asked before they leave."""

from __future__ import annotations

from dataclasses import field
from typing import ClassVar

from deckmaker.layout.facilitation import FacilitatedSlide, facilitator_notes, facts
from deckmaker.layout.grid import WORDMARK_RIGHT, body, foot, headline
from deckmaker.layout.last_words import with_last_words_together as together
from deckmaker.layout.marked_rows import facts_line, rows, tag
from deckmaker.layout.run_sheet import minutes_words
from deckmaker.model.colour import Colour
from deckmaker.model.deck import Minutes
from deckmaker.model.feature import Content, Page, SlideKind
from deckmaker.model.frame import Box
from deckmaker.model.frozen import frozen
from deckmaker.model.layout import Layout
from deckmaker.model.links import WebAddress, web_link
from deckmaker.model.text import Paragraph, Text, plain

MOST_QUESTIONS = 4


@frozen(kw_only=True)
class EvaluationSlide(FacilitatedSlide):
    """Two to four questions. ``link`` is the address of a form, which the slide shows without ``https://``."""

    main: ClassVar[str] = "questions"

    questions: tuple[Text, ...] = field(metadata={"doc": "two to four questions"})
    minutes: Minutes = field(default=Minutes(5), metadata={"doc": "how long it takes, in minutes"})
    how: str = field(default="", metadata={"doc": "how people answer", "example": "on the card at your place"})
    link: WebAddress = field(
        default=WebAddress(""), metadata={"doc": "the address of a form", "example": "https://example.org/form"}
    )


_TAG = 130.0
_SIZES = {30.0: "-large", 24.0: "", 20.0: "-small"}
"""Type sizes of questions in points, and the end of the name of the layout that has them."""


def _layout(questions: int, size: float, *, linked: bool) -> Layout:
    place, shape = tag(_TAG, "plum")
    low = 424 if linked else 464
    listed = rows(
        questions,
        Box(54, 150, 852, low - 150),
        size,
        prompt="Question",
        fill="haze",
        chip="plum",
        gap=12,
        highest=152,
        one_line="-large" in _SIZES[size],
    )
    small = _SIZES[size]
    told = small.replace("-", ", ")
    link = body("link", Box(54, 438, 852, 30), 24, colour="focus", bold=True, prompt="Web address")
    return Layout(
        name=f"evaluation-{questions}{'-link' if linked else ''}{small}",
        title=f"Evaluation, {questions} question{'' if questions == 1 else 's'}{', link' if linked else ''}{told}",
        ground=Colour("cream"),
        placeholders=(
            headline(Box(54, 86, 852, 44)),
            place,
            facts_line(_TAG),
            *listed.placeholders,
            *((link,) if linked else ()),
            *foot(source=False),
        ),
        decoration=(shape, *listed.decoration),
        wordmark=WORDMARK_RIGHT,
    )


LAYOUTS = tuple(
    _layout(count, size, linked=linked)
    for count in (3, 2, 4, 1)
    for linked in (False, True)
    for size in (24.0, 30.0, 20.0)
)


def fill(slide: EvaluationSlide, page: Page) -> tuple[Content, ...]:
    """One page, in the layout for its number of questions."""
    questions = slide.questions[:MOST_QUESTIONS]
    stem = f"evaluation-{max(len(questions), 1)}{'-link' if slide.link else ''}"
    texts = {
        "title": slide.headline or plain("Before you go, tell us what you think"),
        "tag": plain("Evaluation"),
        "facts": facts(minutes_words(slide.minutes), slide.how),
    }
    if slide.link:
        texts["link"] = Text((Paragraph((web_link(slide.link),)),))
    for number, question in enumerate(questions, start=1):
        texts[f"marker-{number}"] = plain(str(number))
        texts[f"row-{number}"] = together(question)
    return (
        Content(
            layouts=tuple(stem + end for end in _SIZES.values()), texts=texts, notes=facilitator_notes(slide, page)
        ),
    )


SLIDE = SlideKind(
    slide=EvaluationSlide,
    layouts=LAYOUTS,
    fill=fill,
    example=(
        "evaluation:\n"
        "  - What will you do differently?\n"
        "  - What was missing?\n"
        "minutes: 5\n"
        "how: on the card at your place"
    ),
)
