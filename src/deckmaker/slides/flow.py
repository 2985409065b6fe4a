"""What leads to what, as the source says it: a diagram of parts, an arrow and outcomes, across the whole page."""

from __future__ import annotations

from dataclasses import field
from typing import ClassVar

from deckmaker.layout.figure_text import first_that_fits
from deckmaker.layout.grid import FULL, LEFT, WORDMARK_RIGHT, foot, headline, picture, with_narrow_headlines
from deckmaker.model.colour import Colour
from deckmaker.model.deck import Deck, Objection, Slide
from deckmaker.model.evidence import Diagram
from deckmaker.model.feature import Content, Page, Panel, SlideKind
from deckmaker.model.frame import Box, GraphicChoice
from deckmaker.model.frozen import frozen
from deckmaker.model.layout import Layout
from deckmaker.model.text import Text, plain

_KIND = "flow"


@frozen(kw_only=True)
class FlowSlide(Slide):
    """A diagram of the library whose parts lead to outcomes."""

    main: ClassVar[str] = "diagram"

    diagram: Diagram = field(metadata={"doc": "name of a diagram of the library that is drawn as a flow"})
    graphic: GraphicChoice | None = field(
        default=None, metadata={"doc": "`{native: true}` for shapes that can be edited"}
    )

    def objections(self, deck: Deck) -> tuple[Objection, ...]:
        """A diagram of another kind, which has a slide of its own."""
        if self.diagram.graphic == _KIND:
            return ()
        return (
            Objection(
                because=f"‘{self.diagram.id}’ is no flow: the library draws it as {self.diagram.graphic}",
                instead=f"write  - {self.diagram.graphic}: {self.diagram.id}",
            ),
        )


def _layout(name: str, title: str, lines: int) -> Layout:
    top = 112 + 38 * (lines - 1)
    return Layout(
        name=name,
        title=title,
        ground=Colour("cream"),
        placeholders=(
            headline(Box(LEFT, 40, FULL, 43 * lines)),
            picture("graphic", Box(LEFT, top, FULL, 466 - top)),
            *foot(),
        ),
        wordmark=WORDMARK_RIGHT,
    )


LAYOUTS = (
    _layout("flow", "Flow", 1),
    *with_narrow_headlines(_layout("flow-two-lines", "Flow, two lines", 2)),
)


def fill(slide: FlowSlide, page: Page) -> tuple[Content, ...]:
    """One page: headline, the diagram, where it comes from; what is said of it goes to the notes."""
    diagram = slide.diagram
    graphic = page.graphic(diagram, slide.graphic, Colour("cream")) if diagram.graphic == _KIND else None
    return (
        Content(
            layouts=("flow", "flow-two-lines"),
            texts={"title": slide.headline or plain(diagram.headline), "source": _source(slide, page)},
            graphics={"graphic": graphic} if graphic else {},
            notes=page.notes(slide, diagram.notes or Text(), caveats=diagram.caveats),
        ),
    )


def _source(slide: FlowSlide, page: Page) -> Text:
    """Sources, place and period, and the first caveat where it has room; every caveat is in the notes."""
    diagram = slide.diagram
    lines = [
        page.source_line(slide.citations, diagram.scope, *more, brief=brief)
        for brief in (False, True)
        for more in (diagram.caveats[:1], ())
    ]
    return first_that_fits(lines, LAYOUTS[0].name, page)


def panel(slide: FlowSlide, page: Page) -> Panel:
    """The diagram under its headline."""
    diagram = slide.diagram
    return Panel(
        heading=slide.headline or plain(diagram.headline),
        graphic=page.graphic(diagram, slide.graphic, Colour("cream")) if diagram.graphic == _KIND else None,
        citations=slide.citations,
        scope=diagram.scope,
        caveats=diagram.caveats,
    )


SLIDE = SlideKind(
    slide=FlowSlide,
    layouts=LAYOUTS,
    fill=fill,
    example="flow: healthier-brains-better-futures",
    panel=panel,
)
