"""Old evidence is told once a deck, by the day that is asked for, and changes nothing that is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from click.testing import Result

from deckmaker.discovery import Features
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic, Severity
from deckmaker.workspace import MachineError, Workspace

Deck = Callable[[str], LaidOutDeck]
RULE = Features().checks["evidence-age"]
SLIDES = ("camhs-under-twos", "babies-in-need", "camhs-under-twos")
SPEC = "title: A\nslides:\n" + "".join(f"  - statistic: {name}\n" for name in SLIDES)


def told(laid_out: LaidOutDeck, day: date | None) -> list[Diagnostic]:
    return list(RULE.find(replace(laid_out, deck=replace(laid_out.deck, as_of=day))))


def test_a_deck_gets_one_notice_however_many_slides_it_has(deck: Deck) -> None:
    (notice,) = told(deck(SPEC), date(2026, 1, 1))
    assert notice.severity is Severity.NOTE
    assert notice.message == (
        "2 figures of this deck were to be reviewed by 31 January 2021: ‘camhs-under-twos’, ‘babies-in-need’"
    )
    assert notice.position is not None


def test_evidence_is_old_from_the_day_after_its_review(deck: Deck) -> None:
    made = deck(SPEC)
    assert told(made, date(2021, 1, 31)) == []
    assert len(told(made, date(2021, 2, 1))) == 1


def test_a_deck_without_figures_or_without_a_day_gets_no_notice(deck: Deck) -> None:
    assert told(deck("title: A\nslides: [title]\n"), date(2026, 1, 1)) == []
    assert told(deck(SPEC), None) == []


def test_a_figure_in_a_sentence_counts(deck: Deck) -> None:
    spec = "title: A\nslides:\n  - section: One\n    notes: We know of {babies-in-need}.\n"
    (notice,) = told(deck(spec), date(2026, 1, 1))
    assert "one figure of this deck was to be reviewed" in notice.message


def test_a_superseded_figure_is_told_with_the_newer_one(deck: Deck) -> None:
    made = deck("title: A\nslides:\n  - statistic: babies-in-need\n")
    slide = made.deck.slides[0]
    old = replace(slide.statistic, superseded_by="babies-in-need-2025")  # type: ignore[attr-defined]
    newer = replace(made.deck, slides=(replace(slide, statistic=old),))  # type: ignore[call-arg]
    (notice,) = told(replace(made, deck=newer), date(2020, 1, 1))
    assert notice.message == ("one figure of this deck has been superseded: ‘babies-in-need’ by ‘babies-in-need-2025’")


def test_the_day_is_asked_for_or_fixed_by_the_environment_or_today() -> None:
    assert Workspace(environment={"SOURCE_DATE_EPOCH": "1577836800"}).today() == date(2020, 1, 1)
    assert Workspace(environment={}).today() >= date(2025, 1, 1)
    with pytest.raises(MachineError, match="SOURCE_DATE_EPOCH"):
        Workspace(environment={"SOURCE_DATE_EPOCH": "soon"}).today()


def test_the_day_changes_what_is_said_and_not_what_is_made(
    deckmaker: Callable[..., Result], workspace: Workspace
) -> None:
    workspace.path("decks/talk.yaml").write_text(SPEC, encoding="utf-8")
    before = deckmaker("build", "--as-of", "2020-01-01", "-o", "then")
    after = deckmaker("build", "--as-of", "2026-01-01", "-o", "now")
    assert (before.exit_code, after.exit_code) == (0, 0)
    assert ("evidence-age" in before.output, "evidence-age" in after.output) == (False, True)
    assert workspace.path("then/talk.pptx").read_bytes() == workspace.path("now/talk.pptx").read_bytes()


def test_a_day_that_is_none_is_wrong_usage(deckmaker: Callable[..., Result]) -> None:
    found = deckmaker("check", "--as-of", "2020-13-01")
    assert found.exit_code == 2
    assert "‘2020-13-01’ is no date" in found.output
