"""One figure as a picture of its own, every kind on one page, and the graphics that are remembered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deckmaker.cli.alone import Alone
from deckmaker.cli.program import deckmaker as command
from deckmaker.discovery import Features
from deckmaker.model.colour import Colour
from deckmaker.model.frame import Graphic
from deckmaker.model.picture import Label
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
    ("arguments", "said"),
    [
        (("camhs-under-two", "-o", "a.svg"), "did you mean ‘camhs-under-twos’"),
        (("camhs-under-twos", "--kind", "big-numbr", "-o", "a.svg"), "did you mean ‘big-number’"),
        (("camhs-under-twos", "-o", "a.gif"), ".svg, .png or .pdf"),
        (("camhs-under-twos",), ".svg, .png or .pdf"),
        (("camhs-under-twos", "--size", "9x9", "-o", "a.svg"), "is no size"),
        ((), "name a statistic"),
    ],
)
def test_what_is_asked_wrongly_is_wrong_usage_with_a_hint(run: Run, arguments: tuple[str, ...], said: str) -> None:
    found = run("graphic", *arguments)
    assert found.exit_code == 2
    assert said in " ".join(found.output.split())


def test_a_figure_alone_has_its_claim_its_source_its_place_and_time(tmp_path: Path) -> None:
    from deckmaker.fonts import measure
    from deckmaker.layout.standing_alone import standing_alone

    alone = Alone(Workspace(tmp_path), Features())
    ruler = measure(alone.theme.drawn)
    seen = 0
    for statistic in alone.library.statistics.values():
        kind = statistic.drawing.default
        drawing, records = statistic.drawing, alone.library.statistics
        graphic = Graphic(
            kind=kind,
            statistic=statistic,
            reference=records[drawing.base] if drawing.base else None,
            beside=records[drawing.beside] if drawing.beside else None,
            ground=Colour("cream"),
        )
        for size in ((960, 540), (595, 842), (648, 648)):
            picture = standing_alone(alone.kinds[kind], graphic, *size, ruler)
            words = " ".join(mark.words for mark in picture.marks if isinstance(mark, Label)).replace("\u00a0", " ")
            wanted = (statistic.base, statistic.predicate.rstrip("."), statistic.place, statistic.cite[0].source.short)
            for part in wanted:
                assert part.casefold() in words.casefold(), (statistic.id, size, part)
            seen += 1
    assert seen >= 80


def test_the_gallery_shows_every_kind_on_light_and_dark(run: Run, tmp_path: Path) -> None:
    found = run("graphic", "--gallery", "gallery")
    assert (found.exit_code, found.output) == (0, "gallery/index.html\n")
    page = (tmp_path / "gallery" / "index.html").read_text(encoding="utf-8")
    names = {f"{kind}-{ground}.svg" for kind in Features().names("graphics") for ground in ("light", "dark")}
    assert {path.name for path in (tmp_path / "gallery").iterdir()} == {"index.html", *names}
    assert all(f'src="{name}"' in page for name in names)


def test_remembered_graphics_are_counted_and_cleared(run: Run) -> None:
    assert "0 graphics" in run("cache", "info").output
    run("graphic", "camhs-under-twos", "-o", "a.svg")
    assert "1 graphic," in run("cache", "info").output
    assert run("cache", "clear").output == "1 graphic removed\n"
    assert "0 graphics" in run("cache", "info").output
