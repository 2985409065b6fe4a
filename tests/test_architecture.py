"""The rules of the house hold, and those who guard them notice a breach."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "deckmaker"
MODULES = sorted(PACKAGE.rglob("*.py"))
LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def lint_imports(folder: Path) -> str:
    found = subprocess.run(
        [sys.executable, "-c", LINT_IMPORTS, "--no-cache", "--config", str(ROOT / "pyproject.toml")],
        cwd=folder, env={"PYTHONPATH": str(folder), "PYTHONIOENCODING": "utf-8", "PATH": "", "COLUMNS": "200"},
        capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    return " ".join((found.stdout + found.stderr).split())


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The package without its data, free to break."""
    ignored = shutil.ignore_patterns("__pycache__", "library", "widths")
    return Path(shutil.copytree(PACKAGE, tmp_path / "deckmaker", ignore=ignored))


@pytest.mark.parametrize(
    ("file", "line", "broken"),
    [
        ("model/colour.py", "import deckmaker.slides.title", "One direction"),
        ("stray.py", "", "deckmaker.stray"),
        ("layout/fit.py", "import matplotlib", "know no drawing library"),
        ("slides/title.py", "import deckmaker.slides.agenda", "Slide kinds do not know each other"),
        ("checks/text_fits.py", "import deckmaker.checks.unique_titles", "Checks do not know each other"),
        ("reading/__init__.py", "import pptx", "Nor do reading"),
    ],
)
def test_a_breach_of_the_layers_is_noticed(copy: Path, file: str, line: str, broken: str) -> None:
    path = copy / file
    path.write_text((path.read_text(encoding="utf-8") if path.exists() else '"""New."""\n') + f"\n{line}\n", "utf-8")
    report = lint_imports(copy.parent)
    assert "BROKEN" in report
    assert broken in report.partition("Broken contracts")[2]


@pytest.mark.parametrize(
    ("code", "rule"),
    [
        ("import matplotlib.pyplot", "TID251"),
        ("print('x')", "T201"),
        ("import os\nos.path.join('a', 'b')", "PTH118"),
        ("try:\n    pass\nexcept Exception:\n    pass", "BLE001"),
        ("import random", "TID251"),
        ("def reads() -> None:\n    return None", "D103"),
    ],
)
def test_a_breach_of_the_style_is_noticed(code: str, rule: str) -> None:
    found = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--no-cache", "--output-format", "concise",
         "--stdin-filename", "src/deckmaker/layout/new.py", "-"],
        cwd=ROOT, input=code, capture_output=True, text=True,
    )  # fmt: skip
    assert rule in found.stdout


def test_every_module_says_what_it_knows_in_its_first_line() -> None:
    assert MODULES
    silent = [path.name for path in MODULES if not path.read_text(encoding="utf-8").startswith('"""')]
    assert silent == []


def test_no_module_is_longer_than_three_hundred_lines() -> None:
    long = {path.name: n for path in MODULES if (n := len(path.read_text(encoding="utf-8").splitlines())) > 300}
    assert long == {}


def test_no_module_is_a_drawer_for_everything() -> None:
    assert [path for path in MODULES if path.stem in {"utils", "helpers", "common", "base", "misc", "tools"}] == []


def test_everything_that_is_needed_is_pinned_for_ci() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]
    pinned = {
        line.partition("==")[0].lower()
        for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    }
    names = {re.split(r"[<>=!~ \[]", one, maxsplit=1)[0].lower() for one in needed}
    assert names
    assert names <= pinned


@pytest.mark.parametrize(
    "document", sorted(ROOT.glob("*.md")) + sorted((ROOT / "docs").rglob("*.md")), ids=lambda p: p.name
)
def test_every_path_that_a_document_links_to_exists(document: Path) -> None:
    links = re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []
