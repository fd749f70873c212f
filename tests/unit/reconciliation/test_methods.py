"""Small cases of each method, and the mistakes found in other programs: each is made impossible here."""

from __future__ import annotations

from fractions import Fraction

import pytest

import dilemma
from dilemma.errors import BadSetting, UnknownName
from dilemma.reconciliation.methods.bibliography import BIBLIOGRAPHY
from dilemma.reconciliation.methods.catalogue import METHODS
from tests.unit.reconciliation.small import ran, reconciled, table

CIRCLE = table("abc", (4, "abc"), (3, "bca"), (2, "cab"))
"""a beats b by 3, b beats c by 5, c beats a by 1: the weakest step is that of c over a."""

CASES = {
    "the weakest step of a circle is left out": (CIRCLE, "split-cycle", "a"),
    "and by the rules akin to it": (CIRCLE, "ranked-pairs", "a"),
    "schulze in a circle": (CIRCLE, "schulze", "a"),
    "minimax in a circle": (CIRCLE, "minimax", "a"),
    "copeland in a circle is level": (CIRCLE, "copeland", "abc"),
    "the inverse of an order is not the order": (table("abc", (1, [1, 3, 2])), "instant-runoff", "b"),
    "tied favourites give the union": (table("abc", (1, "abc"), (1, "bac")), "favourite-theory", "ab"),
    "eleven tied favourites give the union": (
        table("abc", *[(1, "abc")] * 5, *[(1, "cba")] * 6),
        "favourite-theory",
        "ac",
    ),
    "ties share Borda's points": (table("abc", (1, "a(bc)"), (1, "(bc)a")), "borda", "abc"),
    "a score of 0 is a score": (table("ab", (3, [0, -1]), (1, [0, 5])), "expected-range", "a"),
    "no spread, no division": (table("ab", (9, [7, 7]), (1, [1, 0])), "one-step", "a"),
    "no spread in the range": (table("ab", (9, [7, 7]), (1, [1, 0])), "expected-range", "a"),
    "costs count against": (table("ab", (1, [-5, -1])), "one-step", "b"),
    "spreads too small to square": (table("ab", (2, [1e-300, 0]), (1, [0, 1])), "one-step", "a"),
    "spreads too large to add": (table("ab", (1, [1e15, -1e15]), (2, [0, 1])), "one-step", "b"),
    "a thin vote of floats is no tie": (
        table("ab", ("0.1", "ab"), ("0.2", "ab"), ("0.3", "ba")),
        "borda",
        "ab",
    ),
    "a silent favourite says nothing": (table("ab", (3, "(ab)"), (1, "ba")), "favourite-theory", "ab"),
    "nor does one that permits none": (table("ab", (3, set()), (1, "ba")), "favourite-theory", "ab"),
    "nor do tied favourites without guidance": (
        table("ab", (2, set()), (2, "(ab)"), (1, "ba")),
        "favourite-theory",
        "ab",
    ),
    "of tied favourites those that guide are heard": (
        table("abc", (2, "(abc)"), (2, "b(ac)"), (2, set()), (1, "abc")),
        "favourite-theory",
        "b",
    ),
    "a tied first counts in full": (table("abc", (2, "(ab)c"), (1, "cba")), "instant-runoff", "b"),
    "the second best of all is lost in a runoff": (
        table("abc", (3, "abc"), (3, "cba")),
        "instant-runoff",
        "ac",
    ),
    "likeness splits votes": (table("abc", (3, "abc"), (3, "bac"), (4, "cab")), "favourite-option", "c"),
    "one believed little decides as scored": (table("ab", (99, [1, 0]), (1, [0, 1000])), "expected-raw", "b"),
    "and not by range": (table("ab", (99, [1, 0]), (1, [0, 1000])), "expected-range", "a"),
    "maximin hears one in a hundred": (table("abc", (99, [9, 8, 0]), (1, [0, 5, 9])), "maximin", "b"),
}


