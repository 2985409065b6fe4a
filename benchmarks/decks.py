"""How long decks take, against what people would use instead.

``python -m benchmarks.decks`` measures everything and writes ``benchmarks/results.md``; ``--quick`` takes fewer rounds
and small decks. All cases of a group run in turn, round after round, so that a busy machine slows all alike. What
counts is the median of the ratios within each round. Memory is the peak that the operating system accounts to a
process.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from statistics import median

from benchmarks.workload import slides, write_spec

HERE = Path(__file__).parent
ROOT = HERE.parent
DECKMAKER = (sys.executable, "-m", "deckmaker")


@dataclass(frozen=True)
class Run:
    """One process: how long it took, in seconds, and its peak memory in MB."""

    seconds: float
    megabytes: float


@dataclass(frozen=True)
class Case:
    """Something to run; ``before`` makes it ready, outside the measured time."""

    name: str
    command: tuple[str, ...]
    before: Callable[[], None] = lambda: None
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Target:
    """A ratio to reach: one case against another."""

    what: str
    ours: str
    theirs: str
    most: float
    memory: bool = False


def run(case: Case, folder: Path) -> Run:
    """Runs a case once, its output thrown away. Raises ``RuntimeError`` if it fails."""
    case.before()
    started = time.perf_counter()
    process = subprocess.Popen(
        case.command,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **case.environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    said = process.stderr.read() if process.stderr else b""
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{case.name} failed:\n{said.decode(errors='replace')[-2000:]}")
    return Run(seconds, used.ru_maxrss / 1024)


def rounds(cases: list[Case], count: int, folder: Path) -> dict[str, list[Run]]:
    """Every case once a round, after one round that does not count."""
    found: dict[str, list[Run]] = {case.name: [] for case in cases}
    for number in range(count + 1):
        for case in cases:
            made = run(case, folder)
            if number:
                found[case.name].append(made)
    return found


class Deck:
    """A workload in a folder of its own, with our cases and the peers' on the same content."""

    def __init__(self, folder: Path, count: int) -> None:
        self.folder, self.count = folder / f"w{count}", count
        self.spec = write_spec(self.folder, count)
        self.output = self.folder / "output"
        self.cache = self.folder / "cache"
        self.pictures = self.folder / "pictures"
        self._turn = 0
        self._draw_pictures()

    @property
    def environment(self) -> dict[str, str]:
        """A cache that is the workload's own."""
        return {"DECKMAKER_CACHE": str(self.cache), "SOURCE_DATE_EPOCH": "1767225600"}

    def build(self, name: str, before: Callable[[], None], *more: str) -> Case:
        """Our build of the spec."""
        command = (*DECKMAKER, "build", str(self.spec), "-o", str(self.output), "-q", *more)
        return Case(name, command, before, self.environment)

    def cold(self) -> None:
        """Nothing built, nothing drawn."""
        shutil.rmtree(self.cache, ignore_errors=True)
        shutil.rmtree(self.output, ignore_errors=True)

    def one_word(self) -> None:
        """Another word in the notes of one slide."""
        self._turn += 1
        write_spec(self.folder, self.count, word=("today", "tomorrow")[self._turn % 2])

    def forgotten(self) -> None:
        """Nothing built; graphics are still cached."""
        shutil.rmtree(self.output, ignore_errors=True)

    def bare(self) -> Case:
        """(a) python-pptx alone, its pictures ready."""
        target = str(self.folder / "bare.pptx")
        return Case(
            f"(a) {self.count}",
            (sys.executable, "-m", "benchmarks.peers.bare", str(self.count), str(self.pictures), target),
        )

    def afternoon(self) -> Case:
        """(b) pyplot and python-pptx."""
        target = str(self.folder / "afternoon.pptx")
        return Case(f"(b) {self.count}", (sys.executable, "-m", "benchmarks.peers.afternoon", str(self.count), target))

    def _draw_pictures(self) -> None:
        from PIL import Image, ImageDraw

        self.pictures.mkdir(exist_ok=True)
        for number, slide in enumerate(slides(self.count)):
            if slide.kind == "statistic":
                picture = Image.new("P", (1600, 900), 0)
                ImageDraw.Draw(picture).rectangle((100, 400, 100 + int(14 * slide.share), 500), fill=1)
                picture.putpalette([255, 250, 243, 196, 71, 45])
                picture.save(self.pictures / f"{number}.png")


