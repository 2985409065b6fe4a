"""Whom to turn to: people with their addresses, where to read more, and a partner's line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import ClassVar

from deckmaker.layout.grid import LEFT, RIGHT, WORDMARK_LEFT, body, headline
from deckmaker.layout.last_words import with_last_words_together
from deckmaker.model.colour import Colour
from deckmaker.model.deck import Deck, Objection, Slide
from deckmaker.model.feature import Content, Page, SlideKind
from deckmaker.model.frame import Box, ShapeItem
from deckmaker.model.frozen import frozen
from deckmaker.model.layout import Layout, Role
from deckmaker.model.links import EmailAddress, WebAddress, email_link, web_link
from deckmaker.model.text import Paragraph, Run, Text, plain

_MOST = 4


@frozen(kw_only=True)
class Person:
    """Somebody to turn to."""

    name: Text = field(metadata={"doc": "their name, or that of a team", "example": "Zoë Hill"})
    role: Text | None = field(default=None, metadata={"doc": "what they do, and where"})
    email: EmailAddress | None = field(
        default=None, metadata={"doc": "an e-mail address", "example": "zoe@example.org"}
    )
    web: WebAddress | None = field(default=None, metadata={"doc": "a web address", "example": "example.org/team"})
    telephone: str = field(default="", metadata={"doc": "a telephone number"})


@frozen(kw_only=True)
class ContactSlide(Slide):
    """At most four people or teams. Without a ``web`` address of the slide's own, the brand's stands on it."""

    main: ClassVar[str] = "people"

    people: tuple[Person, ...] = field(metadata={"doc": "whom to turn to", "example": "{name: Zoë Hill}"})
    words: Text | None = field(default=None, metadata={"doc": "a sentence below the headline"})
    web: WebAddress | None = field(default=None, metadata={"doc": "where to read more", "example": "example.org"})
    partners: Text | None = field(default=None, metadata={"doc": "a line about partners", "example": "With …"})

    def objections(self, deck: Deck) -> tuple[Objection, ...]:
        """Nobody, or more people than anybody writes down."""
        if 1 <= len(self.people) <= _MOST:
            return ()
        because = f"this slide names {len(self.people) or 'no'} people; from one to {_MOST} can be read from a distance"
        return (Objection(because=because, instead="name a team in place of its members, or make a second slide"),)


_COLUMN = 372.0
_CARDS = 466.0
_SIZES = {22.0: "", 20.0: "-long", 18.0: "-longest"}
"""Type sizes in points, and the end of the name of the layout that has them."""
_HEADLINES = {22.0: 46.0, 20.0: 40.0, 18.0: 34.0}


def _layout(people: int, size: float, *, told: bool) -> Layout:
    """A headline on the left, with a sentence or without, and a card for each of so many people on the right."""
    gap = 14.0
    height = min((444 - gap * (people - 1)) / people, 150)
    top = 40 + (444 - people * height - gap * (people - 1)) / 2
    cards = [Box(_CARDS, top + n * (height + gap), RIGHT - _CARDS, height) for n in range(people)]
    number = f"{people} {'people' if people > 1 else 'person'}"
    low = 342.0 if told else 268.0
    sentence = (body("words", Box(LEFT, 212, 310, 118), 24, prompt="A sentence"),)
    return Layout(
        name=f"contact-{people}{_told(told)}{_SIZES[size]}",
        title=f"Contact, {number}{', with a sentence' if told else ''}{_SIZES[size].replace('-', ', ')}",
        ground=Colour("mist"),
        placeholders=(
            headline(Box(LEFT, 84 if told else 136, _COLUMN, 112), size=_HEADLINES[size], anchor_bottom=True),
            *(sentence if told else ()),
            body("address", Box(LEFT, low, _COLUMN, 34), 24, colour="teal", bold=True, optional=True,
                 prompt="Web address"),
            body("partners", Box(LEFT, low + 48, _COLUMN, 72), 18, optional=True, prompt="Partners"),
            *(
                body(f"person-{n}", Box(card.x + 28, card.y + 6, card.width - 50, card.height - 12), size,
                     anchor="middle", prompt="Name, role, addresses")
                for n, card in enumerate(cards, start=1)
            ),
            body("number", Box(RIGHT - 40, 500, 40, 20), 12, colour="secondary", role=Role.SLIDE_NUMBER, align="right",
                 prompt=""),
        ),
        decoration=tuple(_shapes(cards)),
        wordmark=WORDMARK_LEFT,
        rule=False,
    )  # fmt: skip


def _shapes(cards: list[Box]) -> Iterator[ShapeItem]:
    for n, card in enumerate(cards, start=1):
        yield ShapeItem(name=f"Card {n}", kind="rectangle", box=card, fill=Colour("white"))
        edge = Box(card.x, card.y, 6, card.height)
        yield ShapeItem(name=f"Edge {n}", kind="rectangle", box=edge, fill=Colour("teal"))


def _told(told: bool) -> str:
    return "-told" if told else ""


LAYOUTS = tuple(
    _layout(people, size, told=told) for people in range(1, _MOST + 1) for told in (False, True) for size in _SIZES
)


def fill(slide: ContactSlide, page: Page) -> tuple[Content, ...]:
    """One page."""
    people = slide.people[:_MOST] or (Person(name=Text()),)
    own = page.deck.theme.address
    web = slide.web or (WebAddress(f"https://{own}") if own else None)
    texts = {"title": slide.headline or plain("Talk to us"), "partners": slide.partners or Text()}
    if slide.words:
        texts["words"] = with_last_words_together(slide.words)
    texts["address"] = Text((Paragraph((web_link(web),)),)) if web else Text()
    texts |= {f"person-{n}": _about(person) for n, person in enumerate(people, start=1)}
    stem = f"contact-{len(people)}{_told(bool(slide.words))}"
    names = tuple(f"{stem}{end}" for end in _SIZES.values())
    return (Content(layouts=names, texts=texts, notes=page.notes(slide)),)


def _about(person: Person) -> Text:
    """Name, role, addresses: a line each."""
    parts = [Paragraph(tuple(Run(run.text, bold=True, figure=run.figure) for run in person.name.runs))]
    if person.role:
        parts.extend(with_last_words_together(person.role).paragraphs)
    if person.email:
        parts.append(Paragraph((email_link(person.email),)))
    if person.web:
        parts.append(Paragraph((web_link(person.web),)))
    if person.telephone:
        parts.append(Paragraph((Run(person.telephone),)))
    return Text(tuple(parts), position=person.name.position)


SLIDE = SlideKind(
    slide=ContactSlide,
    layouts=LAYOUTS,
    fill=fill,
    example=(
        "contact:\n"
        "  - {name: Zoë Hill, role: Parent-infant lead, email: zoe.hill@example.org}\n"
        "  - {name: The team, email: team@example.org, web: example.org/team}\n"
        "words: Tell us who sees babies where you are."
    ),
)
