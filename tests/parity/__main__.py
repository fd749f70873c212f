"""Write what this program gives into the files of all studies: `python -m tests.parity`.

Donor Compass is measured anew where `DILEMMA_DONOR_COMPASS` names its cases.
"""

from __future__ import annotations

from . import donor_compass, elections
from .every import STUDIES
from .study import write_ours

for name, ours in STUDIES.items():
    write_ours(name, ours())

if elections.there():
    write_ours(elections.NAME, elections.ours())

published = donor_compass.published_file()
if published is not None:
    write_ours(donor_compass.NAME, donor_compass.ours(published))
