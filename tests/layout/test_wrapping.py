"""Lines break where PowerPoint breaks them, and nothing is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from deckmaker.fonts import measure
from deckmaker.layout.wrapping import wrap
from deckmaker.model.text import Paragraph, Run
from deckmaker.model.theme import FontChoice

CALIBRI = measure(FontChoice(family="Calibri", measured_as="Carlito"))
WORDS = st.text(alphabet="abc dwŵŷ -/–'’0123456789\u00a0", max_size=120)


def lines(words: str, width: float, size: float = 20) -> list[str]:
    return ["".join(run.text for run in line.runs) for line in wrap(Paragraph((Run(words),)), width, size, CALIBRI)]


def test_lines_break_after_spaces() -> None:
    assert lines("babies need care", 60) == ["babies", "need", "care"]


def test_a_hyphenated_word_may_break_after_its_hyphen() -> None:
    assert lines("parent-infant", 70) == ["parent-", "infant"]


def test_a_dash_between_spaces_stays_with_the_word_before_it() -> None:
    assert lines("now – or never", 60) == ["now –", "or", "never"]


def test_a_no_break_space_never_breaks() -> None:
    assert lines("1\u00a0in\u00a07 babies", 62) == ["1\u00a0in\u00a07", "babies"]


def test_a_word_wider_than_the_column_stands_alone_and_says_its_width() -> None:
    (line,) = wrap(Paragraph((Run("unconditionally"),)), 40, 20, CALIBRI)
    assert line.width > 40


def test_an_empty_paragraph_is_one_empty_line() -> None:
    assert lines("", 100) == [""]


@given(WORDS, st.floats(20, 400), st.sampled_from([12.0, 20.0, 34.0]))
def test_wrapping_loses_no_word(words: str, width: float, size: float) -> None:
    broken = lines(words, width, size)
    assert "".join(broken).replace(" ", "") == words.replace(" ", "")


@given(WORDS, st.floats(20, 400))
def test_no_line_is_wider_than_the_column_unless_it_is_one_word(words: str, width: float) -> None:
    for line in wrap(Paragraph((Run(words),)), width, 20, CALIBRI):
        text = "".join(run.text for run in line.runs).lstrip(" ")
        assert line.width <= width + 1e-6 or len(lines(text, 0.0)) == 1


@given(st.lists(st.text(alphabet="ab c-", min_size=1, max_size=12), min_size=1, max_size=6), st.floats(20, 200))
def test_run_borders_do_not_change_where_lines_break(parts: list[str], width: float) -> None:
    whole = lines("".join(parts), width)
    runs = tuple(Run(part, link=str(number)) for number, part in enumerate(parts))
    apart = ["".join(run.text for run in line.runs) for line in wrap(Paragraph(runs), width, 20, CALIBRI)]
    assert apart == whole
