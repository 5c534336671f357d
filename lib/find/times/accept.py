"""Phrases of time that are none here: 2000 people, 'Feb' in a table, the half of a match.

accept(match, "some 2000 marched", "Some 2000 marched", token)        # False
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from spacy.tokens import Token

from lib.find.times.compounds import part_of_other
from lib.find.times.grammar import Match
from lib.vocabulary import load

_LONE_SHORT = re.compile(
    r"(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)\.?$"
)


@cache
def _words(table: str, name: str) -> frozenset[str]:
    return frozenset(load("time_accept")[table][name])


def accept(match: Match, text: str, original: str, next_token: Token | None) -> bool:
    """Whether a phrase is one of time. ``text`` is the cleaned sentence, ``original`` has its capitals."""
    if part_of_other(match, text, original):
        return False
    before, after = text[max(0, match.start - 60) : match.start], text[match.end : match.end + 60]
    check = _CHECKS.get(match.kind)
    fleeting = match.get("unit") in ("minute", "second") and match.get("n") in ("a", "an")
    if fleeting and next_token is not None and next_token.tag_.startswith(("NN", "JJ")):
        return False
    if match.has("unit") and re.match(r"(?: |-)(?:olds?|older|younger|young|aged)\b", after):
        return False
    if re.search(r"\baged? $", before) and match.kind in ("duration", "year"):
        return False
    return check is None or check(match, before, after, original, text, next_token)


def _year(match: Match, before: str, after: str, original: str, text: str, following: Token | None) -> bool:
    year = int(match.get("year"))
    last = (before.split() or [""])[-1].lstrip("('\"")
    if re.search(r"[\d][.,:/-]$|[$£€#&+=_]$", before) or re.match(
        r"[.,:]\d|[%/\\_@]|-(?:foot|mile|meter|metre|member)", after
    ):
        return False
    bounded = re.search(r"\b(?:since|until|till|into|from|through|to|by|before|after) at (?:least|most) $", before)
    if last in _words("year", "counting") and not bounded:
        return False
    if following is not None and following.lemma_.lower() in _words("year", "counted"):
        # 'the 1989 case': what is counted stands in the plural
        one = following.tag_ == "NN" and len(following) > 2 and following.lower_ not in ("percent", "gmt", "utc", "hrs")
        return one and last == "the" and 1900 <= year <= 2040 and year % 50 != 0
    sure = last in _words("year", "leading") or bounded is not None
    if year < 1500 or year > 2060:
        return last in ("in", "since", "by", "until", "from", "year", "around", "circa", "before", "after") and (
            following is None or not following.tag_.startswith("NN")
        )
    # '1997 sales' is of a year, '2000 protesters' is not: round figures and odd centuries count things.
    countable = year % 50 == 0 or not 1900 <= year <= 2040
    plural = countable and following is not None and following.tag_ == "NNS"
    return sure or not plural or before.rstrip().endswith("'s")


def _month(match: Match, before: str, after: str, original: str, text: str, following: Token | None) -> bool:
    written = original[match.start : match.end]
    if match.text in ("may", "march", "mar", "dec", "jan", "sep", "jun", "jul", "apr", "oct", "nov", "aug", "feb"):
        if not written[0].isupper():
            return False
        if len(match.text) == 3 and match.text != "may" and (following is None or following.tag_ != "CD"):
            return bool(re.search(r"\b(?:in|since|by|until|from|to|last|next|this|early|late|mid-?|of)\s*$", before))
        if match.text == "may" and before.strip() and re.search(r"[a-z]\s*$", before) and original.isupper():
            return bool(re.search(r"\b(?:in|since|by|until|from|last|next|this|early|late|of)\s*$", before))
    return match.text != "august" or written[0].isupper()


def _weekday(match: Match, before: str, after: str, original: str, text: str, following: Token | None) -> bool:
    if _LONE_SHORT.match(match.text):
        if not original[match.start].isupper():
            return False
        settled = re.search(r"\b(?:on|last|next|this|every|until|by|from|since)\s*$", before)
        return bool(settled) or (match.text.endswith(".") and not match.text.startswith(("sun", "sat")))
    return True


def _clock(match: Match, before: str, after: str, original: str, text: str, following: Token | None) -> bool:
    if (
        match.has("ampm")
        or match.get("zone", "zone2")
        or match.has("part")
        or match.has("part2")
        or "o'clock" in match.text
    ):
        return True
    if re.match(r"[:.\d]\d|\s?(?:km|%)", after) or re.search(r"[\d:.]$", before):
        return False
    if match.text.isdigit() and len(match.text) <= 2 and (led := re.search(r"(\w+) (by|at) (?:about )?$", before)):
        return led[1] not in _words("clock", f"counted_{led[2]}")
    if "hours" in match.text or "hrs" in match.text:
        return True
    return bool(re.search(r"\b(?:at|by|until|till|from|around|about|before|after|since|to|between)\s*$", before))


def _quarter(match: Match, before: str, after: str, original: str, text: str, following: Token | None) -> bool:
    if re.search(r"\b(?:fiscal|financial)\b", match.text):
        return True
    if match.has("h") or match.has("h2") or match.has("n2"):
        return match.has("year") or match.has("yy")
    if match.get("unit") == "half" or match.get("unit") == "quarter":
        if match.has("year") or match.has("w") or match.has("w2") or match.has("w3") or match.has("ref"):
            return True
        if re.match(r" of (?!the year)", after) and match.get("unit") == "half":
            return False
        here = set(re.findall(r"[a-z]+|%", text))
        return not here & _words("half", "sport") or bool(here & _words("half", "money"))
    return True


def _season(match: Match, before: str, after: str, original: str, text: str, following: Token | None) -> bool:
    last = (before.split() or [""])[-1]
    if last not in _words("season", "leading"):
        return False
    if match.get("season") in ("fall", "spring") and "the" not in match.text and last not in ("in", "early", "late"):
        return False
    if following is not None and following.tag_.startswith(("NN", "JJ", "VBG")):
        return False
    return not after.startswith((" of ", "-"))


def _decade(match: Match, before: str, after: str, original: str, text: str, following: Token | None) -> bool:
    if match.has("year"):
        return True
    if re.search(r"\b(?:his|her|their|my|our|your|its)\s(?:(?:early|late|mid)[- ]?)?$", before):
        return False
    return (
        match.text.startswith(("the ", "'"))
        or bool(re.search(r"\b(?:early|late|mid)[- ]$|\d0'?s(?: and| or| to|,|, and) $", before))
        or (match.has("tens") and match.has("hundred"))
    )


def _day_beside(match: Match, before: str, after: str, original: str, text: str, following: Token | None) -> bool:
    """'May 3 and 5 people died': the number counts what follows."""
    if match.has("first"):
        return following is None or not following.tag_.startswith(("NN", "JJ", "CD")) or match.has("year")
    return not re.search(r"[$£€\d.,]$", before)


def _day_of_month(match: Match, before: str, after: str, original: str, text: str, following: Token | None) -> bool:
    if match.has("ref"):
        return True
    if not match.has("weekday") and not re.search(
        r"\b(?:on|by|until|from|since|before|after|to|and|of|through|around)\s*$", before
    ):
        return False
    return not re.match(r" of |-", after) and (following is None or not following.tag_.startswith(("NN", "JJ", "CD")))


def _frequency(match: Match, before: str, after: str, original: str, text: str, following: Token | None) -> bool:
    named = original[match.start].isupper() and bool(before.strip())
    return not (named and following is not None and following.tag_.startswith("NNP"))


def _short_year(match: Match, before: str, after: str, original: str, text: str, following: Token | None) -> bool:
    return bool(re.search(r"\b(?:in|of|since|from|by|until|class of|early|late|summer|spring|fall|winter)\s*$", before))


def _numeric(match: Match, before: str, after: str, original: str, text: str, following: Token | None) -> bool:
    return not re.search(r"[\d/.-]$", before) and not re.match(r"[/.-]\d", after)


def _weekend(match: Match, before: str, after: str, original: str, text: str, following: Token | None) -> bool:
    """'weekend talks', but not 'a weekend trip', 'long weekend trips'."""
    if not match.has("bare"):
        return True
    noun = following is not None and following.tag_ in ("NN", "NNS", "NNP", "JJ")
    return noun and not re.search(
        r"(?:\b(?:an?|long|every|each|per|this|last|next|past|previous|coming|same|any|two|holiday|whole|entire|day)|-|"
        r"'s|\b(?:his|her|their|our|my|your))\s*$", before
    )  # fmt: skip


def _new_year(match: Match, before: str, after: str, original: str, text: str, following: Token | None) -> bool:
    return original[match.end - 8] == "n" and not after.startswith(("'s", "-"))


def _named_day(match: Match, before: str, after: str, original: str, text: str, following: Token | None) -> bool:
    """'Black Monday', but not 'a black Monday' nor one that a newspaper calls so again."""
    return original[match.start].isupper() and not re.search(r"\b(?:an?|another|this|new|own)\s$", before)


def _holiday(match: Match, before: str, after: str, original: str, text: str, following: Token | None) -> bool:
    if match.get("holiday") == "new year" and re.search(r"\b(?:a|each|every)\s*$", before):
        return False
    if match.get("holiday") in ("easter", "epiphany", "thanksgiving", "christmas") and re.match(
        r" (?:island|egg|tree|card|carol)", after
    ):
        return False
    return original[match.start : match.end] != match.text


def _era(match: Match, before: str, after: str, original: str, text: str, following: Token | None) -> bool:
    """'79 AD', but not 'the 30 ad sets', nor the B.C. of 'in 2021 B.C. health officials', which is a province."""
    era, year = match.get("era", "era2"), int(match.get("n", "n2"))
    if era.startswith("b"):
        return not 1990 <= year <= 2060 or year % 50 == 0
    written = original[match.start : match.end]
    upper = era.upper() in written
    return upper and (match.kind != "year-ad" or following is None or not following.tag_.startswith("NN"))


_CHECKS: dict[str, Any] = {
    "year": _year,
    "year-range": _year,
    "month": _month,
    "weekday": _weekday,
    "clock": _clock,
    "quarter": _quarter,
    "bare-season": _season,
    "decade": _decade,
    "day-beside": _day_beside,
    "day-of-month": _day_of_month,
    "frequency": _frequency,
    "short-year": _short_year,
    "numeric-date": _numeric,
    "the-weekend": _weekend,
    "era-date": _era,
    "year-ad": _era,
    "year-bc": _era,
    "new-year": _new_year,
    "holiday": _holiday,
    "named-day": _named_day,
}
