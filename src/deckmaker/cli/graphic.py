"""``deckmaker graphic``: one figure or diagram as a picture of its own, or every kind of graphic on one page."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

import click

from deckmaker.cli import completing
from deckmaker.cli.console import Console
from deckmaker.cli.exit_codes import AUTHOR
from deckmaker.workspace import Workspace

if TYPE_CHECKING:
    from deckmaker.cli.alone import Alone, Record
    from deckmaker.discovery import Features
    from deckmaker.layout.poster import PosterPage

ENDINGS = (".svg", ".png", ".pdf")
_LEAST, _MOST = 400, 4000


class Size(click.ParamType["PosterPage"]):
    """A size in pixels, or the name of a page."""

    name = "size"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> PosterPage:
        from deckmaker.layout.poster import PAGES, PosterPage, poster_page

        if isinstance(value, PosterPage):
            return value
        asked = str(value).replace("×", "x")
        found = re.fullmatch(r"(\d{1,5})x(\d{1,5})", asked, re.ASCII)
        if asked not in PAGES and not (found and all(_LEAST <= int(side) <= _MOST for side in found.groups())):
            names = ", ".join(PAGES)
            self.fail(f"‘{value}’ is no size: write 1600x900, {names}; a side has {_LEAST} to {_MOST}", param, ctx)
        return poster_page(asked)


@click.command()
@click.argument("name", metavar="[RECORD]", required=False, shell_complete=completing.drawable_records)
@click.option("--kind", metavar="KIND", shell_complete=completing.graphics, help="Another graphic than the usual one.")
@click.option(
    "--size",
    type=Size(),
    default="1600x900",
    show_default=True,
    help="Pixels, or a4, a3, square, landscape or story; a PDF of a4 and a3 is paper of that size.",
)
@click.option("--dark", is_flag=True, help="On the dark background.")
@click.option("-o", "--output", metavar="FILE", help="Where it goes: a name that ends in .svg, .png or .pdf.")
@click.option("--gallery", metavar="FOLDER", help="Draw every kind, light and dark, with a page to look at.")
@click.pass_context
def graphic(
    ctx: click.Context,
    name: str | None,
    kind: str | None,
    size: PosterPage,
    dark: bool,
    output: str | None,
    gallery: str | None,
) -> None:
    """Draw one figure or diagram of the evidence library, with its claim and its source.

    \b
    Examples:
      deckmaker graphic camhs-under-twos -o camhs.svg
      deckmaker graphic camhs-under-twos --kind big-number --size square --dark -o card.png
      deckmaker graphic healthier-brains-better-futures --size a4 -o futures.pdf
      deckmaker graphic --gallery graphics
    """
    workspace = ctx.ensure_object(Workspace)
    if gallery is None:
        _check_asked(name, output)
    elif name or kind or output:
        raise click.UsageError("--gallery draws every kind: leave out the record, --kind and -o")
    from deckmaker.cli.alone import DARK, LIGHT, Alone
    from deckmaker.discovery import Features

    features = Features()
    alone, console = Alone(workspace, features), Console(workspace)
    if gallery is not None:
        from deckmaker.cli.gallery import gallery_page

        for file in workspace.save(gallery_page(alone), gallery):
            if file.endswith(".html"):
                console.say(file)
        return
    record, ground = _known(str(name), kind, alone, features), DARK if dark else LIGHT
    problems = tuple(alone.problems(record, kind, size, ground))
    console.problems(problems)
    if any(problem.stops_the_build for problem in problems):
        ctx.exit(AUTHOR)
    target = PurePath(str(output))
    content = alone.drawn(record, kind, size, ground, target.suffix.casefold())
    for file in workspace.save({target.name: content}, str(target.parent)):
        console.say(file)


def _check_asked(name: str | None, output: str | None) -> None:
    if not name:
        raise click.UsageError("name a statistic or a diagram: deckmaker library list statistics")
    if not output or PurePath(output).suffix.casefold() not in ENDINGS:
        raise click.UsageError("say where it goes: -o and a name that ends in .svg, .png or .pdf")


def _known(name: str, kind: str | None, alone: Alone, features: Features) -> Record:
    from deckmaker.layout.honesty import NEVER_DRAWN  # asking for one of these is answered with the reason
    from deckmaker.model.diagnostic import did_you_mean

    records, kinds = alone.records, features.names("graphics")
    if name not in records:
        hint = did_you_mean(name, tuple(records))
        raise click.UsageError(f"the library has no statistic or diagram ‘{name}’{': ' if hint else ''}{hint}")
    if kind is not None and kind not in kinds and kind not in NEVER_DRAWN:
        hint = did_you_mean(kind, kinds)
        raise click.UsageError(f"there is no graphic ‘{kind}’{': ' if hint else ''}{hint}")
    return records[name]


COMMAND = graphic
