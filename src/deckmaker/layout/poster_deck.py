"""Lays out an infographic: its slides become panels of one page, or each of them a card."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from deckmaker.discovery import Features
from deckmaker.fonts import measure
from deckmaker.layout.lettering import capital
from deckmaker.layout.page import DeckPage
from deckmaker.layout.poster import Poster, PosterFiller
from deckmaker.layout.poster_pages import poster_page
from deckmaker.layout.poster_sources import FULLEST_FIRST, Fullness, sources_of
from deckmaker.layout.poster_surround import PosterWords
from deckmaker.layout.undrawn import misleading
from deckmaker.model.deck import Crowded, Deck, LaidOutDeck, Panels, Slide, UndrawnGraphic
from deckmaker.model.feature import Panel
from deckmaker.model.picture import NoRoomError
from deckmaker.model.text import Paragraph, Run, Text, plain

_READABLE = 0.62
"""Worth of a page from which nothing is left out for the sake of larger type."""
_LONGEST_TITLE = 150
"""Words of title and subtitle together; with more, no page is even tried."""
_LARGER = {"square": "a4", "landscape": "a4", "story": "a4", "a4": "a3"}


def lay_out_infographic(deck: Deck, features: Features) -> LaidOutDeck:
    """The page of an infographic, or its cards. Pages without room for their panels are told of in ``crowded``.

    Raises ``FontError`` when a font of the theme cannot be measured.
    """
    live = measure(deck.theme.live)
    page = DeckPage(deck, features, live, deck.numbers)
    filler = PosterFiller(features, live, measure(deck.theme.drawn), poster_page(deck.page))
    undrawn: list[UndrawnGraphic] = []
    panels: list[Panel] = []
    for slide in deck.slides:
        make = features.slides[slide.kind].panel
        if make is None:
            raise TypeError(f"a slide of kind {slide.kind!r} can be no panel")
        panel = make(slide, page)
        wrong = tuple(misleading(filter(None, (panel.graphic,)), slide, features, deck.library))
        undrawn.extend(wrong)
        panels.append(replace(panel, graphic=None) if wrong else panel)
    made: list[tuple[Slide, Poster]] = []
    crowded: list[Crowded] = []
    if deck.cards:
        for number, (slide, panel) in enumerate(zip(deck.slides, panels, strict=True), start=1):
            words, alone = _card(panel)
            try:
                made.append((slide, filler.fill((alone,), words, card=True, name=f"-{number}")))
            except NoRoomError as error:
                because = f"this card has no room for its panel on a page ‘{deck.page}’: {error}"
                crowded.append(Crowded(slide=slide, because=because, instead=_instead(deck, "shorten it")))
    else:
        whole = Panels(kind=deck.kind, position=deck.position, panels=deck.slides)
        try:
            made.append((whole, _filled(deck, _counted_alike(panels), filler)))
        except NoRoomError:
            crowded.append(_too_much(deck, _counted_alike(_brief(panels)), filler))
    frames = tuple(
        replace(poster.frame, notes=_notes(slides.panels if isinstance(slides, Panels) else (slides,), panels, deck))
        for slides, poster in made
    )
    return LaidOutDeck(
        deck=deck,
        frames=frames,
        slides=tuple(slide for slide, _ in made),
        layouts=tuple(poster.layout for _, poster in made),
        undrawn=tuple(undrawn),
        crowded=tuple(crowded),
        picture_size=filler.page.pixels,
    )


def _filled(deck: Deck, panels: Sequence[Panel], filler: PosterFiller) -> Poster:
    """The page with all that there is to say, or, where its type would be small, with less. Raises ``NoRoomError``."""
    if _title_words(deck) > _LONGEST_TITLE:
        raise NoRoomError("its title is too long for any page")
    forms = [tuple(panels)]
    if any(panel.brief for panel in panels):
        forms.append(_counted_alike(_brief(panels)))
    small: Poster | None = None
    for form in forms:
        for full in FULLEST_FIRST:
            try:
                made = filler.fill(form, _page(deck, form, full), card=False)
            except NoRoomError:
                continue
            if made.worth >= _READABLE:
                return made
            if small is None or made.worth > small.worth * 1.2:
                small = made
    if small is None:
        raise NoRoomError("the panels do not fit")
    return small


def _brief(panels: Sequence[Panel]) -> tuple[Panel, ...]:
    return tuple(panel.brief or panel for panel in panels)


def _counted_alike(panels: Sequence[Panel]) -> tuple[Panel, ...]:
    """Without kickers where every panel's number says the same: message 3 is panel 3."""
    alike = all(panel.kicker.endswith(f" {number}") for number, panel in enumerate(panels, start=1))
    return tuple(replace(panel, kicker="") for panel in panels) if alike and len(panels) > 1 else tuple(panels)


