"""The gallery shows what the graphics are, all of them, today."""

from __future__ import annotations

import importlib.util
import re
from dataclasses import replace
from pathlib import Path

from deckmaker.cli.alone import Alone
from deckmaker.cli.gallery import exhibits
from deckmaker.discovery import Features
from deckmaker.workspace import Workspace

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "graphics"
MOST = 3 * 1024 * 1024 // 2


def _alone(tmp_path: Path) -> Alone:
    return Alone(replace(Workspace(ROOT), environment={"DECKMAKER_CACHE": str(tmp_path)}), Features())


def _made(alone: Alone) -> dict[str, bytes]:
    spec = importlib.util.spec_from_file_location("make_gallery", ROOT / "scripts" / "make_gallery.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    files: dict[str, bytes] = script.gallery(alone)
    return files


def test_the_gallery_is_there_and_up_to_date(tmp_path: Path) -> None:
    made = _made(_alone(tmp_path))
    there = {path.name: path.read_bytes() for path in FOLDER.iterdir()}
    assert len(made) > 20
    assert sorted(there) == sorted(made), "run: python scripts/make_gallery.py"
    assert [name for name in made if there[name] != made[name]] == [], "run: python scripts/make_gallery.py"


def test_the_gallery_is_small_and_shows_only_files_that_are_there() -> None:
    there = {path.name: path.stat().st_size for path in FOLDER.iterdir()}
    assert sum(there.values()) < MOST
    shown = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", (FOLDER / "README.md").read_text(encoding="utf-8"))
    assert sorted(shown) == sorted(name for name in there if name.endswith(".svg"))


def test_every_kind_is_shown_or_said_to_have_no_record(tmp_path: Path) -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    kinds = list(exhibits(_alone(tmp_path)))
    assert len(kinds) > 12
    assert all(f"`{exhibit.name}`" in readme and exhibit.purpose.endswith(".") for exhibit in kinds)


def test_the_gallery_says_whose_icons_and_letters_it_shows() -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert all(said in readme for said in ("Font Awesome Free", "CC BY 4.0", "Lato", "SIL Open Font License 1.1"))
