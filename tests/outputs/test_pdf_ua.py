"""PDF/UA: the conditions of the Matterhorn Protocol that a machine can check and that apply (docs/pdf.md).

Held for a talk in both brands, a workshop, an infographic, and the handout and the guide, which are PDF too.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from deckmaker.discovery import Features
from deckmaker.drawing.store import CachedDraw
from deckmaker.layout.lay_out import lay_out
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.frame import GraphicItem
from deckmaker.reading import build_all, read
from deckmaker.workspace import Workspace

pikepdf: Any = importlib.import_module("pikepdf")
"""Its types are too strict for what is looked into here."""

TALK = """\
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
WORKSHOP = """\
title: What babies need
kind: workshop
start: "09:30"
length: 60
slides:
  - title
  - agenda
  - section: One part
  - activity: Tell an ordinary moment
    minutes: 25
    group-size: 3
    outcome: One sentence
    materials: [one sheet of paper, a pen]
    steps: [Choose a moment, Tell it]
  - poll: How often?
    minutes: 5
    options: [Daily, Weekly]
  - nation-strip: nations-infant-mental-health
  - statistic: two-of-three-risks
  - evaluation: [What will you do?, What was missing?]
    how: on the card at your place
    minutes: 5
  - closing
"""
INFOGRAPHIC = """\
title: What babies need
kind: infographic
panels:
  - statistic: camhs-under-twos
  - statistic: two-of-three-risks
  - quotation: easier-to-build-strong-children
  - call-to-action: Ask who helps
"""
CASES = {
    "talk": (TALK, "pdf"),
    "talk, high contrast": (f"brand: high-contrast\n{TALK}", "pdf"),
    "workshop": (WORKSHOP, "pdf"),
    "infographic": (INFOGRAPHIC, "pdf"),
    "infographic, high contrast": (f"brand: high-contrast\n{INFOGRAPHIC}", "pdf"),
    "handout": (TALK, "handout"),
    "handout of a workshop": (WORKSHOP, "handout"),
    "facilitator guide": (WORKSHOP, "facilitator-guide"),
}
STANDARD = {"Document", "Part", "Div", "Sect", "P", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody",
            "Table", "THead", "TBody", "TR", "TH", "TD", "Span", "Link", "Figure", "Caption", "NonStruct"}  # fmt: skip
