"""Brand colours as references to PowerPoint's twelve theme slots, so that another theme recolours a deck.

A colour that is no slot is a slot changed in hue, saturation and luminance. PowerPoint does that arithmetic on HSL
values of the gamma-encoded channels (ECMA-376 part 1, 20.1.2.3: hueOff, satMod, lumMod, lumOff).
"""

from __future__ import annotations

from colorsys import hls_to_rgb, rgb_to_hls
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TypeAlias

from deckmaker.model.colour import Colour
from deckmaker.model.frozen import frozen
from deckmaker.model.theme import Theme

SLOTS = (
    "dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink",
)  # fmt: skip
"""The slots in the order of the theme part."""

_WHOLE = 100_000
_NEUTRAL = 0.05
"""How much nearer one of the four slots of text and background has to be than an accent."""
_TURN = 360 * 60_000


def slots_of(theme: Theme) -> dict[str, str]:
    """Palette name of each of the twelve slots."""
    return {slot: theme.slots[slot] for slot in SLOTS}


@frozen
class Tint:
    """A slot, changed. Shares are thousandths of a percent and ``hue`` is in 60,000ths of a degree, as in the file."""

    slot: str
    hue: int = 0
    saturation: int = _WHOLE
    luminance: int = _WHOLE
    lighter: int = 0

    @property
    def changes(self) -> str:
        """The elements inside ``schemeClr``; none for the slot itself."""
        named = (
            ("hueOff", self.hue, 0),
            ("satMod", self.saturation, _WHOLE),
            ("lumMod", self.luminance, _WHOLE),
            ("lumOff", self.lighter, 0),
        )
        return "".join(f'<a:{name} val="{value}"/>' for name, value, same in named if value != same)

    def of(self, value: str, *, rounded: bool = False) -> str:
        """``#RRGGBB`` shown for a slot of this value; ``rounded`` by a program that keeps 8 bits after each change."""
        shown = _channels(value)
        for change in ("hue", "saturation", "luminance", "lighter"):
            hue, luminance, saturation = rgb_to_hls(*shown)
            match change:
                case "hue":
                    hue = (hue + self.hue / _TURN) % 1
                case "saturation":
                    saturation = min(saturation * self.saturation / _WHOLE, 1)
                case "luminance":
                    luminance = min(luminance * self.luminance / _WHOLE, 1)
                case _:
                    luminance = min(luminance + self.lighter / _WHOLE, 1)
            shown = hls_to_rgb(hue, luminance, saturation)
            if rounded:
                shown = _channels(_hex(shown))
        return _hex(shown)


_Channels: TypeAlias = tuple[float, float, float]


def _channels(value: str) -> _Channels:
    return int(value[1:3], 16) / 255, int(value[3:5], 16) / 255, int(value[5:7], 16) / 255


def _hex(channels: _Channels) -> str:
    return "#" + "".join(f"{round(min(max(channel, 0), 1) * 255):02X}" for channel in channels)


def difference(one: str, other: str) -> int:
    """Largest difference of a channel of two ``#RRGGBB`` values, 0 to 255."""
    return max(round(abs(a - b) * 255) for a, b in zip(_channels(one), _channels(other), strict=True))


def tint_from(slot: str, base: str, wanted: str) -> Tint:
    """The change of a slot of value ``base`` that shows ``wanted``. A lighter one moves towards white."""
    hue, luminance, saturation = rgb_to_hls(*_channels(base))
    to_hue, to_luminance, to_saturation = rgb_to_hls(*_channels(wanted))
    turned = round((to_hue - hue) * _TURN) if to_saturation else 0
    share = round(to_saturation / saturation * _WHOLE) if saturation else _WHOLE
    if to_luminance > luminance:
        kept = round((1 - to_luminance) / (1 - luminance) * _WHOLE)
        return Tint(slot, turned, share, kept, _WHOLE - kept)
    return Tint(slot, turned, share, round(to_luminance / luminance * _WHOLE) if luminance else _WHOLE)


