"""The documentation as it is published beside the studio."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.cli.running import ROOT

SOURCES = ("hooks.py", "publish.py", "generate")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the documentation, built as `docs/publish.py` builds it."""
    pytest.importorskip("mkdocs", reason="mkdocs is not installed: the documentation is not built")
    folder = tmp_path_factory.mktemp("docs")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    subprocess.run(command, cwd=ROOT, env=os.environ | {"DILEMMA_STUDIO_LINK": "studio"}, check=True)
    return folder


def test_the_first_page_leads_to_the_studio(published: Path) -> None:
    """Who opens the documentation comes to the studio from the first sentences and the top of the sidebar."""
    text = (published / "index.html").read_text("utf-8")
    links = text.count('href="studio/index.html"')
    assert links == 2
    assert text.rindex('href="studio/index.html"') < text.index('id="install"')


def test_no_source_is_published(published: Path) -> None:
    """What makes the documentation is no part of it."""
    assert [name for name in SOURCES if (published / name).exists()] == []
