"""A reason as one short sentence: what a theory found, with its amounts, in a specialist's words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from dilemma.framework import About, Reason
from dilemma.quantity import equal
from dilemma.report.figures import contrast, figure
from dilemma.report.names import Names, listed

__all__ = ["sentence", "test_name"]

TEST_NAMES = {  # in full, and short enough for a narrow table
    "absolute-duties": ("duty", "duty"),
    "humanity": ("humanity", "humanity"),
    "threshold": ("threshold", "thresh."),
    "act": ("act", "act"),
    "intention": ("intention", "aim"),
    "means": ("means", "means"),
    "proportion": ("proportion", "proport."),
    "least-harm": ("least harm", "least"),
    "distinction": ("distinction", "distinct."),
    "proportionality": ("proportionality", "proport."),
    "precautions": ("precautions", "precaut."),
    "rejectable": ("rejectable", "reject."),
    "too-dear": ("too little", "little"),  # what fails it does less than can be asked
    "undominated": ("dominated", "dominated"),
    "harms-done": ("harm done", "harm"),
    "claims": ("claims", "claims"),
    "base-act": ("base act", "base"),
}

PASSED = {
    "absolute-duties": "violates no absolute duty",
    "humanity": "uses no one merely as a means",
    "act": "violates no absolute duty in itself",
    "intention": "aims at no harm and no wrong",
    "means": "uses no harm and no wrong as its means",
    "distinction": "makes no civilian the object of attack",
    "undominated": "no other option is at least as good for everyone and better for someone",
    "harms-done": "harms no one who has not agreed to it or become liable to it",
    "claims": "infringes no one's claim",
    "base-act": "does nothing base in itself",
}

GROUNDS = {
    "violation": "{where} is an absolute duty, and this violates it",
    "harm-as-means": "{where} is the means to its aim",
    "harm-as-end": "{where} is its aim",
    "wrong-as-means": "violating {where} is the means to its aim",
    "wrong-as-end": "violating {where} is its aim",
    "harm-done": "does harm that would not have happened anyway: {where}",
    "breach": "infringes {where}",
    "uses": "needs {where}, who have not agreed and could not",
    "infringed": "infringes {where} (degree {amount})",
    "claim": "infringes {where}, which is owed to someone as their claim",
    "dominates": "{where} is at least as good for everyone, and better for someone",
    "base": "{where} (degree {amount}) has no mean: it is base in itself",
    "tail": "{where}, a catastrophe of low chance, counts {amount} before all else",
    "worst-off": "{where} fare worst, at {amount}",
    "abandoned": "{where} are left furthest below what they could have had ({amount}, the tie counted)",
    "if-so": "if {where} holds",
    "if-not": "if {where} does not hold",
}

TERMS = {
    "consequence": "{where} counts {amount}",
    "practice": "as a general rule, {where} counts {amount}",
    "duty": "{where} counts {amount}",
    "harm": "{where} is harm done: {amount}",
    "claim": "infringing {where} counts {amount}",
    "nonmaleficence": "{where} is harm done, not merely allowed: {amount} more",
}


def test_name(test: str) -> tuple[str, str]:
    """Return a test's name in full and for a narrow table; one we do not know keeps its own."""
    return TEST_NAMES.get(test, (test, test))


def sentence(reason: Reason, reasons: Sequence[Reason], about: About | None, names: Names) -> str:
    """Return the reason in words, without a full stop.

    `reasons` are all of the option's, since a failed test is told by its grounds; `about` is the
    theory's title block, None for the residue, which no theory owns.
    """
    if reason.kind == "term":
        return _term(reason, names)
    if reason.kind == "binding":
        return _ground(reason, reasons, about, names)
    teller = TELLERS.get(reason.key)
    if teller is not None:
        return teller(reason, reasons, names)
    if reason.holds:
        return PASSED.get(reason.key, f"passes the test “{test_name(reason.key)[0]}”")
    told = [_ground(other, reasons, about, names) for other in _grounds(reason, reasons)]
    return "; ".join(dict.fromkeys(told)) or f"fails the test “{test_name(reason.key)[0]}”"


def _amount(reason: Reason) -> float:
    assert isinstance(reason.amount, float)
    return reason.amount


def _against(reason: Reason) -> float:
    assert isinstance(reason.against, float)
    return reason.against


def _where(reason: Reason, names: Names) -> str:
    return names.at(reason.address) if reason.address else "this"


def _term(reason: Reason, names: Names) -> str:
    wording = TERMS.get(reason.key, "{where} counts {amount}")
    return wording.format(where=_where(reason, names), amount=figure(_amount(reason)))


def _ground(reason: Reason, reasons: Sequence[Reason], about: About | None, names: Names) -> str:
    where = _where(reason, names)
    if reason.key == "worst":
        return " ".join(["at worst", figure(_amount(reason)), *_facts(reasons, names)])
    if reason.key == "regret":
        most = " ".join(["would be regretted most", *_facts(reasons, names)])
        return f"{most}: {where} would bring {figure(_amount(reason))} more"
    if reason.key == "gentler":
        less, more = contrast(_amount(reason), _against(reason))
        nearly = "gains nearly as much" if about and about.id == "just-war" else "does nearly as much good"
        return f"{where} {nearly} with less harm ({less}, not {more})"
    if reason.key == "objection":
        return f"{where} could object: each of them expects to be {figure(_amount(reason))} worse off"
    if reason.key == "rival":
        return f"fails beside {where}"
    amount = figure(reason.amount) if isinstance(reason.amount, float) else ""
    return GROUNDS.get(reason.key, "{where}").format(where=where, amount=amount)


