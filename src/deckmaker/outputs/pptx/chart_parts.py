"""The parts of a deck's charts: each with its workbook, numbered through the file."""

from __future__ import annotations

from itertools import count

from deckmaker.layout.chart_room import whole
from deckmaker.model.frame import Chart, GraphicItem
from deckmaker.model.theme import Theme
from deckmaker.outputs.pptx.chart_colours import ChartColours
from deckmaker.outputs.pptx.native_chart import chart_part
from deckmaker.outputs.pptx.package import Parts
from deckmaker.outputs.pptx.parts import CT, RT, Part
from deckmaker.outputs.pptx.workbook import workbook


class ChartParts:
    """Adds the charts of one deck to its package."""

    def __init__(self, parts: Parts, theme: Theme, language: str) -> None:
        self.parts, self.theme, self.language = parts, theme, language
        self._numbers = count(1)

    def related(self, item: GraphicItem, numbers: Chart, slide: Part) -> str:
        """The relationship from a slide to a new part that shows these numbers in the place of a graphic."""
        number = next(self._numbers)
        chart = whole(numbers)
        made = self.parts.add(f"/ppt/charts/chart{number}.xml", CT.CHART)
        sheet = self.parts.add(f"/ppt/embeddings/Microsoft_Excel_Sheet{number}.xlsx", CT.SHEET, workbook(chart))
        colours = ChartColours(self.theme, item.graphic.ground)
        made.blob = chart_part(item, chart, colours, self.language, made.relate_to(sheet, RT.PACKAGE))
        return slide.relate_to(made, RT.CHART)
