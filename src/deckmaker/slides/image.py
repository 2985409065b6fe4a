"""A picture of the author's own: beside words, below a headline, or as large as the page."""

from __future__ import annotations

from dataclasses import field
from typing import ClassVar, Literal

from deckmaker.layout.grid import FULL, LEFT, WORDMARK_RIGHT, body, foot, headline, picture, with_narrow_headlines
from deckmaker.model.colour import Colour
from deckmaker.model.deck import Deck, Image, Objection, Slide
from deckmaker.model.feature import Content, Page, SlideKind
from deckmaker.model.frame import Box, ShapeItem
from deckmaker.model.frozen import frozen
from deckmaker.model.layout import Layout, Placeholder, Role
from deckmaker.model.text import Paragraph, Run, Text


@frozen(kw_only=True)
class ImageSlide(Slide):
    """A photograph or drawing with its credit, and with words for people who do not see it.

    The picture fills its place where it loses at most a quarter by that, and is shown whole where it would lose more;
    ``crop: yes`` and ``crop: no`` say which.
    """

    main: ClassVar[str] = "image"

    image: Image = field(metadata={"doc": "a PNG, JPEG or GIF beside the deck", "example": "photo.jpg"})
    headline: Text = field(metadata={"doc": "a sentence that says the point"})
    credit: Text = field(metadata={"doc": "who made it, and what allows you to show it", "example": "Zoë Hill, 2026"})
    alternative_text: Text | None = field(
        default=None, metadata={"doc": "what it shows, in a sentence, for people who do not see it"}
    )
    decorative: bool = field(default=False, metadata={"doc": "whether it says nothing that the words do not say"})
    caption: Text | None = field(default=None, metadata={"doc": "a few sentences beside or below it"})
    layout: Literal["beside", "wide", "full"] | None = field(
        default=None,
        metadata={"doc": "where it stands: `beside` the words, `wide` below them, or over the `full` page"},
    )
    crop: bool | None = field(
        default=None, metadata={"doc": "whether it may lose something at its sides to fill its place"}
    )

    def objections(self, deck: Deck) -> tuple[Objection, ...]:
        """A picture of which people who do not see it learn nothing."""
        if self.decorative and self.alternative_text:
            because = "a decorative picture is passed over by screen readers, and this one has words for them"
            return (Objection(because=because, instead="keep ‘alternative-text’ or ‘decorative’, not both"),)
        if not self.decorative and not self.alternative_text:
            because = "this picture has no words for people who do not see it"
            instead = "write  alternative-text: what it shows , or  decorative: yes  if the words say it all"
            return (Objection(because=because, instead=instead),)
        return ()


_COLUMN = 410.0
_PHOTO = Box(504, 0, 456, 540)
"""Right of the words, from edge to edge."""
_WHOLE = "-whole"
"""Ending of the variant of a layout for a picture that stays whole."""
_LITTLE = 0.25
"""The share of a picture that may be lost without being asked for."""
_PAD = 32.0
"""Around a picture that stays whole on its panel."""


def _panel(box: Box) -> tuple[Box, tuple[ShapeItem, ...]]:
    """The place of a picture that stays whole, on a panel: what it leaves free looks meant."""
    inside = Box(box.x + _PAD, box.y + _PAD / 2, box.width - 2 * _PAD, box.height - _PAD)
    return inside, (ShapeItem(name="Panel", kind="rectangle", box=box, fill=Colour("haze")),)


def _foot(width: float, number: float, colour: str = "secondary") -> tuple[Placeholder, ...]:
    """The credit and the slide's number where the picture leaves them room."""
    return (
        body("source", Box(LEFT, 490, width, 34), 12, colour=colour, role=Role.SOURCE, prompt="Credit"),
        body("number", Box(number, 496, 40, 20), 12, colour=colour, role=Role.SLIDE_NUMBER, align="right", prompt=""),
    )


def _beside(name: str, title: str, size: float, words: float | None, *, whole: bool = False) -> Layout:
    """The picture on the right half; ``words`` is the size of the caption, nothing where there is none."""
    places: tuple[Placeholder, ...]
    if words:
        places = (
            headline(Box(LEFT, 48, _COLUMN, 152), size=size, anchor_bottom=True),
            body("caption", Box(LEFT, 218, _COLUMN, 258), words, space_after=words * 0.5, prompt="Words"),
        )
    else:
        alone = Box(LEFT, 72, _COLUMN, 380)
        places = (
            body("title", alone, size, colour="title", role=Role.TITLE, bold=True, anchor="middle", prompt="Headline"),
        )
    shown, panel = _panel(_PHOTO) if whole else (_PHOTO, ())
    return Layout(
        name=name + _WHOLE if whole else name,
        title=f"{title}, whole" if whole else title,
        ground=Colour("cream"),
        placeholders=(*places, picture("image", shown), *_foot(340, 424)),
        decoration=panel,
        rule=False,
    )


def _wide(name: str, title: str, lines: int, said: int, *, whole: bool = False) -> Layout:
    """The picture across the page, below a headline of so many lines and over a caption of so many."""
    top = 98.0 + 42 * (lines - 1)
    low = 472 - said * 27 - (10 if said else 0)
    caption = (body("caption", Box(LEFT, low + 10, FULL, said * 26 + 1), 20, prompt="Words"),)
    place = Box(LEFT, top, FULL, low - top)
    shown, panel = _panel(place) if whole else (place, ())
    return Layout(
        name=name + _WHOLE if whole else name,
        title=f"{title}, whole" if whole else title,
        ground=Colour("cream"),
        placeholders=(
            headline(Box(LEFT, 40, FULL, 43 * lines)),
            picture("image", shown),
            *(caption if said else ()),
            *foot(),
        ),
        decoration=panel,
        wordmark=WORDMARK_RIGHT,
    )


