"""The theme part: the brand's twelve colours, its fonts, and the rest of its palette as custom colours."""

from __future__ import annotations

from deckmaker.model.theme import Theme
from deckmaker.outputs.pptx.colours import SLOTS, slots_of
from deckmaker.outputs.pptx.markup import attribute, part

_NAMESPACE = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_PLAIN = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINES = "".join(
    f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">{_PLAIN}<a:prstDash val="solid"/></a:ln>'
    for width in (6350, 12700, 19050)
)
_FORMATS = (
    f'<a:fmtScheme name="Plain"><a:fillStyleLst>{_PLAIN * 3}</a:fillStyleLst><a:lnStyleLst>{_LINES}</a:lnStyleLst>'
    f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_PLAIN * 3}</a:bgFillStyleLst></a:fmtScheme>"
)


def theme_part(theme: Theme) -> bytes:
    """The whole part. Colour values of the brand stand here and nowhere else in a deck."""
    slots = slots_of(theme)
    name = attribute(theme.name)
    colours = "".join(f'<a:{slot}><a:srgbClr val="{_value(theme, slots[slot])}"/></a:{slot}>' for slot in SLOTS)
    custom = "".join(
        f'<a:custClr name="{attribute(colour)}"><a:srgbClr val="{_value(theme, colour)}"/></a:custClr>'
        for colour in theme.palette
    )
    font = f'<a:latin typeface="{attribute(theme.live.family)}"/><a:ea typeface=""/><a:cs typeface=""/>'
    return part(
        f'<a:theme {_NAMESPACE} name="{name}"><a:themeElements><a:clrScheme name="{name}">{colours}</a:clrScheme>'
        f'<a:fontScheme name="{name}"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>'
        f"{_FORMATS}</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/>"
        f"<a:custClrLst>{custom}</a:custClrLst></a:theme>"
    )


def _value(theme: Theme, colour: str) -> str:
    return theme.palette[colour][1:].upper()
