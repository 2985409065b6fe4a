"""What a word means is decided by what is asked for."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from deckmaker.reading import scalars
from deckmaker.reading.scalars import Not


@pytest.mark.parametrize(
    ("text", "value"), [("010", 10), ("7", 7), ("-3", -3), ("11,030", 11030), ("1001", 1001), ("+4", 4)]
)
def test_a_whole_number_is_never_octal(text: str, value: int) -> None:
    assert scalars.whole(text) == value


@pytest.mark.parametrize("text", ["soon", "1.5", "0x10", "1e3", "1_000", "10:30", "٣", "1,00", "9" * 5000, "inf", ""])
def test_what_is_no_whole_number(text: str) -> None:
    assert isinstance(scalars.whole(text), Not)


@pytest.mark.parametrize(
    ("text", "value"),
    [("cy-GB", "cy-GB"), ("cy", "cy-GB"), ("CY_gb", "cy-GB"), ("en", "en-GB"), ("pl", "pl"), ("pl-pl", "pl-PL")],
)
def test_a_language(text: str, value: str) -> None:
    assert scalars.language(text) == value


@pytest.mark.parametrize("text", ["Welsh", "", "c", "cy-GBR", "cy GB", 'cy" x="', "ŵy"])
def test_what_names_no_language_is_told_how_to_write_it(text: str) -> None:
    found = scalars.language(text)
    assert isinstance(found, Not)
    assert "cy-GB" in found.hint


@pytest.mark.parametrize(("text", "value"), [("42", 42.0), ("2.5", 2.5), ("59,130", 59130.0), ("-0.5", -0.5)])
def test_a_number(text: str, value: float) -> None:
    assert scalars.number(text) == value


@pytest.mark.parametrize("text", ["nan", ".inf", "1e999", "42%", "1.2.3"])
def test_what_is_no_number(text: str) -> None:
    assert isinstance(scalars.number(text), Not)


@pytest.mark.parametrize(
    ("text", "value"), [("yes", True), ("True", True), ("ON", True), ("no", False), ("FALSE", False), ("Off", False)]
)
def test_yes_and_no(text: str, value: bool) -> None:
    assert scalars.yes_or_no(text) is value


@pytest.mark.parametrize("text", ["y", "1", "maybe", "~"])
def test_neither_yes_nor_no(text: str) -> None:
    assert isinstance(scalars.yes_or_no(text), Not)


@pytest.mark.parametrize(
    "text",
    ["2026-11-03", "3 November 2026", "3 Nov 2026", "03 november 2026", "3rd November 2026", "Tuesday 3 November 2026"],
)
def test_a_date(text: str) -> None:
    assert scalars.day(text) == date(2026, 11, 3)


@pytest.mark.parametrize("text", ["03/11/2026", "3.11.2026", "November", "2026", "3 Novembre 2026", "31 February 2026"])
def test_a_date_that_could_be_another_or_none(text: str) -> None:
    assert isinstance(scalars.day(text), Not)


@pytest.mark.parametrize(
    ("text", "value"), [("20", 20), ("20 min", 20), ("20 minutes", 20), ("20min", 20), ("2 hours", 120), ("1 h", 60)]
)
def test_a_length_in_minutes(text: str, value: int) -> None:
    assert scalars.minutes(text) == value


@pytest.mark.parametrize("text", ["soon", "0", "-5", "1.5 hours", "2000", "10:30"])
def test_a_length_that_is_none(text: str) -> None:
    answer: Any = scalars.minutes(text)
    assert isinstance(answer, Not)
