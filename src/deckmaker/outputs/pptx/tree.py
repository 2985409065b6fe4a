"""The shape tree of a slide, layout or master, and the numbers of its shapes."""

from __future__ import annotations

from itertools import count

_ROOT = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)


def numbers() -> count[int]:
    """Identifiers for the shapes of one part; the tree itself is 1."""
    return count(2)


def shape_tree(shapes: str) -> str:
    """The tree around its shapes, in reading order."""
    return f"<p:spTree>{_ROOT}{shapes}</p:spTree>"


def text_placeholder(
    number: int, name: str, ph: str, properties: str, body: str, list_style: str, paragraphs: str
) -> str:
    """A placeholder for text. ``properties`` is the inside of ``spPr``: nothing, for one that follows its layout."""
    shape = f"<p:spPr>{properties}</p:spPr>" if properties else "<p:spPr/>"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{ph}</p:nvPr></p:nvSpPr>{shape}<p:txBody>{body}{list_style}{paragraphs or '<a:p/>'}</p:txBody></p:sp>"
    )
