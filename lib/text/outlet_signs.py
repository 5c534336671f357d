"""Where a page names its own outlet in passing: 'Download the X app', 'Follow X on', 'X's Terms of Use', '(X: a name)'.

    [(sign.kind, sign.name) for sign in signs("Join the Bay Herald WhatsApp channel")]      # [('follow', 'Bay Herald')]

The patterns are data, ``data/vocabulary/outlet_signs.toml``. One sign proves little; ``lib.text.agreement`` weighs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from lib.vocabulary import load

#: Lines from the head and from the foot that are read, and characters of each.
MAX_LINES, MAX_LENGTH = 160, 400
# A possessive's 's' is no part of the name, nor a full stop that a capital follows; 'U.S.' and 'Al-Sahel' stay whole.
_WORD = r"[^\W_a-z](?:[\w&+]|-(?=\w)|\.(?=[a-z\d])|(?<=\b[A-Z])\.|['’](?!s\b)(?=\w)){0,29}"
_NAME = rf"(?P<name>(?:[Tt]he |THE )?{_WORD}(?:\s(?:(?:of|and|&|de|la)\s)?{_WORD}){{0,5}})"


@dataclass(frozen=True, slots=True)
class Sign:
    """A name and the words that it was read from; ``page`` and ``owner`` as the data says."""

    kind: str
    name: str
    words: str
    weight: int
    page: bool
    owner: bool


def signs(text: str) -> Iterator[Sign]:
    """Every sign in the lines of ``text``, in order; of a very long text its head and foot."""
    # Most texts have the words of few forms or of none.
    whole = text.casefold()
    forms = [form for form in _forms() if any(word in whole for word in form.needs)]
    for line in lines_of(text) if forms else ():
        lower = line.casefold()
        for form in forms:
            if not any(word in lower for word in form.needs):
                continue
            for match in form.pattern.finditer(line):
                if name := _bare(match["name"]):
                    yield Sign(form.kind, name, match.group().strip(" .!?:"), form.weight, form.page, form.owner)


def lines_of(text: str) -> Iterable[str]:
    """The lines that are not blank, long ones cut, without the middle of a very long text."""
    lines = [line.strip()[:MAX_LENGTH] for line in text.split("\n") if line.strip()]
    return lines if len(lines) <= 2 * MAX_LINES else [*lines[:MAX_LINES], *lines[-MAX_LINES:]]


def _bare(name: str) -> str:
    """Without a small 'the', or one among capitals; empty for words that name no outlet."""
    name = re.sub(r"^the ", "", name, flags=re.I if name.isupper() else 0).strip(" .,")
    plain = re.sub(r"^the ", "", name.casefold())
    return "" if len(plain) < 2 or plain in load("outlet_signs")["not_outlets"] else name


@dataclass(frozen=True, slots=True)
class _Form:
    kind: str
    weight: int
    page: bool
    owner: bool
    needs: tuple[str, ...]
    pattern: re.Pattern[str]


@cache
def _forms() -> tuple[_Form, ...]:
    return tuple(
        _Form(row["kind"], row["weight"], row["page"], row["owner"], tuple(row["needs"]), _pattern(words))
        for row in load("outlet_signs")["sign"] for words in row["patterns"]
    )  # fmt: skip


def _pattern(words: str) -> re.Pattern[str]:
    """The words around the name match in any case; the name itself is known by its capitals."""
    before, after = words.split("{name}")
    return re.compile((f"(?i:{before})" if before else "") + _NAME + (f"(?i:{after})" if after else ""))
