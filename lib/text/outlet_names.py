"""Which outlet a name or a web address stands for; the names are data in ``data/vocabulary/outlets.toml``.

outlet_of_domain("www.bbc.co.uk")     # Outlet(name="BBC", wire=False)
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from lib.vocabulary import load

#: A web domain in running text; group 1 is the host without "www.".
DOMAIN = re.compile(
    r"\b(?:https?://)?(?:www\.)?((?:[a-z0-9-]{1,63}\.){1,4}(?:com|org|net|info|news|tv|eu|co|io|[a-z]{2}))\b", re.I
)
_NOT_KEY = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet as shown. A wire's stories are printed by others, so its name in a dateline proves less."""

    name: str
    wire: bool = False


def outlet_named(name: str) -> Outlet | None:
    """The known outlet of that name; case, spaces and hyphens make no difference."""
    return _by_name().get(_key(name))


def is_agency(name: str) -> bool:
    """Whether other outlets print its stories: a known wire, or a name that ends in 'Agency' or the like."""
    known = outlet_named(name)
    return known.wire if known else name.casefold().endswith(_agency_endings())


@cache
def _agency_endings() -> tuple[str, ...]:
    # Many outlets that print their own stories call themselves 'Wire'.
    return tuple(f" {ending.casefold()}" for ending in load("agencies")["endings"] if ending != "Wire")


def outlet_of_domain(host: str) -> Outlet | None:
    """The known outlet of a host name, its subdomains included."""
    parts = host.casefold().removeprefix("www.").split(".")
    for cut in range(len(parts) - 1):
        if found := _by_domain().get(".".join(parts[cut:])):
            return found
    return None


def host_of(url: str) -> str:
    """The host of an address without 'www.'; empty where it has none."""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.") if "." in host else ""


def source_of_domain(host: str) -> str:
    """The name to show for a host: the known outlet's, else the host itself."""
    known = outlet_of_domain(host)
    return known.name if known else host.removeprefix("www.")


def shown_name(slug: str) -> str:
    """'harbor-wire' as 'Harbor Wire', or the known outlet's own spelling."""
    known = outlet_named(slug)
    if known:
        return known.name
    return " ".join(word[:1].upper() + word[1:] for word in re.split(r"[\s_-]+", slug) if word)


def source_name(words: str) -> str:
    """The name to show for words such as 'www.cnn.com', 'harbor wire' or 'CNN'."""
    words = words.strip().strip('"“”*_')
    if domain := DOMAIN.fullmatch(words):
        return source_of_domain(domain[1])
    if words.startswith(("http://", "https://")) and (host := host_of(words)):
        return source_of_domain(host)
    known = outlet_named(words)
    return known.name if known else (shown_name(words) if words.islower() else words)


def _key(name: str) -> str:
    return _NOT_KEY.sub("", name.casefold())


@cache
def _by_name() -> dict[str, Outlet]:
    table: dict[str, Outlet] = {}
    for row in load("outlets")["outlet"]:
        for name in (row["name"], *row["names"]):
            table.setdefault(_key(name), Outlet(row["name"], row.get("wire", False)))
    return table


@cache
def _by_domain() -> dict[str, Outlet]:
    rows = load("outlets")["outlet"]
    return {domain: Outlet(row["name"], row.get("wire", False)) for row in rows for domain in row["domains"]}
