"""A laid-out deck as plain data for the page template. Lengths are points, colours ``#rrggbb``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from typing import assert_never

from deckmaker.drawing.text_data import DRAWN_HEIGHT, Data, TextData, pages_of_references, pages_of_sections
from deckmaker.fonts import LINE_HEIGHT, measure
from deckmaker.icons import IconPath, icon
from deckmaker.layout.grid import LEFT, RIGHT, RULE_Y
from deckmaker.layout.tables import PADDING, heading_style
from deckmaker.layout.wordmark import place_logo, set_wordmark
from deckmaker.model.colour import Colour
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.feature import Draw
from deckmaker.model.frame import (
    Box,
    Frame,
    FrameItem,
    GraphicItem,
    IconItem,
    ImageItem,
    Line,
    ShapeItem,
    TableItem,
    TextItem,
    TextStyle,
)
from deckmaker.model.layout import Layout, Placeholder, Role
from deckmaker.model.text import Run, plain

_HAIRLINE = 0.75


class PageData:
    """Turns frames into data. ``files`` fills up with the pictures that pages show.

    ``as_pictures`` is for small pages within another document: no headings and no links.
    """

    def __init__(self, laid_out: LaidOutDeck, draw: Draw, *, as_pictures: bool = False) -> None:
        self.laid_out, self.deck, self.theme = laid_out, laid_out.deck, laid_out.deck.theme
        self.draw = draw
        self.as_pictures = as_pictures
        self.files: dict[str, bytes] = {}
        self.layouts = {layout.name: layout for layout in laid_out.layouts}
        self._sections = pages_of_sections(laid_out)
        references = {} if as_pictures else pages_of_references(laid_out)
        self._words = TextData(self.deck, references, {} if as_pictures else self._sections, links=not as_pictures)

    def document(self) -> Data:
        """What is said of the whole document: title, author, language, font."""
        language, _, region = self.deck.language.partition("-")
        return {
            "title": " ".join(str(self.deck.title).split()),
            "author": self.deck.presenter or self.deck.organisation or self.theme.organisation,
            "language": language,
            "region": region,
            "font": self.theme.drawn.family,
        }

    def pages(self) -> list[Data]:
        """Every frame."""
        return [self.page(number) for number in range(1, len(self.laid_out.frames) + 1)]

    def page(self, number: int) -> Data:
        """The frame of this number, counted from 1."""
        frame = self.laid_out.frames[number - 1]
        layout = self.layouts[frame.layout]
        items = [*self._decoration(layout, frame), *self._content(frame, layout, number)]
        return {
            "width": frame.width,
            "height": frame.height,
            "fill": self._colour(frame.ground),
            "title": " ".join(frame.title.split()),
            "items": items,
        }

    def _colour(self, colour: Colour | str) -> str:
        return self.theme.value(colour)

    def _decoration(self, layout: Layout, frame: Frame) -> Iterator[Data]:
        dark = self.theme.is_dark(frame.ground)
        for item in layout.decoration:
            yield self._shape(item)
        if layout.rule:
            name = "hairline"
            if dark:
                name = "hairline-on-dark" if "hairline-on-dark" in self.theme.roles else "secondary-on-dark"
            yield self._rectangle(Box(LEFT, RULE_Y, RIGHT - LEFT, _HAIRLINE), Colour(name))
        if layout.wordmark is not None:
            yield from self._wordmark(layout.wordmark, frame.width, dark=dark)

    def _wordmark(self, box: Box, page_width: float, *, dark: bool) -> Iterator[Data]:
        logo = place_logo(self.theme, box, dark=dark)
        if logo is not None:
            if logo.panel is not None:
                yield self._shape(logo.panel)
            yield self._image(logo.content, logo.box, self.theme.wordmark.alternative_text)
            return
        made = set_wordmark(self.theme, box, dark=dark, page_width=page_width)
        if made is None:
            return
        live = measure(self.theme.live)
        for line in made.lines:
            style = TextStyle(size=line.size, colour=line.colour, bold=line.bold, align="centre")
            width = live(line.words, line.size, bold=line.bold) + line.spacing * (len(line.words) - 1)
            words = self._words.line(Line((Run(line.words),), width), style, line.spacing)
            words["space"] = False
            paragraphs = [{"lines": [words], "marker": "", "tracking": 0}]
            yield {
                **_place(line.box),
                **self._words.look(style),
                "type": "words",
                "artifact": True,
                "paragraphs": paragraphs,
            }
        for rule in made.rules:
            yield self._rectangle(rule, made.lines[-1].colour)

    def _content(self, frame: Frame, layout: Layout, number: int) -> Iterator[Data]:
        places = {place.name: place for place in layout.placeholders}
        titled = any(isinstance(i, TextItem) and places[i.placeholder].role is Role.TITLE for i in frame.items)
        level = 0 if self.as_pictures else self._level(frame, number)
        if not titled and level:
            yield {"type": "heading", "words": " ".join(frame.title.split()), "level": level}
        for item in frame.items:
            if isinstance(item, TextItem):
                yield self._text(item, places[item.placeholder], level)
            else:
                yield from self._item(item, layout)
        yield from self._at_the_foot(layout, number)

    def _level(self, frame: Frame, number: int) -> int:
        """1 for slides that open a section and those before the first, 2 for those within one."""
        return 2 if frame.section and self._sections.get(frame.section) != number else 1

    def _item(self, item: FrameItem, layout: Layout) -> Iterator[Data]:
        match item:
            case TextItem():
                raise TypeError("texts are set where their placeholder is known")
            case ShapeItem():
                if item not in layout.decoration:
                    yield self._shape(item)
            case IconItem():
                yield self._icon(icon(item.icon), item.box, item.colour)
            case GraphicItem():
                drawn = self.draw(item.picture, item.graphic.ground)
                yield self._image(drawn.svg, item.box, item.alternative_text)
            case ImageItem():
                yield self._image(item.image, item.box, item.alternative_text, cropped=item.cropped)
            case TableItem():
                yield self._table(item)
            case _:
                assert_never(item)

    def _text(self, item: TextItem, place: Placeholder, level: int) -> Data:
        style = place.style or item.style
        height = item.height - len(item.lines) * style.size * style.line_spacing * (LINE_HEIGHT - DRAWN_HEIGHT)
        offset = {"top": 0.0, "middle": 0.5, "bottom": 1.0}[style.anchor] * (item.box.height - height)
        moved = Box(item.box.x, item.box.y + offset, item.box.width, height)
        words: Data = {**_place(moved), **self._words.look(style), "type": "words"}
        words["paragraphs"] = self._words.paragraphs(item.text, item.lines, style)
        if place.role is Role.TITLE:
            words |= {"type": "title", "level": level}
        elif place.reads == "heading" and level:
            words |= {"type": "heads", "level": level + 1}
        elif style.marker != "none":
            words["type"] = "bullets" if style.marker == "bullet" else "numbers"
        return words

    def _at_the_foot(self, layout: Layout, number: int) -> Iterator[Data]:
        for place in layout.placeholders:
            if place.role in (Role.SLIDE_NUMBER, Role.FOOTER) and place.style:
                text = plain(str(number) if place.role is Role.SLIDE_NUMBER else self.theme.footer)
                yield {
                    **_place(place.box),
                    **self._words.look(place.style),
                    "type": "words",
                    "artifact": True,
                    "paragraphs": self._words.paragraphs(text, (Line(text.runs, 0.0),), place.style),
                }

    def _table(self, item: TableItem) -> Data:
        """Header in white on the first colour of data, rules in the fifth: as the brand's table style has it."""
        slots = self.theme.slots
        header = replace(heading_style(item.style), colour=Colour(slots["lt1"]))
        body = replace(item.style, colour=Colour(slots["dk1"]))

        def style_of(row: int, column: int) -> TextStyle:
            if item.header_row and row == 0:
                return header
            return heading_style(body) if item.header_column and column == 0 else body

        rows = [
            [self._words.paragraphs(cell.text, cell.lines, style_of(n, column)) for column, cell in enumerate(row)]
            for n, row in enumerate(item.rows)
        ]
        return {
            **_place(item.box),
            **self._words.look(item.style),
            "type": "table",
            "rows": rows,
            "columns": list(item.columns),
            "heights": list(item.heights),
            "aligns": list(item.aligns),
            "padding": PADDING,
            "alt": item.alternative_text,
            "header_row": item.header_row,
            "header_column": item.header_column,
            "header_fill": self._colour(slots["accent1"]),
            "line": self._colour(slots["accent5"]),
        }

    def _shape(self, item: ShapeItem) -> Data:
        return {
            **_place(item.box),
            "type": item.kind,
            "fill": None if item.fill is None else self._colour(item.fill),
            "outline": None if item.outline is None else self._colour(item.outline),
            "outline_width": item.outline_width,
            "radius": item.radius,
        }

    def _rectangle(self, box: Box, colour: Colour) -> Data:
        return self._shape(ShapeItem(name="Rule", kind="rectangle", box=box, fill=colour))

    def _icon(self, path: IconPath, box: Box, colour: Colour) -> Data:
        drawn = " ".join(f"{command}{' '.join(f'{n:g}' for n in numbers)}" for command, numbers in path.commands)
        svg = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {path.width:g} {path.height:g}">'
            f'<path fill="{self._colour(colour)}" d="{drawn}"/></svg>'
        )
        return self._image(svg.encode(), box, "")

    def _image(self, content: bytes, box: Box, words: str, *, cropped: bool = False) -> Data:
        """A picture in its box; the same bytes are kept once. Without words it is decoration."""
        name = f"{sha256(content).hexdigest()[:16]}.{_ending(content)}"
        self.files[name] = content
        fit = "cover" if cropped else "contain"
        return {**_place(box), "type": "image", "file": name, "alt": words, "fit": fit}


def _place(box: Box) -> Data:
    return {"x": box.x, "y": box.y, "width": box.width, "height": box.height}


def _ending(content: bytes) -> str:
    starts = {b"\x89PNG": "png", b"\xff\xd8": "jpg", b"GIF8": "gif", b"RIFF": "webp"}
    return next((ending for start, ending in starts.items() if content.startswith(start)), "svg")
