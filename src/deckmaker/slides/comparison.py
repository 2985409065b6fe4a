"""Groups against each other, or against a line that everyone knows: bars across the whole page."""

from __future__ import annotations

from dataclasses import field
from typing import ClassVar

from deckmaker.fonts import LINE_HEIGHT
from deckmaker.layout.figure_text import first_that_fits
from deckmaker.layout.grid import FULL, LEFT, WORDMARK_RIGHT, body, foot, headline, picture, with_narrow_headlines
from deckmaker.layout.lettering import capital
from deckmaker.model.colour import Colour
from deckmaker.model.deck import Deck, Objection, Slide
from deckmaker.model.evidence import Statistic
from deckmaker.model.feature import Content, Page, Panel, SlideKind
from deckmaker.model.figures import claim
from deckmaker.model.frame import Box, Graphic, GraphicChoice, GraphicName
from deckmaker.model.frozen import frozen
from deckmaker.model.layout import Layout
from deckmaker.model.text import Text, plain


@frozen(kw_only=True)
class ComparisonSlide(Slide):
    """One statistic that compares: its groups with each other, with its reference, or with a count beside it.

    What stands on one scale is for the record to say, since it knows who was counted, when and how. Figures of
    different records are shown by two-statistics, each with its own base.
    """

    main: ClassVar[str] = "statistic"

    statistic: tuple[Statistic, ...] = field(
        metadata={"doc": "name of a statistic of the library that has groups or a reference", "example": "a-statistic"}
    )
    takeaway: Text | None = field(default=None, metadata={"doc": "what the bars show, in a sentence"})
    graphic: GraphicChoice | None = field(default=None, metadata={"doc": "another graphic than bars"})

    def objections(self, deck: Deck) -> tuple[Objection, ...]:
        """Several records, which nobody has said may be compared; or one that has nothing to compare."""
        names = tuple(statistic.id for statistic in self.statistic)
        if len(names) != 1:
            return (_several(self.statistic),)
        drawing = self.statistic[0].drawing
        if len(self.statistic[0].values) == 1 and not (drawing.base or drawing.beside):
            return (
                Objection(
                    because=f"‘{names[0]}’ has one figure, and nothing of its own to compare it with",
                    instead=f"write  - statistic: {names[0]}",
                ),
            )
        return ()


def _several(statistics: tuple[Statistic, ...]) -> Objection:
    """Why these records do not go on one scale: the first thing in which they differ."""
    because = "a comparison shows one statistic"
    for what in ("unit", "population", "period", "place"):
        told = dict.fromkeys(str(getattr(statistic, what)) for statistic in statistics)
        if len(told) > 1:
            first, second, *_ = told
            because = f"these figures do not go on one scale: their {what} is not the same, ‘{first}’ and ‘{second}’"
            break
    else:
        if statistics:
            because = "no record of the library says that these figures may be drawn on one scale"
    return Objection(
        because=because,
        instead="name one statistic that has groups; or show two with their bases:  two-statistics: [one, another]",
    )


_KINDS = ("comparison-bars", "nested-counts")
"""Graphics that compare on one scale from zero, the usual one first."""


def _layout(name: str, title: str, lines: int, size: float, said: int) -> Layout:
    """A layout for a headline and a sentence of so many lines; the bars have the rest of the page."""
    top = 92 + 38 * (lines - 1)
    bars = top + said * size * LINE_HEIGHT + 22
    return Layout(
        name=name,
        title=title,
        ground=Colour("cream"),
        placeholders=(
            headline(Box(LEFT, 40, FULL, 43 * lines)),
            body("takeaway", Box(LEFT, top, FULL, said * size * LINE_HEIGHT + 1), size, prompt="What the bars show"),
            picture("graphic", Box(LEFT, bars, FULL, 470 - bars)),
            *foot(),
        ),
        wordmark=WORDMARK_RIGHT,
    )


def _sizes(name: str, title: str, lines: int) -> tuple[Layout, ...]:
    return (
        _layout(name, title, lines, 24, 1),
        _layout(f"{name}-long", f"{title}, long sentence", lines, 22, 2),
    )


_ONE = _sizes("comparison", "Comparison", 1)
_TWO = _sizes("comparison-two-lines", "Comparison, two lines", 2)
LAYOUTS = (*_ONE, *with_narrow_headlines(*_TWO))


def fill(slide: ComparisonSlide, page: Page) -> tuple[Content, ...]:
    """One page: headline, what is compared, the bars, where they come from."""
    statistic = slide.statistic[0]
    graphic = _graphic(statistic, slide.graphic, page)
    texts = {
        "title": slide.headline or plain(statistic.headline or claim(statistic)),
        "takeaway": slide.takeaway or plain(f"{capital(statistic.counted)}."),
        "source": _source(statistic, page),
    }
    return (
        Content(
            layouts=tuple(layout.name for layout in (*_ONE, *_TWO)),
            texts=texts,
            graphics={"graphic": graphic} if graphic else {},
            notes=page.notes(slide, plain(claim(statistic)), caveats=statistic.caveats),
        ),
    )


def _graphic(statistic: Statistic, choice: GraphicChoice | None, page: Page) -> Graphic | None:
    """The graphic asked for, else the first kind for comparisons that the record lists."""
    kind = choice.kind if choice else None
    listed = (statistic.drawing.default, *statistic.drawing.allowed)
    usual = next((name for name in _KINDS if name in listed), None)
    asked = GraphicChoice(
        kind=kind or (GraphicName(usual) if usual else None), native=choice.native if choice else False
    )
    return page.graphic(statistic, asked, Colour("cream"))


def _source(statistic: Statistic, page: Page) -> Text:
    """Source, place and year, and what to beware of when reading the bars, where it has room."""
    caveat = statistic.caveats[:1]
    lines = [page.source_line(statistic.cite, statistic.scope, *more) for more in (caveat, ())]
    return first_that_fits(lines, LAYOUTS[0].name, page)


def panel(slide: ComparisonSlide, page: Page) -> Panel:
    """Headline, what is compared or what the bars show, and the bars."""
    statistic = slide.statistic[0]
    return Panel(
        heading=slide.headline or plain(statistic.headline or claim(statistic)),
        words=slide.takeaway or plain(f"{capital(statistic.counted)}."),
        graphic=_graphic(statistic, slide.graphic, page),
        citations=statistic.cite,
        scope=statistic.scope,
        caveats=statistic.caveats,
    )


SLIDE = SlideKind(
    slide=ComparisonSlide,
    layouts=LAYOUTS,
    fill=fill,
    example=(
        "comparison: disorganised-attachment-groups\n"
        "takeaway: In all three groups it is more common than in the general population."
    ),
    panel=panel,
)
