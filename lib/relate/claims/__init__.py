"""Claims: sentences of different outlets that state the same thing, what differs in them, where they were not found.

Beside them what one outlet states alone, as far as was found.

    found = find_claims(story, vectors)
    found.claims, found.sentences, found.differences, found.nearest, found.unshared

Sentences → what they state (``statements``) → pairs that are alike (``likeness``) → pairs that agree, with a reason
(``agreement``) → groups (``clusters``) → who says it and how surely (``voices``), what differs (``differences``; its
numbers once there is a ledger, ``numbers``) and the nearest sentence elsewhere (``nearest``). What is left over is in
no claim (``unshared``). Nothing is generated: every word shown is a sentence of an article.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from lib.relate.claims.agreement import Agreement, agreed
from lib.relate.claims.clusters import Group, groups
from lib.relate.claims.differences import differences_of
from lib.relate.claims.gist import gist_of
from lib.relate.claims.likeness import Likeness
from lib.relate.claims.nearest import nearest
from lib.relate.claims.said import Said
from lib.relate.claims.span import span_of
from lib.relate.claims.statements import Span, Statement, statements_of
from lib.relate.claims.unshared import unshared
from lib.relate.claims.voices import Voices, certainty_of, standing_of
from lib.relate.story import StoryAccounts
from lib.relate.vectors import Vectors
from lib.schema import Claim, ClaimSentence, Difference, Nearest, Unshared

__all__ = ["Claims", "agreements_of", "find_claims"]


@dataclass(frozen=True, slots=True)
class Claims:
    """The claims of one story, their sentences, what differs in them, where they were not found, what is in none."""

    claims: Sequence[Claim]
    sentences: Sequence[ClaimSentence]
    differences: Sequence[Difference]
    nearest: Sequence[Nearest]
    unshared: Sequence[Unshared] = ()


def agreements_of(
    story: StoryAccounts, vectors: Vectors | None, *, every_clause: bool = False
) -> tuple[Likeness | None, list[Agreement]]:
    """Every pair of statements of two outlets that was compared closely, best first; None without a statement.

    ``every_clause``: also the clauses of sentences that have no hope, as weights are fitted on.
    """
    statements = [statement for account in story.accounts for statement in statements_of(account)]
    if not statements:
        return None, []
    likeness = Likeness(statements, vectors)
    found = agreed(likeness, likeness.candidates(), every_clause=every_clause)
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
    gists: set[str] = set()
    held: dict[tuple[int, Span], list[str]] = defaultdict(list)
    for whole in groups(likeness, agreements):
        group = _new_in(likeness, whole, held)
        central = gist_of(likeness, group, gists) if group else None
        if group is None or central is None:
            continue
        claim, rows, differ = _claim(story.story_id, likeness, voices, group, likeness.statements[central])
        gists.add(claim.gist)
        made[claim.claim_id] = group
        for number in group.members:
            held[number, span_of(likeness, group.best(number), number)].append(claim.claim_id)
        claims.append(claim)
        sentences += rows
        different += differ
    alone = unshared(likeness, agreements, {number for number, _ in held}, voices)
    return Claims(claims, sentences, different, nearest(likeness, made), alone)


def _new_in(likeness: Likeness, group: Group, held: Mapping[tuple[int, Span], Sequence[str]]) -> Group | None:
    """The group without the members that one claim has together already, by the same words; None if none are left.

    A sentence may state two things, but two sentences that stand in one claim do not make a second one of it.
    """
    claims_of = {n: held.get((n, span_of(likeness, group.best(n), n)), ()) for n in group.members}
    shared = Counter(claim for claims in claims_of.values() for claim in claims)
    new = {n for n, claims in claims_of.items() if all(shared[claim] == 1 for claim in claims)}
    links = tuple(link for link in group.links if link.a in new and link.b in new)
    return Group(tuple(sorted({n for link in links for n in (link.a, link.b)})), links) if links else None


def _claim(
    story_id: str, likeness: Likeness, voices: Voices, group: Group, central: Statement
) -> tuple[Claim, list[ClaimSentence], list[Difference]]:
    gist = central.text
    claim_id = hashlib.sha256(f"{story_id}\0{gist}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
    said = []
    for number in group.members:
        statement = likeness.statements[number]
        span = span_of(likeness, group.best(number), number)
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
