"""Our PDF held against LibreOffice's of the PowerPoint file: the same lines, at the same places, the same fills.

One slide of every kind, as its example has it, and two standard decks. LibreOffice sets the lines of tables closer
than other text, so their heights are not held against each other. The greatest differences stand in the test report.
"""

from __future__ import annotations

import html
import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader

from deckmaker.discovery import Features
from deckmaker.drawing.store import CachedDraw
from deckmaker.layout.lay_out import lay_out
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.frame import Line, TableItem, TextItem
from deckmaker.outputs.pdf import OUTPUT as PDF
from deckmaker.outputs.png import OUTPUT as PNG
from deckmaker.outputs.pptx import OUTPUT as POWERPOINT
from deckmaker.reading import build, read
from deckmaker.workspace import Workspace

LEFT_OUT = {"image"}
"""Kinds whose example needs a file of somebody's own."""


@dataclass(frozen=True)
class Word:
    """A word as it stands in a PDF, in points from the top left corner."""

    left: float
    top: float
    right: float
    bottom: float
    words: str


@dataclass(frozen=True)
class Found:
    """A line as it stands in a PDF. ``left`` is nothing where a bullet sticks to its first word."""

    left: float | None
    right: float
    baseline: float


def spec() -> str:
    features = Features()
    slides = ["section: One part"]
    slides += [kind.example for name, kind in sorted(features.slides.items()) if name not in LEFT_OUT]
    rows = ["\n    ".join(f"  - {example}".splitlines()) for example in slides]
    return "title: One of every kind\nslides:\n" + "\n".join(rows) + "\n"


@dataclass(frozen=True)
class Pair:
    """A deck and its two PDFs: ours, and LibreOffice's of the presentation."""

    laid_out: LaidOutDeck
    ours: Path
    theirs: Path


@pytest.fixture(scope="module", params=["every kind", "ten-messages", "workshop-60-minutes"])
def pair(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    soffice: Callable[[Path, Path], Path],
) -> Pair:
    folder = tmp_path_factory.mktemp("agreement")
    standard = Path(__file__).parents[2] / "decks" / f"{request.param}.yaml"
    (folder / "decks").mkdir()
    (folder / "decks" / "deck.yaml").write_text(
        standard.read_text(encoding="utf-8") if standard.exists() else spec(), encoding="utf-8"
    )
    features, workspace = Features(), Workspace(folder)
    laid_out = lay_out(build("decks/deck.yaml", read("decks/deck.yaml", workspace, features), features), features)
    draw = CachedDraw(laid_out.deck.theme)
    (folder / "ours.pdf").write_bytes(PDF.render(laid_out, draw)["deck.pdf"])
    (folder / "ours.png").mkdir()
    for number, picture in enumerate(PNG.render(replace(laid_out, picture_size=(960, 540)), draw).values()):
        (folder / "ours.png" / f"{number}.png").write_bytes(picture)
    (folder / "deck.pptx").write_bytes(POWERPOINT.render(laid_out, draw)["deck.pptx"])
    return Pair(laid_out, folder / "ours.pdf", soffice(folder / "deck.pptx", folder))


