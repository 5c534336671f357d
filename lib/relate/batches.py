"""Rows of numbers on disk, found by a 64-bit key: files that are only ever added, each checked when it is opened.

    batches = Batches(folder, width=384)
    batches.add(keys, rows)                 # uint64 (n,), float16 (n, width)
    there = batches.read(keys, out)         # bool (n,): fills the rows of ``out`` whose key is kept

A file is a header, keys, then rows, and is named by the hash of its bytes. It appears by a rename; a file that is not
what its name says is deleted, and whoever asks for its rows makes them again.
"""

from __future__ import annotations

import contextlib
import hashlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lib.generation import sync

_PART, _SUFFIX = ".part-", ".rows"
Keys = NDArray[np.uint64]
Rows = NDArray[np.float16]


class Batches:
    """The files of one folder; opening it reads every byte once and keeps 16 bytes a row."""

    def __init__(self, folder: Path, width: int) -> None:
        self.folder, self._width = folder, width
        folder.mkdir(parents=True, exist_ok=True)
        self._files: list[Path] = []
        self._used: list[bool] = []
        self._keys: Keys = np.empty(0, np.uint64)
        self._file: NDArray[np.int32] = np.empty(0, np.int32)
        self._row: NDArray[np.int32] = np.empty(0, np.int32)
        for path in sorted(folder.iterdir()):
            keys = self._checked(path)
            if keys is None:
                with contextlib.suppress(OSError):
                    path.unlink()
            else:
                self._remember(path, keys, used=False)

    def __len__(self) -> int:
        return len(self._keys)

    def read(self, keys: Keys, out: Rows) -> NDArray[np.bool_]:
        """Fill the rows of ``out`` (n, width) whose key is kept; which they are."""
        there = np.zeros(len(keys), np.bool_)
        if not len(self._keys) or not len(keys):
            return there
        place = np.searchsorted(self._keys, keys).clip(max=len(self._keys) - 1)
        there[:] = self._keys[place] == keys
        files = self._file[place]
        for number in np.unique(files[there]).tolist():
            here = there & (files == number)
            self._used[number] = True
            out[here] = self._mapped(self._files[number])[self._row[place[here]]]
        return there

    def add(self, keys: Keys, rows: Rows) -> None:
        """Keep rows under keys that differ."""
        content = np.uint64(len(keys)).tobytes() + keys.tobytes() + np.ascontiguousarray(rows, np.float16).tobytes()
        path = self.folder / f"{_name(content)}{_SUFFIX}"
        draft = self.folder / f"{_PART}{path.name}"
        draft.write_bytes(content)
        sync(draft)
        draft.rename(path)
        self._remember(path, keys, used=True)

    def drop_unused(self) -> int:
        """Delete the files that nothing was read from or added to. Returns how many."""
        unused = [path for path, used in zip(self._files, self._used, strict=True) if not used]
        for path in unused:
            path.unlink(missing_ok=True)
        keep = np.array(self._used, np.bool_)[self._file]
        self._keys, self._file, self._row = self._keys[keep], self._file[keep], self._row[keep]
        return len(unused)

    def _remember(self, path: Path, keys: Keys, *, used: bool) -> None:
        number = len(self._files)
        self._files.append(path)
        self._used.append(used)
        all_keys = np.concatenate([self._keys, keys])
        # Stable, and the first part is sorted already: a merge.
        order = np.argsort(all_keys, kind="stable")
        self._keys = all_keys[order]
        self._file = np.concatenate([self._file, np.full(len(keys), number, np.int32)])[order]
        self._row = np.concatenate([self._row, np.arange(len(keys), dtype=np.int32)])[order]

    def _mapped(self, path: Path) -> Rows:
        """The rows of a file, read only where they are looked at."""
        n = self._n(path)
        return np.memmap(path, np.float16, "r", offset=8 + 8 * n, shape=(n, self._width))

    def _n(self, path: Path) -> int:
        return (path.stat().st_size - 8) // (8 + 2 * self._width)

    def _checked(self, path: Path) -> Keys | None:
        """The keys of a file that is whole; None for one that is not."""
        try:
            content = path.read_bytes()
        except OSError:
            return None
        n = self._n(path)
        whole = n >= 0 and len(content) == 8 + n * (8 + 2 * self._width)
        if not whole or path.name != f"{_name(content)}{_SUFFIX}" or int.from_bytes(content[:8], "little") != n:
            return None
        return np.frombuffer(content, np.uint64, n, 8).copy()


def _name(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=12).hexdigest()
