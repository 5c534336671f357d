"""How well likeness alone ranks what two articles share: what `make train` prints before and after.

average_precision(events, encoder.encode)       # 0.77
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from lib.training.told import Event


def average_precision(events: Sequence[Event], encode: Callable[[Sequence[str]], NDArray[np.float32]]) -> float:
    """Mean over pairs of articles that share a statement, ranked by likeness alone."""
    found = []
    for event in events:
        vectors = encode(event.sentences)
        likeness = vectors @ vectors.T
        for a in range(int(event.article.max()) + 1):
            for b in range(a):
                here = np.ix_(event.article == a, event.article == b)
                judged = event.judged[here]
                same = event.same[here][judged][np.argsort(-likeness[here][judged], kind="stable")]
                if same.any():
                    found.append(float((np.cumsum(same) / np.arange(1, len(same) + 1))[same].mean()))
    return float(np.mean(found))
