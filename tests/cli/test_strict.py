"""What rules find weighs what the project says, and passes in silence never: waivers have a date and a reason."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from click import unstyle
from click.testing import Result

from deckmaker.cli.rules import listed
from deckmaker.discovery import Features
from deckmaker.model.diagnostic import Severity
from deckmaker.workspace import Workspace

OLD_EVIDENCE = "title: A talk\nslides:\n  - title\n  - statistic: camhs-under-twos\n  - references\n"
WARNED = "title: A talk\nslides:\n  - title\n  - message: 1\n"
WAIVED = """\
waivers:
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
    assert "or waive ‘" in result.stderr
    assert not (workspace.root / "output/talk.pptx").exists()


def test_strict_passes_what_is_not_yet_due(workspace: Workspace, deckmaker: Run) -> None:
    write(workspace, "decks/talk.yaml", OLD_EVIDENCE)
    assert deckmaker("check", "talk", "--strict", "--as-of", "2020-11-03").exit_code == 0


def test_a_waiver_lets_it_pass_and_every_report_shows_it(workspace: Workspace, deckmaker: Run) -> None:
    write(workspace, "decks/talk.yaml", OLD_EVIDENCE)
    write(workspace, "deckmaker.yaml", WAIVED)
    for command in (("build", "talk", "--strict"), ("check", "talk", "--strict", "--quiet"), ("build", "talk")):
        result = deckmaker(*command, "--as-of", "2026-11-03")
        assert result.exit_code == 0, result.stderr
        assert "evidence-age waived on 3 November 2026: Held against the newest edition" in result.stderr
        assert "(deckmaker.yaml:2)" in result.stderr
        assert "was to be reviewed" not in result.stderr


def test_what_is_waived_can_be_seen(workspace: Workspace, deckmaker: Run) -> None:
    write(workspace, "decks/talk.yaml", OLD_EVIDENCE)
    write(workspace, "deckmaker.yaml", WAIVED)
    result = deckmaker("check", "talk", "--verbose", "--as-of", "2026-11-03")
    assert "waived: decks/talk.yaml:1:1  one figure of this deck was to be reviewed" in result.stdout


def test_a_waiver_speaks_of_its_own_code_only(workspace: Workspace, deckmaker: Run) -> None:
    write(workspace, "decks/talk.yaml", OLD_EVIDENCE.replace("  - references\n", ""))
    write(workspace, "deckmaker.yaml", WAIVED)
    result = deckmaker("check", "talk", "--strict", "--as-of", "2026-11-03")
    assert result.exit_code == 1
    assert "error: this deck cites" in result.stderr


def test_a_deck_may_waive_for_itself(workspace: Workspace, deckmaker: Run) -> None:
    write(workspace, "decks/talk.yaml", WARNED + WAIVED.replace("evidence-age", "missing-references"))
    result = deckmaker("build", "talk", "--strict")
    assert result.exit_code == 0, result.stderr
    assert "missing-references waived on 3 November 2026" in result.stderr
    assert "(decks/talk.yaml:6)" in result.stderr


SAME_TITLES = """\
title: A talk
slides:
  - title
  - text: {headline: Twice, points: [One, Two]}
  - text: {headline: Twice, points: [Three, Four]}
  - text: {headline: Twice, points: [Five, Six]}
"""


@pytest.mark.parametrize(
    ("slide", "told"),
    [("", 0), ("slide: 5", 1), ("slide: 4", 2), ("slide: twice", 0), ("slide: Thrice", 2), ("deck: other", 2)],
    ids=["all", "a line", "a line without fault", "a headline", "no such headline", "another deck"],
)
def test_a_waiver_may_speak_of_one_slide_or_deck(slide: str, told: int, workspace: Workspace, deckmaker: Run) -> None:
    write(workspace, "decks/talk.yaml", SAME_TITLES)
    write(workspace, "deckmaker.yaml", WAIVED.replace("evidence-age", f"same-title\n    {slide}"))
    result = deckmaker("check", "talk")
    assert result.stderr.count("warning: slide") == told
    assert ("same-title waived" in result.stderr) == (told < 2)


def test_a_waiver_that_met_nothing_is_told_when_all_decks_are_here(workspace: Workspace, deckmaker: Run) -> None:
    write(workspace, "decks/talk.yaml", OLD_EVIDENCE)
    write(workspace, "decks/other.yaml", SAME_TITLES)
    write(workspace, "deckmaker.yaml", WAIVED)
    told = "deckmaker.yaml:2:5: note: this waiver of ‘evidence-age’ met nothing"
    assert told not in deckmaker("check", "other").stderr
    assert told not in deckmaker("check", "--as-of", "2026-11-03").stderr
    assert told in deckmaker("check", "--as-of", "2020-11-03").stderr


