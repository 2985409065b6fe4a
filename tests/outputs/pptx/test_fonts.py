"""A brand's own font files: measured, drawn with, and put into the file where that is asked for and allowed."""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import fontpkg
import pytest
from fontTools.ttLib import TTFont
from lxml import etree
from openxml_audit import validate_pptx
from pptx import Presentation

from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.theme import FontFile, FontStyles
from deckmaker.outputs.pptx.embedded_fonts import wrapped
from deckmaker.outputs.pptx.integrity import problems

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WEIGHTS = {"Lato-Regular.ttf": 400, "Lato-Bold.ttf": 700}


def file(name: str) -> FontFile:
    content = Path(fontpkg.path("Lato", weight=WEIGHTS[name])).read_bytes()
    return FontFile(name, sha256(content).hexdigest(), content)


@pytest.fixture
def with_fonts(sample_deck: LaidOutDeck) -> LaidOutDeck:
    styles = FontStyles(regular=file("Lato-Regular.ttf"), bold=file("Lato-Bold.ttf"))
    live = replace(
        sample_deck.deck.theme.live, family="Lato", measured_as="Lato", ruler=styles, files=styles, embed=True
    )
    theme = replace(sample_deck.deck.theme, live=live)
    return replace(sample_deck, deck=replace(sample_deck.deck, theme=theme))


def unwrapped(content: bytes) -> bytes:
    """The font inside an Embedded OpenType file, found as its readers find it: by the sizes at its beginning."""
    whole, size, version, flags = struct.unpack_from("<4I", content)
    assert (whole, version, flags) == (len(content), 0x00020001, 0)
    assert struct.unpack_from("<H", content, 34) == (0x504C,)
    return content[-size:]


def names(content: bytes) -> list[str]:
    """Family, style, version and full name in an Embedded OpenType file."""
    place, found = 82, []
    for _ in range(4):
        (length,) = struct.unpack_from("<H", content, place)
        found.append(content[place + 2 : place + 2 + length].decode("utf-16-le"))
        place += 2 + length + 2
    (root,) = struct.unpack_from("<H", content, place)
    assert root == 0
    assert place + 2 == len(content) - struct.unpack_from("<I", content, 4)[0]
    return found


def test_the_wrapper_holds_the_whole_font_and_says_its_names() -> None:
    bold = file("Lato-Bold.ttf")
    made = wrapped(bold.content)
    assert unwrapped(made) == bold.content
    family, style, version, full = names(made)
    assert (family, style, full) == ("Lato", "Bold", "Lato Bold")
    assert version.startswith("Version")
    charset, italic, weight, permissions = struct.unpack_from("<BBIH", made, 26)
    assert (charset, italic, weight, permissions) == (1, 0, 700, 0)
    assert struct.unpack_from("<I", made, 60) == (TTFont(BytesIO(bold.content))["head"].checkSumAdjustment,)


def test_embedded_fonts_are_in_the_file_and_listed(
    with_fonts: LaidOutDeck, build: Callable[[LaidOutDeck], bytes], tmp_path: Path
) -> None:
    data = build(with_fonts)
    assert problems(data) == ()
    (tmp_path / "fonts.pptx").write_bytes(data)
    audit = validate_pptx(str(tmp_path / "fonts.pptx"))
    assert audit.is_valid, audit.errors[:3]
    root = Presentation(BytesIO(data)).part._element
    (listed,) = root.iter(f"{P}embeddedFont")
    assert [etree.QName(child).localname for child in listed] == ["font", "regular", "bold"]
    assert listed[0].get("typeface") == "Lato"
    related = Presentation(BytesIO(data)).part.rels
    for child, name in ((listed[1], "Lato-Regular.ttf"), (listed[2], "Lato-Bold.ttf")):
        part = related[str(child.get(f"{R}id"))].target_part
        assert part.content_type == "application/x-fontdata"
        assert unwrapped(part.blob) == file(name).content


def test_nothing_is_embedded_unless_it_is_asked_for(
    with_fonts: LaidOutDeck, build: Callable[[LaidOutDeck], bytes]
) -> None:
    theme = with_fonts.deck.theme
    theme = replace(theme, live=replace(theme.live, embed=False))
    with ZipFile(BytesIO(build(replace(with_fonts, deck=replace(with_fonts.deck, theme=theme))))) as archive:
        assert not [name for name in archive.namelist() if "font" in name]
        assert b"embedded" not in archive.read("ppt/presentation.xml")


def test_the_same_deck_with_fonts_gives_the_same_bytes(
    with_fonts: LaidOutDeck, build: Callable[[LaidOutDeck], bytes]
) -> None:
    assert build(with_fonts) == build(with_fonts)
