"""``deckmaker new``: starts a deck spec that builds at once and explains itself."""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass

import click

from deckmaker.cli.console import Console
from deckmaker.workspace import SPEC_ENDINGS, MachineError, Workspace

AUDIENCES = ("commissioners", "mps", "practitioners", "parents", "public")
_NAME = re.compile(r"[^\W_][\w-]{0,79}")
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What is known of a talk when its spec is begun. ``length`` is minutes; empty texts are left out."""

    title: str
    audience: str = ""
    length: int | None = None
    presenter: str = ""
    organisation: str = ""


@click.command()
@click.argument("name")
@click.option("--title", help="What the talk is called.")
@click.option("--audience", type=click.Choice(AUDIENCES), help="Whom it is for.")
@click.option("--length", type=click.IntRange(1, 600), metavar="MINUTES", help="How long it may take.")
@click.option("--presenter", help="Who gives it.")
@click.option("--organisation", help="For which organisation.")
@click.pass_context
def new(
    ctx: click.Context,
    name: str,
    title: str | None,
    audience: str | None,
    length: int | None,
    presenter: str | None,
    organisation: str | None,
) -> None:
    """Start a presentation: write decks/NAME.yaml, ready to build.

    On a terminal it asks for what no option says; in a script it does not ask.

    \b
    Examples:
      deckmaker new my-talk
      deckmaker new briefing --title "Babies cannot wait" --audience commissioners --length 20
    """
    workspace = ctx.ensure_object(Workspace)
    _check_name(name)
    _check_free(name, workspace)
    usual = name.replace("-", " ").replace("_", " ").capitalize()
    if sys.stdin.isatty() and sys.stdout.isatty():
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
    (file,) = workspace.save({f"{name}.yaml": spec(name, answers).encode()}, "decks")
    Console(workspace).say(f"{file}  is there. Make it:  deckmaker build {name}")


def spec(name: str, answers: Answers) -> str:
    """The text of a new deck spec."""
    fields = {
        "title": answers.title,
        "audience": answers.audience,
        "length": str(answers.length or ""),
        "presenter": answers.presenter,
        "organisation": answers.organisation,
    }
    head = "\n".join(f"{key}: {_scalar(value)}" for key, value in fields.items() if value.strip())
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


def _scalar(value: str) -> str:
    """A text as a YAML scalar on one line: plain where nobody can misread it, else in double quotes."""
    value = " ".join(value.split())
    return value if re.fullmatch(r"[^\W_]([\w .,’–-]*[\w.])?", value) else json.dumps(value, ensure_ascii=False)


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
