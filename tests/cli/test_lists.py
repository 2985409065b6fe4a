"""What there is to choose from."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from click.testing import Result

from deckmaker.discovery import Features
from deckmaker.reading.library import read_library
from deckmaker.reading.sources import library_files
from deckmaker.workspace import Workspace

Run = Callable[..., Result]
KINDS = ("messages", "quotations", "statistics", "sources")


@pytest.mark.parametrize("kind", KINDS)
def test_every_record_is_listed_by_the_name_that_a_spec_uses(deckmaker: Run, workspace: Workspace, kind: str) -> None:
    records = getattr(read_library(library_files(workspace)), kind)
    lines = deckmaker("library", "list", kind).stdout.splitlines()
    assert records
    assert all(any(line.split()[:1] == [name] for line in lines) for name in records)
    assert max(map(len, lines)) <= 100


@pytest.mark.parametrize("kind", KINDS)
def test_json_holds_every_record_and_no_place_in_a_file(deckmaker: Run, workspace: Workspace, kind: str) -> None:
    records = json.loads(deckmaker("library", "list", kind, "--json").stdout)
    assert len(records) == len(getattr(read_library(library_files(workspace)), kind))
    assert all("position" not in record and "_" not in "".join(record) for record in records)


def test_a_citation_in_json_names_its_source(deckmaker: Run) -> None:
    records = json.loads(deckmaker("library", "list", "statistics", "--json").stdout)
    sources = {record["id"] for record in json.loads(deckmaker("library", "list", "sources", "--json").stdout)}
    cited = {citation["source"] for record in records for citation in record["cite"]}
    assert cited
    assert cited <= sources


def test_a_quotation_is_listed_with_the_person_who_said_it(deckmaker: Run) -> None:
    entry = deckmaker("library", "list", "quotations").stdout.partition("easier-to-build-strong-children\n")[2]
    words = " ".join(entry.partition("\n\n")[0].split())
    assert words.startswith("“It is easier to build strong children than to repair broken")
    assert "Douglass" in words


@pytest.mark.parametrize("family", ["slides", "graphics"])
def test_every_kind_is_listed(deckmaker: Run, family: str) -> None:
    lines = deckmaker("list", family).stdout.splitlines()
    names = Features().names(family)
    assert names
    assert all(any(line.split()[:1] == [name] for line in lines) for name in names)


def test_every_layout_is_listed_by_its_name_in_powerpoint(deckmaker: Run) -> None:
    words = " ".join(deckmaker("list", "layouts").stdout.split())
    layouts = Features().layouts.values()
    assert layouts
    assert all(f"{layout.name} In PowerPoint: {layout.title} " in words for layout in layouts)


def test_decks_are_listed_with_their_titles_ones_own_and_those_that_come_along(
    deckmaker: Run, workspace: Workspace
) -> None:
    workspace.save({"mine.yaml": b"title: My own\nslides: [title]\n", "bad.yaml": b"title: [\n"}, "decks")
    lines = deckmaker("list", "decks").stdout.splitlines()
    assert any(line.split() == ["mine", "My", "own", "yours"] for line in lines)
    assert any(line.startswith("bad ") and "deckmaker check bad" in line for line in lines)
    assert any(line.startswith("ten-messages ") and line.endswith("comes with deckmaker") for line in lines)


@pytest.mark.parametrize("arguments", [("list", "colours"), ("library", "list", "facts"), ("library",)])
def test_what_cannot_be_listed_is_wrong_usage(deckmaker: Run, arguments: tuple[str, ...]) -> None:
    assert deckmaker(*arguments).exit_code == 2


def test_a_list_of_evidence_is_narrowed_by_message_nation_and_audience(deckmaker: Callable[..., Result]) -> None:
    def names(*arguments: str) -> list[str]:
        result = deckmaker("library", "list", *arguments, "--json")
        assert result.exit_code == 0
        return [record["id"] for record in json.loads(result.stdout)]

    everything = names("statistics")
    assert len(everything) >= 30
    of_eight = names("statistics", "--message", "8")
    assert "babies-in-need" in of_eight
    assert "annual-cost-per-child" not in of_eight
    of_scotland = names("statistics", "--nation", "scotland")
    assert "scotland-hubs" in of_scotland
    assert "camhs-under-twos" not in of_scotland
    for_parents = names("quotations", "--audience", "parents")
    assert 0 < len(for_parents) < len(names("quotations"))
