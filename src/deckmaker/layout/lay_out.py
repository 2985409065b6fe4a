"""Gives every item of a deck its place: slide kinds fill pages, the first layout in which all fits is taken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deckmaker.discovery import Features
from deckmaker.fonts import measure as ruler_of
from deckmaker.layout.fit import ends_in_a_lonely_word, place_text
from deckmaker.layout.grid import HEIGHT, NARROW, WIDTH
from deckmaker.layout.page import DeckPage
from deckmaker.model.deck import Deck, LaidOutDeck, Slide
from deckmaker.model.diagnostic import Diagnostic
from deckmaker.model.feature import Content, Measure
from deckmaker.model.frame import Frame, FrameItem, GraphicItem, IconItem, TextItem
from deckmaker.model.layout import Layout, Role
from deckmaker.model.text import Run


def lay_out(deck: Deck, features: Features) -> LaidOutDeck:
    """Every slide as one or more frames. What does not fit is placed all the same and says so: ``item.overflows``.

    Raises ``FontError`` when the theme's live font cannot be measured.
    """
    measure = ruler_of(deck.theme.live)
    page = DeckPage(deck, features, measure, deck.numbers)
    frames: list[Frame] = []
    slides: list[Slide] = []
    diagnostics: list[Diagnostic] = []
    section = ""
    for slide in deck.slides:
        contents = features.slides[slide.kind].fill(slide, page)
        refused = [d for content in contents for d in _refusals(content, slide, features)]
        diagnostics.extend(refused)
        if refused:
            contents = tuple(replace(content, graphics={}) for content in contents)
        section = slide.opens or section
        for content in _told_apart(contents):
            frames.append(_frame(content, section, features, measure))
            slides.append(slide)
    return LaidOutDeck(
        deck=deck,
        frames=tuple(frames),
        slides=tuple(slides),
        layouts=tuple(features.layouts.values()),
        diagnostics=tuple(diagnostics),
    )


def _refusals(content: Content, slide: Slide, features: Features) -> Iterator[Diagnostic]:
    """A diagnostic for each graphic that would mislead, with the reason."""
    for graphic in content.graphics.values():
        statistic = graphic.statistic
        refused = {refusal.kind: refusal.because for refusal in statistic.drawing.refused}
        because = refused.get(graphic.kind) or features.graphics[graphic.kind].refuses(statistic)
        if because:
            honest = dict.fromkeys((statistic.drawing.default, *statistic.drawing.allowed))
            names = ", ".join(kind for kind in honest if kind in features.graphics and kind != graphic.kind)
            yield Diagnostic(
                "misleading-graphic",
                f"‘{statistic.id}’ cannot be drawn as ‘{graphic.kind}’: {because}",
                slide.position,
                f"choose from: {names}" if names else "leave ‘graphic:’ out",
            )


def _told_apart(contents: tuple[Content, ...]) -> Iterator[Content]:
    """Pages of one slide, their titles ending in ‘(1 of 2)’ where there are several."""
    for number, content in enumerate(contents, start=1):
        if len(contents) == 1:
            yield content
        else:
            title = content.texts["title"].followed_by(Run(f" ({number} of {len(contents)})"))
            yield replace(content, texts={**content.texts, "title": title})


def _frame(content: Content, section: str, features: Features, measure: Measure) -> Frame:
    tried: list[tuple[Layout, tuple[FrameItem, ...]]] = []
    for name in _with_narrow(content.layouts, features):
        layout = features.layouts[name]
        items = tuple(_items(content, layout, features, measure))
        tried.append((layout, items))
        if all(_is_well_set(item, layout, measure) for item in items):
            break
    else:
        fitting = [pair for pair in tried if not any(isinstance(i, TextItem) and i.overflows for i in pair[1])]
        layout, items = fitting[0] if fitting else tried[-1]
    return Frame(
        layout=layout.name,
        ground=layout.ground,
        width=WIDTH,
        height=HEIGHT,
        title=str(content.texts.get("title", "")),
        items=items,
        notes=content.notes,
        section=section,
    )


def _with_narrow(names: tuple[str, ...], features: Features) -> tuple[str, ...]:
    return tuple(v for name in names for v in (name, name + NARROW) if v == name or v in features.layouts)


def _is_well_set(item: FrameItem, layout: Layout, measure: Measure) -> bool:
    if not isinstance(item, TextItem):
        return True
    is_title = layout.placeholder(item.placeholder).role is Role.TITLE
    return not item.overflows and not (is_title and ends_in_a_lonely_word(item, measure))


def _items(content: Content, layout: Layout, features: Features, measure: Measure) -> Iterator[FrameItem]:
    unknown = {*content.texts, *content.graphics} - {place.name for place in layout.placeholders}
    if unknown:
        raise KeyError(f"layout {layout.name!r} has no placeholder for {sorted(unknown)}")
    for place in layout.placeholders:
        if place.name in content.graphics:
            graphic = content.graphics[place.name]
            words = features.graphics[graphic.kind].describe(graphic)
            yield GraphicItem(placeholder=place.name, box=place.box, graphic=graphic, alternative_text=words)
        elif content.texts.get(place.name):
            yield place_text(place, content.texts[place.name], measure)
    for spot in layout.icons:
        if spot.name in content.icons:
            yield IconItem(icon=content.icons[spot.name], box=spot.box, colour=spot.colour)
