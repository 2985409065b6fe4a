"""The brand that is taken where no deck names one."""

from __future__ import annotations

from deckmaker.model.diagnostic import DeckError, Diagnostic
from deckmaker.model.theme import Theme
from deckmaker.reading.brand import read_brand
from deckmaker.reading.decoding import LIMIT
from deckmaker.reading.sources import BRAND_FILE
from deckmaker.workspace import Workspace


def usual_theme(workspace: Workspace) -> Theme:
    """The theme of the author's own brand, else of the one that comes with deckmaker. Raises ``DeckError``."""
    path = next((f / BRAND_FILE for f in workspace.brand_folders() if workspace.exists(f / BRAND_FILE)), None)
    if path is None:
        raise DeckError([Diagnostic("missing-file", "there is no brand file", hint="install deckmaker again")])
    brand, problems = read_brand(
        workspace.name(path), workspace.read(path, LIMIT), lambda other: workspace.read(path.parent / other)
    )
    if brand is None or problems:
        raise DeckError(problems)
    return brand.theme
