"""An invented library about hedgerows, and the invented source that it was made from."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from html import escape
from io import BytesIO
from pathlib import Path

import pytest

from deckmaker.model.diagnostic import Diagnostic
from deckmaker.model.evidence import Library
from deckmaker.model.numeral import Numeral
from deckmaker.reading.library import read_library
from deckmaker.reading.numerals import read_numerals
from deckmaker.verifying.source_text import SourceText, read_source
from deckmaker.verifying.verify import Verification, verify

SOURCES = """
report:
  title: Hedges and Birds
  short: Hedge Society, Hedges and Birds (2020)
  publisher: Hedge Society
  year: "2020"
  uses: The report itself.
finch-2018:
  title: "Counting wrens: a survey"
  short: Finch, Counting wrens (2018)
  author: Finch, A.
  year: "2018"
  numbers: 1
  printed:
    1: "Finch, A. (2018). Counting wrens: a survey. https://example.org/well-kept/counting_wrens-1.pdf"
  uses: How many wrens there are.
alder-2019:
  title: The cost of cutting
  short: Alder, The cost of cutting (2019)
  author: Alder, B. & Rowan, C.
  year: "2019"
  numbers: [2, 3]
  printed:
    2: "Alder, B. & Rowan, C. (2019). The cost of cutting. Journal of Lanes, 12(3): 45-51."
    3: "Alder, B. & Rowan, C. (2019) The cost of cutting. Journal of Lanes, 12 (3), 45-51"
  uses: What cutting costs.
"""

STATISTICS = """
nests-lost:
  values: 37
  unit: percent
  headline: Many nests are lost
  hedge: at least
  counted: nests
  base: of nests in hedges
  predicate: are lost when hedges are cut in spring
  phrase: "{figure} of nests in hedges (Borsetshire, 2018)"
  place: Borsetshire
  period: "2018"
  population: nests in hedges
  printed: At least 37% of nests in well-kept hedges
  cite: {source: finch-2018, number: 1}
  messages: 1
  drawing: {default: proportion-grid, icon: seedling}
  caveats: [One county only.]
  review-by: 2022-01-31
cost-of-cutting:
  values: {value: 1250, high: 3400}
  unit: pounds
  headline: Cutting is costly
  hedge: estimated
  counted: pounds a mile
  base: a mile
  predicate: is what cutting a hedge twice a year costs
  phrase: "{figure} a mile (Borsetshire, 2019)"
  place: Borsetshire
  period: "2019"
  population: miles of hedge
  printed: between £1,250 and £3,400 a mile
  cite: {source: alder-2019, number: 2}
  messages: 2
  drawing: {default: range-bar}
  caveats: [Prices of one year.]
  review-by: 2022-01-31
"""

QUOTATIONS = """
a-hedge-is-a-street:
  kind: block
  parts:
    - A hedge is a street with a thousand doors, and most of its people’s names we don’t know.
    - Cut it in May and you evict the lot of them [sic] at once.
  short: A hedge is a street with a thousand doors […]
  attribution: Berta Alder
  work: The cost of cutting
  year: "2019"
  cite: {source: alder-2019, number: 3}
  messages: 2
  audiences: [public]
leave-it-be:
  kind: inline
  parts: leave it be until the berries have gone
  short: leave it be
  attribution: The county’s guide
  work: Hedges and Birds
  year: "2020"
  cite: {source: report, locator: part 2}
  messages: 2
  nations: wales
  audiences: [practitioners]
"""

WORDS = " ".join(["word"] * 130)
SUPPORT = "{{text: Birds need a hedge, icon: seedling, cite: {{source: {0}}}}}"
MESSAGES = f"""
1:
  headline: Hedges are where wrens, finches and thrushes bring up their young
  short: Hedges are nurseries
  summary: Birds nest in hedges. They need them in spring.
  supports: [{", ".join([SUPPORT.format("finch-2018")] * 3)}]
  talking-points: {WORDS}
  cite: {{source: report}}
  statistics: nests-lost
  sections: [{{id: spring, title: In spring, summary: Birds nest.}}]
2:
  headline: Cutting less costs less, and keeps more birds through every season
  short: Cut less, keep more
  summary: Cutting is dear. Leaving a hedge alone is not.
  supports: [{", ".join([SUPPORT.format("alder-2019")] * 3)}]
  talking-points: {WORDS}
  cite: {{source: report}}
  statistics: cost-of-cutting
  quotations: [a-hedge-is-a-street, leave-it-be]
"""

NUMERALS = """
date:
  words: March 2020
  because: the date of the report.
parts:
  words: two parts
  because: it describes the report.
nests-again:
  words: those 37 in every hundred
  record: nests-lost
one-study:
  words: one of us
  because: a pronoun.
"""

SOURCE = """\
Hedges and Birds

March 2020, in two parts

1. Hedges are where wrens, finches and thrushes bring up their young

In spring

A hedge in **spring** is full of birds, as one of us has seen. At least 37% of nests in well-kept hedges are lost when the hedge is cut too early¹, and it is those 37 in every hundred that concern us.

2. Cutting less costs less, and keeps more birds through every season

Those who flail their hedges pay for it: an estimated cost of between £1,250 and £3,400 a mile was found in Borsetshire². The county's guide says "leave it be until the berries have gone", and it is right.

