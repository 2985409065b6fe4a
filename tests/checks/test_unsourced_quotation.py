"""Passages in quotation marks that somebody typed are found; terms and apostrophes are left alone."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from deckmaker.checks.unsourced_quotation import passages
from deckmaker.model.diagnostic import Diagnostic

Found = Callable[[str, str], tuple[Diagnostic, ...]]
CHECK = "unsourced-quotation"


def spec(words: str) -> str:
    return f"title: A\nslides:\n  - text: |\n      {words}\n    headline: B\n"


@pytest.mark.parametrize(
    "words",
    [
        "A mother said: “Nobody ever asked about my baby.”",
        'A mother said: "Nobody ever asked about my baby."',
        "A mother said: ‘Nobody’s ever asked about my baby.’",
        "A mother said: 'Nobody's ever asked about my baby.'",
        "«Nobody ever asked about my baby», she said.",
    ],
)
def test_a_passage_in_any_quotation_marks_is_found(found: Found, words: str) -> None:
    (said,) = found(CHECK, spec(words))
    assert said.message.startswith("unsourced quotation: ‘Nobody")
    assert said.position is not None
    line = spec(words).splitlines()[said.position.line - 1]
    assert line[said.position.column - 1 :].startswith("Nobody")
    assert "source:" in said.hint


@pytest.mark.parametrize(
    "words",
    [
        "The “first 1001 days” are named so.",
        "Ask for ‘the baby room’.",
        "The parents' and the babies' needs are one and the parents' too.",
        "It’s the babies’ turn and the parents’ turn, isn’t it",
        "Nothing is quoted here.",
    ],
)
def test_terms_and_apostrophes_are_left_alone(found: Found, words: str) -> None:
    assert found(CHECK, spec(words)) == ()


def test_words_of_the_library_are_to_be_taken_from_there(found: Found) -> None:
    words = "early relationships between babies and their parents are incredibly important for building healthy brains"
    (said,) = found(CHECK, spec(f"“{words}”"))
    assert said.hint == "the library has it: give it a slide with  - quotation: building-healthy-brains"


def test_an_author_who_gives_a_source_may_quote(found: Found) -> None:
    words = "“Nobody ever asked about my baby.”"
    assert len(found(CHECK, spec(words))) == 1
    assert found(CHECK, spec(words) + "    source: A letter to us, 2026\n") == ()


def test_two_passages_are_told_one_by_one(found: Found) -> None:
    assert len(found(CHECK, spec("“One two three four” and “five six seven eight”."))) == 2


@pytest.mark.parametrize("piece", ["“", "'a ", "‘ a", '"a', "«"])
def test_no_text_takes_long(piece: str) -> None:
    begun = time.perf_counter()
    assert len(list(passages(piece * (100_000 // len(piece))))) < 100_000
    assert time.perf_counter() - begun < 20
