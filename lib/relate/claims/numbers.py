"""Numbers that differ in a claim: of one thing, in sentences that state the same.

Those that exclude each other are a difference in the number; those that can be one ('74 ships', 'dozens of ships') are
one in its hedge.

    claims = with_numbers(find_claims(story, vectors), story, ledger)

The ledger compares numbers once the claims are known, so this comes last. What it holds apart (those marching and those
arrested, two counties and two of five) is no difference here either, and no number differs where the other sentence
has numbers that fit as well, alone or two together: '1,700 of about 3,000', '40 passengers and four crew'.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from lib.relate.claims import Claims
from lib.relate.ledger import Ledger
from lib.relate.story import StoryAccounts
from lib.schema import Article, Difference, Quantity

_Place = tuple[str, int]


def with_numbers(claims: Claims, story: StoryAccounts, ledger: Ledger) -> Claims:
    """The claims with the numbers that differ; differences of a claim stand together, by kind and in reading order."""
    articles = {account.article.article_id: account.article for account in story.accounts}
    at: dict[_Place, list[Quantity]] = defaultdict(list)
    for account in story.accounts:
        for q in account.quantities:
            at[q.article_id, q.sentence_id].append(q)
    members: dict[str, list[_Place]] = {claim.claim_id: [] for claim in claims.claims}
    for s in claims.sentences:
        members[s.claim_id].append((s.article_id, s.sentence_id))
    found: dict[tuple[str, str, str, int], Difference] = {}
    kinds: dict[str, set[str]] = defaultdict(set)
    for claim_id, places in members.items():
        for row in _numbers(claim_id, places, at, articles, ledger):
            found.setdefault((claim_id, row.kind, row.article_id, row.start), row)
            kinds[claim_id].add(row.kind)
    said = {(row.claim_id, row.article_id, row.sentence_id) for row in found.values()}
    order = {claim_id: number for number, claim_id in enumerate(members)}
    return replace(
        claims,
        claims=[
            replace(c, differences=tuple(sorted({*c.differences, *kinds[c.claim_id]}))) if c.claim_id in kinds else c
            for c in claims.claims
        ],
        sentences=[
            replace(s, differs=True) if (s.claim_id, s.article_id, s.sentence_id) in said else s
            for s in claims.sentences
        ],
        differences=sorted(
            [*claims.differences, *found.values()], key=lambda d: (order[d.claim_id], d.kind, d.article_id, d.start)
        ),
    )


def _numbers(
    claim_id: str, places: Sequence[_Place], at: Mapping[_Place, Sequence[Quantity]],
    articles: Mapping[str, Article], ledger: Ledger,
) -> Iterator[Difference]:  # fmt: skip
    counting = [place for place in places if place in at]
    for one, other in combinations(counting, 2):
        for p in at[one]:
            for q in at[other]:
                kind = _kind(p, q, at[one], at[other], ledger)
                if not kind:
                    continue
                a, b = (_outlet(articles[row.article_id]) for row in (p, q))
                why = f"{a} says “{p.text}”, {b} says “{q.text}”."
                for row in (p, q):
                    value = _amount(row) if kind == "number" else _hedged(row)
                    yield Difference(claim_id, kind, row.article_id, row.sentence_id, row.start, row.end, value, why)


def _kind(p: Quantity, q: Quantity, one: Sequence[Quantity], other: Sequence[Quantity], ledger: Ledger) -> str:
    """How two numbers differ, each amid the numbers of its sentence; '' where they do not."""
    alone = _alone(p, one) and _alone(q, other)
    if ledger.opposed(p, q, alone=alone):
        return "" if _told(ledger, p, other) or _told(ledger, q, one) else "number"
    # What is given in the very same way beside it is what it stands for.
    same = any(_alike(p, row) for row in other) or any(_alike(q, row) for row in one)
    return "hedge" if not same and ledger.hedged_otherwise(p, q, alone=alone) else ""


def _alike(p: Quantity, q: Quantity) -> bool:
    return (p.low, p.high, p.hedge, p.unit) == (q.low, q.high, q.hedge, q.unit)


def _alone(number: Quantity, sentence: Sequence[Quantity]) -> bool:
    return sum(other.unit == number.unit for other in sentence) == 1


def _told(ledger: Ledger, number: Quantity, others: Sequence[Quantity]) -> bool:
    """Whether one of the others, or two that follow each other, can be the number."""
    exact = [other.low for other in others if other.unit == number.unit and other.low == other.high]
    sums = (one + other for one, other in pairwise(exact) if one is not None and other is not None)
    return any(ledger.fit(number, other) for other in others) or (
        number.low == number.high and any(total == number.low for total in sums)
    )


def _outlet(article: Article) -> str:
    return article.source or article.title or article.article_id


def _amount(q: Quantity) -> str:
    ends = [_plain(q.low), _plain(q.high)]
    amount = ends[0] if ends[0] == ends[1] else f"{ends[0]}–{ends[1]}"
    return f"{amount} {q.unit}".strip()


def _hedged(q: Quantity) -> str:
    """'about 3000', 'at least 6'; the number alone where it is given exactly, or as what lies between two."""
    if q.hedge in ("exactly", "between"):
        return _amount(q)
    ends = dict.fromkeys(_plain(end) for end in (q.low, q.high) if end is not None)
    return f"{q.hedge} {'–'.join(ends)} {q.unit}".strip()


def _plain(value: float | None) -> str:
    if value is None:
        return ""
    return str(int(value)) if abs(value) < 1e15 and value == int(value) else f"{value:g}"
