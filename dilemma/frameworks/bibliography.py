"""The works that theories of the catalogue cite, by key."""

from __future__ import annotations

__all__ = ["BIBLIOGRAPHY"]

BIBLIOGRAPHY: dict[str, str] = {
    "additional-protocol-1977": "Additional Protocol I to the Geneva Conventions (1977), arts. 48-57",
    "adler-2012": "Adler, M. D. (2012), Well-Being and Fair Distribution, ch. 5",
    "alexander-2000": "Alexander, L. (2000), Deontology at the Threshold, San Diego Law Review 37",
    "aquinas-st": "Aquinas, T. (c. 1270), Summa Theologiae II-II, q. 64, a. 7",
    "aristotle-ne": "Aristotle, Nicomachean Ethics, book II, 1106b36-1107a27",
    "bentham-1789": "Bentham, J. (1789), An Introduction to the Principles of Morals and Legislation",
    "brandt-1979": "Brandt, R. B. (1979), A Theory of the Good and the Right",
    "foot-1967": "Foot, P. (1967), The Problem of Abortion and the Doctrine of Double Effect",
    "foot-2001": "Foot, P. (2001), Natural Goodness",
    "gardiner-2006": "Gardiner, S. M. (2006), A Core Precautionary Principle",
    "gilligan-1982": "Gilligan, C. (1982), In a Different Voice",
    "held-2006": "Held, V. (2006), The Ethics of Care",
    "hooker-2000": "Hooker, B. (2000), Ideal Code, Real World",
    "hursthouse-1999": "Hursthouse, R. (1999), On Virtue Ethics, chs. 1-3",
    "kagan-1998": "Kagan, S. (1998), Normative Ethics, ch. 3",
    "kant-1785": "Kant, I. (1785), Groundwork of the Metaphysics of Morals, 4:421 and 4:429",
    "kant-1797": "Kant, I. (1797), On a Supposed Right to Lie from Philanthropy, 8:425-430",
    "kolm-1976": "Kolm, S.-C. (1976), Unequal Inequalities I, Journal of Economic Theory 12",
    "lindner-2017": (
        "Lindner, F., Bentzen, M. M. and Nebel, B. (2017), The HERA Approach to Morally Competent Robots"
    ),
    "mill-1863": "Mill, J. S. (1863), Utilitarianism",
    "moore-1997": "Moore, M. S. (1997), Placing Blame, ch. 17 (Torture and the Balance of Evils)",
    "morgenthau-1948": "Morgenthau, H. J. (1948), Politics Among Nations",
    "noddings-1984": "Noddings, N. (1984), Caring",
    "nozick-1974": "Nozick, R. (1974), Anarchy, State, and Utopia, chs. 3 and 7",
    "pareto-1906": "Pareto, V. (1906), Manuale di economia politica",
    "parfit-1991": "Parfit, D. (1991), Equality or Priority?, Lindley Lecture",
    "parfit-1997": "Parfit, D. (1997), Equality and Priority, Ratio 10",
    "rawls-1971": "Rawls, J. (1971), A Theory of Justice, sections 11-13 and 26",
    "ross-1930": "Ross, W. D. (1930), The Right and the Good, ch. 2",
    "savage-1951": "Savage, L. J. (1951), The Theory of Statistical Decision, JASA 46",
    "scanlon-1998": "Scanlon, T. M. (1998), What We Owe to Each Other, chs. 4-5",
    "scheffler-1982": "Scheffler, S. (1982), The Rejection of Consequentialism",
    "sen-1970": "Sen, A. K. (1970), Collective Choice and Social Welfare",
    "shue-1980": "Shue, H. (1980), Basic Rights",
    "sidgwick-1907": "Sidgwick, H. (1907), The Methods of Ethics, 7th edition",
    "thomson-1990": "Thomson, J. J. (1990), The Realm of Rights",
    "tronto-1993": "Tronto, J. C. (1993), Moral Boundaries",
    "wald-1950": "Wald, A. (1950), Statistical Decision Functions",
    "walzer-1977": "Walzer, M. (1977), Just and Unjust Wars, ch. 9",
    "weber-1919": "Weber, M. (1919), Politik als Beruf",
}
