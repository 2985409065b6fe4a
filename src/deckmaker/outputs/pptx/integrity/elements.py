"""Whether the elements of a page stand in the order that PowerPoint reads, with values that it takes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from lxml import etree

from deckmaker.outputs.pptx.integrity.archive import Archive, P, R

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_MISPLACED = (
    "/*/p:cSld[preceding-sibling::*]",
    "/*/p:clrMapOvr[preceding-sibling::p:transition or preceding-sibling::p:timing or preceding-sibling::p:extLst]",
    "//p:sp/p:spPr[not(preceding-sibling::p:nvSpPr)]",
    "//p:sp/p:txBody[not(preceding-sibling::p:spPr)]",
    "//p:pic/p:blipFill[not(preceding-sibling::p:nvPicPr)]",
    "//p:pic/p:spPr[following-sibling::p:blipFill]",
    "//p:txBody/a:bodyPr[preceding-sibling::*]",
    "//a:p/a:pPr[preceding-sibling::*]",
    "//a:p/a:endParaRPr[following-sibling::*]",
    "//a:r/a:rPr[preceding-sibling::*]",
    "//a:tc/a:txBody[preceding-sibling::*]",
    "//a:tbl/a:tblGrid[preceding-sibling::a:tr]",
)
_LACKING = (
    ("/*/p:cSld/p:spTree[not(p:nvGrpSpPr) or not(p:grpSpPr)]", "a list of shapes that does not begin as one"),
    ("//p:txBody[not(a:bodyPr)]", "a text body without its properties"),
    ("//a:r[not(a:t)]", "a run of text without text"),
    ("//p:sp[not(p:spPr)]", "a shape without its properties"),
    ("//p:pic[not(p:blipFill) and not(*[local-name() = 'AlternateContent'])]", "a picture that shows nothing"),
)
_VALUES = (
    ("//a:srgbClr[string-length(@val) != 6 or translate(@val, '0123456789abcdefABCDEF', '') != '']/@val",
     "‘{}’ is no colour"),
    ("//a:rPr/@sz[not(. >= 100 and . <= 400000)]", "‘{}’ is no size of type"),
    ("//a:hlinkClick[@r:id = ''][not(@action)]/@r:id", "a link that leads nowhere"),  # PowerPoint’s own files have some
)  # fmt: skip
_NAMES = {"p": P, "a": _A, "r": R}
_PAGES = ("slide", "notesSlide", "slideLayout", "slideMaster", "notesMaster")
_OF_OURS = _PAGES[:2]
"""What deckmaker writes anew for each deck. Layouts and masters come from one template: tests examine them whole."""


def _one(path: str) -> etree.XPath:
    return etree.XPath(path, namespaces=_NAMES)


_WRONG = _one(" | ".join((*_MISPLACED, *(path for path, _ in _LACKING), *(path for path, _ in _VALUES))))
"""All of them in one go: a sound page is looked through once."""
_BY_LACK = tuple((_one(path), words) for path, words in _LACKING)
_BY_VALUE = tuple((_one(path), words) for path, words in _VALUES)
_OUT_OF_ORDER = _one(" | ".join(_MISPLACED))


def elements(archive: Archive) -> Iterator[str]:
    """Elements of a page are complete and in order; colours, sizes of type and links have values that are some."""
    name = archive.at
    if archive.kind(name) not in (_OF_OURS if archive.ours else _PAGES):
        return
    root = archive.trees[name]
    if not _WRONG(root):
        return
    for element in cast(list[etree._Element], _OUT_OF_ORDER(root)):
        yield f"{name}: <{element.prefix}:{etree.QName(element).localname}> stands out of order"
    for find, words in _BY_LACK:
        yield from (f"{name}: {words}" for _ in cast(list[etree._Element], find(root)))
    for find, words in _BY_VALUE if archive.ours else _BY_VALUE[:-1]:
        yield from (f"{name}: {words.format(value[:40])}" for value in cast(list[str], find(root)))


ELEMENTS = (elements,)
