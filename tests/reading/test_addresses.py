"""Addresses that a slide may open: of the web, safely, and of people. Nothing else is ever a link."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.discovery import Features
from deckmaker.model.deck import Deck
from deckmaker.model.diagnostic import DeckError
from deckmaker.model.links import EmailAddress, WebAddress, email_link, web_link
from deckmaker.reading import build, read
from deckmaker.reading.addresses import email_address, web_address
from deckmaker.reading.scalars import Not
from deckmaker.workspace import Workspace

FEATURES = Features()
UNSAFE = [
    "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,hello", "file:///etc/passwd", "vbscript:x",
    "ms-word:ofe|u|https://example.org", "tel:123", "ftp://example.org/a", r"\\host\share", "//example.org",
    "https://user@example.org", "https://", "https:example.org", "https://localhost/", "https://exa mple.org",
    "https://example.org/a b", "example.org/<script>", 'example.org/"', "https://example.org\u202e/a", "nowhere",
    "https://javascript:alert(1)", "mailto:a@example.org", "http://example.org", "-.org", "https://example.org/\u0007",
    "https://example.org/\u202egnp.exe", "https://example.org/\u200b",
]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("example.org", "https://example.org"),
        ("https://example.org/", "https://example.org/"),
        ("HTTPS://example.org/Team?a=b&c=%20#part", "https://example.org/Team?a=b&c=%20#part"),
        ("www.example.org/a_(b)", "https://www.example.org/a_(b)"),
        ("example.org:8443/a", "https://example.org:8443/a"),
        ("https://llên.cymru", "https://llên.cymru"),
    ],
)
def test_a_web_address_may_leave_out_how_it_begins(written: str, meant: str) -> None:
    assert web_address(written) == meant


@pytest.mark.parametrize("written", UNSAFE)
def test_every_other_address_is_refused(written: str) -> None:
    assert isinstance(web_address(written), Not)


def test_what_may_be_opened_is_told_with_what_may_not() -> None:
    found = web_address("javascript:alert(1)")
    assert isinstance(found, Not)
    assert "only ‘https:’" in found.because


@given(st.text(max_size=40))
def test_whatever_is_written_leads_to_the_web_or_nowhere(written: str) -> None:
    found = web_address(written)
    assert isinstance(found, Not) or (found.startswith("https://") and not any(map(str.isspace, found)))


def test_an_email_address_may_say_mailto() -> None:
    assert email_address("mailto:zoe.o'neill+deck@team.example.org") == "zoe.o'neill+deck@team.example.org"
    for wrong in ("zoe", "zoe@", "@example.org", "a@b", "a@example.org, b@example.org", "a@example.org?cc=b@c.org",
                  "a@example.org\nb", "<a@example.org>", "a b@example.org"):  # fmt: skip
        assert isinstance(email_address(wrong), Not), wrong


def test_links_show_what_people_say() -> None:
    assert web_link(WebAddress("https://www.example.org/")).text == "example.org"
    assert email_link(EmailAddress("zoe@example.org")).link == "mailto:zoe@example.org"


def deck_of(workspace: Workspace, slide: str) -> Deck:
    (workspace.root / "decks" / "talk.yaml").write_text(f"title: A\nslides:\n{slide}", encoding="utf-8")
    return build("decks/talk.yaml", read("decks/talk.yaml", workspace, FEATURES), FEATURES)


@pytest.mark.parametrize(
    "slide",
    [
        "  - evaluation: [One, Two]\n    link: {}\n",
        "  - contact: [Zoë Hill]\n    web: {}\n",
        "  - contact:\n      - name: Zoë Hill\n        email: {}\n",
    ],
)
def test_an_unsafe_address_is_told_where_it_is_written(workspace: Workspace, slide: str) -> None:
    with pytest.raises(DeckError) as caught:
        deck_of(workspace, slide.format("'javascript:alert(1)'"))
    (problem,) = caught.value.diagnostics
    assert problem.position is not None
    assert problem.position.line >= 4
    assert problem.hint


def test_a_source_of_ones_own_leads_to_the_web_or_nowhere(workspace: Workspace) -> None:
    folder = workspace.root / "decks" / "evidence"
    folder.mkdir()
    source = "our-survey:\n  title: Who sees our babies?\n  short: Our survey (2026)\n  link: {}\n  uses: Waiting.\n"
    spec = "title: A\nlibrary: evidence\nslides: [title]\n"
    (workspace.root / "decks" / "talk.yaml").write_text(spec, encoding="utf-8")
    (folder / "sources.yaml").write_text(source.format("'javascript:alert(1)'"), encoding="utf-8")
    with pytest.raises(DeckError) as caught:
        build("decks/talk.yaml", read("decks/talk.yaml", workspace, FEATURES), FEATURES)
    (problem,) = caught.value.diagnostics
    assert str(problem.position) == "decks/evidence/sources.yaml:4:9"
    (folder / "sources.yaml").write_text(source.format("example.org/survey"), encoding="utf-8")
    deck = build("decks/talk.yaml", read("decks/talk.yaml", workspace, FEATURES), FEATURES)
    assert deck.library.sources["our-survey"].link == "https://example.org/survey"
