"""The tools: each is a class whose fields are its arguments and whose `record` is its result."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any, Final

from pydantic import Field

from dilemma.cli.commands.mcp.arguments import (
    MOST_NAMES,
    AtSettings,
    Call,
    Due,
    Flag,
    Name,
    Names,
    OfScenario,
    Share,
)
from dilemma.errors import MOST_SHOWN, UnknownName

if TYPE_CHECKING:
    from dilemma.errors import Finding

__all__ = ["TOOLS", "findings_record"]

SHARES = '0.35, "35%" or "1/3"'
"""How a call writes a share."""

BRIEF: Final = ("id", "title", "question")
"""The keys of a scenario in a list without details."""

SCHEMAS = (
    "scenario",
    "check",
    "weigh",
    "explain",
    "cruxes",
    "reconcile",
    "scenarios",
    "frameworks",
    "methods",
)
"""The names of the schemas that a caller may need."""


def findings_record(label: str, digest: str | None, findings: Sequence[Finding]) -> Mapping[str, Any]:
    """Return the findings in a file as `dilemma check --json` prints them, at most MOST_SHOWN.

    Where there are more, the key `left_out` says how many are not in the record.
    """
    from dilemma.reports.check.record import check_record

    record = check_record(label, digest, findings[:MOST_SHOWN])
    left_out = len(findings) - MOST_SHOWN
    return {**record, "left_out": left_out} if left_out > 0 else record


class Check(OfScenario):
    """Find every error of a scenario, or if it is valid, what may be unfair in it.

    Each finding has line, column, code, message and suggestion.
    """

    ask: Flag = Field(default=False, description="Also put the questions that only the author can answer.")

    def record(self) -> Mapping[str, Any]:
        """Return what `dilemma check --json` prints."""
        from dilemma.lints import ASKING, LINTS, check
        from dilemma.reports.check.questions import findings_raised

        document = self.document()
        lints = (*LINTS, *ASKING) if self.ask else LINTS
        raised = findings_raised(document, check(document, lints))
        return findings_record(document.label, document.digest, raised)


class Weigh(AtSettings):
    """Compute what each ethical theory chooses in a scenario, with scores and reasons.

    The key `agreement` alone is short; `frameworks` is long unless `theories` names some.
    """

    @classmethod
    def every_key(cls) -> tuple[str, ...]:
        """Return the keys of a complete result."""
        from dilemma.reports.weigh.schema import Weighing

        return tuple(Weighing.__annotations__)

    def complete_record(self) -> Mapping[str, Any]:
        """Return what `dilemma weigh --json` prints."""
        from dilemma.reports.weigh.record import weighing_record
        from dilemma.weighing import judge_view

        request = self.request()
        view = self.view(request)
        return weighing_record(request.answers(lambda theories: judge_view(view, theories)))


class Explain(AtSettings):
    """Explain the choice of each theory: its argument, and the single facts that would change it."""

    option: Name = Field(default="", description="Explain this option, by letter, id or name.")

    @classmethod
    def every_key(cls) -> tuple[str, ...]:
        """Return the keys of a complete result."""
        from dilemma.reports.explain.schema import Explanations

        return tuple(Explanations.__annotations__)

    def complete_record(self) -> Mapping[str, Any]:
        """Return what `dilemma explain --json` prints."""
        from dilemma.reports.explain.record import explanations_record
        from dilemma.robustness.explanation import explain

        request = self.request()
        view = self.view(request)
        option = self.option or None
        found = request.answers(lambda theories: [*explain(view, theories, option)])
        return explanations_record(view, found, option)


class Cruxes(AtSettings):
    """Find the single numbers of a scenario that would change a theory's choice, and at which value."""

    @classmethod
    def every_key(cls) -> tuple[str, ...]:
        """Return the keys of a complete result."""
        from dilemma.reports.cruxes.schema import Cruxes

        return tuple(Cruxes.__annotations__)

    def complete_record(self) -> Mapping[str, Any]:
        """Return what `dilemma cruxes --json` prints."""
        from dilemma.reports.cruxes.record import cruxes_record
        from dilemma.robustness.cruxes.crux import cruxes

        request = self.request()
        view = self.view(request)
        return cruxes_record(request.answers(lambda theories: cruxes(view, theories)))


