"""Thirty random decks, held by other people's programs: the Open XML rules, Microsoft's own, and LibreOffice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from openxml_audit import validate_pptx
from pptx import Presentation
from pypdf import PdfReader
from tests.random_decks.conftest import random_spec
from tests.random_decks.made import Maker

COUNT = 30
Decks = list[Path]
Validate = Callable[[Path], list[str]]
Convert = Callable[..., Path]


@pytest.fixture(scope="module")
def decks(maker: Maker, tmp_path_factory: pytest.TempPathFactory) -> Decks:
    """Files of the first thirty decks that are built."""
    folder, files = tmp_path_factory.mktemp("decks"), list[Path]()
    for number in range(3 * COUNT):
        for _, data in maker.make(random_spec(maker, number)).files[:1]:
            path = folder / f"deck-{number:02}.pptx"
            path.write_bytes(data)
            files.append(path)
        if len(files) == COUNT:
            return files
    raise AssertionError(f"of {3 * COUNT} random decks only {len(files)} were built")


def test_random_decks_keep_the_rules_of_open_xml(decks: Decks) -> None:
    told = {path.name: validate_pptx(str(path)) for path in decks}
    assert {name: found.errors[:3] for name, found in told.items() if not found.is_valid} == {}


def test_random_decks_are_valid_by_the_open_xml_sdk(decks: Decks, open_xml_sdk: Validate) -> None:
    told = {path.name: open_xml_sdk(path)[:3] for path in decks}
    assert {name: errors for name, errors in told.items() if errors} == {}


def test_the_open_xml_sdk_finds_a_fault(decks: Decks, open_xml_sdk: Validate, tmp_path: Path) -> None:
    broken = tmp_path / "broken.pptx"
    with ZipFile(decks[0]) as sound, ZipFile(broken, "w") as archive:
        for name in sound.namelist():
            archive.writestr(name, sound.read(name).replace(b"<p:sldSz ", b"<p:sldSizes "))
    assert open_xml_sdk(broken)


def test_libreoffice_opens_random_decks_in_one_go(decks: Decks, soffice: Convert, tmp_path: Path) -> None:
    soffice(decks[0], tmp_path, others=decks[1:])
    for path in decks:
        pages = len(PdfReader(tmp_path / f"{path.stem}.pdf").pages)
        assert pages == len(Presentation(str(path)).slides), path.name
