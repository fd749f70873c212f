"""Flags that several commands share, spelled once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Annotated

import typer

from dilemma.cli.completion import frameworks_begun, scenarios_begun
from dilemma.errors import BadSetting

__all__ = [
    "Belief",
    "Color",
    "ColorMode",
    "Credence",
    "Discount",
    "Even",
    "Exchange",
    "Format",
    "Frameworks",
    "Json",
    "JsonAlone",
    "Medium",
    "OutputFormat",
    "Perspectives",
    "Scenario",
    "Scenarios",
    "Setting",
    "Weight",
    "credences_given",
    "form_among",
    "number",
    "pairs",
    "require_one_form",
    "split_list",
]


class OutputFormat(StrEnum):
    """How a result is written."""

    TABLE = "table"
    JSON = "json"
    NDJSON = "ndjson"
    CSV = "csv"
    MD = "md"


class ColorMode(StrEnum):
    """When to colour: on a terminal, always, or never."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


Scenario = Annotated[
    str,
    typer.Argument(
        metavar="SCENARIO",
        help="A file, a shipped name, or - for stdin.",
        autocompletion=scenarios_begun,
    ),
]
Scenarios = Annotated[
    list[str],
    typer.Argument(
        metavar="SCENARIO",
        help="A file, a directory, a shipped name, or - for stdin.",
        autocompletion=scenarios_begun,
    ),
]
Weight = Annotated[
    list[str],
    typer.Option(
        "-w", "--weight", metavar="ID=X", help="Weight of a party, duty or virtue. Repeat, or a=1,b=2."
    ),
]
Belief = Annotated[
    list[str], typer.Option("-b", "--belief", metavar="ID=P", help="Probability of a belief, 0 to 1.")
]
Setting = Annotated[
    list[str],
    typer.Option("-s", "--set", metavar="ADDRESS=VALUE", help="Any value in the file, by its address."),
]
Exchange = Annotated[
    str | None,
    typer.Option(
        metavar="X", help="Expected value that weighs as much as infringing a weight-1 duty outright."
    ),
]
Discount = Annotated[str | None, typer.Option(metavar="R", help="Yearly discount rate, 0 to 1.")]
Perspectives = Annotated[
    list[str], typer.Option("--as", metavar="PERSPECTIVE", help="See it as a perspective of the file does.")
]
Frameworks = Annotated[
    list[str],
    typer.Option(
        "-f",
        "--framework",
        metavar="F",
        help="Only these frameworks. Repeat, or a,b.",
        autocompletion=frameworks_begun,
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
"""Of a command that has no other formats."""

Color = Annotated[ColorMode, typer.Option(help="When to colour the table.")]

BETWEEN_PAIRS = re.compile(r",(?=[^,=]+=)")  # a comma that begins another name, not one inside a value


def require_one_form(format_: str, json: bool) -> None:
    """Raise BadSetting where --json and --format ask for two forms."""
    if json and format_ not in (OutputFormat.TABLE, OutputFormat.JSON):
        raise BadSetting(f"--json and --format {format_}: choose one")


def form_among(format_: str, json: bool, forms: Sequence[str] = MEDIA) -> str:
    """Return the form asked for, one of a few; BadSetting where it is none of them, or two are asked for."""
    require_one_form(format_, json)
    if format_ not in forms:
        raise BadSetting(f"--format {format_}: write {', '.join(forms[:-1])} or {forms[-1]}")
    return OutputFormat.JSON if json else format_


def split_list(values: Iterable[str]) -> list[str]:
    """Return the items of repeated flags and comma lists, in order."""
    return [item.strip() for value in values for item in value.split(",") if item.strip()]


def pairs(flag: str, values: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each NAME=VALUE of a repeated flag; BadSetting where the sign is missing."""
    for value in values:
        for item in BETWEEN_PAIRS.split(value):
            name, sign, text = item.partition("=")
            if not sign or not name.strip():
                raise BadSetting(f"{flag} {item}: write it as NAME=VALUE")
            yield name.strip(), text.strip()


def number(flag: str, text: str) -> float:
    """Return the number a flag gives, in the grammar of the file; BadSetting where it is none."""
    from dilemma.scenario import parse_number
    from dilemma.scenario.phrases import in_decimals

    value = parse_number(text)
    if value is None:
        raise BadSetting(f"{flag}: '{text}' is not a number{in_decimals(text)}")
    return value


def credences_given(given: Iterable[str]) -> dict[str, str]:
    """Return the credence given for each theory; BadSetting where one is given twice."""
    credences: dict[str, str] = {}
    for theory, text in pairs("--credence", given):
        if theory in credences:
            raise BadSetting(f"--credence {theory}: given twice")
        credences[theory] = text
    return credences
