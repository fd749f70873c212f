"""The pages of `import dilemma`: examples, and every public name with its signature and its docstring."""

from __future__ import annotations

import contextlib
import inspect
import io
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import dilemma
from dilemma.api.results.result import Result

from .markdown import cell, fence, page, section, table

__all__ = ["GROUPS", "library_pages"]

PLAIN = (bool, int, float, str)
"""Types whose values say all there is to say of a default."""

ABOUT = (
    "Everything that the package exports, a page for each group of functions with what they return. Names "
    "are loaded when first used, so `import dilemma` is cheap. Its types are part of it (`py.typed`). "
    "[Use it from Python](../../how-to/use-python.md) shows how."
)

EXAMPLES = Path(__file__).parents[1] / "examples" / "python"


class Names(NamedTuple):
    """A page of public names: its title, what it is about, and the names, functions first."""

    title: str
    about: str
    names: tuple[str, ...]


GROUPS: Mapping[str, Names] = {
    "scenarios": Names(
        "Scenarios in Python",
        "To load a scenario, list those that ship, and check one.",
        ("load", "library", "check", "Document", "Settings", "Findings", "Finding"),
    ),
    "verdicts": Names(
        "Verdicts in Python",
        "What each theory says, why, and by whose view.",
        (
            *("weigh", "explain", "compare", "report", "CATALOGUE"),
            *("Weighing", "Verdict", "Answer", "Explanations", "Comparison"),
        ),
    ),
    "robustness": Names(
        "Robustness in Python",
        "How firm verdicts are: which numbers turn them, and how often they hold.",
        ("cruxes", "choice_map", "stress", "dials", "Cruxes", "ChoiceMap", "StressTest", "Dials"),
    ),
    "disagreement": Names(
        "Disagreement in Python",
        "What follows when theories disagree, and how two scenarios or views differ.",
        ("reconcile", "load_verdicts", "diff", "Reconciliation", "Difference"),
    ),
    "people": Names(
        "Views of many people in Python",
        "To bring the views of a class or committee together.",
        ("collect", "rounds", "pool", "Collection", "Rounds", "PooledView"),
    ),
    "errors": Names(
        "Errors in Python",
        "What functions raise. A message names the argument that is wrong, and what would be right.",
        (
            *("DilemmaError", "InvalidScenario", "UnknownName", "BadSetting", "CannotRead", "CannotWrite"),
            *("ConditionFailed", "BrokenFramework", "TooLarge"),
        ),
    ),
}


def library_pages() -> Mapping[str, str]:
    """Return the pages by file name: the index of all names, and one for each group."""
    return {"index.md": index_page(), **{f"{id}.md": group_page(id, one) for id, one in GROUPS.items()}}


def index_page() -> str:
    """Return the page that lists every public name, with what it is."""
    parts = (
        section(f"[{one.title}]({id}.md)", one.about, names_table(one, id)) for id, one in GROUPS.items()
    )
    return page("Python library", ABOUT, *parts)


def names_table(group: Names, id: str) -> str:
    """Return the table of a group's names, each with a link to its section."""
    rows = (
        (f"[`{name}`]({id}.md#{name.lower()})", first_line(getattr(dilemma, name))) for name in group.names
    )
    return table(("name", "what it is"), rows)


def group_page(id: str, group: Names) -> str:
    """Return a group's page: an example with what it prints, then a section for each name."""
    code = (EXAMPLES / f"{id}.py").read_text("utf-8")
    example = section("Example", fence(code, "python"), "It prints:", fence(printed(code)))
    parts = (name_section(name, getattr(dilemma, name)) for name in group.names)
    return page(group.title, group.about, example, *parts)


@cache
def printed(code: str) -> str:
    """Return what a program prints, run at the root of the checkout."""
    out = io.StringIO()
    with contextlib.chdir(EXAMPLES.parents[2]), contextlib.redirect_stdout(out):
        exec(compile(code, "example", "exec"), {"__name__": "example"})
    return out.getvalue()


def name_section(name: str, thing: object) -> str:
    """Return what is said of one public name."""
    if not callable(thing):
        return section(name, value_told(thing))
    doc = inspect.getdoc(thing) or ""
    if not isinstance(thing, type):
        return section(name, fence(f"dilemma.{name}{signature(thing)}", "python"), paragraphs(doc))
    fields = [f"{field}: {kind}" for field, kind in fields_of(thing).items()]
    told = ("Fields:", fence("\n".join(fields), "python")) if fields else ()
    methods = [(f"`{method}`", first_line(getattr(thing, method))) for method in methods_of(thing)]
    rest = (table(("method", "what it returns"), methods),) if methods else ()
    return section(name, paragraphs(doc), *told, *rest)


def fields_of(kind: type) -> dict[str, str]:
    """Return the fields of a class and of the classes it extends, with their types as written."""
    found: dict[str, str] = {}
    for base in reversed(kind.__mro__):
        found |= vars(base).get("__annotations__", {}) if base.__module__.startswith("dilemma") else {}
    return {field: getattr(told, "__forward_arg__", str(told)) for field, told in found.items()}


def methods_of(kind: type) -> list[str]:
    """Return the ways in which a result shows itself; none for any other class."""
    return [name for name in vars(Result) if name.startswith("to_")] if issubclass(kind, Result) else []


def signature(function: Callable[..., object]) -> str:
    """Return a function's signature, a parameter a line."""
    found = inspect.signature(function)
    every = list(found.parameters.values())
    told = [parameter_told(one) for one in every]
    keyword = [place for place, one in enumerate(every) if one.kind is one.KEYWORD_ONLY]
    if keyword:
        told.insert(keyword[0], "*")
    return "(\n" + "".join(f"    {one},\n" for one in told) + f") -> {found.return_annotation}"


def parameter_told(parameter: inspect.Parameter) -> str:
    """Return a parameter with its type, and its default where that is a plain value."""
    stated = f"{parameter.name}: {parameter.annotation}"
    if parameter.default is parameter.empty:
        return stated
    plain = parameter.default is None or isinstance(parameter.default, PLAIN) or parameter.default == ()
    return f"{stated} = {parameter.default!r}" if plain else f"{stated} = ..."


def paragraphs(doc: str) -> str:
    """Return a docstring's paragraphs, each on one line."""
    return "\n\n".join(cell(part) for part in doc.split("\n\n"))


def first_line(thing: object) -> str:
    """Return the first sentence of a docstring; of a value, what kind it is."""
    return (inspect.getdoc(thing) or "").partition("\n\n")[0] if callable(thing) else value_told(thing)


def value_told(thing: object) -> str:
    """Return what a public value is."""
    return f"A {type(thing).__name__} of {len(thing)} entries." if isinstance(thing, tuple) else repr(thing)
