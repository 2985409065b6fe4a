"""What people will take away, and what they should know beforehand of what may touch them."""

from __future__ import annotations

from dataclasses import field
from typing import ClassVar

from deckmaker.layout.facilitation import FacilitatedSlide, content_notes, facilitator_notes
from deckmaker.layout.grid import WORDMARK_RIGHT, body, foot, headline
from deckmaker.layout.last_words import with_last_words_together as together
from deckmaker.layout.marked_rows import rows
from deckmaker.model.colour import Colour
from deckmaker.model.feature import Content, Page, Panel, SlideKind
from deckmaker.model.frame import Box
from deckmaker.model.frozen import frozen
from deckmaker.model.layout import Layout
from deckmaker.model.text import Text, plain

MOST_OUTCOMES = 4


@frozen(kw_only=True)
class LearningOutcomesSlide(FacilitatedSlide):
    """Two to four outcomes, each of which goes on from “By the end you will …”."""

    main: ClassVar[str] = "outcomes"

    outcomes: tuple[Text, ...] = field(metadata={"doc": "two to four, each going on from “By the end you will …”"})


_SIZES = {30.0: "-large", 26.0: "", 20.0: "-small"}
"""Type sizes of outcomes in points, and the end of the name of the layout that has them."""


def _layout(outcomes: int, size: float, *, care: bool) -> Layout:
    low = 408 if care else 464
    listed = rows(
        outcomes,
        Box(54, 112, 852, low - 112),
        size,
        prompt="Outcome",
        fill="mist",
        icon="teal",
        gap=12,
        highest=168,
        one_line="-large" in _SIZES[size],
    )
    told = body("care", Box(54, 424, 852, 46), 18, optional=True, prompt="Content note")
    small = _SIZES[size]
    return Layout(
        name=f"learning-outcomes-{outcomes}{'-care' if care else ''}{small}",
        title=f"Learning outcomes, {outcomes}{', content note' if care else ''}{small.replace('-', ', ')}",
        ground=Colour("cream"),
        placeholders=(
            headline(Box(54, 40, 852, 50)),
            *listed.placeholders,
            *((told,) if care else ()),
            *foot(source=False),
        ),
        decoration=listed.decoration,
        icons=listed.icons,
        wordmark=WORDMARK_RIGHT,
    )


LAYOUTS = tuple(
    _layout(count, size, care=care) for count in (3, 2, 4, 1) for care in (False, True) for size in (26.0, 30.0, 20.0)
)


def fill(slide: LearningOutcomesSlide, page: Page) -> tuple[Content, ...]:
    """One page; the content notes of the deck stand below, so that nobody is taken by surprise."""
    outcomes = slide.outcomes[:MOST_OUTCOMES]
    told = content_notes(page.deck)
    stem = f"learning-outcomes-{max(len(outcomes), 1)}{'-care' if told else ''}"
    texts: dict[str, Text] = {"title": slide.headline or plain("By the end you will …")}
    for number, outcome in enumerate(outcomes, start=1):
        texts[f"row-{number}"] = together(outcome)
    if told:
        texts["care"] = together(told)
    return (
        Content(
            layouts=tuple(stem + end for end in _SIZES.values()),
            texts=texts,
            icons={f"icon-{number}": "circle-check" for number in range(1, len(outcomes) + 1)},
            notes=facilitator_notes(slide, page),
        ),
    )


def panel(slide: LearningOutcomesSlide, page: Page) -> Panel:
    """The outcomes as a list."""
    return Panel(
        heading=slide.headline or plain("By the end you will …"),
        points=tuple(("circle-check", outcome) for outcome in slide.outcomes[:MOST_OUTCOMES]),
        citations=slide.citations,
    )


SLIDE = SlideKind(
    slide=LearningOutcomesSlide,
    layouts=LAYOUTS,
    fill=fill,
    example=(
        "learning-outcomes:\n"
        "  - know what a baby needs from the people close by\n"
        "  - see three signs that a baby may be in distress\n"
        "  - know whom to ask for help where you work"
    ),
    panel=panel,
)
