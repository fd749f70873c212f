"""Files that commands write: whole or not at all, and through whatever else bears the name."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from dilemma.cli.files import output_path, write_file
from dilemma.errors import BadSetting, CannotWrite
from tests.support.programs import needs
from tests.unit.cli.running import HANGS, ROOT, dilemma

NAME = "canonical/footbridge"
PRIVATE = 0o640


def names(folder: Path) -> list[str]:
    """Return what a folder holds."""
    return sorted(path.name for path in folder.iterdir())


def test_mode_and_owner_stay(tmp_path: Path) -> None:
    """A file that is there keeps its mode, owner and group; a new one has the mode of any new file."""
    path = tmp_path / "page.html"
    path.write_text("before")
    path.chmod(PRIVATE)
    if os.getuid() == 0:
        os.chown(path, 1, 2)
    before = path.stat()
    write_file(path, "after")
    after = path.stat()
    assert path.read_text() == "after"
    assert (after.st_mode, after.st_uid, after.st_gid) == (before.st_mode, before.st_uid, before.st_gid)
    (tmp_path / "any").touch()
    write_file(tmp_path / "new", "new")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "any").stat().st_mode
    assert names(tmp_path) == ["any", "new", "page.html"]


@pytest.mark.parametrize("there", [True, False])
def test_a_link_is_followed(there: bool, tmp_path: Path) -> None:
    """What a symbolic link leads to is written, by way of other links too; the links stay."""
    (tmp_path / "other").mkdir()
    target = tmp_path / "other" / "target"
    if there:
        target.write_text("before")
    (tmp_path / "second").symlink_to(target)
    (tmp_path / "first").symlink_to("second")
    write_file(tmp_path / "first", "after")
    assert target.read_text() == "after"
    assert (tmp_path / "first").is_symlink()
    assert (tmp_path / "second").is_symlink()
    assert names(tmp_path / "other") == ["target"]


def test_every_name_of_a_file_sees_what_is_written(tmp_path: Path) -> None:
    """A file with a second name (a hard link) stays one file, however long it was before."""
    (tmp_path / "one").write_text("before, and longer")
    os.link(tmp_path / "one", tmp_path / "other")
    write_file(tmp_path / "one", "after")
    assert (tmp_path / "other").read_text() == "after"


def test_a_pipe_is_written_through(tmp_path: Path) -> None:
    """Who reads a named pipe gets all of it, and the pipe stays one."""
    pipe, got = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: got.append(pipe.read_text()))
    reader.start()
    write_file(pipe, "long " * 50_000)
    reader.join()
    assert got == ["long " * 50_000]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_device_is_written_through() -> None:
    """`-o /dev/null` and `-o /dev/full` are what they are elsewhere; the devices stay."""
    assert dilemma("report", NAME, "-o", "/dev/null") == (0, "", "Wrote /dev/null\n")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
    full = dilemma("report", NAME, "-o", "/dev/full")
    assert full == (1, "", "dilemma: cannot write /dev/full: No space left on device\n")


@pytest.mark.parametrize("ending", ["> page.html", "| cat > page.html"])
@needs("bash")
def test_the_stream_by_its_name(ending: str, tmp_path: Path) -> None:
    """`-o /dev/stdout` writes to where standard output goes."""
    line = f"{sys.executable} -m dilemma report {NAME} -o /dev/stdout {ending}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        ["bash", "-c", line], capture_output=True, cwd=tmp_path, env=environment, timeout=HANGS
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"Wrote /dev/stdout\n")
    assert (tmp_path / "page.html").read_text("utf-8").endswith("</html>\n")
    assert names(tmp_path) == ["page.html"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "-o '': name a file"),
        (".", "-o .: that is a directory; name a file"),
        ("folder", "-o folder: that is a directory; name a file"),
        ("missing/", "-o missing/: that is a directory; name a file"),
        ("no/file", "-o no/file: there is no directory no"),
    ],
)
def test_what_is_no_file_is_refused(
    name: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A directory and no name at all are refused before anything is computed."""
    (tmp_path / "folder").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BadSetting) as refused:
        output_path("-o", name)
    assert (str(refused.value), refused.value.exit_code) == (said, 2)


def test_a_failure_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the last step fails, the file is as it was and nothing stands beside it."""

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "page").write_text("before")
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(CannotWrite, match=r"page: No space left on device$"):
        write_file(tmp_path / "page", "after")
    assert names(tmp_path) == ["page"]
    assert (tmp_path / "page").read_text() == "before"


def test_a_folder_closed_to_others_still_takes_what_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no file may be put beside it, as on a single file lent to a container, it is written in place."""

    def refuse(*_: object) -> None:
        raise OSError(16, "Device or resource busy")

    (tmp_path / "page").write_text("before")
    monkeypatch.setattr(Path, "replace", refuse)
    write_file(tmp_path / "page", "after")
    assert names(tmp_path) == ["page"]
    assert (tmp_path / "page").read_text() == "after"
