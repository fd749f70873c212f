"""Contractualism: what no one could reasonably reject."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import permutations
from typing import Annotated, ClassVar, Final, NamedTuple

from dilemma.case import Act, Case, Party
from dilemma.frameworks import (
    About,
    Comparison,
    Complaint,
    Family,
    Gives,
    Interval,
    Judgement,
    Need,
    Note,
    Reason,
    Rival,
    Standing,
    TestWords,
    complaint_of,
    concerns_people,
    ground,
    theory,
    undefeated,
)
from dilemma.quantity import (
    Quantity,
    Truth,
    above,
    all_of,
    any_of,
    choose,
    equal,
    exponential,
    greatest,
    least,
    least_where,
    negated,
    never,
    positive,
    total,
)

TEST = "rejectable"
STEEPEST: Final = 50.0  # the largest exponent of a complaint's weight
SHIELDED = "Harm done to those who are liable to it, and losses agreed to, ground no complaint."


@theory
class Contractualist:
    """An act is wrong if someone could reasonably reject any principle that allows it.

    1. A person's complaint to o in favour of p is what he loses by it, his level L(p,q) less L(o,q), less
       harm that o does him and to which he is liable, plus what o betrays of what is owed to him more
       than p does. It weighs the more the worse off he is: e^(-γℓ/W) times. Losses that he agreed to
       bear are left out against the option that brings them, and kept against one that avoids them: to
       agree to a sacrifice makes it permitted, not owed.
    2. The objection to o in favour of p is the strongest complaint of any one person, held by as many
       as have one as strong. Complaints never add up.
    3. `rejectable`: for some p, the objection to o in favour of p is stronger than the objection to p in
       favour of o, or as strong and held by more. What passes is permitted.
    4. If every option is rejectable, those are permitted whose strongest objection is least, among
       those that are not worse for someone and better for no one than another.
    Whether a person faces a risk or a certain fate is the file's to say, by the size of the party.
    """

    about: ClassVar[About] = About(
        id="contractualist",
        name="Contractualist (minimax complaint)",
        short="Contractualist",
        family=Family.CONTRACTUALIST,
        gives=Gives.TIERS,
        standing=Standing.COMPREHENSIVE,
        formula="rejectable if objection(o→p) > objection(p→o) for some p, or equal and held by more",
        reads=(
            "the consequences of the act, for one member of each party of people",
            "party levels and sizes",
            "consent, and liability to harm that is done",
            "duties owed to people",
            "who lives only under some options",
            "worst",
            "the discount",
            "the baseline, for presumed consent",
        ),
        sources=("scanlon-1998", "kumar-1999"),
        objections=(
            "It lets a great loss to one outweigh lesser losses to any number (Parfit 2003).",
            "Judged ex ante it may neglect those certain to be harmed, whoever they are (Reibetanz 1998).",
        ),
        tests=(
            TestWords(
                TEST,
                "rejectable",
                "reject.",
                passed="compared with each other option, the objection to it is never the stronger one",
                failed=(
                    "{holders} can reject it in favour of {worst}: the complaint of each weighs {amount}; "
                    "the strongest against {worst} {against}"
                ),
                beside="every option can be rejected; the strongest objection is least here",
                equal=(
                    "{holders} can reject it for {worst}: the complaint of each weighs {amount}, "
                    "as much as the strongest against {worst}, and more people have it"
                ),
            ),
        ),
        sums=False,
        grounds={
            "objection": "{where} could object: the complaint of each weighs {amount}",
            "loss": "the loss of {where} is {amount} each",
            "betrayed": "what is owed to {where} and broken adds {amount} to their complaint",
            "liable": "of that, {amount} is harm done to which {where} are liable: no complaint",
        },
        limits=(
            "Complaints near in strength to the greatest are not added up, as limited aggregation does.",
            "Only complaints of persons count, not reasons that anyone would have in such a place.",
        ),
    )
    priority: Annotated[
        Quantity, Interval(0.0, 10.0, "γ: how much more the complaint of one who is worse off weighs")
    ] = 0.2

    def needs(self, case: Case) -> Iterator[Need]:
        yield concerns_people(case)

    def judge(self, case: Case) -> Iterator[Judgement]:
        contests = self._contests(case)
        strongest = {o: greatest(0.0, *[c.mine.strength for c in found]) for o, found in contests.items()}
        rejected = {o: any_of(*[contest.rival.defeats for contest in found]) for o, found in contests.items()}
        all_rejected = all_of(*rejected.values())
        eligible = _undominated(contests)
        mildest = least_where(list(strongest.values()), list(eligible.values()))
        for act in case.acts:
            o, found = act.id, contests[act.id]
            spared = all_of(all_rejected, eligible[o], equal(strongest[o], mildest))
            test = undefeated(TEST, [contest.rival for contest in found], spared=spared)
            grounds = [reason for contest in found for reason in contest.grounds()]
            notes = (Note(SHIELDED, _anyone_shielded(found)),)
            yield Judgement(o, 0.0 - strongest[o], (test,), tuple(grounds), notes=notes)

    def _contests(self, case: Case) -> dict[str, list[_Contest]]:
        """Return, for each option, its contests with each other option."""
        concerned = {q.id for q in case.struck} | {
            q.id for a in case.acts for d in a.obligations for q in d.owed_to
        }
        people = [(q, self._weight(q, case)) for q in case.people.kind_people if q.id in concerned]
        pairs = list(permutations(case.acts, 2))
        forgiving = {(o.id, p.id): _objection(o, p, people, case, forgiving=True) for o, p in pairs}
        strict = {
            (o.id, p.id): _objection(o, p, people, case, forgiving=False)
            if _anyone_agrees(o, case)
            else forgiving[o.id, p.id]
            for o, p in pairs
        }
        return {
            o.id: [_contest(p, forgiving[o.id, p.id], strict[p.id, o.id]) for p in case.acts if p is not o]
            for o in case.acts
        }

    def _weight(self, party: Party, case: Case) -> Quantity:
        """Return how much a complaint of a member weighs: e^(-γℓ/W), 0 if the party does not count."""
        exponent = -(self.priority * party.level / case.worst)
        capped = greatest(-STEEPEST, least(STEEPEST, exponent))
        return choose(party.counted, exponential(capped), 0.0)


def _contest(act: Act, mine: _Objection, yours: _Objection) -> _Contest:
    """Return the contest; an objection prevails if it is stronger, or as strong and held by more."""
    some, tied = positive(mine.strength), equal(mine.strength, yours.strength)
    more = False if never(tied) else all_of(some, tied, above(mine.held_by, yours.held_by))
    prevails = any_of(above(mine.strength, yours.strength), more)
    return _Contest(Rival(act, Comparison(some, mine.strength, yours.strength), prevails), mine, yours)


def _anyone_agrees(act: Act, case: Case) -> bool:
    """Return whether somebody may have agreed to a loss under an option."""
    return any(not never(case.harm(effect).consented) for effect in act.effects)


def _objection(
    o: Act, p: Act, people: Sequence[tuple[Party, Quantity]], case: Case, *, forgiving: bool
) -> _Objection:
    """Return the objection to o in favour of p; if `forgiving`, without losses that were agreed to."""
    return _Objection(
        tuple(complaint_of(o, p, party, weight, case, forgiving=forgiving) for party, weight in people)
    )


@dataclass(frozen=True)
class _Objection:
    """The strongest complaint against one option in favour of another, and who holds it."""

    complaints: tuple[Complaint, ...]

    @cached_property
    def strength(self) -> Quantity:
        return greatest(0.0, *[complaint.strength for complaint in self.complaints])

    @cached_property
    def holders(self) -> tuple[tuple[Complaint, Truth], ...]:
        """The complaints, each with whether it is the strongest."""
        some = positive(self.strength)
        return tuple((one, all_of(some, equal(one.strength, self.strength))) for one in self.complaints)

    @cached_property
    def held_by(self) -> Quantity:
        """The number of people with the strongest complaint."""
        return total(choose(holds, one.party.size, 0.0) for one, holds in self.holders)


class _Contest(NamedTuple):
    """The objection to an option in favour of a rival (`mine`), and the one the other way (`yours`).

    Losses that were agreed to are left out of the first, and kept in the second: to agree to a sacrifice
    makes it permitted, not owed.
    """

    rival: Rival  # the option is rejected beside it if the first outweighs the second
    mine: _Objection
    yours: _Objection

    @property
    def dominates(self) -> Truth:
        """Whether the rival is worse for no one who could complain, and better for someone."""
        return all_of(positive(self.mine.strength), negated(positive(self.yours.strength)))

    def grounds(self) -> Iterator[Reason]:
        """Yield as grounds the rival for which the option is rejected, and the parties that can reject it."""
        yield from self.rival.grounds(TEST)
        for one, bears in self.mine.holders:
            holds = all_of(self.rival.defeats, bears)
            if not never(holds):
                yield ground(TEST, "objection", one.party.address, holds, one.strength)
                yield from _parts(one, holds)


def _parts(complaint: Complaint, holds: Truth) -> Iterator[Reason]:
    """Yield what a complaint is made of, where that is more than one thing."""
    address = complaint.party.address
    mixed = any_of(positive(complaint.excused), positive(complaint.betrayed))
    for key, amount, given in (
        ("loss", complaint.loss, mixed),
        ("liable", complaint.excused, True),
        ("betrayed", complaint.betrayed, True),
    ):
        stands = all_of(holds, given, positive(amount))
        if not never(stands):
            yield Reason("binding", key, address, amount, holds=stands, party=complaint.party.id)


def _undominated(contests: Mapping[str, list[_Contest]]) -> dict[str, Truth]:
    """Return which options are not worse for someone and better for no one than another.

    If there is none, all are returned.
    """
    kept = {o: negated(any_of(*[contest.dominates for contest in own])) for o, own in contests.items()}
    none = negated(any_of(*kept.values()))
    return {o: any_of(holds, none) for o, holds in kept.items()}


def _anyone_shielded(contests: list[_Contest]) -> Truth:
    """Return whether some loss grounds no complaint, agreed to or borne by the liable."""
    return any_of(
        *[
            any_of(positive(one.excused), *[holds for _, holds in one.agreed])
            for contest in contests
            for one in contest.mine.complaints
        ]
    )
