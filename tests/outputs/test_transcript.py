"""Transcript: everything said and shown, in words that mean themselves."""

from __future__ import annotations

from collections.abc import Callable

from markdown_it import MarkdownIt

from deckmaker.drawing.store import CachedDraw
from deckmaker.model.deck import LaidOutDeck
from deckmaker.outputs.transcript import OUTPUT

SPEC = """\
title: "A *deck* & <b>signs</b>"
slides:
  - title
  - section: One part
  - statistic: camhs-under-twos
    notes: "Say <script>alert(1)</script> #this _plainly_."
  - text:
      headline: "1. Three [points](x)"
      points: ["# One", "- Two", "| Three |"]
  - references
"""


def transcript(made: LaidOutDeck) -> str:
    ((name, content),) = OUTPUT.render(made, CachedDraw(made.deck.theme)).items()
    assert name == "deck-transcript.md"
    return content.decode()


def test_titles_texts_pictures_notes_and_sources_are_all_told(laid_out: Callable[[str], LaidOutDeck]) -> None:
    made = laid_out(SPEC)
    told = transcript(made)
    (graphic,) = (item for frame in made.frames for item in frame.items if hasattr(item, "alternative_text"))
    assert graphic.alternative_text[:40] in told.replace("\\", "")
    assert "## Sources" in told
    assert all(source.title in told.replace("\\", "") for source in made.deck.references)
    assert "Say" in told


def test_words_stand_as_words_whatever_they_mean_to_markdown_or_html(laid_out: Callable[[str], LaidOutDeck]) -> None:
    tokens = MarkdownIt().parse(transcript(laid_out(SPEC)))
    inline = [child for token in tokens for child in token.children or []]
    kinds = {token.type for token in (*tokens, *inline)}
    assert not kinds & {"html_block", "html_inline", "code_inline", "em_open", "hr"}
    words = "".join(token.content for token in inline if token.type in ("text", "text_special"))
    assert all(told in words for told in ("<script>alert(1)</script>", "# One", "- Two", "| Three |", "[points](x)"))


def test_the_same_deck_gives_the_same_bytes(laid_out: Callable[[str], LaidOutDeck]) -> None:
    made = laid_out(SPEC)
    assert transcript(made) == transcript(made)
