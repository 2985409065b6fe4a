"""The ask: the author's own, or what the last message asks of the deck's audience."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from deckmaker.discovery import Features
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic
from deckmaker.model.frame import TextItem
from deckmaker.model.scope import Audience
from deckmaker.pipeline import check

FEATURES = Features()
LaidOut = Callable[[str], LaidOutDeck]


def errors_of(made: LaidOutDeck) -> list[Diagnostic]:
    return [diagnostic for diagnostic in check(made, FEATURES) if diagnostic.stops_the_build]


@pytest.mark.parametrize("audience", Audience)
def test_without_words_it_shows_what_the_last_message_asks_of_the_audience(
    audience: Audience, laid_out: LaidOut
) -> None:
    slides = "slides:\n  - message: 1\n  - message: 6\n  - call-to-action\n  - message: 2\n"
    made = laid_out(f"title: A deck\naudience: {audience}\n{slides}")
    ask = made.deck.library.messages["6"].audiences[audience].ask
    assert ask is not None
    assert made.frames[2].title == str(ask)
    assert errors_of(made) == []


def test_words_of_the_authors_own_come_first(laid_out: LaidOut) -> None:
    made = laid_out("title: A deck\naudience: mps\nslides:\n  - message: 1\n  - call-to-action: Write to us\n")
    assert made.frames[1].title == "Write to us"


@pytest.mark.parametrize(
    ("audience", "message", "said"),
    [
        ("", "  - message: 1\n", "the deck does not say for whom it is"),
        ("audience: mps\n", "", "no message before it asks anything of mps"),
    ],
)
def test_without_words_and_without_an_ask_it_is_refused(
    audience: str, message: str, said: str, laid_out: LaidOut
) -> None:
    (error,) = errors_of(laid_out(f"title: A deck\n{audience}slides:\n{message}  - call-to-action\n"))
    assert error.code == "slide-refused"
    assert said in error.message
    assert "call-to-action: the one thing" in error.hint
    assert error.position is not None


def test_every_ask_of_the_library_fits(laid_out: LaidOut) -> None:
    messages = laid_out("title: A deck\nslides: [title]\n").deck.library.messages
    asks = [str(words.ask) for message in messages.values() for words in message.audiences.values() if words.ask]
    assert len(asks) >= 10
    slides = "".join(f"  - call-to-action: {ask!r}\n" for ask in dict.fromkeys(asks) if "'" not in ask)
    assert "too-much-text" not in {error.code for error in errors_of(laid_out(f"title: A deck\nslides:\n{slides}"))}


def test_an_ask_without_a_first_step_has_its_contact_close_to_it(laid_out: LaidOut) -> None:
    alone, with_step = "  - call-to-action: Write\n", "  - call-to-action: Call\n    how: Today\n"
    made = laid_out(f"title: A deck\nslides:\n{alone}{with_step}")
    places = [i.box.y for f in made.frames for i in f.items if isinstance(i, TextItem) and i.placeholder == "contact"]
    assert len(places) == 2
    assert places[0] < places[1]
