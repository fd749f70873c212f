"""Cruxes inside stated ranges: the same as those found over whole domains, and a way for any plug-in."""

from __future__ import annotations

import pytest

from dilemma import load, weigh
from dilemma.errors import BrokenFramework
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.robustness.cruxes import sweep
from dilemma.robustness.cruxes.crux import cruxes
from dilemma.robustness.cruxes.in_ranges import cruxes_in_ranges
from tests.unit.reports.weigh.small import PARTED


@pytest.mark.parametrize("name", ["cluster", "track-two", "negotiations", "library/ransom"])
def test_they_are_the_cruxes_inside(name: str) -> None:
    """Every crux inside a stated range is found, at the same value, and no other."""
    view = weigh(load(name)).view
    whole = {
        (crux.dial.address, crux.about.id, crux.direction, crux.after): crux
        for crux in cruxes(view, CATALOGUE).cruxes
        if crux.inside
    }
    found = cruxes_in_ranges(view, CATALOGUE)
    assert found is not None
    here = {(crux.dial.address, crux.about.id, crux.direction, crux.after): crux for crux in found}
    assert whole.keys() == here.keys()
    for key, crux in whole.items():
        assert here[key].at == pytest.approx(crux.at, rel=1e-5, abs=1e-9)


@pytest.mark.parametrize("best", [20, 21])
def test_a_tie_at_the_end_is_no_reversal(best: int) -> None:
    """A turn at the end of a range, where two options are level, is inside for neither kind of sweep."""
    options = {
        "a": {"consequences": {"lost": {"count": 20}}},
        "b": {"consequences": {"lost": {"count": [20, best, 30]}}},
    }
    small = {key: PARTED[key] for key in ("format", "title", "question", "unit", "parties")}
    consequences = {"lost": {"party": "few", "value": -1}}
    view = weigh(load({**small, "consequences": consequences, "options": options})).view
    utilitarian = [theory for theory in CATALOGUE if theory.about.id == "utilitarian"]
    inside = [crux for crux in cruxes(view, utilitarian).cruxes if crux.inside]
    found = cruxes_in_ranges(view, utilitarian)
    assert found is not None
    told = [crux for crux in (*inside, *found) if crux.dial.address.startswith("options.b")]
    assert [crux for crux in told if crux.after == ("b",) or best > 20] == []


def test_a_file_without_ranges_has_none() -> None:
    """None is told apart from an empty result: no range is stated, so nothing is known."""
    certain = {"works": {"claim": "The plan works.", "probability": 0.6}}
    assert cruxes_in_ranges(weigh(load({**PARTED, "beliefs": certain})).view, CATALOGUE) is None


def test_what_cannot_be_recorded_is_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    """A theory of another package that no graph can hold is judged at the ends: it turns all the same."""
    view = weigh(load(PARTED)).view
    utilitarian = [theory for theory in CATALOGUE if theory.about.id == "utilitarian"]
    expected = cruxes_in_ranges(view, utilitarian)
    assert expected
    sweeps = sweep.Sweeps

    def refusing(scenario, frameworks, dials, *, stated):  # type: ignore[no-untyped-def]
        if frameworks:
            raise BrokenFramework("some-package", frameworks[0].about.id, "it cannot be recorded")
        return sweeps(scenario, frameworks, dials, stated=stated)

    monkeypatch.setattr(sweep, "Sweeps", refusing)
    found = cruxes_in_ranges(view, utilitarian)
    assert found
    (mine,), (theirs,) = found, expected
    assert (mine.dial.address, mine.before, mine.after, mine.direction) == (
        theirs.dial.address,
        theirs.before,
        theirs.after,
        theirs.direction,
    )
    assert mine.at == pytest.approx(theirs.at, rel=1e-2)
