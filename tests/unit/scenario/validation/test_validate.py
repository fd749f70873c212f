"""Validation of files whose types are right: the problems, and their messages."""

from __future__ import annotations

import pytest

from dilemma.scenario import from_data
from dilemma.scenario.numbers import Product
from tests.unit.scenario.small import SMALL, document, findings, instead

MISTAKES = {
    # name: (old, new, line, what is pointed at, code, suggestion)
    "older format": ("format: 1", "format: 0", 1, "0", "format", None),
    "quantity too large": ("houses: [10, 20, 40]", "houses: rate * 1e17", 10, "rate", "out-of-range", None),
    "unknown key": ("{name: The villagers}", "{nane: x}", 13, "nane", "unknown-key", "name"),
    "misspelt top-level map": ("parties:", "partys:", 12, "partys", "unknown-key", "parties"),
    "misspelt required key": ("title: The", "titel: The", 2, "titel", "unknown-key", "title"),
    "map of the wrong type": ("{name: The villagers}", "5", 13, "5", "type", None),
    "row left empty": ("{name: The villagers}", "", 13, "villagers", "type", None),
    "number for text": ("title: The flooded road", "title: 1984", 2, "1984", "type", None),
    "text for a list": ("sources: [survey]", "sources: survey", 14, "survey", "type", None),
    "word for a truth": ("omission: true", "omission: yes", 34, "yes", "type", None),
    "wrong word": ("kind: absolute", "kind: absolut", 22, "absolut", "choice", "absolute"),
    "wrong scale": (
        "exchange: 10",
        "exchange: {low: 1, best: 2, high: 3, scale: lgo}",
        6,
        "lgo",
        "choice",
        "log",
    ),
    "no such day": ("2023-07-07", "2023-02-30", 4, "2023-02-30", "date", None),
    "no date": ("2023-07-07", "July 2023", 4, "July 2023", "date", None),
    "unknown party": ("party: villagers", "party: vilagers", 19, "vilagers", "unknown-id", "villagers"),
    "unknown in falls_on": ("villagers: 1}", "villager: 1}", 20, "villager", "unknown-id", "villagers"),
    "unknown in own falls_on": ("{walkers: 4}", "{walker: 4}", 29, "walker", "unknown-id", "walkers"),
    "unknown owed_to": ("owed_to: walkers", "owed_to: storm", 22, "storm", "unknown-id", None),
    "unknown overlap": ("overlaps: [swept]", "overlaps: [wept]", 22, "wept", "unknown-id", "swept"),
    "unknown use": ("uses: [walkers]", "uses: [x]", 32, "x", "unknown-id", None),
    "unknown source": ("sources: [survey]", "sources: [servey]", 14, "servey", "unknown-id", "survey"),
    "unknown belief": ("when: storm", "when: not strm", 19, "not strm", "unknown-id", "storm"),
    "unknown event": ("beliefs: {warned: 0.9}", "beliefs: {warm: 0.9}", 27, "warm", "unknown-id", "warned"),
    "unknown consequence": ("{drown: 1}", "{no-harm: 1}", 35, "no-harm", "unknown-id", None),
    "unknown duty": ("duties: {no-harm: -1}", "duties: {harm: -1}", 30, "harm", "unknown-id", "no-harm"),
    "unknown virtue": ("{courage: 0.5}", "{curage: 0.5}", 31, "curage", "unknown-id", "courage"),
    "unknown baseline": ("baseline: wait", "baseline: await", 5, "await", "unknown-id", "wait"),
    "unknown option": ("option: flood", "option: flod", 44, "flod", "unknown-id", "flood"),
    "unknown framework": (
        "framework: utilitarian",
        "framework: utility",
        44,
        "utility",
        "unknown-id",
        "utilitarian",
    ),
    "unknown credence": (
        "{utilitarian: 1}",
        "{utilitarism: 1}",
        40,
        "utilitarism",
        "unknown-id",
        "utilitarian",
    ),
    "unknown setting": ("{multiple: 3}", "{multipel: 3}", 42, "multipel", "unknown-setting", "multiple"),
    "setting out of range": ("{multiple: 3}", "{multiple: 300}", 42, "300", "out-of-range", None),
    "id in capitals": ("  walkers: {weight", "  Walkers: {}\n  walkers: {weight", 14, "Walkers", "id", None),
    "id with a space": ("  walkers: {weight", "  a b: {}\n  walkers: {weight", 14, "a b", "id", None),
    "id that is a number": ("  walkers: {weight", "  1e5: {}\n  walkers: {weight", 14, "1e5", "id", None),
    "id that is taken": ("  walkers: {weight", "  not: {}\n  walkers: {weight", 14, "not", "id", None),
    "id used twice": ("courage: {weight: 4}", "courage: {}\n  storm: {}", 25, "storm", "repeated-id", None),
    "no party": ("party: villagers, ", "", 19, "drown", "missing", None),
    "party and falls_on": (
        "swept: {falls_on",
        "swept: {party: walkers, falls_on",
        20,
        "party",
        "falls-on",
        None,
    ),
    "count and falls_on": ("swept: {falls_on", "swept: {count: 2, falls_on", 20, "count", "falls-on", None),
    "own count and falls_on": ("role: means,", "role: means, count: 2,", 29, "count", "falls-on", None),
    "empty falls_on": ("{walkers: 3, villagers: 1}", "{}", 20, "{}", "falls-on", None),
    "own falls_on of one party": (
        "{drown: 1}",
        "{drown: {falls_on: {walkers: 1}}}",
        35,
        "falls_on",
        "falls-on",
        None,
    ),
    "belief twice": ("[not storm]", "[not storm, storm]", 20, "storm]", "repeated-belief", None),
    "belief twice in all": ("when: not warned", "when: storm", 29, "storm", "repeated-belief", None),
    "strange condition": ("when: not warned", "when: [1]", 29, "[1]", "when", None),
    "party in an option": ("role: means,", "role: means, party: walkers,", 29, "party", "unknown-key", None),
    "quantity in a circle": ("houses: [10, 20, 40]", "houses: houses * 2", 10, "houses * 2", "circle", None),
    "division by what may be 0": (
        "houses: [10, 20, 40]",
        "houses: 1 / z\n  z: [-1, 1]",
        10,
        "1 / z",
        "divides-by-0",
        None,
    ),
    "product out of bounds": (
        "{drown: 1}",
        "{drown: houses * rate}",
        35,
        "houses * rate",
        "out-of-range",
        None,
    ),
    "amount overflows": (
        "value: -1, count: houses * rate",
        "value: -1e10, count: 1e10",
        19,
        "-1e10",
        "amount",
        None,
    ),
    "own amount overflows": ("{drown: 1}", "{drown: {count: 1e15, value: -2}}", 35, "1e15", "amount", None),
    "perspective's address": (
        "parties.walkers.weight",
        "parties.walker.weight",
        39,
        "parties.walker.weight",
        "unknown-address",
        "parties.walkers.weight",
    ),
    "perspective's value": ("exchange: 5}", "exchange: 0}", 39, "0", "out-of-range", None),
    "perspective's row": (
        "exchange: 5}",
        "options.wait.consequences.drown: {chnce: 1}}",
        39,
        "chnce",
        "unknown-key",
        "chance",
    ),
    "perspective's product": (
        "exchange: 5}",
        "options.wait.consequences.drown: houses}",
        39,
        "houses",
        "out-of-range",
        None,
    ),
    "perspective's effect": (
        "exchange: 5}",
        "quantities.houses: 1e15, consequences.drown.value: 1e3}",
        39,
        "1e3",
        "amount",
        None,
    ),
    "perspective's far effect": ("exchange: 5}", "quantities.rate: -5}", 39, "set", "out-of-range", None),
    "perspective's unlisted row": (
        "exchange: 5}",
        "options.wait.duties.no-harm.role: means}",
        39,
        "options.wait",
        "unlisted",
        None,
    ),
    "perspective's perspective": (
        "exchange: 5}",
        "perspectives.keeper.set: {}}",
        39,
        "perspectives.keeper.set",
        "unknown-address",
        None,
    ),
    "perspective's newer format": ("exchange: 5}", "format: 2}", 39, "2", "format", None),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_one_mistake_is_one_finding_at_its_place(name: str) -> None:
    """Each mistake is told once, pointing at what is wrong, with what was probably meant."""
    old, new, line, pointed, code, suggestion = MISTAKES[name]
    (finding,) = findings(instead(old, new))
    text = instead(old, new).splitlines()[line - 1]
    assert (line, code, suggestion) == (finding.line, finding.code, finding.suggestion), finding
    assert finding.source_line == text
    assert text[finding.column - 1 :].startswith(pointed), finding
    assert finding.end_column > finding.column


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file() -> None:
    """Wrong syntax, wrong types and wrong names are found in one go, sorted by place."""
    text = instead("baseline: wait", "baseline: wat").replace("exchange: 10", "exchange: &x NO")
    text = text.replace("{drown: 1}", "{drown: 1.5, swep: 1}").replace(
        "rate, when: storm", "rte, when: storm"
    )
    found = [(finding.line, finding.column, finding.code) for finding in findings(text)]
    assert found == [
        (5, 11, "unknown-id"),
        (6, 11, "anchor"),
        (6, 11, "not-a-number"),
        (19, 47, "unknown-id"),
        (35, 27, "out-of-range"),
        (35, 32, "unknown-id"),
    ]


def test_missing_fields_are_shown_at_their_parent() -> None:
    """A field that is not there points at the key it should stand under."""
    (finding,) = findings(instead("claim: The storm turns this way, ", ""))
    assert (
        finding.address,
        finding.line,
        finding.column,
        finding.end_column,
    ) == ("beliefs.storm.claim", 16, 3, 8)


def test_a_scenario_needs_two_options_and_a_factor() -> None:
    """With one option, or nothing at stake, there is no dilemma."""
    data = {"format": 1, "title": "t", "question": "q", "parties": {}, "options": {"a": {}, "b": {}}}
    alone = {**data, "duties": {"d": {}}, "options": {"a": {}}}
    assert codes(data) == ["factors"]
    assert codes(alone) == ["options"]
    assert codes({**data, "virtues": {"v": {}}}) == []


def test_a_list_of_parties_is_pointed_to_falls_on() -> None:
    """A consequence for several parties is written another way, and that is said."""
    (finding,) = findings(instead("party: villagers", "party: [villagers, walkers]"))
    told = "should be text, not a list; for several parties write 'falls_on' instead, with how many of each"
    assert finding.message == told


def test_at_most_twelve_states_are_used() -> None:
    """All states are gone through, so that their number is bounded; events do not count."""

    def using(count: int, *events: str) -> dict[str, object]:
        names = [f"b-{letter}" for letter in "abcdefghijklmnop"[:count]]
        return {
            "format": 1,
            "title": "t",
            "question": "q",
            "parties": {"p": {}},
            "beliefs": {name: {"claim": "c", "probability": 0.5} for name in names},
            "consequences": {"c": {"party": "p", "value": 1, "when": names}},
            "options": {"x": {"beliefs": dict.fromkeys(events, 0.1)}, "y": {"consequences": {"c": 1}}},
        }

    assert codes(using(12)) == []
    assert codes(using(13)) == ["states"]
    assert codes(using(13, "b-a")) == []


def test_deep_chains_of_quantities_are_refused() -> None:
    """Quantities that lean on each other without end are refused, however they are ordered."""
    chain = {f"q-{n}": f"q-{n + 1} * 2" for n in range(5000)}
    data = {**document().data, "quantities": {**chain, "q-5000": 0, "houses": 1, "rate": 1}}
    assert codes(data) == ["depth"]


def test_independent_circles_are_each_told() -> None:
    """Every circle among quantities is one finding; what merely leans on one is not."""
    more = {"a": "b * 1", "b": "a * 1", "c": "c / 2", "d": "c * a", "houses": 1, "rate": 1}
    assert codes({**document().data, "quantities": more}) == ["circle", "circle"]


def test_quantities_may_be_divided_by_what_is_never_0() -> None:
    """A divisor's range excludes 0; what a product comes to is its best estimate."""
    scenario = document(
        instead("houses: [10, 20, 40]", "houses: rate / share * 40\n  share: [0.1, 0.3]")
    ).scenario
    assert scenario.quantities["houses"].value == Product(
        text="rate / share * 40", steps=(("*", "rate"), ("/", "share"), ("*", 40.0))
    )


def test_there_is_a_limit_to_perspectives_in_long_files() -> None:
    """Judging a file must not take minutes, however it is written."""
    beliefs = {f"b-{n}": {"claim": "c", "probability": 1} for n in range(3000)}
    views = {f"v-{n}": {"set": {"exchange": 2}} for n in range(300)}
    data = {**document().data, "beliefs": beliefs | dict(document().data["beliefs"]), "perspectives": views}
    assert codes(data) == ["values"]


def test_the_small_file_is_sound() -> None:
    """What follows the format loads."""
    assert findings(SMALL) == ()


def codes(data: object) -> list[str]:
    """Return the codes of all that is wrong with plain data."""
    from dilemma.errors import InvalidScenario

    try:
        from_data(data, "x")  # type: ignore[arg-type]
    except InvalidScenario as error:
        return [finding.code for finding in error.findings]
    return []
