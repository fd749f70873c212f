"""Numbers of random scenarios that are written as distributions, with a best estimate that is known."""

from __future__ import annotations

from typing import Any

__all__ = ["distribution"]

FAR = 1e6  # an end this far away counts as none


def distribution(form: str, best: float, low: float, high: float) -> dict[str, Any]:
    """Return a distribution of the form, drawn from low to high; both differ from the best estimate."""
    near = min(0.25, best - low, high - best)
    ends = ({"min": low} if low > -FAR else {}) | ({"max": high} if high < FAR else {})
    match form:
        case "percentiles":
            return {"p5": best - near / 2, "p50": best, "p95": best + near / 2, **ends}
        case "moments":
            far = min(end for end in (best - low, high - best) if end)
            return {"mean": best, "sd": min(far / 4, 0.25) if len(ends) < 2 else far / 4, **ends}
        case "discrete":
            values = [best - near, best, best + near]
            return {"distribution": "discrete", "values": values, "chances": [0.25, 0.5, 0.25]}
        case "normal":
            return {"distribution": "normal", "mean": best, "sd": near / 4, **ends}
        case "lognormal" if best > 0:
            least = max(0, low)
            far = best - least
            percentiles = {"p5": least + far / 2, "p95": min(high, least + 2 * far)}
            return {"distribution": "lognormal", **percentiles, "best": best, "min": least, "max": high}
        case "uniform":
            return {"distribution": "uniform", "low": best - near, "high": best + near, "best": best}
    return {"distribution": "beta", "alpha": 2, "beta": 2, "min": best - near, "max": best + near}
