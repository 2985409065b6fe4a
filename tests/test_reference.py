"""The reference pages say what the features are, all of them, today."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from deckmaker.discovery import Features

ROOT = Path(__file__).resolve().parents[1]


def test_every_reference_page_is_there_and_up_to_date() -> None:
    spec = importlib.util.spec_from_file_location("make_reference", ROOT / "scripts" / "make_reference.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    pages: dict[str, str] = script.pages(Features())
    folder = ROOT / "docs" / "reference"
    there = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.md")}
    assert len(pages) > 20
    assert there == pages, "run: python scripts/make_reference.py"
