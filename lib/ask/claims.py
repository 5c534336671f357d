"""Claims × outlets: who states what, who states it differently, where it was not found.

Silence is told of outlets, so it is looked for in every sentence of the articles in view: a filter on actors or words
hides sentences, and what it hides is 'elsewhere', never 'not found'.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from lib.ask.catalogue import Choice
from lib.evidence import STORY, Mark
from lib.schema import DIFFERENCES
from lib.store.conditions import marks
from lib.store.engine import Store
from lib.store.facts import Count, tally
from lib.store.looked_up import looked_up
from lib.view import View

#: Cell states, in the order of the legend.
STATED, OTHERWISE, DIFFERENTLY = "stated", "other authority or certainty", "other number or date, or the opposite"
ELSEWHERE, RELATED, NOTHING = "elsewhere", "related", "not found"
#: Never searched: silence cannot be told of an outlet that has no article of the story.
ABSENT = "no article of the story"
#: Differences in what is said; the others are in who answers for it, and how surely.
OF_FACT = ("opposite", "number", "date")
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
    """One claim: its most central sentence, how many state it, and its cells in order of the sources.

    ``kinds`` of difference, ``stated`` and ``n_sources`` are of the sentences in view.
    """

    claim_id: str
    gist: str
    kinds: tuple[str, ...]
    stated: Count
    n_sources: int
    cells: tuple[Cell, ...]
    story: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """The claims that sentences in view make: claim → outlet → how many, and → kinds of difference that they have.

    Under a filter on differences only claims that differ so. ``n_kinds``: how many each such filter alone would leave.
    """

    sentences: dict[str, dict[str, int]]
    differing: dict[str, dict[str, set[str]]]
    n_kinds: dict[str, int]

    @property
    def n_alone(self) -> int:
        """Claims that one outlet alone makes in view."""
        return sum(len(by_source) == 1 for by_source in self.sentences.values())

    @property
    def n_differ(self) -> int:
        """Claims that differ in a number or a date."""
        return sum(
            claim in self.sentences and any(not own.isdisjoint(OF_FACT) for own in by_source.values())
            for claim, by_source in self.differing.items()
        )

    def kinds(self, claim: str) -> set[str]:
        """Kinds of difference of a claim's sentences in view."""
        own = self.differing.get(claim)
        return set().union(*own.values()) if own else set()


@dataclass(frozen=True, slots=True)
class Claims:
    """The answer. ``sources``: slug → name of the outlets in view; ``choices``: claim → gist, on whatever page.

    ``stories``: those of all these claims, with how many are theirs; most first. Lines of one story stand together.
    ``n_kinds``, ``n_alone`` and ``n_differ`` are those of ``Told``.
    """

    lines: tuple[ClaimLine, ...]
    n_claims: int
    n_kinds: dict[str, int]
    n_alone: int
    n_differ: int
    sources: dict[str, str]
    choices: dict[str, str]
    stories: tuple[Choice, ...] = ()


def articles_alone(view: View) -> View:
    """The view without what hides single sentences of an article: what silence is judged under."""
    by_day = {"since": None, "until": None} if view.dates == "happened" else {}
    return view.but(
        actors=(), together=False, types=(), text="", sure=False, once=False, mark=None, dates="reported", **by_day
    )


def told(store: Store, view: View) -> Told:
    """What the claims of a view are, before any is drawn."""
    sentences: dict[str, dict[str, int]] = {}
    by_source, everything = ("claim", "source"), view.but(differs=())
    for n, (claim, source) in tally(store, everything, "statements", by_source, "rows", Mark("statements")):
        sentences.setdefault(claim, {})[source] = n
    differing: dict[str, dict[str, set[str]]] = {}
    for _, (claim, source, kind) in tally(
        store, view, "differences", (*by_source, "kind"), "rows", Mark("differences")
    ):
        if source in sentences.get(claim, {}):
            differing.setdefault(claim, {}).setdefault(source, set()).add(kind)
    found = Told(sentences, differing, {})
    seen = Counter(kind for claim in differing for kind in found.kinds(claim))
    n_kinds = {kind: seen[kind] for kind in DIFFERENCES if seen[kind]}
    if view.differs:
        wanted = set(view.differs)
        sentences = {claim: n for claim, n in sentences.items() if not found.kinds(claim).isdisjoint(wanted)}
    return Told(sentences, differing, n_kinds)


