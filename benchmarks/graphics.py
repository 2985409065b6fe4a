"""How long a graphic takes, SVG and PNG together, against the same marks drawn naively with pyplot.

``python -m benchmarks.graphics`` writes ``benchmarks/results-graphics.md``. Both draw in one process, warm, in turn,
and what is measured is the processor's time, so that other work on the machine matters little. What counts is the
ratio.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from statistics import median
from typing import Any, assert_never

import matplotlib as mpl

mpl.use("Agg")
import matplotlib.pyplot as plt  # noqa: TID251 – what is measured against
from matplotlib import patches
from matplotlib.path import Path as Outline

from deckmaker.cli.alone import Alone
from deckmaker.discovery import Features
from deckmaker.drawing.colours import on_ground
from deckmaker.drawing.render import render
from deckmaker.fonts import measure
from deckmaker.icons import icon
from deckmaker.layout import lettering
from deckmaker.model.colour import Colour
from deckmaker.model.picture import Circle, Label, Picture, Rectangle, Segment, Symbol
from deckmaker.model.theme import Theme
from deckmaker.workspace import Workspace

ROUNDS = 7
FIGURES = {
    "proportion-grid": "camhs-under-twos",
    "one-in-n": "babies-needing-specialised-help",
    "comparison-bars": "disorganised-attachment-groups",
    "dots": "two-of-three-risks",
    "change": "exclusions-change",
    "timeline": "first-1001-days",
    "part-of-whole": "camhs-under-twos",
    "icon-array": "babies-needing-specialised-help",
    "range-bar": "annual-cost-per-child",
    "return-coins": "nurturing-care-return",
    "nested-counts": "two-of-three-risks",
    "big-number": "exclusions-change",
    "words-only": "less-likely-problems",
    "flow": "healthier-brains-better-futures",
    "nation-strip": "nations-infant-mental-health",
}
WIDTH, HEIGHT = 960.0, 540.0
_CODES = {"M": Outline.MOVETO, "L": Outline.LINETO, "C": Outline.CURVE4, "Z": Outline.CLOSEPOLY}
AIM = 0.35


def naive(picture: Picture, theme: Theme) -> None:
    """One artist a mark on axes of the whole figure, saved twice, as a tutorial would have it."""
    figure, axes = plt.subplots(figsize=(picture.width / 72, picture.height / 72), dpi=120)
    axes.set(xlim=(0, picture.width), ylim=(picture.height, 0), position=(0, 0, 1, 1))
    axes.axis("off")
    for mark in picture.marks:
        match mark:
            case Circle():
                axes.add_patch(patches.Circle((mark.x, mark.y), mark.radius, **_look(mark, theme)))
            case Rectangle():
                box = mark.box
                axes.add_patch(patches.Rectangle((box.x, box.y), box.width, box.height, **_look(mark, theme)))
            case Segment():
                colour = theme.value(mark.colour)
                axes.plot([mark.x1, mark.x2], [mark.y1, mark.y2], color=colour, linewidth=mark.width)
            case Label():
                axes.text(mark.x, mark.y, mark.words, fontsize=mark.size, color=theme.value(mark.colour))
            case Symbol():
                axes.add_patch(patches.PathPatch(_outline(mark), facecolor=theme.value(mark.colour), linewidth=0))
            case _:
                assert_never(mark)
    for ending in ("svg", "png"):
        figure.savefig(BytesIO(), format=ending)
    plt.close(figure)


def _look(mark: Circle | Rectangle, theme: Theme) -> dict[str, Any]:
    fill = "none" if mark.fill is None else theme.value(mark.fill)
    line = "none" if mark.outline is None else theme.value(mark.outline)
    return {"facecolor": fill, "edgecolor": line, "linewidth": mark.outline_width}


def _outline(mark: Symbol) -> Outline:
    """The icon in its box."""
    shape, box = icon(mark.icon), mark.box
    scale = min(box.width / shape.width, box.height / shape.height)
    left, top = box.x + (box.width - shape.width * scale) / 2, box.y + (box.height - shape.height * scale) / 2
    points: list[tuple[float, float]] = []
    codes: list[int] = []
    for command, numbers in shape.commands:
        pairs = list(zip(numbers[::2], numbers[1::2], strict=True)) or [(0.0, 0.0)]
        points.extend((left + x * scale, top + y * scale) for x, y in pairs)
        codes.extend([int(_CODES[command])] * len(pairs))
    return Outline(points, codes)


def milliseconds(draw: Callable[[], object]) -> float:
    """Processor time of one call."""
    start = time.process_time()
    draw()
    return (time.process_time() - start) * 1000


def measured(kind: str, name: str, alone: Alone) -> tuple[float, float, float]:
    """Medians in milliseconds of ours and of the naive drawing, and the median of their ratios."""
    graphic, theme = alone.graphic(alone.records[name], kind, Colour("cream")), alone.theme
    ruler = measure(theme.drawn)

    def marks() -> Picture:
        lettering._passage.cache_clear()  # words are set anew, as in a process that has drawn nothing yet
        drawn = alone.kinds[kind].draw(graphic, WIDTH, HEIGHT, ruler)
        return on_ground(drawn, Colour("cream"), theme)

    picture = marks()
    render(picture, theme)
    naive(picture, theme)
    rounds = [
        (milliseconds(lambda: render(marks(), theme)), milliseconds(lambda: naive(picture, theme)))
        for _ in range(ROUNDS)
    ]
    return median(a for a, _ in rounds), median(b for _, b in rounds), median(a / b for a, b in rounds)


def main() -> None:
    """Measure every figure and write the table."""
    alone = Alone(Workspace(), Features())
    rows = {kind: measured(kind, name, alone) for kind, name in FIGURES.items()}
    table = "\n".join(f"| {kind} | {a:.0f} | {b:.0f} | {ratio:.2f} |" for kind, (a, b, ratio) in rows.items())
    whole = median(ratio for _, _, ratio in rows.values())
    text = (
        "# Graphics: ours against naive pyplot\n\n"
        "Made by `python -m benchmarks.graphics`: SVG and PNG together, 1600 × 900, cold cache, warm process, "
        f"median of {ROUNDS} rounds in turn, in milliseconds of the processor. The naive drawing is the same marks as "
        "one artist each on axes of the whole figure, made and saved with pyplot.\n\n"
        f"| graphic | ours | naive | ratio |\n| --- | --- | --- | --- |\n{table}\n\n"
        f"Median ratio {whole:.2f}; the aim is {AIM}.\n"
    )
    Path(__file__).with_name("results-graphics.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
