"""The days from conception to age two as a line at true scale, with room for a point under each of its stages."""

from __future__ import annotations

from dataclasses import field, replace
from typing import ClassVar

from deckmaker.layout.figure_text import first_that_fits
from deckmaker.layout.grid import FULL, LEFT, WORDMARK_RIGHT, body, foot, headline, picture, with_narrow_headlines
from deckmaker.layout.lettering import capital
from deckmaker.model.colour import Colour
from deckmaker.model.deck import Deck, Objection, Slide
from deckmaker.model.evidence import Statistic
from deckmaker.model.feature import Content, Page, Panel, SlideKind
from deckmaker.model.figures import claim, figure_words
from deckmaker.model.frame import Box, GraphicChoice, GraphicName, ShapeItem
from deckmaker.model.frozen import frozen
from deckmaker.model.layout import Layout
from deckmaker.model.text import Paragraph, Run, Text, plain

_STAGES = (("Pregnancy", 86.0, 208.0), ("First year", 302.0, 280.0), ("Second year", 590.0, 284.0))
"""Each stage with the left edge and the width of the panel under its part of the line."""
_PANELS = ("blush", "mist", "haze")
_PANEL, _INSET = 112.0, 12.0


@frozen(kw_only=True)
class TimelineSlide(Slide):
    """A statistic of days from conception to age two. ``points`` say something of each stage, in the order of time."""

    main: ClassVar[str] = "statistic"

    statistic: Statistic = field(metadata={"doc": "name of a statistic of the library that may be drawn as a timeline"})
    points: tuple[Text, ...] = field(
        default=(),
        metadata={
            "doc": "three points of your own: on pregnancy, the first year, the second year",
            "example": "[one, another, a third]",
        },
    )
    graphic: GraphicChoice | None = field(
        default=None, metadata={"doc": "`{native: true}` for shapes that can be edited"}
    )

    def objections(self, deck: Deck) -> tuple[Objection, ...]:
        """Points that do not come out even with the stages."""
        if len(self.points) in (0, len(_STAGES)):
            return ()
        given = "one point" if len(self.points) == 1 else f"{len(self.points)} points"
        return (
            Objection(
                because=f"the timeline has three stages, and here {'is' if len(self.points) == 1 else 'are'} {given}",
                instead="points: [on pregnancy, on the first year, on the second year]; or leave them out",
            ),
        )


def _layout(name: str, title: str, lines: int) -> Layout:
    """A layout for a headline of so many lines, the figure with its sentence, and the line of time."""
    top = 98 + 38 * (lines - 1)
    return Layout(
        name=name,
        title=title,
        ground=Colour("cream"),
        placeholders=(
            headline(Box(LEFT, 40, FULL, 43 * lines)),
            body(
                "figure", Box(LEFT - 2, top, 290, 70), 54, bold=True, colour="focus", anchor="middle", prompt="Figure"
            ),
            body("sentence", Box(346, top - 2, 560, 76), 20, anchor="middle", prompt="Sentence"),
            picture("graphic", Box(LEFT, top + 98, FULL, 368 - top)),
            *foot(),
        ),
        wordmark=WORDMARK_RIGHT,
    )


def _with_points(name: str, title: str, lines: int, size: float) -> Layout:
    """The figure in one line, the line of time, and a panel under each stage for a point in this size."""
    top, panels = 98 + 38 * (lines - 1), 468 - _PANEL
    return Layout(
        name=name,
        title=title,
        ground=Colour("cream"),
        placeholders=(
            headline(Box(LEFT, 40, FULL, 43 * lines)),
            body("figure", Box(LEFT, top, FULL, 34), 26, bold=True, colour="focus", prompt="Figure"),
            picture("graphic", Box(LEFT, top + 42, FULL, panels - 8 - top - 42)),
            *(
                body(f"point-{number}", Box(x + _INSET, panels + 8, width - 2 * _INSET, _PANEL - 12), size,
                     prompt="Stage, and a point")
                for number, (_, x, width) in enumerate(_STAGES, start=1)
            ),
            *foot(),
        ),
        decoration=tuple(
            ShapeItem(
                name=f"Panel {number}",
                kind="rectangle",
                box=Box(x, panels, width, _PANEL),
                fill=Colour(fill),
                radius=8,
            )
            for number, ((_, x, width), fill) in enumerate(zip(_STAGES, _PANELS, strict=True), start=1)
        ),
        wordmark=WORDMARK_RIGHT,
    )  # fmt: skip


