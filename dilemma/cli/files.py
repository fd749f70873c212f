"""Files that commands write: whole or not at all, where the kind of file allows it."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from dilemma.errors import BadSetting, CannotWrite

__all__ = ["output_path", "write_file"]

IN_THE_WAY = (errno.EACCES, errno.EPERM, errno.EBUSY)
"""Why there can be no file beside one that can be written, or none put in its place."""


def output_path(flag: str, name: str) -> Path:
    """Return the path of a file to be written; BadSetting where it can be none."""
    path = Path(name)
    if not name or "\0" in name:
        raise BadSetting(f"{flag} '{name}': name a file")
    if path.is_dir() or name.endswith(("/", os.sep)):
        raise BadSetting(f"{flag} {name}: that is a directory; name a file")
    if not path.parent.is_dir():
        raise BadSetting(f"{flag} {name}: there is no directory {path.parent}")
    return path


def write_file(path: Path, text: str) -> None:
    """Write a file in UTF-8; CannotWrite where that fails.

    A regular file is written whole or not at all, under another name first, and keeps its mode and, where the
    user may set them, its owner and group. Links are followed. What has several names (hard links), is no
    regular file (a device, a pipe), or stands in a folder that takes no other file is written where it is.
    """
    data = text.encode("utf-8", "backslashreplace")  # half of a surrogate pair: from the name of a file
    try:
        before = _status(path)
        target = Path(os.path.realpath(path))
        if before and not _replaceable(before, target):
            _write_in_place(path, data)
        else:
            _replace(target, data, before)
    except OSError as error:
        raise CannotWrite(f"cannot write {path}: {error.strerror or error}") from error


def _status(path: Path) -> os.stat_result | None:
    """Return what is known of the file that a path leads to, None where nothing is there yet."""
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _replaceable(before: os.stat_result, target: Path) -> bool:
    """Whether another file can take the place of this one without anybody missing it."""
    if not stat.S_ISREG(before.st_mode) or before.st_nlink > 1:
        return False
    after = _status(target)  # of /dev/stdout, the name that is found may be of nothing, or of another file
    return after is not None and os.path.samestat(before, after)


def _write_in_place(path: Path, data: bytes) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY), "wb") as file:
        file.write(data)
        if stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            file.truncate()


def _replace(target: Path, data: bytes, before: os.stat_result | None) -> None:
    """Write a file under another name and rename it; in place where the folder is closed to that."""
    try:
        _rename_over(target, data, before)
    except OSError as error:
        if before is None or error.errno not in IN_THE_WAY:
            raise
        _write_in_place(target, data)


def _rename_over(target: Path, data: bytes, before: os.stat_result | None) -> None:
    """Write a file beside the target, which only its owner can read until it is whole, and rename it."""
    number, name = tempfile.mkstemp(dir=target.parent, prefix=".dilemma.", suffix=".part")
    beside = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
        if before and hasattr(os, "chown"):
            for owner, group in ((-1, before.st_gid), (before.st_uid, -1)):
                with suppress(PermissionError):
                    os.chown(beside, owner, group)
        beside.chmod(stat.S_IMODE(before.st_mode) if before else 0o666 & ~_umask())
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _umask() -> int:
    """Return which permissions a new file does not get: they can only be read by setting them."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
