"""Two figures side by side, each with its own base, so that nobody takes them for two parts of one."""

from __future__ import annotations

from dataclasses import field, replace
from typing import ClassVar

from deckmaker.fonts import LINE_HEIGHT
from deckmaker.layout.figure_text import claim_text, first_that_fits
from deckmaker.layout.grid import FULL, LEFT, WORDMARK_RIGHT, body, foot, headline, picture, with_narrow_headlines
from deckmaker.layout.lettering import capital
from deckmaker.model.colour import Colour
from deckmaker.model.deck import Deck, Objection, Slide
from deckmaker.model.evidence import Statistic, Unit
from deckmaker.model.feature import Content, Page, SlideKind
from deckmaker.model.figures import claim, hedged_figure
from deckmaker.model.frame import Box, Graphic, GraphicChoice, GraphicName, ShapeItem
from deckmaker.model.frozen import frozen
from deckmaker.model.layout import IconPlace, Layout, Placeholder
from deckmaker.model.text import Text, joined, plain


@frozen(kw_only=True)
class TwoStatisticsSlide(Slide):
    """Two statistics of the library under one headline, each as the source prints it.

    Both get a graphic where one kind shows both on the same scale, which only shares of a hundred have; else neither.
    """

    main: ClassVar[str] = "statistics"

    headline: Text = field(metadata={"doc": "a sentence that says why the two stand together"})
    statistics: tuple[Statistic, ...] = field(
        metadata={"doc": "names of two statistics of the library", "example": "[a-statistic, another-statistic]"}
    )

    def objections(self, deck: Deck) -> tuple[Objection, ...]:
        """Not two, the same twice, or several groups in one: these need another kind of slide."""
        count = len(self.statistics)
        if count != 2:
            return (
                Objection(
                    because=f"a two-statistics slide shows two statistics, and here {_are(count)}",
                    instead="two-statistics: [one-statistic, another-statistic]",
                ),
            )
        first, second = self.statistics
        if first.id == second.id:
            return (
                Objection(because=f"‘{first.id}’ is named twice", instead=f"write  - statistic: {first.id}  for one"),
            )
        return tuple(
            Objection(
                because=f"‘{each.id}’ has figures for {len(each.values)} groups, and half a slide shows one figure",
                instead=f"write  - comparison: {each.id}  on a slide of its own",
            )
            for each in self.statistics
            if len(each.values) > 1
        )


_COLUMN, _SECOND, _ICON = 400.0, 506.0, 40.0
_KINDS = ("proportion-grid", "icon-array")
"""Graphics in which one share of a hundred can be held against another at a glance."""


def _column(number: int, top: float, size: float, words: float, *, drawn: bool) -> tuple[Placeholder, ...]:
    """One half. Figures of every size end on the same line, their hedge right above them."""
    left = LEFT if number == 1 else _SECOND
    tall = size * LINE_HEIGHT + 1
    bottom = top + 40 + (tall if drawn else 88 * LINE_HEIGHT + 1)
    end = bottom + 4 + 4 * words * LINE_HEIGHT if drawn else 470.0
    inset = 2 if drawn else _ICON + 12
    graphic = (picture(f"graphic-{number}", Box(left, end + 10, _COLUMN, 468 - end)),) if drawn else ()
    return (
        body(f"hedge-{number}", Box(left + inset, bottom - tall - 40, _COLUMN - inset, 38), 26, bold=True,
             colour="title", anchor="middle", optional=True, prompt="Hedge"),
        body(f"figure-{number}", Box(left - 2, bottom - tall, _COLUMN + 4, tall), size, bold=True,
             colour="focus" if number == 1 else "teal", prompt="Figure"),
        body(f"words-{number}", Box(left, bottom + 4, _COLUMN, end - bottom - 4), words,
             prompt="Of what, and the sentence"),
        *graphic,
    )  # fmt: skip


def _layout(name: str, title: str, size: float, words: float, lines: int, *, drawn: bool = False) -> Layout:
    """Both columns on the same lines. Without graphics the figures stand lower, so that the page is not top-heavy."""
    top = (84 if drawn else 132) + (54 if drawn else 24) * (lines - 1)
    icons = top + 40 + (88 - size) * LINE_HEIGHT - 42
    return Layout(
        name=name,
        title=title,
        ground=Colour("cream"),
        placeholders=(
            headline(Box(LEFT, 40, FULL, 43 * lines)),
            *(place for number in (1, 2) for place in _column(number, top, size, words, drawn=drawn)),
            *foot(),
        ),
        decoration=(
            ShapeItem(
                name="Hairline",
                kind="rectangle",
                box=Box(479.5, top + 10, 1, 452 - top),
                fill=Colour("hairline"),
            ),
        ),
        icons=()
        if drawn
        else (
            IconPlace(name="icon-1", box=Box(LEFT, icons, _ICON, _ICON), colour=Colour("focus")),
            IconPlace(name="icon-2", box=Box(_SECOND, icons, _ICON, _ICON), colour=Colour("teal")),
        ),
        wordmark=WORDMARK_RIGHT,
    )


