"""Weekdays: 'Thursday', 'Thursday night', 'last Friday', 'Tuesday of next week', 'every Monday'.

In the past a bare weekday is its last occurrence on or before the anchor, the anchor's own day
included; ahead, the first on or after it. (dateparser takes a week off the anchor's own day,
parsedatetime always looks ahead; news does neither.)
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from lib.find.times import calendar
from lib.find.times.context import Answer, Context, UnanchoredError, absolute, reading
from lib.find.times.grammar import Match
from lib.find.times.numbers import daypart, number, weekday


def _with_part(day: dt.date, match: Match) -> str:
    part = match.get("daypart", "daypart2", "daypart3")
    return day.isoformat() + (f"T{daypart(part)}" if part else "")


def _open(number_: int, match: Match) -> str:
    part = match.get("daypart", "daypart2", "daypart3")
    return f"XXXX-WXX-{number_}" + (f"T{daypart(part)}" if part else "")


def bare(match: Match, context: Context) -> Answer | None:
    """'Thursday', 'Thursday night', 'Thursday's'; None in '3 May 1990, a Thursday', which only describes the day."""
    number_ = weekday(match.get("weekday", "weekday2"))
    if re.search(r"\d, a $", context.before) and context.previous(0, ("day",)):
        return None
    anchor = context.day_or(_open(number_, match), "TIME" if match.has("daypart") else "DATE")
    name, tense = calendar.LONG_DAYS[number_ - 1], context.tense()
    before, after = calendar.on_or_before(anchor, number_), calendar.on_or_after(anchor, number_)
    if beside := _after_neighbour(number_, context):
        day, said = beside
        return context.counted(
            _with_part(day, match), "weekday-beside",
            f"is {calendar.say(day)}: the first {name} after “{said}”, to which it is joined", score=0.9,
        )  # fmt: skip
    if tense.kind in ("future", "present"):
        other = reading(_with_part(before, match), f"if it looks back: the last {name}")
        return context.counted(
            _with_part(after, match),
            "weekday-future" if tense.kind == "future" else "weekday-present",
            f"is {calendar.say(after)}: the first {name} on or after {context.from_anchor}; {tense.clause}",
            alternatives=() if before == after else (other,),
            score=0.93 if tense.kind == "future" else 0.8,
        )
    other = reading(_with_part(after, match), f"if it looks ahead: the next {name}")
    rule = "weekday-past" if tense.kind == "past" else "weekday-open"
    return context.counted(
        _with_part(before, match),
        rule,
        f"is {calendar.say(before)}: the last {name} on or before {context.from_anchor}; {tense.clause}",
        alternatives=() if before == after else (other,),
        score=0.96 if tense.kind == "past" and tense.strong else 0.85,
    )


_AND = re.compile(r"(?:and|or|to|through|until|till|-|–|—)(?: on)?$")


def _after_neighbour(number_: int, context: Context) -> tuple[dt.date, str] | None:
    """'next Tuesday or Wednesday', 'from Friday to Monday': the first such day after the one it is joined to."""
    said = context.previous(0, ("day",))
    before = context.before.rstrip()
    joined = _AND.search(before)
    if said is None or joined is None or context.anchor is None:
        return None
    if not before[: joined.start()].rstrip().endswith(said.text.lower()):
        return None
    day, last = calendar.on_or_after(said.interval.end, number_), said.interval.start
    ordered = joined[0].split()[0] not in ("and", "or")
    return (day, said.text) if ordered or last >= context.anchor or day <= context.anchor else None


def night_into(match: Match, context: Context) -> Answer | None:
    """'the night to Friday', 'overnight into Friday': the night that begins on the day before."""
    answer = bare(match, context)
    if answer is None or answer.interval is None:
        return answer
    day = answer.interval.start - dt.timedelta(days=1)
    value = f"{day.isoformat()}TNI"
    return replace(
        answer, type="TIME", value=value, rule="night-into", interval=calendar.interval(value), alternatives=(),
        why=f"is the night of {calendar.say(day)}, which ends on {calendar.say(answer.interval.start)}",
    )  # fmt: skip


#: 'the following Tuesday' is of a day or a week, never of the year that was named last.
_NEAR = ("day", "week", "weekend", "range")