class Reconcile(AtSettings):
    """Compute what follows when theories disagree, by methods for moral uncertainty."""

    credences: Annotated[
        dict[Name, Share], Due(f"a map of at most {MOST_NAMES} theories, each with a share: {SHARES}")
    ] = Field(
        default={},
        max_length=MOST_NAMES,
        description=f"How likely each theory is right: {SHARES}. Else each family the same.",
    )
    even: Flag = Field(default=False, description="Give every theory the same credence.")
    methods: Names = Field(default=[], description="Only these methods, by id, such as borda; or all.")
    veto: Annotated[Share | None, Due(f"a share: {SHARES}")] = Field(
        default=None, description=f"Set aside what at least this share of credence forbids: {SHARES}."
    )
    shared_unit: Flag = Field(default=False, description="Hold all scores to be on one scale.")

    @classmethod
    def every_key(cls) -> tuple[str, ...]:
        """Return the keys of a complete result."""
        from dilemma.reports.reconcile.schema import Reconciliation

        return tuple(Reconciliation.__annotations__)

    def complete_record(self) -> Mapping[str, Any]:
        """Return what `dilemma reconcile --json` prints."""
        from dilemma.reconciliation.request import answered, request
        from dilemma.reconciliation.sensitivity.simplex import DRAWS
        from dilemma.reports.reconcile.record import reconciliation_record
        from dilemma.weighing import judge_view

        at = self.request()
        question = request(
            credences=self.credences,
            even=self.even,
            methods=self.methods,
            veto=self.veto,
            one_scale=self.shared_unit,
            frameworks=at.settings.frameworks,
        )
        view = self.view(at)
        weighing = at.answers(lambda theories: judge_view(view, theories))
        found = answered(weighing, question, DRAWS)
        return reconciliation_record(weighing, question, found)


class Schema(Call):
    """Return the JSON Schema of scenario files (scenario), of a tool's result, or of a part of either."""

    name: Name = Field(
        default="scenario",
        description=f"One of {', '.join(SCHEMAS)}: scenario files, or what a tool or resource returns.",
    )
    part: Name = Field(
        default="",
        description="Only this key of it, such as consequences, or this entry of its $defs; "
        "the complete schema of scenario files is 78 kB.",
    )

    def record(self) -> Mapping[str, Any]:
        """Return what `dilemma schema NAME` prints, or the part of it; raise UnknownName if it has none."""
        from dilemma.reports.schemas import schema_text

        if self.name not in SCHEMAS:
            raise UnknownName("schema", self.name, SCHEMAS, listed=f"there are {', '.join(SCHEMAS)}")
        schema: dict[str, Any] = json.loads(schema_text(self.name))
        return part_of(schema, self.part) if self.part else schema


def part_of(schema: Mapping[str, Any], part: str) -> Mapping[str, Any]:
    """Return the schema of one key, or of one definition, with the definitions that it refers to.

    Raises UnknownName if the schema has neither.
    """
    definitions = schema.get("$defs", {})
    parts = {**definitions, **schema.get("properties", {})}
    if part not in parts:
        raise UnknownName("part", part, tuple(parts), listed=f"there are {', '.join(parts)}")
    needed: dict[str, Any] = {}
    waiting = [parts[part]]
    while waiting:
        for name in re.findall(r'"#/\$defs/([^"]+)"', json.dumps(waiting.pop())):
            if name not in needed:
                needed[name] = definitions[name]
                waiting.append(definitions[name])
    return {**parts[part], "$defs": needed}


class Scenarios(Call):
    """List the scenarios that ship: the id of each, which other tools take as name, title and question."""

    domain: Name = Field(default="", description="Only this domain, such as war.")
    details: Flag = Field(
        default=False, description="Also domain, tags, date, options, perspectives and SHA-256 of each."
    )

    def record(self) -> Mapping[str, Any]:
        """Return what `dilemma scenarios --json` prints, or only some keys of each scenario."""
        from dilemma.api.documents import library
        from dilemma.reports.catalogue.scenarios import library_record

        found = library_record(library(self.domain or None))
        if self.details:
            return found
        brief = [{key: one[key] for key in BRIEF} for one in found["scenarios"]]
        return {"scenarios": brief}


TOOLS: Mapping[str, type[Call]] = {
    tool.__name__.lower(): tool for tool in (Check, Weigh, Explain, Cruxes, Reconcile, Schema, Scenarios)
}
"""The tools by name, in the order in which they are listed."""
