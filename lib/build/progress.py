"""One progress bar for the whole build that says what is being done; plain lines where nobody watches.

    with Progress(quiet=False) as progress:
        for path in progress.through(paths, "reading", "files"):
            ...

Progress goes to stderr, so that the closing summary on stdout can be kept.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sized
from types import TracebackType
from typing import Any, Self, TypeVar

from tqdm import tqdm

T = TypeVar("T")


class Progress:
    """A bar on a terminal, a line a stage elsewhere, nothing when quiet."""

    def __init__(self, *, quiet: bool) -> None:
        self._quiet = quiet
        self._bar: tqdm[Any] | None = None
        if not quiet and sys.stderr.isatty():
            self._bar = tqdm(file=sys.stderr, leave=False, dynamic_ncols=True, mininterval=0.2)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._bar is not None:
            self._bar.close()

    def stage(self, doing: str, unit: str = "", total: int | None = None) -> None:
        """Begin a stage: 'reading', with 12 'files' to do."""
        if self._bar is not None:
            self._bar.unit = f" {unit}" if unit else ""
            self._bar.reset(total)
            self._bar.set_description(doing)
        elif not self._quiet:
            print(doing if total is None else f"{doing}: {total:,} {unit}", file=sys.stderr, flush=True)

    def step(self, n: int = 1) -> None:
        if self._bar is not None:
            self._bar.update(n)

    def through(self, items: Iterable[T], doing: str, unit: str) -> Iterator[T]:
        """The same items, each counted once the caller is done with it."""
        self.stage(doing, unit, len(items) if isinstance(items, Sized) else None)
        for item in items:
            yield item
            self.step()
