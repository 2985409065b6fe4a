"""A source is read from text, PDF and Word; what is none of these, or hostile, is refused in plain words."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.model.diagnostic import Diagnostic
from deckmaker.verifying import docx, source_text
from deckmaker.verifying.source_text import SourceText, read_source

Refused = Callable[[bytes], Diagnostic]
NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word(body: str, **parts: str) -> bytes:
    package = BytesIO()
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {NAMESPACE}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return package.getvalue()


def lines_of(content: bytes) -> list[str]:
    source = read_source("source", content)
    assert isinstance(source, SourceText), source
    return [line.text for page in source.lines() for line in page if line.text]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b"  \n ", "empty"),
        (b"\xff\x00\x81\x80binary", "neither"),
        (b"a\0b\0c", "neither"),
        (b"\x89PNG\r\n\x1a\n\0\0", "neither"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old Word document"),
        (b"{\\rtf1 hello}", "rich-text"),
        (b"%PDF-1.7 and nothing else", "damaged"),
        (b"PK\x03\x04 and nothing else", "damaged"),
    ],
)
def test_what_is_no_source_is_refused(refused: Refused, content: bytes, why: str) -> None:
    found = refused(content)
    assert (found.code, str(found.position)) == ("source-unreadable", "source:1:1")
    assert why in found.message


def test_a_zip_that_is_no_word_document_is_refused(refused: Refused) -> None:
    package = BytesIO()
    with zipfile.ZipFile(package, "w") as archive:
        archive.writestr("notes.txt", "hello")
    assert "no Word document" in refused(package.getvalue()).message


def test_a_word_document_with_a_document_type_is_refused(refused: Refused) -> None:
    bomb = '<!DOCTYPE d [<!ENTITY a "ha">]><w:document xmlns:w="x">&a;</w:document>'
    package = BytesIO()
    with zipfile.ZipFile(package, "w") as archive:
        archive.writestr("word/document.xml", bomb)
    assert "damaged" in refused(package.getvalue()).message


def test_a_word_document_that_swells_is_refused(refused: Refused, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx, "LARGEST_PART", 10_000)
    assert "cannot be read" in refused(word(f"<w:p><w:r><w:t>{'a' * 20_000}</w:t></w:r></w:p>")).message


def test_a_file_that_is_too_large_is_refused(refused: Refused, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_text, "LARGEST", 10)
    assert "larger than" in refused(b"a" * 11).message


def test_a_source_without_words_is_refused(refused: Refused) -> None:
    assert "no text" in refused(word("<w:p/>")).message


def test_notes_of_a_word_document_come_as_numbered_references() -> None:
    body = '<w:p><w:r><w:t>Wrens sing</w:t></w:r><w:r><w:footnoteReference w:id="7"/></w:r></w:p>'
    notes = (
        f'<w:footnotes {NAMESPACE}><w:footnote w:id="7"><w:p><w:r><w:footnoteRef/></w:r>'
        "<w:r><w:t> Finch (2018)</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    assert lines_of(word(body, footnotes=notes)) == ["Wrens sing¹", "1. Finch (2018)"]


def test_numbered_paragraphs_of_a_word_document_get_their_numbers() -> None:
    numbering = (
        f'<w:numbering {NAMESPACE}><w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:start w:val="3"/>'
        '<w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="4"/></w:num>'
        "</w:numbering>"
    )
    entry = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="9"/></w:numPr></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'
    )
    assert lines_of(word(entry.format("Wren") + entry.format("Finch"), numbering=numbering)) == ["3. Wren", "4. Finch"]


def test_utf_16_and_windows_line_ends_are_read() -> None:
    assert lines_of("wren\r\nfinch".encode("utf-16")) == ["wren", "finch"]
    assert lines_of(b"\xef\xbb\xbfwren\r\nfinch") == ["wren", "finch"]


def test_places_are_named_as_a_reader_would_find_them() -> None:
    pages = SourceText("a", ("one\ntwo", "three\nfour"), "page")
    assert [pages.place(line.number) for page in pages.lines() for line in page] == [
        "page 1, line 1",
        "page 1, line 2",
        "page 2, line 1",
        "page 2, line 2",
    ]
    text = SourceText("a", ("one\ntwo\n", "three"))
    assert text.place(next(line.number for line in text.lines()[1])) == "line 3"


@settings(deadline=None)  # the first PDF waits for its reader to be imported
@given(st.binary(max_size=400), st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04"]))
def test_no_bytes_make_it_fail(content: bytes, beginning: bytes) -> None:
    assert isinstance(read_source("source", beginning + content), SourceText | Diagnostic)
