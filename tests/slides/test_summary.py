"""An infographic summary: two to four panels, each with one record."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest

from deckmaker.discovery import Features
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic
from deckmaker.model.frame import IconItem, TextItem
from deckmaker.pipeline import check

FEATURES = Features()
LaidOut = Callable[[str], LaidOutDeck]
RECORDS = ("message: 9", "statistic: camhs-under-twos", "quotation: easier-to-build-strong-children")


def slide(*panels: str, headline: str = "What to take home") -> str:
    listed = "".join(f"        - {{{panel}}}\n" for panel in panels)
    return f"  - infographic-summary:\n      headline: {headline}\n      panels:\n{listed}"


def deck_of(*slides: str) -> str:
    return f"title: A deck\nslides:\n  - title\n{''.join(slides)}"


def errors_of(made: LaidOutDeck) -> list[Diagnostic]:
    return [diagnostic for diagnostic in check(made, FEATURES) if diagnostic.stops_the_build]


@pytest.mark.parametrize("count", [2, 3, 4])
def test_records_of_every_kind_fit_together_in_every_order(count: int, laid_out: LaidOut) -> None:
    orders = list(product(RECORDS, repeat=count))
    made = laid_out(deck_of(*(slide(*o, headline=f"Number {n}") for n, o in enumerate(orders)), "  - references\n"))
    assert len(orders) == 3**count
    assert errors_of(made) == []
    for frame in made.frames[1 : 1 + len(orders)]:
        assert len([item for item in frame.items if isinstance(item, IconItem)]) == count


@pytest.mark.parametrize("panel", ["message", "statistic"])
def test_every_record_fits_one_of_three_panels(panel: str, laid_out: LaidOut) -> None:
    library = laid_out("title: A deck\nslides: [title]\n").deck.library
    names = [*library.messages] if panel == "message" else [
        name for name, record in library.statistics.items() if len(record.values) == 1
    ]  # fmt: skip
    assert len(names) >= 10
    slides = [slide(f"{panel}: {name}", *RECORDS[:2], headline=f"Number {n}") for n, name in enumerate(names)]
    assert errors_of(laid_out(deck_of(*slides, "  - references\n"))) == []


def test_a_figure_stands_with_its_hedge_base_and_source(laid_out: LaidOut) -> None:
    made = laid_out(deck_of(slide("statistic: babies-needing-specialised-help", "message: 6"), "  - references\n"))
    shown = {i.placeholder: str(i.text) for i in made.frames[1].items if isinstance(i, TextItem)}
    assert (shown["hedge-1"], shown["figure-1"]) == ("At least", "15%")
    assert shown["words-1"].startswith("of babies in the general population")
    assert "[1]" in shown["words-1"]
    assert "[1]" in shown["source"]


def test_of_a_message_only_what_stands_on_the_page_is_cited(laid_out: LaidOut) -> None:
    made = laid_out(deck_of(slide("message: 1", "message: 2")))
    cited = {source.id for source in made.deck.references}
    assert cited == {c.source.id for n in ("1", "2") for c in made.deck.library.messages[n].cite}


@pytest.mark.parametrize(
    ("panels", "said"),
    [
        (RECORDS[:1], "this one has 1"),
        ((*RECORDS, *RECORDS), "this one has 6"),
        (("message: 9, statistic: camhs-under-twos", *RECORDS[:2]), "panel 1 names 2 records"),
        ((*RECORDS[:2], "statistic: disorganised-attachment-groups"), "figures for several groups"),
    ],
)
def test_panels_that_cannot_be_shown_are_refused_at_their_slide(
    panels: tuple[str, ...], said: str, laid_out: LaidOut
) -> None:
    (error,) = errors_of(laid_out(deck_of(slide(*panels))))
    assert error.code == "slide-refused"
    assert said in error.message
    assert error.position is not None
    assert error.position.line == 4


def test_a_headline_too_long_for_two_lines_is_told_with_the_words_that_are_too_many(laid_out: LaidOut) -> None:
    (error,) = errors_of(laid_out(deck_of(slide(*RECORDS, headline="Much to take home with you " * 6))))
    assert error.code == "too-much-text"
    assert "words too many for the title of this infographic-summary slide" in error.message


def test_a_long_headline_takes_smaller_panels(laid_out: LaidOut) -> None:
    long = "What to take home, and what to bring up at the next meeting of your own board"
    short, longer = (laid_out(deck_of(slide(*RECORDS, headline=words))) for words in ("Take home", long))
    assert errors_of(longer) == []
    assert short.frames[1].layout != longer.frames[1].layout
