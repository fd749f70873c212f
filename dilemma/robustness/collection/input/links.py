"""Views in a list of links, a line each, as the page's "Copy link" gives them; a name may stand before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import unquote

from dilemma.errors import Finding
from dilemma.robustness.collection.input.reading import Reading, finding_at
from dilemma.scenario.numbers import parse_number
from dilemma.scenario.problem import Path
from dilemma.scenario.syntax.characters import lines_of
from dilemma.scenario.views.checks import FORMAT, ViewChecker
from dilemma.scenario.views.person_view import PersonView

__all__ = ["is_list_of_links", "views_in_links"]

LINK: Final = re.compile(r"(?:https?|file)://\S+|\S+\.html?#\S*|#\S*=\S*")
BETWEEN: Final = " \t:,;-–—\"'"
REASON: Final = "because."
CREDENCE: Final = "credences."


def is_list_of_links(text: str) -> bool:
    """Return whether the first line of a text that is not blank holds a link."""
    first = next((line for line in lines_of(text) if line.strip()), "")
    return bool(LINK.search(first))


def views_in_links(text: str, label: str, checker: ViewChecker) -> Reading:
    """Return the view in each line of a text; a line with a fault is left out, with a finding at each."""
    reading = Reading()
    for number, line in enumerate(lines_of(text), 1):
        if line.strip():
            found = view_in(line, number, label, checker)
            if isinstance(found, PersonView):
                reading += Reading((found,))
            else:
                reading += Reading((), 1, tuple(found))
    return reading


def view_in(line: str, number: int, label: str, checker: ViewChecker) -> PersonView | list[Finding]:
    """Return the view in a line, or a finding for each of its faults."""
    link = LINK.search(line)
    if not link:
        return [finding_at(label, number, 1, "link", "", "no link in this line")]
    fragment = link[0].partition("#")[2]
    start = link.start() + len(link[0]) - len(fragment)
    data: dict[str, Any] = {"view": FORMAT, "of": checker.document.id}
    name = line[: link.start()].strip(BETWEEN)
    if name:
        data["name"] = name
    settings: dict[str, Any] = {}
    credences: dict[str, Any] = {}
    reasons: dict[str, str] = {}
    places: dict[Path, int] = {}
    for key, value, column in words_of(fragment, start):
        number_of = parse_number(value)
        stated: Any = value if number_of is None else number_of
        if key == "as":
            data["as"] = value
            places["as",] = column
        elif key.startswith(REASON):
            reasons[key.removeprefix(REASON)] = value
        elif key.startswith(CREDENCE):
            credences[key.removeprefix(CREDENCE)] = stated
            places["credences", key.removeprefix(CREDENCE)] = column
        else:
            settings[key] = stated
            places["set", key] = column
    for address, because in reasons.items():
        if address in settings:
            settings[address] = {"value": settings[address], "because": because}
    checked = checker.checked_data(
        {**data, "set": settings, "credences": credences}, f"{label} line {number}"
    )
    if checked.view is not None:
        return checked.view
    return [
        finding_at(
            label,
            number,
            next((at for path, at in places.items() if path == problem.path[: len(path)]), start + 1),
            problem.code,
            str(problem.path[1]) if len(problem.path) > 1 else str(problem.path[0]),
            problem.message,
        )
        for problem in checked.problems
    ]


def words_of(fragment: str, start: int) -> Iterator[tuple[str, str, int]]:
    """Yield the key, the value and the column of each `key=value` of a link's fragment."""
    column = start + 1
    for word in fragment.split("&"):
        key, sign, value = word.partition("=")
        if sign:
            yield unquote(key), unquote(value), column
        column += len(word) + 1
