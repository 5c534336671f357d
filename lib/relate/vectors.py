"""Sentence vectors, kept by sentence hash: a rebuild encodes only what is new.

    with Vectors(corpus / "vectors") as vectors:        # raises VectorsMissingError: then compare by words alone
        vectors.encode(["Talks were held in Geneva."])  # float32, (1, 384), unit length

Memory keeps 16 bytes a sentence and the vectors that no file holds yet; the others are read when they are asked for.
A vector is rounded to float16 before it is first used: a rebuild compares with the very same numbers.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

import numpy as np
from numpy.typing import NDArray

from lib.relate.batches import Batches
from lib.relate.encoder import NAME, WIDTH, VectorsMissingError, load_encoder, unit

__all__ = ["Encodes", "Vectors", "VectorsMissingError", "why_no_vectors"]
#: New sentences in a file: what a killed build loses at most, about half a minute's work.
BATCH = 4_096


class Encodes(Protocol):
    """What turns sentences into vectors of unit length."""

    digest: str

    def encode(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> NDArray[np.float32]: ...


class Vectors:
    """Sentence → vector, kept in ``folder``. Raises ``VectorsMissingError`` where there is no model.

    ``encoder`` may be another than MiniLM; ``digest`` tells their vectors apart.
    """

    def __init__(self, folder: Path, encoder: Encodes | None = None) -> None:
        self._encoder = encoder or load_encoder()
        self._kept = Batches(folder, WIDTH)
        self._waiting: dict[int, NDArray[np.float16]] = {}
        self.name = f"{NAME}, {self._encoder.digest}"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.save()

    @staticmethod
    def available() -> bool:
        """Whether ``Vectors`` can be made here; ``why_no_vectors`` says why not."""
        return why_no_vectors() is None

    def encode(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> NDArray[np.float32]:
        """Float32, (n, 384), unit length; (0, 384) for no texts.

        ``progress`` is told how many more sentences are done, batch by batch; those kept from before are not counted.
        """
        keys = [self._key(text) for text in texts]
        found = np.zeros((len(texts), WIDTH), np.float16)
        there = self._kept.read(np.array(keys, np.uint64), found)
        lacking: dict[int, str] = {}
        for number, (key, text) in enumerate(zip(keys, texts, strict=True)):
            if key in self._waiting:
                found[number] = self._waiting[key]
            elif not there[number]:
                lacking.setdefault(key, text)
        rows: dict[int, list[int]] = {key: [] for key in lacking}
        for number, key in enumerate(keys):
            if key in rows:
                rows[key].append(number)
        fresh = list(lacking.items())
        for start in range(0, len(fresh), BATCH):
            some = fresh[start : start + BATCH]
            halves = self._encoder.encode([text for _, text in some], progress).astype(np.float16)
            for (key, _), half in zip(some, halves, strict=True):
                found[rows[key]] = half
                self._waiting[key] = half
            if len(self._waiting) >= BATCH:
                self.save()
        return unit(found.astype(np.float32))

    def save(self) -> None:
        """Keep what was encoded since the last time."""
        if self._waiting:
            self._kept.add(np.array(list(self._waiting), np.uint64), np.stack(list(self._waiting.values())))
            self._waiting = {}

    def drop_unused(self) -> int:
        """Delete the files of which nothing was asked for since this object was made. Returns how many."""
        self.save()
        return self._kept.drop_unused()

    def _key(self, text: str) -> int:
        # 64 bits: among ten million sentences the odds of one false match are 3 in a million.
        whole = f"{self._encoder.digest}\0{text}".encode("utf-8", "surrogatepass")
        return int.from_bytes(hashlib.blake2b(whole, digest_size=8).digest(), "little")


def why_no_vectors() -> str | None:
    """What is missing, in words for the person who builds; None where nothing is."""
    try:
        load_encoder()
    except VectorsMissingError as error:
        return str(error)
    return None
