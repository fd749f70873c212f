"""Reader of the output of `dilemma weigh --json`: options, and the verdict of each framework."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from dilemma.errors import InvalidScenario
from dilemma.scenario.phrases import any_of, describe, figure
from dilemma.scenario.problem import Path, Problem
from dilemma.scenario.syntax.characters import refused_character
from dilemma.scenario.syntax.reader import tree_of
from dilemma.scenario.validation.findings import findings_of
from dilemma.scenario.validation.rules import FEWEST_OPTIONS

__all__ = ["SCHEMA", "PrintedAnswer", "PrintedVerdict", "PrintedWeighing", "weighing_of_data"]

SCHEMA = "dilemma.weigh/1"

MOST_SCORE: Final = 1e150  # in size: squares of it, and sums of these, are numbers

KINDS: Mapping[str, type] = {"text": str, "a map": dict, "a list": list, "true or false": bool}

VERDICT_KEYS = {
    "id": "text",
    "name": "text",
    "family": "text",
    "applicable": "true or false",
    "options": "a map",
}

GIVES = ("cardinal", "order", "tiers")
STANDINGS = ("comprehensive", "constraint", "decision rule")
STATUSES = ("best", "not best", "forbidden", "permitted", "required", "supererogatory")


class PrintedAnswer(NamedTuple):
    """One framework's answer on one option, from printed output."""

    status: str
    permissible: bool
    rank: int
    score: float


class PrintedVerdict(NamedTuple):
    """One framework's printed verdict; `because` is the reason if it did not apply, else None."""

    id: str
    name: str
    family: str
    gives: str
    standing: str
    because: str | None
    options: Mapping[str, PrintedAnswer]


class PrintedWeighing(NamedTuple):
    """A weighing from printed output; `options` maps ids to names, `digest` is the SHA-256 of its file."""

    id: str
    label: str
    title: str
    question: str
    command: str
    options: Mapping[str, str]
    frameworks: tuple[PrintedVerdict, ...]
    digest: str | None = None


def weighing_of_data(data: Mapping[str, Any], text: str, label: str) -> PrintedWeighing:
    """Return the weighing in printed data; raise InvalidScenario if it is not valid output of `weigh`."""
    problems = tuple(record_problems(data))
    if problems:
        raise InvalidScenario(findings_of(problems, tree_of(text).places, text, label))
    scenario = data["scenario"]
    return PrintedWeighing(
        scenario["id"],
        label,
        scenario["title"],
        scenario["question"],
        data["settings"]["command"],
        {option["id"]: option["name"] for option in data["options"]},
        tuple(printed_verdict(row) for row in data["frameworks"]),
    )


def printed_verdict(row: Mapping[str, Any]) -> PrintedVerdict:
    """Return one framework's verdict from its printed row."""
    answers = {
        id: PrintedAnswer(o["status"], o["permissible"], int(o["rank"]), float(o["score"]))
        for id, o in row["options"].items()
    }
    because = None if row["applicable"] else row.get("because") or "it did not apply"
    return PrintedVerdict(
        row["id"], row["name"], row["family"], row["gives"], row["standing"], because, answers
    )


def record_problems(data: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield the problems of printed data: where it differs from output of `weigh`."""
    yield from kind_problems(data, ("scenario", "id"), "text")
    yield from kind_problems(data, ("scenario", "title"), "text")
    yield from kind_problems(data, ("scenario", "question"), "text")
    yield from kind_problems(data, ("settings", "command"), "text")
    found = [*kind_problems(data, ("options",), "a list"), *kind_problems(data, ("frameworks",), "a list")]
    yield from found
    if found:
        return
    for place in range(len(data["options"])):
        for key in ("id", "name"):
            found += kind_problems(data, ("options", place, key), "text")
    yield from found
    if not found:
        ids = [option["id"] for option in data["options"]]
        if len(set(ids)) < max(FEWEST_OPTIONS, len(ids)):
            yield Problem(("options",), "too-few", "should be two options or more, each once", "key")
        for place in range(len(data["frameworks"])):
            yield from verdict_problems(data, ("frameworks", place), ids)
        names = [row.get("id") for row in data["frameworks"] if isinstance(row, Mapping)]
        if len(set(map(str, names))) < len(names):
            yield Problem(("frameworks",), "repeated-id", "a framework is there twice", "key")


def verdict_problems(data: Mapping[str, Any], path: Path, ids: list[str]) -> Iterator[Problem]:
    """Yield the problems of one framework's row."""
    found = [
        problem for key, due in VERDICT_KEYS.items() for problem in kind_problems(data, (*path, key), due)
    ]
    found += [
        *choice_problems(data, (*path, "gives"), GIVES),
        *choice_problems(data, (*path, "standing"), STANDINGS),
    ]
    yield from found
    if found:
        return
    row = value_at(data, path)
    if row["applicable"] and set(row["options"]) != set(ids):
        yield Problem((*path, "options"), "missing", "should say something of every option, once", "key")
        return
    for id in row["options"]:
        yield from choice_problems(data, (*path, "options", id, "status"), STATUSES)
        yield from kind_problems(data, (*path, "options", id, "permissible"), "true or false")
        yield from number_problems(data, (*path, "options", id, "rank"), 1, len(ids))
        yield from number_problems(data, (*path, "options", id, "score"), -MOST_SCORE, MOST_SCORE)


def value_at(data: Any, path: Path) -> Any:
    """Return the value at a path, or None if there is none."""
    for step in path:
        if isinstance(data, Mapping):
            data = data.get(str(step))
        else:
            data = data[step] if isinstance(data, list) and isinstance(step, int) else None
    return data


def kind_problems(data: Any, path: Path, due: str) -> Iterator[Problem]:
    """Yield a problem if the value at a path is not of the kind required."""
    value = value_at(data, path)
    if not isinstance(value, KINDS[due]):
        yield Problem(path, "type", f"should be {due}, not {describe(value)}")
    elif isinstance(value, str) and (hidden := refused_character(value)):
        yield Problem(path, "character", f"the character {hidden} is refused: it cannot be seen")


def choice_problems(data: Any, path: Path, words: tuple[str, ...]) -> Iterator[Problem]:
    """Yield a problem if the value at a path is not one of the words."""
    value = value_at(data, path)
    if value not in words:
        yield Problem(path, "choice", f"should be {any_of(words)}, not {describe(value)}")


def number_problems(data: Any, path: Path, least: float, most: float) -> Iterator[Problem]:
    """Yield a problem if the value at a path is not a number within limits."""
    value = value_at(data, path)
    if isinstance(value, bool) or not isinstance(value, int | float):
        yield Problem(path, "not-a-number", f"should be a number, not {describe(value)}")
    elif not least <= value <= most:
        yield Problem(path, "out-of-range", f"should be from {figure(least)} to {figure(most)}")
