"""Frozen records: dataclasses whose methods are shared, or made when they are first called.

``dataclasses.dataclass`` writes and compiles six functions for every frozen class as it is imported. A build imports
two hundred classes; making their methods was a quarter of a short build, and most are never called. These are
dataclasses all the same (``fields``, ``replace``, ``is_dataclass`` and ``match`` know them), with slots. Only
``__init__`` is written, when the first one of a class is made.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, NoReturn, TypeVar, dataclass_transform, overload

T = TypeVar("T")
_COMPARED, _HASHED = "__compared__", "__hashed__"
"""Where a class keeps how the values are read that it compares and hashes."""


@overload
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T], /) -> type[T]: ...
@overload
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(*, kw_only: bool = False) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T] | None = None, /, *, kw_only: bool = False) -> type[T] | Callable[[type[T]], type[T]]:
    """The class as a frozen dataclass with slots: equal to another of its class with the same fields, and hashable.

    It takes what ``dataclass(frozen=True, slots=True)`` takes besides ``InitVar`` and ``__post_init__``.
    """
    if cls is None:
        return lambda one: _made(one, kw_only)
    return _made(cls, kw_only)


def _made(cls: type[T], kw_only: bool) -> type[T]:
    own = vars(cls)
    shared = {
        name: method for name, method in _SHARED.items() if name not in own or (name == "__hash__" and not own[name])
    }
    made: Any = dataclass(cls, init=False, repr=False, eq=False, slots=True, kw_only=kw_only)
    for name, method in shared.items():
        setattr(made, name, method)
    return made  # type: ignore[no-any-return]


def _first_init(self: Any, *args: Any, **named: Any) -> None:
    """Writes the ``__init__`` of the class that is being made an instance of, and calls it."""
    cls: Any = next(one for one in type(self).__mro__ if "__init__" in vars(one))
    init = cls.__init__ = _init_of(cls)
    init(self, *args, **named)


def _init_of(cls: Any) -> Callable[..., None]:
    known: dict[str, Any] = {"MISSING": MISSING}
    in_order: list[str] = ["self"]
    by_name: list[str] = []
    body: list[str] = []
    for number, one in enumerate(fields(cls)):
        known[f"set_{number}"] = getattr(cls, one.name).__set__
        value = one.name
        if one.default_factory is not MISSING:
            known[f"made_{number}"] = one.default_factory
            value = f"made_{number}() if {one.name} is MISSING else {one.name}" if one.init else f"made_{number}()"
        elif one.default is not MISSING:
            known[f"usual_{number}"] = one.default
            value = one.name if one.init else f"usual_{number}"
        if one.init:
            (by_name if one.kw_only else in_order).append(one.name + _default(one, number))
        body.append(f" set_{number}(self, {value})")
    asked = ", ".join([*in_order, *(["*", *by_name] if by_name else [])])
    exec(f"def __init__({asked}):\n" + ("\n".join(body) or " pass"), known)  # noqa: S102 – made of names of fields
    init: Callable[..., None] = known["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


def _default(one: Field[Any], number: int) -> str:
    if one.default_factory is not MISSING:
        return "=MISSING"
    return "" if one.default is MISSING else f"=usual_{number}"


def _values(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    """Reads these attributes of a record."""
    return attrgetter(*names) if len(names) > 1 else lambda one: tuple(getattr(one, name) for name in names)


def _eq(self: Any, other: object) -> Any:
    if type(self) is not type(other):
        return NotImplemented
    cls: Any = self.__class__
    values = vars(cls).get(_COMPARED)
    if values is None:
        values = _values([one.name for one in fields(cls) if one.compare])
        setattr(cls, _COMPARED, staticmethod(values))
    return values(self) == values(other)


def _hash(self: Any) -> int:
    cls: Any = type(self)
    values = vars(cls).get(_HASHED)
    if values is None:
        values = _values([one.name for one in fields(cls) if (one.compare if one.hash is None else one.hash)])
        setattr(cls, _HASHED, staticmethod(values))
    return hash(values(self))


def _repr(self: Any) -> str:
    shown = ", ".join(f"{one.name}={getattr(self, one.name)!r}" for one in fields(self) if one.repr)
    return f"{type(self).__qualname__}({shown})"


def _no_setting(self: object, name: str, value: object = None) -> NoReturn:
    raise FrozenInstanceError(f"cannot set or delete {name!r}: a record stays as it was made")


def _state(self: Any) -> list[Any]:
    return [getattr(self, one.name) for one in fields(self)]


def _put_back(self: Any, state: list[Any]) -> None:
    for one, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, one.name, value)


_SHARED: dict[str, Callable[..., Any]] = {
    "__init__": _first_init,
    "__eq__": _eq,
    "__hash__": _hash,
    "__repr__": _repr,
    "__setattr__": _no_setting,
    "__delattr__": _no_setting,
    "__getstate__": _state,
    "__setstate__": _put_back,
}
