"""Fit the weights by which pairs of sentences agree, on the judged pairs that may be tuned on.

    python -m lib.quality.fit_claims            # prints [weights] and [weights_by_words] for claims.toml

Logistic regression with an L2 penalty on standardised features; every data set weighs the same. A feature is listed
where it raised ten best, average precision or F1 of pairs that were held out: fitted without a group of stories, tried
on it. What is printed as reached is measured so too.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from lib.quality.built import Tables, build_in, tables_of
from lib.quality.compared import compared
from lib.quality.dataset import DataSet
from lib.quality.events_gold import events
from lib.quality.gather import EVENTS, GOLD, ROOT
from lib.quality.measures.claims import judged
from lib.quality.ranking import Pair, average_precision, ranked
from lib.quality.sample import sample
from lib.quality.stories_gold import halves

BY_WORDS = (
    "margin", "rivals", "shared", "covered", "numbers", "near", "beside", "voice", "place", "both_open", "one_opens",
    "days", "length", "clash", "polarity", "negated",
)  # fmt: skip
BY_MEANING = ("clause", *BY_WORDS)
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
    #: The story of each pair.
    group: Sequence[str]

    def matrix(self, names: Sequence[str]) -> Floats:
        return np.array([[one[name] for name in names] for one in self.features], np.float64)

    def only(self, groups: Sequence[str]) -> Examples:
        """Those of some stories."""
        rows = [n for n, one in enumerate(self.group) if one in groups]
        pairs = [self.pairs[n] for n in rows]
        whole = [some for some in self.whole if any(pair in set(pairs) for pair in some)]
        return Examples(
            pairs, [self.features[n] for n in rows], self.same[rows], whole, self.shared, [self.group[n] for n in rows]
        )


def examples(data: DataSet, tables: Tables, corpus: Path, *, by_meaning: bool = True) -> Examples:
    """What may be learnt of one data set that was built in ``corpus``."""
    gold = judged(data, tables)
    wanted = {pair for some in gold.whole for pair in some} - gold.open
    pairs_compared = compared(corpus, by_meaning=by_meaning, every_clause=True)
    found = {pair: agreement.features for agreement, pair in pairs_compared if pair in wanted}
    pairs = sorted(found)
    same = np.array([pair in gold.shared for pair in pairs])
    whole = [[pair for pair in some if pair not in gold.open] for some in gold.whole]
    story = {row["article_id"]: row["story_id"] for row in tables.rows["articles"]}
    group = [story[pair[0][0]] for pair in pairs]
    return Examples(pairs, [found[pair] for pair in pairs], same, whole, gold.shared, group)


def fit(sets: Sequence[Examples], names: Sequence[str]) -> dict[str, float]:
    """Weights for features as they are, with 'bias'; every data set weighs the same."""
    sets = [one for one in sets if one.pairs]
    x = np.concatenate([one.matrix(names) for one in sets])
    y = np.concatenate([one.same for one in sets])
    weight = np.concatenate([np.full(len(one.pairs), PAIRS / len(one.pairs)) for one in sets])
    mean = np.average(x, axis=0, weights=weight)
    spread = np.sqrt(np.average((x - mean) ** 2, axis=0, weights=weight)) + 1e-9
    model = LogisticRegression(C=STRENGTH, max_iter=1000).fit((x - mean) / spread, y, sample_weight=weight)
    weights = model.coef_[0] / spread
    return {"bias": float(model.intercept_[0] - weights @ mean)} | dict(zip(names, map(float, weights), strict=True))


def across(sets: Sequence[Examples], names: Sequence[str]) -> list[float]:
    """Mean average precision on each data set, its groups of stories tried in turn with weights fitted without them."""
    reached = []
    for at, one in enumerate(sets):
        others = [*sets[:at], *sets[at + 1 :]]
        parts = sorted(set(one.group))
        values = [
            value
            for part in parts
            for value in tried(one.only([part]), fit([*others, one.only([p for p in parts if p != part])], names))
        ]
        reached.append(sum(values) / len(values))
    return reached


def tried(one: Examples, weights: Mapping[str, float]) -> list[float]:
    """Average precision in each pair of articles; pairs that were not compared closely come last."""
    totals = [sum(weights.get(name, 0.0) * value for name, value in f.items()) for f in one.features]
    scores = dict(zip(one.pairs, totals, strict=True))
    values = []
    for some in one.whole:
        if wanted := len(one.shared.intersection(some)):
            values.append(average_precision([pair in one.shared for pair in ranked(scores, some)], wanted))
    return values


def training() -> list[DataSet]:
    """The sample, both halves of the stories, the dev halves of the events; nothing of a test half that is held out."""
    told = [one for key, title in EVENTS.items() for one in events(GOLD / key, key, title)]
    return [
        *sample(GOLD, ROOT / "data" / "sample", []),
        *halves(GOLD / "stories"),
        *(d for d in told if d.part == "dev"),
    ]


def main() -> None:
    """Build the data sets, fit, print the weights and what they reach on stories that were left out."""
    sets: dict[str, list[Examples]] = {"weights": [], "weights_by_words": []}
    for data in training():
        with tempfile.TemporaryDirectory() as folder:
            corpus = Path(folder) / "corpus"
            if data.inputs is not None:
                build_in(corpus, data.inputs, data.lines)
                for title, some in sets.items():
                    some.append(examples(data, tables_of(corpus), corpus, by_meaning=title == "weights"))
    for title, names in (("weights", BY_MEANING), ("weights_by_words", BY_WORDS)):
        print(f"# AP on stories that were left out: {_shown(across(sets[title], names))}")
        for name in names:
            print(f"#   without {name}: {_shown(across(sets[title], [n for n in names if n != name]))}")
        print(f"[{title}]")
        print("\n".join(f"{name} = {value:.2f}" for name, value in fit(sets[title], names).items()), end="\n\n")


def _shown(values: Sequence[float]) -> str:
    return ", ".join(f"{value:.3f}" for value in values) + f"; mean {sum(values) / len(values):.3f}"


if __name__ == "__main__":
    main()
