"""Theories of what each person can claim: rights, and complaints against principles."""

from __future__ import annotations

from collections.abc import Iterator
from math import exp
from typing import NamedTuple

from tests.laws.oracle.amounts import above, at_least, difference, equal, excess
from tests.laws.oracle.case import GRAVE, PER_WORST, Case, is_whole
from tests.laws.oracle.harms import harms_of
from tests.laws.oracle.judgement import Judgement, tested
from tests.laws.oracle.records import Duty, Option, Party

STEEPEST = 50.0  # exponent


class Claim(NamedTuple):
    """A claim that an option infringes: that to a duty, or not to be harmed."""

    stringency: float
    duty: Duty | None = None


def rights(case: Case) -> Judgement:
    """Forbid to infringe a graver claim than need be, unless it saves some one person far more."""
    claims = _Claims(case)
    counting = {option: list(claims.counting(option)) for option in case.options}
    gravity = {option: _gravest(found) for option, found in counting.items()}

    def saves(option: Option, other: Option) -> bool:
        least = claims.setting["threshold"] * gravity[option]
        return any(above(gain, least) for gain in claims.gains(option, other))

    def forbidden(option: Option) -> bool:
        if claims.strict:
            return bool(counting[option])
        graver = [other for other in case.options if above(gravity[option], gravity[other])]
        return any(not saves(option, other) for other in graver)

    return tested(
        case,
        lambda option: -gravity[option],
        claims=lambda option: forbidden(option) and any(claim.duty for claim in counting[option]),
        harms_done=lambda option: forbidden(option) and any(not claim.duty for claim in counting[option]),
    )


def _gravest(claims: list[Claim]) -> float:
    return max((claim.stringency for claim in claims), default=0.0)


class _Claims:
    """The claims that options infringe, by the settings of the theory of rights."""

    def __init__(self, case: Case) -> None:
        self.case, self.harm = case, harms_of(case)
        self.setting = case.settings("rights", threshold=2, grave=GRAVE, risk=1e-6, strict=0)
        self.strict = self.setting["strict"] > 0.5
        self.restraint = {
            option: [*self._duties(option, "restraint"), *self._harms(option)] for option in case.options
        }

    def counting(self, option: Option) -> Iterator[Claim]:
        """Yield the claims to restraint, and those to aid that another option can meet."""
        yield from self.restraint[option]
        for claim in self._duties(option, "aid"):
            if any(self._meets(other, option, claim) for other in self.case.others(option)):
                yield claim

    def gains(self, option: Option, other: Option) -> list[float]:
        """Return what each person is spared by an option rather than another, reckoned by harms."""
        pairs = [self.case.levels(option, other, q, harms=True) for q in self.case.parties if q.people]
        return [difference(*pair) for pair in pairs]

    def _meets(self, other: Option, option: Option, claim: Claim) -> bool:
        """Return whether another option meets a claim to aid at no claim or cost as stringent."""
        assert claim.duty
        degrees = [duty.degree for duty in other.duties if duty.id == claim.duty.id]
        better = above(degrees[0] if degrees else 0.0, claim.duty.degree)
        dear = claim.stringency / self.setting["threshold"]
        costly = any(at_least(loss, dear) for loss in self.gains(option, other))
        return better and not costly and not above(_gravest(self.restraint[other]), claim.stringency)

    def _duties(self, option: Option, demand: str) -> Iterator[Claim]:
        grave = 0.0 if self.strict else self.setting["grave"]
        for duty in option.duties:
            if duty.owed_to and duty.demands == demand and duty.violated(grave):
                shared = self.case.stringency(duty) / sum(party.members for party in duty.owed_to)
                alone = abs(duty.degree) * self.case.worst * duty.weight / PER_WORST
                yield Claim(min(self.case.worst, max(shared, alone)), duty)

    def _harms(self, option: Option) -> Iterator[Claim]:
        for party in self.case.parties:
            amount = self._harm(option, party) if party.people else 0.0
            if amount > 0:
                yield Claim(amount)

    def _harm(self, option: Option, party: Party) -> float:
        rows = [
            row
            for row in option.on(party)
            if row.bad and not self.harm[row].agreed and self._likely(row.probability)
        ]
        done = sum(self.harm[row].inexcusable for row in rows) / party.members
        return max([done, *(self.harm[row].wronging for row in rows if row.aimed and row.does)])

    def _likely(self, probability: float) -> bool:
        if self.strict or self.setting["risk"] == 0:
            return probability > 0
        return above(probability / self.setting["risk"], 1.0)


