"""Flags and arguments that several commands share, and the parsing of their values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Annotated

import typer

from dilemma.cli.completion import complete_frameworks, complete_scenarios
from dilemma.errors import BadSetting

__all__ = [
    "Belief",
    "Color",
    "ColorMode",
    "Credence",
    "Discount",
    "Even",
    "Excel",
    "Exchange",
    "Format",
    "Frameworks",
    "Full",
    "Json",
    "JsonAlone",
    "Medium",
    "NoPager",
    "OffPanel",
    "OutputFormat",
    "Paper",
    "Perspectives",
    "Scenario",
    "Scenarios",
    "Setting",
    "Views",
    "Weight",
    "form_among",
    "fraction",
    "number",
    "number_pairs",
    "pairs",
    "parse_credences",
    "require_csv",
    "require_one_form",
    "split_list",
]


class OutputFormat(StrEnum):
    """Formats of a result."""

    TABLE = "table"
    JSON = "json"
    NDJSON = "ndjson"
    CSV = "csv"
    MD = "md"


class ColorMode(StrEnum):
    """Use of colour: on a terminal only, always, or never."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


Scenario = Annotated[
    str,
    typer.Argument(
        metavar="SCENARIO",
        help="A file, a shipped name, or - for stdin.",
        autocompletion=complete_scenarios,
    ),
]
Scenarios = Annotated[
    list[str],
    typer.Argument(
        metavar="SCENARIO",
        help="A file, a directory, a shipped name, or - for stdin.",
        autocompletion=complete_scenarios,
    ),
]
Weight = Annotated[
    list[str],
    typer.Option(
        "-w",
        "--weight",
        metavar="ID=X",
        help="Weight of a party, duty or virtue, by id or name. Repeat, or a=1,b=2.",
    ),
]
Belief = Annotated[
    list[str],
    typer.Option(
        "-b", "--belief", metavar="ID=P", help="Probability of a belief, by id or name: 0.8, 80% or 4/5."
    ),
]
Setting = Annotated[
    list[str],
    typer.Option(
        "-s",
        "--set",
        metavar="ADDRESS=VALUE",
        help="Any value in the file, by its address; `dilemma dials` lists those of numbers.",
    ),
]
Exchange = Annotated[
    str | None,
    typer.Option(metavar="X", help="Expected value that weighs as much as violating a duty of weight 1."),
]
Discount = Annotated[
    str | None, typer.Option(metavar="R", help="Yearly discount rate, from 0 to 1: 0.03 or 3%.")
]
Perspectives = Annotated[
    list[str],
    typer.Option(
        "--as", metavar="PERSPECTIVE", help="See it as a perspective of the file does, by id or name."
    ),
]
Paper = Annotated[
    str, typer.Option("--paper", metavar="a4|letter", help="With docx, pdf: the paper it is laid out for.")
]
Views = Annotated[
    list[str],
    typer.Option("--view", metavar="FILE", help="See it as a view file does, such as one saved on the page."),
]
Frameworks = Annotated[
    list[str],
    typer.Option(
        "-f",
        "--framework",
        metavar="F",
        help="Only these theories, by id or name. Repeat, or a,b.",
        autocompletion=complete_frameworks,
    ),
]
Credence = Annotated[
    list[str],
    typer.Option(
        "-c",
        "--credence",
        metavar="THEORY=X",
        help="How likely it is right: 0.4, 40% or 2/5. The rest get none.",
    ),
]
Even = Annotated[bool, typer.Option("--even", help="The same credence for every theory that applies.")]
Format = Annotated[OutputFormat, typer.Option("--format", help="How to write the result.")]
MEDIA = ("table", "md", "json", "csv")
Medium = Annotated[str, typer.Option("--format", metavar="|".join(MEDIA), help="How to write it.")]
Json = Annotated[bool, typer.Option("--json", help="The same as --format json.")]
JsonAlone = Annotated[bool, typer.Option("--json", help="Write it as JSON.")]
"""The flag --json of a command that has no other format than the table."""