def nothing() -> None:
    """Nothing to make ready."""


def start_group(folder: Path) -> tuple[list[Case], list[Target]]:
    """Python's own start, and ours."""
    cases = [Case("python", (sys.executable, "-c", "pass")), Case("--help", (*DECKMAKER, "--help"))]
    return cases, [Target("`deckmaker --help` against `python -c pass`", "--help", "python", 6)]


def small_group(folder: Path) -> tuple[list[Case], list[Target]]:
    """Twenty slides, six graphics."""
    kept, changed, new, whole = (Deck(folder / name, 20) for name in ("kept", "changed", "new", "whole"))
    cases = [
        Case("python", (sys.executable, "-c", "pass")),
        kept.bare(),
        kept.afternoon(),
        kept.build("nothing changed", nothing),
        changed.build("one word changed", changed.one_word),
        new.build("cold", new.cold),
        whole.build("everything again", nothing, "--force"),
        *_pandoc(kept),
        *_node(kept, folder),
    ]
    return cases, [
        Target("20 slides, nothing changed, against (a)", "nothing changed", "(a) 20", 0.4),
        Target("20 slides, nothing changed, against `python -c pass`", "nothing changed", "python", 6),
        Target("20 slides, one word changed, against (a)", "one word changed", "(a) 20", 1.4),
        Target("20 slides, cold, against (b)", "cold", "(b) 20", 0.85),
    ]


def large_group(folder: Path) -> tuple[list[Case], list[Target]]:
    """A thousand slides, and five hundred for growth and memory."""
    thousand, cached, half = Deck(folder / "cold", 1000), Deck(folder / "cached", 1000), Deck(folder / "cached", 500)
    cases = [
        thousand.bare(),
        thousand.afternoon(),
        thousand.build("1000 cold", thousand.cold),
        cached.build("1000 cached", cached.forgotten, "--force"),
        half.bare(),
        half.build("500 cached", half.forgotten, "--force"),
    ]
    return cases, [
        Target("1000 slides, cold, against (b)", "1000 cold", "(b) 1000", 0.3),
        Target("1000 slides, graphics cached, against (a)", "1000 cached", "(a) 1000", 0.6),
        Target("500 to 1000 slides, growth (ratio; 2.14 is an exponent of 1.1)", "1000 cached", "500 cached", 2.14),
        Target("500 slides, peak memory, against (a)", "500 cached", "(a) 500", 1.5, memory=True),
    ]


def pdf_group(folder: Path) -> tuple[list[Case], list[Target]]:
    """PDF, against an office program's conversion of the same deck."""
    deck = Deck(folder / "pdf", 20)
    run(deck.build("PowerPoint", nothing), folder)
    office = (
        "soffice", f"-env:UserInstallation=file://{folder / 'office'}", "--headless", "--convert-to", "pdf",
        "--outdir", str(folder / "converted"), str(deck.output / "w20.pptx"),
    )  # fmt: skip
    cases = [deck.build("PDF", deck.forgotten, "--force", "--format", "pdf"), Case("LibreOffice", office)]
    return cases, [Target("PDF of 20 slides, against LibreOffice", "PDF", "LibreOffice", 0.15)]


