"""Cruxes inside stated ranges, searched without the rest of each domain."""

from __future__ import annotations

import pytest

from dilemma import load
from dilemma.frameworks.registry import every_framework
from dilemma.robustness.cruxes.crux import Crux, cruxes
from dilemma.robustness.cruxes.live import live_cruxes
from dilemma.scenario.views.view import view


def named(crux: Crux) -> tuple[str, str, str, str]:
    """Return what tells a crux from others: its number, theory, direction and value."""
    return crux.dial.address, crux.about.id, crux.direction, f"{crux.at:.4g}"


def at_an_end(crux: Crux) -> bool:
    """Whether a crux lies at an end of its number's stated range, within six digits."""
    return any(crux.at == pytest.approx(end, rel=1e-6) for end in crux.dial.range or ())


@pytest.mark.parametrize("name", ["track-two", "library/ransom", "canonical/climate-gamble"])
def test_live_cruxes_are_those_inside_of_whole_domains(name: str) -> None:
    """Ranges searched alone hold the nearest turns that whole domains do, but for ties at their ends."""
    seen, theories = view(load(name)), every_framework()
    live, every = live_cruxes(seen, theories), cruxes(seen, theories)
    assert live.inside
    found = {named(crux) for crux in live.cruxes if crux.nearest and not at_an_end(crux)}
    assert found == {
        named(crux) for crux in every.cruxes if crux.inside and crux.nearest and not at_an_end(crux)
    }
    assert [verdict.choice for verdict in live.verdicts] == [verdict.choice for verdict in every.verdicts]


def test_without_a_turn_inside_whole_domains_are_searched() -> None:
    """A file that states no ranges gets every crux, and is told apart."""
    seen, theories = view(load("canonical/footbridge")), every_framework()
    live = live_cruxes(seen, theories)
    assert not live.inside
    assert live.stated == 0
    assert live.cruxes == cruxes(seen, theories).cruxes
