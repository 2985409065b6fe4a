"""What a project says for all of its decks."""

from __future__ import annotations

import pytest

from deckmaker.discovery import Features
from deckmaker.model.deck import Deck
from deckmaker.model.diagnostic import DeckError
from deckmaker.model.scope import Audience, Nation
from deckmaker.reading import build, read
from deckmaker.workspace import Workspace

FEATURES = Features()
DEFAULTS = """\
defaults:
  organisation: Us
  presenter: Zoë
  event: A day in spring
  audience: mps
  nation: wales
  language: en-GB
  brand: dusk
  formats: [pptx]
  notes: no
"""


def deck_of(workspace: Workspace, spec: str, settings: str) -> Deck:
    (workspace.root / "deckmaker.yaml").write_text(settings, encoding="utf-8")
    (workspace.root / "decks" / "talk.yaml").write_text(spec, encoding="utf-8")
    return build("decks/talk.yaml", read("decks/talk.yaml", workspace, FEATURES), FEATURES)


@pytest.fixture
def dusk(workspace: Workspace) -> Workspace:
    """A project with a brand of its own beside the usual one."""
    dawn = (Workspace.bundled("brand") / "_brand.yml").read_bytes()
    workspace.save({"_brand.yml": dawn.replace(b"name: dawn", b"name: dusk")}, "brand/dusk")
    return workspace


def test_defaults_hold_for_a_deck_that_says_nothing_itself(dusk: Workspace) -> None:
    deck = deck_of(dusk, "title: A\nslides: [title]\n", DEFAULTS)
    assert (deck.organisation, deck.presenter, deck.event) == ("Us", "Zoë", "A day in spring")
    assert (deck.audience, deck.nation, deck.theme.name) == (Audience.MPS, Nation.WALES, "dusk")
    assert (deck.formats, deck.notes) == (("pptx",), False)


def test_a_decks_own_key_goes_before_and_an_empty_one_does_not(dusk: Workspace) -> None:
    deck = deck_of(dusk, "title: A\npresenter: Me\nnotes: yes\nevent:\nslides: [title]\n", DEFAULTS)
    assert (deck.presenter, deck.notes, deck.event) == ("Me", True, "A day in spring")


def test_a_default_drops_slides_for_others(dusk: Workspace) -> None:
    spec = "title: A\nslides:\n  - title\n  - closing:\n      nation: scotland\n"
    deck = deck_of(dusk, spec, DEFAULTS)
    assert ([slide.kind for slide in deck.slides], [slide.kind for slide in deck.left_out]) == (["title"], ["closing"])


@pytest.mark.parametrize("brand", ["brands/dusk.yml", "./brands/dusk.yml"])
def test_a_brand_and_a_library_are_found_from_the_settings_file(workspace: Workspace, brand: str) -> None:
    dawn = (Workspace.bundled("brand") / "_brand.yml").read_bytes()
    workspace.save({"dusk.yml": dawn.replace(b"name: dawn", b"name: dusk")}, "brands")
    source = b"our-survey:\n  title: Ours\n  short: Ours\n  author: Us\n  year: '2026'\n  uses: x\n"
    workspace.save({"sources.yaml": source}, "evidence")
    deck = deck_of(workspace, "title: A\nslides: [title]\n", f"defaults: {{brand: {brand}, library: evidence}}\n")
    assert deck.theme.name == "dusk"
    assert "our-survey" in deck.library.sources


def test_a_library_outside_the_project_is_refused(workspace: Workspace) -> None:
    with pytest.raises(DeckError, match="leads out of the folder in which this settings file lies"):
        deck_of(workspace, "title: A\nslides: [title]\n", "defaults: {library: ../evidence}\n")


@pytest.mark.parametrize("settings", ["", "# nothing\n", "defaults:\n", "rules: {}\nwaivers: []\n"])
def test_settings_may_say_nothing(workspace: Workspace, settings: str) -> None:
    assert str(deck_of(workspace, "title: A\nslides: [title]\n", settings).title) == "A"


def test_rules_and_waivers_of_project_and_deck_come_together(workspace: Workspace) -> None:
    waiver = "waivers: [{code: same-title, date: 2026-11-03, reason: Looked at.}]\n"
    spec = "title: A\nrules: {same-title: note}\nslides: [title]\n" + waiver
    deck = deck_of(workspace, spec, "rules: {same-title: error, talk-length: off}\n" + waiver)
    assert deck.settings.rules == {"same-title": "note", "talk-length": "off"}
    places = [waiver.position.file for waiver in deck.settings.waivers if waiver.position]
    assert places == ["deckmaker.yaml", "decks/talk.yaml"]
