"""Whatever an author writes or names: the words as they stand, or a message with its place. In every format.

Nothing that is written runs, nothing outside the deck's folder is read, and nothing crashes.
"""

from __future__ import annotations

import os
import re
import struct
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from markdown_it import MarkdownIt
from PIL import Image
from pypdf import PdfReader

from deckmaker.discovery import Features
from deckmaker.pipeline import Result, build_deck
from deckmaker.workspace import Workspace

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog

FEATURES = Features()
FORMATS = tuple(FEATURES.names("outputs"))
SECRET = "nobody outside may read this"
HOSTILE = {
    "Typst": '#import "/etc/passwd": a #read("secret.txt") $ x^n $ @label <label> #eval("panic()") `raw` // no /* more',
    "HTML": "<script>window.hit=true</script><img src=x onerror='window.hit=true'><svg onload=alert()> &amp; &lt;",
    "leaving": '</script></style></title></section><script>window.hit=true</script><!-- --> "\' onmouseover="hit()',
    "XML": "]]> <![CDATA[ &secret; <!DOCTYPE a [<!ENTITY secret SYSTEM 'file:///etc/passwd'>]> <?php ?> xmlns:a='b'",
    "YAML": "- &anchor !!python/object/apply:os.system [id] *anchor # | > ? : , --- ... %TAG",
    "Markdown": "# _a_ **b** [c](javascript:hit()) ![d](file:///etc/passwd) `e` | f > g ~~h~~ <https://i.example> \\j",
    "formula": "=HYPERLINK('https://example.org') +cmd|' /C calc'!A @SUM(A) -a \\input{{a}} \\def $$",
}
"""Texts by the language that they mean something in."""
STRANGE = {
    "emoji": "A family 👩‍👩‍👧‍👦 in 🇬🇧 ❤️ 👶🏽",
    "right to left": "Peace is שלום and سلام عليكم here",
    "other scripts": "赤ちゃん 아기 ทารก शिशु",
    "no width": "zero\u200bwidth and\u200djoined and\ufeffmarked and so\u00adft",
    "direction": "a \u202egnp.exe\u202c b \u2066c\u2069 \u200fd\u200e e",
    "piled up": "Z̴̢̛a̸̧̕l̵̡͝g̷̛͜o̴̢̕ and 𝔘𝔫𝔦 ﬁ",
}
"""Texts that look strange, or that nobody sees."""


def quoted(words: str) -> str:
    """As YAML between double quotes."""
    plainly = {'"': '\\"', "\\": "\\\\", "\ufeff": "\\uFEFF", "\u200d": "\u200d"}
    return f'"{"".join(plainly.get(c, c) for c in words)}"'


def spec_of(texts: dict[str, str]) -> str:
    slides = "".join(
        f"  - text:\n      headline: {quoted(f'{name} means itself')}\n      points: [{quoted(words)}, another point]\n"
        f"    notes: {quoted(words)}\n"
        for name, words in texts.items()
    )
    cells = "".join(f"      - [{quoted(name)}, {quoted(words[:40])}]\n" for name, words in texts.items())
    return (
        f"title: {quoted('Words ' + next(iter(texts.values()))[:30])}\nsubtitle: {quoted('& <b>signs</b> #here')}\n"
        f"organisation: {quoted('<i>We</i> #us')}\nslides:\n  - title\n  - section: {quoted('<u>One</u> #part')}\n"
        f"{slides}  - table: Cells mean themselves too\n    rows:\n      - [What, Words]\n{cells}"
    )


@dataclass(frozen=True)
class Deck:
    """A deck in every format: what was told, and the files by format."""

    result: Result
    folder: Path

    def one(self, ending: str) -> bytes:
        return (self.folder / "output" / f"bad{ending}").read_bytes()

    def every(self) -> Iterator[tuple[str, bytes]]:
        """Every file, and every part of those that are archives."""
        for path in sorted((self.folder / "output").iterdir()):
            content = path.read_bytes()
            yield path.name, content
            if path.suffix == ".pptx":
                with ZipFile(BytesIO(content)) as archive:
                    yield from ((name, archive.read(name)) for name in archive.namelist())
            elif path.suffix == ".pdf":
                yield path.name, pdf_words(content).encode()


