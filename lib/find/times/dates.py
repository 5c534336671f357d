"""One day by its number: '3 February 2022', 'Feb. 3', 'the 24th'. All in figures: ``figures``; several: ``day_groups``.

A day without a year takes the year that its verb asks for: the last such day in the past, the next
one ahead.
"""

from __future__ import annotations

import datetime as dt

from lib.find.times import calendar
from lib.find.times.bounds import is_deadline, start_of_stretch
from lib.find.times.context import Answer, Context, absolute, reading
from lib.find.times.grammar import Match
from lib.find.times.numbers import month, ordinal, weekday
from lib.find.times.passage import year_told


def month_of(match: Match) -> int:
    """The month's number, written as a word or as a figure."""
    return int(match.get("mm")) if match.has("mm") else month(match.get("month"))


def number_of(match: Match) -> int:
    """The day's number; 0 where the words are none."""
    return ordinal(match.get("day", "day2")) or 0


def full(match: Match, _: Context) -> Answer | None:
    """Day, month and year; without days where the calendar has no such day, None where no year has."""
    year, month_, number = int(match.get("year")), month_of(match), number_of(match)
    day = calendar.make(year, month_, number)
    if day is None:
        return _no_such_day(month_, number, year)
    return absolute(day.isoformat(), "full-date", f"is {calendar.say(day)}: day, month and year are written")


def _no_such_day(month_: int, number: int, year: int | None = None) -> Answer | None:
    """29 February 2021, 31 April: it dates nothing, and its month or year alone is not what was written.

    None where the figures are no date in any calendar, so that other readings are tried.
    """
    if not 1 <= month_ <= 12 or not 1 <= number <= 31:
        return None
    named = f"{calendar.LONG_MONTHS[month_ - 1]}{f' {year}' if year is not None else ''}"
    why = f"is no day: {named} has no day {number}, so it dates nothing"
    return absolute("", "no-such-day", why, interval=None)


def year_of(month_: int, day: int, context: Context) -> tuple[dt.date, str, str, dt.date | None] | None:
    """(day, side, reason, the other candidate) of a day without a year; None: no such day.

    ``side`` is 'past', 'future', 'nearest', 'joined' or 'deadline'.

    29 February takes the nearest leap year on the side asked for.
    """
    anchor = context.day
    candidates = [d for y in range(anchor.year - 4, anchor.year + 5) if (d := calendar.make(y, month_, day))]
    back = [d for d in candidates if d <= anchor]
    ahead = [d for d in candidates if d >= anchor]
    if not back or not ahead:
        return None
    last, following, tense = back[-1], ahead[0], context.tense()
    gap_back, gap_ahead = (anchor - last).days, (following - anchor).days
    if (begun := start_of_stretch(context)) is not None:
        after = [d for d in candidates if begun < d <= begun + dt.timedelta(days=366)]
        if after:
            return after[0], "joined", "the first one after the day it is joined to", None
    if tense.kind == "past" and is_deadline(context, last, following):
        return following, "deadline", "“by” or “until” leads to it", last
    if tense.kind == "past" and not (gap_back > 240 and gap_ahead < 100 and not tense.strong) and gap_back <= 330:
        return last, "past", tense.clause, following
    # 'The minutes of the meeting of 21 March record …': a noun has the date, and its verb tells of no day ahead.
    another = not tense.strong and " " not in tense.word and gap_ahead > 2 * gap_back
    if tense.kind in ("future", "present") and gap_ahead <= 330 and not another:
        return following, "future", tense.clause, last
    if gap_back <= gap_ahead * 2:
        return last, "nearest", "of the two such days nearest by, the likelier", following
    return following, "nearest", "of the two such days nearest by, the likelier", last


