"""The tools: each is a class whose fields are its arguments and whose `record` is its result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from pydantic import Field

from dilemma.cli.commands.mcp.arguments import MOST_NAMES, AtSettings, Call, Name, OfScenario

if TYPE_CHECKING:
    from dilemma.errors import Finding

__all__ = ["TOOLS", "findings_record"]

MOST_FINDINGS = 200
"""Findings in one result: a broken file of 1 MiB may have tens of thousands, which no assistant could use."""


def findings_record(label: str, digest: str | None, findings: Sequence[Finding]) -> Mapping[str, Any]:
    """Return the findings in a file as `dilemma check --json` prints them, at most MOST_FINDINGS.

    Where there are more, the key `left_out` says how many are not in the record.
    """
    from dilemma.reports.check.record import check_record

    record = check_record(label, digest, findings[:MOST_FINDINGS])
    left_out = len(findings) - MOST_FINDINGS
    return {**record, "left_out": left_out} if left_out > 0 else record


class Check(OfScenario):
    """Find every error of a scenario, or if it is valid, what may be unfair in it.

    Each finding has line, column, code, message and suggestion.
    """

    ask: bool = Field(default=False, description="Also put the questions that only the author can answer.")

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

    def record(self) -> Mapping[str, Any]:
        """Return what `dilemma weigh --json` prints."""
        from dilemma.reports.weigh.record import weighing_record
        from dilemma.weighing import judge_view

        request = self.request()
        view = self.view(request)
        return self.chosen(weighing_record(request.answers(lambda theories: judge_view(view, theories))))


class Explain(AtSettings):
    """Explain the choice of each theory: its argument, and the single facts that would change it."""

    option: Name = Field(default="", description="Explain this option, by letter, id or name.")

    def record(self) -> Mapping[str, Any]:
        """Return what `dilemma explain --json` prints."""
        from dilemma.reports.explain.record import explanations_record
        from dilemma.robustness.explanation import explain

        request = self.request()
        view = self.view(request)
        option = self.option or None
        found = request.answers(lambda theories: [*explain(view, theories, option)])
        return self.chosen(explanations_record(view, found, option))


class Cruxes(AtSettings):
    """Find the single numbers of a scenario that would change a theory's choice, and at which value."""

    def record(self) -> Mapping[str, Any]:
        """Return what `dilemma cruxes --json` prints."""
        from dilemma.reports.cruxes.record import cruxes_record
        from dilemma.robustness.cruxes.crux import cruxes

        request = self.request()
        view = self.view(request)
        return self.chosen(cruxes_record(request.answers(lambda theories: cruxes(view, theories))))


class Reconcile(AtSettings):
    """Compute what follows when theories disagree, by methods for moral uncertainty."""

    credences: dict[Name, str | float] = Field(
        default={},
        max_length=MOST_NAMES,
        description='How likely each theory is right: 0.35, "35%" or "1/3". Else each family the same.',
    )
    even: bool = Field(default=False, description="Give every theory the same credence.")
    methods: list[Name] = Field(
        default=[], max_length=MOST_NAMES, description="Only these methods, by id, such as borda; or all."
    )
    veto: str | float | None = Field(
        default=None, description='Set aside what at least this share of credence forbids: 0.5, "50%".'
    )
    shared_unit: bool = Field(default=False, description="Hold all scores to be on one scale.")

    def record(self) -> Mapping[str, Any]:
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
        return self.chosen(reconciliation_record(weighing, question, found))


class Schema(Call):
    """Return the JSON Schema of scenario files (scenario), or of a result, such as weigh."""

    name: Name = Field(default="scenario", description="scenario, or the name of a tool or command.")

    def record(self) -> Mapping[str, Any]:
        """Return what `dilemma schema NAME` prints."""
        import json

        from dilemma.reports.schemas import schema_text

        schema: dict[str, Any] = json.loads(schema_text(self.name))
        return schema


class Scenarios(Call):
    """List the scenarios that ship, by domain, each with the name that other tools take."""

    domain: Name = Field(default="", description="Only this domain, such as war.")

    def record(self) -> Mapping[str, Any]:
        """Return what `dilemma scenarios --json` prints."""
        from dilemma.api import library
        from dilemma.reports.catalogue.scenarios import library_record

        return library_record(library(self.domain or None))


TOOLS: Mapping[str, type[Call]] = {
    tool.__name__.lower(): tool for tool in (Check, Weigh, Explain, Cruxes, Reconcile, Schema, Scenarios)
}
"""The tools by name, in the order in which they are listed."""
