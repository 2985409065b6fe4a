"""Tables and cropped pictures as PowerPoint has them."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Pt

from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.picture import Drawn
from deckmaker.outputs.pptx import OUTPUT
from deckmaker.outputs.pptx.integrity import problems
from deckmaker.outputs.pptx.tables import TABLE_STYLE_ID
from deckmaker.workspace import Workspace

SPEC = """
title: A deck
slides:
  - table: Who helps, and how many
    rows:
      - [Who, Families]
      - ["<b>Teams & visitors</b>", "1,200"]
    source: Invented
  - image: photo.jpg
    headline: A face
    layout: beside
    crop: yes
    alternative-text: A mother & her baby
    credit: Zoë Hill
  - image: photo.jpg
    headline: A whole face
    layout: beside
    crop: no
    decorative: yes
    credit: Zoë Hill
"""


@pytest.fixture
def content(
    laid_out: Callable[[str], LaidOutDeck], workspace: Workspace, draw_pictures: Callable[[str, Path], None]
) -> bytes:
    draw_pictures(SPEC, workspace.root / "decks")
    nothing = Drawn(svg=b"", png=b"")
    (data,) = OUTPUT.render(laid_out(SPEC), lambda picture, ground: nothing).values()
    return data


@pytest.fixture
def slides(content: bytes) -> list[Any]:
    return list(Presentation(BytesIO(content)).slides)


def test_a_file_with_a_table_and_pictures_has_no_faults(content: bytes) -> None:
    assert problems(content) == ()


def test_a_table_fills_its_placeholder_and_has_a_header_row_and_the_brands_style(slides: list[Any]) -> None:
    (frame,) = (shape for shape in slides[0].placeholders if shape.has_table)
    assert frame.placeholder_format.type.name == "TABLE"
    table = frame.table
    assert table.first_row
    assert table._tbl.tblPr.findtext("{*}tableStyleId") == TABLE_STYLE_ID
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Who", "Families"],
        ["<b>Teams & visitors</b>", "1,200"],
    ]
    assert "Families" in frame._element._nvXxPr.cNvPr.get("descr")


def test_a_table_is_as_wide_as_its_columns_and_has_no_colour_of_its_own(slides: list[Any]) -> None:
    (frame,) = (shape for shape in slides[0].placeholders if shape.has_table)
    assert sum(column.width for column in frame.table.columns) == pytest.approx(frame.width, abs=4)
    assert not frame._element.findall(".//{*}solidFill")
    sizes = {run.font.size for row in frame.table.rows for cell in row.cells for run in _runs(cell)}
    assert len(sizes) == 1
    assert min(size for size in sizes if size) >= Pt(18)


def test_numbers_stand_on_the_right(slides: list[Any]) -> None:
    (frame,) = (shape for shape in slides[0].placeholders if shape.has_table)
    sides = [[cell.text_frame.paragraphs[0].alignment for cell in row.cells] for row in frame.table.rows]
    assert [[getattr(side, "name", None) for side in row] for row in sides] == [[None, "RIGHT"]] * 2


def _runs(cell: Any) -> list[Any]:
    return [run for paragraph in cell.text_frame.paragraphs for run in paragraph.runs]


def test_a_picture_fills_its_place_by_cropping_or_stands_whole_in_it(slides: list[Any]) -> None:
    crops = []
    for slide in slides[1:]:
        (picture,) = (shape for shape in slide.placeholders if shape.placeholder_format.type.name == "PICTURE")
        crops.append((picture.crop_left, picture.crop_right, picture.crop_top, picture.crop_bottom))
    filled, whole = crops
    assert filled[0] == filled[1] > 0
    assert filled[2:] == (0, 0)
    assert whole[2] == whole[3] < 0
    assert whole[:2] == (0, 0)
    wide = 480 * (1 - 2 * filled[0]) / 320
    assert wide == pytest.approx(456 / 540, abs=0.001)


def test_a_picture_has_its_words_and_decoration_is_marked(slides: list[Any]) -> None:
    told, silent = (
        next(shape for shape in slide.placeholders if shape.placeholder_format.type.name == "PICTURE")._element
        for slide in slides[1:]
    )
    assert told._nvXxPr.cNvPr.get("descr") == "A mother & her baby"
    assert silent._nvXxPr.cNvPr.get("descr") == ""
    assert silent.findall(".//{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative")
