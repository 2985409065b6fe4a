"""Files made to do harm are refused with a plain sentence, in bounded time and memory."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from pptx import Presentation

from deckmaker.auditing import archive
from deckmaker.auditing.finding import Finding
from deckmaker.auditing.read_deck import read_deck
from deckmaker.model.diagnostic import DeckError

BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "' + b"x" * 999 + b'">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 50) for n in range(8))
    + b']><p:sld xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">&i;</p:sld>'
)  # fmt: skip


def rewritten(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """The same file with the content of some entries changed."""
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return stream.getvalue()


def added(data: bytes, name: str, content: bytes = b"") -> bytes:
    stream = BytesIO(data)
    with ZipFile(stream, "a", ZIP_DEFLATED) as file:
        file.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return stream.getvalue()


def slide_with(content: bytes) -> Callable[[str, bytes], bytes]:
    return lambda name, old: content if name == "ppt/slides/slide2.xml" else old


def refusal(data: bytes) -> str:
    started = time.monotonic()
    with pytest.raises(DeckError) as caught:
        read_deck("gift.pptx", data)
    assert time.monotonic() - started < 10
    (found,) = caught.value.diagnostics
    assert found.code == "refused-file"
    assert found.message.startswith("gift.pptx is refused: ")
    assert found.hint
    return found.message.removeprefix("gift.pptx is refused: ")


@pytest.mark.parametrize("data", [b"", b"PK", b"\x00" * 1000, b"PK\x03\x04" + b"\xff" * 500, b"%PDF-1.7"])
def test_what_is_no_zip_file_is_refused(data: bytes) -> None:
    assert refusal(data) == "it is no presentation, or it is broken"


def test_a_file_cut_short_anywhere_is_refused(built: bytes) -> None:
    cuts = range(1, len(built) - 1, len(built) // 25)
    assert len(cuts) > 20
    assert {refusal(built[:cut]) for cut in cuts} == {"it is no presentation, or it is broken"}


def test_a_damaged_slide_is_refused(built: bytes) -> None:
    with ZipFile(BytesIO(built)) as file:
        entry = file.getinfo("ppt/slides/slide2.xml")
    at = entry.header_offset + 30 + len(entry.filename)
    broken = built[: at + 40] + b"\x00" * 60 + built[at + 100 :]
    assert "broken" in refusal(broken)


def test_an_old_or_locked_file_says_how_to_go_on() -> None:
    assert "password" in refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600)


def test_another_zip_file_and_another_office_file_are_no_presentations(built: bytes) -> None:
    stream = BytesIO()
    with ZipFile(stream, "w") as file:
        file.writestr("a.txt", "hello")
    assert refusal(stream.getvalue()) == "it is a zip file, but no presentation"
    document = rewritten(built, lambda name, old: b"<a/>" if name == "ppt/presentation.xml" else old)
    assert refusal(document) == "it is an Office file, but no presentation"


def test_a_bomb_in_a_part_is_refused_without_being_unpacked(built: bytes) -> None:
    bomb = rewritten(built, slide_with(b" " * 60_000_000))
    assert len(bomb) < 1_000_000
    tracemalloc.start()
    try:
        words = refusal(bomb)
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()
    assert words == "it would unpack to far more than a presentation has"


def test_a_part_that_says_it_is_small_and_is_not_is_refused(built: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_PACKED", 10**9)
    words = refusal(rewritten(built, slide_with(b"<a>" + b" " * 45_000_000 + b"</a>")))
    assert words == "its part ‘ppt/slides/slide2.xml’ is larger than that of any presentation"


def test_fifty_thousand_entries_are_refused(built: bytes) -> None:
    stream = BytesIO(built)
    with ZipFile(stream, "a") as file:
        for number in range(50_000):
            file.writestr(ZipInfo(f"x/{number}"), b"")
    assert refusal(stream.getvalue()) == "it has more than 20,000 entries"


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "../../evil.xml", "ppt/../../evil.xml", "C:/evil.xml", "ppt\\evil.xml"]
)
def test_a_name_that_leads_out_of_the_file_is_refused(built: bytes, name: str) -> None:
    assert "a name that leads out of it" in refusal(added(built, name))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_entries_of_one_name_are_refused(built: bytes) -> None:
    assert refusal(added(built, "ppt/slides/slide2.xml", b"<a/>")) == "it has two entries of one name"


@pytest.mark.parametrize(
    "content",
    [
        BOMB,
        BOMB.decode().replace("1.0", "1.0").encode("utf-16"),
        '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode("utf-32"),
        b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
        b'<?xml version="1.0" encoding="utf-7"?><a/>',
    ],
    ids=["entities", "entities in UTF-16", "entities in UTF-32", "a file of the machine", "an unusual encoding"],
)
def test_xml_with_entities_is_refused(built: bytes, content: bytes) -> None:
    words = refusal(rewritten(built, slide_with(content)))
    assert words == "its part ‘ppt/slides/slide2.xml’ declares XML entities or an unusual encoding"


@pytest.mark.parametrize("content", [b"", b"<a", b"<a>" * 5000 + b"</a>" * 5000, b"\xff\xfe\x00", b"<a>\x00</a>"])
def test_broken_and_endlessly_nested_xml_is_refused(built: bytes, content: bytes) -> None:
    assert "not well-formed XML" in refusal(rewritten(built, slide_with(content)))


def test_a_name_full_of_control_characters_is_shown_without_them(built: bytes) -> None:
    words = refusal(added(built, "../\x1b[31m" + "x" * 500))
    assert "\x1b" not in words
    assert len(words) < 200


@pytest.mark.parametrize(
    "damage",
    [
        lambda old: b'<manifest xmlns="urn:deckmaker:manifest:1"><slide number="x"/></manifest>',
        lambda old: old.replace(b'family="source"', b'family="nonsense"'),
        lambda old: b'<other xmlns="urn:deckmaker:manifest:1"/>',
    ],
)
def test_a_damaged_manifest_is_as_good_as_none(built: bytes, damage: Callable[[bytes], bytes]) -> None:
    data = rewritten(built, lambda name, old: damage(old) if name == "customXml/item1.xml" else old)
    assert read_deck("talk.pptx", data).manifest is None


@pytest.mark.parametrize(
    "part", ["ppt/vbaProject.bin", "PPT/VBAPROJECT.BIN", "ppt/vbaData.xml", "elsewhere/vbaProject1.bin"]
)
def test_a_file_that_carries_macros_is_refused(built: bytes, part: str) -> None:
    words = refusal(added(built, part, b"\xd0\xcf"))
    assert words == "it carries macros, programs that run when it is opened"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_file_that_says_that_it_has_macros_is_refused_whatever_its_parts_are_called(
    built: bytes, encoding: str
) -> None:
    def as_pptm(name: str, old: bytes) -> bytes:
        if name != "[Content_Types].xml":
            return old
        words = old.decode().replace("openxmlformats-officedocument.presentationml.presentation.main+xml", "{}")
        words = words.replace("{}", "ms-powerpoint.presentation.macroEnabled.main+xml")
        return words.replace("UTF-8", encoding).encode(encoding)

    assert "it carries macros" in refusal(rewritten(built, as_pptm))


def test_pictures_fetched_from_elsewhere_are_told(built: bytes, audit: Callable[[bytes], tuple[Finding, ...]]) -> None:
    line = (
        b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
        b'Target="http://example.org/spy.png" TargetMode="External"/></Relationships>'
    )
    rels = "ppt/slides/_rels/slide2.xml.rels"
    data = rewritten(built, lambda name, old: old.replace(b"</Relationships>", line) if name == rels else old)
    (found,) = audit(data)
    assert (found.code, found.slides) == ("fetched", (2,))


def test_a_presentation_without_slides_is_read() -> None:
    stream = BytesIO()
    Presentation().save(stream)
    assert read_deck("empty.pptx", stream.getvalue()).slides == ()
