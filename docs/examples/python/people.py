"""The views of a class, in two rounds."""

from pathlib import Path

import dilemma

views = Path("docs/examples/class")  # in a checkout of the program
theories = ["utilitarian", "kantian", "rossian"]
collection = dilemma.collect("track-two", views / "before", frameworks=theories)
print(repr(collection))

rounds = dilemma.rounds("track-two", views / "before", views / "after", frameworks=theories)
print(len(rounds.pairs), rounds.apart)

pooled = dilemma.pool("track-two", views / "before", frameworks=theories)
print(dict(pooled.settings))
print(repr(dilemma.weigh("track-two", addresses=pooled.settings, frameworks=theories)))
