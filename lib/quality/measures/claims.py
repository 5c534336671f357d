"""The same statement in two outlets: pairs of sentences that a build joins, against pairs that were judged.

Two readings of the gold. In each pair of articles whose list is complete, every pair of sentences is ranked: how many
of the best are right (as many as there are shared statements, ten at most), average precision, recall. A statement that
an article tells over two sentences makes two pairs; beside them stand shared claims as a list by hand has them, each
sentence once. Over all judged pairs: shared ones against near misses.

A pair's score is the one by which a build joins; pairs that it does not compare closely come last. What is joined is
told beside the ranking. Baselines rank by cosine alone, or by a mixture; where a number of pairs is needed, each is
given as many as Dateline joins (where that is none: as many as there are).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from lib.quality.built import Tables, article, built
from lib.quality.compared import Place
from lib.quality.dataset import DataSet
from lib.quality.figures import OURS, Figure, Rate, share
from lib.quality.figures import Row as FigureRow
from lib.quality.measures.errors import Errors
from lib.quality.ranking import Pair, average_precision, baselines, crossed, listed_once, ordered, ranked
from lib.quality.ready import Ready

BEST = 10
#: What a pair without a link of its own is worth beside one that has it.
_SAME_CLAIM = 0.5


@dataclass(frozen=True, slots=True)
class Judged:
    """Gold on sentences of a build. ``whole``: pairs of articles in which all is judged."""

    shared: frozenset[Pair]
    near: frozenset[Pair]
    open: frozenset[Pair]
    whole: Sequence[Sequence[Pair]]
    #: Shared pairs of which a sentence is in no body: they count as missed.
    lost: int


def claims(ready: Ready) -> Iterator[FigureRow]:
    """Figures of Dateline and of both baselines; nothing for a data set without judged pairs."""
    data = ready.data
    if data.claims is None or data.inputs is None:
        return
    tables = built(data.inputs, data.lines)
    gold = judged(data, tables)
    joined = joined_pairs(tables)
    texts = tables.texts
    systems = {
        OURS: tables.scores,
        **baselines(texts, {*gold.shared, *gold.near, *(p for some in gold.whole for p in some)}),
    }
    whole = {pair for some in gold.whole for pair in some} - gold.open
    n_joined = len(whole & joined.keys()) or len(whole & gold.shared)
    for system, scores in systems.items():
        order = ranked(scores, whole)
        taken = [pair for pair in order if pair in joined] if system == OURS else order[:n_joined]
        yield from _whole(data, gold, system, scores)
        yield from _pooled(data, gold, system, order, taken)
        yield from _near(data, gold, system, scores, joined if system == OURS else None, scores_at(scores, taken))
    yield from _errors(data, gold, joined, whole, tables)


def judged(data: DataSet, tables: Tables) -> Judged:
    """Raises ``ValueError`` where words of the gold do not stand once in their article."""
    if data.claims is None or data.folder is None:
        raise ValueError(f"{data.key} has no judged pairs")
    found: dict[bool | None, set[Pair]] = {True: set(), False: set(), None: set()}
    lost = 0
    for pair in data.claims.pairs:
        a, b = (tables.sentence(data.folder, side) for side in (pair.a, pair.b))
        if a is None or b is None:
            lost += pair.same is True
        elif "polarity" not in pair.differs:  # the opposite is joined to be seen: no near miss
            found[pair.same].add(ordered(a, b))
    whole = []
    for keys in data.claims.complete:
        first, second = (tables.article(article(data.folder, key).text) or "" for key in keys)
        whole.append(crossed(tables.texts, first, second))
    # Two rows can meet in one sentence: shared outweighs open, open outweighs a near miss.
    shared, unsure = found[True], found[None] - found[True]
    return Judged(frozenset(shared), frozenset(found[False] - shared - unsure), frozenset(unsure), whole, lost)


def joined_pairs(tables: Tables) -> dict[Pair, float]:
    """Sentences of two articles in one claim, with their score."""
    members: dict[str, list[tuple[Place, float]]] = defaultdict(list)
    links: dict[Pair, float] = {}
    for row in tables.rows["claim_sentences"]:
        place = (row["article_id"], row["sentence_id"])
        members[row["claim_id"]].append((place, row["score"]))
        pair = ordered(place, (row["other_article_id"], row["other_sentence_id"]))
        links[pair] = max(links.get(pair, 0.0), row["score"])
    found: dict[Pair, float] = {}
    for some in members.values():
        for (a, x), (b, y) in combinations(some, 2):
            pair = ordered(a, b)
            if a[0] != b[0]:
                found[pair] = max(found.get(pair, 0.0), links.get(pair, _SAME_CLAIM * min(x, y)))
    return found


def scores_at(scores: Mapping[Pair, float], taken: Sequence[Pair]) -> float:
    """The least score among the pairs that are taken; above all scores where none is."""
    return min((scores[pair] for pair in taken), default=float("inf"))


def _whole(data: DataSet, gold: Judged, system: str, scores: Mapping[Pair, float]) -> Iterator[FigureRow]:
    """Of each complete pair of articles by itself, as a reader of two articles meets them."""
    best: list[tuple[int, int]] = []
    precisions = []
    for some in gold.whole:
        wanted = len(gold.shared.intersection(some))
        right = [pair in gold.shared for pair in ranked(scores, set(some) - gold.open)]
        if wanted:
            best.append((sum(right[: min(BEST, wanted)]), min(BEST, wanted)))
            precisions.append(average_precision(right, wanted))
    yield from share("claims", "ten", "of the best pairs of two articles, the same statement", data.key, best, system)
    if precisions:
        n, mean = len(precisions), sum(precisions) / len(precisions)
        yield Figure("claims", "ap", "average precision in two articles, mean", data.key, "AP", Rate(mean, None, None),
                     n, sum(size for _, size in best), 0, n, n, system)  # fmt: skip


def _pooled(
    data: DataSet, gold: Judged, system: str, order: Sequence[Pair], taken: Sequence[Pair]
) -> Iterator[FigureRow]:
    """All complete pairs of articles in one ranking; ``taken`` are joined."""
    n, wanted = len(gold.whole), len(gold.shared.intersection(pair for some in gold.whole for pair in some))
    if not wanted:
        return
    hits = len(gold.shared.intersection(taken))
    right = [pair in gold.shared for pair in order]
    yield Figure("claims", "ap-all", "average precision, all complete pairs of articles in one list", data.key, "AP",
                 Rate(average_precision(right, wanted), None, None), n, wanted, 0, len(right), wanted,
                 system)  # fmt: skip
    for key, name, size in (
        ("precision", "joined pairs that are the same statement", len(taken)),
        ("recall", "shared statements that are joined", wanted),
    ):
        if size:
            yield Figure("claims", key, name, data.key, "share", Rate(hits / size, None, None), n, size, hits, size,
                         size, system)  # fmt: skip
    joined = gold.shared.intersection(taken)
    listed = [(listed_once(joined.intersection(some)), listed_once(gold.shared.intersection(some)))
              for some in gold.whole]  # fmt: skip
    yield from share("claims", "found", "shared claims that are found, each sentence listed once", data.key, listed,
                     system)  # fmt: skip


def _near(
    data: DataSet, gold: Judged, system: str, scores: Mapping[Pair, float], joined: Mapping[Pair, float] | None,
    least: float,
) -> Iterator[FigureRow]:  # fmt: skip
    """``joined``: what is joined, for Dateline; a baseline joins from the score ``least`` on."""
    pairs = gold.shared | gold.near
    together = {p for p in pairs if (p in joined if joined is not None else scores.get(p, 0.0) >= least)}
    n, wanted = len(data.documents), len(gold.shared) + gold.lost
    if not gold.shared or not gold.near:
        return
    order = [pair in gold.shared for pair in ranked(scores, pairs)]
    yield Figure("claims", "judged-ap", "average precision over judged pairs", data.key, "AP",
                 Rate(average_precision(order, wanted), None, None), n, len(pairs), 0, len(order), wanted,
                 system)  # fmt: skip
    for key, name, got, size in (
        ("judged-recall", "shared pairs that are joined", len(together & gold.shared), wanted),
        ("apart", "near misses kept apart", len(gold.near - together), len(gold.near)),
    ):
        yield Figure("claims", key, name, data.key, "share", Rate(got / size, None, None), n, size, got, size, size,
                     system)  # fmt: skip


def _errors(
    data: DataSet, gold: Judged, joined: Mapping[Pair, float], whole: set[Pair], tables: Tables
) -> Iterator[FigureRow]:
    errors, texts = Errors("claims", data), tables.texts
    story = {row["article_id"]: row["story_id"] for row in tables.rows["articles"]}
    wrong = [p for p in ranked(joined, joined) if p in gold.near or (p in whole and p not in gold.shared)]
    for pair in wrong:
        kind = "a near miss joined" if pair in gold.near else "two statements joined"
        errors.add(kind, f"{joined[pair]:.2f} {shown(texts, pair)}", "ten", "precision", "ap")
    for pair in sorted(gold.shared - joined.keys()):
        apart = story[pair[0][0]] != story[pair[1][0]]
        kind = "the two articles were put under two stories" if apart else "a shared statement not joined"
        errors.add(kind, shown(texts, pair), "recall", "ap", "ten")
    yield from errors.rows()


def shown(texts: Mapping[Place, str], pair: Pair) -> str:
    """The beginnings of both: an example is cut at a hundred characters."""
    return " = ".join(" ".join(texts[place].split())[:44] for place in pair)