def made(folder: Path, spec: str | bytes, formats: tuple[str, ...] = FORMATS) -> Deck:
    (folder / "decks").mkdir(parents=True, exist_ok=True)
    (folder / "secret.txt").write_text(SECRET, encoding="utf-8")
    (folder / "decks" / "secret.txt").write_text(SECRET, encoding="utf-8")
    (folder / "decks" / "bad.yaml").write_bytes(spec if isinstance(spec, bytes) else spec.encode())
    workspace = Workspace(folder, {"DECKMAKER_CACHE": str(folder / "cache")})
    return Deck(build_deck("decks/bad.yaml", workspace, FEATURES, formats=formats), folder)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Deck:
    return made(tmp_path_factory.mktemp("hostile"), spec_of(HOSTILE))


@pytest.fixture(scope="module")
def strange(tmp_path_factory: pytest.TempPathFactory) -> Deck:
    return made(tmp_path_factory.mktemp("strange"), spec_of(STRANGE))


def squeezed(words: str) -> str:
    """Without spaces: lines are broken where a slide has room. What joins or breaks words unseen does not count."""
    return "".join(re.sub("[\u200b\u00ad\ufeff]", "", words).split())


def pdf_words(content: bytes) -> str:
    return squeezed("".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages))


class _Words(HTMLParser):
    """The text of a page, but for scripts and styles."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag

    def handle_data(self, data: str) -> None:
        if self.inside not in ("script", "style"):
            self.parts.append(data)


def html_words(content: bytes) -> str:
    parser = _Words()
    parser.feed(content.decode())
    return squeezed("".join(parser.parts))


def pptx_words(content: bytes) -> str:
    with ZipFile(BytesIO(content)) as archive:
        parts = [name for name in archive.namelist() if re.match(r"ppt/(slides|notesSlides)/[^/]+\.xml$", name)]
        trees = [ElementTree.fromstring(archive.read(name)) for name in parts]
    return squeezed("".join(text for tree in trees for text in tree.itertext()))


def markdown_words(content: bytes) -> str:
    tokens = [child for token in MarkdownIt().enable("table").parse(content.decode()) for child in token.children or []]
    return squeezed("".join(token.content for token in tokens if token.type in ("text", "text_special")))


READ: dict[str, Callable[[bytes], str]] = {
    ".pptx": pptx_words,
    ".pdf": pdf_words,
    ".html": html_words,
    "-handout.pdf": pdf_words,
    "-facilitator-guide.pdf": pdf_words,
    "-transcript.md": markdown_words,
}


@pytest.mark.parametrize("ending", READ)
def test_words_that_mean_something_elsewhere_stand_as_they_were_written(hostile: Deck, ending: str) -> None:
    assert hostile.result.errors == ()
    told = READ[ending](hostile.one(ending))
    wanted = [words.replace("{{", "{").replace("}}", "}") for words in HOSTILE.values()]
    assert [words for words in wanted if squeezed(words) not in told] == []
    assert all(squeezed(words) in told for words in ("&<b>signs</b>#here", "<u>One</u>#part"))


@pytest.mark.parametrize("ending", READ)
def test_letters_that_nobody_expects_stand_as_they_were_written(strange: Deck, ending: str) -> None:
    assert strange.result.errors == ()
    assert {problem.code for problem in strange.result.diagnostics} <= {"missing-letter", "topic-headline"}
    told = READ[ending](strange.one(ending))
    if ending.endswith(".pdf"):  # letters that no font has are shown as replaced, and turned ones in the order drawn
        assert all(squeezed(words) in told for words in ("zero", "Afamily", "Peaceis", "here"))
    else:
        assert [words for words in STRANGE.values() if squeezed(words) not in told] == []


def test_all_that_is_xml_can_be_read_as_xml(hostile: Deck, strange: Deck) -> None:
    parts = [
        content
        for deck in (hostile, strange)
        for name, content in deck.every()
        if name.endswith((".xml", ".rels", ".svg"))
    ]
    assert len(parts) > 100
    for content in parts:
        assert b"<!ENTITY" not in content.replace(b"&lt;!ENTITY", b"")
        ElementTree.fromstring(content)


def test_pictures_are_made_whatever_the_words(hostile: Deck, strange: Deck) -> None:
    for deck in (hostile, strange):
        drawn = list((deck.folder / "output").glob("*.png"))
        assert len(drawn) > 10
        for path in drawn:
            with Image.open(path) as opened:
                opened.load()


def test_no_file_that_words_name_is_read(hostile: Deck) -> None:
    for name, content in hostile.every():
        assert SECRET.encode() not in content, name
        assert squeezed(SECRET).encode() not in content, name
        assert b"root:x:0" not in content, name


def test_nothing_that_was_written_runs_in_a_browser_or_fetches_anything(browser: Browser, hostile: Deck) -> None:
    pages = [path for path in sorted((hostile.folder / "output").iterdir()) if path.suffix in (".html", ".svg")]
    assert len(pages) > 5
    context = browser.new_context()
    asked: list[str] = []
    faults: list[str] = []

    def dismissed(dialog: Dialog) -> None:
        faults.append(dialog.message)
        dialog.dismiss()

    context.on("request", lambda request: asked.append(request.url))
    for path in pages:
        page = context.new_page()
        page.on("dialog", dismissed)
        page.on("console", lambda message: faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(path.as_uri())
        if path.suffix == ".html":
            for key in ("t", "n", "p", "End", "Escape"):
                page.keyboard.press(key)
            assert page.locator("script").count() == 1
            assert page.evaluate("document.querySelectorAll('[onerror], [onload], [onmouseover]').length") == 0
            links = page.eval_on_selector_all("a", "all => all.map(one => one.href)")
            assert all(link.startswith(("https:", "http:", "mailto:", "file:")) for link in links)
        assert page.evaluate("typeof window.hit") == "undefined", path.name
        page.close()
    context.close()
    assert faults == []
    assert all(url.startswith(("file:", "data:")) for url in asked)
    assert {Path(url.removeprefix("file://").partition("#")[0]).parent.name for url in asked if url[:5] == "file:"} == {
        "output"
    }


CONTROL = ["\\x07", "\\0", "\\e[31m", "\\x0B", "\\x7F", "\\uFFFE", "\\uFFFF", "\\uD800", "\\U00110000"]


@pytest.mark.parametrize("sign", CONTROL)
@pytest.mark.parametrize("place", ["title", "points", "notes"])
def test_what_is_no_character_of_a_text_is_told_at_its_line(sign: str, place: str, tmp_path: Path) -> None:
    words = {"title": "A title", "points": "A point", "notes": "A note"} | {place: f"bell {sign} rings"}
    lines = ["title: \"{title}\"", "slides:", "  - text:", "      headline: Babies cannot wait",
             "      points: [\"{points}\", two]", "    notes: \"{notes}\""]  # fmt: skip
    spec = "\n".join(lines).format(**words) + "\n"
    result = made(tmp_path, spec).result
    (error, *_) = result.errors
    assert error.code in ("control-character", "yaml")
    assert error.position is not None
    assert error.position.line == {"title": 1, "points": 5, "notes": 6}[place]
    assert error.hint
    assert result.files == ()


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe\x00title",
        b"title: \xe9t\xe9\n",
        b"title: A\x00B\n",
        b"\x89PNG\r\n\x1a\n",
        b"%PDF-1.7",
        b"PK\x03\x04",
        b"",
    ],
    ids=["two bytes a letter", "another encoding", "a zero", "a picture", "a PDF", "an archive", "nothing"],
)
def test_a_spec_that_is_no_text_is_told(content: bytes, tmp_path: Path) -> None:
    result = made(tmp_path, content).result
    assert result.errors
    assert result.errors[0].position is not None
    assert result.files == ()


MANY = "word " * 10_000


@pytest.mark.parametrize(
    ("spec", "code"),
    [
        (
            "title: A talk\nslides:\n  - text:\n      headline: Babies cannot wait\n      points: [{}, two]\n",
            "too-much-text",
        ),
        ("title: {}\nslides:\n  - title\n", "too-much-text"),
        ("title: A talk\nslides:\n  - call-to-action: {}\n", "too-much-text"),
        ("title: A talk\nkind: infographic\npanels:\n  - call-to-action: {}\n", "crowded-page"),
        ("title: {}\nkind: infographic\npage: square\npanels:\n  - statistic: camhs-under-twos\n", "crowded-page"),
    ],
    ids=["a point", "the title", "a call", "a panel", "the title of a poster"],
)
def test_ten_thousand_words_are_too_much_and_said_to_be(spec: str, code: str, tmp_path: Path) -> None:
    result = made(tmp_path, spec.format(MANY.strip())).result
    (error,) = [one for one in result.errors if one.code == code]
    assert error.position is not None
    assert error.hint
    assert result.files == ()


def test_ten_thousand_words_of_notes_are_kept_in_every_format(tmp_path: Path) -> None:
    spec = "title: A talk\nslides:\n  - text:\n      headline: Babies cannot wait\n      points: [One, two]\n"
    spec += f"    notes: {MANY}\n"
    deck = made(tmp_path, spec)
    assert deck.result.errors == ()
    for ending in (".pptx", ".html", "-handout.pdf", "-facilitator-guide.pdf", "-transcript.md"):
        assert READ[ending](deck.one(ending)).count("word") == 10_000, ending


def chunked(width: int, height: int) -> bytes:
    """A small PNG that says that it is very large."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(bytes(100_000))) + chunk(b"IEND", b"")