@pytest.mark.parametrize("name", CASES)
def test_the_winners_are(name: str) -> None:
    """Each small case has the winners that can be reckoned by hand."""
    data, method, winners = CASES[name]
    assert ran(data, method) == {method: tuple(winners)}


def test_nash_bargains_by_credence() -> None:
    """A theory split in two has no more force than one, and shares follow credences exactly."""
    whole = reconciled(table("ab", (2, [1, 0]), (1, [0, 1])), "nash").results[0].scores
    split = reconciled(table("ab", (1, [1, 0]), (1, [1, 0]), (1, [0, 1])), "nash").results[0].scores
    assert whole == pytest.approx({"a": 2 / 3, "b": 1 / 3}, abs=1e-9)
    assert split == pytest.approx(whole, abs=1e-9)


def test_nash_prefers_the_compromise() -> None:
    """What is nearly best by both beats a coin between what each finds best and the other worst."""
    assert ran(table("abc", (1, [10, 9, 0]), (1, [0, 9, 10])), "nash") == {"nash": ("b",)}


def test_permissibility_counts_silence_for_and_permitting_none_against() -> None:
    """A silent theory counts for every option, one that permits none against every one."""
    found = reconciled(table("ab", (1, "(ab)"), (1, set()), (2, "ab")), "permissibility")
    assert found.results[0].scores == {"a": 0.75, "b": 0.25}
    assert (found.silent, found.permits_none) == (("T0",), ("T1",))


def test_many_tied_margins_are_tried_or_given_up() -> None:
    """Ranked pairs tries every order of locking ties, and says where those are too many."""
    three = table("abcdef", (1, "abcdef"), (1, "cdefab"), (1, "efabcd"))
    assert ran(three, "ranked-pairs")["ranked-pairs"]
    options = "abcdefghijklmnop"
    circle = [(1, options[turn:] + options[:turn]) for turn in range(len(options))]
    (result,) = reconciled(table(options, *circle), "ranked-pairs").results
    assert (result.ran, result.why_not, result.choice) == (False, "too-long", ())


def test_turns_are_exact() -> None:
    """Of two opposed theories the turn is at one half; exactly level, any change at all is a turn."""
    found = reconciled(table("ab", (1, "ab"), (3, "ba")), "borda").results[0]
    assert [(f.theory, f.credence, f.above, f.to) for f in found.flips] == [
        ("T0", 0.5, True, ("a",)),
        ("T1", 0.5, False, ("a",)),
    ]
    level = reconciled(table("ab", (1, "ab"), (1, "ba")), "split-cycle").results[0]
    assert {(f.theory, f.credence, f.above, f.to) for f in level.flips} == {
        ("T0", 0.5, True, ("a",)),
        ("T0", 0.5, False, ("b",)),
        ("T1", 0.5, True, ("b",)),
        ("T1", 0.5, False, ("a",)),
    }


def test_two_options_are_one_vote_unless_theories_share_a_unit() -> None:
    """With two options the rules by credence come to one vote; scores on one scale keep their own row."""
    names = ("borda", "one-step", "split-cycle", "expected-range")
    apart = reconciled(table("ab", (1, [1, 0]), (1, [0, 9])), *names)
    assert apart.one_vote == names
    together = reconciled(table("ab", (3, [1, 0]), (1, [0, 9]), units={0: "lives", 1: "lives"}), *names)
    assert together.one_vote == ("borda", "split-cycle", "expected-range")
    assert {r.about.id: r.choice for r in together.results}["one-step"] == ("b",)


def test_near_copies_that_decide_are_told() -> None:
    """Where leaving out one of two options that stand side by side changes Borda, both are named."""
    found = reconciled(table("abc", ("0.45", "abc"), ("0.55", "cab")), "borda")
    assert [(t.first, t.second, t.level) for t in found.twins] == [("a", "b", False)]
    assert found.twins[0].instead == {"a": ("c",), "b": ("c",)}
    assert reconciled(table("abc", (1, "abc"), (1, "cba")), "borda").twins == ()


