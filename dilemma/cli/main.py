"""One run of the command line: every failure is reported as a sentence, with a fixed exit code."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from io import UnsupportedOperation
from typing import Any

from dilemma.cli.messages import FLAGS, remark, set_color, too_large
from dilemma.cli.streams import write_fully
from dilemma.errors import BadSetting, DilemmaError, InvalidScenario, UnknownName
from dilemma.reports.words.characters import one_line

__all__ = ["prepare", "run"]

DONE, FAILED, BUG = 0, 1, 70

OBJECTS_BETWEEN_COLLECTIONS = 1_000_000
"""The garbage collector's threshold: most runs allocate fewer objects, and keep nearly all of them."""

SWITCHES = {
    "OPENBLAS_NUM_THREADS": "1",  # the arrays are small: threads cost more time than they save
    "PYDANTIC_DISABLE_PLUGINS": "__all__",  # none is used, and the search for them takes time
}
"""Environment variables, documented by OpenBLAS and pydantic, set where the user has not set them."""


def prepare() -> None:
    """Reduce the start-up time of a short run; call it before any large package is imported."""
    for name, value in SWITCHES.items():
        os.environ.setdefault(name, value)
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
    atexit.register(gc.freeze)  # no collection at exit: the memory is freed anyway


def run(words: Sequence[str], program: str | None = None) -> int:
    """Run the command line with the arguments after its name; return the exit code.

    KeyboardInterrupt is not caught here. `program` is the name of the command in help texts; by default, the
    name by which it was started.
    """
    if sys.stdout is None:  # closed by the caller: `>&-`
        remark("dilemma: cannot write the result: standard output is closed", "error")
        return FAILED
    sys.stdout = write_fully(sys.stdout)
    set_color(words)
    try:
        code = _run_command(words, program)
    except SystemExit as ending:
        if isinstance(ending.__context__, BrokenPipeError):  # Typer turns it into SystemExit
            return _reader_gone()
        return _flush(ending.code if isinstance(ending.code, int) else FAILED)
    except DilemmaError as error:
        _report_error(error)
        return error.exit_code
    except BrokenPipeError:
        return _reader_gone()
    except OSError as error:
        return _report_unwritten(error)
    except (MemoryError, RecursionError) as error:
        remark(f"dilemma: {too_large(error)}", "error")
        return FAILED
    except Exception as error:  # noqa: BLE001 - the one place where a bug of ours becomes a sentence
        return _report_bug(error)
    return _flush(code)


def _run_command(words: Sequence[str], program: str | None) -> int:
    """Run a command and return its exit code; report a wrong use of flags and arguments."""
    from typer import BadParameter

    from dilemma.cli.app import app

    usage_error: type[Exception] = BadParameter.__mro__[1]  # Typer exports only this subclass of it
    try:
        code = app(args=words, prog_name=program, standalone_mode=False)
    except usage_error as error:
        return _report_usage(error)
    return code if isinstance(code, int) else DONE


def _flush(code: int) -> int:
    """Flush standard output and return the exit code: that of the run, or of a failure to write.

    Without this a full disk would only be noticed when the process ends.
    """
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        return _reader_gone()
    except OSError as error:
        return _report_unwritten(error)
    return code


def _reader_gone() -> int:
    """Return the exit code where the reader closed the pipe (`| head`), without a message."""
    _discard_output()
    return DONE


def _discard_output() -> None:
    """Redirect standard output to the null device, because Python flushes it once more at exit."""
    with suppress(UnsupportedOperation):  # a stream in memory has no file descriptor
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _report_unwritten(error: OSError) -> int:
    _discard_output()
    remark(f"dilemma: cannot write the result: {error.strerror or error}", "error")
    return FAILED


def _report_usage(error: Any) -> int:
    """Report a wrong use of flags and arguments, and return the exit code; without any, show the help."""
    told = error.format_message().replace("Value error, ", "")
    if error.ctx is None or told != error.ctx.get_help():
        told = f"dilemma: {told[:1].lower()}{told[1:]}"
        told += f"\nTry `{error.ctx.command_path} --help`." if error.ctx else ""
    remark(told, "error")
    return int(error.exit_code)


def _report_error(error: DilemmaError) -> None:
    if isinstance(error, InvalidScenario):
        from dilemma.reports.check.findings import findings_text

        text = findings_text(error.findings)
    elif isinstance(error, BadSetting | UnknownName):  # one line per wrong setting, or per name there is
        text = f"dilemma: {error.worded(FLAGS)}"
    else:
        text = one_line(f"dilemma: {error.worded(FLAGS)}")
    remark(text, "error")


def _report_bug(error: Exception) -> int:
    if os.environ.get("DILEMMA_DEBUG") == "1":
        import traceback

        traceback.print_exception(error)
    summary = f"{type(error).__name__}: {error}".splitlines()[0]
    told = f"this is a bug in dilemma ({summary}). Run again with DILEMMA_DEBUG=1 for the details."
    remark(f"dilemma: {told}", "error")
    return BUG
