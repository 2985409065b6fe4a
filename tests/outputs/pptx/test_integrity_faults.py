"""Faults of many kinds, planted in a deck as people build it: with a chart, shapes, a table, pictures and notes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from tests.outputs.pptx.test_integrity import entries, zipped

from deckmaker.discovery import Features
from deckmaker.outputs.pptx.integrity import problems
from deckmaker.outputs.pptx.integrity.archive import taken_apart
from deckmaker.outputs.pptx.integrity.document import DOCUMENT
from deckmaker.outputs.pptx.integrity.elements import ELEMENTS
from deckmaker.outputs.pptx.integrity.native import NATIVE
from deckmaker.outputs.pptx.integrity.pages import PAGES
from deckmaker.outputs.pptx.integrity.wiring import WIRING, references
from deckmaker.pipeline import build_deck
from deckmaker.workspace import Workspace

Parts = dict[str, bytes]
SPEC = """\
title: A deck
slides:
  - section: A part
  - statistic: {statistic: camhs-under-twos, graphic: {kind: proportion-grid, native: true}}
  - comparison: {statistic: disorganised-attachment-groups, graphic: {kind: comparison-bars, native: true}}
  - table: Who helps
    rows: [[Who, What], [Health visitors, See every family]]
  - image: photo.jpg
    headline: A face
    credit: A friend
    alternative-text: Two people look at each other
  - section: Another part
  - references
"""
"""Slides 1 to 7, in sections of their own; the shapes are on 2, the chart on 3, the table on 4, the picture on 5."""
TYPES, DOCUMENT_XML, MASTER = "[Content_Types].xml", "ppt/presentation.xml", "ppt/slideMasters/slideMaster1.xml"
OF_SLIDES = "ppt/slides/_rels/slide{}.xml.rels"


@dataclass(frozen=True)
class Fault:
    """A kind of fault: what it does to the parts of a file, and words with which it is told."""

    kind: str
    words: str
    plant: Callable[[Parts], None]


def swap(kind: str, words: str, name: str, old: str, new: str) -> Fault:
    """A fault that is one piece of a part in place of another; both are regular expressions' sides."""

    def plant(parts: Parts) -> None:
        changed, count = re.subn(old, new, parts[name].decode("utf-8"), count=1, flags=re.DOTALL)
        assert count == 1, f"{name} has no {old}"
        parts[name] = changed.encode("utf-8")

    return Fault(kind, words, plant)


def without(kind: str, words: str, name: str) -> Fault:
    """A part that is gone."""
    return Fault(kind, words, lambda parts: parts.__delitem__(name))


def put(kind: str, words: str, name: str, content: bytes) -> Fault:
    """A part with other content, or a new one."""
    return Fault(kind, words, lambda parts: parts.update({name: content}))


