"""Articles put under running stories: B³ and pairwise F1, beside a single pass over TF-IDF vectors.

The baseline reads the articles in the order of publication and joins each to the story whose centre is nearest, where
the cosine reaches ``LEAST``; else it begins a story (Allan, Papka and Lavrenko, On-line New Event Detection, 1998).
``LEAST`` is the best of those tried on this very data: the baseline is flattered, not wronged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from itertools import combinations

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from lib.quality.built import built
from lib.quality.figures import OURS, Figure, Rate, Row
from lib.quality.links import b_cubed
from lib.quality.measures.errors import Errors
from lib.quality.ready import Ready

BASELINE = "TF-IDF, single pass"
LEAST = (0.1, 0.12, 0.14, 0.15, 0.16, 0.17, 0.18, 0.2, 0.22, 0.25, 0.3)


def stories(ready: Ready) -> Iterator[Row]:
    """B³ and pairwise F1 of both; nothing for a data set without stories."""
    data = ready.data
    if data.stories is None or data.inputs is None:
        return
    tables = built(data.inputs)
    of = {row["article_id"]: row["story_id"] for row in tables.rows["articles"]}
    ours = [of.get(tables.article(gold.text) or "", gold.name) for gold in data.documents]
    days = [str(gold.published or "") for gold in data.documents]
    texts = [f"{gold.title}\n{gold.text}" for gold in data.documents]
    passes = [single_pass(texts, days, least) for least in LEAST]
    best = max(passes, key=lambda found: pairwise(found, data.stories or ())[2])
    for system, found in ((OURS, ours), (BASELINE, best)):
        for key, unit, score in (("b3", "B³ F1", b_cubed), ("pairs", "F1", _pairwise)):
            precision, recall, f = score(list(zip(found, data.stories, strict=True)))
            n, groups = len(found), len(set(data.stories))
            yield Figure(
                "stories", key, f"articles of {groups} stories, found {len(set(found))}", data.key, unit,
                Rate(f, None, None), n, n, 0, n, n, system, Rate(precision, None, None), Rate(recall, None, None),
            )  # fmt: skip
    yield from _errors(ready, ours, data.stories)


def pairwise(found: Sequence[Hashable], gold: Sequence[Hashable]) -> tuple[float, float, float]:
    """Precision, recall and F1 over pairs of articles; 1 where there is nothing to be found and nothing was."""
    return _pairwise(list(zip(found, gold, strict=True)))


def _pairwise(items: Sequence[tuple[Hashable, Hashable]]) -> tuple[float, float, float]:
    ours, gold = _pairs(Counter(o for o, _ in items)), _pairs(Counter(g for _, g in items))
    both = _pairs(Counter(items))
    precision, recall = both / ours if ours else 1.0, both / gold if gold else 1.0
    return precision, recall, 2 * both / (ours + gold) if ours + gold else 1.0


def _pairs(sizes: Counter[Hashable] | Counter[tuple[Hashable, Hashable]]) -> int:
    return sum(n * (n - 1) // 2 for n in sizes.values())


def single_pass(texts: Sequence[str], days: Sequence[str], least: float) -> list[int]:
    """The number of a story for each text, in the order given."""
    vectors = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(texts).toarray()
    sums: list[np.ndarray] = []
    found = [-1] * len(texts)
    for n in sorted(range(len(texts)), key=lambda number: (days[number], number)):
        near = [float(vectors[n] @ centre / np.linalg.norm(centre)) for centre in sums]
        best = int(np.argmax(near)) if near else -1
        if best < 0 or near[best] < least:
            best = len(sums)
            sums.append(np.zeros(vectors.shape[1]))
        sums[best] = sums[best] + vectors[n]
        found[n] = best
    return found


def _errors(ready: Ready, found: Sequence[str], gold: Sequence[str]) -> Iterator[Row]:
    errors = Errors("stories", ready.data)
    titles = [document.title for document in ready.data.documents]
    for a, b in combinations(range(len(found)), 2):
        if found[a] == found[b] and gold[a] != gold[b]:
            errors.add("two stories joined", f"{titles[a]} = {titles[b]}")
        elif found[a] != found[b] and gold[a] == gold[b]:
            errors.add("one story left apart", f"{titles[a]} = {titles[b]}")
    yield from errors.rows()
