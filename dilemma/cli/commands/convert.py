"""`dilemma convert`: a scenario from one format to another."""

from __future__ import annotations

import os
import shlex
import shutil
import tempfile
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dilemma.cli.completion import complete_scenarios
from dilemma.cli.files import document_suffix, output_path, write_file
from dilemma.cli.messages import remark, tell_written
from dilemma.cli.output import write_binary, write_data
from dilemma.errors import BadSetting, CannotWrite

if TYPE_CHECKING:
    from dilemma.scenario import Document

__all__ = ["WrittenFormat", "convert", "write_folder", "write_scenario"]

STDOUT = "-"


class WrittenFormat(StrEnum):
    """Formats of a scenario."""

    YAML = "yaml"
    JSON = "json"
    XLSX = "xlsx"
    CSV = "csv"


Source = Annotated[
    str,
    typer.Argument(
        metavar="A",
        help="A file, a workbook, a folder of CSV files, a shipped name, or - for stdin.",
        autocompletion=complete_scenarios,
    ),
]
Target = Annotated[
    str,
    typer.Argument(
        metavar="B", help="What to write: .yaml, .json, .xlsx, a folder (ending in /), or - for stdout."
    ),
]
As = Annotated[
    WrittenFormat | None, typer.Option("--format", help="The format of B, if its name does not say.")
]
Overwrite = Annotated[bool, typer.Option("--overwrite", help="Replace B if it is there already.")]


def convert(a: Source, b: Target, *, format_: As = None, overwrite: Overwrite = False) -> None:
    """Write a scenario in another format: YAML, JSON, a workbook, or a folder of CSV files.

    \b
    dilemma convert flood.yaml flood.xlsx
    dilemma convert flood.xlsx flood.yaml --overwrite
    dilemma convert flood.xlsx flood/
    dilemma convert cluster - --format json
    """  # noqa: D301 - the command line reads this sign
    from dilemma.frameworks.registry import theories
    from dilemma.scenario.document import read, source_of
    from dilemma.scenario.files import single
    from dilemma.scenario.sheets.conversion import format_of, has_comments

    form = format_.value if format_ else format_of(b)
    if form is None:
        stem = b.removesuffix(Path(b).suffix) if document_suffix(b) else b
        formats = "|".join(WrittenFormat)
        raise BadSetting(f"convert: name a format: {stem}.yaml, {stem}.xlsx, or --format {formats}")
    if b == "-" and form == "csv":
        raise BadSetting("convert: csv is a folder of files; name one")
    require_free(b, form, overwrite=overwrite)
    file = single(a)
    raw = file.raw()
    document = read(raw, file.label, file.id, theories())
    source = source_of(raw, file.label)
    path = write_scenario(source.tree.data, document, b, form, overwrite=overwrite)
    if source.text and not a.endswith(".json") and has_comments(source.text):
        remark(f"dilemma: the comments of {file.label} are not in {'the output' if b == '-' else path}")
    if path is not None:
        tell_written(path, f". To weigh it: dilemma weigh {shlex.quote(str(path))}")


def require_free(name: str, form: str, *, overwrite: bool) -> None:
    """Raise CannotWrite if a path exists already and is to stay, BadSetting if nothing can be written there.

    With `overwrite` it stays if its sheets hold notes.
    """
    if name == STDOUT:
        return
    path = target_path(name, form)
    if os.path.lexists(path) and not overwrite:
        raise CannotWrite(f"{path} is there already; choose another name, or --overwrite")
    if form in (WrittenFormat.XLSX, WrittenFormat.CSV) and path.exists():
        require_no_notes(path)


def require_no_notes(path: Path) -> None:
    """Raise CannotWrite if sheets that would be replaced hold notes or formulas, which would be lost."""
    from dilemma.scenario.sheets.own_notes import own_notes

    if notes := own_notes(path):
        raise CannotWrite(
            f"cannot overwrite {path}: it holds what is no part of a scenario and would be lost: "
            f"{'; '.join(notes)}; choose another name, or remove them first"
        )


def target_path(name: str, form: str) -> Path:
    """Return the path that a name stands for: of a folder for CSV, else of a file; raise as `output_path`."""
    if form != WrittenFormat.CSV:
        return output_path("convert", name)
    path = Path(name)
    if not name.strip("/" + os.sep) or "\0" in name:
        raise BadSetting(f"convert: {name!r} cannot be the name of a folder")
    if path.exists() and not path.is_dir():
        raise BadSetting(f"convert {name}: that is a file; csv is a folder of files")
    if not path.parent.is_dir():
        raise BadSetting(f"convert {name}: there is no directory {path.parent}")
    return path


def write_scenario(
    data: Mapping[str, Any], document: Document, name: str, form: str, *, overwrite: bool = False
) -> Path | None:
    """Write a scenario's data in a format, and return the path; None for standard output.

    What was made is read again before it is written. Raises CannotWrite if it is not the same scenario, or
    if it cannot be written.
    """
    from dilemma.frameworks.registry import theories
    from dilemma.scenario.files import modeline
    from dilemma.scenario.sheets.conversion import file_bytes, folder_texts
    from dilemma.scenario.sheets.packed import packed_texts

    require_free(name, form, overwrite=overwrite)
    path = None if name == STDOUT else target_path(name, form)
    if path is not None and form == WrittenFormat.CSV:
        texts = folder_texts(data)
        names = {file.removesuffix(".csv"): text for file, text in texts.items()}
        require_same(packed_texts(names), document, str(path))
        require_no_others(path, texts)
        write_folder(path, texts)
        return path
    called = path.name if path else f"{document.id}.{form}"
    content = file_bytes(data, form, called, tuple(theories()), modeline() + "\n")
    require_same(content, document, called)
    if path is not None:
        write_file(path, content)
    elif form == WrittenFormat.XLSX:
        write_binary(content, form)
    else:
        write_data(content.decode())
    return path


def require_same(content: bytes, document: Document, name: str) -> None:
    """Raise CannotWrite unless these bytes hold the document's data."""
    from dilemma.errors import InvalidScenario
    from dilemma.scenario.document import read

    try:
        again = read(content, name, document.id, document.theories)
    except InvalidScenario as error:
        raise CannotWrite(f"cannot write {name}: {error}") from error
    if again.data != document.data:
        raise CannotWrite(f"cannot write {name}: this format would not hold the same scenario")


def require_no_others(folder: Path, texts: Mapping[str, bytes]) -> None:
    """Raise CannotWrite if a folder holds other sheets, which would be read with those to be written."""
    others = sorted(
        path.name for path in folder.glob("*.csv") if path.name not in texts and path.name[0] not in "._"
    )
    if others:
        raise CannotWrite(f"cannot write {folder}: {others[0]} there is no sheet of this scenario; remove it")


def write_folder(folder: Path, texts: Mapping[str, bytes]) -> None:
    """Write the files of a folder: a new one whole or not at all, one that is there file by file.

    Raises CannotWrite where that fails.
    """
    try:
        if folder.exists():
            for name, text in texts.items():
                write_file(folder / name, text)
            return
        temporary = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".dilemma.", suffix=".part"))
        try:
            for name, text in texts.items():
                (temporary / name).write_bytes(text)
            temporary.chmod(0o755)
            temporary.rename(folder)
        except BaseException:
            shutil.rmtree(temporary, ignore_errors=True)
            raise
    except OSError as error:
        raise CannotWrite(f"cannot write {folder}: {error.strerror or error}") from error
