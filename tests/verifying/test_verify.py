"""The library is held against its source: what is there is found in every form, what was changed is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckmaker.verifying.verify import Verification

Held = Callable[..., Verification]
InForm = Callable[[str, str], bytes]
FORMS = ("txt", "docx", "pdf")

CHANGES = {
    "a digit of a figure": ("37% of nests", "38% of nests", "statistic nests-lost: changed: “At least 37% of nests"),
    "a word of a figure": ("At least 37%", "Around 37%", "statistic nests-lost: changed: “At least 37% of…”"),
    "a price": ("£3,400 a mile", "£3,500 a mile", "statistic cost-of-cutting: changed: “…£1,250 and £3,400 a mile”"),
    "a word of a headline": ("keeps more birds", "keeps many birds", "message 2: changed: “…and keeps more birds through"),  # noqa: E501
    "the number of a headline": ("2. Cutting less", "4. Cutting less", "message 2: its number changed: 2 → 4"),
    "a heading": ("In spring\n", "In summer\n", "message 1: heading missing: “In spring”"),
    "a word of a quotation": ("evict the lot", "evict the rest", "quotation a-hedge-is-a-street: part 2 changed: “…evict the lot of them…”"),  # noqa: E501
    "an apostrophe": ("people's names", "peoples names", "quotation a-hedge-is-a-street: part 1 changed: “…of its people’s"),  # noqa: E501
    "a comma": ("thousand doors,", "thousand doors", "quotation a-hedge-is-a-street: part 1 changed: “…a thousand doors,"),  # noqa: E501
    "a capital": ("leave it be", "Leave it be", "quotation leave-it-be: changed: “leave it be…”"),
    "a quotation mark before": ('"A hedge', "A hedge", "no quotation mark stands before it any more"),
    "a quotation mark after": ('gone", and', "gone, and", "no quotation mark stands after it any more"),
    "an attribution": ("Berta Alder, The", "Bertha Alder, The", "quotation a-hedge-is-a-street: attribution missing"),
    "a hyphen": ("in well-kept hedges", "in well kept hedges", "statistic nests-lost: changed: “…nests in well-kept hedges”"),  # noqa: E501
    "a note mark": ("Borsetshire²", "Borsetshire³", "source alder-2019: note mark changed: 2 → 3"),
    "an unknown note mark": ("too early¹", "too early⁹", "note mark changed: 1 → 9"),
    "a reference number": ("2. Alder, B. & Rowan, C. (2019).", "5. Alder, B. & Rowan, C. (2019).", "number changed: 2 → 5"),  # noqa: E501
    "a page of a reference": ("12(3): 45-51", "12(3): 45-57", "source alder-2019: reference 2 changed: “…Lanes, 12(3): 45-51.”"),  # noqa: E501
    "an address": ("counting_wrens-1.pdf", "counting_wrens-2.pdf", "source finch-2018: reference 1 changed"),
    "a number that is no statistic": ("two parts", "six parts", "numeral parts: missing: “two parts”"),
    "a figure that is printed again": ("those 37 in", "those 73 in", "statistic nests-lost: changed: “those 37 in"),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_nothing_is_missing_from_the_source_in_any_form(held: Held, in_form: InForm, original: str, form: str) -> None:
    found = held(in_form(form, original), f"source.{form}")
    assert [str(finding) for finding in found.findings] == []
    assert (found.references, found.marks) == (3, 3)
    assert (found.numerals, found.in_records, found.no_statistics) == (11, 5, 6)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("change", CHANGES)
def test_every_change_is_found_in_any_form(held: Held, in_form: InForm, original: str, change: str, form: str) -> None:
    before, after, told = CHANGES[change]
    assert original.count(before) == 1
    found = held(in_form(form, original.replace(before, after)), f"source.{form}")
    assert any(told in str(finding) for finding in found.findings), [str(finding) for finding in found.findings]


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_is_told_at_its_line(held: Held, original: str, change: str) -> None:
    before, after, told = CHANGES[change]
    line = original[: original.index(before)].count("\n") + 1
    finding = next(f for f in held(original.replace(before, after)).findings if told in str(f))
    if finding.what != "missing":
        assert finding.place == f"line {line}"


def test_a_digit_is_told_with_the_words_round_it(held: Held, original: str) -> None:
    (finding,) = held(original.replace("£3,400", "£3,500")).findings
    assert str(finding) == (
        "statistic cost-of-cutting: changed: “…£1,250 and £3,400 a mile” → “…£1,250 and £3,500 a mile…” (line 13)"
    )


def test_words_that_went_are_missing(held: Held, original: str) -> None:
    cut = original.replace(' The county\'s guide says "leave it be until the berries have gone", and it is right.', "")
    assert [str(finding) for finding in held(cut).findings] == [
        "quotation leave-it-be: missing: “leave it be until the berries have gone”"
    ]


@pytest.mark.parametrize("words", ["About 12 wrens sing.", "Half of the wrens sing.", "Twenty-one wrens sing."])
def test_a_new_figure_is_told(held: Held, original: str, words: str) -> None:
    (finding,) = held(original.replace("In spring\n", f"In spring\n\n{words}\n")).findings
    assert finding.what == "new-figure"
    assert (finding.place, "wrens sing" in finding.message) == ("line 9", True)


def test_a_new_reference_is_told(held: Held, original: str) -> None:
    (finding,) = held(original + "4. Rowan, C. (2021). More about hedges. https://example.org/4\n").findings
    assert str(finding).startswith("new reference 4: “Rowan, C. (2021). More about hedges.")


def test_a_new_reference_in_between_renumbers_the_rest_and_nothing_else(held: Held, original: str) -> None:
    shifted = (
        original.translate(str.maketrans("²³", "³⁴"))
        .replace("\n3. Alder", "\n4. Alder")
        .replace("\n2. Alder", "\n3. Alder")
    )
    grown = shifted.replace("\n3. Alder", "\n2. Rowan, C. (2021). More about hedges.\n3. Alder").replace(
        "dear", "dear²"
    )
    told = [str(finding) for finding in held(grown).findings]
    assert told == [
        "new reference 2: “Rowan, C. (2021). More about hedges.…” (line 22)",
        "source alder-2019: reference number changed: 2 → 3 (line 23)",
        "source alder-2019: reference number changed: 3 → 4 (line 24)",
    ]


def test_a_reference_that_went_is_missing(held: Held, original: str) -> None:
    lines = [line for line in original.splitlines() if not line.startswith("2. Alder")]
    (finding,) = held("\n".join(lines)).findings
    assert finding.message.startswith("reference 2 missing: “Alder, B. & Rowan, C. (2019).")


def test_a_note_mark_that_went_is_missing(held: Held, original: str) -> None:
    told = [str(finding) for finding in held(original.replace("early¹", "early")).findings]
    assert told[0] == "source finch-2018: note mark 1 is missing"
    assert told[1].startswith("statistic nests-lost: note mark 1 does not stand at its words")


def test_two_note_marks_that_changed_places_are_told(held: Held, original: str) -> None:
    swapped = original.replace("early¹", "early_").replace("Borsetshire²", "Borsetshire¹").replace("early_", "early²")
    filler = "\n\n" + "Hedges are green and full of leaves all the year round. " * 20 + "\n\n"
    apart = swapped.replace("\n\n2. Cutting", filler + "2. Cutting")
    told = [str(finding) for finding in held(apart).findings]
    assert any(
        "statistic nests-lost: note mark 1 does not stand at its words; the next note mark is 2" in t for t in told
    )
    assert any("statistic cost-of-cutting: note mark 2 does not stand at its words" in t for t in told)


def test_a_text_printed_twice_is_held_in_both_places(held: Held, original: str) -> None:
    twice = original.replace(
        "March 2020", "March 2020\n\nCutting less costs less, and keeps fewer birds through every season\n\n", 1
    )
    (finding,) = held(twice).findings
    assert "message 2: where it is printed again, changed: “…and keeps more birds" in str(finding)
    assert finding.place == "line 5"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("bring up their young", "bring up\ntheir young"),
        ("well-kept hedges", "well-\nkept hedges"),
        ("until the berries", "until the ber-\nries"),
        ("people's names", "people’s names"),
        ('"A hedge is a street', "“A **hedge** is a street"),
        ("don't know", "don\\'t know"),
        ("early¹,", "early^1^,"),
        ("early¹,", "early[^1],"),
        ("early¹,", "early<sup>1</sup>,"),
        ("45-51.", "45–51."),
        ("finches", "ﬁnches"),
        ("Cut it in May", "- Cut it in May"),
        ("Borsetshire². The", "Borsetshire².\n\n17\n\nThe"),
        ("<https://example.org/well-kept/counting_wrens-1.pdf>", "https://example.org/well-\nkept/counting_\nwrens-1.pdf"),
        ("<https://example.org/well-kept/counting_wrens-1.pdf>", "[https://example.org/well-kept/counting_wrens-1.pdf](https://example.org/other)"),
    ],
)  # fmt: skip
def test_what_print_and_markup_add_is_no_change(held: Held, original: str, before: str, after: str) -> None:
    assert before in original
    assert [str(finding) for finding in held(original.replace(before, after)).findings] == []


def test_digits_glued_to_words_are_note_marks_where_no_mark_can_be_told(held: Held, original: str) -> None:
    lowered = original.translate(str.maketrans("¹²³", "123"))
    assert [str(finding) for finding in held(lowered).findings] == []


def test_what_stands_on_every_page_is_no_text(held: Held, original: str) -> None:
    pages = original.split("\n\n")
    thirds = ["\n\n".join(pages[:4]), "\n\n".join(pages[4:7]), "\n\n".join(pages[7:9]), "\n\n".join(pages[9:])]
    printed = "\f".join(f"Hedges 27 and Birds\n\n{page}\n\nPage {n} of 4" for n, page in enumerate(thirds, start=1))
    assert [str(finding) for finding in held(printed).findings] == []


PIECES = [
    "1. ",
    "2. Alder, B.",
    "37%",
    "¹",
    "^{2,3}",
    "*",
    "-\n",
    "\n",
    "\n\n",
    "\f",
    '"',
    "A hedge is a street",
    "½",
    "5",
    "x",
]


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=25))
def test_no_text_makes_it_fail(held: Held, pieces: list[str]) -> None:
    text = "x" + "".join(pieces).replace("\0", "").encode("utf-8", "ignore").decode()
    assert held(text).findings


def test_a_reference_may_run_on_to_the_next_page(held: Held, original: str) -> None:
    broken = original.replace("The cost of cutting. *Journal", "The cost of\fcutting. *Journal").replace(
        "\n2. Alder", "\n\n2. Alder"
    )
    assert [str(finding) for finding in held(broken).findings] == []


@pytest.mark.parametrize("form", FORMS)
def test_a_note_mark_after_a_figure_is_no_part_of_it(held: Held, in_form: InForm, original: str, form: str) -> None:
    dated = original.replace("Borsetshire².", "Borsetshire in March 2020².")
    assert [str(finding) for finding in held(in_form(form, dated), f"source.{form}").findings] == []