def test_a_waiver_of_one_deck_that_met_nothing_is_told_with_that_deck(workspace: Workspace, deckmaker: Run) -> None:
    write(workspace, "decks/talk.yaml", SAME_TITLES)
    write(workspace, "decks/other.yaml", SAME_TITLES)
    write(workspace, "deckmaker.yaml", WAIVED.replace("evidence-age", "evidence-age\n    deck: talk"))
    assert "met nothing" in deckmaker("check", "talk").stderr
    assert "met nothing" not in deckmaker("check", "other").stderr


def test_a_level_of_the_project_holds_for_its_decks_and_a_decks_own_goes_before(
    workspace: Workspace, deckmaker: Run
) -> None:
    write(workspace, "decks/talk.yaml", SAME_TITLES)
    write(workspace, "deckmaker.yaml", "rules: {same-title: error}\n")
    assert deckmaker("check", "talk").exit_code == 1
    write(workspace, "decks/talk.yaml", SAME_TITLES + "rules: {same-title: note}\n")
    result = deckmaker("check", "talk", "--strict")
    assert result.exit_code == 0
    assert result.stderr.count("note: slide") == 2


def test_what_a_rule_that_is_off_finds_can_be_seen(workspace: Workspace, deckmaker: Run) -> None:
    write(workspace, "decks/talk.yaml", SAME_TITLES + "rules: {same-title: off}\n")
    result = deckmaker("check", "talk", "--strict", "--verbose")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.count("switched off: decks/talk.yaml:") == 2


@pytest.mark.parametrize(
    "setting",
    [
        "rules: {unsourced-figure: warning}\n",
        "rules: {unsourced-quotation: off}\n",
        "rules: {misleading-graphic: note}\n",
        "rules: {borrowed-nation: off}\n",
        "rules: {evidence-age: off}\n",
        WAIVED.replace("evidence-age", "unsourced-figure"),
        WAIVED.replace("evidence-age", "unsourced-quotation"),
        WAIVED.replace("evidence-age", "misleading-graphic"),
    ],
)
def test_what_keeps_a_deck_true_is_neither_lowered_nor_waived(
    setting: str, workspace: Workspace, deckmaker: Run
) -> None:
    write(workspace, "decks/talk.yaml", SAME_TITLES)
    write(workspace, "deckmaker.yaml", setting)
    result = deckmaker("build", "talk")
    assert result.exit_code == 1
    assert "is a rule of truth" in result.stderr
    assert not (workspace.root / "output").exists()


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        (
            WAIVED.replace("evidence-age", "evidence-agee"),
            "deckmaker.yaml:2:11: error: there is no rule ‘evidence-agee",
        ),
        (WAIVED.replace("    date: 3 November 2026\n", ""), "deckmaker.yaml:2:5: error:"),
        ("waivers:\n  - code: evidence-age\n    date: 2026-11-03\n", "deckmaker.yaml:2:5: error:"),
        ("waiver: []\n", "did you mean ‘waivers’?"),
        ("- a list\n", "deckmaker.yaml:1:1: error: this is no settings file"),
        (WAIVED + WAIVED.split("\n", 1)[1], "‘evidence-age’ is waived twice"),
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


def test_a_mistake_in_the_settings_is_told_once_for_all_decks(workspace: Workspace, deckmaker: Run) -> None:
    write(workspace, "decks/talk.yaml", OLD_EVIDENCE)
    write(workspace, "decks/other.yaml", WARNED)
    write(workspace, "deckmaker.yaml", "waiver: []\n")
    result = deckmaker("build")
    assert result.stderr.count("the settings file has no key ‘waiver’") == 1
    assert "1 error in 2 decks; nothing was written for them" in result.stderr


def test_every_rule_is_listed_and_can_be_explained(deckmaker: Run) -> None:
    shown = deckmaker("check", "--list")
    assert shown.exit_code == 0
    rules = Features().checks.values()
    assert rules
    for rule in rules:
        assert f"\n{rule.code} " in shown.stdout
        told = " ".join(deckmaker("check", "--explain", rule.code).stdout.split())
        assert " ".join(rule.instead.split()) in told
        assert ("neither lowered nor waived" in told) == (rule.of_truth and rule.severity is Severity.ERROR)


@pytest.mark.parametrize("width", [40, 71])
def test_on_a_narrow_terminal_rules_stand_one_below_the_other_with_whole_words(width: int) -> None:
    features = Features()
    lines = [unstyle(line) for line in listed(features, width)]
    assert max(map(len, lines)) <= width
    told = " ".join(" ".join(lines).split())
    for rule in features.checks.values():
        assert rule.code in lines
        assert rule.what.replace("-", "- ") in told.replace("- ", "-").replace("-", "- ")


def test_an_unknown_rule_to_explain_is_wrong_usage(deckmaker: Run) -> None:
    for code, hint in {
        "too-much-txt": "did you mean ‘too-much-text’?",
        "xyz": "‘deckmaker check --list’ shows",
    }.items():
        result = deckmaker("check", "--explain", code)
        assert result.exit_code == 2
        assert hint in result.stderr
