"""The template: theme, slide master, every named layout and notes master, as a presentation without slides."""

from __future__ import annotations

from collections.abc import Iterable

from deckmaker.layout.grid import HEIGHT, WIDTH
from deckmaker.model.frozen import frozen
from deckmaker.model.layout import Layout
from deckmaker.model.theme import Theme
from deckmaker.outputs.pptx.colours import Colours
from deckmaker.outputs.pptx.embedded_fonts import embedded_fonts
from deckmaker.outputs.pptx.layouts import LayoutWriter
from deckmaker.outputs.pptx.markup import NAMESPACES, emu, part
from deckmaker.outputs.pptx.master import default_text_style, master_part
from deckmaker.outputs.pptx.media import file_ending, size_of
from deckmaker.outputs.pptx.notes import PAGE, notes_master
from deckmaker.outputs.pptx.package import Parts, content_type_of
from deckmaker.outputs.pptx.parts import CT, RT, Part
from deckmaker.outputs.pptx.placeholders import indices
from deckmaker.outputs.pptx.shapes import Picture
from deckmaker.outputs.pptx.tables import TABLE_STYLES
from deckmaker.outputs.pptx.theme_part import theme_part

MASTER_ID = 2**31
_VIEW = (
    f'<p:viewPr {NAMESPACES}><p:normalViewPr horzBarState="maximized"><p:restoredLeft sz="15000" autoAdjust="0"/>'
    '<p:restoredTop sz="80000" autoAdjust="0"/></p:normalViewPr><p:notesTextViewPr><p:cViewPr><p:scale>'
    '<a:sx n="1" d="1"/><a:sy n="1" d="1"/></p:scale><p:origin x="0" y="0"/></p:cViewPr></p:notesTextViewPr>'
    '<p:gridSpacing cx="76200" cy="76200"/></p:viewPr>'
)


@frozen(kw_only=True)
class Template:
    """What every deck of a brand begins with. The document itself is written last: it lists the slides."""

    parts: Parts
    document: Part
    layouts: tuple[Part, ...]
    notes_master: Part
    _head: str
    _tail: str

    def list_slides(self, slides: Iterable[tuple[int, Part]] = (), extensions: str = "") -> None:
        """Writes the document with slides, each by its number and part, and the inside of its extension list."""
        listed = "".join(
            f'<p:sldId id="{number}" r:id="{self.document.relate_to(slide, RT.SLIDE)}"/>' for number, slide in slides
        )
        slide_list = f"<p:sldIdLst>{listed}</p:sldIdLst>" if listed else ""
        more = f"<p:extLst>{extensions}</p:extLst>" if extensions else ""
        self.document.blob = part(f"{self._head}{slide_list}{self._tail}{more}</p:presentation>")


def template(
    theme: Theme, layouts: tuple[Layout, ...], language: str, width: float = WIDTH, height: float = HEIGHT
) -> Template:
    """The template for a brand, a set of layouts, a language and a size of page in points."""
    parts = Parts()
    document = parts.add("/ppt/presentation.xml", CT.PRESENTATION)
    parts.package.relate_to(document, RT.OFFICE_DOCUMENT)
    master = parts.add("/ppt/slideMasters/slideMaster1.xml", CT.SLIDE_MASTER)
    to_master = document.relate_to(master, RT.SLIDE_MASTER)
    notes = parts.add("/ppt/notesMasters/notesMaster1.xml", CT.NOTES_MASTER, notes_master(language))
    to_notes = document.relate_to(notes, RT.NOTES_MASTER)
    brand = parts.add("/ppt/theme/theme1.xml", CT.THEME, theme_part(theme))
    notes.relate_to(parts.add("/ppt/theme/theme2.xml", CT.THEME, theme_part(theme)), RT.THEME)
    for name, content_type, kind, data in (
        (
            "presProps",
            CT.PRESENTATION_PROPERTIES,
            RT.PRESENTATION_PROPERTIES,
            part(f"<p:presentationPr {NAMESPACES}/>"),
        ),
        ("viewProps", CT.VIEW_PROPERTIES, RT.VIEW_PROPERTIES, part(_VIEW)),
        ("tableStyles", CT.TABLE_STYLES, RT.TABLE_STYLES, TABLE_STYLES),
    ):
        document.relate_to(parts.add(f"/ppt/{name}.xml", content_type, data), kind)
    document.relate_to(brand, RT.THEME)
    relationships: list[str] = []
    pages: list[Part] = []
    places = indices(layouts)
    grounds = {layout.ground: Colours(theme, layout.ground) for layout in layouts}
    logos = {
        image: parts.add(f"/ppt/media/{name}.{file_ending(image)}", content_type_of(file_ending(image)), image)
        for name, image in (("logo", theme.wordmark.image), ("logo-on-dark", theme.wordmark.image_on_dark))
        if image
    }
    for number, layout in enumerate(layouts, start=1):
        page = parts.add(f"/ppt/slideLayouts/slideLayout{number}.xml", CT.SLIDE_LAYOUT)
        pages.append(page)
        relationships.append(master.relate_to(page, RT.SLIDE_LAYOUT))
        page.relate_to(master, RT.SLIDE_MASTER)
        logo = None
        image = theme.wordmark.logo(dark=theme.is_dark(layout.ground))
        if layout.wordmark is not None and image:
            logo = Picture(page.relate_to(logos[image], RT.IMAGE), *size_of(image))
        page.blob = LayoutWriter(theme, language, places, logo).part(layout, grounds[layout.ground])
    master.relate_to(brand, RT.THEME)
    master.blob = master_part(theme, language, relationships, width / WIDTH, height / HEIGHT)
    fonts = embedded_fonts(theme.live, parts, document)
    head, tail = _document(language, to_master, to_notes, width, height, fonts)
    made = Template(parts=parts, document=document, layouts=tuple(pages), notes_master=notes, _head=head, _tail=tail)
    made.list_slides()
    return made


def _document(language: str, master: str, notes: str, width: float, height: float, fonts: str) -> tuple[str, str]:
    """What stands before and after the list of slides."""
    with_fonts = 'embedTrueTypeFonts="1" ' if fonts else ""
    return (
        f'<p:presentation {NAMESPACES} {with_fonts}saveSubsetFonts="1" autoCompressPictures="0">'
        f'<p:sldMasterIdLst><p:sldMasterId id="{MASTER_ID}" r:id="{master}"/></p:sldMasterIdLst>'
        f'<p:notesMasterIdLst><p:notesMasterId r:id="{notes}"/></p:notesMasterIdLst>',
        f'<p:sldSz cx="{emu(width)}" cy="{emu(height)}"/><p:notesSz cx="{emu(PAGE.width)}" cy="{emu(PAGE.height)}"/>'
        f"{fonts}<p:defaultTextStyle>{default_text_style(language)}</p:defaultTextStyle>",
    )
