"""The possible values of the numbers and words of a random scenario, simplest first."""

from __future__ import annotations

Figures = tuple[float, ...]
"""The possible values of a number."""

CHANCES: Figures = (1, 0.5, 0, 0.25, 0.75, 0.125, 1)
CREDENCES: Figures = (0.5, 0, 1, 0.25, 0.75)
VALUES: Figures = (-1, 1, -2, -0.5, 2, -4, 0.25, -0.125, 0, -1, -1)
COUNTS: Figures = (1, 2, 5, 0, 3, 0.5, 8)
SIZES: Figures = (1, 2, 8, 5, 16, 1000)
WEIGHTS: Figures = (1, 2, 0, 0.5, 1, 1)
LEVELS: Figures = (0, -1, 1, -0.25, 2, 0.5)
TIES: Figures = (0, 1, 0.5, 0.25)
DEGREES_OF_GUILT: Figures = (0.25, 0.5, 0.97, 0, 1)
DELAYS: Figures = (0, 1, 2, 4)
DISCOUNTS: Figures = (0, 0.25, 1)
EXCHANGES: Figures = (1, 0.125, 0.5, 2, 8)
WORSTS: Figures = (1, 4, 0.5, 16)
ENOUGH: Figures = (0.5, 0, -1, 2)
STRINGENCIES: Figures = (5, 10, 1, 0, 2.5, 8)
DEGREES: Figures = (-1, 1, -0.5, -0.25, 0, 0.5, -0.75, -1)
POWERS_OF_TWO: Figures = (2, 0.5, 4, 1)
SETTINGS: Figures = (0, 1, 0.5, 2, 0.125, 4, 10)

FORMS = (
    *("plain",) * 12,
    *("two", "three", "map", "log", "product", "product", "product", "percentiles", "moments", "discrete"),
    *("normal", "lognormal", "beta", "uniform"),
)

DISTRIBUTIONS = ("percentiles", "moments", "discrete", "normal", "lognormal", "beta", "uniform")
"""The forms of a number that are distributions."""

KINDS = ("people",) * 5 + ("institution", "norm", "nature")
ROLES = ("side-effect", "means", "end")
HARM_ROLES = (*ROLES, "removes-threat")
CONSENTS = (True, "presumed", False)
DUTY_KINDS = ("absolute", "absolute", "absolute", "pro-tanto", "imperfect")
DEMANDS = ("aid", "restraint")
BASES = (["promise", "law-of-war"], ["treaty"], ["respect"])
BASES_OF_FORCE = (
    ["just-cause"],
    ["right-authority"],
    ["just-cause", "right-authority"],
    ["right-intention"],
    ["last-resort"],
    ["prospect-of-success"],
    ["proportionality"],
)
TAGS = (["tail", "other"], ["tail"])
OVERRIDES: tuple[tuple[str, ...] | None, ...] = (
    *(None,) * 12,  # a bare chance
    (),
    ("chance",),
    ("chance", "value"),
    ("value",),
    ("role",),
    ("value", "role"),
    ("agency",),
    ("chance", "agency"),
    ("size",),
    ("consented",),
    ("size", "delay"),
    ("delay", "role", "agency"),
    ("when",),
    ("chance", "when"),
)
"""The fields that an option sets for itself, in one row."""
