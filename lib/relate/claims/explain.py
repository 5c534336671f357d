"""The reason of a pair as one English sentence: what is shared, or what of it is missing.

say(Shared(acts=("deploy", "send"), names=("poland",), numbers=("3000",)))
# 'Same act (deploy / send), both name Poland, both say 3,000.'
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

MOST = 3


@dataclass(frozen=True, slots=True)
class Shared:
    """What two statements share; names are entity ids, best first."""

    acts: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    quoted: bool = False
    meaning: float | None = None
    identical: bool = False
    swapped: bool = False
    missing_names: tuple[str, ...] = ()
    missing_numbers: tuple[str, ...] = ()


def say(shared: Shared) -> str:
    """Why two statements are taken for one claim."""
    if shared.identical:
        return "The two sentences have the same words."
    parts = _parts(shared)
    if not parts:
        parts = ["alike in meaning" if shared.meaning is not None else "alike in words"]
    text = ", ".join(parts)
    return text[0].upper() + text[1:] + "."


def say_nearest(shared: Shared) -> str:
    """What a nearest sentence shares with a claim, and what of the claim it lacks."""
    parts = [part for part in _parts(shared) if not part.startswith("alike")]
    have = "Shared: " + _list(parts, "; ") if parts else "Shared: nothing but the subject"
    lacks = [readable(name) for name in shared.missing_names[:MOST]] + [
        figure(n) for n in shared.missing_numbers[:MOST]
    ]
    if not shared.acts:
        lacks.insert(0, "what happens")
    return f"{have}. Missing: {_list(lacks)}." if lacks else f"{have}. Missing: a statement that is the same."


def _parts(shared: Shared) -> list[str]:
    parts = []
    if shared.acts:
        parts.append(f"same act ({' / '.join(shared.acts)})")
    if shared.quoted:
        parts.append("both quote the same words")
    if shared.names:
        parts.append(f"both name {_list([readable(name) for name in shared.names[:MOST]])}")
    if shared.numbers:
        parts.append(f"both say {_list([figure(number) for number in shared.numbers[:MOST]])}")
    words = [word for word in shared.words if not any(word[:4] == act[:4] for act in shared.acts)][:MOST]
    if words:
        parts.append(f"both have {_list([f'“{word}”' for word in words])}")
    if shared.meaning is not None and shared.meaning >= 0.5:
        parts.append(f"alike in meaning ({shared.meaning:.2f})")
    return parts


def readable(entity_id: str) -> str:
    """'joe-biden' → 'Joe Biden'."""
    return " ".join(part if part.isupper() else part.capitalize() for part in entity_id.replace("-", " ").split())


def figure(number: str) -> str:
    """'3000' → '3,000'."""
    return f"{int(number):,}" if number.isascii() and number.isdigit() and len(number) > 4 else number


def _list(words: Sequence[str], between: str = ", ") -> str:
    if between != ", " or len(words) < 2:
        return between.join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"