def standard_group(folder: Path) -> tuple[list[Case], list[Target]]:
    """All standard decks in all formats, cold, with one worker and with two."""
    target, cache = folder / "standard", folder / "standard-cache"

    def cold() -> None:
        shutil.rmtree(target, ignore_errors=True)
        shutil.rmtree(cache, ignore_errors=True)

    def case(jobs: str) -> Case:
        command = (*DECKMAKER, "--root", str(ROOT), "build", "-o", str(target), "-q", "--jobs", jobs, *_formats())
        return Case(f"standard, --jobs {jobs}", command, cold, {"DECKMAKER_CACHE": str(cache)})

    name = "standard decks, all formats, cold, two workers against one"
    return [case("1"), case("2")], [Target(name, "standard, --jobs 2", "standard, --jobs 1", 0.6)]


def _formats() -> Iterator[str]:
    from deckmaker.discovery import Features

    for name in Features().names("outputs"):
        yield from ("--format", name)


def _pandoc(deck: Deck) -> list[Case]:
    if not shutil.which("pandoc"):
        return []
    text = deck.folder / "deck.md"
    parts = [f"# {slide.headline}\n\nAsk who sees the youngest\n" for slide in slides(deck.count)]
    text.write_text("\n".join(parts), encoding="utf-8")
    return [Case("pandoc", ("pandoc", str(text), "-o", str(deck.folder / "pandoc.pptx")))]


def _node(deck: Deck, folder: Path) -> list[Case]:
    """PptxGenJS and Marp, where Node and they are at hand (``BENCHMARK_NODE`` names their folder)."""
    modules = os.environ.get("BENCHMARK_NODE", "")
    if not modules or not shutil.which("node"):
        return []
    cases = []
    if (Path(modules) / "pptxgenjs").is_dir():
        script = str(HERE / "peers" / "generated.js")
        command = ("node", script, str(deck.count), str(deck.pictures), str(deck.folder / "generated.pptx"))
        cases.append(Case("PptxGenJS", command, environment={"NODE_PATH": modules}))
    return cases


def report(found: dict[str, list[Run]], targets: list[Target]) -> Iterator[str]:
    """Lines of a table of the cases, and one of the targets."""
    yield "| case | seconds | peak MB |"
    yield "| --- | --- | --- |"
    for name, made in found.items():
        yield f"| {name} | {median(r.seconds for r in made):.3f} | {median(r.megabytes for r in made):.0f} |"
    yield ""
    yield "| target | ratio | at most | |"
    yield "| --- | --- | --- | --- |"
    for target in targets:
        pairs = list(zip(found[target.ours], found[target.theirs], strict=True))
        ratio = median(
            a.megabytes / b.megabytes if target.memory else a.seconds / b.seconds for a, b in pairs
        )  # fmt: skip
        yield f"| {target.what} | {ratio:.2f} | {target.most:g} | {'met' if ratio <= target.most else 'not met'} |"
    yield ""


GROUPS = {
    "start": (start_group, 15),
    "small": (small_group, 9),
    "pdf": (pdf_group, 5),
    "large": (large_group, 3),
    "standard": (standard_group, 3),
}


def main() -> None:
    """Measure the groups asked for, and write the results where all were."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("groups", nargs="*", help=f"some of: {', '.join(GROUPS)}")
    parser.add_argument("--quick", action="store_true", help="three rounds")
    asked = parser.parse_args()
    names = [name for name in GROUPS if not asked.groups or name in asked.groups]
    lines = [
        "# Decks: ours against what people would use instead",
        "",
        "Made by `python -m benchmarks.decks`. Cases of a group run in turn; ratios are medians over rounds.",
        "",
        f"{platform.system()}, {os.cpu_count()} processors, Python {platform.python_version()}, "
        + ", ".join(f"{name} {version(name)}" for name in ("python-pptx", "matplotlib", "typst", "click", "pyyaml")),
        "",
    ]
    for name in names:
        group, count = GROUPS[name]
        with tempfile.TemporaryDirectory() as folder:
            cases, targets = group(Path(folder))
            found = rounds(cases, 3 if asked.quick else count, Path(folder))
        lines += [f"## {name.capitalize()}", "", *report(found, targets)]
    text = "\n".join(lines)
    sys.stdout.write(text + "\n")
    if len(names) == len(GROUPS) and not asked.quick:
        (HERE / "results.md").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
