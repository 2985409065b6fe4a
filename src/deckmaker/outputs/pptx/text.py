"""Text as DrawingML: paragraphs and runs on slides, and the list styles of layouts that give them their look."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from deckmaker.model.frame import TextStyle
from deckmaker.model.frozen import frozen
from deckmaker.model.text import Paragraph, Run, Text
from deckmaker.outputs.pptx.colours import Colours
from deckmaker.outputs.pptx.markup import attribute, emu, escaped, hundredths

LEVELS = 5
_KEPT = 200
"""List styles that are remembered: the placeholders of all layouts share some forty."""
TITLE_FONT, BODY_FONT = "+mj-lt", "+mn-lt"
"""The theme's fonts, by the names that text calls them."""
_ALIGN = {"left": "l", "centre": "ctr", "right": "r"}
_ANCHOR = {"top": "t", "middle": "ctr", "bottom": "b"}
_OWN_COLOUR = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr val="tx" '
    'xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor"/></a:ext></a:extLst>'
)
"""Says that a link keeps the colour of its text (Office 2019 and later)."""

NOTES_BULLET = '<a:pPr marL="171450" indent="-171450"><a:buFont typeface="+mn-lt"/><a:buChar char="•"/></a:pPr>'


@frozen
class Link:
    """Where a run leads: a relationship's identifier, and whether it is a slide of the deck."""

    relationship: str
    inside: bool = False

    def element(self, tooltip: str = "") -> str:
        """The ``hlinkClick`` of a run's properties."""
        action = ' action="ppaction://hlinksldjump"' if self.inside else ""
        words = f' tooltip="{attribute(tooltip)}"' if tooltip else ""
        return f'<a:hlinkClick r:id="{self.relationship}"{action}{words}>{_OWN_COLOUR}</a:hlinkClick>'


LinkOf = Callable[[Run], Link | None]
"""Finds where a run leads, if anywhere."""


@frozen
class Writer:
    """Writes paragraphs for one part: its colours, the deck's language, and where its links lead.

    ``size`` is in points, for text that no layout gives one.
    """

    colours: Colours
    language: str
    link: LinkOf = lambda run: None
    size: float = 0.0

    def slide_text(self, text: Text, style: TextStyle) -> str:
        """Paragraphs of a placeholder: words and their meaning; the look is the layout's."""
        numbers = _starts(text.paragraphs) if style.marker == "number" else [1] * len(text.paragraphs)
        starts = (
            "" if start == 1 else f'<a:pPr><a:buAutoNum type="arabicPlain" startAt="{start}"/></a:pPr>'
            for start in numbers
        )
        return "".join(
            f"<a:p>{start}{self.runs(paragraph.runs)}</a:p>"
            for start, paragraph in zip(starts, text.paragraphs, strict=True)
        )

    def notes_text(self, text: Text) -> str:
        """Paragraphs of a notes page: headings bold, lists with bullets."""
        return "".join(
            f"<a:p>{NOTES_BULLET if p.bullet else ''}{self.runs(p.runs, bold=p.heading)}</a:p>" for p in text.paragraphs
        )

    def runs(self, runs: Iterable[Run], *, bold: bool = False) -> str:
        """Runs one after the other; a line break within one becomes a break."""
        return "".join(self._run(run, bold or run.bold) for run in runs if run.text)

    def _run(self, run: Run, bold: bool) -> str:
        look = f' lang="{attribute(run.language)}"' if run.language and run.language != self.language else ""
        look += f' sz="{hundredths(self.size)}"' if self.size else ""
        look += ' b="1"' if bold else ""
        inside = self.colours.fill(run.colour) if run.colour else ""
        link = self.link(run)
        if link is not None:
            inside += link.element(_tooltip(run))
        properties = f"<a:rPr{look}>{inside}</a:rPr>" if inside else f"<a:rPr{look}/>" if look else ""
        lines = escaped(run.text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n").replace("\f", "\n"))
        return f"<a:br>{properties}</a:br>".join(
            f"<a:r>{properties}<a:t>{line}</a:t></a:r>" if line else "" for line in lines.split("\n")
        )


def _tooltip(run: Run) -> str:
    """What is shown over a link: the work, the part of the deck, or the address that a click opens."""
    return run.cites.short if run.cites is not None else run.leads_to or run.link.strip()


def _starts(paragraphs: tuple[Paragraph, ...]) -> list[int]:
    """The number at which each paragraph's list starts, so that every entry shows its own."""
    return [1 if p.number is None else max(p.number - place, 1) for place, p in enumerate(paragraphs)]


def body_properties(style: TextStyle | None) -> str:
    """``bodyPr`` of a placeholder: no insets, wrapped, never shrunk, since sizes are decided before."""
    anchor = _ANCHOR[style.anchor] if style else "t"
    return (
        f'<a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="{anchor}">'
        "<a:noAutofit/></a:bodyPr>"
    )


def list_style(style: TextStyle, colours: Colours, language: str, family: str = BODY_FONT) -> str:
    """The look of all five levels. Deeper ones, which only people use, are indented further."""
    return _list_style(style, colours.fill(style.colour), _marker(style, colours), language, family)


@lru_cache(maxsize=_KEPT)
def _list_style(style: TextStyle, fill: str, marker: str, language: str, family: str) -> str:
    levels = "".join(_level(level, style, fill, marker, language, family) for level in range(1, LEVELS + 1))
    return f"<a:lstStyle>{levels}</a:lstStyle>"


def level_style(level: int, style: TextStyle, colours: Colours, language: str, family: str = BODY_FONT) -> str:
    """The look of one level, 1 to 5, of a list style."""
    return _level(level, style, colours.fill(style.colour), _marker(style, colours), language, family)


def _level(level: int, style: TextStyle, fill: str, marker: str, language: str, family: str) -> str:
    step = emu(style.indent or style.size)
    hanging = style.marker != "none"
    margin = emu(style.indent) + (level - 1) * step
    return (
        f'<a:lvl{level}pPr marL="{margin}" indent="{-emu(style.indent) if hanging else 0}" algn="{_ALIGN[style.align]}"'
        ' defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">'
        f'<a:lnSpc><a:spcPct val="{round(style.line_spacing * 100000)}"/></a:lnSpc>'
        '<a:spcBef><a:spcPts val="0"/></a:spcBef>'
        f'<a:spcAft><a:spcPts val="{hundredths(style.space_after)}"/></a:spcAft>'
        f"{marker}"
        f'<a:defRPr lang="{attribute(language)}" sz="{hundredths(style.size)}" b="{int(style.bold)}" i="0" kern="1200">'
        f"{fill}"
        f'<a:latin typeface="{family}"/><a:ea typeface="{family[:-2]}ea"/><a:cs typeface="{family[:-2]}cs"/>'
        f"</a:defRPr></a:lvl{level}pPr>"
    )


def _marker(style: TextStyle, colours: Colours) -> str:
    colour = f"<a:buClr>{colours.reference(style.marker_colour)}</a:buClr>" if style.marker_colour else "<a:buClrTx/>"
    match style.marker:
        case "bullet":
            return f'{colour}<a:buFont typeface="+mn-lt"/><a:buChar char="•"/>'
        case "number":
            return f'{colour}<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPlain"/>'
        case "none":
            return "<a:buNone/>"
