"""The files of a drawn font are those that its package names."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import fontpkg
import pytest

from deckmaker.drawing import font_files
from deckmaker.fonts import is_installed
from deckmaker.model.theme import FontChoice


@pytest.fixture(autouse=True)
def _forget() -> None:
    font_files._installed.cache_clear()


@pytest.mark.parametrize(("bold", "weight"), [(False, 400), (True, 700)])
def test_a_file_is_the_one_that_fontpkg_finds(bold: bool, weight: int) -> None:
    lato = FontChoice(family="Lato", measured_as="Lato")
    assert font_files.font_file(lato, bold) == Path(fontpkg.path("Lato", weight=weight))


def test_a_package_of_another_form_is_left_to_fontpkg(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "metadata.json").write_text(json.dumps({"schema": 2, "fonts": []}), encoding="utf-8")
    monkeypatch.setattr(font_files, "package_folder", lambda family: tmp_path)
    lato = FontChoice(family="Lato", measured_as="Lato")
    assert font_files.font_file(lato, False) == Path(fontpkg.path("Lato"))


@pytest.mark.parametrize("family", ["No Such Family", "St. Nobody", "../lato", "", "Ŵ"])
def test_a_family_that_is_not_there_is_none(family: str) -> None:
    assert not is_installed(family)
    with pytest.raises(LookupError, match="no file of the font"):
        font_files.font_file(FontChoice(family=family, measured_as="Lato"), False)


def test_what_looks_through_all_packages_is_not_imported() -> None:
    program = (
        "import sys; from deckmaker.drawing.font_files import _installed; _installed('Lato', True)\n"
        "print(sorted({'fontpkg', 'importlib.metadata', 'email'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