def _distance(base: str, wanted: str) -> float:
    """How unlike two colours are for the purpose of deriving one from the other: mostly in hue."""
    hue, luminance, saturation = rgb_to_hls(*_channels(base))
    to_hue, to_luminance, to_saturation = rgb_to_hls(*_channels(wanted))
    turn = abs(hue - to_hue)
    chroma = min(saturation * (1 - abs(2 * luminance - 1)), to_saturation * (1 - abs(2 * to_luminance - 1)))
    coloured = min(1.0, chroma * 20)
    unlike = 8 * min(turn, 1 - turn) + abs(saturation - to_saturation) / 5
    return coloured * unlike + abs(luminance - to_luminance) / 5


@lru_cache(maxsize=512)
def nearest_tint(wanted: str, slots: tuple[tuple[str, str], ...]) -> Tint:
    """The slot and change that show ``wanted`` best, of ``(slot, value)`` pairs; if it is a slot's value, that slot."""
    for slot, value in slots:
        if value.upper() == wanted.upper():
            return Tint(slot)

    def badness(candidate: tuple[Tint, str]) -> tuple[bool, float]:
        tint, value = candidate
        worst = max(difference(tint.of(value, rounded=rounded), wanted) for rounded in (False, True))
        return worst > 2, _distance(value, wanted) + worst / 10 + (0 if tint.slot.startswith("accent") else _NEUTRAL)

    return min(((tint_from(slot, value, wanted), value) for slot, value in slots), key=badness)[0]


@dataclass(frozen=True)
class Colours:
    """A theme's colours as XML on one background. On a dark one the names of text and background trade places."""

    theme: Theme
    ground: Colour

    @cached_property
    def mapping(self) -> dict[str, str]:
        """Which slot stands behind each of the twelve names on this background."""
        mapping = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
        mapping |= {name: name for name in SLOTS[4:]}
        if self.theme.is_dark(self.ground):
            tint = self.tint(self.ground)
            behind = "dk1" if tint.changes else tint.slot
            mapping |= {"bg1": behind, "tx1": "lt1", "bg2": "dk2", "tx2": "lt2", "hlink": "lt1", "folHlink": "lt1"}
        return mapping

    @cached_property
    def _values(self) -> tuple[tuple[str, str], ...]:
        slots = slots_of(self.theme)
        return tuple((slot, self.theme.palette[slots[slot]]) for slot in SLOTS if not slot.endswith("link"))

    @cached_property
    def _references(self) -> dict[str, str]:
        """The elements made so far, by colour: each is asked for hundreds of times."""
        return {}

    def tint(self, colour: Colour | str) -> Tint:
        """The slot and change behind a colour of the theme."""
        return nearest_tint(self.theme.value(colour), self._values)

    def reference(self, colour: Colour | str) -> str:
        """The ``schemeClr`` element of a colour."""
        name = str(colour)
        if name not in self._references:
            self._references[name] = self._reference(colour)
        return self._references[name]

    def _reference(self, colour: Colour | str) -> str:
        tint = self.tint(colour)
        names = {slot: name for name, slot in self.mapping.items() if name in {"bg1", "tx1", "bg2", "tx2"}}
        name = tint.slot if tint.slot.startswith("accent") else names.get(tint.slot, tint.slot)
        return (
            f'<a:schemeClr val="{name}">{tint.changes}</a:schemeClr>'
            if tint.changes
            else f'<a:schemeClr val="{name}"/>'
        )

    def fill(self, colour: Colour | str | None) -> str:
        """A solid fill, or none."""
        return "<a:noFill/>" if colour is None else f"<a:solidFill>{self.reference(colour)}</a:solidFill>"

    @property
    def override(self) -> str:
        """The ``clrMapOvr`` of a layout or slide on this background."""
        if not self.theme.is_dark(self.ground):
            return "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
        return f"<p:clrMapOvr><a:overrideClrMapping {self.map_attributes}/></p:clrMapOvr>"

    @property
    def map_attributes(self) -> str:
        """The mapping as attributes."""
        return " ".join(f'{name}="{slot}"' for name, slot in self.mapping.items())
