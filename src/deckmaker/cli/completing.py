"""What a shell offers when somebody presses the tab key: decks, formats, records, rules.

Nothing here may fail or speak: where something cannot be read, nothing is offered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import click
from click.shell_completion import CompletionItem

from deckmaker.workspace import SPEC_ENDINGS, MachineError, Workspace

Offer = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


def _offering(found: Callable[[Workspace], Mapping[str, str]], *, files: bool = False) -> Offer:
    """Offers names with a word on each; with ``files`` the shell adds those of files and folders."""

    def offer(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from deckmaker.model.diagnostic import DeckError

        try:
            names = found(ctx.ensure_object(Workspace))
        except (DeckError, MachineError, OSError):
            names = {}
        taken = set(_given(ctx, param))
        items = [
            CompletionItem(name, help=about or None)
            for name, about in names.items()
            if name.startswith(incomplete) and name not in taken
        ]
        is_path = files and (not items or "/" in incomplete or incomplete.endswith(SPEC_ENDINGS))
        return [CompletionItem(incomplete, type="file")] if is_path else items

    return offer


def _given(ctx: click.Context, param: click.Parameter) -> Iterable[str]:
    given: Any = ctx.params.get(param.name or "")
    return given if isinstance(given, tuple) else ()


def _decks(workspace: Workspace) -> Mapping[str, str]:
    from deckmaker.cli.specs import decks_by_name

    own = workspace.specs()
    return {name: "" if spec in own else "comes with deckmaker" for name, spec in decks_by_name(workspace).items()}


def _formats(workspace: Workspace) -> Mapping[str, str]:
    from deckmaker.discovery import Features

    return dict.fromkeys(Features().names("outputs"), "")


def _graphics(workspace: Workspace) -> Mapping[str, str]:
    from deckmaker.discovery import Features

    return dict.fromkeys(Features().names("graphics"), "")


def _rules(workspace: Workspace) -> Mapping[str, str]:
    from deckmaker.discovery import Features

    return {check.code: check.what for check in Features().checks.values()}


def _records(*kinds: str) -> Callable[[Workspace], Mapping[str, str]]:
    def records(workspace: Workspace) -> Mapping[str, str]:
        from deckmaker.reading.library import read_library
        from deckmaker.reading.sources import library_files

        library = read_library(library_files(workspace))
        return {str(name): kind.removesuffix("s") for kind in kinds for name in getattr(library, kind)}

    return records


decks = _offering(_decks, files=True)
formats = _offering(_formats)
graphics = _offering(_graphics)
rules = _offering(_rules)
every_record = _offering(_records("messages", "quotations", "statistics", "diagrams", "sources"))
drawable_records = _offering(_records("statistics", "diagrams"))
