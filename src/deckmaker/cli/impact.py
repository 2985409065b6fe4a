"""``deckmaker impact``: which decks and slides a change of a library record alters."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

import click

from deckmaker.cli import completing
from deckmaker.cli.console import Console
from deckmaker.cli.exit_codes import AUTHOR
from deckmaker.cli.report import counted
from deckmaker.cli.reports import json_option
from deckmaker.model.frozen import frozen
from deckmaker.workspace import Workspace

_WORDS = {"shows": "shows it", "names": "names it", "cites": "cites it", "notes": "has it in its notes"}
VERSION = 1


@frozen(kw_only=True)
class Touched:
    """A slide that a record stands on, and how."""

    deck: str
    spec: str
    slide: int
    title: str
    uses: tuple[str, ...]


@click.command()
@click.argument("record", shell_complete=completing.every_record)
@json_option
@click.pass_context
def impact(ctx: click.Context, record: str, as_json: bool) -> None:
    """Say which decks and slides a change of a library record alters.

    Those are the slides that show, name or cite it. RECORD is its name, or the number of a message. Every deck of
    decks/ is looked at, and those that come with deckmaker, in each of their lengths. Nothing is written. Exit code
    1: a deck could not be read.

    \b
    Examples:
      deckmaker impact camhs-under-twos
      deckmaker impact hogg-2019 --report json
    """
    from deckmaker.cli.specs import decks_by_name, planned
    from deckmaker.model.diagnostic import DeckError

    workspace = ctx.ensure_object(Workspace)
    console = Console(workspace)
    known = _names(workspace)
    found: list[Touched] = []
    failed: list[str] = []
    decks = planned(sorted(set(decks_by_name(workspace).values())), None, workspace)
    for deck in decks:
        console.progress(f"looking at {deck.name} …")
        try:
            names, touched = _touched(deck.name, deck.spec, deck.length, record, workspace)
            known |= names
            found.extend(touched)
        except DeckError as error:
            failed.append(deck.name)
            console.problems(error.diagnostics)
    if record not in known:
        from deckmaker.model.diagnostic import did_you_mean

        hint = did_you_mean(record, tuple(sorted(known))) or "deckmaker library search"
        raise click.UsageError(f"the library has no ‘{record}’: {hint}")
    if as_json:
        rows = [asdict(one) for one in found]
        data = {"version": VERSION, "record": record, "slides": rows, "unread": failed}
        console.say(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        for line in _lines(found):
            console.say(line)
        count = len({one.deck for one in found})
        name = f"message {record}" if record.isdecimal() else record
        console.say(f"{name}: {counted(len(found), 'slide')} in {count} of {counted(len(decks), 'deck')}")
    if failed:
        console.problem(f"{counted(len(failed), 'deck')} could not be read: {', '.join(failed)}")
        ctx.exit(AUTHOR)


def _names(workspace: Workspace) -> set[str]:
    from deckmaker.reading.library import read_library
    from deckmaker.reading.sources import library_files

    library = read_library(library_files(workspace))
    families = (library.statistics, library.quotations, library.messages, library.diagrams, library.sources)
    return {str(name) for family in families for name in family}


def _touched(
    name: str, spec: str, length: int | None, record: str, workspace: Workspace
) -> tuple[set[str], list[Touched]]:
    """Names of all records that the deck knows, and its slides with the one that is asked for."""
    from deckmaker.discovery import Features
    from deckmaker.layout.lay_out import lay_out
    from deckmaker.outputs.pptx.manifest import manifest_of
    from deckmaker.reading import build_all, read

    features, found, names, before = Features(), list[Touched](), set[str](), 0
    for deck in build_all(spec, read(spec, workspace, features), features, length):
        library = deck.library
        for family in (library.statistics, library.quotations, library.messages, library.diagrams, library.sources):
            names |= {str(one) for one in family}
        claims = manifest_of(lay_out(deck, features)).slides
        for slide in claims:
            uses = tuple(dict.fromkeys(use.use for use in slide.uses if use.id == record))
            if uses:
                found.append(Touched(deck=name, spec=spec, slide=before + slide.number, title=slide.title, uses=uses))
        before += len(claims)
    return names, found


def _lines(found: list[Touched]) -> Iterator[str]:
    deck = ""
    for one in found:
        if one.deck != deck:
            deck = one.deck
            yield click.style(deck, bold=True)
        yield f"  slide {one.slide:>3}  {one.title}  ({', '.join(_WORDS[use] for use in one.uses)})"


COMMAND = impact
