"""Words that decide about claims, from ``data/vocabulary``: which verbs mean one thing, which only report.

groups_of("invade", noun=False) & groups_of("attack", noun=True)      # not empty: they can mean one happening
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import Any

from lib.vocabulary import load


@cache
def _groups() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for number, words in enumerate(load("claims_predicates")["groups"]):
        for word in words:
            found[word].add(f"g{number}")
    return {word: frozenset(names) for word, names in found.items()}


@cache
def groups_of(lemma: str, noun: bool) -> frozenset[str]:
    """The meanings of a predicate's word; a word in no list means only itself, a noun what its verb means."""
    listed = _groups().get(lemma) or (_groups().get(lemma.split()[0]) if " " in lemma else None)
    if listed:
        return listed
    return frozenset({f"={_stem(lemma)}"})


def _stem(lemma: str) -> str:
    """'deployment' → 'deploy', 'inspection' → 'inspect': one stem for a verb and the noun made from it."""
    for ending, put in (("ation", "at"), ("ition", "it"), ("ction", "ct"), ("ment", ""), ("ing", ""), ("al", "")):
        if lemma.endswith(ending) and len(lemma) - len(ending) >= 4:
            return lemma[: -len(ending)] + put
    return lemma.removesuffix("e")


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(load("claims_predicates")[name])


def is_light(lemma: str) -> bool:
    """'make', 'take': it says little of what happened."""
    return lemma in _set("light")


def is_mutual(lemma: str) -> bool:
    """'meet', 'marry': whoever is named first, it is the same."""
    return lemma in _set("mutual")


def is_speech(lemma: str) -> bool:
    """'say', 'accuse', 'announce': somebody tells."""
    return lemma in load("reporting_verbs")


def is_denial(lemma: str) -> bool:
    return lemma in _set("denial")


@cache
def is_frame(lemma: str) -> bool:
    """'said', 'told': what it reports is the claim."""
    verb = load("reporting_verbs").get(lemma.split()[0])
    return verb is not None and verb["class"] in _set("frames")


@cache
def limits() -> dict[str, Any]:
    """Lengths and thresholds: ``limits`` of ``claims.toml``."""
    return load("claims")["limits"]  # type: ignore[no-any-return]


@cache
def _boilerplate() -> re.Pattern[str]:
    return re.compile("|".join(load("claims")["boilerplate"]), re.IGNORECASE)


def is_boilerplate(text: str) -> bool:
    """'This story is developing': of the page, not of the event."""
    return _boilerplate().search(text) is not None


@cache
def function_words() -> frozenset[str]:
    return frozenset(load("claims")["function_words"])


@cache
def number_words() -> dict[str, int]:
    return load("claims")["number_words"]  # type: ignore[no-any-return]


def depends(clause: str) -> bool:
    """Whether a clause hangs on the words around it: 'which annexed', 'to create', 'the talks'."""
    words = clause.split()
    return len(words) < limits()["fewest_words"] or words[0].casefold() in load("claims")["dependent"]


@cache
def phrases(name: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns of ``claims.toml`` with what is put in their place, in order."""
    return tuple((re.compile(p, re.IGNORECASE), put) for p, put in load("claims")[name])