def _page(deck: Deck, panels: Sequence[Panel], full: Fullness) -> PosterWords:
    sources, keyed = sources_of(panels, full)
    several = len(panels) > 1
    numbered = {
        number
        for number, panel in enumerate(panels, start=1)
        if several and not panel.strong and (panel.heading or (keyed and (panel.citations or panel.source)))
    }
    return PosterWords(
        title=deck.title,
        subtitle=deck.subtitle or Text(),
        sources=sources,
        address=_address(deck),
        numbered=frozenset(numbered),
    )


def _address(deck: Deck) -> Text:
    address = deck.theme.address
    return Text((Paragraph((Run(address, link=f"https://{address}"),)),)) if address else Text()


def _card(panel: Panel) -> tuple[PosterWords, Panel]:
    """The words around a card, and what stands on it: the small title is what a figure, or a kicker, leaves free."""
    sources, _ = sources_of((panel,), Fullness())
    title, rest, large = panel.heading or plain(panel.title), replace(panel, heading=Text(), kicker=""), False
    if panel.kicker:
        title, rest = plain(panel.kicker), replace(panel, kicker="")
    elif not panel.figure and panel.heading:
        large = True
    alone = large and not (rest.words or rest.points or rest.graphic)
    return PosterWords(title=title, subtitle=Text(), sources=sources, address=Text(), large=large, alone=alone), rest


def _too_much(deck: Deck, panels: Sequence[Panel], filler: PosterFiller) -> Crowded:
    """How many of the panels a page has room for."""
    where = f"a page ‘{deck.page}’"
    if _title_words(deck) > _LONGEST_TITLE:
        because = f"{where} has no room for a title of {_title_words(deck)} words"
        return Crowded(slide=deck.slides[0], because=because, instead="shorten it")
    fit = 0
    for count in range(1, len(panels)):
        if not filler.fits(panels[:count], _page(deck, panels[:count], FULLEST_FIRST[-1]), card=False):
            break
        fit = count
    if not fit:
        because = f"{where} has no room for panel 1 even in the smallest type"
        return Crowded(slide=deck.slides[0], because=because, instead=_instead(deck, "shorten it"))
    over = len(panels) - fit
    because = (
        f"too much for {where}: it has room for {'the first panel' if fit == 1 else f'the first {fit} panels'} "
        f"of {len(panels)}, so {over} {'is' if over == 1 else 'are'} too many"
    )
    return Crowded(slide=deck.slides[fit], because=because, instead=_instead(deck, f"leave out {over}"))


def _title_words(deck: Deck) -> int:
    return deck.title.word_count + (deck.subtitle.word_count if deck.subtitle else 0)


def _instead(deck: Deck, first: str) -> str:
    larger = _LARGER.get(deck.page)
    return ", or ".join(filter(None, (first, f"take a larger page, like {larger}" if larger else "",
                                      "" if deck.cards else "write  cards: yes  for a page each")))  # fmt: skip


def _notes(slides: Iterable[Slide], panels: Sequence[Panel], deck: Deck) -> Text:
    """What to take care of and the works in full, for whoever hands the page on."""
    shown = tuple(slides)
    own = [panel for slide, panel in zip(deck.slides, panels, strict=True) if any(slide is one for one in shown)]
    care = dict.fromkeys(caveat for panel in own for caveat in panel.caveats)
    works = dict.fromkeys(c.source.reference for slide in shown for c in slide.citations)
    paragraphs: list[Paragraph] = []
    for heading, entries in (("Take care", care), ("Sources", works)):
        if entries:
            paragraphs.append(Paragraph((Run(heading),), heading=True))
            paragraphs += [Paragraph((Run(capital(entry)),), bullet=True) for entry in entries]
    return Text(tuple(paragraphs))
