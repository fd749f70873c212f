"""A case: a scenario at given settings, and the amounts that several theories derive from it.

Theories read a Case and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from dilemma.case.harm import Harm, Harms
from dilemma.case.model import Act, Effect, Key, Obligation, Party, State
from dilemma.case.people import Levels, People
from dilemma.case.reason import Reason, term
from dilemma.case.worlds import World, credible_worlds, states_of, worlds_of
from dilemma.quantity import (
    Quantity,
    Truth,
    above,
    all_of,
    choose,
    greatest,
    least,
    negated,
    never,
    positive,
    same,
    total,
)

__all__ = ["GRAVE", "NOTHING", "Case"]

GRAVE: Final = 0.5
"""The degree of infringement beyond which a duty is violated, for what no theory has a setting."""


@dataclass(frozen=True, eq=False, repr=False, match_args=False)  # a dataclass, since it keeps what it derives
class Case:
    """A scenario at given settings; `dilemma.case.build.case_of` makes one."""

    parties: Mapping[str, Party]
    duties: tuple[str, ...]
    virtues: tuple[str, ...]
    absolute_duties: tuple[str, ...]
    claims: tuple[str, ...]  # the duties that say whom they are owed to
    bases: frozenset[str]  # the words that duties give as their basis
    acts: tuple[Act, ...]
    baseline: Act | None
    exchange: Quantity
    worst: Quantity  # W: what the worst that can befall one person is worth
    enough: Quantity | None  # the level at which a person has enough
    settings: Mapping[str, Mapping[str, Quantity]]  # what the scenario sets for theories, by id

    def with_act(self, act: Act) -> Case:
        """Return the case with another act in the place of the one of its id, with the same amounts.

        They may differ in roles, agency, consent, uses and duties. What does not depend on these is kept.
        """
        before = next(one for one in self.acts if one.id == act.id)
        acts = tuple(act if one is before else one for one in self.acts)
        case = replace(self, acts=acts, baseline=act if self.baseline is before else self.baseline)
        people = People(acts, self.parties)
        _keep(self.people, people, ("levels", "burdened", "_gains", "_none_worse"))
        others = {id: own for id, own in self.harms.by_option.items() if id != act.id}
        known = {} if self.baseline is before else others
        harms = Harms(acts, case.baseline, people, self.worst, known)
        _keep(self, case, ("common", "totals", "terms", "states", "worlds"))
        vars(case).update(people=people, harms=harms)
        return case

    @cached_property
    def common(self) -> Mapping[Key, Truth]:
        """Whether an effect is worth the same under every option, for each that every option lists."""
        if len(self.acts) < 2:
            return {}
        amounts: dict[Key, list[Quantity]] = {}
        for act in self.acts:
            for effect in (*act.effects, *act.practice):
                amounts.setdefault(effect.key, []).append(effect.contribution)
        return {
            key: all_of(*[same(found[0], one) for one in found[1:]])
            for key, found in amounts.items()
            if len(found) == len(self.acts)
        }

    def differs(self, effect: Effect) -> Truth:
        """Return whether an effect is not common to all options; what is common decides nothing."""
        return negated(self.common.get(effect.key, False))

    def counted(self, effect: Effect) -> Quantity:
        """Return e(o,c), but 0 where it is common to all options."""
        return choose(self.differs(effect), effect.contribution, 0.0)

    @cached_property
    def totals(self) -> Mapping[str, Quantity]:
        """U(o), by option: the sum of e over what is not common to all options."""
        return {act.id: total([self.counted(effect) for effect in act.effects]) for act in self.acts}

    @cached_property
    def terms(self) -> Mapping[str, tuple[Reason, ...]]:
        """The terms of U(o), by option: one an effect."""
        return {act.id: self.terms_of(act.effects) for act in self.acts}

    def terms_of(
        self, effects: Iterable[Effect], key: str = "consequence", times: Quantity = 1.0
    ) -> tuple[Reason, ...]:
        """Return a term for each effect that is not common to all options: `times` its e(o,c).

        If `times` is 0, there is none.
        """
        found = []
        for effect in effects:
            holds = all_of(self.differs(effect), positive(times))
            if not never(holds):
                amount = times * self.counted(effect)
                found.append(term(key, effect.address, amount, effect.party.id, holds=holds))
        return tuple(found)

    @cached_property
    def people(self) -> People:
        """The levels of persons."""
        return People(self.acts, self.parties)

    @cached_property
    def struck(self) -> tuple[Party, ...]:
        """The parties that consequences of scope `act` affect under some option."""
        return tuple({effect.party.id: effect.party for effect in self.in_use}.values())

    @cached_property
    def struck_people(self) -> tuple[Party, ...]:
        """The parties of kind people that consequences of scope `act` affect under some option."""
        return tuple(party for party in self.struck if party.is_people)

    @cached_property
    def in_use(self) -> tuple[Effect, ...]:
        """Every consequence of scope `act` that some option lists."""
        return tuple(effect for act in self.acts for effect in act.effects)

    @cached_property
    def harms(self) -> Harms:
        """The harms of all options."""
        return Harms(self.acts, self.baseline, self.people, self.worst)

    def harm(self, effect: Effect) -> Harm:
        """Return the harm that an effect is."""
        return self.harms.of(effect)

    def betrayal(self, act: Act, party: Party) -> Quantity:
        """Return B(o,q): what the breach of duties owed to a party is to one of its members, at most W.

        A breach is shared by all that the duty is owed to, in one party or several. But to cheat a thousand
        people is not a thousandth of cheating one: a violated duty to many counts for each at least
        |g| · w/10 · W. A party with neither a stated size nor a consequence has none, since
        nobody knows how many it is.
        """
        return self._betrayals.get((act.id, party.id), 0.0)

    @cached_property
    def _betrayals(self) -> Levels:
        reckoned = {party.id for party in self.struck}
        betrayals: dict[tuple[str, str], Quantity] = {}
        for act in self.acts:
            for duty in act.obligations:
                for party in duty.owed_to:
                    if party.states_size or party.id in reckoned:
                        before = betrayals.get((act.id, party.id), 0.0)
                        betrayals[act.id, party.id] = before + self._betrayal(duty)
        return {key: least(self.worst, amount) for key, amount in betrayals.items()}

    def _betrayal(self, duty: Obligation) -> Quantity:
        shared = duty.stringency / duty.holders
        each = duty.gravity * self.worst
        whole = all_of(duty.violated(GRAVE), above(duty.holders, 1.0))
        return choose(whole, greatest(shared, each), shared)

    @cached_property
    def states(self) -> tuple[State, ...]:
        """The states that some consequence in use supposes."""
        return states_of(self.in_use)

    @cached_property
    def worlds(self) -> tuple[World, ...]:
        """Every combination of the states: 2 to the power of their number (at most 12)."""
        return worlds_of(self.acts, self.states)

    def credible(self, bar: Quantity) -> tuple[Truth, ...]:
        """Return whether each world is credible, in the order of `worlds`."""
        return credible_worlds(self.states, bar)


def _keep(one: Case | People, other: Case | People, names: Iterable[str]) -> None:
    """Copy the cached properties of these names that the first has computed to the second."""
    vars(other).update({name: value for name, value in vars(one).items() if name in names})


NOTHING = Case({}, (), (), (), (), frozenset(), (), None, exchange=1.0, worst=10.0, enough=None, settings={})
"""An empty case, to find what a theory needs: it reports all of that as missing."""