WORKBOOK = "ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"
CHART, SLIDE = "ppt/charts/chart1.xml", "ppt/slides/slide{}.xml"
FAULTS = [
    # wiring
    without("a slide is gone", "which is not there", SLIDE.format(2)),
    without("the list of content types is gone", "is missing or broken", TYPES),
    without("a layout is gone", "which is not there", "ppt/slideLayouts/slideLayout1.xml"),
    without("a workbook is gone", "which is not there", WORKBOOK),
    swap("a part without a content type", "no content type", TYPES, r'<Default Extension="xlsx"[^>]*>', ""),
    swap("a content type for nothing", "is not in the file", TYPES, r"/ppt/slides/slide3\.xml", "/ppt/slides/none.xml"),
    swap("two content types for one ending", "two content types", TYPES, r"(<Default [^>]*>)", r"\1\1"),
    swap("a relationship of no number", "no relationship", OF_SLIDES.format(5), 'Id="rId2"', 'Id="rIdx"'),
    swap("two relationships of one number", "two relationships", OF_SLIDES.format(5), r'Id="rId\d+"', 'Id="rId2"'),
    swap("a relationship out of the file", "which is not there", OF_SLIDES.format(5),
         r'Target="\.\./', 'Target="../../../'),
    put("a part that nothing leads to", "nothing leads to this part", "ppt/slides/slide99.xml", b"<a/>"),
    put("relationships of no part", "relationships of a part that is not there", "ppt/_rels/no.xml.rels", b"<a/>"),
    put("a workbook that is none", "a workbook that does not open", WORKBOOK, b"PK nothing"),
    put("a picture that is none", "not a file of type image/jpeg", "ppt/media/image1.jpeg", b"GIF89a"),
    put("XML that ends early", "not well-formed XML", SLIDE.format(4), b"<p:sld"),
    put("an empty part", "not well-formed XML", "ppt/theme/theme1.xml", b""),
    # the presentation
    swap("a number of two slides", "is used 2 times", DOCUMENT_XML, 'id="257"', 'id="256"'),
    swap("a number of no slide", "is out of range", DOCUMENT_XML, '<p:sldId id="256"', '<p:sldId id="0"'),
    swap("a slide that is not listed", "listed 0 times", DOCUMENT_XML, r'<p:sldId id="258"[^>]*>', ""),
    swap("a slide that is listed twice", "listed 2 times", DOCUMENT_XML,
         r'<p:sldId id="258"([^>]*)>', r'<p:sldId id="258"\1><p:sldId id="999"\1>'),
    swap("children out of order", "children out of order", DOCUMENT_XML,
         r"(<p:sldSz [^>]*>)(<p:notesSz [^>]*>)", r"\2\1"),
    swap("no size of slides", "no slide size", DOCUMENT_XML, r"<p:sldSz [^>]*>", ""),
    swap("a section without one slide", "do not hold every slide", DOCUMENT_XML, r'<p14:sldId id="258"/>', ""),
    swap("a section of no name", "without an identifier", DOCUMENT_XML, r'(<p14:section [^>]*id=")\{', r"\1"),
    swap("a notes master that is not listed", "notes master and its list", DOCUMENT_XML,
         r"<p:notesMasterIdLst>.*?</p:notesMasterIdLst>", ""),
    swap("a layout that is not listed", "listed 0 times", MASTER, r"<p:sldLayoutId [^>]*>", ""),
    swap("a number of a layout and of the master", "is used 2 times", MASTER,
         r'(<p:sldLayoutId id=")\d+', r"\g<1>2147483648"),
    # pages
    swap("a slide without a layout", "0 relationships to a slideLayout", OF_SLIDES.format(4),
         "/slideLayout\"", "/other\""),
    swap("a layout without a master", "0 relationships to a slideMaster",
         "ppt/slideLayouts/_rels/slideLayout1.xml.rels", "/slideMaster\"", "/other\""),
    swap("a master without a theme", "0 relationships to a theme",
         "ppt/slideMasters/_rels/slideMaster1.xml.rels", "/theme\"", "/other\""),
    swap("notes of another slide", "does not lead back", "ppt/notesSlides/_rels/notesSlide1.xml.rels",
         r"slides/slide\d+\.xml", "slides/slide7.xml"),
    swap("a number of two shapes", "is used 2 times", SLIDE.format(4), r'<p:cNvPr id="3"', '<p:cNvPr id="2"'),
    swap("a shape of number 0", "shape number ‘0’", SLIDE.format(4), r'<p:cNvPr id="2"', '<p:cNvPr id="0"'),
    swap("a shape that has no size", "a shape of size", SLIDE.format(2), r'<a:ext cx="\d+"', '<a:ext cx="nan"'),
    swap("a place that the layout has not", "has no placeholder", SLIDE.format(4), r'idx="(\d+)"/>', r'idx="77\1"/>'),
    swap("two places of one number", "placeholders", SLIDE.format(4),
         r"<p:ph [^>]*sldNum[^>]*>", '<p:ph type="title"/>'),
    swap("a text without a paragraph", "without a paragraph", SLIDE.format(4), r"<a:p>.*?</a:p>", ""),
    swap("a control character", "a control character", SLIDE.format(4), "Who helps", "Who_x0007_helps"),
    swap("a jump to no slide", "which is no slide", OF_SLIDES.format(3),
         r'Type="[^"]*/slide" Target="[^"]*"',
         'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide" '
         'Target="../presentation.xml"'),
    swap("a later version's element", "not declared as ignorable", SLIDE.format(4), "</p:cSld>",
         '</p:cSld><p14:x xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"/>'),
    swap("a ragged table", "rows of different lengths", SLIDE.format(4), r"<a:tc>.*?</a:tc>", ""),
    swap("a link without an address", "leads to an address with spaces, or none", OF_SLIDES.format(7),
         r'Target="https?:[^"]*"', 'Target=""'),
    swap("an address with spaces", "leads to an address with spaces, or none", OF_SLIDES.format(7),
         r'Target="https?:[^"]*"', 'Target="https://example.org/a b"'),
    # elements
    swap("a slide that ends before it begins", "<p:cSld> stands out of order", SLIDE.format(4),
         r"(<p:cSld>.*</p:cSld>)(<p:clrMapOvr>.*</p:clrMapOvr>)", r"\2\1"),
    swap("a shape before its name", "<p:spPr> stands out of order", SLIDE.format(4),
         r"(<p:nvSpPr>.*?</p:nvSpPr>)(<p:spPr ?/>)", r"\2\1"),
    swap("a paragraph's look after its words", "<a:pPr> stands out of order", SLIDE.format(5),
         r"<a:p>(<a:r>.*?</a:r>)", r"<a:p>\1<a:pPr/>"),
    swap("words after the end of a paragraph", "<a:endParaRPr> stands out of order", SLIDE.format(5),
         r"<a:p>", "<a:p><a:endParaRPr/>"),
    swap("a text without its properties", "without its properties", SLIDE.format(4), r"<a:bodyPr ?/>", ""),
    swap("a shape without its properties", "a shape without its properties", SLIDE.format(4), r"<p:spPr ?/>", ""),
    swap("a run without text", "a run of text without text", SLIDE.format(5), r"<a:t>[^<]*</a:t>", ""),
    swap("shapes without a beginning", "does not begin as one", SLIDE.format(4),
         r"<p:grpSpPr ?/>|<p:grpSpPr>.*?</p:grpSpPr>", ""),
    swap("a colour that is none", "‘plum’ is no colour", SLIDE.format(4), r"<p:cSld>",
         '<p:cSld><p:bg><p:bgPr><a:solidFill><a:srgbClr val="plum"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'),
    swap("type of no size", "‘18pt’ is no size of type", SLIDE.format(5), r"<a:rPr", '<a:rPr sz="18pt"'),
    swap("a link that leads nowhere", "a link that leads nowhere", SLIDE.format(7),
         r'<a:hlinkClick r:id="[^"]*"', '<a:hlinkClick r:id=""'),
    # charts and groups
    swap("a number that is none", "the value ‘nan’", CHART, r"<c:v>[\d.]+</c:v>", "<c:v>nan</c:v>"),
    swap("an axis below zero", "axis number -", CHART, r'<c:axId val="(\d+)"', r'<c:axId val="-\1"'),
    swap("an axis that is not there", "no axis", CHART, r'<c:crossAx val="\d+"', '<c:crossAx val="4711"'),
    swap("a chart without numbers behind it", "0 workbooks", CHART, r"<c:externalData.*?</c:externalData>", ""),
    swap("a workbook of another type", "is no workbook", TYPES, r"officedocument\.spreadsheetml\.sheet", "other"),
    swap("more points than there are", "points that are not among", CHART,
         r'<c:ptCount val="[^1]\d*"', '<c:ptCount val="1"'),
    swap("a count that is none", "points that are not among", CHART, r'<c:ptCount val="\d+"', '<c:ptCount val="x"'),
    swap("a frame for no chart", "a frame for a chart leads to", SLIDE.format(3),
         r'(<c:chart [^>]*r:id=")[^"]*', r"\1rId1"),
    swap("a group without members", "a group without members", SLIDE.format(2),
         r"(<p:grpSp>.*?</p:grpSpPr>).*</p:grpSp>", r"\1</p:grpSp>"),
    swap("a group that is nowhere", "a group that is nowhere", SLIDE.format(2),
         r"(<p:grpSp>.*?)<a:chOff [^>]*>", r"\1"),
]  # fmt: skip
KINDS_NEEDED = 30
BY_PART = {references, *PAGES, *ELEMENTS, *NATIVE}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A deck with all that may be broken."""
    folder = tmp_path_factory.mktemp("deck")
    (folder / "decks").mkdir()
    (folder / "decks" / "deck.yaml").write_text(SPEC, encoding="utf-8")
    Image.new("RGB", (480, 320), (228, 190, 170)).save(folder / "decks" / "photo.jpg")
    workspace = Workspace(folder, {"DECKMAKER_CACHE": str(folder / "cache")})
    result = build_deck("decks/deck.yaml", workspace, Features())
    assert not result.errors, result.errors
    return (Path(folder) / "output" / "deck.pptx").read_bytes()


def planted(fault: Fault, data: bytes) -> bytes:
    parts = entries(data)
    fault.plant(parts)
    return zipped(parts)


def test_the_untouched_file_is_clean(built: bytes) -> None:
    assert problems(built) == ()
    assert problems(zipped(entries(built))) == ()
    assert problems(built, ours=False) == ()


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.kind)
def test_a_planted_fault_is_found(fault: Fault, built: bytes) -> None:
    found = problems(planted(fault, built))
    assert any(fault.words in problem for problem in found), found


def test_there_are_enough_kinds_of_faults_and_every_rule_finds_one_of_them(built: bytes) -> None:
    assert len({fault.kind for fault in FAULTS}) == len(FAULTS) >= KINDS_NEEDED
    idle = {*WIRING, *DOCUMENT, *BY_PART}
    for fault in FAULTS:
        archive = taken_apart(planted(fault, built))
        idle -= {rule for rule in (*WIRING, *DOCUMENT) if list(rule(archive))}
        for name in archive.parts:
            archive.at = name
            if name in archive.trees:
                idle -= {rule for rule in BY_PART & idle if list(rule(archive))}
    assert {rule.__name__ for rule in idle} == set()


@given(at=st.integers(0, 10**9), piece=st.binary(min_size=1, max_size=12), cut=st.integers(0, 200))
@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_a_damaged_file_is_told_and_never_ends_in_another_exception(
    at: int, piece: bytes, cut: int, built: bytes
) -> None:
    at %= len(built)
    assert isinstance(problems(built[:at] + piece + built[at + cut :]), tuple)


JUNK = (b"x", b"", b"-1", b"nan", b"9" * 30, "²".encode(), b"rId1", b"../../..", b"/", b"a b")
_VALUE = re.compile(rb'"([^"<>]*)"')


@given(data=st.data())
@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_junk_in_the_place_of_values_is_no_exception(data: st.DataObject, built: bytes) -> None:
    parts = entries(built)
    for _ in range(data.draw(st.integers(1, 4))):
        name = data.draw(st.sampled_from([name for name in parts if name.endswith((".xml", ".rels"))]))
        values = list(_VALUE.finditer(parts[name]))
        start, end = data.draw(st.sampled_from(values)).span(1)
        parts[name] = parts[name][:start] + data.draw(st.sampled_from(JUNK)) + parts[name][end:]
    assert isinstance(problems(zipped(parts)), tuple)
