"""What surrounds the panels of an infographic: the headline in its band, sources and wordmark at the foot. Points."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

from deckmaker.layout.fit import ends_in_a_lonely_word, place_text
from deckmaker.layout.grid import held_circle
from deckmaker.layout.poster_pages import PosterPage
from deckmaker.layout.poster_stack import ENDLESS, Look
from deckmaker.model.colour import Colour
from deckmaker.model.feature import Measure
from deckmaker.model.frame import Box, ShapeItem, TextItem, TextStyle
from deckmaker.model.frozen import frozen
from deckmaker.model.layout import Placeholder, Role
from deckmaker.model.picture import NoRoomError
from deckmaker.model.text import Text

_TITLES = (30.0, 27.0, 24.0, 21.0)
"""Sizes of a headline on A4."""
_FULL_AIR = 0.86
"""Type, against its usual size, from which head and foot have all their air."""
_MANY_LINES = 3
"""Sources of more lines take the whole width, below address and wordmark."""
_WIDTHS = (0.72, 0.64, 0.8, 0.56)
"""Shares of the page's inner width that a headline may take."""


@frozen(kw_only=True)
class PosterWords:
    """What stands around the panels; ``numbered`` are those that show their numbers.

    A card has a small ``title`` on a dark ground, or, with ``large``, one that is the main thing on it, or ``alone``.
    """

    title: Text
    subtitle: Text
    sources: Text
    address: Text
    numbered: frozenset[int] = frozenset()
    large: bool = False
    alone: bool = False


@frozen
class Head:
    """The headline with its decoration; panels begin below ``bottom``."""

    items: tuple[TextItem, ...]
    bottom: float
    decoration: tuple[ShapeItem, ...] = ()


@frozen
class Foot:
    """Address and sources with their decoration, and where the wordmark goes; panels end above ``top``."""

    items: tuple[TextItem, ...]
    top: float
    wordmark: Box
    decoration: tuple[ShapeItem, ...] = ()


