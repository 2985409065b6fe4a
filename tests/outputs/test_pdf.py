"""PDF: the conditions of the Matterhorn protocol that a machine can check and that apply (docs/pdf.md), and links."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest

from deckmaker.drawing.store import CachedDraw
from deckmaker.model.deck import LaidOutDeck
from deckmaker.outputs.pdf import OUTPUT

SPEC = """\
title: What babies need
organisation: A team
slides:
  - title
  - agenda
  - section: One part
  - message: 1
  - statistic: camhs-under-twos
  - quotation: easier-to-build-strong-children
  - section: Another part
  - table: A table with a headline
    rows:
      - [What, Where]
      - [One thing, Here]
      - [Another, There]
  - text:
      headline: Three points in a list
      points: [One point, Another point, A third point]
  - call-to-action: Ask who helps
  - references
  - closing
"""
STANDARD = {"Document", "H1", "H2", "P", "L", "LI", "Lbl", "LBody", "Link", "Figure", "Span", "Table", "THead", "TBody",
            "TR", "TH", "TD", "Part", "Div"}  # fmt: skip
PAINTS = {"Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "sh"}


pikepdf: Any = importlib.import_module("pikepdf")
"""Its types are too strict for what is looked into here."""


@pytest.fixture
def made(laid_out: Callable[[str], LaidOutDeck]) -> LaidOutDeck:
    return laid_out(SPEC)


@pytest.fixture
def pdf(made: LaidOutDeck) -> Iterator[Any]:
    (content,) = OUTPUT.render(made, CachedDraw(made.deck.theme)).values()
    with pikepdf.open(BytesIO(content)) as opened:
        yield opened


def elements(pdf: Any) -> list[tuple[str, Any, str]]:
    """Every structure element in reading order: its type, itself, its parent's type."""
    found: list[tuple[str, Any, str]] = []

    def walk(node: Any, parent: str) -> None:
        if isinstance(node, pikepdf.Array):
            for one in list(node):
                walk(one, parent)
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            name = str(node.S)[1:]
            found.append((name, node, parent))
            walk(node.get("/K", pikepdf.Array()), name)

    walk(pdf.Root.StructTreeRoot.K, "")
    return found


def types(pdf: Any) -> list[str]:
    return [name for name, _, _ in elements(pdf)]


def links_of(pdf: Any) -> list[Any]:
    return [one for page in pdf.pages for one in list(page.get("/Annots", []))]


def words_in(node: Any) -> str:
    return str(node.get("/Alt", ""))


def test_the_document_says_its_title_its_language_and_that_it_is_tagged(pdf: Any) -> None:
    with pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == "What babies need"  # 06-001, 06-003
        assert metadata["pdfuaid:part"] == "1"  # 06-002
    assert pdf.Root.ViewerPreferences.DisplayDocTitle is True  # 07-001, 07-002
    assert str(pdf.Root.Lang) == "en-GB"  # 11-006
    assert pdf.Root.MarkInfo.Marked is True
    assert pdf.Root.MarkInfo.get("/Suspects", False) is False  # 01-007


def test_everything_painted_is_tagged_or_marked_as_decoration(pdf: Any) -> None:
    painted = 0
    for page in pdf.pages:
        depth = 0
        for operands, operator in pikepdf.parse_content_stream(page):
            sign = str(operator)
            if sign in ("BDC", "BMC"):
                if depth == 0 and str(operands[0]) != "/Artifact":
                    assert "/MCID" in operands[1]
                depth += 1
            elif sign == "EMC":
                depth -= 1
            elif sign in PAINTS:
                painted += 1
                assert depth > 0  # 01-003, 01-004, 01-005
        assert depth == 0
    assert painted > 50


def test_structure_has_standard_types_or_maps_its_own_to_them(pdf: Any) -> None:
    mapped = {str(key)[1:] for key in pdf.Root.StructTreeRoot.get("/RoleMap", {})}
    assert set(types(pdf)) <= STANDARD | mapped  # 02-001
    assert {"H1", "H2", "P", "L", "Figure", "Link", "Table"} <= set(types(pdf))


def test_tables_and_lists_are_put_together_as_they_must_be(pdf: Any) -> None:
    parents = {"TR": {"THead", "TBody", "Table"}, "TH": {"TR"}, "TD": {"TR"}, "THead": {"Table"}, "TBody": {"Table"},
               "LI": {"L"}, "Lbl": {"LI"}, "LBody": {"LI"}}  # fmt: skip
    held = [(name, parent) for name, _, parent in elements(pdf) if name in parents]
    assert len(held) > 20
    assert all(parent in parents[name] for name, parent in held)  # 09-004, 09-005
    headers = [node for name, node, _ in elements(pdf) if name == "TH"]
    assert len(headers) == 2
    for header in headers:
        attributes = header.A if isinstance(header.A, pikepdf.Array) else [header.A]
        assert any(str(one.get("/Scope", "")) == "/Column" for one in attributes)  # 15-003


