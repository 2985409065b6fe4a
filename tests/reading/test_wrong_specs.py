"""Wrong specs, and what is said about them, word for word.

``tests/cases/wrong/<name>.yaml`` is a spec; ``# <-`` marks the lines that have something wrong with them, and
``<name>.txt`` is what an author reads. A folder ``<name>/`` is a project of several files, of which ``decks/talk.yaml``
is read. With ``ACCEPT=1`` in the environment the texts are written anew; review them
like code.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from deckmaker.discovery import Features
from deckmaker.model.diagnostic import DeckError, Diagnostic, in_order
from deckmaker.reading import build, read
from deckmaker.workspace import Workspace

FOLDER = Path(__file__).parents[1] / "cases" / "wrong"
CASES = sorted(FOLDER.glob("*.yaml"))
PROJECTS = sorted(path for path in FOLDER.iterdir() if path.is_dir())
LIBRARY = Path(__file__).parent / "library"
MARK = "# <-"


def as_text(problems: tuple[Diagnostic, ...]) -> str:
    return "\n".join(
        f"{problem.position}: {problem.message} [{problem.code}]\n"
        + "".join(f"    {line}\n" for line in problem.hint.splitlines())
        for problem in in_order(problems)
    )


def test_there_are_cases() -> None:
    assert len(CASES) > 30
    assert len(PROJECTS) > 10


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_wrong_spec_says_what_is_wrong_and_how_to_mend_it(
    case: Path, spec: Callable[[bytes], tuple[Any, tuple[Diagnostic, ...]]]
) -> None:
    content = case.read_bytes()
    _keys, problems = spec(content)
    assert problems
    assert {problem.position.line for problem in problems if problem.position} == marked_lines(content)
    assert_said(problems, case.with_suffix(".txt"))


@pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.name)
def test_a_wrong_project_says_in_which_file_what_is_wrong(
    project: Path, features: Features, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Workspace, "library", staticmethod(lambda: LIBRARY))
    sources = read("decks/talk.yaml", Workspace(project), features)
    with pytest.raises(DeckError) as caught:
        build("decks/talk.yaml", sources, features)
    problems = (*sources.remarks, *caught.value.diagnostics)
    files = {path.relative_to(project).as_posix(): path for path in project.rglob("*.yaml")}
    marked = {(name, n) for name, path in files.items() for n in marked_lines(path.read_bytes())}
    assert {(one.position.file, one.position.line) for one in problems if one.position} == marked
    assert_said(problems, project / "said.txt")


def marked_lines(content: bytes) -> set[int]:
    return {n for n, line in enumerate(content.decode().splitlines(), start=1) if MARK in line}


def assert_said(problems: tuple[Diagnostic, ...], said: Path) -> None:
    if os.environ.get("ACCEPT"):
        said.write_text(as_text(problems), encoding="utf-8")
    assert as_text(problems) == said.read_text(encoding="utf-8")
    assert all(problem.hint or "should be" in problem.message for problem in problems), (
        "every problem says how to mend it"
    )
