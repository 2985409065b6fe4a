"""A quotation slide: exact words in their own language, and a portrait that is told in words too."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pytest

from deckmaker.discovery import Features
from deckmaker.layout.lay_out import lay_out
from deckmaker.model.deck import Deck, Image, LaidOutDeck
from deckmaker.model.frame import TextItem
from deckmaker.model.text import LanguageTag
from deckmaker.outputs.pptx import OUTPUT
from deckmaker.pipeline import check
from deckmaker.slides.quotation import QuotationSlide

FEATURES = Features()
LaidOut = Callable[[str], LaidOutDeck]
PORTRAIT = Image(name="portrait.png", content=b"", width=10, height=10)


@pytest.fixture
def deck(laid_out: LaidOut) -> Deck:
    return laid_out("title: A deck\nslides:\n  - quotation: easier-to-build-strong-children\n  - references\n").deck


def quotation_of(deck: Deck) -> QuotationSlide:
    (slide,) = (slide for slide in deck.slides if isinstance(slide, QuotationSlide))
    return slide


def changed(deck: Deck, slide: QuotationSlide) -> LaidOutDeck:
    return lay_out(replace(deck, slides=(slide, *deck.slides[1:])), FEATURES)


def no_picture(*anything: object) -> object:
    raise AssertionError("nothing is drawn on these slides")


def test_a_welsh_quotation_is_marked_as_welsh_in_the_file(deck: Deck) -> None:
    slide = quotation_of(deck)
    welsh = replace(slide.quotation, language=LanguageTag("cy-GB"), parts=("Geiriau yn Gymraeg",), short="")
    made = changed(deck, replace(slide, quotation=welsh))
    (item,) = (i for i in made.frames[0].items if isinstance(i, TextItem) and i.placeholder == "quotation")
    assert [run.language for run in item.text.runs] == ["cy-GB"]
    (content,) = OUTPUT.render(made, no_picture).values()  # type: ignore[arg-type]
    with zipfile.ZipFile(BytesIO(content)) as parts:
        slides = [parts.read(name).decode() for name in parts.namelist() if name.startswith("ppt/slides/slide")]
    (spoken,) = (xml for xml in slides if "Geiriau" in xml)
    assert 'lang="cy-GB"' in spoken
    assert spoken.index('lang="cy-GB"') < spoken.index("Geiriau")


def test_words_in_the_language_of_the_deck_carry_none_of_their_own(deck: Deck) -> None:
    (item,) = (
        i for i in lay_out(deck, FEATURES).frames[0].items if isinstance(i, TextItem) and i.placeholder == "quotation"
    )
    assert [run.language for run in item.text.runs] == [""]


def test_a_portrait_stands_to_the_left_of_the_words(deck: Deck) -> None:
    made = changed(deck, replace(quotation_of(deck), portrait=PORTRAIT, portrait_of="A man in a coat"))
    layout = FEATURES.layouts[made.frames[0].layout]
    portrait, words = layout.placeholder("portrait").box, layout.placeholder("quotation").box
    assert portrait.right < words.x
    assert portrait.width == portrait.height


def test_every_quotation_fits_beside_a_portrait_or_says_that_it_is_too_long(deck: Deck) -> None:
    slide = quotation_of(deck)
    quotations = tuple(deck.library.quotations.values())
    assert len(quotations) >= 20
    fitted = 0
    for quotation in quotations:
        made = changed(deck, replace(slide, quotation=quotation, portrait=PORTRAIT, portrait_of="Somebody"))
        overflow = [i for i in made.frames[0].items if isinstance(i, TextItem) and i.overflows]
        fitted += not overflow
        assert {item.placeholder for item in overflow} <= {"quotation"}
        assert len(quotation.text.split()) > 60 or not overflow
    assert fitted >= 18


@pytest.mark.parametrize(
    ("portrait", "words", "said"),
    [(PORTRAIT, "", "no words for people who do not see it"), (None, "A man", "a picture that is missing")],
)
def test_a_portrait_needs_words_and_words_a_portrait(portrait: Image | None, words: str, said: str, deck: Deck) -> None:
    made = changed(deck, replace(quotation_of(deck), portrait=portrait, portrait_of=words))
    (told,) = (diagnostic for diagnostic in check(made, FEATURES) if diagnostic.code == "slide-refused")
    assert said in told.message


def test_words_of_doubtful_origin_are_not_said_to_be_anybodys(deck: Deck) -> None:
    assert lay_out(deck, FEATURES).frames[0].title == "Words widely attributed to Frederick Douglass"
