"""Settings that change nothing, because no verdict can depend on the number that they set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dilemma.robustness.dials.inventory import beliefs_read, numbers
from dilemma.scenario.model import Scenario
from dilemma.scenario.views.view import View

__all__ = ["idle_settings"]

MOST = 3  # addresses that are named


def idle_settings(view: View, addresses: Iterable[str]) -> Iterator[str]:
    """Yield a sentence for each of these addresses, set in the view, that nothing reads.

    So it is with a probability of which every option has its own: the sentence says where they are.
    """
    every = tuple(numbers(view.scenario))
    dead = {one.address for one in every if not one.read} | _beliefs_overridden(view.scenario)
    live = [one.address for one in every if one.read and one.address not in dead]
    for address in addresses:
        if address in dead:
            own = [one for one in live if one.endswith(f".{address}")]
            yield f"{address} is set and changes nothing: {_instead(own)}"


def _beliefs_overridden(scenario: Scenario) -> set[str]:
    """Return the addresses of probabilities that no consequence depends on under any option."""
    return {f"beliefs.{id}.probability" for id in scenario.beliefs.keys() - beliefs_read(scenario)}


def _instead(own: list[str]) -> str:
    """Return why nothing reads a number: options have their own, or nothing uses it."""
    if not own:
        return "nothing in the scenario uses it"
    more = f" and {len(own) - MOST} more" if len(own) > MOST else ""
    return f"every option that uses it has a number of its own, at {', '.join(own[:MOST])}{more}"
