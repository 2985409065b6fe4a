"""A whole presentation: the brand's template with a deck's slides, notes, sections and properties in it."""

from __future__ import annotations

from functools import partial

from deckmaker.layout.grid import HEIGHT, WIDTH
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.feature import Draw
from deckmaker.outputs.pptx.manifest import PROPERTIES_TYPE, manifest_part, properties_part
from deckmaker.outputs.pptx.master import ground_of
from deckmaker.outputs.pptx.notes import notes_page
from deckmaker.outputs.pptx.parts import CT, RT, Part
from deckmaker.outputs.pptx.properties import core_properties, extended_properties
from deckmaker.outputs.pptx.sections import section_list
from deckmaker.outputs.pptx.slides import SlideWriter
from deckmaker.outputs.pptx.template import Template, template
from deckmaker.outputs.pptx.text import Writer

FIRST_SLIDE_ID = 256


def deck_file(laid_out: LaidOutDeck, draw: Draw) -> bytes:
    """The bytes of a ``.pptx`` file. The same deck gives the same bytes."""
    deck = laid_out.deck
    made = template(deck.theme, laid_out.layouts, deck.language, *_page_of(laid_out))
    parts = made.parts
    layouts = dict(zip((layout.name for layout in laid_out.layouts), made.layouts, strict=True))
    slides = [parts.add(f"/ppt/slides/slide{n}.xml", CT.SLIDE) for n in range(1, len(laid_out.frames) + 1)]
    writer = SlideWriter(laid_out, parts, slides, draw)
    for number, (frame, slide) in enumerate(zip(laid_out.frames, slides, strict=True), start=1):
        slide.relate_to(layouts[frame.layout], RT.SLIDE_LAYOUT)
        writer.write(frame, number, slide)
    _add_notes(laid_out, made, slides, writer)
    numbers = range(FIRST_SLIDE_ID, FIRST_SLIDE_ID + len(slides))
    made.list_slides(zip(numbers, slides, strict=True), section_list(laid_out, list(numbers)))
    _add_manifest(laid_out, made)
    for name, content_type, kind, data in (
        ("core", CT.CORE_PROPERTIES, RT.CORE_PROPERTIES, core_properties(laid_out)),
        ("app", CT.EXTENDED_PROPERTIES, RT.EXTENDED_PROPERTIES, extended_properties(laid_out)),
    ):
        parts.package.relate_to(parts.add(f"/docProps/{name}.xml", content_type, data), kind)
    data = parts.written()
    parts.part_company()
    return data


def _add_manifest(laid_out: LaidOutDeck, made: Template) -> None:
    claims = made.parts.add("/customXml/item1.xml", CT.XML, manifest_part(laid_out, FIRST_SLIDE_ID))
    properties = made.parts.add("/customXml/itemProps1.xml", PROPERTIES_TYPE, properties_part(laid_out.deck.name))
    claims.relate_to(properties, RT.CUSTOM_XML_PROPERTIES)
    made.document.relate_to(claims, RT.CUSTOM_XML)


def _page_of(laid_out: LaidOutDeck) -> tuple[float, float]:
    """Width and height of the pages, which in one file are all the same."""
    return next(((frame.width, frame.height) for frame in laid_out.frames), (WIDTH, HEIGHT))


def _add_notes(laid_out: LaidOutDeck, made: Template, slides: list[Part], writer: SlideWriter) -> None:
    deck = laid_out.deck
    colours = writer.colours(ground_of(deck.theme))
    number = 0
    for frame, slide in zip(laid_out.frames, slides, strict=True):
        if not frame.notes:
            continue
        number += 1
        page = made.parts.add(f"/ppt/notesSlides/notesSlide{number}.xml", CT.NOTES_SLIDE)
        page.relate_to(made.notes_master, RT.NOTES_MASTER)
        page.relate_to(slide, RT.SLIDE)
        slide.relate_to(page, RT.NOTES_SLIDE)
        words = Writer(colours, deck.language, partial(writer.link, source=page, inside=False))
        page.blob = notes_page(frame.notes, words)
