"""Something that people do together: for how long, in what groups, in which steps, and what comes of it."""

from __future__ import annotations

from dataclasses import field
from typing import ClassVar

from deckmaker.layout.facilitation import FacilitatedSlide, facilitator_notes, facts, group_words, under
from deckmaker.layout.grid import WORDMARK_RIGHT, body, foot, headline, with_narrow_headlines
from deckmaker.layout.last_words import with_last_words_together as together
from deckmaker.layout.marked_rows import facts_line, rows, tag
from deckmaker.layout.run_sheet import minutes_words
from deckmaker.model.colour import Colour
from deckmaker.model.deck import Minutes
from deckmaker.model.feature import Content, Page, SlideKind
from deckmaker.model.frame import Box, ShapeItem
from deckmaker.model.frozen import frozen
from deckmaker.model.layout import IconPlace, Layout
from deckmaker.model.text import Text, plain

MOST_STEPS = 4


@frozen(kw_only=True)
class ActivitySlide(FacilitatedSlide):
    """An activity. Minutes, group size and outcome are required, since people ask for them first."""

    main: ClassVar[str] = "headline"

    headline: Text = field(metadata={"doc": "what people do, as an invitation"})
    minutes: Minutes = field(metadata={"doc": "how long it takes, in minutes"})
    group_size: str = field(metadata={"doc": "how many work together: a number, or words such as pairs"})
    steps: tuple[Text, ...] = field(metadata={"doc": "at most four steps"})
    outcome: Text = field(metadata={"doc": "what comes of it"})
    materials: tuple[str, ...] = field(
        default=(), metadata={"doc": "what people need, in words or as a list", "example": "pens and a large sheet"}
    )


_TAG = 96.0
_SIZES = {28.0: "-large", 24.0: "", 20.0: "-small"}
"""Type sizes of steps in points, and the end of the name of the layout that has them."""


def _layout(steps: int, lines: int, size: float) -> Layout:
    """A layout for so many steps under a headline of so many lines, what comes of it in a band below."""
    top = 148.0 + 38 * (lines - 1)
    band = Box(54, 372, 852, 66)
    place, shape = tag(_TAG, "coral")
    listed = rows(
        steps,
        Box(54, top, 852, band.y - 14 - top),
        size,
        prompt="Step",
        chip="plum",
        gap=2,
        highest=68,
        one_line="-large" in _SIZES[size],
    )
    small = _SIZES[size]
    words = band.x + 74
    return Layout(
        name=f"activity-{steps}-steps{'' if lines == 1 else '-two-lines'}{small}",
        title=f"Activity, {steps} step{'' if steps == 1 else 's'}{'' if lines == 1 else ', two lines'}"
        f"{small.replace('-', ', ')}",
        ground=Colour("sand"),
        placeholders=(
            headline(Box(54, 86, 852, 42 * lines)),
            place,
            facts_line(_TAG),
            *listed.placeholders,
            body(
                "outcome-label",
                Box(words, band.y + 8, 756, 23),
                18,
                bold=True,
                colour="title",
                prompt="Label",
                reads="heading",
            ),
            body("outcome", Box(words, band.y + 31, 756, 28), 22 if size > 20 else 20, prompt="What comes of it"),
            body("materials", Box(54, 448, 852, 24), 18, colour="secondary", optional=True, prompt="What people need"),
            *foot(source=False),
        ),
        decoration=(
            shape,
            *listed.decoration,
            ShapeItem(name="Band", kind="rectangle", box=band, fill=Colour("white"), radius=8),
        ),
        icons=(IconPlace(name="outcome", box=Box(band.x + 20, band.y + 16, 34, 34), colour=Colour("coral")),),
        wordmark=WORDMARK_RIGHT,
    )


_COUNTS = (3, 4, 2, 1)
LAYOUTS = tuple(
    layout
    for count in _COUNTS
    for layout in (
        _layout(count, 1, 24),
        *with_narrow_headlines(_layout(count, 2, 24)),
        _layout(count, 1, 28),
        *with_narrow_headlines(_layout(count, 2, 28)),
        _layout(count, 1, 20),
        *with_narrow_headlines(_layout(count, 2, 20)),
    )
)


def fill(slide: ActivitySlide, page: Page) -> tuple[Content, ...]:
    """One page, in the layout for its number of steps."""
    steps = slide.steps[:MOST_STEPS]
    stem = f"activity-{max(len(steps), 1)}-steps"
    materials = ", ".join(slide.materials)
    texts = {
        "title": slide.headline,
        "tag": plain("Activity"),
        "facts": facts(minutes_words(slide.minutes), group_words(slide.group_size)),
        "outcome-label": plain("What comes of it"),
        "outcome": slide.outcome,
        "materials": plain(f"You need: {materials}") if materials else Text(),
    }
    for number, step in enumerate(steps, start=1):
        texts[f"marker-{number}"] = plain(str(number))
        texts[f"row-{number}"] = together(step)
    return (
        Content(
            layouts=tuple(f"{stem}{lines}{end}" for end in _SIZES.values() for lines in ("", "-two-lines")),
            texts=texts,
            icons={"outcome": "flag"},
            notes=facilitator_notes(
                slide,
                page,
                under("What comes of it", slide.outcome),
                group=group_words(slide.group_size),
                materials=materials,
            ),
        ),
    )


SLIDE = SlideKind(
    slide=ActivitySlide,
    layouts=LAYOUTS,
    fill=fill,
    example=(
        "activity: Map the support that a family near you could reach\n"
        "minutes: 15\n"
        "group-size: 4\n"
        "materials: one large sheet and pens for each group\n"
        "steps:\n"
        "  - List every service that meets babies under two\n"
        "  - Mark who can refer, and how long families wait\n"
        "  - Circle one gap that you could help to close\n"
        "outcome: One gap that your group takes back to work\n"
        "say: We are looking for what is there before we look for what is missing.\n"
        "if-short-of-time: Leave out the second step."
    ),
)
