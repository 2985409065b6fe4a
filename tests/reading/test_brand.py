"""A brand file becomes a theme, or says what is wrong with it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from deckmaker.discovery import Features
from deckmaker.model.colour import Colour, contrast
from deckmaker.model.diagnostic import Diagnostic
from deckmaker.model.frame import Box, ShapeItem
from deckmaker.model.layout import IconPlace, Layout
from deckmaker.reading.brand import ROLES, SLOTS, Brand, read_brand
from deckmaker.reading.contrast import unfit
from deckmaker.workspace import Workspace

DAWN = (Workspace.bundled("brand") / "_brand.yml").read_text(encoding="utf-8")


def png(colour: str) -> bytes:
    stream = BytesIO()
    Image.new("RGB", (60, 20), colour).save(stream, "PNG")
    return stream.getvalue()


PNG, WHITE = png("#4B2352"), png("#FFFFFF")
FILES = {"logo.png": PNG, "white.png": WHITE, "logo.txt": b"words", "cut.png": PNG[:40]}


def load(name: str) -> bytes:
    if name in FILES:
        return FILES[name]
    raise FileNotFoundError(name)


def changed(old: str, new: str) -> tuple[Brand | None, tuple[Diagnostic, ...]]:
    assert old in DAWN
    return read_brand("brand/_brand.yml", DAWN.replace(old, new, 1).encode(), load)


def line_of(words: str) -> int:
    return DAWN[: DAWN.index(words)].count("\n") + 1


@pytest.fixture(scope="module")
def dawn() -> Brand:
    brand, problems = read_brand("brand/_brand.yml", DAWN.encode(), load)
    assert problems == ()
    assert brand is not None
    return brand


def test_every_role_and_slot_has_a_colour(dawn: Brand) -> None:
    theme = dawn.theme
    roles = (*ROLES, "ink", "background", "secondary", "hairline")
    assert all(theme.value(role).startswith("#") for role in roles)
    assert list(theme.slots) == list(SLOTS)
    assert theme.value("focus") == "#C4472D"
    assert theme.series == ("plum", "coral", "teal", "ochre", "lilac")
    assert theme.is_dark("teal")
    assert not theme.is_dark("background")


def test_fonts_wordmark_and_address_come_from_the_file(dawn: Brand) -> None:
    theme = dawn.theme
    assert (theme.live.family, theme.live.measured_as) == ("Calibri", "Carlito")
    assert (theme.drawn.family, theme.drawn.scale) == ("Lato", 0.93)
    assert (theme.wordmark.words, theme.wordmark.subline) == ("Parent-Infant", "— FOUNDATION —")
    assert (theme.address, theme.organisation) == ("parentinfantfoundation.org.uk", "Parent-Infant Foundation")


def test_dawn_has_every_colour_that_layouts_use_and_can_be_read(dawn: Brand) -> None:
    layouts = Features().layouts
    assert layouts
    assert list(unfit(dawn, layouts.values())) == []


def test_contrasts_are_those_of_the_design(dawn: Brand) -> None:
    value = dawn.theme.value
    expected = {"ink": 15.6, "plum": 12.2, "coral": 4.72, "teal": 6.06, "stone": 5.92, "ochre": 3.19, "lilac": 3.48}
    assert {name: round(contrast(value(name), value("cream")), 2) for name in expected} == pytest.approx(
        expected, abs=0.06
    )


def test_short_values_and_names_of_names_are_colours_too() -> None:
    brand, problems = changed('    coral: "#C4472D"', '    coral: red\n    red: "#c42"')
    assert problems == ()
    assert brand is not None
    assert brand.theme.value("focus") == "#CC4422"


def test_a_logo_takes_the_place_of_words() -> None:
    brand, problems = changed("typography:", "logo: {path: logo.png, alt: Parent-Infant Foundation}\n\ntypography:")
    assert problems == ()
    assert brand is not None
    assert (brand.theme.wordmark.image, brand.theme.wordmark.alternative_text) == (PNG, "Parent-Infant Foundation")


@pytest.mark.parametrize(
    "logo",
    [
        "{images: {main: {path: logo.png, alt: PIF}, pale: white.png}, medium: {light: main, dark: pale}}",
        "{alt: PIF, medium: {light: logo.png, dark: white.png}, small: cut.png}",
        "{alt: PIF, large: {light: logo.png, dark: white.png}, small: cut.png}",
    ],
)
def test_a_brand_has_a_logo_for_light_and_one_for_dark_backgrounds(logo: str) -> None:
    brand, problems = changed("typography:", f"logo: {logo}\n\ntypography:")
    assert problems == ()
    assert brand is not None
    mark = brand.theme.wordmark
    assert (mark.logo(dark=False), mark.logo(dark=True), mark.alternative_text) == (PNG, WHITE, "PIF")
    assert not mark.needs_panel(dark=True)


def test_a_logo_that_stands_alone_is_put_on_a_panel_on_dark_backgrounds() -> None:
    brand, _ = changed("typography:", "logo: {images: {main: logo.png}, medium: main, alt: PIF}\n\ntypography:")
    assert brand is not None
    mark = brand.theme.wordmark
    assert mark.logo(dark=True) == mark.logo(dark=False) == PNG
    assert mark.needs_panel(dark=True)
    assert not mark.needs_panel(dark=False)


def test_a_brand_may_do_without_the_motif_and_have_words_at_the_foot() -> None:
    brand, problems = changed("    wordmark:", "    motif: none\n    footer: Elusen  gofrestredig\n    wordmark:")
    assert problems == ()
    assert brand is not None
    assert (brand.theme.motif, brand.theme.footer) == ("none", "Elusen gofrestredig")


def test_settings_of_other_programs_are_left_to_them() -> None:
    assert changed("defaults:\n", "defaults:\n  bootstrap: {anything: [at, all]}\n")[1] == ()


@pytest.mark.parametrize(
    ("old", "new", "at", "code"),
    [
        ('coral: "#C4472D"', 'coral: "#C4472"', 'coral: "', "bad-colour"),
        ('coral: "#C4472D"', "coral: notacolor", 'coral: "', "bad-colour"),
        ('coral: "#C4472D"', "coral: #C4472D", 'coral: "', "left-out"),
        ('coral: "#C4472D"', "coral:", 'coral: "', "bad-colour"),
        ('coral: "#C4472D"', "coral: coral", 'coral: "', "bad-colour"),
        ("foreground: ink", "foreground: inkk", "foreground: ink", "unknown-colour"),
        ("focus: coral", "focus: korall", "focus: coral", "unknown-colour"),
        ("focus: coral", "focus: rest\n      rest: focus\n      x: coral", "focus: coral", "bad-colour"),
        ("      focus: coral\n", "", "    name: dawn", "missing-role"),
        ("dk1: ink", "dk1: inc", "dk1: ink", "unknown-colour"),
        ("dk1: ink", "dark1: ink", "dk1: ink", "unknown-slot"),
        ("      hlink: teal\n", "", "    name: dawn", "missing-slot"),
        ("series: [plum,", "series: [plumm,", "series: [plum", "unknown-colour"),
        ("dark: [plum,", "dark: [plumm,", "dark: [plum", "unknown-colour"),
        ("series: [plum, coral, teal, ochre, lilac]", "series: []", "    name: dawn", "missing-colour"),
        ("measured-as: Carlito", "measured-as: Comic Sans", "measured-as: Carlito", "unknown-font"),
        ("      family: Lato", "      family: Futura", "      family: Lato", "unknown-font"),
        ("  headings:\n    family: Calibri", "  headings:\n    family: Lato", "  headings:", "unknown-font"),
        ("typography:", "logo: logo.jpg\ntypography:", "typography:", "missing-file"),
        ("typography:", "logo: {path: logo.txt, alt: A}\ntypography:", "typography:", "bad-logo"),
        ("typography:", "logo: logo.png\ntypography:", "typography:", "missing-alt"),
        ("typography:", "logo: {path: cut.png, alt: A}\ntypography:", "typography:", "bad-logo"),
        ("typography:", "logo: {alt: A}\ntypography:", "typography:", "missing-key"),
        (
            "typography:",
            "logo: {alt: A, medium: {light: logo.png, dark: no.png}}\ntypography:",
            "typography:",
            "missing-file",
        ),
        ("    wordmark:", "    motif: square\n    wordmark:", "    wordmark:", "unknown-choice"),
        ("    wordmark:", f"    footer: {'words ' * 30}\n    wordmark:", "    wordmark:", "too-much-text"),
        ("color:\n", "colour:\n", "color:", "unknown-key"),
        ("  palette:\n", "  palet:\n", "  palette:", "unknown-key"),
        ("defaults:\n  deckmaker:", "defaults:\n  deckmakr:", "  deckmaker:\n", "missing-key"),
        ("scale: 0.93", "scale: 93", "      family: Lato", "wrong-value"),
    ],
)
def test_a_wrong_brand_says_where_and_why(old: str, new: str, at: str, code: str) -> None:
    brand, problems = changed(old, new)
    assert brand is None
    lines = {problem.position.line for problem in problems if problem.code == code and problem.position}
    assert lines & {line_of(at), line_of(at) + 1}
    assert all(problem.hint for problem in problems)


def test_text_too_near_its_background_is_told_with_the_contrast() -> None:
    brand, _ = changed('stone: "#6B5D6E"', 'stone: "#B0A8B2"')
    assert brand is not None
    found = list(unfit(brand, Features().layouts.values()))
    assert found
    assert {diagnostic.code for diagnostic in found} == {"low-contrast"}
    told = [one for one in found if "‘secondary’ (#B0A8B2) on ‘cream’ (#FFFAF3) has a contrast of 2." in one.message]
    assert told
    assert {one.position.line for one in told if one.position} == {line_of("  secondary: stone")}


def test_graphics_that_would_not_stand_out_are_told_with_where_they_are_seen() -> None:
    pale = changed('lilac: "#93809C"', 'lilac: "#DDDDDD"')[0]
    assert pale is not None
    assert list(unfit(pale, Features().layouts.values())) == []  # the colour of less important text stands in for it
    brand, _ = changed("series: [plum,", "series: [sand,")
    assert brand is not None
    assert list(unfit(brand, Features().layouts.values())) == []  # so does that of text
    brand, _ = changed('coral: "#C4472D"', 'coral: "#F0B0A0"')
    assert brand is not None
    found = [one for one in unfit(brand, Features().layouts.values()) if one.code == "low-contrast"]
    assert any("‘focus’ (#F0B0A0) on ‘cream’" in one.message for one in found)
    assert all("needs 3" in one.message or "needs 4.5" in one.message for one in found)


def test_an_icon_too_near_its_background_is_told(dawn: Brand) -> None:
    disc = ShapeItem(name="Disc", kind="ellipse", box=Box(0, 0, 100, 100), fill=Colour("plum"))
    for box, ground in ((Box(30, 30, 40, 40), "plum"), (Box(0, 0, 40, 40), "cream")):
        icon = IconPlace(name="icon", box=box, colour=Colour(ground))
        layout = Layout(
            name="x", title="X", ground=Colour("cream"), placeholders=(), decoration=(disc,), icons=(icon,)
        )  # fmt: skip
        (told,) = unfit(dawn, [layout])
        assert told.message.startswith(f"‘{ground}’ ({dawn.theme.value(ground)}) on ‘{ground}’")
        assert told.message.endswith("needs 3")


def test_names_of_layouts_may_stand_for_other_colours() -> None:
    """So a brand need not have a colour called cream, and may call its colours what it likes."""
    text = DAWN.replace('    cream: "#FFFAF3"\n', '    paper: "#FFFFFF"\n').replace(
        "      title: plum\n", "      title: plum\n      cream: paper\n      night: plum\n"
    )
    text = text.replace("dark: [plum, teal, coral]", "dark: [night, teal, coral]").replace(
        "series: [plum,", "series: [night,"
    )
    brand, problems = read_brand("brand/_brand.yml", text.encode(), load)
    assert problems == ()
    assert brand is not None
    theme = brand.theme
    assert (theme.value("cream"), theme.slots["lt1"], theme.series[0]) == ("#FFFFFF", "paper", "plum")
    assert theme.is_dark("plum")
    assert theme.is_dark("night")
    assert list(unfit(brand, Features().layouts.values())) == []


def test_a_colour_that_a_layout_needs_and_the_brand_lacks_is_named() -> None:
    brand, _ = changed("    plum-halo:", "    plum-ring:")
    assert brand is not None
    found = list(unfit(brand, Features().layouts.values()))
    assert [diagnostic.code for diagnostic in found] == ["missing-colour"]
    assert "‘plum-halo’" in found[0].message


def test_a_file_of_another_kind_is_no_brand() -> None:
    brand, problems = read_brand("x.yml", b"- 1\n", load)
    assert brand is None
    assert [problem.message for problem in problems] == ["this is no brand file"]


def test_the_readme_names_every_part_of_the_file() -> None:
    readme = (Path(Workspace.bundled("brand")) / "README.md").read_text(encoding="utf-8")
    assert all(f"`{part}`" in readme for part in ("palette", "roles", "slots", "series", "dark", "live", "drawn"))
