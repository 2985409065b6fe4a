"""The wheel, installed where nothing else is, does the whole job."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CONSTRAINTS = (ROOT / "constraints.txt").as_uri()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(ROOT)],
        check=True, env={**os.environ, "PIP_CONSTRAINT": CONSTRAINTS, "PIP_BUILD_CONSTRAINT": CONSTRAINTS},
    )  # fmt: skip
    (made,) = folder.glob("*.whl")
    return made


def test_the_wheel_carries_brand_library_decks_licence_and_notice(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder, inside in (
        ("src/deckmaker/library", "deckmaker/library"),
        ("src/deckmaker/widths", "deckmaker/widths"),
        ("brand", "deckmaker/bundled/brand"),
        ("decks", "deckmaker/bundled/decks"),
    ):
        carried = [path.relative_to(ROOT / folder) for path in (ROOT / folder).rglob("*") if path.is_file()]
        assert carried
        assert {f"{inside}/{path.as_posix()}" for path in carried} <= names
    about = {Path(name).name for name in names if ".dist-info/" in name}
    assert {"LICENSE", "NOTICE", "METADATA", "entry_points.txt"} <= about
    assert "deckmaker/py.typed" in names


def test_the_wheel_carries_nothing_else(wheel: Path) -> None:
    assert {name.split("/")[0].split("-")[0] for name in zipfile.ZipFile(wheel).namelist()} == {
        "deckmaker",
        "parent_infant_deckmaker",
    }


def test_an_installed_wheel_makes_a_deck_in_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "environment"
    venv.EnvBuilder(with_pip=True, symlinks=os.name != "nt").create(environment)
    programs = environment / ("Scripts" if os.name == "nt" else "bin")
    clean = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}

    def run(program: str, *arguments: str, folder: Path = tmp_path) -> str:
        found = subprocess.run(
            [str(programs / program), *arguments], cwd=folder, env=clean, stdin=subprocess.DEVNULL,
            capture_output=True, text=True, encoding="utf-8",
        )  # fmt: skip
        assert found.returncode == 0, found.stdout + found.stderr
        return found.stdout

    run("python", "-m", "pip", "install", "--quiet", "--constraint", CONSTRAINTS, str(wheel))
    empty = tmp_path / "empty"
    empty.mkdir()
    assert "decks/talk.yaml" in run("deckmaker", "new", "talk", folder=empty)
    assert "output/talk.pptx" in run("deckmaker", "build", folder=empty)
    assert (empty / "output" / "talk.pptx").read_bytes().startswith(b"PK")
    assert "output/ten-messages.pptx" in run("deckmaker", "build", "ten-messages", folder=empty)
    assert sorted(path.name for path in empty.iterdir()) == ["decks", "output"]
