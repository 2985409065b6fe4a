"""The pages of infographics: paper at its size, screen pages by their pixels. Lengths are points."""

from __future__ import annotations

import math
import re

from deckmaker.model.frozen import frozen

PIXEL = 0.6
"""Points of a pixel of a screen page: 1080 pixels are 648 points."""
PAGES = {
    "a4": (595.28, 841.89),
    "a3": (841.89, 1190.55),
    "square": (1080 * PIXEL, 1080 * PIXEL),
    "landscape": (1200 * PIXEL, 675 * PIXEL),
    "story": (1080 * PIXEL, 1920 * PIXEL),
}
"""Named pages."""
FEWEST_PIXELS, MOST_PIXELS = 300, 6000
"""Of a side. PowerPoint takes no page of more than 56 inches, which are 6,720 of these pixels."""
_DOTS = 150
"""Pixels to an inch of paper."""
_PAPER = frozenset({"a4", "a3"})
_PIXELS = re.compile(r"(\d{1,6})x(\d{1,6})", re.ASCII)
_CLEAR = {"story": 250 * PIXEL}
"""Left clear at top and bottom, where a telephone lays its own words over a page."""
_A4 = math.sqrt(595.28 * 841.89)
_SCREEN = 1.28
"""Screen pages are looked at smaller than they are: their type is larger for their size."""


@frozen(kw_only=True)
class PosterPage:
    """A page to fill: its name, its size and what has to stay clear at top and bottom."""

    name: str
    width: float
    height: float
    clear: float = 0.0

    @property
    def is_paper(self) -> bool:
        return self.name in _PAPER

    @property
    def is_flat(self) -> bool:
        """Whether it is so wide that things go beside each other rather than below."""
        return self.width > self.height * 1.2

    @property
    def scale(self) -> float:
        """Of its usual type, where A4 has 1."""
        return math.sqrt(self.width * self.height) / _A4 * (1.0 if self.is_paper else _SCREEN)

    @property
    def pixels(self) -> tuple[int, int]:
        """Of a picture of the page: a screen page has its own, paper 150 to the inch."""
        share = _DOTS / 72 if self.is_paper else 1 / PIXEL
        return round(self.width * share), round(self.height * share)

    @property
    def margin(self) -> float:
        """At the left and right."""
        return min(self.width, self.height) * 0.0726


def poster_page(name: str) -> PosterPage:
    """The page of that name, or of that many pixels (``1080x1350``).

    Raises ``KeyError`` for another word, ``ValueError`` for a size that no page can have.
    """
    if name in PAGES:
        width, height = PAGES[name]
        return PosterPage(name=name, width=width, height=height, clear=_CLEAR.get(name, 0.0))
    found = _PIXELS.fullmatch(name)
    if not found:
        raise KeyError(name)
    across, down = int(found[1]), int(found[2])
    if not all(FEWEST_PIXELS <= side <= MOST_PIXELS for side in (across, down)):
        raise ValueError(name)
    return PosterPage(name=f"{across}x{down}", width=across * PIXEL, height=down * PIXEL)
