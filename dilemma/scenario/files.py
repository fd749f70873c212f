"""Lookup of scenario files by name: a path, a file in the working directory, or a shipped scenario."""

from __future__ import annotations

import sys
from collections import Counter
from functools import cache
from pathlib import Path
from typing import BinaryIO, NamedTuple

from dilemma.errors import BadSetting, CannotRead, Named, UnknownName
from dilemma.scenario.document import Document, read, source_of
from dilemma.scenario.sheets.packed import (
    MOST_WORKBOOK,
    is_sheet_folder,
    is_workbook,
    leads_out,
    packed_folder,
)
from dilemma.scenario.structure.shapes import Theories
from dilemma.scenario.syntax.cells import WORKBOOKS
from dilemma.scenario.syntax.encoding import MOST_BYTES, ZIPPED
from dilemma.scenario.syntax.writer import yaml_text

__all__ = [
    "ScenarioFile",
    "copy_of",
    "every_shipped",
    "existing",
    "find",
    "format_page",
    "links_out_of",
    "load_document",
    "modeline",
    "shipped",
    "shipped_file",
    "single",
    "starter",
    "told_link",
]

SUFFIXES = (".yaml", ".yml", ".json")

NEARBY = (".yaml", ".xlsx")
"""What may be left out at the end of the name of a file in the working directory."""

FILES = (*SUFFIXES, ".csv", ".tsv", *WORKBOOKS, ".xml", ".soc", ".soi", ".toc", ".toi", ".cat")
"""How names of files end that some command reads: one that is not there is a missing file."""

NO_SCENARIO = (".schema.json", ".view.yaml", ".view.yml", ".view.json")
"""How the names of files end that stand beside scenarios and are none: the schema for editors, and views."""

PACKAGE = Path(__file__).parents[1]

SHELVES = (PACKAGE / "scenarios", PACKAGE.parent / "scenarios")
"""Directories of shipped scenarios: inside an installed package, or beside it in a checkout."""


class ScenarioFile(NamedTuple):
    """A scenario file, not read yet: its id, its name in messages, its path (None: standard input).

    It may be a workbook, or a folder of sheets as CSV files.
    """

    id: str
    label: str
    path: Path | None

    def raw(self, most: int = MOST_BYTES) -> bytes:
        """Return its bytes, at most one more than `most`; raise CannotRead if it cannot be read.

        A workbook may be larger. The sheets of a folder are packed into one.
        """
        try:
            if self.path is None and sys.stdin is None:
                raise CannotRead("cannot read <stdin>: it is closed")
            if self.path is None:
                return bytes_of(sys.stdin.buffer, most)
            if self.path.is_dir():
                return packed_folder(self.path, self.label)
            with self.path.open("rb") as file:
                return bytes_of(file, most)
        except OSError as error:
            raise CannotRead(f"cannot read {self.label}: {error.strerror or error}") from error


def bytes_of(file: BinaryIO, most: int) -> bytes:
    """Return the bytes of an open file, at most one more than `most`, or than a workbook may have."""
    begun = file.read(most + 1)
    if begun.startswith(ZIPPED) and most < MOST_WORKBOOK:
        return begun + file.read(MOST_WORKBOOK - most)
    return begun


def find(name: str) -> tuple[ScenarioFile, ...]:
    """Return the scenario files that a name refers to: several if it is a directory of scenarios.

    A directory that holds `scenario.csv` is one scenario.
    Raises UnknownName if there is none, CannotRead if a directory cannot be listed, BadSetting if a name
    without its end may be that of two files.
    """
    if name == "-":
        return (ScenarioFile("stdin", "<stdin>", None),)
    here = existing(name)
    if here is not None and is_sheet_folder(here):
        return (ScenarioFile(here.resolve().name, name, here),)
    if here is not None and here.is_dir():
        return in_directory(here, name)
    if here is not None:
        return (ScenarioFile(here.stem, name, here),)
    paths = [existing(f"{name}{suffix}") for suffix in NEARBY]
    nearby = [path for path in paths if path is not None and path.is_file()]
    if len(nearby) > 1:
        raise BadSetting(f"'{name}' may be {' or '.join(path.name for path in nearby)}: write which")
    if nearby:
        return (ScenarioFile(nearby[0].stem, f"{name}{nearby[0].suffix}", nearby[0]),)
    if name.endswith(FILES):
        raise UnknownName("file", name, known_names())
    return (shipped_file(name),)


def shipped_file(name: str) -> ScenarioFile:
    """Return the shipped scenario file of this name; raise UnknownName if there is none.

    No other file is looked for.
    """
    path = shelf().get(name) or short_names().get(name)
    if path is None:
        listed = (Named("dilemma.library()"), " lists those that ship")
        raise UnknownName("scenario", name, known_names(), listed=listed)
    return ScenarioFile(path.stem, name, path)


def known_names() -> tuple[str, ...]:
    """Return every name by which a shipped scenario is found."""
    return (*shipped(), *short_names())


