"""A graphic that is asked for as an object to edit is one, or its slide says that it cannot be."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic
from deckmaker.model.frame import GraphicItem

CODE = "no-editable-graphic"
SPEC = "title: A deck\nslides:\n  - title\n  - statistic: {}\n    graphic: {}\n  - references\n"
Found = Callable[[str, str], tuple[Diagnostic, ...]]


@pytest.mark.parametrize(("statistic", "kind"), [("camhs-under-twos", "words-only"), ("scotland-hubs", "big-number")])
def test_words_have_no_editable_form_and_the_slide_says_so(statistic: str, kind: str, found: Found) -> None:
    (error,) = found("native-graphic", SPEC.format(statistic, f"{{kind: {kind}, native: true}}"))
    assert error.code == CODE
    assert error.message == f"‘{kind}’ has no editable form"
    assert error.hint == "leave ‘native’ out"
    assert error.position is not None
    assert error.position.line == 4


def test_a_figure_that_has_no_graphic_at_all_says_so(found: Found) -> None:
    (error,) = found("native-graphic", SPEC.format("long-term-plan-goal", "{native: true}"))
    assert error.message == "this slide has no graphic that could be edited"


@pytest.mark.parametrize("choice", ["{native: true}", "proportion-grid", "{kind: part-of-whole, native: true}"])
def test_what_can_be_edited_and_what_nobody_asked_to_edit_is_no_problem(choice: str, found: Found) -> None:
    assert found("native-graphic", SPEC.format("camhs-under-twos", choice)) == ()


def test_a_graphic_that_would_mislead_is_told_once(found: Found, deck: Callable[[str], LaidOutDeck]) -> None:
    spec = SPEC.format("exclusions-change", "{kind: icon-array, native: true}")
    assert deck(spec).undrawn
    assert found("native-graphic", spec) == ()


def test_bars_get_their_numbers_only_when_somebody_wants_to_edit_them(deck: Callable[[str], LaidOutDeck]) -> None:
    def item(choice: str) -> GraphicItem:
        frames = deck(SPEC.format("disorganised-attachment-groups", choice)).frames
        (made,) = [item for frame in frames for item in frame.items if isinstance(item, GraphicItem)]
        return made

    plain, editable = item("comparison-bars"), item("{native: true}")
    assert (plain.native, plain.chart) == (False, None)
    assert editable.native
    assert editable.chart is not None
    assert editable.chart.labels == ("57%", "an estimated 43%", "an estimated 21%", "around 15%")
    assert editable.chart.reference == ("Children in the general population", 15)
