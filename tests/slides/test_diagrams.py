"""Flow, nation strip and timeline: diagrams across the page, and what each refuses."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from deckmaker.discovery import Features
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic
from deckmaker.model.frame import Frame, GraphicItem, TextItem
from deckmaker.model.scope import Nation
from deckmaker.pipeline import check

FEATURES = Features()
NATIONS = ("england", "wales", "scotland", "northern-ireland")
STRIP = "nation-strip: nations-infant-mental-health"
LaidOut = Callable[[str], LaidOutDeck]


def deck_of(slide: str, *more: str) -> str:
    head = "\n".join(("title: A deck", *more))
    return f"{head}\nslides:\n  - title\n  - {slide}\n  - references\n"


def texts(frame: Frame) -> dict[str, str]:
    return {item.placeholder: str(item.text) for item in frame.items if isinstance(item, TextItem)}


def errors_of(made: LaidOutDeck) -> list[Diagnostic]:
    return [diagnostic for diagnostic in check(made, FEATURES) if diagnostic.stops_the_build]


def test_a_flow_fills_the_page_below_its_headline_with_its_source_and_caveat(laid_out: LaidOut) -> None:
    made = laid_out(deck_of("flow: healthier-brains-better-futures"))
    assert errors_of(made) == []
    (item,) = (item for item in made.frames[1].items if isinstance(item, GraphicItem))
    assert (item.graphic.kind, item.box.width) == ("flow", 852)
    assert "A summary in signs, not a finding" in texts(made.frames[1])["source"]
    assert "sums up its case" in str(made.frames[1].notes)
    assert "no source is given for it" in str(made.frames[1].notes)


def test_a_flow_can_be_shapes_that_people_edit(laid_out: LaidOut) -> None:
    made = laid_out(deck_of("flow: healthier-brains-better-futures\n    graphic: {native: true}"))
    assert errors_of(made) == []
    (item,) = (item for item in made.frames[1].items if isinstance(item, GraphicItem))
    assert item.native


def test_each_nation_has_a_column_of_live_text(laid_out: LaidOut) -> None:
    made = laid_out(deck_of(STRIP))
    assert errors_of(made) == []
    frame = made.frames[1]
    assert not [item for item in frame.items if isinstance(item, GraphicItem)]
    shown = texts(frame)
    named = [shown[f"nation-{number}"] for number in range(1, 5)]
    assert named == ["England", "Wales", "Scotland", "Northern Ireland"]
    for number, part in enumerate(made.deck.library.diagrams["nations-infant-mental-health"].parts, start=1):
        assert part.lead in shown[f"words-{number}"]
        assert str(part.text) in shown[f"words-{number}"]
    tops = {item.box.y for item in frame.items if isinstance(item, TextItem) and item.placeholder.startswith("words")}
    assert len(tops) == 1


def test_what_a_nation_has_bears_its_own_works_and_what_it_lacks_those_of_the_chapter(laid_out: LaidOut) -> None:
    frame = laid_out(deck_of(STRIP)).frames[1]
    (england,) = (i for i in frame.items if isinstance(i, TextItem) and i.placeholder == "words-1")
    lead, rest = england.text.paragraphs
    assert [run.cites.id for run in lead.runs if run.cites] == ["prevention-green-paper-2019", "long-term-plan-2019"]
    assert [run.cites.id for run in rest.runs if run.cites] == ["case-for-change"]


@pytest.mark.parametrize(("place", "nation"), list(enumerate(NATIONS)))
def test_the_nation_of_the_deck_stands_out_by_more_than_colour(place: int, nation: str, laid_out: LaidOut) -> None:
    made = laid_out(deck_of(STRIP, f"nation: {nation}"))
    assert made.deck.nation is Nation(nation)
    assert errors_of(made) == []
    (layout,) = (one for one in made.layouts if one.name == made.frames[1].layout)
    rules = [shape for shape in layout.decoration if shape.name.startswith("Rule")]
    (thick,) = (number for number, rule in enumerate(rules) if rule.box.height > min(r.box.height for r in rules))
    assert thick == place
    assert [shape.name for shape in layout.decoration if shape.name.startswith("Panel")] == [f"Panel {place + 1}"]


def test_without_a_nation_all_columns_look_alike(laid_out: LaidOut) -> None:
    made = laid_out(deck_of(STRIP))
    (layout,) = (one for one in made.layouts if one.name == made.frames[1].layout)
    assert len({shape.box.height for shape in layout.decoration}) == 1
    assert len(layout.decoration) == 4


def test_a_timeline_shows_its_figure_once_in_live_text(laid_out: LaidOut) -> None:
    made = laid_out(deck_of("timeline: first-1001-days"))
    assert errors_of(made) == []
    shown = texts(made.frames[1])
    assert shown["figure"] == "1001 days"
    assert shown["sentence"].startswith("from conception to age two are a time of rapid growth")
    (item,) = (item for item in made.frames[1].items if isinstance(item, GraphicItem))
    assert (item.graphic.kind, item.graphic.figure_told) == ("timeline", True)


def test_points_stand_under_their_stages_which_are_named(laid_out: LaidOut) -> None:
    made = laid_out(deck_of("timeline: first-1001-days\n    points: [One, Another, A third]"))
    assert errors_of(made) == []
    shown = texts(made.frames[1])
    assert [shown[f"point-{number}"] for number in (1, 2, 3)] == [
        "Pregnancy\nOne",
        "First year\nAnother",
        "Second year\nA third",
    ]
    order = [item.placeholder for item in made.frames[1].items if isinstance(item, TextItem | GraphicItem)]
    assert order[:6] == ["title", "figure", "graphic", "point-1", "point-2", "point-3"]


def test_a_figure_typed_into_a_point_needs_a_source_like_any_other(laid_out: LaidOut) -> None:
    made = laid_out(deck_of("timeline: first-1001-days\n    points: [One, 42% of babies, A third]"))
    assert [error.code for error in errors_of(made)] == ["unsourced-figure"]


@pytest.mark.parametrize(
    ("slide", "because", "hint"),
    [
        ("flow: nations-infant-mental-health", "is no flow", "nation-strip: nations-infant-mental-health"),
        ("nation-strip: healthier-brains-better-futures", "is no nation strip", "flow: healthier-brains"),
        ("timeline: first-1001-days\n    points: [One, Another]", "three stages, and here are 2", "leave them out"),
        ("timeline: first-1001-days\n    points: One", "here is one point", "leave them out"),
    ],
)
def test_what_does_not_suit_the_slide_is_refused_with_what_to_write(
    slide: str, because: str, hint: str, laid_out: LaidOut
) -> None:
    (error,) = errors_of(laid_out(deck_of(slide)))
    assert because in error.message
    assert hint in error.hint


def test_other_days_have_no_timeline(laid_out: LaidOut) -> None:
    (error,) = errors_of(laid_out(deck_of("timeline: first-1000-days")))
    assert error.code == "misleading-graphic"
