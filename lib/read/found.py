"""A value that was read from a text, the words that show it, and how far they prove it.

Found("Harbor Wire", "© 2022 Harbor Wire").strength      # STRONG
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

#: How far a name proves who published a page; less than STRONG comes after the file's name.
STRONG, COMPANY, AGENCY = 2, 1, 0


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value and the exact words that it was read from."""

    value: T
    evidence: str
    #: A company's name in a footer is seldom the outlet's; an agency's says who wrote it, not who printed it.
    strength: int = STRONG
