"""What is refused about sizes, events, consent, holders and settings, with place and message."""

from __future__ import annotations

import pytest

from tests.unit.scenario.small import findings, instead

WARNED = "beliefs: {warned: 0.9}"
GIVEN = "beliefs: {warned: {given: {storm: 0.9, not storm: 0.1}}}"
WALKERS = "walkers: {weight: 1"

FAR = "options.flood.consequences.swept.falls_on.walkers"
TOO_MANY = f"makes {FAR} wrong: 4 is above 3.5, the size of 'walkers'"

KEYS_OF_A_HARM = (
    "name, because, sources, held_by, evidence, note, chance, value, count, falls_on, when, role, agency, "
    "consented, delay"
)

REFUSED = {
    # name: (old, new, line, what is pointed at, message)
    "count above the size": (
        "{name: The villagers}",
        "{size: 0.9}",
        20,
        "1}, value",
        "1 is above 0.9, the size of 'villagers'",
    ),
    "own count above the size": (
        "{weight: 1",
        "{size: 3",
        29,
        "4}",
        "4 is above 3, the size of 'walkers'",
    ),
    "high end above the size": (
        "falls_on: {walkers: 3",
        "falls_on: {walkers: [1, 2, 9]",
        20,
        "[1, 2, 9]",
        "its high end 9 is above 5, the size of 'walkers'",
    ),
    "product above the size": (
        "{name: The villagers}",
        "{size: 1.5}",
        19,
        "houses * rate",
        "2 is above 1.5, the size of 'villagers'",
    ),
    "count left at 1": (
        "value: -1, count: houses * rate",
        "value: -1",
        19,
        "{party",
        "1 is above 0.5, the size of 'villagers'",
    ),
    "size of 0": ("walkers: {weight: 1", "walkers: {size: 0", 14, "0", "should be above 0, not 0"),
    "an event without a probability": (
        WARNED,
        "beliefs: {warned: {because: x}}",
        27,
        "warned",
        "'probability' is required (or 'given')",
    ),
    "both probability and given": (
        WARNED,
        "beliefs: {warned: {probability: 0.5, given: {storm: 0.9, not storm: 0.1}}}",
        27,
        "given",
        "'given' stands instead of 'probability': leave one of them out",
    ),
    "one literal": (
        WARNED,
        "beliefs: {warned: {given: {storm: 0.9}}}",
        27,
        "given",
        "should hold a probability for 'storm' and one for 'not storm', and nothing else",
    ),
    "no literal": (
        WARNED,
        "beliefs: {warned: {given: {}}}",
        27,
        "given",
        "should hold a probability for 'STATE' and one for 'not STATE', and nothing else",
    ),
    "literals of two states": (
        "  warned: {claim",
        "  dark: {claim: It is dark, probability: 0.5}\n  warned: {claim",
        28,
        "given",
        "should hold a probability for 'storm' and one for 'not storm', and nothing else",
    ),
    "given an unknown belief": (
        WARNED,
        "beliefs: {warned: {given: {strom: 0.9, not storm: 0.1}}}",
        27,
        "strom",
        "no belief 'strom'",
    ),
    "given an event": (
        WARNED,
        "beliefs: {warned: {given: {storm: 0.9, not storm: 0.1}}, storm: 0.3}",
        27,
        "storm",
        "an option sets 'storm': 'given' names a state, which no option sets",
    ),
    "given itself": (
        WARNED,
        "beliefs: {warned: {given: {warned: 0.9, not warned: 0.1}}}",
        27,
        "warned: 0.9",
        "'warned' cannot depend on itself",
    ),
    "given of a state": (
        "{claim: The walkers were warned, probability: 0.5}",
        "{claim: The walkers were warned, probability: 0.5, given: {storm: 1}}",
        17,
        "given",
        "'given' is for the belief that an option sets: give it under 'beliefs' of the option",
    ),
    "given out of bounds": (
        WARNED,
        "beliefs: {warned: {given: {storm: 0.9, not storm: 1.1}}}",
        27,
        "1.1",
        "should be from 0 to 1, not 1.1",
    ),
    "unknown theory in the panel": (
        "exchange: 10",
        "panel: [utilitarian, utility]",
        6,
        "utility",
        "no theory 'utility'",
    ),
    "a party twice": (
        "owed_to: walkers",
        "owed_to: [walkers, villagers, walkers]",
        22,
        "walkers], o",
        "'walkers' is named twice",
    ),
    "an unknown holder": ("owed_to: walkers", "owed_to: [walker]", 22, "walker]", "no party 'walker'"),
    "holders of a wrong type": (
        "owed_to: walkers",
        "owed_to: 5",
        22,
        "5",
        "should be a party id or a list of them, not the number 5",
    ),
    "liable above 1": (
        WALKERS,
        "walkers: {liable: 1.5",
        14,
        "1.5",
        "should be true, false or a number from 0 to 1, not 1.5",
    ),
    "a word for liable": (
        WALKERS,
        "walkers: {liable: yes",
        14,
        "yes",
        "should be true, false or a number from 0 to 1, not the text 'yes'",
    ),
    "text for combatant": (
        WALKERS,
        "walkers: {combatant: 'not at all'",
        14,
        "'not at all'",
        "should be true, false or a number from 0 to 1, not the text 'not at all'",
    ),
    "a list of one for combatant": (
        WALKERS,
        "walkers: {combatant: [1]",
        14,
        "[1]",
        "should be true, false or a number from 0 to 1; a range is [low, high] or [low, best, high]",
    ),
    "consent of another word": (
        "swept: {",
        "swept: {consented: assumed, ",
        20,
        "assumed",
        "should be true, false or presumed, not the text 'assumed'",
    ),
    "own consent of another word": (
        "role: means,",
        "role: means, consented: presumd,",
        29,
        "presumd",
        "should be true, false or presumed, not the text 'presumd'",
    ),
    "unknown role": (
        "role: means",
        "role: remove-threat",
        29,
        "remove-threat",
        "should be end, means, side-effect or removes-threat, not the text 'remove-threat'",
    ),
    "role of a breach": (
        "duties: {no-harm: -1}",
        "duties: {no-harm: {degree: -1, role: removes-threat}}",
        30,
        "removes-threat",
        "should be end, means or side-effect, not the text 'removes-threat'",
    ),
    "size of an option": (
        "role: means,",
        "role: means, size: 3,",
        29,
        "size",
        f"unknown key 'size'; its keys are {KEYS_OF_A_HARM}",
    ),
    "no tag of a language": (
        "exchange: 10",
        "language: english language",
        6,
        "english",
        "should be a BCP 47 tag of a language, such as en or pt-BR",
    ),
    "negated quantity": (
        "count: houses * rate",
        "count: 1, chance: -rate * 2",
        19,
        "-rate",
        "should be a number, not the text '-rate * 2'; write -1 * rate * 2",
    ),
    "division by a negated quantity": (
        "count: houses * rate",
        "count: houses / -rate",
        19,
        "houses",
        "should be a number, not the text 'houses / -rate'; write houses / -1 / rate",
    ),
    "per cent": (
        "probability: 0.2}",
        "probability: 80%}",
        16,
        "80%",
        "should be a number, not the text '80%'; write 0.8",
    ),
    "one in so many": (
        "probability: 0.2}",
        "probability: 1 in 3}",
        16,
        "1 in 3",
        "should be a number, not the text '1 in 3'; write 0.333",
    ),
    "a fraction": (
        "probability: 0.2}",
        "probability: 1/4}",
        16,
        "1/4",
        "should be a number, not the text '1/4'; write 0.25",
    ),
    "a range with a dash": (
        "probability: 0.2}",
        "probability: 10-40 %}",
        16,
        "10-40 %",
        (
            "should be a number, not the text '10-40 %'; write [0.1, 0.4], or with the best estimate "
            "between: [0.1, best, 0.4]"
        ),
    ),
    "a range in words": (
        "count: houses * rate",
        "count: 2 to 20",
        19,
        "2 to 20",
        (
            "should be a number, not the text '2 to 20'; write [2, 20], or with the best estimate between: "
            "[2, best, 20]"
        ),
    ),
    "quoted per cent": (
        "{drown: 1}",
        "{drown: '2.5 %'}",
        35,
        "'2.5 %'",
        "should be a number, not the text '2.5 %'; write 0.025",
    ),
    "unknown kind of number": (
        "rate: {value: 0.1",
        "rate: {kind: fakt, value: 0.1",
        11,
        "fakt",
        "should be fact or value, not the text 'fakt'",
    ),
    "unknown kind in a number": (
        "exchange: 10",
        "exchange: {best: 10, kind: price}",
        6,
        "price",
        "should be fact or value, not the text 'price'",
    ),
    "one end of a range": (
        "exchange: 10",
        "exchange: {best: 10, low: 2}",
        6,
        "exchange",
        "'high' is required",
    ),
    "a perspective's size": (
        "exchange: 5}",
        "parties.walkers.size: 3.5}",
        39,
        "set",
        TOO_MANY,
    ),
    "a perspective that sets perspectives": (
        "exchange: 5}",
        "perspectives: 5}",
        39,
        "perspectives",
        "perspectives: what a perspective sets is fixed; set the address itself",
    ),
    "a perspective's event": (
        "exchange: 5}",
        "options.flood.beliefs.warned: {given: {storm: 0.3}}}",
        39,
        "given",
        "should hold a probability for 'storm' and one for 'not storm', and nothing else",
    ),
    "the entry's value": (
        "exchange: 5}",
        "exchange: {value: 0, because: It is light}}",
        39,
        "0, because",
        "should be above 0, not 0",
    ),
    "the entry's reason": (
        "exchange: 5}",
        "exchange: {value: 3, because: 7}}",
        39,
        "7}}",
        "should be text, not the number 7",
    ),
    "the entry's sources": (
        "exchange: 5}",
        "exchange: {value: 3, sources: [surveys]}}",
        39,
        "surveys",
        "no source 'surveys'",
    ),
    "a perspective's sources": (
        "    name: The keeper",
        "    sources: [x]",
        38,
        "x",
        "no source 'x'; there are survey",
    ),
    "a perspective's choice": (
        "    name: The keeper",
        "    choice: await",
        38,
        "await",
        "no option 'await'",
    ),
    "a perspective's confidence": (
        "    name: The keeper",
        "    confidence: 3",
        38,
        "3",
        "should be from 0 to 1, not 3; for 3 per cent write 0.03",
    ),
}

