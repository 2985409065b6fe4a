"""How long a graphic takes, SVG and PNG together, against the same marks drawn naively with pyplot.

``python -m benchmarks.graphics`` writes ``benchmarks/results-graphics.md``. Both draw in one process, warm, in turn, so
that a busy machine slows both alike. What counts is the ratio.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from statistics import median
from typing import Any

import matplotlib as mpl

mpl.use("Agg")
import matplotlib.pyplot as plt  # noqa: TID251 – what is measured against
from matplotlib import patches

from deckmaker.cli.alone import Alone
from deckmaker.discovery import Features
from deckmaker.drawing.colours import on_ground
from deckmaker.drawing.render import render
from deckmaker.fonts import measure
from deckmaker.model.colour import Colour
from deckmaker.model.evidence import Library
from deckmaker.model.frame import Graphic
from deckmaker.model.picture import Circle, Label, Picture, Rectangle, Segment
from deckmaker.model.theme import Theme
from deckmaker.workspace import Workspace

ROUNDS = 9
FIGURES = {
    "proportion-grid": "camhs-under-twos",
    "one-in-n": "babies-needing-specialised-help",
    "comparison-bars": "disorganised-attachment-groups",
    "dots": "two-of-three-risks",
    "change": "exclusions-change",
    "timeline": "first-1001-days",
    "part-of-whole": "camhs-under-twos",
}
WIDTH, HEIGHT = 960.0, 540.0
AIM = 0.35


def naive(picture: Picture, theme: Theme) -> None:
    """One artist a mark on axes of the whole figure, saved twice, as a tutorial would have it. Icons are left out."""
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
            case _:
                pass
    for ending in ("svg", "png"):
        figure.savefig(BytesIO(), format=ending)
    plt.close(figure)


def _look(mark: Circle | Rectangle, theme: Theme) -> dict[str, Any]:
    fill = "none" if mark.fill is None else theme.value(mark.fill)
    line = "none" if mark.outline is None else theme.value(mark.outline)
    return {"facecolor": fill, "edgecolor": line, "linewidth": mark.outline_width}


def milliseconds(draw: Callable[[], object]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    draw()
    return (time.perf_counter() - start) * 1000


def measured(kind: str, name: str, library: Library, theme: Theme) -> tuple[float, float, float]:
    """Medians in milliseconds of ours and of the naive drawing, and the median of their ratios."""
    features, statistic = Features(), library.statistics[name]
    base = statistic.drawing.base
    graphic = Graphic(
        kind=kind, subject=statistic, reference=library.statistics[base] if base else None, ground=Colour("cream")
    )
    ruler = measure(theme.drawn)

    def marks() -> Picture:
        drawn = features.graphics[kind].draw(graphic, WIDTH, HEIGHT, ruler)
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
    rows = {kind: measured(kind, name, alone.library, alone.theme) for kind, name in FIGURES.items()}
    table = "\n".join(f"| {kind} | {a:.0f} | {b:.0f} | {ratio:.2f} |" for kind, (a, b, ratio) in rows.items())
    whole = median(ratio for _, _, ratio in rows.values())
    text = (
        "# Graphics: ours against naive pyplot\n\n"
        "Made by `python -m benchmarks.graphics`: SVG and PNG together, 1600 × 900, cold cache, warm process, "
        f"median of {ROUNDS} rounds in turn, in milliseconds. The naive drawing leaves the icons out.\n\n"
        f"| graphic | ours | naive | ratio |\n| --- | --- | --- | --- |\n{table}\n\n"
        f"Median ratio {whole:.2f}; the aim is {AIM}.\n"
    )
    Path(__file__).with_name("results-graphics.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