def relative(match: Match, context: Context) -> Answer:
    """'last Thursday', 'next Friday', 'this Monday', 'the following Tuesday', 'that Friday'."""
    number_ = weekday(match.get("weekday"))
    name = calendar.LONG_DAYS[number_ - 1]
    which = match.get("which", "w3", "w2", "w").removeprefix("the ")
    if which in ("following", "next", "same", "very same", "that", "that very", "that same", "previous", "preceding",
                 "prior") and (said := context.previous(2, _NEAR)):  # fmt: skip
        if which in ("same", "very same", "that", "that very", "that same"):
            day = calendar.on_or_after(calendar.on_or_before(said.interval.start, 1), number_)
        elif which in ("previous", "preceding", "prior"):
            day = calendar.on_or_before(said.interval.start - dt.timedelta(days=1), number_)
        else:
            day = calendar.on_or_after(said.interval.end, number_)
        if which != "next" or context.tense().kind == "past":
            return context.counted_from(
                said, _with_part(day, match), "weekday-after-previous",
                f"is {calendar.say(day)}: counted from “{said.text}”, {said.interval}",
            )  # fmt: skip
    anchor = context.day_or(_open(number_, match))
    if match.has("w") or which.startswith("that"):
        back = context.tense().kind == "past"
        day = calendar.on_or_before(anchor, number_) if back else calendar.on_or_after(anchor, number_)
        return context.counted(
            _with_part(day, match), "weekday-this",
            f"is {calendar.say(day)}: the {name} {'before' if back else 'after'} {context.from_anchor}",
        )  # fmt: skip
    if match.has("w2") or which in ("previous", "preceding", "prior"):
        day = calendar.on_or_before(anchor - dt.timedelta(days=1), number_)
        week = calendar.on_or_before(anchor, 1)
        other = day - dt.timedelta(days=7)
        return context.counted(
            _with_part(day, match), "weekday-last",
            f"is {calendar.say(day)}: the last {name} before {context.from_anchor}",
            alternatives=(reading(_with_part(other, match), f"if “last” means the {name} of the week before"),)
            if day >= week else (),
        )  # fmt: skip
    day = calendar.on_or_after(anchor + dt.timedelta(days=1), number_)
    other = day + dt.timedelta(days=7)
    return context.counted(
        _with_part(day, match), "weekday-next",
        f"is {calendar.say(day)}: the first {name} after {context.from_anchor}",
        alternatives=(reading(_with_part(other, match), f"if “next” means the {name} of the week after"),)
        if day < calendar.on_or_before(anchor, 1) + dt.timedelta(days=7) else (),
    )  # fmt: skip


def of_week(match: Match, context: Context) -> Answer:
    """'Tuesday of last week', 'Thursday next week'."""
    number_ = weekday(match.get("weekday"))
    anchor = context.day_or(_open(number_, match))
    weeks = 0
    if match.has("ago"):
        weeks = -int(number(match.get("ago").split()[0]) or 1)
    elif match.has("w2"):
        weeks = -1
    elif match.has("w3"):
        weeks = 1
    monday = calendar.on_or_before(anchor, 1) + dt.timedelta(days=7 * weeks)
    day = monday + dt.timedelta(days=number_ - 1)
    return context.counted(
        _with_part(day, match), "weekday-of-week",
        f"is {calendar.say(day)}: that day of the week from Mon {monday.day} on, counted from {context.from_anchor}",
    )  # fmt: skip


def weeks_from(match: Match, context: Context) -> Answer:
    """'a week ago Tuesday', 'two weeks from Friday'."""
    number_ = weekday(match.get("weekday"))
    anchor = context.day_or(_open(number_, match))
    weeks = int(number(match.get("n") or "a") or 1)
    if match.get("dir") in ("ago", "before"):
        day = calendar.on_or_before(anchor, number_) - dt.timedelta(days=7 * weeks)
    else:
        day = calendar.on_or_after(anchor, number_) + dt.timedelta(days=7 * weeks)
    return context.counted(
        day.isoformat(), "weekday-weeks-away", f"is {calendar.say(day)}: counted in weeks from {context.from_anchor}"
    )


def every(match: Match, context: Context) -> Answer:
    """'every Thursday', 'Mondays', 'Saturday nights'."""
    text = match.get("weekday", "weekday2") or next(w for w in match.text.split() if w.endswith("days"))
    number_ = weekday(text)
    return absolute(
        _open(number_, match), "set-weekday", f"is a repeated day: every {calendar.LONG_DAYS[number_ - 1]}",
        type="SET", interval=None, anchor_how="none",
    )  # fmt: skip


def before_last(match: Match, context: Context) -> Answer:
    """'the Friday before last', 'the Monday after next'; raises ``UnanchoredError`` without an anchor."""
    number_ = weekday(match.get("weekday"))
    if context.anchor is None:
        raise UnanchoredError(f"XXXX-WXX-{number_}")
    if match.get("dir") == "before last":
        day = calendar.on_or_before(context.anchor - dt.timedelta(days=1), number_) - dt.timedelta(days=7)
    else:
        day = calendar.on_or_after(context.anchor + dt.timedelta(days=1), number_) + dt.timedelta(days=7)
    return context.counted(
        day.isoformat(), "weekday-before-last", f"is {calendar.say(day)}: the one {match.get('dir')}, counted from "
        f"{context.from_anchor}",
    )  # fmt: skip
