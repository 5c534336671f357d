"""What a sentence states, as sets that can be compared: words, names, numbers, acts with their arguments.

    for statement in statements_of(account):
        statement.terms, statement.entities, statement.acts, statement.numbers

A statement is a sentence with something to say: short ones, headings and promotion are left out, quotes kept.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from lib.relate.claims.lexicon import (
    function_words,
    groups_of,
    is_boilerplate,
    is_denial,
    is_frame,
    limits,
    number_words,
)
from lib.relate.story import Account
from lib.schema import Mention, Quantity, Quote, Sentence, TimeExpression, Word
from lib.schema.scratch import Predicate

_NUMBER = re.compile(r"(?<![\w.,])\d[\d,]*(?:\.\d+)?")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
#: What may stand behind a figure and is kept with it; "5m" is millions, "5 m" is metres, "12 millionaires" are people.
_SCALE = re.compile(r"[ -]*(million|billion|bn|trillion|per cent|percent(?:age)?|%)(?![^\W\d_])|(m)(?![^\W\d_])")
_BEHIND = 14
_SCALES = {"m": "million", "bn": "billion", "percent": "%", "per cent": "%", "percentage": "%"}
_CLOSING = " \t\n\"'”’»)]"
Span = tuple[int, int]


class _InSentence(Protocol):
    @property
    def sentence_id(self) -> int: ...


T = TypeVar("T", bound=_InSentence)


@dataclass(frozen=True, slots=True)
class Act:
    """One predicate: the meanings that its word can have, who does it, to whom, and whether it is so."""

    lemma: str
    word: str
    noun: bool
    groups: frozenset[str]
    subject: frozenset[str]
    target: frozenset[str]
    negated: bool
    denied: bool
    open: bool
    span: Span
    clause: Span


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence; spans are offsets into its article's text."""

    account: Account
    sentence: Sentence
    terms: Mapping[str, int]
    entities: Mapping[str, str]
    acts: tuple[Act, ...]
    numbers: frozenset[str]
    quantities: tuple[Quantity, ...]
    times: tuple[TimeExpression, ...]
    quotes: tuple[Quote, ...]
    quoted: frozenset[tuple[str, ...]]
    clauses: tuple[Span, ...]

    @property
    def key(self) -> tuple[str, int]:
        return self.sentence.article_id, self.sentence.sentence_id

    @property
    def text(self) -> str:
        return self.account.text_of(self.sentence)

    def words(self, span: Span) -> str:
        """The words of a span on one line."""
        return " ".join(self.account.article.text[span[0] : span[1]].split())


def outlet_of(statement: Statement) -> str:
    """Its outlet; an article of unknown outlet stands for itself."""
    article = statement.account.article
    return article.source or f"@{article.article_id}"


def statements_of(account: Account) -> Iterator[Statement]:
    """The statements of one article, in reading order."""
    mentions = _by_sentence(account.mentions)
    words = _by_sentence(account.words)
    times = _by_sentence(account.times)
    quantities = _by_sentence(account.quantities)
    predicates = _by_sentence(account.predicates)
    quotes = _quotes(account)
    for sentence in account.sentences:
        at = sentence.sentence_id
        here, dated = mentions[at], times[at]
        text = account.text_of(sentence)
        numbers = frozenset(_numbers(text, sentence.start, dated))
        lemmas = {w.start: w.lemma for w in words[at]} | {p.start: p.lemma.split()[0] for p in predicates[at]}
        terms = Counter(_terms(text, sentence.start, lemmas, here, dated))
        terms.update(f"#{number}" for number in numbers)
        said = quotes[at]
        if not _says_something(text, len(terms), bool(said)):
            continue
        own = [p for p in predicates[at] if p.content_start is None or not is_frame(p.lemma)]
        acts = tuple(_act(account.article.text, p, here, words[at]) for p in own)
        direct = [_inside(account, q, sentence) for q in said if q.kind != "indirect"]
        quoted = frozenset(gram for words_said in direct for gram in _grams(words_said))
        yield Statement(
            account, sentence, dict(terms), {m.entity_id: m.label for m in here}, acts, numbers, tuple(quantities[at]),
            tuple(dated), tuple(said), quoted, tuple(_clauses(sentence, predicates[at], said)),
        )  # fmt: skip


def _by_sentence(rows: Iterable[T]) -> dict[int, list[T]]:
    found: dict[int, list[T]] = defaultdict(list)
    for row in rows:
        found[row.sentence_id].append(row)
    return found


def _quotes(account: Account) -> dict[int, list[Quote]]:
    """Sentence → the quotes that cover some of it; a quote may run over several sentences."""
    found: dict[int, list[Quote]] = defaultdict(list)
    sentences, at = account.sentences, 0
    for quote in sorted(account.quotes, key=lambda q: q.start):
        while at < len(sentences) and sentences[at].end <= quote.start:
            at += 1
        number = at
        while number < len(sentences) and sentences[number].start < quote.end:
            found[sentences[number].sentence_id].append(quote)
            number += 1
    return found


