"""The laws that every method obeys, on random tables."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dilemma.reconciliation.methods.catalogue import METHODS
from tests.unit.reconciliation.small import FEW_EXAMPLES, credences, ran, reconciled, sayings, table, tables

EVERY = tuple(method.about.id for method in METHODS)
FAIR = tuple(id for id in EVERY if id != "favourite-theory")
NORMALISED = ("one-step", "expected-range", "maximin", "nash", "borda", "split-cycle", "permissibility")
Rows = tuple[str, list[tuple[Fraction, object]]]


def choices(data: dict[str, Any]) -> list[set[str]]:
    """Return what each theory chooses by itself: all options if it is silent, none if it permits none."""
    found = []
    for row in data["theories"]:
        alone = {"options": data["options"], "theories": [row | {"credence": 1}]}
        if row.get("permits") == []:
            found.append(set[str]())
        else:
            found.append(set(ran(alone, "permissibility")["permissibility"]))
    return found


@FEW_EXAMPLES
@given(tables())
def test_certainty_in_a_theory_returns_its_choice(drawn: Rows) -> None:
    """Credence 1 in a theory that guides gives its choice in every method."""
    options, rows = drawn
    data = table(options, (1, rows[0][1]))
    choice = choices(data)[0]
    assume(0 < len(choice) < len(options))
    assert ran(data) == dict.fromkeys(EVERY, tuple(sorted(choice)))


@FEW_EXAMPLES
@given(tables(), st.data())
def test_one_choice_of_all_who_speak_is_the_choice(drawn: Rows, data: st.DataObject) -> None:
    """If every theory that speaks has one and the same single choice, so has every method.

    Permissibility and a favourite theory that does not speak may leave others beside it.
    """
    options, rows = drawn
    made = table(options, *rows)
    speaking = [choice for choice in choices(made) if len(choice) < len(options)]
    assume(speaking and all(len(choice) == 1 and choice == speaking[0] for choice in speaking))
    found = ran(made)
    (best,) = speaking[0]
    assert best in found.pop("permissibility")
    assert best in found.pop("favourite-theory")
    assert found == dict.fromkeys(found, (best,))


@FEW_EXAMPLES
@given(
    st.lists(st.tuples(credences(), st.sampled_from(["(abc)", frozenset("abc"), frozenset()])), min_size=1)
)
def test_if_none_guides_every_option_stands(rows: list[tuple[Fraction, object]]) -> None:
    """Where every theory is silent or permits none, every method returns all options; there is no lottery."""
    data = table("abc", *rows)
    assert ran(data) == dict.fromkeys(EVERY, ("a", "b", "c"))
    assert reconciled(data, "borda").lottery is None


@FEW_EXAMPLES
@given(tables(), st.integers(-12, 12), st.integers(-5, 5))
def test_normalised_methods_know_no_scale(drawn: Rows, power: int, moved: int) -> None:
    """Multiplying a theory's numbers by what is above 0, or adding to them, changes no normalised method."""
    options, rows = drawn
    assume(isinstance(rows[0][1], list))
    numbers = [(number + moved) * 10.0**power for number in rows[0][1]]  # type: ignore[union-attr]
    changed = [(rows[0][0], numbers), *rows[1:]]
    assert ran(table(options, *rows), *NORMALISED) == ran(table(options, *changed), *NORMALISED)


@FEW_EXAMPLES
@given(tables(), st.integers(2, 3))
def test_splitting_a_theory_changes_nothing(drawn: Rows, parts: int) -> None:
    """A theory listed as several equal ones, its credence split, changes nothing but favourite-theory."""
    options, rows = drawn
    credence, said = rows[0]
    split = [*[(credence / parts, said)] * parts, *rows[1:]]
    assert ran(table(options, *rows), *FAIR) == ran(table(options, *split), *FAIR)


@FEW_EXAMPLES
@given(tables(3, 4), st.integers(2, 3))
def test_splitting_a_theory_that_shares_a_unit_changes_nothing(drawn: Rows, parts: int) -> None:
    """So too in a block of theories on one scale: equal theories count once for its spread."""
    options, rows = drawn
    numbers = [row for row in rows if isinstance(row[1], list)]
    assume(len(numbers) > 1)
    (credence, said), *rest = numbers
    whole = table(options, *numbers, units=dict.fromkeys(range(len(numbers)), "lives"))
    split = table(
        options,
        *[(credence / parts, said)] * parts,
        *rest,
        units=dict.fromkeys(range(len(rest) + parts), "lives"),
    )
    scores = [reconciled(data, "one-step").results[0].scores for data in (whole, split)]
    assert scores[0] == pytest.approx(scores[1], abs=1e-9)


