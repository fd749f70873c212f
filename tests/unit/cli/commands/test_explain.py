"""`dilemma explain`: arguments in plain words."""

from __future__ import annotations

import json
import re

import pytest

from dilemma import load, weigh
from dilemma.frameworks.framework import Gives
from dilemma.frameworks.registry import every_framework
from dilemma.reports.explain.blocks import CITED
from dilemma.reports.words.names import Names
from dilemma.robustness.cruxes.in_ranges import cruxes_in_ranges
from dilemma.robustness.explanation import outlines
from dilemma.scenario.model import Consequence, ConsequenceEntry, Duty, Party, Scenario
from dilemma.weighing import judge_view
from tests.support.samples import THOROUGH
from tests.support.schemas import output
from tests.unit.cli.running import dilemma

SIX = ("utilitarian", "kantian", "rossian", "threshold-deontology", "double-effect", "contractualist")
TURNS = r" stood .*\(file | as soon as .*\(file |No one number within its range| if .*\.$"
AMOUNT = re.compile(r"-?\d+(?:\.\d+)?")
FIELDS = {
    name
    for noun in (Scenario, Party, Consequence, Duty, ConsequenceEntry)
    for name in noun.model_fields
    if "_" in name
}


def explained(*words: str) -> dict:
    """Return what `explain --json` prints."""
    ran = dilemma("explain", *words, "--json")
    assert (ran.code, ran.err) == (0, "")
    return json.loads(ran.out)


@pytest.fixture(scope="module", params=["negotiations", "cluster"] if THOROUGH else ["negotiations"])
def explanations(request: pytest.FixtureRequest) -> tuple[str, dict]:
    """Return a scenario's name and its explanations by six frameworks."""
    return request.param, explained(request.param, "-f", ",".join(SIX))


def test_explanations_obey_their_schema(explanations: tuple[str, dict]) -> None:
    """The output is what `dilemma schema explain` describes."""
    output("explain").validate(explanations[1])


def test_an_explanation_sets_two_options_against_each_other(explanations: tuple[str, dict]) -> None:
    """It names both options, two amounts where the theory compares any, and a source."""
    scenario = load(explanations[0]).scenario
    names = {id: option.name or id for id, option in scenario.options.items()}
    theories = {theory.about.id: theory for theory in every_framework()}
    for row in explanations[1]["frameworks"]:
        text = " ".join(row["paragraphs"])
        assert names[row["option"]] in text
        assert names[row["rival"]] in text
        assert re.search(r"\((?:[^()]*) (?:c\. )?[12]\d{3}\b", text), "a source with its year"
        compared = [r for r in row["reasons"] if r["kind"] == "test" and r["left"] is not None]
        if compared or theories[row["id"]].about.gives is not Gives.TIERS:
            assert len(set(AMOUNT.findall(text))) >= 2


def test_no_id_and_no_field_name_is_on_the_page(explanations: tuple[str, dict]) -> None:
    """A reader meets the author's words and the theory's, never ids, addresses or names of fields."""
    scenario = load(explanations[0]).scenario
    tables = (scenario.parties, scenario.beliefs, scenario.consequences, scenario.duties, scenario.options)
    ids = {id for table in tables for id in table if "-" in id} | {f for f in SIX if "-" in f}
    for row in explanations[1]["frameworks"]:
        own = " ".join(row["paragraphs"])
        words = set(re.findall(r"[\w.-]+", own))
        assert not words & (ids | FIELDS), words & (ids | FIELDS)
        assert "options." not in own


def test_an_option_may_be_asked_about() -> None:
    """`--option` explains what is said of that option, chosen or not."""
    row = explained("cluster", "-f", "double-effect", "--option", "open-ended")["frameworks"][0]
    assert (row["option"], row["status"]) == ("open-ended", "forbidden")
    assert "forbids Open-ended supply" in " ".join(row["paragraphs"])
    assert dilemma("explain", "cluster", "--option", "open-endde").code == 2


def test_the_facts_of_the_world_that_binds_are_told_once() -> None:
    """What is expected at worst is told with the facts that make it so, and these are not said again."""
    ran = dilemma("explain", "cluster", "-f", "precautionary")
    (decides,) = [line for line in ran.out.splitlines() if line.strip().startswith("In detail")]
    facts = re.findall("“.+?”", decides)
    assert "at worst" in decides
    assert facts
    assert sorted(set(facts)) == sorted(facts)


def test_published_verdicts_are_shown() -> None:
    """What the literature says of a case stands beside what the theory says."""
    row = explained("canonical/footbridge", "-f", "double-effect")["frameworks"][0]
    assert any(text.startswith("Published:") for text in row["paragraphs"])


def test_what_does_not_apply_says_why() -> None:
    """A theory that lacks what it judges by says what is missing."""
    row = explained("canonical/shallow-pond", "-f", "just-war")["frameworks"][0]
    assert row["applicable"] is False
    assert "does not apply here" in " ".join(row["paragraphs"])


