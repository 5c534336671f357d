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

#: Between a speaker and a cue: one insertion between commas, and a word or two of the verb.
_INSERTED = re.compile(r",\s[^,;.]{1,120},\s(?:\w+\s){0,2}")
#: Characters before a cue in which what negates it stands.
_BEFORE = 60


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
        """The quote that covers most of the span answers for it; without one that covers enough, the outlet does.

        The words that only say who speaks count for nobody: of 'The ministry's figures show that 40 died' the four
        last ones are all that is stated.
        """
        covers = [(min(q.end, span[1]) - max(q.start, span[0]), -(q.end - q.start), q) for q in statement.quotes]
        best = max(covers, key=lambda c: c[:2], default=None)
        if best is None:
            return OUTLET
        # Of what somebody plans nothing need have been said: it has to cover the sentence by itself.
        saying = _saying(statement, best[2], span) if best[2].score >= limits()["said_score"] else 0
        if best[0] <= 0 or best[0] < limits()["spoken_share"] * (span[1] - span[0] - saying):
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
    text = statement.account.article.text
    unsaid, denied = None, None
    for quote in statement.quotes:
        place = _cue(statement, quote) if _covers(quote, span) else None
        if place is None:
            continue
        if (without := _unsaid(text, statement.sentence.start, place[0])) is not None:
            unsaid = without, place[1]
        elif quote.cue in phrases_of_denial():
            denied = denied or place
    act = next((a.span for a in statement.acts if a.denied and not a.negated), None)
    if act is not None and not (unsaid and unsaid[0] <= act[0] < unsaid[1]):
        return "denied", act
    if denied is not None:
        return "denied", denied
    if unsaid is not None:
        return "hedged", unsaid  # 'did not say that', 'neither confirmed nor denied that'
    for pattern, _ in phrases("hedges"):
        match = pattern.search(text, statement.sentence.start, statement.sentence.end)
        if match and (span[0] <= match.start() < span[1] or match.end() <= span[0]):
            return "hedged", match.span()
    return "stated", span


def _saying(statement: Statement, quote: Quote, span: Span) -> int:
    """How many characters of a span are the speaker's name and the cue, outside of what is said.

    With a relative clause or an apposition between the two: 'Ruiz, who leads the opposition, said'.
    """
    cue = _cue(statement, quote)
    places = [cue] if cue else []
    if quote.speaker_start is not None and quote.speaker_end is not None:
        places.append((quote.speaker_start, quote.speaker_end))
        if cue and _INSERTED.fullmatch(
            statement.account.article.text, quote.speaker_end, max(cue[0], quote.speaker_end)
        ):
            places = [(quote.speaker_start, cue[1])]
    outside = [p for p in places if p[1] <= quote.start or p[0] >= quote.end]
    return sum(max(0, min(end, span[1]) - max(start, span[0])) for start, end in outside)


def _cue(statement: Statement, quote: Quote) -> Span | None:
    """Where a quote's cue stands in its sentence: nearest before what is said, else behind it."""
    text, first, last = statement.account.article.text, statement.sentence.start, statement.sentence.end
    if not quote.cue:
        return None
    places = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(quote.cue)}(?!\w)", text[first:last])]
    apart = [(first + a, first + b) for a, b in places if first + b <= quote.start or first + a >= quote.end]
    return max(
        apart,
        key=lambda place: (place[1] <= quote.start, place[0] if place[1] <= quote.start else -place[0]),
        default=None,
    )


def _unsaid(text: str, start: int, cue: int) -> int | None:
    """Where 'did not', 'neither … nor', 'has yet to' begin before a cue; None where it is said."""
    for pattern, _ in phrases("unsaid"):
        match = pattern.search(text[max(start, cue - _BEFORE) : cue])
        if match:
            return max(start, cue - _BEFORE) + match.start()
    return None


def _covers(quote: Quote, span: Span) -> bool:
    return quote.start < span[1] and span[0] < quote.end


def phrases_of_denial() -> frozenset[str]:
    return frozenset(str(put) for _, put in phrases("denial_cues"))


def standing_of(statement: Statement) -> str:
    """How an allegation stands in the sentence: the last word on it counts; where nothing is said it is asserted."""
    here = [s for s in statement.account.standings if s.sentence_id == statement.sentence.sentence_id]
    return max(here, key=lambda s: (s.status != "asserted", s.score, -s.start)).status if here else "asserted"
