"""How long decks take, against what people would use instead.

``python -m benchmarks.decks`` measures everything and writes ``benchmarks/results.md``; ``--quick`` takes few rounds.
All cases of a group run in turn, round after round, so that a busy machine slows all alike. What counts is the median
of the ratios within each round. Memory is the peak that the operating system accounts to a process.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from pathlib import Path
from statistics import median

from benchmarks.workload import NOTES, QUOTATION, slides, write_spec

HERE = Path(__file__).parent
ROOT = HERE.parent
DECKMAKER = (sys.executable, "-m", "deckmaker")
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Everybody’s code is compiled once, as it is where it was installed; else every start of ours would compile again."""


@dataclass(frozen=True)
class Run:
    """One process: how long it took and what its processors did, with its children, in seconds; its peak in MB."""

    seconds: float
    processor: float
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
        env={**_ENVIRONMENT, "PYTHONPATH": str(ROOT), **case.environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    said = process.stderr.read() if process.stderr else b""
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{case.name} failed:\n{said.decode(errors='replace')[-2000:]}")
    return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def rounds(cases: list[Case], count: int, folder: Path, *, warm: bool) -> dict[str, list[Run]]:
    """Every case once a round; before them, where decks are small, one round that does not count."""
    found: dict[str, list[Run]] = {case.name: [] for case in cases}
    for number in range(0 if warm else 1, count + 1):
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
    hundred = Deck(folder / "cached", 100)
    for deck in (cached, half, hundred):
        run(deck.build("graphics drawn", deck.cold), folder)
    cases = [
        hundred.bare(),
        hundred.build("100 cached", hundred.forgotten, "--force"),
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
    if not shutil.which("soffice"):
        return [], []
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
    specs = sorted((ROOT / "decks").glob("*.yaml"))

    def cold() -> None:
        shutil.rmtree(target, ignore_errors=True)
        shutil.rmtree(cache, ignore_errors=True)

    def case(jobs: str) -> Case:
        commands = []
        for kind, formats in _formats().items():
            chosen = [str(spec) for spec in specs if kind == _kind(spec)]
            asked = [word for name in formats for word in ("--format", name)]
            commands.append([*DECKMAKER, "build", *chosen, "-o", str(target), "-q", "--jobs", jobs, *asked])
        script = "import json, subprocess, sys; [subprocess.run(one, check=True) for one in json.loads(sys.argv[1])]"
        command = (sys.executable, "-c", script, json.dumps(commands))
        return Case(f"standard, --jobs {jobs}", command, cold, {"DECKMAKER_CACHE": str(cache)})

    name = "standard decks, all formats, cold, two workers against one"
    return [case("1"), case("2")], [Target(name, "standard, --jobs 2", "standard, --jobs 1", 0.6)]


def _kind(spec: Path) -> str:
    return "infographic" if "kind: infographic" in spec.read_text(encoding="utf-8") else "deck"


def _formats() -> dict[str, list[str]]:
    """All the formats that there are of an infographic, and of any other deck."""
    from deckmaker.discovery import Features

    features = Features()
    every = features.names("outputs")
    return {
        "infographic": [name for name in every if "infographic" not in features.output(name).not_for],
        "deck": list(every),
    }


def _pandoc(deck: Deck) -> list[Case]:
    if not shutil.which("pandoc"):
        return []
    text = deck.folder / "deck.md"
    text.write_text("\n".join(_markdown(deck, "# {}", "::: notes\n{}\n:::")), encoding="utf-8")
    return [Case("pandoc", ("pandoc", str(text), "-o", str(deck.folder / "pandoc.pptx")))]


def _markdown(deck: Deck, headline: str, notes: str) -> Iterator[str]:
    """The same slides for programs that make them of Markdown."""
    for number, slide in enumerate(slides(deck.count)):
        yield f"{headline.format(slide.headline)}\n"
        match slide.kind:
            case "text":
                yield f"- Ask who sees the youngest\n- Ask how long they wait\n\n{notes.format(NOTES)}\n"
            case "quotation":
                yield f"> {QUOTATION}\n"
            case "statistic":
                yield f"![]({deck.pictures / f'{number}.png'})\n"
            case _:
                pass


def _node(deck: Deck, folder: Path) -> list[Case]:
    """PptxGenJS and Marp, where Node and they are at hand (``BENCHMARK_NODE`` names their folder)."""
    modules = os.environ.get("BENCHMARK_NODE", "")
    if not modules or not shutil.which("node"):
        return []
    cases = []
    told = deck.folder / "slides.json"
    same = [{**asdict(slide), "notes": NOTES, "quotation": QUOTATION} for slide in slides(deck.count)]
    told.write_text(json.dumps(same), encoding="utf-8")
    node = {"NODE_PATH": modules}
    if (Path(modules) / "pptxgenjs").is_dir():
        script = str(HERE / "peers" / "generated.js")
        command = ("node", script, str(told), str(deck.pictures), str(deck.folder / "generated.pptx"))
        cases.append(Case("PptxGenJS", command, environment=node))
    if (Path(modules) / "@marp-team" / "marp-core").is_dir():
        text = deck.folder / "marp.md"
        pages = "\n".join(_markdown(deck, "---\n\n# {}", "<!-- {} -->")).removeprefix("---\n\n")
        text.write_text(f"---\nmarp: true\n---\n\n{pages}", encoding="utf-8")
        to_html = ("node", str(HERE / "peers" / "marp.js"), str(text), str(deck.folder / "marp.html"))
        cases.append(Case("Marp, to HTML only", to_html, environment=node))
    return cases


def report(found: dict[str, list[Run]], targets: list[Target]) -> Iterator[str]:
    """Lines of a table of the cases, and one of the targets."""
    yield "| case | seconds | processor seconds | peak MB |"
    yield "| --- | --- | --- | --- |"
    for name, made in found.items():
        numbers = [median(getattr(one, what) for one in made) for what in ("seconds", "processor", "megabytes")]
        yield "| {} | {:.3f} | {:.3f} | {:.0f} |".format(name, *numbers)
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
LONG = {"large", "standard"}
"""Groups that run for minutes: no round to warm up, and one round where it has to be quick."""


def about() -> Iterator[str]:
    """The machine and the versions; no name of either."""
    model = next((line.partition(":")[2].strip() for line in _lines("/proc/cpuinfo") if "model name" in line), "")
    memory = next((int(line.split()[1]) // 2**20 for line in _lines("/proc/meminfo") if "MemTotal" in line), 0)
    yield f"{platform.system()}, {os.cpu_count()} processors ({model or platform.machine()}), {memory} GB"
    yield f"Python {platform.python_version()}"
    yield from (f"{name} {version(name)}" for name in ("python-pptx", "matplotlib", "typst", "click", "pyyaml", "lxml"))
    for command in (("pandoc", "--version"), ("node", "--version"), ("soffice", "--version")):
        if shutil.which(command[0]):
            said = subprocess.run(command, capture_output=True, text=True, check=False).stdout.split()
            yield f"{command[0]} {next((word for word in said if any(map(str.isdigit, word))), '')}"
    for name in ("pptxgenjs", "@marp-team/marp-core"):
        described = Path(os.environ.get("BENCHMARK_NODE", "")) / name / "package.json"
        if described.is_file():
            yield f"{name} {json.loads(described.read_text(encoding='utf-8'))['version']}"


def _lines(path: str) -> list[str]:
    return Path(path).read_text(encoding="utf-8").splitlines() if Path(path).is_file() else []


def counted_rounds(count: int) -> str:
    """“1 round”, “9 rounds”."""
    return f"{count} round{'s' * (count != 1)}"


def main() -> None:
    """Measure the groups asked for, and write the results where all were."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("groups", nargs="*", help=f"some of: {', '.join(GROUPS)}")
    parser.add_argument("--quick", action="store_true", help="three rounds, of large groups one")
    asked = parser.parse_args()
    names = [name for name in GROUPS if not asked.groups or name in asked.groups]
    lines = [
        "# Decks: ours against what people would use instead",
        "",
        "Made by `python -m benchmarks.decks`; nothing here is written by hand. Cases of a group run in turn; ratios "
        "are medians over rounds. (a) is a bare python-pptx loop whose pictures lie ready, (b) pyplot and python-pptx "
        "as one scripts it in an afternoon. Peaks below that of the measuring process itself cannot be told apart.",
        "",
        "; ".join(about()) + f"; load when it began {os.getloadavg()[0]:.1f}" * hasattr(os, "getloadavg") + ".",
        "",
    ]
    for name in names:
        group, count = GROUPS[name]
        with tempfile.TemporaryDirectory() as folder:
            cases, targets = group(Path(folder))
            count = (1 if name in LONG else 3) if asked.quick else count
            found = rounds(cases, count, Path(folder), warm=name not in LONG)
        told = [f"## {name.capitalize()}", "", f"{counted_rounds(count)}.", "", *report(found, targets)]
        sys.stdout.write("\n".join(told) + "\n")
        sys.stdout.flush()
        lines += told
    if len(names) == len(GROUPS):
        (HERE / "results.md").write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
