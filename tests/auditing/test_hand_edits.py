"""What somebody changes by hand in a deck of ours is found, and told by slide."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from pptx.dml.color import RGBColor
from pptx.util import Inches, Pt

from deckmaker.auditing.audit import Judged
from deckmaker.auditing.finding import Finding
from deckmaker.model.diagnostic import Severity
from deckmaker.model.evidence import Hedge, Library, Value

Audit = Callable[..., tuple[Finding, ...]]
Edited = Callable[[Callable[[Any], None]], bytes]


def replaced(old: str, new: str, *shapes: str) -> Callable[[Any], None]:
    """Somebody selects words and types others, in every run that has them."""

    def edit(presentation: Any) -> None:
        done = 0
        for slide in presentation.slides:
            for shape in slide.shapes:
                if shape.has_text_frame and (not shapes or shape.name in shapes):
                    for run in (run for paragraph in shape.text_frame.paragraphs for run in paragraph.runs):
                        done += old in run.text
                        run.text = run.text.replace(old, new)
        assert done, f"no run has {old!r}"

    return edit


def shape(presentation: Any, slide: int, name: str) -> Any:
    return next(one for one in presentation.slides[slide - 1].shapes if one.name == name)


def on_slide(number: int, findings: tuple[Finding, ...]) -> list[str]:
    return [one.code for one in findings if number in one.slides]


def test_a_deck_as_it_was_built_has_nothing_to_mend(audit: Audit, built: bytes) -> None:
    assert audit(built) == ()


def test_a_deck_saved_again_has_nothing_to_mend(audit: Audit, edited: Edited) -> None:
    assert audit(edited(lambda presentation: None)) == ()


def test_a_figure_with_another_digit_is_told_with_its_record_and_its_slide(audit: Audit, edited: Edited) -> None:
    (found,) = audit(edited(replaced("42%", "45%", "Figure")))
    assert (found.code, found.slides, found.severity) == ("figure-changed", (3,), Severity.ERROR)
    assert "camhs-under-twos" in found.message
    assert "‘42%’ now reads ‘45%’" in found.message
    assert found.diagnostic.message.startswith("slide 3: ")


def test_a_figure_changed_within_a_sentence_is_found(audit: Audit, edited: Edited) -> None:
    (found,) = audit(edited(replaced("42%", "24%", "Title")))
    assert (found.code, found.slides) == ("figure-changed", (6,))


def test_a_hedge_that_is_left_out_is_found(audit: Audit, edited: Edited) -> None:
    found = audit(edited(replaced("At least 1 in 7", "1 in 7", "Figure")))
    assert [(one.code, one.slides) for one in found] == [("hedge-lost", (4,))]


def test_a_figure_changed_in_the_notes_is_found(audit: Audit, edited: Edited) -> None:
    def edit(presentation: Any) -> None:
        frame = presentation.slides[2].notes_slide.notes_text_frame
        run = next(r for p in frame.paragraphs for r in p.runs if "42%" in r.text)
        run.text = run.text.replace("42%", "43%")

    (found,) = audit(edited(edit))
    assert found.code == "figure-changed"
    assert "in the notes" in found.message


def test_one_word_of_a_quotation_is_enough(audit: Audit, edited: Edited) -> None:
    found = audit(edited(replaced("strong", "happy", "Quotation")))
    assert [(one.code, one.slides) for one in found] == [("quotation-changed", (5,))]
    assert "easier-to-build-strong-children" in found[0].message


def test_a_changed_headline_of_a_message_is_found(audit: Audit, edited: Edited) -> None:
    def edit(presentation: Any) -> None:
        run = shape(presentation, 2, "Words").text_frame.paragraphs[0].runs[0]
        run.text = "Everybody " + run.text

    assert on_slide(2, audit(edited(edit))) == ["quotation-changed"]


def test_a_deleted_reference_is_found(audit: Audit, edited: Edited) -> None:
    def edit(presentation: Any) -> None:
        paragraph = shape(presentation, 7, "References").text_frame.paragraphs[0]._p
        paragraph.getparent().remove(paragraph)

    assert on_slide(7, audit(edited(edit))) == ["citation-lost"]


def test_a_deleted_source_line_is_found(audit: Audit, edited: Edited) -> None:
    def edit(presentation: Any) -> None:
        line = shape(presentation, 3, "Source")._element
        line.getparent().remove(line)

    assert on_slide(3, audit(edited(edit))) == ["citation-lost"]


def test_deleted_references_slide_is_an_error_and_any_other_a_note(audit: Audit, edited: Edited) -> None:
    def edit(presentation: Any) -> None:
        slides = presentation.slides._sldIdLst
        for listed in (slides[6], slides[1]):
            presentation.part.drop_rel(listed.rId)
            slides.remove(listed)

    found = {one.code: one.severity for one in audit(edited(edit))}
    assert found == {"citation-lost": Severity.ERROR, "slide-removed": Severity.NOTE}


def test_slides_in_another_order_are_held_against_what_they_were(audit: Audit, edited: Edited) -> None:
    def edit(presentation: Any) -> None:
        replaced("42%", "45%", "Figure")(presentation)
        slides = presentation.slides._sldIdLst
        slides.insert(0, slides[2])

    assert [(one.code, one.slides) for one in audit(edited(edit))] == [("figure-changed", (1,))]


@pytest.mark.parametrize(
    ("words", "severity"),
    [
        ("99% of babies are turned away", Severity.WARNING),
        ("“Nobody ever asked about my baby.”", Severity.WARNING),
        ("99% of babies are turned away. Source: our survey", Severity.NOTE),
        ("99% of babies are turned away (2026)", Severity.NOTE),
    ],
)
def test_a_claim_on_a_slide_that_was_added_has_a_source_or_is_told(
    words: str, severity: Severity, audit: Audit, edited: Edited
) -> None:
    def edit(presentation: Any) -> None:
        slide = presentation.slides.add_slide(presentation.slide_layouts[0])
        slide.shapes.title.text = words

    (found,) = [one for one in audit(edited(edit)) if one.code.startswith("unknown-")]
    assert found.severity is severity


def test_a_text_box_with_a_figure_says_nothing_of_where_it_comes_from(audit: Audit, edited: Edited) -> None:
    def edit(presentation: Any) -> None:
        box = presentation.slides[1].shapes.add_textbox(0, 0, Inches(3), Inches(1))
        box.text_frame.text = "90% of parents agree"

    assert "figure-typed" in on_slide(2, audit(edited(edit)))


def test_a_font_a_colour_and_a_size_set_by_hand_are_found(audit: Audit, edited: Edited) -> None:
    def edit(presentation: Any) -> None:
        font = shape(presentation, 3, "Title").text_frame.paragraphs[0].runs[0].font
        font.name, font.size, font.color.rgb = "Papyrus", Pt(9), RGBColor.from_string("FFE0C0")  # type: ignore[no-untyped-call]

    assert set(on_slide(3, audit(edited(edit)))) == {"font-by-hand", "colour-by-hand", "low-contrast", "tiny-type"}


def test_a_figure_told_as_one_in_n_is_known_by_its_record(audit: Audit, edited: Edited) -> None:
    (found,) = audit(edited(replaced("1 in 7", "1 in 5", "Figure")))
    assert (found.code, found.slides) == ("figure-changed", (4,))
    assert "disorganised-attachment-at-least" in found.message


@pytest.mark.parametrize("words", ["", "graphic.png"])
def test_a_picture_without_words_is_found(audit: Audit, edited: Edited, words: str) -> None:
    def edit(presentation: Any) -> None:
        shape(presentation, 3, "Graphic")._element.nvPicPr.cNvPr.set("descr", words)

    assert "no-alternative-text" in on_slide(3, audit(edited(edit)))


def test_a_title_that_is_gone_repeated_or_read_late_is_found(audit: Audit, edited: Edited) -> None:
    def edit(presentation: Any) -> None:
        shape(presentation, 2, "Title").text_frame.text = ""
        shape(presentation, 8, "Title").text_frame.text = presentation.slides[6].shapes.title.text
        title = shape(presentation, 3, "Title")._element
        title.getparent().append(title)

    found = audit(edited(edit))
    assert "no-title" in on_slide(2, found)
    assert "title-not-first" in on_slide(3, found)
    assert {"repeated-title"} <= set(on_slide(7, found)) & set(on_slide(8, found))


def test_a_moved_placeholder_is_told_but_is_no_fault(audit: Audit, edited: Edited) -> None:
    def edit(presentation: Any) -> None:
        shape(presentation, 3, "Figure").left = Inches(1)

    (found,) = audit(edited(edit))
    assert (found.code, found.severity) == ("moved-by-hand", Severity.NOTE)


def with_statistic(library: Library, **changes: Any) -> Library:
    now = replace(library.statistics["camhs-under-twos"], **changes)
    return replace(library, statistics={**library.statistics, now.id: now})


@pytest.mark.parametrize(
    ("changes", "code", "severity"),
    [
        ({"superseded_by": "another"}, "superseded", Severity.ERROR),
        ({"values": (Value(value=44),)}, "figure-outdated", Severity.ERROR),
        ({"hedge": Hedge.AROUND}, "figure-outdated", Severity.ERROR),
        ({"doubtful": "the survey was withdrawn"}, "doubtful", Severity.WARNING),
        ({"review_by": date(2020, 1, 31)}, "past-review", Severity.NOTE),
        ({"caveats": ("A new caveat.",)}, "record-changed", Severity.NOTE),
    ],
)
def test_what_the_library_says_by_now_is_told_for_every_slide_that_uses_it(
    audit: Audit, built: bytes, judged: Judged, library: Library, changes: Any, code: str, severity: Severity
) -> None:
    found = audit(built, replace(judged, library=with_statistic(library, **changes)))
    assert {(one.code, one.severity, one.slides) for one in found} >= {(code, severity, (2, 3, 6))}


def test_a_quotation_that_the_library_has_corrected_is_no_longer_exact(
    audit: Audit, built: bytes, judged: Judged, library: Library
) -> None:
    name = "easier-to-build-strong-children"
    now = replace(library.quotations[name], parts=("Other words altogether.",))
    found = audit(built, replace(judged, library=replace(library, quotations={**library.quotations, name: now})))
    assert [(one.code, one.slides) for one in found] == [("quotation-not-exact", (5,))]


def test_a_record_that_is_gone_is_told(audit: Audit, built: bytes, judged: Judged, library: Library) -> None:
    left = {name: one for name, one in library.quotations.items() if name != "easier-to-build-strong-children"}
    found = audit(built, replace(judged, library=replace(library, quotations=left)))
    assert [(one.code, one.slides) for one in found] == [("record-gone", (5,))]
