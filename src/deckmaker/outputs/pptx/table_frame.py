"""A table as PowerPoint has it: in its placeholder, with a header row, in the brand's table style."""

from __future__ import annotations

from dataclasses import replace

from deckmaker.layout.tables import PADDING, RISE
from deckmaker.model.frame import TableCell, TableItem
from deckmaker.outputs.pptx.markup import attribute, emu
from deckmaker.outputs.pptx.tables import TABLE_STYLE_ID
from deckmaker.outputs.pptx.text import Writer

_KIND = "http://schemas.openxmlformats.org/drawingml/2006/table"
_ALIGN = {"left": "", "centre": ' algn="ctr"', "right": ' algn="r"'}
_MARGINS = f'marL="{emu(PADDING)}" marR="{emu(PADDING)}" marT="{emu(RISE)}" marB="{emu(RISE)}"'


def table_frame(item: TableItem, name: str, number: int, placeholder: str, writer: Writer) -> str:
    """The frame of a table. Colours are its style's; its type has a size of its own, which no layout can give it."""
    sized = replace(writer, size=item.style.size)
    x, y = emu(item.box.x), emu(item.box.y)
    grid = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in item.columns)
    rows = "".join(
        f'<a:tr h="{emu(height)}">{"".join(_cell(c, a, sized) for c, a in zip(row, item.aligns, strict=True))}</a:tr>'
        for row, height in zip(item.rows, item.heights, strict=True)
    )
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name="{attribute(name)}" '
        f'descr="{attribute(item.alternative_text)}"/>'
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
        f"<p:nvPr>{placeholder}</p:nvPr></p:nvGraphicFramePr>"
        f'<p:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{emu(sum(item.columns))}" cy="{emu(sum(item.heights))}"/></p:xfrm>'
        f'<a:graphic><a:graphicData uri="{_KIND}"><a:tbl><a:tblPr{_headers(item)}>'
        f"<a:tableStyleId>{TABLE_STYLE_ID}</a:tableStyleId></a:tblPr><a:tblGrid>{grid}</a:tblGrid>{rows}"
        "</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _headers(item: TableItem) -> str:
    flags = {"firstRow": item.header_row, "firstCol": item.header_column}
    return "".join(f' {name}="1"' for name, is_set in flags.items() if is_set)


def _cell(cell: TableCell, align: str, writer: Writer) -> str:
    look = f"<a:pPr{_ALIGN[align]}/>" if _ALIGN[align] else ""
    words = "".join(f"<a:p>{look}{writer.runs(p.runs)}</a:p>" for p in cell.text.paragraphs) or "<a:p/>"
    body = f"<a:txBody><a:bodyPr/><a:lstStyle/>{words}</a:txBody>"
    return f'<a:tc>{body}<a:tcPr {_MARGINS} anchor="ctr"/></a:tc>'