def contractualist(case: Case) -> Judgement:
    """Forbid an option to which some one objects more strongly than any one to an alternative."""
    priority = case.settings("contractualist", priority=0.2)["priority"]
    complaints = _Complaints(case, priority)
    strongest = {option: complaints.strongest(option) for option in case.options}
    rejectable = {option: complaints.rejectable(option) for option in case.options}
    if all(rejectable.values()):
        eligible = [option for option in case.options if not complaints.dominated(option)] or case.options
        least = min(strongest[option] for option in eligible)
        rejectable = {
            option: option not in eligible or not equal(strongest[option], least) for option in case.options
        }
    return tested(case, lambda option: -strongest[option], rejectable=lambda option: rejectable[option])


class _Complaints:
    """What people can object to an option in favour of another."""

    def __init__(self, case: Case, priority: float) -> None:
        self.case, self.priority = case, priority
        self.agreed = {row: harm.agreed for row, harm in harms_of(case).items()}

    def strongest(self, option: Option) -> float:
        return max(self._objection(option, other, leaving=True)[0] for other in self.case.others(option))

    def rejectable(self, option: Option) -> bool:
        return any(self._outdone(option, other) for other in self.case.others(option))

    def dominated(self, option: Option) -> bool:
        """Return whether there is an objection to an option, and none to some alternative."""
        return any(
            self._objection(option, other, leaving=True)[0] > 0
            and not self._objection(other, option, leaving=False)[0] > 0
            for other in self.case.others(option)
        )

    def _outdone(self, option: Option, other: Option) -> bool:
        mine, holders = self._objection(option, other, leaving=True)
        theirs, others = self._objection(other, option, leaving=False)
        more = mine > 0 and equal(mine, theirs) and above(holders, others)
        return above(mine, theirs) or more

    def _objection(self, option: Option, other: Option, *, leaving: bool) -> tuple[float, float]:
        """Return the strongest complaint, and how many have it; `leaving` leaves out consented losses."""
        complaints = [
            (self._complaint(option, other, party, leaving=leaving), party.members)
            for party in self.case.people
        ]
        most = max((complaint for complaint, _ in complaints), default=0.0)
        holders = sum(members for complaint, members in complaints if equal(complaint, most))
        return most, holders if most > 0 else 0.0

    def _complaint(self, option: Option, other: Option, party: Party, *, leaving: bool) -> float:
        agreed = -sum(min(0.0, row.stake) for row in option.on(party) if leaving and self.agreed[row])
        here, there = self.case.levels(option, other, party, added=agreed)
        loss = excess(there, here)
        excused = self._excused(option, other, party, loss, leaving=leaving)
        betrayed = 0.0
        if self._compared(option, other, party):
            betrayed = excess(self.case.betrayal(option, party), self.case.betrayal(other, party))
        urgency = exp(max(-STEEPEST, min(STEEPEST, -self.priority * party.level / self.case.worst)))
        return urgency * (difference(loss, excused) + betrayed)

    def _excused(self, option: Option, other: Option, party: Party, loss: float, *, leaving: bool) -> float:
        """Return how much of a loss liability excuses: at most the further harm that the option does."""
        done = self._done(option, party, leaving=leaving)
        further = excess(done, self._done(other, party, leaving=False))
        liability = self.case.liability(option, party)
        return min(loss, further, further if is_whole(liability) else liability * self.case.worst)

    def _done(self, option: Option, party: Party, *, leaving: bool) -> float:
        return sum(
            -row.stake
            for row in option.on(party)
            if row.bad and row.does and not (leaving and self.agreed[row])
        )

    def _compared(self, option: Option, other: Option, party: Party) -> bool:
        """Return whether a party exists under both options, or has a level below 0 under the one."""
        there = [one for one in (option, other) if self.case.exists(one, party)]
        return len(there) == 2 or any(self.case.level[one, party] < 0 for one in there)
