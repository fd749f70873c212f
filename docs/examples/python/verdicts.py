"""What theories say, and why."""

import dilemma

theories = ["utilitarian", "kantian", "rossian"]
weighing = dilemma.weigh("triage", frameworks=theories)
for verdict in weighing.verdicts:
    print(verdict.about.name, verdict.choice)

changed = dilemma.weigh(weighing, weights={"equal-chance": 0})
print(changed.verdicts[2].choice)

frame = changed.to_frame()
print(frame[frame["chosen"]][["framework", "option_letter"]].to_string(index=False))

explanations = dilemma.explain(weighing)
print(explanations[0].verdict.choice, len(explanations[0].flips))

comparison = dilemma.compare("isolation", [None, "protectors"], frameworks=theories)
print(repr(comparison), sorted(comparison.divides))
