"""Words of the author's own: a headline, and sentences or a short list."""

from __future__ import annotations

from dataclasses import field, replace
from typing import ClassVar

from deckmaker.fonts import LINE_HEIGHT
from deckmaker.layout.grid import FULL, LEFT, WORDMARK_RIGHT, body, entries, foot, headline, with_narrow_headlines
from deckmaker.layout.last_words import with_last_words_together as together
from deckmaker.model.colour import Colour
from deckmaker.model.deck import Slide
from deckmaker.model.feature import Content, Page, Panel, SlideKind
from deckmaker.model.frame import Box, ShapeItem
from deckmaker.model.frozen import frozen
from deckmaker.model.layout import Layout, Placeholder
from deckmaker.model.text import Run, Text, joined


@frozen(kw_only=True)
class TextSlide(Slide):
    """Either a body in sentences or a list of points. ``source`` names a source of the author's own."""

    main: ClassVar[str] = "body"

    headline: Text = field(metadata={"doc": "a sentence that says the point"})
    body: Text | None = field(default=None, metadata={"doc": "what to say, in sentences"})
    points: tuple[Text, ...] = field(default=(), metadata={"doc": "a list in place of sentences, two to four entries"})
    source: Text | None = field(default=None, metadata={"doc": "where figures of your own come from"})


_LOW = 468.0
_BODY_SIZES = {32.0: "", 44.0: "-brief", 28.0: "-long", 24.0: "-small"}
_ROW_SIZES = {32.0: "", 28.0: "-long", 24.0: "-small", 20.0: "-smallest"}
"""Type sizes in points, and the end of the name of the layout that has them."""
_ROWS = (2, 3, 4, 5)
"""Points that get a row each; more of them, or a single one, are a plain list."""


def _layout(
    name: str, title: str, lines: int, places: tuple[Placeholder, ...], shapes: tuple[ShapeItem, ...]
) -> Layout:
    return Layout(
        name=name,
        title=title,
        ground=Colour("cream"),
        placeholders=(headline(Box(LEFT, 40, FULL, 43 * lines)), *places, *foot()),
        decoration=shapes,
        wordmark=WORDMARK_RIGHT,
    )


def _named(stem: str, title: str, lines: int, end: str) -> tuple[str, str]:
    two = "-two-lines" if lines == 2 else ""
    return f"{stem}{two}{end}", f"{title}{two.replace('-', ', ', 1).replace('-', ' ')}{end.replace('-', ', ')}"


def _top(lines: int) -> float:
    return 104.0 + 42 * (lines - 1)


def _card(lines: int, fill: str = "white") -> tuple[Box, tuple[ShapeItem, ...]]:
    """A panel across the page, with an edge in the colour of focus."""
    box = Box(LEFT, _top(lines), FULL, _LOW - _top(lines))
    edge = Box(box.x, box.y, 8, box.height)
    return box, (
        ShapeItem(name="Card", kind="rectangle", box=box, fill=Colour(fill)),
        ShapeItem(name="Edge", kind="rectangle", box=edge, fill=Colour("focus")),
    )


def _sentences(lines: int, size: float, end: str, *, listed: bool = False) -> Layout:
    card, shapes = _card(lines)
    high = card.height - 32 if size < 44 else 2 * size * LINE_HEIGHT + 1
    box = Box(card.x + 48, card.y + (card.height - high) / 2, card.width - 96, high)
    words = (
        entries("body", box, size, "bullet", indent=26, space_after=size * 0.5)
        if listed
        else body("body", box, size, anchor="middle", space_after=size * 0.5)
    )
    name, title = _named("list", "List", lines, end) if listed else _named("text", "Text", lines, end)
    return _layout(name, title, lines, (words,), shapes)


