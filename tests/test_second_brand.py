"""The standard decks in the second brand: nothing more is told of them, and every colour and font is its own."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from deckmaker.discovery import Features
from deckmaker.model.diagnostic import Severity
from deckmaker.outputs.pptx.integrity import problems
from deckmaker.pipeline import build_deck
from deckmaker.reading.brand import read_brand
from deckmaker.workspace import Workspace

ROOT = Path(__file__).resolve().parents[1]
SPECS = tuple(sorted(path.name for path in (ROOT / "decks").glob("*.yaml")))
FEATURES = Features()
VALUE = re.compile(r"\b[0-9A-Fa-f]{6}\b")
FACE = re.compile(r'typeface="([^"+][^"]*)"')


def colours(folder: str) -> set[str]:
    path = ROOT / "brand" / folder / "_brand.yml"
    brand, wrong = read_brand(str(path), path.read_bytes(), lambda name: (path.parent / name).read_bytes())
    assert wrong == ()
    assert brand is not None
    return {value[1:].upper() for value in brand.theme.palette.values()}


FOREIGN = colours("") - colours("high-contrast")


def test_there_are_standard_decks() -> None:
    assert len(SPECS) >= 15
    assert FOREIGN


@pytest.mark.parametrize("spec", SPECS)
def test_a_standard_deck_builds_in_the_second_brand_and_is_all_of_it(spec: str, tmp_path: Path) -> None:
    for name, place in (("decks", ROOT / "decks"), ("brand", ROOT / "brand" / "high-contrast")):
        (tmp_path / name).symlink_to(place)
    workspace = Workspace(tmp_path, {"DECKMAKER_CACHE": str(tmp_path / "cache")})
    result = build_deck(f"decks/{spec}", workspace, FEATURES, folder="output")
    assert [one for one in result.diagnostics if one.severity is not Severity.NOTE] == []
    files = [tmp_path / name for name in result.files]
    assert files
    for file in files:
        data = file.read_bytes()
        assert problems(data) == ()
        with ZipFile(BytesIO(data)) as archive:
            parts = {n: archive.read(n).decode() for n in archive.namelist() if n.endswith((".xml", ".svg"))}
        for name, content in parts.items():
            assert {value.upper() for value in VALUE.findall(content)} & FOREIGN == set(), name
        assert {face for content in parts.values() for face in FACE.findall(content)} == {"Arial"}
