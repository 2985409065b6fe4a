"""An infographic: a headline in a band, panels below it, sources and wordmark at the foot. Lengths are points.

The page is an ordinary frame with a layout of its own, so that every output draws it as it draws a slide.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from deckmaker.discovery import Features
from deckmaker.layout.poster_attempt import Attempt, Grid, Poster
from deckmaker.layout.poster_pages import PAGES, PIXEL, PosterPage, poster_page
from deckmaker.layout.poster_panels import PanelSetter, SetPanel
from deckmaker.layout.poster_stack import Look
from deckmaker.layout.poster_surround import PosterWords
from deckmaker.model.colour import Colour
from deckmaker.model.feature import Measure, Panel
from deckmaker.model.picture import NoRoomError

__all__ = ["PAGES", "PIXEL", "Poster", "PosterFiller", "PosterPage", "PosterWords", "poster_page"]

_FLOOR = 12.0
_SCALES = (1.5, 1.35, 1.2, 1.1, 1.0, 0.92, 0.86, 0.8, 0.74, 0.68, 0.62)
_CARD_SCALES = (2.0, 1.85, 1.7, 1.55, 1.4, *_SCALES[1:])
_CROWDED = 0.95
"""Below this type, panels of a high page stand two beside each other as well."""
_GROWTHS = (0.58, 0.7, 0.85, 1.0, 1.15, 1.3, 1.5)
"""Of graphics, against their usual size."""
_SCALES_BELOW = 4
"""Sizes of type, from the largest that fits, of which the best with its graphics is taken."""


def _worth(scale: float, growth: float, drawn: float) -> float:
    """How good a page is with type and graphics of these sizes, where this share of its panels has a graphic."""
    return scale * math.pow(growth, drawn / 2)


class PosterFiller:
    """Fills one page with panels: the largest type, and then the largest graphics, with which everything fits."""

    def __init__(self, features: Features, live: Measure, drawn: Measure, page: PosterPage) -> None:
        self.features, self.live, self.drawn, self.page = features, live, drawn, page
        self._panels: dict[tuple[object, ...], tuple[Panel, SetPanel | NoRoomError]] = {}

    def fill(self, panels: Sequence[Panel], words: PosterWords, *, card: bool, name: str = "") -> Poster:
        """The page. Raises ``NoRoomError`` where the panels do not fit at the smallest type."""
        scales = _CARD_SCALES if card else _SCALES
        best: Poster | None = None
        drawn = any(panel.graphic for panel in panels)
        for grid in self._grids(len(panels), card=card):
            trial = partial(self._tried, panels, words, grid, card=card, name=name)
            largest = self._largest(scales, trial)
            for scale in scales[largest : largest + _SCALES_BELOW]:
                if drawn and grid.across > 1 and scale >= _CROWDED and not self.page.is_flat:
                    continue
                for growth in _GROWTHS:
                    made = trial(scale, growth)
                    if made is None:
                        break
                    if best is None or made.worth > best.worth * (1.1 if grid.packed else 1.0):
                        best = made
        if best is None:
            raise NoRoomError("the panels need more height than the page has")
        return best

    def fits(self, panels: Sequence[Panel], words: PosterWords, *, card: bool) -> bool:
        """Whether the panels fit at the smallest type with the smallest graphics."""
        grids = self._grids(len(panels), card=card)
        return any(self._tried(panels, words, grid, _SCALES[-1], _GROWTHS[0], card=card, name="") for grid in grids)

    def _largest(self, scales: Sequence[float], trial: Callable[[float, float], Poster | None]) -> int:
        """Place of the largest scale at which the panels fit with the smallest graphics, or their number."""
        low, high = 0, len(scales)
        while low < high:
            middle = (low + high) // 2
            if trial(scales[middle], _GROWTHS[0]) is None:
                low = middle + 1
            else:
                high = middle
        return low

    def _tried(
        self, panels: Sequence[Panel], words: PosterWords, grid: Grid, scale: float, growth: float, *, card: bool,
        name: str,
    ) -> Poster | None:  # fmt: skip
        """The page in type and graphics of these sizes, or nothing where they have no room."""
        look = Look(
            scale=self.page.scale * scale,
            floor=_FLOOR,
            dark=card,
            ground=Colour("plum" if card else "cream"),
            alone=card,
            growth=growth,
            flat=self.page.is_flat,
        )
        try:
            made = Attempt(self, look, words, card=card, grid=grid, name=name).poster(panels)
        except NoRoomError:
            return None
        drawn = sum(panel.graphic is not None for panel in panels) / len(panels)
        return replace(made, worth=made.worth * _worth(scale, growth, drawn))

    def set_panel(self, panel: Panel, number: int, width: float, look: Look, *, numbered: bool) -> SetPanel:
        """The panel at the left edge of the page; remembered, since many tries ask for the same."""
        shown = look if panel.graphic else replace(look, growth=1.0)
        key = (id(panel), number, round(width, 3), shown, numbered)
        if key not in self._panels:
            setter = PanelSetter(self.features, self.live, self.drawn, shown)
            try:
                found: SetPanel | NoRoomError = setter.set(panel, number, 0.0, width, numbered=numbered)
            except NoRoomError as error:
                found = error
            self._panels[key] = (panel, found)
        made = self._panels[key][1]
        if isinstance(made, NoRoomError):
            raise NoRoomError(str(made))
        return made

    def _grids(self, panels: int, *, card: bool) -> tuple[Grid, ...]:
        """Arrangements to try, the best first."""
        if card or panels == 1:
            return (Grid(1),)
        if self.page.is_flat:
            return (Grid(3), Grid(2), Grid(1)) if panels in (3, 6, 9) else (Grid(2), Grid(1))
        return (Grid(2), Grid(1), Grid(2, packed=True))