def without_year(match: Match, context: Context) -> Answer | None:
    """'Feb. 3', 'Thursday, Feb. 3', '3 February', 'last February 3'; None where there is no such day."""
    month_, number = month_of(match), number_of(match)
    if calendar.make(2000, month_, number) is None:
        # 'In Feb. 30 people died' counts people; 'April 31' is a slip of the pen.
        return None if context.next_tag.startswith(("NN", "JJ")) else _no_such_day(month_, number)
    if context.year is not None:
        day = calendar.make(context.year, month_, number)
        if day is None:
            return None
        return absolute(
            day.isoformat(), "month-day-same-year", f"is {calendar.say(day)}: the year stands at the date beside it"
        )
    anchor = context.day_or(f"XXXX-{month_:02d}-{number:02d}")
    asked = "last" if match.has("w2") else "next" if match.has("w3") else ""
    if match.has("v") or match.has("v2") or match.has("v3"):
        day = calendar.make(anchor.year - 1 if match.has("v2") else anchor.year + match.has("v3"), month_, number)
        if day is None:
            return None
        return context.counted(
            day.isoformat(), "month-day-of-year", f"is {calendar.say(day)}: counted from {context.from_anchor}"
        )
    told = year_told(month_, number, context) if not (match.has("w2") or match.has("w3")) else None
    if told and (day := calendar.make(told[0], month_, number)) and _agrees(day, match):
        why = f"is {calendar.say(day)}: the passage tells of “{told[1].text}”"
        return context.counted_from(told[1], day.isoformat(), "month-day-of-passage", why)
    found = year_of(month_, number, context)
    if found is None:
        return None
    day, side, reason, other = found
    if match.has("weekday") or match.has("weekday2"):
        named = weekday(match.get("weekday", "weekday2"))
        near = [d for y in range(anchor.year - 11, anchor.year + 3) if (d := calendar.make(y, month_, number))]
        wrong_side = {"past": 1, "future": -1}.get(side, 0)
        near.sort(key=lambda d: ((d - anchor).days * wrong_side > 0, abs((d - anchor).days)))
        agreeing = [d for d in (day, other, *near) if d and d.isoweekday() == named]
        if agreeing:
            day, reason = agreeing[0], f"it is a {calendar.LONG_DAYS[named - 1]} in that year"
            return context.counted(
                day.isoformat(), "month-day-weekday", f"is {calendar.say(day)}: {reason}", score=0.97
            )
    side = {"last": "past", "next": "future"}.get(asked, side)
    direction = {"past": "last", "future": "next", "nearest": "nearest", "joined": "next", "deadline": "next"}[side]
    label = f"{number} {calendar.LONG_MONTHS[month_ - 1]}"
    alternatives = (reading(other.isoformat(), "if it looks the other way"),) if other and other != day else ()
    return context.counted(
        day.isoformat(), f"month-day-{side}",
        f"is {calendar.say(day)}: the {direction} {label} seen from {context.from_anchor}; {reason}",
        alternatives=alternatives, score=0.94,
    )  # fmt: skip


def _agrees(day: dt.date, match: Match) -> bool:
    """Whether the day is of the weekday that is written beside it, if one is."""
    named = match.get("weekday", "weekday2")
    return not named or day.isoweekday() == weekday(named)


def of_month(match: Match, context: Context) -> Answer | None:
    """'the 24th', 'Friday the 13th': of the month of the date before it, else of the anchor's month."""
    number = number_of(match)
    anchor = context.day_or(f"XXXX-XX-{number:02d}")
    base, step = anchor, 0
    if match.has("ref"):
        step = {"last": -1, "next": 1}.get(match.get("ref"), 0)
    elif (said := context.previous(1)) and said.interval.precision in ("day", "month"):
        base = said.interval.start
    elif context.tense().kind == "future" and number < anchor.day:
        step = 1
    elif context.tense().kind == "past" and number > anchor.day:
        step = -1
    moved = calendar.add_months(base.replace(day=1), step)
    day = calendar.make(moved.year, moved.month, number) if moved else None
    if day is None:
        return None
    return context.counted(
        day.isoformat(), "day-of-month",
        f"is {calendar.say(day)}: of the month that {context.tense().word or 'the text'} points to, seen from "
        f"{context.from_anchor}", score=0.8,
    )  # fmt: skip
