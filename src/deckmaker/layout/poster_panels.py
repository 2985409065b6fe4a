"""One panel of a larger page: its words measured, and set beside or above its graphic. Lengths are points."""

from __future__ import annotations

from dataclasses import dataclass, replace

from deckmaker.discovery import Features
from deckmaker.layout.poster_stack import SIDE_BY_SIDE, STRETCHED, Look, Stack
from deckmaker.model.feature import Measure, Panel
from deckmaker.model.frame import FrameItem, ShapeItem
from deckmaker.model.layout import Placeholder
from deckmaker.model.picture import NoRoomError
from deckmaker.model.text import Text

_HEIGHT = {"square": 0.5, "wide": 0.38, "strip": 0.2, "words": 0.3}
"""Height of a graphic below its words, as a share of the panel's width."""
_NARROW = 0.4
"""The least such share in a narrow column."""
_SIDE = 0.34
"""Share of the width that a square graphic takes beside its words."""
_WIDE_SIDE = 0.5
"""The same of a wide graphic, on a page that is flat."""


@dataclass(frozen=True, slots=True)
class SetPanel:
    """A panel set: its items, placeholders and decoration from its own top, and its height."""

    items: tuple[FrameItem, ...]
    places: tuple[Placeholder, ...]
    height: float
    shapes: tuple[ShapeItem, ...] = ()


class PanelSetter:
    """Sets panels of one page."""

    def __init__(self, features: Features, live: Measure, drawn: Measure, look: Look) -> None:
        self.features, self.live, self.drawn, self.look = features, live, drawn, look

    def set(self, panel: Panel, number: int, x: float, width: float, *, numbered: bool) -> SetPanel:
        """The panel from the top of its row. Raises ``NoRoomError`` where its graphic or a word is too wide."""
        stack = Stack(self, f"panel-{number}", x, 0.0, width)
        graphic = panel.graphic
        if panel.icon and not graphic and not panel.words and not panel.points and not self.look.alone:
            self._icon_and_heading(stack, panel, number if numbered else 0)
            return SetPanel(tuple(stack.items), tuple(stack.places), stack.y, tuple(stack.shapes))
        stack.opening(panel, number if numbered else 0)
        shape = self.features.graphics[graphic.kind].shape if graphic else "words"
        beside = width >= SIDE_BY_SIDE * self.look.scale and not self.look.alone
        if graphic and beside and (shape == "square" or (self.look.flat and (panel.words or panel.figure))):
            self._beside(stack, panel, shape)
        else:
            if panel.figure and beside and not panel.points:
                self._figure_and_words(stack, panel)
            elif panel.icon and not graphic:
                self._icon_and_words(stack, panel)
            else:
                stack.words(panel)
            if graphic:
                share = _HEIGHT[shape] if beside or self.look.alone else max(_HEIGHT[shape], _NARROW)
                stack.graphic(panel, width, width * share * self.look.growth)
        return SetPanel(tuple(stack.items), tuple(stack.places), stack.y, tuple(stack.shapes))

    def _beside(self, stack: Stack, panel: Panel, shape: str) -> None:
        """Words to the left, the graphic to the right, their middles level."""
        growth = min(self.look.growth, 1.25)
        gap = 20 * self.look.scale
        reason = NoRoomError("a graphic beside words has no room")
        for more in STRETCHED:
            side = min(stack.width * (_SIDE * growth if shape == "square" else _WIDE_SIDE) * more, stack.width * 0.6)
            left = Stack(self, stack.name, stack.x, stack.y, stack.width - side - gap)
            left.words(panel)
            right = Stack(self, stack.name, stack.x + stack.width - side, stack.y, side)
            usual = side if shape == "square" else side * _HEIGHT[shape] * growth * 1.3
            try:
                right.graphic(panel, side, max(usual, min(left.y - stack.y, usual * 1.2)), stretched=(1.0,))
            except NoRoomError as error:
                reason = error
                continue
            stack.take_level(left, right)
            return
        raise reason

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

    def _icon_and_words(self, stack: Stack, panel: Panel) -> None:
        """An icon on a disc to the left of the words, or above them where they have the page to themselves."""
        look = self.look
        side = (78 if look.alone else 46) * look.scale
        icon = stack.coin(panel.icon, side)
        if look.alone:
            stack.items.append(icon)
            stack.y += side + 14 * look.scale
            stack.words(panel)
            return
        gap = 16 * look.scale
        right = Stack(self, stack.name, stack.x + side + gap, stack.y, stack.width - side - gap)
        right.words(panel)
        stack.items.append(icon)
        top = stack.y
        stack.take_level(right)
        stack.y = max(stack.y, top + side)

    def _icon_and_heading(self, stack: Stack, panel: Panel, number: int) -> None:
        """All that there is: an icon on a disc, and the heading beside it, their middles level."""
        side, gap = 58 * self.look.scale, 14 * self.look.scale
        icon = stack.coin(panel.icon, side)
        right = Stack(self, stack.name, stack.x + side + gap, 0.0, stack.width - side - gap)
        right.opening(panel, number)
        right.y -= 7 * self.look.scale
        left = Stack(self, stack.name, stack.x, 0.0, side)
        left.items, left.shapes, left.y = [icon], [*stack.shapes], side
        stack.shapes.clear()
        stack.take_level(left, right)
