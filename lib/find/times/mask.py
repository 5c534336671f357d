"""Words of time that are none here: 'may' the verb, April the person, the Sunday Times.

mask(text, tokens)        # 'she ### leave' – the modal 'may' can no longer be a month
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from spacy.tokens import Token

from lib.find.times.numbers import words
from lib.vocabulary import load


@cache
def _other() -> re.Pattern[str]:
    """'it may last months', 'rest following two weeks at sea': the verb, and the preposition."""
    words = {name: "|".join(map(re.escape, found)) for name, found in load("time_accept")["verbs"].items()}
    return re.compile(
        rf"(?:\b(?:{words['before_last']}) (last) (?=(?:{words['after_last']})\b|\d))"
        rf"|(?:(?<!\bthe )\b(following) (?=(?:{words['after_following']})\b|\d))"
    )


@cache
def _given() -> frozenset[str]:
    return frozenset(load("time_accept")["names"]["given"])


@cache
def _names() -> re.Pattern[str]:
    names = words("names")["newspapers"]
    return re.compile(r"\b(?:" + "|".join(re.escape(n) for n in names) + r")\b")


def mask(text: str, tokens: Sequence[tuple[int, Token]], original: str) -> str:
    """The text with what is no word of time blanked by '#', same length. ``tokens``: each with its place."""
    table: dict[str, list[str]] = load("time_accept")["mask"]
    blanks: list[tuple[int, int]] = []
    for at, token in tokens:
        lower = token.lower_
        wrong_tag = lower in table and token.tag_.startswith(tuple(table[lower]))
        if wrong_tag or (lower in _given() and _is_name(token)):
            blanks.append((at, at + len(lower)))
    blanks += [hit.span() for hit in _names().finditer(original)]
    blanks += [hit.span(hit.lastindex or 0) for hit in _other().finditer(text)]
    for start, end in blanks:
        text = text[:start] + "#" * (end - start) + text[end:]
    return text


def _is_name(token: Token) -> bool:
    """April Smith, Theresa May: a person, or a capitalised word right after a capitalised name."""
    if token.i + 1 < len(token.doc) and token.nbor().like_num:
        return False
    if token.ent_type_ == "PERSON":
        return True
    before = token.nbor(-1) if token.i > token.sent.start else None
    if before is None:
        return False
    if before.lower_ in ("mrs", "mrs.", "ms", "ms.", "mr", "mr.", "lady"):
        return True
    named = token.is_title and before.is_title and before.tag_ == "NNP"
    return named and before.lower_ not in words("weekdays") and before.ent_type_ not in ("DATE", "TIME", "GPE")
