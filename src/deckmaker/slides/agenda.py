"""What the deck will cover: the names of its parts, each leading to it, with times where there are any."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.layout.facilitation import content_notes
from deckmaker.layout.grid import BODY_TOP, WORDMARK_RIGHT, body, entries, foot, headline, held_circle
from deckmaker.layout.run_sheet import Turn, is_timed, run_sheet, time_of_day
from deckmaker.model.colour import Colour
from deckmaker.model.deck import Deck, Slide
from deckmaker.model.feature import Content, Page, SlideKind
from deckmaker.model.frame import Box, ShapeItem
from deckmaker.model.frozen import frozen
from deckmaker.model.layout import Layout
from deckmaker.model.text import Paragraph, Run, Text, plain


@frozen(kw_only=True)
class AgendaSlide(Slide):
    """The sections of the deck, in order, found by themselves.

    In a workshop each has the time at which it begins, by the deck's ``start``, or else its minutes; breaks and the
    end have rows too.
    """


def _layout(name: str, title: str, size: float, space: float) -> Layout:
    return Layout(
        name=name,
        title=title,
        ground=Colour("cream"),
        placeholders=(
            headline(Box(54, 40, 640, 86)),
            entries("parts", Box(54, BODY_TOP + 6, 600, 322), size, "number", indent=48, space_after=space),
            *foot(source=False),
        ),
        decoration=held_circle((960, 214, 236), (852, 288, 78), "blush", "coral"),
        wordmark=WORDMARK_RIGHT,
    )


_LISTS = (
    _layout("agenda", "Agenda", 28, 22),
    _layout("agenda-long", "Agenda, long", 24, 12),
    _layout("agenda-longest", "Agenda, longest", 20, 9),
)

MOST_ROWS = 8
_TOP, _LOW, _LOW_WITH_CARE, _HIGHEST = 112.0, 470.0, 424.0, 60.0


def _timed(rows: int, size: float, *, care: bool) -> Layout:
    """A layout for so many rows with times, hairlines between them."""
    height = min(((_LOW_WITH_CARE if care else _LOW) - _TOP) / rows, _HIGHEST)
    tops = [_TOP + row * height for row in range(rows)]
    small = "" if size > 20 else "-small"
    told = body("care", Box(54, 432, 852, 44), 18, optional=True, prompt="Content note")
    return Layout(
        name=f"agenda-{rows}-times{'-care' if care else ''}{small}",
        title=f"Agenda, {rows} times{', content note' if care else ''}{', small' if small else ''}",
        ground=Colour("cream"),
        placeholders=(
            headline(Box(54, 40, 852, 50)),
            *(
                place
                for row, top in enumerate(tops, start=1)
                for place in (
                    body(f"time-{row}", Box(54, top, 110, height - 2), size, colour="focus", bold=True,
                         anchor="middle", prompt="Time", reads="label"),
                    body(f"part-{row}", Box(176, top, 730, height - 2), size, anchor="middle", prompt="Part"),
                )
            ),
            *((told,) if care else ()),
            *foot(source=False),
        ),
        decoration=tuple(
            ShapeItem(
                name=f"Line {row}", kind="rectangle", box=Box(54, top - 1.5, 852, 1), fill=Colour("hairline")
            )
            for row, top in enumerate(tops)
            if row
        ),
        wordmark=WORDMARK_RIGHT,
    )  # fmt: skip


_TIMED = tuple(
    _timed(rows, size, care=care) for rows in range(1, MOST_ROWS + 1) for care in (False, True) for size in (24.0, 18.0)
)
LAYOUTS = (*_LISTS, *_TIMED)


def fill(slide: AgendaSlide, page: Page) -> tuple[Content, ...]:
    """A page with a row for each section, or as many pages as the rows need."""
    deck = page.deck
    if deck.sections and (deck.kind == "workshop" or is_timed(deck)):
        return _with_times(slide, page)
    pages: list[list[Paragraph]] = [[]]
    for number, name in enumerate(deck.sections, start=1):
        row = Paragraph((Run(name, leads_to=name),), number=number)
        if pages[-1] and not page.fits(_LISTS[-1].name, "parts", Text((*pages[-1], row))):
            pages.append([])
        pages[-1].append(row)
    title = slide.headline or plain("What we will cover")
    return tuple(
        Content(
            layouts=tuple(layout.name for layout in _LISTS),
            texts={"title": title, "parts": Text(tuple(rows))},
            notes=page.notes(slide) if rows[:1] == pages[0][:1] else Text(),
        )
        for rows in pages
    )


def _with_times(slide: AgendaSlide, page: Page) -> tuple[Content, ...]:
    rows = tuple(_rows(page.deck))
    care = Text() if any(other.kind == "learning-outcomes" for other in page.deck.slides) else content_notes(page.deck)
    pages = [rows[at : at + MOST_ROWS] for at in range(0, len(rows), MOST_ROWS)]
    made: list[Content] = []
    for number, some in enumerate(pages):
        stem = f"agenda-{len(some)}-times{'-care' if care else ''}"
        texts = {"title": slide.headline or plain("What we will do"), **({"care": care} if care else {})}
        for row, (time, part) in enumerate(some, start=1):
            texts[f"time-{row}"], texts[f"part-{row}"] = plain(time), Text((Paragraph((part,)),))
        notes = Text() if number else page.notes(slide)
        made.append(Content(layouts=(stem, f"{stem}-small"), texts=texts, notes=notes))
    return tuple(made)


def _rows(deck: Deck) -> Iterator[tuple[str, Run]]:
    """When and what: sections in bold, each leading to its first slide; breaks and the end in plain words."""
    turns = run_sheet(deck)
    timed = is_timed(deck)
    for number, turn in enumerate(turns):
        if turn.slide.opens:
            name = turn.slide.opens
            when = time_of_day(deck, turn.after) if timed else f"{_minutes_of_part(turns[number:])} min"
            yield when, Run(name, bold=True, leads_to=name)
        elif turn.slide.kind == "break":
            yield time_of_day(deck, turn.after) if timed else f"{turn.minutes} min", Run("Break")
    if timed:
        yield time_of_day(deck, turns[-1].after + turns[-1].minutes), Run("Finish")


def _minutes_of_part(turns: tuple[Turn, ...]) -> int:
    """Minutes from a section's slide to the next section, breaks left out since they have rows of their own."""
    total = int(turns[0].minutes)
    for turn in turns[1:]:
        if turn.slide.opens:
            break
        total += turn.minutes if turn.slide.kind != "break" else 0
    return total


SLIDE = SlideKind(slide=AgendaSlide, layouts=LAYOUTS, fill=fill, example="agenda")