PAINTS = {"Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "sh"}


@dataclass(frozen=True)
class Made:
    """A deck and the PDF that was made of it, which is a deck's own or a document with small slides."""

    laid_out: LaidOutDeck
    pdf: Any
    is_deck: bool


@pytest.fixture(scope="module", params=CASES)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    spec, output = CASES[request.param]
    folder = tmp_path_factory.mktemp("pdf")
    (folder / "decks").mkdir()
    (folder / "decks" / "deck.yaml").write_text(spec, encoding="utf-8")
    features, workspace, name = Features(), Workspace(folder), "decks/deck.yaml"
    (deck,) = build_all(name, read(name, workspace, features), features)
    laid_out = lay_out(deck, features)
    (content,) = features.output(output).render(laid_out, CachedDraw(deck.theme, folder / "cache")).values()
    with pikepdf.open(BytesIO(content)) as opened:
        yield Made(laid_out, opened, is_deck=output == "pdf")


@pytest.fixture
def pdf(made: Made) -> Any:
    return made.pdf


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


def test_the_document_says_its_title_its_language_and_that_it_is_tagged(pdf: Any) -> None:
    with pdf.open_metadata() as metadata:  # 06-001
        assert metadata["pdfuaid:part"] == "1"  # 06-002
        assert metadata["dc:title"] == "What babies need"  # 06-003
    assert pdf.Root.ViewerPreferences.DisplayDocTitle is True  # 07-001, 07-002
    assert str(pdf.Root.Lang) == "en-GB"  # 11-001 to 11-006: of the words, of what stands for pictures, of bookmarks
    assert pdf.Root.MarkInfo.Marked is True
    assert pdf.Root.MarkInfo.get("/Suspects", False) is False  # 01-007


def test_everything_painted_is_tagged_or_marked_as_decoration(pdf: Any) -> None:
    painted = 0
    for page in pdf.pages:
        open_now: list[bool] = []  # whether each mark that is open is decoration
        for operands, operator in pikepdf.parse_content_stream(page):
            sign = str(operator)
            if sign in ("BDC", "BMC"):
                is_decoration = str(operands[0]) == "/Artifact"
                is_tagged = len(operands) > 1 and "/MCID" in operands[1]
                assert is_decoration or is_tagged or open_now
                assert not (is_decoration and False in open_now)  # 01-003
                assert not (is_tagged and True in open_now)  # 01-004
                open_now.append(is_decoration if is_decoration or is_tagged else open_now[-1])
            elif sign == "EMC":
                open_now.pop()
            elif sign in PAINTS:
                painted += 1
                assert open_now  # 01-005
        assert not open_now
    assert painted > 50


def test_forms_that_are_painted_bring_no_marks_of_their_own(pdf: Any) -> None:
    for page in pdf.pages:
        for one in page.get("/Resources", {}).get("/XObject", {}).values():
            assert "/Ref" not in one  # 30-001
            assert "/OC" not in one  # 20-001 to 20-003
            if str(one.get("/Subtype", "")) == "/Form":
                marks = [operands for operands, sign in pikepdf.parse_content_stream(one) if str(sign) == "BDC"]
                assert not [mark for mark in marks if "/MCID" in mark[1]]  # 30-002
    assert "/OCProperties" not in pdf.Root


def test_structure_has_standard_types_or_maps_its_own_to_them(pdf: Any) -> None:
    mapped = {str(key)[1:]: str(value)[1:] for key, value in pdf.Root.StructTreeRoot.get("/RoleMap", {}).items()}
    assert set(types(pdf)) <= STANDARD | set(mapped)  # 02-001
    assert set(mapped.values()) <= STANDARD  # 02-003: none leads in a circle
    assert not set(mapped) & STANDARD  # 02-004
    assert {"H1", "H2", "P"} <= set(types(pdf))


def test_tables_and_lists_are_put_together_as_they_must_be(pdf: Any) -> None:
    parents = {"TR": {"THead", "TBody", "Table"}, "TH": {"TR"}, "TD": {"TR"}, "THead": {"Table"}, "TBody": {"Table"},
               "LI": {"L"}, "Lbl": {"LI"}, "LBody": {"LI"}}  # fmt: skip
    children = {"Table": {"THead", "TBody", "TFoot", "TR", "Caption"}, "TR": {"TH", "TD"}, "L": {"LI", "Caption", "L"},
                "LI": {"Lbl", "LBody"}}  # fmt: skip
    for name, node, parent in elements(pdf):
        assert parent in parents.get(name, {parent})  # 09-004, 09-005
        assert name in children.get(parent, {name})  # 09-004, 09-005
        if name == "TH":
            attributes = node.A if isinstance(node.A, pikepdf.Array) else [node.A]
            assert [one for one in attributes if str(one.get("/Scope", "")) in ("/Column", "/Row")]  # 15-003


def test_headings_begin_with_the_first_level_and_skip_none(made: Made) -> None:
    levels = [int(name[1]) for name in types(made.pdf) if re.fullmatch("H[1-6]", name)]
    assert len(levels) >= (len(made.laid_out.frames) if made.is_deck else 4)
    assert levels[0] == 1  # 14-002
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))  # 14-003
    assert "H" not in types(made.pdf)  # 14-006, 14-007


