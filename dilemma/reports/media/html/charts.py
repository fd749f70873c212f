"""Charts as inline SVG: bars of shares, and strips of choices along an axis of a number."""

from __future__ import annotations

from collections.abc import Iterator

from dilemma.reports.blocks import Bar, Spread, Spreads, Strip, Strips, Track
from dilemma.reports.media.html.markup import Html, element, joined

__all__ = ["bar", "spreads", "strips"]

WIDE, HIGH = 400, 16  # of a chart, in units of its view box
ROOM = 14  # width that a letter needs
SEAM = 1.5  # width between two stretches


def bar(one: Bar) -> Html:
    """Return a bar of two shares: `solid`, and next to it `light`."""
    box = {"viewBox": "0 0 100 1", "class": "bar", "aria-hidden": "true", "preserveAspectRatio": "none"}
    ends = 0.0, one.solid, one.solid + one.light
    parts = (
        element(
            "path",
            {"class": kind, "d": f"M{100 * low:.1f} 0V1H{100 * high:.1f}V0z"},
        )
        for kind, low, high in (("solid", *ends[:2]), ("light", *ends[1:]))
        if high > low
    )
    return element("svg", box, *parts)


def strips(block: Strips) -> Html:
    """Return each strip as a figure: a track per theory, or one axis for all, with the turns in words."""
    return joined(*map(_strip, block.strips))


def spreads(block: Spreads) -> Html:
    """Return each spread as a figure: a mark for every value over the quartiles, and the file's own below."""
    return joined(*map(_spread, block.spreads))


def _spread(one: Spread) -> Html:
    low, middle, high = (WIDE * at for at in one.quartiles)
    marks = "".join(f"M{WIDE * at:.1f} 1V{HIGH / 2:.1f}" for at in one.values)
    drawn = element(
        "svg",
        {
            "viewBox": f"0 0 {WIDE} {HIGH}",
            "class": "spread",
            "aria-hidden": "true",
            "preserveAspectRatio": "none",
        },
        _rect(low, high - low, "now"),
        element("path", {"class": "views", "d": marks}),
        element("path", {"class": "best", "d": f"M{middle:.1f} 0V{HIGH / 2:.1f}"}),
        *_file_marks(one),
    )
    caption = element("figcaption", None, one.title, element("small", None, one.aside))
    ends = element(
        "p", {"class": "ends"}, element("span", None, one.ends[0]), element("span", None, one.ends[1])
    )
    return element("figure", {"class": "strip"}, caption, drawn, ends, element("p", None, one.words))


def _file_marks(one: Spread) -> Iterator[Html]:
    """Yield the file's range and best estimate, and where theories turn, in the lower half."""
    if one.plausible:
        low, high = one.plausible
        yield element("path", {"class": "range", "d": f"M{WIDE * low:.1f} {HIGH - 3}H{WIDE * high:.1f}"})
    for turn in one.turns:
        yield element("path", {"class": "range", "d": f"M{WIDE * turn:.1f} {HIGH / 2}V{HIGH}"})
    if one.best is not None:
        yield element("path", {"class": "best", "d": f"M{WIDE * one.best:.1f} {HIGH / 2}V{HIGH}"})


def _strip(strip: Strip) -> Html:
    ends = element(
        "p", {"class": "ends"}, element("span", None, strip.ends[0]), element("span", None, strip.ends[1])
    )
    caption = element("figcaption", None, strip.title, element("small", None, strip.aside))
    if not any(track.segments for track in strip.tracks):
        axis = element("div", {"class": "axis"}, _drawing(*_marks(strip)))
        words = (
            element("div", None, element("dt", None, track.short), element("dd", None, track.text))
            for track in strip.tracks
        )
        return element("figure", {"class": "strip"}, caption, axis, ends, element("dl", None, *words))
    tracks = (_track(track, strip) for track in strip.tracks)
    return element("figure", {"class": "strip"}, caption, element("div", {"class": "tracks"}, *tracks), ends)


def _track(track: Track, strip: Strip) -> Html:
    return element(
        "div",
        {"class": "track"},
        element("span", {"class": "who"}, track.short),
        _drawing(*_stretches(track, strip.best), *_marks(strip)),
        element("span", {"class": "turns"}, track.text),
    )


def _drawing(*parts: Html) -> Html:
    """Return these parts as a drawing that is stretched to the width it is given."""
    box = {"viewBox": f"0 0 {WIDE} {HIGH}", "aria-hidden": "true", "preserveAspectRatio": "none"}
    return element("svg", box, *parts)


def _stretches(track: Track, best: float) -> Iterator[Html]:
    """Yield the stretches of the axis: that of the best estimate in one tone, all others in another."""
    start = 0.0
    for end, sign in track.segments:
        kind = "now" if start <= best <= end else "other"
        yield _rect(WIDE * start, max(0.0, WIDE * (end - start) - SEAM), kind)
        if sign.isalpha() and WIDE * (end - start) >= ROOM:
            middle = WIDE * (start + end) / 2
            place = {"x": f"{middle:.1f}", "y": "12", "text-anchor": "middle", "class": kind}
            yield element("text", place, sign)
        start = end


def _marks(strip: Strip) -> Iterator[Html]:
    if strip.plausible:
        low, high = strip.plausible
        yield element(
            "path",
            {"class": "range", "d": f"M{WIDE * low:.1f} {HIGH - 1}H{WIDE * high:.1f}"},
        )
    for turn in strip.turns:
        yield element("path", {"class": "range", "d": f"M{WIDE * turn:.1f} 0V{HIGH}"})
    yield element("path", {"class": "best", "d": f"M{WIDE * strip.best:.1f} 0V{HIGH}"})


def _rect(x: float, width: float, kind: str) -> Html:
    return element("rect", {"x": f"{x:.1f}", "width": f"{width:.1f}", "height": str(HIGH), "class": kind})
