"""What differs between the sentences of a claim: numbers, dates, who answers for it, how surely it is said.

Only what can be compared: quantities of one thing counted in one unit whose intervals exclude each other; days of one
act that do not overlap. The words that differ keep their offsets.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from lib.interval import DateInterval
from lib.relate.claims.lexicon import groups_of, is_speech, limits
from lib.relate.claims.statements import Act, Span, Statement
from lib.relate.claims.voices import UNKNOWN, Voice
from lib.relate.ledger.intervals import excludes, interval
from lib.relate.things import part_of, thing_of
from lib.schema import Difference, Event, Quantity, TimeExpression

#: A day that was taken for want of a better one ('the morning' of the day of publication) contradicts nobody.
SURE = 0.7


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence of a claim with what was read from it."""

    statement: Statement
    span: Span
    voice: Voice
    certainty: str
    certainty_span: Span


def differences_of(claim_id: str, said: Sequence[Said]) -> list[Difference]:
    """All differences of a claim, each span once a kind, in reading order."""
    found = [*_numbers(claim_id, said), *_dates(claim_id, said), *_voices(claim_id, said), *_certainty(claim_id, said)]
    unique = {(d.kind, d.article_id, d.start, d.end): d for d in reversed(found)}
    return sorted(unique.values(), key=lambda d: (d.kind, d.article_id, d.start))


def _row(claim_id: str, kind: str, one: Said, span: Span, value: str, why: str) -> Difference:
    return Difference(claim_id, kind, *one.statement.key, span[0], span[1], value, why)


def _numbers(claim_id: str, said: Sequence[Said]) -> Iterator[Difference]:
    for one, other in combinations(said, 2):
        if _outlet(one) == _outlet(other):
            continue
        for p in one.statement.quantities:
            if not p.counted:
                continue
            same = [q for q in other.statement.quantities if _comparable(one, p, other, q)]
            back = [q for q in one.statement.quantities if any(_comparable(one, q, other, s) for s in same)]
            # '1,700 of about 3,000': a number of the other sentence that fits any of them is no difference.
            if not same or any(not _exclude(b, s) for b in back for s in same):
                continue
            q = same[0]
            why = f"{_outlet(one)} says “{p.text}”, {_outlet(other)} says “{q.text}”."
            yield _row(claim_id, "number", one, (p.start, p.end), _amount(p), why)
            yield _row(claim_id, "number", other, (q.start, q.end), _amount(q), why)


def _comparable(one: Said, p: Quantity, other: Said, q: Quantity) -> bool:
    """One thing counted in one unit, of one actor, in one place and at one time, as far as these are said."""
    if p.unit != q.unit or not p.counted or thing_of(p.counted) != thing_of(q.counted):
        return False
    if p.actor_entity_id and q.actor_entity_id and p.actor_entity_id != q.actor_entity_id:
        return False
    if p.place_entity_id and q.place_entity_id and p.place_entity_id != q.place_entity_id:
        return False
    return {p.status, q.status} != {"happened", "planned"} and _part(one, p) == _part(other, q)


def _part(one: Said, q: Quantity) -> str:
    sentence = one.statement.sentence
    return part_of(one.statement.account.article.text, q, (sentence.start, sentence.end))


def _exclude(p: Quantity, q: Quantity) -> bool:
    return excludes(interval(p), interval(q))


def _amount(q: Quantity) -> str:
    ends = [_plain(q.low), _plain(q.high)]
    amount = ends[0] if ends[0] == ends[1] else f"{ends[0]}–{ends[1]}"
    return f"{amount} {q.unit}".strip()


def _plain(value: float | None) -> str:
    if value is None:
        return ""
    return str(int(value)) if abs(value) < 1e15 and value == int(value) else f"{value:g}"


def _dates(claim_id: str, said: Sequence[Said]) -> Iterator[Difference]:
    dated = [(one, act, event, time) for one in said for act, event, time in _dated(one.statement)]
    for (one, p, e, t), (other, q, f, u) in combinations(dated, 2):
        if (
            one is other
            or _outlet(one) == _outlet(other)
            or not (_one_happening(p, q) or (_retold(one, p, e) and _retold(other, q, f)))
        ):
            continue
        a, b = DateInterval(e.date_start, e.date_end), DateInterval(f.date_start, f.date_end)
        if a.overlaps(b) or _fits_another(dated, one, other, p, q):
            continue
        why = f"{_outlet(one)} dates it {a}: {_chain(t)} {_outlet(other)} dates it {b}: {_chain(u)}"
        yield _row(claim_id, "date", one, (t.start, t.end), t.value or str(a), why)
        yield _row(claim_id, "date", other, (u.start, u.end), u.value or str(b), why)


