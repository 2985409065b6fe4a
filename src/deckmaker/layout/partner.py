"""A partner's logo beside the wordmark: on a white panel, since nobody knows what colours it has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from deckmaker.layout.grid import picture
from deckmaker.model.colour import Colour
from deckmaker.model.deck import Deck, Image
from deckmaker.model.frame import Box, ShapeItem
from deckmaker.model.layout import Layout, Role

ENDING = "-partner"
"""Ending of the variant of a layout that has a place for the logo."""
_PANEL = Box(198, 468, 172, 58)
_PAD = 9.0


def with_partner(*layouts: Layout) -> tuple[Layout, ...]:
    """The layouts, and after them each once more with a place for a partner's logo to the right of the wordmark."""
    return (*layouts, *(_beside_wordmark(layout) for layout in layouts))


def _beside_wordmark(layout: Layout) -> Layout:
    panel = ShapeItem(name="Panel for a partner", kind="rectangle", box=_PANEL, fill=Colour("white"), radius=6)
    box = Box(_PANEL.x + _PAD, _PANEL.y + _PAD, _PANEL.width - 2 * _PAD, _PANEL.height - 2 * _PAD)
    places = list(layout.placeholders)
    at = next((n for n, place in enumerate(places) if place.role is Role.SLIDE_NUMBER), len(places))
    places.insert(at, picture("partner", box))
    return replace(
        layout,
        name=layout.name + ENDING,
        title=f"{layout.title}, with a partner",
        placeholders=tuple(places),
        decoration=(*layout.decoration, panel),
    )


def partner_layouts(deck: Deck, layouts: tuple[Layout, ...]) -> tuple[str, ...]:
    """The names of those layouts that a deck takes: with a place for a partner's logo if it has one."""
    return tuple(layout.name for layout in layouts if layout.name.endswith(ENDING) == bool(deck.partner_logo))


def partner_image(deck: Deck) -> Mapping[str, tuple[Image, str]]:
    """The partner's logo with its alternative text, for the content of a slide; nothing where there is none."""
    return {"partner": (deck.partner_logo, f"Logo of {deck.partner}")} if deck.partner_logo else {}
