"""What deckmaker believes about lines, held against what LibreOffice draws."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.util import Pt

from deckmaker.fonts import measure
from deckmaker.layout.fit import TO_SPARE
from deckmaker.layout.wrapping import wrap
from deckmaker.model.text import Paragraph, Run
from deckmaker.model.theme import FontChoice

CALIBRI = measure(FontChoice(family="Calibri", measured_as="Carlito"))
SENTENCES = (
    "Babies’ brains grow fastest in the womb and in the early years of life.",
    "At least 15% of babies need more than universal services can offer.",
    "Mae babanod angen perthynas ddiogel – ŵyr pawb hynny, tŷ a theulu’n gyntaf.",
    "Parent-infant relationship teams work with families, and/or with the people around them.",
    "“Who holds the baby in mind?” she asked; nobody answered.",
    "£11,030–£59,130 a year for each child: that is what waiting costs.",
)
WIDTHS = (180, 260, 382, 450, 560, 691, 852)
SIZES = (18, 20, 22, 24, 28, 34)


def texts() -> list[tuple[str, int, int]]:
    """Two hundred texts with the width of their column and their size, in points."""
    made = []
    for number in range(200):
        first, further = SENTENCES[number % 6], SENTENCES[(number // 6) % 6]
        words = f"{first} {further}" if number % 3 else first
        made.append((words, WIDTHS[number % 7], SIZES[(number // 7) % 6]))
    return made


def deck_of(pages: list[tuple[str, int, int]], target: Path) -> None:
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Pt(960), Pt(900)
    for words, width, size in pages:
        slide = presentation.slides.add_slide(presentation.slide_layouts[6])
        frame = slide.shapes.add_textbox(Pt(40), Pt(20), Pt(width), Pt(860)).text_frame
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        run = frame.paragraphs[0].add_run()
        run.text, run.font.size, run.font.name = words, Pt(size), "Calibri"
    presentation.save(str(target))


def lines_drawn(pdf: Path) -> list[int]:
    drawn = subprocess.run(
        ["pdftotext", "-bbox-layout", str(pdf), "-"], check=True, capture_output=True, encoding="utf-8"
    ).stdout
    counts = []
    for page in drawn.split("<page ")[1:]:
        tops = sorted(float(y) for y in re.findall(r"<line [^>]*yMin=\"([\d.]+)\"", page))
        counts.append(sum(1 for n, top in enumerate(tops) if n == 0 or top - tops[n - 1] > 5))
    return counts


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory, soffice: Callable[[Path, Path], Path]) -> list[int]:
    folder = tmp_path_factory.mktemp("lines")
    deck_of(texts(), folder / "lines.pptx")
    return lines_drawn(soffice(folder / "lines.pptx", folder))


def predicted(share: float) -> list[int]:
    return [len(wrap(Paragraph((Run(words),)), width * share, size, CALIBRI)) for words, width, size in texts()]


def test_the_number_of_lines_is_right_in_nearly_every_text(drawn: list[int]) -> None:
    assert len(drawn) == 200
    right = sum(mine == theirs for mine, theirs in zip(predicted(1.0), drawn, strict=True))
    assert right >= 198


def test_the_decision_that_a_text_fits_never_counts_too_few_lines(drawn: list[int]) -> None:
    assert len(drawn) == 200
    assert all(mine >= theirs for mine, theirs in zip(predicted(TO_SPARE), drawn, strict=True))