def _facts(reasons: Sequence[Reason], names: Names) -> Iterator[str]:
    """Yield what holds in the world that binds: `if X holds and Y does not`; nothing where none is told."""
    facts = [(_where(r, names), r.key == "if-so") for r in reasons if r.key in {"if-so", "if-not"}]
    holding = [where for where, holds in facts if holds]
    failing = [where for where, holds in facts if not holds]
    told = [
        f"{listed(names_)} {verb if len(names_) == 1 else verbs}"
        for names_, verb, verbs in (
            (holding, "holds", "hold"),
            (failing, "does not" if holding else "does not hold", "do not" if holding else "do not hold"),
        )
        if names_
    ]
    if told:
        yield f"if {' and '.join(told)}"


def _grounds(test: Reason, reasons: Sequence[Reason]) -> list[Reason]:
    return [r for r in reasons if r.kind == "binding" and r.test == test.key]


def _rivals(test: Reason, reasons: Sequence[Reason], names: Names) -> str:
    """Return the options beside which a test fails, in words."""
    return listed([_where(r, names) for r in _grounds(test, reasons) if r.key in ("rival", "gentler")])


def _proportion(test: Reason, _reasons: Sequence[Reason], _names: Names) -> str:
    good, needed = contrast(_amount(test), _against(test))
    if test.holds:
        return f"the good it adds ({good}) is in proportion to the bad (which asks for {needed})"
    return f"the good it adds ({good}) is too little for the bad (which asks for {needed})"


def _proportionality(test: Reason, _reasons: Sequence[Reason], _names: Names) -> str:
    harm, allowed = contrast(_amount(test), _against(test))
    if test.holds:
        return (
            f"harm to civilians ({harm}) is within what its military advantage allows ({allowed})"
            if _amount(test)
            else "does no harm to civilians"
        )
    return f"harm to civilians ({harm}) exceeds what its military advantage allows ({allowed})"


def _gentler(test: Reason, reasons: Sequence[Reason], names: Names) -> str:
    if test.holds:
        if test.key == "precautions":
            return "no other option gains nearly as much with less harm to civilians"
        return "no other clean option does nearly as much good with less harm"
    less, more = contrast(_against(test), _amount(test))
    nearly = "gain nearly as much" if test.key == "precautions" else "do nearly as much good"
    rivals = _rivals(test, reasons, names)
    verb = nearly if " and " in rivals else nearly.replace("gain", "gains").replace("do ", "does ")
    harm = "less harm to civilians" if test.key == "precautions" else "less harm"
    return f"{rivals} {verb} with {harm} (down to {less}, not {more})"


def _threshold(test: Reason, reasons: Sequence[Reason], names: Names) -> str:
    if test.amount is None:
        return "no other option breaches absolute duties less"
    cost, gain = contrast(_amount(test), _against(test))
    if test.holds:
        return f"what it breaches further asks for {cost} more good, and it brings {gain}"
    duties = listed([_where(r, names) for r in _grounds(test, reasons) if r.key == "breach"])
    worst = max((r for r in _grounds(test, reasons) if r.key == "rival"), key=_excess)
    return f"infringing {duties} asks for {cost} more good than {_where(worst, names)}; it brings {gain}"


def _rejectable(test: Reason, reasons: Sequence[Reason], names: Names) -> str:
    grounds = _grounds(test, reasons)
    if test.holds:
        if any(r.key == "rival" for r in grounds):
            return "every option can be rejected; the strongest objection is least here"
        return "against every other option, no one's objection to it is the stronger"
    mine, yours = contrast(_amount(test), _against(test))
    worst = max((r for r in grounds if r.key == "rival"), key=_excess)
    holders = [_where(r, names) for r in grounds if r.key == "objection" and r.amount == worst.amount]
    who, rival = listed(list(dict.fromkeys(holders))), _where(worst, names)
    if equal(_amount(test), _against(test)):
        return (
            f"{who} can reject it for {rival}: each of them expects to be {mine} worse off, and they are more"
        )
    return (
        f"{who} can reject it in favour of {rival}: "
        f"each of them expects to be {mine} worse off; no one the other way by more than {yours}"
    )


def _too_dear(test: Reason, reasons: Sequence[Reason], names: Names) -> str:
    if test.amount is None:
        return "no option does more good"
    gain, weighed = contrast(_amount(test), _against(test))
    if test.holds:
        return f"to do better would give others {gain}, at a cost to the agent's own that counts {weighed}"
    rivals = _rivals(test, reasons, names)
    return f"{rivals} would give others {gain} more, at a cost to the agent's own that counts only {weighed}"


def _excess(rival: Reason) -> tuple[float, float]:
    return _amount(rival) - _against(rival), _amount(rival)


TELLERS: dict[str, Callable[[Reason, Sequence[Reason], Names], str]] = {
    "proportion": _proportion,
    "proportionality": _proportionality,
    "least-harm": _gentler,
    "precautions": _gentler,
    "threshold": _threshold,
    "rejectable": _rejectable,
    "too-dear": _too_dear,
}
"""Tests whose sentence needs the two amounts, or the rival."""