def _sizes(name: str, title: str, lines: int) -> tuple[Layout, ...]:
    return (
        _layout(name, title, 88, 24, lines),
        _layout(f"{name}-long", f"{title}, long figures", 66, 24, lines),
        _layout(f"{name}-longest", f"{title}, longest figures", 48, 22, lines),
    )


_PLAIN = (
    *_sizes("two-statistics", "Two statistics", 1),
    *with_narrow_headlines(*_sizes("two-statistics-two-lines", "Two statistics, two lines", 2)),
)
_DRAWN = (
    _layout("two-statistics-drawn", "Two statistics with graphics", 66, 22, 1, drawn=True),
    *with_narrow_headlines(
        _layout("two-statistics-drawn-two-lines", "Two statistics with graphics, two lines", 66, 20, 2, drawn=True)
    ),
)
LAYOUTS = (*_PLAIN, *_DRAWN)


def _names(layouts: tuple[Layout, ...]) -> tuple[str, ...]:
    """The names to try: a large figure under a headline of two lines before a small figure under one."""
    plainly = [layout.name for layout in layouts if not layout.name.endswith("-narrow")]
    return tuple(sorted(plainly, key=lambda name: (name.endswith("-longest"), name.endswith("-long"))))


def fill(slide: TwoStatisticsSlide, page: Page) -> tuple[Content, ...]:
    """One page: both figures as printed, so never as one in different numbers."""
    both = slide.statistics[:2]
    texts = {"title": slide.headline, "source": _source(both, page)}
    for number, statistic in enumerate(both, start=1):
        figure = hedged_figure(statistic)
        texts |= {
            f"hedge-{number}": plain(capital(figure.hedge)) if figure.hedge else Text(),
            f"figure-{number}": plain(figure.figure),
            f"words-{number}": claim_text(statistic),
        }
    graphics = _graphics(both, page)
    drawn = bool(graphics) and any(
        all(page.fits(layout, name, text) for name, text in texts.items() if name != "source")
        for layout in _names(_DRAWN)
    )
    return (
        Content(
            layouts=_names(_DRAWN) if drawn else _names(_PLAIN),
            texts=texts,
            graphics=graphics if drawn else {},
            icons={f"icon-{n}": statistic.drawing.icon or "chart-simple" for n, statistic in enumerate(both, start=1)},
            notes=page.notes(
                slide,
                joined(plain(claim(statistic)) for statistic in both),
                caveats=dict.fromkeys(caveat for statistic in both for caveat in statistic.caveats),
            ),
        ),
    )


def _graphics(both: tuple[Statistic, ...], page: Page) -> dict[str, Graphic]:
    """A graphic for each figure, of the one kind that suits both, if there is one and it has room."""
    for kind in _KINDS:
        if all(s.unit is Unit.PERCENT and kind in (s.drawing.default, *s.drawing.allowed) for s in both):
            asked = GraphicChoice(kind=GraphicName(kind))
            made = [page.graphic(statistic, asked, Colour("cream")) for statistic in both]
            graphics = {f"graphic-{n}": replace(g, figure_told=True) for n, g in enumerate(made, start=1) if g}
            if len(graphics) == 2 and all(page.has_room(g, _DRAWN[-1].name, name) for name, g in graphics.items()):
                return graphics
    return {}


def _source(both: tuple[Statistic, ...], page: Page) -> Text:
    """Every work, and place and year of each figure; sources without titles where these have no room."""
    cited = tuple(citation for statistic in both for citation in statistic.cite)
    scopes = [statistic.scope for statistic in both]
    where = ("left", "right")
    told = scopes[:1] if len(set(scopes)) == 1 else [f"{at}: {s}" for at, s in zip(where, scopes, strict=False)]
    lines = (page.source_line(cited, *told), page.source_line(cited, *told, brief=True))
    return first_that_fits(lines, LAYOUTS[0].name, page)


def _are(count: int) -> str:
    return "is one" if count == 1 else f"are {count}"


SLIDE = SlideKind(
    slide=TwoStatisticsSlide,
    layouts=LAYOUTS,
    fill=fill,
    example=(
        "two-statistics: [babies-in-need, camhs-under-twos]\n"
        "headline: Babies are known to be in need, and many doors are closed"
    ),
)
