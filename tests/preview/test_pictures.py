"""A slide is drawn when something that is seen of it has changed, and only then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.preview.conftest import SPEC

from deckmaker.model.deck import LaidOutDeck
from deckmaker.outputs import svg
from deckmaker.preview.pictures import Pictures

LaidOut = Callable[[str], LaidOutDeck]


@pytest.fixture
def pictures(tmp_path: Path) -> Pictures:
    return Pictures(tmp_path / "cache")


def test_each_slide_is_drawn_once(pictures: Pictures, laid_out: LaidOut) -> None:
    names = pictures.of([laid_out(SPEC)])
    assert len(set(names)) == 4
    assert pictures.drawn == 4
    assert pictures.of([laid_out(SPEC)]) == names
    assert pictures.drawn == 4
    assert all(pictures.at_hand[name].startswith(b"<svg") for name in names)


def test_one_changed_word_draws_one_slide(pictures: Pictures, laid_out: LaidOut) -> None:
    before = pictures.of([laid_out(SPEC)])
    after = pictures.of([laid_out(SPEC.replace("Another point", "Another thing"))])
    assert pictures.drawn == 5
    assert [old == new for old, new in zip(before, after, strict=True)] == [True, False, True, True]


def test_what_nobody_sees_on_a_slide_draws_nothing(pictures: Pictures, laid_out: LaidOut) -> None:
    before = pictures.of([laid_out(SPEC)])
    assert pictures.of([laid_out(SPEC.replace("slowly", "at once") + "    minutes: 3\n# the end\n")]) == before
    assert pictures.drawn == 4


def test_a_slide_more_draws_it_and_those_whose_number_changes(pictures: Pictures, laid_out: LaidOut) -> None:
    pictures.of([laid_out(SPEC)])
    after = pictures.of(
        [laid_out(SPEC.replace("  - text:\n      headline: What s", "  - closing\n  - text:\n      headline: What s"))]
    )
    assert len(after) == 5
    assert pictures.drawn == 4 + 3


def test_another_colour_of_the_brand_draws_every_slide(pictures: Pictures, laid_out: LaidOut) -> None:
    made = laid_out(SPEC)
    before = pictures.of([made])
    palette = {name: "#123456" if name == "ink" else value for name, value in made.deck.theme.palette.items()}
    theme = replace(made.deck.theme, palette={**palette, "cream": "#fefefe", "plum": "#111111"})
    after = pictures.of([replace(made, deck=replace(made.deck, theme=theme))])
    assert not set(before) & set(after)


def test_pictures_of_a_few_times_before_stay_at_hand_and_older_ones_do_not(
    pictures: Pictures, laid_out: LaidOut
) -> None:
    names = [
        pictures.of([laid_out(SPEC.replace("Another point", f"Point {word}"))])[1] for word in ("a", "b", "c", "d")
    ]
    assert [name in pictures.at_hand for name in names] == [False, True, True, True]


def test_a_picture_is_what_the_svg_of_the_deck_shows(pictures: Pictures, laid_out: LaidOut) -> None:
    """Drawn alone as together; the file that is built says its words too."""
    made = laid_out(SPEC)
    drawn = [pictures.at_hand[name] for name in pictures.of([made])]
    assert pictures._draw is not None
    built = list(svg.OUTPUT.render(made, pictures._draw).values())
    assert len(drawn) == len(built)
    for ours, theirs in zip(drawn, built, strict=True):
        assert ours.count(b"<use") == theirs.count(b"<use")
        assert ours.count(b"<path") == theirs.count(b"<path")
