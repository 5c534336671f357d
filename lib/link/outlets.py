"""One outlet under several names, across the corpus: 'BSB' and 'Blue Square Broadcasting (BSB)'.

    same_outlets({"Harbor Wire": 9, "harborwire.example": 1})["harborwire.example"][0]      # 'Harbor Wire'

Names are one where they differ in a leading article, in case or in punctuation, where one is the other's web address,
or where one is the other's acronym: stated in brackets, or the initials of one longer name alone.

Many outlets share a name or its initials: guardian.ng is not The Guardian, nor is every ABC the Australian one. So what
``data/vocabulary/outlets.toml`` lists as one outlet has no other address or initials than those listed, and of an
unlisted name an address is proof only where no other address claims it and the name is more than 'Daily News'.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from lib.text.outlet_names import Outlet, host_of, outlet_named, outlet_of_domain
from lib.vocabulary import load

_BRACKET = re.compile(r"(?P<long>\S.*?)\s*\((?P<short>[A-Z][A-Z.&]{1,9})\)$")
_DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?(?P<host>[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,})/?$", re.I)
_ACRONYM = re.compile(r"[A-Z](?:[.&]?[A-Z0-9]){1,7}\.?$")
_NOT_KEY = re.compile(r"[\W_]+")
_SECOND_LEVEL = frozenset(("co", "com", "org", "net", "gov", "ac"))
_SMALL = frozenset(("of", "and", "for", "the", "de", "la", "on", "in"))
#: Initials alone prove nothing with fewer letters than this.
MIN_INITIALS = 3


def same_outlets(names: Mapping[str, int]) -> dict[str, tuple[str, str]]:
    """Name as read → (name shown, why); ``names`` counts the articles of each. An empty why: nothing was merged.

    The longest form of a group is shown, an address never beside a name; of equally long ones the most frequent.
    """
    read = sorted(name for name in names if name.strip())
    parent = {name: name for name in read}
    why: dict[str, str] = {}
    for one, other, reason in _merges(read):
        parent[_root(parent, one)] = _root(parent, other)
        why.setdefault(one, reason)
        why.setdefault(other, reason)
    members: dict[str, list[str]] = defaultdict(list)
    for name in read:
        members[_root(parent, name)].append(name)
    found: dict[str, tuple[str, str]] = {}
    for forms in members.values():
        shown = max(forms, key=lambda name: _rank(name, names[name]))
        found |= {name: (shown, why[name] if name != shown else "") for name in forms}
    return found


def _root(parent: dict[str, str], name: str) -> str:
    while parent[name] != name:
        parent[name] = name = parent[parent[name]]
    return name


def _merges(names: list[str]) -> Iterator[tuple[str, str, str]]:
    """Pairs that are one outlet, with the reason in words."""
    by_key: dict[str, list[str]] = defaultdict(list)
    for name in names:
        by_key[_key(_spelled_out(name))].append(name)
    for same in by_key.values():
        for other in same[1:]:
            yield other, same[0], _difference(other, same[0])
    for address, name in _addresses(names, {key: same[0] for key, same in by_key.items()}):
        yield address, name, f"{address!r} is the web address of {name!r}"
    stated, initials = _acronyms(names)
    for name in names:
        if _ACRONYM.match(name):
            short = _key(name)
            found = stated.get(short) or (initials.get(short, set()) if len(short) >= MIN_INITIALS else set())
            keys = {_key(_spelled_out(long)) for long in found}
            if len(keys) == 1:
                long = min(found, key=lambda candidate: (not _BRACKET.match(candidate), candidate))
                if short in stated or _listed(long) == _listed(name):
                    yield name, long, f"{name!r} is the acronym of {long!r}"


def _addresses(names: list[str], plain: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Web addresses, each with the name whose own it is; ``plain`` is key → name."""
    claims: dict[str, list[str]] = defaultdict(list)
    for address in names:
        if host := _host(address):
            for key in (_key(host), _key(host.removeprefix("the"))):
                if key in plain and plain[key] != address and not _host(plain[key]):
                    claims[plain[key]].append(address)
                    break
    for name, addresses in claims.items():
        if known := _listed(name):
            yield from ((address, name) for address in addresses if _listed(address) == known)
        elif not _borne_by_many(name) and len({_ending(address) for address in addresses}) == 1:
            yield from ((address, name) for address in addresses if not _listed(address))