class Surround:
    """Sets head and foot of one page in one size of type."""

    def __init__(self, page: PosterPage, look: Look, live: Measure, *, card: bool) -> None:
        self.page, self.look, self.live, self.card = page, look, live, card
        self.margin = page.margin
        self.inner = page.width - 2 * page.margin

    def head(self, words: PosterWords) -> Head:
        """The title in its band, or small at the top of a card. Raises ``NoRoomError``."""
        if self.card:
            return self._card_head(words)
        page, pad = self.page, self.margin * (0.6 if self.page.is_flat else 0.75) * self._air
        top = max(page.clear, pad)
        title = self._headline(words.title, top)
        items = [title]
        if words.subtitle:
            style = TextStyle(size=max(round(16 * page.scale), self.look.floor), colour=Colour("secondary-on-dark"))
            box = Box(self.margin, title.box.bottom + 6 * page.scale, self.inner * 0.78, ENDLESS)
            line = self._text("subtitle", words.subtitle, style, box, Role.SUBTITLE)
            if len(line.lines) > 1 and ends_in_a_lonely_word(line, self.live):
                line = self._text("subtitle", words.subtitle, style, replace(box, width=box.width * 0.8), Role.SUBTITLE)
            items.append(line)
        band = items[-1].box.bottom + pad
        return Head(tuple(items), band + 18 * self.look.scale, self._band(band))

    @property
    def _air(self) -> float:
        """Air above and below what stands here, against the usual: less where the type is small too."""
        return min(max(self.look.scale / self.page.scale / _FULL_AIR, 0.65), 1.0)

    def _band(self, band: float) -> tuple[ShapeItem, ...]:
        """The band with the motif, which what follows covers from below."""
        page = self.page
        radius = (band - page.clear * 0.6) * 0.72
        middle = band - (band - page.clear * 0.6) * 0.48
        return (
            _rectangle("Band", Box(0, 0, page.width, band), "plum"),
            *held_circle(
                (page.width * 0.92, middle, radius),
                (page.width * 0.86, middle + radius * 0.39, radius * 0.4),
                "plum-halo",
                "marigold",
            ),
            _rectangle("Page", Box(0, band, page.width, page.height - band), "cream"),
        )

    def _headline(self, words: Text, top: float) -> TextItem:
        """The headline in the largest size and the widest column in which it takes few lines and strands no word."""
        found: TextItem | None = None
        for most in (2, 3)[: 1 if self.page.is_flat else 2]:
            for size, share in product(_TITLES, _WIDTHS):
                style = TextStyle(
                    size=max(round(size * self.page.scale), self.look.floor), colour=Colour("on-dark"), bold=True
                )
                box = Box(self.margin, top, self.inner * share, ENDLESS)
                try:
                    item = self._text("title", words, style, box, Role.TITLE)
                except NoRoomError:
                    continue
                found = found or item
                if len(item.lines) <= most and not ends_in_a_lonely_word(item, self.live):
                    return item
        if found is None:
            raise NoRoomError(f"a word of ‘{words}’ is wider than the page")
        return found

    def _card_head(self, words: PosterWords) -> Head:
        usual, role = (32 if words.alone else 25, "title") if words.large else (15, "secondary")
        style = TextStyle(size=self.look.size(usual), colour=self.look.colour(role), bold=True)
        top = self.page.clear + self.margin * (0.3 if self.page.clear else 1.0)
        title = self._text("title", words.title, style, Box(self.margin, top, self.inner, ENDLESS), Role.TITLE)
        for share in (0.84, 0.76, 0.68):
            if len(title.lines) < 2 or not ends_in_a_lonely_word(title, self.live):
                break
            narrower = Box(self.margin, top, self.inner * share, ENDLESS)
            title = self._text("title", words.title, style, narrower, Role.TITLE)
        if words.alone:
            middle = (self.page.height - title.box.height) / 2
            title = replace(title, box=replace(title.box, y=middle))
        return Head((title,), title.box.bottom + 16 * self.look.scale)

    def foot(self, words: PosterWords) -> Foot:
        """Address, sources and the place of the wordmark. Raises ``NoRoomError``."""
        page, pad = self.page, self.margin * 0.45 * self._air
        unit = page.scale * (1.0 if page.is_paper else 0.8)
        mark = Box(0, 0, 118 * unit, 37 * unit)
        width = self.inner - mark.width - 24 * unit
        usual = 13.0 if self.card else 10.5
        share = 1.0 if self.card else min(self.look.scale / page.scale, 1.0)
        size = max(self.look.floor, round(usual * page.scale * share))
        style = TextStyle(size=size, colour=self.look.colour("secondary"))
        bold = TextStyle(size=max(round(13 * page.scale), size), colour=self.look.colour("title"), bold=True)
        parts: list[TextItem] = []
        if words.address and not self.card and not page.is_flat:
            parts.append(self._text("address", words.address, bold, Box(self.margin, 0, width, ENDLESS), Role.BODY))
        source = self._text("source", words.sources, style, Box(self.margin, 0, width, ENDLESS), Role.SOURCE)
        gap = 5 * unit
        below = len(source.lines) > (_MANY_LINES if not self.card else 6)
        if below:
            source = self._text("source", words.sources, style, Box(self.margin, 0, self.inner, ENDLESS), Role.SOURCE)
            gap = 10 * unit
        beside = parts if below else [*parts, source]
        height = sum(part.box.height for part in beside) + 5 * unit * max(len(beside) - 1, 0)
        upper = max(height, mark.height)
        whole = upper + (gap + source.box.height if below else 0.0)
        bottom = page.height - max(page.clear, pad * (1.6 if self.card else 1.0))
        top = bottom - whole
        ground = Box(0, top - pad, page.width, page.height - top + pad)
        y = top + (upper - height) / 2
        placed: list[TextItem] = []
        for part in beside:
            placed.append(replace(part, box=replace(part.box, y=y)))
            y += part.box.height + 5 * unit
        if below:
            placed.append(replace(source, box=replace(source.box, y=top + upper + gap)))
        placed = [part for part in placed if part.text]
        wordmark = replace(mark, x=page.width - self.margin - mark.width, y=top + (upper - mark.height) / 2)
        shapes = () if self.card else (_rectangle("Foot", ground, "sand"),)
        return Foot(tuple(placed), top - pad - 14 * self.look.scale, wordmark, shapes)

    def _text(self, name: str, text: Text, style: TextStyle, box: Box, role: Role) -> TextItem:
        place = Placeholder(name=name, role=role, box=box, style=style)
        item = place_text(place, text, self.live)
        if item.words_too_many:
            raise NoRoomError(f"a word of ‘{text}’ is wider than the page")
        if role is Role.SOURCE and len(item.lines) > 1 and ends_in_a_lonely_word(item, self.live):
            item, box = self._without_a_lonely_word(item, place)
        return replace(item, box=replace(box, height=item.height + 1))

    def _without_a_lonely_word(self, item: TextItem, place: Placeholder) -> tuple[TextItem, Box]:
        """The text in a somewhat narrower column, if it strands no word then."""
        for share in (0.96, 0.92, 0.88, 0.84, 0.8):
            box = replace(place.box, width=place.box.width * share)
            tried = place_text(replace(place, box=box), item.text, self.live)
            if len(tried.lines) <= len(item.lines) + 1 and not ends_in_a_lonely_word(tried, self.live):
                return tried, box
        return item, place.box


def _rectangle(name: str, box: Box, colour: str) -> ShapeItem:
    return ShapeItem(name=name, kind="rectangle", box=box, fill=Colour(colour))
