"""What somebody scripts in an afternoon: pyplot draws every graphic, python-pptx puts it on a slide.

``python -m benchmarks.peers.afternoon COUNT OUT.pptx``
"""

from __future__ import annotations

import sys
from io import BytesIO

import matplotlib as mpl

mpl.use("Agg")
import matplotlib.pyplot as plt  # noqa: TID251 – what is measured against
from pptx import Presentation
from pptx.util import Inches, Pt

from benchmarks.workload import NOTES, QUOTATION, slides


def graphic(share: float) -> BytesIO:
    """One bar for a part of a whole, at 1600 × 900."""
    figure, axes = plt.subplots(figsize=(16, 9), dpi=100)
    axes.barh([0], [share], color="#C4472D")
    axes.barh([0], [100 - share], left=[share], color="white", edgecolor="#93809C")
    axes.text(0, 0.6, f"{share}%", fontsize=80, color="#C4472D", weight="bold")
    axes.text(0, -0.6, "of areas answered in time", fontsize=30)
    axes.set_xlim(0, 100)
    axes.set_ylim(-1, 1)
    axes.axis("off")
    file = BytesIO()
    figure.savefig(file, format="png")
    plt.close(figure)
    file.seek(0)
    return file


count, target = int(sys.argv[1]), sys.argv[2]
deck = Presentation()
for slide in slides(count):
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
        page.shapes.add_picture(graphic(slide.share), Inches(1), Inches(2), Inches(8))
deck.save(target)
