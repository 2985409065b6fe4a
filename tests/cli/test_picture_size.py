"""``--size``: pictures of slides in the pixels that were asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import Result
from PIL import Image

from deckmaker.workspace import Workspace

Run = Callable[..., Result]
SPEC = "title: A talk\nformats: [pptx]\nslides:\n  - title\n  - statistic: camhs-under-twos\n"
POSTER = "kind: infographic\ntitle: A card\npage: square\npanels:\n  - statistic: camhs-under-twos\n"


@pytest.fixture
def output(workspace: Workspace) -> Path:
    workspace.save({"talk.yaml": SPEC.encode(), "card.yaml": POSTER.encode()}, "decks")
    return workspace.root / "output"


def pixels(file: Path) -> tuple[int, int]:
    if file.suffix == ".svg":
        root = ElementTree.fromstring(file.read_bytes())
        return int(root.attrib["width"]), int(root.attrib["height"])
    with Image.open(file) as opened:
        return opened.size


@pytest.mark.parametrize("kind", ["png", "svg"])
@pytest.mark.parametrize(
    ("asked", "made"),
    [((), (1920, 1080)), (("--size", "1280x720"), (1280, 720)), (("--size", "800×800"), (800, 450)),
     (("--size", "3840X1000"), (1778, 1000))],
)  # fmt: skip
def test_every_slide_is_as_large_as_fits(
    kind: str, asked: tuple[str, ...], made: tuple[int, int], output: Path, deckmaker: Run
) -> None:
    assert deckmaker("build", "talk", "--format", kind, *asked).exit_code == 0
    assert [pixels(output / f"talk-{number:02}.{kind}") for number in (1, 2)] == [made, made]


def test_a_contact_sheet_is_as_wide_and_a_thumbnail_as_small_as_ever(output: Path, deckmaker: Run) -> None:
    asked = ("--format", "contact-sheet", "--format", "thumbnails", "--size", "900x600")
    assert deckmaker("build", "talk", *asked).exit_code == 0
    assert pixels(output / "talk-contact-sheet.png")[0] == 900
    assert pixels(output / "talk-thumbnail-01.png") == (320, 180)


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_a_card_has_the_pixels_of_its_page_or_those_asked_for(kind: str, output: Path, deckmaker: Run) -> None:
    assert deckmaker("build", "card", "--format", kind).exit_code == 0
    assert pixels(output / f"card-01.{kind}") == (1080, 1080)
    assert deckmaker("build", "card", "--format", kind, "--size", "2000x500").exit_code == 0
    assert pixels(output / f"card-01.{kind}") == (500, 500)


def test_a_vector_picture_of_paper_keeps_the_measure_of_its_paper(
    output: Path, workspace: Workspace, deckmaker: Run
) -> None:
    workspace.save({"card.yaml": POSTER.replace("square", "a4").encode()}, "decks")
    assert deckmaker("build", "card", "--format", "svg").exit_code == 0
    root = ElementTree.fromstring((output / "card-01.svg").read_bytes())
    assert (root.attrib["width"], root.attrib["height"]) == ("595.28pt", "841.89pt")


def test_another_size_is_another_build_and_the_same_one_is_not(output: Path, deckmaker: Run) -> None:
    small = ("build", "talk", "--format", "png", "--size", "640x360", "--explain")
    assert "not built before, or not with these options" in deckmaker(*small).output
    assert "nothing has changed" in deckmaker(*small).output
    assert "nothing has changed" not in deckmaker(*small[:-2], "800x450", "--explain").output
    assert pixels(output / "talk-01.png") == (800, 450)


@pytest.mark.parametrize(
    ("size", "told"),
    [
        ("big", "‘big’ is no size: write it like 1920x1080"),
        ("1920", "‘1920’ is no size"),
        ("0x0", "a side has 160 to 7,680 pixels"),
        ("99999x99999", "a side has 160 to 7,680 pixels"),
        ("-5x200", "is no size"),
        ("١٢٠٠x٨٠٠", "is no size"),
    ],
)
def test_a_wrong_size_is_wrong_usage_and_says_what_is_right(size: str, told: str, output: Path, deckmaker: Run) -> None:
    result = deckmaker("build", "talk", "--format", "png", f"--size={size}")
    assert result.exit_code == 2
    assert told in " ".join(result.output.split())
    assert not output.exists()


def test_a_size_where_no_picture_is_made_is_told(output: Path, deckmaker: Run) -> None:
    result = deckmaker("build", "talk", "--size", "800x600")
    assert result.exit_code == 1
    assert "a size of pictures is asked for, and none is made: only pptx [unfit-size]" in result.output
    assert "leave --size out, or add --format contact-sheet or png or svg" in result.output
    assert not output.exists()
