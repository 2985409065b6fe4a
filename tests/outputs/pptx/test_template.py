"""Theme, master and layouts of a built file."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.presentation import Presentation as PresentationType

from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.frame import Box
from deckmaker.model.layout import Layout
from deckmaker.outputs.pptx.template import template

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
Build = Callable[[LaidOutDeck], bytes]


def parts(data: bytes, pattern: str) -> dict[str, etree._Element]:
    with ZipFile(BytesIO(data)) as archive:
        found = {
            name: etree.fromstring(archive.read(name)) for name in archive.namelist() if re.fullmatch(pattern, name)
        }
    assert found
    return found


def places(holder: Any) -> list[Any]:
    return list(holder.placeholders)


def shapes(holder: Any) -> list[Any]:
    return list(holder.shapes)


def is_no_placeholder(properties: etree._Element) -> bool:
    parent = properties.getparent()
    return parent is not None and parent.find(f"{P}nvPr/{P}ph") is None


def test_the_template_alone_opens_as_a_presentation(sample_deck: LaidOutDeck) -> None:
    opened = Presentation(BytesIO(template(sample_deck.deck.theme, sample_deck.layouts, "en-GB").parts.written()))
    assert [layout.name for layout in opened.slide_layouts] == ["Title", "List", "References"]
    assert len(opened.slides) == 0


def test_there_are_only_our_own_layouts_and_one_master(presentation: PresentationType) -> None:
    assert [layout.name for layout in presentation.slide_layouts] == ["Title", "List", "References"]
    assert len(presentation.slide_masters) == 1


def test_the_page_is_sixteen_to_nine(presentation: PresentationType) -> None:
    assert (presentation.slide_width, presentation.slide_height) == (12192000, 6858000)


def test_the_theme_has_the_brands_twelve_colours_and_fonts(data: bytes, sample_deck: LaidOutDeck) -> None:
    (theme,) = parts(data, "ppt/theme/theme1.xml").values()
    scheme = theme.find(f".//{A}clrScheme")
    assert scheme is not None
    colours = {etree.QName(slot).localname: slot[0].get("val") for slot in scheme}
    palette = {name: value[1:] for name, value in sample_deck.deck.theme.palette.items()}
    assert colours == {
        "dk1": palette["ink"], "lt1": palette["cream"], "dk2": palette["stone"], "lt2": palette["sand"],
        "accent1": palette["plum"], "accent2": palette["coral"], "accent3": palette["teal"],
        "accent4": palette["ochre"], "accent5": palette["lilac"], "accent6": palette["marigold"],
        "hlink": palette["teal"], "folHlink": palette["plum"],
    }  # fmt: skip
    for font in ("majorFont", "minorFont"):
        assert [latin.get("typeface") for latin in theme.iterfind(f".//{A}{font}/{A}latin")] == ["Calibri"]
    custom = {one.get("name"): one[0].get("val") for one in theme.iter(f"{A}custClr")}
    assert custom == palette


def test_colour_values_stand_in_the_theme_and_nowhere_else(data: bytes) -> None:
    everything = parts(data, r"ppt/(?!theme/).*\.xml")
    for name, root in everything.items():
        assert not list(root.iter(f"{A}srgbClr", f"{A}sysClr", f"{A}prstClr", f"{A}hslClr", f"{A}scrgbClr")), name
    assert sum(len(list(root.iter(f"{A}schemeClr"))) for root in everything.values()) > 50


def test_fonts_are_the_themes(data: bytes) -> None:
    for name, root in parts(data, r"ppt/(slides|slideLayouts|slideMasters)/.*\.xml").items():
        faces = {latin.get("typeface") for latin in root.iter(f"{A}latin")}
        assert faces <= {"+mj-lt", "+mn-lt"}, name


def test_roles_become_placeholder_types(presentation: PresentationType) -> None:
    kinds = {
        layout.name: {shape.name: shape.placeholder_format.type for shape in places(layout)}
        for layout in presentation.slide_layouts
    }
    assert kinds["Title"] == {
        "Title": PP_PLACEHOLDER.TITLE,
        "Subtitle": PP_PLACEHOLDER.SUBTITLE,
        "Details": PP_PLACEHOLDER.BODY,
    }
    assert kinds["List"] == {
        "Title": PP_PLACEHOLDER.TITLE,
        "Points": PP_PLACEHOLDER.BODY,
        "Graphic": PP_PLACEHOLDER.PICTURE,
        "Source": PP_PLACEHOLDER.BODY,
        "Slide number": PP_PLACEHOLDER.SLIDE_NUMBER,
    }


def test_a_layout_says_where_its_placeholders_stand_and_what_goes_there(presentation: PresentationType) -> None:
    points = next(shape for shape in places(presentation.slide_layouts[1]) if shape.name == "Points")
    assert [points.left, points.top, points.width, points.height] == [54 * 12700, 146 * 12700, 400 * 12700, 300 * 12700]
    assert points.text_frame.text == "Prompt of points"
    assert points.element.ph.get("hasCustomPrompt") == "1"


def test_a_layout_carries_the_look_of_its_text(presentation: PresentationType) -> None:
    points = next(shape for shape in places(presentation.slide_layouts[1]) if shape.name == "Points")
    body = points.element.txBody
    assert [body.bodyPr.get(inset) for inset in ("lIns", "tIns", "rIns", "bIns")] == ["0"] * 4
    level = body.find(f"{A}lstStyle/{A}lvl1pPr")
    assert level is not None
    assert (level.get("marL"), level.get("indent")) == (str(26 * 12700), str(-26 * 12700))
    assert level.find(f"{A}buClr/{A}schemeClr").get("val") == "accent2"
    assert level.find(f"{A}buChar").get("char") == "•"
    assert level.find(f"{A}spcAft/{A}spcPts").get("val") == "1200"
    look = level.find(f"{A}defRPr")
    assert (look.get("sz"), look.get("b"), look.get("lang")) == ("2400", "0", "en-GB")


def test_new_slides_take_the_number_where_the_layout_has_one(data: bytes) -> None:
    layouts = parts(data, r"ppt/slideLayouts/.*\.xml")
    assert [layouts[name].find(f"{P}hf") is not None for name in sorted(layouts)] == [False, True, True]
    for header in (root.find(f"{P}hf") for root in parts(data, "ppt/slideMasters/.*xml").values()):
        assert header is not None
        assert sorted(header.items()) == [("dt", "0"), ("ftr", "0"), ("hdr", "0")]


def test_dark_layouts_map_text_to_light_colours(data: bytes) -> None:
    dark: Any = parts(data, r"ppt/slideLayouts/slideLayout1.xml").popitem()[1].find(f".//{A}overrideClrMapping")
    assert dark is not None
    assert (dark.get("bg1"), dark.get("tx1"), dark.get("hlink")) == ("accent1", "lt1", "lt1")
    light = parts(data, r"ppt/slideLayouts/slideLayout2.xml").popitem()[1]
    assert light.find(f".//{A}masterClrMapping") is not None


def test_what_is_not_text_on_a_layout_is_marked_as_decoration(data: bytes) -> None:
    for name, root in parts(data, r"ppt/slideLayouts/.*\.xml").items():
        drawn = [
            properties
            for properties in root.iter(f"{P}cNvPr")
            if properties.get("id") != "1" and is_no_placeholder(properties)
        ]
        assert drawn
        assert all(b"decorative" in etree.tostring(properties) for properties in drawn), name


def test_the_wordmark_is_set_in_the_brands_words(presentation: PresentationType) -> None:
    for layout in presentation.slide_layouts:
        (group,) = [shape for shape in shapes(layout) if shape.name == "Wordmark"]
        words = [shape.text_frame.text for shape in group.shapes if shape.has_text_frame and shape.text_frame.text]
        assert words == ["Parent-Infant", "FOUNDATION"]
        assert [shape.name for shape in group.shapes].count("Rule") == 2


@pytest.mark.parametrize("box", [Box(806, 491, 100, 32), Box(54, 478, 120, 38), Box(54, 400, 300, 30)])
def test_the_wordmark_stays_within_its_box(box: Box, sample_deck: LaidOutDeck, build: Build) -> None:
    layouts = tuple(replace(layout, wordmark=box) for layout in sample_deck.layouts)
    opened = Presentation(BytesIO(build(replace(sample_deck, layouts=layouts))))
    group = next(shape for shape in shapes(opened.slide_layouts[1]) if shape.name == "Wordmark")
    for shape in (group, *group.shapes):
        assert shape.left / 12700 >= box.x - 0.01
        assert shape.top / 12700 >= box.y - 0.01
        assert (shape.left + shape.width) / 12700 <= box.right + 0.01
        assert (shape.top + shape.height) / 12700 <= box.bottom + 0.01


def test_a_logo_file_takes_the_place_of_the_words(sample_deck: LaidOutDeck, build: Build, logo: bytes) -> None:
    mark = replace(sample_deck.deck.theme.wordmark, image=logo, alternative_text="Our logo")
    theme = replace(sample_deck.deck.theme, wordmark=mark)
    opened = Presentation(BytesIO(build(replace(sample_deck, deck=replace(sample_deck.deck, theme=theme)))))
    for layout in opened.slide_layouts:
        (picture,) = [shape for shape in shapes(layout) if shape.name == "Logo"]
        assert picture.image.blob == logo
        assert not [shape for shape in shapes(layout) if shape.name == "Wordmark"]


def test_a_brand_without_a_wordmark_has_none(sample_deck: LaidOutDeck, build: Build) -> None:
    theme = replace(sample_deck.deck.theme, wordmark=replace(sample_deck.deck.theme.wordmark, words=""))
    opened = Presentation(BytesIO(build(replace(sample_deck, deck=replace(sample_deck.deck, theme=theme)))))
    assert all(shape.name not in {"Wordmark", "Logo"} for layout in opened.slide_layouts for shape in layout.shapes)


def test_another_brand_changes_every_colour_and_font(sample_deck: LaidOutDeck, build: Build) -> None:
    palette = {
        name: f"#{number * 9:02X}{255 - number * 9:02X}40" for number, name in enumerate(sample_deck.deck.theme.palette)
    }
    theme = sample_deck.deck.theme
    theme = replace(theme, palette=palette, live=replace(theme.live, family="Verdana"))
    data = build(replace(sample_deck, deck=replace(sample_deck.deck, theme=theme)))
    with ZipFile(BytesIO(data)) as archive:
        words = b"".join(archive.read(name) for name in archive.namelist() if name.endswith(".xml"))
    assert b"Calibri" not in words
    assert not [value for value in sample_deck.deck.theme.palette.values() if value[1:].encode() in words]


def test_a_name_has_the_same_index_in_every_layout(sample_deck: LaidOutDeck, build: Build) -> None:
    other = replace(
        sample_deck.layouts[1], name="other", title="Other", placeholders=sample_deck.layouts[1].placeholders[::-1]
    )
    layouts: tuple[Layout, ...] = (*sample_deck.layouts, other)
    opened = Presentation(BytesIO(build(replace(sample_deck, layouts=layouts))))
    first, second = (
        {shape.name: shape.placeholder_format.idx for shape in places(opened.slide_layouts[n])} for n in (1, 3)
    )
    assert first == second


def test_notes_have_a_master_and_a_theme_of_the_brand(data: bytes, presentation: PresentationType) -> None:
    assert {shape.placeholder_format.type for shape in places(presentation.notes_master)} == {
        PP_PLACEHOLDER.SLIDE_IMAGE,
        PP_PLACEHOLDER.BODY,
    }
    one, two = parts(data, r"ppt/theme/theme\d.xml").values()
    assert etree.tostring(one) == etree.tostring(two)


def test_new_tables_get_the_brands_style(data: bytes) -> None:
    (styles,) = parts(data, "ppt/tableStyles.xml").values()
    assert styles.get("def") in {style.get("styleId") for style in styles}
