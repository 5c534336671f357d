"""Fit the weights by which pairs of sentences agree, on the judged pairs that may be tuned on.

    python -m lib.quality.fit_claims            # prints [weights] and [weights_by_words] for claims.toml

Logistic regression with an L2 penalty on standardised features; sample articles and the dev half of the invented
stories weigh the same. A feature is listed where it raises average precision across: fitted on one of the two, tried on
the other. Where in an article two sentences stand helped in both, but one hand wrote both: its model and the one
without it are averaged.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from lib.build.options import Options
from lib.build.progress import Progress
from lib.build.run import build
from lib.quality.built import Tables, tables_of
from lib.quality.compared import compared
from lib.quality.dataset import DataSet
from lib.quality.gather import GOLD, ROOT
from lib.quality.measures.claims import judged
from lib.quality.ranking import Pair, average_precision, ranked
from lib.quality.sample import sample
from lib.quality.stories_gold import halves

BY_WORDS = ("margin", "shared", "numbers", "beside", "place", "days", "length", "clash", "polarity")
BY_MEANING = ("clause", *BY_WORDS)
#: Fitted with and without it, and the mean taken.
HALF_TRUSTED = "place"
#: Inverse of the penalty, for features of unit variance and as many pairs as ``PAIRS`` in each data set.
STRENGTH, PAIRS = 0.1, 1000
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Examples:
    """The compared pairs of the complete pairs of articles in one data set, open ones left out."""

    pairs: Sequence[Pair]
    features: Sequence[Mapping[str, float]]
    same: NDArray[np.bool_]
    whole: Sequence[Sequence[Pair]]
    shared: frozenset[Pair]

    def matrix(self, names: Sequence[str]) -> Floats:
        return np.array([[one[name] for name in names] for one in self.features], np.float64)


def examples(data: DataSet, tables: Tables, corpus: Path) -> Examples:
    """What may be learnt of one data set that was built in ``corpus``."""
    gold = judged(data, tables)
    wanted = {pair for some in gold.whole for pair in some} - gold.open
    found = {pair: agreement.features for agreement, pair in compared(corpus) if pair in wanted}
    pairs = sorted(found)
    same = np.array([pair in gold.shared for pair in pairs])
    whole = [[pair for pair in some if pair not in gold.open] for some in gold.whole]
    return Examples(pairs, [found[pair] for pair in pairs], same, whole, gold.shared)


def fit(sets: Sequence[Examples], names: Sequence[str]) -> dict[str, float]:
    """Weights for features as they are, with 'bias'; every data set weighs the same."""
    x = np.concatenate([one.matrix(names) for one in sets])
    y = np.concatenate([one.same for one in sets])
    weight = np.concatenate([np.full(len(one.pairs), PAIRS / len(one.pairs)) for one in sets])
    mean = np.average(x, axis=0, weights=weight)
    spread = np.sqrt(np.average((x - mean) ** 2, axis=0, weights=weight)) + 1e-9
    model = LogisticRegression(C=STRENGTH, max_iter=1000).fit((x - mean) / spread, y, sample_weight=weight)
    weights = model.coef_[0] / spread
    return {"bias": float(model.intercept_[0] - weights @ mean)} | dict(zip(names, map(float, weights), strict=True))


def half_trusted(sets: Sequence[Examples], names: Sequence[str]) -> dict[str, float]:
    """The mean of the models with and without ``HALF_TRUSTED``."""
    both = [fit(sets, names), fit(sets, [name for name in names if name != HALF_TRUSTED])]
    return {name: sum(one.get(name, 0.0) for one in both) / 2 for name in ("bias", *names)}


def tried(one: Examples, weights: Mapping[str, float]) -> float:
    """Mean average precision over pairs of articles; pairs that were not compared closely come last."""
    totals = [sum(weights.get(name, 0.0) * value for name, value in f.items()) for f in one.features]
    scores = dict(zip(one.pairs, totals, strict=True))
    values = []
    for some in one.whole:
        if wanted := len(one.shared.intersection(some)):
            values.append(average_precision([pair in one.shared for pair in ranked(scores, some)], wanted))
    return sum(values) / len(values)


def main() -> None:
    """Build both data sets, fit, print the weights and what they reach across."""
    sets = []
    for data in (*sample(GOLD, ROOT / "data" / "sample", []), halves(GOLD / "stories")[0]):
        with tempfile.TemporaryDirectory() as folder, Progress(quiet=True) as progress:
            build(Options((str(data.inputs),), Path(folder), quiet=True), progress)
            sets.append(examples(data, tables_of(Path(folder)), Path(folder)))
    for title, names in (("weights", BY_MEANING), ("weights_by_words", BY_WORDS)):
        across = [tried(sets[1], half_trusted(sets[:1], names)), tried(sets[0], half_trusted(sets[1:], names))]
        weights = half_trusted(sets, names)
        print(f"# fitted on one, tried on the other: AP {across[0]:.3f} (stories, dev), {across[1]:.3f} (sample)")
        for name in names:
            less = [n for n in names if n != name]
            without = [tried(sets[1], half_trusted(sets[:1], less)), tried(sets[0], half_trusted(sets[1:], less))]
            print(f"#   without {name}: {without[0]:.3f}, {without[1]:.3f}")
        print(f"[{title}]")
        print("\n".join(f"{name} = {value:.2f}" for name, value in weights.items()), end="\n\n")


if __name__ == "__main__":
    main()
