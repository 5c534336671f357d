"""Who is named: counts by entity and source, who is named together, and one entity up close."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lib.ask.named import Named, most_named
from lib.evidence import Mark
from lib.store.conditions import marks, row_conditions, sentence_conditions, where
from lib.store.engine import Store
from lib.store.facts import Count, count, tally
from lib.view import View

#: Entities that are listed beside the chosen one.
COMPANY = 12


@dataclass(frozen=True, slots=True)
class Ranked:
    """One entity with its count in each source. ``rates``: source → what makes sources of different size comparable.

    Mentions are per 1,000 words of the source's sentences in view. Articles are a share, 0 to 100, of the source's
    articles in view: per word, a source of short articles would seem to name everybody more often.
    """

    id: str
    name: str
    label: str
    n: int
    mark: Mark
    by_source: tuple[Count, ...]
    rates: dict[str, float]


@dataclass(frozen=True, slots=True)
class Ranking:
    """The most named entities. ``words``, ``articles``: source → words of its sentences in view, articles of these."""

    entities: tuple[Ranked, ...]
    n_entities: int
    words: dict[str, int]
    articles: dict[str, int]


@dataclass(frozen=True, slots=True)
class AliasLine:
    """One surface form of the chosen entity, counted under the view, and why it was merged."""

    alias: str
    n: int
    mark: Mark
    role: str
    method: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Profile:
    """One entity up close."""

    entity: Named
    aliases: tuple[AliasLine, ...]
    roles: tuple[Count, ...]
    over_time: tuple[Count, ...]
    together: tuple[Named, ...]


def words_by_source(store: Store, view: View) -> dict[str, int]:
    """Words of the sentences in view, by source."""
    condition, values = where(sentence_conditions(view))
    rows = store.rows(
        "select l.slug, c.n from (select s.source_id, sum(s.n_words) as n from sentences s"
        f"{condition} group by s.source_id) c join sources l on l.source_id = c.source_id",
        values,
    )
    return {slug: int(n) for slug, n in rows}


def ranking(store: Store, view: View, top: int = 20) -> Ranking:
    """The ``top`` most named entities under a view, each split by source."""
    best, n = most_named(store, view, "mentions", "entity", top, view.unit)
    ids = [e.id for e in best]
    split: dict[str, list[Count]] = {e: [] for e in ids}
    by = ("entity", "source")
    if ids:
        for said, values in tally(store, view, "mentions", by, view.unit, Mark("mentions"), ("entity", ids)):
            mark = Mark("mentions", tuple(zip(by, values, strict=True)), view.unit)
            split[values[0]].append(Count(mark, said))
    words = words_by_source(store, view)
    articles = {c.value("source"): c.n for c in count(store, view, "articles", ("source",))}
    of, scale = (articles, 100) if view.unit == "articles" else (words, 1000)
    ranked = tuple(
        Ranked(e.id, e.name, e.label, e.n, e.mark, tuple(split[e.id]), _rates(split[e.id], of, scale)) for e in best
    )
    return Ranking(ranked, n, words, articles)


def _rates(counts: Sequence[Count], of: dict[str, int], scale: int) -> dict[str, float]:
    return {c.value("source"): scale * c.n / of[c.value("source")] for c in counts if of.get(c.value("source"))}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entities and the sentences that name both."""

    a: str
    b: str
    n: int
    mark: Mark


@dataclass(frozen=True, slots=True)
class Together:
    """Who is named with whom among the most named; the diagonal (sentences that name one) is left out."""

    entities: tuple[Named, ...]
    pairs: tuple[Pair, ...]


def together(store: Store, view: View, top: int = 12) -> Together:
    """Sentences that name two entities, for every pair of the ``top`` named in most sentences."""
    best, _ = most_named(store, view, "sentences", "named", top, labels=view.types)
    ids = [e.id for e in best]
    if len(ids) < 2:
        return Together(tuple(best), ())
    condition, values = where(sentence_conditions(view) + row_conditions(view, "sentences"))
    chosen = f"(select entity_no, entity_id from entities where entity_id in ({marks(len(ids))}))"
    rows = store.rows(
        "select x.entity_id, y.entity_id, count(*) from sentence_entities p join sentence_entities q"
        f" on q.sentence_no = p.sentence_no and q.entity_no <> p.entity_no join {chosen} x on x.entity_no = p.entity_no"
        f" join {chosen} y on y.entity_no = q.entity_no join sentences s on s.sentence_no = p.sentence_no"
        f"{condition} group by x.entity_id, y.entity_id order by 3 desc, 1, 2",
        [*ids, *ids, *values],
    )
    pairs = tuple(Pair(a, b, int(n), Mark("sentences", (("named", a), ("named", b)))) for a, b, n in rows)
    return Together(tuple(best), pairs)


def profile(store: Store, view: View, entity: str, grain: str = "day") -> Profile | None:
    """One entity under a view; None where the corpus does not have it. ``over_time`` is by day of report."""
    within = Mark("mentions", (("entity", entity),), view.unit)
    rows = store.rows("select name, label from entities where entity_id = ?", [entity])
    if not rows:
        return None
    name, label = rows[0]
    n = sum(c.n for c in count(store, view, "mentions", (), view.unit, within))
    reasons = {
        (alias, role): (method, float(score), why)
        for alias, role, method, score, why in store.rows(
            "select alias, role, method, score, why from aliases where entity_id = ?", [entity]
        )
    }
    aliases = []
    for c in count(store, view, "mentions", ("alias", "role"), view.unit, within):
        alias, role = c.value("alias"), c.value("role")
        aliases.append(AliasLine(alias, c.n, c.mark, role, *reasons.get((alias, role), ("", 0.0, ""))))
    # One more than are shown: it is among them itself.
    others, _ = most_named(
        store, view, "sentences", "named", COMPANY + 1, within=Mark("sentences", (("named", entity),))
    )
    return Profile(
        Named(entity, name, label, n, within),
        tuple(aliases),
        tuple(count(store, view, "mentions", ("role",), view.unit, within)),
        tuple(count(store, view, "mentions", ("source", f"reported-{grain}"), view.unit, within)),
        tuple(other for other in others if other.id != entity)[:COMPANY],
    )
