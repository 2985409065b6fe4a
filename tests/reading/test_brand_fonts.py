"""The fonts of a brand: its own files are measured and drawn with, and one that will not do is told in plain words."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import fontpkg
import pytest
from fontTools.ttLib import TTFont

from deckmaker.drawing.font_files import font_file
from deckmaker.fonts import measure, widths
from deckmaker.model.diagnostic import Diagnostic
from deckmaker.reading.brand import Brand, read_brand
from deckmaker.workspace import Workspace

HIGH_CONTRAST = (Workspace.bundled("brand") / "high-contrast" / "_brand.yml").read_text(encoding="utf-8")
REGULAR = "        - path: fonts/Lato-Regular.ttf\n          weight: normal\n"
BOLD = "        - path: fonts/Lato-Bold.ttf\n          weight: bold\n"
OF_FILES = f"    - family: Lato\n      source: file\n      files:\n{REGULAR}{BOLD}"
WRITTEN = HIGH_CONTRAST.replace("    - family: Lato\n      source: system\n", OF_FILES).replace("as: Arimo", "as: Lato")
EMBEDDED = WRITTEN.replace("family: Arial\n      measured-as: Lato", "family: Lato\n      embed: true").replace(
    "    family: Arial", "    family: Lato"
)
Change = Callable[[TTFont], None]


def own_file(name: str) -> bytes:
    """A font file as a brand brings it; here they are those of the installed package."""
    weights = {"fonts/Lato-Regular.ttf": 400, "fonts/Lato-Bold.ttf": 700}
    if name not in weights:
        raise FileNotFoundError(name)
    return Path(fontpkg.path("Lato", weight=weights[name])).read_bytes()


def read(text: str, change: Change | None = None, files: dict[str, bytes] | None = None) -> tuple[Brand | None, str]:
    """The brand, and the codes and lines of its problems; ``change`` is made to its font files."""

    def load(name: str) -> bytes:
        if files and name in files:
            return files[name]
        content = own_file(name)
        if change is None:
            return content
        font, stream = TTFont(BytesIO(content)), BytesIO()
        change(font)
        font.save(stream)
        return stream.getvalue()

    brand, problems = read_brand("brand/_brand.yml", text.encode(), load)
    assert all(problem.hint for problem in problems)
    return brand, "; ".join(f"{one.code} {_line(text, one)}: {one.message}" for one in problems)


def _line(text: str, problem: Diagnostic) -> str:
    assert problem.position is not None
    return text.splitlines()[problem.position.line - 1].strip()


def permission(bits: int) -> Change:
    def change(font: TTFont) -> None:
        font["OS/2"].fsType = bits

    return change


def without(characters: str) -> Change:
    def change(font: TTFont) -> None:
        for table in font["cmap"].tables:
            table.cmap = {code: glyph for code, glyph in table.cmap.items() if chr(code) not in characters}

    return change


def renamed(font: TTFont) -> None:
    for record in font["name"].names:
        if record.nameID in (1, 4):
            record.string = "Somebody Else"


def test_a_family_of_the_brands_own_is_measured_from_its_files() -> None:
    brand, told = read(WRITTEN)
    assert told == ""
    assert brand is not None
    live, drawn = brand.theme.live, brand.theme.drawn
    assert (live.family, live.measured_as, live.files) == ("Arial", "Lato", None)
    assert drawn.files is not None
    font = TTFont(BytesIO(own_file("fonts/Lato-Bold.ttf")))
    expected = sum(font["hmtx"][font.getBestCmap()[ord(letter)]][0] for letter in "Tŷ £5") / font["head"].unitsPerEm
    assert measure(live)("Tŷ £5", 20, bold=True) == pytest.approx(20 * expected)
    assert measure(drawn)("Tŷ £5", 20, bold=True) == pytest.approx(20 * expected)
    assert measure(live)("Tŷ £5", 20) < measure(live)("Tŷ £5", 20, bold=True)


def test_it_is_drawn_with_those_very_files() -> None:
    brand, _ = read(WRITTEN)
    assert brand is not None
    for bold, name in ((False, "Lato-Regular.ttf"), (True, "Lato-Bold.ttf")):
        assert font_file(brand.theme.drawn, bold).read_bytes() == own_file(f"fonts/{name}")


def test_the_table_for_arial_has_the_widths_that_are_known_of_arial() -> None:
    """Advance widths of Arial in 2,048ths of an em, as its makers publish them (AFM of Helvetica, rounded likewise)."""
    brand, _ = read(HIGH_CONTRAST)
    assert brand is not None
    known = {"A": 1366, "a": 1139, "i": 455, "m": 1706, "W": 1933, "0": 1139, " ": 569, "%": 1821}
    ruler = measure(brand.theme.live)
    assert {letter: round(ruler(letter, 2048)) for letter in known} == known
    assert widths("Carlito", "regular").of("m", 2048) != known["m"]


def test_fonts_are_embedded_where_their_licence_allows_it() -> None:
    brand, told = read(EMBEDDED)
    assert told == ""
    assert brand is not None
    assert brand.theme.live.embed
    for allowed in (0x4 | 0x8, 0x8, 0x100):
        assert read(EMBEDDED, permission(allowed))[1] == ""


@pytest.mark.parametrize(("bits", "words"), [(0x2, "forbids"), (0x4, "nobody changes"), (0x200, "only bitmaps")])
def test_a_licence_that_forbids_embedding_is_told(bits: int, words: str) -> None:
    brand, told = read(EMBEDDED, permission(bits))
    assert brand is None
    assert told.count("no-embedding family: Lato") == 2
    assert words in told


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("fonts/Lato-Bold", "fonts/Lato-Heavy", "missing-file - path: fonts/Lato-Heavy.ttf: there is no font file"),
        (BOLD, "", "missing-file - family: Lato: ‘Lato’ has no file of the weight bold"),
        (REGULAR, "", "missing-file - family: Lato: ‘Lato’ has no file of the weight normal"),
        ("weight: normal", "weight: bold", "bad-font - path: fonts/Lato-Regular.ttf: the font in"),
        ("weight: normal", "weight: 450", "unknown-choice weight: 450"),
        ("source: file", "source: system", "wrong-value - family: Lato: ‘Lato’ has files"),
        ("source: file", "source: google", "unknown-choice source: google"),
        ("measured-as: Lato", "measured-as: Verdana", "unknown-font measured-as: Verdana"),
        ("measured-as: Lato", "measured-as: Lato\n      embed: true", "missing-font family: Arial: no file"),
        ("scale: 0.93", "scale: 0.93\n      embed: true", "wrong-value family: Lato: drawn text needs no font"),
    ],
)
def test_a_font_that_is_wanted_otherwise_than_it_is_there_is_told_at_its_line(old: str, new: str, told: str) -> None:
    assert old in WRITTEN
    brand, found = read(WRITTEN.replace(old, new, 1))
    assert brand is None
    assert told in found


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (without("ŵŷ"), "has no ŵ ŷ"),
        (without("£"), "has no £"),
        (renamed, "is called ‘Somebody Else’, not ‘Lato’"),
    ],
)
def test_a_font_file_that_will_not_do_says_why(change: Change, words: str) -> None:
    brand, told = read(WRITTEN, change)
    assert brand is None
    assert told.startswith("bad-font - path: fonts/Lato-Regular.ttf")
    assert words in told


SOUND = own_file("fonts/Lato-Regular.ttf")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is no TrueType or OpenType file"),
        (b"wOF2" + SOUND, "is no TrueType or OpenType file"),
        (SOUND[:40], "is damaged"),
        (SOUND[: len(SOUND) // 4], "is damaged"),
        (SOUND[:12] + bytes(200) + SOUND[212:], "is damaged"),
        (SOUND + bytes(8_000_000), "is larger than 8 MB"),
    ],
)
def test_a_damaged_font_file_is_told_and_nothing_breaks(content: bytes, words: str) -> None:
    brand, told = read(WRITTEN, files={"fonts/Lato-Regular.ttf": content})
    assert brand is None
    assert told.startswith("bad-font - path: fonts/Lato-Regular.ttf")
    assert words in told


def test_a_font_file_broken_anywhere_is_read_or_told() -> None:
    for place in range(0, len(SOUND), len(SOUND) // 60):
        broken = SOUND[:place] + b"\xff" * 64 + SOUND[place + 64 :]
        brand, told = read(WRITTEN, files={"fonts/Lato-Regular.ttf": broken})
        assert brand is not None or told.startswith("bad-font")


def test_a_drawn_font_that_is_not_installed_is_told() -> None:
    listed = HIGH_CONTRAST.replace("- family: Lato", "- family: Futura")
    brand, told = read(listed.replace("      family: Lato\n", "      family: Futura\n      measured-as: Lato\n"))
    assert brand is None
    assert "missing-font family: Futura: no file of the font ‘Futura’" in told
