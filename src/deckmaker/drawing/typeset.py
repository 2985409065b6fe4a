"""Documents made without an office program: data for one of our fixed templates, which Typst sets.

Nothing that anybody wrote becomes part of a template's source. Words go in as data, and stand as words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import Any, Literal, TypeAlias

from deckmaker.drawing.font_files import font_file
from deckmaker.drawing.page_data import PageData
from deckmaker.drawing.picture_files import as_svg
from deckmaker.fonts import widths_of
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.feature import Draw
from deckmaker.model.frozen import frozen
from deckmaker.model.theme import FontChoice

Template: TypeAlias = Literal["pages", "sheet", "paper"]

_HERE = Path(__file__).parent
_SHOWN = frozenset({"words", "marker", "name"})
"""Keys of data under which words stand that are drawn."""
_LACKING = re.compile(r'the text `"(.*?)"` could not be displayed', re.DOTALL)
REPLACEMENT = "\ufffd"
"""Stands for a character that no font at hand can draw."""
_NOT_FOR_PDF = {0xFEFF: None, 0xFFFE: REPLACEMENT}
"""Characters that no PDF/UA may have: a mark of byte order, which shows nothing, and one that is none."""


@frozen(kw_only=True)
class Document:
    """A template, its data, the pictures that the data names, and the font that it is set in."""

    template: Template
    data: Mapping[str, Any]
    files: Mapping[str, bytes] = field(default_factory=dict)
    font: FontChoice

    def pdf(self) -> bytes:
        """One PDF file, tagged, by the rules of PDF/UA-1."""
        (made,) = self._compiled("pdf", pdf_standards=["ua-1"])
        return made

    def png(self, size: tuple[int, int]) -> Sequence[bytes]:
        """A PNG of every page, as large as fits into so many pixels."""
        width, height = size
        first = self.data["pages"][0]
        return self._compiled("png", ppi=72 * min(width / first["width"], height / first["height"]))

    def picture(self, width: int) -> bytes:
        """A PNG of its one page, so many pixels wide."""
        (made,) = self._compiled("png", ppi=72 * width / self.data["width"])
        return made

    def svg(self) -> Sequence[bytes]:
        """An SVG of every page, its letters as outlines."""
        return self._compiled("svg")

    def _compiled(self, file_format: Literal["pdf", "png", "svg"], **more: Any) -> list[bytes]:
        templates = {path.name: path.read_bytes() for path in (_HERE / "items.typ", _HERE / f"{self.template}.typ")}
        data = json.dumps(_drawable(self.data, self.font), ensure_ascii=False).translate(_NOT_FOR_PDF)
        pictures = {f"{name}.svg": as_svg(content) for name, content in self.files.items()}
        sources = {"main.typ": templates.pop(f"{self.template}.typ"), **templates, **pictures}
        return _typst(sources, file_format, self.font, data, **more)


def typeset(laid_out: LaidOutDeck, draw: Draw) -> Document:
    """Every frame of the deck as a page."""
    made = PageData(laid_out, draw)
    data = {**made.document(), "pages": made.pages()}
    return Document(template="pages", data=data, files=made.files, font=laid_out.deck.theme.drawn)


def _typst(sources: Mapping[str, bytes], file_format: str, font: FontChoice, data: str, **more: Any) -> list[bytes]:
    """What Typst makes of sources that are all in memory: it looks for nothing on the disk but the font."""
    import typst  # only what makes pages needs it

    made: bytes | list[bytes] = typst.compile(  # type: ignore[call-overload]  # its stubs know no dict of sources
        dict(sources),
        format=file_format,
        font_paths=sorted({str(font_file(font, bold).parent) for bold in (False, True)}),
        ignore_system_fonts=True,
        sys_inputs={"data": data},
        timestamp=0,
        **more,
    )
    return made if isinstance(made, list) else [made]


def _drawable(data: Mapping[str, Any], font: FontChoice) -> Any:
    """The data with a replacement character for each that cannot be drawn."""
    strange = "".join(sorted(set(widths_of(font).lacks("".join(_shown(data))))))
    lacking = set(strange) and _lacking(strange, font)
    return _replaced(data, dict.fromkeys(map(ord, lacking), REPLACEMENT)) if lacking else data


def _lacking(characters: str, font: FontChoice) -> set[str]:
    """Those of the characters that neither the font nor those that Typst brings can draw.

    Typst tells it of a document that must have no letter without a shape.
    """
    import typst

    source = (
        '#set document(title: "-")\n#set text(font: json(bytes(sys.inputs.data)).font)\n'
        "#for c in json(bytes(sys.inputs.data)).characters { par(c) }"
    )
    data = json.dumps({"font": font.family, "characters": list(characters)}, ensure_ascii=False)
    try:
        _typst({"main.typ": source.encode()}, "pdf", font, data, pdf_standards=["ua-1"])
    except typst.TypstError as error:
        return {character for found in _LACKING.findall(error.diagnostic) for character in _unquoted(found)}
    return set()


def _unquoted(quoted: str) -> str:
    """A text as Typst quotes it in what it says."""
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda found: chr(int(found[1], 16)), quoted)


def _shown(data: Any) -> Iterator[str]:
    """Every text that is drawn."""
    if isinstance(data, Mapping):
        for key, value in data.items():
            if key in _SHOWN and isinstance(value, str):
                yield value
            else:
                yield from _shown(value)
    elif isinstance(data, list):
        for value in data:
            yield from _shown(value)


def _replaced(data: Any, table: Mapping[int, str]) -> Any:
    if isinstance(data, Mapping):
        return {
            key: value.translate(table) if key in _SHOWN and isinstance(value, str) else _replaced(value, table)
            for key, value in data.items()
        }
    return [_replaced(value, table) for value in data] if isinstance(data, list) else data
