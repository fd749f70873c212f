"""Programs that a test starts and a system may lack: there the test is skipped, and says which it needs."""

from __future__ import annotations

import shutil

import pytest

__all__ = ["needs"]


def needs(program: str) -> pytest.MarkDecorator:
    """Return the mark of a test that is skipped where a program is not installed."""
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"{program} is not installed")
