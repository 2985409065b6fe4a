"""Figures in words: hedges stay, and a rounding never says more than the source."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.model.evidence import Hedge
from deckmaker.model.figures import NEVER_DERIVED, OneIn, Refusal, in_every_hundred, one_in

PERCENTAGES = st.decimals(min_value="0.01", max_value=100, places=2).map(float)
HEDGES = st.sampled_from(tuple(Hedge))


@given(PERCENTAGES, HEDGES)
def test_one_in_n_is_never_above_the_percentage_and_never_a_tenth_below_it(percent: float, hedge: Hedge) -> None:
    derived = one_in(percent, hedge)
    exact = Fraction(str(percent)) / 100
    if isinstance(derived, OneIn):
        share = Fraction(1, derived.number)
        assert share <= exact
        assert exact - share <= exact / 10
        assert derived.number >= 2


@given(PERCENTAGES, HEDGES)
def test_one_in_n_is_the_nearest_that_does_not_overstate(percent: float, hedge: Hedge) -> None:
    derived = one_in(percent, hedge)
    if isinstance(derived, OneIn):
        assert Fraction(1, derived.number - 1) > Fraction(str(percent)) / 100


@given(PERCENTAGES, st.sampled_from(sorted(NEVER_DERIVED)))
def test_an_upper_bound_is_never_rounded(percent: float, hedge: Hedge) -> None:
    assert isinstance(one_in(percent, hedge), Refusal)


@given(PERCENTAGES)
def test_at_least_stays_at_least(percent: float) -> None:
    derived = one_in(percent, Hedge.AT_LEAST)
    assert isinstance(derived, Refusal) or str(derived).startswith("at least 1 in ")


@pytest.mark.parametrize(
    ("percent", "hedge", "words"),
    [
        (15, Hedge.AT_LEAST, "at least 1 in 7"),
        (15, Hedge.AROUND, "about 1 in 7"),
        (18, Hedge.ONE_STUDY, "about 1 in 6"),
        (20, Hedge.NONE, "1 in 5"),
        (50, Hedge.NONE, "1 in 2"),
    ],
)
def test_known_roundings(percent: float, hedge: Hedge, words: str) -> None:
    assert str(one_in(percent, hedge)) == words


@pytest.mark.parametrize("percent", [0, 33, 42, 60, 100])
def test_what_cannot_be_told_as_one_in_n_says_why(percent: float) -> None:
    derived = one_in(percent)
    assert isinstance(derived, Refusal)
    assert len(derived.because) > 20


def test_natural_frequency_carries_the_hedge() -> None:
    assert in_every_hundred(15, Hedge.AT_LEAST) == "at least 15 in every 100"
    assert isinstance(in_every_hundred(15.5), Refusal)
