"""Which specs a command means."""

from __future__ import annotations

import os

import click
import pytest

from deckmaker.cli.specs import Planned, check_told_apart, deck_name, planned, specs_named
from deckmaker.workspace import Workspace


@pytest.fixture
def two_decks(workspace: Workspace) -> Workspace:
    workspace.save({"one.yaml": b"title: One", "two.yml": b"title: Two"}, "decks")
    workspace.save({"other/three.yaml": b"title: Three"}, ".")
    return workspace


def test_without_arguments_every_spec_in_decks_is_meant(two_decks: Workspace) -> None:
    assert specs_named((), two_decks) == ("decks/one.yaml", "decks/two.yml")


@pytest.mark.parametrize(
    ("argument", "specs"),
    [
        ("one", ("decks/one.yaml",)),
        ("two", ("decks/two.yml",)),
        ("decks/one.yaml", ("decks/one.yaml",)),
        (os.path.join("other", "three.yaml"), ("other/three.yaml",)),  # noqa: PTH118 – as a person of this system types
        ("other", ("other/three.yaml",)),
        ("./decks/../decks/one.yaml", ("decks/../decks/one.yaml",)),
    ],
)
def test_an_argument_is_a_file_a_folder_or_the_name_of_a_deck(
    two_decks: Workspace, argument: str, specs: tuple[str, ...]
) -> None:
    assert specs_named((argument,), two_decks) == specs


def test_a_spec_named_twice_is_built_once(two_decks: Workspace) -> None:
    assert specs_named(("one", "decks/one.yaml"), two_decks) == ("decks/one.yaml",)


def test_a_standard_deck_can_be_named_in_an_empty_folder(workspace: Workspace) -> None:
    (spec,) = specs_named(("ten-messages",), workspace)
    assert workspace.path(spec).is_file()


def test_a_deck_of_ones_own_goes_before_a_standard_one_of_the_same_name(workspace: Workspace) -> None:
    workspace.save({"ten-messages.yaml": b"title: Mine"}, "decks")
    assert specs_named(("ten-messages",), workspace) == ("decks/ten-messages.yaml",)


def test_an_unknown_deck_is_wrong_usage_and_the_nearest_is_named(two_decks: Workspace) -> None:
    with pytest.raises(click.UsageError, match=r"there is no deck ‘ten-mesages’: did you mean ‘ten-messages’"):
        specs_named(("ten-mesages",), two_decks)


def test_no_deck_at_all_says_how_to_begin(workspace: Workspace) -> None:
    with pytest.raises(click.UsageError, match=r"deckmaker new my-talk"):
        specs_named((), workspace)


def test_an_empty_folder_is_wrong_usage(workspace: Workspace) -> None:
    with pytest.raises(click.UsageError, match="no deck spec in the folder ‘decks’"):
        specs_named(("decks",), workspace)


@pytest.mark.parametrize(("one", "other"), [("decks/a.yaml", "decks/a.yml"), ("x/a.yaml", "y/A.yaml")])
def test_two_specs_that_would_become_one_file_are_refused(one: str, other: str) -> None:
    with pytest.raises(click.UsageError, match="would become the same file"):
        check_told_apart([Planned(spec, None, deck_name(spec)) for spec in (one, other)])


LENGTHS = b"title: A\nlengths: [30, 1 hour, 30, soon]\nslides: [title]\n"


def test_a_spec_with_several_lengths_makes_a_deck_for_each(workspace: Workspace) -> None:
    workspace.save({"talk.yaml": LENGTHS, "short.yaml": b"title: B"}, "decks")
    decks = planned(workspace.specs(), None, workspace)
    assert [(deck.name, deck.length) for deck in decks] == [("short", None), ("talk-30", 30), ("talk-60", 60)]


def test_one_length_can_be_asked_for(workspace: Workspace) -> None:
    workspace.save({"talk.yaml": LENGTHS, "short.yaml": b"title: B"}, "decks")
    decks = planned(workspace.specs(), 30, workspace)
    assert [(deck.name, deck.length) for deck in decks] == [("short", 30), ("talk-30", 30)]


def test_a_length_that_would_become_another_spec_s_file_is_refused(workspace: Workspace) -> None:
    workspace.save({"talk.yaml": LENGTHS, "talk-30.yaml": b"title: B"}, "decks")
    with pytest.raises(click.UsageError, match="would become the same file"):
        check_told_apart(planned(workspace.specs(), None, workspace))


@pytest.mark.parametrize("content", [b"", b"- a", b"lengths: {a: b}", b"lengths: 0", b"\xff\xfe"])
def test_a_spec_that_says_nothing_of_lengths_is_one_deck(workspace: Workspace, content: bytes) -> None:
    workspace.save({"talk.yaml": content}, "decks")
    assert [deck.name for deck in planned(workspace.specs(), None, workspace)] == ["talk"]
