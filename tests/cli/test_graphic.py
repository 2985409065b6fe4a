"""One figure as a picture of its own, every kind on one page, and the graphics that are remembered."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image
from pypdf import PdfReader

from deckmaker.cli.alone import Alone
from deckmaker.cli.gallery import exhibits
from deckmaker.cli.program import deckmaker as command
from deckmaker.discovery import Features
from deckmaker.workspace import Workspace

Run = Callable[..., Result]
STARTS = {".svg": b"<?xml", ".png": b"\x89PNG", ".pdf": b"%PDF"}


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs the command line in an empty folder, with a cache of its own."""
    workspace = replace(Workspace(tmp_path), environment={"DECKMAKER_CACHE": str(tmp_path / "cache")})
    return lambda *arguments: CliRunner().invoke(command, arguments, obj=workspace, prog_name="deckmaker")


@pytest.mark.parametrize("ending", STARTS)
@pytest.mark.parametrize("more", [(), ("--dark", "--size", "square"), ("--size", "a4", "--kind", "big-number")])
def test_a_figure_is_drawn_alone(run: Run, tmp_path: Path, ending: str, more: tuple[str, ...]) -> None:
    found = run("graphic", "camhs-under-twos", *more, "-o", f"out/camhs{ending}")
    assert (found.exit_code, found.output) == (0, f"out/camhs{ending}\n")
    assert (tmp_path / "out" / f"camhs{ending}").read_bytes().startswith(STARTS[ending])


def test_the_same_pdf_has_the_same_bytes(run: Run, tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        assert run("graphic", "two-of-three-risks", "-o", name).exit_code == 0
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_a_graphic_that_would_mislead_is_refused_with_the_reason_and_the_place(run: Run, tmp_path: Path) -> None:
    found = run("graphic", "camhs-under-twos", "--kind", "one-in-n", "-o", "camhs.svg")
    assert found.exit_code == 1
    assert "statistics.yaml:" in found.output
    assert "No N comes near enough" in found.output
    assert "choose from: proportion-grid" in found.output
    assert not (tmp_path / "camhs.svg").exists()


@pytest.mark.parametrize(
    ("kind", "because"), [("pie", "different groups are no slices"), ("trend", "every amount"), ("map", "how large")]
)
def test_a_chart_that_is_never_drawn_is_refused_with_its_reason(
    run: Run, tmp_path: Path, kind: str, because: str
) -> None:
    found = run("graphic", "camhs-under-twos", "--kind", kind, "-o", "a.svg")
    assert found.exit_code == 1
    assert because in found.output
    assert "choose from: proportion-grid" in found.output
    assert not (tmp_path / "a.svg").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("camhs-under-two", "-o", "a.svg"), "did you mean ‘camhs-under-twos’"),
        (("camhs-under-twos", "--kind", "big-numbr", "-o", "a.svg"), "did you mean ‘big-number’"),
        (("camhs-under-twos", "-o", "a.gif"), ".svg, .png or .pdf"),
        (("camhs-under-twos",), ".svg, .png or .pdf"),
        (("healthier-brain-better-futures", "-o", "a.svg"), "did you mean ‘healthier-brains-better-futures’"),
        (("camhs-under-twos", "--size", "9x9", "-o", "a.svg"), "is no size"),
        (("camhs-under-twos", "--size", "a5", "-o", "a.svg"), "a4, a3, square, landscape, story"),
        ((), "name a statistic"),
        (("camhs-under-twos", "--gallery", "g"), "leave out the record"),
        (("--gallery", "g", "-o", "a.svg"), "leave out the record"),
    ],
)
def test_what_is_asked_wrongly_is_wrong_usage_with_a_hint(run: Run, arguments: tuple[str, ...], said: str) -> None:
    found = run("graphic", *arguments)
    assert found.exit_code == 2
    assert said in " ".join(found.output.split())


@pytest.mark.parametrize(("page", "millimetres"), [("a4", (210, 297)), ("a3", (297, 420))])
def test_a_pdf_of_a_paper_size_is_that_paper(run: Run, tmp_path: Path, page: str, millimetres: tuple[int, int]) -> None:
    assert run("graphic", "camhs-under-twos", "--size", page, "-o", "a.pdf").exit_code == 0
    box = PdfReader(tmp_path / "a.pdf").pages[0].mediabox
    for side, wanted in zip((box.width, box.height), millimetres, strict=True):
        assert float(side) * 25.4 / 72 == pytest.approx(wanted, abs=0.1)


