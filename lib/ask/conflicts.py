"""The same happening dated differently: claims whose sentences give days that exclude each other."""

from __future__ import annotations

from dataclasses import dataclass

from lib.evidence import Mark
from lib.store.conditions import marks
from lib.store.engine import Store
from lib.store.facts import count
from lib.view import View

MOST = 12


@dataclass(frozen=True, slots=True)
class Dated:
    """One outlet's date: its words, its value and how it was reasoned."""

    source: str
    words: str
    value: str
    why: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """One claim with the dates that exclude each other; ``mark`` opens their words."""

    claim_id: str
    gist: str
    dates: tuple[Dated, ...]
    mark: Mark
    n: int


def conflicts(store: Store, view: View) -> tuple[Conflict, ...]:
    """Claims in view whose sentences differ in a date, those with most dates first."""
    of_dates = count(store, view, "differences", ("claim",), within=Mark("differences", (("kind", "date"),)))[:MOST]
    ids = [c.value("claim") for c in of_dates]
    if not ids:
        return ()
    rows = store.rows(
        "select c.claim_id, c.gist, a.source_name, substr(a.text, f.start_at + 1, f.end_at - f.start_at), f.value,"
        " f.why from differences f join claims c on c.claim_no = f.claim_no"
        " join articles a on a.article_no = f.article_no"
        f" where f.kind = 'date' and c.claim_id in ({marks(len(ids))}) order by f.value, a.article_no, f.start_at",
        ids,
    )
    dates: dict[str, dict[tuple[str, str], Dated]] = {}
    gists: dict[str, str] = {}
    for claim_id, gist, source, words, value, why in rows:
        gists[claim_id] = gist
        dates.setdefault(claim_id, {}).setdefault((source, value), Dated(source, words, value, why))
    return tuple(
        Conflict(c.value("claim"), gists[c.value("claim")], tuple(dates[c.value("claim")].values()), c.mark, c.n)
        for c in of_dates
    )
