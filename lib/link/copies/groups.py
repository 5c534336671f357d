"""From matching pairs to groups: what is one story, and what only carries a piece of another.

    groups(4, [(0, 1, Match(0.9, True))])     # {0: [0, 1], 2: [2], 3: [3]}

Two articles that share half of the longer one are one story, and so is a third that matches either. A short article
that stands in a much longer one joins it too, unless the long one holds several that have nothing in common: then it
is a digest, and joining through it would make one story of all that it reports. Two cuts of one story do have
something in common, as hardly any leaves out the first paragraph.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from lib.link.copies.compare import Match
from lib.union import Union


def join_parts(
    union: Union,
    parts: Iterable[tuple[int, int, Match]],
    sizes: Sequence[int],
    related: Callable[[int, int], bool],
) -> list[tuple[int, int]]:
    """Join short articles with the longer ones that hold them; returns the (short, long) pairs that were joined.

    ``sizes`` are the articles' shingles; longer articles come last, so that a digest meets groups that are whole.
    ``related`` says whether two articles have anything in common.
    """
    held: dict[int, list[int]] = defaultdict(list)
    for one, other, _ in parts:
        short, long = sorted((one, other), key=lambda n: (sizes[n], n))
        held[long].append(short)
    joined: list[tuple[int, int]] = []
    for long in sorted(held, key=lambda n: (sizes[n], n)):
        apart = [short for short in held[long] if union.find(short) != union.find(long)]
        if apart and _one_story(union, apart, related):
            joined += [(short, long) for short in apart]
            for short in apart:
                union.join(long, short)
    return joined


def _one_story(union: Union, articles: Sequence[int], related: Callable[[int, int], bool]) -> bool:
    """Whether articles hang together, each in the group of another or related to it."""
    reached, left = [articles[0]], list(articles[1:])
    for one in reached:  # which grows while it is read
        near = [other for other in left if union.find(one) == union.find(other) or related(one, other)]
        reached += near
        left = [other for other in left if other not in near]
    return not left
