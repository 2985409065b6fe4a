"""Which lines belong to which slide, and where they are while the text is being changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.preview.conftest import SPEC

from deckmaker.model.deck import LaidOutDeck
from deckmaker.preview.places import Lines, lines_of_slides, moved

NAME = "decks/deck.yaml"
LaidOut = Callable[[str], LaidOutDeck]


def spans(made: LaidOutDeck, text: str) -> list[tuple[int, int]]:
    return [(one.first, one.last) for one in lines_of_slides([made], {NAME: text}) if one is not None]


def test_a_slide_has_its_lines_up_to_the_next_one(laid_out: LaidOut) -> None:
    assert spans(laid_out(SPEC), SPEC) == [(3, 3), (4, 6), (7, 10), (11, 11)]


def test_the_last_slide_ends_before_keys_of_the_deck_and_before_remarks(laid_out: LaidOut) -> None:
    text = SPEC + "\n# That was all.\n\nlanguage: en-GB\naudience: public\n"
    assert spans(laid_out(text), text)[-1] == (11, 11)


def test_slides_on_several_pages_share_their_lines(laid_out: LaidOut) -> None:
    text = SPEC + "  - message: 2\n  - message: 3\n  - message: 4\n  - references\n"
    made = laid_out(text)
    found = spans(made, text)
    assert len(found) == len(made.frames)
    assert found[7:] == [(15, 15)] * (len(made.frames) - 7)


def test_slides_of_an_included_file_have_lines_there(laid_out: LaidOut, tmp_path: Path) -> None:
    (tmp_path / "decks" / "part.yaml").write_text("# A part\nslides:\n  - closing\n", encoding="utf-8")
    text = SPEC + "  - include: part.yaml\n"
    found = lines_of_slides([laid_out(text)], {NAME: text, "decks/part.yaml": "# A part\nslides:\n  - closing\n"})
    assert found[-1] == Lines("decks/part.yaml", 3, 3)
    assert lines_of_slides([laid_out(text)], {NAME: text})[-1] is None


def test_lines_move_with_what_is_written_before_them() -> None:
    lines = [Lines(NAME, 3, 3), Lines(NAME, 4, 6), None]
    now = SPEC.replace("slides:\n", "slides:\n  - agneda\n\n")
    assert moved(lines, {NAME: SPEC}, {NAME: now}) == (Lines(NAME, 5, 5), Lines(NAME, 6, 8), None)


def test_a_line_that_was_changed_stays_that_of_its_slide() -> None:
    now = SPEC.replace("  - section: The end", "  - secton: The end")
    assert moved([Lines(NAME, 11, 11)], {NAME: SPEC}, {NAME: now}) == (Lines(NAME, 11, 11),)


def test_lines_that_are_gone_are_nowhere() -> None:
    now = SPEC.replace("  - section: The end\n", "")
    assert moved([Lines(NAME, 3, 3), Lines(NAME, 11, 11)], {NAME: SPEC}, {NAME: now}) == (Lines(NAME, 3, 3), None)
