"""Time expressions: found by a grammar of our own, valued as TIMEX3, each with its reasons.

    for row in find_times(document):
        row.text, row.value, row.why
    # 'Thursday', '2022-02-03', '“Thursday” is Thu 3 Feb 2022: the last Thursday on or before publication, …'

The grammar (``time_grammar.toml``) says what is a phrase of time, ``kinds`` which function values it, the
parse only which way a verb points. Guidelines: TimeML 1.2.1 and ISO 24617-1 for extents and values.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from spacy.tokens import Token

from lib.find.document import Document, ParsedSentence
from lib.find.times import grammar
from lib.find.times.accept import accept
from lib.find.times.clean import clean
from lib.find.times.context import Answer, Context, Order, Said, UnanchoredError
from lib.find.times.extent import Found, eve, join, narrow, widen
from lib.find.times.figures import order_in
from lib.find.times.kinds import KINDS
from lib.find.times.mask import mask
from lib.find.times.tense import NONE, Tense, hint, tense
from lib.find.times.years_beside import year_beside
from lib.schema import TimeExpression

__all__ = ["find_times"]


def find_times(document: Document) -> list[TimeExpression]:
    """Every time expression of the body, in reading order; rows never overlap."""
    anchor, how = _anchor(document)
    order = order_in(document.article)
    said: list[Said] = []
    rows: list[TimeExpression] = []
    for sentence in document.sentences:
        rows += _sentence(document, sentence, anchor, how, order, said)
    return rows


def _anchor(document: Document) -> tuple[dt.date | None, str]:
    """The dateline's own date where it has one near publication, else the publication day."""
    published = document.article.published
    for span in document.spans:
        if span.kind != "dateline":
            continue
        text, _ = clean(document.article.text[span.start : span.end])
        for match in grammar.candidates(text):
            if match.kind not in ("full-date", "month-day"):
                continue
            context = Context(published, "published", lambda: Tense("past", "", True))
            try:
                answer = KINDS[match.kind](match, context)
            except UnanchoredError:
                continue
            if answer and answer.interval and answer.interval.precision == "day":
                day = answer.interval.start
                if day == published:
                    return day, "published"
                if published is None or -31 <= (published - day).days <= 31:
                    return day, "dateline"
                break  # shorter readings of the same words are worse, not better
    return published, "published" if published else "none"


def _sentence(
    document: Document,
    sentence: ParsedSentence,
    anchor: dt.date | None,
    how: str,
    order: Order | None,
    said: list[Said],
) -> list[TimeExpression]:
    original = document.article.text[sentence.start : sentence.end]
    if document.spans:
        original = sentence.block.text[sentence.start - sentence.block.start : sentence.end - sentence.block.start]
    text, places = clean(original)
    present = grammar.triggers_in(text)
    if not present:
        return []
    shown = original if places is None else "".join(original[at] for at in places)
    back = {place: at for at, place in enumerate(places)} if places else None
    words: list[tuple[int, Token]] = []
    for token in sentence.tokens:
        at = sentence.offset(token) - sentence.start
        at = back.get(at, -1) if back else at
        if at >= 0:
            words.append((at, token))
    masked = mask(text, words, shown)
    found: list[Found] = []
    end = 0
    matches = grammar.candidates(masked, present)
    for match in matches:
        if match.start < end:
            continue
        one = _resolve(match, matches, masked, shown, words, anchor, how, order, sentence.sentence_id, said)
        if one is None:
            continue
        start = narrow(masked, widen(masked, one.start, one.answer), one.end)
        start = start if start >= end else one.start
        found.append(eve(masked, Found(start, one.end, one.answer)))
        end = one.end
        if one.answer.interval is not None:
            said.append(
                Said(
                    shown[one.start : one.end], one.answer.interval, one.answer.value, sentence.sentence_id,
                    _settles(masked, start, one.answer), one.answer.rule,
                    _BOUNDS.search(masked[max(0, start - 10) : start]) is not None,
                )
            )  # fmt: skip
    return [_row(document, sentence, one, places) for one in join(masked, found)]


_BOUNDS = re.compile(r"\b(?:since|from|until|till|than|after|before|by|to|-) $")
_FREE = re.compile(r"\b(?:in|on|by|until|since|from|after|before|during|at|to|and|,)\s$")


def _settles(text: str, start: int, answer: Answer) -> bool:
    """Whether a passage may tell of this date: written in full or read from the passage, and standing free."""
    written = answer.anchor_how == "explicit" or answer.rule.endswith("-of-passage")
    if answer.rule == "year" and not re.search(r"(?:^|\. |, )in $", text[:start]):
        return False
    return written and (start == 0 or _FREE.search(text[max(0, start - 12) : start]) is not None)


def _place(word: tuple[int, Token]) -> int:
    return word[0]


def _resolve(
    match: grammar.Match,
    matches: Sequence[grammar.Match],
    text: str,
    shown: str,
    words: Sequence[tuple[int, Token]],
    anchor: dt.date | None,
    how: str,
    order: Order | None,
    sentence_id: int,
    said: list[Said],
) -> Found | None:
    """The phrase with its value; None where it is no time here."""
    first = max(bisect_right(words, match.start, key=_place) - 1, 0)
    last = bisect_left(words, match.end, key=_place)
    inside = [token for at, token in words[first:last] if at + len(token) > match.start]
    following = words[last][1] if last < len(words) else None
    if not accept(match, text, shown, following):
        return None

    def governing() -> Tense:
        return _tense(match, text, inside)

    context = Context(
        anchor, how, governing, text[max(0, match.start - 60) : match.start], text[match.end : match.end + 40], text,
        inside[-1].tag_ if inside else "", following.tag_ if following is not None else "", sentence_id, said,
        year_beside(match, matches, text), order,
    )  # fmt: skip
    try:
        answer = KINDS[match.kind](match, context)
    except UnanchoredError as open_value:
        answer = Answer(
            open_value.type, open_value.value, "no-anchor",
            "stays open: it is counted from the publication date, and no publication date is known", score=0.3,
        )  # fmt: skip
    except (ValueError, OverflowError, KeyError):
        return None
    return Found(match.start, match.end, answer) if answer is not None else None


def _tense(match: grammar.Match, text: str, inside: Sequence[Token]) -> Tense:
    told = hint(text[max(0, match.start - 50) : match.start], text[match.end : match.end + 40])
    if told is not None:
        return told
    outside = next((t for t in inside if t.head not in inside or t.head == t), None)
    return tense(outside) if outside is not None else NONE


def _row(document: Document, sentence: ParsedSentence, found: Found, places: list[int] | None) -> TimeExpression:
    start, end = found.start, found.end
    if places is not None:
        start, end = places[start], places[end - 1] + 1
    start, end = sentence.start + start, sentence.start + end
    text, answer = document.article.text[start:end], found.answer
    days = answer.interval if answer.type in ("DATE", "TIME") else None
    precision = "none"
    if answer.value.endswith("_REF"):
        precision = "vague"
    elif days is not None:
        precision = "time" if answer.type == "TIME" else days.precision
    return TimeExpression(
        article_id=document.article.article_id,
        sentence_id=sentence.sentence_id,
        start=start,
        end=end,
        text=text,
        type=answer.type,
        value=answer.value,
        date_start=days.start if days else None,
        date_end=days.end if days else None,
        precision=precision,
        anchor=answer.anchor,
        anchor_how=answer.anchor_how,
        rule=answer.rule,
        why=f"“{text}” {answer.why}.",
        alternatives=answer.alternatives,
        score=answer.score,
    )