Excel = Annotated[
    bool, typer.Option("--excel", help="With csv: mark it as UTF-8, so that Excel reads every letter right.")
]
Full = Annotated[bool, typer.Option("--full", help="Tell everything; on a terminal through your pager.")]
OffPanel = Annotated[bool, typer.Option("--all", help="Also theories off the file's panel.")]
NoPager = Annotated[bool, typer.Option("--no-pager", help="Write --full as it is, not through PAGER.")]
Color = Annotated[ColorMode, typer.Option(help="When to colour the table.")]

BETWEEN_PAIRS = re.compile(r",(?=[^,=]+=)")  # a comma before another NAME=, not one inside a value
A_NUMBER_PAIR = re.compile(r"(?P<name>[^=]*)=(?P<number>[^,=]*(?:,\d+(?=,|$))?)(?:,|$)")
"""NAME=NUMBER and the comma after it. The name may hold commas; so may the number, which is then refused."""


def require_one_form(format_: str, json: bool) -> None:
    """Raise BadSetting if --json and --format name different formats."""
    if json and format_ not in (OutputFormat.TABLE, OutputFormat.JSON):
        raise BadSetting(f"--json and --format {format_}: choose one")


def require_csv(excel: bool, form: str) -> None:
    """Raise BadSetting if --excel is given with another format than CSV."""
    if excel and form != OutputFormat.CSV:
        raise BadSetting("--excel goes with --format csv")


def form_among(format_: str, json: bool, forms: Sequence[str] = MEDIA) -> str:
    """Return the format that --format or --json names.

    Raises BadSetting if it is not one of `forms`, or if the two flags name different formats.
    """
    require_one_form(format_, json)
    if format_ not in forms:
        raise BadSetting(f"--format {format_}: write {', '.join(forms[:-1])} or {forms[-1]}")
    return OutputFormat.JSON if json else format_


def split_list(values: Iterable[str], is_name: Callable[[str], bool] = lambda _: False) -> list[str]:
    """Return the items of repeated flags and comma-separated lists, in order.

    A value that holds a comma and is itself a name is not split.
    """
    return [
        item.strip()
        for value in values
        for item in ([value] if "," in value and is_name(value) else value.split(","))
        if item.strip()
    ]


def pairs(flag: str, values: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield name and value of each NAME=VALUE of a repeated flag; raise BadSetting where "=" is missing."""
    for value in values:
        for item in BETWEEN_PAIRS.split(value):
            name, sign, text = item.partition("=")
            if not sign or not name.strip():
                raise BadSetting(f"{flag} {item}: write it as NAME=VALUE")
            yield name.strip(), text.strip()


def number_pairs(flag: str, values: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield name and number of each NAME=NUMBER of a repeated flag, as text; a name may hold commas.

    Raises BadSetting where "=" is missing.
    """
    for value in values:
        start = 0
        while start < len(value) or not value:
            found = A_NUMBER_PAIR.match(value, start)
            if not found or not found["name"].strip():
                raise BadSetting(f"{flag} {value[start:]}: write it as NAME=VALUE")
            yield found["name"].strip(), found["number"].strip()
            start = found.end()


def number(flag: str, text: str) -> float:
    """Return the number in the text of a flag: as in a scenario file, or such as 80% or 1/3.

    Raises BadSetting if it is not a number.
    """
    from dilemma.scenario import parse_number
    from dilemma.scenario.numbers.typed import number_advice

    value = parse_number(text)
    if value is None:
        value = fraction(text)
    if value is None:
        raise BadSetting(f"{flag}: '{text}' is not a number{number_advice(text)}")
    return value


def fraction(text: str) -> float | None:
    """Return the number in a text such as 80% or 1/3; None for any other text."""
    if "/" not in text and "%" not in text:
        return None
    from dilemma.scenario.numbers.fractions import parse_credence

    value = parse_credence(text.removeprefix("-"))
    if value is None:
        return None
    return -float(value) if text.startswith("-") else float(value)


def parse_credences(values: Iterable[str]) -> dict[str, str]:
    """Return the credence of each theory, as text; raise BadSetting if a theory is named twice."""
    credences: dict[str, str] = {}
    for theory, text in number_pairs("--credence", values):
        if theory in credences:
            raise BadSetting(f"--credence {theory}: given twice")
        credences[theory] = text
    return credences
