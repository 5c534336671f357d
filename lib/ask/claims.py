"""Claims × outlets: who states what, who states it differently, where it was not found.

Silence is told of outlets, so it is looked for in every sentence of the articles in view: a filter on actors or words
hides sentences, and what it hides is 'elsewhere', never 'not found'.
"""

from __future__ import annotations

from dataclasses import dataclass

from lib.evidence import Mark
from lib.store.conditions import marks
from lib.store.engine import Store
from lib.store.facts import Count, count, tally
from lib.view import View

#: Cell states, in the order of the legend.
STATED, OTHERWISE, DIFFERENTLY = "stated", "other authority or certainty", "other number or date"
ELSEWHERE, RELATED, NOTHING = "elsewhere", "related", "not found"
#: Differences in what is said; the others are in who answers for it, and how surely.
OF_FACT = ("number", "date")
TOP = 12


@dataclass(frozen=True, slots=True)
class Cell:
    """One claim in one outlet. ``n`` sentences are counted, and opened by ``mark``; None where nothing is opened."""

    source: str
    state: str
    n: int
    mark: Mark | None
    score: float


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One claim: its most central sentence, how many state it, and its cells in order of the sources."""

    claim_id: str
    gist: str
    kinds: tuple[str, ...]
    stated: Count
    n_sources: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Claims:
    """The answer. ``sources``: slug → name of the outlets in view; ``n_kinds``: claims with each kind of difference;
    ``n_differ``: claims that differ in a number or a date, on whatever page of the list they stand.
    """

    lines: tuple[ClaimLine, ...]
    n_claims: int
    n_kinds: dict[str, int]
    n_differ: int
    sources: dict[str, str]
    choices: dict[str, str]


def articles_alone(view: View) -> View:
    """The view without what hides single sentences of an article: what silence is judged under."""
    by_day = {"since": None, "until": None} if view.dates == "happened" else {}
    return view.but(
        actors=(), together=False, types=(), text="", sure=False, once=False, mark=None, dates="reported", **by_day
    )


def claims(store: Store, view: View) -> Claims:
    """The claims that sentences in view make, most widely told first; ``TOP`` of them, from the view's page on."""
    told: dict[str, dict[str, int]] = {}
    for n, (claim, source) in tally(store, view, "statements", ("claim", "source"), "rows", Mark("statements")):
        told.setdefault(claim, {})[source] = n
    order = sorted(told, key=lambda c: (-len(told[c]), -sum(told[c].values()), c))
    wide = articles_alone(view)
    present = {c.value("source") for c in count(store, wide, "articles", ("source",))}
    names = dict(store.rows("select slug, name from sources order by lower(name)"))
    sources = {slug: name for slug, name in names.items() if slug in present}
    gists = _gists(store, order)
    first = TOP * (min(view.page, -(-len(order) // TOP) or 1) - 1)
    lines = _lines(store, view, wide, order[first : first + TOP], gists, told, sources)
    kinds: dict[str, int] = {}
    for claim in order:
        for kind in gists[claim][1]:
            kinds[kind] = kinds.get(kind, 0) + 1
    return Claims(
        lines, len(order), kinds, n_differing(store, view), sources, {claim: gists[claim][0] for claim in order}
    )


def n_differing(store: Store, view: View) -> int:
    """Claims whose sentences in view differ in a number or a date."""
    found = tally(store, view, "differences", ("claim", "kind"), "rows", Mark("differences"))
    return len({claim for _, (claim, kind) in found if kind in OF_FACT})


def _gists(store: Store, claims: list[str]) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Claim → its most central sentence and its kinds of difference."""
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    for start in range(0, len(claims), 500):
        some = claims[start : start + 500]
        rows = store.rows(
            f"select claim_id, gist, differences from claims where claim_id in ({marks(len(some))})", some
        )
        found |= {row[0]: (row[1], tuple(row[2])) for row in rows}
    return found


def _lines(
    store: Store,
    view: View,
    wide: View,
    claims: list[str],
    gists: dict[str, tuple[str, tuple[str, ...]]],
    told: dict[str, dict[str, int]],
    sources: dict[str, str],
) -> tuple[ClaimLine, ...]:
    """The claims of one page with a cell for each source."""
    if not claims:
        return ()
    page = ("claim", claims)
    by_cell = ("claim", "source")
    elsewhere = {found for _, found in tally(store, wide, "statements", by_cell, "rows", Mark("statements"), page)}
    searched = {
        found: n for n, found in tally(store, view, "nearest", (*by_cell, "related"), "rows", Mark("nearest"), page)
    }
    kinds: dict[tuple[str, ...], set[str]] = {}
    for _, (*cell, kind) in tally(store, view, "differences", (*by_cell, "kind"), "rows", Mark("differences"), page):
        kinds.setdefault(tuple(cell), set()).add(kind)
    scores = _scores(store, wide, claims)
    lines = []
    for claim in claims:
        within, near = Mark("statements", (("claim", claim),)), Mark("nearest", (("claim", claim),))
        cells = []
        for slug in sources:
            if n := told[claim].get(slug, 0):
                own = kinds.get((claim, slug), set())
                state = DIFFERENTLY if own & set(OF_FACT) else OTHERWISE if own else STATED
                cells.append(Cell(slug, state, n, within.also(source=slug), 1.0))
            elif (claim, slug) in elsewhere:
                cells.append(Cell(slug, ELSEWHERE, 0, None, 1.0))
            else:
                score, related = scores.get((claim, slug), (0.0, False))
                near_enough = "yes" if related else "no"
                n = searched.get((claim, slug, near_enough), 0)
                mark = near.also(source=slug, related=near_enough) if n else None
                cells.append(Cell(slug, RELATED if related else NOTHING, n, mark, score))
        gist, differences = gists[claim]
        stated = Count(within, sum(told[claim].values()))
        lines.append(ClaimLine(claim, gist, differences, stated, len(told[claim]), tuple(cells)))
    return tuple(lines)


def _scores(store: Store, wide: View, claims: list[str]) -> dict[tuple[str, str], tuple[float, bool]]:
    """Claim and source → the best score of a nearest sentence, and whether it is near enough to be related."""
    rows = store.rows(
        "select c.claim_id, o.slug, max(n.score), max(case when n.related then 1 else 0 end) from nearest n"
        " join claims c on c.claim_no = n.claim_no join sources o on o.source_id = n.source_id"
        f" where c.claim_id in ({marks(len(claims))})"
        " and (? is null or n.published >= ?) and (? is null or n.published <= ?) group by c.claim_id, o.slug",
        [*claims, wide.since, wide.since, wide.until, wide.until],
    )
    return {(claim, slug): (float(score), bool(related)) for claim, slug, score, related in rows}
