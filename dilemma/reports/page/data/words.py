"""The words of the page for its script: names from the file, and the templates that the program uses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dilemma.frameworks.framework import About, Framework
from dilemma.frameworks.wording import GROUNDS, TERM, TestWords
from dilemma.reports.page.burdens import GROUPS
from dilemma.reports.page.data.outputs import Outputs
from dilemma.reports.page.wording import SCRIPT
from dilemma.reports.weigh.differences import factor_of
from dilemma.reports.words.letters import letters
from dilemma.reports.words.names import Names
from dilemma.reports.words.templates import ANSWER, FAILED, IMPOSSIBLE, NOT_TAKEN, PASSES, VERDICTS, WHY

__all__ = ["words_of"]

SCRIPT_FIELDS = ("name", "passed", "failed", "unopposed", "nought", "beside", "equal")
"""The fields of TestWords that the script of the page uses."""


def words_of(places: Outputs, names: Names, frameworks: Sequence[Framework]) -> dict[str, Any]:
    """Return names and templates: of places by the index of an address, of theories and options by theirs."""
    scenario = names.scenario
    return {
        "places": [names.at(address) for address in places.addresses],
        "factors": [*_factors(places.addresses, names)],
        "options": [names.option(id) for id in scenario.options],
        "ids": [*scenario.options],
        "letters": [*letters(tuple(scenario.options)).values()],
        "parties": {id: names.party(id) for id in scenario.parties},
        "groups": dict(GROUPS),
        "own": {framework.about.id: _own(framework.about) for framework in frameworks},
        "passes": PASSES,
        "failed": FAILED,
        "grounds": dict(GROUNDS),
        "term": TERM,
        "verdicts": dict(VERDICTS),
        "answer": dict(ANSWER),
        "why": dict(WHY),
        "impossible": IMPOSSIBLE,
        "refused": NOT_TAKEN,
        "theories": [framework.about.name for framework in frameworks],
        "short": [framework.about.short_name for framework in frameworks],
        "page": dict(SCRIPT),
    }


def _factors(addresses: Iterable[str], names: Names) -> Iterable[list[Any]]:
    """Yield, for each address of a reason, the index of its factor among all, and the factor's name there."""
    known: dict[str, int] = {}
    for address in addresses:
        factor, place = factor_of(address)
        yield [known.setdefault(factor, len(known)), names.at(place)]


def _own(about: About) -> dict[str, Any]:
    """Return the wordings of a theory: of its tests, and its own of grounds and terms."""
    tests = {test.id: _sentences(test) for test in about.tests}
    return {"tests": tests, "grounds": dict(about.grounds), "terms": dict(about.terms)}


def _sentences(test: TestWords) -> dict[str, str]:
    """Return the name and the sentences that a test has."""
    return {key: text for key, text in test._asdict().items() if key in SCRIPT_FIELDS and text is not None}
