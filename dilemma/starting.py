"""What a short-lived process is spared when it starts, as each costs it a hundredth of its time or more.

Only the command asks for it, not the library. A Python or pydantic that works otherwise inside than the
ones we know starts slower, and otherwise the same.
"""

from __future__ import annotations

import atexit
import dataclasses
import gc
import sys
import typing
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

__all__ = ["start_fast"]

OBJECTS_BETWEEN_COLLECTIONS = 1_000_000  # most runs make fewer in all, and nearly all of them stay


def start_fast() -> None:
    """Spare this process what it does not need; to be called before anything heavy is imported."""
    _collect_seldom()
    _find_no_plugins()
    _import_later()
    _compile_once()
    _make_methods_from_closures()


def _collect_seldom() -> None:
    """Look for garbage only once there may be some, and not at the end, when all of it goes anyway."""
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
    atexit.register(gc.freeze)


def _find_no_plugins() -> None:
    """Put a module that finds none in the place of the one by which pydantic looks for plug-ins of its own.

    It looks through importlib.metadata before it builds its first model. This command has no use for them.
    """
    loader = ModuleType("pydantic.plugin._loader")
    vars(loader)["get_plugins"] = tuple
    sys.modules.setdefault(loader.__name__, loader)


PUT_OFF: Mapping[str, Mapping[str, object]] = {
    "base64": {},
    "numpy._core._add_newdocs": {},
    "numpy._core._add_newdocs_scalars": {},
    "numpy._typing": {"NDArray": list, "__path__": []},
    "secrets": {},
    "shellingham": {},
    "subprocess": {},
}
"""What pydantic, typer, PyYAML and numpy import whole and ask nothing of in an ordinary run.

`secrets` brings all of OpenSSL, `subprocess` what waits for other processes: in all, a twentieth of a run. Of
numpy it is the words of its help, and a package of types: its linear algebra writes one in annotations, and
is told what it may write; all else that is asked of it brings the package itself.
"""


def _import_later() -> None:
    """Put stand-ins in the places of such modules."""
    for name, known in PUT_OFF.items():
        if name not in sys.modules:
            sys.modules[name] = _Later(name)
            vars(sys.modules[name]).update(known)


class _Later(ModuleType):
    """A module that is imported when something is asked of it."""

    def __getattr__(self, name: str) -> Any:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)


def _compile_once() -> None:
    """Give typing a `compile` that remembers.

    It compiles each annotation written as text, to see that it reads: `str` hundreds of times, for the
    hundred classes of pydantic and ours that state their fields so.
    """
    vars(typing)["compile"] = cache(compile)


def _make_methods_from_closures() -> None:
    """Give dataclasses closures for the methods that differ only in the names of fields.

    It writes and compiles a text for each method of each class: three hundred when the command starts, most
    of them for pydantic. For those that guard a frozen instance, show one and hash one, a closure does the
    same. Python 3.13 compiles all methods of a class at once, under other names, and is left as it is.
    """
    for name, method in METHODS.items():
        if hasattr(dataclasses, name):
            setattr(dataclasses, name, method)


Fields = Sequence["dataclasses.Field[Any]"]


def _guards(cls: type[Any], fields: Fields, _globals: object) -> tuple[Callable[..., None], ...]:
    """Return the methods that keep a frozen instance as it is."""
    names = frozenset(field.name for field in fields)

    def __setattr__(self: object, name: str, value: object) -> None:  # noqa: N807
        if type(self) is cls or name in names:
            raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self: object, name: str) -> None:  # noqa: N807
        if type(self) is cls or name in names:
            raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    return __setattr__, __delattr__


def _shown(fields: Fields, _globals: object) -> Callable[[object], str]:
    """Return the method that shows an instance."""
    from reprlib import recursive_repr

    names = tuple(field.name for field in fields)

    @recursive_repr()
    def __repr__(self: object) -> str:  # noqa: N807
        return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    return __repr__


def _hashed(fields: Fields, _globals: object) -> Callable[[object], int]:
    """Return the method that hashes an instance."""
    names = tuple(field.name for field in fields)

    def __hash__(self: object) -> int:  # noqa: N807
        return hash(tuple(getattr(self, name) for name in names))

    return __hash__


METHODS: Mapping[str, Callable[..., Any]] = {
    "_frozen_get_del_attr": _guards,
    "_repr_fn": _shown,
    "_hash_fn": _hashed,
}
"""What makes which methods in dataclasses."""
