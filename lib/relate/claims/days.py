"""The days that the sentences of a claim give: those that exclude each other, and those that tell of two happenings.

    for difference in dates(claim_id, said): ...
    two_happenings(fresh_days(statements)[0], fresh_days(statements)[1])

Compared are days of one act, of nobody else, that the words name: 'after 1997' and 'in the morning' name none. Where
any reading of the one fits any reading of the other, nothing differs.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

from lib.interval import DateInterval
from lib.relate.claims.lexicon import groups_of, is_mutual, is_speech, limits
from lib.relate.claims.said import Said, difference
from lib.relate.claims.statements import Act, Statement
from lib.schema import Difference, Event, TimeExpression
from lib.vocabulary import load

#: A day that was taken for want of a better one contradicts nobody.
SURE = 0.7
#: Days from a happening to its report, up to which it is news; days between two of them, beyond which they are two.
FRESH, APART = 2, 3
#: Code points before a date in which its preposition is looked for.
_BEFORE = 20

#: The meanings of an act that is news in a sentence, and its day.
Fresh = tuple[frozenset[str], dt.date]
_Dated = tuple[Act, Event, TimeExpression]


def dates(claim_id: str, said: Sequence[Said]) -> Iterator[Difference]:
    """Days of one happening that two outlets date otherwise, in every reading."""
    dated = [(one, row) for one in said for row in _dated(one.statement, _events_of(one.statement))]
    for (one, (p, e, t)), (other, (q, f, u)) in combinations(dated, 2):
        if one.outlet == other.outlet or not (
            _one_happening(p, q) or (_retold(one.statement, p, e) and _retold(other.statement, q, f))
        ):
            continue
        if any(a.overlaps(b) for a in _readings(e, t) for b in _readings(f, u)):
            continue
        a, b = (DateInterval(event.date_start, event.date_end) for event in (e, f))
        if _fits_another(dated, one, other, p, q):
            continue
        why = f"{one.outlet} dates it {a}: {_chain(t)} {other.outlet} dates it {b}: {_chain(u)}"
        yield difference(claim_id, "date", one, (t.start, t.end), t.value or str(a), why)
        yield difference(claim_id, "date", other, (u.start, u.end), u.value or str(b), why)


def fresh_days(statements: Sequence[Statement]) -> list[Sequence[Fresh]]:
    """For each statement its acts of the day of its report or just before; none where it tells of several days.

    What somebody says is left out: it can be said again.
    """
    events: dict[tuple[str, int], list[Event]] = defaultdict(list)
    for account in {id(s.account): s.account for s in statements}.values():
        for event in account.events:
            events[account.article.article_id, event.sentence_id].append(event)
    return [_fresh(s, list(_dated(s, events[s.key]))) if s.key in events else () for s in statements]


def _fresh(statement: Statement, dated: Sequence[_Dated]) -> Sequence[Fresh]:
    reported = statement.account.article.published
    days = {(e.date_start, (e.date_end - e.date_start).days) for _, e, _ in dated}
    if reported is None or len(days) != 1:
        return ()
    ((day, length),) = days
    if length != 1 or not 0 <= (reported - day).days <= FRESH:
        return ()
    return tuple((act.groups, day) for act, _, _ in dated if not is_speech(act.lemma))


def two_happenings(one: Iterable[Fresh], other: Sequence[Fresh]) -> bool:
    """Whether both tell of one act as news, on days too far apart to be one."""
    return any(p & q and abs((a - b).days) > APART for p, a in one for q, b in other)


def _events_of(statement: Statement) -> list[Event]:
    return [e for e in statement.account.events if e.sentence_id == statement.sentence.sentence_id]


def _dated(statement: Statement, events: Iterable[Event]) -> Iterator[_Dated]:
    """The acts of a sentence that have a day, with the words that name it."""
    for event in events:
        time = next((t for t in statement.times if (t.start, t.end) == (event.time_start, event.time_end)), None)
        if time is None or time.score < SURE or not _names_its_day(statement, time):
            continue
        act = next((a for a in statement.acts if a.span == (event.start, event.end)), None)
        if act is None:
            none: frozenset[str] = frozenset()
            lemma, span = event.trigger.casefold(), (event.start, event.end)
            act = Act(lemma, lemma, True, groups_of(lemma, True), none, none, False, False, False, span, span)
        yield act, event, time


def _names_its_day(statement: Statement, time: TimeExpression) -> bool:
    if time.rule in load("claims_days")["no_day"]:
        return False
    text, sentence = statement.account.article.text, statement.sentence
    before = text[max(sentence.start, time.start - _BEFORE) : time.start]
    behind = text[time.end : min(sentence.end, time.end + _BEFORE)]
    return not _words("bounds", r"(?<!\w)(?:{})\s+(?:the\s+)?$").search(before) and not _words(
        "measures", r"^\s+(?:{})(?!\w)"
    ).search(behind)


@cache
def _words(table: str, around: str) -> re.Pattern[str]:
    listed = "|".join(re.escape(word) for word in load("claims_days")[table])
    return re.compile(around.format(listed), re.IGNORECASE)


def _retold(statement: Statement, act: Act, event: Event) -> bool:
    """An act of speech that the article looks back on: not what somebody said for this report."""
    day = statement.account.article.published
    return is_speech(act.lemma) and day is not None and (day - event.date_end).days >= limits()["retold_days"]


def _one_happening(p: Act, q: Act) -> bool:
    """One meaning, done to the same thing or by the same one; where neither is said, the same word.

    It is another where others do it or have it done to them, or where both are counted: 'the sixth', 'the seventh'.
    """
    if not p.groups & q.groups:
        return False
    roles = [(p.subject, q.subject), (p.target, q.target)]
    if is_mutual(p.lemma) and is_mutual(q.lemma):
        roles = [(p.subject | p.target, q.subject | q.target)]
    for kind in (_names, _ordinals):
        if any(kind(a) and kind(b) and not kind(a) & kind(b) for a, b in roles):
            return False
    return bool(p.target & q.target or p.subject & q.subject) or p.lemma == q.lemma


def _names(role: frozenset[str]) -> set[str]:
    return {term for term in role if term.startswith("@")}


def _ordinals(role: frozenset[str]) -> set[str]:
    words: Mapping[str, int] = load("time_words")["ordinals"]
    return {term for term in role if term in words or re.fullmatch(r"\d+(?:st|nd|rd|th)", term)}


def _readings(event: Event, time: TimeExpression) -> list[DateInterval]:
    """The days of the event, and those that its date would have if it were read otherwise."""
    others = [(r.date_start, r.date_end) for r in time.alternatives]
    return [DateInterval(a, b) for a, b in [(event.date_start, event.date_end), *others] if a and b]


def _fits_another(dated: Sequence[tuple[Said, _Dated]], one: Said, other: Said, p: Act, q: Act) -> bool:
    """Whether the same act has another day in one of the two sentences that fits the other sentence's day."""
    left = [DateInterval(e.date_start, e.date_end) for s, (a, e, _) in dated if s is one and a.groups & q.groups]
    right = [DateInterval(e.date_start, e.date_end) for s, (a, e, _) in dated if s is other and a.groups & p.groups]
    return any(a.overlaps(b) for a in left for b in right)


def _chain(time: TimeExpression) -> str:
    return f"“{time.text}”. {time.why.rstrip('.')}." if time.why else f"“{time.text}”."
