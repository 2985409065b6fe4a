"""Slides: a frame's items put into the places of its layout. A slide adds words and pictures, never a look."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import count
from typing import assert_never

from deckmaker.icons import icon
from deckmaker.model.colour import Colour
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.feature import Draw
from deckmaker.model.frame import Frame, FrameItem, GraphicItem, IconItem, ImageItem, ShapeItem, TableItem, TextItem
from deckmaker.model.layout import Layout, Placeholder, Role
from deckmaker.model.text import Run, plain
from deckmaker.outputs.pptx.chart_parts import ChartParts
from deckmaker.outputs.pptx.colours import Colours
from deckmaker.outputs.pptx.layouts import background, slide_number_field
from deckmaker.outputs.pptx.markup import NAMESPACES, attribute, part
from deckmaker.outputs.pptx.media import file_ending, size_of
from deckmaker.outputs.pptx.native_chart import chart_frame
from deckmaker.outputs.pptx.native_shapes import group
from deckmaker.outputs.pptx.package import Parts
from deckmaker.outputs.pptx.parts import RT, Part
from deckmaker.outputs.pptx.placeholders import element, indices, label, with_role
from deckmaker.outputs.pptx.shapes import Picture, icon_shape, plain_shape
from deckmaker.outputs.pptx.table_frame import table_frame
from deckmaker.outputs.pptx.text import Link, Writer
from deckmaker.outputs.pptx.tree import numbers, shape_tree, text_placeholder


class SlideWriter:
    """Writes the slides of one deck into parts that are already there, so that they can link to each other."""

    def __init__(self, laid_out: LaidOutDeck, parts: Parts, slides: list[Part], draw: Draw) -> None:
        self.deck = laid_out.deck
        self.parts = parts
        self.numbers = self.deck.numbers
        self.draw = draw
        self.layouts = {layout.name: layout for layout in laid_out.layouts}
        self.indices = indices(laid_out.layouts)
        self.references = {number: slides[place] for number, place in pages_of_references(laid_out).items()}
        self.sections = {name: slides[place] for name, place in pages_of_sections(laid_out).items()}
        self.charts = ChartParts(parts, self.deck.theme, self.deck.language)
        self._grounds: dict[Colour, Colours] = {}

    def colours(self, ground: Colour) -> Colours:
        """The theme's colours on a background."""
        return self._grounds.setdefault(ground, Colours(self.deck.theme, ground))

    def write(self, frame: Frame, number: int, slide: Part) -> None:
        """Fills the part of slide ``number``, counted from 1."""
        layout = self.layouts[frame.layout]
        colours = self.colours(frame.ground)
        page = _Page(self, layout, slide, number, Writer(colours, self.deck.language, partial(self.link, source=slide)))
        own_ground = "" if frame.ground == layout.ground else background(colours)
        slide.blob = part(
            f"<p:sld {NAMESPACES}><p:cSld>{own_ground}{shape_tree(''.join(page.shapes(frame)))}</p:cSld>"
            f"{colours.override}</p:sld>"
        )

    def link(self, run: Run, source: Part, *, inside: bool = True) -> Link | None:
        """Where a run leads: a citation mark to its reference, a part’s name to that part, a link to its address."""
        if run.cites is not None and inside:
            target = self.references.get(self.numbers.get(run.cites.id, 0))
            if target is not None and target is not source:
                return Link(source.relate_to(target, RT.SLIDE), inside=True)
        part_of_deck = self.sections.get(run.leads_to)
        if part_of_deck is not None and part_of_deck is not source:
            return Link(source.relate_to(part_of_deck, RT.SLIDE), inside=True)
        if run.link:
            address = run.link.strip().replace(" ", "%20")
            return Link(source.relate_to(address, RT.HYPERLINK))
        return None


