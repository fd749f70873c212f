"""Reads back the output of `dilemma weigh --json`: options, and what each framework said of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import isfinite
from typing import Any, NamedTuple

from dilemma.errors import InvalidScenario
from dilemma.scenario.phrases import any_of, called
from dilemma.scenario.problem import Path, Problem
from dilemma.scenario.syntax.characters import refused_character
from dilemma.scenario.syntax.reader import tree_of
from dilemma.scenario.validation.findings import findings_of
from dilemma.scenario.validation.rules import FEWEST_OPTIONS

__all__ = ["SCHEMA", "Placed", "Said", "Weighed", "weighed_of"]

SCHEMA = "dilemma.weigh/1"

KINDS: Mapping[str, type] = {"text": str, "a map": dict, "a list": list, "true or false": bool}

SAID = {
    "id": "text",
    "name": "text",
    "family": "text",
    "applicable": "true or false",
    "options": "a map",
}

GIVES = ("cardinal", "order", "tiers")
STANDINGS = ("comprehensive", "constraint", "decision rule")
STATUSES = ("best", "not best", "forbidden", "permitted", "required", "supererogatory")


class Placed(NamedTuple):
    """One framework's answer on one option."""

    status: str
    permissible: bool
    rank: int
    score: float


class Said(NamedTuple):
    """One framework's verdict; `because` is what it lacked where it did not apply."""

    id: str
    name: str
    family: str
    gives: str
    standing: str
    because: str | None
    options: Mapping[str, Placed]


class Weighed(NamedTuple):
    """A weighing that was printed; `options` maps ids to names."""

    id: str
    label: str
    title: str
    question: str
    command: str
    options: Mapping[str, str]
    frameworks: tuple[Said, ...]


def weighed_of(data: Mapping[str, Any], text: str, label: str) -> Weighed:
    """Return the weighing that data states; raise InvalidScenario where it cannot have been printed by us."""
    problems = tuple(record_problems(data))
    if problems:
        raise InvalidScenario(findings_of(problems, tree_of(text).places, text, label))
    scenario = data["scenario"]
    return Weighed(
        scenario["id"],
        label,
        scenario["title"],
        scenario["question"],
        data["settings"]["command"],
        {option["id"]: option["name"] for option in data["options"]},
        tuple(said_of(row) for row in data["frameworks"]),
    )


def said_of(row: Mapping[str, Any]) -> Said:
    """Return what one framework said."""
    placed = {
        id: Placed(o["status"], o["permissible"], int(o["rank"]), float(o["score"]))
        for id, o in row["options"].items()
    }
    because = None if row["applicable"] else row["because"] or "it did not apply"
    return Said(row["id"], row["name"], row["family"], row["gives"], row["standing"], because, placed)


def record_problems(data: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield what no output of ours would have."""
    yield from wrong(data, ("scenario", "id"), "text")
    yield from wrong(data, ("scenario", "title"), "text")
    yield from wrong(data, ("scenario", "question"), "text")
    yield from wrong(data, ("settings", "command"), "text")
    found = [*wrong(data, ("options",), "a list"), *wrong(data, ("frameworks",), "a list")]
    yield from found
    if found:
        return
    for place in range(len(data["options"])):
        for key in ("id", "name"):
            found += wrong(data, ("options", place, key), "text")
    yield from found
    if not found:
        ids = [option["id"] for option in data["options"]]
        if len(set(ids)) < max(FEWEST_OPTIONS, len(ids)):
            yield Problem(("options",), "too-few", "should be two options or more, each once", "key")
        for place in range(len(data["frameworks"])):
            yield from said_problems(data, ("frameworks", place), ids)
        names = [row.get("id") for row in data["frameworks"] if isinstance(row, Mapping)]
        if len(set(map(str, names))) < len(names):
            yield Problem(("frameworks",), "repeated-id", "a framework is there twice", "key")


def said_problems(data: Mapping[str, Any], path: Path, ids: list[str]) -> Iterator[Problem]:
    """Yield what is wrong with one framework's part."""
    found = [problem for key, due in SAID.items() for problem in wrong(data, (*path, key), due)]
    found += [*wrong_word(data, (*path, "gives"), GIVES), *wrong_word(data, (*path, "standing"), STANDINGS)]
    yield from found
    if found:
        return
    row = at(data, path)
    if row["applicable"] and set(row["options"]) != set(ids):
        yield Problem((*path, "options"), "missing", "should say something of every option, once", "key")
        return
    for id in row["options"]:
        yield from wrong_word(data, (*path, "options", id, "status"), STATUSES)
        yield from wrong(data, (*path, "options", id, "permissible"), "true or false")
        for key in ("rank", "score"):
            yield from not_a_number(data, (*path, "options", id, key))


def at(data: Any, path: Path) -> Any:
    """Return what stands at a path, None where nothing does."""
    for step in path:
        if isinstance(data, Mapping):
            data = data.get(str(step))
        else:
            data = data[step] if isinstance(data, list) and isinstance(step, int) else None
    return data


def wrong(data: Any, path: Path, due: str) -> Iterator[Problem]:
    """Yield a problem where no value of the kind that is due stands."""
    value = at(data, path)
    if not isinstance(value, KINDS[due]):
        yield Problem(path, "type", f"should be {due}, not {called(value)}")
    elif isinstance(value, str) and (hidden := refused_character(value)):
        yield Problem(path, "character", f"the character {hidden} is refused: it cannot be seen")


def wrong_word(data: Any, path: Path, words: tuple[str, ...]) -> Iterator[Problem]:
    """Yield a problem where none of the words stands."""
    value = at(data, path)
    if value not in words:
        yield Problem(path, "choice", f"should be {any_of(words)}, not {called(value)}")


def not_a_number(data: Any, path: Path) -> Iterator[Problem]:
    """Yield a problem where no number stands."""
    value = at(data, path)
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        yield Problem(path, "not-a-number", f"should be a number, not {called(value)}")
