"""Articles put under running stories: B³ and pairwise F1, beside a single pass over TF-IDF vectors.

    best = max(passes, key=lambda found: pairwise(found, gold, dev_half(gold, days))[2])

The baseline reads the articles in the order of publication and joins each to the story whose centre is nearest, where
the cosine reaches ``LEAST``; else it begins a story (Allan, Papka and Lavrenko, On-line New Event Detection, 1998).
Every second story, in order of first day, is of the dev half: there the baseline's threshold is chosen here, and ours
(``NEAR`` of ``lib.relate.grouping.clusters``) was once. The test half is what neither was chosen on. All articles are
grouped together; a half is scored by its own articles (B³) and by the pairs with one of them (pairwise).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from itertools import combinations

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from lib.quality.built import built
from lib.quality.figures import OURS, Figure, Rate, Row
from lib.quality.measures.errors import Errors
from lib.quality.ready import Ready

BASELINE = "TF-IDF, single pass"
LEAST = (0.1, 0.12, 0.14, 0.15, 0.16, 0.17, 0.18, 0.2, 0.22, 0.25, 0.3)


def stories(ready: Ready) -> Iterator[Row]:
    """B³ and pairwise F1 of both, on all articles and on the test half; nothing for a data set without stories."""
    data = ready.data
    if data.stories is None or data.inputs is None:
        return
    tables = built(data.inputs)
    of = {row["article_id"]: row["story_id"] for row in tables.rows["articles"]}
    ours = [of.get(tables.article(gold.text) or "", gold.name) for gold in data.documents]
    days = [str(gold.published or "") for gold in data.documents]
    texts = [f"{gold.title}\n{gold.text}" for gold in data.documents]
    dev = dev_half(data.stories, days)
    passes = [single_pass(texts, days, least) for least in LEAST]
    best = max(passes, key=lambda found: pairwise(found, data.stories or (), dev)[2])
    test = [not one for one in dev]
    for of_what, among in (("", [True] * len(test)), ("test half: ", test)):
        n, groups = sum(among), len({story for story, one in zip(data.stories, among, strict=True) if one})
        for system, found in ((OURS, ours), (BASELINE, best)):
            into = len({story for story, one in zip(found, among, strict=True) if one})
            for key, unit, score in (("b3", "B³ F1", of_articles), ("pairs", "F1", pairwise)):
                precision, recall, f = score(found, data.stories, among)
                yield Figure(
                    "stories", f"{key}{' test' if of_what else ''}",
                    f"{of_what}articles of {groups} stories, found {into}", data.key, unit,
                    Rate(f, None, None), n, n, 0, n, n, system, Rate(precision, None, None), Rate(recall, None, None),
                )  # fmt: skip
    yield from _errors(ready, ours, data.stories)


def dev_half(gold: Sequence[str], days: Sequence[str]) -> list[bool]:
    """Whether each article's story is the first, third, … in order of first day."""
    first = {story: min((d, s) for d, s in zip(days, gold, strict=True) if s == story) for story in gold}
    dev = set(sorted(first, key=lambda story: first[story])[::2])
    return [story in dev for story in gold]


def of_articles(
    found: Sequence[Hashable], gold: Sequence[Hashable], among: Sequence[bool]
) -> tuple[float, float, float]:
    """B³ precision, recall and F1, the mean of the articles chosen; zeros for none."""
    ours, told, both = Counter(found), Counter(gold), Counter(zip(found, gold, strict=True))
    chosen = [pair for pair, one in zip(zip(found, gold, strict=True), among, strict=True) if one]
    n = len(chosen) or 1
    precision = sum(both[pair] / ours[pair[0]] for pair in chosen) / n
    recall = sum(both[pair] / told[pair[1]] for pair in chosen) / n
    return precision, recall, 2 * precision * recall / (precision + recall) if chosen else 0.0


def pairwise(
    found: Sequence[Hashable], gold: Sequence[Hashable], among: Sequence[bool] | None = None
) -> tuple[float, float, float]:
    """Precision, recall and F1 over pairs with an article chosen; 1 where nothing is to be found and nothing was."""
    ours = told = both = 0
    for a, b in combinations(range(len(found)), 2):
        if among is None or among[a] or among[b]:
            joined, same = found[a] == found[b], gold[a] == gold[b]
            ours, told, both = ours + joined, told + same, both + (joined and same)
    precision, recall = both / ours if ours else 1.0, both / told if told else 1.0
    return precision, recall, 2 * both / (ours + told) if ours + told else 1.0


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
