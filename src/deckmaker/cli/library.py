"""``deckmaker library``: what evidence there is, as text for people or JSON for programs, and whether it is sound."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

import click

from deckmaker.cli import completing
from deckmaker.cli.console import Console
from deckmaker.cli.exit_codes import AUTHOR
from deckmaker.cli.report import counted
from deckmaker.workspace import Workspace

if TYPE_CHECKING:
    from deckmaker.model.evidence import Library
    from deckmaker.model.numeral import Numeral
    from deckmaker.verifying.search import Kind, Record

KINDS = ("messages", "quotations", "statistics", "diagrams", "sources")
NATIONS = ("england", "wales", "scotland", "northern-ireland")
AUDIENCES = ("commissioners", "mps", "practitioners", "parents", "public")
_AS_JSON = click.option("--json", "as_json", is_flag=True, help="For programs: every field of every record.")


@click.group()
def library() -> None:
    """Look into the evidence library, and hold it against its source.

    \b
    Examples:
      deckmaker library list messages
      deckmaker library show camhs-under-twos
      deckmaker library search babies --message 8
      deckmaker library verify the-next-edition.pdf
    """


def _filtered(command: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a command the options that narrow what is found."""
    for option in (
        click.option("--audience", type=click.Choice(AUDIENCES), help="Only quotations meant for this audience."),
        click.option(
            "--nation", type=click.Choice(NATIONS), help="Only figures and quotations that hold for this nation."
        ),
        click.option("--message", type=int, metavar="NUMBER", help="Only what belongs to this message."),
    ):
        command = option(command)
    return command


def _found(
    workspace: Workspace,
    kinds: tuple[str, ...],
    message: int | None,
    nation: str | None,
    audience: str | None,
    words: tuple[str, ...] = (),
) -> list[tuple[Kind, Record]]:
    """The records that have what is asked for, kind by kind."""
    from deckmaker.model.scope import Audience, Nation
    from deckmaker.verifying.search import Wanted
    from deckmaker.verifying.search import search as find

    wanted = Wanted(
        kinds=cast("tuple[Kind, ...]", kinds),
        message=message,
        nation=Nation(nation) if nation else None,
        audience=Audience(audience) if audience else None,
        words=words,
    )
    return list(find(_evidence(workspace), wanted))


@library.command("list")
@click.argument("kind", type=click.Choice(KINDS))
@_filtered
@_AS_JSON
@click.pass_context
def list_(
    ctx: click.Context, kind: str, message: int | None, nation: str | None, audience: str | None, as_json: bool
) -> None:
    """List the records of one kind, with the name by which a deck spec asks for each.

    \b
    Examples:
      deckmaker library list quotations
      deckmaker library list statistics --nation england
      deckmaker library list sources --json
    """
    workspace = ctx.ensure_object(Workspace)
    console = Console(workspace)
    records = [record for _, record in _found(workspace, (kind,), message, nation, audience)]
    if as_json:
        from deckmaker.verifying.export import as_data

        console.say(json.dumps([as_data(record) for record in records], ensure_ascii=False, indent=2))
        return
    from deckmaker.cli.records import listed

    for line in listed(kind, records, console.width):
        console.say(line)


@library.command()
@click.argument("name", shell_complete=completing.every_record)
@_AS_JSON
@click.pass_context
def show(ctx: click.Context, name: str, as_json: bool) -> None:
    """Show everything of one record. NAME is its name, or the number of a message.

    \b
    Examples:
      deckmaker library show 9
      deckmaker library show hogg-2019 --json
    """
    workspace = ctx.ensure_object(Workspace)
    from deckmaker.cli.records import shown
    from deckmaker.model.diagnostic import did_you_mean
    from deckmaker.verifying.export import as_data
    from deckmaker.verifying.search import named

    evidence, console = _evidence(workspace), Console(workspace)
    found = [record for _, record in named(evidence, name)]
    if not found:
        names = tuple(one for kind in KINDS for one in getattr(evidence, kind))
        raise click.UsageError(
            f"the library has no ‘{name}’: {did_you_mean(name, names) or 'deckmaker library search'}"
        )
    if as_json:
        console.say(json.dumps(as_data(found[0]), ensure_ascii=False, indent=2))
        return
    for record in found:
        for line in shown(record, console.width):
            console.say(line)


