"""Memory that a large build is done with, given back to the system: what is freed is otherwise kept for the next use.

    done_with(load_model)       # drop what it loaded, and return what nothing uses any more
    between_stages(10_000)      # return what nothing uses any more, where that is worth the time

Three allocators keep what is freed. Arrow's own is not used (``lib/build/__init__.py``), the system's is told to return
what it has, and Python's returns a block of a megabyte once nothing in it is used.
"""

from __future__ import annotations

import ctypes
import gc
from collections.abc import Callable
from functools import cache
from typing import Protocol

#: Articles from which on a build gives memory back. Fewer do not need it, and whoever builds again in the same process
#: would load the models again.
MANY = 1_000


class Loader(Protocol):
    """A function that keeps what it loaded, as ``functools.cache`` makes one."""

    def cache_clear(self) -> None: ...


def done_with(*loaders: Loader) -> None:
    """Drop what was loaded, where nobody else holds it, and return unused memory to the system as far as it can be."""
    for loader in loaders:
        loader.cache_clear()
    gc.collect()
    if trim := _trim():
        trim(0)


def between_stages(n_articles: int) -> None:
    """Return what a stage of a large build left unused, so that the next one does not begin on top of it."""
    if n_articles >= MANY:
        done_with()


@cache
def _trim() -> Callable[[int], int] | None:
    """glibc's ``malloc_trim``; other C libraries have none, or return memory by themselves."""
    try:
        trim: Callable[[int], int] = ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):
        return None
    return trim
