"""For whom a deck or a record is, and for which nation."""

from __future__ import annotations

from enum import StrEnum


class Nation(StrEnum):
    """A nation of the United Kingdom that a record speaks of or serves."""

    ENGLAND = "england"
    WALES = "wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern-ireland"


class Audience(StrEnum):
    """Whom a deck is for."""

    COMMISSIONERS = "commissioners"
    MPS = "mps"
    PRACTITIONERS = "practitioners"
    PARENTS = "parents"
    PUBLIC = "public"
