"""Cues and word lists as sets, read once from ``data/vocabulary/standings.toml`` and ``standings_words.toml``.

words("evidence")                       # frozenset({'evidence', 'proof', …})
cues("verb")["accuse"].lemmas           # frozenset({'accuse'})
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from lib.vocabulary import load

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Cue:
    """One table of ``standings.toml``; its comments explain the fields."""

    status: str = ""
    lemmas: frozenset[str] = _NONE
    nouns: frozenset[str] = _NONE
    verbs: frozenset[str] = _NONE
    words: frozenset[str] = _NONE
    particles: frozenset[str] = _NONE
    reach: frozenset[str] = _NONE
    after: frozenset[str] = _NONE
    adverbs: frozenset[str] = _NONE
    unable: frozenset[str] = _NONE
    failing: frozenset[str] = _NONE
    enough: frozenset[str] = _NONE
    questions: frozenset[str] = _NONE
    grounds: frozenset[str] = _NONE
    objects: frozenset[str] = _NONE
    not_object: frozenset[str] = _NONE
    about_for: frozenset[str] = _NONE
    needs: frozenset[str] = _NONE
    follow_one: frozenset[str] = _NONE
    near: frozenset[str] = _NONE
    follow: tuple[str, ...] = ()
    allegation: tuple[str, ...] = ()
    subject: str = ""
    subject_or: str = ""
    subject_pronoun: bool = False
    negated: bool = False
    voiced: bool = False
    object: str = ""
    about: str = ""
    as_word: str = ""
    pronoun: bool = False
    bare: bool = False


@cache
def words(name: str) -> frozenset[str]:
    """One list of ``standings_words.toml``."""
    return frozenset(load("standings_words")[name])


@cache
def cues(family: str) -> Mapping[str, Cue]:
    """Rule name → cue, of one family of ``standings.toml``. Raises ``TypeError`` on a field that no cue has."""
    return {name: _cue(table) for name, table in load("standings")[family].items()}


def _cue(table: Mapping[str, object]) -> Cue:
    fields = {}
    for name, value in table.items():
        if isinstance(value, list):
            fields[name] = tuple(value) if name in ("allegation", "follow") else frozenset(value)
        else:
            fields[name] = value  # type: ignore[assignment]  # a string or a truth value, as the file has it
    return Cue(**fields)  # type: ignore[arg-type]  # checked by the class: an unknown field is a TypeError
