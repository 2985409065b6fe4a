"""What a slide kind may ask while it fills a page: numbers of references, the source line, notes, what fits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from deckmaker.discovery import Features
from deckmaker.fonts import measure
from deckmaker.layout.fit import set_text
from deckmaker.layout.run_sheet import WORDS_A_MINUTE, minutes_words, run_sheet, spoken_words, when_words
from deckmaker.model.colour import Colour
from deckmaker.model.deck import Deck, Slide
from deckmaker.model.evidence import Citation, Diagram, Statistic
from deckmaker.model.feature import Measure, Shape
from deckmaker.model.figures import HedgedFigure, hedged_figure
from deckmaker.model.frame import Graphic, GraphicChoice
from deckmaker.model.picture import NoRoomError
from deckmaker.model.text import Paragraph, Run, Text, joined


@dataclass(frozen=True)
class DeckPage:
    """The page of one deck; see ``model.feature.Page`` for what each method promises."""

    deck: Deck
    features: Features
    measure: Measure
    numbers: dict[str, int]

    def mark(self, citations: Iterable[Citation]) -> tuple[Run, ...]:
        """Citation marks: ‘ [1]’, one a work, in the order given; the first stays with the word before it."""
        works = {citation.source.id: citation.source for citation in citations}
        runs: list[Run] = []
        for source in works.values():
            runs += [Run(" " if runs else "\u00a0"), Run(f"[{self.numbers[source.id]}]", cites=source)]
        return tuple(runs)

    def source_line(self, citations: Iterable[Citation], *more: str, brief: bool = False) -> Text:
        """‘Source: Hogg, Rare Jewels (2019) [1]. England, 2019.’ with further short sentences."""
        works = list({citation.source.id: citation for citation in citations}.values())
        runs = [Run("Sources: " if len(works) > 1 else "Source: ")]
        for place, citation in enumerate(works):
            runs.append(Run(("; " if place else "") + (citation.source.brief if brief else citation.source.short)))
            runs.extend(self.mark((citation,)))
        runs.append(Run("."))
        runs.extend(Run(f" {sentence[:1].upper()}{sentence[1:].rstrip('.')}.") for sentence in more if sentence)
        return Text((Paragraph(tuple(runs)),))

    def notes(self, slide: Slide, *parts: Text, caveats: Iterable[str] = (), facilitated: bool = False) -> Text:
        """A content note; the author's notes or else the parts; timing, what to take care of, the sources in full."""
        if not self.deck.notes:
            return Text()
        said = slide.notes or joined(parts)
        if not facilitated:
            said = joined((_content_note(slide), said))
        timing = [] if facilitated else _timing(slide, said, self.deck)
        care = [Paragraph((Run(caveat),), bullet=True) for caveat in caveats]
        listed = [
            Paragraph(
                (Run(f"[{self.numbers[c.source.id]}]", cites=c.source), Run(f" {c.source.reference}")), bullet=True
            )
            for c in slide.citations
        ]
        under_headings = [
            paragraph
            for heading, entries in (("Timing", timing), ("Take care", care), ("Sources", listed))
            if entries
            for paragraph in (Paragraph((Run(heading),), heading=True), *entries)
        ]
        return replace(said, paragraphs=(*said.paragraphs, *under_headings), position=(slide.notes or said).position)

    def fits(self, layout: str, placeholder: str, text: Text) -> bool:
        """Whether the text fits a placeholder of a named layout."""
        place = self.features.layouts_beside(layout)[layout].placeholder(placeholder)
        if place.style is None:
            raise TypeError(f"placeholder {placeholder!r} of {layout!r} takes no text")
        return set_text(text, place.style, place.box, self.measure).words_too_many == 0

    def has_room(self, graphic: Graphic, layout: str, placeholder: str) -> bool:
        """Whether the graphic's marks and words fit a placeholder of a named layout."""
        box = self.features.layouts_beside(layout)[layout].placeholder(placeholder).box
        drawn = measure(self.deck.theme.drawn)
        try:
            self.features.graphics[graphic.kind].draw(graphic, box.width, box.height, drawn)
        except NoRoomError:
            return False
        return True

    def graphic(self, subject: Statistic | Diagram, choice: GraphicChoice | None, ground: Colour) -> Graphic | None:
        """The record's graphic on a background, of the kind asked for or the first that suits it."""
        asked = choice or GraphicChoice()
        if isinstance(subject, Diagram):
            return Graphic(kind=asked.kind or subject.graphic, subject=subject, native=asked.native, ground=ground)
        drawing, kinds, statistic = subject.drawing, self.features.graphics, subject
        suits = (
            name for name in (drawing.default, *drawing.allowed) if name in kinds and not kinds[name].refusal(statistic)
        )
        chosen = asked.kind or next(suits, None)
        if chosen is None:
            return None
        records = self.deck.library.statistics
        reference = records[drawing.base] if drawing.base else None
        beside = records[drawing.beside] if drawing.beside else None
        return Graphic(
            kind=chosen, subject=statistic, reference=reference, beside=beside, native=asked.native, ground=ground
        )

    def shape(self, graphic: Graphic) -> Shape:
        """The shape of box that the graphic does best in."""
        return self.features.graphics[graphic.kind].shape

    def figure(self, graphic: Graphic) -> HedgedFigure:
        """The figure in the form that the graphic shows, or plainly where that graphic will be refused."""
        kind = self.features.graphics[graphic.kind]
        return hedged_figure(graphic.statistic) if kind.refusal(graphic.statistic) else kind.figure(graphic.statistic)


def _content_note(slide: Slide) -> Text:
    """What may distress people on the slide, in one paragraph: it is said before all else."""
    if not slide.content_note:
        return Text()
    return Text((Paragraph((Run("Content note: ", bold=True), *slide.content_note.runs)),))


def _timing(slide: Slide, said: Text, deck: Deck) -> list[Paragraph]:
    """How long the slide takes, as it says itself or as its words do at an easy pace; nothing for one without words."""
    if deck.kind == "workshop":
        turn = next((turn for turn in run_sheet(deck) if turn.slide is slide), None)
        return [Paragraph((Run(when_words(turn, deck)),))] if turn and turn.minutes else []
    minutes = slide.minutes or spoken_words(said) / WORDS_A_MINUTE
    if not minutes:
        return []
    rounded = int(minutes + 0.5)
    return [Paragraph((Run(f"About {minutes_words(rounded)}" if rounded else "Less than a minute"),))]
