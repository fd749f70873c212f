"""An entry is found by its id, by its name as shown, and an option by its letter."""

from __future__ import annotations

import pytest

import dilemma
from dilemma.errors import BadSetting, UnknownName
from dilemma.scenario.addresses.lookup import belief_address, weight_address
from dilemma.scenario.addresses.names import ids_meant, letters, option_id, perspective_id, slug, the_id

CLUSTER = dilemma.load("cluster").scenario


@pytest.mark.parametrize(
    "name",
    ["limited", "Limited transfer", "limited transfer", "LIMITED-TRANSFER", "“Limited transfer”", "B", "b"],
)
def test_an_option_has_an_id_a_name_and_a_letter(name: str) -> None:
    """Capitals, hyphens and quotation marks make no difference."""
    assert option_id(CLUSTER, name) == "limited"


def test_an_id_goes_before_a_letter_and_a_letter_before_a_name() -> None:
    """What is spelled exactly so is meant: the id `c` where there is one, else the letter, else a name."""
    known = {"c": ("A", "First"), "x": ("B", "Second"), "y": ("C", "third")}
    assert ids_meant("c", known) == ("c",)
    assert ids_meant("C", known) == ("y",)
    assert ids_meant("THIRD", known) == ("y",)
    assert ids_meant("Fourth", known) == ids_meant("“”", known) == ()


def test_the_letters_are_those_of_the_screen() -> None:
    """Every option of a file is found by the letter that heads its column."""
    for id, letter in letters(CLUSTER.options).items():
        assert option_id(CLUSTER, letter) == id


def test_a_name_of_several_is_refused_with_the_ids() -> None:
    """A name that may mean two entries is an error that lists their ids."""
    known = {"near": ("The village",), "far": ("the village",), "town": ("The town",)}
    with pytest.raises(
        BadSetting, match=r"the party 'The-village' may be near or far; write one of these ids"
    ):
        the_id("party", "The-village", known)
    assert the_id("party", "The village", known) == "near"  # of exactly this spelling there is one


def test_weights_and_beliefs_by_name() -> None:
    """A party, duty or virtue, and a belief, is found by the name that the file gives it."""
    party = CLUSTER.parties["russian-soldiers"].name
    assert party is not None
    assert weight_address(CLUSTER, party.upper()) == "parties.russian-soldiers.weight"
    belief = CLUSTER.beliefs["replacements-in-time"]
    assert belief_address(CLUSTER, belief.name or belief.claim) == "beliefs.replacements-in-time.probability"
    with pytest.raises(UnknownName, match="it is a quantity"):
        weight_address(CLUSTER, "dud-rate")


def test_a_wrong_perspective_is_told_with_those_there_are() -> None:
    """All perspectives stand below the error, by id and name; where the file has none, it says so."""
    assert perspective_id(CLUSTER, "critics of the transfer") == "critics"
    with pytest.raises(UnknownName) as wrong:
        perspective_id(CLUSTER, "critcs")
    first, *rows = str(wrong.value).splitlines()
    assert first == "no perspective 'critcs'; did you mean 'critics'?"
    assert [row.split()[0] for row in rows] == list(CLUSTER.perspectives)
    assert "Critics of the transfer" in rows[1]
    with pytest.raises(UnknownName, match=r"no perspective 'critics' \(the file has none\)$"):
        perspective_id(dilemma.load("canonical/trolley-switch").scenario, "critics")


def test_a_wrong_option_is_told_with_those_there_are() -> None:
    """All options stand below the error, by letter, id and name."""
    with pytest.raises(UnknownName) as wrong:
        option_id(CLUSTER, "X")
    first, *rows = str(wrong.value).splitlines()
    assert first == "no option 'X'; there are these:"
    assert [row.split()[:2] for row in rows] == [
        [letter, id] for id, letter in letters(CLUSTER.options).items()
    ]


def test_the_library_takes_names() -> None:
    """`weigh` gives the same values by names as by ids, and says the ids."""
    document = dilemma.load("cluster")
    name = CLUSTER.parties["russian-soldiers"].name
    by_name = dilemma.weigh(
        document,
        weights={str(name): 2},
        perspective="Critics of the transfer",
        frameworks=["Maximin fairness", "conduct in war"],
    )
    by_id = dilemma.weigh(
        document, weights={"russian-soldiers": 2}, perspective="critics", frameworks=["rawlsian", "just-war"]
    )
    assert by_name.view.perspective == "critics"
    assert by_name.verdicts == by_id.verdicts
    assert by_name.view.flags == by_id.view.flags


def test_a_slug_is_the_words_alone() -> None:
    """Apostrophes vanish, and all that stands between words is one hyphen."""
    assert slug(" Ross's  duties") == slug("ross’s_duties.") == "rosss-duties"
