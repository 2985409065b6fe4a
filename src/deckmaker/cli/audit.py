"""``deckmaker audit``: what is wrong with a finished presentation, whoever made or changed it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from deckmaker.cli import completing
from deckmaker.cli.as_of import as_of_option
from deckmaker.cli.console import Console
from deckmaker.cli.exit_codes import AUTHOR
from deckmaker.cli.report import counted
from deckmaker.cli.reports import json_option
from deckmaker.model.diagnostic import Severity
from deckmaker.workspace import Workspace

if TYPE_CHECKING:
    from deckmaker.auditing.audit import Judged
    from deckmaker.auditing.finding import Finding
    from deckmaker.auditing.seen import SeenDeck

_CHANGED, _SHOWN = "text-changed", 2
_DAMAGE_TOLD = 10
VERSION = 1
"""Goes up when something in the JSON is renamed, is gone or means something else."""


@click.command()
@click.argument("file", type=click.Path(dir_okay=False))
@click.option("--deck", metavar="SPEC", shell_complete=completing.decks,
              help="Judge by the brand and the library of this deck, in place of the usual ones.")  # fmt: skip
@as_of_option
@json_option
@click.option("-q", "--quiet", is_flag=True, help="Tell problems only; no notes.")
@click.pass_context
def audit(ctx: click.Context, file: str, deck: str | None, as_of: date | None, as_json: bool, quiet: bool) -> None:
    """Say what is wrong with a finished presentation, whoever made it.

    It is held against brand, accessibility and evidence, and looked through for damage that makes PowerPoint repair or
    refuse a file. FILE is any .pptx, made by deckmaker or not, edited by hand or not. Decks that deckmaker builds say
    which evidence they show, so that figures changed by hand are found; of others, figures and quotations are matched
    by their words. Nothing in the file is run. Exit code 1: there is something to mend.

    \b
    Examples:
      deckmaker audit output/my-talk.pptx
      deckmaker audit from-a-colleague.pptx --report json
    """
    from deckmaker.auditing.audit import audited

    workspace = ctx.ensure_object(Workspace)
    console = Console(workspace, quiet and not as_json)
    seen = seen_file(file, workspace)
    judged, remark = _judged_by(seen, deck, as_of, workspace)
    found = (*_damage(file, workspace), *audited(seen, judged))
    to_mend = sum(one.severity is not Severity.NOTE for one in found)
    if as_json:
        data: dict[str, Any] = {
            "version": VERSION,
            "file": file,
            "slides": len(seen.slides),
            "built_from": seen.manifest.deck if seen.manifest else None,
            "to_mend": to_mend,
            "findings": [
                {"code": one.code, "severity": one.severity.value, "slides": list(one.slides), "message": one.message,
                 "hint": one.hint}
                for one in found
            ],
        }  # fmt: skip
        console.say(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        console.problems([one.diagnostic for one in _in_short(found)])
        if remark:
            console.say(remark)
        made = f"built from the deck ‘{seen.manifest.deck}’" if seen.manifest else "matched by text"
        result = f"{counted(to_mend, 'thing')} to mend" if to_mend else "nothing to mend"
        console.say(f"{file}  {counted(len(seen.slides), 'slide')}  {made}  {result}")
    if to_mend:
        ctx.exit(AUTHOR)


def _damage(file: str, workspace: Workspace) -> Iterator[Finding]:
    """What PowerPoint may want to repair, or for which it may refuse the file."""
    from deckmaker.auditing.archive import LARGEST_FILE
    from deckmaker.auditing.finding import brief, error
    from deckmaker.outputs.pptx.integrity import problems

    found = problems(workspace.read(file, LARGEST_FILE), ours=False)
    hint = "PowerPoint may want to repair the file, or refuse it: build it anew, or open it there and save a copy"
    yield from (error("damaged-file", brief(one, 160), hint) for one in found[:_DAMAGE_TOLD])
    if len(found) > _DAMAGE_TOLD:
        yield error("damaged-file", f"{counted(len(found) - _DAMAGE_TOLD, 'more fault')} of this kind", hint)


def _in_short(found: Sequence[Finding]) -> Iterator[Finding]:
    """The same, but of a slide with many texts that were merely changed, two and how many more there are."""
    changed = Counter(one.slides for one in found if one.code == _CHANGED)
    told: Counter[tuple[int, ...]] = Counter()
    for one in found:
        if one.code != _CHANGED or changed[one.slides] <= _SHOWN + 1:
            yield one
            continue
        told[one.slides] += 1
        if told[one.slides] <= _SHOWN:
            yield one
        elif told[one.slides] == changed[one.slides]:
            words = f"{changed[one.slides] - _SHOWN} more texts were changed by hand"
            yield replace(one, message=words, hint="--report json tells all of them")


def seen_file(file: str, workspace: Workspace) -> SeenDeck:
    """A presentation file as it is. Raises ``DeckError`` for one that is refused."""
    from deckmaker.auditing.archive import LARGEST_FILE
    from deckmaker.auditing.read_deck import read_deck

    try:
        return read_deck(file, workspace.read(file, LARGEST_FILE))
    except FileNotFoundError as error:
        raise click.UsageError(f"there is no file ‘{file}’.") from error


def _judged_by(seen: SeenDeck, spec: str | None, as_of: date | None, workspace: Workspace) -> tuple[Judged, str]:
    """Brand, library and day, and a remark where the brand is not known."""
    from deckmaker.auditing.audit import Judged
    from deckmaker.discovery import Features
    from deckmaker.reading import build, read
    from deckmaker.reading.library import read_library
    from deckmaker.reading.sources import library_files
    from deckmaker.reading.usual_brand import usual_theme

    features, day = Features(), as_of or workspace.today()
    layouts = {layout.title for layout in features.layouts.values()}
    if spec is not None:
        from deckmaker.cli.specs import specs_named

        name = specs_named((spec,), workspace)[0]
        made = build(name, read(name, workspace, features), features)
        return Judged(library=made.library, layouts=layouts, today=day, theme=made.theme), ""
    library, theme = read_library(library_files(workspace)), usual_theme(workspace)
    if seen.manifest is not None and seen.manifest.brand != theme.name:
        remark = f"its brand ‘{seen.manifest.brand}’ is not the usual one: name its spec with --deck to judge by it"
        return Judged(library=library, layouts=layouts, today=day), remark
    return Judged(library=library, layouts=layouts, today=day, theme=theme), ""


COMMAND = audit