ALSO = {  # what the file must say besides
    "high end above the size": [("walkers: {weight: 1", "walkers: {size: 5")],
    "count above the size": [("count: houses * rate", "count: 0.5")],
    "count left at 1": [("{name: The villagers}", "{size: 0.5}"), ("villagers: 1}", "villagers: 0.1}")],
    "literals of two states": [(WARNED, "beliefs: {warned: {given: {storm: 0.9, not dark: 0.1}}}")],
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_is_told_at_its_place(name: str) -> None:
    """Each mistake is one finding, with the line, the column and the words that mend it."""
    old, new, line, pointed, message = REFUSED[name]
    text = instead(old, new)
    for piece, other in ALSO.get(name, ()):
        assert piece in text
        text = text.replace(piece, other, 1)
    (finding,) = findings(text)
    assert (finding.line, finding.message) == (line, message)
    assert text.splitlines()[line - 1][finding.column - 1 :].startswith(pointed), finding


A_WHOLE_VIEW = """exchange: {value: 5, because: As it was, sources: []}, duties.no-harm.owed_to: walkers}
    sources: [survey]
    choice: wait
    confidence: 0.8"""

ACCEPTED = {
    "a party as large as the count": ("walkers: {weight: 1", "walkers: {size: 4"),
    "a size that is a product": ("{name: The villagers}", "{size: houses * 2}"),
    "an event that depends on a state": (WARNED, GIVEN),
    "a probability in a map": (WARNED, "beliefs: {warned: {probability: 0.9, because: They were told}}"),
    "several holders": ("owed_to: walkers", "owed_to: [walkers, villagers]"),
    "a share of liability": (WALKERS, "walkers: {liable: 0.05"),
    "degrees of fighting": (WALKERS, "walkers: {combatant: [0.9, 0.97, 1]"),
    "plain truths": (WALKERS, "walkers: {liable: true, combatant: false"),
    "presumed consent": ("role: means,", "role: means, consented: presumed,"),
    "a language": ("exchange: 10", "language: zh-Hant-TW"),
    "Norwegian": ("exchange: 10", "language: no"),
    "a certain number of a kind": ("exchange: 10", "exchange: {best: 10, kind: value}"),
    "a view with all it may say": (
        "exchange: 5}",
        A_WHOLE_VIEW,
    ),
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_what_the_format_allows_loads(name: str) -> None:
    """What is near a refusal and right is read."""
    assert findings(instead(*ACCEPTED[name])) == ()


GONE = {
    "prioritarian": ("scale", "'scale' is gone: state `worst` at the top of the file"),
    "double-effect": ("slack", "'slack' is gone: further harm is weighed against further good"),
}


@pytest.mark.parametrize("theory", GONE)
def test_a_setting_that_is_gone_says_what_to_write(theory: str) -> None:
    """A setting that theories no longer have is refused with advice, in the file and in a perspective."""
    from dilemma import load
    from dilemma.errors import InvalidScenario
    from tests.unit.scenario.small import document

    setting, told = GONE[theory]
    data = {key: value for key, value in document().data.items() if key not in {"perspectives", "literature"}}
    in_file = {**data, "frameworks": {theory: {setting: 0.5}}}
    in_view = {**data, "perspectives": {"v": {"set": {f"frameworks.{theory}.{setting}": 0.5}}}}
    for written in (in_file, in_view):
        with pytest.raises(InvalidScenario) as caught:
            load(written)
        (finding,) = caught.value.findings
        assert finding.message.endswith(told)
