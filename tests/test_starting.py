"""The command starts faster than Python would have it, and nobody can tell by what then runs."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from dilemma.starting import METHODS


def made() -> type[Any]:
    """Return a frozen dataclass, made anew."""

    @dataclasses.dataclass(frozen=True)
    class Point:
        x: object
        y: object = 0

    return Point


def outcome(point: Any, name: str) -> list[str]:
    """Return what comes of showing and hashing it, and of setting and deleting a field of it."""
    told = [repr(point), str(hash(point))]
    for attempt in (lambda: setattr(point, name, 1), lambda: delattr(point, name)):
        with pytest.raises(AttributeError) as refused:
            attempt()
        told.append(f"{refused.type.__name__}: {refused.value}")
    return told


@pytest.mark.skipif(not hasattr(dataclasses, "_repr_fn"), reason="this Python compiles methods otherwise")
@pytest.mark.parametrize("name", ["x", "y", "z"])
def test_closures_do_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A dataclass made of closures shows, hashes and guards itself as one that Python makes."""
    before = made()
    for function, method in METHODS.items():
        monkeypatch.setattr(dataclasses, function, method)
    after = made()
    assert after.__hash__.__code__.co_filename.endswith("starting.py")
    for values in [("a",), (2.5, ("b",))]:
        assert outcome(before(*values), name) == outcome(after(*values), name)
