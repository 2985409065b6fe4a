"""The foot of an infographic: where each panel's figures and words come from, with place and year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from deckmaker.layout.lettering import capital
from deckmaker.model.feature import Panel
from deckmaker.model.frozen import frozen
from deckmaker.model.text import Paragraph, Run, Text


@frozen
class Fullness:
    """How much the foot says: with titles of works or not. Place, year and first caveat are always there."""

    titles: bool = True


FULLEST_FIRST = (Fullness(), Fullness(titles=False))


def sources_of(panels: Sequence[Panel], full: Fullness) -> tuple[Text, bool]:
    """The sources as one paragraph, and whether panels are told apart in it by their numbers.

    What several panels have in common is said once: ‘1, 3 Hogg, Rare Jewels (2019). England, 2019.’ Of two ways to
    group, by panel or by work, the shorter is taken.
    """
    panel_by_panel = _grouped((*_works(panel, full), *_further(panel)) for panel in panels)
    if not panel_by_panel:
        return Text(), False
    if len(panel_by_panel) == 1:
        told = next(iter(panel_by_panel))
        opening = "Sources: " if "; " in told[0] else "Source: "
        return Text((Paragraph((Run(opening + _sentences(told)),)),)), False
    by_panel = [Run("Sources:"), *_keyed(panel_by_panel)]
    by_work = _by_work(panels, full)
    shorter = min((by_panel, by_work), key=lambda runs: sum(len(run.text) for run in runs))
    return Text((Paragraph(tuple(shorter)),)), True


def _by_work(panels: Sequence[Panel], full: Fullness) -> list[Run]:
    """Each work with the numbers of the panels that it is behind; then what else there is to say of panels."""
    works: dict[str, list[int]] = {}
    for number, panel in enumerate(panels, start=1):
        for told in _works(panel, full):
            for work in told.split("; "):
                works.setdefault(work, []).append(number)
    runs = [Run("Sources:")]
    for place, (work, numbers) in enumerate(works.items()):
        runs += [Run(f"{';' if place else ''} {work}\u00a0"), Run(numbers_words(numbers), bold=True)]
    runs.append(Run("."))
    return [*runs, *_keyed(_grouped(tuple(_further(panel)) for panel in panels))]


def _grouped(told: Iterable[tuple[str, ...]]) -> Mapping[tuple[str, ...], list[int]]:
    groups: dict[tuple[str, ...], list[int]] = {}
    for number, one in enumerate(told, start=1):
        if one:
            groups.setdefault(one, []).append(number)
    return groups


def _keyed(groups: Mapping[tuple[str, ...], list[int]]) -> Iterator[Run]:
    for told, numbers in groups.items():
        yield Run(" ")
        yield Run(f"{numbers_words(numbers)}\u00a0", bold=True)
        yield Run(_sentences(told))


def _sentences(told: Iterable[str]) -> str:
    return " ".join(f"{capital(sentence.rstrip('.'))}." for sentence in told)


def numbers_words(numbers: Sequence[int]) -> str:
    """‘1 to 4, 7’: numbers in ascending order, three or more in a row from the first to the last."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    words = [f"{run[0]}\u00a0to\u00a0{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs]
    return ", ".join(words)


def _works(panel: Panel, full: Fullness) -> Iterator[str]:
    works = dict.fromkeys(c.source.short if full.titles else c.source.brief for c in panel.citations)
    own = str(panel.source).strip()
    named = "; ".join((*works, *((own,) if own else ())))
    if named:
        yield named


def _further(panel: Panel) -> Iterator[str]:
    """Place and period, the first caveat: a sentence each."""
    if panel.scope:
        yield panel.scope
    yield from panel.caveats[:1]
