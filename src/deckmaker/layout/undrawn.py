"""Graphics that are left out because they would mislead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckmaker.discovery import Features
from deckmaker.layout.honesty import honest_kinds, objection
from deckmaker.model.deck import Slide, UndrawnGraphic
from deckmaker.model.evidence import Library
from deckmaker.model.frame import Graphic


def misleading(
    graphics: Iterable[Graphic], slide: Slide, features: Features, library: Library
) -> Iterator[UndrawnGraphic]:
    """Those that would mislead, each with the reason and with kinds that would not."""
    for graphic in graphics:
        because = objection(graphic.subject, graphic.kind, features.graphics[graphic.kind], library)
        if because:
            honest = honest_kinds(graphic.subject)
            instead = tuple(kind for kind in honest if kind in features.graphics and kind != graphic.kind)
            yield UndrawnGraphic(slide=slide, graphic=graphic, because=because, instead=instead)
