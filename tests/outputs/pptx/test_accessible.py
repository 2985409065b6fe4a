"""A built deck of every kind of slide can be read by people who do not see it, or who see or hear it otherwise."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Protocol
from zipfile import ZipFile

import pytest
from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.shapes.placeholder import SlidePlaceholder
from pptx.slide import Slide

from deckmaker.model.deck import LaidOutDeck

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
MEANT = {f"{P}pic", f"{P}graphicFrame", f"{P}grpSp"}


class Built(Protocol):
    """A deck as it was laid out, and the bytes of its file."""

    @property
    def laid_out(self) -> LaidOutDeck: ...

    @property
    def data(self) -> bytes: ...


@pytest.fixture(scope="module", params=["", "high-contrast"])
def built(request: pytest.FixtureRequest, every_kind: Callable[[str], Built]) -> Built:
    return every_kind(request.param)


def slides(built: Built) -> list[Slide]:
    found = list(Presentation(BytesIO(built.data)).slides)
    assert len(found) == len(built.laid_out.frames) > 20
    return found


def parts(built: Built, pattern: str) -> dict[str, etree._Element]:
    with ZipFile(BytesIO(built.data)) as archive:
        found = {n: etree.fromstring(archive.read(n)) for n in archive.namelist() if re.fullmatch(pattern, n)}
    assert found
    return found


def is_decoration(shape: etree._Element) -> bool:
    properties = next(shape.iter(f"{P}cNvPr"))
    return any(mark.get("val") == "1" for mark in properties.iter(DECORATIVE))


def shapes(slide: Slide) -> Iterator[etree._Element]:
    yield from (shape.element for shape in slide.shapes)


def test_every_slide_has_a_title_in_a_title_placeholder_that_is_read_first(built: Built) -> None:
    for slide in slides(built):
        placeholders = [shape for shape in slide.shapes if shape.is_placeholder]
        first = placeholders[0]
        assert first.placeholder_format.type in (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
        assert isinstance(first, SlidePlaceholder)
        assert first.text_frame.text.strip()


def test_the_source_is_read_last_and_the_number_after_it(built: Built) -> None:
    sources = 0
    for slide, made in zip(slides(built), built.laid_out.slides, strict=True):
        meant = [shape for shape in slide.shapes if not is_decoration(shape.element)]
        names = [shape.name for shape in meant]
        if "Source" in names:
            sources += 1
            assert names[names.index("Source") + 1 :] in (["Slide number"], []), made.kind
    assert sources > 8


def test_what_is_no_text_has_words_or_is_marked_as_decoration(built: Built) -> None:
    told = 0
    for slide, made in zip(slides(built), built.laid_out.slides, strict=True):
        for shape in shapes(slide):
            described = next(shape.iter(f"{P}cNvPr")).get("descr", "").strip()
            if shape.tag in MEANT and not is_decoration(shape):
                assert len(described.split()) > 3, f"{made.kind}: {shape.tag}"
                told += 1
            elif shape.tag == f"{P}sp" and next(shape.iter(f"{P}ph"), None) is None:
                assert is_decoration(shape) or described, made.kind
    assert told > 5


def test_nothing_moves_by_itself(built: Built) -> None:
    for name, root in parts(built, r"ppt/(slides|slideLayouts|slideMasters)/[^/]+\.xml").items():
        assert not [element for element in root.iter() if etree.QName(element).localname in ("transition", "timing")], (
            name
        )


def test_nothing_is_stressed_by_slanting_underlining_or_capitals(built: Built) -> None:
    for name, root in parts(built, r"ppt/(slides|slideLayouts|slideMasters|notesSlides)/[^/]+\.xml").items():
        for look in (*root.iter(f"{A}rPr"), *root.iter(f"{A}defRPr")):
            assert look.get("i", "0") == "0", name
            assert look.get("u", "none") == "none", name
            assert look.get("cap", "none") == "none", name


def test_the_file_says_its_title_and_its_language_everywhere(built: Built) -> None:
    properties = Presentation(BytesIO(built.data)).core_properties
    assert (properties.title, properties.language) == ("A deck", "en-GB")
    for name, root in parts(built, r"ppt/(slideLayouts|slideMasters|notesMasters)/[^/]+\.xml").items():
        languages = {look.get("lang") for look in root.iter(f"{A}defRPr")}
        assert languages == {"en-GB"}, name
