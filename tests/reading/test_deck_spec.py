"""From a tree to the keys of a deck and its slides."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from deckmaker.model.scope import Audience, Nation
from deckmaker.reading.variants import left_out_for

READ = Callable[[str], tuple[Any, Any]]

BEGIN = "title: A talk\nslides:\n"


def slide_of(spec: READ, slide: str) -> Any:
    keys, problems = spec(BEGIN + slide)
    assert problems == ()
    (found,) = keys.slides
    return found


def test_every_key_of_a_deck_means_what_it_says(spec: READ) -> None:
    keys, problems = spec(
        "title: Why\nsubtitle: Because\naudience: MPs\nnation: Northern Ireland\nlength: 20 min\npresenter: NO\n"
        "organisation: 010\nevent: 10:30\ndate: 3 November 2026\nlanguage: en-gb\nbrand: dawn\nformats: pptx\n"
        "notes: off\nslides: [agenda]\n"
    )
    assert problems == ()
    assert (str(keys.title), str(keys.subtitle)) == ("Why", "Because")
    assert (keys.audience, keys.nation) == (Audience.MPS, Nation.NORTHERN_IRELAND)
    assert (keys.length, keys.date) == (20, date(2026, 11, 3))
    assert (keys.presenter, keys.organisation, keys.event) == ("NO", "010", "10:30")
    assert (keys.language, keys.brand, keys.formats, keys.notes) == ("en-GB", "dawn", ("pptx",), False)


def test_a_key_with_nothing_after_it_counts_as_left_out(spec: READ) -> None:
    keys, problems = spec("title: A\nsubtitle:\nnotes:\nlength:\nslides: [agenda]\n")
    assert problems == ()
    assert (keys.subtitle, keys.notes, keys.length) == (None, True, None)


def test_a_slide_may_be_one_word(spec: READ) -> None:
    slide = slide_of(spec, "  - agenda\n")
    assert (slide.kind, str(slide.position)) == ("agenda", "talk.yaml:3:5")


@pytest.mark.parametrize(
    "slide",
    [
        "  - statistic: leaking-boats\n    graphic: one-in-n\n",
        "  - statistic:\n      statistic: leaking-boats\n      graphic: one-in-n\n",
        "  - statistic: {statistic: leaking-boats}\n    graphic: one-in-n\n",
        "  - graphic: one-in-n\n    statistic: leaking-boats\n",
        "  - statistic:\n    graphic: one-in-n\n    \n".replace("statistic:", "statistic: leaking-boats"),
    ],
)
def test_keys_of_a_slide_stand_under_its_kind_or_beside_it(spec: READ, slide: str) -> None:
    found = slide_of(spec, slide)
    assert (found.kind, found.statistic.id, found.graphic) == ("statistic", "leaking-boats", "one-in-n")


def test_a_list_after_the_kind_fills_its_main_field(spec: READ) -> None:
    found = slide_of(spec, "  - message: 01\n    headline: Boats\n")
    assert (found.message.number, str(found.headline)) == (1, "Boats")


def test_a_key_that_is_also_the_name_of_a_kind_belongs_to_the_slide_that_has_it(spec: READ) -> None:
    found = slide_of(spec, "  - comparison: leaking-boats\n    text: More of them\n")
    assert (found.kind, str(found.text)) == ("comparison", "More of them")


def test_one_thing_counts_as_a_list_of_one(spec: READ) -> None:
    found = slide_of(spec, "  - text:\n      headline: A\n      points: Only this\n")
    assert [str(point) for point in found.points] == ["Only this"]


def test_a_reference_in_a_text_becomes_the_figure_with_its_hedge(spec: READ) -> None:
    found = slide_of(
        spec, "  - text: Of all boats, {leaking-boats} leak. {boats-under-bridges} do not.\n    headline: A\n"
    )
    assert str(found.body) == (
        "Of all boats, at least 15% of boats (UK, 2015) leak. 42% of boats in England (2018) do not."
    )
    assert [run.figure.id if run.figure else None for run in found.body.runs] == [
        None, "leaking-boats", None, "boats-under-bridges", None,
    ]  # fmt: skip


def test_a_reference_that_begins_a_sentence_begins_with_a_capital(spec: READ) -> None:
    found = slide_of(spec, '  - text: "{leaking-boats} leak"\n    headline: "Look. {leaking-boats}"\n')
    assert str(found.body).startswith("At least 15%")
    assert str(found.headline) == "Look. At least 15% of boats (UK, 2015)"


def test_double_braces_are_braces(spec: READ) -> None:
    assert str(slide_of(spec, '  - text: "a {{b}} c"\n    headline: A\n').body) == "a {b} c"


@pytest.mark.parametrize(
    "written", ["|\n      One\n      line.\n\n      Two.\n", ">\n      One\n      line.\n\n      Two.\n"]
)
def test_a_blank_line_begins_a_paragraph(spec: READ, written: str) -> None:
    notes = slide_of(spec, f"  - agenda:\n    notes: {written}").notes
    assert [str(paragraph) for paragraph in notes.paragraphs] == ["One line.", "Two."]


def test_a_text_remembers_where_it_is_written(spec: READ) -> None:
    found = slide_of(spec, "  - text: Words\n    headline: A\n")
    assert str(found.body.position) == "talk.yaml:3:11"


def test_problems_end_at_a_number_that_somebody_can_read(spec: READ) -> None:
    keys, problems = spec(BEGIN + "  - agend\n" * 5000)
    assert keys is None
    assert len(problems) == 101
    assert problems[-1].code == "too-many-problems"


def test_the_same_wrong_name_is_told_at_each_of_its_places(spec: READ) -> None:
    _, problems = spec("title: One {x}, two {x},\n  three {x}\nslides: [agenda]\n")
    assert [str(problem.position) for problem in problems] == ["talk.yaml:1:12", "talk.yaml:1:21", "talk.yaml:2:9"]


@pytest.mark.parametrize(
    ("deck", "slide", "stays"),
    [
        ("length: 60", "keep-for: [60, 90]", True),
        ("length: 30", "keep-for: [60, 90]", False),
        ("length: 60", "audience: mps", True),
        ("audience: mps", "audience: [public, mps]", True),
        ("audience: mps", "audience: [public, parents]", False),
        ("nation: wales", "nation: wales", True),
        ("nation: wales", "nation: [england, scotland]", False),
        ("nation: wales\naudience: mps", "nation: wales\n    audience: parents", False),
    ],
)
def test_a_slide_stays_where_the_deck_is_what_it_is_for(spec: READ, deck: str, slide: str, stays: bool) -> None:
    keys, problems = spec(f"title: A\n{deck}\nslides:\n  - agenda\n  - message: 1\n    {slide}\n")
    assert problems == ()
    assert (left_out_for(keys.slides[1], keys.length, keys.audience, keys.nation) is None) == stays
    assert left_out_for(keys.slides[0], keys.length, keys.audience, keys.nation) is None
    assert left_out_for(keys.slides[1], None, None, None) is None


def test_a_slide_begins_where_its_dash_stands_whatever_key_comes_first(spec: READ) -> None:
    assert str(slide_of(spec, "  - headline: A\n    message: 1\n").position) == "talk.yaml:3:5"
