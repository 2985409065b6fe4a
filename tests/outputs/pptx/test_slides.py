"""Slides, read back from a built file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pytest
from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.presentation import Presentation as PresentationType

from deckmaker.model.colour import Colour
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.frame import Frame, GraphicItem, ImageItem, TextItem
from deckmaker.model.text import Paragraph, Run, Text, plain

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
Build = Callable[[LaidOutDeck], bytes]
Open = Callable[[bytes], PresentationType]


def changed(deck: LaidOutDeck, place: int, frame: Frame) -> LaidOutDeck:
    return replace(deck, frames=tuple(frame if n == place else old for n, old in enumerate(deck.frames)))


def with_text(deck: LaidOutDeck, text: Text, placeholder: str = "points") -> LaidOutDeck:
    """The deck with other words in the list, or another place, of its second slide."""
    frame = deck.frames[1]
    items = tuple(
        replace(item, text=text) if isinstance(item, TextItem) and item.placeholder == placeholder else item
        for item in frame.items
    )
    return changed(deck, 1, replace(frame, items=items))


def points(presentation: PresentationType) -> etree._Element:
    (shape,) = [shape for shape in presentation.slides[1].shapes if shape.name == "Points"]
    body: etree._Element = shape.element.txBody
    return body


def test_every_slide_has_its_layout_and_its_title(presentation: PresentationType) -> None:
    assert [(slide.slide_layout.name, slide.shapes.title.text) for slide in presentation.slides] == [
        ("Title", "Why babies matter"),
        ("List", "Babies cannot wait"),
        ("List", "A photograph"),
        ("References", "Where this comes from"),
    ]


def test_texts_fill_the_placeholders_of_their_names(presentation: PresentationType) -> None:
    assert [(shape.name, shape.text_frame.text) for shape in presentation.slides[0].placeholders] == [
        ("Title", "Why babies matter"),
        ("Subtitle", "A case"),
    ]


def test_placeholders_have_no_place_size_font_or_colour_of_their_own(presentation: PresentationType) -> None:
    placeholders = [shape for slide in presentation.slides for shape in slide.placeholders]
    assert len(placeholders) > 10
    for shape in placeholders:
        assert len(shape.element.spPr) == 0, shape.name
        if shape.has_text_frame:
            body = shape.element.txBody
            assert dict(body.bodyPr.attrib) == {}
            assert len(body.bodyPr) == len(body.find(f"{A}lstStyle")) == 0
            for look in body.iter(f"{A}rPr"):
                assert set(look.attrib) <= {"lang", "b"}, shape.name
                assert not list(look.iter(f"{A}latin"))


def test_places_left_empty_are_left_out(presentation: PresentationType) -> None:
    assert "Details" not in {shape.name for shape in presentation.slides[0].shapes}
    assert "Source" not in {shape.name for shape in presentation.slides[2].shapes}


def test_a_frame_without_a_title_item_shows_its_title_all_the_same(
    sample_deck: LaidOutDeck, build: Build, opened: Open
) -> None:
    frame = sample_deck.frames[1]
    bare = changed(sample_deck, 1, replace(frame, items=frame.items[1:]))
    slide = opened(build(bare)).slides[1]
    assert slide.shapes.title.text == "Babies cannot wait"
    assert slide.shapes[0].is_placeholder


def test_a_layout_without_a_place_for_the_title_is_refused(sample_deck: LaidOutDeck, build: Build) -> None:
    layout = replace(sample_deck.layouts[1], placeholders=sample_deck.layouts[1].placeholders[1:])
    frame = replace(sample_deck.frames[1], items=())
    bare = changed(replace(sample_deck, layouts=(sample_deck.layouts[0], layout, sample_deck.layouts[2])), 1, frame)
    with pytest.raises(ValueError, match="no place for a title"):
        build(bare)


def test_slides_show_their_numbers_where_the_layout_does(presentation: PresentationType) -> None:
    shown = []
    for slide in presentation.slides:
        fields = [field for field in slide.element.iter(f"{A}fld") if field.get("type") == "slidenum"]
        shown.append([field.findtext(f"{A}t") for field in fields])
    assert shown == [[], ["2"], ["3"], ["4"]]


def test_shapes_are_read_in_the_order_of_the_frame(presentation: PresentationType) -> None:
    assert [shape.name for shape in presentation.slides[1].shapes] == [
        "Title", "Points", "Graphic", "Source", "Icon baby", "Slide number",
    ]  # fmt: skip


def test_what_stands_on_the_layout_is_not_drawn_again(presentation: PresentationType) -> None:
    assert "Large circle" in {shape.name for shape in presentation.slide_layouts[0].shapes}
    assert "Large circle" not in {shape.name for shape in presentation.slides[0].shapes}
    assert "Bar" in {shape.name for shape in presentation.slides[2].shapes}


def test_runs_keep_bold_language_and_colour(presentation: PresentationType) -> None:
    runs = {run.findtext(f"{A}t"): run.find(f"{A}rPr") for run in points(presentation).iter(f"{A}r")}
    assert runs["Babies "] is None
    assert runs["cannot wait"] is not None
    assert runs["cannot wait"].get("b") == "1"
    assert runs["Dechrau’n deg"] is not None
    assert runs["Dechrau’n deg"].get("lang") == "cy-GB"
    assert runs["In coral"] is not None
    assert [colour.get("val") for colour in runs["In coral"].iter(f"{A}schemeClr")] == ["accent2"]


def test_a_line_break_in_a_run_is_a_break(presentation: PresentationType) -> None:
    last = points(presentation).findall(f"{A}p")[-1]
    assert [etree.QName(child).localname for child in last] == ["r", "r", "br", "r"]


def test_characters_that_no_file_may_hold_are_left_out(sample_deck: LaidOutDeck, build: Build, opened: Open) -> None:
    strange = plain("a\x00b\x0bc\x1fd\ufffee\ud800f")
    body = points(opened(build(with_text(sample_deck, strange))))
    assert [text.text for text in body.iter(f"{A}t")] == ["ab", "cdef"]


def test_words_that_look_like_markup_stay_words(sample_deck: LaidOutDeck, build: Build, opened: Open) -> None:
    words = "a & b <c> \"d\" &amp; 'e' ]]>"
    body = points(opened(build(with_text(sample_deck, plain(words)))))
    assert [text.text for text in body.iter(f"{A}t")] == [words]


def test_the_mark_at_the_foot_leads_to_its_reference_and_those_above_are_plain(presentation: PresentationType) -> None:
    slide = presentation.slides[1]
    assert "[1]" in "".join(text.text or "" for text in points(presentation).iter(f"{A}t"))
    (jump,) = [link for link in slide.element.iter(f"{A}hlinkClick") if link.get("action")]
    assert jump.get("action") == "ppaction://hlinksldjump"
    assert slide.part.related_part(jump.get(f"{R}id")) is presentation.slides[3].part
    assert jump.get("tooltip") == "Hogg, Rare Jewels (2019)"


def test_each_mark_leads_to_the_page_that_has_its_reference(
    sample_deck: LaidOutDeck, build: Build, opened: Open
) -> None:
    """A list of references may take two slides."""
    last = sample_deck.frames[3]
    title, listed = last.items
    assert isinstance(listed, TextItem)
    halves = [replace(last, items=(title, replace(listed, text=Text((p,))))) for p in listed.text.paragraphs]
    wave = sample_deck.deck.references[1]
    deck = replace(
        sample_deck, frames=(*sample_deck.frames[:3], *halves), slides=(*sample_deck.slides, sample_deck.slides[3])
    )
    result = opened(build(with_text(deck, Text((Paragraph((Run("[2]", cites=wave),)),)), "source")))
    (jump,) = [link for link in result.slides[1].element.iter(f"{A}hlinkClick") if link.get("action")]
    assert result.slides[1].part.related_part(jump.get(f"{R}id")) is result.slides[4].part
    second = next(shape for shape in result.slides[4].shapes if shape.name == "References")
    assert [number.get("startAt") for number in second.element.iter(f"{A}buAutoNum")] == ["2"]


def test_a_reference_does_not_lead_to_its_own_slide(sample_deck: LaidOutDeck, build: Build, opened: Open) -> None:
    last = sample_deck.frames[3]
    listed = last.items[1]
    assert isinstance(listed, TextItem)
    mark = Paragraph((Run("[1]", cites=sample_deck.deck.references[0]),), number=1)
    marked = changed(sample_deck, 3, replace(last, items=(last.items[0], replace(listed, text=Text((mark,))))))
    assert not list(opened(build(marked)).slides[3].element.iter(f"{A}hlinkClick"))


def test_addresses_are_links_that_keep_the_colour_of_their_text(presentation: PresentationType) -> None:
    (link,) = [link for link in points(presentation).iter(f"{A}hlinkClick") if not link.get("action")]
    relationship = presentation.slides[1].part.rels[link.get(f"{R}id")]
    assert relationship.is_external
    assert relationship.target_ref == "https://example.org"
    assert b'val="tx"' in etree.tostring(link)


def test_a_space_in_an_address_is_written_as_one(presentation: PresentationType) -> None:
    targets = [rel.target_ref for rel in presentation.slides[3].part.rels.values() if rel.is_external]
    assert targets == ["https://example.org/a%20b"]


def test_a_graphic_fills_the_picture_placeholder_whole(presentation: PresentationType) -> None:
    (picture,) = [shape for shape in presentation.slides[1].placeholders if shape.name == "Graphic"]
    assert picture.placeholder_format.type is PP_PLACEHOLDER.PICTURE
    assert [picture.crop_left, picture.crop_top, picture.crop_right, picture.crop_bottom] == [0, 0, 0, 0]
    assert picture.image.content_type == "image/png"
    assert (picture.width, picture.height) == (432 * 12700, 330 * 12700)


def test_a_graphic_has_words_and_a_vector_form(presentation: PresentationType) -> None:
    (picture,) = [shape for shape in presentation.slides[1].placeholders if shape.name == "Graphic"]
    assert picture.element.nvPicPr.cNvPr.get("descr") == '42% of "areas" & more'
    vector = next(element for element in picture.element.iter() if etree.QName(element).localname == "svgBlip")
    part = presentation.slides[1].part.related_part(vector.get(f"{R}embed"))
    assert part.content_type == "image/svg+xml"
    assert part.blob.startswith(b"<svg")


def test_a_picture_of_other_proportions_is_neither_cut_nor_stretched(presentation: PresentationType) -> None:
    """Four to one in a box of 432 × 330: room above and below."""
    (picture,) = [shape for shape in presentation.slides[2].placeholders if shape.name == "Graphic"]
    assert picture.crop_left == picture.crop_right == 0
    assert picture.crop_top == picture.crop_bottom < 0
    shown = 1 - picture.crop_top - picture.crop_bottom
    assert (432 / 330) * shown == pytest.approx(4, rel=0.001)


def test_a_tall_picture_has_room_at_its_sides(
    sample_deck: LaidOutDeck, build: Build, opened: Open, logo: bytes
) -> None:
    frame = sample_deck.frames[2]
    box = replace(sample_deck.layouts[1].placeholder("graphic").box, width=1200.0, height=100.0)
    layout = sample_deck.layouts[1]
    wide = replace(
        layout, placeholders=tuple(replace(p, box=box) if p.name == "graphic" else p for p in layout.placeholders)
    )
    image = ImageItem(placeholder="graphic", box=box, image=logo, alternative_text="A logo")
    deck = replace(sample_deck, layouts=(sample_deck.layouts[0], wide, sample_deck.layouts[2]))
    slide = opened(build(changed(deck, 2, replace(frame, items=(frame.items[0], image))))).slides[2]
    (picture,) = [shape for shape in slide.placeholders if shape.name == "Graphic"]
    assert picture.crop_top == 0
    assert 12 / (1 - 2 * picture.crop_left) == pytest.approx(12 / 4, rel=0.001)


def test_a_picture_outside_any_placeholder_has_its_own_place(
    sample_deck: LaidOutDeck, build: Build, opened: Open
) -> None:
    frame = sample_deck.frames[1]
    items = tuple(replace(item, placeholder="") if isinstance(item, GraphicItem) else item for item in frame.items)
    slide = opened(build(changed(sample_deck, 1, replace(frame, items=items)))).slides[1]
    (picture,) = [shape for shape in slide.shapes if shape.name == "Picture"]
    assert not picture.is_placeholder
    assert (picture.left, picture.width) == (474 * 12700, 432 * 12700)


def test_decoration_is_marked_and_nothing_else_is(presentation: PresentationType) -> None:
    marked = {
        (number, shape.name)
        for number, slide in enumerate(presentation.slides, start=1)
        for shape in slide.shapes
        if b"decorative" in etree.tostring(shape.element)
    }
    assert marked == {(2, "Icon baby"), (3, "Graphic"), (3, "Bar")}


def test_an_icon_is_one_free_form_in_a_theme_colour(presentation: PresentationType) -> None:
    (icon,) = [shape for shape in presentation.slides[1].shapes if shape.name == "Icon baby"]
    assert len(list(icon.element.iter(f"{A}path"))) == 1
    assert len(list(icon.element.iter(f"{A}close"))) >= 2
    assert [colour.get("val") for colour in icon.element.iter(f"{A}schemeClr")] == ["accent2"]
    assert icon.left / 12700 >= 850
    assert (icon.left + icon.width) / 12700 <= 896.01


def test_the_same_picture_is_in_the_file_once(sample_deck: LaidOutDeck, build: Build, opened: Open) -> None:
    twice = replace(
        sample_deck,
        frames=(*sample_deck.frames, sample_deck.frames[1]),
        slides=(*sample_deck.slides, sample_deck.slides[1]),
    )
    result = opened(build(twice))
    images = {rel.target_part for slide in result.slides for rel in slide.part.rels.values() if "image" in rel.reltype}
    assert len(images) == 3


def test_a_slide_on_the_layouts_ground_has_none_of_its_own(
    sample_deck: LaidOutDeck, build: Build, opened: Open
) -> None:
    frames = (*sample_deck.frames[:3], replace(sample_deck.frames[3], ground=Colour("plum")))
    slides = opened(build(replace(sample_deck, frames=frames))).slides
    assert [slide.element.find(f"{P}cSld/{P}bg") is not None for slide in slides] == [False, False, False, True]


def test_dark_slides_say_so_like_their_layouts(presentation: PresentationType) -> None:
    overridden = [slide.element.find(f".//{A}overrideClrMapping") is not None for slide in presentation.slides]
    assert overridden == [True, False, False, False]


def test_a_deck_without_slides_is_still_a_file(sample_deck: LaidOutDeck, build: Build, opened: Open) -> None:
    assert len(opened(build(replace(sample_deck, frames=(), slides=()))).slides) == 0


def test_opening_and_saving_with_python_pptx_keeps_everything(presentation: PresentationType) -> None:
    stream = BytesIO()
    presentation.save(stream)
    again = Presentation(BytesIO(stream.getvalue()))
    assert [slide.shapes.title.text for slide in again.slides] == [
        slide.shapes.title.text for slide in presentation.slides
    ]