def existing(name: str) -> Path | None:
    """Return the name as a path if that path exists, else None."""
    try:
        return Path(name) if name and Path(name).exists() else None
    except (OSError, ValueError):  # too long, or with characters no path may have
        return None


def in_directory(directory: Path, label: str) -> tuple[ScenarioFile, ...]:
    """Return the scenario files of a directory, sorted by name, without links out of it; raise as `find`."""
    try:
        entries = [path for path in directory.iterdir() if not leads_out(path, directory)]
        paths = sorted(filter(is_scenario_entry, entries))
    except OSError as error:
        raise CannotRead(f"cannot read {label}: {error.strerror or error}") from error
    if not paths:
        raise UnknownName("scenario file in", label)
    return tuple(ScenarioFile(path.stem, str(path), path) for path in paths)


def links_out_of(directory: Path) -> tuple[str, ...]:
    """Return the names of the links in a directory, sorted, that lead to scenario files outside of it."""
    try:
        found = [path for path in directory.iterdir() if leads_out(path, directory)]
        return tuple(sorted(path.name for path in found if is_scenario(path) or is_scenario_entry(path)))
    except OSError:
        return ()


def told_link(label: str, link: str, kind: str = "file") -> str:
    """Return the sentence on a link in a directory that leads out of it, to a file or a folder."""
    return f"{label}: {link} is a link to a {kind} outside of it, and is left out"


def is_scenario_entry(path: Path) -> bool:
    """Return whether a directory's entry is a scenario: text by its name, sheets by what they hold."""
    return (is_scenario(path) and path.is_file()) or is_workbook(path) or is_sheet_folder(path)


def is_scenario(path: Path) -> bool:
    """Return whether the file's name is that of a scenario."""
    return path.suffix in SUFFIXES and not path.name.endswith(NO_SCENARIO)


@cache
def shelf() -> dict[str, Path]:
    """Return the shipped scenario files by name, such as `canonical/trolley` for one in a directory."""
    root = next((root for root in SHELVES if root.is_dir()), None)
    files = sorted(root.rglob("*")) if root else []
    return {
        path.relative_to(root).with_suffix("").as_posix(): path
        for path in files
        if root and is_scenario(path)
    }


def short_names() -> dict[str, Path]:
    """Return the shipped scenario files by the last part of their names, if no other file has the same."""
    shared = Counter(path.stem for path in shelf().values())
    return {path.stem: path for path in shelf().values() if shared[path.stem] == 1}


def shipped() -> tuple[str, ...]:
    """Return the names of the scenarios that ship."""
    return tuple(shelf())


def every_shipped() -> tuple[ScenarioFile, ...]:
    """Return the files that ship, each with the shortest name that finds it."""
    short = short_names()
    return tuple(
        ScenarioFile(path.stem, path.stem if path.stem in short else name, path)
        for name, path in shelf().items()
    )


def load_document(name: str | ScenarioFile, theories: Theories | None = None) -> Document:
    """Return the one document that a name refers to; raise as `single` and `read`."""
    file = name if isinstance(name, ScenarioFile) else single(name)
    return read(file.raw(), file.label, file.id, theories)


def single(name: str) -> ScenarioFile:
    """Return the one file that a name refers to; raise as `find`, and UnknownName if there are several."""
    files = find(name)
    if len(files) > 1:
        raise UnknownName("single scenario", name)
    return files[0]


STARTER = Path(__file__).with_name("starter.yaml")

FORMAT_PAGES = tuple(root / "docs" / "reference" / "scenario-file.md" for root in (PACKAGE, PACKAGE.parent))
"""Where the page of the documentation on scenario files is: in an installed package, or beside it."""

MODELINE = "# yaml-language-server:"

COPIED = """\
{modeline}
# By scenario.schema.json an editor completes and checks as you type; `dilemma schema scenario` prints it.
# A copy of `{name}`: give it a title and a question of your own.
"""


def starter() -> str:
    """Return the text of a valid scenario file with comments, to start from."""
    return STARTER.read_text(encoding="utf-8")


def format_page() -> str:
    """Return the page of the documentation that explains scenario files, in Markdown."""
    page = next((page for page in FORMAT_PAGES if page.is_file()), None)
    if page is None:
        raise CannotRead("the page on scenario files is missing from this installation")
    return page.read_text(encoding="utf-8")


def copy_of(name: str, theories: Theories | None = None) -> str:
    """Return the text of the scenario that a name refers to, for a copy; raise as `load_document`.

    The first line of a file gives the path of its schema; in the copy, that of a schema beside the copy.
    Sheets are written as YAML.
    """
    file = single(name)
    raw = file.raw()
    read(raw, file.label, file.id, theories)
    source = source_of(raw, file.label)
    text = source.text or yaml_text(source.tree.data)
    own, _, rest = text.partition("\n")
    body = rest if own.startswith(MODELINE) else text
    return COPIED.format(modeline=modeline(), name=name) + body


def modeline() -> str:
    """Return the first line of a file that gives an editor the path of the schema, beside the file."""
    return starter().partition("\n")[0]
