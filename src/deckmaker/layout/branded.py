"""What a brand adds to every layout, and what it does without: its words at the foot, its motif. Points."""

from __future__ import annotations

from dataclasses import replace

from deckmaker.fonts import measure
from deckmaker.layout.fit import TO_SPARE
from deckmaker.layout.grid import RIGHT, body
from deckmaker.model.colour import Colour
from deckmaker.model.frame import Box
from deckmaker.model.layout import Layout, Placeholder, Role
from deckmaker.model.theme import Theme

FOOTER_SIZE = 12.0
WIDEST_FOOTER = 500.0
"""So far its words may go to the left: beside them stands what is at the foot of a title."""
_TOP, _HEIGHT = 524.0, 15.0
"""Below wordmark, number and source."""


def footer_box(theme: Theme) -> Box:
    """Where the words of the brand's footer stand: as wide as they are, to the left of the right margin."""
    width = measure(theme.live)(theme.footer, FOOTER_SIZE) / TO_SPARE
    return Box(RIGHT - width, _TOP, width, _HEIGHT)


def branded(layout: Layout, theme: Theme) -> Layout:
    """The layout as the brand has it: without the motif, or with a footer where nothing else stands in its place."""
    layout = with_its_motif(layout, theme)
    if not theme.footer:
        return layout
    box = footer_box(theme)
    if any(place.box.overlaps(box) for place in layout.placeholders):
        return layout
    return replace(layout, placeholders=(*layout.placeholders, _footer(layout, theme, box)))


def with_its_motif(layout: Layout, theme: Theme) -> Layout:
    """The layout, without the shapes of the motif where the brand has none."""
    if theme.motif == "none" and any(shape.motif for shape in layout.decoration):
        return replace(layout, decoration=tuple(shape for shape in layout.decoration if not shape.motif))
    return layout


def _footer(layout: Layout, theme: Theme, box: Box) -> Placeholder:
    """In the colour of what stands at the foot already, else in one that can be read on the background."""
    beside = next((p.style.colour for p in layout.placeholders if p.role is Role.SLIDE_NUMBER and p.style), None)
    colour = beside or Colour("on-dark" if theme.is_dark(layout.ground) else "secondary")
    return body(
        "footer", box, FOOTER_SIZE, colour=str(colour), role=Role.FOOTER, align="right", prompt=theme.footer,
        optional=True,
    )  # fmt: skip
