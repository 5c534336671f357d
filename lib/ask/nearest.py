"""The nearest view that the corpus can show, and what of a link had to be left out."""

from __future__ import annotations

from typing import Any

from lib.evidence import Mark
from lib.parameters import shorten
from lib.store.conditions import marks
from lib.store.engine import Store
from lib.view import View

#: Dimensions of a mark whose values are entities.
OF_ENTITIES = ("entity", "participant", "speaker", "named", "by", "actor")


def nearest(store: Store, view: View) -> tuple[View, tuple[str, ...]]:
    """Drop what the corpus does not have: unknown actors, outlets, an entity or article that is gone."""
    notices: list[str] = []
    changes: dict[str, Any] = {}
    actors = tuple(_known(store, "entities", "entity_id", "entity", view.actors, "actor", notices))
    sources = tuple(_known(store, "sources", "slug", "slug", view.sources, "source", notices))
    for name, kept in (("actors", actors), ("sources", sources)):
        if kept != getattr(view, name):
            changes[name] = kept
    if view.entity:
        kept_entity = _known(store, "entities", "entity_id", "entity", (view.entity,), "entity", notices)
        changes["entity"] = "".join(kept_entity)
    if view.story and not _known(store, "stories", "story_id", "story", (view.story,), "story", notices):
        changes["story"] = ""
    if view.claim and not _known(store, "claims", "claim_id", "claim", (view.claim,), "claim", notices):
        changes["claim"] = ""
    if view.outlet and not _known(store, "sources", "slug", "outlet", (view.outlet,), "outlet", notices):
        changes["outlet"] = ""
    if view.article and not _known(store, "articles", "article_id", "article_id", (view.article,), "article", notices):
        changes["article"] = ""
    if view.at and (why := _beyond(store, changes.get("article", view.article), view.at)):
        notices.append(f"“at={view.at}” was left out: {why}")
        changes["at"] = ""
    if view.mark:
        changes["mark"] = _renamed(store, view.mark)
    try:
        return view.but(**changes), tuple(notices)
    except ValueError as error:  # the ids of now are longer
        return view.but(**changes | {"mark": None}), (*notices, f"“open” was left out: {error}")


def _renamed(store: Store, mark: Mark) -> Mark:
    """The mark with the ids of now; those that nothing is known of stay, and open nothing."""
    asked = tuple({value for name, value in mark.where if name in OF_ENTITIES and value})
    if not asked:
        return mark
    there = _there(store, "entities", "entity_id", asked)
    new = {value: other for value in asked if value not in there and (other := _by_alias(store, value))}
    where = tuple((name, new.get(value, value) if name in OF_ENTITIES else value) for name, value in mark.where)
    return Mark(mark.fact, where, mark.unit)


def _beyond(store: Store, article: str, place: str) -> str:
    """Why a passage cannot be shown; '' where it can."""
    found = store.rows("select length(text) from articles where article_id = ?", [article]) if article else []
    if not found:
        return "it names a passage, and no article is open"
    return "" if int(place.split("-")[1]) <= found[0][0] else f"the article has only {found[0][0]:,} characters"


def _there(store: Store, table: str, column: str, ids: tuple[str, ...]) -> set[str]:
    return {row[0] for row in store.rows(f"select {column} from {table} where {column} in ({marks(len(ids))})", ids)}


def _known(
    store: Store, table: str, column: str, kind: str, ids: tuple[str, ...], key: str, notices: list[str]
) -> list[str]:
    if not ids:
        return []
    there = _there(store, table, column, ids)
    kept = []
    for value in ids:
        if value not in there and kind == "entity" and (other := _by_alias(store, value)):
            kept.append(other)
        elif value in there:
            kept.append(value)
        else:
            notices.append(f"“{key}={shorten(value)}” was left out: this corpus has no such {key}")
    return list(dict.fromkeys(kept))


def _by_alias(store: Store, value: str) -> str | None:
    """An id that an earlier build gave: the entity that now carries the name as an alias."""
    rows = store.rows(
        "select entity_id from aliases where lower(alias) = ? order by n desc limit 1",
        [value.replace("-", " ").lower()],
    )
    return rows[0][0] if rows else None
