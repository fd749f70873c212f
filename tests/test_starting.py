"""The command starts faster than Python would have it, and nobody can tell by what then runs."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
from typing import Any

import pytest

from dilemma.starting import METHODS, PUT_OFF
from tests.cli.running import HANGS, ROOT


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


ASKED = {
    "base64": "b64encode",
    "numpy._core._add_newdocs": "add_newdoc",
    "numpy._core._add_newdocs_scalars": "add_newdoc_for_scalar_type",
    "numpy._typing": "ArrayLike",
    "secrets": "compare_digest",
    "shellingham": "detect_shell",
    "subprocess": "run",
}


@pytest.mark.parametrize("name", PUT_OFF)
def test_put_off_but_there(name: str) -> None:
    """A module that is put off is there for who asks something of it, and for who imports it after."""
    pytest.importorskip(name, reason="this numpy has no such module")
    program = (
        "from dilemma.starting import start_fast; start_fast()\n"
        f"import {name} as first; before = type(first).__name__\n"
        f"from {name} import {ASKED[name]} as asked\n"
        f"import {name} as then; after = type(then).__name__\n"
        f"print(before, after, first.{ASKED[name]} is then.{ASKED[name]} is asked)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, timeout=HANGS
    )
    assert done.stdout == "_Later module True\n"


def test_what_reads_columns_asks_for_no_types() -> None:
    """The modules that use numpy name its types for checkers alone: the command does not import them."""
    program = (
        "from dilemma.starting import start_fast; start_fast()\n"
        "import sys\n"
        "import dilemma.robustness.cruxes, dilemma.robustness.maps, dilemma.robustness.trials, numpy.random\n"
        "print(type(sys.modules['numpy._typing']).__name__, 'numpy.typing' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, timeout=HANGS
    )
    assert done.stdout == "_Later False\n"
