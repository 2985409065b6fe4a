"""A key message: its exact words, and the three things that carry it or one figure."""

from __future__ import annotations

from dataclasses import field, replace
from typing import ClassVar, Literal

from deckmaker.layout.figure_text import claim_text, first_that_fits
from deckmaker.layout.last_words import with_last_words_together, with_marks_together
from deckmaker.layout.lettering import capital
from deckmaker.model.colour import Colour
from deckmaker.model.deck import Deck, Objection, Slide
from deckmaker.model.evidence import AudienceWords, Message, Statistic, Support
from deckmaker.model.feature import Content, Page, Panel, SlideKind
from deckmaker.model.figures import claim, hedged_figure
from deckmaker.model.frame import Graphic, GraphicChoice, GraphicName
from deckmaker.model.frozen import frozen
from deckmaker.model.text import Paragraph, Run, Text, plain
from deckmaker.slides.message.layouts import DRAWN, LAYOUTS, ROWED, TOLD, TRIED, Shows


@frozen(kw_only=True)
class MessageSlide(Slide):
    """One of the ten key messages, by its number, with its three supports, or with one figure in place of them.

    Its notes are the talking points for the deck's audience where the message has such, else its usual ones; those
    for the deck's nation; an example; and the ask.
    """

    main: ClassVar[str] = "message"

    message: Message = field(metadata={"doc": "number of a key message, 1 to 10"})
    statistic: Statistic | None = field(
        default=None, metadata={"doc": "a statistic of the library to show in place of the three supports"}
    )
    graphic: GraphicChoice | None = field(
        default=None, metadata={"doc": "another graphic of the statistic than the usual one"}
    )
    layout: Literal["panels", "rows"] = field(
        default="panels", metadata={"doc": "how the three supports are arranged: `panels` or `rows`"}
    )

    @property
    def shown(self) -> tuple[object, ...]:
        """With a statistic, the supports and their sources are left out."""
        message = self.message if self.statistic is None else self.message.cite
        return self.headline, message, self.statistic, self.content_note

    def objections(self, deck: Deck) -> tuple[Objection, ...]:
        """A graphic of nothing, or a figure that does not belong to the message."""
        if self.graphic and self.statistic is None:
            because = "‘graphic’ does not say which statistic it is to show"
            return (Objection(because=because, instead=self._figures_instead(deck)),)
        if self.statistic and self.layout == "rows":
            because = "‘layout’ arranges the three supports, and a figure stands in their place"
            return (Objection(because=because, instead="leave ‘layout’ or ‘statistic’ out"),)
        if self.statistic and self.message.number not in self.statistic.messages:
            because = f"‘{self.statistic.id}’ does not belong to message {self.message.number}"
            return (Objection(because=because, instead=self._figures_instead(deck)),)
        return ()

    def _figures_instead(self, deck: Deck) -> str:
        number = self.message.number
        own = [name for name, one in deck.library.statistics.items() if number in one.messages]
        return f"statistics of message {number}: {', '.join(own)}" if own else "leave ‘statistic’ out"


def fill(slide: MessageSlide, page: Page) -> tuple[Content, ...]:
    """One page: the short headline, the message word for word, and what carries it with its sources."""
    message = slide.message
    texts = {
        "title": slide.headline or plain(message.short),
        "eyebrow": plain(f"Key message {message.number}"),
        "words": plain(message.headline).followed_by(*page.mark(message.cite)),
    }
    if slide.statistic:
        return (_with_figure(slide, slide.statistic, texts, page),)
    keeping = with_last_words_together if slide.layout == "rows" else with_marks_together
    for number, support in enumerate(message.supports, start=1):
        texts[f"lead-{number}"] = plain(support.lead)
        texts[f"support-{number}"] = keeping(support.text.followed_by(*page.mark(support.cite)))
    return (
        Content(
            layouts=tuple(layout.name for layout in ROWED) if slide.layout == "rows" else TRIED,
            texts={**texts, "source": _source(slide, page)},
            icons={f"icon-{n}": support.icon for n, support in enumerate(message.supports, start=1)},
            notes=page.notes(slide, *_said(slide, page.deck), caveats=message.caveats),
        ),
    )


def _with_figure(slide: MessageSlide, statistic: Statistic, texts: dict[str, Text], page: Page) -> Content:
    graphic = _graphic(statistic, slide.graphic, page)
    figure = page.figure(graphic) if graphic else hedged_figure(statistic)
    texts["source"] = _source(slide, page, statistic)
    shows: Shows = "hedged" if figure.hedge else "figure"
    if len(statistic.values) > 1 and graphic:
        shows = "groups"
        texts["claim"] = plain(f"{capital(statistic.counted)}.")
    else:
        texts["hedge"] = plain(capital(figure.hedge)) if figure.hedge else Text()
        texts["figure"] = plain(figure.figure)
        texts["claim"] = claim_text(statistic)
    drawn: dict[str, Graphic] = {"graphic": replace(graphic, figure_told=shows != "groups")} if graphic else {}
    return Content(
        layouts=tuple(layout.name for layout in (DRAWN[shows] if graphic else TOLD)),
        texts={name: text for name, text in texts.items() if text},
        graphics=drawn,
        notes=page.notes(
            slide,
            *_said(slide, page.deck, plain(claim(statistic))),
            caveats=dict.fromkeys((*statistic.caveats, *slide.message.caveats)),
        ),
    )


