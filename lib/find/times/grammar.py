"""The grammar: phrases of time as named patterns, read from ``data/vocabulary/time_grammar.toml``.

    candidates("met on thursday, feb. 3")[0].kind        # 'month-day'

Matches are sorted leftmost, then longest, then by the order of the file; no model is needed for it, so what
is found does not depend on a model's idea of a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache

from lib.vocabulary import load

_MACRO = re.compile(r"<([a-z]\w*)(?:=(\w+))?>|\{([a-z]\w*)\}")


@dataclass(frozen=True, slots=True)
class Match:
    """One phrase of time in a cleaned text, not yet given a value."""

    kind: str
    start: int
    end: int
    text: str
    groups: dict[str, str] = field(default_factory=dict)

    def get(self, *names: str) -> str:
        """The first of these groups that took part, else ''."""
        return next((self.groups[name] for name in names if name in self.groups), "")

    def has(self, name: str) -> bool:
        return name in self.groups


@dataclass(frozen=True, slots=True)
class Pattern:
    """One phrase of the grammar, compiled."""

    kind: str
    needs: frozenset[str]
    all: frozenset[str]
    also: tuple[str, ...]
    regex: re.Pattern[str]


def expand(text: str, macros: dict[str, str]) -> str:
    """A pattern with its macros and word edges put in."""

    def put(match: re.Match[str]) -> str:
        name, group, plain = match.groups()
        if plain:
            return f"(?:{expand_macro(macros[plain], macros)})"
        return f"(?P<{group or name}>{expand_macro(macros[name], macros)})"

    body = re.sub(r"(?<!\\)\(\?P<", "(?P\0", text)  # keep named groups away from the macro syntax
    body = _MACRO.sub(put, body).replace("(?P\0", "(?P<")
    body = re.sub(r"(?<!\[)(?<!\[t) (?!\?|\])", r"[ ]{1,3}", body)
    return rf"(?<![^\W_])(?<![$€£#@])(?:{body})(?![^\W_])"


def expand_macro(text: str, macros: dict[str, str]) -> str:
    return re.sub(r"\{([a-z]\w*)\}", lambda m: f"(?:{expand_macro(macros[m[1]], macros)})", text)


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(w.lower()).replace(r"\ ", " ") for w in sorted(words, key=lambda w: (-len(w), w)))


@cache
def patterns() -> tuple[Pattern, ...]:
    """Every pattern in the order of the file. Raises ``re.error`` or ``KeyError`` on a broken vocabulary."""
    grammar = load("time_grammar")
    macros = dict(grammar["macros"])
    holidays = load("time_holidays")
    macros["holiday"] = "(?P<holiday>" + _alternatives(n for table in holidays.values() for n in table) + ")"
    references = load("time_words")["references"]
    macros["reference"] = "(?P<reference>" + _alternatives(references) + ")"
    macros["named_day"] = "(?P<day>" + _alternatives(load("time_words")["named_days"]) + ")"
    return tuple(
        Pattern(
            row["kind"],
            frozenset(row["needs"]),
            frozenset(row.get("all", ())),
            tuple(row.get("also", ())),
            re.compile(expand(row["regex"], macros)),
        )
        for row in grammar["pattern"]
    )


@cache
def triggers() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What a text must hold for a pattern to be worth a try."""
    return tuple((name, re.compile(regex)) for name, regex in load("time_grammar")["triggers"].items())


_WORD = re.compile(r"\d+|[^\W\d_]+")


@lru_cache(maxsize=65536)
def _triggers_of(word: str) -> frozenset[str]:
    return frozenset(name for name, regex in triggers() if regex.search(word))


def triggers_in(text: str) -> frozenset[str]:
    """Which triggers a cleaned text holds; a text without any holds no time.

    A trigger is looked for in each word on its own, so that what a word triggers is worked out once a process.
    """
    return frozenset().union(*(_triggers_of(word) for word in set(_WORD.findall(text))))


@lru_cache(maxsize=4096)
def _worth_a_try(present: frozenset[str]) -> tuple[tuple[int, Pattern], ...]:
    return tuple(
        (order, pattern)
        for order, pattern in enumerate(patterns())
        if pattern.needs & present and pattern.all <= present
    )


def candidates(text: str, present: frozenset[str] | None = None) -> list[Match]:
    """The phrases that one cleaned, lower-case text may hold, best first at each place; they may overlap.

    ``present``: its triggers, where they are known; more than it holds do no harm.
    """
    if present is None:
        present = triggers_in(text)
    if not present:
        return []
    found: list[tuple[int, int, int, Match]] = []
    for order, pattern in _worth_a_try(present):
        for word in pattern.also:
            if word in text:
                break
        else:
            if pattern.also:
                continue
        for hit in pattern.regex.finditer(text):
            start, end = hit.span("x") if "x" in pattern.regex.groupindex else hit.span()
            groups = {name: value for name, value in hit.groupdict().items() if value is not None}
            found.append((start, -end, order, Match(pattern.kind, start, end, text[start:end], groups)))
    return [match for *_, match in sorted(found, key=lambda row: row[:3])]
