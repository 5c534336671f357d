"""What happened when: dated events on the day that they happened, apart from the day of report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from lib.ask.overview import TO_THE_DAY
from lib.evidence import Mark
from lib.interval import DateInterval
from lib.store.conditions import Condition, marks, row_conditions, sentence_conditions, where
from lib.store.engine import Store
from lib.store.facts import Count, count
from lib.view import View

#: Up to this many events are drawn one by one; more are drawn as bins.
SINGLY = 400
#: So many years that are told of are all drawn, one beside the other; of more, the window of most events.
EVERY_YEAR = 40


@dataclass(frozen=True, slots=True)
class Happening:
    """One dated event with its sentence and the reasoning of its date."""

    event_id: str
    start: int
    end: int
    mark: Mark
    article_id: str
    url: str
    source: str
    source_name: str
    title: str
    published: dt.date | None
    published_how: str
    when: DateInterval
    status: str
    trigger: str
    participants: tuple[str, ...]
    place: str
    sentence: str
    words: str
    rule: str
    anchor: dt.date | None
    anchor_how: str
    date_why: str
    event_why: str
    #: The sentence before the trigger, the trigger, the sentence after it.
    parts: tuple[str, str, str]
    readings: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events one by one, or bins where there are too many.

    ``window``: the days that hold most of them, in whole bins; ``n_before`` ended before it, ``n_after`` begin later.
    ``n_inferred`` events stand in articles whose day of report is inferred or assumed.
    """

    n: int
    happenings: tuple[Happening, ...]
    bins: tuple[Count, ...]
    reported: tuple[Count, ...]
    reported_grain: str
    by_status: tuple[Count, ...]
    grain: str
    window: DateInterval | None
    n_before: int
    n_after: int
    n_inferred: int


def timeline(store: Store, view: View) -> Timeline:
    """The events under a view."""
    by_status = count(store, view, "events", ("status",))
    n = sum(c.n for c in by_status)
    days = count(store, view, "events", ("happened-day",))
    exact = count(store, view, "events", ("happened-day",), within=TO_THE_DAY) or days
    window = _window([(dt.date.fromisoformat(c.value("happened-day")), c.n) for c in exact])
    grain = view.grain if view.grain != "auto" else _grain(window)
    if grain == "year" and days:
        window = whole_years([dt.date.fromisoformat(c.value("happened-day")) for c in days], window)
    elif window is not None:
        window = whole_bins(window, grain)
    before, after = _outside(store, view, window)
    reported_days = [c.value("reported-day") for c in count(store, view, "events", ("reported-day",))]
    known = [dt.date.fromisoformat(day) for day in reported_days if day]
    reported_grain = _grain(DateInterval.between(min(known), max(known)) if known else None)
    return Timeline(
        n=n,
        happenings=happenings(store, view, SINGLY) if n <= SINGLY else (),
        bins=tuple(count(store, view, "events", (f"happened-{grain}", "status"))),
        reported=tuple(count(store, view, "events", (f"reported-{reported_grain}",))),
        reported_grain=reported_grain,
        by_status=tuple(by_status),
        grain=grain,
        window=window,
        n_before=before,
        n_after=after,
        n_inferred=_inferred(store, view),
    )


def _outside(store: Store, view: View, window: DateInterval | None) -> tuple[int, int]:
    """Events that ended before the window, and events that begin after it."""
    if window is None:
        return 0, 0
    condition, values = where(sentence_conditions(view) + row_conditions(view, "events"))
    before, after = store.rows(
        "select coalesce(sum(case when f.date_end <= ? then 1 else 0 end), 0),"
        " coalesce(sum(case when f.date_start >= ? then 1 else 0 end), 0)"
        f" from events f join sentences s on s.sentence_no = f.sentence_no{condition}",
        [window.start, window.end, *values],
    )[0]
    return int(before), int(after)


def _inferred(store: Store, view: View) -> int:
    """Events of articles whose day of report nobody states."""
    told = Condition("f.article_no in (select article_no from articles where published_how in ('inferred', 'assumed'))")
    condition, values = where(sentence_conditions(view) + row_conditions(view, "events") + [told])
    rows = store.rows(
        f"select count(*) from events f join sentences s on s.sentence_no = f.sentence_no{condition}", values
    )
    return int(rows[0][0])


