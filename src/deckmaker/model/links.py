"""Addresses that a click may open: of the web, and of people. No others lead anywhere from a slide."""

from __future__ import annotations

from typing import NewType

from deckmaker.model.text import Run

WebAddress = NewType("WebAddress", str)
"""An address that begins with ``https://``, or nothing."""
EmailAddress = NewType("EmailAddress", str)
"""The address of a person or a team, without ``mailto:``, or nothing."""


def web_link(address: WebAddress) -> Run:
    """The address as people say it, leading to the whole of it."""
    return Run(address.removeprefix("https://").removeprefix("www.").rstrip("/"), link=address)


def email_link(address: EmailAddress) -> Run:
    """The address, opening a new message to it."""
    return Run(address, link=f"mailto:{address}")
