"""Whether a presentation keeps to the brand: its theme, its layouts, and nothing set by hand."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from deckmaker.auditing.finding import Finding, brief, note, warning
from deckmaker.auditing.seen import SeenDeck
from deckmaker.model.theme import Theme

_MOST = 12
"""Fonts or colours that are named one by one; of the rest the number is told."""


def brand_findings(deck: SeenDeck, theme: Theme, layouts: Collection[str]) -> Iterator[Finding]:
    """What is not the brand's. ``layouts`` are the titles of its layouts."""
    yield from _theme(deck, theme)
    yield from _fonts(deck, theme)
    yield from _colours(deck, theme)
    yield from _layouts(deck, layouts)
    moved = {s.number: [shape.name for shape in s.shapes if shape.moved] for s in deck.slides}
    for number, names in moved.items():
        if names:
            listed = ", ".join(f"‘{brief(name, 30)}’" for name in names[:4])
            yield note("moved-by-hand", f"moved or resized by hand: {listed}", "choose Reset on the Home tab", [number])


def _theme(deck: SeenDeck, theme: Theme) -> Iterator[Finding]:
    family = theme.live.family
    if deck.theme_fonts and any(font.casefold() != family.casefold() for font in deck.theme_fonts):
        named = " and ".join(f"‘{brief(font, 40)}’" for font in deck.theme_fonts)
        yield warning(
            "other-fonts", f"the theme’s fonts are {named}, the brand’s is ‘{family}’", "use the brand’s theme"
        )
    ours = {value.upper() for value in theme.palette.values()}
    strange = sorted({value for value in deck.theme_colours.values() if value and value not in ours})
    if strange:
        words = f"{len(strange)} colours of the theme are not the brand’s: {', '.join(strange[:_MOST])}"
        yield warning("other-colours", words, f"use the theme of the brand ‘{theme.name}’")


def _fonts(deck: SeenDeck, theme: Theme) -> Iterator[Finding]:
    for font, slides in _by(deck, "fonts")[:_MOST]:
        said = f"text is set in ‘{brief(font, 40)}’ by hand"
        hint = "select it and choose the theme’s font, or Reset on the Home tab"
        yield warning("font-by-hand", said, hint, slides)


def _colours(deck: SeenDeck, theme: Theme) -> Iterator[Finding]:
    ours = {value.upper(): name for name, value in theme.palette.items()}
    found = _by(deck, "colours")
    for colour, slides in found[:_MOST]:
        if colour in ours:
            words = f"the brand’s colour ‘{ours[colour]}’ ({colour}) is set by its value"
            yield note(
                "colour-by-value", words, "choose it among the theme’s colours, so that it follows the theme", slides
            )
        else:
            hint = "choose one of the theme’s colours"
            yield warning("colour-by-hand", f"the colour {colour} is not the brand’s", hint, slides)
    if len(found) > _MOST:
        yield warning("colour-by-hand", f"{len(found) - _MOST} more colours are set by hand", "use the theme’s colours")


def _layouts(deck: SeenDeck, layouts: Collection[str]) -> Iterator[Finding]:
    ours = {name.casefold() for name in layouts}
    strange: dict[str, list[int]] = {}
    for slide in deck.slides:
        if slide.layout.casefold() not in ours:
            strange.setdefault(slide.layout, []).append(slide.number)
    for name, slides in sorted(strange.items(), key=lambda one: one[1])[:_MOST]:
        yield warning(
            "other-layout", f"the layout ‘{brief(name, 40)}’ is not the brand’s", "choose a layout of the brand", slides
        )


def _by(deck: SeenDeck, what: str) -> list[tuple[str, list[int]]]:
    """Each font or colour with its slides, the most frequent first."""
    found: dict[str, list[int]] = {}
    for slide in deck.slides:
        values: Any = getattr(slide, what)
        for value in sorted(values):
            found.setdefault(value, []).append(slide.number)
    return sorted(found.items(), key=lambda one: (-len(one[1]), one[0]))