def test_headings_begin_with_the_first_level_and_skip_none(pdf: Any, made: LaidOutDeck) -> None:
    levels = [int(name[1]) for name in types(pdf) if name in ("H1", "H2", "H3", "H4", "H5", "H6")]
    assert len(levels) == len(made.frames)
    assert levels[0] == 1  # 14-002
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))  # 14-003
    assert "H" not in types(pdf)  # 14-006, 14-007


def test_every_figure_has_the_words_of_its_graphic(pdf: Any) -> None:
    words = [words_in(node) for name, node, _ in elements(pdf) if name == "Figure"]
    assert len(words) == 1
    assert all(words)  # 13-004
    assert "42%" in words[0]


def test_links_are_tagged_and_say_where_they_lead(pdf: Any) -> None:
    found = links_of(pdf)
    assert len(found) > 5
    assert {str(one.Subtype) for one in found} == {"/Link"}  # 28-002, 28-007
    assert all(str(one.get("/Contents", "")) for one in found)  # 28-004, 28-012
    held = [node for name, node, _ in elements(pdf) if name == "Link"]
    referred = [
        one.Obj.objgen
        for node in held
        for one in (node.K if isinstance(node.K, pikepdf.Array) else [node.K])
        if isinstance(one, pikepdf.Dictionary) and str(one.get("/Type", "")) == "/OBJR"
    ]
    assert {one.objgen for one in found} == set(referred)  # 28-011
    assert all(str(page.get("/Tabs", "")) == "/S" for page in pdf.pages if "/Annots" in page)  # 28-008, 28-009


def test_fonts_are_embedded_and_their_letters_known(pdf: Any) -> None:
    fonts = [font for page in pdf.pages for font in page.get("/Resources", {}).get("/Font", {}).values()]
    assert len(fonts) > 10
    for font in fonts:
        assert "/ToUnicode" in font  # 31-027
        (descendant,) = font.DescendantFonts
        assert {"/FontFile2", "/FontFile3"} & set(descendant.FontDescriptor.keys())  # 31-009


def test_nothing_in_the_file_runs_or_is_encrypted(pdf: Any) -> None:
    assert not pdf.is_encrypted  # 26-001, 26-002
    assert "/OpenAction" not in pdf.Root
    assert "/AcroForm" not in pdf.Root
    assert "/JavaScript" not in pdf.Root.get("/Names", {})


def outline(item: Any) -> Iterator[tuple[str, list[str]]]:
    while item is not None:
        inner = [title for title, _ in outline(item.First)] if "/First" in item else []
        yield str(item.Title), inner
        item = item.get("/Next")


def test_bookmarks_name_every_slide_below_its_section(pdf: Any, made: LaidOutDeck) -> None:
    found = list(outline(pdf.Root.Outlines.First))
    flat = [title for first, inner in found for title in (first, *inner)]
    assert flat == [" ".join(frame.title.split()) for frame in made.frames]
    assert dict(found)["One part"][0] == "The first 1001 days shape a lifetime"


def test_links_lead_to_sections_references_and_the_web(pdf: Any, made: LaidOutDeck) -> None:
    kinds = [slide.kind for slide in made.slides]
    pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
    leads: dict[int, set[Any]] = {}
    for number, page in enumerate(pdf.pages):
        for one in list(page.get("/Annots", [])):
            target = pages[one.Dest[0].objgen] if "/Dest" in one else str(one.A.URI)
            leads.setdefault(number, set()).add(target)
    sections = {number for number, kind in enumerate(kinds) if kind == "section"}
    assert leads[kinds.index("agenda")] == sections
    assert leads[kinds.index("message")] == {kinds.index("references")}
    assert leads[kinds.index("call-to-action")] == {"https://parentinfantfoundation.org.uk"}
    assert all(str(target).startswith("http") for target in leads[kinds.index("references")])


def test_pictures_of_graphics_stay_vectors(pdf: Any) -> None:
    images = [
        one for page in pdf.pages for one in page.get("/Resources", {}).get("/XObject", {}).values()
        if str(one.get("/Subtype", "")) == "/Image"
    ]  # fmt: skip
    assert images == []


def test_the_same_deck_gives_the_same_bytes(made: LaidOutDeck) -> None:
    draw = CachedDraw(made.deck.theme)
    assert OUTPUT.render(made, draw) == OUTPUT.render(made, draw)
