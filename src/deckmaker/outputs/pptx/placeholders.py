"""Placeholders as PowerPoint types them, and the index by which a slide finds its layout's place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from deckmaker.model.layout import Layout, Placeholder, Role

FOOTER_INDEX, SLIDE_NUMBER_INDEX = 11, 12
"""The indices that PowerPoint itself gives to footers and slide numbers."""
_FIRST_INDEX = 13


@lru_cache(maxsize=8)
def indices(layouts: tuple[Layout, ...]) -> dict[str, int]:
    """Index of each placeholder's name, the same in every layout: text stays when a slide changes its layout."""
    names = dict.fromkeys(
        placeholder.name
        for layout in layouts
        for placeholder in layout.placeholders
        if placeholder.role not in {Role.TITLE, Role.SLIDE_NUMBER, Role.FOOTER}
    )
    return {name: index for index, name in enumerate(names, start=_FIRST_INDEX)}


def element(placeholder: Placeholder, index: Mapping[str, int], *, prompted: bool = False) -> str:
    """The ``ph`` element; ``prompted`` in a layout, where it has words of its own."""
    custom = ' hasCustomPrompt="1"' if prompted else ""
    match placeholder.role:
        case Role.TITLE:
            return f'<p:ph type="title"{custom}/>'
        case Role.SLIDE_NUMBER:
            return f'<p:ph type="sldNum" sz="quarter" idx="{SLIDE_NUMBER_INDEX}"/>'
        case Role.FOOTER:
            return f'<p:ph type="ftr" sz="quarter" idx="{FOOTER_INDEX}"/>'
        case Role.SUBTITLE:
            return f'<p:ph type="subTitle" idx="{index[placeholder.name]}"{custom}/>'
        case Role.PICTURE:
            return f'<p:ph type="pic" idx="{index[placeholder.name]}"{custom}/>'
        case Role.TABLE:
            return f'<p:ph type="tbl" idx="{index[placeholder.name]}"{custom}/>'
        case Role.BODY | Role.SOURCE:
            return f'<p:ph type="body" sz="quarter" idx="{index[placeholder.name]}"{custom}/>'


def label(placeholder: Placeholder) -> str:
    """The name shown in PowerPoint's selection pane."""
    if placeholder.role is Role.SLIDE_NUMBER:
        return "Slide number"
    words = placeholder.name.replace("-", " ")
    return words[:1].upper() + words[1:]


def with_role(placeholders: Iterable[Placeholder], role: Role) -> Placeholder | None:
    """The first placeholder of a role, if there is one."""
    return next((placeholder for placeholder in placeholders if placeholder.role is role), None)
