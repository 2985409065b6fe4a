"""The slide master: the brand's text styles, from which every layout takes what it does not set itself."""

from __future__ import annotations

from dataclasses import replace

from deckmaker.layout.branded import footer_box
from deckmaker.layout.grid import BODY_BOTTOM, BODY_TOP, FULL, LEFT
from deckmaker.model.colour import Colour
from deckmaker.model.frame import Box, TextStyle
from deckmaker.model.theme import Theme
from deckmaker.outputs.pptx.colours import Colours
from deckmaker.outputs.pptx.layouts import at_the_foot, slide_number_field
from deckmaker.outputs.pptx.markup import NAMESPACES, attribute, escaped, frame, part
from deckmaker.outputs.pptx.placeholders import FOOTER_INDEX, SLIDE_NUMBER_INDEX
from deckmaker.outputs.pptx.text import LEVELS, TITLE_FONT, body_properties, level_style, list_style
from deckmaker.outputs.pptx.tree import numbers, shape_tree, text_placeholder

FIRST_LAYOUT_ID = 2**31 + 1
"""Masters and layouts share the numbers from 2,147,483,648; the master has the first."""

_TITLE = TextStyle(size=34, colour=Colour("title"), bold=True)
_BODY = TextStyle(
    size=24, colour=Colour("ink"), space_after=8, marker="bullet", marker_colour=Colour("focus"), indent=22
)
_NUMBER = TextStyle(size=12, colour=Colour("secondary"), align="right")
_DEEPER_SIZES = (24, 22, 20, 20, 20)
_LEVEL_NAMES = ("First level", "Second level", "Third level", "Fourth level", "Fifth level")


def ground_of(theme: Theme) -> Colour:
    """The background that the brand has in PowerPoint's first light slot."""
    return Colour(theme.slots["lt1"])


def master_part(
    theme: Theme, language: str, layout_relationships: list[str], across: float = 1.0, down: float = 1.0
) -> bytes:
    """The whole part; the layouts are listed in the order of their relationships.

    ``across`` and ``down`` are what the page measures against a slide.
    """
    colours = Colours(theme, ground_of(theme))
    kept = at_the_foot(number=True, footer=bool(theme.footer))
    shapes = _shapes(colours, language, across, down, theme)
    listed = "".join(
        f'<p:sldLayoutId id="{FIRST_LAYOUT_ID + place}" r:id="{relationship}"/>'
        for place, relationship in enumerate(layout_relationships)
    )
    return part(
        f'<p:sldMaster {NAMESPACES} preserve="1"><p:cSld><p:bg>'
        '<p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'
        f"{shape_tree(shapes)}</p:cSld><p:clrMap {colours.map_attributes}/>"
        f"<p:sldLayoutIdLst>{listed}</p:sldLayoutIdLst>{kept}{_text_styles(colours, language)}</p:sldMaster>"
    )


def _shapes(colours: Colours, language: str, across: float, down: float, theme: Theme) -> str:
    number = numbers()
    lang = attribute(language)
    levels = "".join(
        f'<a:p><a:pPr lvl="{level}"/><a:r><a:rPr lang="{lang}"/><a:t>{name}</a:t></a:r></a:p>'
        for level, name in enumerate(_LEVEL_NAMES)
    )
    title = f'<a:p><a:r><a:rPr lang="{lang}"/><a:t>Headline</a:t></a:r></a:p>'
    words = f'<a:p><a:r><a:rPr lang="{lang}"/><a:t>{escaped(theme.footer)}</a:t></a:r></a:p>'
    footer = (
        "Footer", f'<p:ph type="ftr" sz="quarter" idx="{FOOTER_INDEX}"/>', footer_box(theme), _NUMBER,
        list_style(_NUMBER, colours, language), words,
    )  # fmt: skip
    return "".join(
        text_placeholder(
            next(number), name, ph, frame(_on_page(box, across, down)) + geometry, body_properties(style), own,
            paragraphs,
        )
        for name, ph, box, style, own, paragraphs in (
            ("Title", '<p:ph type="title"/>', Box(LEFT, 40, FULL, 86), _TITLE, "<a:lstStyle/>", title),
            (
                "Text", '<p:ph type="body" idx="1"/>', Box(LEFT, BODY_TOP, FULL, BODY_BOTTOM - BODY_TOP), _BODY,
                "<a:lstStyle/>", levels,
            ),
            (
                "Slide number", f'<p:ph type="sldNum" sz="quarter" idx="{SLIDE_NUMBER_INDEX}"/>', Box(752, 496, 40, 20),
                _NUMBER, list_style(_NUMBER, colours, language), f"<a:p>{slide_number_field('‹#›', lang)}</a:p>",
            ),
            *((footer,) if theme.footer else ()),
        )
        for geometry in ('<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>',)
    )  # fmt: skip


def _on_page(box: Box, across: float, down: float) -> Box:
    return Box(box.x * across, box.y * down, box.width * across, box.height * down)


def _text_styles(colours: Colours, language: str) -> str:
    title = level_style(1, _TITLE, colours, language, TITLE_FONT)
    body = "".join(
        level_style(level, replace(_BODY, size=_DEEPER_SIZES[level - 1]), colours, language)
        for level in range(1, LEVELS + 1)
    )
    return (
        f"<p:txStyles><p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{body}</p:bodyStyle>"
        f"<p:otherStyle>{default_text_style(language)}</p:otherStyle></p:txStyles>"
    )


def default_text_style(language: str) -> str:
    """The text of shapes that people add: the inside of ``otherStyle`` and ``defaultTextStyle``."""
    lang = attribute(language)
    levels = "".join(
        f'<a:lvl{level}pPr marL="{(level - 1) * 457200}" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" '
        f'hangingPunct="1"><a:defRPr lang="{lang}" sz="1800" kern="1200">'
        '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
        '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>'
        f"</a:defRPr></a:lvl{level}pPr>"
        for level in range(1, LEVELS + 1)
    )
    return f'<a:defPPr><a:defRPr lang="{lang}"/></a:defPPr>{levels}'
