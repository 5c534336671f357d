"""One change of a serving file by itself: where it cannot be run, the tables are as they were before it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lib.store.engine import UNUSABLE, Connection

What = Mapping[str, str]
#: What a change raises for a field that it cannot use; a full disk or too little memory is none of these.
_FAULTY: tuple[type[Exception], ...] = (*UNUSABLE, LookupError, ValueError, ArithmeticError)


def attempt(c: Connection, change: Callable[[Connection, What], bool], what: What) -> bool | None:
    """Whether a change found something to change; None where ``what`` cannot be used, and nothing is changed.

    Needs an open transaction, which it ends, and leaves one open: the engine has no savepoints.
    """
    c.commit()
    c.begin()
    try:
        return change(c, what)
    except _FAULTY:
        c.rollback()
        c.begin()
        return None
