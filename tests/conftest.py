"""What every test may ask for."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from deckmaker.workspace import Workspace

if TYPE_CHECKING:
    from deckmaker.model.deck import LaidOutDeck


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees, or leaves anything in, the cache of the person who runs it. A worker's tests share one."""
    monkeypatch.setenv("DECKMAKER_CACHE", str(tmp_path_factory.getbasetemp() / "cache"))
    for name in ("NO_COLOR", "FORCE_COLOR", "CI"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "100")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """An empty folder to make decks in, with an empty ``decks/``."""
    (tmp_path / "decks").mkdir()
    return Workspace(tmp_path)


@pytest.fixture
def deckmaker(workspace: Workspace) -> Callable[..., Result]:
    """Runs the command line in the workspace: ``deckmaker("build", "talk")``."""
    from deckmaker.cli.program import deckmaker as command

    def run(*arguments: str, input: str | None = None) -> Result:  # noqa: A002 – click's own word
        return CliRunner().invoke(command, arguments, obj=workspace, input=input, prog_name="deckmaker")

    return run


@pytest.fixture(scope="session")
def soffice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Path, Path], Path]]:
    """Turns a presentation into a PDF in a folder, with LibreOffice; skips where there is none, but never in CI."""
    program = shutil.which("soffice")
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("LibreOffice is missing; in CI nothing is left out")
        pytest.skip("LibreOffice is missing")
    profile = tmp_path_factory.mktemp("soffice").as_uri()

    def convert(presentation: Path, folder: Path) -> Path:
        subprocess.run(
            [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir", str(folder),
             str(presentation)],
            check=True, capture_output=True, timeout=240,
        )  # fmt: skip
        return folder / f"{presentation.stem}.pdf"

    yield convert


@pytest.fixture
def draw_pictures() -> Callable[[str, Path], None]:
    """Puts a picture of every name that a spec mentions into a folder, wider than high."""

    def draw(spec: str, folder: Path) -> None:
        from PIL import Image

        for name in re.findall(r"\b[\w-]+\.(?:png|jpg)\b", spec):
            image = Image.new("RGB", (480, 320), (228, 190, 170))
            image.paste((75, 35, 82), (160, 80, 320, 240))
            image.save(folder / name)

    return draw


@pytest.fixture
def laid_out(workspace: Workspace) -> Callable[[str], LaidOutDeck]:
    """Lays out a deck of this spec, which must have no errors of its own."""
    from deckmaker.discovery import Features
    from deckmaker.layout.lay_out import lay_out
    from deckmaker.reading import build, read

    def made(spec: str) -> LaidOutDeck:
        features = Features()
        (workspace.root / "decks" / "deck.yaml").write_text(spec, encoding="utf-8")
        return lay_out(build("decks/deck.yaml", read("decks/deck.yaml", workspace, features), features), features)

    return made
