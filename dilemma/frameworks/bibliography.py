"""The works our theories cite, by key."""

from __future__ import annotations

__all__ = ["BIBLIOGRAPHY"]

BIBLIOGRAPHY: dict[str, str] = {
    "additional-protocol-1977": "Additional Protocol I to the Geneva Conventions (1977), arts. 48-57",
    "alexander-2000": "Alexander, L. (2000), Deontology at the Threshold, San Diego Law Review 37",
    "aquinas-st": "Aquinas, T. (c. 1270), Summa Theologiae II-II, q. 64, a. 7",
    "bentham-1789": "Bentham, J. (1789), An Introduction to the Principles of Morals and Legislation",
    "brandt-1979": "Brandt, R. B. (1979), A Theory of the Good and the Right",
    "foot-1967": "Foot, P. (1967), The Problem of Abortion and the Doctrine of Double Effect",
    "hooker-2000": "Hooker, B. (2000), Ideal Code, Real World",
    "kagan-1998": "Kagan, S. (1998), Normative Ethics, ch. 3",
    "kant-1785": "Kant, I. (1785), Groundwork of the Metaphysics of Morals, 4:421 and 4:429",
    "kant-1797": "Kant, I. (1797), On a Supposed Right to Lie from Philanthropy, 8:425-430",
    "mill-1863": "Mill, J. S. (1863), Utilitarianism",
    "moore-1997": "Moore, M. S. (1997), Placing Blame, ch. 17 (Torture and the Balance of Evils)",
    "ross-1930": "Ross, W. D. (1930), The Right and the Good, ch. 2",
    "scanlon-1998": "Scanlon, T. M. (1998), What We Owe to Each Other, chs. 4-5",
    "sidgwick-1907": "Sidgwick, H. (1907), The Methods of Ethics, 7th edition",
    "walzer-1977": "Walzer, M. (1977), Just and Unjust Wars, ch. 9",
}