def _full(name: str, title: str, lines: int, size: float) -> Layout:
    """The picture over the page, down to a band for the headline that keeps its contrast whatever is in the picture."""
    height = lines * size * 1.21 + 1
    band = 478 - height
    return Layout(
        name=name,
        title=title,
        ground=Colour("plum"),
        placeholders=(
            headline(Box(LEFT, band, FULL, height), size=size, colour="on-dark"),
            picture("image", Box(0, 0, 960, band - 16)),
            *foot("secondary-on-dark"),
        ),
        wordmark=WORDMARK_RIGHT,
        rule=False,
    )


def _all_beside(*, whole: bool) -> tuple[Layout, ...]:
    return (
        _beside("image-beside", "Picture beside words", 36, 24, whole=whole),
        _beside("image-beside-long", "Picture beside words, long", 32, 22, whole=whole),
        _beside("image-beside-longest", "Picture beside words, longest", 28, 20, whole=whole),
    )


def _all_alone(*, whole: bool) -> tuple[Layout, ...]:
    return (
        _beside("image-headline", "Picture beside a headline", 44, None, whole=whole),
        _beside("image-headline-long", "Picture beside a headline, long", 36, None, whole=whole),
    )


def _all_wide(*, whole: bool) -> tuple[Layout, ...]:
    return (
        _wide("image-wide", "Wide picture", 1, 0, whole=whole),
        *with_narrow_headlines(_wide("image-wide-two-lines", "Wide picture, two lines", 2, 0, whole=whole)),
    )


def _all_with_words(*, whole: bool) -> tuple[Layout, ...]:
    two = "Wide picture, two lines, with"
    return (
        _wide("image-wide-caption", "Wide picture with words", 1, 1, whole=whole),
        _wide("image-wide-captions", "Wide picture with two lines of words", 1, 2, whole=whole),
        *with_narrow_headlines(
            _wide("image-wide-two-lines-caption", f"{two} words", 2, 1, whole=whole),
            _wide("image-wide-two-lines-captions", f"{two} two lines of words", 2, 2, whole=whole),
        ),
    )


_FULL = (
    _full("image-full", "Picture over the page", 1, 36),
    *with_narrow_headlines(_full("image-full-two-lines", "Picture over the page, two lines", 2, 34)),
)
_ALONE, _BESIDE, _WIDE, _WITH_WORDS = (
    {whole: made(whole=whole) for whole in (False, True)}
    for made in (_all_alone, _all_beside, _all_wide, _all_with_words)
)
"""Layouts for pictures that fill their places, and for those that stay whole."""
_SETS = (*(sets[whole] for whole in (False, True) for sets in (_ALONE, _BESIDE, _WIDE, _WITH_WORDS)), _FULL)
LAYOUTS = tuple(layout for layouts in _SETS for layout in layouts)


def fill(slide: ImageSlide, page: Page) -> tuple[Content, ...]:
    """One page; without a wish of the author's, a high picture or one with many words stands beside them."""
    where = slide.layout or _usual(slide)
    texts = {"title": slide.headline, "source": _source(slide, page)}
    if slide.caption and where != "full":
        texts["caption"] = slide.caption
    choices = {
        "beside": _BESIDE if slide.caption else _ALONE,
        "wide": _WITH_WORDS if slide.caption else _WIDE,
        "full": {False: _FULL, True: _FULL},
    }[where]
    filled = choices[False]
    crop = slide.crop if slide.crop is not None else where == "full" or _loss(slide.image, filled[0]) <= _LITTLE
    names = filled if crop else choices[True]
    words = str(slide.alternative_text or "")
    return (
        Content(
            layouts=tuple(layout.name for layout in names),
            texts=texts,
            images={"image": (slide.image, words)},
            cropped=frozenset({"image"} if crop else ()),
            notes=page.notes(slide, *([slide.caption] if slide.caption and where == "full" else [])),
        ),
    )


def _usual(slide: ImageSlide) -> Literal["beside", "wide"]:
    many = slide.caption is not None and slide.caption.word_count > 24
    return "beside" if many or slide.image.width < 1.25 * slide.image.height else "wide"


def _loss(image: Image, layout: Layout) -> float:
    """The share of the picture that is lost where it fills its place."""
    (box,) = (place.box for place in layout.placeholders if place.name == "image")
    shares = sorted((image.width / image.height, box.width / box.height))
    return 1 - shares[0] / shares[1]


def _source(slide: ImageSlide, page: Page) -> Text:
    """The credit, ‘Photograph’ before it unless it says itself what it is, and the sources of figures in the words."""
    credit = slide.credit if ":" in str(slide.credit) else _after("Photograph: ", slide.credit)
    if not slide.citations:
        return credit
    dot = "" if str(credit).endswith(".") else "."
    return credit.followed_by(Run(f"{dot} "), *page.source_line(slide.citations).runs)


def _after(words: str, text: Text) -> Text:
    first, *rest = text.paragraphs
    return Text((Paragraph((Run(words), *first.runs)), *rest), position=text.position)


SLIDE = SlideKind(
    slide=ImageSlide,
    layouts=LAYOUTS,
    fill=fill,
    example=(
        "image: photo.jpg\n"
        "headline: Every baby looks for a face\n"
        "alternative-text: A mother bends over her baby, and the two look at each other\n"
        "credit: Zoë Hill, with the family’s leave"
    ),
)
