"""Words as data for the page template: paragraphs of lines of runs. Lengths are points, colours ``#rrggbb``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

from deckmaker.fonts import measure, widths_of
from deckmaker.model.deck import Deck, LaidOutDeck
from deckmaker.model.feature import Measure
from deckmaker.model.frame import Line, TextItem, TextStyle
from deckmaker.model.text import Run, Text

Data: TypeAlias = dict[str, Any]

DRAWN_HEIGHT = 1.2
"""Height of a drawn line as a share of the size. Room is reckoned with a little more (``LINE_HEIGHT``)."""
_DESCENT = 0.2
"""How far a line reaches below its baseline, as a share of the size. Both are what LibreOffice draws."""


@dataclass(frozen=True)
class TextData:
    """Turns words into data. A run leads to a page of the document where ``references`` and ``sections`` know it."""

    deck: Deck
    references: Mapping[int, int]
    sections: Mapping[str, int]
    links: bool = True

    @cached_property
    def _rulers(self) -> tuple[Measure, Measure]:
        return measure(self.deck.theme.live), measure(self.deck.theme.drawn)

    def look(self, style: TextStyle) -> Data:
        """Size, line height and the rest of what a style says, for the drawn font."""
        height = style.size * DRAWN_HEIGHT * style.line_spacing
        below = style.size * _DESCENT
        return {
            "size": style.size * self.deck.theme.drawn.scale,
            "above": height - below,
            "below": below,
            "space": style.space_after,
            "indent": style.indent,
            "align": style.align,
            "marker_colour": self.deck.theme.value(style.marker_colour or style.colour),
        }

    def paragraphs(self, text: Text, lines: Sequence[Line], style: TextStyle) -> list[Data]:
        """Each paragraph with its lines and its marker."""
        made = []
        for place, paragraph in enumerate(text.paragraphs):
            marker = ""
            if style.marker == "bullet":
                marker = "•"
            elif style.marker == "number":
                marker = str(paragraph.number or place + 1)
            own = [self.line(line, style) for line in lines if line.paragraph == place]
            for data, is_word_end in zip(own, _word_ends(str(paragraph), own), strict=True):
                data["space"] = is_word_end
            tracking = self._tracking(marker, style, bold=style.bold, is_last=True)
            made.append({"lines": own, "marker": marker, "tracking": tracking})
        return made

    def line(self, line: Line, style: TextStyle, spacing: float = 0.0) -> Data:
        """One line. ``spacing`` is added after every letter."""
        runs = [run for run in line.runs if run.text]
        return {"runs": [self._run(run, style, spacing, is_last=run is runs[-1]) for run in runs]}

    def _run(self, run: Run, style: TextStyle, spacing: float, *, is_last: bool) -> Data:
        bold = style.bold or run.bold
        data: Data = {
            "words": run.text,
            "bold": bold,
            "colour": self.deck.theme.value(run.colour or style.colour),
            "tracking": self._tracking(run.text, style, bold=bold, is_last=is_last) + spacing,
        }
        target = self._target(run)
        if target:
            data["page"] = target
        elif run.link and self.links:
            data["link"] = address(run)
        if run.language and run.language != self.deck.language:
            data["language"] = run.language
        return data

    def _tracking(self, words: str, style: TextStyle, *, bold: bool, is_last: bool) -> float:
        """Letter spacing that makes words as wide as they were measured in the live font.

        After the last letter of a line it would be seen as nothing. Words with letters that the font lacks are left as
        they are: nobody knows how wide another font shows them.
        """
        if widths_of(self.deck.theme.drawn, bold=bold).lacks(words):
            return 0.0
        live, drawn = self._rulers
        gaps = len(words) - 1 if is_last and len(words) > 1 else len(words)
        wide = live(words, style.size, bold=bold) - drawn(words, style.size * self.deck.theme.drawn.scale, bold=bold)
        return wide / gaps if gaps else 0.0

    def _target(self, run: Run) -> int:
        if run.leads_to:
            return self.sections.get(run.leads_to, 0)
        if run.cites is not None:
            return self.references.get(self.deck.numbers.get(run.cites.id, 0), 0)
        return 0


def _word_ends(words: str, lines: Sequence[Data]) -> Iterator[bool]:
    """Whether a space stood where each line was broken; after a hyphen or a dash within a word there was none."""
    at = 0
    for line in lines:
        shown = "".join(run["words"] for run in line["runs"])
        at = max(words.find(shown, at), 0) + len(shown)
        yield words[at : at + 1].isspace()


def address(run: Run) -> str:
    """The address that a run's link opens."""
    return run.link.strip().replace(" ", "%20")


def pages_of_references(laid_out: LaidOutDeck) -> dict[int, int]:
    """Number of the page on which each reference stands, by the reference's number."""
    return {
        paragraph.number: page
        for page, (frame, slide) in enumerate(zip(laid_out.frames, laid_out.slides, strict=True), start=1)
        if slide.kind == "references"
        for item in frame.items
        if isinstance(item, TextItem)
        for paragraph in item.text.paragraphs
        if paragraph.number is not None
    }


def pages_of_sections(laid_out: LaidOutDeck) -> dict[str, int]:
    """Number of the first page of each section."""
    found: dict[str, int] = {}
    for page, frame in enumerate(laid_out.frames, start=1):
        if frame.section:
            found.setdefault(frame.section, page)
    return found
