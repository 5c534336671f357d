"""Claims: sentences of different outlets that state the same thing, what differs in them, where they were not found.

    found = find_claims(story, vectors)
    found.claims, found.sentences, found.differences, found.nearest

Sentences → what they state (``statements``) → pairs that are alike (``likeness``) → pairs that agree, with a reason
(``agreement``) → groups (``clusters``) → who says it and how surely (``voices``), what differs (``differences``) and
the nearest sentence elsewhere (``nearest``). Nothing is generated: every word shown is a sentence of an article.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lib.relate.claims.agreement import Agreement, agree
from lib.relate.claims.clusters import Group, groups
from lib.relate.claims.differences import Said, differences_of
from lib.relate.claims.gist import gist_of
from lib.relate.claims.lexicon import depends, limits
from lib.relate.claims.likeness import Likeness
from lib.relate.claims.nearest import nearest
from lib.relate.claims.statements import Span, Statement, statements_of
from lib.relate.claims.voices import Voices, certainty_of, standing_of
from lib.relate.story import StoryAccounts
from lib.relate.vectors import Vectors
from lib.schema import Claim, ClaimSentence, Difference, Nearest

__all__ = ["Claims", "agreements_of", "find_claims"]


@dataclass(frozen=True, slots=True)
class Claims:
    """The claims of one story, their sentences, what differs in them, and where they were not found."""

    claims: Sequence[Claim]
    sentences: Sequence[ClaimSentence]
    differences: Sequence[Difference]
    nearest: Sequence[Nearest]


def agreements_of(story: StoryAccounts, vectors: Vectors | None) -> tuple[Likeness | None, list[Agreement]]:
    """Every pair of statements of two outlets that was compared closely, best first; None without a statement."""
    statements = [statement for account in story.accounts for statement in statements_of(account)]
    if not statements:
        return None, []
    likeness = Likeness(statements, vectors)
    pairs = list(likeness.candidates())
    likeness.encode_clauses([number for pair in pairs for number in (pair.a, pair.b)])
    found = [agree(likeness, pair) for pair in pairs]
    return likeness, sorted(found, key=lambda g: (-g.score, g.a, g.b))


def find_claims(story: StoryAccounts, vectors: Vectors | None) -> Claims:
    """The claims of one story, in order of their first sentence; by words alone where there are no vectors."""
    if len({account.article.source or account.article.article_id for account in story.accounts}) < 2:
        return Claims([], [], [], [])
    likeness, agreements = agreements_of(story, vectors)
    if likeness is None:
        return Claims([], [], [], [])
    voices = Voices(story.accounts)
    claims: list[Claim] = []
    sentences: list[ClaimSentence] = []
    different: list[Difference] = []
    made: dict[str, Group] = {}
    used: set[tuple[str, Span]] = set()
    gists: set[str] = set()
    for whole in groups(likeness, agreements):
        group, spans = _placed(likeness, whole, used)
        central = gist_of(likeness, group, gists) if group else None
        if group is None or central is None:
            continue
        claim, rows, differ = _claim(story.story_id, likeness, voices, group, likeness.statements[central], spans)
        used |= {(likeness.statements[n].key[0], spans[n]) for n in group.members}
        gists.add(claim.gist)
        made[claim.claim_id] = group
        claims.append(claim)
        sentences += rows
        different += differ
    return Claims(claims, sentences, different, nearest(likeness, made))


def _placed(likeness: Likeness, group: Group, used: set[tuple[str, Span]]) -> tuple[Group | None, dict[int, Span]]:
    """The words by which each member makes the claim, those of no other claim; None where no two outlets are left."""
    spans: dict[int, Span] = {}
    for number in group.members:
        known = likeness.statements[number].key[0]
        free = (s for s in _spans(likeness, group.best(number), number) if (known, s) not in used)
        if (span := next(free, None)) is not None:
            spans[number] = span
    links = tuple(link for link in group.links if link.a in spans and link.b in spans)
    members = tuple(sorted({n for link in links for n in (link.a, link.b)}))
    return (Group(members, links) if links else None), spans


def _claim(
    story_id: str, likeness: Likeness, voices: Voices, group: Group, central: Statement, spans: Mapping[int, Span]
) -> tuple[Claim, list[ClaimSentence], list[Difference]]:
    gist = central.text
    claim_id = hashlib.sha256(f"{story_id}\0{gist}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
    said = []
    for number in group.members:
        statement = likeness.statements[number]
        span = spans[number]
        said.append(Said(statement, span, voices.voice_of(statement, span), *certainty_of(statement, span)))
    different = differences_of(claim_id, said)
    differing = {(d.article_id, d.sentence_id) for d in different}
    rows = [
        replace(_row(claim_id, likeness, group, number, one), differs=one.statement.key in differing)
        for number, one in zip(group.members, said, strict=True)
    ]
    articles = [one.statement.account.article for one in said]
    claim = Claim(
        claim_id=claim_id,
        story_id=story_id,
        gist=gist,
        gist_article_id=central.key[0],
        gist_sentence_id=central.key[1],
        n_sentences=len(rows),
        n_sources=len({a.source or a.article_id for a in articles}),
        n_origins=len({a.origin_id for a in articles}),
        differences=tuple(sorted({d.kind for d in different})),
        score=sum(link.score for link in group.links) / len(group.links),
    )
    return claim, rows, different


def _row(claim_id: str, likeness: Likeness, group: Group, number: int, one: Said) -> ClaimSentence:
    link = group.best(number)
    other = likeness.statements[link.b if link.a == number else link.a]
    return ClaimSentence(
        claim_id=claim_id,
        article_id=one.statement.key[0],
        sentence_id=one.statement.key[1],
        start=one.span[0],
        end=one.span[1],
        score=link.score,
        other_article_id=other.key[0],
        other_sentence_id=other.key[1],
        why=link.why,
        attribution=one.voice.attribution,
        speaker_text=one.voice.text,
        speaker_entity_id=one.voice.entity_id,
        speaker_group=one.voice.group,
        certainty=one.certainty,
        standing=standing_of(one.statement),
        differs=False,
    )


def _spans(likeness: Likeness, link: Agreement, number: int) -> Iterator[Span]:
    """The clause that makes the claim where it is clearly more alike than the sentence; else the sentence; then it."""
    statement = likeness.statements[number]
    clause = link.clause_a if link.a == number else link.clause_b
    whole = (statement.sentence.start, statement.sentence.end)
    # 'that they delivered on Wednesday' names nothing without the words before it.
    if not 0 <= clause < len(statement.clauses) or depends(statement.words(statement.clauses[clause])):
        yield whole
        return
    clearer = link.features["clause"] - link.features["meaning"] >= limits()["clearer_clause"]
    yield from (statement.clauses[clause], whole) if clearer else (whole, statement.clauses[clause])
