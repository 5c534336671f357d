"""Who answers for a statement, how surely it is said, how an allegation stands in it.

voice = Voices(story.accounts).voice_of(statement, span)
voice.attribution, voice.group          # 'anonymous', 'Senior administration officials'
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from lib.relate.claims.explain import readable
from lib.relate.claims.lexicon import limits, phrases
from lib.relate.claims.statements import Span, Statement
from lib.relate.story import Account
from lib.schema import Quote
from lib.speaker import UNKNOWN, say_speaker

_PRONOUN = re.compile(r"(?:he|she|it|they|who|i|we|his|her|their)\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Voice:
    """Who answers for a statement; ``start`` and ``end`` are the words that name the speaker, where there are any."""

    attribution: str
    text: str
    entity_id: str | None
    group: str
    start: int | None
    end: int | None

    @property
    def value(self) -> str:
        """'named: John Kirby', 'outlet'."""
        return say_speaker(self)


OUTLET = Voice("outlet", "", None, "", None, None)


class Voices:
    """The speakers of a story: one name for each entity, as its articles most often write it."""

    def __init__(self, accounts: Iterable[Account]) -> None:
        names: dict[str, Counter[str]] = {}
        for account in accounts:
            for m in account.mentions:
                if m.role in ("name", "acronym"):
                    names.setdefault(m.entity_id, Counter())[" ".join(m.text.split())] += 1
        # Of a person's names the longest of the usual ones says most: 'John Kirby', not 'Kirby'.
        self._names = {e: max(c.items(), key=lambda n: (len(n[0].split()), n[1], n[0]))[0] for e, c in names.items()}

    def voice_of(self, statement: Statement, span: Span) -> Voice:
        """The quote that covers most of the span answers for it; without one that covers enough, the outlet does."""
        covers = [(min(q.end, span[1]) - max(q.start, span[0]), -(q.end - q.start), q) for q in statement.quotes]
        best = max(covers, key=lambda c: c[:2], default=None)
        if best is None or best[0] < limits()["spoken_share"] * (span[1] - span[0]):
            return OUTLET
        return self.of(best[2])

    def of(self, quote: Quote) -> Voice:
        return Voice(
            quote.attribution, quote.speaker_text, quote.speaker_entity_id, self._group(quote),
            quote.speaker_start, quote.speaker_end,
        )  # fmt: skip

    def _group(self, quote: Quote) -> str:
        if quote.attribution == "outlet":
            return ""
        if quote.speaker_entity_id:
            return self._names.get(quote.speaker_entity_id) or readable(quote.speaker_entity_id)
        return plain(quote.speaker_text)


def plain(description: str) -> str:
    """A description without what changes from sentence to sentence: 'a U.S. official who …' → 'US officials'."""
    words = " ".join(description.split())
    if not words or _PRONOUN.match(words):
        return UNKNOWN
    for pattern, put in phrases("plain_speakers"):
        words = pattern.sub(put, words)
    words = words.strip(" ,;:—–-“”\"'")
    return words[:1].upper() + words[1:80] if words else UNKNOWN


def certainty_of(statement: Statement, span: Span) -> tuple[str, Span]:
    """'stated', 'hedged' or 'denied', and the words that say so (the span itself where it is stated)."""
    denial = next((a.span for a in statement.acts if a.denied and not a.negated), None)
    cue = next((q for q in statement.quotes if _covers(q, span) and q.cue in phrases_of_denial()), None)
    text = statement.account.article.text
    if denial is not None:
        return "denied", denial
    if cue is not None:
        at = text.find(cue.cue, statement.sentence.start, statement.sentence.end)
        return "denied", (at, at + len(cue.cue)) if at >= 0 else span
    for pattern, _ in phrases("hedges"):
        match = pattern.search(text, statement.sentence.start, statement.sentence.end)
        if match and (span[0] <= match.start() < span[1] or match.end() <= span[0]):
            return "hedged", match.span()
    return "stated", span


def _covers(quote: Quote, span: Span) -> bool:
    return quote.start < span[1] and span[0] < quote.end


def phrases_of_denial() -> frozenset[str]:
    return frozenset(str(put) for _, put in phrases("denial_cues"))


def standing_of(statement: Statement) -> str:
    """How an allegation stands in the sentence: the last word on it counts; where nothing is said it is asserted."""
    here = [s for s in statement.account.standings if s.sentence_id == statement.sentence.sentence_id]
    return max(here, key=lambda s: (s.status != "asserted", s.score, -s.start)).status if here else "asserted"
