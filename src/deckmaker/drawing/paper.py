"""Documents for A4 paper as data: headings, words, lists, tables, small slides, room to write. Lengths are points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import assert_never

from deckmaker.drawing.page_data import PageData
from deckmaker.drawing.slide_words import Heading, Part, Pictured, Source, Words, parts_of
from deckmaker.drawing.text_data import Data, address
from deckmaker.drawing.typeset import Document
from deckmaker.model.colour import Colour
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.evidence import Source as Work
from deckmaker.model.feature import Draw
from deckmaker.model.frame import TableItem
from deckmaker.model.text import Paragraph, Run, Text, plain


class Paper:
    """Collects the parts of a document in order; ``document`` is the whole. Type is 12 points or larger."""

    def __init__(self, laid_out: LaidOutDeck, draw: Draw, title: str) -> None:
        self._laid_out = laid_out
        self._pages = PageData(laid_out, draw, as_pictures=True)
        self._theme, self._language = laid_out.deck.theme, laid_out.deck.language
        self._title = title
        self._blocks: list[Data] = []

    def document(self) -> Document:
        """Everything that was added."""
        colours = {"ink": "ink", "quiet": "secondary", "heading": "title", "line": "hairline"}
        data = {
            **self._pages.document(),
            "title": self._title,
            "name": self._title,
            **{name: self._theme.value(Colour(role)) for name, role in colours.items()},
            "blocks": self._blocks,
        }
        return Document(template="paper", data=data, files=self._pages.files, font=self._theme.drawn)

    def add(self, *blocks: Data) -> None:
        """Parts one after the other."""
        self._blocks.extend(blocks)

    def add_together(self, *blocks: Data) -> None:
        """Parts that stand on one page."""
        self._blocks.append({"type": "together", "blocks": list(blocks)})

    def add_where_there_is_room(self, room: float, *blocks: Data) -> None:
        """Parts one after the other, which begin on a new page where so much room is not left on this one."""
        self._blocks.append({"type": "roomy", "room": room, "blocks": list(blocks)})

    def title(self, words: str) -> Data:
        """The title of the whole, once."""
        return {"type": "title", "runs": self._runs(plain(words).runs)}

    def heading(self, words: str, level: int) -> Data:
        """A heading of level 1 to 3."""
        return {"type": "heading", "level": level, "runs": self._runs(plain(" ".join(words.split())).runs)}

    def paragraph(self, paragraph: Paragraph | str, *, quiet: bool = False) -> Data:
        """A paragraph; ``quiet`` in the colour of what stands back."""
        runs = plain(paragraph).runs if isinstance(paragraph, str) else paragraph.runs
        return {"type": "paragraph", "quiet": quiet, "runs": self._runs(runs)}

    def entries(self, texts: Iterable[Text | Paragraph]) -> Data:
        """A list with bullets."""
        return {"type": "list", "entries": [self._runs(text.runs) for text in texts]}

    def sources(self, sources: Sequence[Work]) -> Data:
        """Works as a numbered list, each with its address."""
        entries = []
        for number, source in enumerate(sources, start=1):
            runs = [Run(source.reference)]
            if source.link:
                runs += [Run(" "), Run(source.link.partition("://")[2].rstrip("/"), link=source.link)]
            entries.append({"number": number, "runs": self._runs(runs)})
        return {"type": "numbers", "entries": entries}

    def notes(self, notes: Text, *, level: int, leave_out: frozenset[str] = frozenset()) -> list[Data]:
        """Notes as blocks. Parts under the headings that are named are left out."""
        blocks: list[Data] = []
        entries: list[Paragraph] = []
        is_out = False
        for paragraph in notes.paragraphs:
            if paragraph.heading:
                is_out = str(paragraph) in leave_out
            if is_out or not str(paragraph).strip():
                continue
            if paragraph.bullet and not paragraph.heading:
                entries.append(paragraph)
                continue
            blocks += [self.entries(entries)] if entries else []
            entries = []
            blocks.append(self.heading(str(paragraph), level) if paragraph.heading else self.paragraph(paragraph))
        return blocks + ([self.entries(entries)] if entries else [])

    def table(self, rows: Sequence[Sequence[str]], columns: Sequence[float], right: Sequence[int] = ()) -> Data:
        """Rows of cells, the first the header. Columns have shares of the width, 0 for as wide as its words."""
        cells = [[self._runs(plain(words).runs) for words in row] for row in rows]
        return {"type": "table", "columns": list(columns), "rows": cells, "right": list(right)}

    def slide(self, number: int, width: float, *beside: Data, told: bool = False) -> Data:
        """The slide of this number as a small picture, its words still words, with parts to the right of it.

        Where they say all that the slide says (``told``), the picture is there to be looked at only.
        """
        page = self._pages.page(number)
        return {"type": "slide", "page": page, "width": width, "beside": list(beside), "told": told}

    def words_of(self, number: int) -> list[Data]:
        """What the slide of this number says, in type to read, but for its title."""
        laid_out = self._laid_out
        frame = laid_out.frames[number - 1]
        layout = next(layout for layout in laid_out.layouts if layout.name == frame.layout)
        return [block for part in parts_of(frame, layout) for block in self._part(part)]

    def _part(self, part: Part) -> list[Data]:
        match part:
            case Heading():
                return [self.heading(str(part.paragraph), 3)]
            case Words():
                if part.listed == "bullet":
                    return [self.entries(part.paragraphs)]
                if part.listed == "number":
                    numbered = enumerate(part.paragraphs, start=1)
                    rows = [{"number": p.number or place, "runs": self._runs(p.runs)} for place, p in numbered]
                    return [{"type": "numbers", "entries": rows}]
                return [self.paragraph(_bold(paragraph) if part.strong else paragraph) for paragraph in part.paragraphs]
            case Source():
                return [self.paragraph(paragraph, quiet=True) for paragraph in part.paragraphs]
            case Pictured():
                return [self.paragraph(f"Picture: {part.words}")]
            case TableItem():
                cells = [[self._runs(cell.text.runs) for cell in row] for row in part.rows]
                shape = {"columns": list(part.columns), "right": [], "header": part.header_row}
                return [{"type": "table", "rows": cells, **shape}]
            case _:
                assert_never(part)

    @staticmethod
    def room(lines: int) -> Data:
        """So many lines to write on."""
        return {"type": "room", "count": lines}

    def _runs(self, runs: Iterable[Run]) -> list[Data]:
        made: list[Data] = []
        for run in runs:
            data: Data = {"words": run.text, "bold": run.bold}
            if run.link:
                data["link"] = address(run)
            if run.language and run.language != self._language:
                data["language"] = run.language
            made.append(data)
        return made


def _bold(paragraph: Paragraph) -> Paragraph:
    return replace(paragraph, runs=tuple(replace(run, bold=True) for run in paragraph.runs))
