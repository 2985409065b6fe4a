"""One panel of a larger page: its words measured, and set beside or above its graphic. Lengths are points."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeAlias

from deckmaker.discovery import Features
from deckmaker.layout.poster_stack import SIDE_BY_SIDE, STRETCHED, Look, Stack
from deckmaker.model.feature import Measure, Panel
from deckmaker.model.frame import FrameItem, Graphic, ShapeItem
from deckmaker.model.frozen import frozen
from deckmaker.model.layout import Placeholder
from deckmaker.model.picture import NoRoomError, Picture
from deckmaker.model.text import Text

_HEIGHT = {"square": 0.5, "wide": 0.38, "strip": 0.2, "words": 0.3}
"""Height of a graphic below its words, as a share of the panel's width."""
_NARROW = 0.4
"""The least such share in a narrow column."""
_SIDE = 0.34
"""Share of the width that a square graphic takes beside its words."""


Pictures: TypeAlias = dict[tuple[object, ...], Picture | NoRoomError]
"""Graphics of a page that were drawn before, or had no room."""


@frozen
class SetPanel:
    """A panel set: its items, placeholders and decoration from its own top, and its height."""

    items: tuple[FrameItem, ...]
    places: tuple[Placeholder, ...]
    height: float
    shapes: tuple[ShapeItem, ...] = ()