def jpeg_that_says(width: int, height: int) -> bytes:
    made = BytesIO()
    Image.new("RGB", (16, 16)).save(made, "JPEG")
    content = made.getvalue()
    place = content.index(b"\xff\xc0") + 5
    return content[:place] + struct.pack(">HH", height, width) + content[place + 4 :]


def flat(width: int, height: int) -> bytes:
    """A whole PNG of one colour: a few kilobytes that are many megabytes when they are looked at."""
    made = BytesIO()
    Image.new("1", (width, height)).save(made, "PNG", optimize=True)
    return made.getvalue()


SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">{}</svg>'
PICTURES = {
    "text": b"title: not a picture\n",
    "nothing": b"",
    "a web page": b"<!doctype html><script>window.hit=true</script>",
    "the beginning of one": chunked(40, 40)[:50],
    "a PNG of 60000 by 60000": chunked(60_000, 60_000),
    "a JPEG of 60000 by 60000": jpeg_that_says(60_000, 60_000),
    "a GIF of 60000 by 60000": b"GIF89a" + struct.pack("<HH", 60_000, 60_000) + b"\x80\x00\x00" + bytes(60) + b";",
    "a flat one of 100 million dots": flat(10_000, 10_000),
    "an SVG with a script": SVG.format("<script>window.hit=true</script>").encode(),
    "an SVG that runs": SVG.format('<rect onclick="window.hit=true" width="9" height="9"/>').encode(),
    "an SVG that fetches": SVG.format(
        '<image xlink:href="file:///etc/passwd"/><use href="https://a.example/#b"/>'
    ).encode(),
    "an SVG with entities": b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + SVG.format("&a;").encode(),
    "laughter": b'<!DOCTYPE s [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>' + SVG.format("&b;").encode(),
}
IMAGE = (
    "title: A talk\nslides:\n  - image: {}\n    headline: Babies look for a face\n"
    "    alternative-text: What it shows\n    credit: Zoë Hill\n"
)
LOGO = "title: A talk\npartner: Somebody\npartner-logo: {}\nslides:\n  - title\n"