@FEW_EXAMPLES
@given(st.lists(st.tuples(credences(), sayings("abc")), min_size=1, max_size=5), st.data())
def test_a_copy_of_an_option_changes_no_split_cycle(
    rows: list[tuple[Fraction, object]], data: st.DataObject
) -> None:
    """A copy beside an option, in whatever order of the two, changes nothing among the others."""
    copied = []
    for credence, said in rows:
        order = said if isinstance(said, str) else None
        if order is None:
            continue
        shape = data.draw(st.sampled_from(["ad", "da"]))
        first = next(part for part in order.replace("(", " (").split() if "a" in part)
        rest = first.strip("()").replace("a", "")
        # a and its copy next to each other, with no third option level with either of them
        assume(not rest)
        copied.append((credence, order, order.replace(first, shape)))
    assume(copied)
    before = set(ran(table("abc", *((c, o) for c, o, _ in copied)), "split-cycle")["split-cycle"])
    after = set(ran(table("abcd", *((c, o) for c, _, o in copied)), "split-cycle")["split-cycle"])
    assert before - {"a"} == after - {"a", "d"}
    assert ("a" in before) == bool(after & {"a", "d"})


@FEW_EXAMPLES
@given(tables(), credences())
def test_raising_a_theory_never_unseats_its_choice(drawn: Rows, more: Fraction) -> None:
    """More credence in a theory keeps among the winners what it chooses: borda, permissibility, one-step."""
    options, rows = drawn
    consistent = ("permissibility", "borda", "one-step")
    before, choice = ran(table(options, *rows), *consistent), choices(table(options, *rows))[0]
    after = ran(table(options, (rows[0][0] + more, rows[0][1]), *rows[1:]), *consistent)
    for method in consistent:
        assert set(before[method]) & choice <= set(after[method])


@FEW_EXAMPLES
@given(tables(), st.data())
def test_a_theory_believed_less_is_never_the_favourite(drawn: Rows, data: st.DataObject) -> None:
    """What a theory with less than the most credence says changes nothing in favourite-theory."""
    options, rows = drawn
    most = max(credence for credence, _ in rows)
    others = [(c, said if c == most else data.draw(sayings(options))) for c, said in rows]
    assert ran(table(options, *rows), "favourite-theory") == ran(table(options, *others), "favourite-theory")


@FEW_EXAMPLES
@given(tables(), st.permutations(list(range(4))))
def test_names_and_order_decide_nothing(drawn: Rows, order: list[int]) -> None:
    """Listing options or theories otherwise changes no winner: ties are never broken."""
    options, rows = drawn
    shuffled = "".join(options[place] for place in order if place < len(options))
    data = table(options, *rows)
    theories = [
        row
        | (
            {"choiceworthiness": {o: row["choiceworthiness"][o] for o in shuffled}}
            if "choiceworthiness" in row
            else {}
        )
        for row in reversed(data["theories"])
    ]
    other = {"options": list(shuffled), "theories": theories}
    assert {id: set(c) for id, c in ran(data).items()} == {id: set(c) for id, c in ran(other).items()}


@FEW_EXAMPLES
@given(tables())
def test_reversing_every_order_reverses_borda(drawn: Rows) -> None:
    """The Borda scores of the reversed orders are those of the orders with the sign turned."""
    options, rows = drawn
    numbers = [(credence, said) for credence, said in rows if isinstance(said, list)]
    assume(numbers)
    turned = [(credence, [-number for number in said]) for credence, said in numbers]
    forwards = reconciled(table(options, *numbers), "borda").results[0].scores
    backwards = reconciled(table(options, *turned), "borda").results[0].scores
    assert forwards is not None
    assert {option: -score for option, score in forwards.items()} == backwards


@FEW_EXAMPLES
@given(tables())
def test_a_turn_is_where_the_winners_change(drawn: Rows) -> None:
    """Past a turn the winners are those it names; between now and the turn they are as now."""
    options, rows = drawn
    data = table(options, *rows)
    assume(len(rows) > 1)
    close = Fraction(1, 10**7)
    for result in reconciled(data, *(id for id in EVERY if id != "nash")).results:
        for turn in result.flips:
            now = Fraction(rows[int(turn.theory[1:])][0], sum(credence for credence, _ in rows))
            at = Fraction(turn.credence)
            sign = 1 if turn.above else -1
            past = at + sign * close
            if not 0 < past < 1:
                continue
            assert set(moved(data, rows, turn.theory, past, result.about.id)) == set(turn.to)
            before = at - sign * close
            if sign * (before - now) > 0:
                assert set(moved(data, rows, turn.theory, before, result.about.id)) == set(result.choice)


def moved(
    data: dict[str, Any], rows: list[tuple[Fraction, object]], name: str, credence: Fraction, method: str
) -> tuple[str, ...]:
    """Return a method's winners with one theory at a credence, the others keeping their proportions."""
    which = int(name[1:])
    rest = sum(credence for place, (credence, _) in enumerate(rows) if place != which)
    stated = {
        f"T{place}": credence if place == which else (1 - credence) * own / rest
        for place, (own, _) in enumerate(rows)
    }
    return ran(data, method, credences=stated)[method]
