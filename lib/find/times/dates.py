"""Days by their number: '3 February 2022', 'Feb. 3', '3/2/2022', 'Feb 3-5', 'the 24th'.

A day without a year takes the year that its verb asks for: the last such day in the past, the next
one ahead.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from lib.find.times import calendar
from lib.find.times.bounds import is_deadline, start_of_stretch
from lib.find.times.context import Answer, Context, UnanchoredError, absolute, reading
from lib.find.times.grammar import Match
from lib.find.times.numbers import month, ordinal, weekday
from lib.find.times.passage import year_told
from lib.interval import DateInterval
from lib.text.dates_written import reads_day_first

_FIGURES = re.compile(r"(?<![\d/.-])\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?![\d/-])")


def _month(match: Match) -> int:
    return int(match.get("mm")) if match.has("mm") else month(match.get("month"))


def _number(match: Match) -> int:
    return ordinal(match.get("day", "day2")) or 0


def full(match: Match, _: Context) -> Answer | None:
    """Day, month and year; without days where the calendar has no such day, None where no year has."""
    year, month_, number = int(match.get("year")), _month(match), _number(match)
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


def day_first_in(text: str) -> bool | None:
    """Whether a text writes 3/2/2022 with the day first, by its '25/12/2021'; None where none proves it, or not all."""
    return reads_day_first(_FIGURES.findall(text))


def numeric(match: Match, context: Context) -> Answer | None:
    """'3/2/2022': as other dates of the article prove; else month first with slashes, day first with full stops."""
    first, second, written = int(match.get("first")), int(match.get("second")), match.get("year")
    year = int(written)
    if len(written) == 2:
        year += 2000 if year <= ((context.anchor.year - 2000) if context.anchor else 40) + 10 else 1900
    if len(written) == 2 and match.get("mark") in "-.":
        return None
    american, european = calendar.make(year, first, second), calendar.make(year, second, first)
    told = context.day_first if match.get("mark") == "/" else None
    order = (european, american) if match.get("mark") == "." or told else (american, european)
    day = order[0] or order[1]
    if day is None:
        return None
    other = order[1] if order[0] else None
    if other == day or other is None:
        return absolute(day.isoformat(), "numeric-date", f"is {calendar.say(day)}: it can be read one way only")
    first_is = "month" if order[0] is american else "day"
    if told is not None:
        why = f"is {calendar.say(day)}: the {first_is} comes first in other dates of the article"
        return absolute(day.isoformat(), "numeric-date-as-others", why, score=0.95)
    return absolute(
        day.isoformat(), "numeric-date-ambiguous", f"is {calendar.say(day)} if the {first_is} comes first",
        alternatives=(reading(other.isoformat(), f"if the {'day' if first_is == 'month' else 'month'} comes first"),),
        score=0.7,
    )  # fmt: skip


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
    month_, number = _month(match), _number(match)
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


def beside(match: Match, context: Context) -> Answer | None:
    """The 11 of 'Dec. 4 and 11', the 4 of '4 and 11 December': a day of the month beside it, on the same side."""
    month_, number = _month(match), _number(match)
    other = ordinal(match.get("first", "last")) or 0
    if (number > other) != match.has("first") or number == other:
        return None
    year = int(match.get("year")) if match.has("year") else context.year
    if year is None:
        context.day_or(f"XXXX-{month_:02d}-{number:02d}")
        said = context.previous(0, ("day",))
        if said is not None and (said.interval.start.month, said.interval.start.day) == (month_, other):
            year = said.interval.start.year
        else:
            found = year_of(month_, other, context)
            year = found[0].year if found else None
    day = calendar.make(year, month_, number) if year is not None else None
    if day is None:
        return None
    why = f"is {calendar.say(day)}: it shares the month of the day beside it"
    if match.has("year"):
        return absolute(day.isoformat(), "day-beside", why)
    return context.counted(day.isoformat(), "day-beside", why, score=0.9)


def day_range(match: Match, context: Context) -> Answer | None:
    """'Feb. 3-5', '3–5 February 2022': one expression over several days; None where it is no such range."""
    month_, first, last = _month(match), ordinal(match.get("day")) or 0, ordinal(match.get("day2")) or 0
    if last <= first:
        return None
    rule, year = "day-range", int(match.get("year")) if match.has("year") else context.year
    if year is None:
        if context.anchor is None:
            raise UnanchoredError(f"XXXX-{month_:02d}-{first:02d}/XXXX-{month_:02d}-{last:02d}")
        found = year_of(month_, first, context)
        year = found[0].year if found else context.anchor.year
    one, two = calendar.make(year, month_, first), calendar.make(year, month_, last)
    if one is None or two is None:
        return None
    days = DateInterval.between(one, two)
    value = f"{one.isoformat()}/{two.isoformat()}"
    if match.has("year"):
        return absolute(value, rule, f"runs from {calendar.say(one)} to {calendar.say(two)}", interval=days)
    return context.counted(
        value, rule, f"runs from {calendar.say(one)} to {calendar.say(two)}, seen from {context.from_anchor}",
        interval=days,
    )  # fmt: skip


def night_range(match: Match, context: Context) -> Answer | None:
    """'the night of Feb. 3-4': one night, from the first day into the next one; None for other stretches of days."""
    names = {"month2": "month", "day3": "day", "day4": "day2"}
    groups = {names.get(name, name): text for name, text in match.groups.items()}
    days = day_range(replace(match, groups=groups), context)
    if days is None or days.interval is None or days.interval.days != 2:
        return None
    first = days.interval.start
    value = f"{first.isoformat()}TNI"
    why = f"is the night of {calendar.say(first)}, which ends on {calendar.say(first + dt.timedelta(days=1))}"
    return replace(days, type="TIME", value=value, rule="night-into", interval=calendar.interval(value), why=why)


def week_of(match: Match, context: Context) -> Answer | None:
    """'the week of Aug. 22': the ISO week that holds the day."""
    day = without_year(match, context) if not match.has("year") else full(match, context)
    if day is None or day.interval is None:
        return None
    value = calendar.at(day.interval.start, "W")
    days = calendar.interval(value)
    why = f"is {days}: the week that holds {calendar.say(day.interval.start)}"
    return replace(day, value=value, rule="week-of-day", why=why, interval=days, alternatives=())


def of_month(match: Match, context: Context) -> Answer | None:
    """'the 24th', 'Friday the 13th': of the month of the date before it, else of the anchor's month."""
    number = _number(match)
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
