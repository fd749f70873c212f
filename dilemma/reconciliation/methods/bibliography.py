"""The works our methods cite, by key."""

from __future__ import annotations

__all__ = ["BIBLIOGRAPHY"]

BIBLIOGRAPHY: dict[str, str] = {
    "copeland-1951": "Copeland, A. H. (1951), A Reasonable Social Welfare Function, seminar notes, Michigan",
    "cotton-barratt-2020": (
        "Cotton-Barratt, O., MacAskill, W. and Ord, T. (2020), Statistical Normalization Methods in "
        "Interpersonal and Intertheoretic Comparisons, Journal of Philosophy 117"
    ),
    "delemazure-peters-2024": (
        "Delemazure, T. and Peters, D. (2024), Generalizing Instant Runoff Voting to Allow Indifferences, "
        "Proceedings of the 25th ACM Conference on Economics and Computation"
    ),
    "elkin-2024": "Elkin, L. (2024), Normative Uncertainty Meets Voting Theory, Synthese 203",
    "gracely-1996": (
        "Gracely, E. J. (1996), On the Noncomparability of Judgments Made by Different Ethical Theories, "
        "Metaphilosophy 27"
    ),
    "greaves-cotton-barratt-2023": (
        "Greaves, H. and Cotton-Barratt, O. (2023), A Bargaining-Theoretic Approach to Moral Uncertainty"
    ),
    "gustafsson-2014": "Gustafsson, J. E. and Torpman, O. (2014), In Defence of My Favourite Theory",
    "holliday-pacuit-2023": "Holliday, W. H. and Pacuit, E. (2023), Split Cycle, Public Choice 197",
    "kramer-1977": "Kramer, G. H. (1977), A Dynamical Model of Political Equilibrium",
    "lockhart-2000": "Lockhart, T. (2000), Moral Uncertainty and Its Consequences",
    "macaskill-2014": "MacAskill, W. (2014), Normative Uncertainty, doctoral thesis, Oxford",
    "macaskill-2016": "MacAskill, W. (2016), Normative Uncertainty as a Voting Problem, Mind 125",
    "macaskill-bykvist-ord-2020": "MacAskill, W., Bykvist, K. and Ord, T. (2020), Moral Uncertainty",
    "macaskill-ord-2020": "MacAskill, W. and Ord, T. (2020), Why Maximize Expected Choice-Worthiness?, Nous",
    "nash-1950": "Nash, J. F. (1950), The Bargaining Problem, Econometrica 18",
    "schulze-2011": "Schulze, M. (2011), A New Monotonic, Clone-Independent Single-Winner Election Method",
    "simpson-1969": "Simpson, P. B. (1969), On Defining Areas of Voter Choice, QJE 83",
    "tideman-1987": "Tideman, T. N. (1987), Independence of Clones as a Criterion for Voting Rules",
    "tideman-2006": "Tideman, T. N. (2006), Collective Decisions and Voting",
    "wald-1950-decision": "Wald, A. (1950), Statistical Decision Functions",
}
