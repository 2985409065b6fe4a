"""``deckmaker build``: deck specs to finished files."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import click

from deckmaker.build_records import Looked
from deckmaker.cli import completing
from deckmaker.cli.as_of import as_of_option, length_option, strict_option
from deckmaker.cli.building import Asked, Built, build_side_by_side, build_spec, records_of
from deckmaker.cli.console import Console
from deckmaker.cli.exit_codes import AUTHOR, MACHINE
from deckmaker.cli.picture_size import PictureSize
from deckmaker.cli.report import counted
from deckmaker.cli.reports import console_of, report_options
from deckmaker.cli.specs import Planned, check_told_apart, specs_named
from deckmaker.cli.telling import Teller
from deckmaker.model.told import Told
from deckmaker.workspace import Workspace

_USUAL_JOBS = 2


class FormatName(click.ParamType[str]):
    """The name of an output; which ones there are is looked up only when it is needed."""

    name = "format"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from deckmaker.discovery import Features
        from deckmaker.model.diagnostic import did_you_mean

        names = Features().names("outputs")
        if value not in names:
            self.fail(f"there is no format ‘{value}’: {did_you_mean(str(value), names)}", param, ctx)
        return str(value)


class Shard(click.ParamType[tuple[int, int]]):
    """One part of several: ``2/3``."""

    name = "shard"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, int]:
        if isinstance(value, tuple):
            return value
        part, slash, parts = str(value).partition("/")
        if slash and part.isdecimal() and parts.isdecimal() and 1 <= int(part) <= int(parts):
            return int(part), int(parts)
        return self.fail(f"‘{value}’ is no part like 1/3", param, ctx)


@click.command()
@click.argument("specs", nargs=-1, metavar="[SPEC]...", shell_complete=completing.decks)
@click.option("-o", "--output", metavar="FOLDER", default="output", show_default=True, help="Where the files go.")
@click.option(
    "--format",
    "formats",
    type=FormatName(),
    multiple=True,
    metavar="FORMAT",
    help="Instead of the deck's own formats.",
    shell_complete=completing.formats,
)
@click.option(
    "--size",
    type=PictureSize(),
    metavar="WIDTHxHEIGHT",
    help="Pixels into which a PNG or SVG of a slide fits, and the width of a contact sheet; usually 1920x1080.",
)
@length_option
@as_of_option
@strict_option
@click.option("--force", is_flag=True, help="Build also what has not changed.")
@click.option("--explain", is_flag=True, help="Say why each deck is built, or that nothing has changed.")
@click.option("--jobs", type=click.IntRange(1, 64), metavar="NUMBER", help="Decks built side by side; usually two.")
@click.option("--shard", type=Shard(), metavar="I/N", help="Only part I of N of the specs, for several machines.")
@report_options
@click.option("-q", "--quiet", is_flag=True, help="Tell problems only.")
@click.option("-v", "--verbose", is_flag=True, help="Tell minutes slide by slide, and everything that was passed over.")
@click.pass_context
def build(
    ctx: click.Context,
    specs: tuple[str, ...],
    output: str,
    formats: tuple[str, ...],
    size: tuple[int, int] | None,
    length: int | None,
    as_of: date | None,
    strict: bool,
    force: bool,
    explain: bool,
    jobs: int | None,
    shard: tuple[int, int] | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Make presentations from deck specs.

    SPEC is a file, a folder, or the name of a deck in decks/. Without one, every spec in decks/ is built.
    A deck with an error is left as it was; the others are built all the same. A spec with several lengths
    makes a deck for each: talk-30, talk-60.

    What a rule finds is an error, a warning or a note. deckmaker.yaml beside decks/, or a spec, can set another
    level under ‘rules:’, and let something stand under ‘waivers:’, with date and reason. What keeps a deck true
    cannot be set lower. Every waiver is told. Exit code 1: a deck has errors and was not written.

    \b
    Examples:
      deckmaker build
      deckmaker build my-talk decks/briefing.yaml
      deckmaker build my-talk --length 30
      deckmaker build my-talk --format png --size 1280x720
      deckmaker build my-talk -o ~/Desktop
    """
    workspace = ctx.ensure_object(Workspace)
    chosen = specs_named(specs, workspace)
    if shard is not None:
        chosen = chosen[shard[0] - 1 :: shard[1]]
    asked = Asked(
        folder=output,
        formats=formats,
        length=length,
        as_of=as_of or workspace.today(),
        strict=strict,
        picture_size=size,
    )
    console = console_of(ctx, quiet)
    teller = Teller(console, verbose)
    kept = {spec: Looked(reason="--force") if force else records_of(workspace, asked).look(spec) for spec in chosen}
    if explain:
        for spec, looked in kept.items():
            console.say(f"{spec}: {'nothing has changed' if looked.told else f'building, since {looked.reason}'}")
    plans = _plans([spec for spec in chosen if not kept[spec].told], length, workspace)
    check_told_apart(
        [
            *(deck for plan in plans for deck in plan),
            *(Planned(d.spec, name=d.name) for k in kept.values() for d in k.told),
        ]
    )
    fresh = _built(plans, asked, workspace, console, jobs)
    refused = False
    for spec in chosen:
        built = Built(kept[spec].told) if kept[spec].told else next(fresh)
        for error in built.refusals:
            console.refusal(error)
            refused = True
        for deck in built.told:
            _tell(deck, teller, console, kept=bool(kept[spec].told))
    for _ in fresh:  # lets the processes end: there is nothing left in it
        pass
    if length is None:
        teller.unused_waivers(every_deck=not specs and shard is None)
    failed = teller.failed_count
    if failed:
        whom = "it" if failed == 1 else "them"
        errors = counted(teller.error_count, "error")
        console.problem(f"{errors} in {counted(failed, 'deck')}; nothing was written for {whom}")
    if refused or failed:
        ctx.exit(MACHINE if refused else AUTHOR)


def _plans(specs: Sequence[str], length: int | None, workspace: Workspace) -> list[tuple[Planned, ...]]:
    """The decks of each spec that has to be built."""
    if not specs:
        return []
    from deckmaker.cli.specs import planned

    decks = planned(specs, length, workspace)
    return [tuple(deck for deck in decks if deck.spec == spec) for spec in specs]


def _built(
    plans: Sequence[tuple[Planned, ...]], asked: Asked, workspace: Workspace, console: Console, jobs: int | None
) -> Iterator[Built]:
    decks = [[(deck.spec, deck.length, deck.name) for deck in plan] for plan in plans]
    workers = min(jobs or min(os.cpu_count() or 1, _USUAL_JOBS), len(decks))
    if workers > 1:
        yield from build_side_by_side(decks, asked, workspace, workers)
        return
    for number, plan in enumerate(decks, start=1):
        part = f"{number}/{len(decks)} " if len(decks) > 1 else ""

        def progress(name: str, stage: str, part: str = part) -> None:
            console.progress(f"{part}{name}: {stage} …")

        yield build_spec(plan, asked, workspace, progress)


def _tell(deck: Told, teller: Teller, console: Console, *, kept: bool) -> None:
    teller.problems(deck)
    took = "nothing has changed" if kept else f"{deck.seconds:.1f} s"
    for file in deck.files:
        console.say(f"{file}  {counted(deck.slide_count, 'slide')}  {took}")
    if not deck.errors:
        teller.details(deck)


COMMAND = build
