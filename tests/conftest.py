"""What holds of the whole run: how many random scenarios a law is held against, and when garbage is sought.

HYPOTHESIS_PROFILE=thorough tries many more.
"""

from __future__ import annotations

import gc
import os

from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import none

from tests.support.browser import browser, running

__all__ = ["browser", "running"]  # fixtures for all tests

settings.register_profile("default", max_examples=60, deadline=None, derandomize=True, database=None,
                          suppress_health_check=[HealthCheck.too_slow])  # fmt: skip
settings.register_profile("thorough", settings.get_profile("default"), max_examples=500)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

ALLOCATED = 100_000  # objects between two looks for garbage: a graph of a case is as many, all of them needed


@given(none())
def _first_law(_: None) -> None:
    """Have Hypothesis make its generator of random numbers, whose holder it cannot find once frozen."""


def pytest_collection_finish() -> None:
    """Look for garbage seldom, and not among what lasts as long as the run: that took a tenth of it."""
    _first_law()
    gc.freeze()
    gc.set_threshold(ALLOCATED)
