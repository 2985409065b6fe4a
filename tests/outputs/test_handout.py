"""Handout and facilitator guide: A4 pages whose own type has at least 12 points."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pypdf import PdfReader

from deckmaker.drawing.store import CachedDraw
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.frame import Frame, GraphicItem, TableItem, TextItem
from deckmaker.outputs import facilitator_guide, handout

TALK = """\
title: "A talk #about <babies>"
slides:
  - title
  - section: One part
  - statistic: camhs-under-twos
    notes: What I say about this "#eval(1)".
  - quotation: easier-to-build-strong-children
  - references
notes: true
"""
WORKSHOP = """\
title: A workshop
kind: workshop
start: "09:30"
length: 60
slides:
  - title
  - activity: Tell an ordinary moment
    minutes: 25
    group-size: 3
    outcome: One sentence
    materials: one sheet of paper and a pen
    steps: [Choose a moment, Tell it]
    say: Welcome, everybody.
  - discussion: What did you notice?
    minutes: 10
  - closing
"""


def pages(content: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(content)).pages]


def render(output: Any, made: LaidOutDeck) -> bytes:
    (content,) = output.OUTPUT.render(made, CachedDraw(made.deck.theme)).values()
    return bytes(content)


def test_a_talk_is_told_with_its_notes_and_all_sources(laid_out: Callable[[str], LaidOutDeck]) -> None:
    made = laid_out(TALK)
    words = " ".join(" ".join(pages(render(handout, made))).split())
    assert "A talk #about <babies>" in words
    assert 'What I say about this "#eval(1)".' in words
    assert "Sources" in words
    assert all(source.title[:30] in words for source in made.deck.references)


def test_what_a_workshop_leader_says_is_not_on_the_handout(laid_out: Callable[[str], LaidOutDeck]) -> None:
    words = " ".join(pages(render(handout, laid_out(WORKSHOP))))
    assert "Tell an ordinary moment" in words
    assert "Welcome, everybody" not in words


def test_the_guide_has_times_materials_and_notes(laid_out: Callable[[str], LaidOutDeck]) -> None:
    words = " ".join(" ".join(pages(render(facilitator_guide, laid_out(WORKSHOP)))).split())
    assert "Run sheet" in words
    assert all(time in words for time in ("09:30", "09:55", "10:05"))
    assert "one sheet of paper and a pen" in words
    assert "Welcome, everybody." in words


EVERY_WAY = """\
title: Every way to say it
slides:
  - message: 1
  - statistic: camhs-under-twos
  - quotation: easier-to-build-strong-children
  - table: A table with a headline
    rows:
      - [What, Where]
      - [One thing, Here]
  - text:
      headline: Three points in a list
      points: [One point, Another point, A third point]
"""


def large(content: bytes) -> str:
    """Everything that a page says in its own type; slides stand there at a smaller scale."""
    found: list[str] = []
    for page in PdfReader(BytesIO(content)).pages:

        def note(words: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
            if round(abs(cm[3]), 3) == 1:
                found.append(words)

        page.extract_text(visitor_text=note)
    return "".join("".join(found).split())


@pytest.mark.parametrize("kind", ["talk", "workshop"])
def test_all_words_of_a_slide_stand_beside_it_in_type_to_read(
    kind: str, laid_out: Callable[[str], LaidOutDeck]
) -> None:
    made = laid_out(f"kind: {kind}\nlength: 20\n{EVERY_WAY}")
    told = large(render(handout, made))
    words = [words for frame in made.frames for words in said(frame)]
    assert len(words) > 20
    assert [one for one in words if "".join(one.split()) not in told] == []


def said(frame: Frame) -> Iterator[str]:
    yield frame.title
    for item in frame.items:
        if isinstance(item, TextItem):
            yield from (str(paragraph) for paragraph in item.text.paragraphs)
        elif isinstance(item, GraphicItem):
            yield item.alternative_text.split(". ")[0]
        elif isinstance(item, TableItem):
            yield from (str(cell.text) for row in item.rows for cell in row)


@pytest.mark.parametrize("output", [handout, facilitator_guide])
@pytest.mark.parametrize("spec", [TALK, WORKSHOP])
def test_paper_is_a4_tagged_and_its_own_type_large_enough(
    output: Any, spec: str, laid_out: Callable[[str], LaidOutDeck]
) -> None:
    made = laid_out(spec)
    content = render(output, made)
    assert content == render(output, made)
    with pikepdf.open(BytesIO(content)) as pdf:
        assert [round(float(side)) for side in pdf.pages[0].MediaBox] == [0, 0, 595, 842]
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
        assert "/Outlines" in pdf.Root
    sizes: list[tuple[float, float]] = []
    for page in PdfReader(BytesIO(content)).pages:

        def note(operator: bytes, operands: Any, cm: list[float], tm: list[float]) -> None:
            if operator == b"Tf":
                sizes.append((round(abs(cm[3]), 3), float(operands[1])))

        page.extract_text(visitor_operand_before=note)
    own = [size for scale, size in sizes if scale == 1]  # slides stand there at a smaller scale
    assert len(own) > 5
    assert len(own) < len(sizes)
    assert min(own) >= 12