@pytest.mark.parametrize("spec", [IMAGE, LOGO], ids=["a picture", "a logo"])
@pytest.mark.parametrize("ending", [".png", ".jpg", ".svg"])
@pytest.mark.parametrize("name", PICTURES)
def test_a_file_that_is_no_picture_to_show_is_told_at_its_line(
    name: str, ending: str, spec: str, tmp_path: Path
) -> None:
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / f"a{ending}").write_bytes(PICTURES[name])
    before = time.perf_counter()
    result = made(tmp_path, spec.format(f"a{ending}")).result
    assert time.perf_counter() - before < 5
    (error,) = result.errors
    assert error.position is not None
    assert error.position.line == 3
    assert error.hint
    assert result.files == ()


OUTSIDE = [
    "../secret.png",
    "parts/../../secret.png",
    "{root}/secret.png",
    "/etc/passwd",
    "file:///etc/passwd",
    "link.png",
    "folder/secret.png",
    "https://example.org/a.png",
    "..\\secret.png",
    "//host/share/a.png",
]
NAMING = {
    "a picture": IMAGE,
    "a logo": LOGO,
    "slides": "title: A talk\nslides:\n  - include: {}\n",
    "evidence": "title: A talk\n# where it is\nevidence: {}\nslides:\n  - title\n",
}