@library.command()
@click.argument("words", nargs=-1)
@click.option("--kind", "kinds", type=click.Choice(KINDS), multiple=True, help="Only records of this kind.")
@_filtered
@_AS_JSON
@click.pass_context
def search(
    ctx: click.Context,
    words: tuple[str, ...],
    kinds: tuple[str, ...],
    message: int | None,
    nation: str | None,
    audience: str | None,
    as_json: bool,
) -> None:
    """Find the records that have all of WORDS somewhere in them.

    \b
    Examples:
      deckmaker library search camhs --kind statistics
      deckmaker library search --message 4 --nation wales
    """
    workspace = ctx.ensure_object(Workspace)
    from deckmaker.cli.records import listed
    from deckmaker.verifying.export import as_data

    console, found = Console(workspace), _found(workspace, kinds, message, nation, audience, words)
    if as_json:
        console.say(json.dumps([{"kind": kind, **as_data(one)} for kind, one in found], ensure_ascii=False, indent=2))
        return
    for kind in KINDS:
        records = [record for of, record in found if of == kind]
        if records:
            console.say(click.style(f"{kind}: {len(records)}", underline=True))
            for line in listed(kind, records, console.width):
                console.say(line)
            if kind == "messages":
                console.say("")
    if not found:
        console.say("nothing found")


@library.command()
@click.pass_context
def export(ctx: click.Context) -> None:
    """Write the whole library as one JSON document.

    \b
    Example:
      deckmaker library export > library.json
    """
    workspace = ctx.ensure_object(Workspace)
    from deckmaker.verifying.export import exported

    Console(workspace).say(exported(_evidence(workspace)).rstrip("\n"))


@library.command()
@click.argument("file")
@click.option("--json", "as_json", is_flag=True, help="For programs: what was found, and the counts.")
@click.pass_context
def verify(ctx: click.Context, file: str, as_json: bool) -> None:
    """Hold every exact text and every figure against a source: FILE is text, Markdown, PDF or Word.

    Says what is missing, changed or new. Ends with 1 if there is anything.

    \b
    Example:
      deckmaker library verify case-for-change.pdf
    """
    workspace = ctx.ensure_object(Workspace)
    from deckmaker.model.diagnostic import Diagnostic
    from deckmaker.verifying.source_text import LARGEST, read_source
    from deckmaker.verifying.verify import verify as hold

    console = Console(workspace)
    try:
        source = read_source(file, workspace.read(file, LARGEST))
    except FileNotFoundError as error:
        raise click.UsageError(f"there is no file ‘{file}’.") from error
    if isinstance(source, Diagnostic):
        console.problems((source,))
        ctx.exit(AUTHOR)
    evidence = _evidence(workspace)
    found = hold(evidence, source, _numerals(workspace, evidence))
    if as_json:
        from deckmaker.verifying.export import as_data

        console.say(json.dumps(as_data(found), ensure_ascii=False, indent=2))
    else:
        for finding in found.findings:
            console.say(str(finding))
        console.say(
            f"{found.texts} exact texts and {counted(found.references, 'reference')} held against {file}, which has "
            f"{counted(found.marks, 'note mark')}; of {counted(found.numerals, 'number')} in its text "
            f"{found.in_records} stand in statistics and {found.no_statistics} are known to be none"
        )
        console.say(counted(len(found.findings), "difference") if found.findings else "nothing missing, changed or new")
    if found.findings:
        ctx.exit(AUTHOR)


@library.command()
@click.pass_context
def check(ctx: click.Context) -> None:
    """Prove the library sound: nothing missing, nothing twice, nothing too long, every name known."""
    workspace = ctx.ensure_object(Workspace)
    from deckmaker.discovery import Features
    from deckmaker.icons import icon_names
    from deckmaker.verifying.soundness import library_problems

    evidence, console = _evidence(workspace), Console(workspace)
    _numerals(workspace, evidence)
    problems = library_problems(evidence, Features().names("graphics"), icon_names())
    console.problems(problems)
    sizes = ", ".join(f"{len(getattr(evidence, kind))} {kind}" for kind in KINDS)
    errors = sum(problem.stops_the_build for problem in problems)
    if errors:
        console.problem(f"{counted(errors, 'error')} in the library")
        ctx.exit(AUTHOR)
    console.say(f"{sizes}: {counted(len(problems), 'remark') if problems else 'no problems'}")


def _evidence(workspace: Workspace) -> Library:
    from deckmaker.reading.library import read_library
    from deckmaker.reading.sources import library_files

    return read_library(library_files(workspace))


def _numerals(workspace: Workspace, evidence: Library) -> tuple[Numeral, ...]:
    from deckmaker.reading.numerals import FILE, read_numerals

    path = workspace.library() / FILE
    return read_numerals(workspace.name(path), workspace.read(path), evidence) if workspace.exists(path) else ()


COMMAND = library
