from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, replace

import pytest

from deckmaker.model.frozen import frozen


@frozen
class Point:
    x: int
    y: int = 0
    seen: list[str] = field(default_factory=list, compare=False, repr=False)

    def __str__(self) -> str:
        return f"({self.x}, {self.y})"


@frozen(kw_only=True)
class Named(Point):
    name: str = field(metadata={"doc": "what it is called"})
    place: str = field(default="here", init=False)


@frozen
class Noted:
    word: str
    notes: dict[str, int] = field(hash=False)


@frozen
class Empty:
    pass


@dataclass(frozen=True, slots=True)
class Usual:
    """The same as ``Point``, made by the standard library."""

    x: int
    y: int = 0
    seen: list[str] = field(default_factory=list, compare=False, repr=False)


def dataclasses_know(cls: type) -> bool:
    return is_dataclass(cls)


def test_a_record_is_a_dataclass() -> None:
    assert dataclasses_know(Point)
    assert [one.name for one in fields(Named)] == ["x", "y", "seen", "name", "place"]
    assert fields(Named)[3].metadata == {"doc": "what it is called"}
    assert replace(Point(1, 2), y=3) == Point(1, 3)
    match Point(1, 2):
        case Point(x, y):
            assert (x, y) == (1, 2)


def test_it_is_made_told_compared_and_hashed_like_any_frozen_dataclass() -> None:
    assert repr(Point(1, y=2)) == repr(Usual(1, y=2)).replace("Usual", "Point")
    assert str(Point(1)) == "(1, 0)"
    assert Point(1) == Point(1, 0, ["never mind"]) != Point(2)
    usual: object = Usual(1)
    assert Point(1) != usual
    assert hash(Point(1, 2)) == hash(Usual(1, 2)) == hash(Point(1, 2, ["never mind"]))
    assert hash(Noted("a", {"b": 1})) == hash(Noted("a", {}))
    assert Noted("a", {"b": 1}) != Noted("a", {})
    assert Empty() == Empty()
    assert len({Point(1), Point(1), Point(2)}) == 2
    assert Point(1).seen is not Point(1).seen


def test_a_heir_has_all_the_fields_and_its_own_equals() -> None:
    named = Named(1, name="a")
    assert (named.x, named.y, named.name, named.place) == (1, 0, "a", "here")
    assert repr(named) == "Named(x=1, y=0, name='a', place='here')"
    assert named != Point(1)
    assert named == Named(1, name="a") != Named(1, name="b")


@pytest.mark.parametrize(
    ("cls", "values", "named"),
    [(Point, (), {}), (Point, (1, 2, [], 4), {}), (Point, (1,), {"z": 2}), (Named, (1, 2, [], "a"), {})],
)
def test_a_record_that_lacks_a_field_or_gets_another_is_not_made(
    cls: Callable[..., object], values: tuple[object, ...], named: dict[str, object]
) -> None:
    for _ in range(2):
        with pytest.raises(TypeError, match=r"__init__\(\)"):
            cls(*values, **named)


def test_nothing_can_be_set_or_deleted() -> None:
    point = Point(1)
    with pytest.raises(FrozenInstanceError, match="x"):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del point.x
    with pytest.raises((FrozenInstanceError, AttributeError)):
        point.other = 2  # type: ignore[attr-defined]
    assert point == Point(1)


def test_records_go_into_other_processes_and_back() -> None:
    point = Point(1, 2, ["a"])
    assert pickle.loads(pickle.dumps(point)) == point
    assert pickle.loads(pickle.dumps(point)).seen == ["a"]
    assert copy.copy(point) == copy.deepcopy(point) == point


def test_methods_of_ones_own_are_kept() -> None:
    @frozen
    class Loud:
        word: str

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Loud) and self.word.upper() == other.word.upper()

        def __hash__(self) -> int:
            return hash(self.word.upper())

        def __repr__(self) -> str:
            return self.word.upper()

    assert repr(Loud("a")) == "A"
    assert Loud("a") == Loud("A")
    assert hash(Loud("a")) == hash(Loud("A"))
