"""Rights: what may be done to one person is not settled by adding up what others gain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, ClassVar, NamedTuple

from dilemma.case import Act, Case, Obligation
from dilemma.frameworks import (
    HARMS_DONE,
    SET_OFF,
    About,
    Family,
    Gives,
    Interval,
    Judgement,
    Need,
    Note,
    Reason,
    RestatedDuties,
    Standing,
    Test,
    TestWords,
    exceeds_bar,
    ground,
    set_off,
    theory,
)
from dilemma.quantity import (
    Quantity,
    Truth,
    above,
    all_of,
    any_of,
    at_least,
    choose,
    equal,
    greatest,
    least,
    minus,
    negated,
    never,
    positive,
    total,
)

CLAIMS = "claims"  # the test
CLAIM, HARM_CLAIM = "claim", "harm-claim"  # keys of grounds
GRAVEST, SAVED = "gravest", "saved"  # keys of other reasons
CONFLICT = (
    "Rights conflict here: every option infringes a claim of someone, and what is infringed is still owed."
)
ALONE = "Rights never add people up: one person's claim is set against what any one person is saved."


class _Claim(NamedTuple):
    """A claim of one person against an option; `holds` is whether it is infringed and counts."""

    key: str
    address: str
    stringency: Quantity
    holds: Truth
    duty: Obligation | None = None

    @property
    def weight(self) -> Quantity:
        """The stringency, 0 if the claim does not count."""
        return choose(self.holds, self.stringency, 0.0)


@theory
class Rights:
    """A right is a claim of one person, which no sum of what others gain outweighs.

    1. A claim is infringed by a violated duty owed to someone, and by harm done to someone, less what it
       saves him from, who has not agreed and is not liable. It is as strong as it is to one person: his
       loss for a harm; for a duty his share of exchange · w · |g|, or |g| · w/10 · W if more; at most W.
    2. A claim to aid counts only if some option meets it better, infringes no stronger claim and
       costs no one person as much as the claim's strength divided by θ.
    3. An option is as grave as the strongest claim that it infringes. It is permitted if, for every
       less grave option, it saves some one person more than θ times its own gravity. Losses of several
       persons are never added.
    4. With `strict` set, any such claim or harm forbids; else the least grave option always passes.
    The tests `claims` and `harms-done` tell which of the two fails.
    """

    about: ClassVar[About] = About(
        id="rights",
        name="Rights",
        family=Family.DEONTOLOGICAL,
        gives=Gives.TIERS,
        standing=Standing.COMPREHENSIVE,
        formula="permitted if for every less grave p it saves some one person > θ · its strongest claim",
        reads=(
            "duties: to whom owed, what they demand, weight, degree, whether waived",
            "the exchange and worst",
            "the consequences of the act: done or allowed, role, consent and liability",
            "party levels and sizes",
            "the discount",
            "the baseline",
        ),
        sources=("thomson-1990", "nozick-1974", "shue-1980", "kamm-1993"),
        objections=(
            "To forbid violating a right even to prevent more violations seems irrational (Scheffler 1982).",
            "Rights conflict, and none says which is to yield (Waldron 1989).",
        ),
        tests=(
            TestWords(CLAIMS, "claims", "claims", passed="infringes no claim that forbids it"),
            HARMS_DONE._replace(passed="does no harm that a claim forbids"),
        ),
        sums=False,
        grounds={
            **SET_OFF,
            CLAIM: "infringes {where}, a claim of strength {amount}",
            HARM_CLAIM: "does harm to {where} worth {amount} to one of them, against their claim",
            GRAVEST: "the strongest claim that it infringes is held by {where}: {amount}",
            SAVED: (
                "{where} infringes less; beside it, this saves no one person more than {amount}, "
                "where more than {against} is asked for"
            ),
        },
        permits_none="Permits none: every option infringes a claim; none may be infringed (setting strict).",
        limits=(
            ALONE,
            "Benefits to other people do not cancel harm done to one.",
            "Liability is to a harm, not to this victim or for that threat.",
            "It knows no claim that arises only because another choice was made (secondary permissibility).",
        ),
        restates=(
            RestatedDuties(
                CLAIM,
                "This restates judgements in the file: that {duties} is owed to someone, and infringed.",
            ),
        ),
    )
    threshold: Annotated[
        Quantity, Interval(1.0, 1000.0, "θ: how many times a claim's strength one person must be saved")
    ] = 2.0
    grave: Annotated[Quantity, Interval(0.0, 1.0, "the degree beyond which a duty counts as violated")] = 0.5
    risk: Annotated[Quantity, Interval(0.0, 1.0, "η: the risk of harm that infringes no claim")] = 1e-6
    strict: Annotated[
        Quantity, Interval(0.0, 1.0, "above 0.5 any infringement forbids, whatever it saves")
    ] = 0.0

    def needs(self, case: Case) -> Iterator[Need]:
        yield Need(bool(case.claims), "no duty says whom it is owed to")

    def judge(self, case: Case) -> Iterator[Judgement]:
        strict = _is_strict(self.strict)
        restraint = {
            act.id: [*self._duties(act, case, strict), *self._harms(act, case, strict)] for act in case.acts
        }
        claims = {act.id: self._with_aid(act, restraint, case) for act in case.acts}
        gravity = {id: greatest(0.0, *[claim.weight for claim in own]) for id, own in claims.items()}
        conflict = all_of(*[positive(amount) for amount in gravity.values()])
        for act in case.acts:
            own = claims[act.id]
            rivals = list(self._less_grave(act, gravity, case))
            some = any_of(*[claim.holds for claim in own])
            unjustified = any_of(*[one.unjustified for one in rivals])
            fails = any_of(all_of(strict, some), all_of(negated(strict), unjustified))
            yield Judgement(
                act.id,
                0.0 - gravity[act.id],
                (_test(CLAIMS, own, fails), _test(HARMS_DONE.id, own, fails)),
                (
                    *_grounds(own, fails),
                    *_gravest(own, gravity[act.id], fails),
                    *_rival_grounds(rivals, all_of(fails, negated(strict))),
                    *set_off(act, case, liability=True),
                ),
                notes=(Note(CONFLICT, conflict), Note(ALONE, all_of(fails, negated(strict)))),
            )

    def _duties(self, act: Act, case: Case, strict: Truth, *, aid: bool = False) -> Iterator[_Claim]:
        """Yield the claims to restraint, or to aid, that the option infringes by breach of a duty."""
        for duty in act.obligations:
            if duty.owed_to and duty.aid is aid:
                holds = any_of(duty.violated(self.grave), all_of(strict, duty.infringed))
                if not never(holds):
                    yield _Claim(CLAIM, duty.address, _stringency(duty, case), holds, duty)

    def _harms(self, act: Act, case: Case, strict: Truth) -> Iterator[_Claim]:
        """Yield the claims of people whom the option harms: the harm it does to one of them."""
        for party in case.struck_people:
            done, used = [], []
            for effect in case.people.effects[act.id, party.id]:
                harm = case.harm(effect)
                risked = any_of(exceeds_bar(effect.likelihood, self.risk), strict)
                counts = all_of(risked, effect.is_bad, negated(harm.consented))
                done.append(choose(counts, harm.unexcused, 0.0))
                if effect.is_aimed and effect.agency == "does":
                    used.append(choose(all_of(counts, harm.wrongs), harm.wronging, 0.0))
            amount = greatest(total(done) / party.size, *used)
            holds = positive(amount)
            if not never(holds):
                yield _Claim(HARM_CLAIM, party.address, amount, holds)

    def _with_aid(self, act: Act, restraint: Mapping[str, Sequence[_Claim]], case: Case) -> list[_Claim]:
        """Return the claims against an option: those to restraint, and those to aid that count."""
        strict = _is_strict(self.strict)
        aid = [
            claim._replace(holds=all_of(claim.holds, self._can_be_met(claim, act, restraint, case)))
            for claim in self._duties(act, case, strict, aid=True)
        ]
        return [*restraint[act.id], *aid]

    def _can_be_met(
        self, claim: _Claim, act: Act, restraint: Mapping[str, Sequence[_Claim]], case: Case
    ) -> Truth:
        """Return whether some option meets a claim to aid better, at a price that can be asked."""
        dear = claim.stringency / self.threshold
        return any_of(
            *[
                all_of(
                    above(_degree(rival, claim), _degree(act, claim)),
                    negated(above(_gravity(restraint[rival.id]), claim.stringency)),
                    *[negated(at_least(loss, dear)) for loss in _losses(act, rival, case)],
                )
                for rival in case.acts
                if rival is not act
            ]
        )

    def _less_grave(self, act: Act, gravity: Mapping[str, Quantity], case: Case) -> Iterator[_LessGrave]:
        """Yield the options that infringe less, and what this one saves some one person beside them."""
        bar = self.threshold * gravity[act.id]
        for rival in case.acts:
            less = above(gravity[act.id], gravity[rival.id])
            if rival is not act and not never(less):
                saved = greatest(0.0, *_losses(act, rival, case))
                yield _LessGrave(rival, saved, bar, all_of(less, negated(above(saved, bar))))


class _LessGrave(NamedTuple):
    """An option that infringes less than another."""

    rival: Act
    saved: Quantity  # the most that the graver option saves some one person beside it
    needed: Quantity
    unjustified: Truth  # whether that is too little


def _is_strict(strict: Quantity) -> Truth:
    return above(strict, 0.5)


def _stringency(duty: Obligation, case: Case) -> Quantity:
    """Return what a breach is to one of those it is owed to."""
    return least(case.worst, greatest(duty.stringency / duty.holders, duty.gravity * case.worst))


def _gravity(claims: Sequence[_Claim]) -> Quantity:
    return greatest(0.0, *[claim.weight for claim in claims])


def _degree(act: Act, claim: _Claim) -> Quantity:
    """Return the degree to which an option keeps the duty of a claim; 0 if it does not touch it."""
    assert claim.duty is not None
    return next((duty.degree for duty in act.obligations if duty.id == claim.duty.id), 0.0)


def _losses(act: Act, rival: Act, case: Case) -> Iterator[Quantity]:
    """Yield how much worse off each person is under the rival, by losses alone."""
    for party in case.people.kind_people:
        here, there = case.people.pair(act, rival, party, case.people.burdened)
        yield minus(here, there)


def _test(name: str, claims: Sequence[_Claim], fails: Truth) -> Test:
    """Return a test: failed if the option fails, and a claim of this test counts."""
    own = [claim.holds for claim in claims if (claim.duty is not None) is (name == CLAIMS)]
    return Test(name, negated(all_of(fails, any_of(*own))))


def _grounds(claims: Sequence[_Claim], fails: Truth) -> Iterator[Reason]:
    """Yield the claims that an option infringes, as grounds where it fails."""
    for claim in claims:
        test = HARMS_DONE.id if claim.duty is None else CLAIMS
        holds = all_of(fails, claim.holds)
        if not never(holds):
            yield ground(test, claim.key, claim.address, holds, claim.stringency)


def _gravest(claims: Sequence[_Claim], gravity: Quantity, fails: Truth) -> Iterator[Reason]:
    """Yield who holds the most stringent claim that an option infringes, where it fails."""
    for claim in claims:
        holds = all_of(fails, claim.holds, equal(claim.stringency, gravity))
        holders = claim.duty.owed_to if claim.duty else ()
        for address in [party.address for party in holders] or [claim.address]:
            if not never(holds):
                yield Reason("binding", GRAVEST, address, claim.stringency, holds=holds)


def _rival_grounds(rivals: Sequence[_LessGrave], fails: Truth) -> Iterator[Reason]:
    """Yield the less grave options beside which an option cannot be justified to one person."""
    for one in rivals:
        stands = all_of(fails, one.unjustified)
        if not never(stands):
            yield Reason("binding", SAVED, one.rival.address, one.saved, one.needed, holds=stands)
