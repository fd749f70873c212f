"""One run of the command, and how it ends: every failure a sentence, every ending a known code."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from io import UnsupportedOperation

from dilemma.cli.output import remark
from dilemma.cli.streams import whole
from dilemma.errors import BadSetting, DilemmaError, InvalidScenario
from dilemma.reports.words.characters import one_line

__all__ = ["prepare", "run"]

DONE, FAILED, BUG = 0, 1, 70

OBJECTS_BETWEEN_COLLECTIONS = 1_000_000
"""The garbage collector's threshold: most runs allocate fewer objects in all, and nearly all of them stay."""

SWITCHES = {
    "OPENBLAS_NUM_THREADS": "1",  # the arrays are small: starting threads takes longer than they save
    "PYDANTIC_DISABLE_PLUGINS": "__all__",  # no plug-in of pydantic is used; looking for one takes time
}
"""Environment variables, documented by OpenBLAS and pydantic, set where the user has not set them."""


def prepare() -> None:
    """Set what makes a process of one short run cheaper; to be called before anything heavy is imported."""
    for name, value in SWITCHES.items():
        os.environ.setdefault(name, value)
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
    atexit.register(gc.freeze)  # no collection when the process ends: all of it goes anyway


def run(words: Sequence[str], program: str | None = None) -> int:
    """Run the command on the words after its name; return its exit code.

    An interrupt is the caller's to catch. `program` is what help calls the command; by default, as it was
    started.
    """
    if sys.stdout is None:  # closed by the caller: `>&-`
        remark("dilemma: cannot write the result: standard output is closed")
        return FAILED
    sys.stdout = whole(sys.stdout)
    try:
        from dilemma.cli.app import app

        app(args=words, prog_name=program)
    except SystemExit as ending:
        if isinstance(ending.__context__, BrokenPipeError):  # typer makes a failure of it
            return _closed()
        return _flushed(ending.code if isinstance(ending.code, int) else FAILED)
    except DilemmaError as error:
        _tell(error)
        return error.exit_code
    except BrokenPipeError:
        return _closed()
    except OSError as error:
        return _unwritten(error)
    except Exception as error:  # noqa: BLE001 - the one place where a bug of ours becomes a sentence
        return _bug(error)
    return _flushed(DONE)


def _flushed(code: int) -> int:
    """Write out what is pending, so that a full disk is found now and not after the exit code."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        return _closed()
    except OSError as error:
        return _unwritten(error)
    return code


def _closed() -> int:
    """Be quiet where the reader went away (`| head`)."""
    _leave_output()
    return DONE


def _leave_output() -> None:
    """Have what is still to be written to standard output go nowhere: Python flushes it when it ends."""
    with suppress(UnsupportedOperation):  # a stream in memory, which never fails
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _unwritten(error: OSError) -> int:
    _leave_output()
    remark(f"dilemma: cannot write the result: {error.strerror or error}")
    return FAILED


def _tell(error: DilemmaError) -> None:
    if isinstance(error, InvalidScenario):
        from dilemma.reports.check.findings import findings_text

        text = findings_text(error.findings)
    elif isinstance(error, BadSetting):  # a line for each that is wrong
        text = f"dilemma: {error}"
    else:
        text = one_line(f"dilemma: {error}")
    remark(text)


def _bug(error: Exception) -> int:
    if os.environ.get("DILEMMA_DEBUG") == "1":
        import traceback

        traceback.print_exception(error)
    told = f"{type(error).__name__}: {error}".splitlines()[0]
    remark(f"dilemma: this is a bug in dilemma ({told}). Run again with DILEMMA_DEBUG=1 for the details.")
    return BUG
