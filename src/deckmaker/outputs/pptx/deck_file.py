"""A whole presentation: the brand's template with a deck's slides, notes, sections and properties in it."""

from __future__ import annotations

from functools import partial
from typing import cast

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.oxml import CT_Relationships
from pptx.opc.package import Part
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.parts.presentation import PresentationPart

from deckmaker.layout.grid import HEIGHT, WIDTH
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.feature import Draw
from deckmaker.outputs.pptx.manifest import PROPERTIES_TYPE, manifest_part, properties_part
from deckmaker.outputs.pptx.markup import NAMESPACES
from deckmaker.outputs.pptx.master import ground_of
from deckmaker.outputs.pptx.notes import notes_page
from deckmaker.outputs.pptx.package import Parts, opened
from deckmaker.outputs.pptx.properties import core_properties, extended_properties
from deckmaker.outputs.pptx.sections import section_list
from deckmaker.outputs.pptx.slides import SlideWriter
from deckmaker.outputs.pptx.template import template
from deckmaker.outputs.pptx.text import Writer

FIRST_SLIDE_ID = 256


def deck_file(laid_out: LaidOutDeck, draw: Draw) -> bytes:
    """The bytes of a ``.pptx`` file. The same deck gives the same bytes."""
    deck = laid_out.deck
    parts = opened(template(deck.theme, laid_out.layouts, deck.language, *_page_of(laid_out)))
    document = parts.package.main_document_part
    layout_parts = dict(
        zip((layout.name for layout in laid_out.layouts), _layout_parts(document), strict=True)
    )  # fmt: skip
    slides = [parts.add(f"/ppt/slides/slide{n}.xml", CT.PML_SLIDE) for n in range(1, len(laid_out.frames) + 1)]
    writer = SlideWriter(laid_out, parts, slides, draw)
    for number, (frame, slide) in enumerate(zip(laid_out.frames, slides, strict=True), start=1):
        slide.relate_to(layout_parts[frame.layout], RT.SLIDE_LAYOUT)
        writer.write(frame, number, slide)
    _add_notes(laid_out, parts, slides, writer)
    _list_slides(laid_out, document, slides)
    _add_manifest(laid_out, parts)
    for name, content_type, kind, data in (
        ("core", CT.OPC_CORE_PROPERTIES, RT.CORE_PROPERTIES, core_properties(laid_out)),
        ("app", CT.OFC_EXTENDED_PROPERTIES, RT.EXTENDED_PROPERTIES, extended_properties(laid_out)),
    ):
        parts.package.relate_to(parts.add(f"/docProps/{name}.xml", content_type, data), kind)
    return parts.written()


def _add_manifest(laid_out: LaidOutDeck, parts: Parts) -> None:
    claims = parts.add("/customXml/item1.xml", CT.XML, manifest_part(laid_out, FIRST_SLIDE_ID))
    properties = parts.add("/customXml/itemProps1.xml", PROPERTIES_TYPE, properties_part(laid_out.deck.name))
    claims.relate_to(properties, RT.CUSTOM_XML_PROPS)
    parts.package.main_document_part.relate_to(claims, RT.CUSTOM_XML)


def _page_of(laid_out: LaidOutDeck) -> tuple[float, float]:
    """Width and height of the pages, which in one file are all the same."""
    return next(((frame.width, frame.height) for frame in laid_out.frames), (WIDTH, HEIGHT))


def _layout_parts(document: PresentationPart) -> list[Part]:
    return [cast(Part, layout.part) for layout in document.presentation.slide_layouts]


def _add_notes(laid_out: LaidOutDeck, parts: Parts, slides: list[Part], writer: SlideWriter) -> None:
    master = parts.package.main_document_part.notes_master_part
    deck = laid_out.deck
    colours = writer.colours(ground_of(deck.theme))
    number = 0
    for frame, slide in zip(laid_out.frames, slides, strict=True):
        if not frame.notes:
            continue
        number += 1
        page = parts.add(f"/ppt/notesSlides/notesSlide{number}.xml", CT.PML_NOTES_SLIDE)
        page.relate_to(master, RT.NOTES_MASTER)
        page.relate_to(slide, RT.SLIDE)
        slide.relate_to(page, RT.NOTES_SLIDE)
        words = Writer(colours, deck.language, partial(writer.link, source=page, inside=False))
        page.blob = notes_page(frame.notes, words)


def _list_slides(laid_out: LaidOutDeck, document: PresentationPart, slides: list[Part]) -> None:
    """Relates the presentation to all slides in one go: asking python-pptx for each looks through all those before."""
    related = list(document.rels.values())
    targets = {rel.target_part.partname: rel.target_part for rel in related}
    targets |= {slide.partname: slide for slide in slides}
    all_of_them = CT_Relationships.new()
    for rel in related:
        all_of_them.add_rel(rel.rId, rel.reltype, rel.target_ref)
    names = [f"rId{number}" for number in range(len(related) + 1, len(related) + len(slides) + 1)]
    for name, slide in zip(names, slides, strict=True):
        all_of_them.add_rel(name, RT.SLIDE, slide.partname.relative_ref(document.partname.baseURI))
    document.load_rels_from_xml(all_of_them, targets)

    root = document.presentation.element
    listed = root.get_or_add_sldIdLst()
    ids = [FIRST_SLIDE_ID + place for place in range(len(slides))]
    for slide_id, name in zip(ids, names, strict=True):
        etree.SubElement(listed, qn("p:sldId"), {"id": str(slide_id), qn("r:id"): name})
    sections = section_list(laid_out, ids)
    if sections:
        root.append(parse_xml(f"<p:extLst {NAMESPACES}>{sections}</p:extLst>"))
