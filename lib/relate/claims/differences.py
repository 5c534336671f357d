"""What differs between the sentences of a claim: days, who answers for it, how surely it is said, whether it is so.

The words that differ keep their offsets. Numbers are compared by the ledger, later (``numbers``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from lib.relate.claims.days import dates
from lib.relate.claims.opposite import opposed
from lib.relate.claims.said import Said, difference
from lib.relate.claims.voices import Voice
from lib.schema import Difference
from lib.speaker import speak_apart


def differences_of(claim_id: str, said: Sequence[Said]) -> list[Difference]:
    """All differences of a claim but its numbers, each span once a kind, in reading order."""
    found = [*dates(claim_id, said), *_voices(claim_id, said), *_certainty(claim_id, said), *_opposites(claim_id, said)]
    unique = {(d.kind, d.article_id, d.start, d.end): d for d in reversed(found)}
    return sorted(unique.values(), key=lambda d: (d.kind, d.article_id, d.start))


def _voices(claim_id: str, said: Sequence[Said]) -> Iterator[Difference]:
    """Who answers for it, in the words that name the speaker; an outlet's own voice has no words of its own."""
    for one in said:
        voice = one.voice
        others = sorted({x.voice.value for x in said if x.outlet != one.outlet and speak_apart(voice, x.voice)})
        if others and voice.start is not None and voice.end is not None and voice.end > voice.start:
            why = f"Here {_answers(voice)}; elsewhere {'; '.join(others[:3])}."
            yield difference(claim_id, "attribution", one, (voice.start, voice.end), voice.value, why)


def _answers(voice: Voice) -> str:
    return "the outlet says it in its own voice" if voice.attribution == "outlet" else voice.value


def _certainty(claim_id: str, said: Sequence[Said]) -> Iterator[Difference]:
    """Only where another outlet states it: the words that hedge or deny it. What is stated has no such words."""
    for one in said:
        if one.certainty == "stated" or not any(x.certainty == "stated" and x.outlet != one.outlet for x in said):
            continue
        if one.certainty_span not in (one.span, (one.statement.sentence.start, one.statement.sentence.end)):
            why = f"Here it is {one.certainty}; elsewhere it is stated."
            yield difference(claim_id, "certainty", one, one.certainty_span, one.certainty, why)


def _opposites(claim_id: str, said: Sequence[Said]) -> Iterator[Difference]:
    """The words by which one outlet says that it is so and another that it is not."""
    for one, other in combinations(said, 2):
        found = opposed(one.statement, other.statement) if one.outlet != other.outlet else None
        if found is None:
            continue
        sides = ((one, found.first, found.first_so), (other, found.second, not found.first_so))
        words = (side.statement.account.article.text[start:end] for side, (start, end), _ in sides)
        why = ", ".join(f"{side[0].outlet} says “{text}”" for side, text in zip(sides, words, strict=True)) + "."
        for side, span, so in sides:
            yield difference(claim_id, "opposite", side, span, "it is so" if so else "it is not so", why)
