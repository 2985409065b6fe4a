"""Finds the library's figures and quotations in words, where nothing else says where they come from.

A match is a likeness: the same figure near words that its record has too, or nearly the same sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from deckmaker.auditing.comparing import figures_in, hedges_in, likeness, pairs_of_letters, plain
from deckmaker.auditing.finding import Finding, brief, error, note, warning
from deckmaker.auditing.records import late_finding
from deckmaker.auditing.seen import SeenSlide
from deckmaker.model.evidence import Library, Quotation, Statistic
from deckmaker.model.figures import figure_words

_NEARLY, _NEARLY_UNMARKED = 0.86, 0.93
"""Likeness from which words in quotation marks, or without, count as a quotation that is no longer exact."""
_FEWEST = 6
"""Words of a passage that is compared with quotations."""
_SHARED, _SHARED_BY_CHANGED = 2, 4
"""Words that a text shares with a record, for its figure or for another figure in its place."""
_MOST_TEXTS = 400
_LETTERS = re.compile(r"[a-z][a-z'-]{3,}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_QUOTED = re.compile(r'"([^"]{20,2000})"')
_COMMON_WORDS = (
    "about after also because been before being between both could does each every from have here into less more most "
    "only other over said same some such than that their them then there these they this those through under very were "
    "what when where which while will with would your source children babies baby child people place stated"
)
_COMMON = frozenset(_COMMON_WORDS.split())


class Known:
    """The library's quotations and figures, made ready to be looked for."""

    def __init__(self, library: Library) -> None:
        self.quotations = [
            (one, plain(words).casefold(), pairs_of_letters(words))
            for one in library.quotations.values()
            for words in dict.fromkeys((*one.parts, one.text, one.short))
            if len(words.split()) >= _FEWEST
        ]
        self.statistics = [
            (one, frozenset(_digits(figure_words(one))), frozenset(_words(f"{one.counted} {one.base} {one.predicate} "
             f"{one.phrase} {one.headline}")))
            for one in library.statistics.values()
        ]  # fmt: skip


def words_findings(slide: SeenSlide, known: Known, today: date) -> Iterator[Finding]:
    """What is to be said of the figures and quotations on a slide."""
    at, late, strange = [slide.number], set[str](), list[str]()
    everything = slide.text.casefold()
    for _, words in list(slide.paragraphs)[:_MOST_TEXTS]:
        yield from _quotations(words, known, at)
        if any(plain(words).casefold() in text for _, text, _ in known.quotations) and len(words.split()) >= _FEWEST:
            continue
        for figure in _digits(words):
            same, exact = _nearest(figure, words, slide, known)
            if same is None:
                strange.append(figure)
            elif not exact:
                said = f"‘{figure}’ is not what the library’s ‘{same.id}’ says: ‘{figure_words(same)}’"
                yield warning("figure-differs", said, f"it stands in ‘{brief(words)}’; look which is right", at)
            else:
                yield from _matched(same, words, everything, at)
                if same.review_by is not None and same.review_by < today:
                    late.add(f"‘{same.id}’")
    yield from late_finding({name: set(at) for name in sorted(late)})
    if strange:
        listed = ", ".join(f"‘{one}’" for one in list(dict.fromkeys(strange))[:6])
        yield note("unknown-figure", f"the library does not know {listed}", "say where each comes from", at)


def _matched(statistic: Statistic, words: str, everything: str, at: list[int]) -> Iterator[Finding]:
    name, said = f"‘{statistic.id}’", figure_words(statistic)
    if statistic.superseded_by:
        yield error("superseded", f"the figure {name} has been superseded by ‘{statistic.superseded_by}’", "", at)
    hedges = hedges_in(said)
    if hedges and not set(hedges) & set(hedges_in(words)):
        yield warning("hedge-lost", f"the library’s {name} says ‘{said}’: ‘{brief(words)}’ leaves that out", "", at)
    names = {word for c in statistic.cite for word in _words(c.source.short.split(",")[0])}
    if names and not any(word in everything for word in names):
        shorts = "; ".join(dict.fromkeys(c.source.short for c in statistic.cite))
        yield warning("no-source", f"the figure of ‘{brief(words)}’ has no source on the slide", f"it is {shorts}", at)


def _quotations(words: str, known: Known, at: list[int]) -> Iterator[Finding]:
    quoted = _QUOTED.findall(plain(words))
    for passage in quoted or [plain(words)]:
        folded = passage.casefold().strip(' "')
        if len(passage.split()) < _FEWEST or any(folded in text for _, text, _ in known.quotations):
            continue
        letters = pairs_of_letters(passage)
        best: tuple[float, Quotation | None] = max(
            ((likeness(letters, other), one) for one, _, other in known.quotations),
            key=lambda f: f[0],
            default=(0, None),
        )
        if best[1] is not None and best[0] >= (_NEARLY if quoted else _NEARLY_UNMARKED):
            said = f"‘{brief(passage)}’ is nearly the quotation ‘{best[1].id}’, but not exactly"
            yield error("quotation-not-exact", said, f"the exact words: deckmaker library show {best[1].id}", at)
        elif quoted:
            yield note(
                "unknown-quotation", f"the library does not have the words ‘{brief(passage)}’", "say whose they are", at
            )


def _nearest(figure: str, words: str, slide: SeenSlide, known: Known) -> tuple[Statistic | None, bool]:
    """The record that has the figure (then true), or else one in whose figure’s place it seems to stand."""
    own = set(_words(words))
    near = own | set(_words(slide.title))
    same = _most_alike([(len(near & of), one) for one, figures, of in known.statistics if figure in figures], _SHARED)
    if same is not None:
        return same, True
    percent, fewest = "%" in figure, max(_SHARED_BY_CHANGED, len(own) // 2)
    others = [
        (len(own & of), one)
        for one, figures, of in known.statistics
        if any("%" in other for other in figures) == percent and figure not in figures
    ]
    return _most_alike(others, fewest), False


def _most_alike(found: Sequence[tuple[int, Statistic]], fewest: int) -> Statistic | None:
    best = max(found, key=lambda one: one[0], default=None)
    return best[1] if best is not None and best[0] >= fewest else None


def _digits(words: str) -> Iterator[str]:
    """Figures in digits that say something: no years, no small numbers without a sign."""
    for one in figures_in(words):
        number = one.strip("£$€%mbn")
        if one[-1:].isalpha() and not any(c.isdigit() for c in one):
            continue
        if not (_YEAR.fullmatch(one) or (number == one and number.isdecimal() and int(number) <= 12)):
            yield one


def _words(words: str) -> Iterator[str]:
    return (one for one in _LETTERS.findall(plain(words).casefold()) if one not in _COMMON)
