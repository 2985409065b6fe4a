"""One page that sums up: two to four panels, each a figure, a message or a quotation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import ClassVar

from deckmaker.layout.figure_text import claim_text, first_that_fits
from deckmaker.layout.lettering import capital
from deckmaker.model.deck import Deck, Objection, Slide
from deckmaker.model.evidence import Citation, Message, Quotation, Statistic
from deckmaker.model.feature import Content, Page, SlideKind
from deckmaker.model.figures import claim, hedged_figure
from deckmaker.model.frozen import frozen
from deckmaker.model.text import Paragraph, Run, Text, plain
from deckmaker.slides.infographic_summary.layouts import BY_KINDS, LAYOUTS


@frozen(kw_only=True)
class SummaryPanel:
    """One panel: a statistic, a message or a quotation of the library."""

    statistic: Statistic | None = field(default=None, metadata={"doc": "name of a statistic of the library"})
    message: Message | None = field(default=None, metadata={"doc": "number of a key message"})
    quotation: Quotation | None = field(default=None, metadata={"doc": "name of a quotation of the library"})

    @property
    def records(self) -> tuple[Statistic | Message | Quotation, ...]:
        """What the panel names; one record, where it is sound."""
        return tuple(record for record in (self.statistic, self.message, self.quotation) if record)


@frozen(kw_only=True)
class InfographicSummarySlide(Slide):
    """A page to keep: what was shown, in two to four equal panels."""

    main: ClassVar[str] = "panels"

    headline: Text = field(metadata={"doc": "a sentence that sums up"})
    panels: tuple[SummaryPanel, ...] = field(
        metadata={"doc": "two to four panels", "example": "[{message: 6}, {statistic: camhs-under-twos}]"}
    )

    @property
    def shown(self) -> tuple[object, ...]:
        """Of a message only its headline, without its supports."""
        records = [record for panel in self.panels for record in panel.records]
        return self.headline, tuple(r.cite if isinstance(r, Message) else r for r in records), self.content_note

    def objections(self, deck: Deck) -> tuple[Objection, ...]:
        """Too few panels or too many; a panel of nothing or of several things; a figure with groups."""
        return tuple(self._objections())

    def _objections(self) -> Iterator[Objection]:
        count = len(self.panels)
        if not 2 <= count <= 4:
            yield Objection(
                because=f"an infographic summary has two to four panels, and this one has {count}",
                instead="add some" if count < 2 else f"leave out {count - 4}, or make a second summary",
            )
        for number, panel in enumerate(self.panels, start=1):
            if len(panel.records) != 1:
                yield Objection(
                    because=f"panel {number} names {len(panel.records) or 'no'} records, and a panel shows one",
                    instead="write  - statistic: …  or  - message: …  or  - quotation: …",
                )
            elif panel.statistic and len(panel.statistic.values) > 1:
                yield Objection(
                    because=f"‘{panel.statistic.id}’ has figures for several groups, and a panel shows one figure",
                    instead=f"write  - comparison: {panel.statistic.id}  on a slide of its own",
                )


def fill(slide: InfographicSummarySlide, page: Page) -> tuple[Content, ...]:
    """One page; panels that are more than four, or name nothing, are told of elsewhere."""
    records = [panel.records[0] for panel in slide.panels if panel.records][:4]
    records = (records * 2)[: max(len(records), 2)]
    texts: dict[str, Text] = {"title": slide.headline, "source": _source(slide, page)}
    icons: dict[str, str] = {}
    for number, record in enumerate(records, start=1):
        if isinstance(record, Statistic):
            figure = hedged_figure(record)
            if len(records) == 4 or not figure.hedge:
                texts[f"figure-{number}"] = plain(capital(str(figure)))
            else:
                texts |= {f"hedge-{number}": plain(capital(figure.hedge)), f"figure-{number}": plain(figure.figure)}
        texts[f"words-{number}"] = _words(record, page, brief=len(records) == 4)
        icons[f"icon-{number}"] = _icon(record)
    return (
        Content(
            layouts=tuple(x.name for x in BY_KINDS[tuple(isinstance(record, Statistic) for record in records)]),
            texts=texts,
            icons=icons,
            notes=page.notes(slide, *(_spoken(record) for record in records), caveats=_caveats(records)),
        ),
    )


def _words(record: Statistic | Message | Quotation, page: Page, *, brief: bool) -> Text:
    """What stands in a panel: a claim behind its figure, a message, exact words and who said them.

    A ``brief`` panel has a message's short headline alone.
    """
    marks = page.mark(record.cite)
    match record:
        case Statistic():
            return claim_text(record, *marks)
        case Message():
            short = Run(record.short, bold=True)
            if brief:
                return Text((Paragraph((short, *marks)),))
            return Text((Paragraph((short,)), Paragraph((Run(f"{record.headline.rstrip('.')}."), *marks))))
        case Quotation():
            words = (record.short or record.text).replace("\n", " ")
            return Text((
                Paragraph((Run(f"‘{words}’", bold=True, language=_other(record.language, page.deck)),)),
                Paragraph((Run(record.attribution), *marks)),
            ))  # fmt: skip


def _other(language: str, deck: Deck) -> str:
    return "" if language == deck.language else language


def _icon(record: Statistic | Message | Quotation) -> str:
    match record:
        case Statistic():
            return record.drawing.icon or "chart-simple"
        case Message():
            return record.supports[0].icon if record.supports else "comment"
        case Quotation():
            return "quote-left"


def _spoken(record: Statistic | Message | Quotation) -> Text:
    match record:
        case Statistic():
            return plain(claim(record))
        case Message():
            return plain(f"{record.short.rstrip('.')}.")
        case Quotation():
            return plain(f"{record.attribution}: ‘{(record.short or record.text).replace(chr(10), ' ')}’")


def _caveats(records: list[Statistic | Message | Quotation]) -> tuple[str, ...]:
    told = (c for r in records for c in ((r.caveat,) if isinstance(r, Quotation) else r.caveats) if c)
    return tuple(dict.fromkeys(told))


def _source(slide: InfographicSummarySlide, page: Page) -> Text:
    """Every work, and place and year of the figures; without titles, then without places, where these have no room."""
    records = [record for panel in slide.panels for record in panel.records]
    cited: tuple[Citation, ...] = tuple(citation for record in records for citation in record.cite)
    scopes = tuple(dict.fromkeys(record.scope for record in records if isinstance(record, Statistic)))
    lines = (
        page.source_line(cited, *scopes),
        page.source_line(cited, *scopes, brief=True),
        page.source_line(cited, brief=True),
    )
    return first_that_fits(lines, LAYOUTS[0].name, page)


SLIDE = SlideKind(
    slide=InfographicSummarySlide,
    layouts=LAYOUTS,
    fill=fill,
    example=(
        "infographic-summary:\n"
        "  headline: What to take home\n"
        "  panels:\n"
        "    - message: 1\n"
        "    - statistic: camhs-under-twos\n"
        "    - quotation: easier-to-build-strong-children"
    ),
)
