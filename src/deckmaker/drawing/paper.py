"""Documents for A4 paper as data: headings, words, lists, tables, small slides, room to write. Lengths are points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from deckmaker.drawing.page_data import PageData
from deckmaker.drawing.text_data import Data, address
from deckmaker.drawing.typeset import Document
from deckmaker.model.colour import Colour
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.evidence import Source
from deckmaker.model.feature import Draw
from deckmaker.model.text import Paragraph, Run, Text, plain


class Paper:
    """Collects the parts of a document in order; ``document`` is the whole. Type is 12 points or larger."""

    def __init__(self, laid_out: LaidOutDeck, draw: Draw, title: str) -> None:
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
            **{name: self._theme.value(Colour(role)) for name, role in colours.items()},
            "blocks": self._blocks,
        }
        return Document(template="paper", data=data, files=self._pages.files, font=self._theme.drawn)

    def add(self, *blocks: Data, together: bool = False) -> None:
        """Parts one after the other; those that stay ``together`` stand on one page."""
        self._blocks.extend([{"type": "together", "blocks": list(blocks)}] if together else blocks)

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

    def sources(self, sources: Sequence[Source]) -> Data:
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

    def slide(self, number: int, width: float, *, sticky: bool = True) -> Data:
        """The slide of this number as a small picture, its words still words; ``sticky`` to what follows."""
        return {"type": "slide", "page": self._pages.page(number), "width": width, "sticky": sticky}

    @staticmethod
    def room(lines: int) -> Data:
        """So many lines to write on."""
        return {"type": "room", "count": lines}

    @staticmethod
    def new_page() -> Data:
        """What follows begins on a new page."""
        return {"type": "new-page"}

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