def claims(store: Store, view: View) -> Claims:
    """The claims that sentences in view make, most widely told first; ``TOP`` of them, from the view's page on.

    On a page the claims of one story stand together, after the one of them that is told most widely.
    """
    found = told(store, view)
    sentences = found.sentences
    order = sorted(sentences, key=lambda c: (-len(sentences[c]), -sum(sentences[c].values()), c))
    wide = articles_alone(view)
    stories: dict[str, set[str]] = {}
    for _, (source, story) in tally(store, wide, "articles", ("source", STORY), "articles", Mark("articles")):
        stories.setdefault(source, set()).add(story)
    names = dict(store.rows("select slug, name from sources order by lower(name)"))
    sources = {slug: name for slug, name in names.items() if slug in stories}
    gists = looked_up(store, "claims", ("claim_id", "gist", "story_id"), order)
    first = TOP * (min(view.page, -(-len(order) // TOP) or 1) - 1)
    page = order[first : first + TOP]
    place = {story: i for i, story in enumerate(dict.fromkeys(gists[claim][1] for claim in page))}
    page.sort(key=lambda claim: place[gists[claim][1]])
    lines = _lines(store, view, wide, page, gists, found, {s: stories[s] for s in sources})
    choices = {claim: gists[claim][0] for claim in order}
    told_in = _stories(store, Counter(gists[claim][1] for claim in order))
    return Claims(lines, len(order), found.n_kinds, found.n_alone, found.n_differ, sources, choices, told_in)


def _stories(store: Store, n_claims: Counter[str]) -> tuple[Choice, ...]:
    titles = dict(store.rows("select story_id, title from stories")) if n_claims else {}
    return tuple(Choice(story, titles.get(story, story), n) for story, n in n_claims.most_common())


def _lines(
    store: Store,
    view: View,
    wide: View,
    claims: list[str],
    gists: dict[str, tuple[str, ...]],
    found: Told,
    stories: dict[str, set[str]],
) -> tuple[ClaimLine, ...]:
    """The claims of one page with a cell for each source; ``stories``: source → those that its articles are of."""
    if not claims:
        return ()
    page = ("claim", claims)
    by_cell = ("claim", "source")
    elsewhere = {cell for _, cell in tally(store, wide, "statements", by_cell, "rows", Mark("statements"), page)}
    searched = {
        cell: n for n, cell in tally(store, view, "nearest", (*by_cell, "related"), "rows", Mark("nearest"), page)
    }
    scores = _scores(store, wide, claims)
    lines = []
    for claim in claims:
        within, near = Mark("statements", (("claim", claim),)), Mark("nearest", (("claim", claim),))
        gist, story = gists[claim]
        cells = []
        for slug, of_stories in stories.items():
            if n := found.sentences[claim].get(slug, 0):
                own = found.differing.get(claim, {}).get(slug, set())
                state = DIFFERENTLY if own & set(OF_FACT) else OTHERWISE if own else STATED
                cells.append(Cell(slug, state, n, within.also(source=slug), 1.0))
            elif (claim, slug) in elsewhere:
                cells.append(Cell(slug, ELSEWHERE, 0, None, 1.0))
            elif story not in of_stories:
                cells.append(Cell(slug, ABSENT, 0, None, 0.0))
            else:
                score, related = scores.get((claim, slug), (0.0, False))
                near_enough = "yes" if related else "no"
                n = searched.get((claim, slug, near_enough), 0)
                mark = near.also(source=slug, related=near_enough) if n else None
                cells.append(Cell(slug, RELATED if related else NOTHING, n, mark, score))
        kinds = tuple(kind for kind in DIFFERENCES if kind in found.kinds(claim))
        stated = Count(within, sum(found.sentences[claim].values()))
        lines.append(ClaimLine(claim, gist, kinds, stated, len(found.sentences[claim]), tuple(cells), story))
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
