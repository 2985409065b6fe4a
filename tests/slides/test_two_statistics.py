"""Two figures side by side: each with its base, on the same lines, and never a pair that would mislead."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from deckmaker.discovery import Features
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic
from deckmaker.model.frame import Frame, GraphicItem, TextItem
from deckmaker.pipeline import check

FEATURES = Features()
LaidOut = Callable[[str], LaidOutDeck]


def pair(names: str, headline: str = "Two figures") -> str:
    return (
        f"title: A deck\nslides:\n  - title\n  - two-statistics: [{names}]\n    headline: {headline}\n  - references\n"
    )


def errors_of(made: LaidOutDeck) -> list[Diagnostic]:
    return [diagnostic for diagnostic in check(made, FEATURES) if diagnostic.stops_the_build]


def texts_of(frame: Frame) -> dict[str, TextItem]:
    return {item.placeholder: item for item in frame.items if isinstance(item, TextItem)}


def test_each_figure_has_its_own_base_and_hedge(laid_out: LaidOut) -> None:
    made = laid_out(pair("babies-needing-specialised-help, camhs-under-twos"))
    shown = texts_of(made.frames[1])
    assert errors_of(made) == []
    assert str(shown["hedge-1"].text) == "At least"
    assert "hedge-2" not in shown
    assert [str(shown[f"figure-{n}"].text) for n in (1, 2)] == ["15%", "42%"]
    for number, name in enumerate(("babies-needing-specialised-help", "camhs-under-twos"), start=1):
        assert str(shown[f"words-{number}"].text).startswith(made.deck.library.statistics[name].base)


def test_the_source_line_says_which_place_and_year_belongs_to_which_figure(laid_out: LaidOut) -> None:
    made = laid_out(pair("camhs-under-twos, denmark-infant-mental-health"))
    source = str(texts_of(made.frames[1])["source"].text)
    assert "Left: England, published 2019." in source
    assert "Right: Denmark, published 2010." in source
    assert "[1]" in source
    assert "[2]" in source


def test_both_figures_are_told_as_printed_and_never_as_one_in_different_numbers(laid_out: LaidOut) -> None:
    made = laid_out(pair("babies-needing-specialised-help, denmark-infant-mental-health"))
    told = [str(item.text) for item in texts_of(made.frames[1]).values()]
    graphics = [item for item in made.frames[1].items if isinstance(item, GraphicItem)]
    assert told
    assert all(" in 7" not in words and " in 6" not in words for words in told)
    assert all(item.graphic.kind != "one-in-n" for item in graphics)


def test_graphics_are_of_one_kind_for_both_or_there_are_none(laid_out: LaidOut) -> None:
    library = laid_out("title: A deck\nslides: [title]\n").deck.library.statistics
    single = [name for name, record in library.items() if len(record.values) == 1]
    pairs = list(zip(single, single[1:] + single[:1], strict=True))
    slides = "".join(f"  - two-statistics: [{a}, {b}]\n    headline: Number {n}\n" for n, (a, b) in enumerate(pairs))
    made = laid_out(f"title: A deck\nslides:\n{slides}")
    assert len(made.frames) == len(pairs) >= 20
    for frame in made.frames:
        kinds = [item.graphic.kind for item in frame.items if isinstance(item, GraphicItem)]
        assert len(kinds) in (0, 2)
        assert len(set(kinds)) <= 1
    assert {error.code for error in errors_of(made)} <= {"doubtful-figure"}


def test_shares_of_a_hundred_that_one_kind_shows_are_drawn(laid_out: LaidOut) -> None:
    made = laid_out(pair("camhs-under-twos, denmark-infant-mental-health"))
    kinds = [item.graphic.kind for item in made.frames[1].items if isinstance(item, GraphicItem)]
    assert kinds == ["proportion-grid", "proportion-grid"]


def test_both_sides_stand_on_the_same_lines_in_every_layout() -> None:
    layouts = FEATURES.slides["two-statistics"].layouts
    assert len(layouts) >= 6
    for layout in layouts:
        for name in ("hedge", "figure", "words"):
            left, right = layout.placeholder(f"{name}-1"), layout.placeholder(f"{name}-2")
            assert left.style and right.style
            assert (left.box.y, left.box.height, left.style.size) == (right.box.y, right.box.height, right.style.size)


def test_a_long_figure_takes_smaller_type_on_both_sides(laid_out: LaidOut) -> None:
    made = laid_out(pair("annual-cost-per-child, nurturing-care-return"))
    shown = texts_of(made.frames[1])
    sizes = {shown[f"figure-{n}"].style.size for n in (1, 2)}
    assert errors_of(made) == []
    assert len(sizes) == 1
    assert sizes.pop() < 88


def test_a_headline_of_five_lines_is_an_error_that_counts_the_words(laid_out: LaidOut) -> None:
    (error,) = errors_of(laid_out(pair("babies-in-need, camhs-under-twos", "many more words " * 12)))
    assert error.code == "too-much-text"
    assert "title of this two-statistics slide" in error.message


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ("camhs-under-twos", "here is one"),
        ("camhs-under-twos, babies-in-need, all-three-risks", "here are 3"),
        ("camhs-under-twos, camhs-under-twos", "named twice"),
        ("camhs-under-twos, disorganised-attachment-groups", "figures for 3 groups"),
    ],
)
def test_what_is_no_pair_is_refused_at_its_line_with_what_to_do(names: str, said: str, laid_out: LaidOut) -> None:
    (error,) = errors_of(laid_out(pair(names)))
    assert error.code == "slide-refused"
    assert said in error.message
    assert error.position is not None
    assert (error.position.line, error.position.column) == (4, 5)
    assert error.hint
