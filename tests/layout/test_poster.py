"""Infographics: whatever is asked of a page, nothing overlaps, nothing leaves it, all can be read; or it is refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckmaker.discovery import Features
from deckmaker.layout.lay_out import lay_out
from deckmaker.layout.poster_pages import PAGES, PIXEL, poster_page
from deckmaker.layout.poster_sources import numbers_words
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.frame import Box, Frame, GraphicItem, TextItem
from deckmaker.model.picture import Label
from deckmaker.pipeline import check
from deckmaker.reading import build_all, read
from deckmaker.reading.library import read_library
from deckmaker.reading.sources import library_files
from deckmaker.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
FEATURES = Features()
LIBRARY = read_library(library_files(Workspace(ROOT)))
SOUND = tuple(name for name, one in LIBRARY.statistics.items() if not one.doubtful)
Draws = Callable[[str], tuple[LaidOutDeck, ...]]


@pytest.fixture
def pages(workspace: Workspace) -> Draws:
    """The pages of an infographic of this spec, which must have no errors of its own."""
    return lambda spec: pages_of(spec, workspace)


def pages_of(spec: str, workspace: Workspace) -> tuple[LaidOutDeck, ...]:
    name = "decks/poster.yaml"
    (workspace.root / name).write_text(f"kind: infographic\ntitle: Babies cannot wait\n{spec}", encoding="utf-8")
    return tuple(lay_out(deck, FEATURES) for deck in build_all(name, read(name, workspace, FEATURES), FEATURES))


def panel(kind: str, name: str) -> str:
    return f"  - {kind}: {name}\n"


PANELS = st.one_of(
    st.sampled_from(SOUND).map(lambda name: panel("statistic", name)),
    st.sampled_from(tuple(LIBRARY.messages)).map(lambda name: panel("message", name)),
    st.sampled_from(tuple(LIBRARY.quotations)).map(lambda name: panel("quotation", name)),
    st.sampled_from(tuple(LIBRARY.diagrams.values())).map(lambda one: panel(one.graphic, one.id)),
)


@given(
    page=st.sampled_from((*PAGES, "1080x1350", "1600x600")),
    panels=st.lists(PANELS, min_size=1, max_size=6),
    cards=st.booleans(),
)
@settings(max_examples=30, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_a_page_is_sound_or_refused(page: str, panels: list[str], cards: bool, tmp_path: Path) -> None:
    (tmp_path / "decks").mkdir(exist_ok=True)
    spec = f"page: {page}\ncards: {'yes' if cards else 'no'}\npanels:\n{''.join(panels)}"
    (made,) = pages_of(spec, Workspace(tmp_path))
    told = {one.code for one in check(made, FEATURES)}
    assert made.frames or "crowded-page" in told
    assert "too-much-text" not in told
    assert "contrast" not in told
    for frame in made.frames:
        assert_sound(frame, made)


def assert_sound(frame: Frame, made: LaidOutDeck) -> None:
    page = poster_page(made.deck.page)
    whole = Box(0, page.clear, page.width, page.height - 2 * page.clear)
    (layout,) = (one for one in made.layouts if one.name == frame.layout)
    assert layout.wordmark is not None
    boxes = [(type(item).__name__ + getattr(item, "placeholder", ""), item.box) for item in frame.items]
    boxes.append(("wordmark", layout.wordmark))
    for name, box in boxes:
        assert whole.contains(box, 0.5), f"{name} leaves the page {page.name}"
    for (name, box), (other, further) in combinations(boxes, 2):
        assert not box.overlaps(further, 1.5), f"{name} and {other} overlap on {page.name}"
    for item in frame.items:
        if isinstance(item, TextItem):
            assert not item.overflows
            assert item.style.size >= 12
    for size in letters(frame):
        assert size >= 11.99


def letters(frame: Frame) -> Iterator[float]:
    """Sizes of words in graphics, as they stand on the page."""
    for item in frame.items:
        if isinstance(item, GraphicItem):
            share = item.box.width / item.picture.width
            yield from (mark.size * share for mark in item.picture.marks if isinstance(mark, Label))


def words(frame: Frame) -> dict[str, str]:
    return {item.placeholder: str(item.text) for item in frame.items if isinstance(item, TextItem)}


def test_a_story_keeps_its_top_and_bottom_clear(pages: Draws) -> None:
    (made,) = pages("page: story\npanels:\n  - statistic: camhs-under-twos\n")
    (frame,) = made.frames
    assert (frame.width, frame.height) == (1080 * PIXEL, 1920 * PIXEL)
    assert min(item.box.y for item in frame.items) >= 250 * PIXEL
    assert max(item.box.bottom for item in frame.items) <= (1920 - 250) * PIXEL + 1e-6


def test_a_figure_has_its_hedge_base_place_year_and_source_on_the_page(pages: Draws) -> None:
    (made,) = pages("panels:\n  - statistic: babies-needing-specialised-help\n  - statistic: camhs-under-twos\n")
    shown = words(made.frames[0])
    assert (shown["panel-1-hedge"], shown["panel-1-figure"]) == ("At least", "1 in 7")
    assert shown["panel-1-base"] == "of babies in the general population"
    assert "England, published 2019" in shown["source"]
    assert "Hogg, Rare Jewels (2019)" in shown["source"]


FULL = "page: a4\npanels:\n" + "".join(
    f"  - statistic: {name}\n"
    for name in ("babies-needing-specialised-help", "camhs-under-twos", "annual-cost-per-child")
)


def test_a_crowded_page_keeps_the_first_caveat_of_every_figure_in_view(pages: Draws) -> None:
    (made,) = pages(f"{FULL}  - call-to-action: Who is holding the baby in mind?\n")
    source = words(made.frames[0])["source"].casefold()
    for slide in made.deck.slides[:3]:
        assert slide.statistic.caveats[0].rstrip(".").casefold() in source  # type: ignore[attr-defined]


def test_graphics_beside_their_words_stand_in_one_column_down_the_page(pages: Draws) -> None:
    (made,) = pages(FULL)
    graphics = [item for item in made.frames[0].items if isinstance(item, GraphicItem)]
    assert len(graphics) == 3
    assert len({round(item.box.x) for item in graphics}) == 1
    assert all(item.box.x > made.frames[0].width / 2 for item in graphics)


def test_a_hedge_stands_on_the_line_of_its_figure(pages: Draws) -> None:
    (made,) = pages(FULL)
    placed = {item.placeholder: item for item in made.frames[0].items if isinstance(item, TextItem)}
    hedge, figure = placed["panel-1-hedge"], placed["panel-1-figure"]
    assert str(hedge.text) == "At least"
    assert hedge.box.right <= figure.box.x + 0.5
    assert figure.box.y < hedge.box.y < hedge.box.bottom < figure.box.bottom


def test_each_panel_of_several_is_named_by_its_number_at_the_foot(pages: Draws) -> None:
    (made,) = pages("panels:\n  - statistic: camhs-under-twos\n  - statistic: two-of-three-risks\n")
    shown = words(made.frames[0])
    assert (shown["panel-1-number"], shown["panel-2-number"]) == ("1", "2")
    assert re.search(r"1\u00a0.*England.*2\u00a0.*England", shown["source"])


def test_what_panels_have_in_common_is_said_once(pages: Draws) -> None:
    (made,) = pages("panels:\n  - quotation: supporting-my-parents\n  - quotation: i-need-a-secure-relationship\n")
    shown = words(made.frames[0])
    assert shown["source"].count("The Case for Change") == 1
    assert "nobody spoke these words" in shown["source"]
    assert "panel-1-number" not in shown


def test_numbers_in_a_row_are_told_from_the_first_to_the_last() -> None:
    assert numbers_words([1, 2, 4, 5, 6, 9]) == "1, 2, 4\u00a0to\u00a06, 9"


def test_too_many_panels_are_refused_with_how_many_are_too_many(pages: Draws) -> None:
    many = "".join(panel("statistic", name) for name in SOUND[:12])
    (made,) = pages(f"page: a4\npanels:\n{many}")
    assert made.frames == ()
    (told,) = [one for one in check(made, FEATURES) if one.code == "crowded-page"]
    assert re.search(r"room for the first \d+ panels of 12, so \d+ are too many", told.message)
    assert "a3" in told.hint
    assert told.position is not None
    assert told.position.line > 5


def test_a_card_is_made_for_each_panel(pages: Draws) -> None:
    (made,) = pages("cards: yes\npage: square\npanels:\n  - statistic: camhs-under-twos\n  - message: 1\n")
    assert [frame.title for frame in made.frames] == [
        "CAMHS in many areas did not accept the youngest",
        "Key message 1",
    ]
    assert [slide.kind for slide in made.slides] == ["statistic", "message"]
    assert words(made.frames[1])["panel-1-heading"] == LIBRARY.messages["1"].headline


def test_a_message_stands_in_its_exact_words_under_its_number(pages: Draws) -> None:
    (made,) = pages("panels:\n  - message: 6\n  - message: 3\n")
    shown = words(made.frames[0])
    assert shown["panel-1-kicker"] == "Key message 6"
    assert shown["panel-1-heading"] == LIBRARY.messages["6"].headline
    assert shown["panel-1-point-1"].endswith(str(LIBRARY.messages["6"].supports[0].text))


def test_a_quotation_stands_in_its_exact_words(pages: Draws) -> None:
    (made,) = pages("panels:\n  - quotation: what-healthy-development-does\n  - message: 1\n")
    shown = words(made.frames[0])
    listed = [shown["panel-1-words"], *(shown[f"panel-1-point-{number}"] for number in range(1, 6))]
    assert tuple(listed) == LIBRARY.quotations["what-healthy-development-does"].parts


def test_a_graphic_that_would_mislead_is_refused_in_a_panel_too(pages: Draws) -> None:
    (made,) = pages("panels:\n  - statistic: camhs-under-twos\n    graphic: one-in-n\n")
    (told,) = [one for one in check(made, FEATURES) if one.stops_the_build]
    assert told.code == "misleading-graphic"


def test_an_infographic_is_held_to_no_length_and_needs_no_list_of_references(pages: Draws) -> None:
    (made,) = pages("panels:\n  - statistic: camhs-under-twos\n")
    assert {one.code for one in check(made, FEATURES)} <= {"evidence-age"}


def test_a_figure_named_by_its_nation_in_a_panel_is_not_borrowed_in_small_type(pages: Draws) -> None:
    (made,) = pages("nation: wales\npanels:\n  - statistic: camhs-under-twos\n  - message: 1\n")
    assert "borrowed-nation" not in {one.code for one in check(made, FEATURES)}


def test_the_notes_hold_caveats_and_works_in_full(pages: Draws) -> None:
    (made,) = pages("panels:\n  - statistic: camhs-under-twos\n")
    notes = str(made.frames[0].notes)
    statistic = LIBRARY.statistics["camhs-under-twos"]
    assert all(caveat in notes for caveat in statistic.caveats)
    assert all(citation.source.reference in notes for citation in statistic.cite)


def test_pictures_of_screen_pages_have_the_pixels_of_their_names() -> None:
    assert poster_page("story").pixels == (1080, 1920)
    assert poster_page("1080x1350").pixels == (1080, 1350)
    assert poster_page("a4").pixels == (1240, 1754)
