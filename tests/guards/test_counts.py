"""What a build loads, opens, parses and draws, counted: a clock in CI says little, a number says what went wrong."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, cast

import pytest
import yaml
from benchmarks.workload import write_spec
from click.testing import Result

from deckmaker.outputs.pptx import package, parts
from deckmaker.reading import library, tree
from deckmaker.workspace import Workspace

Run = Callable[..., Result]
PROJECT = Path(__file__).parents[2]
NEVER = {"matplotlib", "numpy", "pptx", "fontTools", "typst", "PIL", "pydantic", "requests"}
"""What no build loads that draws nothing."""
NOT_TO_LOOK = NEVER | {"lxml", "yaml"}
"""What nobody needs to see that nothing has changed."""
RECORDER = """
import json, sys
opened = []
def heard(event, arguments):
    if event == "open" and isinstance(arguments[0], str) and not (arguments[2] or 0) & 3:
        opened.append(arguments[0])
sys.addaudithook(heard)
from deckmaker.__main__ import run
sys.argv[1:] = {arguments!r}
try:
    run()
except SystemExit as end:
    assert not end.code, end.code
print("\\n" + json.dumps([sorted(sys.modules), opened]))
"""


class Counted(NamedTuple):
    """What one process loaded and opened."""

    modules: frozenset[str]
    opened: Counter[str]

    @property
    def packages(self) -> set[str]:
        return {name.partition(".")[0] for name in self.modules}

    @property
    def own(self) -> set[str]:
        return {name for name in self.modules if name.partition(".")[0] == "deckmaker"}


@pytest.fixture
def counted(tmp_path: Path) -> Callable[..., Counted]:
    """Runs the command line in a process of its own, in an empty folder, and counts."""
    (tmp_path / "here").mkdir()

    def run(*arguments: str) -> Counted:
        found = subprocess.run(
            [sys.executable, "-c", RECORDER.format(arguments=list(arguments))],
            capture_output=True,
            text=True,
            check=True,
            cwd=tmp_path / "here",
            env={**os.environ, "DECKMAKER_CACHE": str(tmp_path / "cache"), "SOURCE_DATE_EPOCH": "1767225600"},
        )
        modules, opened = json.loads(found.stdout.splitlines()[-1])
        return Counted(frozenset(modules), Counter(os.path.realpath(name) for name in opened))

    return run


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    """Seven slides, two of them with a graphic."""
    return write_spec(tmp_path / "deck", 7)


def test_help_loads_few_modules(counted: Callable[..., Counted]) -> None:
    found = counted("--help")
    assert not found.packages & NOT_TO_LOOK
    assert len(found.own) <= 6
    assert len(found.modules) <= 160, len(found.modules)


def test_seeing_that_nothing_has_changed_loads_no_library_and_few_modules(
    counted: Callable[..., Counted], spec: Path
) -> None:
    counted("build", str(spec))
    found = counted("build", str(spec))
    assert not found.packages & NOT_TO_LOOK
    assert not {name for name in found.own if name.startswith(("deckmaker.slides", "deckmaker.reading"))}
    assert len(found.own) <= 26, sorted(found.own)
    assert len(found.modules) <= 190, len(found.modules)


def test_another_word_draws_nothing_and_loads_nothing_that_draws(counted: Callable[..., Counted], spec: Path) -> None:
    counted("build", str(spec))
    write_spec(spec.parent, 7, word="today")
    found = counted("build", str(spec))
    assert not found.packages & NEVER
    assert "deckmaker.drawing.render" not in found.own
    assert not any(name.startswith("deckmaker.layout.poster_deck") for name in found.own)
    kinds = {name.split(".")[2] for name in found.own if name.startswith("deckmaker.slides.")}
    assert kinds == {"title", "text", "quotation", "statistic"}  # those in the deck
    assert len(found.modules) <= 360, len(found.modules)


def test_no_file_of_an_author_is_opened_twice_but_the_spec(counted: Callable[..., Counted], spec: Path) -> None:
    found = counted("build", str(spec)).opened
    read = {Path(name).name: times for name, times in found.items() if Path(name).is_relative_to(spec.parent)}
    assert read.pop(spec.name) <= 4  # planned by it, built from it, seen to be the same, and shown with a warning
    assert set(read) == {"sources.yaml", "quotations.yaml", "statistics.yaml"}
    assert set(read.values()) == {1}
    tables = {name: times for name, times in found.items() if "/widths/" in name and name.endswith(".json")}
    assert tables
    assert max(tables.values()) <= 2  # once for what is in it, once to see that deckmaker is as it was


def test_no_yaml_is_parsed_twice(deckmaker: Run, workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    spec = write_spec(workspace.root / "deck", 7)
    for word in ("today", "tomorrow", "now"):  # the second time, each record of the library is tried alone
        write_spec(spec.parent, 7, word=word)
        if word != "now":
            assert deckmaker("build", str(spec)).exit_code == 0
    tree._remembered.cache_clear()
    library._read.cache_clear()
    parsed: list[str] = []
    parse = yaml.parse

    def heard(text: str, **more: Any) -> Any:
        parsed.append(text)
        return parse(text, **more)

    monkeypatch.setattr("deckmaker.reading.tree.yaml.parse", heard)
    assert deckmaker("build", str(spec)).exit_code == 0
    assert spec.read_text(encoding="utf-8") in parsed
    assert not [text[:60] for text, times in Counter(parsed).items() if times > 1]
    whole = {path.read_text(encoding="utf-8") for path in workspace.library().glob("*.yaml")}
    assert not whole & set(parsed)
    assert sum(map(len, parsed)) < sum(map(len, whole)) / 4


def test_no_walk_through_the_file_for_a_picture_or_a_page_of_notes(
    deckmaker: Run, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    walks: list[int] = []
    reachable, targets = package.reachable, cast(property, parts.Wired.__dict__["targets"]).fget
    asked: list[object] = []
    assert targets is not None

    def walked(whole: parts.Wired) -> list[parts.Part]:
        walks.append(1)
        return reachable(whole)

    def looked(part: parts.Wired) -> Any:
        asked.append(part)
        return targets(part)

    monkeypatch.setattr(package, "reachable", walked)
    monkeypatch.setattr(parts.Wired, "targets", property(looked))
    found = []
    for count in (4, 13):
        walks.clear()
        asked.clear()
        assert deckmaker("build", str(write_spec(workspace.root / f"deck-{count}", count))).exit_code == 0
        assert max(Counter(map(id, asked)).values()) <= len(walks)
        found.append(len(walks))
    assert found == [2, 2]  # one to write the parts, one to let go of them
