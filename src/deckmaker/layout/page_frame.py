"""What surrounds a graphic that stands alone: the band with its headline and the motif, and the foot."""

from __future__ import annotations

from deckmaker.layout.lettering import capital, passage, stack, stacked_height
from deckmaker.layout.poster import PosterPage
from deckmaker.layout.wordmark import set_wordmark
from deckmaker.model.colour import Colour
from deckmaker.model.evidence import Citation, Diagram
from deckmaker.model.feature import Measure
from deckmaker.model.frame import Box, Graphic
from deckmaker.model.frozen import frozen
from deckmaker.model.picture import Area, Circle, Label, Mark, NoRoomError, Rectangle
from deckmaker.model.theme import Theme

_SLIDE = 720.0
"""Root of the area of a slide in points: type of a page is larger or smaller than a slide's by the same measure."""
_HEADLINES = (44.0, 40.0, 36.0, 33.0, 30.0, 27.0, 24.0, 21.0)
_WIDE_HEADLINES = (34.0, 31.0, 28.0, 26.0, 24.0, 21.0)
_LAST = 0.4
"""Least width of a headline's last line, as a share of the widest: less is a word left alone."""
_SMALLEST = 12.0
_HIGH = 1.2
"""From this height to width on a page has room to spare above and below."""
_AIR, _AIR_HIGH = 0.62, 0.86
"""Between band and body, and body and foot, as shares of the margin."""


@frozen(kw_only=True)
class PageFrame:
    """Band and foot as marks, their grounds, and the ``body`` that is left between them.

    ``unit`` is what a point of a slide is on this page.
    """

    head: tuple[Mark, ...]
    foot: tuple[Mark, ...]
    areas: tuple[Area, ...]
    body: Box
    unit: float


def page_frame(graphic: Graphic, page: PosterPage, theme: Theme, measure: Measure) -> PageFrame:
    """The frame of a page on the graphic's ground. Raises ``NoRoomError`` where headline or sources have no room."""
    unit = (page.width * page.height) ** 0.5 / _SLIDE
    margin = max(min(page.width, page.height) * 0.0726, max(page.width, page.height) * 0.045)
    dark = theme.is_dark(graphic.ground)
    band, head, halo = _band(graphic, page, margin, unit, dark, measure)
    top, foot = _foot(graphic, page, margin, unit, dark, theme, measure)
    air = margin * (_AIR_HIGH if page.height > _HIGH * page.width else _AIR)
    body = Box(margin, band + air, page.width - 2 * margin, top - band - (1.5 if dark else 2) * air)
    whole = Box(0, 0, page.width, page.height)
    areas = (
        Area(box=whole, ground=Colour("plum"), discs=() if theme.motif == "none" else halo),
        *(() if dark else (_from(band, graphic.ground, page), _from(top, Colour("sand"), page))),
    )
    return PageFrame(head=head, foot=foot, areas=areas, body=body, unit=unit)


def _from(top: float, ground: Colour, page: PosterPage) -> Area:
    """From here to the bottom of the page, so that nothing shines through where two areas meet."""
    return Area(box=Box(0, top, page.width, page.height - top), ground=ground)


def _band(
    graphic: Graphic, page: PosterPage, margin: float, unit: float, dark: bool, measure: Measure
) -> tuple[float, tuple[Label, ...], tuple[Circle, ...]]:
    """Where the band ends, its words, and the motif to their right, which no word meets."""
    wide = page.width > 1.2 * page.height
    sizes = _WIDE_HEADLINES if wide else _HEADLINES
    for size, last in (*((size, _LAST) for size in sizes), *((size, 0.0) for size in sizes)):
        column = (page.width - 2 * margin) * (0.84 if wide else 0.9 if page.clear else 0.7)
        title = passage(_headline(graphic), column, size * unit, measure, colour="title", bold=True)
        small = max(size * 0.5, 18.0) * unit
        scope = passage(capital(graphic.subject.scope), column, small, measure, colour="secondary")
        high = stacked_height((title, scope), small * 0.3)
        pad = margin * (0.45 if wide else 0.8)
        band = page.clear + max(high + 2 * pad, (page.height - 2 * page.clear) * (0.16 if wide else 0.19))
        halo = _halo(page, band, dark)
        free = page.width - margin if page.clear else halo[0].x - halo[0].radius - margin * 0.4
        widest = max(one.width for one in (title, scope))
        fits = title.fits and scope.fits and margin + widest <= free
        if fits and len(title.lines) <= (2 if wide else 3) and title.lines[-1][1] >= last * title.width:
            top = page.clear + (band - page.clear - high) / 2
            return band, stack((title, scope), margin, top, small * 0.3), halo
    raise NoRoomError(f"{page.width:.0f} by {page.height:.0f} points are too few for the headline")


