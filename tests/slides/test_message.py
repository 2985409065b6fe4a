"""A message slide: three supports or one figure, and notes for those who will hear it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from deckmaker.discovery import Features
from deckmaker.layout.lay_out import lay_out
from deckmaker.model.deck import Deck, LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic
from deckmaker.model.evidence import AudienceWords
from deckmaker.model.frame import Frame, GraphicItem, IconItem, TextItem
from deckmaker.model.scope import Audience, Nation
from deckmaker.model.text import plain
from deckmaker.pipeline import check

FEATURES = Features()
LaidOut = Callable[[str], LaidOutDeck]
FIGURE = "title: A deck\nslides:\n  - title\n  - message: 6\n    statistic: {}\n  - references\n"


def errors_of(made: LaidOutDeck) -> list[Diagnostic]:
    return [diagnostic for diagnostic in check(made, FEATURES) if diagnostic.stops_the_build]


def texts_of(frame: Frame) -> dict[str, str]:
    return {item.placeholder: str(item.text) for item in frame.items if isinstance(item, TextItem)}


def headings_of(frame: Frame) -> list[str]:
    return [str(paragraph) for paragraph in frame.notes.paragraphs if paragraph.heading]


def told_to(deck: Deck, audience: Audience | None, nation: Nation | None) -> Frame:
    """The first message of a deck in whose library this audience and this nation have words of their own."""
    message = deck.library.messages["1"]
    own = AudienceWords(
        talking_points=plain("Points for them."), example=plain("One that they know."), ask=plain("Do this.")
    )
    there = AudienceWords(talking_points=plain("Points of the nation."))
    message = replace(message, audiences={Audience.MPS: own}, nations={Nation.WALES: there})
    slide = replace(deck.slides[0], message=message)  # type: ignore[call-arg]
    return lay_out(replace(deck, slides=(slide,), audience=audience, nation=nation), FEATURES).frames[0]


@pytest.fixture
def deck(laid_out: LaidOut) -> Deck:
    return laid_out("title: A deck\nslides:\n  - message: 1\n").deck


def test_a_figure_takes_the_place_of_the_supports(laid_out: LaidOut) -> None:
    made = laid_out(FIGURE.format("babies-needing-specialised-help"))
    frame, shown = made.frames[1], texts_of(made.frames[1])
    assert errors_of(made) == []
    assert (shown["hedge"], shown["figure"]) == ("At least", "1 in 7")
    assert shown["words"].startswith(made.deck.library.messages["6"].headline)
    assert not any(name.startswith("support") for name in shown)
    assert not [item for item in frame.items if isinstance(item, IconItem)]
    assert len([item for item in frame.items if isinstance(item, GraphicItem)]) == 1


def test_it_is_read_in_the_order_title_message_claim_graphic_source(laid_out: LaidOut) -> None:
    made = laid_out(FIGURE.format("babies-needing-specialised-help"))
    order = [i.placeholder for i in made.frames[1].items if isinstance(i, TextItem | GraphicItem)]
    assert order == ["title", "eyebrow", "words", "hedge", "figure", "claim", "graphic", "source"]


def test_with_a_figure_only_its_sources_and_the_messages_are_cited(laid_out: LaidOut) -> None:
    made = laid_out(FIGURE.format("camhs-under-twos-reported"))
    library = made.deck.library
    shown = (*library.messages["6"].cite, *library.statistics["camhs-under-twos-reported"].cite)
    assert {source.id for source in made.deck.references} == {citation.source.id for citation in shown}


def test_every_statistic_of_every_message_fits_its_slide(laid_out: LaidOut) -> None:
    library = laid_out("title: A deck\nslides: [title]\n").deck.library
    pairs = [(number, name) for name, record in library.statistics.items() for number in record.messages]
    slides = "".join(
        f"  - message: {number}\n    statistic: {name}\n    headline: Number {n}\n"
        for n, (number, name) in enumerate(pairs)
    )
    assert len(pairs) >= 25
    assert {error.code for error in errors_of(laid_out(f"title: A deck\nslides:\n{slides}"))} <= {"doubtful-figure"}


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("graphic: dots", "does not say which statistic"),
        ("statistic: annual-cost-per-child", "does not belong to message 6"),
    ],
)
def test_a_graphic_of_nothing_and_a_figure_of_another_message_are_refused(
    keys: str, said: str, laid_out: LaidOut
) -> None:
    (error,) = errors_of(laid_out(f"title: A deck\nslides:\n  - title\n  - message: 6\n    {keys}\n"))
    assert error.code == "slide-refused"
    assert said in error.message
    assert "babies-needing-specialised-help" in error.hint
    assert error.position is not None
    assert error.position.line == 4


def test_a_graphic_that_would_mislead_is_refused_here_too(laid_out: LaidOut) -> None:
    made = laid_out(FIGURE.format("camhs-under-twos-reported\n    graphic: one-in-n"))
    assert [error.code for error in errors_of(made)] == ["misleading-graphic"]


def test_notes_have_the_usual_talking_points_for_an_audience_without_words_of_its_own(deck: Deck) -> None:
    usual = str(deck.library.messages["1"].talking_points)
    for audience in (None, Audience.PARENTS):
        frame = told_to(deck, audience, None)
        assert str(frame.notes).startswith(usual)
        assert headings_of(frame) == ["Timing", "Take care", "Sources"]


def test_notes_have_the_talking_points_example_and_ask_of_the_decks_audience(deck: Deck) -> None:
    frame = told_to(deck, Audience.MPS, None)
    notes = [str(paragraph) for paragraph in frame.notes.paragraphs]
    assert notes[:5] == ["Points for them.", "An example", "One that they know.", "The ask", "Do this."]
    assert headings_of(frame) == ["An example", "The ask", "Timing", "Take care", "Sources"]


def test_the_nations_points_follow_those_for_the_audience(deck: Deck) -> None:
    notes = [str(paragraph) for paragraph in told_to(deck, Audience.MPS, Nation.WALES).notes.paragraphs]
    assert notes[:3] == ["Points for them.", "Points of the nation.", "An example"]
    usual = str(deck.library.messages["1"].talking_points)
    assert str(told_to(deck, None, Nation.WALES).notes).startswith(f"{usual}\nPoints of the nation.")


def test_notes_of_the_authors_own_replace_all_of_them(laid_out: LaidOut) -> None:
    made = laid_out("title: A deck\naudience: mps\nslides:\n  - message: 1\n    notes: My own words.\n")
    assert str(made.frames[0].notes).startswith("My own words.\nTiming\n")
    assert "The ask" not in headings_of(made.frames[0])


def test_every_audience_that_the_library_speaks_to_is_heard_in_the_notes(laid_out: LaidOut) -> None:
    messages = laid_out("title: A deck\nslides: [title]\n").deck.library.messages
    told = [(audience, number, words) for number, m in messages.items() for audience, words in m.audiences.items()]
    assert told
    slides = "".join(f"  - message: {number}\n" for number in messages)
    for audience in {audience for audience, _, _ in told}:
        made = laid_out(f"title: A deck\naudience: {audience}\nslides:\n{slides}")
        for _, number, words in (each for each in told if each[0] is audience):
            notes = str(made.frames[list(messages).index(number)].notes)
            assert all(str(text) in notes for text in (words.talking_points, words.example, words.ask) if text)


def test_beside_a_figure_stands_a_graphic_that_says_more_than_the_figure(laid_out: LaidOut) -> None:
    made = laid_out("title: A deck\nslides:\n  - message: 8\n    statistic: babies-in-need\n")
    assert made.deck.library.statistics["babies-in-need"].drawing.default == "big-number"
    assert [i.graphic.kind for i in made.frames[0].items if isinstance(i, GraphicItem)] == ["dots"]


def test_a_figure_that_no_graphic_shows_stands_in_a_panel(laid_out: LaidOut) -> None:
    made = laid_out("title: A deck\nslides:\n  - message: 7\n    statistic: less-likely-problems\n")
    assert errors_of(made) == []
    assert made.frames[0].layout == "message-figure"
    assert texts_of(made.frames[0])["figure"] == "2.5 times"