"A hedge is a street with a thousand doors, and most of its people's names we don't know.

Cut it in May and you evict the lot of them at once."

Berta Alder, The cost of cutting³

1. Finch, A. (2018). Counting wrens: a survey. <https://example.org/well-kept/counting_wrens-1.pdf>
2. Alder, B. & Rowan, C. (2019). The cost of cutting. *Journal of Lanes*, 12(3): 45-51.
3. Alder, B. & Rowan, C. (2019) The cost of cutting. *Journal of Lanes*, 12 (3), 45-51
"""  # noqa: E501


@pytest.fixture(scope="session")
def library() -> Library:
    return read_library(
        {
            "library/sources.yaml": SOURCES.encode(),
            "library/statistics.yaml": STATISTICS.encode(),
            "library/quotations.yaml": QUOTATIONS.encode(),
            "library/messages.yaml": MESSAGES.encode(),
            "library/diagrams.yaml": b"{}",
        }
    )


@pytest.fixture(scope="session")
def numerals(library: Library) -> tuple[Numeral, ...]:
    return read_numerals("library/numerals.yaml", NUMERALS.encode(), library)


@pytest.fixture
def held(library: Library, numerals: tuple[Numeral, ...]) -> Callable[..., Verification]:
    """Holds the library against a source: the invented one, or its bytes in another form."""

    def hold(content: str | bytes = SOURCE, name: str = "source.txt") -> Verification:
        source = read_source(name, content.encode() if isinstance(content, str) else content)
        assert isinstance(source, SourceText), source
        return verify(library, source, numerals)

    return hold


@pytest.fixture(scope="session")
def original() -> str:
    """The invented source as text."""
    return SOURCE


@pytest.fixture
def in_form(tmp_path: Path) -> Callable[[str, str], bytes]:
    """A text as the bytes of a ``txt``, ``docx`` or ``pdf`` file."""

    def made(form: str, text: str) -> bytes:
        if form == "pdf":
            return as_pdf(text, tmp_path / "source.pdf")
        return as_docx(text) if form == "docx" else text.encode()

    return made


@pytest.fixture
def refused() -> Callable[[bytes], Diagnostic]:
    """Why a file is no source."""

    def why(content: bytes) -> Diagnostic:
        found = read_source("source", content)
        assert isinstance(found, Diagnostic)
        return found

    return why


def stretches(line: str) -> list[tuple[str, bool]]:
    """The words of a line without Markdown, and whether each stretch of them is raised."""
    plain = re.sub(r"\*+|<(?=https)|(?<=pdf)>", "", line)
    parts = re.split(r"([⁰¹²³⁴⁵⁶⁷⁸⁹]+)", plain)
    lowered = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
    return [(part.translate(lowered), index % 2 == 1) for index, part in enumerate(parts) if part]


def as_docx(text: str) -> bytes:
    """A Word document with a paragraph for each line of the text."""
    raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    paragraphs = (
        "".join(
            f'<w:r>{raised if up else ""}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'
            for words, up in stretches(line)
        )
        for line in text.splitlines()
        if line.strip()
    )
    body = "".join(f"<w:p>{paragraph}</w:p>" for paragraph in paragraphs)
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return zipped({"word/document.xml": f'<w:document xmlns:w="{namespace}"><w:body>{body}</w:body></w:document>'})


def zipped(files: dict[str, str]) -> bytes:
    package = BytesIO()
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return package.getvalue()


def as_pdf(text: str, path: Path) -> bytes:
    """A PDF of narrow pages with a header and page numbers, its words hyphenated and its note marks raised."""
    from matplotlib.backends.backend_pdf import PdfPages
    from matplotlib.figure import Figure

    rows = [row for line in text.splitlines() if line.strip() for row in _rows(stretches(line), width=44)]
    pages = [rows[at : at + 14] for at in range(0, len(rows), 14)]
    with PdfPages(path) as pdf:
        for number, page in enumerate(pages, start=1):
            figure = Figure(figsize=(6, 5))
            figure.text(0.1, 0.95, "Hedges and Birds: a report", size=8)
            for place, row in enumerate(page):
                x = 0.1
                for words, up in row:
                    y = 0.88 - 0.055 * place + (0.015 if up else 0)
                    figure.text(x, y, words.replace("$", r"\$"), size=7 if up else 12, family="monospace")
                    x += len(words) * (0.0098 if up else 0.0168)
            figure.text(0.5, 0.03, str(number), size=8)
            pdf.savefig(figure)
    return path.read_bytes()


def _rows(line: list[tuple[str, bool]], width: int) -> list[list[tuple[str, bool]]]:
    """The stretches in rows, words broken with a hyphen where they do not fit."""
    rows: list[list[tuple[str, bool]]] = [[]]
    room = width
    for words, up in line:
        for word in re.findall(r"\S+\s*|\s+", words):
            if not up and len(word) > room and word.strip().isalpha() and len(word.strip()) > 6 and room > 3:
                rows[-1].append((word[: room - 1] + "-", False))
                word, room = word[room - 1 :], width
                rows.append([])
            elif not up and len(word.rstrip()) > room:
                rows.append([])
                room = width
            rows[-1].append((word, up))
            room -= len(word)
    return rows
