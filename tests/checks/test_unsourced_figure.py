"""Figures that somebody typed are found; what only looks like one is left alone."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from deckmaker.checks.unsourced_figure.quantities import quantities
from deckmaker.model.diagnostic import Diagnostic

Found = Callable[[str, str], tuple[Diagnostic, ...]]
CHECK = "unsourced-figure"

NO_FIGURE = """
The first 1001 days shape a lifetime
the 1,001 critical days
under two
babies under 2
under-twos
children aged 0–3
a 0–2 service
a 0-19 service
aged two and under
a two-year-old
2-year-olds
from conception to age two
by the age of 3
under one
ages 0 to 5
in 2019
since 2019 we have asked
2019–20
the 2019/20 year
October 2019
Rare Jewels (2019)
published in 2019.
between 2013 and 2018
in the summer of 2021
on 3 November 2026
November 3, 2026
at 10:30
from 10.30am to 4pm
9am–5pm
half past ten
half an hour together
step 1
message 6 and message 7
chapter 2
slide 3
key stage 2
Year 6
week 3
1. Look
one question
two things to remember
four questions for your own area
ten key messages
3 questions
the first two years
one baby, one relationship
in one place
once or twice a week
no one
a second chance
the third birthday
the 21st century
talk in pairs for five minutes
for 3 minutes
a 60-minute workshop
groups of 4
call 020 7946 0018
https://www.example.org/2019/report-42
write to team42@example.org
COVID-19
an A4 sheet
24/7 support
the 6–8 week review
a 6-8 week check
a 12-month pilot
tranche 2
EDM 412
KPI 3 is amber
recommendation 4
band 6 nurses
BBC Radio 4
lunch is at 12.
back at 2 on Friday
"""

FIGURE = {
    "42% of babies": "42%",
    "forty-two per cent of areas": "forty-two per cent",
    "42 percent": "42 percent",
    "1 in 7 babies": "1 in 7",
    "one in seven babies": "one in seven",
    "1 in every 7": "1 in every 7",
    "two out of three": "two out of three",
    "15 in every 100": "15 in every 100",
    "four in ten": "four in ten",
    "one for every six": "one for every six",
    "a third of mothers": "a third of",
    "a fifth of them": "a fifth of",
    "two-thirds": "two-thirds",
    "half of all children": "half of",
    "half the children": "half the",
    "more than half": "more than half",
    "twice as many": "twice as",
    "three times more likely": "three times more",
    "2.5 times less likely": "2.5 times less",
    "10-fold": "10-fold",
    "it has doubled": "doubled",
    "thousands of families": "thousands",
    "dozens of areas": "dozens of",
    "a million babies": "a million",
    "18,000 children": "18,000",
    "£23 billion": "£23 billion",
    "£11,030–£59,130 a year": "£11,030–£59,130",
    "1.5 million": "1.5 million",
    "42 pupils": "42",
    "2 babies": "2",
    "2000 babies": "2000",
    "in 2000 babies": "2000",
    "twenty-five teams": "twenty-five",
    "fifteen babies": "fifteen",
    "at least seven babies": "at least seven",
    "they wait two years": "wait two years",
    "babies wait 18 months": "18",
    "15–20% of them": "15–20%",
    "50% since 2004": "50%",
    "under 10%": "10%",
    "over 30 teams": "30",
    "a 6-week wait": "6",
    "band 30 babies": "30",
    "at 12%": "12%",
    "at 3.5": "3.5",
    "at 12 teams": "12",
    "at 4,000": "4,000",
    "27 to 51 teams": "27 to 51",
}


@pytest.mark.parametrize("text", NO_FIGURE.strip().splitlines())
def test_what_is_no_claim_about_the_world_is_left_alone(text: str) -> None:
    assert [found.words for found in quantities(text)] == []


@pytest.mark.parametrize(("text", "words"), FIGURE.items())
def test_a_figure_is_found_in_digits_and_in_words(text: str, words: str) -> None:
    assert [found.words.strip() for found in quantities(text)] == [words]


def test_every_figure_of_a_text_is_found() -> None:
    text = "In 2019 42% of areas, or one in three, had no team for the 1001 days; a third of them waited 2 years."
    assert [found.words for found in quantities(text)] == ["42%", "one in three", "a third of", "2"]


@pytest.mark.parametrize("text", ["Take 20 minutes", "His mother, 24, went back to work", "a 1:4 ratio of staff"])
def test_a_plan_and_a_story_have_numbers_that_are_no_figures(text: str) -> None:
    assert list(quantities(text, planned=True)) == []


@pytest.mark.parametrize("text", ["Of 18, 24, and 30", "Every 20 minutes a child, 24, is"])
def test_a_plan_and_a_story_may_not_claim_either(text: str) -> None:
    assert list(quantities(text, planned=True))


def test_a_typed_figure_is_told_where_it_stands_with_what_it_may_mean(found: Found) -> None:
    (said,) = found(CHECK, "title: A\nslides:\n  - section: 42% of babies are turned away\n")
    assert str(said.position) == "decks/talk.yaml:3:14"
    assert said.message.startswith("unsourced figure: ‘42%’")
    assert "{camhs-under-twos}" in said.hint
    assert said.stops_the_build


@pytest.mark.parametrize("typed", ["1 in 7", "one in seven", "at least 15 in every 100", "15%"])
def test_the_same_figure_said_otherwise_is_suggested_too(found: Found, typed: str) -> None:
    (said,) = found(CHECK, f"title: A\nslides:\n  - section: For {typed} babies\n")
    assert "{babies-needing-specialised-help}" in said.hint


def test_a_figure_in_a_long_text_is_told_on_its_own_line(found: Found) -> None:
    notes = (
        "    notes: >-\n      In groups of 4, and {first-1001-days}, say that 42% wait.\n\n"
        "      And 4 babies, or half\n      of all.\n"
    )
    said = found(CHECK, f"title: A\nslides:\n  - title:\n{notes}")
    assert [str(one.position).removeprefix("decks/talk.yaml:") for one in said] == ["5:55", "7:11", "7:24"]


@pytest.mark.parametrize(
    ("written", "place"),
    [("'It’s 42% of us'", "3:20"), ('"A\\t42% share"', "3:14"), ("42% and 42%", "3:14")],
    ids=["in quotes", "beside an escape the text begins", "twice"],
)
def test_a_figure_is_told_at_its_column(written: str, place: str, found: Found) -> None:
    said = found(CHECK, f"title: A\nslides:\n  - section: {written}\n")
    assert str(said[0].position) == f"decks/talk.yaml:{place}"
    assert len({one.position for one in said}) == len(said)


def test_a_figure_named_from_the_library_is_none_that_was_typed(found: Found) -> None:
    assert found(CHECK, 'title: A\nslides:\n  - section: "Turned away in {camhs-under-twos}"\n') == ()


def test_what_is_typed_beside_a_named_figure_is_found(found: Found) -> None:
    said = found(CHECK, 'title: A\nslides:\n  - section: "{camhs-under-twos}, or half of all"\n')
    assert [one.message.split("‘")[1].split("’")[0] for one in said] == ["half of"]


def test_title_subtitle_and_notes_are_looked_at(found: Found) -> None:
    said = found(
        CHECK, "title: For 42% of us\nsubtitle: Half of all\nslides:\n  - title:\n    notes: Say that 9 in 10 wait.\n"
    )
    assert [one.position.line for one in said if one.position] == [1, 2, 5]


def test_points_of_a_list_are_told_one_by_one(found: Found) -> None:
    said = found(
        CHECK, "title: A\nslides:\n  - text:\n      headline: B\n      points:\n        - Some 42%\n        - None\n"
        "        - And 43%\n"
    )  # fmt: skip
    assert [one.position.line for one in said if one.position] == [6, 8]


def test_an_author_who_gives_a_source_may_type_figures(found: Found) -> None:
    slide = "  - text: Some 42% of our families wait.\n    headline: Here\n"
    assert len(found(CHECK, f"title: A\nslides:\n{slide}")) == 1
    assert found(CHECK, f"title: A\nslides:\n{slide}    source: Our own survey, 2026\n") == ()


def test_a_source_on_one_slide_excuses_no_other(found: Found) -> None:
    slide = "  - text: Some 42% of our families wait.\n    headline: Here\n"
    said = found(CHECK, f"title: A\nslides:\n{slide}    source: Our own survey, 2026\n{slide.replace('Here', 'There')}")
    assert [one.position.line for one in said if one.position] == [6]


def test_fields_of_their_own_are_no_figures(found: Found) -> None:
    spec = "title: A\nlength: 20\ndate: 3 November 2026\nevent: 10:30, room 42\nslides:\n  - message: 6\n"
    assert found(CHECK, spec) == ()


@pytest.mark.parametrize("piece", ["a-", "1,", "one ", "@", "1 ", "m", "0 1 ", "step 1 and ", "twenty-"])
def test_no_text_takes_long(piece: str) -> None:
    begun = time.perf_counter()
    assert len(list(quantities(piece * (100_000 // len(piece))))) < 100_000
    assert time.perf_counter() - begun < 20
