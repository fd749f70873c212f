"""Flips as clauses: "if it were more than 55 % likely that ..."."""

from __future__ import annotations

from dilemma.frameworks.framework import intervals
from dilemma.reports.words.figures import contrast, percents
from dilemma.reports.words.names import Names
from dilemma.robustness.counterfactuals import Flip
from dilemma.robustness.explanation import Explanation
from dilemma.scenario.phrases import any_of

__all__ = ["clauses", "fact_clause"]

MOST_NAMED = 3  # facts of one kind named in one clause
MOST_NUMBERS = 4  # turning points named, the nearest first

FACTS = {
    "as-side-effect": "{what} were a side effect and no part of the plan",
    "as-means": "{what} were the means to the aim",
    "consented": "those who bear {what} had agreed to it",
    "done": "{what} were the agent's own doing, not only allowed",
    "allowed": "{what} were only allowed, not the agent's own doing",
    "not-absolute": "{what} were no absolute duty",
    "absolute": "{what} were an absolute duty",
    "wrong-as-side-effect": "violating {what} were a side effect",
    "waived": "those to whom {what} is owed could and did release the agent from it",
    "not-used": "the plan needed no one who has not agreed",
    "liable": "{what} were liable to be harmed",
    "not-liable": "{what} were not liable to be harmed",
}


def clauses(found: Explanation, names: Names) -> list[str]:
    """Return the flips as clauses to follow "if": plain facts by kind, then the nearest numbers."""
    flips = found.flips
    facts: dict[str, list[str]] = {}
    for flip in flips:
        if flip.above is None:
            facts.setdefault(flip.kind, []).append(_what(flip, names))
    numbers = sorted((flip for flip in flips if flip.above is not None), key=_distance)
    return [
        *(FACTS[kind].format(what=_some_of(whats)) for kind, whats in facts.items()),
        *(_number(flip, found, names) for flip in numbers[:MOST_NUMBERS]),
    ]


def fact_clause(flip: Flip, names: Names) -> str:
    """Return a flip that is a plain fact as a clause to follow "if"."""
    return FACTS[flip.kind].format(what=_what(flip, names))


def _some_of(whats: list[str]) -> str:
    """Return the names of a few facts as alternatives, joined by "or"."""
    named = list(dict.fromkeys(whats))
    if len(named) > MOST_NAMED:
        return f"{', '.join(named[:MOST_NAMED])} or any of {len(named) - MOST_NAMED} more"
    return any_of(named)


def _what(flip: Flip, names: Names) -> str:
    path = flip.address.split(".")
    if path[0] == "parties":
        return names.party(path[1])
    if path[0] == "duties":
        return names.factor(path[1])
    return "" if path[2] == "uses" else names.factor(path[3])


def _distance(flip: Flip) -> float:
    """Return the distance of the turning point from the best estimate, relative to the larger of both."""
    assert isinstance(flip.value, float)
    best = flip.best or 0.0
    return abs(flip.value - best) / max(abs(flip.value), abs(best))


def _number(flip: Flip, found: Explanation, names: Names) -> str:
    """Return a clause on the side of its turning point where a number would change the verdict."""
    assert isinstance(flip.value, float)
    assert flip.best is not None
    if flip.kind in ("belief", "event", "chance"):
        return _probability(flip, found, names)
    turn, best = contrast(flip.value, flip.best)
    told = _measure(flip, turn, found, names)
    if flip.kind in ("degree", "virtue"):
        return f"{told} ({turn}; the file says {best})"
    return f"{told} ({'here' if flip.kind == 'setting' else 'the file says'} {best})"


def _probability(flip: Flip, found: Explanation, names: Names) -> str:
    assert isinstance(flip.value, float)
    assert flip.best is not None
    share, best = percents(flip.value, flip.best)
    path, likely = flip.address.split("."), _likely(flip, share)
    if flip.kind == "belief":
        told = f"it were {likely} that {_claim(path[1], names)}"
    elif flip.kind == "event":
        told = f"it were {likely}, under {names.option(found.option)}, that {_claim(path[3], names)}"
    else:
        told = f"it were {likely}, under {names.option(path[1])}, that {names.factor(path[3])} happens"
    return f"{told} (the file says {best})"


def _measure(flip: Flip, turn: str, found: Explanation, names: Names) -> str:
    path, more = flip.address.split("."), "more" if flip.above else "less"
    match flip.kind:
        case "virtue":
            return f"it expressed {names.factor(path[3])} {more}"
        case "degree":
            return f"it went {'less far' if flip.above else 'further'} against {names.factor(path[3])}"
        case "tie":
            return (
                f"the tie to {names.party(path[1])} were {'closer' if flip.above else 'looser'} than {turn}"
            )
        case "party-weight" if not flip.above and turn == "0":
            return f"what befalls {names.party(path[1])} did not count at all"
        case "party-weight":
            return f"what befalls {names.party(path[1])} counted {more} than {turn} times"
        case "duty-weight" | "virtue-weight":
            return f"{names.factor(path[1])} weighed {more} than {turn} of 10"
        case "exchange":
            return f"a duty of weight 1 were worth {more} than {turn} of the unit"
        case _:
            return f"{_meaning(path[-1], found)} were {more} than {turn}"


NEARLY = 5e-4  # probabilities nearer than this to 0 or 1 are called impossible or certain


def _likely(flip: Flip, share: str) -> str:
    """Return the words for a probability beyond its turning point: "more than 55 % likely"."""
    assert isinstance(flip.value, float)
    if flip.above:
        return "certain" if flip.value > 1 - NEARLY else f"more than {share} likely"
    return "impossible" if flip.value < NEARLY else f"less than {share} likely"


def _meaning(setting: str, found: Explanation) -> str:
    """Return the meaning of a theory's setting, without the remarks in brackets.

    A meaning that is a question (`how far ...`) becomes "the setting for how far ...", so that the clause
    can be read on.
    """
    meant = intervals(found.framework)[setting].in_words.partition(" (")[0]
    return f"the setting for {meant}" if meant.startswith("how ") else meant


def _claim(belief: str, names: Names) -> str:
    claim = names.scenario.beliefs[belief].claim.rstrip(".")
    return f"“{claim}”"
