"""Slides of other files stand where ``include:`` names them, each with its own place, within bounds."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckmaker.discovery import Features
from deckmaker.model.deck import Deck
from deckmaker.model.diagnostic import DeckError
from deckmaker.reading import build, including, read
from deckmaker.workspace import Workspace

FEATURES = Features()


def deck_of(workspace: Workspace, **files: str) -> Deck:
    """The deck in ``talk``; the other files lie in ``decks/parts``."""
    for name, text in files.items():
        path = workspace.path(f"decks/{'' if name == 'talk' else 'parts/'}{name}.yaml")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return build("decks/talk.yaml", read("decks/talk.yaml", workspace, FEATURES), FEATURES)


def codes_of(workspace: Workspace, **files: str) -> list[str]:
    with pytest.raises(DeckError) as caught:
        deck_of(workspace, **files)
    return [one.code for one in caught.value.diagnostics]


def test_included_slides_stand_in_their_place_and_know_where_they_are_written(workspace: Workspace) -> None:
    deck = deck_of(
        workspace,
        talk="title: A\nslides:\n  - title\n  - include: parts/one.yaml\n  - closing\n",
        one="title: One\nslides:\n  - message: 1\n  - include: two.yaml\n  - message: 2\n",
        two="slides: [references]\n",
    )
    assert [slide.kind for slide in deck.slides] == ["title", "message", "references", "message", "closing"]
    assert [str(slide.position) for slide in deck.slides] == [
        "decks/talk.yaml:3:5", "decks/parts/one.yaml:3:5", "decks/parts/two.yaml:1:10", "decks/parts/one.yaml:5:5",
        "decks/talk.yaml:5:5",
    ]  # fmt: skip


def test_a_file_may_come_twice(workspace: Workspace) -> None:
    twice = "title: A\nslides:\n  - include: parts/one.yaml\n  - include: parts/one.yaml\n"
    assert len(deck_of(workspace, talk=twice, one="slides: [title]\n").slides) == 2


def test_of_a_whole_deck_the_slides_are_taken_and_the_rest_is_told(workspace: Workspace) -> None:
    deck = deck_of(
        workspace, talk="title: A\nslides: [include: parts/one.yaml]\n", one="title: B\nlength: 20\nslides: [title]\n"
    )
    assert (str(deck.title), deck.length) == ("A", None)
    (remark,) = read("decks/talk.yaml", workspace, FEATURES).remarks
    assert (str(remark.position), remark.code) == ("decks/parts/one.yaml:2:1", "not-taken")
    assert not remark.stops_the_build


def test_lengths_in_an_included_file_need_not_be_those_of_this_deck(workspace: Workspace) -> None:
    one = "slides:\n  - title:\n      keep-for: [45, 60]\n  - closing:\n      keep-for: 45\n"
    deck = deck_of(workspace, talk="title: A\nlengths: [30, 60]\nslides: [include: parts/one.yaml]\n", one=one)
    assert [slide.kind for slide in deck.slides] == ["title"]
    deck = deck_of(workspace, talk="title: A\nslides: [include: parts/one.yaml]\n", one=one)
    assert [slide.kind for slide in deck.slides] == ["title", "closing"]


def chain(length: int) -> dict[str, str]:
    files = {f"p{n}": f"slides: [include: p{n + 1}.yaml]\n" for n in range(1, length)}
    return {"talk": "title: A\nslides: [include: parts/p1.yaml]\n", **files, f"p{length}": "slides: [title]\n"}


def test_twenty_files_within_each_other_are_read_and_one_more_is_told(workspace: Workspace) -> None:
    assert len(deck_of(workspace, **chain(including.DEEPEST)).slides) == 1
    assert codes_of(workspace, **chain(including.DEEPEST + 1)) == ["nested-too-deep"]


def test_files_that_each_include_two_end_at_a_number_of_files(workspace: Workspace) -> None:
    files = {f"p{n}": f"slides: [include: p{n + 1}.yaml, include: p{n + 1}.yaml]\n" for n in range(1, 20)}
    talk = "title: A\nslides: [include: parts/p1.yaml]\n"
    assert codes_of(workspace, talk=talk, **files, p20="slides: [title]\n") == ["too-many-files"]


def test_slides_end_at_a_number(workspace: Workspace) -> None:
    many = "slides:\n" + "  - closing\n" * 1500
    talk = "title: A\nslides:\n  - include: parts/one.yaml\n  - include: parts/one.yaml\n"
    assert codes_of(workspace, talk=talk, one=many) == ["too-many-slides"]


@pytest.mark.skipif(os.name == "nt", reason="Windows lets only some people make links")
def test_a_link_out_of_the_folder_is_not_followed(workspace: Workspace) -> None:
    (workspace.root / "outside.yaml").write_text("slides: [title]\n", encoding="utf-8")
    (workspace.root / "decks" / "link.yaml").symlink_to(workspace.root / "outside.yaml")
    assert codes_of(workspace, talk="title: A\nslides: [include: link.yaml]\n") == ["outside"]


def test_a_name_that_no_file_can_have_is_told(workspace: Workspace) -> None:
    assert "outside" in codes_of(workspace, talk='title: A\nslides: [include: "a\\0.yaml"]\n')
    assert codes_of(workspace, talk=f"title: A\nslides: [include: {'x' * 5000}]\n") == ["missing-file"]


NAMES = st.sampled_from(
    ["one.yaml", "two.yaml", "parts/one.yaml", "../talk.yaml", "..", ".", "/", "", "[a]", "{a: b}", "~"]
)


@settings(max_examples=150, deadline=2000, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.lists(NAMES, min_size=6, max_size=6), ends=st.lists(st.booleans(), min_size=3, max_size=3))
def test_whatever_includes_what_reading_ends(workspace: Workspace, names: list[str], ends: list[bool]) -> None:
    slides = [f"slides: [include: {a}, title, include: {b}]\n" for a, b in zip(names[::2], names[1::2], strict=True)]
    files = dict(zip(("talk", "one", "two"), (f"title: A\n{text}" for text in slides), strict=True))
    for name, is_end in zip(files, ends, strict=True):
        if is_end and name != "talk":
            files[name] = "slides: [closing]\n"
    try:
        assert deck_of(workspace, **files).slides
    except DeckError as error:
        assert error.diagnostics
        assert all(one.position is not None for one in error.diagnostics)
