"""The page's scripts run in this process, on the page's own data."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pytest

__all__ = ["engine", "movable", "page"]

ASSETS = "dilemma.reports.page.assets"
SCRIPTS = ("figures.js", "verdicts.js", "tell.js", "state.js", "views.js", "credences.js")


def engine() -> Any:
    """Return an engine that knows what the page knows but its own document."""
    quickjs = pytest.importorskip("quickjs", reason="quickjs is not installed: the page's words are untested")
    found = quickjs.Context()
    found.eval(files("dilemma.graph").joinpath("interpreter.js").read_text("utf-8"))
    found.eval(files(ASSETS).joinpath("vendor/js-yaml.min.js").read_text("utf-8"))
    for name in SCRIPTS:
        found.eval(files(ASSETS).joinpath(f"scripts/{name}").read_text("utf-8"))
    return found


def page(data: dict[str, Any], tells: str) -> Callable[[str, dict[str, float]], Any]:
    """Return what an expression over `model`, `view` and `values` comes to in a view, some inputs set."""
    found = engine()
    found.eval(f"const model = unpacked({json.dumps(data)}), graph = decoded(model.graph)")
    found.eval("const tell = telling(model.words)")
    say = found.eval(
        f"""(id, text) => {{
          const turned = JSON.parse(text), view = model.views.find(one => one.id === id);
          const values = workedOut(graph, (a, i) => turned[a] ?? view.set[a] ?? model.best[i]);
          return JSON.stringify({tells});
        }}"""
    )
    return lambda id, turned: json.loads(say(id, json.dumps(turned)))


def movable(data: dict[str, Any]) -> list[tuple[str, list[float]]]:
    """Return the address and the domain of each number that can be moved on the page."""
    numbers, inputs = data["numbers"], data["graph"]["inputs"]
    return [(inputs[at], domain) for at, domain in zip(numbers["at"], numbers.get("domain", ()), strict=True)]
