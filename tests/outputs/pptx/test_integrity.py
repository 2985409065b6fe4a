"""The examination of a built file, proved by faults planted in a sound one."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping
from io import BytesIO
from zipfile import ZipFile

import pytest

from deckmaker.model.deck import LaidOutDeck
from deckmaker.outputs import pptx
from deckmaker.outputs.pptx import BrokenFileError
from deckmaker.outputs.pptx.integrity import problems

SLIDE, RELS = "ppt/slides/slide2.xml", "ppt/slides/_rels/slide2.xml.rels"
DOCUMENT, DOCUMENT_RELS = "ppt/presentation.xml", "ppt/_rels/presentation.xml.rels"
TYPES = "[Content_Types].xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
TABLE = (
    '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="90" name="t"/><p:cNvGraphicFramePr/>'
    "<p:nvPr/></p:nvGraphicFramePr>"
    '<p:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></p:xfrm><a:graphic><a:graphicData '
    'uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr/><a:tblGrid><a:gridCol w="1"/>'
    '<a:gridCol w="1"/></a:tblGrid><a:tr h="1"><a:tc/></a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>'
)
CHART = (
    '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:v>{value}</c:v>'
    '<c:catAx><c:axId val="{axis}"/><c:crossAx val="{other}"/></c:catAx></c:chart>'
)


def entries(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(contents: Mapping[str, bytes]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return stream.getvalue()


def replaced(data: bytes, name: str, old: str, new: str) -> bytes:
    """The file with the first ``old`` in one of its parts replaced, which must be there."""
    contents = entries(data)
    assert old in contents[name].decode()
    contents[name] = contents[name].decode().replace(old, new, 1).encode()
    return zipped(contents)


def with_part(data: bytes, name: str, content: str, content_type: str) -> bytes:
    """The file with one more part, which the second slide is related to."""
    contents = entries(data)
    contents[name] = content.encode("utf-8")
    override = f'<Override PartName="/{name}" ContentType="{content_type}"/></Types>'
    contents[TYPES] = contents[TYPES].replace(b"</Types>", override.encode())
    related = f'<Relationship Id="rId90" Type="{OFFICE}/relationships/chart" Target="/{name}"/></Relationships>'
    contents[RELS] = contents[RELS].replace(b"</Relationships>", related.encode())
    return zipped(contents)


FAULTS = [
    # wiring
    (TYPES, 'PartName="/ppt/slides/slide2.xml"', 'PartName="/ppt/slides/slide9.xml"', "slide9.xml is not in the file"),
    (TYPES, '<Default Extension="svg" ContentType="image/svg+xml"/>', "", "image2.svg: no content type"),
    (TYPES, '<Default Extension="svg"', '<Default Extension="png" ContentType="a"/><Default Extension="svg"', "two"),
    (RELS, "slideLayout2.xml", "slideLayout9.xml", "leads to ppt/slideLayouts/slideLayout9.xml, which is not there"),
    (RELS, 'Id="rId2"', 'Id="rId1"', "two relationships rId1"),
    (RELS, "https://example.org", "https://example.org/a b", "an address with spaces"),
    (RELS, 'Target="https://example.org"', 'Target=""', "an address with spaces, or none"),
    (SLIDE, 'r:embed="', 'r:embed="rId77" r:link="', "no relationship rId77"),
    ("docProps/app.xml", "</Properties>", "", "not well-formed XML"),
    # the presentation
    (DOCUMENT, 'id="257"', 'id="256"', "slide number 256 is used 2 times"),
    (DOCUMENT, '<p:sldId id="256"', '<p:sldId id="255"', "slide number 255 is out of range"),
    (DOCUMENT, '<p:sldId id="256"', '<p:sldId id="2147483648"', "slide number 2147483648 is out of range"),
    (DOCUMENT, '<p:sldSz cx="12192000" cy="6858000"/>', "", "no slide size"),
    (DOCUMENT, '<p:sldSz cx="12192000"', '<p:sldSz cx="100"', "no slide size"),
    (DOCUMENT, "<p:sldIdLst>", "<p:sldIdLst/><p:sldIdLst>", "children out of order"),
    (DOCUMENT, '<p14:sldId id="258"/>', "", "the sections do not hold every slide"),
    (DOCUMENT, '<p14:sldId id="258"/>', '<p14:sldId id="258"/><p14:sldId id="258"/>', "the sections do not hold"),
    (DOCUMENT, ' id="{', ' id="', "sections without an identifier"),
    (DOCUMENT, "<p:notesMasterIdLst>", "<p:notesMasterIdLst/><!--", "not well-formed"),
    (DOCUMENT_RELS, 'slides/slide2.xml"', 'slides/slide1.xml"', "slide1.xml: listed 2 times"),
    ("_rels/.rels", "relationships/officeDocument", "relationships/nothing", "the package has no presentation"),
    ("ppt/slideMasters/slideMaster1.xml", 'id="2147483650"', 'id="2147483648"', "number 2147483648 is used 2 times"),
    ("ppt/slideMasters/slideMaster1.xml", 'id="2147483650"', 'id="300"', "master or layout number 300 is out of range"),
    # pages
    (RELS, "relationships/slideLayout", "relationships/other", "0 relationships to a slideLayout, not 1"),
    ("ppt/slideLayouts/_rels/slideLayout1.xml.rels", "slideMaster\"", "x\"", "0 relationships to a slideMaster"),
    ("ppt/notesSlides/_rels/notesSlide1.xml.rels", "slides/slide2.xml", "slides/slide1.xml", "does not lead back"),
    (SLIDE, '<p:cNvPr id="3"', '<p:cNvPr id="2"', "shape number 2 is used 2 times"),
    (SLIDE, '<p:cNvPr id="3"', '<p:cNvPr id="0"', "shape number ‘0’"),
    (SLIDE, '<a:ext cx="', '<a:ext cx="-', "a shape of size ‘-"),
    (SLIDE, '<a:ext cx="', '<a:ext cx="nan', "a shape of size ‘nan"),
    (SLIDE, 'type="body" sz="quarter" idx="', 'type="body" sz="quarter" idx="9', "has no placeholder"),
    (SLIDE, '<p:ph type="sldNum" sz="quarter" idx="12"/>', '<p:ph type="title"/>', "2 placeholders ('title', '0')"),
    (SLIDE, "<a:t>Babies cannot wait", "<a:t>Babies_x000B_cannot wait", "a control character"),
    (SLIDE, "<a:r><a:t>Babies cannot wait</a:t></a:r></a:p>", "</a:p><!-- -->", ""),
    (SLIDE, "<a:p><a:r><a:t>Babies cannot wait</a:t></a:r></a:p>", "", "a text body without a paragraph"),
    (SLIDE, "</p:spTree>", TABLE + "</p:spTree>", "a table with rows of different lengths"),
    (SLIDE, "</p:cSld>", '</p:cSld><p14:x xmlns:p14="http://schemas.microsoft.com/a"/>', "<p14:x> is not declared"),
    (SLIDE, '"ppaction://hlinksldjump"', '"ppaction://hlinksldjump" r:x=""', ""),
    (RELS, "slide4.xml", "../presentation.xml", "which is no slide"),
    (RELS, "image1.png", "image2.svg", "a picture without a plain image to fall back on"),
]  # fmt: skip


def test_a_sound_file_has_no_problems(data: bytes) -> None:
    assert problems(data) == ()


@pytest.mark.parametrize(
    ("name", "old", "new", "words"), FAULTS, ids=[f"{n}-{w or 'harmless'}" for n, _, _, w in FAULTS]
)
def test_a_planted_fault_is_found(name: str, old: str, new: str, words: str, data: bytes) -> None:
    """Those without words are changes that harm nothing, and are not reported."""
    found = problems(replaced(data, name, old, new))
    assert any(words in problem for problem in found) if words else not found


def test_a_part_that_nothing_leads_to_is_found(data: bytes) -> None:
    found = problems(zipped({**entries(data), "ppt/stray.xml": b"<a/>"}))
    assert found == ("ppt/stray.xml: nothing leads to this part",)


def test_relationships_without_their_part_are_found(data: bytes) -> None:
    empty = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
    found = problems(zipped({**entries(data), "ppt/_rels/gone.xml.rels": empty}))
    assert found == ("ppt/_rels/gone.xml.rels: relationships of a part that is not there",)


def test_two_entries_of_one_name_are_found(data: bytes) -> None:
    stream = BytesIO(data)
    with warnings.catch_warnings(), ZipFile(stream, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr(SLIDE, entries(data)[SLIDE])
    assert problems(stream.getvalue()) == (f"{SLIDE}: 2 entries of this name",)


def test_a_missing_list_of_content_types_is_found(data: bytes) -> None:
    found = problems(zipped({name: content for name, content in entries(data).items() if name != TYPES}))
    assert f"{TYPES} is missing or broken" in found


def test_a_picture_that_is_none_is_found(data: bytes) -> None:
    contents = entries(data)
    png, svg = (next(name for name in contents if name.endswith(ending)) for ending in (".png", ".svg"))
    found = problems(zipped({**contents, png: b"GIF89a", svg: b"nothing"}))
    assert found == (f"{png}: not a file of type image/png", f"{svg}: not an SVG file")


@pytest.mark.parametrize(
    ("value", "axis", "other", "words"),
    [
        ("nan", 1, 1, "the value ‘nan’"),
        ("None", 1, 1, "the value ‘None’"),
        ("2", -1, -1, "axis number -1"),
        ("2", 1, 2, "no axis 2"),
    ],
)
def test_a_broken_chart_is_found(value: str, axis: int, other: int, words: str, data: bytes) -> None:
    chart = CHART.format(value=value, axis=axis, other=other)
    kind = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
    found = problems(with_part(data, "ppt/charts/chart1.xml", chart, kind))
    assert found
    assert all(words in problem for problem in found)


def test_a_chart_that_is_sound_is_no_problem(data: bytes) -> None:
    kind = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
    assert problems(with_part(data, "ppt/charts/chart1.xml", CHART.format(value="2", axis=1, other=1), kind)) == ()


def test_a_broken_workbook_is_found(data: bytes) -> None:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    found = problems(with_part(data, "ppt/embeddings/data.xlsx", "no zip file", kind))
    assert found == ("ppt/embeddings/data.xlsx: a workbook that does not open",)


@pytest.mark.parametrize("data", [b"", b"PK", b"not a zip file at all"])
def test_what_is_no_zip_file_is_said_to_be_none(data: bytes) -> None:
    (found,) = problems(data)
    assert found.startswith("not a readable zip file")


def test_an_entity_in_a_part_is_not_expanded(data: bytes) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>'
    contents = entries(data)
    contents[SLIDE] = (
        contents[SLIDE]
        .replace(b"<p:sld ", bomb.encode() + b"<p:sld ", 1)
        .replace(b"Babies cannot wait", b"&a;" * 1000, 1)
    )
    assert all("aaaa" not in problem for problem in problems(zipped(contents)))


def test_a_broken_file_is_never_given_out(
    sample_deck: LaidOutDeck, build: Callable[[LaidOutDeck], bytes], data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pptx, "deck_file", lambda laid_out, draw: replaced(data, DOCUMENT, 'id="257"', 'id="256"'))
    with pytest.raises(BrokenFileError, match="slide number 256 is used 2 times"):
        build(sample_deck)
