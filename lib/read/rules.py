"""A robots.txt as RFC 9309 reads it: groups by the program's name, the longest pattern that fits, ``*`` and ``$``.

rules = Rules.of("User-agent: *\\nAllow: /\\nDisallow: /private", "Dateline")
rules.allow("https://www.harborwire.com/private/1")      # False

``urllib.robotparser`` takes the first pattern instead of the longest, one group instead of all, and reads ``*`` and
``$`` as letters: it would fetch what many sites ask to be left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

_TOKEN = re.compile(r"[A-Za-z_-]+|\*")
_SECONDS = re.compile(r"\d{1,9}(?:\.\d{1,9})?", re.ASCII)
_ENCODED = re.compile(r"%([0-9A-Fa-f]{2})")
_ALWAYS_PLAIN = re.compile(r"[A-Za-z0-9._~-]")


@dataclass(frozen=True, slots=True)
class Rules:
    """What one program may fetch of a site: patterns with whether they allow; seconds between requests, or None."""

    patterns: tuple[tuple[str, bool], ...] = ()
    pause: float | None = None

    @classmethod
    def of(cls, text: str, name: str) -> Rules:
        """The rules of all groups that name the program; of those for everybody (``*``) where none does."""
        groups = list(_groups(text))
        found = [lines for agents, lines in groups if name.casefold() in agents]
        lines = [line for group in found or [g for agents, g in groups if "*" in agents] for line in group]
        patterns = tuple((_comparable(value), key == "allow") for key, value in lines if key != "crawl-delay" and value)
        pauses = (float(value) for key, value in lines if key == "crawl-delay" and _SECONDS.fullmatch(value))
        return cls(patterns, next(pauses, None))

    def allow(self, url: str) -> bool:
        """Whether a page may be fetched: the longest pattern that fits says it; of two as long, the one that allows."""
        parts = urlsplit(url)
        path = _comparable((parts.path or "/") + (f"?{parts.query}" if parts.query else ""))
        fitting = [(len(pattern), allows) for pattern, allows in self.patterns if _fits(pattern, path)]
        return max(fitting, default=(0, True))[1]


def _groups(text: str) -> Iterator[tuple[set[str], list[tuple[str, str]]]]:
    """Names of programs in lower case, and the lines that hold for them. Blank and unknown lines end no group."""
    agents: set[str] = set()
    lines: list[tuple[str, str]] = []
    for raw in text.lstrip("\ufeff").splitlines():
        key, colon, value = raw.partition("#")[0].partition(":")
        key, value = key.strip().casefold(), value.strip()
        if colon and key == "user-agent":
            if lines:
                yield agents, lines
                agents, lines = set(), []
            if named := _TOKEN.match(value):
                agents.add(named[0].casefold())
        elif colon and key in ("allow", "disallow", "crawl-delay"):
            lines.append((key, value))
    yield agents, lines


def _comparable(path: str) -> str:
    """A path in the one way of writing it that is compared: 'ä' and '%c3%a4' are '%C3%A4', '%61' is 'a'."""

    def written(found: re.Match[str]) -> str:
        sign = chr(int(found[1], 16))
        return sign if _ALWAYS_PLAIN.fullmatch(sign) else found[0].upper()

    return _ENCODED.sub(written, quote(path, safe="/%?#[]@!$&'()*+,;=:~", errors="replace"))


def _fits(pattern: str, path: str) -> bool:
    """Whether a pattern fits the beginning of a path, or all of it where it ends with ``$``."""
    ends = pattern.endswith("$")
    first, *more = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    if not more:
        return not ends or path == first
    at, last = len(first), more.pop() if ends else ""
    for part in more:
        at = path.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return path.endswith(last) and len(path) - len(last) >= at
