"""The four files of a library, and everything that makes one unsound."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from deckmaker.model.diagnostic import DeckError
from deckmaker.model.evidence import Library
from deckmaker.model.scope import Nation
from deckmaker.reading.library import FILES, read_library
from deckmaker.workspace import Workspace

Change = Callable[..., list[str]]


@pytest.fixture
def wrong(library_files: dict[str, bytes]) -> Change:
    """What is said about the library with some words replaced: ``file:line code``."""

    def said(name: str, old: str, new: str) -> list[str]:
        files = dict(library_files)
        text = files[f"library/{name}"].decode()
        assert old in text
        files[f"library/{name}"] = text.replace(old, new, 1).encode()
        with pytest.raises(DeckError) as caught:
            read_library(files)
        return [f"{d.position.file}:{d.position.line} {d.code}" for d in caught.value.diagnostics if d.position]

    return said


def test_records_hold_what_is_written(library: Library) -> None:
    assert list(library.sources) == ["river-2015", "hill-2018"]
    statistic = library.statistics["boats-under-bridges"]
    assert (statistic.value, statistic.nations, statistic.period) == (42.0, (Nation.ENGLAND,), "published 2018")
    assert statistic.cite[0].source is library.sources["hill-2018"]
    assert statistic.drawing.refused[0].because == "no N comes near"
    assert str(statistic.position) == "library/statistics.yaml:1:1"
    assert library.sources["river-2015"].printed == {1: "River, A. (2015) Rivers and their banks."}


def test_one_value_stands_for_a_record_or_a_list_of_one(library: Library) -> None:
    leaking = library.statistics["leaking-boats"]
    assert (leaking.values[0].value, leaking.drawing.default) == (15.0, "one-in-n")
    assert leaking.cite[0].source.id == "river-2015"
    assert library.quotations["water-is-patient"].parts == (
        "Water is patient. It waits, it rises, and one day it is there.",
    )


def test_a_message_speaks_in_figures_of_the_library(library: Library) -> None:
    message = library.messages["1"]
    assert str(message.summary) == "Without it, 42% of boats in England (2018) would lie still."
    assert [str(p) for p in message.talking_points.paragraphs] == ["Think of a boat.", "Now take the water away."]
    assert message.number == 1


@pytest.mark.parametrize(
    ("file", "old", "new", "at", "code"),
    [
        ("statistics", "cite: river-2015", "cite: rivers", "cite: rivers", "unknown-source"),
        ("statistics", "  cite: river-2015\n", "", "leaking-boats:", "missing-key"),
        ("statistics", "  cite: river-2015\n", "  cite: []\n", "cite: []", "no-source"),
        ("statistics", "leaking-boats:", "boats-under-bridges:", "boats-under-bridges:#2", "duplicate-key"),
        ("statistics", "values: 15", "values: 150", "values: 150", "impossible-value"),
        ("statistics", "values: 15", "values: -1", "values: -1", "impossible-value"),
        ("statistics", "values: 15", "values: {value: 15, high: 12}", "values: {", "impossible-value"),
        ("statistics", "values: 15", "values: 15%", "values: 15%", "wrong-value"),
        ("statistics", "values: 15", "values: []", "values: []", "no-value"),
        ("statistics", "unit: percent", "unit: perhaps", "unit: perhaps", "unknown-choice"),
        ("statistics", "hedge: at least", "hedge: no less than", "hedge: no", "unknown-choice"),
        ("statistics", "messages: [1, 2]", "messages: [1, 3]", "messages: [1, 3]", "unknown-message"),
        ('statistics', '"{figure} of boats (UK, 2015)"', 'boats', 'phrase: boats', 'bad-phrase'),
        ("statistics", "boats (UK, 2015)", "{boats}", "of {boats}", "bad-phrase"),
        ("statistics", "default: proportion-grid", "default: one-in-n", "default: one-in-n", "contradiction"),
        ("statistics", "number: 2}", "number: 3}", "number: 3}", "wrong-reference-number"),
        ("statistics", "drawing: one-in-n", "drawing: {default: bars, base: x}", "base: x", "unknown-statistic"),
        ("statistics", "by: boats-under-bridges", "by: x", "by: x", "unknown-statistic"),
        ("statistics", "by: boats-under-bridges", "by: leaking-boats", "superseded-by:", "circle"),
        ("statistics", "  nations: england\n", "  nation: england\n", "  nation: england", "unknown-key"),
        ("statistics", "leaking-boats:", "Leaking Boats:", "Leaking Boats:", "bad-name"),
        ("statistics", "boats-under-bridges:\n", "x: 1\nboats-under-bridges:\n", "x: 1", "wrong-value"),
        ("quotations", "  attribution: A ferryman\n", "", "water-is-patient:", "missing-key"),
        ("quotations", "A ferryman", "", "attribution:", "empty"),
        ("quotations", "one day it is there.\n  attr", "one day it was.\n  attr", "short:", "inexact-excerpt"),
        ("quotations", "patient. […] one day it is there.", "there. […] one day", "short:", "inexact-excerpt"),
        ("quotations", "kind: inline", "kind: shouted", "kind: shouted", "unknown-choice"),
        ("messages", "leaking-boats]", "leaky-boats]", "leaky-boats]", "unknown-statistic"),
        ("messages", "quotations: water-is-patient", "quotations: water", "quotations: water", "unknown-quotation"),
        ("messages", "{boats-under-bridges}", "{boats}", "{boats}", "unknown-statistic"),
        ("messages", "\n2:", "\ntwo:", "two:", "bad-name"),
        ("sources", "numbers: [1, 7]", "numbers: [7]", "    1: River", "contradiction"),
        ("sources", "  title: Hills\n", "", "hill-2018:", "missing-key"),
        ("sources", "hill-2018:", "- hill-2018:", "- hill-2018:", "yaml"),
        ("diagrams", "  cite: hill-2018\n", "  cite: []\n", "cite: []", "no-source"),
        ("diagrams", "messages: [1, 2]", "messages: [1, 3]", "messages: [1, 3]", "unknown-message"),
        ("diagrams", "words-of: water-is-patient", "words-of: water", "words-of: water", "unknown-quotation"),
        ("diagrams", "river-2015, loc", "river-2015, number: 3, loc", "    - lead: Water", "wrong-reference-number"),
        ("diagrams", "lead: Water is patient", "lead: Water is patience", "lead: Water is", "inexact-words"),
        ("diagrams", "lead: It waits", "lead: It wait", "lead: It wait", "inexact-words"),
        ("diagrams", "lead: it rises", "lead: it falls", "lead: it falls", "inexact-words"),
        ("diagrams", "and one day it is there", "and one day it is there again", "there again", "inexact-words"),
        ("diagrams", "    - lead: it rises\n", "", "lead: and one day", "inexact-words"),
        ("diagrams", "and one day it is there", "and one day", "words-of:", "inexact-words"),
    ],
)  # fmt: skip
def test_an_unsound_library_is_refused_at_the_line(
    wrong: Change, file: str, old: str, new: str, at: str, code: str
) -> None:
    """``at`` stands in the line that is told; ``#2`` after it means where it stands for the second time."""
    said = wrong(f"{file}.yaml", old, new)
    words, again, _ = at.partition("#2")
    text = (Path(__file__).parent / "library" / f"{file}.yaml").read_text(encoding="utf-8").replace(old, new, 1)
    line = text[: text.index(words, text.index(words) + 1 if again else 0)].count("\n") + 1
    assert f"library/{file}.yaml:{line} {code}" in said


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("statistics.yaml", "values: 15", "values: soon"),
        ("quotations.yaml", "  attribution: A ferryman\n", ""),
        ("sources.yaml", "short: Hill", "shorter: Hill"),
    ],
)
def test_what_names_a_record_that_could_not_be_read_is_not_blamed_for_it(
    wrong: Change, file: str, old: str, new: str
) -> None:
    said = wrong(file, old, new)
    assert {one.split(":")[0] for one in said} == {f"library/{file}"}


