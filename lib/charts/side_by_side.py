"""What the outlets share and what one alone has, as matrices of outlets against actors, speakers, days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from lib.ask.entities import Together
from lib.ask.sources import Sources
from lib.charts.chart import Chart
from lib.charts.labels import apart
from lib.charts.matrix import Cell, matrix_chart, with_squares
from lib.evidence import Mark
from lib.interval import MONTHS
from lib.phrase import count, leaders, number

NOT_FOUND = "An empty square: not found in the articles loaded."


def together_chart(answer: Together, opened: Mark | None) -> Chart:
    """Entities against entities: sentences that name both."""
    names = dict(zip((e.id for e in answer.entities), apart(e.name for e in answer.entities), strict=True))
    cells = [Cell(names[p.a], names[p.b], p.n, p.mark) for p in answer.pairs]
    title = "Nobody is named together"
    if answer.pairs:
        best = answer.pairs[0]
        title = f"{names[best.a]} and {names[best.b]} share most sentences: {best.n:,}"
    order = list(names.values())
    return matrix_chart("together", title, cells, order, order, "sentences name both", opened, ("entity", "with"))


def actors_by_source_chart(answer: Sources, opened: Mark | None) -> Chart:
    """Actors that several outlets name, then those that one alone names, against outlets."""
    lines = [*answer.shared, *answer.only[:10]]
    rows = apart(line.actor.name for line in lines)
    cells = [
        Cell(row, answer.names[slug], c.n, c.mark)
        for row, line in zip(rows, lines, strict=True)
        for slug, c in line.by_source.items()
    ]
    shared = count(answer.n_shared, "actor")
    everywhere = (
        "none stands"
        if not answer.n_everywhere
        else (f"{number(answer.n_everywhere)} {'stands' if answer.n_everywhere == 1 else 'stand'}")
    )
    title = f"Of {shared} that several outlets name, {everywhere} in every outlet"
    if len(answer.names) < 2:
        title = "Actors in the one outlet in view"
    elif not answer.n_shared:
        title = "No actor is named by more than one outlet"
    columns, without = with_squares([cell.column for cell in cells], list(answer.names.values()))
    return matrix_chart(
        "actors-by-source", title, cells, rows, columns, "times", opened,
        ("actor", "outlet"), f"{NOT_FOUND} {without}".strip(),
    )  # fmt: skip


def speakers_chart(answer: Sources, opened: Mark | None, top: int = 15) -> Chart:
    """Whom each outlet quotes."""
    totals: dict[str, int] = {}
    names = {s.speaker.id: s.speaker.name for s in answer.speakers}
    for s in answer.speakers:
        totals[s.speaker.id] = totals.get(s.speaker.id, 0) + s.speaker.n
    order = sorted(totals, key=lambda i: (-totals[i], names[i]))[:top]
    rows = dict(zip(order, apart(names[i] for i in order), strict=True))
    cells = [
        Cell(rows[s.speaker.id], answer.names[s.source], s.speaker.n, s.speaker.mark)
        for s in answer.speakers
        if s.speaker.id in rows and s.source in answer.names
    ]
    who, n = leaders([(name, totals[i]) for i, name in rows.items()])
    title = f"Quoted most: {who}, {count(n, 'quote')}" if order else "No speaker is known by name"
    columns, without = with_squares([cell.column for cell in cells], list(answer.names.values()))
    note = f"{NOT_FOUND} {without}".strip()
    return matrix_chart(
        "speakers", title, cells, list(rows.values()), columns, "quotes", opened, ("speaker", "outlet"), note
    )


def days_by_source_chart(answer: Sources, opened: Mark | None, top: int = 20) -> Chart:
    """Which dated events each outlet reports: outlets against the days on which most happened."""
    totals: dict[str, int] = {}
    for c in answer.days:
        totals[c.value("happened-day")] = totals.get(c.value("happened-day"), 0) + c.n
    order = sorted(sorted(totals, key=lambda day: (-totals[day], day))[:top])
    cells = [
        Cell(answer.names[c.value("source")], _short(day, order), c.n, c.mark, day)
        for c in answer.days
        if (day := c.value("happened-day")) in order and c.value("source") in answer.names
    ]
    columns = [_short(day, order) for day in order]
    title = f"Dated events of the {count(len(order), 'day')} with most, by outlet" if order else "No dated event"
    rows, without = with_squares([cell.row for cell in cells], list(answer.names.values()), "row")
    return matrix_chart(
        "days-by-source", title, cells, rows, columns, "dated events", opened,
        ("outlet", "day it happened"), f"{NOT_FOUND} {without}".strip(),
    )  # fmt: skip


def _short(value: str, order: Sequence[str]) -> str:
    """'3 Feb', with the year only where the days span several."""
    day = dt.date.fromisoformat(value)
    years = {other[:4] for other in order}
    return f"{day.day} {MONTHS[day.month - 1]}" + (f" {day.year}" if len(years) > 1 else "")
