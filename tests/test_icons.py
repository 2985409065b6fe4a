from __future__ import annotations

import pytest

from deckmaker.icons import icon, icon_names


def test_every_icon_of_the_package_can_be_read() -> None:
    names = icon_names()
    assert len(names) > 1000
    assert {command for name in names for command, _ in icon(name).commands} == {"M", "L", "C", "Z"}


def test_an_outline_lies_in_its_view_box() -> None:
    shape = icon("baby")
    points = [numbers[-2:] for _, numbers in shape.commands if numbers]
    assert points
    assert all(0 <= x <= shape.width and 0 <= y <= shape.height for x, y in points)


def test_commands_have_their_numbers() -> None:
    counts = {(command, len(numbers)) for command, numbers in icon("hands-holding-child").commands}
    assert counts <= {("M", 2), ("L", 2), ("C", 6), ("Z", 0)}


@pytest.mark.parametrize("name", ["no-such-icon", "../brands/github", "", "Baby"])
def test_an_unknown_name_is_a_key_error(name: str) -> None:
    with pytest.raises(KeyError):
        icon(name)


NEEDED = {
    "baby": "baby",
    "parent with baby": "person-breastfeeding",
    "a child held": "hands-holding-child",
    "pregnant person": "person-pregnant",
    "child": "child",
    "people": "people-group",
    "house": "house",
    "brain": "brain",
    "heart": "heart",
    "school": "school",
    "hospital": "hospital",
    "coin": "coins",
    "clock": "clock",
    "speech": "comment",
}
"""What the graphics and slides of this field speak of, and the icon for it."""


@pytest.mark.parametrize("name", NEEDED.values(), ids=NEEDED)
def test_what_this_field_speaks_of_has_an_icon(name: str) -> None:
    assert icon(name).commands
