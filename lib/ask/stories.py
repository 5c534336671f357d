"""The stories in view: what each is about, when it ran, how many told it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from lib.evidence import Mark
from lib.store.engine import Store
from lib.store.facts import Count, count, tally
from lib.store.looked_up import looked_up
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


def stories(store: Store, view: View) -> tuple[StoryLine, ...]:
    """Every story in view: those that two outlets or more tell, then the others; most articles in view first."""
    outlets: dict[str, int] = {}
    for _, (story, _) in tally(store, view, "articles", ("story", "source"), "articles", Mark("articles")):
        outlets[story] = outlets.get(story, 0) + 1
    counted = [c for c in count(store, view, "articles", ("story",)) if c.value("story")]
    counted.sort(key=lambda c: outlets[c.value("story")] < 2)
    columns = ("story_id", "title", "date_start", "date_end", "names")
    known = looked_up(store, "stories", columns, [c.value("story") for c in counted])
    shown_names = {name for *_, who in known.values() for name in who[:4]}
    named = looked_up(store, "entities", ("entity_id", "name"), shown_names)
    found = []
    for c in counted:
        title, start, end, who = known[c.value("story")]
        last = end - dt.timedelta(days=1) if end else None
        shown = tuple(named[name][0] for name in who[:4] if name in named)
        mark = Mark("articles", (("story", c.value("story")),))
        found.append(
            StoryLine(c.value("story"), title, start, last, Count(mark, c.n), outlets[c.value("story")], shown)
        )
    return tuple(found)
