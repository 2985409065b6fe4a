"""``deckmaker diff``: what has changed between two presentations, slide by slide."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckmaker.cli.console import Console
from deckmaker.cli.report import counted
from deckmaker.workspace import Workspace

if TYPE_CHECKING:
    from deckmaker.auditing.difference import Pair

_WHAT = {"added": "green", "removed": "red", "changed": "yellow", "moved": "cyan", "moved and changed": "yellow"}


@click.command()
@click.argument("old")
@click.argument("new")
@click.option("--html", "html", metavar="FILE", help="Write a page with both side by side: pictures and words.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@click.pass_context
def diff(ctx: click.Context, old: str, new: str, html: str | None, as_json: bool) -> None:
    """Say what has changed between two presentations, slide by slide.

    Slides that were added, removed, moved or changed are told, with words and figures before and after. OLD and NEW
    are .pptx files, deck specs or names of decks. OLD may be a git revision: the deck that NEW names, as it was then.
    git:REVISION:FILE is any file of a revision. A spec of a revision is built with the brand and the library that
    stand beside it there.

    \b
    Examples:
      deckmaker diff last-year.pptx output/my-talk.pptx
      deckmaker diff HEAD~3 my-talk
      deckmaker diff git:v1:decks/my-talk.yaml my-talk --html changes.html
    """
    from deckmaker.auditing.difference import difference
    from deckmaker.auditing.read_deck import read_deck
    from deckmaker.cli.revisions import version

    workspace = ctx.ensure_object(Workspace)
    console = Console(workspace)
    versions = version(old, new, workspace), version(new, old, workspace)
    decks = [read_deck(one.name, one.data) for one in versions]
    pairs = difference(*decks)
    for one in versions:
        if one.remark:
            console.problem(one.remark)
    told = [pair for pair in pairs if pair.what != "unchanged"]
    if as_json:
        console.say(json.dumps([_as_data(pair) for pair in told], ensure_ascii=False, indent=2))
    else:
        for pair in told:
            for line in _lines(pair):
                console.say(line)
        same = len(pairs) - len(told)
        differ = "differs" if len(told) == 1 else "differ"
        result = f"{counted(len(told), 'slide')} {differ}, {same} unchanged"
        console.say(result if told else f"no difference in {counted(same, 'slide')}")
    if html:
        _write_page(html, (versions[0].name, versions[1].name), (versions[0].data, versions[1].data), pairs, console)


def _lines(pair: Pair) -> Iterator[str]:
    from deckmaker.auditing.difference import figures_changed
    from deckmaker.auditing.finding import brief as short

    old, new = pair.old, pair.new
    place = " → ".join(str(slide.number) for slide in (old, new) if slide)
    if old and new and old.number == new.number:
        place = str(new.number)
    slide = new or old
    title = short(slide.title, 80) if slide and slide.title else "without a title"
    yield f"{click.style(pair.what, fg=_WHAT[pair.what], bold=True)}  slide {place}  {title}"
    if pair.layout_changed and old and new:
        yield f"    layout: {short(old.layout)} → {short(new.layout)}"
    if pair.look_changed:
        yield "    pictures, or fonts and colours set by hand, differ"
    for change in pair.changes:
        gone, came = figures_changed(change)
        figures = f"  [figures: {', '.join(gone) or 'none'} → {', '.join(came) or 'none'}]" if gone or came else ""
        yield f"    {short(change.place, 30)}{figures}"
        if change.before:
            yield click.style(f"      - {short(change.before, 400)}", fg="red")
        if change.after:
            yield click.style(f"      + {short(change.after, 400)}", fg="green")


def _as_data(pair: Pair) -> dict[str, object]:
    from deckmaker.auditing.difference import figures_changed

    return {
        "what": pair.what,
        "old": pair.old and {"number": pair.old.number, "title": pair.old.title, "layout": pair.old.layout},
        "new": pair.new and {"number": pair.new.number, "title": pair.new.title, "layout": pair.new.layout},
        "layout_changed": pair.layout_changed,
        "look_changed": pair.look_changed,
        "changes": [
            {
                "place": one.place,
                "before": one.before,
                "after": one.after,
                "figures_gone": list(figures_changed(one)[0]),
                "figures_new": list(figures_changed(one)[1]),
            }
            for one in pair.changes
        ],
    }


def _write_page(
    file: str, names: tuple[str, str], data: tuple[bytes, bytes], pairs: Sequence[Pair], console: Console
) -> None:
    from deckmaker.auditing.side_by_side import page
    from deckmaker.cli.thumbnails import thumbnails

    told = [pair for pair in pairs if pair.what != "unchanged"]
    wanted = {p.old.number for p in told if p.old}, {p.new.number for p in told if p.new}
    hidden = any(slide is not None and slide.hidden for p in pairs for slide in (p.old, p.new))
    remark, drawn = "", list[Mapping[int, bytes]]()
    for content, numbers in zip(data, wanted, strict=True):
        pictures: Mapping[int, bytes] | str = {}
        if hidden:
            pictures = "LibreOffice leaves hidden slides out, so there are words in place of pictures."
        elif numbers and not remark:
            console.progress("drawing slides …")
            pictures = thumbnails(content, numbers)
        if isinstance(pictures, str):
            remark, pictures = pictures, {}
        drawn.append(pictures)
    written = page(names, pairs, (drawn[0], drawn[1]), remark).encode("utf-8", "replace")
    target = Path(file)
    saved = console.workspace.save({target.name: written}, target.parent)
    if remark:
        console.problem(remark)
    console.say(saved[0])


COMMAND = diff
