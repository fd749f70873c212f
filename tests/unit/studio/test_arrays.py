"""The studio's stand-in for numpy, held against numpy itself."""

from __future__ import annotations

import ast
import json
import re
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import dilemma
from tests.unit.studio import array_cases, whole_program
from tests.unit.studio.in_pyodide import (
    HERE,
    PACKAGES,
    ROOT,
    STAND_IN,
    needs_packages,
    needs_pyodide,
    result_in_pyodide,
)

PACKAGE = Path(dilemma.__file__).parent
LAST_DIGITS = 1e-13  # of results of functions that libraries of mathematics round differently
OF_THE_PROGRAM = 1e-12  # of numbers that follow from many such

RUN_CASES = """
import numpy
import array_cases
def refusal(name):
    try:
        getattr(numpy, name)
    except AttributeError as error:
        return str(error)
result = {
    "cases": array_cases.outcomes(numpy),
    "absent": [name for name in numpy.__all__ if not hasattr(numpy, name)],
    "unknown": refusal("hstack"),
}
"""


def stated(module: Path) -> set[str]:
    """Return the names that a module of the stand-in exports, read without running it."""
    for node in ast.parse(module.read_text("utf-8")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return {one.value for one in ast.walk(node) if isinstance(one, ast.Constant)}
    raise AssertionError(module)


def used_names(tree: ast.Module) -> Iterator[str]:
    """Yield the names of numpy that a module uses, such as `zeros` or `random.PCG64`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "numpy":
            inner = (node.module or "").removeprefix("numpy").removeprefix(".")
            yield from (f"{inner}.{name.name}".removeprefix(".") for name in node.names)
        if isinstance(node, ast.Attribute):
            name = ast.unparse(node)
            if re.fullmatch(r"np(\.\w+)+", name):
                yield name.removeprefix("np.")


def test_every_name_of_numpy_that_the_program_uses_is_there() -> None:
    """The program runs in the studio as it is: the stand-in has each name of numpy that it uses."""
    known = {"": stated(STAND_IN / "numpy/__init__.py")}
    known |= {name: stated(STAND_IN / f"numpy/{name}.py") for name in ("linalg", "random", "typing")}
    missing, seen = set(), 0
    for path in PACKAGE.rglob("*.py"):
        if STAND_IN in path.parents:
            continue
        for name in used_names(ast.parse(path.read_text("utf-8"))):
            first, _, rest = name.partition(".")
            inner = rest.partition(".")[0] if first in known else ""
            seen += 1
            if first not in known[""] or (inner and inner not in known[first]):
                missing.add(f"{path.name}: {name}")
    assert seen > 100
    assert missing == set()


def test_numpy_is_numpy_where_the_program_is_installed() -> None:
    """The stand-in is in no folder that Python looks for modules in, so that it never hides numpy."""
    assert PACKAGE not in Path(np.__file__).parents


@needs_pyodide
def test_functions_give_what_numpy_gives(tmp_path: Path) -> None:
    """Each function and method gives what numpy gives, kind and shape too, or raises the same error."""
    found = result_in_pyodide(RUN_CASES, tmp_path, [HERE])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a division by 0, which the stand-in never warns of
        expected = json.loads(json.dumps(array_cases.outcomes(np)))
    close, refused = set(array_cases.CLOSE), set(array_cases.REFUSED)
    raising = {case for case, told in expected.items() if isinstance(told, dict) and "raises" in told}
    assert raising == refused
    differing = {
        case: (told, found["cases"][case])
        for case, told in expected.items()
        if not is_same(told, found["cases"][case], LAST_DIGITS if case in close else 0.0)
    }
    assert differing == {}
    assert found["absent"] == []
    assert found["unknown"] == "numpy.hstack: the studio's stand-in for numpy does not have it"


@needs_pyodide
@needs_packages
def test_the_program_gives_the_same_in_the_studio(tmp_path: Path) -> None:
    """The program finds the same in the studio where it uses columns: the words, and numbers to 12 digits."""
    program = (
        "from pathlib import Path\nimport whole_program\nresult = whole_program.results(Path(folders[2]))"
    )
    found = result_in_pyodide(program, tmp_path, [HERE, ROOT, PACKAGES])
    expected = json.loads(json.dumps(whole_program.results(ROOT)))
    assert expected.keys() == found.keys()
    for name, told in expected.items():
        assert is_same(told, found[name], OF_THE_PROGRAM), name


def is_same(one: Any, other: Any, tolerance: float) -> bool:
    """Return whether two pieces of plain data are the same, numbers within a share of their size."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(is_same(one[key], other[key], tolerance) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        pairs = zip(one, other, strict=False)
        return len(one) == len(other) and all(is_same(*pair, tolerance) for pair in pairs)
    if isinstance(one, float) and isinstance(other, float):
        return one == other or (one != one and other != other) or other == pytest.approx(one, tolerance, 0.0)
    return type(one) is type(other) and one == other
