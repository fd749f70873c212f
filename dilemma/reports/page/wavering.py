"""Wavering verdicts: what each theory would answer if one number stood elsewhere in its stated range."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dilemma.reports.page.wording import SCRIPT
from dilemma.reports.weigh.wavering import lead_in_words
from dilemma.robustness.cruxes.crux import Crux
from dilemma.scenario.phrases import any_of
from dilemma.weighing import Verdict

__all__ = ["Wavering", "remark_of", "wavering"]


class Wavering(NamedTuple):
    """What a theory would answer if one number stood elsewhere in its stated range.

    `lost` and `gained` are the options that would leave and join its choice; `words` tells it by letters.
    """

    lost: frozenset[str]
    gained: frozenset[str]
    words: str


def wavering(verdict: Verdict, cruxes: Sequence[Crux], lettered: Mapping[str, str]) -> Wavering:
    """Return how a verdict wavers; `cruxes` are those of all theories inside stated ranges."""
    mine = [crux for crux in cruxes if crux.about.id == verdict.about.id]
    now = frozenset(verdict.choice)
    others = [frozenset(crux.after or ()) for crux in mine]
    lost = frozenset(id for other in others for id in now - other)
    gained = frozenset(id for other in others for id in other - now)
    parts = [*_changes(verdict, lost, gained, lettered)]
    if any(crux.after is None for crux in mine):
        parts.append(SCRIPT["wavers-none-left"])
    return Wavering(lost, gained, SCRIPT["or"].join(parts))


def _changes(
    verdict: Verdict, lost: frozenset[str], gained: frozenset[str], lettered: Mapping[str, str]
) -> Iterator[str]:
    """Yield what a verdict would turn to, by letters: `to C or D`; or what it would drop, and add."""
    goes = len(verdict.choice) == 1 and lost and gained
    told = {"wavers-to": gained} if goes else {"wavers-drops": lost, "wavers-adds": gained}
    for key, ids in told.items():
        if ids:
            yield SCRIPT[key].format(options=any_of([lettered[id] for id in lettered if id in ids]))


def remark_of(verdict: Verdict, wavers: Wavering, lettered: Mapping[str, str]) -> str:
    """Return what a theory would turn to, or how near the next option is; or that it does not apply."""
    if not verdict.applicable:
        return SCRIPT["does-not-apply"]
    return wavers.words or lead_in_words(verdict, lettered)
