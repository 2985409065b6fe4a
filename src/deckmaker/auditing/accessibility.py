"""Whether everybody can read a presentation: titles, alternative text, reading order, language, contrast, type."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckmaker.auditing.finding import Finding, brief, error, note, warning
from deckmaker.auditing.seen import SeenDeck, SeenRun, SeenSlide
from deckmaker.model.colour import contrast

SMALLEST = 12.0
"""Points below which type cannot be read from a seat."""
_FILE_NAME = re.compile(r"\S{1,200}\.(?:png|jpe?g|gif|svg|bmp|emf|wmf|tiff?|webp)", re.IGNORECASE)
_LARGE = 24.0
_ENOUGH, _ENOUGH_IF_LARGE = 4.5, 3.0


def accessibility_findings(deck: SeenDeck) -> Iterator[Finding]:
    """What shuts somebody out. Sizes and colours are judged where they were set by hand."""
    titles: dict[str, list[int]] = {}
    for slide in deck.slides:
        if slide.title:
            titles.setdefault(slide.title.casefold(), []).append(slide.number)
        yield from _slide(slide)
    for slides in titles.values():
        if len(slides) > 1:
            title = deck.slides[slides[0] - 1].title
            hint = "give each slide a title of its own: it is how people find their way with a screen reader"
            yield warning("repeated-title", f"{len(slides)} slides have the title ‘{brief(title)}’", hint, slides)
    mute = [s.number for s in deck.slides if not deck.language and _has_words_without_language(s)]
    if mute:
        yield warning("no-language", "text has no language, so it may be read aloud in the wrong voice",
                      "select it and set the language on the Review tab", mute)  # fmt: skip


def _slide(slide: SeenSlide) -> Iterator[Finding]:
    at = [slide.number]
    words = [shape for shape in slide.shapes if shape.text and shape.placeholder not in {"sldNum", "dt", "ftr"}]
    if not slide.title:
        yield error("no-title", "the slide has no title", "give it one; it may be hidden above the slide", at)
    elif words and not words[0].is_title:
        hint = "on the Home tab: Arrange, Selection Pane; the title belongs at the bottom of that list"
        yield warning("title-not-first", f"‘{brief(words[0].name, 40)}’ is read before the title", hint, at)
    for shape in slide.shapes:
        if shape.is_picture and not shape.alternative_text and not shape.decorative:
            said = f"‘{brief(shape.name, 40)}’ has no alternative text"
            yield error("no-alternative-text", said, "say in a sentence what it shows, or mark it as decorative", at)
        elif shape.is_picture and _FILE_NAME.fullmatch(shape.alternative_text):
            said = f"the alternative text of a picture is a file’s name: ‘{brief(shape.alternative_text, 40)}’"
            yield error("no-alternative-text", said, "say in a sentence what it shows, or mark it as decorative", at)
    tiny = sorted({r.size for r in _runs(slide) if r.size is not None and r.size < SMALLEST and r.text.strip()})
    if tiny:
        yield warning("tiny-type", f"type of {tiny[0]:g} points", "say less, in type of 18 points or more", at)
    yield from _contrast(slide)
    if slide.hidden:
        yield note("hidden-slide", "the slide is hidden", "it is still in the file that people are given", at)


def _contrast(slide: SeenSlide) -> Iterator[Finding]:
    worst: tuple[float, str, str] | None = None
    for shape in slide.shapes:
        ground = shape.fill or slide.ground
        for run in (run for paragraph in shape.paragraphs for run in paragraph.runs):
            if ground and run.colour and run.text.strip():
                ratio = contrast(run.colour, ground)
                enough = _ENOUGH_IF_LARGE if run.size is not None and run.size >= _LARGE else _ENOUGH
                if ratio < enough and (worst is None or ratio < worst[0]):
                    worst = (ratio, run.text, f"{run.colour} on {ground}")
    if worst is not None:
        words = f"‘{brief(worst[1], 40)}’ is hard to read: {worst[2]} has a contrast of {worst[0]:.1f} to 1"
        yield warning(
            "low-contrast", words, f"it needs {_ENOUGH} to 1, large type {_ENOUGH_IF_LARGE:g} to 1", [slide.number]
        )


def _runs(slide: SeenSlide) -> Iterator[SeenRun]:
    return (run for shape in slide.shapes for paragraph in shape.paragraphs for run in paragraph.runs)


def _has_words_without_language(slide: SeenSlide) -> bool:
    return any(run.text.strip() and not run.language for run in _runs(slide))
