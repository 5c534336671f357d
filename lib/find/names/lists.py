"""Long lists of first names, family names and towns: no proof of anything, a vote on what an unknown name is.

    "Okonjo" in family_names()              # True: a person rather than a firm

Data: ``data/vocabulary/first_names.toml``, ``world_people.toml`` and ``world_towns.toml`` (sources in their heads).
"""

from __future__ import annotations

from functools import cache
from typing import Any

from lib.vocabulary import load


@cache
def first_names() -> frozenset[str]:
    return frozenset(load("first_names")["first_names"]) | frozenset(load("world_people")["first_names"].split())


@cache
def family_names() -> frozenset[str]:
    return frozenset(load("world_people")["family_names"].split())


@cache
def towns() -> frozenset[str]:
    """Towns too small to be known by ``gazetteer()``."""
    return frozenset(" ".join(name.split()) for name in load("world_towns")["towns"].split(";"))


@cache
def officers() -> frozenset[str]:
    """Titles that hardly begin a name of their own: what stands before one in a run of capitals is another name."""
    persons = load("persons")
    loose = {*persons["loose_titles"], "Democrat", "Republican", "Commander"}
    return frozenset(t for t in persons["titles"] if " " not in t and t not in loose and len(t) > 3)


@cache
def words_in(table: str, *keys: str) -> frozenset[str]:
    """A list of the vocabulary as a set: ``words_in("organisations", "words", "tails")``."""
    part: Any = load(table)
    for key in keys:
        part = part[key]
    return frozenset(part)
