"""Where a click leads: rows of the agenda to their parts, marks to references, references to the web."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO

import pytest
from lxml import etree
from pptx import Presentation
from pptx.presentation import Presentation as PresentationType
from pptx.slide import Slide

from deckmaker.model.deck import LaidOutDeck
from deckmaker.outputs.pptx import OUTPUT
from deckmaker.workspace import Workspace

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
AHYP = "{http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
SPEC = """\
title: A deck
slides:
  - title
  - agenda
  - section: What babies need
  - message: 2
  - section: Where help is missing
  - statistic: camhs-under-twos
    layout: words
  - references
"""
QUOTATIONS = """\
geiriau:
  kind: inline
  language: cy-GB
  parts: Mae pob babi’n haeddu cael ei garu, ei ddal a’i glywed, dŵr neu hindda.
  attribution: Cyngor Enghraifft
  year: "2026"
  cite: arolwg
  messages: 6
"""
SOURCES = """\
arolwg:
  title: Lleisiau rhieni
  short: Arolwg (2026)
  author: Cyngor Enghraifft
  year: "2026"
  uses: What parents say.
"""


def no_picture(*anything: object) -> object:
    raise AssertionError("nothing is drawn on these slides")


def opened(made: LaidOutDeck) -> PresentationType:
    (data,) = OUTPUT.render(made, no_picture).values()  # type: ignore[arg-type]
    return Presentation(BytesIO(data))


@pytest.fixture
def presentation(laid_out: Callable[[str], LaidOutDeck]) -> PresentationType:
    return opened(laid_out(SPEC))


def links(slide: Slide) -> list[tuple[str, etree._Element, str]]:
    """The words of each link of a slide, its element, and the address or the part of the slide that it opens."""
    found = []
    for run in slide.element.iter(f"{A}r"):
        for click in run.iter(f"{A}hlinkClick"):
            related = slide.part.rels[click.get(f"{R}id")]
            target = related.target_ref if related.is_external else str(related.target_part.partname)
            found.append((run.findtext(f"{A}t"), click, target))
    return found


def titled(presentation: PresentationType, title: str) -> str:
    """The part of the slide of that title."""
    titles = {s.shapes.title.text_frame.text: s for s in presentation.slides if s.shapes.title is not None}
    return str(titles[title].part.partname)


def test_rows_of_the_agenda_lead_to_the_first_slides_of_their_parts(presentation: PresentationType) -> None:
    agenda = presentation.slides[1]
    found = {words: (click.get("action"), target) for words, click, target in links(agenda)}
    assert found == {
        name: ("ppaction://hlinksldjump", titled(presentation, name))
        for name in ("What babies need", "Where help is missing")
    }


def test_citation_marks_lead_to_the_slide_of_their_reference(presentation: PresentationType) -> None:
    references = presentation.slides[len(presentation.slides) - 1]
    listed = references.shapes.title
    assert listed is not None
    marks = [
        (words, click.get("action"), target)
        for slide in presentation.slides
        for words, click, target in links(slide)
        if re.fullmatch(r"\[\d+\]", words)
    ]
    assert len(marks) > 3
    assert {(action, target) for _, action, target in marks} == {
        ("ppaction://hlinksldjump", str(references.part.partname))
    }


def test_references_lead_to_their_web_addresses(
    presentation: PresentationType, laid_out: Callable[[str], LaidOutDeck]
) -> None:
    addresses = {source.link for source in laid_out(SPEC).deck.references if source.link}
    assert addresses
    references = presentation.slides[len(presentation.slides) - 1]
    found = [target for _, click, target in links(references) if click.get("action") is None]
    assert {str(target).replace("%20", " ") for target in found} == addresses


def test_links_keep_the_colour_of_their_text_and_say_where_they_lead(presentation: PresentationType) -> None:
    every = [click for slide in presentation.slides for _, click, _ in links(slide)]
    assert len(every) > 6
    assert all(click.get("tooltip") for click in every)
    kept = [[colour.get("val") for colour in click.iter(f"{AHYP}hlinkClr")] for click in every]
    assert kept == [["tx"]] * len(every)


def test_a_name_that_is_no_part_of_the_deck_is_no_link(laid_out: Callable[[str], LaidOutDeck]) -> None:
    spec = SPEC.replace("  - section: Where help is missing\n", "")
    assert [words for words, *_ in links(opened(laid_out(spec)).slides[1])] == ["What babies need"]


def test_welsh_words_of_an_own_library_are_welsh_in_the_file(
    workspace: Workspace, laid_out: Callable[[str], LaidOutDeck]
) -> None:
    folder = workspace.root / "decks" / "evidence"
    folder.mkdir()
    (folder / "quotations.yaml").write_text(QUOTATIONS, encoding="utf-8")
    (folder / "sources.yaml").write_text(SOURCES, encoding="utf-8")
    spec = "title: A deck\nlibrary: evidence\nslides:\n  - quotation: geiriau\n  - references\n"
    slide = opened(laid_out(spec)).slides[0]
    spoken = {run.findtext(f"{A}t"): run.find(f"{A}rPr") for run in slide.element.iter(f"{A}r")}
    (welsh,) = (look for words, look in spoken.items() if words and "dŵr" in words)
    assert welsh is not None
    assert welsh.get("lang") == "cy-GB"
    others = [look for words, look in spoken.items() if words and "dŵr" not in words and look is not None]
    assert all(look.get("lang") in (None, "en-GB") for look in others)
