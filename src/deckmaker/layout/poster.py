"""An infographic: a headline in a band, panels below it, sources and wordmark at the foot. Lengths are points.

The page is an ordinary frame with a layout of its own, so that every output draws it as it draws a slide.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from deckmaker.discovery import Features
from deckmaker.layout.poster_attempt import Attempt, Grid, Poster
from deckmaker.layout.poster_pages import PAGES, PIXEL, PosterPage, poster_page
from deckmaker.layout.poster_panels import PanelSetter, Pictures, SetPanel
from deckmaker.layout.poster_stack import Look
from deckmaker.layout.poster_surround import Foot, Head, PosterWords, Surround
from deckmaker.model.colour import Colour
from deckmaker.model.feature import Measure, Panel
from deckmaker.model.picture import NoRoomError

__all__ = ["PAGES", "PIXEL", "Poster", "PosterFiller", "PosterPage", "PosterWords", "poster_page"]

_FLOOR = 12.0
_SCALES = (1.5, 1.35, 1.2, 1.1, 1.0, 0.92, 0.86, 0.8, 0.74, 0.68, 0.62)
_CARD_SCALES = (1.9, 1.7, 1.5, 1.35, 1.2, *_SCALES[3:])
_CROWDED = 0.95
"""Below this type, panels of a high page stand two beside each other as well."""
_GROWTHS = (0.58, 0.7, 0.85, 1.0, 1.15, 1.3, 1.5, 1.8, 2.2)
"""Of graphics, against their usual size."""
_FIGURES = (1.0, 1.25, 1.5, 1.8, 2.2)
"""Of figures, against their usual size."""
_SCALES_BELOW = 3
"""Sizes of type, from the largest that fits, of which the best with its graphics is taken."""


def _worth(look: Look, panels: Sequence[Panel], scale: float) -> float:
    """How good a page is with type, graphics and figures of these sizes.

    Graphics and figures count for as many panels as have them; on a card, whose type is large, words count less.
    """
    drawn = sum(panel.graphic is not None for panel in panels) / len(panels)
    told = sum(bool(panel.figure) for panel in panels) / len(panels)
    return (
        math.pow(scale, 0.7 if look.alone else 1.0)
        * math.pow(look.growth, drawn * (0.6 if look.alone else 0.5))
        * math.pow(look.figures, told * (0.5 if look.alone else 0.8))
    )


def _fits(trial: Callable[[float], Poster | None], value: float) -> bool:
    return trial(value) is not None


def _first(values: Sequence[float], holds: Callable[[float], bool]) -> int:
    """Place of the first value for which it holds, where it holds for all after it too; or their number."""
    return bisect_left(values, True, key=holds)


class PosterFiller:
    """Fills one page with panels: the largest type, and then the largest graphics, with which everything fits."""

    def __init__(self, features: Features, live: Measure, drawn: Measure, page: PosterPage) -> None:
        self.features, self.live, self.drawn, self.page = features, live, drawn, page
        self._panels: dict[tuple[object, ...], tuple[Panel, SetPanel | NoRoomError]] = {}
        self._pictures: Pictures = {}
        self._surrounds: dict[tuple[int, float], tuple[PosterWords, Head, Foot]] = {}

    def fill(self, panels: Sequence[Panel], words: PosterWords, *, card: bool, name: str = "") -> Poster:
        """The page. Raises ``NoRoomError`` where the panels do not fit at the smallest type."""
        scales = _CARD_SCALES if card else _SCALES
        best: Poster | None = None
        drawn = any(panel.graphic for panel in panels)
        for grid in self._grids(len(panels), card=card):
            trial = partial(self._tried, panels, words, grid, card=card, name=name)
            largest = _first(scales, partial(_fits, partial(trial, growth=_GROWTHS[0])))
            for scale in scales[largest : largest + _SCALES_BELOW]:
                if drawn and grid.across > 1 and scale >= _CROWDED and not self.page.is_flat:
                    continue
                for made in self._grown(panels, partial(trial, scale)):
                    if best is None or made.worth > best.worth * (1.1 if grid.packed else 1.0):
                        best = made
        if best is None:
            raise NoRoomError("the panels need more height than the page has")
        return best

    def fits(self, panels: Sequence[Panel], words: PosterWords, *, card: bool) -> bool:
        """Whether the panels fit at the smallest type with the smallest graphics."""
        grids = self._grids(len(panels), card=card)
        return any(self._tried(panels, words, grid, _SCALES[-1], _GROWTHS[0], card=card, name="") for grid in grids)

    def _grown(self, panels: Sequence[Panel], trial: Callable[..., Poster | None]) -> Iterator[Poster]:
        """The page with the largest graphics and then figures with which it fits; and with graphics of usual size, and
        the smallest, for the sake of larger figures.
        """
        drawn, told = any(panel.graphic for panel in panels), any(panel.figure for panel in panels)
        growths = _GROWTHS if drawn else (1.0,)
        best = growths[-1 - _first(growths[::-1], partial(_fits, trial))]
        for growth in sorted({growths[0], min(best, 1.0), min(best, 1.5), best}):
            larger = _FIGURES[::-1] if told else (1.0,)
            place = _first(larger, partial(_fits, partial(trial, growth)))
            made = trial(growth, larger[min(place, len(larger) - 1)])
            if made is not None:
                yield made

    def _tried(
        self, panels: Sequence[Panel], words: PosterWords, grid: Grid, scale: float, growth: float,
        figures: float = 1.0, *, card: bool, name: str,
    ) -> Poster | None:  # fmt: skip
        """The page in type, graphics and figures of these sizes, or nothing where they have no room."""
        look = Look(
            scale=self.page.scale * scale,
            floor=_FLOOR,
            dark=card,
            ground=Colour("plum" if card else "cream"),
            alone=card,
            growth=growth,
            beside=grid.beside or self.page.is_flat,
            figures=figures,
        )
        try:
            made = Attempt(self, look, words, card=card, grid=grid, name=name).poster(panels)
        except NoRoomError:
            return None
        return replace(made, worth=made.worth * _worth(look, panels, scale))

    def surround(self, words: PosterWords, look: Look, *, card: bool) -> tuple[Head, Foot]:
        """What stands around the panels; remembered, since only the size of the type changes it.

        Raises ``NoRoomError``.
        """
        key = (id(words), look.scale)
        if key not in self._surrounds:
            setter = Surround(self.page, look, self.live, card=card)
            self._surrounds[key] = (words, setter.head(words), setter.foot(words))
        _, head, foot = self._surrounds[key]
        return head, foot

    def set_panel(self, panel: Panel, number: int, width: float, look: Look, *, numbered: bool) -> SetPanel:
        """The panel at the left edge of the page; remembered, since many tries ask for the same."""
        shown = look if panel.graphic else replace(look, growth=1.0)
        shown = shown if panel.figure else replace(shown, figures=1.0)
        key = (id(panel), number, round(width, 3), shown, numbered)
        if key not in self._panels:
            setter = PanelSetter(self.features, self.live, self.drawn, shown, self._pictures)
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
        return (Grid(2), Grid(1), Grid(1, beside=True), Grid(2, packed=True))