@pytest.mark.parametrize(
    ("size", "pixels"),
    [("1600x900", (1600, 900)), ("square", (1080, 1080)), ("landscape", (1200, 675)), ("story", (1080, 1920))],
)
def test_a_png_has_the_pixels_that_were_asked_for(run: Run, tmp_path: Path, size: str, pixels: tuple[int, int]) -> None:
    assert run("graphic", "camhs-under-twos", "--size", size, "-o", "a.png").exit_code == 0
    with Image.open(tmp_path / "a.png") as image:
        assert image.size == pixels


def test_a_doubtful_figure_is_drawn_with_a_warning_at_its_place(run: Run, tmp_path: Path) -> None:
    found = run("graphic", "children-accessing-services", "-o", "a.svg")
    assert found.exit_code == 0
    assert "doubtful" in found.output
    assert "statistics.yaml:" in found.output
    assert (tmp_path / "a.svg").exists()


def test_a_diagram_is_drawn_as_its_record_says_and_as_nothing_else(run: Run, tmp_path: Path) -> None:
    name = "healthier-brains-better-futures"
    if Alone(Workspace(tmp_path), Features()).library.diagrams[name].graphic not in Features().names("graphics"):
        pytest.skip("the kind that draws it is not here")
    assert run("graphic", name, "-o", "a.svg").exit_code == 0
    found = run("graphic", name, "--kind", "big-number", "-o", "b.svg")
    assert found.exit_code == 1
    assert "is none" in found.output
    assert not (tmp_path / "b.svg").exists()


def test_the_gallery_shows_every_kind_on_light_and_dark(run: Run, tmp_path: Path) -> None:
    found = run("graphic", "--gallery", "gallery")
    assert (found.exit_code, found.output) == (0, "gallery/index.html\n")
    page = (tmp_path / "gallery" / "index.html").read_text(encoding="utf-8")
    shown = [exhibit for exhibit in exhibits(Alone(Workspace(tmp_path), Features())) if exhibit.record is not None]
    assert len(shown) >= 13
    forms = [f"{ground}{form}.svg" for ground in ("light", "dark") for form in ("", "-square")]
    names = {f"{exhibit.name}-{form}" for exhibit in shown for form in forms}
    assert {path.name for path in (tmp_path / "gallery").iterdir()} == {"index.html", *names}
    assert all(f'src="{name}"' in page for name in names)


def test_the_gallery_page_can_be_read_by_everybody_and_asks_for_nothing(run: Run, tmp_path: Path) -> None:
    assert run("graphic", "--gallery", "gallery").exit_code == 0
    page = (tmp_path / "gallery" / "index.html").read_text(encoding="utf-8")
    assert '<html lang="en-GB">' in page
    assert all(part in page for part in ("<title>", "<main>", 'name="viewport"', "<h1>", "<nav aria-label="))
    assert not re.search(r"https?:|//|@import|url\(|<script", page)
    pictures = re.findall(r'<img src="([^"]+)" alt="([^"]*)"', page)
    assert len(pictures) == page.count("<img")
    words = [alt for src, alt in pictures if src.endswith("-light.svg")]
    assert len(words) >= 13
    assert all(alt and f"<p>{alt}</p>" in page for alt in words), "the words are also there to be read"


def test_remembered_graphics_are_counted_and_cleared(run: Run, tmp_path: Path) -> None:
    assert "0 graphics" in run("cache", "info").output
    run("graphic", "camhs-under-twos", "-o", "a.svg")
    assert "1 graphic," in run("cache", "info").output
    run("build", "ten-messages")
    folders = [tmp_path / "cache" / name for name in ("builds", "known")]
    assert all(list(folder.glob("*.json")) for folder in folders)
    assert re.fullmatch(r"\d+ graphics removed, and all that was remembered of builds\n", run("cache", "clear").output)
    assert not any(list(folder.glob("*.json")) for folder in folders)
    assert "0 graphics" in run("cache", "info").output
