"""An author's own evidence beside a deck: same form, same rules, never in place of the Foundation's."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest
from click.testing import Result

from deckmaker.discovery import Features
from deckmaker.model.deck import LaidOutDeck
from deckmaker.pipeline import check
from deckmaker.workspace import Workspace

SOURCES = """\
our-survey-2026:
  title: Who sees our babies?
  short: Our survey (2026)
  author: Example Council
  year: "2026"
  uses: How long families wait.
"""
STATISTICS = """\
families-waiting:
  values: 40
  unit: percent
  hedge: at least
  headline: Families wait for help
  counted: families who waited
  base: of families in our survey
  predicate: waited longer than a season
  phrase: "{figure} of families in our survey (Exampleshire, 2026)"
  place: Exampleshire
  period: "2026"
  population: families who answered
  printed: at least 40% of families
  cite: our-survey-2026
  messages: 6
  drawing: {default: proportion-grid, icon: people-roof, unit-name: family, unit-plural: families}
"""
SPEC = """\
title: Our area
library: evidence
slides:
  - title
  - statistic: families-waiting
  - text: {headline: What we found, body: "{families-waiting} waited."}
  - references
"""
Run = Callable[..., Result]


@pytest.fixture
def own(workspace: Workspace) -> Workspace:
    folder = workspace.root / "decks" / "evidence"
    folder.mkdir()
    (folder / "sources.yaml").write_text(SOURCES, encoding="utf-8")
    (folder / "statistics.yaml").write_text(STATISTICS, encoding="utf-8")
    (workspace.root / "decks" / "talk.yaml").write_text(SPEC, encoding="utf-8")
    return workspace


def test_a_figure_of_ones_own_library_is_a_sourced_figure(
    own: Workspace, laid_out: Callable[[str], LaidOutDeck]
) -> None:
    made = laid_out(SPEC)
    assert [d for d in check(made, Features()) if d.stops_the_build] == []
    assert [source.id for source in made.deck.references] == ["our-survey-2026"]
    assert "camhs-under-twos" in made.deck.library.statistics


def test_a_deck_with_its_own_library_builds(own: Workspace, deckmaker: Run) -> None:
    result = deckmaker("build", "talk")
    assert result.exit_code == 0, result.stderr
    assert (own.root / "output" / "talk.pptx").is_file()


@pytest.mark.parametrize(
    ("file", "words", "told"),
    [
        (
            "statistics.yaml",
            STATISTICS.replace("values: 40", "values: 140"),
            "decks/evidence/statistics.yaml:2:11: error",
        ),
        ("statistics.yaml", STATISTICS.replace("cite: our-survey-2026", "cite: our-survey"), "our-survey-2026"),
        ("statistics.yaml", STATISTICS.replace("families-waiting:", "camhs-under-twos:"), "camhs-under-twos"),
        ("statistics.yaml", STATISTICS.replace("proportion-grid", "pie-chart"), "there is none"),
        ("messages.yaml", "1: {}\n", "the key messages are the Foundation’s"),
    ],
    ids=["outside its unit", "unknown source", "an id of the Foundation's", "unknown graphic", "messages"],
)
def test_bad_evidence_is_told_with_its_place_and_nothing_is_built(
    file: str, words: str, told: str, own: Workspace, deckmaker: Run
) -> None:
    (own.root / "decks" / "evidence" / file).write_text(words, encoding="utf-8")
    result = deckmaker("build", "talk")
    assert result.exit_code == 1
    assert told in result.stderr
    assert "error: " in result.stderr
    assert not (own.root / "output").exists()


@pytest.mark.parametrize("folder", ["../elsewhere", "/etc", "C:\\evidence", "evidence/../../elsewhere"])
def test_a_folder_outside_the_decks_own_is_refused(folder: str, own: Workspace, deckmaker: Run) -> None:
    (own.root / "elsewhere").mkdir()
    (own.root / "elsewhere" / "sources.yaml").write_text(SOURCES, encoding="utf-8")
    spec = own.root / "decks" / "talk.yaml"
    spec.write_text(SPEC.replace("library: evidence", f"library: '{folder}'"), encoding="utf-8")
    result = deckmaker("check", "talk")
    assert result.exit_code == 1
    assert "decks/talk.yaml:2:10: error: " in result.stderr
    assert "leads out of the folder" in result.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows lets only some people make links")
def test_a_link_out_of_the_folder_is_not_followed(own: Workspace, deckmaker: Run) -> None:
    outside = own.root / "outside.yaml"
    outside.write_text(STATISTICS, encoding="utf-8")
    linked = own.root / "decks" / "evidence" / "statistics.yaml"
    linked.unlink()
    linked.symlink_to(outside)
    result = deckmaker("check", "talk")
    assert result.exit_code == 1
    assert "is a link to another place" in result.stderr


def test_a_folder_that_is_not_there_is_told_with_what_it_may_hold(own: Workspace, deckmaker: Run) -> None:
    spec = own.root / "decks" / "talk.yaml"
    spec.write_text(SPEC.replace("library: evidence", "library: evidense"), encoding="utf-8")
    result = deckmaker("check", "talk")
    assert result.exit_code == 1
    assert "there is no folder ‘evidense’ beside this deck" in result.stderr
    assert "sources.yaml" in result.stderr
