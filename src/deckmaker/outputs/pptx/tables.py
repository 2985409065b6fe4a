"""The brand's table style, which PowerPoint gives to every new table."""

from __future__ import annotations

from deckmaker.outputs.pptx.markup import identifier, part

TABLE_STYLE_ID = identifier("table style", "plain rows")
"""For ``tblPr/a:tableStyleId`` of a table."""


def _text(colour: str, *, bold: bool = False) -> str:
    heavy = ' b="on"' if bold else ""
    return f'<a:tcTxStyle{heavy}><a:fontRef idx="minor"/><a:schemeClr val="{colour}"/></a:tcTxStyle>'


def _line(side: str, colour: str, width: int) -> str:
    fill = f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'
    return f'<a:{side}><a:ln w="{width}" cmpd="sng">{fill}</a:ln></a:{side}>'


TABLE_STYLES = part(
    '<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    f'def="{TABLE_STYLE_ID}"><a:tblStyle styleId="{TABLE_STYLE_ID}" styleName="Plain rows">'
    f"<a:wholeTbl>{_text('tx1')}<a:tcStyle><a:tcBdr>"
    f"{_line('bottom', 'accent5', 9525)}{_line('insideH', 'accent5', 9525)}</a:tcBdr>"
    "<a:fill><a:noFill/></a:fill></a:tcStyle>"
    '</a:wholeTbl><a:firstCol><a:tcTxStyle b="on"/><a:tcStyle><a:tcBdr/></a:tcStyle></a:firstCol>'
    f"<a:firstRow>{_text('bg1', bold=True)}<a:tcStyle><a:tcBdr/><a:fill><a:solidFill>"
    '<a:schemeClr val="accent1"/></a:solidFill></a:fill></a:tcStyle></a:firstRow></a:tblStyle></a:tblStyleLst>'
)
