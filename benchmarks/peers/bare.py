"""The least that python-pptx can do: the same slides on its own template, with pictures that lie ready.

``python -m benchmarks.peers.bare COUNT PICTURES OUT.pptx``
"""

from __future__ import annotations

import sys
from pathlib import Path

from pptx import Presentation
from pptx.util import Inches, Pt

from benchmarks.workload import NOTES, QUOTATION, slides

count, pictures, target = int(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
deck = Presentation()
for number, slide in enumerate(slides(count)):
    page = deck.slides.add_slide(deck.slide_layouts[0 if slide.kind == "title" else 5])
    page.shapes.title.text = slide.headline
    if slide.kind == "text":
        frame = page.shapes.add_textbox(Inches(1), Inches(2), Inches(8), Inches(3)).text_frame
        frame.text = "Ask who sees the youngest"
        frame.add_paragraph().text = "Ask how long they wait"
        page.notes_slide.notes_text_frame.text = NOTES
    elif slide.kind == "quotation":
        frame = page.shapes.add_textbox(Inches(1), Inches(2), Inches(8), Inches(3)).text_frame
        frame.word_wrap = True
        frame.text = QUOTATION
        frame.paragraphs[0].runs[0].font.size = Pt(32)
    elif slide.kind == "statistic":
        page.shapes.add_picture(str(pictures / f"{number}.png"), Inches(1), Inches(2), Inches(8))
deck.save(target)
