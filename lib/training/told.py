"""Invented events as three outlets told them, each sentence with the statements that it makes: read from plain text.

    events = read_events(Path("data/training"))         # in order of their paths
    event = events[0]
    event.same[3, 41], event.judged[3, 41]              # do sentences 3 and 41 state the same; can it be said

A line is ``a, b? | The sentence.``: keys of statements, ``-`` for none that another article of the event makes, ``?``
where it is doubtful. ``== Outlet | time | headline`` opens an article.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_KEY = r"[a-z]+\d*\??"
_LINE = re.compile(rf"\s*(-|{_KEY}(?:\s*,\s*{_KEY})*)\s*\|\s*(\S.*)")
_HEAD = re.compile(r"==\s*([^|]+?)\s*\|\s*(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)\s*\|\s*([^|]+?)\s*")
Truth = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Event:
    """Sentences (n) with the number of the article of each; ``same`` and ``judged`` are (n, n) and symmetric.

    Only pairs of different articles are judged, and of these not the doubtful ones.
    """

    name: str
    sentences: tuple[str, ...]
    article: NDArray[np.int64]
    same: Truth
    judged: Truth

    def with_joined(self, share: float, chance: random.Random) -> Event:
        """The event with some neighbours run into one sentence, which states what both do: desks merge and split."""
        groups: list[list[int]] = []
        for n, article in enumerate(self.article.tolist()):
            alone = groups and len(groups[-1]) == 1 and self.article[groups[-1][0]] == article
            if alone and chance.random() < share:
                groups[-1].append(n)
            else:
                groups.append([n])
        same = np.array([[self.same[np.ix_(a, b)].any() for b in groups] for a in groups])
        judged = np.array([[self.judged[np.ix_(a, b)].all() for b in groups] for a in groups]) | same
        texts = tuple(" ".join(self.sentences[n] for n in group) for group in groups)
        return Event(self.name, texts, self.article[[group[0] for group in groups]], same, judged)


def read_events(folder: Path) -> list[Event]:
    """All ``*/*.txt`` of a folder. Raises ``ValueError`` with file, line and what is allowed."""
    paths = sorted(folder.glob("*/*.txt"))
    if not paths:
        raise ValueError(f"no */*.txt in {folder}; give a folder such as data/training")
    return [read_event(path) for path in paths]


def read_event(path: Path) -> Event:
    """One file. Raises ``ValueError`` likewise."""
    keys: list[frozenset[str]] = []
    sentences: list[str] = []
    article: list[int] = []
    outlets: list[str] = []
    for number, line in _lines(path):
        where = f"{path.name} line {number}"
        if line.startswith("=="):
            head = _HEAD.fullmatch(line)
            if not head or head[1] in outlets:
                raise ValueError(f"{where}: {line[:60]!r}; an article opens with '== Outlet | 2031-09-16T17:20:00Z | "
                                 "Headline', each of an outlet of its own")  # fmt: skip
            outlets.append(head[1])
            continue
        found = _LINE.fullmatch(line)
        if not found or not outlets:
            raise ValueError(f"{where}: {line[:60]!r}; a sentence is 'a, b? | Its words.' or '- | Its words.', in an "
                             "article")  # fmt: skip
        keys.append(frozenset() if found[1] == "-" else frozenset(key.strip() for key in found[1].split(",")))
        sentences.append(found[2])
        article.append(len(outlets) - 1)
    if len(outlets) < 2:
        raise ValueError(f"{path.name}: {len(outlets)} articles; two are the least")
    return Event(
        f"{path.parent.name}/{path.stem}", tuple(sentences), np.array(article, np.int64), *_judged(keys, article)
    )


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """Those with something on them; a line that begins with # is a remark."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            yield number, line


def _judged(keys: Sequence[frozenset[str]], article: Sequence[int]) -> tuple[Truth, Truth]:
    sure = [{key for key in some if not key.endswith("?")} for some in keys]
    named = [{key.rstrip("?") for key in some} for some in keys]
    apart = np.array(article)[:, None] != np.array(article)[None, :]
    same = np.array([[bool(a & b) for b in sure] for a in sure]) & apart
    touched = np.array([[bool(a & b) for b in named] for a in named])
    return same, (apart & ~touched) | same