def _rows(count: int, lines: int, size: float, end: str) -> Layout:
    """A row for each point, a disc before it: solid, since each of them counts."""
    gap, top, disc = 12.0, _top(lines), 16.0
    height = min((_LOW - top - gap * (count - 1)) / count, 168)
    places: list[Placeholder] = []
    shapes: list[ShapeItem] = []
    for n in range(count):
        row = Box(LEFT, top + n * (height + gap), FULL, height)
        shapes.append(ShapeItem(name=f"Row {n + 1}", kind="rectangle", box=row, fill=Colour("white")))
        dot = Box(row.x + 28, row.y + (height - disc) / 2, disc, disc)
        shapes.append(ShapeItem(name=f"Disc {n + 1}", kind="ellipse", box=dot, fill=Colour("focus")))
        box = Box(row.x + 68, row.y + 4, row.width - 96, height - 8)
        places.append(body(f"row-{n + 1}", box, size, anchor="middle", prompt="Point"))
    name, title = _named(f"points-{count}", f"{count} points", lines, end)
    return _layout(name, title, lines, tuple(places), tuple(shapes))


LAYOUTS = tuple(
    layout
    for one, two in (
        *((_sentences(1, size, end), _sentences(2, size, end)) for size, end in _BODY_SIZES.items()),
        *(
            (_rows(count, 1, size, end), _rows(count, 2, size, end))
            for count in _ROWS
            for size, end in _ROW_SIZES.items()
        ),
        *((_sentences(1, s, e, listed=True), _sentences(2, s, e, listed=True)) for s, e in _ROW_SIZES.items()),
    )
    for layout in (one, *with_narrow_headlines(two))
)


def fill(slide: TextSlide, page: Page) -> tuple[Content, ...]:
    """One page: rows where there are points, else sentences. Two where one has no room for them and two have."""
    whole = _content(slide, page, slide.points, slide.body or Text())
    halves = _halves(slide, page)
    if len(halves) == 2 and not _fits(whole, page) and all(_fits(half, page) for half in halves):
        first, second = halves
        return (first, replace(second, notes=Text()))
    return (whole,)


def _content(slide: TextSlide, page: Page, points: tuple[Text, ...], words: Text) -> Content:
    """These points, or else these words, under the slide's headline."""
    texts = {"title": slide.headline}
    if points and len(points) in _ROWS and all(len(point.paragraphs) == 1 for point in points):
        stem, ends = f"points-{len(points)}", _ROW_SIZES
        texts |= {f"row-{n}": together(point) for n, point in enumerate(points, start=1)}
    else:
        stem, ends = ("list", _ROW_SIZES) if points else ("text", _BODY_SIZES)
        texts["body"] = together(joined(points) if points else words)
    if slide.source:
        texts["source"] = slide.source
    elif slide.citations:
        texts["source"] = page.source_line(slide.citations)
    names = tuple(f"{stem}{lines}{ends[size]}" for size in sorted(ends, reverse=True) for lines in ("", "-two-lines"))
    return Content(layouts=names, texts=texts, notes=page.notes(slide))


def _halves(slide: TextSlide, page: Page) -> tuple[Content, ...]:
    """The slide on two pages, each with two points or one paragraph at least; none for less than that."""
    words = slide.body or Text()
    units, least = (slide.points, 2) if slide.points else (words.paragraphs, 1)
    middle = -(-len(units) // 2)
    if min(middle, len(units) - middle) < least:
        return ()
    if slide.points:
        return tuple(_content(slide, page, part, Text()) for part in (slide.points[:middle], slide.points[middle:]))
    parts = (replace(words, paragraphs=part) for part in (words.paragraphs[:middle], words.paragraphs[middle:]))
    return tuple(_content(slide, page, (), part) for part in parts)


def _fits(content: Content, page: Page) -> bool:
    """Whether everything has room in one of its layouts, if the number of its page is in the headline, too."""
    title = content.texts["title"].followed_by(Run(" (1 of 2)"))
    texts = {**content.texts, "title": title}
    return any(all(page.fits(layout, name, text) for name, text in texts.items()) for layout in content.layouts)


def panel(slide: TextSlide, page: Page) -> Panel:
    """Headline, sentences or points, and the author's own source."""
    return Panel(
        heading=slide.headline,
        words=Text() if slide.points else slide.body or Text(),
        points=tuple(("", point) for point in slide.points),
        source=slide.source or Text(),
        citations=slide.citations,
    )


SLIDE = SlideKind(
    slide=TextSlide,
    layouts=LAYOUTS,
    fill=fill,
    example="text:\n  headline: Babies cannot wait\n  points: [Ask who sees under-twos, Ask how long they wait]",
    panel=panel,
)
