"""Whose ministry it is: two countries have a Foreign Ministry each, and an article says which it means.

    dict(owned(mentions))["Foreign Ministry", 120]      # ("Foreign Ministry (Norland)", "ORG")

The country right beside the name decides ("Norland's Foreign Ministry"), then the same name earlier in the article,
then the country named last before it. Where the vocabulary has a name for it ("US Air Force"), that is the name.
Forms are data: ``data/vocabulary/link.toml``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from lib.find.names.gazetteer import gazetteer
from lib.link.groups import Node
from lib.schema import Mention
from lib.vocabulary import load

#: Characters between a country and its institution: "Norlandish Foreign Ministry", "Norland's Foreign Ministry".
BESIDE = 3
#: How far back the country that an article speaks of may have been named, in characters.
NEAR = 300


def owned(mentions: Sequence[Mention]) -> Iterator[tuple[tuple[str, int], Node]]:
    """(form, start) of each shared institution of one article → the institution of one country, where that is told."""
    rows = sorted(mentions, key=lambda m: m.start)
    countries = [m for m in rows if m.label == "COUNTRY" and m.role != "metonym"]
    ends = [m.end for m in countries]
    told: dict[str, str] = {}
    for one in rows:
        institution, country = _parts(one)
        if institution is None:
            continue
        before = countries[at - 1] if (at := bisect_right(ends, one.start)) else None
        if country is None and before is not None and one.start - before.end <= BESIDE:
            country = _country(before)
        if country is None:
            country = told.get(institution)
        if country is None and before is not None and one.start - before.end <= NEAR:
            country = _country(before)
        if country is not None:
            told[institution] = country
            yield (one.text, one.start), (_proper().get((institution, country), f"{institution} ({country})"), "ORG")


def is_owned(node: Node) -> bool:
    """Whether a node is one country's own of a shared institution: ``("Foreign Ministry (Norland)", "ORG")``."""
    institution, bracket, _ = node[0].partition(" (")
    return node[1] == "ORG" and (node[0] in _names() or (bool(bracket) and institution in _shared()))


def is_shared(form: str) -> bool:
    """Whether many countries have an institution of this name."""
    return form in _shared() or _split(form)[0] is not None


def _parts(mention: Mention) -> tuple[str | None, str | None]:
    """The institution that a mention names, and the country where its own words say it: "Norlandish Navy"."""
    if mention.label != "ORG":
        return None, None
    if mention.text in _shared():
        return mention.text, None
    # "US Supreme Court" has a name of its own.
    return (None, None) if gazetteer().get(mention.text) else _split(mention.text)


@lru_cache(maxsize=1 << 16)
def _split(form: str) -> tuple[str | None, str | None]:
    """ "Norlandish Navy" as institution and country."""
    words = form.split()
    for size in (1, 2, 3, 4):
        institution = " ".join(words[size:])
        owner = gazetteer().get(" ".join(words[:size])) if institution in _shared() else None
        if owner is not None and owner.label == "COUNTRY" and owner.role != "metonym":
            return institution, owner.name
    return None, None


def _country(mention: Mention) -> str:
    entry = gazetteer().get(mention.text)
    return entry.name if entry is not None else mention.text


@cache
def _shared() -> frozenset[str]:
    return frozenset(load("link")["shared_institutions"])


@cache
def _proper() -> dict[tuple[str, str], str]:
    """(institution, country) → the name that the vocabulary has for it."""
    names: dict[tuple[str, str], str] = {}
    for form, entry in gazetteer().forms.items():
        institution, country = _split(form) if entry.label == "ORG" else (None, None)
        if institution is not None and country is not None:
            names.setdefault((institution, country), entry.name)
    return names


@cache
def _names() -> frozenset[str]:
    return frozenset(_proper().values())
