"""Hashed articles on disk while a corpus is compared: memory keeps their samples, a file keeps their words.

with TemporaryFile() as file:
    shelf = Shelf(file)
    shelf.put(words)
    shelf.get(0)
"""

from __future__ import annotations

from functools import lru_cache
from typing import IO

import numpy as np

from lib.link.copies.words import Words

#: Words read again are often those just read: the articles of one story.
_KEPT = 64


class Shelf:
    """``Words`` in an open binary file, about 29 bytes a word; all are put before the first is got."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._places: list[int] = []
        self._read = lru_cache(maxsize=_KEPT)(self._load)

    def put(self, words: Words) -> None:
        """Keep an article's words under the next number: 0, 1, 2 …"""
        self._places.append(self._file.tell())
        for column in (words.hashes, words.starts, words.ends, words.follows, words.piece):
            np.save(self._file, column, allow_pickle=False)

    def get(self, number: int) -> Words:
        return self._read(number)

    def _load(self, number: int) -> Words:
        self._file.seek(self._places[number])
        return Words(*(np.load(self._file, allow_pickle=False) for _ in range(5)))
