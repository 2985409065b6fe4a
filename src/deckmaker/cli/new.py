"""``deckmaker new``: starts a deck spec that builds at once and explains itself."""

from __future__ import annotations

import re
import sys

import click

from deckmaker.cli import completing
from deckmaker.cli.console import Console, is_terminal
from deckmaker.cli.copying import files_of_copy, schema_line
from deckmaker.cli.specs import deck_name, specs_named
from deckmaker.model.frozen import frozen
from deckmaker.workspace import SPEC_ENDINGS, MachineError, Workspace

AUDIENCES = ("commissioners", "mps", "practitioners", "parents", "public")
_NAME = re.compile(r"[^\W_][\w-]{0,79}")
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


@frozen(kw_only=True)
class Answers:
    """What is known of a talk when its spec is begun. ``length`` is minutes; empty texts are left out."""

    title: str
    audience: str = ""
    length: int | None = None
    presenter: str = ""
    organisation: str = ""


@click.command()
@click.argument("name")
@click.option(
    "--from",
    "source",
    metavar="DECK",
    shell_complete=completing.decks,
    help="Copy this deck, with its slides and notes, and change it.",
)
@click.option("--title", help="What the talk is called.")
@click.option("--audience", type=click.Choice(AUDIENCES), help="Whom it is for.")
@click.option("--length", type=click.IntRange(1, 600), metavar="MINUTES", help="How long it may take.")
@click.option("--presenter", help="Who gives it.")
@click.option("--organisation", help="For which organisation.")
@click.pass_context
def new(
    ctx: click.Context,
    name: str,
    source: str | None,
    title: str | None,
    audience: str | None,
    length: int | None,
    presenter: str | None,
    organisation: str | None,
) -> None:
    """Start a presentation: write decks/NAME.yaml, ready to build.

    On a terminal it asks for what no option says; in a script, or for a copy, it does not ask.

    \b
    Examples:
      deckmaker new my-talk
      deckmaker new my-talk --from ten-messages    (deckmaker list decks shows what there is)
      deckmaker new briefing --title "Babies cannot wait" --audience commissioners --length 20
    """
    workspace = ctx.ensure_object(Workspace)
    _check_name(name)
    _check_free(name, workspace)
    if source is not None:
        given = {"title": title, "audience": audience, "presenter": presenter, "organisation": organisation}
        values = {key: value for key, value in given.items() if value and value.strip()}
        _copy(source, name, {**values, "length": str(length)} if length else values, workspace)
        return
    usual = name.replace("-", " ").replace("_", " ").capitalize()
    if is_terminal(sys.stdin) and is_terminal(sys.stdout):
        title = title or click.prompt("What is the talk called?", default=usual)
        audience = audience or click.prompt("Whom is it for?", type=click.Choice(AUDIENCES), default="public")
        length = length or click.prompt("How many minutes?", type=click.IntRange(1, 600), default=20)
        presenter = presenter if presenter is not None else _asked("Who gives it?")
        organisation = organisation if organisation is not None else _asked("For which organisation?")
    answers = Answers(
        title=title or usual,
        audience=audience or "",
        length=length,
        presenter=presenter or "",
        organisation=organisation or "",
    )
    text = schema_line(workspace) + spec(name, answers)
    (file,) = workspace.save({f"{name}.yaml": text.encode()}, "decks")
    Console(workspace).say(f"{file}  is there. Make it:  deckmaker build {name}")


def _copy(source: str, name: str, values: dict[str, str], workspace: Workspace) -> None:
    specs = specs_named((source,), workspace)
    if len(specs) != 1:
        raise click.UsageError(f"‘{source}’ is a folder of several decks: name one of them.")
    files = files_of_copy(specs[0], name, values, workspace)
    saved = workspace.save(files, "decks")
    console = Console(workspace)
    for file in saved[1:]:
        console.say(f"{file}  came with it.")
    console.say(f"{saved[0]}  is a copy of {deck_name(specs[0])}. Make it:  deckmaker build {name}")


def spec(name: str, answers: Answers) -> str:
    """The text of a new deck spec."""
    fields = {
        "title": answers.title,
        "audience": answers.audience,
        "length": str(answers.length or ""),
        "presenter": answers.presenter,
        "organisation": answers.organisation,
    }
    from deckmaker.reading.editing import as_scalar

    head = "\n".join(f"{key}: {as_scalar(value)}" for key, value in fields.items() if value.strip())
    return _SPEC.format(name=name, head=head)


def _asked(question: str) -> str:
    answer: str = click.prompt(f"{question} (Enter to leave out)", default="", show_default=False)
    return answer


def _check_name(name: str) -> None:
    if not _NAME.fullmatch(name) or _RESERVED.fullmatch(name):
        stem = re.split(r"[/\\]", name)[-1]
        stem = stem.removesuffix(".yaml").removesuffix(".yml")
        better = re.sub(r"[\W_]+", "-", stem).strip("-")
        hint = f" Try: deckmaker new {better}" if _NAME.fullmatch(better) and not _RESERVED.fullmatch(better) else ""
        raise click.UsageError(
            f"‘{name}’ cannot be the name of a deck: use letters, digits and hyphens, without a folder or ending.{hint}"
        )


def _check_free(name: str, workspace: Workspace) -> None:
    for ending in SPEC_ENDINGS:
        if workspace.exists(f"decks/{name}{ending}"):
            raise click.UsageError(f"decks/{name}{ending} is there already: choose another name, or change that file.")
    if workspace.path("decks").is_file():
        raise MachineError("decks is a file; deckmaker keeps deck specs in a folder of that name", "rename the file")


_SPEC = """\
# A presentation, as a list of slides. Make it with:   deckmaker build {name}
# Lines that begin with # are remarks. Indent with spaces, not with tabs.

{head}

slides:
  # A slide is one word …
  - title
  - agenda

  # … or a word and what it shows. A section starts a part of the talk.
  - section: Why the first 1001 days matter

  # One of the ten key messages, by its number:      deckmaker library list messages
  - message: 1

  # A figure, always with its source:                deckmaker library list statistics
  - statistic: camhs-under-twos

  # Somebody's exact words, with their name:         deckmaker library list quotations
  - quotation: easier-to-build-strong-children

  - section: What we can do

  # Your own words. What you say beside a slide goes into its notes.
  - text:
      headline: Two questions to ask where you live
      points:
        - Who here sees families with a baby under two?
        - How long do they wait?
    notes: Give people a minute to write their answers down.

  # What you ask of the people who listen.
  - call-to-action: Ask who is there for babies in your area

  # The sources that the slides above cite, numbered by themselves.
  - references
  - closing

# Every kind of slide, with an example:               deckmaker list slides
"""

COMMAND = new
