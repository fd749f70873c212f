"""Views from whatever is named: files, folders, tables, lists of links, standard input."""

from __future__ import annotations

import os
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Final

from dilemma.errors import CannotRead, Finding, InvalidScenario, UnknownName
from dilemma.robustness.collection.input.links import is_list_of_links, views_in_links
from dilemma.robustness.collection.input.reading import Copies, Reading, distinctly_named, finding_at
from dilemma.robustness.collection.input.table import has_view_columns, views_in_sheet
from dilemma.scenario.files import ScenarioFile, existing, told_link
from dilemma.scenario.sheets.packed import MOST_WORKBOOK, is_sheet_folder, leads_out
from dilemma.scenario.syntax.cells import WORKBOOKS, sheet_of_text, sheets_of_workbook, text_of_table
from dilemma.scenario.syntax.encoding import ZIPPED
from dilemma.scenario.views.checks import ViewChecker
from dilemma.scenario.views.read import read_view

__all__ = ["read_views"]

VIEWS: Final = (".yaml", ".yml", ".json")
TABLES: Final = (".csv", ".tsv")
LISTS: Final = (".txt",)
KNOWN: Final = (*VIEWS, *TABLES, *WORKBOOKS, *LISTS)

MOST_BYTES: Final = 64 * 1024 * 1024


def read_views(names: Iterable[str], checker: ViewChecker) -> Reading:
    """Return the views in these files and folders; `-` is standard input.

    A folder is searched with all folders in it, for files whose name says that they may hold views. Links in
    it that lead out of it are left out, with a remark. A view with a fault is left out, with a finding at its
    place. A file named twice, and a copy of a named view, are counted once. Raises UnknownName for a path
    that does not exist.
    """
    reading, copies, seen = Reading(), Copies(), set[Path]()
    for name in names:
        files, passed_over = files_of(name, checker)
        reading += passed_over
        for file in files:
            if file.path is None or (place := file.path.resolve()) not in seen:
                reading += without_copy(reading_of(file, checker), file.label, copies)
                seen |= {place} if file.path else set()
    named = distinctly_named(reading.views)
    other = [view.label for view in named.views if view.other_version]
    remarks = [*reading.remarks, *named.remarks]
    if other:
        which = other[0] if len(other) == 1 else f"{len(other)} views, the first {other[0]},"
        verb = "was" if len(other) == 1 else "were"
        remarks.append(f"{which} {verb} made from another version of {checker.document.label}")
    return Reading(named.views, reading.left_out, reading.findings, tuple(remarks))


def without_copy(reading: Reading, label: str, copies: Copies) -> Reading:
    """Return what was read from a file; without its view, and with a remark, if that is a copy of another."""
    if len(reading.views) != 1 or reading.views[0].label != label:
        return reading  # rows of a table and links may be of different people
    same = copies.original(reading.views[0])
    if same is None:
        return reading
    return Reading(remarks=(f"{label} is a copy of {same.label}: it is counted once",))


def files_of(name: str, checker: ViewChecker) -> tuple[list[ScenarioFile], Reading]:
    """Return the files that a name stands for, and what else there is to say, as `files_in` does.

    Raises UnknownName if there is no such file or folder.
    """
    if name == "-":
        return [ScenarioFile("stdin", "<stdin>", None)], Reading()
    path = existing(name)
    if path is None:
        raise UnknownName("file or folder of views", name)
    if path.is_dir():
        return files_in(path, checker)
    return [ScenarioFile(path.stem, name, path)], Reading()


