"""Brand colours as theme references."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deckmaker.model.colour import Colour
from deckmaker.model.deck import LaidOutDeck
from deckmaker.outputs.pptx.colours import SLOTS, Colours, Tint, difference, nearest_tint, slots_of, tint_from

DAWN = {
    "ink": "#2B1B2E", "plum": "#4B2352", "coral": "#C4472D", "teal": "#0F6B6B", "stone": "#6B5D6E", "ochre": "#B88400",
    "lilac": "#93809C", "marigold": "#F2B33D", "cream": "#FFFAF3", "white": "#FFFFFF", "sand": "#F7EBDD",
    "mist": "#E3F0EE", "blush": "#FBE4DC", "haze": "#EEE6F0", "hairline": "#D9CCD8", "orchid": "#C9B3D1",
    "plum-halo": "#5E3566", "teal-halo": "#17797A", "teal-core": "#2C8E8D", "coral-halo": "#B43D25",
    "coral-core": "#D4694F",
}  # fmt: skip


def dawn(sample_deck: LaidOutDeck) -> Colours:
    return Colours(replace(sample_deck.deck.theme, palette=DAWN), Colour("cream"))


@pytest.mark.parametrize("name", DAWN)
@pytest.mark.parametrize("rounded", [False, True])
def test_every_colour_of_the_palette_is_reproduced_within_three_of_255(
    name: str, rounded: bool, sample_deck: LaidOutDeck
) -> None:
    colours = dawn(sample_deck)
    tint = colours.tint(name)
    base = colours.theme.palette[slots_of(colours.theme)[tint.slot]]
    assert difference(tint.of(base, rounded=rounded), DAWN[name]) <= 3


def test_a_colour_in_a_slot_is_that_slot_unchanged(sample_deck: LaidOutDeck) -> None:
    colours = dawn(sample_deck)
    assert colours.reference("coral") == '<a:schemeClr val="accent2"/>'
    assert colours.reference("focus") == '<a:schemeClr val="accent2"/>'
    assert colours.reference("ink") == '<a:schemeClr val="tx1"/>'
    assert colours.reference("cream") == '<a:schemeClr val="bg1"/>'


@pytest.mark.parametrize(
    ("name", "slot"), [("mist", "accent3"), ("blush", "accent2"), ("haze", "accent5"), ("plum-halo", "accent1")]
)
def test_a_tint_derives_from_the_colour_that_it_is_a_tint_of(name: str, slot: str, sample_deck: LaidOutDeck) -> None:
    assert dawn(sample_deck).tint(name).slot == slot


def test_links_are_no_source_of_other_colours(sample_deck: LaidOutDeck) -> None:
    assert all("ink" not in dawn(sample_deck).tint(name).slot.lower() for name in DAWN)


def test_any_colour_can_be_derived_from_any_coloured_slot() -> None:
    for wanted in ("#000000", "#FFFFFF", "#808080", "#00FF00", "#123456", "#FEDCBA"):
        tint = tint_from("accent1", "#4B2352", wanted)
        assert difference(tint.of("#4B2352"), wanted) <= 3


def test_the_arithmetic_is_powerpoints_own() -> None:
    """Office's “Accent 1, lighter 80 %” and “darker 25 %” of its blue #4472C4, as its colour dialogue shows them."""
    assert difference(Tint("accent1", luminance=20000, lighter=80000).of("#4472C4"), "#DAE3F3") <= 1
    assert difference(Tint("accent1", luminance=75000).of("#4472C4"), "#2F5597") <= 1


def test_a_grey_slot_is_not_used_for_a_coloured_tint() -> None:
    slots = (("dk2", "#777777"), ("accent1", "#0F6B6B"))
    assert nearest_tint("#E3F0EE", slots).slot == "accent1"


def test_on_a_dark_ground_text_and_background_trade_places(sample_deck: LaidOutDeck) -> None:
    colours = Colours(sample_deck.deck.theme, Colour("plum"))
    assert colours.mapping["bg1"] == "accent1"
    assert colours.mapping["tx1"] == colours.mapping["hlink"] == "lt1"
    assert colours.reference("cream") == '<a:schemeClr val="tx1"/>'
    assert colours.reference("plum") == '<a:schemeClr val="accent1"/>'
    assert colours.reference("ink") == '<a:schemeClr val="dk1"/>'


def test_a_mapping_names_all_twelve(sample_deck: LaidOutDeck) -> None:
    for ground in ("cream", "plum", "ink"):
        mapping = Colours(sample_deck.deck.theme, Colour(ground)).mapping
        assert len(mapping) == 12
        assert set(mapping.values()) <= set(SLOTS)
