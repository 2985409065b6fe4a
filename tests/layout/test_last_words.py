"""The last two words of a sentence stay together, and nothing else about it changes."""

from __future__ import annotations

import pytest

from deckmaker.layout.last_words import with_last_words_together as together
from deckmaker.model.text import Paragraph, Run, Text, plain


def test_the_last_two_words_are_joined_by_a_no_break_space() -> None:
    assert str(together(plain("They do not know whom to ask"))) == "They do not know whom to\u00a0ask"


def test_every_paragraph_has_its_own_last_words() -> None:
    made = together(plain("One two three four five", "six seven eight nine ten"))
    assert str(made) == "One two three four\u00a0five\nsix seven eight nine\u00a0ten"


@pytest.mark.parametrize("words", ["Time to look", "They are not reachable intergovernmentally", ""])
def test_few_words_and_long_ones_are_left_as_they_are(words: str) -> None:
    assert together(plain(words)) == plain(words)


def test_the_words_are_the_same_for_whoever_counts_them() -> None:
    text = plain("We look at the baby first, for a moment.")
    assert str(together(text)).split() == str(text).split()
    assert together(text).word_count == text.word_count


def test_a_link_at_the_end_is_left_alone() -> None:
    linked = Text((Paragraph((Run("Write to us all at "), Run("our own page", link="https://example.org"))),))
    assert together(linked) == linked
