"""Kinds of input, told by the end of a file's name or, on standard input, by what it holds."""

from __future__ import annotations

import re
from typing import Final, Literal, TypeAlias

from dilemma.scenario.files import ScenarioFile
from dilemma.scenario.syntax.cells import WORKBOOKS
from dilemma.scenario.syntax.encoding import ZIPPED

__all__ = ["BALLOTS", "Kind", "kind_of"]

Kind: TypeAlias = Literal["tree", "text table", "workbook", "ballots", "xml"]
"""YAML or JSON, which may be a scenario; CSV; a workbook; ballots of PrefLib; XML."""

BALLOTS: Final = (".soc", ".soi", ".toc", ".toi", ".cat")
"""How the names of PrefLib's files of ballots end: strict or tied orders, complete or not; categories."""

SUFFIXES: Final[dict[str, Kind]] = {
    **dict.fromkeys((".yaml", ".yml", ".json"), "tree"),
    **dict.fromkeys((".csv", ".tsv"), "text table"),
    **dict.fromkeys(WORKBOOKS, "workbook"),
    **dict.fromkeys(BALLOTS, "ballots"),
    ".xml": "xml",
}

HEAD_OF_BALLOTS: Final = re.compile(r"#\s*(FILE NAME|TITLE|DATA TYPE|NUMBER (ALTERNATIVES|VOTERS))\s*:")
YAML_LINE: Final = re.compile(r"""\s*([#%{\[]|---|-\s|("[^"]*"|'[^']*'|[\w-]+)\s*:(\s|$))""")


def kind_of(file: ScenarioFile, raw: bytes) -> Kind:
    """Return the kind of a file by the end of its name, else by what it holds."""
    suffix = file.path.suffix.lower() if file.path is not None else ""
    return SUFFIXES.get(suffix) or kind_of_content(raw)


def kind_of_content(raw: bytes) -> Kind:
    """Return the kind of input without a name that tells it."""
    if raw.startswith(ZIPPED):
        return "workbook"
    text = raw[:4096].decode("utf-8-sig", "replace").lstrip()
    first = text.partition("\n")[0]
    if text.startswith("<"):
        return "xml"
    if HEAD_OF_BALLOTS.match(first):
        return "ballots"
    is_table = not YAML_LINE.match(first) and any(sign in first for sign in ",;\t")
    return "text table" if is_table else "tree"
