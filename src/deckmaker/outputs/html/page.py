"""A page's data as HTML: words as words at their places, pictures with their alternative text. Escaped throughout.

Lengths become shares of the page's width, so that a slide fills whatever it is shown on.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from html import escape

from deckmaker.drawing.text_data import Data
from deckmaker.outputs.html.fonts import ASCENT, DESCENT
from deckmaker.outputs.html.styles import Styles

_TYPES = {"png": "image/png", "jpg": "image/jpeg", "gif": "image/gif", "webp": "image/webp", "svg": "image/svg+xml"}
_ALIGN = {"left": "left", "centre": "center", "right": "right"}
_SPARE = 60.0
"""Room to spare beside lines that are broken already, on the sides where they end."""


class PageWriter:
    """Writes pages of one width; looks go to ``styles``. ``letters`` fills up with those that are shown."""

    def __init__(self, width: float, files: Mapping[str, bytes], styles: Styles) -> None:
        self.width, self.files, self.styles = width, files, styles
        self.letters: set[str] = set()

    def page(self, data: Data, number: int) -> str:
        """Everything on the page in reading order."""
        return "".join(self._item(item, number) for item in data["items"])

    def _item(self, item: Data, number: int) -> str:
        match item["type"]:
            case "rectangle" | "ellipse":
                return self._shape(item)
            case "image":
                return self._image(item)
            case "heading":
                level = item["level"] + 1
                return f'<h{level} class="unseen" id="title-{number}">{escape(item["words"])}</h{level}>'
            case "title":
                level = item["level"] + 1
                return self._words(item, f"h{level}", f' id="title-{number}"')
            case "heads":
                return self._words(item, f"h{item['level'] + 1}")
            case "bullets" | "numbers":
                return self._list(item)
            case "table":
                return self._table(item)
            case _ if item.get("artifact"):
                return self._words(item, "p", ' aria-hidden="true"', "d ")
            case _:
                return self._words(item, "p")

    def _length(self, points: float) -> str:
        return f"{points / self.width * 100:.4f}".rstrip("0").rstrip(".") + "cqw"

    def _place(self, item: Data, **more: str) -> str:
        x, y, width, height = (self._length(item[name]) for name in ("x", "y", "width", "height"))
        return self.styles(left=x, top=y, width=width, height=height, **more)

    def _shape(self, item: Data) -> str:
        look = {}
        if item["fill"]:
            look["background"] = item["fill"]
        if item["outline"]:
            look["border"] = f"{self._length(item['outline_width'])} solid {item['outline']}"
        radius = "50%" if item["type"] == "ellipse" else self._length(item["radius"])
        return f'<div class="d {self._place(item, border_radius=radius, **look)}"></div>'

    def _image(self, item: Data) -> str:
        kind = _TYPES[item["file"].rpartition(".")[2]]
        content = b64encode(self.files[item["file"]]).decode()
        look = self._place(item, object_fit=item["fit"])
        decoration = "" if item["alt"] else "d "
        return f'<img class="{decoration}{look}" alt="{escape(item["alt"])}" src="data:{kind};base64,{content}">'

    def _words(self, item: Data, tag: str, attributes: str = "", kind: str = "") -> str:
        """A paragraph an element; a title is one element, whatever it consists of."""
        if tag != "p":
            inner = "".join(self._lines(paragraph) for paragraph in item["paragraphs"])
            return f'<{tag} class="{kind}{self._box(item)}"{attributes}>{inner}</{tag}>'
        space = self.styles(margin_bottom=self._length(item["space"])) if item["space"] else ""
        inner = "".join(
            f'<p class="{space}">{self._lines(p)}</p>' if space else f"<p>{self._lines(p)}</p>"
            for p in item["paragraphs"]
        )
        return f'<div class="{kind}{self._box(item)}"{attributes}>{inner}</div>'

    def _box(self, item: Data) -> str:
        """The class of a text's box. Its first baseline stands where the page has it."""
        align = item["align"]
        back = {"left": 0.0, "centre": _SPARE / 2, "right": _SPARE}[align]
        height = item["above"] + item["below"]
        size = item["size"]
        baseline = (height - (ASCENT + DESCENT) * size) / 2 + ASCENT * size
        return self.styles(
            left=self._length(item["x"] - back),
            top=self._length(item["y"] + item["above"] - baseline),
            width=self._length(item["width"] + _SPARE),
            font_size=self._length(size),
            line_height=self._length(height),
            text_align=_ALIGN[align],
        )

    def _list(self, item: Data) -> str:
        tag = "ul" if item["type"] == "bullets" else "ol"
        marker = self.styles(width=self._length(item["indent"]), color=item["marker_colour"])
        entry = self.styles(margin_bottom=self._length(item["space"]), padding_left=self._length(item["indent"]))
        rows = []
        for paragraph in item["paragraphs"]:
            value = f' value="{int(paragraph["marker"])}"' if tag == "ol" else ""
            self.letters.update(paragraph["marker"])
            rows.append(
                f'<li class="{entry}"{value}><span class="m {marker}" aria-hidden="true">{escape(paragraph["marker"])}'
                f"</span>{self._lines(paragraph)}</li>"
            )
        return f'<{tag} class="{self._box(item)}" role="list">{"".join(rows)}</{tag}>'

    def _table(self, item: Data) -> str:
        widths = [self.styles(width=self._length(width)) for width in item["columns"]]
        columns = "".join(f'<col class="{width}">' for width in widths)
        rows = []
        for number, (row, height) in enumerate(zip(item["rows"], item["heights"], strict=True)):
            look = {"height": self._length(height)}
            is_header = number == 0 and item["header_row"]
            if is_header:
                look["background"] = item["header_fill"]
            else:
                look["border_bottom"] = f"{self._length(0.75)} solid {item['line']}"
            first = "th" if is_header or item["header_column"] else "td"
            scope = f' scope="{"col" if is_header else "row"}"'
            cells = "".join(
                f'<{tag} class="{self._cell(item, column)}"{scope if tag == "th" else ""}>'
                + "".join(f"<p>{self._lines(paragraph)}</p>" for paragraph in cell)
                + f"</{tag}>"
                for column, cell in enumerate(row)
                for tag in (first if is_header or not column else "td",)
            )
            rows.append(f'<tr class="{self.styles(**look)}">{cells}</tr>')
        box = self.styles(
            left=self._length(item["x"]),
            top=self._length(item["y"]),
            width=self._length(sum(item["columns"])),
            font_size=self._length(item["size"]),
            line_height=self._length(item["above"] + item["below"]),
        )
        label = escape(item["alt"])
        head = f"<thead>{rows.pop(0)}</thead>" if item["header_row"] else ""
        body = f"<colgroup>{columns}</colgroup>{head}<tbody>{''.join(rows)}</tbody>"
        return f'<table class="{box}" aria-label="{label}">{body}</table>'

    def _cell(self, item: Data, column: int) -> str:
        return self.styles(
            text_align=_ALIGN[item["aligns"][column]], padding=f"0 {self._length(item['padding'])}"
        )  # fmt: skip

    def _lines(self, paragraph: Data) -> str:
        """Each line in an element, with a space after it where one stood."""
        made = []
        for line in paragraph["lines"]:
            words = "".join(self._run(run) for run in line["runs"])
            made.append(f'<span class="l">{words}{" " if line["space"] else ""}</span>')
        return "".join(made)

    def _run(self, run: Data) -> str:
        self.letters.update(run["words"])
        look = {"color": run["colour"], "font_weight": "700" if run["bold"] else "400"}
        if abs(run["tracking"]) > 0.0005:
            look["letter_spacing"] = self._length(run["tracking"])
        attributes = f' class="{self.styles(**look)}"'
        if "language" in run:
            attributes += f' lang="{escape(run["language"])}"'
        words = escape(run["words"])
        if "page" in run:
            return f'<a href="#slide-{run["page"]}"{attributes}>{words}</a>'
        if "link" in run:
            return f'<a href="{escape(run["link"])}" rel="noreferrer noopener" target="_blank"{attributes}>{words}</a>'
        return f"<span{attributes}>{words}</span>"
