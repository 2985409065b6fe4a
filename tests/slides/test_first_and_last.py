"""The slides that open and close a deck: title, references, closing."""

from __future__ import annotations

from collections.abc import Callable

from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.frame import Frame, TextItem

LaidOut = Callable[[str], LaidOutDeck]


def texts_of(frame: Frame) -> dict[str, TextItem]:
    return {item.placeholder: item for item in frame.items if isinstance(item, TextItem)}


def entries_of(made: LaidOutDeck) -> list[int]:
    """How many works each page of references lists."""
    found = [texts_of(frame).get("references") for frame in made.frames]
    return [len(item.text.paragraphs) for item in found if item]


def test_the_title_slide_says_for_whom_by_whom_where_and_when(laid_out: LaidOut) -> None:
    made = laid_out(
        "title: A deck\naudience: mps\npresenter: Ann Example\norganisation: A charity\nevent: A committee\n"
        "date: 2026-03-04\nslides: [title]\n"
    )
    details = [str(paragraph) for paragraph in texts_of(made.frames[0])["details"].text.paragraphs]
    assert details == ["For Members of Parliament", "Ann Example, A charity", "A committee, 4 March 2026"]


def test_references_are_shared_out_evenly_over_the_pages_that_they_need(laid_out: LaidOut) -> None:
    for messages in ((1, 2, 3), (1, 2, 3, 4, 5, 6), tuple(range(1, 11))):
        slides = "".join(f"  - message: {number}\n" for number in messages)
        entries = entries_of(laid_out(f"title: A deck\nslides:\n{slides}  - references\n"))
        assert len(entries) >= 2
        assert max(entries) - entries[-1] <= len(entries)


def test_few_references_are_set_in_larger_type(laid_out: LaidOut) -> None:
    few = laid_out("title: A deck\nslides:\n  - statistic: camhs-under-twos\n  - references\n")
    assert texts_of(few.frames[1])["references"].style.size == 20
    assert few.frames[1].layout == "references-large"


def test_the_closing_slide_says_whom_to_turn_to_where_the_author_does(laid_out: LaidOut) -> None:
    made = laid_out("title: A deck\nslides:\n  - closing\n  - closing:\n      contact: Ann Example, 4th floor\n")
    without, with_contact = (texts_of(frame) for frame in made.frames)
    assert "contact" not in without
    assert str(with_contact["contact"].text) == "Ann Example, 4th floor"
