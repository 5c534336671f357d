"""Who answers for a statement, as one text, and whether two of them are two: for a build and for corrections alike.

say_speaker(voice)              # 'named: John Kirby', 'outlet'
speak_apart(voice, other)       # False where one of them may be the other
"""

from __future__ import annotations

from typing import Protocol

#: Group of a speaker of whom only a pronoun is known.
UNKNOWN = "not identified"


class Speaker(Protocol):
    """``attribution`` is one of ``ATTRIBUTIONS``; ``group`` whom readers know the speaker as, '' for the outlet."""

    @property
    def attribution(self) -> str: ...

    @property
    def group(self) -> str: ...


def say_speaker(one: Speaker) -> str:
    """'named: John Kirby'; the attribution alone where nobody is named."""
    return f"{one.attribution}: {one.group}" if one.group else one.attribution


def speak_apart(a: Speaker, b: Speaker) -> bool:
    """Whether two differ: 'he' and 'the minister' may be one, a speaker who is not identified is no other speaker."""
    if {"", UNKNOWN} & {a.group, b.group}:
        return a.attribution != b.attribution
    return say_speaker(a) != say_speaker(b)
