"""Slide layouts: one part for each named layout, with its background, decoration, wordmark and placeholders."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count

from deckmaker.layout.grid import LEFT, RIGHT, RULE_Y
from deckmaker.model.colour import Colour
from deckmaker.model.frame import Box, TextStyle
from deckmaker.model.frozen import frozen
from deckmaker.model.layout import Layout, Placeholder, Role
from deckmaker.model.theme import Theme
from deckmaker.outputs.pptx.colours import Colours
from deckmaker.outputs.pptx.markup import NAMESPACES, attribute, escaped, frame, identifier, part
from deckmaker.outputs.pptx.placeholders import element, label, with_role
from deckmaker.outputs.pptx.shapes import Picture, plain_shape, rectangle
from deckmaker.outputs.pptx.text import BODY_FONT, TITLE_FONT, body_properties, list_style
from deckmaker.outputs.pptx.tree import numbers, shape_tree, text_placeholder
from deckmaker.outputs.pptx.wordmark import wordmark

_KEPT_AT_THE_FOOT = (Role.SLIDE_NUMBER, Role.FOOTER)
_RULE_THICKNESS = 0.75
_WORDMARK_SHAPES = 5


@frozen
class LayoutWriter:
    """Writes the layouts of one template. ``logo`` is the wordmark's picture file, where the brand has one."""

    theme: Theme
    language: str
    indices: Mapping[str, int]
    logo: Picture | None = None

    def part(self, layout: Layout, colours: Colours) -> bytes:
        """The whole part of a layout; ``colours`` are the theme's on its ground."""
        number, footer = (with_role(layout.placeholders, role) is not None for role in _KEPT_AT_THE_FOOT)
        kept = at_the_foot(number=number, footer=footer) if number or footer else ""
        return part(
            f'<p:sldLayout {NAMESPACES} preserve="1" userDrawn="1"><p:cSld name="{attribute(layout.title)}">'
            f"{background(colours)}{shape_tree(self._shapes(layout, colours))}</p:cSld>"
            f"{colours.override}{kept}</p:sldLayout>"
        )

    def _shapes(self, layout: Layout, colours: Colours) -> str:
        number = numbers()
        drawn = [plain_shape(item, next(number), colours) for item in layout.decoration]
        if layout.rule:
            rule = Box(LEFT, RULE_Y, RIGHT - LEFT, _RULE_THICKNESS)
            drawn.append(rectangle(next(number), "Rule", rule, self._rule_colour(layout), colours))
        if layout.wordmark is not None:
            first = next(number)
            drawn.append(wordmark(self.theme, layout.wordmark, colours, first, self.language, self.logo))
            number = count(first + _WORDMARK_SHAPES)
        drawn.extend(self.placeholder(place, next(number), colours) for place in layout.placeholders)
        return "".join(drawn)

    def _rule_colour(self, layout: Layout) -> Colour:
        if not self.theme.is_dark(layout.ground):
            return Colour("hairline")
        return Colour("hairline-on-dark" if "hairline-on-dark" in self.theme.roles else "secondary-on-dark")

    def placeholder(self, place: Placeholder, number: int, colours: Colours) -> str:
        """A placeholder at its place, with the look of its text and a prompt."""
        style = place.style or TextStyle(
            size=18, colour=Colour("on-dark" if self.theme.is_dark(colours.ground) else "ink")
        )
        return text_placeholder(
            number,
            attribute(label(place)),
            element(place, self.indices, prompted=place.role not in _KEPT_AT_THE_FOOT),
            frame(place.box) + '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>',
            body_properties(style),
            list_style(style, colours, self.language, TITLE_FONT if place.role is Role.TITLE else BODY_FONT),
            f"<a:p>{self._prompt(place)}</a:p>",
        )

    def _prompt(self, place: Placeholder) -> str:
        language = attribute(self.language)
        if place.role is Role.SLIDE_NUMBER:
            return slide_number_field("‹#›", language)
        return f'<a:r><a:rPr lang="{language}"/><a:t>{escaped(place.prompt or label(place))}</a:t></a:r>'


def at_the_foot(*, number: bool, footer: bool) -> str:
    """Says what a new slide takes with it of slide number and footer; never a header or a date."""
    without_number, without_footer = "" if number else 'sldNum="0" ', "" if footer else 'ftr="0" '
    return f'<p:hf {without_number}hdr="0" {without_footer}dt="0"/>'


def slide_number_field(words: str, language: str = "") -> str:
    """The field that shows a slide's number."""
    properties = f'<a:rPr lang="{language}"/>' if language else "<a:rPr/>"
    return f'<a:fld id="{identifier("field", "slide number")}" type="slidenum">{properties}<a:t>{words}</a:t></a:fld>'


def background(colours: Colours) -> str:
    """A plain background in the colour of the ground."""
    return f"<p:bg><p:bgPr>{colours.fill(colours.ground)}<a:effectLst/></p:bgPr></p:bg>"