@pytest.mark.parametrize("naming", NAMING)
@pytest.mark.parametrize("path", OUTSIDE)
def test_a_path_out_of_the_decks_folder_is_told_and_nothing_there_is_read(
    path: str, naming: str, tmp_path: Path
) -> None:
    root = tmp_path / "inside"
    (root / "decks" / "parts").mkdir(parents=True)
    drawn = BytesIO()
    Image.new("RGB", (40, 40)).save(drawn, "PNG")
    for place in (root, tmp_path):
        (place / "secret.png").write_bytes(drawn.getvalue())
    if os.name != "nt":
        (root / "decks" / "link.png").symlink_to(tmp_path / "secret.png")
        (root / "decks" / "folder").symlink_to(tmp_path)
    result = made(root, NAMING[naming].format(f"'{path.format(root=root)}'")).result
    (error, *_) = result.errors
    assert error.position is not None
    assert error.position.line == 3
    assert error.hint
    assert result.files == ()
    assert not [name for name in result.inputs if "secret" in name]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,<script>", "file:///etc/passwd", "vbscript:a", " java\tscript:a"]
)
def test_a_link_leads_to_the_web_or_nowhere(address: str, tmp_path: Path) -> None:
    spec = f"title: A talk\nslides:\n  - contact:\n      - {{name: Zoë, web: {quoted(address)}}}\n"
    result = made(tmp_path, spec).result
    (error, *_) = result.errors
    assert error.position is not None
    assert error.position.line == 4
    assert result.files == ()


@pytest.mark.parametrize(
    "spec",
    [
        "a: &a [x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\ntitle: *c\n",
        "title: !!python/object/apply:os.system ['touch ran']\nslides: []\n",
        "title: A\nslides: " + "[" * 5_000 + "\n",
        "title: A\nslides: " + "{a: " * 3_000 + "\n",
        "? [complex]\n: key\n",
        "title: A\ntitle: B\n<<: {a: b}\n",
    ],
    ids=["laughter", "an object", "lists in lists", "keys in keys", "a list as a key", "merged keys"],
)
def test_yaml_that_would_do_more_than_tell_is_refused(spec: str, tmp_path: Path) -> None:
    result = made(tmp_path, spec).result
    assert result.errors
    assert all(error.position is not None for error in result.errors)
    assert not (tmp_path / "ran").exists()
    assert result.files == ()


def test_what_is_told_shows_no_control_characters(tmp_path: Path) -> None:
    spec = "title: A talk\nslides:\n  - quotation: \"no\u202esuch\u2066one\"\n  - 'message\\e[31m': 1\n"
    told = list(made(tmp_path, spec).result.errors)
    assert told
    assert not re.findall(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", "".join(unescape(one.message) for one in told))
