"""The standard decks: built as a user builds them, opened as PowerPoint's readers would, and held to the rules."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from openxml_audit import validate_pptx
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER
from pptx.presentation import Presentation as PresentationType
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide
from pypdf import PdfReader

from deckmaker.discovery import Features
from deckmaker.layout.lay_out import lay_out
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Severity
from deckmaker.model.frame import GraphicItem
from deckmaker.outputs.pptx.integrity import problems
from deckmaker.pipeline import Result, build_deck, check
from deckmaker.reading import build, read
from deckmaker.workspace import Workspace

ROOT = Path(__file__).resolve().parents[1]
SPECS = tuple(sorted(p.name for p in (ROOT / "decks").glob("*.yaml") if not p.name.startswith("infographic-")))
INFOGRAPHICS = {
    "infographic-what-babies-need": {"-a4": 1, "-a3": 1},
    "infographic-core-statistics": {"-square": 8, "-story": 8},
    "infographic-commissioners": {"": 1},
    "infographic-ten-messages": {"": 1},
}
"""Each standard infographic with the endings of its files, and the pages of each."""
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
MARK = re.compile(r"\[(\d+)\]")


@dataclass(frozen=True)
class Built:
    """A standard deck as it was laid out, as it was told, and as it stands in the file."""

    laid_out: LaidOutDeck
    result: Result
    path: Path
    presentation: PresentationType


@pytest.fixture(scope="module", params=SPECS)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("decks")
    features, workspace = Features(), Workspace(ROOT, {"DECKMAKER_CACHE": str(folder / "cache")})
    spec = f"decks/{request.param}"
    result = build_deck(spec, workspace, features, folder=str(folder))
    path = folder / f"{Path(spec).stem}.pptx"
    laid_out = lay_out(build(spec, read(spec, workspace, features), features), features)
    return Built(laid_out, result, path, Presentation(str(path)))


def slides(built: Built) -> list[Slide]:
    found = list(built.presentation.slides)
    assert len(found) == len(built.laid_out.frames) >= 8
    return found


def texts(slide: Slide) -> list[Shape]:
    return [shape for shape in slide.shapes if isinstance(shape, Shape) and shape.text_frame.text.strip()]


def test_there_are_standard_decks() -> None:
    assert {"ten-messages.yaml", "five-minute-pitch.yaml", "commissioner-briefing.yaml"} <= set(SPECS)


def test_it_builds_without_error_or_warning(built: Built) -> None:
    told = [d for d in built.result.diagnostics if d.severity is not Severity.NOTE]
    assert told == []
    assert built.result.slide_count == len(slides(built))


def test_every_slide_has_a_title_of_its_own_in_a_title_placeholder(built: Built) -> None:
    titles = []
    for slide in slides(built):
        title = slide.shapes.title
        assert title is not None
        assert title.placeholder_format.type in (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
        titles.append(title.text_frame.text.strip())
    assert all(titles)
    assert len(set(titles)) == len(titles)


def test_all_words_are_in_placeholders_that_carry_no_look_of_their_own(built: Built) -> None:
    for slide in slides(built):
        assert texts(slide)
        for shape in texts(slide):
            assert shape.is_placeholder, shape.name
            place = shape.element.find(f"{P}spPr")
            assert place is not None
            assert len(place) == 0, f"{shape.name} has a place or fill of its own"
            looks = [
                run for run in shape.element.iter(f"{A}rPr") if run.get("sz") or run.find(f"{A}solidFill") is not None
            ]
            assert looks == [], f"{shape.name} has a size or colour of its own"


def test_every_graphic_says_in_words_what_it_shows(built: Built) -> None:
    shown = [item for frame in built.laid_out.frames for item in frame.items if isinstance(item, GraphicItem)]
    pictures = [s for slide in slides(built) for s in slide.shapes if s.shape_type == MSO_SHAPE_TYPE.PLACEHOLDER
                and s.placeholder_format.type == PP_PLACEHOLDER.PICTURE]  # fmt: skip
    described = [next(shape.element.iter(f"{P}cNvPr")).get("descr") for shape in pictures]
    assert described == [item.alternative_text for item in shown]
    for item in shown:
        words = item.alternative_text
        record = item.graphic.subject
        assert all(citation.source.short in words for citation in record.cite), words
        assert record.period.casefold() in words.casefold(), words


def test_what_is_decoration_is_marked_so(built: Built) -> None:
    shapes = [s for slide in slides(built) for s in slide.shapes if not s.is_placeholder]
    assert shapes
    assert all(next(shape.element.iter(DECORATIVE)).get("val") == "1" for shape in shapes)


def test_marks_on_slides_and_the_list_of_references_agree(built: Built) -> None:
    works = built.laid_out.deck.references
    marked = {
        int(number) for s in slides(built) for shape in texts(s) for number in MARK.findall(shape.text_frame.text)
    }
    assert marked == set(range(1, len(works) + 1))
    listed = [
        paragraph.text
        for slide in slides(built)
        for shape in texts(slide)
        if shape.name == "References"
        for paragraph in shape.text_frame.paragraphs
    ]
    assert len(listed) == len(works)
    assert all(entry.startswith(work.reference) for entry, work in zip(listed, works, strict=True))


def test_what_is_said_stands_in_the_notes_with_its_sources(built: Built) -> None:
    spoken = [slide for slide in built.laid_out.slides if slide.kind in ("message", "statistic", "quotation")]
    assert spoken
    for slide, page in zip(built.laid_out.slides, slides(built), strict=True):
        if slide in spoken:
            notes = page.notes_slide.notes_text_frame
            assert notes is not None
            assert "Sources" in notes.text
            assert all(citation.source.reference in notes.text for citation in slide.citations)


def test_it_uses_no_figure_that_the_library_doubts(built: Built) -> None:
    assert "doubtful-figure" not in {d.code for d in check(built.laid_out, Features())}


def test_it_ends_in_an_ask_references_and_a_closing(built: Built) -> None:
    kinds = list(dict.fromkeys(slide.kind for slide in built.laid_out.slides))
    assert kinds[0] == "title"
    assert kinds[-3:] == ["call-to-action", "references", "closing"]


def test_the_file_is_whole_by_our_own_checker_and_by_the_rules_of_open_xml(built: Built) -> None:
    assert problems(built.path.read_bytes()) == problems(built.path.read_bytes(), ours=False) == ()
    audit = validate_pptx(str(built.path))
    assert audit.is_valid, audit.errors[:3]


def test_the_file_is_valid_by_the_open_xml_sdk(built: Built, open_xml_sdk: Callable[[Path], list[str]]) -> None:
    assert open_xml_sdk(built.path) == []


def test_libreoffice_shows_every_slide(built: Built, soffice: Callable[[Path, Path], Path], tmp_path: Path) -> None:
    pdf = soffice(built.path, tmp_path)
    told = subprocess.run(["pdfinfo", str(pdf)], check=True, capture_output=True, encoding="utf-8").stdout
    pages = re.search(r"Pages:\s+(\d+)", told)
    assert pages is not None
    assert int(pages[1]) == len(slides(built))


def test_every_standard_infographic_is_listed_here() -> None:
    assert {path.stem for path in (ROOT / "decks").glob("infographic-*.yaml")} == set(INFOGRAPHICS)


@pytest.mark.parametrize("name", INFOGRAPHICS)
def test_a_standard_infographic_is_whole_and_says_where_everything_comes_from(name: str, tmp_path: Path) -> None:
    features, workspace = Features(), Workspace(ROOT, {"DECKMAKER_CACHE": str(tmp_path / "cache")})
    result = build_deck(f"decks/{name}.yaml", workspace, features, folder=str(tmp_path))
    assert [d for d in result.diagnostics if d.severity is not Severity.NOTE] == []
    assert {Path(file).name for file in result.files} == {f"{name}{ending}.pptx" for ending in INFOGRAPHICS[name]}
    for ending, count in INFOGRAPHICS[name].items():
        path = tmp_path / f"{name}{ending}.pptx"
        assert problems(path.read_bytes()) == ()
        assert validate_pptx(str(path)).is_valid
        pages = list(Presentation(str(path)).slides)
        assert len(pages) == count
        for page in pages:
            titles = [shape.text_frame.text for shape in texts(page) if shape == page.shapes.title]
            assert all(titles)
            assert len(titles) == 1
            assert all(shape.is_placeholder for shape in texts(page))
            assert any(shape.text_frame.text.startswith("Source") for shape in texts(page))


@pytest.mark.parametrize("name", INFOGRAPHICS)
def test_a_standard_infographic_is_valid_by_the_open_xml_sdk(
    name: str, tmp_path: Path, open_xml_sdk: Callable[[Path], list[str]]
) -> None:
    features, workspace = Features(), Workspace(ROOT, {"DECKMAKER_CACHE": str(tmp_path / "cache")})
    result = build_deck(f"decks/{name}.yaml", workspace, features, folder=str(tmp_path))
    assert [open_xml_sdk(Path(file)) for file in result.files] == [[] for _ in INFOGRAPHICS[name]]


@pytest.mark.parametrize("name", INFOGRAPHICS)
def test_libreoffice_shows_every_page_of_a_standard_infographic(
    name: str, tmp_path: Path, soffice: Callable[..., Path]
) -> None:
    features, workspace = Features(), Workspace(ROOT, {"DECKMAKER_CACHE": str(tmp_path / "cache")})
    result = build_deck(f"decks/{name}.yaml", workspace, features, folder=str(tmp_path))
    first, *others = map(Path, result.files)
    soffice(first, tmp_path, others=others)
    for ending, count in INFOGRAPHICS[name].items():
        assert len(PdfReader(tmp_path / f"{name}{ending}.pdf").pages) == count