_SAYS_NO_MORE = frozenset({"big-number", "words-only"})
"""Graphics that show nothing but the figure, which stands beside them already."""


def _graphic(statistic: Statistic, choice: GraphicChoice | None, page: Page) -> Graphic | None:
    """The graphic asked for, else the record's first that shows more than the figure, if there is one."""
    if choice and choice.kind:
        return page.graphic(statistic, choice, Colour("cream"))
    native = choice.native if choice else False
    for kind in (statistic.drawing.default, *statistic.drawing.allowed):
        if kind not in _SAYS_NO_MORE:
            graphic = page.graphic(statistic, GraphicChoice(kind=GraphicName(kind), native=native), Colour("cream"))
            if graphic and page.has_room(graphic, DRAWN["figure"][0].name, "graphic"):
                return graphic
    return None


def _said(slide: MessageSlide, deck: Deck, *more: Text) -> tuple[Text, ...]:
    """Talking points for the audience or the usual ones, then the nation's and more; an example; the ask."""
    message = slide.message
    audience = message.audiences.get(deck.audience) if deck.audience else None
    nation = message.nations.get(deck.nation) if deck.nation else None
    words = tuple(each for each in (audience, nation) if each)
    usual = (audience and audience.talking_points) or message.talking_points
    return (
        usual,
        (nation and nation.talking_points) or Text(),
        *more,
        _under("An example", words, "example"),
        _under("The ask", words, "ask"),
    )


def _under(heading: str, words: tuple[AudienceWords, ...], what: str) -> Text:
    """A part of the notes under its heading; nothing where nobody has such words."""
    found = [text for each in words if (text := getattr(each, what))]
    paragraphs = tuple(paragraph for text in found for paragraph in text.paragraphs)
    return Text((Paragraph((Run(heading),), heading=True), *paragraphs)) if paragraphs else Text()


def _source(slide: MessageSlide, page: Page, statistic: Statistic | None = None) -> Text:
    """Sources with place and year of the figure and its first caveat; with less of these where they have no room."""
    scope = (statistic.scope,) if statistic else ()
    lines = [page.source_line(slide.citations, *scope, brief=brief) for brief in (False, True)]
    if statistic:
        lines.insert(0, page.source_line(slide.citations, *scope, *statistic.caveats[:1]))
    return first_that_fits(lines, LAYOUTS[0].name, page)


def panel(slide: MessageSlide, page: Page) -> Panel:
    """The message word for word under its number, with the three things that carry it or with its figure.

    Its brief form is the message alone.
    """
    message, statistic = slide.message, slide.statistic
    told = Panel(
        kicker=f"Key message {message.number}",
        heading=slide.headline or plain(message.headline),
        words=plain(message.headline) if slide.headline else Text(),
        points=tuple((support.icon, _led(support)) for support in message.supports),
        citations=slide.citations,
        caveats=message.caveats,
    )
    if statistic is None:
        icon = message.supports[0].icon if message.supports else ""
        return replace(told, brief=replace(told, points=(), icon=icon, citations=message.cite, caveats=()))
    graphic = _graphic(statistic, slide.graphic, page)
    figure = page.figure(graphic) if graphic else hedged_figure(statistic)
    several = len(statistic.values) > 1 and graphic is not None
    return replace(
        told,
        words=plain(f"{capital(statistic.counted)}.") if several else plain(f"{statistic.predicate.rstrip('.')}."),
        hedge="" if several else capital(figure.hedge),
        figure="" if several else figure.figure,
        base=Text() if several else plain(statistic.base),
        points=(),
        graphic=graphic,
        scope=statistic.scope,
        caveats=tuple(dict.fromkeys((*statistic.caveats, *message.caveats))),
    )


def _led(support: Support) -> Text:
    """A support behind its two or three words in bold."""
    first, *others = support.text.paragraphs
    lead = (Run(f"{support.lead}. ", bold=True),) if support.lead else ()
    return replace(support.text, paragraphs=(replace(first, runs=(*lead, *first.runs)), *others))


SLIDE = SlideKind(
    slide=MessageSlide,
    layouts=LAYOUTS,
    fill=fill,
    example="message: 1",
    panel=panel,
)
