"""The works that the deck cites, numbered in order of first use, as many pages as they need."""

from __future__ import annotations

from dataclasses import dataclass

from deckmaker.layout.grid import WORDMARK_RIGHT, entries, foot, headline
from deckmaker.model.colour import Colour
from deckmaker.model.deck import Slide
from deckmaker.model.evidence import Source
from deckmaker.model.feature import Content, Page, SlideKind
from deckmaker.model.frame import Box
from deckmaker.model.layout import Layout
from deckmaker.model.text import Paragraph, Run, Text, plain


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferencesSlide(Slide):
    """Only what the deck cites."""


LAYOUT = Layout(
    name="references",
    title="References",
    ground=Colour("cream"),
    placeholders=(
        headline(Box(54, 40, 852, 50)),
        entries("references", Box(54, 112, 852, 364), 18, "number", indent=36, space_after=9),
        *foot(source=False),
    ),
    wordmark=WORDMARK_RIGHT,
)


def fill(slide: ReferencesSlide, page: Page) -> tuple[Content, ...]:
    """As many pages as the list needs, split between entries."""
    pages: list[list[Paragraph]] = [[]]
    for number, source in enumerate(page.deck.references, start=1):
        entry = _entry(number, source)
        if pages[-1] and not page.fits(LAYOUT.name, "references", Text((*pages[-1], entry))):
            pages.append([])
        pages[-1].append(entry)
    title = slide.headline or plain("Where this comes from")
    return tuple(
        Content(
            layouts=(LAYOUT.name,),
            texts={"title": title, "references": Text(tuple(entries))},
            notes=page.notes(slide),
        )
        for entries in pages
    )


def _entry(number: int, source: Source) -> Paragraph:
    """The reference, ending in a link that shows the site's name: an address in full is for machines to read."""
    runs = [Run(source.reference)]
    if source.link:
        site = source.link.partition("://")[2].partition("/")[0].removeprefix("www.")
        runs += [Run(" "), Run(site, link=source.link)]
    return Paragraph(tuple(runs), number=number)


SLIDE = SlideKind(slide=ReferencesSlide, layouts=(LAYOUT,), fill=fill, example="references")
