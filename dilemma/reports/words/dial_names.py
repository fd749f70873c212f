"""Names of numbers, taken from the file or from a theory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dilemma.frameworks.framework import Framework, intervals
from dilemma.reports.words.names import Names
from dilemma.robustness.dials.dial import Derived, Dial
from dilemma.scenario.model import condition_of
from dilemma.scenario.views.view import View

__all__ = ["DialNames"]

WHOLE_FILE: Mapping[str, str] = {
    "exchange": "Expected value that weighs as much as violating a duty of weight 1",
    "worst": "What the worst that can befall one person is worth",
    "enough": "The level at which a person has enough",
    "discount": "Yearly discount rate",
}


FIELDS: Mapping[str, str] = {
    "party-weight": "weight",
    "level": "level",
    "size": "size",
    "combatant": "share that fights",
    "liability": "share liable",
    "tie": "tie",
    "value": "value",
    "count": "count",
    "delay": "delay",
    "duty-weight": "weight",
    "virtue-weight": "weight",
}
"""What a number is of the entry that it belongs to, by its kind, where an entry may have several numbers."""


ENTRY, OPTION_ENTRY = 2, 4
"""Steps of the address of an entry: parties.ID, and options.ID.duties.ID."""


class DialNames:
    """Names of the numbers of a view, by dial or by address; `options` as for `Names`."""

    def __init__(
        self, view: View, frameworks: Sequence[Framework], options: Mapping[str, str] | None = None
    ) -> None:
        self.view = view
        self.names = Names(view.scenario, options)
        self.frameworks = {framework.about.id: framework for framework in frameworks}

    def of(self, dial: Dial | Derived) -> str:
        return self.at(dial.address)

    def full(self, dial: Dial | Derived) -> str:
        """Return the name of a number with what it is of its entry, such as `Farmers: size`."""
        field = FIELDS.get(dial.kind)
        name = self.of(dial)
        return f"{name}: {field}" if field and not name.endswith(f": {field}") else name

    def setting(self, address: str, dial: Dial | None) -> str:
        """Return the name of anything that a view may set; its address if nothing names it.

        `dial` is the number at the address, if one stands there.
        """
        entry, _, field = address.rpartition(".")
        try:
            if dial is not None:
                return self.full(dial)
            if len(address.split(".")) in (ENTRY, OPTION_ENTRY):
                return self.at(address)
            name = self.at(entry)
        except (KeyError, IndexError, ValueError):
            return address
        return f"reason for {name}" if field == "because" else f"{name}: {field.replace('_', ' ')}"

    def at(self, address: str) -> str:
        """Return the name of the number at an address."""
        head, *path = address.split(".")
        match head:
            case "quantities":
                return self.names.scenario.quantities[path[0]].name or path[0]
            case "parties" | "beliefs":
                return self.names.at(address)
            case "options":
                option = self.names.option(path[0])
                return f"{option}: {self._under(path)}"
            case "frameworks":
                framework = self.frameworks[path[0]]
                return f"{framework.about.name}: {intervals(framework)[path[1]].in_words}"
            case "consequences" | "duties" | "virtues":
                return self._factor(path)
        return WHOLE_FILE[head]

    def _under(self, path: list[str]) -> str:
        """Return the name of an option's number, without that of the option."""
        _, table, *rest = path
        if table != "beliefs":
            return self._factor(rest)
        belief = self.names.at(f"beliefs.{rest[0]}")
        given = f" if {self._literal(rest[2])}" if rest[1:2] == ["given"] else ""
        return belief + given

    def _literal(self, text: str) -> str:
        """Return the name of a state, or of a state that does not hold."""
        belief, holds = condition_of(text)
        state = self.names.at(f"beliefs.{belief}")
        return state if holds else f"not {state}"

    def _factor(self, path: list[str]) -> str:
        """Return the name of a factor, with the party it falls on if it names several."""
        struck = f": {self.names.party(path[2])}" if path[1:2] == ["falls_on"] else ""
        return self.names.factor(path[0]) + struck
