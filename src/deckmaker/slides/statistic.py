"""A figure: large, hedged, with its sentence, its graphic and where it comes from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field, replace
from typing import ClassVar, Literal

from deckmaker.fonts import LINE_HEIGHT
from deckmaker.layout.grid import FULL, LEFT, WORDMARK_RIGHT, body, foot, headline, picture, with_narrow_headlines
from deckmaker.layout.lettering import capital
from deckmaker.model.colour import Colour
from deckmaker.model.deck import Slide
from deckmaker.model.evidence import Statistic
from deckmaker.model.feature import Content, Page, Panel, SlideKind
from deckmaker.model.figures import claim, hedged_figure
from deckmaker.model.frame import Box, GraphicChoice, ShapeItem
from deckmaker.model.frozen import frozen
from deckmaker.model.layout import IconPlace, Layout, Placeholder
from deckmaker.model.text import Text, plain


@frozen(kw_only=True)
class StatisticSlide(Slide):
    """A statistic of the library. ``graphic`` and ``layout`` replace the record's own choice."""

    main: ClassVar[str] = "statistic"

    statistic: Statistic = field(metadata={"doc": "name of a statistic of the library"})
    graphic: GraphicChoice | None = field(default=None, metadata={"doc": "another graphic than the usual one"})
    layout: Literal["full-bleed", "explained", "strip", "wide", "words"] | None = field(
        default=None, metadata={"doc": "how it is arranged: `full-bleed`, `explained`, `strip`, `wide` or `words`"}
    )


def _full_bleed(name: str, title: str, size: float, words: float = 26) -> Layout:
    height = size * LINE_HEIGHT + 1
    top = 356 - height
    return Layout(
        name=name,
        title=title,
        ground=Colour("plum"),
        placeholders=(
            headline(Box(54, 40, 450, 60), size=24, colour="secondary-on-dark"),
            body("hedge", Box(57, top - 42, 440, 40), 32, colour="on-dark", bold=True, optional=True, prompt="Hedge"),
            body("figure", Box(49, top, 480, height), size, colour="focus-on-dark", bold=True, prompt="Figure"),
            body("base", Box(54, 358, 466, 44), 34, colour="on-dark", bold=True, optional=True, prompt="Of what"),
            body("sentence", Box(54, 404, 466, 66), words, colour="on-dark", optional=True, prompt="Sentence"),
            picture("graphic", Box(546, 44, 360, 424)),
            *foot("secondary-on-dark"),
        ),
        wordmark=WORDMARK_RIGHT,
    )


def _explained(name: str, title: str, size: float, base_lines: int = 1) -> Layout:
    below = 292 + 31.6 * base_lines + 8
    return Layout(
        name=name,
        title=title,
        ground=Colour("cream"),
        placeholders=(
            headline(),
            body("hedge", Box(55, 134, 470, 34), 26, bold=True, colour="title", optional=True, prompt="Hedge"),
            body("figure", Box(52, 168, 480, 120), size, colour="focus", bold=True, prompt="Figure", anchor="middle"),
            body("base", Box(54, 292, 470, 31.6 * base_lines), 26, colour="title", bold=True, prompt="Of what"),
            body("sentence", Box(54, below, 470, 470 - below), 24, optional=True, prompt="Sentence"),
            picture("graphic", Box(562, 134, 344, 336)),
            *foot(),
        ),
        wordmark=WORDMARK_RIGHT,
    )


def _below(name: str, title: str, lines: int, places: Callable[[float], tuple[Placeholder, ...]]) -> Layout:
    """A layout for a headline of this many lines: what follows moves up under a short one."""
    return Layout(
        name=name,
        title=title,
        ground=Colour("cream"),
        placeholders=(headline(Box(LEFT, 40, FULL, 43 * lines)), *places(92 + 36 * (lines - 1)), *foot()),
        wordmark=WORDMARK_RIGHT,
    )


def _strip(top: float) -> tuple[Placeholder, ...]:
    return (
        body("figure", Box(51, top, 855, 88), 72, colour="focus", bold=True, prompt="Figure", anchor="bottom"),
        body("sentence", Box(54, top + 90, 852, 60), 24, optional=True, prompt="Sentence"),
        picture("graphic", Box(54, top + 166, 852, 304 - top)),
    )


def _wide(top: float) -> tuple[Placeholder, ...]:
    return (
        body("sentence", Box(54, top + 4, 852, 30), 22, colour="secondary", optional=True, prompt="What is compared"),
        picture("graphic", Box(54, top + 48, 852, 422 - top)),
    )


_DISC = Box(676, 164, 230, 230)


def _words(name: str, title: str, width: float, *, icon: bool) -> Layout:
    """A layout without a graphic; an icon on a disc keeps the right side of the page from being empty."""
    disc = ShapeItem(name="Disc", kind="ellipse", box=_DISC, fill=Colour("blush"))
    return Layout(
        name=name,
        title=title,
        ground=Colour("cream"),
        placeholders=(
            headline(),
            body("hedge", Box(57, 138, width - 6, 40), 32, bold=True, colour="title", optional=True, prompt="Hedge"),
            body("figure", Box(51, 178, width if icon else 855, 138), 112, colour="focus", bold=True, anchor="middle"),
            body("base", Box(54, 322, width - 6, 42), 32, colour="title", bold=True, prompt="Of what"),
            body("sentence", Box(54, 370, width - 6, 98), 26, optional=True, prompt="Sentence"),
            *foot(),
        ),
        decoration=(disc,) if icon else (),
        icons=(
            (IconPlace(name="icon", box=Box(_DISC.x + 65, _DISC.y + 65, 100, 100), colour=Colour("focus")),)
            if icon
            else ()
        ),
        wordmark=WORDMARK_RIGHT,
    )


