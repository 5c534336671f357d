"""Pairs to groups of sentences that state one thing: average linkage, so that a chain of likenesses does not drift.

    for group in groups(likeness, agreements):
        group.members, group.links

Strongest pairs first; two groups become one while the mean score of *all* pairs between them stays high (Sokal and
Michener 1958), a pair that was not worth comparing counting as none, no two of their sentences are parted, and none
joins by a clause that has no word in common with the one that it came in by. Strong pairs that found no place are
grouped once more: a sentence that says two things can be in two groups.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lib.relate.claims.agreement import Agreement
from lib.relate.claims.days import Fresh, fresh_days, two_happenings
from lib.relate.claims.lexicon import limits
from lib.relate.claims.likeness import Likeness
from lib.relate.claims.parted import parted
from lib.relate.claims.span import apart, span_of
from lib.relate.claims.statements import Span


@dataclass(frozen=True, slots=True)
class Group:
    """Statements by number, and the pairs between them that state the same."""

    members: tuple[int, ...]
    links: tuple[Agreement, ...]

    def central(self) -> list[int]:
        """Statements by the strength of their links, strongest first; of equals the first."""
        sums = dict.fromkeys(self.members, 0.0)
        for link in self.links:
            sums[link.a] += link.score
            sums[link.b] += link.score
        return sorted(self.members, key=lambda n: (-sums[n], n))

    def best(self, member: int) -> Agreement:
        """The strongest link of a member."""
        own = [link for link in self.links if member in (link.a, link.b)]
        return max(own, key=lambda link: (link.score, -link.a, -link.b))


def groups(likeness: Likeness, agreements: Sequence[Agreement]) -> list[Group]:
    """Groups of at least two outlets: those of the first round in order of their first statement, then the others."""
    scores = {(g.a, g.b): g.score for g in agreements} | {(g.b, g.a): g.score for g in agreements}
    order = sorted(agreements, key=lambda g: (-g.score, g.a, g.b))
    fresh = fresh_days(likeness.statements)
    first = _round(likeness, [g for g in order if g.score >= limits()["claim_score"]], scores, fresh)
    group_of = {member: number for number, group in enumerate(first) for member in group.members}
    left = [g for g in order if g.score >= limits()["again_score"] and group_of.get(g.a, -1) != group_of.get(g.b, -2)]
    return first + _round(likeness, left, scores, fresh)


def _round(
    likeness: Likeness,
    links: Sequence[Agreement],
    scores: Mapping[tuple[int, int], float],
    fresh: Sequence[Sequence[Fresh]],
) -> list[Group]:
    group_of: dict[int, list[int]] = {}
    words: dict[int, Span] = {}
    kept: list[Agreement] = []
    for link in links:
        spans = {number: span_of(likeness, link, number) for number in (link.a, link.b)}
        if any(number in words and apart(words[number], span) for number, span in spans.items()):
            continue
        kept.append(link)
        left, right = group_of.setdefault(link.a, [link.a]), group_of.setdefault(link.b, [link.b])
        if left is right or len(left) + len(right) > limits()["most_sentences"]:
            continue
        if not _close(likeness, left, right, scores) or _parted(likeness, left, right, fresh):
            continue
        small, large = sorted((left, right), key=len)
        large.extend(small)
        for member in small:
            group_of[member] = large
        for number, span in spans.items():
            words.setdefault(number, span)
    return sorted(_made(group_of, kept), key=lambda group: group.members)


def _close(
    likeness: Likeness, left: Sequence[int], right: Sequence[int], scores: Mapping[tuple[int, int], float]
) -> bool:
    """Whether the mean over the pairs of different outlets is high enough; one outlet's own sentences say nothing.

    Two sentences alone are held together by their link.
    """
    if len(left) == len(right) == 1:
        return True
    outlet = likeness.outlet
    between = [scores.get((a, b), 0.0) for a in left for b in right if outlet[a] != outlet[b]]
    return bool(sum(between) >= limits()["link_score"] * len(between))


def _parted(likeness: Likeness, left: Sequence[int], right: Sequence[int], fresh: Sequence[Sequence[Fresh]]) -> bool:
    statements = likeness.statements
    news = [[n for n in side if fresh[n]] for side in (left, right)]
    if any(
        two_happenings(fresh[a], fresh[b])
        # A copy that is printed days later tells of the same Monday.
        and statements[a].account.article.origin_id != statements[b].account.article.origin_id
        for a in news[0]
        for b in news[1]
    ):
        return True
    counting = [[s for n in side if (s := statements[n]).quantities] for side in (left, right)]
    return any(parted(a, b) for a in counting[0] for b in counting[1])


def _made(group_of: Mapping[int, list[int]], links: Sequence[Agreement]) -> list[Group]:
    inside: dict[int, list[Agreement]] = {}
    for link in links:
        if group_of[link.a] is group_of[link.b]:
            inside.setdefault(id(group_of[link.a]), []).append(link)
    found = {id(members): members for members in group_of.values() if len(members) > 1}
    return [
        Group(tuple(sorted({n for link in inside[key] for n in (link.a, link.b)})), tuple(inside[key]))
        for key in found
        if key in inside
    ]
