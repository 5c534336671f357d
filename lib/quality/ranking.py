"""Ranked pairs of sentences against gold: precision of the best, recall, average precision.

    average_precision([True, False, True], wanted=2)        # 0.83: (1/1 + 2/3) / 2

Average precision is that of a ranked list (Manning, Raghavan and Schütze 2008, ch. 8.4): the mean of the precision at
each right answer, with nought for each that is missing from the list.

One thing that is told over two sentences makes several right pairs. ``listed_once`` counts it as a list by hand would.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import product

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array  # type: ignore[import-untyped]  # it comes without types
from scipy.sparse.csgraph import maximum_bipartite_matching  # type: ignore[import-untyped]
from sklearn.feature_extraction.text import TfidfVectorizer

from lib.quality.compared import Place
from lib.relate.encoder import Encoder, VectorsMissingError

#: Two sentences, in order.
Pair = tuple[Place, Place]
TFIDF, MINILM, MIXTURE = "TF-IDF alone", "MiniLM alone", "MiniLM 0.6, TF-IDF 0.4"


def ordered(a: Place, b: Place) -> Pair:
    return (a, b) if a <= b else (b, a)


def average_precision(right: Sequence[bool], wanted: int) -> float:
    """``right``: best first; ``wanted``: right answers that there are. Nought where there are none."""
    hits, total = 0, 0.0
    for rank, one in enumerate(right, start=1):
        if one:
            hits += 1
            total += hits / rank
    return total / wanted if wanted else 0.0


def ranked(scores: Mapping[Pair, float], of: Iterable[Pair]) -> list[Pair]:
    """The pairs of ``of`` that have a score, best first; ties by their ids, so that two runs agree."""
    return sorted((pair for pair in of if pair in scores), key=lambda pair: (-scores[pair], pair))


def listed_once(pairs: Iterable[Pair]) -> int:
    """The most pairs that can be listed with no sentence in two of them: a maximum matching (Hopcroft and Karp 1973).

    All pairs are of the same two articles, as ``crossed`` gives them.
    """
    pairs = list(pairs)
    if not pairs:
        return 0
    first, second = ({place: n for n, place in enumerate(sorted({pair[side] for pair in pairs}))} for side in (0, 1))
    rows, columns = [first[a] for a, _ in pairs], [second[b] for _, b in pairs]
    graph = coo_array((np.ones(len(pairs), np.int8), (rows, columns)), shape=(len(first), len(second)))
    return int((maximum_bipartite_matching(graph.tocsr()) >= 0).sum())


def baselines(texts: Mapping[Place, str], pairs: Iterable[Pair]) -> dict[str, dict[Pair, float]]:
    """Cosine of TF-IDF vectors over all sentences, of MiniLM's where the model is there, and of both, for each pair."""
    pairs = list(pairs)
    places = list(texts)
    numbers = {place: n for n, place in enumerate(places)}
    found = {TFIDF: _cosines(_tfidf([texts[p] for p in places]), numbers, pairs)}
    used = sorted({place for pair in pairs for place in pair})
    try:
        vectors = Encoder(adapter=None).encode([texts[place] for place in used])
    except VectorsMissingError:
        return found
    found[MINILM] = _cosines(vectors, {place: n for n, place in enumerate(used)}, pairs)
    found[MIXTURE] = {pair: 0.6 * found[MINILM][pair] + 0.4 * found[TFIDF][pair] for pair in pairs}
    return found


def crossed(texts: Mapping[Place, str], a: str, b: str) -> list[Pair]:
    """Every sentence of one article with every one of another."""
    first, second = ([place for place in texts if place[0] == known] for known in (a, b))
    return [ordered(x, y) for x, y in product(first, second)]


def _tfidf(sentences: Sequence[str]) -> NDArray[np.float32]:
    vectors = TfidfVectorizer(sublinear_tf=True, dtype=np.float32).fit_transform(sentences)
    return np.asarray(vectors.toarray(), dtype=np.float32)


def _cosines(vectors: NDArray[np.float32], numbers: Mapping[Place, int], pairs: Sequence[Pair]) -> dict[Pair, float]:
    """Vectors are of unit length already."""
    return {(a, b): float(vectors[numbers[a]] @ vectors[numbers[b]]) for a, b in pairs}
