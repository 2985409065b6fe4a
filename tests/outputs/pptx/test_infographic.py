"""Infographics in PowerPoint: pages of their own size, words in real placeholders, the look in the layout."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from openxml_audit import validate_pptx
from pptx import Presentation
from pptx.presentation import Presentation as PresentationType
from pptx.util import Pt

from deckmaker.discovery import Features
from deckmaker.layout.poster_pages import poster_page
from deckmaker.outputs.pptx.integrity import problems
from deckmaker.pipeline import build_deck
from deckmaker.workspace import Workspace

FEATURES = Features()
SPEC = """\
kind: infographic
title: Babies cannot wait
pages: [a4, a3, square, landscape, story, 1080x1350]
panels:
  - statistic: camhs-under-twos
"""
PAGES = ("a4", "a3", "square", "landscape", "story", "1080x1350")


@pytest.fixture
def files(workspace: Workspace) -> dict[str, bytes]:
    """The files of an infographic by the name of their page."""
    return built(workspace, SPEC)


def built(workspace: Workspace, spec: str, folder: str = "output") -> dict[str, bytes]:
    (workspace.root / "decks" / "wall.yaml").write_text(spec, encoding="utf-8")
    result = build_deck("decks/wall.yaml", workspace, FEATURES, folder=folder)
    assert result.errors == ()
    return {Path(name).stem.removeprefix("wall-"): (workspace.root / name).read_bytes() for name in result.files}


def opened(data: bytes) -> PresentationType:
    return Presentation(BytesIO(data))


def test_every_page_becomes_a_file_of_its_own_size(files: dict[str, bytes]) -> None:
    assert tuple(files) == PAGES
    for name, data in files.items():
        presentation, page = opened(data), poster_page(name)
        assert len(presentation.slides) == 1
        assert presentation.slide_width is not None
        assert presentation.slide_height is not None
        assert abs(presentation.slide_width - Pt(page.width)) < Pt(0.1)
        assert abs(presentation.slide_height - Pt(page.height)) < Pt(0.1)


def test_what_the_master_offers_lies_on_the_page(files: dict[str, bytes]) -> None:
    for data in files.values():
        presentation = opened(data)
        width, height = presentation.slide_width or 0, presentation.slide_height or 0
        places = list(presentation.slide_master.placeholders)
        assert places
        for place in places:
            assert place.left + place.width <= width
            assert place.top + place.height <= height


def test_words_stand_in_placeholders_and_decoration_in_the_layout(files: dict[str, bytes]) -> None:
    for data in files.values():
        (slide,) = opened(data).slides
        assert slide.shapes.title is not None
        assert slide.shapes.title.text_frame.text == "Babies cannot wait"
        assert all(shape.is_placeholder for shape in slide.shapes)
        assert {"Band", "Foot"} <= {shape.name for shape in slide.slide_layout.shapes}


def test_the_files_are_whole(files: dict[str, bytes], tmp_path: Path) -> None:
    for name, data in files.items():
        assert problems(data) == ()
        path = tmp_path / f"{name}.pptx"
        path.write_bytes(data)
        audit = validate_pptx(str(path))
        assert audit.is_valid, audit.errors[:3]


def test_the_same_infographic_gives_the_same_bytes(files: dict[str, bytes], workspace: Workspace) -> None:
    assert built(workspace, SPEC, "again") == files


def test_nothing_is_written_where_one_of_the_pages_has_no_room(workspace: Workspace) -> None:
    panels = "  - statistic: camhs-under-twos\n  - message: 1\n  - message: 2\n  - message: 3\n" * 2
    spec = f"kind: infographic\ntitle: Babies cannot wait\npages: [a3, landscape]\npanels:\n{panels}"
    (workspace.root / "decks" / "wall.yaml").write_text(spec, encoding="utf-8")
    result = build_deck("decks/wall.yaml", workspace, FEATURES)
    assert {one.code for one in result.errors} == {"crowded-page"}
    assert "landscape" in result.errors[-1].message
    assert result.files == ()