def _dated(statement: Statement) -> Iterator[tuple[Act, Event, TimeExpression]]:
    """The acts of a sentence that have a day, with the words that give it."""
    here = [e for e in statement.account.events if e.sentence_id == statement.sentence.sentence_id]
    for event in here:
        time = next((t for t in statement.times if (t.start, t.end) == (event.time_start, event.time_end)), None)
        if time is None or time.score < SURE:
            continue
        act = next((a for a in statement.acts if a.span == (event.start, event.end)), None)
        if act is None:
            none: frozenset[str] = frozenset()
            lemma, span = event.trigger.casefold(), (event.start, event.end)
            act = Act(lemma, lemma, True, groups_of(lemma, True), none, none, False, False, False, span, span)
        yield act, event, time


def _retold(one: Said, act: Act, event: Event) -> bool:
    """An act of speech that the article looks back on: not what somebody said for this report."""
    day = one.statement.account.article.published
    return is_speech(act.lemma) and day is not None and (day - event.date_end).days >= limits()["retold_days"]


def _one_happening(p: Act, q: Act) -> bool:
    """One meaning, done to the same thing or by the same one; where neither is said, the same word."""
    if not p.groups & q.groups:
        return False
    names = [{t for t in role if t.startswith("@")} for role in (p.target, q.target)]
    if names[0] and names[1] and not names[0] & names[1]:
        return False
    return bool(p.target & q.target or p.subject & q.subject) or p.lemma == q.lemma


def _fits_another(
    dated: Sequence[tuple[Said, Act, Event, TimeExpression]], one: Said, other: Said, p: Act, q: Act
) -> bool:
    """Whether the same act has another day in one of the two sentences that fits the other sentence's day."""
    left = [DateInterval(e.date_start, e.date_end) for s, a, e, _ in dated if s is one and a.groups & q.groups]
    right = [DateInterval(e.date_start, e.date_end) for s, a, e, _ in dated if s is other and a.groups & p.groups]
    return any(a.overlaps(b) for a in left for b in right)


def _chain(time: TimeExpression) -> str:
    return f"“{time.text}”. {time.why.rstrip('.')}." if time.why else f"“{time.text}”."


def _voices(claim_id: str, said: Sequence[Said]) -> Iterator[Difference]:
    """Who answers for it, in the words that name the speaker; an outlet's own voice has no words of its own."""
    for one in said:
        voice = one.voice
        others = sorted({x.voice.value for x in said if _outlet(x) != _outlet(one) and _other_voice(voice, x.voice)})
        if others and voice.start is not None and voice.end is not None and voice.end > voice.start:
            why = f"Here {_answers(voice)}; elsewhere {'; '.join(others[:3])}."
            yield _row(claim_id, "attribution", one, (voice.start, voice.end), voice.value, why)


def _other_voice(a: Voice, b: Voice) -> bool:
    """Whether two differ: 'he' and 'the minister' may be one, a speaker who is not identified is no other speaker."""
    if "" in (a.group, b.group) or UNKNOWN in (a.group, b.group):
        return a.attribution != b.attribution
    return a.value != b.value


def _answers(voice: Voice) -> str:
    return "the outlet says it in its own voice" if voice.attribution == "outlet" else voice.value


def _certainty(claim_id: str, said: Sequence[Said]) -> Iterator[Difference]:
    """Only where another outlet states it: the words that hedge or deny it. What is stated has no such words."""
    for one in said:
        if one.certainty == "stated" or not any(x.certainty == "stated" and _outlet(x) != _outlet(one) for x in said):
            continue
        if one.certainty_span not in (one.span, (one.statement.sentence.start, one.statement.sentence.end)):
            why = f"Here it is {one.certainty}; elsewhere it is stated."
            yield _row(claim_id, "certainty", one, one.certainty_span, one.certainty, why)


def _outlet(one: Said) -> str:
    article = one.statement.account.article
    return article.source or article.title or article.article_id