def test_every_figure_has_alternative_text_and_every_graphic_is_a_figure(made: Made) -> None:
    words = [str(node.get("/Alt", "")) for name, node, _ in elements(made.pdf) if name == "Figure"]
    assert all(words)  # 13-004
    graphics = [
        item.alternative_text for f in made.laid_out.frames for item in f.items if isinstance(item, GraphicItem)
    ]
    assert graphics
    if made.is_deck:
        assert words == graphics


def test_links_are_tagged_and_say_where_they_lead(made: Made) -> None:
    pdf, found = made.pdf, links_of(made.pdf)
    assert found or not made.laid_out.deck.references
    assert {str(one.Subtype) for one in found} <= {"/Link"}  # 28-005 to 28-007, 28-010, 28-014 to 28-018
    assert all(str(one.get("/Contents", "")) for one in found)  # 28-004, 28-012
    held = [node for name, node, _ in elements(pdf) if name == "Link"]
    referred = [
        one.Obj.objgen
        for node in held
        for one in (node.K if isinstance(node.K, pikepdf.Array) else [node.K])
        if isinstance(one, pikepdf.Dictionary) and str(one.get("/Type", "")) == "/OBJR"
    ]
    assert {one.objgen for one in found} == set(referred)  # 28-002, 28-011
    assert all(str(page.get("/Tabs", "")) == "/S" for page in pdf.pages if "/Annots" in page)  # 28-008, 28-009


def test_fonts_are_embedded_and_their_letters_known(pdf: Any) -> None:
    fonts = {font.objgen: font for page in pdf.pages for font in page.get("/Resources", {}).get("/Font", {}).values()}
    assert fonts
    for font in fonts.values():
        assert str(font.Subtype) == "/Type0"
        assert str(font.Encoding) == "/Identity-H"  # 31-001 to 31-003, 31-006 to 31-008: no other map of codes
        (descendant,) = font.DescendantFonts
        if str(descendant.Subtype) == "/CIDFontType2":
            assert str(descendant.CIDToGIDMap) == "/Identity"  # 31-004, 31-005
        assert {"/FontFile2", "/FontFile3"} & set(descendant.FontDescriptor.keys())  # 31-009
        letters = meanings(font.ToUnicode.read_bytes().decode("ascii"))  # 10-001, 31-027
        assert letters
        assert not [one for one in letters if set(one) & {"\0", "\ufeff", "\ufffe"}]  # 31-028, 31-029


def meanings(cmap: str) -> list[str]:
    """The texts that a CMap gives to glyphs."""
    pairs = re.findall(r"<[0-9A-Fa-f]+>\s*<([0-9A-Fa-f]+)>\s*(?=<|end)", cmap.partition("endcodespacerange")[2])
    return [bytes.fromhex(one).decode("utf-16-be") for one in pairs]


def test_nothing_in_the_file_runs_or_is_encrypted_or_hidden_in_it(pdf: Any) -> None:
    assert not pdf.is_encrypted  # 26-001, 26-002
    assert "/OpenAction" not in pdf.Root
    assert "/AA" not in pdf.Root
    assert "/AcroForm" not in pdf.Root  # 25-001
    assert not {"/JavaScript", "/EmbeddedFiles"} & set(pdf.Root.get("/Names", {}).keys())  # 21-001


def test_the_page_on_pdf_lists_these_conditions_and_no_others() -> None:
    told = conditions((Path(__file__).parents[2] / "docs" / "pdf.md").read_text(encoding="utf-8"))
    comments = "\n".join(re.findall(r"#[^#\n]*$", Path(__file__).read_text(encoding="utf-8"), re.MULTILINE))
    assert len(told) > 40
    assert told == conditions(comments)


def conditions(words: str) -> set[str]:
    """Every condition that is named, those between the ends of a range too."""
    found = set(re.findall(r"\b\d\d-\d\d\d\b", words))
    for chapter, first, last in re.findall(r"\b(\d\d)-(\d\d\d) to \d\d-(\d\d\d)\b", words):
        found |= {f"{chapter}-{number:03d}" for number in range(int(first), int(last) + 1)}
    return found
