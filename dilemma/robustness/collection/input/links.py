"""Views in a list of links, a line each, as the page's "Copy link" gives them; a name may stand before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import unquote

from dilemma.errors import Finding
from dilemma.robustness.collection.input.reading import Reading, finding_at, with_reasons
from dilemma.scenario.numbers import parse_number
from dilemma.scenario.problem import Path
from dilemma.scenario.validation.suggestions import allowed_names, suggestions
from dilemma.scenario.views.checks import FORMAT, ViewChecker
from dilemma.scenario.views.person_view import PersonView

__all__ = ["is_list_of_links", "views_in_links"]

WORD: Final = re.compile(r"\S+")
BETWEEN: Final = " \t:,;-–—\"'"
REASON: Final = "because."
CREDENCE: Final = "credences."
DILEMMA: Final = "page"  # in a link of the studio: the dilemma that the view is of
MOST_WORDS: Final = 1_000  # `key=value` in a link


def link_in(line: str) -> re.Match[str] | None:
    """Return the first word of a line that is a link; None if there is none."""
    return next((word for word in WORD.finditer(line) if is_link(word[0])), None)


def is_link(word: str) -> bool:
    """Return whether a word is an address on the web or of a file, or what stands after `#` in one."""
    before, sign, fragment = word.partition("#")
    if before.startswith(("http://", "https://", "file://")):
        return True
    return bool(sign) and (before.endswith((".html", ".htm")) if before else "=" in fragment)


def is_list_of_links(text: str) -> bool:
    """Return whether the first line of a text that is not blank holds a link."""
    first = next((line for line in lines_in(text) if line.strip()), "")
    return link_in(first) is not None


def views_in_links(text: str, label: str, checker: ViewChecker) -> Reading:
    """Return the view in each line of a text; a line with a fault is left out, with a finding at each."""
    reading = Reading()
    for number, line in enumerate(lines_in(text), 1):
        if line.strip():
            found = view_in(line, number, label, checker)
            if isinstance(found, PersonView):
                reading += Reading((found,))
            else:
                reading += Reading((), 1, tuple(found))
    return reading


def lines_in(text: str) -> list[str]:
    """Return the lines of a text as editors count them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def view_in(line: str, number: int, label: str, checker: ViewChecker) -> PersonView | list[Finding]:
    """Return the view in a line, or a finding for each of its faults."""
    link = link_in(line)
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
    keys: set[str] = set()
    if fragment.count("&") >= MOST_WORDS:
        return [finding_at(label, number, start + 1, "values", "", f"more than {MOST_WORDS:,} settings")]
    twice: list[Finding] = []
    for key, value, column in words_of(fragment, start):
        if key in keys:
            twice.append(finding_at(label, number, column, "duplicate-key", key, "this is stated before"))
        keys.add(key)
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
    data |= {"set": with_reasons(settings, reasons), "credences": credences}
    checked = checker.checked_data(data, f"{label} line {number}")
    if checked.view is not None and not twice:
        return checked.view
    hints = dict(suggestions(checked.problems))
    return twice + [
        finding_at(
            label,
            number,
            next((at for path, at in places.items() if path == problem.path[: len(path)]), start + 1),
            problem.code,
            str(problem.path[1]) if len(problem.path) > 1 else str(problem.path[0]),
            problem.message + ("" if problem in hints else allowed_names(problem)),
            hints.get(problem),
        )
        for problem in checked.problems
    ]


def words_of(fragment: str, start: int) -> Iterator[tuple[str, str, int]]:
    """Yield the key, the value and the column of each `key=value` of a link's fragment."""
    column = start + 1
    for word in fragment.split("&"):
        key, sign, value = word.partition("=")
        if sign and key != DILEMMA:
            yield unquote(key), unquote(value), column
        column += len(word) + 1
