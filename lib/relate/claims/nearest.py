"""Where a claim was not found: the nearest sentence of each article that does not make it, and what it lacks.

The best of an article is found by likeness, for all claims at once; only that one is compared closely. Of an outlet
with many articles only the few nearest ones are kept for a claim.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from lib.relate.claims.agreement import Agreement, agreed
from lib.relate.claims.clusters import Group
from lib.relate.claims.explain import say_nearest
from lib.relate.claims.lexicon import limits
from lib.relate.claims.likeness import Likeness, Pair
from lib.schema import Nearest

Numbers = NDArray[np.int64]
#: Why of a nearest sentence that is far from the claim all the same.
FAR = "Shared: little or nothing. Missing: the statement."


def nearest(likeness: Likeness, claims: Mapping[str, Group]) -> list[Nearest]:
    """Claim by claim; articles in the order of the story. Articles without a statement have no row."""
    if not claims:
        return []
    found = _pairs(likeness, list(claims.values()))
    rows = [
        (claim_id, pair) for claim_id, pairs in zip(claims, found, strict=True) for pair in sorted(pairs, key=_by_a)
    ]
    near = [pair for _, pair in rows if _is_near(likeness, pair)]
    # The claim's sentence comes first: what it has and the other lacks is what is missing.
    compared = agreed(likeness, [replace(pair, a=pair.b, b=pair.a) for pair in near])
    agreements = dict(zip(near, compared, strict=True))
    return [_row(likeness, known, pair, agreements.get(pair)) for known, pair in rows]


def _is_near(likeness: Likeness, pair: Pair) -> bool:
    return bool(likeness.mix(pair) >= limits()["least_likeness"])


def _by_a(pair: Pair) -> int:
    return pair.a


def _row(likeness: Likeness, claim_id: str, pair: Pair, agreement: Agreement | None) -> Nearest:
    """A sentence that is not even alike was not compared closely: most are not."""
    sentence = likeness.statements[pair.a].sentence
    score, why = (agreement.score, say_nearest(agreement.shared)) if agreement else (0.0, FAR)
    return Nearest(
        claim_id=claim_id,
        article_id=sentence.article_id,
        sentence_id=sentence.sentence_id,
        start=sentence.start,
        end=sentence.end,
        score=score,
        related=score >= limits()["related_score"],
        why=why,
    )


def _pairs(likeness: Likeness, groups: Sequence[Group]) -> list[list[Pair]]:
    """For each claim the pairs (statement of an article, statement of the claim) worth keeping."""
    columns = np.array([n for group in groups for n in group.members], np.int64)
    starts = np.cumsum([0, *(len(group.members) for group in groups)])[:-1]
    joined, places = _together(groups, columns)
    making = [{int(likeness.article[n]) for n in group.members} for group in groups]
    kept: list[dict[int, list[tuple[float, Pair]]]] = [{} for _ in groups]
    for article, block in enumerate(likeness.blocks()):
        mixed = block.mixed[:, columns]
        here = slice(*np.searchsorted(joined, (block.first, block.last)).tolist())
        mixed[joined[here] - block.first, places[here]] = 0.0
        best = np.maximum.reduceat(mixed, starts, axis=1)
        rows = best.argmax(axis=0)
        for number, group in enumerate(groups):
            if article in making[number]:
                continue
            row = int(rows[number])
            of_outlet = kept[number].setdefault(int(likeness.outlet[block.first]), [])
            score = float(best[row, number])
            if len(of_outlet) >= limits()["nearest_per_outlet"] and score <= of_outlet[-1][0]:
                continue
            first = int(starts[number])
            member = group.members[int(mixed[row, first : first + len(group.members)].argmax())]
            of_outlet.append((score, block.pair(block.first + row, member)))
            of_outlet.sort(key=lambda s: (-s[0], s[1].a))
            del of_outlet[limits()["nearest_per_outlet"] :]
    return [[pair for pairs in outlets.values() for _, pair in pairs] for outlets in kept]


def _together(groups: Sequence[Group], columns: Numbers) -> tuple[Numbers, Numbers]:
    """Statements, in order, and the columns of those that they are in any claim with.

    What two sentences have in common is told by their own claim: beside another one of the first, the second would look
    near for the wrong reason.
    """
    places: dict[int, list[int]] = defaultdict(list)
    for column, member in enumerate(columns.tolist()):
        places[member].append(column)
    links = {(x, y) for group in groups for link in group.links for x, y in ((link.a, link.b), (link.b, link.a))}
    found = sorted((one, column) for one, other in links for column in places[other])
    return np.array([one for one, _ in found], np.int64), np.array([column for _, column in found], np.int64)
