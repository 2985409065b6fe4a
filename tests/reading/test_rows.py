"""Rows of a table are read as they are written, and a table that is none is told where it goes wrong."""

from __future__ import annotations

import pytest

from deckmaker.discovery import Features
from deckmaker.model.deck import Deck
from deckmaker.model.diagnostic import DeckError
from deckmaker.reading import build, read
from deckmaker.workspace import Workspace

FEATURES = Features()


def deck_of(workspace: Workspace, *rows: str) -> Deck:
    listed = (
        "".join(f"      - {row}\n" for row in rows) if rows[0].startswith("[") or len(rows) > 1 else f" {rows[0]}\n"
    )
    spec = f"title: A\nslides:\n  - table:\n    headline: H\n    rows:\n{listed}"
    (workspace.root / "decks" / "talk.yaml").write_text(spec, encoding="utf-8")
    return build("decks/talk.yaml", read("decks/talk.yaml", workspace, FEATURES), FEATURES)


def test_cells_are_texts_with_figures_of_the_library(workspace: Workspace) -> None:
    deck = deck_of(workspace, "[Place, Share]", '[England, "{camhs-under-twos}"]', "[Leeds, 010]")
    rows = deck.slides[0].rows  # type: ignore[attr-defined]
    assert [str(cell) for cell in rows[2]] == ["Leeds", "010"]
    assert rows[1][1].runs[0].figure.id == "camhs-under-twos"
    assert [citation.source.id for citation in deck.slides[0].citations]


@pytest.mark.parametrize(
    ("rows", "line", "said"),
    [
        (("[A, B]", "[one, two]", "[one]", "[one, two, three]"), 8, "row 3 of this table has 1 cell, its header has 2"),
        (("[A, B]", "[one, '']"), 7, "cell 2 of row 2 of this table is empty"),
        (("[A, B]", "word"), 7, "row 2 of this table is no list of cells"),
        (("[A]", "[one]"), 6, "this table has 1 column; it should have 2 to 6"),
        (("[A, B, C, D, E, F, G]", "[1, 2, 3, 4, 5, 6, 7]"), 6, "this table has 7 columns"),
        (("[A, B]",), 6, "needs its header and one row"),
        (("[A, B]", "{a: b}"), 7, "row 2 of this table is no list of cells"),
        (("[A, B]", "[[one], two]"), 7, "cell 1 of row 2 should be text"),
        (("[A, B]", *["[a, b]"] * 200), 6, "this table has 201 rows"),
    ],
)
def test_a_table_that_is_none_is_told_at_its_row(
    workspace: Workspace, rows: tuple[str, ...], line: int, said: str
) -> None:
    with pytest.raises(DeckError) as caught:
        deck_of(workspace, *rows)
    first = caught.value.diagnostics[0]
    assert first.position is not None
    assert (first.position.line, said in first.message) == (line, True), first
    assert first.hint


def test_every_ragged_row_is_told(workspace: Workspace) -> None:
    with pytest.raises(DeckError) as caught:
        deck_of(workspace, "[A, B]", "[one]", "[one, two]", "[one, two, three]")
    assert [one.position.line for one in caught.value.diagnostics if one.position] == [7, 9]


@pytest.mark.parametrize(("rows", "hint"), [(("['', B]", "[one, two]"), "a word"), (("[A, B]", "[one, '']"), "‘–’")])
def test_an_empty_cell_is_told_what_to_write(workspace: Workspace, rows: tuple[str, ...], hint: str) -> None:
    with pytest.raises(DeckError) as caught:
        deck_of(workspace, *rows)
    assert hint in caught.value.diagnostics[0].hint
