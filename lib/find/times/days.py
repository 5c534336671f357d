"""Days named from the anchor, and parts of a day: 'today', 'yesterday', 'tonight', 'this morning', 'overnight'."""

from __future__ import annotations

import datetime as dt
import re

from lib.find.times import calendar
from lib.find.times.context import Answer, Context, UnanchoredError, absolute
from lib.find.times.grammar import Match
from lib.find.times.numbers import daypart, number, unit
from lib.vocabulary import load

_STEPS = {"today": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}


def deictic(match: Match, context: Context) -> Answer:
    """'today', 'yesterday evening', 'the day after tomorrow'."""
    step, part = _STEPS[match.get("word")], match.get("daypart")
    if not part and (age := _age(match, context)):
        return age
    open_value = {0: "PRESENT_REF", -1: "PAST_REF", -2: "PAST_REF"}.get(step, "FUTURE_REF")
    anchor = context.day_or("" if step else open_value)
    day = anchor + dt.timedelta(days=step)
    value = day.isoformat() + (f"T{daypart(part)}" if part else "")
    rule = "today" if step == 0 else "days-from-today"
    return context.counted(value, rule, f"is {calendar.say(day)}: counted from {context.from_anchor}", score=0.97)


_LIKE_TODAY = re.compile(r"\b(?:like|unlike|than|even|compared (?:to|with)|known)$")
_OWNED = re.compile(r"'s (\w+)(?!')\b(?:[ -](\w+)(?!')\b)?")
_OF_TOMORROW = re.compile(r"(?<!\bas) of$")


def _age(match: Match, context: Context) -> Answer | None:
    """'today's economy', 'the cars of tomorrow', 'even today': an age, not a day; None where it is a day."""
    before, owned = context.before.rstrip(), _OWNED.match(context.after)
    ages = load("time_accept")["compounds"]["of_an_age"]
    generic = owned is not None and (owned[1] in ages or owned[2] in ages)
    word = match.get("word")
    if word == "today" and (generic or _LIKE_TODAY.search(before)):
        side = "present"
    elif word == "tomorrow" and (generic or _OF_TOMORROW.search(before)):
        side = "future"
    else:
        return None
    return absolute(f"{side.upper()}_REF", f"{side}-reference", f"points to the {side} without a date", interval=None,
                    anchor_how="none", score=0.7)  # fmt: skip


def weeks_from_deictic(match: Match, context: Context) -> Answer | None:
    """'a week from today', 'two years before tomorrow'."""
    step = _STEPS[match.get("word")]
    away = int(number(match.get("n") or "a") or 1) * (-1 if match.get("dir") in ("ago", "before") else 1)
    day = calendar.shift(context.day + dt.timedelta(days=step), unit(match.get("unit")), away)
    if day is None:
        return None
    return context.counted(
        day.isoformat(), "units-from-today", f"is {calendar.say(day)}: counted from {context.from_anchor}"
    )


def part_now(match: Match, context: Context) -> Answer:
    """'tonight', 'this morning', 'last night', 'overnight', 'the next morning'."""
    which = match.get("which").removeprefix("the ")
    word = match.get("word")
    part = "NI" if word else daypart(match.get("daypart"))
    if which in ("same", "that", "next", "following", "previous"):
        said = context.day_before(4)
        if said and (which != "next" or context.tense().kind != "future"):
            step = {"next": 1, "following": 1, "previous": -1}.get(which, 0)
            day = said.interval.start + dt.timedelta(days=step)
            return context.counted_from(
                said, f"{day.isoformat()}T{part}", "daypart-after-previous",
                f"is in {calendar.say(day)}: counted from “{said.text}”, {said.interval}",
            )  # fmt: skip
    if context.anchor is None:
        raise UnanchoredError(f"XXXX-XX-XXT{part}", "TIME")
    step = {"last": -1, "yesterday": -1, "previous": -1, "next": 1, "following": 1, "tomorrow": 1}.get(which, 0)
    if word == "overnight" and context.tense().kind != "future":
        step = -1  # the night just over, whatever the tense of the verb that reports it
    day = context.anchor + dt.timedelta(days=step)
    rule = "overnight" if word == "overnight" else "daypart"
    return context.counted(
        f"{day.isoformat()}T{part}", rule, f"is in {calendar.say(day)}: counted from {context.from_anchor}", score=0.92
    )


def part_of_said(match: Match, context: Context) -> Answer:
    """'the morning', 'the evening': of the day named before, else of the anchor's day."""
    part = daypart(match.get("daypart"))
    said = context.day_before()
    over = part == "NI" and context.tense().kind == "past" and re.search(r"(?:through|throughout|spent)$",
                                                                        context.before.rstrip())  # fmt: skip
    if over and context.anchor is not None and (said is None or said.interval.start == context.anchor):
        night = context.anchor - dt.timedelta(days=1)  # the night is over, and the day is not
        return context.counted(
            f"{night.isoformat()}TNI", "overnight", f"is the night that began on {calendar.say(night)}", score=0.7
        )
    if said:
        day = said.interval.start
        return context.counted_from(
            said, f"{day.isoformat()}T{part}", "daypart-of-previous",
            f"is in {calendar.say(day)}, the day named before, “{said.text}”",
        )  # fmt: skip
    if context.anchor is None:
        raise UnanchoredError(f"XXXX-XX-XXT{part}", "TIME")
    return context.counted(
        f"{context.anchor.isoformat()}T{part}", "daypart-of-anchor", f"is taken in the day of {context.from_anchor}",
        score=0.6,
    )  # fmt: skip
