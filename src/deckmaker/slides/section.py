"""A divider: the name of the part that begins. PowerPoint's slide list gets a section of the same name."""

from __future__ import annotations

from dataclasses import field
from typing import ClassVar

from deckmaker.fonts import LINE_HEIGHT
from deckmaker.layout.grid import NARROW, WORDMARK_RIGHT, body, foot, headline, held_circle, with_narrow_headlines
from deckmaker.model.colour import Colour
from deckmaker.model.deck import Slide
from deckmaker.model.feature import Content, Page, SlideKind
from deckmaker.model.frame import Box
from deckmaker.model.frozen import frozen
from deckmaker.model.layout import Layout
from deckmaker.model.text import Text, plain


@frozen(kw_only=True)
class SectionSlide(Slide):
    """A part's name and, if wanted, a line about it."""

    main: ClassVar[str] = "name"

    name: Text = field(metadata={"doc": "the name of the part"})
    about: Text | None = field(default=None, metadata={"doc": "a line about it"})

    @property
    def opens(self) -> str:
        """The section's name."""
        return str(self.name)


def _layout(name: str, title: str, lines: int) -> Layout:
    """A layout for a name of this many lines: what is said about the part stands close below it."""
    height = lines * 48 * LINE_HEIGHT + 1
    return Layout(
        name=name,
        title=title,
        ground=Colour("teal"),
        placeholders=(
            headline(Box(54, 186, 600, height), size=48, colour="on-dark"),
            body("part", Box(54, 146, 400, 34), 24, colour="on-dark", prompt="Part"),
            body("about", Box(54, 186 + height + 14, 520, 66), 24, colour="on-dark", optional=True),
            *foot("on-dark", source=False),
        ),
        decoration=held_circle((830, 430, 250), (776, 374, 104), "teal-halo", "teal-core"),
        wordmark=WORDMARK_RIGHT,
        rule=False,
    )


LAYOUTS = (
    _layout("section", "Section", 1),
    *with_narrow_headlines(
        _layout("section-two-lines", "Section, two lines", 2), _layout("section-three-lines", "Section, three lines", 3)
    ),
)
_TRIED = tuple(layout.name for layout in LAYOUTS if not layout.name.endswith(NARROW))


def fill(slide: SectionSlide, page: Page) -> tuple[Content, ...]:
    """One page; the part's number is its place among the deck's sections."""
    sections = [other for other in page.deck.slides if other.opens]
    number = next(n for n, other in enumerate(sections, start=1) if other is slide)
    texts = {"title": slide.headline or slide.name, "part": plain(f"Part {number}")}
    if slide.about:
        texts["about"] = slide.about
    return (Content(layouts=_TRIED, texts=texts, notes=page.notes(slide)),)


SLIDE = SlideKind(slide=SectionSlide, layouts=LAYOUTS, fill=fill, example="section: What babies need")
