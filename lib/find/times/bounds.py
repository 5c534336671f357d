"""Ends of stretches of time: 'from Jan. 31 to March 31', 'by the end of March', 'until June 4'.

    start_of_stretch(context)     # the 31 January of 'from Jan. 31 to March 31'
    is_deadline(context)          # True for 'by March 31'

The verb says little of them: 'they agreed to leave by March 31' tells in the past of a day to come.
"""

from __future__ import annotations

import datetime as dt
import re

from lib.find.times.context import Context

_TO = re.compile(r"\s*(?:to|through|until|till|-|–|—)\s*(?:the )?(?:end of )?(?:early |late |mid-?)?$")
_BY = re.compile(
    r"\b(?:by|until|till|through)(?: the)?(?: (?:end|beginning|start|middle|close) of)?(?: early| late| mid)?(?: |-)$"
)
#: A deadline is ahead where it is nearer than this, and the last such time longer ago than this (in days).
_NEAR, _LONG_AGO = 110, 200


def start_of_stretch(context: Context) -> dt.date | None:
    """The first day of the date to which 'to', 'through' or 'until' joins this one; None where none does."""
    said = context.previous(0)
    if said is None or not (joined := _TO.search(context.before)):
        return None
    return said.interval.start if context.before[: joined.start()].endswith(said.text.lower()) else None


def is_deadline(context: Context, back: dt.date, ahead: dt.date) -> bool:
    """Whether 'by' or 'until' leads to a date that is near ahead while the last such one is long past."""
    if _BY.search(context.before) is None:
        return False
    return (context.day - back).days >= _LONG_AGO and (ahead - context.day).days <= _NEAR
