"""A process that has imported the program and forks for each run of it: start-up is paid once, not each time.

Each line of its standard input asks for one run: the words, the folder, the environment and the files that
stand for the three streams. It answers with a line that holds the run's exit code. A run begins with nothing
but imports behind it, and it ends as every process does, what was registered called and streams flushed; only
the taking apart of what was imported is left out, which would take longer than many a run.

What a fork cannot show is start-up itself; `test_start_up.py` holds every command to that.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import pkgutil
import resource
import runpy
import signal
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import IO, Any

from tests.cli.running import HANGS, PROCESSOR

READS_ITS_ARGUMENTS = "dilemma.cli.app"
"""The one module that does something else for other words, and so is imported by each run itself."""


def main() -> None:
    """Answer every request; in a fork, become the program."""
    _import_all()
    gc.freeze()
    for line in sys.stdin:
        if (child := os.fork()) == 0:
            _become(json.loads(line))
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)  # noqa: T201


def _import_all() -> None:
    import dilemma
    from dilemma.cli.sparing import one_thread, patterns_put_off

    one_thread()  # what is to be forked may have no second thread
    with patterns_put_off():
        import_module("rich.console")
        import_module("typer.completion")
        for module in pkgutil.walk_packages(dilemma.__path__, "dilemma."):
            if module.name not in (READS_ITS_ARGUMENTS, "dilemma.__main__"):
                import_module(module.name)


def _become(run: Mapping[str, Any]) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR, resource.getrlimit(resource.RLIMIT_CPU)[1]))
    signal.alarm(HANGS)
    os.chdir(run["cwd"])
    os.environ.clear()
    os.environ.update(run["environment"])
    sys.stdin = _stream(0, run["stdin"], "r", "surrogateescape")
    sys.stdout = _stream(1, run["stdout"], "w", "surrogateescape")
    sys.stderr = _stream(2, run["stderr"], "w", "backslashreplace")
    sys.argv[1:] = run["words"]
    try:
        runpy.run_module("dilemma", run_name="__main__", alter_sys=True)
    except SystemExit as ended:
        if ended.code is not None and not isinstance(ended.code, int):
            raise  # Python prints what it is
        code = ended.code or 0
    else:
        code = 0
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _stream(number: int, path: str, mode: str, errors: str) -> IO[str]:
    """Return a file as the standard stream of this number, as Python in UTF-8 mode sets it up."""
    with Path(path).open(mode) as file:
        os.dup2(file.fileno(), number)
    return open(number, mode, encoding="utf-8", errors=errors)


if __name__ == "__main__":
    main()
