"""Starting a presentation."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from deckmaker.cli.new import AUDIENCES, Answers, spec
from deckmaker.discovery import Features
from deckmaker.model.scope import Audience
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


STANDARD = tuple(Path(spec).stem for spec in Workspace().standard_specs())
INFOGRAPHICS = tuple(name for name in STANDARD if name.startswith("infographic-"))


@pytest.mark.parametrize("standard", INFOGRAPHICS)
def test_a_copy_of_a_standard_infographic_has_the_same_panels(
    deckmaker: Run, workspace: Workspace, standard: str
) -> None:
    result = deckmaker("new", "mine", "--from", standard, "--title", "Ours")
    assert result.exit_code == 0, result.output
    features = Features()
    (theirs,) = (spec for spec in workspace.standard_specs() if Path(spec).stem == standard)
    copy = build("decks/mine.yaml", read("decks/mine.yaml", workspace, features), features)
    original = build(theirs, read(theirs, workspace, features), features)
    assert (str(copy.title), copy.page, copy.cards) == ("Ours", original.page, original.cards)
    assert copy.slides == original.slides


@pytest.mark.parametrize("option", ["presenter", "organisation", "length"])
def test_a_copy_of_an_infographic_takes_no_key_that_would_be_refused(
    deckmaker: Run, workspace: Workspace, option: str
) -> None:
    result = deckmaker("new", "mine", "--from", INFOGRAPHICS[0], f"--{option}", "30")
    assert result.exit_code == 2
    assert f"is an infographic, which has no {option}: leave --{option} out" in " ".join(result.output.split())
    assert workspace.specs() == ()


@pytest.mark.parametrize("standard", [name for name in STANDARD if name not in INFOGRAPHICS])
def test_a_copy_of_a_standard_deck_builds_the_same_slides(deckmaker: Run, workspace: Workspace, standard: str) -> None:
    result = deckmaker("new", "mine", "--from", standard, "--presenter", "Zoë: “me”", "--title", "no")
    assert result.exit_code == 0, result.output
    assert f"decks/mine.yaml  is a copy of {standard}" in result.output
    assert not workspace.read("decks/mine.yaml").startswith(b"# yaml-language-server")
    features = Features()
    (theirs,) = (spec for spec in workspace.standard_specs() if Path(spec).stem == standard)
    copy = build("decks/mine.yaml", read("decks/mine.yaml", workspace, features), features)
    original = build(theirs, read(theirs, workspace, features), features)
    assert (str(copy.title), copy.presenter) == ("no", "Zoë: “me”")
    assert copy.slides == original.slides
    assert copy.length == original.length


def test_a_copy_names_the_schema_where_there_is_one(deckmaker: Run, workspace: Workspace) -> None:
    workspace.save({"deck.schema.json": b"{}"}, "src/deckmaker/schemas")
    assert deckmaker("new", "mine", "--from", "ten-messages").exit_code == 0
    assert deckmaker("new", "other").exit_code == 0
    for made in workspace.specs():
        text = workspace.read(made).decode()
        assert text.startswith("# yaml-language-server: $schema=../src/deckmaker/schemas/deck.schema.json\n#")
        assert text.count("yaml-language-server") == 1


def test_answers_take_the_place_of_what_a_copied_deck_says(deckmaker: Run, workspace: Workspace) -> None:
    theirs = "# Remark\ntitle: >-\n  A long\n  title\naudience: mps # why\nlength:\nslides: [title]"
    workspace.save({"theirs.yaml": theirs.replace("\n", "\r\n").encode()}, "decks")
    options = ("--title", "Short", "--audience", "public", "--organisation", "Us")
    assert deckmaker("new", "mine", "--from", "theirs", *options).exit_code == 0
    assert workspace.read("decks/mine.yaml").decode() == (
        "# Remark\ntitle: Short\norganisation: Us\naudience: public # why\nlength:\nslides: [title]"
    )


def test_what_a_copied_deck_includes_comes_with_it(deckmaker: Run, workspace: Workspace) -> None:
    files = {"talk.yaml": b"title: A\nslides: [{include: parts/a.yaml}]\n", "parts/a.yaml": b"slides: [title]\n"}
    workspace.save(files, "theirs")
    assert "decks/parts/a.yaml  came with it" in deckmaker("new", "mine", "--from", "theirs/talk.yaml").output
    assert deckmaker("build", "mine").exit_code == 0
    workspace.save({"a.yaml": b"slides: [closing]\n"}, "decks/parts")
    result = deckmaker("new", "mine2", "--from", "theirs/talk.yaml")
    assert result.exit_code == 2
    assert "there is another one in decks/ already" in result.output
    assert workspace.read("decks/parts/a.yaml") == b"slides: [closing]\n"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--from", "ten-mesages"), "did you mean ‘ten-messages’"),
        (("--from", "broken", "--title", "A"), "cannot be copied"),
        (("--from", "lengths", "--length", "20"), "has several lengths of its own"),
        (("--from", "decks"), "a folder of several decks"),
    ],
)
def test_a_deck_that_cannot_be_copied_is_wrong_usage(
    deckmaker: Run, workspace: Workspace, options: tuple[str, ...], told: str
) -> None:
    workspace.save({"broken.yaml": b"title: [A", "lengths.yaml": b"title: A\nlengths: [30]\nslides: [title]"}, "decks")
    result = deckmaker("new", "mine", *options)
    assert result.exit_code == 2
    assert told in " ".join(result.output.split())
    assert not workspace.exists("decks/mine.yaml")


def test_the_audiences_are_those_that_a_deck_knows() -> None:
    assert tuple(Audience) == AUDIENCES
