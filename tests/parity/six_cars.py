"""Six cars by five criteria: the net flows of PROMETHEE II, and what of ours corresponds.

A net flow is Σ weight × the flow on one criterion. The flows on one criterion are published and taken as they
are: how a difference of price becomes a preference, with thresholds, is no part of this program.
"""

from __future__ import annotations

from .study import Ours, inputs, order, scored

__all__ = ["NAME", "ours"]

NAME = "six-cars"
DIGITS = 4  # after the point, as the published flows have


def ours() -> Ours:
    """Return our result for each row."""
    stated = inputs(NAME)
    cars, weights = stated["cars"], stated["weights"]
    flows = scored("expected-raw", cars, stated["flows"], weights)
    goals, measured = stated["goals"], stated["measured"]
    better = [
        [value if goal == "max" else -value for value in values]
        for goal, values in zip(goals, measured, strict=True)
    ]
    return {
        **{f"net flow, {car}": round(flow, DIGITS) for car, flow in flows.items()},
        "order by net flow": order(flows),
        "order: theirs by linear preference, ours by Borda": order(scored("borda", cars, better, weights)),
    }
