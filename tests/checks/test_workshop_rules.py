"""Rules for workshops: minutes that add up, breaks, short lists, content notes, and plans that are no figures."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from deckmaker.checks.unsourced_figure.quantities import quantities
from deckmaker.discovery import Features
from deckmaker.layout.run_sheet import run_sheet
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic, Severity
from deckmaker.pipeline import check

ROOT = Path(__file__).resolve().parents[2]
Found = Callable[[str, str], tuple[Diagnostic, ...]]
Deck = Callable[[str], LaidOutDeck]


def workshop(*slides: str, length: str = "length: 60\n", start: str = "start: 09:30\n", kind: str = "workshop") -> str:
    listed = "".join(f"  - {slide}\n" for slide in slides)
    return f"title: A morning\nkind: {kind}\n{start}{length}slides:\n{listed}"


def talk_for(minutes: int) -> str:
    return f"discussion: {{question: Who?, minutes: {minutes}}}"


def test_minutes_that_add_up_are_not_told(found: Found) -> None:
    assert found("workshop-minutes", workshop("title", talk_for(45), "break: 15", "closing")) == ()


@pytest.mark.parametrize(
    ("minutes", "words", "hint"),
    [
        (50, "take 65 minutes and end at 10:35: 5 minutes more than ‘length: 60’", "take 5 minutes from some part"),
        (44, "take 59 minutes and end at 10:29: 1 minute less than ‘length: 60’", "give 1 minute to some part"),
    ],
)
def test_minutes_that_do_not_add_up_say_by_how_much(minutes: int, words: str, hint: str, found: Found) -> None:
    (told,) = found("workshop-minutes", workshop(talk_for(minutes), "break: 15"))
    assert told.severity is Severity.WARNING
    assert words in told.message
    assert told.hint == hint
    assert told.position is not None


def test_estimated_minutes_are_told_apart(found: Found) -> None:
    (told,) = found("workshop-minutes", workshop(talk_for(50), "text: {headline: One, body: Two}"))
    assert "1 minute of it is estimated, for 1 slide without ‘minutes:’" in told.message


def test_a_workshop_without_a_length_is_told_what_it_takes(found: Found) -> None:
    (told,) = found("workshop-minutes", workshop(talk_for(50), length=""))
    assert told.severity is Severity.NOTE
    assert told.hint == "write  length: 50"


def test_a_talk_is_not_held_against_its_minutes(found: Found) -> None:
    assert found("workshop-minutes", workshop(talk_for(50), kind="talk")) == ()


def test_a_workshop_is_not_held_against_its_words(found: Found) -> None:
    notes = "word " * 9000
    spec = workshop(f"text: {{headline: One, body: Two, minutes: 60, notes: {notes}}}")
    assert found("talk-length", spec) == ()
    assert len(found("talk-length", spec.replace("kind: workshop", "kind: talk").replace("minutes: 60, ", ""))) == 1


def test_ninety_minutes_without_a_break_are_borne_and_no_more(found: Found) -> None:
    assert found("breaks", workshop(talk_for(60), talk_for(30))) == ()
    (told,) = found("breaks", workshop("title", talk_for(60), talk_for(31), talk_for(10)))
    assert "there are 101 minutes without a break, from 09:30 to 11:11" in told.message
    assert told.position is not None
    assert told.position.line == 8


def test_a_break_begins_the_count_again(found: Found) -> None:
    assert found("breaks", workshop(talk_for(80), "break: 15", talk_for(80))) == ()
    assert len(found("breaks", workshop(talk_for(100), "break: 15", talk_for(100)))) == 2


def test_a_talk_needs_no_break(found: Found) -> None:
    assert found("breaks", workshop(talk_for(200), kind="talk")) == ()


@pytest.mark.parametrize(
    ("slide", "words"),
    [
        ("poll: {question: Who?, options: [One]}", "this poll slide has 1 option; it can have 2 to 5"),
        ("poll: {question: Who?, options: [A, B, C, D, E, F]}", "this poll slide has 6 options; it can have 2 to 5"),
        ("learning-outcomes: [a, b, c, d, e]", "this learning-outcomes slide has 5 outcomes; it can have 2 to 4"),
        ("evaluation: [What?]", "this evaluation slide has 1 question; it can have 2 to 4"),
        (
            "activity: {headline: Look, minutes: 5, group-size: 3, outcome: A list, steps: [a, b, c, d, e]}",
            "this activity slide has 5 steps; it can have 1 to 4",
        ),
    ],
)
def test_lists_that_are_too_long_or_too_short_are_errors(slide: str, words: str, found: Found) -> None:
    (told,) = found("number-of-entries", workshop(slide))
    assert told.message == words
    assert told.position is not None
    assert told.hint


def test_lists_of_the_right_length_are_not_told(found: Found) -> None:
    assert (
        found("number-of-entries", workshop("poll: {question: Who?, options: [A, B]}", "evaluation: [A, B, C]")) == ()
    )


def test_a_distressing_slide_without_a_content_note_is_noted_in_a_workshop(found: Found) -> None:
    slide = "statistic: disorganised-attachment-groups"
    (told,) = found("content-note", workshop("title", slide))
    assert told.severity is Severity.NOTE
    assert told.position is not None
    assert told.position.line == 7
    assert found("content-note", workshop("title", slide, kind="talk")) == ()


def test_a_content_note_that_nobody_sees_beforehand_is_noted(found: Found) -> None:
    slide = "discussion: {question: Who?, minutes: 9, content-note: We speak about violence}"
    (told,) = found("content-note", workshop(slide))
    assert "no slide before it" in told.message
    assert found("content-note", workshop("learning-outcomes: [a, b]", slide)) == ()


@pytest.mark.parametrize(
    ("name", "length"),
    [("workshop-half-day", 150), ("workshop-half-day", 180), ("workshop-60-minutes", 60), ("workshop-60-minutes", 90)],
)
def test_standard_workshops_add_up_in_each_of_their_lengths(name: str, length: int, deck: Deck) -> None:
    spec = (ROOT / "decks" / f"{name}.yaml").read_text(encoding="utf-8")
    made = deck(re.sub(r"(?m)^length: \d+$", f"length: {length}", spec))
    assert made.deck.length == length
    told = [d for d in check(made, Features()) if d.severity is not Severity.NOTE or d.code == "content-note"]
    assert told == []
    assert not any(turn.is_estimated for turn in run_sheet(made.deck))


PLANS = """
Work in groups of 3
Groups of three to four, 10 minutes
Spend 15 minutes in pairs
You have 20 minutes
10 minutes in pairs, then 5 minutes together
Give each pair 3 minutes
After 5 minutes, swap over
10 minutes: read the story. 20 minutes: talk.
Back at 11:15
10:40–11:05
(25 minutes)
Allow twenty minutes
Pairs (10 min), fours (15 min)
5 min each
form 5 groups of 4
tables of 6
"""
CLAIMS = """
42% of babies
Health visitors have 10 minutes less than they need
A visit lasts 10 minutes
In groups of 3, talk about the 42% of areas
Take 10 minutes to read that 5,000 babies are at risk
For 10 minutes, 300 parents waited
A baby is born every 10 minutes
3 babies in each group
the first 20 minutes of life
"""


@pytest.mark.parametrize("words", PLANS.strip().splitlines())
def test_minutes_groups_and_times_are_no_figures(words: str) -> None:
    assert list(quantities(words)) == []


@pytest.mark.parametrize("words", CLAIMS.strip().splitlines())
def test_claims_among_minutes_and_groups_are_figures(words: str) -> None:
    assert len(list(quantities(words))) >= 1


def test_on_slides_of_a_workshop_minutes_are_a_plan_and_claims_are_not(found: Found) -> None:
    def told(say: str) -> tuple[Diagnostic, ...]:
        return found("unsourced-figure", workshop(f"discussion: {{question: Who?, minutes: 9, say: '{say}'}}"))

    assert told("The last 5 minutes are for the whole room, in groups of 4, until 10:40.") == ()
    assert [d.severity for d in told("In 10 minutes you will know that 42% of areas turn babies away.")] == ["error"]
    assert len(told("Every 10 minutes a baby is harmed.")) == 1


def test_materials_and_sizes_of_groups_may_be_counted(found: Found) -> None:
    activity = "activity: {headline: Look, minutes: 5, group-size: 3-4, materials: 20 cards, outcome: X, steps: [a]}"
    assert found("unsourced-figure", workshop(activity)) == ()
