"""What the doctor finds on this machine, and what it says where something is missing."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from deckmaker import fonts, icons
from deckmaker.drawing import font_files
from deckmaker.workspace import Workspace

Run = Callable[..., Result]


def examined(deckmaker: Run, *arguments: str) -> dict[str, Any]:
    data = json.loads(deckmaker("doctor", "--json", *arguments).stdout)
    assert data["examined"]
    return {one["what"]: one for one in data["examined"]}


def test_on_this_machine_nothing_is_wrong_and_nothing_is_left_behind(deckmaker: Run, workspace: Workspace) -> None:
    result = deckmaker("doctor")
    assert result.exit_code == 0, result.output
    assert result.output.endswith("all is well\n")
    words = ("Python", "deckmaker", "packages", "fonts measured", "fonts drawn", "icons", "evidence", "cache", "output",
             "LibreOffice", "terminal")  # fmt: skip
    assert all(f"{one}: " in result.output for one in words)
    assert [path.name for path in workspace.root.iterdir()] == ["decks"]


def test_json_says_the_same_and_names_no_folder(deckmaker: Run, workspace: Workspace) -> None:
    result = deckmaker("doctor", "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["healthy"] is True
    for place in (workspace.root, workspace.cache, Path.home(), Path(os.sep) / "usr"):
        assert str(place) not in result.stdout


def test_an_output_that_cannot_be_written_is_wrong_and_ends_with_3(deckmaker: Run, workspace: Workspace) -> None:
    (workspace.root / "output").write_bytes(b"a file")
    result = deckmaker("doctor")
    assert result.exit_code == 3
    assert "output: it cannot be written: there is a file of the name output" in result.output
    assert "1 thing to put right" in result.output
    assert examined(deckmaker, "-o", "elsewhere/deep")["output"]["state"] == "fine"


def test_a_cache_that_cannot_be_written_is_only_noted(
    deckmaker: Run, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    (workspace.root / "file").write_bytes(b"a file")
    monkeypatch.setenv("DECKMAKER_CACHE", str(workspace.root / "file" / "cache"))
    result = deckmaker("doctor")
    assert result.exit_code == 0
    assert "cache: it cannot be written" in result.output
    assert "DECKMAKER_CACHE" in result.output


def test_without_libreoffice_deckmaker_is_well(deckmaker: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert deckmaker("doctor").exit_code == 0
    assert examined(deckmaker)["LibreOffice"]["state"] == "note"


@pytest.mark.parametrize(
    ("module", "function", "what"),
    [(fonts, "measure", "fonts measured"), (font_files, "font_file", "fonts drawn"), (icons, "icon_names", "icons")],
)
def test_what_is_missing_is_named_with_what_to_do(
    deckmaker: Run, monkeypatch: pytest.MonkeyPatch, module: Any, function: str, what: str
) -> None:
    def missing(*_: object) -> None:
        raise (fonts.FontError if module is fonts else FileNotFoundError)("it is gone")

    monkeypatch.setattr(module, function, missing)
    found = examined(deckmaker)[what]
    assert found["state"] == "wrong"
    assert "it is gone" in found["told"]
    assert found["hint"]
    assert deckmaker("doctor").exit_code == 3


def test_a_brand_with_an_error_is_wrong(deckmaker: Run, workspace: Workspace) -> None:
    workspace.save({"_brand.yml": b"color: [\n"}, "brand")
    assert examined(deckmaker)["brand"]["state"] == "wrong"


def test_a_terminal_that_cannot_show_everything_is_noted(deckmaker: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("locale.getencoding", lambda: "ascii")
    assert examined(deckmaker)["terminal"]["state"] == "note"
