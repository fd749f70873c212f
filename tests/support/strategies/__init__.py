"""Random scenarios: plain data for `dilemma.load`, valid by construction, with every feature of the format.

`scenarios()` draws one dilemma of 2 to 4 options. Any of these may occur in it:

- numbers written as a constant, a range of two or three, a map of low, best and high, a logarithmic
  range, a product of quantities (which may name one another), percentiles, mean and standard deviation, or
  a named distribution; and correlations of these;
- parties of every kind, with weight (0 too), level, size, tie, agent, represented, possible, and with
  liable and combatant as truths or as degrees;
- states and events, whose probability may depend on a state; `when` with one belief, with `not`, with a
  list, on the factor and on the option;
- consequences with party and count or `falls_on`, value, chance, role, agency, consent given or presumed,
  scope, delay, tags and overlaps, and options that override each of these as far as they may;
- duties absolute, imperfect and pro tanto, with weight, basis, demands, one or several in owed_to, and a
  degree, role and waiver by option; virtues and their degrees; `uses`; `force`;
- baseline by name, by omission or none; exchange, worst, enough, discount and unit stated or not; settings
  of frameworks; factors that one option lists, or none; options that list the same as another;
- names, reasons, sources, evidence, notes, perspectives, credences, literature, accepts, a panel.

Every number is small and has a short binary fraction, so that sums are exact: options tie exactly, or
differ by far more than the tolerance. Chances include 0 and 1. Ids are unique in the file, and none is the
name of a field.
"""

from __future__ import annotations

from hypothesis import strategies as st

from tests.support.strategies.author import Author
from tests.support.strategies.draws import Data

__all__ = ["Data", "scenarios"]


@st.composite
def scenarios(draw: st.DrawFn) -> Data:
    """Draw one scenario; the module's docstring lists its features."""
    return Author(draw).scenario()
