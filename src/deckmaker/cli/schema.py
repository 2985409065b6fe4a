"""``deckmaker schema``: the JSON Schemas by which editors complete and check the files that people write."""

from __future__ import annotations

from pathlib import Path

import click

from deckmaker.cli.console import Console
from deckmaker.cli.table import table
from deckmaker.workspace import Workspace

_PACKAGE = Path(__file__).parents[1]
_ENDING = ".schema.json"
_WHAT = {
    "deck": "a deck spec: decks/my-talk.yaml",
    "settings": "deckmaker.yaml beside decks/",
    "brand": "a brand: brand/_brand.yml",
    "report": "what build and check --report json tell",
    "audit": "what audit --report json tells",
    "diff": "what diff --report json tells",
    "impact": "what impact --report json tells",
}
_LIBRARY = "{name}.yaml of a library of evidence"


class SchemaName(click.ParamType[str]):
    """The name of a schema; which ones there are is looked up only when it is needed."""

    name = "schema"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from deckmaker.model.diagnostic import did_you_mean

        names = tuple(files())
        if value == "library":
            of_library = ", ".join(name for name in names if name not in _WHAT)
            self.fail(f"each file of a library has its own: {of_library}", param, ctx)
        if value not in names:
            self.fail(f"there is no schema ‘{value}’: {did_you_mean(str(value), names)}", param, ctx)
        return str(value)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[click.shell_completion.CompletionItem]:
        from click.shell_completion import CompletionItem

        return [CompletionItem(name, help=_what(name)) for name in files() if name.startswith(incomplete)]


def files() -> dict[str, Path]:
    """The file of each schema, by name: first those of what most people write."""
    found = [*(_PACKAGE / "schemas").glob(f"*{_ENDING}"), *(_PACKAGE / "cli" / "reports").glob(f"*{_ENDING}")]
    by_name = {path.name.removesuffix(_ENDING): path for path in sorted(found, key=lambda path: path.name)}
    first = [name for name in _WHAT if name in by_name]
    return {name: by_name[name] for name in (*first, *(name for name in by_name if name not in _WHAT))}


@click.command()
@click.argument("name", type=SchemaName(), required=False)
@click.option("--list", "list_names", is_flag=True, help="Show which schemas there are; so does no NAME.")
@click.pass_context
def schema(ctx: click.Context, name: str | None, list_names: bool) -> None:
    """Print the JSON Schema of a kind of file, by which an editor completes and checks it.

    Keep it beside your files, and begin each with a line that names it:

    \b
      # yaml-language-server: $schema=deck.schema.json

    \b
    Examples:
      deckmaker schema --list
      deckmaker schema deck > decks/deck.schema.json
    """
    console = Console(ctx.ensure_object(Workspace))
    if name is None or list_names:
        for line in table(("schema", "of what"), [(one, _what(one)) for one in files()], console.width):
            console.say(line)
        return
    click.echo(files()[name].read_bytes(), nl=False)


def _what(name: str) -> str:
    return _WHAT.get(name) or _LIBRARY.format(name=name)


COMMAND = schema