def test_a_memo_is_markdown() -> None:
    """`--format md` gives a memo with a heading a theory."""
    out = dilemma("explain", "canonical/footbridge", "-f", "kantian,rossian", "--full", "--format", "md").out
    assert next(line for line in out.splitlines() if line.startswith("#")).startswith("# ")
    assert "## Kantian" in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--format", "xml"], "table, md or json"),
        (["--json", "--format", "md"], "choose one"),
        (["--as", "a", "--as", "b"], "one perspective at a time"),
    ],
)
def test_wrong_flags_end_in_a_sentence(words: list[str], said: str) -> None:
    """A wrong flag ends with exit 2 and says what is right."""
    ran = dilemma("explain", "cluster", *words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def brief(*words: str) -> dict[str, str]:
    """Return the paragraph of each theory that `explain` prints of all theories."""
    lines = dilemma("explain", *words, COLUMNS="4000").out.splitlines()
    return dict(
        re.split(r"  +", line.strip(), maxsplit=1) for line in lines if re.match(r" [A-Z]\S.*  +\S", line)
    )


@pytest.mark.parametrize("name", ["cluster", "track-two", "negotiations"])
def test_all_theories_are_told_on_one_screen(name: str) -> None:
    """Each theory of the panel that speaks has one paragraph: its choice or what it rules out, and a turn."""
    document = load(name)
    weighing = weigh(document)
    letters = dict(zip(document.scenario.options, "ABCDEFGH", strict=False))
    told = brief(name)
    for verdict in weighing.verdicts:
        label = verdict.about.short or verdict.about.name
        if verdict.about.id not in document.scenario.panel:
            assert label not in told
            continue
        if not verdict.speaks:
            assert "Judges all options alike" in told.get(label, "") or label in told["Not told here"]
            continue
        paragraph = told[label]
        ruled_out = [letters[answer.option] for answer in verdict.answers if answer.status == "forbidden"]
        if len(verdict.choice) == 1 and not ruled_out:
            assert paragraph.startswith(f"{letters[verdict.choice[0]]} over ")
        elif paragraph.startswith("Rules out"):
            assert set(re.findall(r"\b[A-E]\b", paragraph.split(" and leaves")[0])) == set(ruled_out)
        assert re.search(
            r" stood .*\(file | as soon as .*\(file |No one number within its range| if .*\.$", paragraph
        ), paragraph


def test_the_turn_told_turns_the_choice() -> None:
    """The number in a paragraph, set past the value it names, changes what the theory chooses."""
    view = weigh(load("cluster")).view
    theories = [theory for theory in every_framework() if theory.about.id in ("utilitarian", "rights")]
    weighing = judge_view(view, theories)
    found = list(outlines(weighing, theories, cruxes_in_ranges(view, theories) or ()))
    assert all(outline.crux for outline in found)
    for outline in found:
        crux = outline.crux
        assert crux is not None
        low, high = crux.dial.range or (0.0, 0.0)
        end = high if crux.direction == "above" else low
        past = crux.at + 0.01 * (end - crux.at)
        moved = weigh(load("cluster"), addresses={crux.dial.address: past}, frameworks=[crux.about.id])
        assert moved.verdicts[0].choice != outline.verdict.choice


@pytest.mark.parametrize("name", ["cluster", "negotiations", "library/sanctions", "library/boats"])
def test_no_theory_that_wavers_is_told_to_stand_firm(name: str) -> None:
    """What weigh marks with ~ has a turn in explain; only with -o is a turn of another option left out."""
    view = weigh(load(name)).view
    theories = every_framework()
    cruxes = cruxes_in_ranges(view, theories) or ()
    turned = {crux.about.id for crux in cruxes}
    weighing = judge_view(view, theories)
    for outline in outlines(weighing, theories, cruxes):
        assert (outline.crux is not None) is (outline.verdict.about.id in turned)
    first = next(iter(view.scenario.options))
    for outline in outlines(weighing, theories, cruxes, first):
        if outline.crux:
            assert (first in (outline.crux.after or ())) is not (first in outline.verdict.choice)


def test_a_tie_is_no_preference() -> None:
    """Options that a theory holds level are told as level, none before the other."""
    told = brief("library/siege-aid")
    verdict = weigh(load("library/siege-aid"), frameworks=("virtue",)).verdicts[0]
    assert len(verdict.choice) > 1
    assert told["Virtues"].startswith("C and D tie, 5 each")
    alone = dilemma("explain", "library/siege-aid", "-f", "virtue").out
    assert "It holds these options level" in alone


def test_one_option_is_told_by_all_theories() -> None:
    """With `-o` each paragraph is about that option, and the next commands keep to it."""
    ran = dilemma("explain", "cluster", "-o", "replacement", COLUMNS="200")
    assert "Why D, or why not" in ran.out
    assert all("-o replacement" in line for line in ran.out.splitlines() if " dilemma explain" in line)


def test_what_stays_owed_is_told_once_an_option() -> None:
    """With all theories whole, an option's residue stands once, not under each theory; one alone tells it."""
    whole = dilemma("explain", "canonical/footbridge", "--full").out
    assert "Whoever does it" not in whole
    assert whole.count("What would still be owed, whichever theory chooses it") == 1
    assert (
        dilemma("explain", "canonical/footbridge", "-f", "kantian", "-o", "push").out.count("Whoever does it")
        == 1
    )


def test_a_source_stands_for_what_it_states() -> None:
    """A source beside a number says whether it states it, it was derived from it, or the author judged."""
    text = " ".join(dilemma("explain", "cluster", "-f", "utilitarian").out.split())
    names = Names(load("cluster").scenario)
    assert CITED[names.evidence("options.limited.consequences.occupation")] in text
    assert "derived from" in text
    for source in ("J. Sullivan 2023", "Reuters 2022"):
        before = text.split(source, maxsplit=1)[0]
        assert re.search(r"(stated by|measured by|derived from|judgement; see) (?:[^();]+; )*$", before)


def test_the_command_of_the_record_names_the_option() -> None:
    """The command that reproduces an explanation of one option has the flag for that option."""
    record = json.loads(
        dilemma("explain", "trolley-switch", "--option", "turn", "-f", "kantian", "--json").out
    )
    assert record["settings"]["command"] == "dilemma explain trolley-switch -f kantian --option turn"
