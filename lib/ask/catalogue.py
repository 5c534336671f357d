"""What a corpus holds to choose from: outlets, actors, types and the span of days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from lib.schema import ACTOR_LABELS
from lib.store.conditions import marks
from lib.store.engine import Store

#: Actors offered in the rail; in a very large corpus the others are found by the text filter.
MAX_ACTORS = 2000


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that a filter offers."""

    id: str
    name: str
    n: int


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything that the filter rail offers, before any filter."""

    corpus: str
    generation: str
    title: str
    note: str
    sources: tuple[Choice, ...]
    actors: tuple[Choice, ...]
    types: tuple[str, ...]
    first: dt.date | None
    last: dt.date | None
    n_articles: int
    n_undated: int
    stories: tuple[Choice, ...]
    names: Mapping[str, str]
    #: Source → the other sources that tell a story which it tells.
    beside: Mapping[str, frozenset[str]]


def catalogue(store: Store) -> Catalogue:
    """Read once a generation. Sources in order of name, actors in order of mentions."""
    sources = store.rows(
        "select s.slug, s.name, count(*) from sources s join articles a on a.source_id = s.source_id"
        " group by s.slug, s.name order by lower(s.name)"
    )
    counted = "(select entity_no, sum(n) as n from sentence_entities group by entity_no)"
    actors = store.rows(
        f"select e.entity_id, e.name, c.n from entities e join {counted} c on c.entity_no = e.entity_no"
        f" where e.label in ({marks(len(ACTOR_LABELS))}) order by c.n desc, e.entity_id limit ?",
        [*ACTOR_LABELS, MAX_ACTORS],
    )
    types = store.rows("select type, count(*) from mentions group by type order by 2 desc, 1")
    first, last, n, undated = store.rows(
        "select min(published), max(published), count(*), count(*) - count(published) from articles"
    )[0]
    stories = store.rows("select story_id, title, n_articles from stories order by n_articles desc, story_no")
    about = dict(store.rows("select name, value from build where kind = 'corpus'"))
    names = {row[0]: row[1] for row in [*sources, *actors, *stories]}
    return Catalogue(
        store.corpus, store.generation, about.get("title", ""), about.get("note", ""),
        tuple(Choice(*row) for row in sources), tuple(Choice(row[0], row[1], int(row[2])) for row in actors),
        tuple(row[0] for row in types), first, last, n, undated,
        tuple(Choice(*row) for row in stories), names, _beside(store),
    )  # fmt: skip


def _beside(store: Store) -> dict[str, frozenset[str]]:
    told: dict[str, set[str]] = {}
    for story, slug in store.rows(
        "select distinct a.story_id, s.slug from articles a join sources s on s.source_id = a.source_id"
    ):
        told.setdefault(story, set()).add(slug)
    found: dict[str, set[str]] = {}
    for slugs in told.values():
        for slug in slugs:
            found.setdefault(slug, set()).update(slugs - {slug})
    return {slug: frozenset(others) for slug, others in found.items()}


def names_of(store: Store, known: Catalogue, ids: set[str]) -> dict[str, str]:
    """Names for ids of entities and sources; those outside of the catalogue are looked up."""
    missing = sorted(i for i in ids if i and i not in known.names)
    found = dict(known.names)
    if missing:
        found.update(
            store.rows(f"select entity_id, name from entities where entity_id in ({marks(len(missing))})", missing)
        )
    return found
