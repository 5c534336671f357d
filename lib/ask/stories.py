"""The stories in view: what each is about, when it ran, how many told it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from lib.evidence import Mark
from lib.store.conditions import marks
from lib.store.engine import Store
from lib.store.facts import Count, count
from lib.view import View


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One story; numbers are those of the view, title and days those of the whole story."""

    story_id: str
    title: str
    first: dt.date | None
    last: dt.date | None
    articles: Count
    n_sources: int
    names: tuple[str, ...]


def stories(store: Store, view: View, most: int = 200) -> tuple[StoryLine, ...]:
    """Stories by number of articles in view, largest first."""
    counted = [c for c in count(store, view, "articles", ("story",)) if c.value("story")][:most]
    outlets: dict[str, int] = {}
    for c in count(store, view, "articles", ("story", "source")):
        outlets[c.value("story")] = outlets.get(c.value("story"), 0) + 1
    ids = [c.value("story") for c in counted]
    if not ids:
        return ()
    rows = store.rows(
        f"select story_id, title, date_start, date_end, names from stories where story_id in ({marks(len(ids))})", ids
    )
    known = {row[0]: row[1:] for row in rows}
    names = _names(store, {name for row in rows for name in row[4][:4]})
    found = []
    for c in counted:
        title, start, end, who = known[c.value("story")]
        last = end - dt.timedelta(days=1) if end else None
        shown = tuple(names[name] for name in who[:4] if name in names)
        mark = Mark("articles", (("story", c.value("story")),))
        found.append(
            StoryLine(c.value("story"), title, start, last, Count(mark, c.n), outlets[c.value("story")], shown)
        )
    return tuple(found)


def _names(store: Store, ids: set[str]) -> dict[str, str]:
    if not ids:
        return {}
    return dict(store.rows(f"select entity_id, name from entities where entity_id in ({marks(len(ids))})", sorted(ids)))
