"""PDF: the conditions of the Matterhorn protocol that a machine can check and that apply (docs/pdf.md), and links."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from io import BytesIO
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


def test_what_heads_a_part_of_a_slide_is_a_heading_and_no_bookmark(pdf: Any) -> None:
    levels = [int(name[1]) for name in types(pdf) if name in ("H1", "H2", "H3")]
    assert levels.count(3) == 3
    assert "Fastest growth" not in [title for _, inner in outline(pdf.Root.Outlines.First) for title in inner]


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
