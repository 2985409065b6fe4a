"""What random decks brought to light, each as the smallest spec that shows it."""

from __future__ import annotations

from tests.random_decks.made import Maker

from deckmaker.model.diagnostic import Severity


def of_text(headline: str, body: str = "Words.") -> str:
    return f"title: A deck\nslides:\n  - text:\n      headline: {headline}\n      body: {body}\n"


def test_letters_that_powerpoint_takes_for_a_control_character_are_told_where_they_stand(maker: Maker) -> None:
    (told,) = maker.make(of_text("Words", "Before _x000B_ after")).diagnostics
    assert told.code == "control-character"
    assert told.position is not None
    assert (told.position.line, told.position.column) == (5, 13)


def test_a_letter_that_no_font_has_is_a_warning_and_the_deck_is_built(maker: Maker) -> None:
    outcome = maker.make(of_text("Words", "A smile \U0001f600"))
    assert [one.severity for one in outcome.diagnostics if one.code == "missing-letter"] == [Severity.WARNING]
    assert outcome.is_built


def test_text_without_room_is_not_said_to_lack_contrast_as_well(maker: Maker) -> None:
    spec = "title: A deck\nslides:\n  - evaluation: [What was good?, What was missing?]\n    headline: "
    assert maker.make(spec + "so many words " * 12).codes == ("too-much-text",)


def test_words_between_two_short_terms_in_straight_marks_are_no_quotation(maker: Maker) -> None:
    assert maker.make(of_text("Words", '\'What "safe" means to me and to you as a "parent" may differ\'')).is_built
    assert maker.make(of_text("Words", "'She said \"nobody has ever asked us\" to me'")).codes == (
        "unsourced-quotation",
    )
