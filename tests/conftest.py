"""What every test may ask for."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from deckmaker.workspace import Workspace

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from deckmaker.model.deck import LaidOutDeck
    from deckmaker.model.feature import Draw


IN_CI = bool(os.environ.get("CI"))
"""Whether nothing may be left out. Asked before any test takes the variable away."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """How many decks of random specs are made."""
    parser.addoption("--random-decks", type=int, default=200, help="make so many random decks; 2000 before a release")


def pytest_configure() -> None:
    """Ctrl-C reaches what tests start, even when the shell that runs them has it ignored, as shells do in scripts."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees, or leaves anything in, the cache of the person who runs it. A worker's tests share one."""
    monkeypatch.setenv("DECKMAKER_CACHE", str(tmp_path_factory.getbasetemp() / "cache"))
    for name in ("NO_COLOR", "FORCE_COLOR", "CI"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "100")


@pytest.fixture(scope="session", autouse=True)
def _read_back() -> Iterator[None]:
    """Every presentation that a test builds is read by python-pptx, and holds what was laid out."""
    from tests import reading_back

    from deckmaker.outputs import pptx
    from deckmaker.outputs.pptx.deck_file import deck_file as plain

    known = set[bytes]()

    def read(laid_out: LaidOutDeck, draw: Draw) -> bytes:
        data = plain(laid_out, draw)
        digest = sha256(data).digest()
        if digest not in known:
            known.add(digest)
            assert list(reading_back.lost(data, laid_out)) == []
        return data

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pptx, "deck_file", read)
        yield


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
def soffice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Path]]:
    """Turns a presentation into a PDF or another kind of file, with LibreOffice; skips without it, but never in CI."""
    program = shutil.which("soffice")
    if program is None:
        if IN_CI:
            pytest.fail("LibreOffice is missing; in CI nothing is left out")
        pytest.skip("LibreOffice is missing")
    profile = tmp_path_factory.mktemp("soffice").as_uri()

    def convert(presentation: Path, folder: Path, kind: str = "pdf", others: Sequence[Path] = ()) -> Path:
        subprocess.run(
            [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind, "--outdir", str(folder),
             *map(str, (presentation, *others))],
            check=True, capture_output=True, timeout=400,
        )  # fmt: skip
        return folder / f"{presentation.stem}.{kind}"

    yield convert


@pytest.fixture(scope="session")
def open_xml_sdk() -> Callable[[Path], list[str]]:
    """What Microsoft's Open XML SDK says against a file; skips where the program is not, but never in CI."""
    folder = Path(sys.prefix) / "node" / "node_modules" / "@xarsh" / "ooxml-validator-linux-x64"
    program = folder / "ooxml-validator"
    if not program.is_file():
        if IN_CI:
            pytest.fail("the validator by the Open XML SDK is missing; in CI nothing is left out")
        pytest.skip("the validator by the Open XML SDK is missing: `python3 run.py test` installs it where it can")

    def validate(presentation: Path) -> list[str]:
        told = subprocess.run([str(program), str(presentation)], capture_output=True, encoding="utf-8", timeout=120)
        found = json.loads(told.stdout)
        errors = [f"{one['path']} {one['xPath']}: {one['description']}" for one in found["errors"]]
        assert found["ok"] is (not errors)
        return errors

    return validate


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a window, one for all tests of a process; skips where there is none, but never in CI."""
    from playwright.sync_api import sync_playwright

    program = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chrome")
    if program is None:
        if IN_CI:
            pytest.fail("Chromium is missing; in CI nothing is left out")
        pytest.skip("Chromium is missing")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield chromium
        chromium.close()


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