class _Page:
    """One slide as it is written."""

    def __init__(self, deck: SlideWriter, layout: Layout, slide: Part, number: int, words: Writer) -> None:
        self.deck, self.layout, self.slide, self.words = deck, layout, slide, words
        self.unmarked = replace(words, link=partial(deck.link, source=slide, inside=False))
        """Writes text above the foot, where citation marks are no links: underlined they would shout."""
        self.slide_number = number
        self.places: Mapping[str, Placeholder] = {place.name: place for place in layout.placeholders}
        self.ids: count[int] = numbers()

    def shapes(self, frame: Frame) -> Iterator[str]:
        """The shapes in reading order. Slides without a title item get their frame's title; the number comes last."""
        roles = {self.places[i.placeholder].role for i in frame.items if isinstance(i, TextItem) and i.text}
        if Role.TITLE not in roles:
            yield self._title(frame)
        for item in frame.items:
            yield self._shape(item)
        number = with_role(self.layout.placeholders, Role.SLIDE_NUMBER)
        if number is not None and Role.SLIDE_NUMBER not in roles:
            yield self._slide_number(number)
        footer = with_role(self.layout.placeholders, Role.FOOTER)
        if footer is not None:
            yield self._placeholder(footer, self.words.runs(plain(self.deck.deck.theme.footer).runs), whole=False)

    def _title(self, frame: Frame) -> str:
        place = with_role(self.layout.placeholders, Role.TITLE)
        if place is None:
            raise ValueError(f"layout {self.layout.name!r} has no place for a title")
        return self._placeholder(place, self.words.runs(plain(frame.title).runs), whole=False)

    def _shape(self, item: FrameItem) -> str:
        match item:
            case TextItem():
                return self._text(item)
            case ShapeItem():
                # What stands on the layout already is not drawn twice.
                return "" if item in self.layout.decoration else plain_shape(item, next(self.ids), self.words.colours)
            case IconItem():
                path = icon(item.icon)
                return icon_shape(path, item.box, item.colour, next(self.ids), self.words.colours, f"Icon {item.icon}")
            case GraphicItem() if item.native:
                return self._native(item)
            case GraphicItem():
                drawn = self.deck.draw(item.picture, item.graphic.ground)
                files = Picture(
                    self._file(drawn.png, "png"), item.box.width, item.box.height, self._file(drawn.svg, "svg")
                )
                return self._picture(item, files)
            case ImageItem():
                picture = Picture(self._file(item.image, file_ending(item.image)), *size_of(item.image))
                return self._picture(item, replace(picture, cropped=item.cropped))
            case TableItem():
                place = self.places[item.placeholder]
                ph = element(place, self.deck.indices)
                return table_frame(item, label(place), next(self.ids), ph, self.unmarked)
            case _:
                assert_never(item)

    def _text(self, item: TextItem) -> str:
        place = self.places[item.placeholder]
        if not item.text:
            return ""
        if place.role is Role.SLIDE_NUMBER:
            return self._slide_number(place)
        words = self.words if place.role is Role.SOURCE else self.unmarked
        return self._placeholder(place, words.slide_text(item.text, place.style or item.style))

    def _placeholder(self, place: Placeholder, words: str, *, whole: bool = True) -> str:
        return text_placeholder(
            next(self.ids),
            attribute(label(place)),
            element(place, self.deck.indices),
            "",
            "<a:bodyPr/>",
            "<a:lstStyle/>",
            words if whole else f"<a:p>{words}</a:p>",
        )

    def _slide_number(self, place: Placeholder) -> str:
        return self._placeholder(place, slide_number_field(str(self.slide_number)), whole=False)

    def _file(self, data: bytes, ending: str) -> str:
        return self.slide.relate_to(self.deck.parts.media(data, ending), RT.IMAGE)

    def _native(self, item: GraphicItem) -> str:
        """A chart or a group of shapes where the layout has its picture, which is then no placeholder of the slide."""
        place = self.places.get(item.placeholder)
        name = label(place) if place else "Graphic"
        if item.chart is None:
            return group(item, name, self.ids, self.words.colours)
        chart = self.deck.charts.related(item, item.chart, self.slide)
        return chart_frame(item, name, next(self.ids), chart)

    def _picture(self, item: GraphicItem | ImageItem, picture: Picture) -> str:
        place = self.places.get(item.placeholder)
        return picture.element(
            next(self.ids),
            attribute(label(place)) if place else "Picture",
            item.alternative_text,
            item.box,
            placeholder=element(place, self.deck.indices) if place else "",
            placed=place is None or place.box != item.box,
        )


def pages_of_sections(laid_out: LaidOutDeck) -> dict[str, int]:
    """Place of the first frame of each section, by the section's name."""
    found: dict[str, int] = {}
    for place, frame in enumerate(laid_out.frames):
        if frame.section:
            found.setdefault(frame.section, place)
    return found


def pages_of_references(laid_out: LaidOutDeck) -> dict[int, int]:
    """Place of the frame on which each reference stands, by the reference's number."""
    return {
        paragraph.number: place
        for place, (frame, slide) in enumerate(zip(laid_out.frames, laid_out.slides, strict=True))
        if slide.kind == "references"
        for item in frame.items
        if isinstance(item, TextItem)
        for paragraph in item.text.paragraphs
        if paragraph.number is not None
    }
