"""Two elections: who wins by eight voting methods, from the ballots in `tests/data/tables`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from dilemma.frameworks.registry import theories
from dilemma.reconciliation.input.read import read_any
from dilemma.reconciliation.method import elect, margins
from dilemma.reconciliation.methods.catalogue import method_named
from dilemma.reconciliation.profile import Profile
from dilemma.reconciliation.reconciliation import profile_of
from dilemma.reconciliation.request import credences_in_force, request
from dilemma.reconciliation.subject import subject_of
from dilemma.scenario.files import single

from .study import Ours, study

__all__ = ["NAME", "lead", "ours", "there"]

NAME = "elections"
TABLES = Path(__file__).parents[1] / "data" / "tables"
BALLOTS: Mapping[str, Path] = {
    "Burlington 2009": TABLES / "burlington-2009.toi",
    "Debian 2012": TABLES / "debian-2012.soi",
}


def there() -> bool:
    """Return whether the ballots of both elections are in this checkout."""
    return all(path.is_file() for path in BALLOTS.values())


def ours() -> Ours:
    """Return who wins by our method of each row, `=` between those that tie."""
    profiles = {election: profile(election) for election in BALLOTS}
    return {
        row["what"]: winners(profiles[row["what"].partition(",")[0]], row["method"])
        for row in study(NAME)["rows"]
    }


def profile(election: str) -> Profile:
    """Return the ballots of an election, each order with as many votes as voters gave it."""
    source = read_any(single(str(BALLOTS[election])), theories())
    subject = subject_of(source)
    return profile_of(subject, credences_in_force(source, subject, request(methods=["default"])))


def winners(ballots: Profile, method: str) -> str:
    """Return who wins by a method."""
    outcome = elect(method_named(method), ballots)
    assert outcome is not None
    return " = ".join(ballots.options[option] for option in outcome.winners)


def lead(election: str, first: str, second: str) -> int:
    """Return by how many ballots one candidate leads another."""
    ballots = profile(election)
    return margins(ballots)[ballots.options.index(first)][ballots.options.index(second)]
