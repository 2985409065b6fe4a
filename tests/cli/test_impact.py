"""``deckmaker impact``: the slides that a record stands on, in the author's decks and in those that come along."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from deckmaker.workspace import Workspace

Run = Callable[..., Result]
SPEC = """
title: A talk
slides:
  - title
  - statistic: camhs-under-twos
  - text: "Hello everybody, {camhs-under-twos}"
    headline: We begin
  - text: "Hello again"
    headline: And so
    notes: Say that {camhs-under-twos}
  - message: 1
  - references
"""


@pytest.fixture(autouse=True)
def _no_standard_decks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    usual = Workspace.bundled
    monkeypatch.setattr(
        Workspace, "bundled", staticmethod(lambda name: tmp_path / "none" if name == "decks" else usual(name))
    )


@pytest.fixture
def talk(workspace: Workspace) -> Path:
    path = workspace.root / "decks" / "talk.yaml"
    path.write_text(SPEC, encoding="utf-8")
    return path


def slides(result: Result) -> list[tuple[int, list[str]]]:
    return [(one["slide"], one["uses"]) for one in json.loads(result.stdout)["slides"]]


@pytest.mark.usefixtures("talk")
def test_slides_that_show_name_or_speak_of_a_figure_are_told(deckmaker: Run) -> None:
    result = deckmaker("impact", "camhs-under-twos", "--json")
    assert result.exit_code == 0
    found = slides(result)
    assert [number for number, _ in found] == [2, 3, 4]
    assert [uses[0] for _, uses in found] == ["shows", "names", "notes"]
    assert "camhs-under-twos: 3 slides in 1 of 1 deck" in deckmaker("impact", "camhs-under-twos").output


@pytest.mark.usefixtures("talk")
def test_slides_that_cite_a_work_are_told(deckmaker: Run) -> None:
    found = slides(deckmaker("impact", "hogg-2019", "--json"))
    assert {2, 3} <= {number for number, uses in found if uses == ["cites"]}


@pytest.mark.usefixtures("talk")
def test_a_message_is_named_by_its_number(deckmaker: Run) -> None:
    assert slides(deckmaker("impact", "1", "--json")) == [(5, ["shows"])]


@pytest.mark.usefixtures("talk")
def test_a_record_that_no_deck_uses_touches_nothing(deckmaker: Run) -> None:
    result = deckmaker("impact", "invest-in-the-future")
    assert (result.exit_code, result.output) == (0, "invest-in-the-future: 0 slides in 0 of 1 deck\n")


@pytest.mark.usefixtures("talk")
def test_an_unknown_record_is_wrong_usage_with_the_nearest_name(deckmaker: Run) -> None:
    result = deckmaker("impact", "camhs-under-two")
    assert result.exit_code == 2
    assert "did you mean ‘camhs-under-twos’" in result.output


def test_a_deck_that_cannot_be_read_is_told_and_ends_with_1(talk: Path, deckmaker: Run) -> None:
    (talk.parent / "broken.yaml").write_text("title: [", encoding="utf-8")
    result = deckmaker("impact", "camhs-under-twos")
    assert result.exit_code == 1
    assert "1 deck could not be read: broken" in result.output
    assert "slide   2" in result.output
