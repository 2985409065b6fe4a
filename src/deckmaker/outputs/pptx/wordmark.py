"""The brand's wordmark on a layout: its logo file, or its words set in two lines of type."""

from __future__ import annotations

from deckmaker.fonts import measure
from deckmaker.model.colour import Colour
from deckmaker.model.frame import Box
from deckmaker.model.theme import Theme
from deckmaker.outputs.pptx.colours import Colours
from deckmaker.outputs.pptx.markup import attribute, escaped, frame, group_frame, hundredths
from deckmaker.outputs.pptx.shapes import Picture, decorative_properties, rectangle

_LINE = 1.2117
_SUBLINE_SIZE = 0.36
_SPACING = 0.16
_RULE = 0.06
_DASHES = " —–"
"""Around a subline they stand for the short rules that are drawn on both sides of it."""


def wordmark(theme: Theme, box: Box, colours: Colours, number: int, language: str, logo: Picture | None) -> str:
    """The wordmark in its box, in the light colours on a dark background. Shapes are numbered from ``number``."""
    if logo is not None:
        return logo.element(number, "Logo", theme.wordmark.alternative_text, box, placed=True)
    if not theme.wordmark.words:
        return ""
    return _set_in_type(theme, box, colours, number, language)


def _set_in_type(theme: Theme, box: Box, colours: Colours, number: int, language: str) -> str:
    """Bold words over the letter-spaced subline; dashes around it become rules that make it as wide as the words."""
    dark = theme.is_dark(colours.ground)
    strong, quiet = (Colour("on-dark"),) * 2 if dark else (Colour("title"), Colour("secondary"))
    ruler = measure(theme.live)
    words, subline = theme.wordmark.words, theme.wordmark.subline.strip(_DASHES)
    size = min(box.width / ruler(words, 1, bold=True), box.height / _LINE / (1 + _SUBLINE_SIZE * bool(subline)))
    small = size * _SUBLINE_SIZE
    width = ruler(words, size, bold=True)
    height = (size + (small if subline else 0)) * _LINE
    left = box.right - width if box.x > 480 else box.x
    top = box.y + (box.height - height) / 2
    first = Box(left, top, width, size * _LINE)
    shapes = [_line(number + 1, "Words", first, words, size, strong, colours, language, bold=True)]
    if subline:
        second = Box(left, first.bottom, width, small * _LINE)
        spacing = small * _SPACING
        middle = ruler(subline, small) + spacing * len(subline)
        rule = (width - middle) / 2 - small * 0.6
        shapes.append(_line(number + 2, "Subline", second, subline, small, quiet, colours, language, spacing=spacing))
        if rule > small and theme.wordmark.subline.startswith(tuple(_DASHES[1:])):
            y, thick = second.y + second.height / 2, size * _RULE
            for place, x in enumerate((left, left + width - rule)):
                shapes.append(rectangle(number + 3 + place, "Rule", Box(x, y - thick / 2, rule, thick), quiet, colours))
    outer = Box(left, top, width, height)
    return (
        f"<p:grpSp><p:nvGrpSpPr>{decorative_properties(number, 'Wordmark')}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr>{group_frame(outer)}</p:grpSpPr>{''.join(shapes)}</p:grpSp>"
    )


def _line(
    number: int, name: str, box: Box, words: str, size: float, colour: Colour, colours: Colours, language: str,
    *, bold: bool = False, spacing: float = 0.0,
) -> str:  # fmt: skip
    spaced = f' spc="{hundredths(spacing)}"' if spacing else ""
    return (
        f'<p:sp><p:nvSpPr>{decorative_properties(number, name)}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr>{frame(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
        '<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="ctr">'
        "<a:noAutofit/></a:bodyPr>"
        f'<a:lstStyle/><a:p><a:pPr algn="ctr"/><a:r><a:rPr lang="{attribute(language)}" sz="{hundredths(size)}" '
        f'b="{int(bold)}"{spaced}>{colours.fill(colour)}<a:latin typeface="+mn-lt"/></a:rPr>'
        f"<a:t>{escaped(words)}</a:t></a:r></a:p></p:txBody></p:sp>"
    )
