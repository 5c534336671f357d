"""The quantity ledger: numbers that can be compared share a row, others of the same topic stand beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lib.relate.story import StoryAccounts
from lib.schema import LedgerRow


@dataclass(frozen=True, slots=True)
class Ledger:
    """Rows, and (article_id, start, end) of a quantity → its row."""

    rows: Sequence[LedgerRow]
    row_of: Mapping[tuple[str, int, int], str]


def find_ledger(story: StoryAccounts) -> Ledger:
    """The ledger of one story; a quantity that nothing is compared with has a row of its own, or none."""
    return Ledger((), {})
