"""Fixtures for the tests of syntax: PyYAML's two parsers."""

from __future__ import annotations

import pytest
import yaml

from dilemma.scenario.syntax import reader

LOADERS = [yaml.SafeLoader, *([yaml.CSafeLoader] if hasattr(yaml, "CSafeLoader") else [])]


@pytest.fixture(params=LOADERS, ids=lambda loader: loader.__name__)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> object:
    """Read with libyaml, and with the Python parser that stands in where it is missing."""
    monkeypatch.setattr(reader, "LOADER", request.param)
    return request.param