def _window(days: Sequence[tuple[dt.date, int]]) -> DateInterval | None:
    """The shortest run of days that holds at least 85 of 100 events, and a little air around it."""
    if not days:
        return None
    ordered = sorted(days)
    need = 0.85 * sum(n for _, n in ordered)
    best, held, left = (ordered[0][0], ordered[-1][0]), 0, 0
    for day, n in ordered:
        held += n
        while held - ordered[left][1] >= need:
            held -= ordered[left][1]
            left += 1
        if held >= need and (day - ordered[left][0]) < (best[1] - best[0]):
            best = (ordered[left][0], day)
    air = max(3, (best[1] - best[0]).days // 12)
    return DateInterval.between(_moved(best[0], -air), _moved(best[1], air))


def whole_years(days: Sequence[dt.date], most: DateInterval | None) -> DateInterval:
    """The years of ``days``, which are not empty: all where they are few, else those that ``most`` of them are in.

    A few years are drawn one beside the other, so that none is far away.
    """
    if most is None or len({day.year for day in days}) <= EVERY_YEAR:
        most = DateInterval.between(min(days), max(days))
    return whole_bins(most, "year")


def whole_bins(window: DateInterval, grain: str) -> DateInterval:
    """The window out to whole weeks, months or years: a bin that begins before it would be left out as a whole."""
    first, last = window.start, window.last
    if grain == "week":
        first, last = DateInterval.week(first).start, _moved(last, 6 - last.weekday())
    elif grain == "month":
        first, last = first.replace(day=1), DateInterval.month(last.year, last.month).last
    elif grain == "year":
        first, last = dt.date(first.year, 1, 1), dt.date(last.year, 12, 31)
    return DateInterval.between(first, last)


def _moved(day: dt.date, days: int) -> dt.date:
    """A day some days on, within the calendar: a text may speak of the year 9999."""
    last = dt.date.max.toordinal() - 2
    return dt.date.fromordinal(min(max(day.toordinal() + days, 1), last))


def _grain(window: DateInterval | None) -> str:
    if window is None or window.days <= 100:
        return "day"
    if window.days <= 500:
        return "week"
    return "month" if window.days <= 3000 else "year"


_COLUMNS = (
    "f.event_id, a.article_id, l.slug, l.name, a.title, a.published, a.published_how, f.date_start, f.date_end,"
    " f.precision, f.status, f.trigger, f.participants, f.place, s.text, t.text, t.rule, t.anchor, t.anchor_how,"
    " t.why, f.why, t.alternatives, f.start_at, s.start_at, f.end_at, a.url"
)


def happenings(
    store: Store,
    view: View,
    limit: int,
    ids: tuple[str, ...] = (),
    offset: int = 0,
    window: DateInterval | None = None,
) -> tuple[Happening, ...]:
    """``limit`` events under a view from the ``offset``-th on, in order of the day that they happened.

    ``ids`` keeps only these. Under a ``window`` what it holds comes first, days before longer intervals.
    """
    chosen = [Condition(f"f.event_id in ({marks(len(ids))})", ids)] if ids else []
    condition, values = where(sentence_conditions(view) + row_conditions(view, "events") + chosen)
    order, days = "", []
    if window:
        order = (
            "case when f.date_start < ? and f.date_end > ? then 0 else 1 end,"
            " case when f.precision in ('time', 'day') then 0 else 1 end, "
        )
        days = [window.end, window.start]
    rows = store.rows(
        f"select {_COLUMNS} from events f join sentences s on s.sentence_no = f.sentence_no"
        " join articles a on a.article_no = f.article_no join sources l on l.source_id = f.source_id"
        " left join times t on t.sentence_no = f.sentence_no and t.start_at = f.time_start"
        f"{condition} order by {order}f.date_start, f.event_no limit ? offset ?",
        [*values, *days, limit, offset],
    )
    names = _names(store, {e for row in rows for e in [*row[12], row[13]] if e})
    return tuple(
        Happening(
            event_id=row[0], start=row[22], end=row[24], mark=Mark("events", (("event", row[0]),)),
            article_id=row[1], url=row[25], source=row[2], source_name=row[3], title=row[4], published=row[5],
            published_how=row[6], when=DateInterval(row[7], row[8], row[9]), status=row[10], trigger=row[11],
            participants=tuple(names[e] for e in row[12] if e in names), place=names.get(row[13] or "", ""),
            sentence=row[14], words=row[15] or "", rule=row[16] or "", anchor=row[17], anchor_how=row[18] or "none",
            date_why=row[19] or "", event_why=row[20], parts=_parts(row[14], row[22] - row[23], row[24] - row[23]),
            readings=tuple((r["value"], r["why"]) for r in row[21] or ()),
        )
        for row in rows
    )  # fmt: skip


def _parts(sentence: str, start: int, end: int) -> tuple[str, str, str]:
    return sentence[:start], sentence[start:end], sentence[end:]


def _names(store: Store, ids: set[str]) -> dict[str, str]:
    if not ids:
        return {}
    listed = sorted(ids)
    return dict(store.rows(f"select entity_id, name from entities where entity_id in ({marks(len(listed))})", listed))
