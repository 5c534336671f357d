"""Clock times: '10:30 a.m. EST', '2200 GMT', 'noon', '8 o'clock', '2022-02-03T10:30'.

A clock time alone belongs to the day that its sentence names, else to the anchor's day.
"""

from __future__ import annotations

from lib.find.times import calendar
from lib.find.times.context import Answer, Context, Said, UnanchoredError, absolute
from lib.find.times.grammar import Match
from lib.find.times.numbers import number, words

#: Rules of days on which something happens.
_TELLING = ("weekday-", "month-day-", "days-from-today", "full-date", "clock-", "daypart", "holiday")


def _zone(match: Match) -> str:
    return str(words("zones").get(match.get("zone", "zone2"), ""))


def written(match: Match, _: Context) -> Answer | None:
    """ISO 8601 with a time; None where there is no such day or hour."""
    day = calendar.make(int(match.get("year")), int(match.get("mm")), int(match.get("day")))
    if day is None or int(match.get("hour")) > 24 or int(match.get("minute")) > 59:
        return None
    value = f"{day.isoformat()}T{match.get('hour')}:{match.get('minute')}"
    if match.get("zone") == "z":
        value += "Z"
    return absolute(value, "iso-time", f"is {calendar.say(day)}, {match.get('hour')}:{match.get('minute')}, as written")


def time_of(match: Match) -> str | None:
    """'T10:30' or 'T16:00Z' of a clock phrase; None where it is no time of day."""
    if match.has("word"):
        return ("T12:00" if match.get("word") == "noon" else "T24:00") + _zone(match)
    text = match.get("hour", "hour2")
    hour = int(number(text) or 0) if not text.isdigit() else int(text)
    minute = int(match.get("minute", "minute2") or 0)
    half = match.get("ampm")[:1] or {"morning": "a", "afternoon": "p", "evening": "p", "night": "p"}.get(
        match.get("part", "part2"), ""
    )
    if half == "p" and hour < 12:
        hour += 12
    if half == "a" and hour == 12:
        hour = 0
    if hour > 24 or minute > 59:
        return None
    return f"T{hour:02d}:{minute:02d}{_zone(match)}"


def _told_before(context: Context) -> Said | None:
    """The day that the sentence before tells of, where this one tells on: 'They voted on Sunday. Polls closed at 8.'"""
    said = context.day_before(1)
    ahead = context.anchor is not None and said is not None and said.interval.start > context.anchor
    if said is None or said.bounds or not (ahead or context.tense().kind == "past"):
        return None
    return said if said.rule.startswith(_TELLING) else None


def clock(match: Match, context: Context) -> Answer | None:
    """A clock time on its own; None where it is none."""
    value = time_of(match)
    if value is None:
        return None
    said = context.previous(0, ("day",)) or _told_before(context)
    if said:
        day = said.interval.start
        return context.counted_from(
            said, f"{day.isoformat()}{value}", "clock-on-previous",
            f"is {value[1:]} on {calendar.say(day)}, the day that is named before, “{said.text}”",
        )  # fmt: skip
    if context.anchor is None:
        raise UnanchoredError(f"XXXX-XX-XX{value}", "TIME")
    return context.counted(
        f"{context.anchor.isoformat()}{value}", "clock-on-anchor",
        f"is {value[1:]} on the day of {context.from_anchor}; no other day is named", score=0.7,
    )  # fmt: skip
