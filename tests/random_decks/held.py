"""What has to hold of every deck that is built: on its pages as they are laid out, and in its file."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import combinations
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from deckmaker.fonts import LINE_HEIGHT, measure
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.feature import Measure
from deckmaker.model.frame import Box, Frame, GraphicItem, ImageItem, Line, ShapeItem, TableItem, TextItem, TextStyle
from deckmaker.model.layout import Role
from deckmaker.model.picture import Label
from deckmaker.outputs.pptx.integrity import problems

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
SMALLEST, SMALLEST_OF_A_POSTER, SMALLEST_AT_THE_FOOT = 18.0, 12.0, 12.0
"""Type sizes in points."""
_FOOT = {Role.SOURCE, Role.SLIDE_NUMBER}
_PLACED = {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE}


def faults_of_pages(laid_out: LaidOutDeck) -> Iterator[str]:
    """What is wrong with the pages of a deck without errors: text without room, boxes over each other, small type."""
    ruler = measure(laid_out.deck.theme.live)
    for number, frame in enumerate(laid_out.frames, start=1):
        where = f"page {number} ({frame.layout})"
        page = Box(0, 0, frame.width, frame.height)
        solid = [(_name(item), item.box) for item in frame.items if not _lies_behind(item, page)]
        yield from (f"{where}: {name} leaves the page" for name, box in solid if not page.contains(box, 0.5))
        for (name, box), (other, further) in combinations(solid, 2):
            if box.overlaps(further, 0.5):
                yield f"{where}: {name} and {other} overlap"
        for item in frame.items:
            if isinstance(item, TextItem):
                yield from (f"{where}: {_name(item)} {fault}" for fault in _without_room(item, ruler))
            elif isinstance(item, TableItem):
                yield from (f"{where}: {_name(item)} {fault}" for fault in _spilt(item, ruler))
        yield from (f"{where}: {fault}" for fault in _small(frame, laid_out))


def _name(item: Any) -> str:
    return str(getattr(item, "placeholder", "") or getattr(item, "icon", "") or type(item).__name__)


def _lies_behind(item: object, page: Box) -> bool:
    """Whether it is background: a shape, which has no words, or a picture as large as the page."""
    return isinstance(item, ShapeItem) or (isinstance(item, ImageItem) and item.box.contains(page))


def _without_room(item: TextItem, ruler: Measure) -> Iterator[str]:
    if item.overflows:
        yield "overflows and was built"
    column = item.box.width - item.style.indent
    yield from (
        f"has a line of {wide:.1f} points for {column:.1f}" for wide in _wider(item.lines, column, item.style, ruler)
    )
    between = item.style.space_after * (len(item.text.paragraphs) - 1)
    height = len(item.lines) * item.style.size * LINE_HEIGHT * item.style.line_spacing + between
    if height > item.box.height + 0.5:
        yield f"is {height:.1f} points high and has {item.box.height:.1f}"
    said, shown = str(item.text).split(), "".join(run.text for line in item.lines for run in line.runs).split()
    if "".join(said) != "".join(shown):
        yield "does not show all its words"


def _wider(lines: tuple[Line, ...], column: float, style: TextStyle, ruler: Measure) -> Iterator[float]:
    """Widths of the lines that are wider than their column, measured run by run without the space at the end."""
    for line in lines:
        ends = [run.text for run in line.runs]
        if ends:
            ends[-1] = ends[-1].rstrip(" ")
        wide = sum(ruler(t, style.size, bold=style.bold or run.bold) for t, run in zip(ends, line.runs, strict=True))
        if wide > column + 0.5:
            yield wide


def _spilt(item: TableItem, ruler: Measure) -> Iterator[str]:
    if item.overflows:
        yield "overflows and was built"
    if sum(item.columns) > item.box.width + 0.5 or sum(item.heights) > item.box.height + 0.5:
        yield "is larger than its place"
    for row, height in zip(item.rows, item.heights, strict=True):
        for cell, width in zip(row, item.columns, strict=True):
            yield from (
                f"has a cell wider than its column: {w:.1f}" for w in _wider(cell.lines, width, item.style, ruler)
            )
            if len(cell.lines) * item.style.size * LINE_HEIGHT > height + 0.5:
                yield "has a cell higher than its row"


def _small(frame: Frame, laid_out: LaidOutDeck) -> Iterator[str]:
    least = SMALLEST_OF_A_POSTER if laid_out.deck.kind == "infographic" else SMALLEST
    (layout,) = (one for one in laid_out.layouts if one.name == frame.layout)
    for item in frame.items:
        if isinstance(item, TextItem | TableItem):
            is_foot = layout.placeholder(item.placeholder).role in _FOOT
            if item.style.size < (SMALLEST_AT_THE_FOOT if is_foot else least):
                yield f"{_name(item)} is set in {item.style.size:g} points"
        elif isinstance(item, GraphicItem):
            share = item.box.width / item.picture.width
            for mark in item.picture.marks:
                if isinstance(mark, Label):
                    if mark.size * share < least - 0.01:
                        yield f"‘{mark.words}’ in {item.graphic.kind} is set in {mark.size * share:.1f} points"
                    left = mark.x - mark.width * {"left": 0.0, "centre": 0.5, "right": 1.0}[mark.align]
                    if left < -1 or left + mark.width > item.picture.width + 1:
                        yield f"‘{mark.words}’ leaves the {item.graphic.kind}"


def faults_of_file(data: bytes, pages: LaidOutDeck) -> Iterator[str]:
    """What is wrong with a presentation: its parts, its titles, words for people who do not see its pictures."""
    yield from dict.fromkeys((*problems(data), *problems(data, ours=False)))
    read = Presentation(BytesIO(data))
    slides = list(read.slides)
    if len(slides) != len(pages.frames):
        yield f"{len(slides)} slides for {len(pages.frames)} pages"
    titles: list[str] = []
    for number, slide in enumerate(slides, start=1):
        title = slide.shapes.title
        if title is None or title.placeholder_format.type not in _PLACED or not title.text_frame.text.strip():
            yield f"slide {number} has no title in a place for titles"
        else:
            titles.append(" ".join(title.text_frame.text.casefold().split()))
        for tag in ("pic", "graphicFrame", "grpSp"):
            for shape in slide.shapes.element.iter(f"{P}{tag}"):
                told = next(shape.iter(f"{P}cNvPr"))
                mark = next(told.iter(DECORATIVE), None)
                if not (told.get("descr") or "").strip() and (mark is None or mark.get("val") != "1"):
                    yield f"slide {number}: ‘{told.get('name')}’ has no words for people who do not see it"
        if pages.deck.notes and pages.frames[number - 1].notes and not slide.has_notes_slide:
            yield f"slide {number} lost its notes"
    if len(set(titles)) != len(titles):
        yield f"two slides of one title: {sorted(titles)}"
