"""Firms by the first words of their names, and institutions that a country's name begins.

    dict(short_firms(mentions))["Brightwater", 120]     # ("Brightwater Asset Management", "ORG")

Words are data: ``data/vocabulary/link.toml``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from lib.find.names.consistency import side
from lib.find.names.gazetteer import gazetteer
from lib.link.forms import folded
from lib.link.groups import Groups, Node, Reason
from lib.link.institutions import is_shared
from lib.schema import Mention
from lib.vocabulary import load


def short_firms(mentions: Sequence[Mention]) -> Iterator[tuple[tuple[str, int], Node]]:
    """(form, start) of each short name of a firm → the firm as the same article names it in full.

    Only a name that the vocabulary does not know, and only where words of trade follow it in the full name, or a
    town stands before it: "Gulls" for "Oslo Gulls".
    Two firms with one first word in an article explain nothing.
    """
    full: dict[str, set[str]] = defaultdict(set)
    for one in mentions:
        if one.label == "ORG" and " " in one.text and (short := _short(one.text)):
            full[short].add(one.text)
    if not full:
        return
    for one in mentions:
        names = full.get(one.text)
        if one.label == "ORG" and names is not None and len(names) == 1:
            yield (one.text, one.start), (next(iter(names)), "ORG")


@lru_cache(maxsize=1 << 16)
def _short(form: str) -> str | None:
    """The short name that a full one explains, or None."""
    short = _without_trade(form) or side(form.split())
    return short if short and gazetteer().get(short) is None and not is_shared(short) else None


def _without_trade(form: str) -> str | None:
    words = form.split()
    while len(words) > 1 and words[-1].strip(".,").casefold() in _trade():
        words.pop()
    short = " ".join(words).rstrip(",")
    return short if short != form and len(short) > 3 and short.casefold() not in _trade() else None


def by_country_words(nodes: Sequence[Node], groups: Groups) -> None:
    """ "U.S. Mint" and "United States Mint"; the "Norlandish Government" is Norland."""
    keys: dict[tuple[str, str], list[Node]] = defaultdict(list)
    for node in nodes:
        form, label = node
        country, rest, demonym = _owner(form) if label == "ORG" and " " in form else ("", "", False)
        if not country or gazetteer().get(form) is not None:
            continue
        if rest.casefold() in ("government", "govt"):
            why = f"{form!r} is the government of {country}, which the articles name by the country too."
            groups.merge(node, (country, "COUNTRY"), Reason("government", 0.85, why))
        elif not demonym:
            keys[country, folded(rest)].append(node)
    for (country, _), same in keys.items():
        into = max(same)
        for node in same:
            why = f"{node[0]!r} and {into[0]!r} are the same words, with {country} written in two ways."
            if node != into:
                groups.merge(node, into, Reason("country", 0.9, why))


def _owner(form: str) -> tuple[str, str, bool]:
    """The country whose name begins a form, the words after it, and whether it is a demonym; else empty."""
    words = form.split()
    for size in range(min(4, len(words) - 1), 0, -1):
        entry = gazetteer().get(" ".join(words[:size]))
        if entry is not None and entry.label == "COUNTRY" and entry.role != "metonym":
            return entry.name, " ".join(words[size:]), entry.role == "demonym"
    return "", "", False


@cache
def _trade() -> frozenset[str]:
    table = load("link")
    return frozenset([*table["trade_words"], *table["legal_endings"]])
