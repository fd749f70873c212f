"""Where a lint begins and ends: the cases next to its threshold."""

from __future__ import annotations

from math import exp, log, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dilemma.frameworks.registry import theories
from dilemma.lints import check
from dilemma.lints.catalogue import alternatives
from dilemma.lints.catalogue.duties import GENERAL
from dilemma.lints.catalogue.precision import mean
from dilemma.scenario import read
from dilemma.scenario.numbers import Range
from tests.unit.lints.samples import HERE

STEPS = 20_000


def codes(kind: str, name: str, *edits: tuple[str, str]) -> set[str]:
    """Return what is raised about a sample in which pieces are replaced."""
    text = (HERE / kind / f"{name}.yaml").read_text(encoding="utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    return {item.lint.code for item in check(read(text.encode(), "x.yaml", "x", theories()))}


def drawn_mean(number: Range) -> float:
    """Return the mean of a range by the middle of many equal shares of its distribution."""
    sign = 1 if number.low > 0 else -1
    low, best, high = sorted(log(sign * end) for end in (number.low, number.best, number.high))
    turn = (best - low) / (high - low)
    total = 0.0
    for step in range(STEPS):
        share = (step + 0.5) / STEPS
        if share < turn:
            total += exp(low + sqrt(share * (high - low) * (best - low)))
        else:
            total += exp(high - sqrt((1 - share) * (high - low) * (high - best)))
    return sign * total / STEPS


@pytest.mark.parametrize(
    "number",
    [
        Range(0.0235, 0.06, 0.3, "log"),
        Range(-0.08, -0.03, -0.01, "log"),
        Range(1, 1, 10, "log"),
        Range(1, 10, 10, "log"),
        Range(0.001, 1, 1000, "log"),
    ],
)
def test_the_mean_of_a_logarithmic_range(number: Range) -> None:
    """It is what drawing from the range would give on average."""
    assert mean(number) == pytest.approx(drawn_mean(number), rel=1e-3)


@given(st.lists(st.floats(1e-300, 1e15), min_size=3, max_size=3).map(sorted))
def test_a_mean_lies_within_its_range(ends: list[float]) -> None:
    """Whatever the scale, and however close the ends are."""
    for scale in ("linear", "log"):
        low, best, high = ends
        found = mean(Range(low, best, high, scale))
        assert low * (1 - 1e-6) <= found <= high * (1 + 1e-6)


@pytest.mark.parametrize(
    ("written", "raised"),
    [
        ("[10, 30, 40]", False),
        ("[0, 100]", False),  # two ends: the middle is both
        ("[29, 30, 300]", True),
        ("{low: 0.3, best: 30, high: 40, scale: log}", False),
        ("{low: 1, best: 2, high: 3000, scale: log}", True),
    ],
)
def test_skew_is_told_where_mean_and_best_estimate_part(written: str, raised: bool) -> None:
    """A mean further from the best estimate than that is from 0."""
    assert raised == ("skewed-range" in codes("bad", "skewed-range", ("[10, 30, 300]", written)))


@pytest.mark.parametrize(
    ("written", "raised"),
    [
        ("0.48", False),
        ("0.480", False),
        ("[0.125, 0.375]", True),
        ("[0.25, 0.75]", False),
        ("1e-7", False),
        ("0.07", False),
        ("0.94", False),
    ],
)
def test_precision_counts_the_digits_an_author_wrote(written: str, raised: bool) -> None:
    """Two digits are a judgement's due; zeros at the end, and the middle of two ends, are not counted."""
    assert raised == ("false-precision" in codes("bad", "false-precision", ("0.485", written)))


@pytest.mark.parametrize(
    ("dated", "raised"),
    [
        ("2023", False),
        ("2023-07", False),
        ("2023-07-07", False),
        ("2023-07-08", True),
        ("2024", True),
        ("July 2024", False),
    ],
)
def test_hindsight_takes_a_coarse_date_at_its_best(dated: str, raised: bool) -> None:
    """A year or month that holds the decision is not after it; a date in words is left alone."""
    assert raised == ("hindsight" in codes("bad", "hindsight", ("2023-08", dated)))


@pytest.mark.parametrize(
    ("name", "general"),
    [
        ("Beneficence", True),
        ("Nonmaleficence", True),
        ("Minimise harm to all", True),
        ("Save lives", True),
        ("Do no harm out of proportion", False),
        ("Save lives entrusted to you", False),
        ("Save the crew you sent", False),
        ("Impose no lethal risk on later innocents", False),
        ("Do not kill", False),
        ("Use no one as a mere means", False),
    ],
)
def test_only_general_duties_restate_the_consequences(name: str, general: bool) -> None:
    """A duty to someone in particular, or not to do one kind of thing, says more than to do good."""
    assert general == bool(GENERAL.search(name))


def test_a_row_or_two_more_is_no_unevenness() -> None:
    """In a short file one row more is half as many again."""
    edit = ("fields: 1, herds: 1, barns: 0.5", "fields: 1")
    assert "uneven-options" not in codes("bad", "uneven-options", edit)


def test_members_struck_in_different_numbers() -> None:
    """Rows of different count say that some of a party bear what others do not."""
    edit = ("value: 0.01, count: 30", "value: -0.01, count: 12")
    assert "mixed-party" in codes("bad", "mixed-party", edit)
    assert "mixed-party" not in codes("bad", "mixed-party", ("value: 0.01", "value: -0.01"))


def test_a_copy_is_one_under_every_option() -> None:
    """Rows that differ under one option, or are listed under another only, are two happenings."""
    apart = ("{drown: 0.4, perish: 0.4, swept", "{drown: 0.4, swept")
    assert "duplicate-factor" not in codes("bad", "duplicate-factor", apart)
    assert "duplicate-factor" not in codes("bad", "duplicate-factor", ("perish: 0.4", "perish: 0.3"))


def test_a_copy_that_says_it_overlaps_is_told_as_an_overlap() -> None:
    """Once a file says that two factors measure one thing, it is asked whether both count, and no more."""
    linked = ("perish: {party: villagers,", "perish: {overlaps: [drown], party: villagers,")
    assert codes("bad", "duplicate-factor", linked) == {"overlap-counted"}


@pytest.mark.parametrize(
    ("holder", "raised"), [("both sides", False), ("everyone", False), ("critics", True)]
)
def test_what_both_sides_hold_is_no_one_sided_list(holder: str, raised: bool) -> None:
    """A file whose harms nobody disputes is not one camp's."""
    edits = [("held_by: the village", f"held_by: {holder}")] * 2
    assert raised == ("one-sided-harms" in codes("bad", "one-sided-harms", *edits))


def test_a_remote_happening_is_weighed_whole() -> None:
    """One consequence that strikes several parties counts with all of them."""
    edit = ("party: valley, value: -1, count: 20000", "falls_on: {valley: 9000, walkers: 9000}, value: -1")
    assert "remote-chance" in codes("bad", "remote-chance", edit)


NEXT_TO = [  # the lint, its bad file with pieces replaced, and whether it is still raised
    ("size-untold", ("count: 30", "count: 99"), True),
    ("size-untold", ("count: 30", "count: 100"), False),
    ("size-untold", ("drown: 0.0005", "drown: 0.001"), False),
    ("size-untold", ("drown: 0.0005", "drown: 0"), False),
    ("size-untold", ("count: 30", "count: 4001"), True),  # beside 4 walkers
    ("size-untold", ("count: 30", "count: 4000"), False),
    ("size-untold", ("name: The villagers", "kind: nature"), False),
    ("worst-untold", ("drown: 0.3", "drown: 0.9"), False),
    ("threat-or-means", ("stranded: 0.4}", "stranded: 0}"), False),
    ("threat-or-means", ("role: means", "role: means, consented: presumed"), False),
    ("threat-or-means", ("role: means", "role: side-effect"), False),
    ("threat-or-means", ("baseline: wait", "baseline: flood"), False),
    ("no-claim", ("role: means", "role: means, consented: true"), False),
    ("no-claim", ("role: means", "role: end"), False),
    ("no-claim", ("name: Walkers on the road", "liable: true"), False),
    ("no-claim", ("name: Walkers on the road", "kind: nature"), False),
    ("told-twice", ("warn: 1", "warn: 0.9"), False),
    ("owed-to-unsized", ("warn: -0.5", "warn: 0.5"), False),
    ("owed-to-unsized", ("name: The farmers below", "kind: institution"), False),
    ("civil-advantage", ("combatant: false", "combatant: 0.4"), True),
    ("civil-advantage", ("combatant: false", "combatant: 0.6"), False),
    ("civil-advantage", (", combatant: false", ""), True),
    ("fate-name", ("baseline: wait", "baseline: wait\npanel: [utilitarian, kantian]"), False),
    ("fate-name", ("baseline: wait", "baseline: wait\npanel: [contractualist]"), True),
    ("fate-name", ("Walkers who drown", "Walkers who have no boat"), False),
    ("fate-name", ("Walkers who drown", "The drowned"), True),
    ("fate-name", ("Walkers who drown", "Walkers a flood would drown"), True),
    ("fate-name", ("Walkers who drown", "Victims of the last flood"), True),
    ("fate-name", ("Walkers who drown, size: 4", "Victims of the last flood, size: 4, level: -0.2"), False),
    ("agent-public", ("People of the village", "The dam keeper"), False),
    ("agent-public", ("People of the village", "The dam keeper, represented: true"), True),
    ("harming-baseline", ("agency: does", "agency: allows"), False),
    ("harming-baseline", ("agency: does", "agency: does, consented: true"), False),
    ("harming-baseline", ("baseline: flood", "baseline: wait"), False),
    ("evidence-untold", ("agency: does, evidence: derived", "agency: does, evidence: stated"), False),
    ("price-as-fact", ("kind: fact, ", ""), False),
    ("price-as-fact", ("price-of-a-life: {", "price-of-a-life: {name: Weight of the dam, "), True),
    (
        "price-as-fact",
        ("walkers, value: price-of-a-life, count: 4", "walkers, value: -1, count: -1 / price-of-a-life"),
        True,
    ),
    ("kind-untold", ("value: -1, because", "value: {best: -1, kind: fact}, because"), False),
    ("kind-untold", ("value: death, count: 30", "value: -1, count: death * -30"), False),
]


@pytest.mark.parametrize(("code", "edit", "raised"), NEXT_TO, ids=str)
def test_a_question_is_raised_only_where_it_is_apt(code: str, edit: tuple[str, str], *, raised: bool) -> None:
    """A file that differs from the bad one in what the question is about is left in peace."""
    assert raised == (code in codes("bad", code, edit))


def test_different_numbers_of_a_sized_party_are_a_risk_that_all_share() -> None:
    """Where the file says how many there are, rows with different counts are shared over all of them."""
    bad_for_both = ("value: 0.01, count: 30", "value: -0.01, count: 7")
    sized = ("{name: The villagers}", "{name: The villagers, size: 30}")
    assert "mixed-party" in codes("bad", "mixed-party", bad_for_both)
    assert "mixed-party" not in codes("bad", "mixed-party", bad_for_both, sized)
    assert "mixed-party" in codes("bad", "mixed-party", sized)


def test_one_person_may_meet_good_and_bad() -> None:
    """A party of one is one person, whose gains and losses are his own; not where 1 is a thousand people."""
    alone = (
        ("{name: The villagers}", "{name: The villagers, size: 1}"),
        ("value: -1, count: 30", "value: -1, count: 1"),
        ("value: 0.01, count: 30", "value: 0.01, count: 1"),
    )
    assert "mixed-party" not in codes("bad", "mixed-party", *alone)
    in_thousands = ("unit: one death", "unit: one thousand deaths")
    assert "mixed-party" in codes("bad", "mixed-party", *alone, in_thousands)


def test_a_file_too_large_for_decoys_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond a number of options times combinations of beliefs, no option is left out to find decoys."""
    assert "decoy" in codes("bad", "decoy")
    monkeypatch.setattr(alternatives, "MOST_OUTCOMES", 2)
    assert "decoy" not in codes("bad", "decoy")


def test_a_name_goes_before_an_id_that_restates_a_general_duty() -> None:
    """A duty whose name asks more than to do no harm is not asked about for its id."""
    ids = [("warn:", "no-harm:")] * 3  # where it is declared, and under either option
    narrow = ("{name: Do no harm,", "{name: Shift no danger onto neighbours,")
    assert "restated-duty" in codes("bad", "restated-duty", *ids)
    assert "restated-duty" not in codes("bad", "restated-duty", *ids, narrow)