def _listed(name: str) -> Outlet | None:
    """The listed outlet of a name or address. 'Independent' is The Independent's, 'ABC' is ABC News's."""
    if _host(name):
        return outlet_of_domain(host_of(name.strip()))
    bare = re.sub(r"^the\s+(?=\S)", "", _spelled_out(name).strip(), flags=re.I)
    forms = (name, bare, f"The {bare}", f"{bare} News")
    return next((known for form in forms if (known := outlet_named(form))), None)


def _borne_by_many(name: str) -> bool:
    """Whether a name is made of nothing but words of outlets' names, so that many countries have one: 'The Star'."""
    vocabulary = load("outlets")
    common = {"the", *vocabulary["name_words"], *vocabulary["name_openers"]}
    return all(word in common for word in re.split(r"[\W_]+", name.casefold()) if word)


def _acronyms(names: Iterable[str]) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Acronym → names that state it in brackets; initials → names that have them."""
    stated: dict[str, set[str]] = defaultdict(set)
    initials: dict[str, set[str]] = defaultdict(set)
    for name in names:
        long = _spelled_out(name)
        if long != name and (bracket := _BRACKET.match(name)):
            stated[_key(bracket["short"])].add(name)
        if not _host(name) and len(long.split()) >= 2:
            for letters in _initials(long):
                initials[letters].add(name)
    return stated, initials


def _initials(name: str) -> set[str]:
    """'vov' and 'vv' of 'Voice of Veland': acronyms are made with and without small words."""
    words = [word.casefold() for word in re.split(r"[\W_]+", name) if word]
    large = [word for word in words if word not in _SMALL]
    without_article = words[1:] if words[:1] == ["the"] else words
    return {"".join(word[0] for word in some) for some in (words, large, without_article)}


def _spelled_out(name: str) -> str:
    """'Blue Square Broadcasting' of 'Blue Square Broadcasting (BSB)'; a bracket such as '(UK)' is part of the name."""
    bracket = _BRACKET.match(name)
    return bracket["long"] if bracket and _key(bracket["short"]) in _initials(bracket["long"]) else name


def _key(name: str) -> str:
    """The name's letters and digits, without a leading article."""
    bare = re.sub(r"^the\s+(?=\S)", "", name.strip(), flags=re.I)
    return _NOT_KEY.sub("", bare.casefold()) or name


def _host(name: str) -> str:
    """'harborwire' of 'www.harborwire.example'; empty where the name is no address."""
    match = _DOMAIN.match(name.strip())
    if not match:
        return ""
    parts = match["host"].casefold().split(".")[:-1]
    while len(parts) > 1 and parts[-1] in _SECOND_LEVEL:
        parts.pop()
    return parts[-1]


def _ending(address: str) -> str:
    """'co.uk' of 'www.harborwire.co.uk': what stands behind ``_host``."""
    return host_of(address.strip()).casefold().rpartition(f"{_host(address)}.")[2]


def _difference(one: str, other: str) -> str:
    if one.casefold() == other.casefold():
        return f"{one!r} and {other!r} differ only in capitals"
    if _spelled_out(one) != one or _spelled_out(other) != other:
        return f"{one!r} and {other!r} differ only in the acronym behind the name"
    return f"{one!r} and {other!r} differ only in a leading article, capitals or punctuation"


def _rank(name: str, count: int) -> tuple[bool, int, int, bool, str]:
    letters = len(_NOT_KEY.sub("", name))
    return not _host(name), letters, count, not (name.isupper() or name.islower()), name
