"""One sentence read for its quantities: amounts that no date, name or idiom claims, each with its noun.

for found in read(around, named, timed):
    found.spoken.low, found.lemma
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from lib.find.publication import Publication
from lib.find.quantities.around import Around, status, verb_above
from lib.find.quantities.counted import Counted, counted
from lib.find.quantities.refused import refused, refused_by_grammar
from lib.find.quantities.spans import Spans
from lib.find.quantities.spoken import Spoken, spoken
from lib.find.quantities.voices import OUTLET, Voice, beside
from lib.schema import Mention, TimeExpression

#: A sentence with more numbers is a table: its numbers are not read by grammar, so that it costs no more than others.
TABLE = 40
#: Words of one noun phrase between a number and its noun, beyond which the row's span ends at the number.
_NEAR = 60
_GOING_ON = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "conj", "pobj", "oprd", "appos", "ROOT"})


@dataclass(frozen=True, slots=True)
class Told:
    """Whose, where, when and whether."""

    actor: Mention | None
    place: Mention | None
    dates: tuple[dt.date, dt.date] | None
    status: str


@dataclass(frozen=True, slots=True)
class Read:
    """Offsets are into the sentence. ``thing`` is the noun counted, ``number`` the number's own top token."""

    spoken: Spoken
    start: int
    end: int
    number: Token | None
    thing: Counted | None
    score: float

    @property
    def lemma(self) -> str:
        if self.thing is None:
            return ""
        token = self.thing.token
        lemma = token.lower_ if self.thing.how == "state" else token.lemma_.lower()
        return lemma.strip()

    def counted_text(self, around: Around) -> str:
        """The noun with what stands before it in its phrase and after the number: 'Russian troops'."""
        if self.thing is None:
            return ""
        token, sentence = self.thing.token, around.sentence
        first = token
        for left in token.lefts:
            if left.dep_ in ("amod", "compound", "nmod") and (self.number is None or left.i > self.number.i):
                first = left.left_edge if left.left_edge.i > (self.number.i if self.number else -1) else left
                break
        if self.thing.how not in ("direct", "of"):
            first = token
        at = sentence.offset(first) - sentence.start
        if self.thing.token.i > (self.number.i if self.number else -1) and at < self.spoken.end:
            at = sentence.offset(token) - sentence.start
        return around.text[at : sentence.offset(token) + len(token) - sentence.start]

    def told(self, around: Around, out: Publication) -> Told:
        if self.number is None:
            return Told(None, None, None, "happened")
        noun = self.thing.token if self.thing is not None else self.number
        near = self.number if self.thing is None or self.thing.how in ("subject", "object", "relative") else noun
        dates = around.dates(around.time(near), out)
        return Told(around.actor(noun), around.place(noun, self.number), dates, status(near, dates, out))

    def voice(self, around: Around, source: str) -> Voice:
        return beside(around, self.number, source) if self.number is not None else OUTLET


def read(around: Around, named: Spans[Mention], timed: Spans[TimeExpression]) -> Iterator[Read]:
    """The quantities of one sentence, left to right; their spans never overlap."""
    sentence, text = around.sentence, around.text
    offset = sentence.start
    found = [
        one
        for one in spoken(text)
        if not timed.touches(offset + one.first, offset + one.last)
        and not named.holds(offset + one.first, offset + one.last)
        and not refused(text, one)
    ]
    table = len(found) > TABLE
    starts = [sentence.offset(token) - offset for token in sentence.tokens] if found else []
    earlier: Read | None = None

    def taken(token: Token) -> bool:
        at = sentence.offset(token)
        return timed.touches(at, at + len(token))

    for number, one in enumerate(found):
        limit = found[number + 1].start if number + 1 < len(found) else len(text)
        inside = _inside(sentence.tokens, starts, one)
        if table or not inside:
            if one.unit or one.hedge != "exactly":
                yield Read(one, one.start, one.end, None, None, 0.3)
            continue
        thing = counted(inside, one.unit, taken)
        top = next((t for t in inside if t.head not in inside or t.head == t), inside[-1])
        if refused_by_grammar(text, one, thing, top):
            continue
        score = 0.55 if thing is None else thing.score
        if thing is None and not one.unit and earlier is not None and _goes_on(top, earlier):
            thing = replace(earlier.thing, how="relative", score=0.6) if earlier.thing is not None else None
            score = 0.6
        end = max(one.end, _end(text, starts, inside, thing, one, limit, sentence.tokens))
        one_read = Read(one, one.start, end, top, thing, score)
        if thing is not None and not one.unit and thing.how in ("direct", "of", "subject", "object"):
            earlier = one_read
        yield one_read


def _inside(tokens: Span, starts: Sequence[int], one: Spoken) -> list[Token]:
    first = max(bisect_right(starts, one.first) - 1, 0)
    last = bisect_left(starts, one.last)
    return [t for t, at in zip(tokens[first:last], starts[first:last], strict=True) if at + len(t) > one.first]


def _goes_on(top: Token, earlier: Read) -> bool:
    """'About 3,000 troops are moving: 2,000 from …, and 1,000 from …'; 'at most twenty tokens and one verb on'."""
    if earlier.number is None or top.i - earlier.number.i > 25 or top.dep_ not in _GOING_ON:
        return False
    after = top.doc[top.i + 1] if top.i + 1 < len(top.doc) else None
    lone = after is None or after.is_punct or after.pos_ in ("ADP", "VERB", "AUX", "CCONJ", "SCONJ", "PRON", "PART")
    return lone and verb_above(top) is not None


def _end(
    text: str, starts: Sequence[int], inside: Sequence[Token], thing: Counted | None, one: Spoken, limit: int,
    tokens: Span,
) -> int:  # fmt: skip
    """Where the span ends: at the noun where it belongs to the number's own phrase."""
    if thing is None or thing.how not in ("direct", "of", "state", "per"):
        return one.end
    if one.unit and one.kind != "share" and thing.how == "of":
        return one.end
    at = thing.token.i - tokens[0].i
    if not 0 <= at < len(starts):
        return one.end
    end = starts[at] + len(thing.token)
    return end if one.end <= end <= min(limit, one.end + _NEAR) else one.end
