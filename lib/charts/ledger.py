"""One topic of the ledger: each outlet's numbers on one scale, an open end as an arrow, a range as a bar."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from lib.ask.ledger import Figure, Row, Topic
from lib.charts.chart import Chart
from lib.charts.theme import GRID, axis, figure, safe, wrap
from lib.evidence import Mark
from lib.interval import say_day
from lib.phrase import amount, list_words

#: Beyond this ratio of greatest to least a plain scale hides the small numbers.
LOG_FROM = 40.0
#: Share of the scale that a value needs to be written beside its mark.
ROOM = 0.12
#: Share of the scale from which on words beside a mark have no room to its right.
RIGHT = 0.85
#: The colour of a mark that is there to be clicked, not to be seen.
NOTHING = "rgba(0,0,0,0)"


def ledger_chart(
    topic: Topic, number: int, sources: Mapping[str, str], colours: Mapping[str, str], opened: Mark | None
) -> Chart:
    """One line an outlet and row; lines of one row stand together under its heading."""
    lines = [
        (i, slug, [f for f in row.figures if f.slug == slug])
        for i, row in enumerate(topic.rows)
        for slug in sources
        if any(f.slug == slug for f in row.figures)
    ]
    edges = [edge for _, _, own in lines for f in own for edge in (f.low, f.high) if edge is not None]
    far = bool(edges) and min(edges) > 0 and max(edges) / min(edges) > LOG_FROM
    labels_of = _labels([own for _, _, own in lines], far)
    traces: list[dict[str, Any]] = []
    for slug in dict.fromkeys(slug for _, slug, _ in lines):
        points = [(y, f) for y, (_, s, own) in enumerate(lines) if s == slug for f in own]
        traces.append(_points(slug, points, topic, sources, colours, labels_of))
        traces += [_bar(y, f, colours[slug]) for y, f in points if _is_range(f)]
    heads = [y for y, (i, _, _) in enumerate(lines) if y == 0 or lines[y - 1][0] != i]
    several = len(topic.rows) > 1
    labels = []
    for y, (i, slug, _) in enumerate(lines):
        head = f"<b>{safe(heading(topic.rows[i]), 40)}</b><br>" if several and y in heads else ""
        labels.append(head + safe(sources[slug], 32))
    chart = figure(
        traces,
        height=90 + 44 * max(1, len(lines)),
        opened=opened,
        xaxis=_scale(topic, edges, far),
        yaxis=axis(tickmode="array", tickvals=list(range(len(lines))), ticktext=labels, range=[len(lines) - 0.4, -0.6]),
        shapes=[
            {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": y - 0.5, "y1": y - 0.5,
             "line": {"color": GRID, "dash": "dot"}}
            for y in heads[1:]
        ],
        showlegend=False,
    )  # fmt: skip
    table = tuple(
        (
            heading(row), sources[f.slug], say(f, topic.unit), f.words, f.first, said_by(f), f.n, row.why,
            f.mark.to_text(),
        )
        for row in topic.rows for f in row.figures
    )  # fmt: skip
    columns = (
        "counted", "outlet", "value", "words", "first reported", "said by", "times given", "comparable?", "mark"
    )  # fmt: skip
    # Under a finding that outlets differ stands where they do.
    told = next((row for row in topic.rows if row.differs), topic.rows[0]) if topic.differs else topic.rows[0]
    reasons = tuple((heading(row), row.why) for row in topic.rows) if several else ()
    return Chart(f"ledger-{number}", title(topic, sources), chart, columns, table, told.why, reasons=reasons)


def _scale(topic: Topic, edges: list[float], far: bool) -> dict[str, Any]:
    """Ticks that a reader can say aloud: whole things for small counts, '100k' from ten thousand on."""
    most = max(edges, default=0.0)
    counts = not topic.unit and most <= 10 and all(edge == int(edge) for edge in edges)
    return axis(
        type="log" if far else "linear", ticksuffix=f" {safe(topic.unit)}" if topic.unit else "",
        tickformat="~s" if most >= 10_000 else ",.6~g", rangemode="normal" if far else "tozero",
        **({"tickvals": _decades(min(edges), max(edges))} if far else {"dtick": 1} if counts else {}),
        **({"range": [-0.5, max(2.0, most) + 0.5]} if counts and not far else {}),
    )  # fmt: skip


def _decades(least: float, most: float) -> list[float]:
    """Powers of ten, with three times them where these are few: so few ticks that a phone has room for their words."""
    first, last = math.floor(math.log10(least)), math.ceil(math.log10(most))
    steps = (1, 3) if last - first <= 2 else (1,)
    return [step * 10.0**power for power in range(first, last + 1) for step in steps]


def _points(
    slug: str, points: list[tuple[int, Figure]], topic: Topic, sources: Mapping[str, str], colours: Mapping[str, str],
    labels: Mapping[tuple[int, Figure], tuple[str, str]],
) -> dict[str, Any]:  # fmt: skip
    return {
        "type": "scatter",
        "mode": "markers+text",
        "name": safe(sources[slug], 32),
        "x": [_at(f) for _, f in points],
        # An open end stands a little below a number at the same place.
        "y": [y + (0.28 if f.low is None or f.high is None else 0.0) for y, f in points],
        "text": [labels[point][0] for point in points],
        "cliponaxis": False,
        "textposition": [labels[point][1] for point in points],
        "customdata": [f.mark.to_text() for _, f in points],
        "hovertext": ["<br>".join(wrap(line) for line in _hover(f, sources[slug], topic.unit)) for _, f in points],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {
            "symbol": [_symbol(f) for _, f in points],
            "size": 14,
            # A range is its bar: a mark in its middle would look like a number that somebody gave.
            "color": [NOTHING if _is_range(f) else colours[slug] for _, f in points],
            "line": {"width": 1.5, "color": [NOTHING if _is_range(f) else colours[slug] for _, f in points]},
        },
    }


def _hover(f: Figure, source: str, unit: str) -> list[str]:
    """Outlet, value and words; below, since when and on whose word."""
    since = f"first reported {say_day(f.first)}" if f.first else ""
    who = f"said by {said_by(f)}" if f.speakers else ""
    below = "; ".join(filter(None, (since, who)))
    return [f"{source}: {say(f, unit)}{f' — “{f.words}”' if f.words else ''}", *([below] if below else [])]


def said_by(f: Figure) -> str:
    """'the mayor; the outlet itself': who is said to have said it."""
    return "; ".join(who or "the outlet itself" for who in f.speakers)


def _labels(lines: list[list[Figure]], far: bool) -> dict[tuple[int, Figure], tuple[str, str]]:
    """What is written beside each mark, and where: its value, and how often it is given.

    Of values near to each other on one line the first is written above, the next below; a third is seen on hovering.
    Open ends have their words to the right, at the right end of the scale to the left.
    """
    at = {f: math.log10(_at(f)) if far else _at(f) for own in lines for f in own}
    # A scale of counts begins at nought.
    least, most = min(at.values(), default=0.0), max(at.values(), default=0.0)
    least = least if far else min(least, 0.0)
    span = (most - least) or 1.0
    found: dict[tuple[int, Figure], tuple[str, str]] = {}
    for y, own in enumerate(lines):
        written: dict[str, list[float]] = {"top center": [], "bottom center": [], "middle left": [], "middle right": []}
        # Open ends stand below a line's numbers, where these have their second place.
        for f in sorted(own, key=lambda f: (f.low is not None and f.high is not None, at[f])):
            right = at[f] - least > RIGHT * span
            is_open = f.low is None or f.high is None
            sides = ("middle left" if right else "middle right",) if is_open else ("top center", "bottom center")
            taken = {"bottom center": ("bottom center", "middle left", "middle right")}
            free = [
                side for side in (("bottom center", "top center") if _is_range(f) else sides)
                if all(abs(at[f] - x) >= ROOM * span for other in taken.get(side, (side,)) for x in written[other])
            ]  # fmt: skip
            times = f"{f.n}×" if f.n > 1 else ""
            if free:
                written[free[0]].append(at[f])
                found[y, f] = (" · ".join(filter(None, (_short(f), times))), free[0])
            else:
                found[y, f] = ("", sides[0])
    return found


def _is_range(f: Figure) -> bool:
    return f.low is not None and f.high is not None and f.low < f.high


def _short(f: Figure) -> str:
    if f.low is None or f.high is None:
        return f"{amount(f.low)}+" if f.low is not None else f"≤ {amount(f.high or 0.0)}"
    return amount(f.low) if f.low == f.high else f"{amount(f.low)}–{amount(f.high)}"


def _bar(y: int, f: Figure, colour: str) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "lines+markers", "x": [f.low, f.high], "y": [y, y], "hoverinfo": "skip",
        "line": {"color": colour, "width": 5}, "opacity": 0.5,
        "marker": {"symbol": "line-ns", "size": 12, "line": {"width": 2, "color": colour}},
    }  # fmt: skip


def _at(f: Figure) -> float:
    if f.low is not None and f.high is not None:
        return (f.low + f.high) / 2
    return f.low if f.low is not None else f.high or 0.0


def _symbol(f: Figure) -> str:
    if f.low is None:
        return "triangle-left"
    return "triangle-right" if f.high is None else "circle" if f.low == f.high else "square"


def heading(row: Row) -> str:
    """What a row counts, and whether it is so or only planned or alleged."""
    return row.thing if row.status in ("happened", "background") else f"{row.thing}, {row.status}"


def say(f: Figure, unit: str = "") -> str:
    """'100,000 or more', '5 to 7 percent'."""
    low, high = (amount(end) if end is not None else "" for end in (f.low, f.high))
    text = low if low == high else f"{low} to {high}" if low and high else f"{low} or more" if low else f"up to {high}"
    return f"{text} {unit}".strip()


def title(topic: Topic, sources: Mapping[str, str]) -> str:
    """The finding: whether the outlets differ, agree, or count what cannot be compared."""
    thing = topic.thing[:1].upper() + topic.thing[1:]
    if topic.differs:
        row = next(row for row in topic.rows if row.differs)
        return f"{thing}: outlets differ, from {_range(row, topic.unit)}"
    if topic.n_sources > 1 and len(topic.rows) == 1:
        row = topic.rows[0]
        slugs = dict.fromkeys(f.slug for f in row.figures)
        who = list_words([sources[slug] for slug in slugs]) if len(slugs) <= 3 else f"{len(slugs)} outlets"
        if row.apart:
            return f"{thing}: {who} give {_range(row, topic.unit)}"
        return f"{thing}: {who} {'agree' if _one_value(row.figures) else 'do not contradict each other'}"
    return f"{thing}: related numbers, not the same count" if len(topic.rows) > 1 else f"{thing}: one outlet alone"


def _range(row: Row, unit: str) -> str:
    edges = [edge for f in row.figures for edge in (f.low, f.high) if edge is not None]
    return f"{amount(min(edges))} to {amount(max(edges))} {unit}".rstrip()


def _one_value(figures: Sequence[Figure]) -> bool:
    """Whether all give the same; 'more than 70', 'up to 70' and '70' are one value, unless they look opposite ways."""
    if len({(f.low, f.high) for f in figures}) == 1:
        return True
    opposite = any(f.low is None for f in figures) and any(f.high is None for f in figures)
    return not opposite and len({edge for f in figures for edge in (f.low, f.high) if edge is not None}) == 1