def _halo(page: PosterPage, band: float, dark: bool) -> tuple[Circle, ...]:
    """The held circle at the right of the band, or above the words where the top has to stay clear of them."""
    radius = page.clear * 0.62 or band * (0.58 if dark else 0.66)
    x = page.width - radius * (0.66 if dark else 0.72)
    y = page.clear * 0.36 or band * (0.28 if dark else 0.64)
    return (
        Circle(x=x, y=y, radius=radius, fill=Colour("plum-halo")),
        Circle(x=x - radius * 0.3, y=y + radius * 0.24, radius=radius * 0.38, fill=Colour("marigold")),
    )


def _foot(
    graphic: Graphic, page: PosterPage, margin: float, unit: float, dark: bool, theme: Theme, measure: Measure
) -> tuple[float, tuple[Mark, ...]]:
    """Where the foot begins, and its marks: sources to the left, the wordmark to the right."""
    size = max(_SMALLEST, _SMALLEST * unit)
    wide = min(page.width * 0.22, 150 * unit)
    words = passage(_sources(graphic), page.width - 2 * margin - wide - 0.6 * margin, size, measure, colour="secondary")
    if not words.fits:
        raise NoRoomError(f"{page.width:.0f} points are too few for the sources")
    pad = margin * (0.5 if dark else 0.42)
    high = max(words.height, wide * 0.26)
    low = page.height - page.clear
    top = low - high - 2 * pad
    mark = _wordmark(theme, Box(page.width - margin - wide, top + pad, wide, high), page.width, dark, measure)
    return top, (*words.labels(margin, top + pad + (high - words.height) / 2), *mark)


def _wordmark(theme: Theme, box: Box, page_width: float, dark: bool, measure: Measure) -> tuple[Mark, ...]:
    found = set_wordmark(theme, box, dark=dark, page_width=page_width)
    if found is None:
        return ()
    labels: list[Mark] = []
    for line in found.lines:
        size = line.size * theme.drawn.scale
        letters = list(line.words) if line.spacing else [line.words]
        widths = [measure(one, size, bold=line.bold) for one in letters]
        x = line.box.x + (line.box.width - sum(widths) - line.spacing * (len(letters) - 1)) / 2
        y = line.box.y + line.box.height * 0.78
        for one, width in zip(letters, widths, strict=True):
            if one.strip():
                labels.append(Label(x=x, y=y, words=one, size=size, colour=line.colour, width=width, bold=line.bold))
            x += width + line.spacing
    rules = (Rectangle(box=rule, fill=found.lines[0].colour) for rule in found.rules)
    return (*labels, *rules)


def _headline(graphic: Graphic) -> str:
    subject = graphic.subject
    return subject.headline or ("" if isinstance(subject, Diagram) else capital(subject.counted))


def _sources(graphic: Graphic) -> str:
    """Sources, place and period, of what is shown and of what is drawn with it, and the first caveat."""
    records = [one for one in (graphic.subject, graphic.reference, graphic.beside) if one is not None]
    cited: list[Citation] = [citation for one in records for citation in one.cite]
    if isinstance(graphic.subject, Diagram):
        cited += [c for part in (*graphic.subject.parts, *graphic.subject.outcomes) for c in part.cite]
    works = list(dict.fromkeys(citation.source.short for citation in cited))
    scopes = list(dict.fromkeys(capital(one.scope) for one in records if one.scope))
    sources = f"{'Sources' if len(works) > 1 else 'Source'}: {'; '.join(works)}"
    return " ".join(f"{sentence.rstrip('.')}." for sentence in (sources, *scopes, *graphic.subject.caveats[:1]))
