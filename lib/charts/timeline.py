"""Dated events, one mark each, on the day that they happened; an imprecise date is drawn as its interval.

One lane a source. The symbol says the status, the colour the outlet. Events of one source on
one day stand above each other.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from lib.ask.timeline import Happening, Timeline
from lib.charts.chart import Chart
from lib.charts.theme import GRID, STATUS_SYMBOLS, axis, figure, safe, wrap
from lib.evidence import Mark
from lib.interval import DateInterval, say_published
from lib.phrase import count

#: Height of one lane when a single event stands in it, in pixels.
LANE = 46
#: Room for the outlet's name above its lane, in lanes: a name beside it would take a phone half of the width.
HEAD = 0.5
_TICKS = {"month": "%b\n%Y", "year": "%Y"}
NOTE = "A symbol is one event on the day that it happened; a bar spans the days on which it can have been."


def timeline_chart(answer: Timeline, colours: Mapping[str, str], opened: Mark | None) -> Chart:
    """Marks and interval bars. Raises nothing on an empty answer: the figure is then empty."""
    window = answer.window
    inside = [h for h in answer.happenings if window and h.when.start < window.end and h.when.end > window.start]
    lanes = sorted({(h.source_name, h.source) for h in inside}, key=lambda lane: lane[0].lower())
    traces: list[dict[str, object]] = []
    heads: list[dict[str, object]] = []
    edges: list[float] = []
    base = 0.0
    for name, slug in lanes:
        own = [h for h in inside if h.source == slug]
        # Days stand above intervals: a year that spans the whole width must not push them down.
        own = sorted(own, key=lambda h: (h.when.days > 1, h.when.start))
        exact = sum(h.when.days == 1 for h in own)
        levels = _levels(own[:exact])
        below = max(levels, default=-1) + 1
        levels += [below + level for level in _levels(own[exact:])]
        height = HEAD + 0.75 + 0.36 * max(levels, default=0)
        y = [base + HEAD + 0.3 + 0.36 * level for level in levels]
        heads.append(_head(name, base))
        traces += _lane(own, y, colours.get(slug, "#707784"), name, window)
        base += height
        edges.append(base)
    traces += _legend(inside)
    height = int(110 + LANE * max(base, 2))
    start = window.start if window else None
    end = window.end if window else None
    chart = figure(
        traces,
        opened=opened,
        height=height,
        showlegend=True,
        # Above the days, which stand above the lanes: 52 pixels up.
        legend={"orientation": "h", "yanchor": "bottom", "y": 1 + 52 / (height - 110), "xanchor": "left", "x": 0},
        shapes=[
            {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": y, "y1": y, "line": {"color": GRID}}
            for y in edges[:-1]
        ],
        xaxis=axis(
            type="date", range=[str(start), str(end)] if start else None, side="top",
            tickformat=_TICKS.get(answer.grain, "%-d %b\n%Y"),
            ticklabelmode="period" if answer.grain in ("month", "year") else "instant",
        ),
        yaxis=axis(showticklabels=False, range=[base + 0.1, 0], showgrid=False),
        annotations=heads,
    )  # fmt: skip
    rows = tuple(
        (
            str(h.when), h.status, h.trigger, h.source_name, h.published, h.published_how, h.words,
            "; ".join(h.participants), h.sentence, h.when.start, h.when.end, h.date_why, h.mark.to_text(),
        )
        for h in answer.happenings
    )  # fmt: skip
    columns = (
        "happened",
        "status",
        "happening",
        "outlet",
        "published",
        "published how",
        "as written",
        "participants",
        "sentence",
        "first day",
        "day after",
        "reasoning",
        "mark",
    )
    places = tuple((h.article_id, h.start, h.end, h.url) for h in answer.happenings)
    note = f"{NOTE} {outside(answer.n_before, answer.n_after, answer.grain)}".strip()
    return Chart("timeline", _title(answer), chart, columns, rows, note, places=places)


def _head(name: str, y: float) -> dict[str, object]:
    return {
        "xref": "paper", "x": 0, "xanchor": "left", "y": y + 0.06, "yanchor": "top", "showarrow": False,
        "text": f"<b>{safe(name, 40)}</b>",
    }  # fmt: skip


def _legend(events: Sequence[Happening]) -> list[dict[str, object]]:
    """What the symbols say, in grey: colour belongs to the outlets. Nothing of it can be clicked."""
    return [
        {
            "type": "scatter", "mode": "markers", "name": status, "x": [None], "y": [None], "hoverinfo": "skip",
            "marker": {"symbol": symbol, "size": 11, "color": "#707784", "line": {"width": 2, "color": "#707784"}},
        }
        for status, symbol in STATUS_SYMBOLS.items()
        if any(h.status == status for h in events)
    ]  # fmt: skip


def _levels(events: Sequence[Happening]) -> list[int]:
    """A level for each event such that no two on one level overlap."""
    free: list[dt.date] = []
    levels = []
    for h in events:
        level = next((i for i, end in enumerate(free) if end <= h.when.start), len(free))
        if level == len(free):
            free.append(h.when.end)
        else:
            free[level] = h.when.end
        levels.append(level)
    return levels


def _lane(
    events: Sequence[Happening],
    y: Sequence[float],
    colour: str,
    name: str,
    window: DateInterval | None,
) -> list[dict[str, object]]:
    bars_x: list[str | None] = []
    bars_y: list[float | None] = []
    for h, level in zip(events, y, strict=True):
        if h.when.days > 1:
            bars_x += [h.when.start.isoformat(), h.when.end.isoformat(), None]
            bars_y += [level, level, None]
    bars: dict[str, object] = {
        "type": "scatter", "mode": "lines", "x": bars_x, "y": bars_y, "hoverinfo": "skip", "opacity": 0.35,
        "showlegend": False,
        "line": {"width": 5, "color": colour},
    }  # fmt: skip
    marks: dict[str, object] = {
        "type": "scatter",
        "mode": "markers",
        "name": safe(name, 40),
        "showlegend": False,
        "x": [_centre(h.when, window) for h in events],
        "y": list(y),
        "customdata": [h.mark.to_text() for h in events],
        "text": [_hover(h) for h in events],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {
            "size": 11,
            "color": colour,
            "symbol": [STATUS_SYMBOLS[h.status] for h in events],
            "line": {"width": 2, "color": colour},
        },
    }
    return [bars, marks] if bars_x else [marks]


def _centre(when: DateInterval, window: DateInterval | None) -> str:
    """Noon of a day; the middle of an interval, or of the part of it that is in view."""
    start = max(when.start, window.start) if window else when.start
    end = min(when.end, window.end) if window else when.end
    return (dt.datetime.combine(start, dt.time()) + (end - start) / 2).isoformat()


def _hover(h: Happening) -> str:
    reported = f"reported {say_published(h.published, h.published_how)}" if h.published else "day of report unknown"
    return (
        f"<b>{h.when}</b> · {h.status} · {safe(h.source_name, 40)}, {reported}<br>{wrap(h.sentence)}"
        f"<br><i>{wrap(h.date_why)}</i>"
    )


def _title(answer: Timeline) -> str:
    if not answer.n:
        return "No dated event"
    by_status = ", ".join(f"{c.n:,} {c.value('status')}" for c in answer.by_status)
    return f"{count(answer.n, 'dated event')}: {by_status}"


def outside(before: int, after: int, grain: str) -> str:
    """How many events lie before and after the days shown, and how to see them; '' where none does."""
    said = " and ".join(f"{n:,} {where}" for n, where in ((before, "earlier"), (after, "later")) if n)
    how = "choose days to see them" if grain == "year" else "group by year to see more"
    return f"{said} not drawn here; {how}." if said else ""
