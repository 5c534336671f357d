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

#: The columns of ``Words`` in order.
_TYPES = (np.uint64, np.int64, np.int64, np.bool_, np.int32)
#: Words read again are often those just read: the articles of one story.
_KEPT = 64


class Shelf:
    """``Words`` in an open binary file, about 29 bytes a word; all are put before the first is got."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._places: list[tuple[int, int]] = []
        self._read = lru_cache(maxsize=_KEPT)(self._load)

    def put(self, words: Words) -> None:
        """Keep an article's words under the next number: 0, 1, 2 …"""
        self._places.append((self._file.tell(), len(words)))
        for column in (words.hashes, words.starts, words.ends, words.follows, words.piece):
            self._file.write(column.tobytes())

    def get(self, number: int) -> Words:
        return self._read(number)

    def _load(self, number: int) -> Words:
        place, n = self._places[number]
        self._file.seek(place)
        hashes, starts, ends, follows, piece = (
            np.frombuffer(self._file.read(n * np.dtype(kind).itemsize), kind) for kind in _TYPES
        )
        return Words(
            hashes.astype(np.uint64), starts.astype(np.int64), ends.astype(np.int64), follows.astype(np.bool_),
            piece.astype(np.int32),
        )  # fmt: skip
