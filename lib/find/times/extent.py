"""Extents as TimeML draws them: 'early June', 'more than two years', '10 a.m. Tuesday' as one expression.

``widen`` takes in words before a phrase; ``join`` makes one of a clock time and the day beside it.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from functools import cache

from lib.find.times import calendar
from lib.find.times.context import Answer
from lib.interval import DateInterval
from lib.vocabulary import load


@dataclass(frozen=True, slots=True)
class Found:
    """One resolved phrase in a cleaned sentence."""

    start: int
    end: int
    answer: Answer


@cache
def _before(name: str) -> re.Pattern[str]:
    words = sorted(load("time_affixes")[name], key=len, reverse=True)
    return re.compile(
        r"(?:^|(?<=[^\w]))(?:the )?(?:" + "|".join(re.escape(w) for w in words) + r")(?: (?:the )?|(?<=-))$"
    )


def widen(text: str, start: int, answer: Answer) -> int:
    """The start of the phrase with the modifiers before it that belong to it."""
    if answer.type == "SET" or answer.value.endswith("_REF"):
        name = "before_durations" if answer.value == "PAST_REF" and "distance" in answer.rule else ""
    elif answer.type == "DURATION":
        name = "before_durations"
    elif answer.type == "TIME" and re.search(r"T\d", answer.value):
        name = "before_times"
    elif answer.rule in ("units-ago", "units-from-now", "units-from-previous", "clock-units-away"):
        name = "before_durations"
    else:
        name = "before_dates"
    if not name:
        return start
    for _ in range(2):
        hit = _before(name).search(text[max(0, start - 30) : start])
        if hit is None:
            break
        start = max(0, start - 30) + hit.start()
    return start


_CLOCK = re.compile(r"T(?:\d\d:\d\d(?:Z)?|MO|AF|EV|NI|MI|DT)$")
_TO_DAY = re.compile(r",? $| (?:on |of (?:the )?)$|,? \($")
_TO_CLOCK = re.compile(r",? $| (?:at |around |at about |at around |about )$")


def join(text: str, found: list[Found]) -> list[Found]:
    """Clock times and parts of days joined with the day beside them."""
    joined: list[Found] = []
    for one in found:
        last = joined[-1] if joined else None
        both = _both(text, last, one) if last else None
        if both is None:
            joined.append(one)
        else:
            joined[-1] = both
    joined = [_same_day(text, one, two) for one, two in zip(joined, [*joined, None][1:], strict=True)]
    for at in range(len(joined) - 2, -1, -1):
        joined[at] = _day_after(text, joined[at], joined[at + 1])
    return joined


_DAYS_TOLD = ("weekday-past", "weekday-future", "month-day-past", "month-day-future", "days-from-today", "full-date")
#: Words between a clock time and a day that tell of two happenings, or that make the day a bound.
_PARTED = re.compile(
    r"[;:\"]|\b(?:said|says|told|announced|reported|added|wrote|who|which|since|until|till|from|by|before|after|than)\b"
    r"|\b(?:but|while|when|will|would|is|are)\b|\band (?:an?|the|its|his|her|their|it|he|she|they)\b"
)


def _day_after(text: str, one: Found, two: Found) -> Found:
    """The clock of 'at 5:30 a.m. a bomb went off in the market on Saturday', '4pm (1600 GMT) on Saturday'."""
    clock = _CLOCK.search(one.answer.value)
    if one.answer.rule not in ("clock-on-anchor", "clock-on-previous") or clock is None or not clock[0][1].isdigit():
        return one
    told = two.answer.rule in _DAYS_TOLD or two.answer.rule == "clock-before-day"
    gap = text[one.end : two.start]
    before = one.answer.rule == "clock-on-previous" and two.answer.rule not in ("clock-before-day",)
    if not told or len(gap) > 90 or _PARTED.search(gap) or (before and not re.fullmatch(r"\)? on ", gap)):
        return one
    value = two.answer.value[:10] + clock[0]
    why = f"is {clock[0][1:]} on {value[:10]}, the day that the sentence names after it"
    days = calendar.interval(value)
    answer = replace(one.answer, value=value, rule="clock-before-day", why=why, interval=days, score=0.8)
    return Found(one.start, one.end, answer)


_TO = re.compile(r"\s?(?:to|and|until|till|-|–|—)(?: about)?\s?")


def _same_day(text: str, one: Found, two: Found | None) -> Found:
    """The 7 a.m. of 'from 7 a.m. to 8 p.m. Sunday' is of Sunday too."""
    if two is None or one.answer.rule != "clock-on-anchor" or two.answer.rule != "clock-and-date":
        return one
    clock = _CLOCK.search(one.answer.value)
    if clock is None or not _TO.fullmatch(text[one.end : two.start]):
        return one
    value = two.answer.value[:10] + clock[0]
    answer = replace(two.answer, value=value, interval=calendar.interval(value))
    return Found(one.start, one.end, answer)


_WRITTEN_DAYS = (
    "full-date",
    "month-day-past",
    "month-day-future",
    "month-day-nearest",
    "month-day-joined",
    "month-day-deadline",
)


def _both(text: str, one: Found, two: Found) -> Found | None:
    gap = text[one.end : two.start]
    if one.answer.rule.startswith("weekday-") and re.fullmatch(r",? ", gap) and two.answer.rule in _WRITTEN_DAYS:
        part = re.search(r"T(?:MO|AF|EV|NI)$", one.answer.value)
        if part is None:
            return None
        value = two.answer.value + part[0]
        return Found(one.start, two.end, replace(two.answer, type="TIME", value=value, rule="clock-and-date"))
    clock, day = (one, two) if _is_loose_clock(one) else (two, one)
    if not _is_loose_clock(clock) or not _is_day(day) or _is_loose_clock(day) or len(gap) > 12:
        return None
    if not (_TO_DAY if clock is one else _TO_CLOCK).fullmatch(gap):
        return None
    part = _CLOCK.search(clock.answer.value)
    if part is None or (clock is two and not part[0][1].isdigit()):
        return None
    written = part[0]
    if clock is one and (of_day := re.search(r"T(MO|AF|EV|NI)$", day.answer.value)):
        hour = int(written[1:3]) if written[1].isdigit() else 12
        if (of_day[1] in ("AF", "EV") and hour < 12) or (of_day[1] == "NI" and 5 < hour < 12):
            written = f"T{hour + 12}{written[3:]}"
    value = re.sub(r"T(?:MO|AF|EV|NI)$", "", day.answer.value) + written
    answer = replace(
        day.answer, type="TIME", value=value, rule="clock-and-date", interval=calendar.interval(value),
        why=f"{day.answer.why}; at {part[0][1:]}" if part[0][1].isdigit() else day.answer.why,
        alternatives=(),
    )  # fmt: skip
    return Found(one.start, two.end, answer)


def _is_loose_clock(found: Found) -> bool:
    return found.answer.rule in (
        "clock-on-previous", "clock-on-anchor", "daypart-of-previous", "daypart-of-anchor",
    ) or (found.answer.type == "TIME" and found.answer.value.startswith("XXXX-XX-XXT"))  # fmt: skip


def _is_day(found: Found) -> bool:
    return bool(re.fullmatch(r"[\dX]{4}-[\dXW]{2,3}-[\dX]{1,2}(?:T(?:MO|AF|EV|NI))?", found.answer.value))


def narrow(text: str, start: int, end: int) -> int:
    """'the third-quarter results': the article belongs to the noun, not to the hyphened adjective."""
    phrase = text[start:end]
    if phrase.startswith("the ") and re.search(r"-[a-z]+$", phrase) and text[end : end + 2].strip().isalpha():
        return start + 4
    return start


def eve(text: str, found: Found) -> Found:
    """'the eve of Feb. 24' is the day before."""
    hit = re.search(r"(?:the )?eve of (?:the )?$", text[max(0, found.start - 16) : found.start])
    days = found.answer.interval
    if hit is None or days is None or days.precision != "day":
        return found
    day = days.start - dt.timedelta(days=1)
    answer = replace(
        found.answer, value=day.isoformat(), rule="eve-of", interval=DateInterval.day(day),
        why=f"is {calendar.say(day)}: the day before {calendar.say(days.start)}", alternatives=(),
    )  # fmt: skip
    return Found(max(0, found.start - 16) + hit.start(), found.end, answer)
