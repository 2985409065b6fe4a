"""The four nations side by side, without a map: what each has in place and what it lacks, in columns of live text."""

from __future__ import annotations

from dataclasses import field
from typing import ClassVar

from deckmaker.layout.figure_text import first_that_fits
from deckmaker.layout.grid import FULL, LEFT, WORDMARK_RIGHT, body, foot, headline, with_narrow_headlines
from deckmaker.model.colour import Colour
from deckmaker.model.deck import Deck, Objection, Slide
from deckmaker.model.evidence import Diagram, DiagramPart
from deckmaker.model.feature import Content, Page, Panel, SlideKind
from deckmaker.model.frame import Box, ShapeItem
from deckmaker.model.frozen import frozen
from deckmaker.model.layout import Layout, Placeholder
from deckmaker.model.scope import Nation
from deckmaker.model.text import Paragraph, Run, Text, plain

_KIND = "nation-strip"
_COLOURS = (("plum", "haze"), ("teal", "mist"), ("coral", "blush"), ("ochre", "sand"))
"""For each column the colour of its rule, and that of its panel where it is the nation of the deck."""
_GUTTER, _PAD = 28.0, 11.0
_WIDTH = (FULL - (len(_COLOURS) - 1) * _GUTTER) / len(_COLOURS)
_RULE, _THICK = 5.0, 12.0
_BOTTOM = 468.0
_SIZES = (22.0, 20.0, 18.0)


@frozen(kw_only=True)
class NationStripSlide(Slide):
    """A diagram of the library with a part for each nation. The nation of the deck stands out."""

    main: ClassVar[str] = "diagram"

    diagram: Diagram = field(metadata={"doc": "name of a diagram of the library that sets the nations side by side"})

    def objections(self, deck: Deck) -> tuple[Objection, ...]:
        """A diagram of another kind, or one that leaves a nation out."""
        if self.diagram.graphic != _KIND:
            return (
                Objection(
                    because=f"‘{self.diagram.id}’ is no nation strip: the library draws it as {self.diagram.graphic}",
                    instead=f"write  - {self.diagram.graphic}: {self.diagram.id}",
                ),
            )
        if {part.nation for part in self.diagram.parts} != set(Nation) or len(self.diagram.parts) != len(Nation):
            return (
                Objection(
                    because=f"every nation has a column, and ‘{self.diagram.id}’ does not have each of them once",
                    instead="give its record one part for each nation",
                ),
            )
        return ()


def _column(number: int, top: float, size: float) -> tuple[Placeholder, Placeholder]:
    x = LEFT + number * (_WIDTH + _GUTTER)
    name = Box(x, top + _THICK + 6, _WIDTH, 32)
    words = Box(x, name.bottom + 4, _WIDTH, _BOTTOM - 8 - name.bottom - 4)
    return (
        body(f"nation-{number + 1}", name, size + 2, bold=True, colour="title", prompt="Nation", reads="heading"),
        body(f"words-{number + 1}", words, size, space_after=5, prompt="What is in place, and what is not"),
    )


def _rule(number: int, top: float, own: int | None) -> tuple[ShapeItem, ...]:
    """The rule over a column; the own nation's is thick and its column lies on a panel."""
    x, (colour, tint) = LEFT + number * (_WIDTH + _GUTTER), _COLOURS[number]
    if number != own:
        box = Box(x, top + _THICK - _RULE, _WIDTH, _RULE)
        return (ShapeItem(name=f"Rule {number + 1}", kind="rectangle", box=box, fill=Colour(colour)),)
    wide = Box(x - _PAD, top, _WIDTH + 2 * _PAD, _THICK)
    panel = Box(wide.x, wide.bottom, wide.width, _BOTTOM - wide.bottom)
    return (
        ShapeItem(name=f"Panel {number + 1}", kind="rectangle", box=panel, fill=Colour(tint)),
        ShapeItem(name=f"Rule {number + 1}", kind="rectangle", box=wide, fill=Colour(colour)),
    )