@cache
def words_of(pdf: Path) -> list[list[Word]]:
    told = subprocess.run(
        ["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True, encoding="utf-8"
    ).stdout
    pattern = re.compile(r'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)</word>')
    return [
        [Word(float(m[1]), float(m[2]), float(m[3]), float(m[4]), html.unescape(m[5])) for m in pattern.finditer(page)]
        for page in told.split("<page ")[1:]
    ]


@cache
def starts_of(pdf: Path) -> list[list[tuple[float, float]]]:
    """Where pieces of text begin on each page: from the left, and the baseline from the top."""
    pages = []
    for page in PdfReader(pdf).pages:
        found: list[tuple[float, float]] = []
        height = float(page.mediabox.height)

        def note(
            operator: bytes, _: Any, cm: list[float], tm: list[float], found: Any = found, h: float = height
        ) -> None:
            if operator in (b"Tj", b"TJ"):
                x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
                y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
                found.append((x, h - y))

        page.extract_text(visitor_operand_before=note)
        pages.append(found)
    return pages


def lines_of(laid_out: LaidOutDeck) -> Iterator[tuple[int, Line, bool]]:
    """Every line of live text: its page, itself, whether it stands in a table."""
    for page, frame in enumerate(laid_out.frames):
        for item in frame.items:
            if isinstance(item, TextItem):
                yield from ((page, line, False) for line in item.lines if line.runs)
            elif isinstance(item, TableItem):
                for cell in (cell for row in item.rows for cell in row):
                    yield from ((page, line, True) for line in cell.lines if line.runs)


def find(pdf: Path, page: int, line: Line) -> list[Found]:
    """The line wherever it stands in one row on the page."""
    wanted = "".join("".join(run.text for run in line.runs).split())
    rows: dict[int, list[Word]] = {}
    for word in words_of(pdf)[page]:
        near = next((row for row in rows if abs(row - word.bottom) < 3), round(word.bottom))
        rows.setdefault(near, []).append(word)
    found = []
    for row in rows.values():
        row.sort(key=lambda word: word.left)
        joined = "".join(word.words for word in row)
        for match in re.finditer(re.escape(wanted), joined):
            first, sticks = _word_at(row, match.start())
            last, _ = _word_at(row, match.end() - 1)
            if match.end() != _end(row, last) or sticks > 2:
                continue
            base = [(x, y) for x, y in starts_of(pdf)[page] if first.top < y < first.bottom and x < first.left + 3]
            if base:
                found.append(Found(None if sticks else first.left, last.right, max(base)[1]))
    return found


def _word_at(row: list[Word], place: int) -> tuple[Word, int]:
    for word in row:
        if place < len(word.words):
            return word, place
        place -= len(word.words)
    raise AssertionError("no such place")


def _end(row: list[Word], last: Word) -> int:
    return sum(len(word.words) for word in row[: row.index(last) + 1])


def matched(pair: Pair, *, tables: bool = True) -> Iterator[tuple[int, Line, Found, Found]]:
    for page, line, is_of_table in lines_of(pair.laid_out):
        if is_of_table and not tables:
            continue
        ours, theirs = find(pair.ours, page, line), find(pair.theirs, page, line)
        both = [
            (o, t) for o in ours for t in theirs if abs(o.baseline - t.baseline) < 8 and abs(o.right - t.right) < 40
        ]
        if both:
            yield (page, line, *min(both, key=_apart))


def _apart(both: tuple[Found, Found]) -> float:
    return abs(both[0].baseline - both[1].baseline) + 3 * abs(both[0].right - both[1].right)


def name(page: int, line: Line) -> str:
    return f"page {page + 1}: {''.join(run.text for run in line.runs)}"


def test_lines_are_broken_alike(pair: Pair) -> None:
    every = list(lines_of(pair.laid_out))
    alike = {(page, id(line)) for page, line, _, _ in matched(pair)}
    assert len(every) > 120
    assert [name(page, line) for page, line, _ in every if (page, id(line)) not in alike] == []


def test_lines_begin_and_stand_within_two_points(
    pair: Pair, record_testsuite_property: Callable[[str, object], None]
) -> None:
    found = list(matched(pair, tables=False))
    assert len(found) > 120
    lefts = [abs(o.left - t.left) for _, _, o, t in found if o.left is not None and t.left is not None]
    assert len(lefts) > len(found) * 0.9
    record_testsuite_property(
        f"{pair.laid_out.deck.title}: baselines, points",
        max(abs(ours.baseline - theirs.baseline) for _, _, ours, theirs in found),
    )
    record_testsuite_property(f"{pair.laid_out.deck.title}: line starts, points", max(lefts))
    far = [
        f"{name(page, line)}: {ours} {theirs}" for page, line, ours, theirs in found
        if abs(ours.baseline - theirs.baseline) > 2
        or (ours.left is not None and theirs.left is not None and abs(ours.left - theirs.left) > 2)
    ]  # fmt: skip
    assert far == []


def test_lines_end_within_a_hundredth_of_their_width(
    pair: Pair, record_testsuite_property: Callable[[str, object], None]
) -> None:
    """A few letters are so short that less than 1.2 points are more than a hundredth: no eye tells them apart."""
    found = [(abs(o.right - t.right), line.width, name(page, line)) for page, line, o, t in matched(pair)]
    long = [far / width for far, width, _ in found if width >= 100]
    assert len(long) > 100
    record_testsuite_property(f"{pair.laid_out.deck.title}: line ends, share of the width", max(long))
    assert [told for far, width, told in found if far > max(width / 100, 1.2)] == []
    assert max(long) <= 0.01


def pixels(pdf: Path, page: int) -> Image.Image:
    made = subprocess.run(
        ["pdftoppm", "-png", "-r", "72", "-f", str(page + 1), "-l", str(page + 1), str(pdf)],
        check=True, capture_output=True,
    ).stdout  # fmt: skip
    return Image.open(BytesIO(made)).convert("RGB")


def colour_at(picture: Image.Image, place: tuple[int, int]) -> tuple[int, int, int]:
    colour = picture.getpixel(place)
    assert isinstance(colour, tuple)
    red, green, blue = colour
    return int(red), int(green), int(blue)


def lab(colour: tuple[int, int, int]) -> tuple[float, float, float]:
    """CIE L*a*b* of sRGB, in daylight (D65)."""
    linear = [c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
    x, y, z = (
        sum(weight * channel for weight, channel in zip(weights, linear, strict=True)) / white
        for weights, white in (((0.4124, 0.3576, 0.1805), 0.9505), ((0.2126, 0.7152, 0.0722), 1.0),
                               ((0.0193, 0.1192, 0.9505), 1.089))
    )  # fmt: skip
    x, y, z = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """CIE 1976 colour difference."""
    return float(sum((a - b) ** 2 for a, b in zip(lab(one), lab(other), strict=True)) ** 0.5)


def test_solid_fills_have_the_same_colour(pair: Pair, record_testsuite_property: Callable[[str, object], None]) -> None:
    layouts = {layout.name: layout for layout in pair.laid_out.layouts}
    seen: set[str] = set()
    worst: list[tuple[float, str]] = []
    for page, frame in enumerate(pair.laid_out.frames):
        if frame.layout in seen:
            continue
        seen.add(frame.layout)
        ours, theirs = pixels(pair.ours, page), pixels(pair.theirs, page)
        picture = Image.open(pair.ours.parent / "ours.png" / f"{page}.png").convert("RGB")
        spots = [(2.0, 2.0), (957.0, 537.0)]
        for item in layouts[frame.layout].decoration:
            if item.fill and item.box.width > 8 and item.box.height > 8:
                spots.append((item.box.x + item.box.width / 2, item.box.y + 5))
        for x, y in spots:
            if 2 <= x < 958 and 2 <= y < 538:
                place = (int(x), int(y))
                other = colour_at(theirs, place)
                for one in (colour_at(ours, place), colour_at(picture, place)):
                    worst.append((difference(one, other), f"page {page + 1} at {place}: {one} {other}"))
    assert len(worst) > 50
    record_testsuite_property(f"{pair.laid_out.deck.title}: fills, colour difference", max(worst)[0])
    assert [told for far, told in worst if far > 3] == []