WORDS = _words("statistic-words", "Statistic in words", 786, icon=False)
_WITH_ICON = _words("statistic-words-icon", "Statistic in words with an icon", 606, icon=True)

_FULL_BLEED = with_narrow_headlines(
    _full_bleed("statistic-full-bleed", "Statistic, full bleed", 170),
    _full_bleed("statistic-full-bleed-sentence", "Statistic, full bleed, long sentence", 170, 22),
    _full_bleed("statistic-full-bleed-long", "Statistic, full bleed, long", 108),
    _full_bleed("statistic-full-bleed-longest", "Statistic, full bleed, longest", 108, 22),
)
_EXPLAINED = with_narrow_headlines(
    _explained("statistic-explained", "Statistic, explained", 96),
    _explained("statistic-explained-two-lines", "Statistic, explained, base of two lines", 96, 2),
    _explained("statistic-explained-long", "Statistic, explained, long", 56, 2),
)
_STRIP = (
    _below("statistic-strip", "Statistic with a row of symbols", 1, _strip),
    *with_narrow_headlines(
        _below("statistic-strip-two-lines", "Statistic with a row of symbols, two lines", 2, _strip)
    ),
)
_WIDE = (
    _below("statistic-wide", "Statistic with a wide graphic", 1, _wide),
    *with_narrow_headlines(_below("statistic-wide-two-lines", "Statistic with a wide graphic, two lines", 2, _wide)),
)
LAYOUTS = (*_FULL_BLEED, *_EXPLAINED, *_STRIP, *_WIDE, *with_narrow_headlines(WORDS, _WITH_ICON))

_NAMES = {
    "full-bleed": tuple(f"statistic-full-bleed{ending}" for ending in ("", "-sentence", "-long", "-longest")),
    "explained": ("statistic-explained", "statistic-explained-two-lines", "statistic-explained-long"),
    "strip": ("statistic-strip", "statistic-strip-two-lines"),
    "wide": ("statistic-wide", "statistic-wide-two-lines"),
    "words": (WORDS.name,),
}
_FOR_SHAPE = {"square": "explained", "strip": "strip", "wide": "wide", "words": "words"}


def fill(slide: StatisticSlide, page: Page) -> tuple[Content, ...]:
    """One page, in the arrangement that suits the graphic or that the author asks for."""
    statistic = slide.statistic
    graphic = page.graphic(statistic, slide.graphic, Colour("plum" if slide.layout == "full-bleed" else "cream"))
    arrangement = slide.layout or _FOR_SHAPE[page.shape(graphic)] if graphic else "words"
    if graphic and arrangement != "wide":
        graphic = replace(graphic, figure_told=True)
    with_icon = arrangement == "words" and bool(statistic.drawing.icon)
    figure = page.figure(graphic) if graphic else hedged_figure(statistic)
    texts = {
        "title": slide.headline or plain(statistic.headline or claim(statistic)),
        "source": _source(statistic, _NAMES[arrangement][0], page),
    }
    match arrangement:
        case "wide":
            texts["sentence"] = plain(capital(statistic.counted))
        case "strip":
            texts["figure"] = plain(capital(str(figure)))
            texts["sentence"] = plain(f"{statistic.base} {statistic.predicate}.".strip())
        case _:
            texts["hedge"] = plain(capital(figure.hedge)) if figure.hedge else Text()
            texts["figure"] = plain(figure.figure)
            texts["base"] = plain(statistic.base)
            texts["sentence"] = plain(f"{statistic.predicate}.")
    return (
        Content(
            layouts=(_WITH_ICON.name, *_NAMES[arrangement]) if with_icon else _NAMES[arrangement],
            icons={"icon": statistic.drawing.icon} if with_icon else {},
            texts=texts,
            graphics={"graphic": graphic} if graphic and arrangement != "words" else {},
            notes=page.notes(slide, plain(claim(statistic)), caveats=statistic.caveats),
        ),
    )


def _source(statistic: Statistic, layout: str, page: Page) -> Text:
    """Source, place and year, and the first caveat where it has room; every caveat is in the notes."""
    whole = page.source_line(statistic.cite, statistic.scope, *statistic.caveats[:1])
    return whole if page.fits(layout, "source", whole) else page.source_line(statistic.cite, statistic.scope)


def panel(slide: StatisticSlide, page: Page) -> Panel:
    """The figure with its sentence and graphic; of several groups, the graphic with what it compares."""
    statistic = slide.statistic
    graphic = page.graphic(statistic, slide.graphic, Colour("cream"))
    figure = page.figure(graphic) if graphic else hedged_figure(statistic)
    if graphic and page.shape(graphic) == "words":
        graphic = None
    alone = len(statistic.values) == 1
    told = Panel(
        heading=slide.headline or plain(statistic.headline or claim(statistic)),
        words=plain(f"{capital(statistic.counted)}." if graphic else claim(statistic)),
        graphic=graphic,
        citations=statistic.cite,
        scope=statistic.scope,
        caveats=statistic.caveats,
    )
    if not alone:
        return told
    return replace(
        told,
        hedge=capital(figure.hedge),
        figure=figure.figure,
        base=plain(statistic.base) if statistic.base else Text(),
        words=plain(f"{statistic.predicate.rstrip('.')}.") if statistic.predicate else Text(),
    )


SLIDE = SlideKind(
    slide=StatisticSlide,
    layouts=LAYOUTS,
    fill=fill,
    example="statistic: camhs-under-twos",
    panel=panel,
)
