"""The numbers of graphics that are charts: the record's own, each with its words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from deckmaker.model.colour import Colour
from deckmaker.model.evidence import Hedge, Statistic, Unit, Value
from deckmaker.model.feature import GraphicKind
from deckmaker.model.frame import Chart, Graphic

Kinds = dict[str, GraphicKind]
Made = Callable[..., Statistic]


def chart(kinds: Kinds, kind: str, statistic: Statistic, reference: Statistic | None = None) -> Chart:
    make = kinds[kind].chart
    assert make is not None
    return make(Graphic(kind=kind, subject=statistic, reference=reference, ground=Colour("cream")))


def groups(statistic: Made, unit: Unit, *values: Value) -> Statistic:
    return replace(statistic(1), values=values, unit=unit)


def test_every_bar_has_its_number_its_name_and_its_words_and_so_has_the_reference(
    kinds: Kinds, statistic: Made
) -> None:
    two = groups(
        statistic,
        Unit.PERCENT,
        Value(value=57, label="first group"),
        Value(value=43, label="second group", hedge=Hedge.ESTIMATED),
    )
    made = chart(kinds, "comparison-bars", two, statistic(15, hedge=Hedge.AROUND))
    assert made.categories == ("First group", "Second group")
    assert [series.values for series in made.series] == [(57, 43)]
    assert made.labels == ("57%", "an estimated 43%", "around 15%")
    assert made.reference is not None
    assert made.reference[1] == 15
    assert made.most == 100


@pytest.mark.parametrize(
    ("unit", "pattern"),
    [
        (Unit.PERCENT, 'General"%"'),
        (Unit.POUNDS, '"£"#,##0'),
        (Unit.COUNT, "#,##0"),
        (Unit.DAYS, '#,##0" days"'),
    ],
)
def test_the_data_sheet_shows_numbers_in_their_unit(unit: Unit, pattern: str, kinds: Kinds, statistic: Made) -> None:
    two = groups(statistic, unit, Value(value=2, label="one"), Value(value=1, label="other"))
    made = chart(kinds, "comparison-bars", two)
    assert made.number_format == pattern
    assert made.most == 0


def test_the_parts_of_a_whole_come_to_a_hundred_and_only_the_first_has_a_figure(kinds: Kinds, statistic: Made) -> None:
    share = statistic(33.3, hedge=Hedge.AROUND)
    share = replace(share, drawing=replace(share.drawing, rest="other areas"))
    made = chart(kinds, "part-of-whole", share)
    part, rest = made.series
    assert (part.values, rest.values) == ((33.3,), (66.7,))
    assert rest.name == "Other areas"
    assert rest.colours == ("rest",)
    assert made.labels == ("around 33.3%",)


def test_two_moments_are_dots_with_their_figures_series_after_series(kinds: Kinds, statistic: Made) -> None:
    four = groups(
        statistic,
        Unit.PERCENT,
        Value(value=30, at="2010", label="girls"),
        Value(value=42, at="2018", label="girls", hedge=Hedge.ESTIMATED),
        Value(value=20, at="2010", label="boys"),
        Value(value=25, at="2018", label="boys", hedge=Hedge.NEARLY),
    )
    made = chart(kinds, "slope", four)
    assert (made.kind, made.categories) == ("dots", ("2010", "2018"))
    assert [(series.name, series.values) for series in made.series] == [("Girls", (30, 42)), ("Boys", (20, 25))]
    assert made.labels == ("30%", "an estimated 42%", "20%", "nearly 25%")
    assert made.series[0].colours != made.series[1].colours


def test_one_group_at_two_moments_is_named_by_what_it_counts(kinds: Kinds, statistic: Made) -> None:
    one = groups(statistic, Unit.COUNT, Value(value=1_200, at="2010"), Value(value=800, at="2018"))
    made = chart(kinds, "slope", one)
    assert [(series.name, series.colours) for series in made.series] == [("Babies seen by a team", ("focus",))]
    assert made.number_format == "#,##0"
