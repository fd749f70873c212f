"""Which numbers decide, and how firm the verdicts are."""

import dilemma

weighing = dilemma.weigh("triage", frameworks=["utilitarian", "rossian", "care"])
for dial in dilemma.dials(weighing, word="chance")[:2]:
    print(dial.address, dial.best, dial.range)

cruxes = dilemma.cruxes(weighing)
for crux in cruxes.cruxes[:2]:
    print(crux.about.id, crux.dial.address, crux.direction, crux.at, crux.after)

stress = dilemma.stress(weighing, draws=500, seed=1)
print(repr(stress))
print(stress.to_frame()[["framework", "option_letter", "chosen"]].head(5).to_string(index=False))

grid = dilemma.choice_map(weighing, "exchange", "discount")
print(repr(grid), grid.choices["utilitarian"][0][0])
