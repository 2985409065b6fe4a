"""Speaker notes: what is said, how long it takes, what to take care of, and every source in full."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.frame import Frame

LaidOut = Callable[[str], LaidOutDeck]


def notes_of(laid_out: LaidOut, slide: str, deck: str = "") -> Frame:
    return laid_out(f"title: A deck\n{deck}slides:\n  - {slide}\n").frames[0]


def part(frame: Frame, heading: str) -> list[str]:
    """The paragraphs under a heading."""
    paragraphs = list(frame.notes.paragraphs)
    (start,) = (n for n, paragraph in enumerate(paragraphs) if paragraph.heading and str(paragraph) == heading)
    found = []
    for paragraph in paragraphs[start + 1 :]:
        if paragraph.heading:
            break
        found.append(str(paragraph))
    return found


def test_they_stand_in_order_under_headings_with_lists(laid_out: LaidOut) -> None:
    frame = notes_of(laid_out, "statistic: camhs-under-twos\n    content-note: Waiting lists")
    headings = [str(paragraph) for paragraph in frame.notes.paragraphs if paragraph.heading]
    assert headings == ["Timing", "Take care", "Sources"]
    listed = [paragraph.bullet for paragraph in frame.notes.paragraphs if str(paragraph) in part(frame, "Sources")]
    assert listed
    assert all(listed)


def test_a_content_note_is_said_before_all_else(laid_out: LaidOut) -> None:
    for notes in ("", "\n    notes: My own words."):
        frame = notes_of(laid_out, f"message: 8\n    content-note: We speak of violence at home.{notes}")
        assert str(frame.notes.paragraphs[0]) == "Content note: We speak of violence at home."


@pytest.mark.parametrize(
    ("words", "told"),
    [(20, "Less than a minute"), (130, "About 1 minute"), (280, "About 2 minutes")],
)
def test_the_time_is_that_of_the_words_at_an_easy_pace(words: int, told: str, laid_out: LaidOut) -> None:
    frame = notes_of(laid_out, f"statistic: camhs-under-twos\n    notes: {'word ' * words}")
    assert part(frame, "Timing") == [told]


def test_the_time_is_the_slides_own_where_it_says_one(laid_out: LaidOut) -> None:
    frame = notes_of(laid_out, "statistic: camhs-under-twos\n    minutes: 3")
    assert part(frame, "Timing") == ["About 3 minutes"]


def test_a_slide_without_words_has_no_timing_and_one_that_is_facilitated_has_its_own(laid_out: LaidOut) -> None:
    assert not notes_of(laid_out, "section: A part").notes
    spec = "discussion: Who holds the baby in mind?\n    minutes: 10\n    content-note: Loss"
    frame = notes_of(laid_out, spec)
    told = [str(paragraph) for paragraph in frame.notes.paragraphs]
    assert "Timing" not in told
    assert str(frame.notes).count("Content note") == 1


def test_notes_that_are_off_are_empty(laid_out: LaidOut) -> None:
    assert not notes_of(laid_out, "message: 1", "notes: no\n").notes
