"""Pairs of articles that may be copies, found without comparing every article with every other.

    candidates([sample(shingles(words)) for words in articles])     # [(0, 7), (2, 5)], likeliest first

Each article keeps the shingles whose hash is even, a sample that is the same for the same words wherever they stand
(Broder, "On the resemblance and containment of documents", 1997). All samples are sorted together; articles that
keep the same hash then stand side by side, and each is paired with the next few of them only. A phrase that thousands
of articles use so costs no more than a rare one, and the work grows as the text does.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from lib.link.copies.words import Hashes

#: How many neighbours under one hash an article is paired with. Copies have hundreds of hashes in common: of a
#: hundred copies each meets its neighbours, and the groups join them all.
_NEIGHBOURS = 8
#: A pair is looked at from so many shared hashes, and so large a share of the smaller sample: less than half of
#: the lowest containment that makes a copy, since a sample errs.
_MIN_SHARED = 2
_MIN_SHARE = 0.15

#: Hashes that are sorted at once: about 100 MB.
_TOGETHER = 2_000_000


def sample(shingles: Hashes) -> Hashes:
    """The half of the shingles that candidates are sought with."""
    even: Hashes = shingles[(shingles & np.uint64(1)) == 0]
    return even


def candidates(samples: Sequence[Hashes]) -> list[tuple[int, int]]:
    """(lower, higher) positions of pairs worth a comparison, the largest share first; samples are sorted.

    Hashes are taken range by range: memory holds ``_TOGETHER`` of them beside the samples.
    """
    n = len(samples)
    sizes = np.array([len(s) for s in samples], np.int64)
    if not sizes.sum():
        return []
    # Hashes are spread evenly, so equal ranges hold about equally many.
    ranges = int(sizes.sum() // _TOGETHER) + 1
    ends = np.array([at * 2**64 // ranges for at in range(1, ranges)], np.uint64)
    cuts = np.array([np.searchsorted(s, ends) for s in samples], np.int32).reshape(n, ranges - 1)
    cuts = np.column_stack([np.zeros(n, np.int32), cuts, sizes.astype(np.int32)])
    keys, counts = [], []
    for at in range(ranges):
        values = np.concatenate([s[a:b] for s, a, b in zip(samples, cuts[:, at], cuts[:, at + 1], strict=True)])
        owners = np.repeat(np.arange(n, dtype=np.int64), cuts[:, at + 1] - cuts[:, at])
        order = np.argsort(values, kind="stable")
        values, owners = values[order], owners[order]
        for step in range(1, min(_NEIGHBOURS, len(values) - 1) + 1):
            same = values[step:] == values[:-step]
            found, times = np.unique(owners[:-step][same] * n + owners[step:][same], return_counts=True)
            keys.append(found)
            counts.append(times)
    if not keys:
        return []
    pairs, place = np.unique(np.concatenate(keys), return_inverse=True)
    shared = np.bincount(place, weights=np.concatenate(counts), minlength=len(pairs))
    first, second = pairs // n, pairs % n
    share = shared / np.minimum(sizes[first], sizes[second])
    kept = np.flatnonzero((shared >= _MIN_SHARED) & (share >= _MIN_SHARE))
    kept = kept[np.argsort(-share[kept], kind="stable")]
    return list(zip(first[kept].tolist(), second[kept].tolist(), strict=True))
