"""The colours of a chart: the roles of its marks on the ground at hand, as in pictures, by the theme's own slots."""

from __future__ import annotations

from deckmaker.drawing.colours import on_ground
from deckmaker.model.colour import Colour
from deckmaker.model.frame import Box
from deckmaker.model.frozen import frozen
from deckmaker.model.picture import Picture, Rectangle
from deckmaker.model.theme import Theme
from deckmaker.outputs.pptx.colours import Colours


@frozen
class ChartColours:
    """A theme's colours for a chart on a ground.

    A chart is a part of its own. It names the slots themselves (``dk1``, ``lt1``), which no slide's mapping changes.
    """

    theme: Theme
    ground: Colour

    def reference(self, role: Colour | str) -> str:
        """The ``schemeClr`` element of what a role is shown in on this ground."""
        mark = Rectangle(box=Box(0, 0, 0, 0), fill=Colour(role))
        (shown,) = on_ground(Picture(width=0, height=0, marks=(mark,)), self.ground, self.theme).marks
        if not isinstance(shown, Rectangle) or shown.fill is None:
            raise KeyError(f"nothing is shown in the role {role!r} on {self.ground!r}")
        tint = Colours(self.theme, self.ground).tint(shown.fill)
        return f'<a:schemeClr val="{tint.slot}">{tint.changes}</a:schemeClr>'

    def fill(self, role: Colour | str) -> str:
        """A solid fill in a role."""
        return f"<a:solidFill>{self.reference(role)}</a:solidFill>"
