"""Words of time inside of names and compounds, which are no times: 'the China Daily', 'overnight rates', 'km an hour'.

part_of_other(match, "mortgages at ", " rates rose", "overnight", False)        # True
"""

from __future__ import annotations

import re
from functools import cache

from lib.find.times.grammar import Match
from lib.vocabulary import load

_NAME_BEFORE = re.compile(r"(?:^|[\s(])(?!I )[A-Z][\w’'-]*\s$")
_NAME_AFTER = re.compile(r"(?:\s(?:to|of|the|in|for|and))?\s[A-Z][a-z]")
_SMALL_WORD = re.compile(r"(?:^|\s)[a-z]{4,}")
_HYPHEN = re.compile(r"-(?!end\b|long\b|old\b|plus\b)[a-z]")


@cache
def _words(name: str) -> re.Pattern[str]:
    words = sorted(load("time_accept")["compounds"][name], key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(word) for word in words) + r")\b")


@cache
def _small_kinds() -> frozenset[str]:
    return frozenset(load("time_accept")["compounds"]["small_kinds"])


def part_of_other(match: Match, text: str, original: str) -> bool:
    """Whether a phrase is a part of a name or of a compound that is no time.

    ``text`` is the cleaned sentence, ``original`` the same with its capitals.
    """
    before, after = text[max(0, match.start - 40) : match.start], text[match.end : match.end + 40]
    if match.kind in _small_kinds() and _in_name(match, original):
        return True
    if match.kind in ("quarter", "same-quarter", "this-unit", "which-unit") and _HYPHEN.match(after):
        return True  # 'the third quarter-final', 'the same quarter-point cut'
    if match.get("unit") in ("hour", "second", "minute", "day") and match.get("n") in ("a", "an"):
        return _words("of_speed").search(before[-14:].rstrip()) is not None and bool(re.search(r"[a-z/]\s$", before))
    if match.get("word") == "overnight" or match.text == "overnight":
        return _words("after_overnight").match(after.lstrip()) is not None
    if match.text == "current":
        return _words("after_current").match(after.lstrip()) is not None
    if match.kind == "frequency":
        return match.text == "daily" and bool(_words("papers").search(before + match.text))
    if match.kind == "bare-units" or match.kind == "duration":
        return _is_cricket(match, text) or (match.text == "hours" and bool(re.search(r"\bafter[- ]$", before)))
    if match.kind == "decade" and match.has("yy"):
        return _is_price(match, before, text)
    return (
        match.kind == "month"
        and bool(_words("after_month").match(after.lstrip()))
        and bool(re.match(r" [A-Z]", original[match.end : match.end + 2]))
    )


def _in_name(match: Match, original: str) -> bool:
    """'30 Seconds to Mars', 'Newsweek Today': capitals in a sentence that has words without."""
    word = next((w for w in re.finditer(r"[^\W\d_]+", original[match.start : match.end])
                 if w[0][0].isupper() and w[0].lower() not in ("q", "h")), None)  # fmt: skip
    if word is None or original.isupper() or len(_SMALL_WORD.findall(original)) < 3:
        return False
    before = original[: match.start]
    if not before.strip() or re.search(r"[.:;!?“\"'`‘(–—…•|-]\s*$", before):
        first = match.text[0].isdigit() or word.start() > 0  # 'Thirty Seconds to Mars' opens with a capital anyway
        return first and word[0].lower() not in ("a", "an") and bool(_NAME_AFTER.match(original[match.end :]))
    if word.start() == 0:
        return bool(_NAME_BEFORE.search(before) or re.match(r"\s[A-Z]", original[match.end :]))
    return True


def _is_cricket(match: Match, text: str) -> bool:
    """'a century off 90 balls'."""
    return match.get("unit").startswith("centur") and len(set(_words("of_cricket").findall(text))) >= 1


def _is_price(match: Match, before: str, text: str) -> bool:
    """'the share price fell to the mid 30s', 'temperatures in the high 30s': figures, not a decade."""
    if "'" in match.text[:6] and not match.text.endswith("'s"):
        return False
    if re.search(r"\b(?:low|lower|high|higher|upper)[- ]$", before):
        return True
    return _words("of_price").search(text) is not None
