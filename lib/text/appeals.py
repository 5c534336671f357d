"""How far a line speaks to the reader about the page itself: offers, forms, notices, rules for comments.

    appeal("Get exclusive access to our newsletter and to the e-paper.")      # 6
    appeal("You need an account to use the ferry.")                           # 2

Articles seldom speak to the reader and seldom of newsletters, sign-ups or 'this article'; pages do both at once. Signs
are weighed. A line in which somebody is quoted, or told to say it, is the article's.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from lib.text.phrases import is_told
from lib.vocabulary import load

#: A line by itself appeals from here on; one beside a line that does from the second.
ALONE, BESIDE = 4, 3
MAX_WORDS, MAX_LENGTH = 80, 700
_QUOTE = re.compile(r"[\"“”]")
_READER = re.compile(r"\b(?:you|your|yours|please)\b", re.I)
_HOUSE = re.compile(r"\b(?:we|our|us)\b", re.I)
#: What stories are made of: persons, days, the past.
_STORY = re.compile(
    r"\b(?:I|my|me|he|she|him|her|his|was|were|had|did|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday)\b"
    r"|\b(?:last|this|next) (?:week|month|year)\b",
    re.I,
)
#: 'Support for the bill', 'Access is free': the first word is a noun.
_NOUN_BEFORE = frozenset(("for", "from", "of", "in", "is", "was", "are", "has", "have", "among", "at", "by"))
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def appeal(text: str) -> int:
    """The weight of the signs; 0 for a line without a word on the page itself, or with somebody's speech."""
    return _weigh(text) if len(text) <= MAX_LENGTH else 0


@lru_cache(maxsize=4096)
def _weigh(text: str) -> int:
    words = _WORD.findall(text)
    if not 3 <= len(words) <= MAX_WORDS or _QUOTE.search(text) or is_told(text.casefold()):
        return 0
    # The long lists come last: few lines of an article speak to anybody.
    if not (speaks := _speaks(text)):
        return 0
    own = {match.group().casefold() for match in _own().finditer(text)}
    some = {match.group().casefold() for match in _some().finditer(text)}
    if not (own or some):
        return 0
    return max(0, 2 * min(2, len(own)) + min(3, len(some)) + speaks - 2 * len(_STORY.findall(text)))


def _speaks(text: str) -> int:
    """How many of: it says 'you', it says 'we', it opens with a verb of asking ('Support for …' has a noun)."""
    words = _WORD.findall(text[:80].casefold())
    asks = bool(words) and words[0] in _asking() and not (len(words) > 1 and words[1] in _NOUN_BEFORE)
    return bool(_READER.search(text)) + bool(_HOUSE.search(text)) + asks


def is_appeal(text: str) -> bool:
    """Whether the line is furniture wherever it stands: it has words that only pages have of themselves, and either two
    of them or two ways of speaking to the reader.
    """
    if appeal(text) < ALONE:
        return False
    own = {match.group().casefold() for match in _own().finditer(text)}
    return bool(own) and (len(own) >= 2 or _speaks(text) >= 2)


@cache
def _own() -> re.Pattern[str]:
    return _any("own")


@cache
def _some() -> re.Pattern[str]:
    return _any("some")


def _any(name: str) -> re.Pattern[str]:
    words = sorted(load("marks")["appeal"][name], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.I)


@cache
def _asking() -> frozenset[str]:
    return frozenset(load("marks")["appeal"]["asking"])
