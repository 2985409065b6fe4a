"""What a brand puts on every slide: its logo on light and on dark, its words at the foot, its motif or none."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from openxml_audit import validate_pptx
from PIL import Image
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from deckmaker.discovery import Features
from deckmaker.outputs.pptx.integrity import problems
from deckmaker.pipeline import build_deck
from deckmaker.workspace import Workspace

FEATURES = Features()
BRAND = (Workspace.bundled("brand") / "_brand.yml").read_text(encoding="utf-8")
SPEC = """\
title: Babies cannot wait
slides:
  - title
  - section: Why
  - message: 1
  - statistic: camhs-under-twos
  - call-to-action: Ask for a team
  - references
  - closing
"""
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
FOOTER = "Elusen gofrestredig · Ŵy & cŷn"


def built(workspace: Workspace, extras: str = "", logo: str = "") -> bytes:
    folder = workspace.root / "brand"
    folder.mkdir(exist_ok=True)
    for name, colour in (("logo.png", "#4B2352"), ("white.png", "#FFFFFF")):
        Image.new("RGB", (300, 90), colour).save(folder / name)
    brand = BRAND.replace("    wordmark:", f"{extras}    wordmark:", 1).replace("\ncolor:", f"\n{logo}color:", 1)
    (folder / "_brand.yml").write_text(brand, encoding="utf-8")
    (workspace.root / "decks" / "talk.yaml").write_text(SPEC, encoding="utf-8")
    result = build_deck("decks/talk.yaml", workspace, FEATURES, folder="output")
    assert result.errors == ()
    return (workspace.root / result.files[0]).read_bytes()


def parts(data: bytes, start: str) -> dict[str, str]:
    with ZipFile(BytesIO(data)) as archive:
        return {n: archive.read(n).decode() for n in archive.namelist() if n.startswith(start) and n.endswith(".xml")}


def sound(data: bytes, folder: Workspace) -> None:
    path = folder.root / "sound.pptx"
    path.write_bytes(data)
    assert problems(data) == ()
    assert validate_pptx(path).is_valid


def test_words_at_the_foot_are_footers_of_slides_layouts_and_master(workspace: Workspace) -> None:
    data = built(workspace, f"    footer: {FOOTER}\n")
    sound(data, workspace)
    for slide in Presentation(BytesIO(data)).slides:
        for shapes in (slide.shapes, slide.slide_layout.placeholders, slide.slide_layout.slide_master.placeholders):
            words = [
                shape.text_frame.text
                for shape in shapes
                if shape.is_placeholder and shape.placeholder_format.type == PP_PLACEHOLDER.FOOTER
            ]
            assert words == [FOOTER]
    layouts = parts(data, "ppt/slideLayouts/slide")
    assert layouts
    assert all(('ftr="0"' in content) is not ('type="ftr"' in content) for content in layouts.values())


def test_words_at_the_foot_are_on_every_slide_in_other_formats_too(workspace: Workspace) -> None:
    built(workspace, "    footer: Elusen\n")
    result = build_deck("decks/talk.yaml", workspace, FEATURES, folder="output", formats=("html",))
    assert result.errors == ()
    (page,) = (workspace.root / name for name in result.files)
    assert page.read_text(encoding="utf-8").count("Elusen") == result.slide_count


def test_without_words_at_the_foot_there_is_no_footer(workspace: Workspace) -> None:
    data = built(workspace)
    layouts = parts(data, "ppt/slideLayouts/slide")
    assert layouts
    assert all('type="ftr"' not in content for content in (*layouts.values(), *parts(data, "ppt/slides/s").values()))


@pytest.mark.parametrize(("extras", "circles"), [("", True), ("    motif: none\n", False)])
def test_a_brand_may_do_without_the_motif(extras: str, circles: bool, workspace: Workspace) -> None:
    data = built(workspace, extras)
    sound(data, workspace)
    layouts = parts(data, "ppt/slideLayouts/slide")
    assert any('name="Large circle"' in content for content in layouts.values()) is circles


def logos_of(data: bytes) -> dict[str, set[tuple[str, bool]]]:
    """The files of logos, and whether a panel lies behind, on layouts by their name."""
    found: dict[str, set[tuple[str, bool]]] = {}
    for layout in Presentation(BytesIO(data)).slide_layouts:
        panelled = any(shape.name == "Panel" for shape in layout.shapes)
        for shape in layout.shapes:
            if shape.name == "Logo":
                file = layout.part.related_part(str(next(shape.element.iter(f"{A}blip")).get(EMBED)))
                found.setdefault(layout.name, set()).add((str(file.partname).rpartition("/")[2], panelled))
    return found


def test_dark_layouts_have_the_logo_for_dark_backgrounds(workspace: Workspace) -> None:
    logo = "logo: {alt: PIF, medium: {light: logo.png, dark: white.png}}\n"
    data = built(workspace, logo=logo)
    sound(data, workspace)
    found = logos_of(data)
    assert found["Title"] == found["Section"] == {("logo-on-dark.png", False)}
    assert found["Text"] == found["References"] == {("logo.png", False)}


def test_a_logo_for_light_backgrounds_alone_stands_on_a_panel_on_dark_ones(workspace: Workspace) -> None:
    data = built(workspace, logo="logo: {path: logo.png, alt: PIF}\n")
    sound(data, workspace)
    found = logos_of(data)
    assert found["Title"] == found["Section"] == {("logo.png", True)}
    assert found["Text"] == found["References"] == {("logo.png", False)}