def test_a_circle_of_three_is_told_for_each(library_files: dict[str, bytes]) -> None:
    files = dict(library_files)
    text = files["library/statistics.yaml"].decode()
    text = text.replace("  nations: england\n", "  nations: england\n  superseded-by: leaking-boats\n")
    files["library/statistics.yaml"] = text.encode()
    with pytest.raises(DeckError) as caught:
        read_library(files)
    assert [d.code for d in caught.value.diagnostics] == ["circle", "circle"]
    assert "boats-under-bridges → leaking-boats → boats-under-bridges" in caught.value.diagnostics[0].message


@pytest.mark.parametrize("missing", FILES)
def test_a_missing_file_is_named(library_files: dict[str, bytes], missing: str) -> None:
    files = {name: content for name, content in library_files.items() if Path(name).name != missing}
    with pytest.raises(DeckError) as caught:
        read_library(files)
    assert [str(d.position) for d in caught.value.diagnostics] == [f"library/{missing}:1:1"]


def test_problems_of_all_files_come_at_once(library_files: dict[str, bytes]) -> None:
    files = {name: content.replace(b"cite:", b"sites:") for name, content in library_files.items()}
    with pytest.raises(DeckError) as caught:
        read_library(files)
    assert {d.position.file for d in caught.value.diagnostics if d.position} == {
        "library/statistics.yaml", "library/quotations.yaml", "library/messages.yaml", "library/diagrams.yaml",
    }  # fmt: skip


def test_the_library_of_deckmaker_is_sound_and_quick_to_read() -> None:
    folder = Workspace.library()
    files = {name: (folder / name).read_bytes() for name in FILES}
    begun = time.perf_counter()
    library = read_library(files)
    assert time.perf_counter() - begun < 2
    assert len(library.messages) == 10
    assert len(library.sources) >= 60
