"""Words inside a graphic: what is one thing stays on one line, and no line is left nearly empty."""

from __future__ import annotations

import pytest

from deckmaker.fonts import measure
from deckmaker.layout.lettering import passage
from deckmaker.model.theme import FontChoice

RULER = measure(FontChoice(family="Lato", measured_as="Lato"))


@pytest.mark.parametrize("whole", ["2017/18", "£11,030–£59,130", "60–65%"])
def test_a_year_and_a_range_stay_on_one_line_at_every_width(whole: str) -> None:
    for width in range(120, 400, 7):
        lines = [words for words, _ in passage(f"were made in {whole} and later on", width, 20, RULER).lines]
        assert sum(whole in line for line in lines) == 1, lines
        assert "".join("".join(lines).split()) == f"weremadein{whole}andlateron"


def test_lines_are_as_wide_as_they_were_measured() -> None:
    for words, width in passage("were made in 2017/18 than in 2013/14", 150, 20, RULER).lines:
        assert width == pytest.approx(RULER(words, 20))
