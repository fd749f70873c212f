"""Rules on the code itself: short functions, one idea a file, small folders, names that say something."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator, Mapping
from math import ceil
from pathlib import Path

import dilemma
from dilemma.frameworks.catalogue import CATALOGUE

PACKAGE = Path(dilemma.__file__).parent
ROOT = Path(__file__).parents[1]
MODULES = {path.relative_to(PACKAGE).as_posix(): path.read_text("utf-8") for path in PACKAGE.rglob("*.py")}
TREES = {name: ast.parse(text) for name, text in MODULES.items()}

LONGEST = 25  # lines of code of nine functions in ten
MOST_LINES = 300  # of a file
ARGUED: Mapping[str, str] = {
    "quantity.py": "every operation that a theory may use, in one place",
}
"""Longer files, and why they are one."""

NO_IDEA = {"utils", "util", "helpers", "helper", "common", "core", "base", "misc"}
NO_NOUN = ("Manager", "Engine", "Handler", "Factory", "Context")

VAGUE = {
    *("asking", "moving", "saying", "settling", "sparing", "starting", "telling"),
    *("course", "courses", "doubt", "doubts", "dossier", "happening", "matter", "matters", "noun", "nouns"),
    *("gathered", "polled", "said", "settled", "shown", "told", "together", "turned", "voice", "whole"),
}
"""Words that name no module, class or function: none says what the thing is or returns."""

MOST_ENTRIES = 16  # of a folder: what a reader takes in at one look
MARKER = "py.typed"  # an empty file for type checkers, which no reader opens
CATALOGUES = {
    "dilemma/cli/commands",
    "dilemma/frameworks/catalogue",
    "dilemma/reconciliation/methods",
    "tests/unit/cli/commands",
    "tests/unit/frameworks/catalogue",
}
"""Folders that hold one entry for each command, theory or method, however many there are."""

EXAMPLES = {"tests/unit/lints/bad", "tests/unit/lints/good"}
"""Folders that hold one example file for each lint."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(tree: ast.Module) -> Iterator[Function]:
    """Yield every function of a module, those inside others too."""
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def lines_of_code(function: Function, text: list[str]) -> int:
    """Return how many lines a function takes without its docstrings, comments and blank lines."""
    told: set[int] = set()
    for node in ast.walk(function):
        if isinstance(node, Function) and ast.get_docstring(node) is not None:
            told.update(range(node.body[0].lineno, (node.body[0].end_lineno or 0) + 1))
    span = range(function.lineno, (function.end_lineno or 0) + 1)
    code = (text[number - 1].strip() for number in span if number not in told)
    return sum(bool(line) and not line.startswith("#") for line in code)


def exported(tree: ast.Module) -> list[str]:
    """Return what a module says others may import."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return list(ast.literal_eval(node.value))
    return []


def test_nine_functions_in_ten_are_short() -> None:
    """Nine functions in ten have at most 25 lines of code."""
    lengths = sorted(
        lines_of_code(function, MODULES[name].split("\n"))
        for name, tree in TREES.items()
        for function in functions(tree)
    )
    percentile = lengths[ceil(0.9 * len(lengths)) - 1]
    told = (
        f"of {len(lengths)} functions nine in ten have at most {percentile} lines, the longest {lengths[-1]}"
    )
    print(told)  # noqa: T201 - seen with `-s`
    assert percentile <= LONGEST, told


def test_every_file_says_its_idea() -> None:
    """The first line of every file is a sentence that says what it is for."""
    first = {name: (ast.get_docstring(tree) or "").partition("\n")[0] for name, tree in TREES.items()}
    assert [name for name, line in first.items() if not line.endswith((".", "?"))] == []


def test_a_long_file_argues_for_itself() -> None:
    """A file over 300 lines has a reason to be one; a reason that is no longer needed goes."""
    long = {name for name, text in MODULES.items() if text.count("\n") > MOST_LINES}
    assert long == set(ARGUED)


def test_no_file_and_no_class_is_named_for_nothing() -> None:
    """No module is a drawer for what has no place, and no class a role that says nothing."""
    parts = {part for name in MODULES for part in name.removesuffix(".py").split("/")}
    classes = [
        node.name for tree in TREES.values() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)
    ]
    assert parts & NO_IDEA == set()
    assert [name for name in classes if name.endswith(NO_NOUN)] == []


def test_no_name_is_vague() -> None:
    """No module, class or function is named by a word that does not say what it is or returns."""
    named = {(name, part) for name in MODULES for part in name.removesuffix(".py").split("/")}
    named |= {
        (name, node.name.strip("_").lower())
        for name, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, Function | ast.ClassDef)
    }
    assert sorted(pair for pair in named if pair[1] in VAGUE) == []


def test_a_folder_is_taken_in_at_one_look() -> None:
    """No folder of the program or of its tests shows more than sixteen entries, catalogues apart."""
    files = [path.relative_to(ROOT) for part in ("dilemma", "tests") for path in (ROOT / part).rglob("*")]
    entries = Counter(
        path.parent.as_posix()
        for path in files
        if "__pycache__" not in path.parts and "data" not in path.parts and path.name != MARKER
    )
    crowded = {folder: count for folder, count in entries.items() if count > MOST_ENTRIES}
    assert crowded.keys() <= CATALOGUES | EXAMPLES, crowded


def test_what_is_exported_says_what_it_does() -> None:
    """Every function and class that others may import has a docstring."""
    silent = [
        f"{name}: {node.name}"
        for name, tree in TREES.items()
        for node in tree.body
        if isinstance(node, Function | ast.ClassDef) and node.name in exported(tree)
        if ast.get_docstring(node) is None and not is_overload(node)
    ]
    assert silent == []


def is_overload(node: ast.AST) -> bool:
    """Return whether a function is one of the signatures of an overloaded one, which holds the docstring."""
    names = [
        decorator.id for decorator in getattr(node, "decorator_list", ()) if isinstance(decorator, ast.Name)
    ]
    return "overload" in names


OTHER_WORDS: Mapping[str, tuple[str, ...]] = {
    "care": ("frameworks/framework.py",),  # a family
    "contractualist": ("frameworks/framework.py",),  # a family
    "virtue": ("",),  # a family, and a kind of thing that a file holds
}
"""Ids of theories that are also other words, and the start of the modules where they are."""


def test_a_theory_is_told_of_in_its_own_file() -> None:
    """No module outside the catalogue names a theory by its id: what one says stands in its file."""
    ids = {theory.about.id for theory in CATALOGUE}
    named = [
        f"{module}:{node.lineno}: {node.value}"
        for module, tree in TREES.items()
        if not module.startswith("frameworks/catalogue/")
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and node.value in ids
        if not module.startswith(OTHER_WORDS.get(str(node.value), ("nowhere",)))
    ]
    assert named == []
