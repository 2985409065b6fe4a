"""Speaker notes, sections and document properties."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

from lxml import etree
from pptx.presentation import Presentation as PresentationType

from deckmaker.model.deck import LaidOutDeck

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
Build = Callable[[LaidOutDeck], bytes]
Open = Callable[[bytes], PresentationType]


def sections(presentation: PresentationType) -> list[tuple[str, list[str]]]:
    root = presentation.part._element
    return [
        (section.get("name", ""), [entry.get("id", "") for entry in section.iter(f"{P14}sldId")])
        for section in root.iter(f"{P14}section")
    ]


def test_notes_stand_with_their_slides_and_nowhere_else(presentation: PresentationType) -> None:
    assert [slide.has_notes_slide for slide in presentation.slides] == [False, True, True, False]
    assert presentation.slides[2].notes_slide.notes_text_frame.text == "Only this."


def test_notes_are_formatted(presentation: PresentationType) -> None:
    heading, sentence, entry = presentation.slides[1].notes_slide.notes_text_frame.paragraphs
    assert [run.font.bold for run in heading.runs] == [True]
    assert [(run.text, run.font.bold) for run in sentence.runs] == [("Slowly: ", None), ("42%", True)]
    assert entry._p.find(f"{A}pPr/{A}buChar") is not None
    assert [run.hyperlink.address for run in entry.runs] == [None, "https://example.org/jewels"]


def test_sections_hold_every_slide_and_begin_under_the_decks_title(presentation: PresentationType) -> None:
    assert sections(presentation) == [
        ("Why babies matter", ["256"]),
        ("The case", ["257", "258"]),
        ("Sources", ["259"]),
    ]


def test_a_deck_without_sections_lists_none(sample_deck: LaidOutDeck, build: Build, opened: Open) -> None:
    frames = tuple(replace(frame, section="") for frame in sample_deck.frames)
    assert sections(opened(build(replace(sample_deck, frames=frames)))) == []


def test_two_sections_of_one_name_are_two(sample_deck: LaidOutDeck, build: Build, opened: Open) -> None:
    names = ("A", "B", "A", "A")
    frames = tuple(replace(frame, section=name) for frame, name in zip(sample_deck.frames, names, strict=True))
    assert [name for name, _ in sections(opened(build(replace(sample_deck, frames=frames))))] == ["A", "B", "A"]


def test_the_file_says_what_it_is(presentation: PresentationType) -> None:
    core = presentation.core_properties
    assert core.title == "Why babies matter"
    assert core.subject == "A case for & against"
    assert core.author == core.last_modified_by == "Ada Lovelace"
    assert core.language == "en-GB"
    assert core.keywords == "Parent-Infant Foundation, commissioners, england, The case, Sources"
    assert [day.isoformat() for day in (core.created, core.modified) if day] == ["2025-03-04T00:00:00"] * 2


def test_without_a_date_no_clock_is_asked(sample_deck: LaidOutDeck, build: Build, opened: Open) -> None:
    undated = replace(sample_deck, deck=replace(sample_deck.deck, date=None, presenter=""))
    core = opened(build(undated)).core_properties
    assert core.created is not None
    assert core.created.isoformat() == "1980-01-01T00:00:00"
    assert core.author == "Parent-Infant Foundation"


def test_the_language_is_the_decks_by_default_and_marked_where_it_differs(presentation: PresentationType) -> None:
    languages = {
        look.get("lang")
        for part in (presentation.part, presentation.slide_master.part, *(x.part for x in presentation.slide_layouts))
        for look in part._element.iter(f"{A}defRPr")
    }
    assert languages == {"en-GB"}
    marked = [
        look.get("lang") for slide in presentation.slides for look in slide.element.iter(f"{A}rPr") if look.get("lang")
    ]
    assert marked == ["cy-GB"]


def test_statistics_of_the_file_are_true(data: bytes) -> None:
    with ZipFile(BytesIO(data)) as archive:
        app = etree.fromstring(archive.read("docProps/app.xml"))
    stated = {etree.QName(child).localname: child.text for child in app}
    assert (stated["Slides"], stated["Notes"], stated["Company"]) == ("4", "2", "Parent-Infant Foundation")
