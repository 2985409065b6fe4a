"""The brand's wordmark on a layout: its logo file, or its words set in two lines of type."""

from __future__ import annotations

from deckmaker.layout.wordmark import WordmarkLine, place_logo, set_wordmark
from deckmaker.model.frame import Box
from deckmaker.model.theme import Theme
from deckmaker.outputs.pptx.colours import Colours
from deckmaker.outputs.pptx.markup import attribute, escaped, frame, group_frame, hundredths
from deckmaker.outputs.pptx.shapes import Picture, decorative_properties, plain_shape, rectangle


def wordmark(theme: Theme, box: Box, colours: Colours, number: int, language: str, logo: Picture | None) -> str:
    """The wordmark in its box, in the light colours on a dark background. Shapes are numbered from ``number``.

    ``logo`` is the file for this background, where the brand has one.
    """
    placed = place_logo(theme, box, dark=theme.is_dark(colours.ground))
    if logo is not None and placed is not None:
        panel = plain_shape(placed.panel, number + 1, colours) if placed.panel else ""
        return panel + logo.element(number, "Logo", theme.wordmark.alternative_text, placed.box, placed=True)
    return _set_in_type(theme, box, colours, number, language)


def _set_in_type(theme: Theme, box: Box, colours: Colours, number: int, language: str) -> str:
    made = set_wordmark(theme, box, dark=theme.is_dark(colours.ground))
    if made is None:
        return ""
    shapes = [
        _line(number + place, name, line, colours, language)
        for place, (name, line) in enumerate(zip(("Words", "Subline"), made.lines, strict=False), start=1)
    ]
    shapes.extend(
        rectangle(number + place, "Rule", rule, made.lines[-1].colour, colours)
        for place, rule in enumerate(made.rules, start=3)
    )
    return (
        f"<p:grpSp><p:nvGrpSpPr>{decorative_properties(number, 'Wordmark')}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr>{group_frame(made.box)}</p:grpSpPr>{''.join(shapes)}</p:grpSp>"
    )


def _line(number: int, name: str, line: WordmarkLine, colours: Colours, language: str) -> str:
    spaced = f' spc="{hundredths(line.spacing)}"' if line.spacing else ""
    return (
        f'<p:sp><p:nvSpPr>{decorative_properties(number, name)}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr>{frame(line.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
        '<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="ctr">'
        "<a:noAutofit/></a:bodyPr>"
        f'<a:lstStyle/><a:p><a:pPr algn="ctr"/><a:r><a:rPr lang="{attribute(language)}" sz="{hundredths(line.size)}" '
        f'b="{int(line.bold)}"{spaced}>{colours.fill(line.colour)}<a:latin typeface="+mn-lt"/></a:rPr>'
        f"<a:t>{escaped(line.words)}</a:t></a:r></a:p></p:txBody></p:sp>"
    )
