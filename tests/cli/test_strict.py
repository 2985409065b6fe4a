"""``--strict`` lets nothing pass in silence but what the project has acknowledged, with a date and a reason."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from click.testing import Result

from deckmaker.workspace import Workspace

OLD_EVIDENCE = "title: A talk\nslides:\n  - title\n  - statistic: camhs-under-twos\n  - references\n"
WARNED = "title: A talk\nslides:\n  - title\n  - message: 1\n"
ACKNOWLEDGED = """\
acknowledged:
  - code: evidence-age
    date: 3 November 2026
    reason: Held against the newest edition; no figure has changed.
"""
Run = Callable[..., Result]


def write(workspace: Workspace, name: str, words: str) -> None:
    (workspace.root / name).write_text(words, encoding="utf-8")


def test_old_evidence_is_a_note_and_the_deck_is_built(workspace: Workspace, deckmaker: Run) -> None:
    write(workspace, "decks/talk.yaml", OLD_EVIDENCE)
    result = deckmaker("build", "talk", "--as-of", "2026-11-03")
    assert result.exit_code == 0
    assert "note: one figure of this deck was to be reviewed" in result.stderr
    assert (workspace.root / "output/talk.pptx").is_file()


@pytest.mark.parametrize("spec", [OLD_EVIDENCE, WARNED], ids=["old evidence", "a warning"])
def test_strict_makes_it_an_error_and_writes_nothing(spec: str, workspace: Workspace, deckmaker: Run) -> None:
    write(workspace, "decks/talk.yaml", spec)
    result = deckmaker("build", "talk", "--strict", "--as-of", "2026-11-03")
    assert result.exit_code == 1
    assert "acknowledge ‘" in result.stderr
    assert not (workspace.root / "output/talk.pptx").exists()


def test_strict_passes_what_is_not_yet_due(workspace: Workspace, deckmaker: Run) -> None:
    write(workspace, "decks/talk.yaml", OLD_EVIDENCE)
    assert deckmaker("check", "talk", "--strict", "--as-of", "2020-11-03").exit_code == 0


def test_an_acknowledgement_lets_it_pass_and_every_report_shows_it(workspace: Workspace, deckmaker: Run) -> None:
    write(workspace, "decks/talk.yaml", OLD_EVIDENCE)
    write(workspace, "deckmaker.yaml", ACKNOWLEDGED)
    for command in (("build", "talk", "--strict"), ("check", "talk", "--strict", "--quiet"), ("build", "talk")):
        result = deckmaker(*command, "--as-of", "2026-11-03")
        assert result.exit_code == 0, result.stderr
        assert "evidence-age acknowledged on 3 November 2026: Held against the newest edition" in result.stderr
        assert "(deckmaker.yaml:2)" in result.stderr


def test_an_acknowledgement_speaks_of_its_own_code_only(workspace: Workspace, deckmaker: Run) -> None:
    write(workspace, "decks/talk.yaml", OLD_EVIDENCE.replace("  - references\n", ""))
    write(workspace, "deckmaker.yaml", ACKNOWLEDGED)
    result = deckmaker("check", "talk", "--strict", "--as-of", "2026-11-03")
    assert result.exit_code == 1
    assert "error: this deck cites" in result.stderr


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        (ACKNOWLEDGED.replace("evidence-age", "evidence-agee"), "deckmaker.yaml:2:5: error: there is nothing to ackno"),
        (ACKNOWLEDGED.replace("    date: 3 November 2026\n", ""), "deckmaker.yaml:2:5: error:"),
        ("acknowledged:\n  - code: evidence-age\n    date: 2026-11-03\n", "deckmaker.yaml:2:5: error:"),
        ("acknowledgd: []\n", "did you mean ‘acknowledged’?"),
        ("- a list\n", "deckmaker.yaml:1:1: error: this is no settings file"),
        (ACKNOWLEDGED + ACKNOWLEDGED.split("\n", 1)[1], "‘evidence-age’ is acknowledged twice"),
    ],
    ids=["unknown code", "no date", "no reason", "unknown key", "a list", "twice"],
)
def test_bad_settings_are_told_with_their_place(settings: str, told: str, workspace: Workspace, deckmaker: Run) -> None:
    write(workspace, "decks/talk.yaml", OLD_EVIDENCE)
    write(workspace, "deckmaker.yaml", settings)
    result = deckmaker("build", "talk")
    assert result.exit_code == 1
    assert told in result.stderr
    assert not (workspace.root / "output").exists()
