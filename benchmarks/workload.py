"""Decks to measure with: a title, then text slides with sixty words of notes, quotations, and statistic slides in turn.

Every statistic is another one, so that every graphic has to be drawn. The evidence is invented and stands in a library
folder of the workload's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

NOTES = (
    "A baby learns about the world from the people who hold it, feed it and speak to it. When they answer, it learns "
    "that it matters. When nobody answers, it learns something else. Whoever plans services should think of both, and "
    "of the parents, who mostly want to do well and are often tired, alone or afraid, and who need one to ask."
)
"""Sixty words."""
QUOTATION = "Children are shaped by the care of those around them, and what is built early carries what is built later."
_FIRST = ("early", "warm", "quiet", "steady", "open", "patient", "gentle", "honest", "shared", "hopeful")
_SECOND = ("voices", "hands", "faces", "mornings", "questions", "answers", "families", "visits", "teams", "rooms")
_THIRD = ("matter", "help", "last", "count", "return", "travel", "meet", "remain", "begin", "carry")


@dataclass(frozen=True)
class Slide:
    """One slide of a workload; ``share`` is the per cent of a statistic."""

    kind: str
    headline: str
    share: float = 0.0


def slides(count: int) -> Iterator[Slide]:
    """So many slides, the title among them."""
    yield Slide("title", "A deck to measure with")
    kinds = ("text", "quotation", "statistic")
    for number in range(1, count):
        share = round(20 + 60 * (number / count), 3)
        yield Slide(kinds[(number - 1) % 3], _headline(number), share)


def _headline(number: int) -> str:
    """Words, no two alike, and without a figure."""
    first, second, third = _FIRST[number % 10], _SECOND[number // 10 % 10], _THIRD[number // 100 % 10]
    again = " once more" * (number // 1000)
    return f"{first.capitalize()} {second} {third}{again} for babies"


def write_spec(folder: Path, count: int, *, word: str = "") -> Path:
    """The spec of a workload and its evidence. ``word`` goes into the notes of the first text slide."""
    folder.mkdir(parents=True, exist_ok=True)
    evidence = folder / "evidence"
    evidence.mkdir(exist_ok=True)
    (evidence / "sources.yaml").write_text(
        "made-up-2026: {title: Made up to measure, short: Made up (2026), author: Nobody, year: '2026', uses: None.}\n",
        encoding="utf-8",
    )
    (evidence / "quotations.yaml").write_text(
        f"made-up: {{kind: block, parts: {QUOTATION!r}, attribution: Nobody, cite: made-up-2026, messages: 1}}\n",
        encoding="utf-8",
    )
    statistics: list[str] = []
    spec = ["title: A deck to measure with", "library: evidence", "slides:"]
    for number, slide in enumerate(slides(count)):
        match slide.kind:
            case "title":
                spec.append("  - title")
            case "text":
                more, word = (f" {word}", "") if word else ("", word)
                spec += ["  - text:", f"      headline: {slide.headline}",
                         "      points: [Ask who sees the youngest, Ask how long they wait]",
                         f"    notes: {NOTES}{more}"]  # fmt: skip
            case "quotation":
                spec += ["  - quotation: made-up", f"    headline: {slide.headline}"]
            case _:
                statistics.append(_statistic(number, slide))
                spec += [f"  - statistic: made-up-{number}"]
    (evidence / "statistics.yaml").write_text("".join(statistics) or "{}\n", encoding="utf-8")
    path = folder / f"w{count}.yaml"
    path.write_text("\n".join(spec) + "\n", encoding="utf-8")
    return path


def _statistic(number: int, slide: Slide) -> str:
    return (
        f"made-up-{number}:\n"
        f"  values: {slide.share}\n"
        "  unit: percent\n"
        f"  headline: {slide.headline}\n"
        "  counted: areas\n"
        "  base: of areas\n"
        "  predicate: answered in time\n"
        '  phrase: "{figure} of areas (nowhere, 2026)"\n'
        "  place: nowhere\n"
        '  period: "2026"\n'
        "  population: areas\n"
        f"  printed: {slide.share}%\n"
        "  cite: made-up-2026\n"
        "  messages: 1\n"
        "  drawing: {default: part-of-whole, unit-name: area, unit-plural: areas, rest: other areas}\n"
    )
