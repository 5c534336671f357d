"""One look for every chart: colours that stay with a source, a layout that works in light and dark.

Colours have a contrast of at least 4.5:1 to white, so that a white number on them can be read, and of at least 3:1 to
the dark background. A source keeps its colour on every page because the colour follows from its place in the corpus,
not in the view.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

from lib.evidence import Mark

SOURCE_COLOURS = (
    "#2F74C0", "#B36100", "#198667", "#B4508F", "#7D62C9", "#807800", "#CC4B41", "#378092", "#A0673C", "#707784",
)  # fmt: skip
STATUS_COLOURS = {"happened": "#2F74C0", "planned": "#198667", "alleged": "#B36100", "background": "#707784"}
STATUS_SYMBOLS = {"happened": "circle", "planned": "circle-open", "alleged": "diamond-open", "background": "square"}
ATTRIBUTION_COLOURS = {
    "named": "#2F74C0", "institution": "#198667", "document": "#7D62C9", "anonymous": "#B36100", "outlet": "#707784",
}  # fmt: skip
ONE_COLOUR = "#2F74C0"
#: Light to strong, opaque, so that the number on a square reads the same on a light and a dark page.
SCALE = [[0.0, "#E3EDF8"], [0.5, "#9CC0E8"], [1.0, "#2F74C0"]]
#: Numbers on the lighter part of the scale are dark, on the stronger part white.
ON_LIGHT, ON_STRONG, STRONG = "#14202E", "#FFFFFF", 0.7
FADED = 0.28

_LAYOUT: dict[str, Any] = {
    "margin": {"l": 8, "r": 12, "t": 8, "b": 8},
    "dragmode": False,
    "clickmode": "event+select",
    "hovermode": "closest",
    "bargap": 0.25,
    "paper_bgcolor": "rgba(0,0,0,0)",
    "plot_bgcolor": "rgba(0,0,0,0)",
    "legend": {
        "orientation": "h",
        "yanchor": "bottom",
        "y": 1.0,
        "xanchor": "left",
        "x": 0,
        "title": {"text": ""},
        "traceorder": "normal",
    },
    "hoverlabel": {"align": "left"},
}
#: How a click looks until the page is drawn again. Plotly fails, and the click is lost, where a bar has text and a
#: list of opacities but says nothing of this.
_CLICKED: dict[str, Any] = {
    "selected": {"marker": {"opacity": 1.0}},
    "unselected": {"marker": {"opacity": FADED}},
}
GRID = "rgba(128,128,128,0.22)"


def source_colours(slugs: Sequence[str], beside: Mapping[str, Collection[str]] | None = None) -> dict[str, str]:
    """A colour for each source of the corpus, given all of them in their fixed order.

    ``beside``: source → those that tell a story of its own. Where there are more sources than colours, those that are
    seen side by side get different ones as far as these go; the others repeat.
    """
    found: dict[str, str] = {}
    used = dict.fromkeys(SOURCE_COLOURS, 0)
    for i, slug in enumerate(slugs):
        near = [found[other] for other in (beside or {}).get(slug, ()) if other in found]
        own = SOURCE_COLOURS[i % len(SOURCE_COLOURS)]
        if own in near:
            own = min(SOURCE_COLOURS, key=lambda colour: (near.count(colour), used[colour]))
        found[slug] = own
        used[own] += 1
    return found


def axis(**changes: Any) -> dict[str, Any]:
    """An axis with a quiet grid that makes room for its labels."""
    return {"automargin": True, "gridcolor": GRID, "zeroline": False, "fixedrange": True, **changes}


def day_axis(days: Sequence[str]) -> dict[str, Any]:
    """A date axis for bars that begin on ISO days; a few days get one tick each, and room at both ends."""
    if not days:
        return axis(type="date")
    first, last = dt.date.fromisoformat(min(days)), dt.date.fromisoformat(max(days))
    few = {"dtick": 86_400_000} if (last - first).days <= 9 else {}
    room = [str(first - dt.timedelta(days=1)), str(last + dt.timedelta(days=1))] if few else None
    return axis(type="date", tickformat="%-d %b\n%Y", gridcolor="rgba(0,0,0,0)", range=room, **few)


#: Width of a bar, in milliseconds: a bar over one day alone would otherwise be a hair or fill the chart.
BAR_WIDTH = {"day": 0.8 * 86_400_000, "week": 6 * 86_400_000, "month": 25 * 86_400_000, "year": 300 * 86_400_000}


def figure(traces: Sequence[Mapping[str, Any]], height: int, opened: Mark | None = None, **layout: Any) -> go.Figure:
    """A figure from plain dicts. Not validated: that halves the cost of a redraw, and tests validate instead.

    Where it holds the open mark, or narrower ones, the other points fade; a chart that does not hold it stays as it is.
    """
    return go.Figure(
        data=[{**_CLICKED, **trace} for trace in _faded(traces, opened)],
        layout={**_LAYOUT, "height": height, **layout},
        _validate=False,
    )


def _faded(traces: Sequence[Mapping[str, Any]], opened: Mark | None) -> Sequence[Mapping[str, Any]]:
    if opened is None:
        return traces
    lit = [[bool(text) and _within(text, opened) for text in trace.get("customdata", ())] for trace in traces]
    if not any(map(any, lit)):
        return traces
    return [
        {**trace, "marker": {**trace["marker"], "opacity": [1.0 if on else FADED for on in points]}}
        if points
        else trace
        for trace, points in zip(traces, lit, strict=True)
    ]


def _within(text: str, opened: Mark) -> bool:
    """Whether a point counts the open mark, or a part of what it counts; a point that opens nothing has no text."""
    mark = Mark.from_text(text)
    return (mark.fact, mark.unit) == (opened.fact, opened.unit) and set(opened.where) <= set(mark.where)


def safe(text: str, limit: int = 200) -> str:
    """Text for a Plotly label or hover: no tags, one line, cut."""
    text = " ".join(text.split())
    text = text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def heads(names: Sequence[str], width: int = 12, limit: int = 3, *, narrow: bool = False) -> dict[str, Any]:
    """Axis settings that head each column with its name: short words under one another, level while there is room.

    ``narrow``: evidence stands beside the chart and leaves it half of the page. Names stay the axis's own values, so
    that a hover says them whole.
    """
    whole = [safe(name) for name in names]
    short = all(len(name) <= 8 for name in names)
    level = is_level(names, narrow=narrow)
    labels = [
        stacked(name, 4 if short and len(names) > 8 else width, limit) if level else safe(name, 20) for name in names
    ]
    return {
        "side": "top", "type": "category", "categoryorder": "array", "categoryarray": whole, "tickmode": "array",
        "tickvals": whole, "ticktext": labels, "tickangle": 0 if level else -40,
        "range": [-0.6, len(whole) - 0.4], "showgrid": False,
    }  # fmt: skip


def is_level(names: Sequence[str], *, narrow: bool = False) -> bool:
    """Whether there is room for column heads to stand level; else they lean."""
    return all(len(name) <= 8 for name in names) or len(names) <= (3 if narrow else 8)


def stacked(name: str, width: int, limit: int) -> str:
    """'Blue Square', 'Broadcasting', '(BSB)': at most ``limit`` lines of about ``width`` characters."""
    lines: list[str] = []
    for word in name.split():
        if lines and len(lines[-1]) + len(word) < width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    if len(lines) > limit:
        lines = [*lines[: limit - 1], lines[limit - 1] + " …"]
    return "<br>".join(safe(line, width + 4) for line in lines)


def wrap(text: str, width: int = 64, limit: int = 320) -> str:
    """Text for a hover box, broken into lines."""
    lines, line = [], ""
    for word in safe(text, limit).split(" "):
        if line and len(line) + len(word) >= width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "<br>".join([*lines, line])
