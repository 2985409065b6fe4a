"""A deck for one nation that shows another's figure is warned, unless the slide says whose it is."""

from __future__ import annotations

from collections.abc import Callable

from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic, Severity

Found = Callable[[str, str], tuple[Diagnostic, ...]]
CHECK = "borrowed-nation"


def spec(nation: str, slide: str) -> str:
    return f"title: A\n{f'nation: {nation}' if nation else ''}\nslides:\n  - {slide}\n"


def borrowed(deck: Callable[[str], LaidOutDeck], nation: str = "wales") -> str:
    """A statistic of England alone whose own words on a slide do not name England, if the library has one."""
    library = deck("title: A\nslides: [title]\n").deck.library
    for statistic in library.statistics.values():
        words = f"{statistic.headline} {statistic.base} {statistic.predicate} {statistic.counted}"
        if [str(n) for n in statistic.nations] == ["england"] and "England" not in words:
            return statistic.id
    raise AssertionError("the library has no such figure")


def test_a_figure_of_another_nation_is_told(found: Found, deck: Callable[[str], LaidOutDeck]) -> None:
    name = borrowed(deck)
    (said,) = found(CHECK, spec("wales", f"statistic: {name}"))
    assert (said.severity, str(said.position)) == (Severity.WARNING, "decks/talk.yaml:4:5")
    assert "this deck is for Wales" in said.message
    assert "England" in said.message


def test_a_headline_that_names_the_nation_is_honest(found: Found, deck: Callable[[str], LaidOutDeck]) -> None:
    assert found(CHECK, spec("wales", f"statistic: {borrowed(deck)}\n    headline: What England found")) == ()


def test_a_figure_whose_own_words_name_the_nation_is_honest(found: Found) -> None:
    assert found(CHECK, spec("wales", "statistic: camhs-under-twos")) == ()


def test_the_nation_s_own_figure_is_fine(found: Found, deck: Callable[[str], LaidOutDeck]) -> None:
    assert found(CHECK, spec("england", f"statistic: {borrowed(deck)}")) == ()


def test_a_deck_of_no_nation_may_use_any_figure(found: Found, deck: Callable[[str], LaidOutDeck]) -> None:
    assert found(CHECK, spec("", f"statistic: {borrowed(deck)}")) == ()