LAYOUTS = (
    _layout("timeline", "Timeline", 1),
    *with_narrow_headlines(_layout("timeline-two-lines", "Timeline, two lines", 2)),
    _with_points("timeline-points", "Timeline, points", 1, 20),
    *with_narrow_headlines(_with_points("timeline-points-two-lines", "Timeline, points, two lines", 2, 20)),
    _with_points("timeline-points-long", "Timeline, long points", 1, 18),
    *with_narrow_headlines(_with_points("timeline-points-long-two-lines", "Timeline, long points, two lines", 2, 18)),
)
_USUAL = ("timeline", "timeline-two-lines")
_POINTED = (
    "timeline-points",
    "timeline-points-two-lines",
    "timeline-points-long",
    "timeline-points-long-two-lines",
)


def fill(slide: TimelineSlide, page: Page) -> tuple[Content, ...]:
    """One page: headline, the figure with its sentence, the line of time, and the author's points under its stages."""
    statistic = slide.statistic
    native = slide.graphic.native if slide.graphic else False
    kind = slide.graphic.kind if slide.graphic else None
    graphic = page.graphic(
        statistic, GraphicChoice(kind=kind or GraphicName("timeline"), native=native), Colour("cream")
    )
    points = slide.points if len(slide.points) == len(_STAGES) else ()
    figure = capital(figure_words(statistic))
    texts = {
        "title": slide.headline or plain(statistic.headline or claim(statistic)),
        "figure": plain(f"{figure} {statistic.base}" if points else figure),
        "source": _source(statistic, page),
    }
    if not points:
        texts["sentence"] = _sentence(statistic)
    for number, ((stage, *_), point) in enumerate(zip(_STAGES, points, strict=False), start=1):
        name = Paragraph((Run(stage, bold=True),))
        texts[f"point-{number}"] = replace(point, paragraphs=(name, *point.paragraphs))
    return (
        Content(
            layouts=_POINTED if points else _USUAL,
            texts=texts,
            graphics={"graphic": replace(graphic, figure_told=True)} if graphic else {},
            notes=page.notes(slide, plain(claim(statistic)), caveats=statistic.caveats),
        ),
    )


def _sentence(statistic: Statistic) -> Text:
    """What goes on from the figure, its base in bold."""
    return Text((Paragraph((Run(statistic.base, bold=True), Run(f" {statistic.predicate.rstrip('.')}."))),))


def _source(statistic: Statistic, page: Page) -> Text:
    """Source, place and period, and the first caveat where it has room; every caveat is in the notes."""
    lines = [page.source_line(statistic.cite, statistic.scope, *more) for more in (statistic.caveats[:1], ())]
    return first_that_fits(lines, LAYOUTS[0].name, page)


def panel(slide: TimelineSlide, page: Page) -> Panel:
    """The figure with its sentence, the line of time, and a point for each stage."""
    statistic = slide.statistic
    kind = slide.graphic.kind if slide.graphic else None
    graphic = page.graphic(statistic, GraphicChoice(kind=kind or GraphicName("timeline")), Colour("cream"))
    points = slide.points if len(slide.points) == len(_STAGES) else ()
    return Panel(
        heading=slide.headline or plain(statistic.headline or claim(statistic)),
        figure=capital(figure_words(statistic)),
        base=plain(statistic.base),
        words=plain(f"{statistic.predicate.rstrip('.')}."),
        points=tuple(("", _of_stage(stage, point)) for (stage, *_), point in zip(_STAGES, points, strict=False)),
        graphic=graphic,
        citations=slide.citations,
        scope=statistic.scope,
        caveats=statistic.caveats,
    )


def _of_stage(stage: str, point: Text) -> Text:
    first, *others = point.paragraphs
    return replace(point, paragraphs=(replace(first, runs=(Run(f"{stage}: ", bold=True), *first.runs)), *others))


SLIDE = SlideKind(
    slide=TimelineSlide,
    layouts=LAYOUTS,
    fill=fill,
    example="timeline: first-1001-days",
    panel=panel,
)