class PanelSetter:
    """Sets panels of one page."""

    def __init__(self, features: Features, live: Measure, drawn: Measure, look: Look, pictures: Pictures) -> None:
        self.features, self.live, self.drawn, self.look, self._pictures = features, live, drawn, look, pictures

    def picture(self, graphic: Graphic, width: float, height: float) -> Picture:
        """The graphic in a box of that size; remembered. Raises ``NoRoomError``."""
        key = (
            id(graphic.subject),
            graphic.kind,
            graphic.ground,
            graphic.figure_told,
            round(width, 2),
            round(height, 2),
        )
        if key not in self._pictures:
            try:
                found: Picture | NoRoomError = self.features.graphics[graphic.kind].draw(
                    graphic, width, height, self.drawn
                )
            except NoRoomError as error:
                found = error
            self._pictures[key] = found
        made = self._pictures[key]
        if isinstance(made, NoRoomError):
            raise NoRoomError(str(made))
        return made

    def set(self, panel: Panel, number: int, x: float, width: float, *, numbered: bool) -> SetPanel:
        """The panel from the top of its row. Raises ``NoRoomError`` where its graphic or a word is too wide."""
        stack = Stack(self, f"panel-{number}", x, 0.0, width)
        graphic = panel.graphic
        if panel.icon and not graphic and not panel.words and not panel.points and not self.look.alone:
            self._icon_and_heading(stack, panel, number if numbered else 0)
            return SetPanel(tuple(stack.items), tuple(stack.places), stack.y, tuple(stack.shapes))
        if panel.icon and not graphic and not self.look.alone:
            self._icon_and_words(stack, panel, number if numbered else 0)
            return SetPanel(tuple(stack.items), tuple(stack.places), stack.y, tuple(stack.shapes))
        stack.opening(panel, number if numbered else 0)
        shape = self.features.graphics[graphic.kind].shape if graphic else "words"
        beside = width >= SIDE_BY_SIDE * self.look.scale and not self.look.alone
        if graphic and beside and (shape == "square" or (self.look.beside and (panel.words or panel.figure))):
            try:
                self._beside(stack, panel, shape)
            except NoRoomError:
                if shape == "square":
                    raise
                self._below(stack, panel, shape)
        else:
            if panel.figure and beside and not panel.points:
                self._figure_and_words(stack, panel)
            elif panel.icon and not graphic:
                self._icon_above_words(stack, panel)
            else:
                stack.words(panel)
            if graphic:
                share = _HEIGHT[shape] if beside or self.look.alone else max(_HEIGHT[shape], _NARROW)
                stack.graphic(panel, width, width * share * self.look.growth)
        return SetPanel(tuple(stack.items), tuple(stack.places), stack.y, tuple(stack.shapes))

    def _below(self, stack: Stack, panel: Panel, shape: str) -> None:
        """Words, and the graphic below them in the whole width."""
        if panel.figure and not panel.points:
            self._figure_and_words(stack, panel)
        else:
            stack.words(panel)
        stack.graphic(panel, stack.width, stack.width * _HEIGHT[shape] * self.look.growth)

    def _beside(self, stack: Stack, panel: Panel, shape: str) -> None:
        """Words to the left, the graphic to the right, their middles level."""
        growth = min(self.look.growth, 1.25)
        gap = 20 * self.look.scale
        if self.look.beside:
            self._in_halves(stack, panel, shape, gap)
            return
        reason = NoRoomError("a graphic beside words has no room")
        for more in STRETCHED:
            side = min(stack.width * _SIDE * growth * more, stack.width * 0.6)
            left = Stack(self, stack.name, stack.x, stack.y, stack.width - side - gap)
            left.words(panel)
            right = Stack(self, stack.name, stack.x + stack.width - side, stack.y, side)
            try:
                right.graphic(panel, side, side, stretched=(1.0,))
            except NoRoomError as error:
                reason = error
                continue
            stack.take_level(left, right)
            return
        raise reason

    def _in_halves(self, stack: Stack, panel: Panel, shape: str, gap: float) -> None:
        """Words in the left half, the graphic in the right, at least as high as they are: so columns go down a page."""
        side = (stack.width - gap) / 2
        left = Stack(self, stack.name, stack.x, stack.y, side)
        left.words(panel)
        right = Stack(self, stack.name, stack.x + side + gap, stack.y, side)
        right.graphic(panel, side, max(left.y - stack.y, side * _HEIGHT[shape] * self.look.growth))
        stack.take_level(left, right)

    def _figure_and_words(self, stack: Stack, panel: Panel) -> None:
        """The figure to the left and its words to the right of it, their middles level."""
        style = self.look.style(self.look.figure_size, "focus", bold=True)
        needed = self.live(panel.figure, style.size, bold=True) / 0.96 + 4
        if needed > stack.width * 0.45:
            stack.words(panel)
            return
        gap = 20 * self.look.scale
        left = Stack(self, stack.name, stack.x, stack.y, needed)
        left.words(replace(panel, base=Text(), words=Text()))
        right = Stack(self, stack.name, stack.x + needed + gap, stack.y, stack.width - needed - gap)
        right.words(replace(panel, hedge="", figure=""))
        stack.take_level(left, right)

    def _icon_above_words(self, stack: Stack, panel: Panel) -> None:
        """An icon on a disc above words that have the page to themselves."""
        side = 78 * self.look.scale
        stack.items.append(stack.coin(panel.icon, side))
        stack.y += side + 14 * self.look.scale
        stack.words(panel)

    def _icon_and_words(self, stack: Stack, panel: Panel, number: int) -> None:
        """An icon on a disc to the left of all the words, their middles level."""
        side, gap = 64 * self.look.scale, 18 * self.look.scale
        icon = stack.coin(panel.icon, side)
        left = Stack(self, stack.name, stack.x, stack.y, side)
        left.items, left.shapes, left.y = [icon], [*stack.shapes], stack.y + side
        stack.shapes.clear()
        right = Stack(self, stack.name, stack.x + side + gap, stack.y, stack.width - side - gap)
        right.opening(panel, number)
        right.words(panel)
        stack.take_level(left, right)

    def _icon_and_heading(self, stack: Stack, panel: Panel, number: int) -> None:
        """All that there is: an icon on a disc, and the heading beside it, their middles level."""
        side, gap = 56 * self.look.scale, 10 * self.look.scale
        icon = stack.coin(panel.icon, side)
        right = Stack(self, stack.name, stack.x + side + gap, 0.0, stack.width - side - gap)
        right.opening(panel, number)
        right.y -= 7 * self.look.scale
        left = Stack(self, stack.name, stack.x, 0.0, side)
        left.items, left.shapes, left.y = [icon], [*stack.shapes], side
        stack.shapes.clear()
        stack.take_level(left, right)
