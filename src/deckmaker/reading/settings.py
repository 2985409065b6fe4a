"""Reads a project’s settings file."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from typing import Any

from deckmaker.model.diagnostic import DeckError
from deckmaker.model.settings import Settings
from deckmaker.reading.decoding import LIMIT, shortened
from deckmaker.reading.form import Form, TooManyProblems
from deckmaker.reading.tree import Mapping, read_tree
from deckmaker.reading.wording import suggestion
from deckmaker.workspace import Workspace

FILE = "deckmaker.yaml"
"""Its name; it stands where ``decks/`` is. A project may do without."""


def project_settings(workspace: Workspace, codes: Collection[str]) -> Settings:
    """The settings of the project. ``codes`` are those that can be acknowledged. Raises as ``read_settings`` does."""
    return read_settings(FILE, workspace.read(FILE, LIMIT), codes) if workspace.exists(FILE) else Settings()


def read_settings(file: str, content: bytes, codes: Collection[str]) -> Settings:
    """The settings in a file. Raises ``DeckError`` with everything that is wrong with it."""
    tree = read_tree(file, content)
    form = Form()
    form.problems.extend(problem for problem in tree.problems if problem.code != "empty-file")
    settings: Any = Settings()
    with suppress(TooManyProblems):
        if isinstance(tree.root, Mapping):
            settings = form.record(Settings, tree.root.entries, tree.root.position, "the settings file")
        elif tree.root is not None:
            hint = "begin with  acknowledged:"
            form.problem("wrong-value", "this is no settings file", tree.root.position, hint)
        if isinstance(settings, Settings):
            _check(form, settings, tuple(codes))
    if form.problems:
        raise DeckError(form.problems)
    return settings if isinstance(settings, Settings) else Settings()


def _check(form: Form, settings: Settings, codes: tuple[str, ...]) -> None:
    seen: set[str] = set()
    for one in settings.acknowledged:
        if one.position is None:
            raise ValueError("a record that was read has a place")
        if one.code not in codes:
            message = f"there is nothing to acknowledge under the code ‘{shortened(one.code)}’"
            form.problem("unknown-code", message, one.position, suggestion(one.code, codes))
        elif one.code in seen:
            form.problem("duplicate", f"‘{one.code}’ is acknowledged twice", one.position, "keep one of the two")
        seen.add(one.code)
