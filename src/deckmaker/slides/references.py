"""The works that the deck cites, numbered in order of first use, as many pages as they need."""

from __future__ import annotations

from deckmaker.layout.grid import WORDMARK_RIGHT, entries, foot, headline
from deckmaker.model.colour import Colour
from deckmaker.model.deck import Slide
from deckmaker.model.evidence import Source
from deckmaker.model.feature import Content, Page, SlideKind
from deckmaker.model.frame import Box
from deckmaker.model.frozen import frozen
from deckmaker.model.layout import Layout
from deckmaker.model.text import Paragraph, Run, Text, plain


@frozen(kw_only=True)
class ReferencesSlide(Slide):
    """Only what the deck cites."""


def _layout(name: str, title: str, size: float, space: float) -> Layout:
    return Layout(
        name=name,
        title=title,
        ground=Colour("cream"),
        placeholders=(
            headline(Box(54, 40, 852, 50)),
            entries("references", Box(54, 112, 852, 364), size, "number", indent=40, space_after=space),
            *foot(source=False),
        ),
        wordmark=WORDMARK_RIGHT,
    )


LAYOUT = _layout("references", "References", 18, 9)
_LARGE = _layout("references-large", "References, large", 20, 16)
LAYOUTS = (LAYOUT, _LARGE)


def fill(slide: ReferencesSlide, page: Page) -> tuple[Content, ...]:
    """As many pages as the list needs, split between entries, each with about as many as the others."""
    rows = [_entry(number, source) for number, source in enumerate(page.deck.references, start=1)]
    fewest = len(_pages(rows, len(rows), page))
    even = (_pages(rows, most, page) for most in range(-(-len(rows) // fewest), len(rows) + 1))
    pages = next(pages for pages in even if len(pages) == fewest)
    roomy = all(page.fits(_LARGE.name, "references", Text(tuple(entries))) for entries in pages)
    title = slide.headline or plain("Where this comes from")
    return tuple(
        Content(
            layouts=((_LARGE if roomy else LAYOUT).name,),
            texts={"title": title, "references": Text(tuple(entries))},
            notes=page.notes(slide),
        )
        for entries in pages
    )


def _pages(rows: list[Paragraph], most: int, page: Page) -> list[list[Paragraph]]:
    """The rows in pages that they fit, at most so many on each; one page without rows where there are none."""
    pages: list[list[Paragraph]] = [[]]
    for row in rows:
        full = len(pages[-1]) >= most or not page.fits(LAYOUT.name, "references", Text((*pages[-1], row)))
        if pages[-1] and full:
            pages.append([])
        pages[-1].append(row)
    return pages


def _entry(number: int, source: Source) -> Paragraph:
    """The reference, ending in a link that shows the site's name: an address in full is for machines to read."""
    runs = [Run(source.reference)]
    if source.link:
        site = source.link.partition("://")[2].partition("/")[0].removeprefix("www.")
        runs += [Run(" "), Run(site, link=source.link)]
    return Paragraph(tuple(runs), number=number)


SLIDE = SlideKind(slide=ReferencesSlide, layouts=LAYOUTS, fill=fill, example="references")
