"""Numbers are seen in digits and in words, and the list of those that are no statistics is what the docs say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from deckmaker.model.diagnostic import DeckError
from deckmaker.model.evidence import Library, Value
from deckmaker.reading.library import read_library
from deckmaker.reading.numerals import read_numerals
from deckmaker.reading.sources import library_files
from deckmaker.verifying.numerals import carries, numerals_in
from deckmaker.workspace import Workspace

DOCS = Path(__file__).parents[2] / "docs" / "evidence.md"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("At least 15% of babies", ["15"]),
        ("1,032,898 children in 2017", ["1,032,898", "2017"]),
        ("60-65% in 2013/14", ["60", "65", "2013", "14"]),
        ("18% of 1½ year-olds, 2.5 times", ["18", "1½", "2.5"]),
        ("£3m in the 2020s", ["3", "2020"]),
        ("Two of three, twenty-one, one hundred thousand, many millions", ["Two", "three", "twenty-one", "one hundred thousand", "millions"]),  # noqa: E501
        ("half of them, twice, a third", ["half", "twice", "third"]),
        ("anyone alone, often, NG26, the second, weight", []),
        ("see https://example.org/2019/42 or www.example.org/7, a7@example.org", []),
    ],
)  # fmt: skip
def test_numbers_are_seen_as_printed(text: str, numbers: list[str]) -> None:
    assert [found.words for found in numerals_in(text)] == numbers


@pytest.mark.parametrize(
    ("printed", "value", "high", "carried"),
    [
        ("42% of areas", 42, None, True),
        ("142% of areas", 42, None, False),
        ("announced £3m", 3_000_000, None, True),
        ("19,640 babies", 19640, None, True),
        ("Two new services", 2, None, True),
        ("1½ years", 1.5, None, True),
        ("between £11,030 and £59,130", 11030, 59130, True),
        ("between £11,030 and £59,130", 11030, 59131, False),
        ("twenty-one hundred", 2100, None, True),
    ],
)
def test_words_carry_a_value_or_not(printed: str, value: float, high: float | None, carried: bool) -> None:
    assert carries(printed, Value(value=value, high=high)) is carried


def test_an_entry_says_either_a_record_or_a_reason(library: Library) -> None:
    wrong = b"a:\n  words: 3\nb:\n  words: 3\n  record: nests-lost\n  because: none\nc:\n  words: 3\n  record: nests\nd: 4\n"  # noqa: E501
    with pytest.raises(DeckError) as error:
        read_numerals("library/numerals.yaml", wrong, library)
    told = [(str(d.position), d.code) for d in error.value.diagnostics]
    assert told == [
        ("library/numerals.yaml:1:1", "contradiction"),
        ("library/numerals.yaml:3:1", "contradiction"),
        ("library/numerals.yaml:8:3", "unknown-statistic"),
        ("library/numerals.yaml:10:4", "wrong-value"),
    ]


def test_the_reasons_are_those_that_the_docs_give() -> None:
    path = Workspace.library() / "numerals.yaml"
    entries = read_numerals("numerals.yaml", path.read_bytes(), read_library(library_files(Workspace())))
    table = re.findall(r"\| No statistic: (.*?) \| \d+ \|", DOCS.read_text(encoding="utf-8"))
    told = {re.split(r" In `| Not ", reason)[0].strip() for reason in table}
    counted_by_the_program = {"they number the messages, and stand in each record as its key."}
    assert told - counted_by_the_program == {entry.because for entry in entries if entry.because}
