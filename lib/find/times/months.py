"""Months: 'February 2022', 'in December', 'last May', 'June of next year'."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from lib.find.times import calendar
from lib.find.times.bounds import is_deadline, start_of_stretch
from lib.find.times.context import Answer, Context, absolute, reading
from lib.find.times.grammar import Match
from lib.find.times.numbers import month, ordinal, weekday
from lib.find.times.passage import year_told
from lib.interval import MONTHS


def _say(value: str) -> str:
    return f"{MONTHS[int(value[5:7]) - 1]} {value[:4]}"


def two_digit_year(text: str, context: Context) -> int:
    """'98' is 1998 and '22' is 2022: not more than ten years after the anchor."""
    limit = (context.anchor.year if context.anchor else 2030) + 10
    year = 2000 + int(text)
    return year if year <= limit else year - 100


def with_year(match: Match, context: Context) -> Answer:
    """'February 2022', 'Feb. '98'."""
    year = int(match.get("year")) if match.has("year") else two_digit_year(match.get("yy"), context)
    value = f"{year:04d}-{month(match.get('month')):02d}"
    return absolute(value, "month-year", f"is {_say(value)}: month and year are written")


def of_year(match: Match, context: Context) -> Answer:
    """'May of last year', 'next year's June', 'March of that year'."""
    number = month(match.get("month"))
    if match.has("which") and (said := context.previous(3)):
        step = 0 if match.get("which").startswith(("that", "the same", "same")) else 1
        step = -1 if any(w in match.get("which") for w in ("previous", "preceding", "prior")) else step
        value = f"{said.interval.start.year + step:04d}-{number:02d}"
        return context.counted_from(said, value, "month-of-previous", f"is {_say(value)}: counted from “{said.text}”")
    anchor = context.day_or(f"XXXX-{number:02d}")
    step = -1 if match.has("w2") else 1 if match.has("w3") else 0
    value = f"{anchor.year + step:04d}-{number:02d}"
    return context.counted(value, "month-of-year", f"is {_say(value)}: the year is counted from {context.from_anchor}")


def candidates(number: int, anchor: dt.date) -> tuple[dt.date, dt.date]:
    """First days of the last such month begun by the anchor, and of the first one not over by then."""
    here = dt.date(anchor.year, number, 1)
    if number == anchor.month:
        return here, here
    if number < anchor.month:
        return here, here.replace(year=anchor.year + 1)
    return here.replace(year=anchor.year - 1), here


def relative(match: Match, context: Context) -> Answer:
    """'last December', 'this May', 'next June'."""
    number = month(match.get("month"))
    anchor = context.day_or(f"XXXX-{number:02d}")
    last, following = candidates(number, anchor)
    if match.has("w2"):
        chosen = last if last.month != anchor.month else last.replace(year=anchor.year - 1)
        rule, word = "month-last", "last one before"
    elif match.has("w3"):
        chosen = following if following.month != anchor.month else following.replace(year=anchor.year + 1)
        rule, word = "month-next", "next one after"
    else:
        chosen = dt.date(anchor.year, number, 1)
        rule, word = "month-this", "one of the year of"
    value = calendar.at(chosen, "M")
    return context.counted(value, rule, f"is {_say(value)}: the {word} {context.from_anchor}")


def bare(match: Match, context: Context) -> Answer:
    """'in December': the last one where the verb is in the past, the next one where it points ahead."""
    number = month(match.get("month"))
    if context.year is not None:
        value = f"{context.year:04d}-{number:02d}"
        return absolute(value, "month-same-year", f"is {_say(value)}: the year stands at the date beside it")
    anchor = context.day_or(f"XXXX-{number:02d}")
    last, following = candidates(number, anchor)
    tense = context.tense()
    if told := year_told(number, None, context):
        value = f"{told[0]:04d}-{number:02d}"
        return context.counted_from(
            told[1], value, "month-of-passage", f"is {_say(value)}: the passage tells of “{told[1].text}”"
        )
    if (begun := start_of_stretch(context)) is not None:
        value = calendar.at(candidates(number, begun)[1], "M")
        return context.counted(value, "month-joined", f"is {_say(value)}: the first one after the date it is joined to")
    if tense.kind == "past" and is_deadline(context, last, following):
        value = calendar.at(following, "M")
        return context.counted(
            value, "month-deadline", f"is {_say(value)}: the next one, since “by” or “until” leads to it",
            alternatives=(reading(calendar.at(last, "M"), "if it looks the other way"),), score=0.8,
        )  # fmt: skip
    gap_back = (anchor.year - last.year) * 12 + anchor.month - last.month
    gap_ahead = (following.year - anchor.year) * 12 + following.month - anchor.month
    if tense.kind == "past" and (tense.strong or gap_back <= 8):
        chosen, other, rule, reason = last, following, "month-past", f"the last one; {tense.clause}"
    elif tense.kind in ("future", "present") and gap_ahead <= (11 if tense.kind == "future" else 6):
        chosen, other, rule, reason = following, last, "month-future", f"the next one; {tense.clause}"
    elif gap_back <= gap_ahead * 2:
        chosen, other, rule, reason = last, following, "month-nearest", "the likelier of the two nearest by"
    else:
        chosen, other, rule, reason = following, last, "month-nearest", "the likelier of the two nearest by"
    value = calendar.at(chosen, "M")
    alternatives = (reading(calendar.at(other, "M"), "if it looks the other way"),) if other != chosen else ()
    return context.counted(
        value,
        rule,
        f"is {_say(value)}: {reason}, seen from {context.from_anchor}",
        alternatives=alternatives,
        score=0.9,
    )


def week_of(match: Match, context: Context) -> Answer | None:
    """'the last week of March': the ISO week that has most of its days there."""
    written = match.has("year")
    whole = with_year(match, context) if written else bare(match, context)
    days = whole.interval
    if days is None:
        return None
    number = ordinal(match.get("n")) or 1
    middle = days.last - dt.timedelta(days=3) if number == -1 else days.start + dt.timedelta(days=3 + 7 * (number - 1))
    value = calendar.at(middle, "WE" if match.get("unit") == "weekend" else "W")
    why = f"is {calendar.interval(value)}: the {match.get('n')} {match.get('unit')} of {_say(whole.value)}"
    return replace(
        whole, value=value, rule="week-of-month", why=why, interval=calendar.interval(value), alternatives=()
    )


def weekday_of(match: Match, context: Context) -> Answer | None:
    """'the first Tuesday in November', 'the last Friday of next month'; None where the month has no such day."""
    if match.has("month"):
        whole = with_year(match, context) if match.has("year") else bare(match, context)
    else:
        step = -1 if match.has("w2") else 1 if match.has("w3") else 0
        month_day = calendar.add_months(context.day.replace(day=1), step)
        if month_day is None:
            return None
        whole = context.counted(calendar.at(month_day, "M"), "month-of-year", "")
    days = whole.interval
    if days is None:
        return None
    number, first = ordinal(match.get("n")) or 1, days.start
    day = calendar.nth_weekday(first.year, first.month, weekday(match.get("weekday")), number)
    if day not in days:
        return None
    why = f"is {calendar.say(day)}: the {match.get('n')} such day of {_say(whole.value)}"
    return replace(
        whole, value=day.isoformat(), rule="weekday-of-month", why=why, interval=calendar.interval(day.isoformat()),
        alternatives=(),
    )  # fmt: skip
