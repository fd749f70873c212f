"""Start-up: what it may not import, which is why the command answers at once; and that it brings enough."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.unit.cli.running import HANGS, ROOT

FORBIDDEN = {
    "--version": ("typer", "pydantic", "rich", "yaml", "numpy", "json"),
    "--help": ("dilemma.scenario", "dilemma.frameworks", "rich", "yaml", "numpy"),
    "weigh cluster --json": (
        "rich",
        "numpy",
        "asyncio",
        "dilemma.reconciliation",
        "dilemma.reports.weigh.schema",
    ),
    "weigh cluster": ("asyncio", "dilemma.reconciliation", "dilemma.reports.weigh.schema"),
}


@pytest.mark.parametrize("words", FORBIDDEN)
def test_modules_left_alone(words: str) -> None:
    """A command imports nothing it does not need."""
    program = (
        "import sys\n"
        f"sys.argv = ['dilemma', *{words.split()!r}]\n"
        "from dilemma.__main__ import main\n"
        "try:\n    main()\nexcept SystemExit: pass\n"
        f"print([name for name in {FORBIDDEN[words]!r} if name in sys.modules], file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, timeout=HANGS
    )
    assert done.stderr.strip().splitlines()[-1] == "[]"
    assert done.stdout
