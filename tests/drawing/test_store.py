from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

import pytest

from deckmaker.drawing.cache import DrawingCache
from deckmaker.drawing.store import CachedDraw
from deckmaker.fonts import measure
from deckmaker.model.colour import Colour
from deckmaker.model.feature import GraphicKind
from deckmaker.model.frame import Graphic
from deckmaker.model.picture import Drawn
from deckmaker.model.theme import Theme

Kinds: TypeAlias = Mapping[str, GraphicKind]


def drawer(theme: Theme, kinds: Kinds, folder: Path | None = None) -> Callable[[Graphic, float, float], Drawn]:
    """Draws a graphic's marks for a box, remembering in a folder."""
    draw = CachedDraw(theme, folder)
    ruler = measure(theme.drawn)
    return lambda graphic, width, height: draw(kinds[graphic.kind].draw(graphic, width, height, ruler), graphic.ground)


@pytest.fixture
def entries(tmp_path: Path) -> Path:
    return tmp_path / "graphics"


def _only(entries: Path) -> Path:
    (path,) = (path for path in entries.rglob("*") if path.is_file())
    return path


def test_a_graphic_is_drawn_once_and_then_remembered(
    theme: Theme, kinds: Kinds, graphic: Graphic, entries: Path
) -> None:
    drawn = drawer(theme, kinds, entries)(graphic, 410, 300)
    written = _only(entries).stat().st_mtime_ns
    assert drawer(theme, kinds, entries)(graphic, 410, 300) == drawn
    assert _only(entries).stat().st_mtime_ns == written


def test_a_picture_that_another_build_keeps_between_two_looks_is_taken_from_there(
    theme: Theme, kinds: Kinds, graphic: Graphic, entries: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = drawer(theme, kinds, entries)(graphic, 410, 300)
    looks = iter([False])
    kept = DrawingCache.get
    monkeypatch.setattr(DrawingCache, "get", lambda cache, key: kept(cache, key) if next(looks, True) else None)
    assert drawer(theme, kinds, entries)(graphic, 410, 300) == drawn


@pytest.mark.parametrize("damage", ["half", "empty", "one byte", "foreign", "another key"])
def test_a_damaged_or_foreign_entry_is_replaced(
    theme: Theme, kinds: Kinds, graphic: Graphic, entries: Path, damage: str
) -> None:
    drawn = drawer(theme, kinds, entries)(graphic, 410, 300)
    path = _only(entries)
    whole = path.read_bytes()
    other = drawer(theme, kinds, entries / "other")
    other(graphic, 500, 300)
    path.write_bytes(
        {
            "half": whole[: len(whole) // 2],
            "empty": b"",
            "one byte": whole[:-9] + b"x" + whole[-8:],
            "foreign": b"\x89PNG something else",
            "another key": _only(entries / "other").read_bytes(),
        }[damage]
    )
    assert path.read_bytes() != whole
    assert drawer(theme, kinds, entries)(graphic, 410, 300) == drawn
    assert path.read_bytes() == whole


def test_a_folder_that_cannot_be_written_is_done_without(
    theme: Theme, kinds: Kinds, graphic: Graphic, tmp_path: Path
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder", encoding="utf-8")
    assert drawer(theme, kinds, in_the_way)(graphic, 410, 300) == drawer(theme, kinds)(graphic, 410, 300)


def test_another_colour_size_ground_or_value_is_another_picture(
    theme: Theme, kinds: Kinds, graphic: Graphic, entries: Path
) -> None:
    first = drawer(theme, kinds, entries)
    recoloured = drawer(replace(theme, palette={**theme.palette, "coral": "#A03010"}), kinds, entries)
    twenty = replace(graphic.statistic, values=(replace(graphic.statistic.values[0], value=20),))
    pictures = [
        first(graphic, 410, 300),
        first(graphic, 411, 300),
        first(replace(graphic, ground=Colour("plum")), 410, 300),
        first(replace(graphic, subject=twenty), 410, 300),
        recoloured(graphic, 410, 300),
    ]
    assert len(set(pictures)) == len(pictures)


def test_a_record_that_reads_otherwise_but_looks_the_same_is_not_drawn_again(
    theme: Theme, kinds: Kinds, graphic: Graphic, entries: Path
) -> None:
    draw = drawer(theme, kinds, entries)
    draw(graphic, 410, 300)
    draw(replace(graphic, subject=replace(graphic.statistic, caveats=("a new caveat",))), 410, 300)
    assert _only(entries).is_file()


def test_the_folder_stays_within_its_limit_and_the_oldest_go_first(tmp_path: Path) -> None:
    cache = DrawingCache(tmp_path, limit=4000)
    for number in range(12):
        cache.put(f"{number:064x}", Drawn(b"<svg/>", bytes(900)))
        for path in tmp_path.rglob("*.drawing"):
            os.utime(path, (int(path.stem, 16), int(path.stem, 16)))
    count, size = cache.size()
    assert 0 < size <= 4000 + 1100
    kept = sorted(int(path.stem, 16) for path in tmp_path.rglob("*.drawing"))
    assert kept == list(range(12 - count, 12))


def test_clearing_removes_entries_and_nothing_else(tmp_path: Path) -> None:
    cache = DrawingCache(tmp_path)
    cache.put("0" * 64, Drawn(b"<svg/>", b"png"))
    mine = tmp_path / "00" / "notes.txt"
    mine.write_text("mine", encoding="utf-8")
    cache.clear()
    assert cache.size() == (0, 0)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [mine]


def test_a_remembered_graphic_costs_no_drawing_library(
    theme: Theme, kinds: Kinds, graphic: Graphic, entries: Path, tmp_path: Path
) -> None:
    import pickle

    drawer(theme, kinds, entries)(graphic, 410, 300)
    asked = tmp_path / "asked"
    asked.write_bytes(pickle.dumps((theme, graphic, entries)))
    program = (
        "import pickle, sys; from pathlib import Path\n"
        "from deckmaker.discovery import Features\n"
        "from deckmaker.drawing.store import CachedDraw\n"
        "from deckmaker.fonts import measure\n"
        f"theme, graphic, entries = pickle.loads(Path({str(asked)!r}).read_bytes())\n"
        "marks = Features().graphics[graphic.kind].draw(graphic, 410, 300, measure(theme.drawn))\n"
        "CachedDraw(theme, entries)(marks, graphic.ground)\n"
        "print(sorted({'matplotlib', 'numpy', 'PIL', 'fontTools', 'pptx'} & set(sys.modules)))\n"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_builds_at_once_share_a_folder_and_never_read_half_an_entry(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from deckmaker.drawing.cache import DrawingCache\n"
        "from deckmaker.model.picture import Drawn\n"
        f"cache = DrawingCache(Path({str(tmp_path)!r}), limit=400_000)\n"
        "found = 0\n"
        "for turn in range(120):\n"
        "    number = turn % 6\n"
        "    wanted = Drawn(b'<svg/>' * (number + 1), bytes([number]) * 60_000)\n"
        "    cache.put(f'{number:064x}', wanted)\n"
        "    got = cache.get(f'{(number + 3) % 6:064x}')\n"
        "    assert got is None or len(set(got.png)) == 1 and len(got.png) == 60_000, 'half an entry'\n"
        "    found += got is not None\n"
        "print(found)\n"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    for one in running:
        said, wrong = one.communicate(timeout=60)
        assert one.returncode == 0, wrong
        assert int(said) > 50
    assert list(tmp_path.rglob("*.part")) == []
    assert DrawingCache(tmp_path).size()[0] == 6
