"""Audit tells what PowerPoint would repair or refuse, and says nothing against files that PowerPoint itself writes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from click.testing import Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pptx import Presentation
from tests.auditing.test_hostile_files import rewritten
from tests.outputs.pptx.test_integrity_faults import FAULTS, built, planted

from deckmaker.auditing.audit import Judged, audited
from deckmaker.auditing.read_deck import read_deck
from deckmaker.discovery import Features
from deckmaker.model.diagnostic import DeckError
from deckmaker.outputs.pptx.integrity import problems
from deckmaker.reading.library import read_library
from deckmaker.reading.sources import library_files
from deckmaker.reading.usual_brand import usual_theme
from deckmaker.workspace import Workspace

Run = Callable[..., Result]
built = built  # noqa: PLW0127 – the fixture with all that may be broken
EVERYDAY = {
    "a slide that is not listed", "a number of two shapes", "a shape of number 0",
    "a place that the layout has not", "two places of one number", "an axis below zero", "notes of another slide",
    "a chart without numbers behind it", "a workbook of another type",
    "a link that leads nowhere",
}  # fmt: skip
"""What sound files of other programs have, so that audit does not tell it."""


def test_audit_finds_at_least_thirty_kinds_of_damage_and_passes_over_what_is_everyday(built: bytes) -> None:
    missed = {
        fault.kind
        for fault in FAULTS
        if not any(fault.words in one for one in problems(planted(fault, built), ours=False))
    }
    assert missed == EVERYDAY
    assert len(FAULTS) - len(missed) >= 30


@pytest.mark.parametrize(
    ("part", "old", "new", "words"),
    [
        ("ppt/presentation.xml", b'<p:sldId id="257"', b'<p:sldId id="256"', "slide number 256 is used 2 times"),
        ("ppt/slides/slide2.xml", b"<a:p>", b"<a:p><a:endParaRPr/>", "<a:endParaRPr> stands out of order"),
        ("[Content_Types].xml", b'Extension="jpeg"', b'Extension="gepj"', "no content type"),
    ],
)
def test_the_command_tells_damage_first_and_ends_with_1(
    part: str, old: bytes, new: bytes, words: str, built: bytes, workspace: Workspace, deckmaker: Run
) -> None:
    data = rewritten(built, lambda name, content: content.replace(old, new, 1) if name == part else content)
    (workspace.root / "talk.pptx").write_bytes(data)
    result = deckmaker("audit", "talk.pptx", "--json")
    assert result.exit_code == 1
    first = json.loads(result.stdout)["findings"][0]
    assert (first["code"], first["severity"]) == ("damaged-file", "error")
    assert words in first["message"]
    assert "PowerPoint may want to repair" in first["hint"]


def test_of_much_damage_the_command_tells_some_and_how_much_more(
    built: bytes, workspace: Workspace, deckmaker: Run
) -> None:
    spoil = (b"<a:p>", b"<a:p><a:endParaRPr/>")
    (workspace.root / "talk.pptx").write_bytes(
        rewritten(built, lambda name, old: old.replace(*spoil) if name.startswith("ppt/slides/slide") else old)
    )
    told = json.loads(deckmaker("audit", "talk.pptx", "--json").stdout)["findings"]
    damage = [one["message"] for one in told if one["code"] == "damaged-file"]
    assert len(damage) == 11
    assert re.fullmatch(r"\d+ more faults of this kind", damage[-1])


def test_a_file_of_another_program_is_not_called_damaged() -> None:
    stream, presentation = BytesIO(), Presentation()
    for layout in presentation.slide_layouts:
        presentation.slides.add_slide(layout)
    presentation.save(stream)
    assert problems(stream.getvalue(), ours=False) == ()


def test_a_file_that_libreoffice_saved_is_not_called_damaged(
    built: bytes, tmp_path: Path, soffice: Callable[..., Path]
) -> None:
    (tmp_path / "talk.pptx").write_bytes(built)
    saved = soffice(tmp_path / "talk.pptx", tmp_path / "saved", "pptx")
    assert problems(saved.read_bytes(), ours=False) == ()


def test_what_powerpoint_itself_writes_is_not_called_damage(built: bytes) -> None:
    """Folders as entries; a choice between an old and a new element; a link within a slide; a shape counted twice."""
    choice = (
        b'</p:clrMapOvr><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        b'<mc:Choice xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main" Requires="p14">'
        b'<p:transition p14:dur="900"><p14:reveal/></p:transition></mc:Choice>'
        b"<mc:Fallback><p:transition/></mc:Fallback></mc:AlternateContent>"
    )
    link = (
        b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"'
        b' Target="#note"/></Relationships>'
    )

    def as_powerpoint(name: str, old: bytes) -> bytes:
        if name == "ppt/slides/slide4.xml":
            return old.replace(b"</p:clrMapOvr>", choice, 1).replace(b'<p:cNvPr id="3"', b'<p:cNvPr id="2"', 1)
        return old.replace(b"</Relationships>", link) if name == "ppt/slides/_rels/slide4.xml.rels" else old

    stream = BytesIO(rewritten(built, as_powerpoint))
    with ZipFile(stream, "a") as file:
        file.writestr("ppt/", b"")
    assert problems(stream.getvalue(), ours=False) == ()
    assert len(problems(stream.getvalue())) >= 4


def test_a_bomb_in_the_workbook_of_a_chart_is_not_unpacked(built: bytes) -> None:
    bomb = BytesIO()
    with ZipFile(bomb, "w", 8) as file:
        file.writestr("[Content_Types].xml", b"")
        file.writestr("bomb", bytes(200_000_000))
    data = rewritten(built, lambda name, old: bomb.getvalue() if name.endswith(".xlsx") else old)
    assert "a workbook that does not open" in str(problems(data, ours=False))


JUNK = (b"x", b"", b"-1", b"nan", b"9" * 5000, "²".encode(), b"rId1", b"../../..", b"#", b"1e999", b"\xff", b"&#0;")
_PIECES = {
    "value": re.compile(rb'"([^"<>]*)"'),
    "words": re.compile(rb">([^<>]+)<"),
    "element": re.compile(rb"(<[^<>]*>)"),
}


@st.composite
def damaged(draw: st.DrawFn, data: bytes) -> bytes:
    """The file with a few values, words and elements of its parts changed, doubled or gone, and parts gone."""
    with ZipFile(BytesIO(data)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    for _ in range(draw(st.integers(1, 4))):
        name = draw(st.sampled_from([name for name in parts if name.endswith((".xml", ".rels"))]))
        content = parts[name]
        kind = draw(st.sampled_from(sorted(_PIECES)))
        found = list(_PIECES[kind].finditer(content))
        if not found or draw(st.integers(0, 19)) == 7:
            del parts[name]
            continue
        (start, end), (a, b) = (draw(st.sampled_from(found)).span(1) for _ in range(2))
        other = draw(st.sampled_from((b"", content[a:b], content[start:end] * 2)))
        parts[name] = content[:start] + (other if kind == "element" else draw(st.sampled_from(JUNK))) + content[end:]
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_STORED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    whole, at = stream.getvalue(), draw(st.integers(0, 10**9))
    if draw(st.integers(0, 9)) == 7:
        at %= len(whole)
        return whole[:at] + draw(st.binary(min_size=1, max_size=12)) + whole[at + draw(st.integers(0, 200)) :]
    return whole


@pytest.fixture(scope="module")
def judged() -> Judged:
    workspace, features = Workspace(Path(__file__).parent), Features()
    layouts = {layout.title for layout in features.layouts.values()}
    library, theme = read_library(library_files(workspace)), usual_theme(workspace)
    return Judged(library=library, layouts=layouts, today=date(2026, 11, 23), theme=theme)


@given(data=st.data())
@settings(max_examples=60, deadline=10_000, derandomize=True, suppress_health_check=list(HealthCheck))
def test_a_damaged_file_is_audited_or_refused_and_never_ends_in_another_exception(
    data: st.DataObject, built: bytes, judged: Judged
) -> None:
    file = data.draw(damaged(built))
    for ours in (False, True):
        assert isinstance(problems(file, ours=ours), tuple)
    try:
        found = audited(read_deck("gift.pptx", file), judged)
    except DeckError as error:
        assert {one.code for one in error.diagnostics} == {"refused-file"}
        return
    assert all(one.diagnostic.message for one in found)
