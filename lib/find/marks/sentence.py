"""Whether a line without a full stop is a sentence that lost it, or a heading that never had one.

    is_cut_off("The harbour was closed for two days in the summer")      # True
    is_cut_off("Harbour closed after storm")                             # False

Headlines leave out articles, forms of 'to be', links between clauses and dates, and prefer the present; sentences do
not. Signs are weighed; one alone is no proof. A body sentence taken for a heading is lost to every count, a heading
taken for body is one odd sentence: in doubt the line is body.
"""

from __future__ import annotations

import re
from functools import cache

from lib.vocabulary import load

_WORD = re.compile(r"[^\W_]+")
_CLOCK = re.compile(r"\b(?:at|by|from|until) \d{1,2}[:.]\d{2}$")
_DATED = re.compile(
    r"\b(?:in|on|by|since|from|until|during|between|after|before|of)\s(?:(?:early|late|mid|about)[\s-])?(?:\d{1,2}\s)?"
    r"(?:(?:19|20)\d\d\b|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)"
    r"|\b(?:last|this|earlier this|later this|next|the past|previous)\s(?:day|week|month|year|quarter|decade|century|"
    r"spring|summer|autumn|fall|winter|morning|evening|night)s?\b|\b\w+\s(?:hours|days|weeks|months|years)\sago\b"
)
#: A verb in the past with an object or a clause behind it; 'charged with' and 'hit by' are participles.
_PAST = re.compile(r"(?<!\bthe )(?<!\ba )(?<!\ban )(?<=\w )[a-z]{2,}ed\b(?!\s(?:by|with|over|as)\b)(?=\s)")
_OBJECT = re.compile(r"[a-z]{2,}ed\s(?:the|a|an|its|their|his|her|that|to|in|from|on|at|\d|[A-Z])")
#: So many signs make a line body.
ENOUGH = 3


def is_cut_off(text: str) -> bool:
    """Whether the line reads like a sentence of running prose."""
    words = _WORD.findall(text)
    if not words or words[-1] in _words("dangling") or _CLOCK.search(text):
        return bool(words)
    if is_teaser(text):
        return False
    lower = [word.casefold() for word in words]
    long_words = [word for word in words if len(word) >= 4 and word.isalpha()]
    in_title_case = sum(word[0].isupper() for word in long_words) >= 0.7 * len(long_words) if long_words else True
    helper = any(word in _words("helpers") for word in words)
    # No title starts with 'He' unless it is a whole sentence.
    if lower[0] in _words("persons") and not in_title_case:
        return True
    n_words = len(text.split())
    if n_words < 4 or (in_title_case and not helper):
        return False
    return signs(text, words) >= ENOUGH


def signs(text: str, words: list[str]) -> int:
    """How many signs of a sentence the line has."""
    lower, n_words = [word.casefold() for word in words], len(text.split())
    found = 2 * (lower[0] in _words("pronouns")) + (lower[0] in _words("openers"))
    found += any(word in _words("pronouns") for word in lower[1:])
    found += min(2, sum(word in ("the", "a", "an") for word in words[1:]))
    helpers = sum(word in _words("helpers") for word in words)
    # 'have been changed', 'will be held'; 'The answer is …': headlines drop both.
    found += min(2, helpers) + (helpers > 0 and lower[0] in ("the", "a", "an", "there") and n_words >= 5)
    found += any(word in _words("past") for word in words[1:])
    found += 2 * any(word in _words("reporting") for word in words)
    found += any(word in _words("linking") for word in words[1:]) + any(w in _words("adverbs") for w in words[1:])
    found += bool(_DATED.search(text)) + bool(_PAST.search(text)) + bool(_OBJECT.search(text))
    return found + ("," in text) + (n_words > 9) + (n_words > 12)


def is_teaser(text: str) -> bool:
    """Whether it opens like the title of another story: 'Inside …', 'This is how …'; not 'When …, she …'."""
    if text.startswith(("When ", "Where ")) and "," in text:
        return False
    lower = text.casefold().replace("’", "'")
    return any(lower.startswith(teaser + " ") for teaser in load("marks")["prose"]["teasers"])


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("marks")["prose"][name])
