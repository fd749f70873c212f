"""The pages that the browser opens. The accessibility check needs axe-core, whose file DILEMMA_AXE names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dilemma import load
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.reports.page.analysis import analyse
from dilemma.reports.page.document import page as written
from dilemma.scenario import view


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str | Path], Path]:
    """Return what makes the page of a scenario, once."""
    folder = tmp_path_factory.mktemp("page")

    def make(source: str | Path) -> Path:
        path = folder / f"{Path(source).stem}.html"
        if not path.exists():
            path.write_text(written(analyse(view(load(source)), CATALOGUE)), "utf-8")
        return path

    return make


@pytest.fixture
def cluster(made: Callable[[str | Path], Path]) -> Path:
    return made("cluster")
