"""Writing of files: completely or not at all, where the kind of file allows it."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path

from dilemma.errors import BadSetting, CannotWrite

__all__ = ["document_suffix", "format_for", "output_path", "path_to_write", "require_suffix", "write_file"]

STDOUT = "-"

IN_THE_WAY = (errno.EACCES, errno.EPERM, errno.EBUSY)
"""Error numbers if a file may be written, but its folder does not allow a temporary file or a rename."""


def output_path(flag: str, name: str) -> Path:
    """Return the path of a file to write; raise BadSetting where no file can be written at it."""
    path = Path(name)
    if not name or "\0" in name:
        raise BadSetting(f"{flag} '{name}': name a file")
    if path.is_dir() or name.endswith(("/", os.sep)):
        raise BadSetting(f"{flag} {name}: that is a directory; name a file")
    if not path.parent.is_dir():
        raise BadSetting(f"{flag} {name}: there is no directory {path.parent}")
    return path


def path_to_write(name: str | None) -> Path | None:
    """Return the path that `-o` names; None for standard output. Raises as `output_path`."""
    return None if name in (None, STDOUT) else output_path("-o", name)


def format_for(given: str | None, output: str | None, formats: Mapping[str, str], default: str) -> str:
    """Return the format to write: as given, or as the name of the output ends, or else the default.

    `formats` are by suffix, such as `.docx`.
    """
    if given is not None or output is None:
        return given or default
    return formats.get(Path(output).suffix.lower(), default)


DOCUMENTS = (
    *(".csv", ".tsv", ".xls", ".xlsm", ".xlsx", ".ods"),
    *(".doc", ".docm", ".docx", ".odt", ".rtf", ".tex", ".pdf", ".epub", ".md", ".html"),
    *(".ppt", ".pptx", ".odp", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"),
    *(".json", ".yaml", ".yml", ".txt"),
)
"""How the names of documents end that other programs open by this end."""


def document_suffix(name: str) -> str:
    """Return the end of a name if it is that of a document, in small letters; else nothing."""
    suffix = Path(name).suffix.lower()
    return suffix if suffix in DOCUMENTS else ""


def require_suffix(output: str | None, suffixes: Collection[str]) -> None:
    """Raise BadSetting if the name of an output ends as that of a document that is not written here."""
    suffix = document_suffix(output or "")
    if suffix and suffix not in suffixes:
        *others, last = suffixes
        may = f"{', '.join(others)} or {last}" if others else last
        raise BadSetting(f"-o {output}: {suffix} is not written here; let the name end in {may}")


def write_file(path: Path, content: str | bytes) -> None:
    """Write a file, a text in UTF-8; raise CannotWrite where that fails.

    A regular file is written completely or not at all: first to a temporary file, which is then renamed. It
    keeps its mode and, where the user may set them, its owner and group. Symbolic links are followed. The
    file is written in place if it has several hard links, is not a regular file (a device, a pipe), or is in
    a folder where no other file can be created.
    """
    data = content if isinstance(content, bytes) else content.encode("utf-8", "backslashreplace")
    try:
        before = _status(path)
        target = Path(os.path.realpath(path))
        if before and not _is_replaceable(before, target):
            _write_in_place(path, data)
        else:
            _replace(target, data, before)
    except OSError as error:
        raise CannotWrite(f"cannot write {path}: {error.strerror or error}") from error


def _status(path: Path) -> os.stat_result | None:
    """Return the status of the file at a path, symbolic links followed; None where there is no file yet."""
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _is_replaceable(before: os.stat_result, target: Path) -> bool:
    """Whether this file can be replaced by another: it is regular and has no other hard link."""
    if not stat.S_ISREG(before.st_mode) or before.st_nlink > 1:
        return False
    after = _status(target)  # /dev/stdout may resolve to a name of no file, or of another
    return after is not None and os.path.samestat(before, after)


def _write_in_place(path: Path, data: bytes) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY), "wb") as file:
        file.write(data)
        if stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            file.truncate()


def _replace(target: Path, data: bytes, before: os.stat_result | None) -> None:
    """Write a temporary file and rename it; write in place if the folder does not allow that."""
    try:
        _rename_over(target, data, before)
    except OSError as error:
        if before is None or error.errno not in IN_THE_WAY:
            raise
        _write_in_place(target, data)


def _rename_over(target: Path, data: bytes, before: os.stat_result | None) -> None:
    """Write a temporary file in the folder of the target and rename it.

    Only the owner can read it until it is complete.
    """
    number, name = tempfile.mkstemp(dir=target.parent, prefix=".dilemma.", suffix=".part")
    temporary = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
        if before and hasattr(os, "chown"):
            for owner, group in ((-1, before.st_gid), (before.st_uid, -1)):
                with suppress(PermissionError):
                    os.chown(temporary, owner, group)
        temporary.chmod(stat.S_IMODE(before.st_mode) if before else 0o666 & ~_umask())
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _umask() -> int:
    """Return the umask: the permissions a new file does not get. It can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
