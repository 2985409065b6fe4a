"""Starting a presentation."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from click.testing import Result

from deckmaker.cli.new import AUDIENCES, Answers, spec
from deckmaker.discovery import Features
from deckmaker.model.evidence import Audience
from deckmaker.pipeline import check_deck
from deckmaker.reading import build, read
from deckmaker.workspace import Workspace

Run = Callable[..., Result]


def test_a_new_spec_builds_at_once(deckmaker: Run, workspace: Workspace) -> None:
    assert deckmaker("new", "talk").exit_code == 0
    result = deckmaker("build")
    assert result.exit_code == 0
    assert "error:" not in result.stderr
    assert "warning:" not in result.stderr
    assert workspace.exists("output/talk.pptx")


def test_a_new_spec_works_in_a_folder_without_decks(deckmaker: Run, workspace: Workspace) -> None:
    (workspace.root / "decks").rmdir()
    assert deckmaker("new", "talk").exit_code == 0
    assert workspace.specs() == ("decks/talk.yaml",)


def test_the_file_and_the_next_step_are_named(deckmaker: Run) -> None:
    output = deckmaker("new", "talk").output
    assert "decks/talk.yaml" in output
    assert "deckmaker build talk" in output


def test_what_the_options_say_stands_in_the_deck(deckmaker: Run, workspace: Workspace) -> None:
    options = {
        "--title": 'Babies: "the" # first \\ 1001 days',
        "--audience": "commissioners",
        "--length": "20",
        "--presenter": "Zoë O’Neill",
        "--organisation": "- Null",
    }
    assert deckmaker("new", "talk", *(word for pair in options.items() for word in pair)).exit_code == 0
    features = Features()
    deck = build("decks/talk.yaml", read("decks/talk.yaml", workspace, features), features)
    assert str(deck.title) == options["--title"]
    assert (deck.audience, deck.length) == (Audience.COMMISSIONERS, 20)
    assert (deck.presenter, deck.organisation) == (options["--presenter"], options["--organisation"])


@pytest.mark.parametrize(
    "title", ["no", "12:30", "~", "a\nb: c", "{x}", "'", "*a", "&a", "!x", "- a", "日本", "a: b", "? x"]
)
def test_whatever_the_title_is_the_spec_stays_in_order(workspace: Workspace, title: str) -> None:
    workspace.save({"talk.yaml": spec("talk", Answers(title=title)).encode()}, "decks")
    errors = check_deck("decks/talk.yaml", workspace, Features()).errors
    assert [error for error in errors if error.position is None or error.position.line > 4] == []


def test_a_deck_that_is_there_is_not_written_over(deckmaker: Run, workspace: Workspace) -> None:
    workspace.save({"talk.yml": b"mine"}, "decks")
    result = deckmaker("new", "talk")
    assert result.exit_code == 2
    assert "decks/talk.yml is there already" in result.output
    assert workspace.specs() == ("decks/talk.yml",)
    assert workspace.read("decks/talk.yml") == b"mine"


@pytest.mark.parametrize(
    "name",
    [
        "../talk",
        "a/b",
        "a\\b",
        "/tmp/x",
        "..",
        ".hidden",
        "talk.yaml",
        "con",
        "COM1",
        "a b",
        "",
        "x" * 81,
        "a\nb",
        "a:b",
    ],
)
def test_a_name_that_is_no_plain_word_is_refused(deckmaker: Run, workspace: Workspace, name: str) -> None:
    result = deckmaker("new", name)
    assert result.exit_code == 2
    assert "letters, digits and hyphens" in result.output
    assert workspace.specs() == ()


def test_a_better_name_is_proposed(deckmaker: Run) -> None:
    assert "deckmaker new my-talk" in deckmaker("new", "decks/My talk.yaml".replace("My", "my")).output


def test_the_audiences_are_those_that_a_deck_knows() -> None:
    assert tuple(Audience) == AUDIENCES
