"""Wrong specs, and what is said about them, word for word.

``tests/cases/wrong/<name>.yaml`` is a spec; ``# <-`` marks the lines that have something wrong with them, and
``<name>.txt`` is what an author reads. With ``ACCEPT=1`` in the environment the texts are written anew; review them
like code.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from deckmaker.model.diagnostic import Diagnostic, in_order

CASES = sorted((Path(__file__).parents[1] / "cases" / "wrong").glob("*.yaml"))
MARK = "# <-"


def as_text(problems: tuple[Diagnostic, ...]) -> str:
    return "\n".join(
        f"{problem.position}: {problem.message} [{problem.code}]\n"
        + "".join(f"    {line}\n" for line in problem.hint.splitlines())
        for problem in in_order(problems)
    )


def test_there_are_cases() -> None:
    assert len(CASES) > 30


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_wrong_spec_says_what_is_wrong_and_how_to_mend_it(
    case: Path, spec: Callable[[bytes], tuple[Any, tuple[Diagnostic, ...]]]
) -> None:
    content = case.read_bytes()
    _keys, problems = spec(content)
    assert problems
    marked = {n for n, line in enumerate(content.decode().splitlines(), start=1) if MARK in line}
    found = {problem.position.line for problem in problems if problem.position}
    assert found == marked
    said = case.with_suffix(".txt")
    if os.environ.get("ACCEPT"):
        said.write_text(as_text(problems), encoding="utf-8")
    assert as_text(problems) == said.read_text(encoding="utf-8")
    assert all(problem.hint or "should be" in problem.message for problem in problems), (
        "every problem says how to mend it"
    )
