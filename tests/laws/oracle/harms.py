"""Harm that an option does, and harm that wrongs: what relief, liability and consent take off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.laws.oracle.amounts import above, at_least, difference, equal, excess, less
from tests.laws.oracle.case import Case, is_whole
from tests.laws.oracle.records import Option, Party, Row

Severity = Callable[[Row], float]


@dataclass
class Harm:
    """How far a row is harm."""

    caused: float = 0.0  # before relief
    done: float = 0.0  # beyond relief
    inexcusable: float = 0.0  # beyond relief and liability
    wronging: float = 0.0  # to one who is struck
    agreed: bool = False

    @property
    def wrong(self) -> bool:
        return self.wronging > 0 and not self.agreed


def harms_of(case: Case) -> dict[Row, Harm]:
    """Return how far each row of scope `act` is harm."""
    found = {row: Harm() for row in case.rows}
    for option in case.options:
        for party in case.parties:
            found |= _harms(case, option, party)
    return found


def spread(amounts: Sequence[float], rows: Sequence[Row]) -> list[float]:
    """Return each row's share of an amount per member, in proportion to these amounts per one struck."""
    if not rows:
        return []
    members = rows[0].party.members
    mean = sum(amount * row.count for amount, row in zip(amounts, rows, strict=True)) / members
    return [min(1.0, amount / mean) if mean else 0.0 for amount in amounts]


def _harms(case: Case, option: Option, party: Party) -> dict[Row, Harm]:
    rows = [row for row in option.on(party) if row.bad]
    liability, eased = case.liability(option, party), _relief(case, option, party)
    excused = liability * case.worst
    caused = [_caused(case, row) / row.count if row.count else 0.0 for row in rows]
    of_caused, of_severity = spread(caused, rows), spread([row.severity for row in rows], rows)
    agreement = _Agreement(case, option, party, rows)
    found = {}
    for row, amount, done_share, wrong_share in zip(rows, caused, of_caused, of_severity, strict=True):
        inexcusable = row.count * less(amount, (eased + excused) * done_share)
        made_good = row.aimed and agreement.outweighed_by(eased, row, _severity)
        taken = (excused if row.aimed else eased + excused) * wrong_share
        wronging = less(row.severity, taken) if row.probability > 0 and not made_good else 0.0
        found[row] = Harm(
            caused=row.count * amount,
            done=row.count * less(amount, eased * done_share),
            inexcusable=0.0 if is_whole(liability) else inexcusable,
            wronging=0.0 if is_whole(liability) else wronging,
            agreed=agreement.given(row),
        )
    return found


def _severity(row: Row) -> float:
    return row.severity


def _expected(row: Row) -> float:
    return row.harm


def _caused(case: Case, row: Row) -> float:
    """Return the harm that a row does beyond what the baseline lets happen."""
    if not row.does:
        return 0.0
    before = case.baseline.row(row.key) if case.baseline else None
    anyway = min(0.0, before.unweighted) if before and not before.does else 0.0
    return less(-row.unweighted, -anyway)


def _relief(case: Case, option: Option, party: Party) -> float:
    """Return the harm, per member, that the baseline lets happen and the option averts."""
    if case.baseline is None or option is case.baseline:
        return 0.0
    averted = 0.0
    for before in case.baseline.on(party):
        after = option.row(before.key)
        if before.bad and not before.does and _strike_all_or_none(before, after):
            averted += excess(min(0.0, _stake(after)), before.stake)
    return averted


def _benefit(case: Case, option: Option, party: Party) -> float:
    """Return what the option brings or spares each member beside the baseline, by rows that gain."""
    if case.baseline is None or option is case.baseline:
        return 0.0
    brought = 0.0
    for key in dict.fromkeys(row.key for row in (*case.baseline.on(party), *option.on(party))):
        before, after = case.baseline.row(key), option.row(key)
        if _strike_all_or_none(before, after):
            brought += excess(_stake(after), _stake(before))
    return brought


def _stake(row: Row | None) -> float:
    return row.stake if row else 0.0


def _strike_all_or_none(*rows: Row | None) -> bool:
    return all(row is None or row.count == 0 or equal(row.count, row.party.members) for row in rows)


class _Agreement:
    """Whether those whom an option harms agree to it, or are on balance better off for it."""

    def __init__(self, case: Case, option: Option, party: Party, rows: Sequence[Row]) -> None:
        self.rows = rows
        self.baseline = None if option is case.baseline else case.baseline
        self.benefit = _benefit(case, option, party)

    def given(self, row: Row) -> bool:
        if row.consented != "presumed":
            return bool(row.consented)
        if self.baseline is None:
            return False
        enough = at_least(self.benefit, self._added(row, _expected))
        return enough and at_least(self.benefit, self._mean(row, _expected))

    def outweighed_by(self, relief: float, row: Row, severity: Severity) -> bool:
        """Return whether relief exceeds the harm added, to one struck and to a member."""
        return above(relief, self._added(row, severity)) and above(relief, self._mean(row, severity))

    def _added(self, row: Row, severity: Severity) -> float:
        """Return the harm to one who is struck that the baseline does not hold."""
        before = self.baseline.row(row.key) if self.baseline else None
        already = before.count * severity(before) if before else 0.0
        if not already or not row.count:
            return severity(row) if row.count else 0.0
        return max(0.0, difference(row.count * severity(row), already)) / row.count

    def _mean(self, row: Row, severity: Severity) -> float:
        """Return the harm added to a member of the row's party by all rows."""
        return sum(self._added(one, severity) * one.count for one in self.rows) / row.party.members