def _name(own: int | None, lines: int, size: float) -> str:
    """The name of the layout in which a column stands out, for a headline of so many lines."""
    return (
        "nation-strip"
        + (f"-{own + 1}-of-{len(_COLOURS)}" if own is not None else "")
        + ("-two-lines" if lines == 2 else "")
        + ("", "-long", "-longest")[_SIZES.index(size)]
    )


def _layout(own: int | None, lines: int, size: float) -> Layout:
    top = 118 + 36 * (lines - 1)
    name = _name(own, lines, size)
    return Layout(
        name=name,
        title=name.replace("-", " ").capitalize(),
        ground=Colour("cream"),
        placeholders=(
            headline(Box(LEFT, 40, FULL, 43 * lines)),
            *(place for number in range(len(_COLOURS)) for place in _column(number, top, size)),
            *foot(wide=True),
        ),
        decoration=tuple(shape for number in range(len(_COLOURS)) for shape in _rule(number, top, own)),
        wordmark=WORDMARK_RIGHT,
    )


_OWN = (None, *range(len(_COLOURS)))
_TRIED = tuple((lines, size) for size in _SIZES for lines in (1, 2))
LAYOUTS = tuple(
    variant
    for own in _OWN
    for lines, size in _TRIED
    for variant in ((_layout(own, 1, size),) if lines == 1 else with_narrow_headlines(_layout(own, 2, size)))
)


def fill(slide: NationStripSlide, page: Page) -> tuple[Content, ...]:
    """One page: headline, a column for each nation, where it comes from."""
    diagram = slide.diagram
    parts = [(part, part.nation) for part in diagram.parts if part.nation][: len(_COLOURS)]
    nations = [nation for _, nation in parts]
    own = nations.index(page.deck.nation) if page.deck.nation in nations else None
    texts = {"title": slide.headline or plain(diagram.headline), "source": _source(slide, page)}
    for number, (part, nation) in enumerate(parts, start=1):
        texts[f"nation-{number}"] = plain(nation.value.replace("-", " ").title())
        texts[f"words-{number}"] = _words(part, diagram, page)
    return (
        Content(
            layouts=tuple(_name(own, lines, size) for lines, size in _TRIED),
            texts=texts,
            notes=page.notes(slide, diagram.notes or Text(), caveats=diagram.caveats),
        ),
    )


def _words(part: DiagramPart, diagram: Diagram, page: Page) -> Text:
    """What is in place in bold, with marks of its own works; then the rest, with those that the whole diagram cites."""
    whole = {citation.source.id for citation in diagram.cite}
    own = [citation for citation in part.cite if citation.source.id not in whole]
    lead = Paragraph((Run(part.lead, bold=True), *page.mark(own)))
    if not part.text:
        return Text((lead,)).followed_by(*page.mark(c for c in part.cite if c.source.id in whole))
    marked = part.text.followed_by(*page.mark(c for c in part.cite if c.source.id in whole))
    return Text((lead, *marked.paragraphs))


def _source(slide: NationStripSlide, page: Page) -> Text:
    """Sources with place and period, and the first caveat where it has room; every caveat is in the notes."""
    diagram = slide.diagram
    lines = [
        page.source_line(slide.citations, diagram.scope, *more, brief=brief)
        for brief in (False, True)
        for more in (diagram.caveats[:1], ())
    ]
    return first_that_fits(lines, LAYOUTS[0].name, page)


def panel(slide: NationStripSlide, page: Page) -> Panel:
    """The nations side by side, under the headline."""
    diagram = slide.diagram
    return Panel(
        heading=slide.headline or plain(diagram.headline),
        graphic=page.graphic(diagram, None, Colour("cream")) if diagram.graphic == _KIND else None,
        citations=slide.citations,
        scope=diagram.scope,
        caveats=diagram.caveats,
    )


SLIDE = SlideKind(
    slide=NationStripSlide,
    layouts=LAYOUTS,
    fill=fill,
    example="nation-strip: nations-infant-mental-health",
    panel=panel,
)
