"""Resort to force: the conditions under which armed force may be taken up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Final

from dilemma.case import Act, Case
from dilemma.frameworks import (
    SET_OFF,
    About,
    Balance,
    Fact,
    Family,
    Gives,
    Interval,
    Judgement,
    Need,
    Reason,
    Standing,
    Test,
    TestWords,
    balance_of,
    none_of,
    set_off,
    theory,
)
from dilemma.quantity import (
    Quantity,
    all_of,
    at_least,
    choose,
    least,
    negative,
    total,
)
from dilemma.scenario.phrases import any_of

CAUSE, AUTHORITY, INTENTION = "just-cause", "right-authority", "right-intention"
RESORT, SUCCESS, PROPORTION = "last-resort", "prospect-of-success", "proportionality"
DECLARED: Final = (CAUSE, AUTHORITY, INTENTION)  # conditions that only a duty can tell
RECKONED: Final = (RESORT, SUCCESS, PROPORTION)  # conditions that are computed unless a duty tells


@theory
class ResortToForce:
    """Armed force may be taken up only if every condition of a just resort to it is met.

    1. Each option with `force` needs just cause, right authority and right intention: no duty of that
       basis is violated.
    2. `last-resort`, `prospect-of-success` and `proportionality` are told by duties of that basis too.
       Without such a duty they are computed against the baseline: no option without force does
       (1 - ε) as much good with no more bad; the good is at least s times the harm that the baseline
       allows; the good is at least κ times the bad, harm to the liable apart.
    3. What passes is permitted, and so is every option without force. The figure is 1, less the
       gravest breach of a condition.
    It says nothing on how force is used.
    """

    about: ClassVar[About] = About(
        id="resort-to-force",
        name="Resort to force",
        family=Family.DEONTOLOGICAL,
        gives=Gives.TIERS,
        standing=Standing.CONSTRAINT,
        formula="just cause, authority and intention; last resort, prospect of success, good >= κ · bad",
        reads=(
            "which options use force",
            "duties: basis and degree",
            "the consequences of the act: done or allowed, and liability",
            "party weights and sizes",
            "worst, where someone is liable",
            "the discount",
            "the baseline",
        ),
        sources=("aquinas-st", "walzer-1977", "mcmahan-2005"),
        objections=(
            "Who judges in his own cause finds every condition met (Vattel 1758).",
            "That force is never a last resort can always be said (Walzer 1977).",
        ),
        tests=(
            TestWords(CAUSE, "just cause", "cause", passed="has a just cause"),
            TestWords(AUTHORITY, "right authority", "authority", passed="is decided by right authority"),
            TestWords(INTENTION, "right intention", "intention", passed="is meant for its just cause"),
            TestWords(
                RESORT,
                "last resort",
                "resort",
                passed="no option without force does nearly as much good with no more harm",
            ),
            TestWords(
                SUCCESS,
                "prospect of success",
                "success",
                passed="the good it may do ({amount}) is as much as success asks for ({against})",
                failed="the good it may do ({amount}) is less than success asks for ({against})",
            ),
            TestWords(
                PROPORTION,
                "proportionality",
                "proport.",
                passed="the good it may do ({amount}) is in proportion to the bad (which asks for {against})",
                failed="the good it may do ({amount}) is too little for the bad (which asks for {against})",
            ),
        ),
        sums=False,
        grounds={
            **SET_OFF,
            "condition": "violates {where}, a condition of the resort to force",
            "peaceful": "{where} does nearly as much good without force, and no more harm",
        },
        caveats=("It says nothing on how force is used. Each condition is necessary, none is enough.",),
        limits=("Cause, authority and intention are the file's judgements.",),
    )
    ratio: Annotated[Quantity, Interval(0.0, 10.0, "κ: the good needed per unit of bad")] = 1.0
    success: Annotated[
        Quantity, Interval(0.0, 1.0, "s: the share of the harm allowed that force must be expected to avert")
    ] = 0.1
    slack: Annotated[
        Quantity, Interval(0.0, 1.0, "ε: the share of the good by which a peaceful way may fall short")
    ] = 0.1
    grave: Annotated[Quantity, Interval(0.0, 1.0, "the degree beyond which a duty counts as violated")] = 0.5

    def needs(self, case: Case) -> Iterator[Need]:
        yield Need(any(act.force for act in case.acts), "no option is marked as using force")
        named = any_of(condition.replace("-", " ") for condition in DECLARED)
        yield Need(not case.bases.isdisjoint(DECLARED), f"no duty has a basis of {named}")

    def judge(self, case: Case) -> Iterator[Judgement]:
        for act in case.acts:
            if not act.force:
                yield Judgement(act.id, 1.0)
                continue
            results = [none_of(basis, self._breaches(act, basis)) for basis in self._by_duty(case)]
            computed = list(self._computed(act, case))
            tests = [test for test, _ in (*results, *computed)]
            grounds = [reason for _, reasons in (*results, *computed) for reason in reasons]
            degrees = [duty.degree for duty in act.obligations if _condition(duty.basis)]
            met = all_of(*[test.passed for test, _ in computed])
            score = choose(met, least(1.0, *[1.0 + degree for degree in degrees]), 0.0)
            yield Judgement(act.id, score, _in_order(tests), (*grounds, *set_off(act, case, liability=True)))

    def _by_duty(self, case: Case) -> list[str]:
        """Return the conditions that duties tell: the first three, and others where some duty names them."""
        return [*DECLARED, *(basis for basis in RECKONED if basis in case.bases)]

    def _breaches(self, act: Act, basis: str) -> Iterator[Fact]:
        for duty in act.obligations:
            if basis in duty.basis:
                yield "condition", duty.address, duty.violated(self.grave), duty.degree

    def _computed(self, act: Act, case: Case) -> Iterator[tuple[Test, tuple[Reason, ...]]]:
        """Yield the conditions that no duty tells, with their grounds; none without a baseline."""
        if case.baseline is None or act is case.baseline:
            return
        own = balance_of(act, case)
        if RESORT not in case.bases:
            yield self._last_resort(act, own, case)
        if SUCCESS not in case.bases:
            needed = self.success * _allowed(case)
            yield Test(SUCCESS, at_least(own.good, needed), own.good, needed), ()
        if PROPORTION not in case.bases:
            needed = self.ratio * own.bad
            yield Test(PROPORTION, at_least(own.good, needed), own.good, needed), ()

    def _last_resort(self, act: Act, own: Balance, case: Case) -> tuple[Test, tuple[Reason, ...]]:
        enough = (1.0 - self.slack) * own.good
        bad = balance_of(act, case, excuse=False).bad
        facts = []
        for rival in case.acts:
            if not rival.force:
                balance = balance_of(rival, case, excuse=False)
                would_do = all_of(at_least(balance.good, enough), at_least(bad, balance.bad))
                facts.append(("peaceful", rival.address, would_do, None))
        return none_of(RESORT, facts)


def _condition(basis: tuple[str, ...]) -> bool:
    return any(word in basis for word in (*DECLARED, *RECKONED))


def _allowed(case: Case) -> Quantity:
    """Return the harm that the baseline allows, without what is common to all options."""
    assert case.baseline is not None
    return total(
        choose(negative(effect.value), 0.0 - case.counted(effect), 0.0)
        for effect in case.baseline.effects
        if effect.agency == "allows"
    )


def _in_order(tests: list[Test]) -> tuple[Test, ...]:
    """Return the tests in the order of the conditions."""
    order = (*DECLARED, *RECKONED)
    return tuple(sorted(tests, key=lambda test: order.index(test.name)))
