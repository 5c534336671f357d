"""Pairs to groups of sentences that state one thing: average linkage, so that a chain of likenesses does not drift.

    for group in groups(statements, agreements):
        group.members, group.links

Strongest pairs first; two groups become one while the mean score of *all* pairs between them stays high (Sokal and
Michener 1958), a pair that was not worth comparing counting as none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lib.relate.claims.agreement import Agreement
from lib.relate.claims.lexicon import limits
from lib.relate.claims.likeness import Likeness


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
    """Groups of at least two outlets, in order of their first statement.

    A sentence that says two things can be in two groups: pairs that found no place are grouped again by themselves.
    """
    least = limits()["claim_score"]
    scores = {(g.a, g.b): g.score for g in agreements} | {(g.b, g.a): g.score for g in agreements}
    links = sorted((g for g in agreements if g.score >= least), key=lambda g: (-g.score, g.a, g.b))
    found: list[Group] = []
    for _ in range(limits()["rounds"]):
        more = _round(likeness, links, scores)
        found += more
        placed = {(link.a, link.b) for group in more for link in group.links}
        links = [link for link in links if (link.a, link.b) not in placed]
    return sorted(found, key=lambda group: (group.members, -len(group.members)))


def _round(likeness: Likeness, links: Sequence[Agreement], scores: dict[tuple[int, int], float]) -> list[Group]:
    group_of: dict[int, list[int]] = {}
    for link in links:
        left, right = group_of.setdefault(link.a, [link.a]), group_of.setdefault(link.b, [link.b])
        if left is right or len(left) + len(right) > limits()["most_sentences"]:
            continue
        if len(left) + len(right) > 2 and not _close(likeness, left, right, scores):
            continue
        small, large = sorted((left, right), key=len)
        large.extend(small)
        for member in small:
            group_of[member] = large
    return _made(group_of, links)


def _close(likeness: Likeness, left: Sequence[int], right: Sequence[int], scores: dict[tuple[int, int], float]) -> bool:
    """Whether the mean over the pairs of different outlets is high enough; one outlet's own sentences say nothing."""
    outlet = likeness.outlet
    between = [scores.get((a, b), 0.0) for a in left for b in right if outlet[a] != outlet[b]]
    return bool(sum(between) >= limits()["link_score"] * len(between))


def _made(group_of: dict[int, list[int]], links: Sequence[Agreement]) -> list[Group]:
    inside: dict[int, list[Agreement]] = {}
    for link in links:
        if group_of[link.a] is group_of[link.b]:
            inside.setdefault(id(group_of[link.a]), []).append(link)
    found = {id(members): members for members in group_of.values() if len(members) > 1}
    linked = {
        key: Group(tuple(sorted(n for n in members if any(n in (g.a, g.b) for g in inside[key]))), tuple(inside[key]))
        for key, members in found.items()
        if key in inside
    }
    return list(linked.values())
