"""Specs of infographics: what may stand in them, what becomes of them, and what authors are told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from deckmaker.discovery import Features
from deckmaker.model.deck import Deck
from deckmaker.model.diagnostic import DeckError, Diagnostic
from deckmaker.reading import build_all, read
from deckmaker.workspace import Workspace

FEATURES = Features()
Decks = Callable[[str], tuple[Deck, ...]]
OPENING = "kind: infographic\ntitle: Babies cannot wait\n"
PANELS = "panels:\n  - statistic: camhs-under-twos\n  - message: 1\n"


@pytest.fixture
def decks(workspace: Workspace) -> Decks:
    """The decks that a spec makes."""

    def made(spec: str) -> tuple[Deck, ...]:
        (workspace.root / "decks" / "wall.yaml").write_text(spec, encoding="utf-8")
        return build_all("decks/wall.yaml", read("decks/wall.yaml", workspace, FEATURES), FEATURES)

    return made


def told(decks: Decks, spec: str) -> tuple[Diagnostic, ...]:
    with pytest.raises(DeckError) as caught:
        decks(spec)
    assert all(one.hint for one in caught.value.diagnostics)
    return tuple(caught.value.diagnostics)


def only(decks: Decks, spec: str) -> Diagnostic:
    (found,) = told(decks, spec)
    return found


def test_one_page_is_a_deck_of_the_files_own_name(decks: Decks) -> None:
    (deck,) = decks(OPENING + PANELS)
    assert (deck.name, deck.kind, deck.page) == ("wall", "infographic", "a4")
    assert [slide.kind for slide in deck.slides] == ["statistic", "message"]


def test_several_pages_are_several_decks_named_for_them(decks: Decks) -> None:
    made = decks(f"{OPENING}pages: [A4, square, 1080 x 1350]\n{PANELS}")
    assert [(deck.name, deck.page) for deck in made] == [
        ("wall-a4", "a4"), ("wall-square", "square"), ("wall-1080x1350", "1080x1350"),
    ]  # fmt: skip


def test_a_list_of_one_page_keeps_the_files_own_name(decks: Decks) -> None:
    assert [deck.name for deck in decks(f"{OPENING}pages: [square]\n{PANELS}")] == ["wall"]


def test_panels_for_other_nations_are_left_out(decks: Decks) -> None:
    (deck,) = decks(f"{OPENING}nation: wales\n{PANELS}    nation: scotland\n")
    assert [slide.kind for slide in deck.slides] == ["statistic"]
    assert [slide.kind for slide in deck.left_out] == ["message"]


def test_slides_in_an_infographic_are_told_to_be_panels(decks: Decks) -> None:
    found = only(decks, f"{OPENING}slides:\n  - message: 1\n")
    assert found.message == "an infographic has no ‘slides’"
    assert "panels:" in found.hint


def test_panels_in_a_deck_are_told_to_need_the_kind(decks: Decks) -> None:
    found = only(decks, f"title: A talk\n{PANELS}")
    assert found.message == "this deck has ‘panels’, which belongs to an infographic"
    assert "kind: infographic" in found.hint
    assert found.position is not None
    assert found.position.line == 2


@pytest.mark.parametrize("key", ["page: a4", "pages: [a4, a3]", "cards: yes"])
def test_keys_of_an_infographic_in_a_deck_say_so(key: str, decks: Decks) -> None:
    found = only(decks, f"title: A talk\n{key}\nslides: [title]\n")
    assert "belongs to an infographic" in found.message


@pytest.mark.parametrize(
    "key", ["length: 20", "lengths: [20, 40]", "start: 10:00", "notes: no", "presenter: Zoë", "event: A day",
            "organisation: Us", "date: 3 May 2027", "partner: Them", "partner-logo: theirs.png"],
)  # fmt: skip
def test_keys_that_only_decks_have_are_told_and_not_dropped(key: str, decks: Decks) -> None:
    found = only(decks, f"{OPENING}{key}\n{PANELS}")
    assert found.message == f"an infographic has no ‘{key.partition(':')[0]}’"
    assert found.position is not None
    assert found.position.line == 3


def test_what_the_project_says_for_its_decks_does_not_disturb_an_infographic(
    decks: Decks, workspace: Workspace
) -> None:
    (workspace.root / "deckmaker.yaml").write_text("defaults: {presenter: Zoë, organisation: Us}\n", encoding="utf-8")
    assert len(decks(OPENING + PANELS)) == 1


@pytest.mark.parametrize(
    "key", ["notes: Say it", "minutes: 5", "keep-for: 20", "content-note: Sad", "layout: strip"]
)  # fmt: skip
def test_keys_that_only_slides_have_are_told_and_not_dropped(key: str, decks: Decks) -> None:
    found = told(decks, f"{OPENING}panels:\n  - statistic: camhs-under-twos\n    {key}\n")
    assert {one.position.line for one in found if one.position} == {5}
    assert "leave it out" in found[0].hint or key.startswith("keep-for")


def test_an_editable_graphic_is_refused_in_a_panel(decks: Decks) -> None:
    found = only(decks, f"{OPENING}panels:\n  - statistic: camhs-under-twos\n    graphic: {{native: true}}\n")
    assert "native" in found.message


def test_a_kind_without_a_panel_is_told_with_those_that_have_one(decks: Decks) -> None:
    found = only(decks, f"{OPENING}panels:\n  - agenda\n")
    assert (found.code, found.message) == ("no-panel", "‘agenda’ cannot be a panel")
    assert all(kind in found.hint for kind in ("statistic", "quotation", "timeline", "flow", "nation-strip"))


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ("page: a5", "unknown-page"),
        ("page: 10x90", "wrong-value"),
        ("page: 90000x90000", "wrong-value"),
        ("page: a4\npages: [a4, a3]", "two-pages"),
        ("pages: [a4, a4]", "duplicate"),
        ("cards: yes\nsubtitle: More", "unknown-key"),
        ("pgae: a4", "unknown-key"),
    ],
)
def test_wrong_pages_are_told_with_what_to_write(keys: str, code: str, decks: Decks) -> None:
    assert only(decks, f"{OPENING}{keys}\n{PANELS}").code == code


@pytest.mark.parametrize("panels", ["panels: []\n", "panels: message\n", "panels: {message: 1}\n", ""])
def test_without_a_list_of_panels_there_is_no_infographic(panels: str, decks: Decks) -> None:
    assert only(decks, OPENING + panels).code in {"no-slides", "no-list", "missing-key"}


def test_a_length_asked_for_on_the_command_line_is_refused(workspace: Workspace) -> None:
    (workspace.root / "decks" / "wall.yaml").write_text(OPENING + PANELS, encoding="utf-8")
    with pytest.raises(DeckError, match="no lengths"):
        build_all("decks/wall.yaml", read("decks/wall.yaml", workspace, FEATURES), FEATURES, 20)


def test_a_misspelt_kind_is_told_with_the_right_one(decks: Decks) -> None:
    found = told(decks, f"kind: infografic\ntitle: A page\n{PANELS}")
    assert any("infographic" in one.hint for one in found if one.code == "unknown-choice")
