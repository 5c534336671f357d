"""One cue found in a parsed paragraph, before it is a row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Token

Tokens = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens [first, last) of the cue, who does it, and tokens [first, last) of the allegation."""

    status: str
    rule: str
    cue: Tokens
    by: Token | None
    allegation: Tokens | None
    score: float
    #: What is said of oneself counts as said by whoever speaks: 'Russia had no such plan, the envoy said'.
    voiced: bool = False


#: A rule looks at one token whose lemma is a trigger of its own.
Rule = Callable[[Token], Match | None]