def files_in(folder: Path, checker: ViewChecker) -> tuple[list[ScenarioFile], Reading]:
    """Return the files of a folder and of those in it that may hold views, in the order of their paths.

    Hidden files are passed over, and so is the file of the scenario itself. A remark tells of each link that
    leads out of the folder; a folder that cannot be listed counts as one view left out.
    """
    found: list[Path] = []
    closed: list[OSError] = []
    for here, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = [name for name in folders if is_searched(Path(here) / name)]
        links = [path for name in folders if (path := Path(here) / name).is_symlink()]
        named = [Path(here) / name for name in files if not name.startswith((".", "~"))]
        found += [*links, *(path for path in named if path.suffix.lower() in KNOWN)]
    out = [path for path in sorted(found) if leads_out(path, folder)]
    inside = [path for path in sorted(set(found) - set(out)) if path.is_file()]
    read = [ScenarioFile(path.stem, str(path), path) for path in inside if not is_scenario(path, checker)]
    faults = tuple(unreadable(str(error.filename), error.strerror or str(error)) for error in closed)
    return read, Reading((), len(faults), faults, tuple(told_out(path, folder) for path in out))


def told_out(path: Path, folder: Path) -> str:
    """Return the sentence on a link that leads out of a folder."""
    kind = "folder" if path.is_dir() else "file"
    return told_link(str(folder), str(path.relative_to(folder)), kind)


def unreadable(label: str, message: str) -> Finding:
    """Return the finding on a file or a folder that cannot be read."""
    return finding_at(label, 1, 1, "unreadable", "", message)


def is_searched(folder: Path) -> bool:
    """Return whether a folder may hold views: it is not hidden, nor a scenario as a folder of sheets."""
    return not folder.name.startswith((".", "__")) and not is_sheet_folder(folder)


def is_scenario(path: Path, checker: ViewChecker) -> bool:
    """Return whether a file is that of the scenario that the views are of."""
    if path.suffix.lower() not in (*VIEWS, *WORKBOOKS) or checker.document.digest is None:
        return False
    try:
        if path.stat().st_size > MOST_WORKBOOK:
            return False
        return sha256(path.read_bytes()).hexdigest() == checker.document.digest
    except OSError:
        return False


def reading_of(file: ScenarioFile, checker: ViewChecker) -> Reading:
    """Return the views in one file; what cannot be read counts as one view left out."""
    try:
        raw = file.raw(MOST_BYTES)
        if len(raw) > MOST_BYTES:
            raise CannotRead(f"cannot read {file.label}: it is over {MOST_BYTES // 2**20} MiB")
        return content_of(raw, file, checker)
    except InvalidScenario as error:
        return Reading((), 1, error.findings)
    except CannotRead as error:
        message = str(error).removeprefix(f"cannot read {file.label}: ")
        return Reading((), 1, (unreadable(file.label, message),))


def content_of(raw: bytes, file: ScenarioFile, checker: ViewChecker) -> Reading:
    """Return the views in the bytes of a file, by the end of its name or, without one, by what it holds."""
    suffix = file.path.suffix.lower() if file.path else ""
    if suffix in WORKBOOKS or raw.startswith(ZIPPED):
        return views_in_workbook(raw, file.label, checker)
    if suffix in VIEWS:
        return Reading((read_view(raw, file.label, checker),))
    text = text_of_table(raw, file.label)
    if suffix in LISTS or (suffix not in TABLES and is_list_of_links(text)):
        return views_in_links(text, file.label, checker)
    if suffix in TABLES or is_table(text):
        return views_in_sheet(sheet_of_text(text, file.label), checker)
    return Reading((read_view(raw, file.label, checker),))


def is_table(text: str) -> bool:
    """Return whether a text of unknown kind is a table: its first line has several cells and is no YAML."""
    first = text.lstrip().partition("\n")[0]
    if first.startswith(("view:", "{")):
        return False
    return ":" not in first or any(sign in first for sign in ",;\t")


def views_in_workbook(raw: bytes, label: str, checker: ViewChecker) -> Reading:
    """Return the views in the first visible sheet of a workbook with a heading that states something."""
    first = None
    for sheet in sheets_of_workbook(raw, label):
        first = first or sheet
        if has_view_columns(sheet, checker):
            return views_in_sheet(sheet, checker)
    if first is None:
        raise CannotRead(f"cannot read {label}: it has no sheet that is visible")
    return views_in_sheet(first, checker)
