"""Notes pages and their master: what the presenter says, as formatted paragraphs under a picture of the slide."""

from __future__ import annotations

from deckmaker.model.frame import Box
from deckmaker.model.text import Text
from deckmaker.outputs.pptx.markup import NAMESPACES, attribute, frame, part
from deckmaker.outputs.pptx.text import LEVELS, Writer
from deckmaker.outputs.pptx.tree import numbers, shape_tree, text_placeholder

PAGE = Box(0, 0, 540, 720)
_PICTURE = Box(54, 48, 432, 243)
_WORDS = Box(54, 312, 432, 360)
_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)


def _slide_picture(number: int, properties: str = "") -> str:
    shape = f"<p:spPr>{properties}</p:spPr>" if properties else "<p:spPr/>"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Slide picture"/>'
        '<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr>{shape}</p:sp>'
    )


def notes_page(notes: Text, writer: Writer) -> bytes:
    """The notes of one slide as a part."""
    number = numbers()
    shapes = _slide_picture(next(number)) + text_placeholder(
        next(number),
        "Notes",
        '<p:ph type="body" idx="1"/>',
        "",
        "<a:bodyPr/>",
        "<a:lstStyle/>",
        writer.notes_text(notes),
    )
    return part(
        f"<p:notes {NAMESPACES}><p:cSld>{shape_tree(shapes)}</p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )


def notes_master(language: str) -> bytes:
    """The master of notes pages as a part: paper is white whatever the slides are."""
    number = numbers()
    lang = attribute(language)
    outline = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    picture = _slide_picture(
        next(number),
        f"{frame(_PICTURE)}{outline}<a:noFill/>"
        '<a:ln w="9525"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:ln>',
    )
    words = text_placeholder(
        next(number),
        "Notes",
        '<p:ph type="body" sz="quarter" idx="1"/>',
        frame(_WORDS) + outline,
        '<a:bodyPr vert="horz" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0"/>',
        "<a:lstStyle/>",
        f'<a:p><a:r><a:rPr lang="{lang}"/><a:t>Notes</a:t></a:r></a:p>',
    )
    levels = "".join(
        f'<a:lvl{level}pPr marL="{(level - 1) * 228600}" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" '
        'hangingPunct="1"><a:spcAft><a:spcPts val="400"/></a:spcAft>'
        f'<a:defRPr lang="{lang}" sz="1200" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
        f'<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl{level}pPr>'
        for level in range(1, LEVELS + 1)
    )
    white = '<a:schemeClr val="bg1"><a:satMod val="0"/><a:lumMod val="0"/><a:lumOff val="100000"/></a:schemeClr>'
    return part(
        f"<p:notesMaster {NAMESPACES}><p:cSld><p:bg><p:bgPr><a:solidFill>{white}</a:solidFill>"
        "<a:effectLst/></p:bgPr></p:bg>"
        f"{shape_tree(picture + words)}</p:cSld>{_MAP}<p:notesStyle>{levels}</p:notesStyle></p:notesMaster>"
    )