def test_a_veto_is_exact_and_never_leaves_nothing() -> None:
    """What exactly the share forbids is set aside; a veto of everything is not used."""
    rows = [("0.1", {"a"}), ("0.2", {"a", "b"}), ("0.7", "abc")]
    found = reconciled(table("abc", *rows), "borda", veto="30%")
    assert (found.vetoed, found.results[0].choice) == (("c",), ("a",))
    void = reconciled(table("ab", (1, {"a"}), (1, {"b"})), "borda", veto=Fraction(1, 2))
    assert (void.vetoed, void.veto_void, void.results[0].choice) == ((), True, ("a", "b"))


def test_five_theories_of_a_family_weigh_no_more_than_one() -> None:
    """Without credences every family has the same, and within a family every comprehensive theory."""
    found = dilemma.reconcile(dilemma.load("cluster"))
    families: dict[str, float] = {}
    for voter in found.subject.voters:
        families[voter.family or ""] = families.get(voter.family or "", 0) + found.credences.share(voter.id)
    assert families == pytest.approx(dict.fromkeys(families, 0.2))
    assert not {"pareto", "double-effect", "precautionary"} & set(found.credences.votes)


def test_favourite_theory_asks_for_credences() -> None:
    """With credences that nobody stated, no theory is anyone's favourite."""
    for asked in ({}, {"even": True}):
        found = dilemma.reconcile(dilemma.load("cluster"), **asked)
        assert {r.about.id: r.why_not for r in found.results}["favourite-theory"] == "not-stated"
    stated = dilemma.reconcile(dilemma.load("cluster"), credences={"utilitarian": "1/3", "virtue": "2/3"})
    assert {r.about.id: r.choice for r in stated.results}["favourite-theory"] == ("verified",)


REFUSED = {
    "unknown theory": ({"credences": {"utilitarain": 1}}, UnknownName),
    "below 0": ({"credences": {"utilitarian": -1}}, BadSetting),
    "not a number": ({"credences": {"utilitarian": "half"}}, BadSetting),
    "over nothing": ({"credences": {"utilitarian": "1/0"}}, BadSetting),
    "not finite": ({"credences": {"utilitarian": float("nan")}}, BadSetting),
    "endless": ({"credences": {"utilitarian": "1e999999999"}}, BadSetting),
    "endlessly small": ({"credences": {"utilitarian": "1e-999999999"}}, BadSetting),
    "all 0": ({"credences": {"utilitarian": 0}}, BadSetting),
    "two ways": ({"credences": {"utilitarian": 1}, "even": True}, BadSetting),
    "unknown method": ({"methods": ["bordar"]}, UnknownName),
    "no one scale": ({"methods": ["expected-raw"]}, BadSetting),
    "a scale for nothing": ({"methods": ["borda"], "one_scale": True}, BadSetting),
    "veto of nothing": ({"veto": 0}, BadSetting),
    "veto beyond all": ({"veto": "120%"}, BadSetting),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_asked_is_refused(name: str) -> None:
    """Each wrong request is an error of usage, never a guess."""
    asked, error = REFUSED[name]
    with pytest.raises(error) as raised:
        dilemma.reconcile(dilemma.load("cluster"), **asked)
    assert raised.value.exit_code == 2


def test_methods_tell_everything() -> None:
    """Each has a claim, what its choice means, a formula, sources that are listed, and an objection."""
    cited = {key for method in METHODS for key in method.about.sources}
    assert set(BIBLIOGRAPHY) == cited
    assert list(BIBLIOGRAPHY) == sorted(BIBLIOGRAPHY)
    for method in METHODS:
        about = method.about
        assert all((about.claim, about.plainly, about.formula, about.sources, about.objections)), about.id