def _says_something(text: str, n_terms: int, quoted: bool) -> bool:
    """Enough content words, in a sentence of words that is no question; a table's row has more figures than words."""
    least, most = limits()["fewest_terms"], limits()["most_characters"]
    words = _WORD.findall(text[:most])
    if n_terms < (limits()["fewest_quoted"] if quoted else least) or len(text) > most or is_boilerplate(text):
        return False
    if text.rstrip(_CLOSING).endswith("?"):
        return False
    figures = len(_NUMBER.findall(text))
    return len(words) >= 2 * figures and any(w[0].islower() for w in words)


def _terms(
    text: str,
    offset: int,
    lemmas: Mapping[int, str],
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
) -> Iterator[str]:
    """Lemmas without function words, entities, and days: 'Wednesday' is the day that it stands for."""
    yield from (f"@{m.entity_id}" for m in mentions)
    days = [t for t in times if t.date_start is not None]
    yield from (f"~{t.value[:10]}" for t in days)
    spans = [*((m.start, m.end) for m in mentions), *((t.start, t.end) for t in days)]
    inside = {at for start, end in spans for at in range(start, end)}
    for match in _WORD.finditer(text):
        at = offset + match.start()
        word = match.group().casefold().replace("’", "'").removesuffix("'s")
        if at in inside or word in function_words():
            continue
        lemma = lemmas.get(at, word)
        if lemma not in function_words():
            yield lemma


def _numbers(text: str, offset: int, times: Sequence[TimeExpression]) -> Iterator[str]:
    """Figures outside of dates, without separators; 'million' and 'percent' are kept with them: 60 is not 60 %."""
    for match in _NUMBER.finditer(text):
        start = offset + match.start()
        if any(t.start <= start < t.end for t in times):
            continue
        behind = _SCALE.match(text[match.end() : match.end() + _BEHIND].casefold())
        scale = behind[behind.lastindex or 0] if behind else ""
        yield match.group().replace(",", "").rstrip(".") + _SCALES.get(scale, scale)
    for match in _WORD.finditer(text):
        value = number_words().get(match.group().casefold())
        start = offset + match.start()
        # 'One' and 'two' count little: 'the two men'.
        if value is not None and 3 <= value < 100 and not any(t.start <= start < t.end for t in times):
            yield str(value)


def _act(text: str, predicate: Predicate, mentions: Sequence[Mention], words: Sequence[Word]) -> Act:
    lemma = predicate.lemma
    return Act(
        lemma=lemma,
        word=" ".join(text[predicate.start : predicate.end].casefold().split()),
        noun=predicate.noun,
        groups=groups_of(lemma, predicate.noun),
        subject=_within(mentions, words, predicate.subject_start, predicate.subject_end),
        target=_within(mentions, words, predicate.object_start, predicate.object_end),
        negated=predicate.negated,
        denied=is_denial(lemma),
        open=predicate.open,
        span=(predicate.start, predicate.end),
        clause=(predicate.clause_start, predicate.clause_end),
    )


def _within(mentions: Sequence[Mention], words: Sequence[Word], start: int | None, end: int | None) -> frozenset[str]:
    """Entities ('@russia') and lemmas in an argument."""
    if start is None or end is None:
        return frozenset()
    names = {f"@{m.entity_id}" for m in mentions if m.start < end and start < m.end}
    return frozenset(names | {w.lemma for w in words if w.start < end and start < w.end})


def _inside(account: Account, quote: Quote, sentence: Sentence) -> str:
    return account.article.text[max(quote.start, sentence.start) : min(quote.end, sentence.end)]


def _grams(text: str) -> Iterator[tuple[str, ...]]:
    """Runs of three words: shared by two quotes, they are hardly a coincidence."""
    words = [word.casefold() for word in _WORD.findall(text)]
    yield from zip(words, words[1:], words[2:], strict=False)


def _clauses(sentence: Sentence, predicates: Sequence[Predicate], quotes: Sequence[Quote]) -> Iterator[Span]:
    """Parts of a sentence that state something by themselves: what is reported, and the clauses of its verbs."""
    spans = [(max(q.start, sentence.start), min(q.end, sentence.end)) for q in quotes]
    spans += [(p.content_start, p.content_end) for p in predicates if p.content_start is not None and p.content_end]
    spans += [(p.clause_start, p.clause_end) for p in predicates if not p.noun and not is_frame(p.lemma)]
    least = limits()["shortest_clause"]
    kept = dict.fromkeys(s for s in spans if s[1] - s[0] >= least)
    kept.pop((sentence.start, sentence.end), None)
    yield from list(kept)[: limits()["most_clauses"]]
