"""How long it takes from one changed word to the new picture of its slide.

``python -m benchmarks.preview`` writes a deck of twenty slides, starts the preview as a process of its own, changes a
word of a headline again and again, and tells the median: until the new picture has reached a reader of the page's
address, and, where Chromium is installed, until the browser shows it. Then it tells where the time goes.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlsplit

from benchmarks.workload import write_spec

GOAL = 0.3
"""Seconds on an idle machine."""
_PLACE = 10
"""The slide that is edited, counted from 0: one of text."""
_SHOWN = """() => new Promise((done) => {
  const image = document.querySelector("#picture");
  new MutationObserver(async () => { await image.decode(); requestAnimationFrame(() => done(performance.now())); })
    .observe(image, { attributes: true, attributeFilter: ["src"] });
})"""


class Edited:
    """A spec, and a word in it that is another one with every edit."""

    def __init__(self, spec: Path) -> None:
        self.spec = spec
        self._text = spec.read_text(encoding="utf-8")
        places = [place for place in range(len(self._text)) if self._text.startswith("for babies\n", place)]
        self._at = places[_PLACE // 3 * 2]
        self._count = 0

    def edit(self) -> None:
        """Change one word."""
        self._count += 1
        word = ("parents", "families", "children", "infants")[self._count % 4]
        text = f"{self._text[: self._at]}for {word}{self._text[self._at + len('for babies') :]}"
        self.spec.write_text(text, encoding="utf-8")


@contextmanager
def preview(spec: Path) -> Iterator[str]:
    """The address of the page of a deck, while a process of its own shows it."""
    command = [sys.executable, "-m", "deckmaker", "preview", str(spec), "--no-browser"]
    environment = {**os.environ, "DECKMAKER_CACHE": str(spec.parent / "cache"), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, cwd=spec.parent, env=environment, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().split()[-1]
        finally:
            process.terminate()


class Reader:
    """Hears what the server says of a deck, as the page does."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        assert parts.hostname is not None
        self._host, self._port, self._path = parts.hostname, parts.port, f"{parts.path}1/"
        connection = http.client.HTTPConnection(self._host, self._port, timeout=120)
        connection.request("GET", f"{self._path}events")
        self._events = connection.getresponse()
        self._pictures = http.client.HTTPConnection(self._host, self._port, timeout=120)

    def state(self) -> Any:
        """The next that is told."""
        while True:
            line = self._events.readline()
            if line.startswith(b"data: "):
                return json.loads(line[len(b"data: ") :])

    def picture(self, name: str) -> bytes:
        """A picture of a slide."""
        self._pictures.request("GET", f"{self._path}pictures/{name}.svg")
        return self._pictures.getresponse().read()


def to_a_reader(edited: Edited, reader: Reader, rounds: int) -> Iterator[tuple[float, float]]:
    """Seconds from an edit to the bytes of the one new picture, and those that the server worked, round after round."""
    before = {slide["picture"] for slide in reader.state()["slides"]}
    for _ in range(rounds):
        time.sleep(0.3)
        began = time.perf_counter()
        edited.edit()
        state = reader.state()
        names = {slide["picture"] for slide in state["slides"]}
        (name,) = names - before
        reader.picture(name)
        yield time.perf_counter() - began, state["milliseconds"] / 1000
        before = names


def to_the_screen(edited: Edited, address: str, rounds: int) -> Iterator[float]:
    """Seconds from an edit until Chromium has the new picture on its page, round after round."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = chromium.new_page()
        page.goto(address)
        page.wait_for_function("() => document.querySelectorAll('#thumbnails img[src]').length === 20")
        edited.edit()
        page.wait_for_timeout(2000)
        for _ in range(rounds):
            page.wait_for_timeout(300)
            page.evaluate(f"() => {{ window.shown = ({_SHOWN})(); }}")
            began = time.perf_counter()
            edited.edit()
            page.evaluate("window.shown")
            yield time.perf_counter() - began
        chromium.close()


def stages(spec: Path, edited: Edited, rounds: int) -> dict[str, list[float]]:
    """Milliseconds of each stage after an edit."""
    from deckmaker.discovery import Features
    from deckmaker.layout.lay_out import lay_out
    from deckmaker.pipeline import check
    from deckmaker.preview.pictures import Pictures
    from deckmaker.reading import build_all, read
    from deckmaker.workspace import Workspace

    workspace, features = Workspace(spec.parent), Features()
    pictures = Pictures(spec.parent / "cache")
    found: dict[str, list[float]] = {}
    for number in range(rounds + 1):
        edited.edit()
        times = [time.perf_counter()]
        sources = read(spec.name, workspace, features)
        times.append(time.perf_counter())
        decks = build_all(spec.name, sources, features)
        times.append(time.perf_counter())
        pages = tuple(lay_out(replace(deck, as_of=workspace.today()), features) for deck in decks)
        times.append(time.perf_counter())
        for page in pages:
            check(page, features)
        times.append(time.perf_counter())
        pictures.of(pages)
        times.append(time.perf_counter())
        if number:
            for name, begin, end in zip(("read", "build", "lay out", "check", "draw"), times, times[1:], strict=False):
                found.setdefault(name, []).append(1000 * (end - begin))
    return found


def main() -> None:
    """Measure, and tell it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        spec = write_spec(Path(folder), 20)
        edited = Edited(spec)
        with preview(spec) as address:
            times = list(to_a_reader(edited, Reader(address), rounds))
            _tell("changed word to new picture, at a reader", [seconds for seconds, _ in times])
            _tell("  of which the server worked", [worked for _, worked in times])
            if shutil.which("chromium"):
                _tell("changed word to new picture, in Chromium", list(to_the_screen(edited, address, rounds)))
        for name, found in stages(spec, edited, rounds).items():
            _tell(f"  {name}", [one / 1000 for one in found])
    sys.stdout.write(f"goal: {1000 * GOAL:.0f} ms; load of this machine: {os.getloadavg()[0]:.1f}\n")


def _tell(what: str, seconds: list[float]) -> None:
    sys.stdout.write(f"{what:44} {1000 * median(seconds):6.0f} ms  (fastest {1000 * min(seconds):.0f})\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
