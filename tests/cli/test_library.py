"""The library can be listed, shown, searched, exported, checked, and held against a source."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from click.testing import Result

from deckmaker.workspace import Workspace

Run = Callable[..., Result]


def test_a_record_is_shown_with_everything_it_has(deckmaker: Run) -> None:
    found = deckmaker("library", "show", "camhs-under-twos")
    assert found.exit_code == 0
    for label in ("claim", "place", "caveat", "source", "never"):
        assert f"\n{label} " in found.output


@pytest.mark.parametrize("name", ["9", "hogg-2019", "babies-in-crisis", "babies-in-need"])
def test_a_record_of_each_kind_is_shown_as_text_and_as_json(deckmaker: Run, name: str) -> None:
    assert deckmaker("library", "show", name).output.startswith(name)
    assert json.loads(deckmaker("library", "show", name, "--json").output)


def test_an_unknown_record_is_wrong_usage_with_a_hint(deckmaker: Run) -> None:
    found = deckmaker("library", "show", "camhs-under-two")
    assert found.exit_code == 2
    assert "did you mean ‘camhs-under-twos’" in found.output


def test_a_search_tells_kind_by_kind_what_it_found(deckmaker: Run) -> None:
    found = deckmaker("library", "search", "denmark")
    assert found.exit_code == 0
    assert "statistics: 1" in found.output
    assert "denmark-infant-mental-health" in found.output
    assert deckmaker("library", "search", "no such words").output == "nothing found\n"


def test_a_search_can_be_narrowed(deckmaker: Run) -> None:
    found = deckmaker("library", "search", "--message", "4", "--nation", "wales", "--kind", "statistics", "--json")
    records = json.loads(found.output)
    assert records
    assert all(one["kind"] == "statistics" and 4 in one["messages"] for one in records)


def test_the_export_is_one_document_and_the_same_each_time(deckmaker: Run) -> None:
    first = deckmaker("library", "export").output
    assert list(json.loads(first)) == ["messages", "quotations", "statistics", "diagrams", "sources"]
    assert deckmaker("library", "export").output == first


def test_the_library_that_comes_with_deckmaker_is_sound(deckmaker: Run) -> None:
    found = deckmaker("library", "check")
    assert found.exit_code == 0
    assert "10 messages" in found.output


def test_a_source_that_lacks_the_words_ends_with_1_and_says_what_is_missing(
    deckmaker: Run, workspace: Workspace
) -> None:
    workspace.path("other.txt").write_text("Another text altogether, with 7 birds.\n", encoding="utf-8")
    found = deckmaker("library", "verify", "other.txt")
    assert found.exit_code == 1
    assert "missing: “" in found.output
    assert "new figure: ‘7’" in found.output
    assert "(line 1)" in found.output
    data = json.loads(deckmaker("library", "verify", "other.txt", "--json").output)
    assert len(data["findings"]) > 100
    assert data["numerals"] == 1


def test_a_source_that_is_no_text_is_refused(deckmaker: Run, workspace: Workspace) -> None:
    workspace.path("other.pdf").write_bytes(b"%PDF-1.7 broken")
    found = deckmaker("library", "verify", "other.pdf")
    assert found.exit_code == 1
    assert "damaged" in found.output
    assert deckmaker("library", "verify", "none.txt").exit_code == 2
