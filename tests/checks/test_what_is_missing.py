"""Slides that lack what they are there for, and decks that lack their references."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from deckmaker.discovery import Features
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Severity
from deckmaker.pipeline import check

FEATURES = Features()
LaidOut = Callable[[str], LaidOutDeck]


def codes(made: LaidOutDeck) -> list[str]:
    return [diagnostic.code for diagnostic in check(made, FEATURES)]


@pytest.mark.parametrize(
    ("slide", "lacking"),
    [("agenda", "parts"), ("references", "references"), ("text: {headline: Only a headline}", "body")],
)
def test_a_slide_with_nothing_to_show_is_an_error_at_its_line(slide: str, lacking: str, laid_out: LaidOut) -> None:
    made = laid_out(f"title: A deck\nslides:\n  - title\n  - {slide}\n")
    (empty,) = [d for d in check(made, FEATURES) if d.code == "empty-slide"]
    assert empty.severity is Severity.ERROR
    assert lacking in empty.message
    assert empty.position is not None
    assert empty.position.line == 4


def test_a_deck_that_cites_without_references_is_warned(laid_out: LaidOut) -> None:
    assert "missing-references" in codes(laid_out("title: A deck\nslides:\n  - message: 1\n"))


def test_a_deck_with_references_is_not(laid_out: LaidOut) -> None:
    assert "missing-references" not in codes(laid_out("title: A deck\nslides:\n  - message: 1\n  - references\n"))


def test_a_deck_that_cites_nothing_needs_none(laid_out: LaidOut) -> None:
    assert "missing-references" not in codes(laid_out("title: A deck\nslides:\n  - title\n"))


def test_two_slides_of_the_same_title_are_told_apart_or_warned(laid_out: LaidOut) -> None:
    made = laid_out("title: A deck\nslides:\n  - section: One\n  - section: One\n")
    (warned,) = [d for d in check(made, FEATURES) if d.code == "same-title"]
    assert warned.position is not None
    assert warned.position.line == 4


def test_notes_longer_than_the_talk_are_warned_of(laid_out: LaidOut) -> None:
    notes = "word " * 300
    (warned,) = [
        d
        for d in check(laid_out(f"title: A deck\nlength: 1\nslides:\n  - title:\n    notes: {notes}\n"), FEATURES)
        if d.code == "talk-length"
    ]
    assert warned.severity is Severity.WARNING
    assert "about 2 minutes" in warned.message


def test_notes_shorter_than_the_talk_are_warned_of(laid_out: LaidOut) -> None:
    made = laid_out("title: A deck\nlength: 9\nslides:\n  - title:\n    notes: A word of welcome.\n")
    (warned,) = [d for d in check(made, FEATURES) if d.code == "talk-length"]
    assert warned.severity is Severity.WARNING
    assert "add to" in warned.hint
