"""The sources side by side: volume, who is named, whom they quote, what they report."""

from __future__ import annotations

from dataclasses import dataclass

from lib.ask.entities import words_by_source
from lib.ask.named import Named, named
from lib.ask.overview import TO_THE_DAY
from lib.schema import ACTOR_LABELS
from lib.store.engine import Store
from lib.store.facts import Count, count
from lib.view import View


@dataclass(frozen=True, slots=True)
class Volume:
    """How much one source has in view."""

    slug: str
    name: str
    articles: Count
    sentences: Count
    words: int


@dataclass(frozen=True, slots=True)
class ActorLine:
    """One actor with the count in each source; a source that is absent does not name it in the articles loaded."""

    actor: Named
    by_source: dict[str, Count]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom one source quotes."""

    source: str
    speaker: Named


@dataclass(frozen=True, slots=True)
class Sources:
    """The answer; every list is in order of the sources' names."""

    volumes: tuple[Volume, ...]
    shared: tuple[ActorLine, ...]
    only: tuple[ActorLine, ...]
    n_shared: int
    n_everywhere: int
    attribution: tuple[Count, ...]
    speakers: tuple[Speaker, ...]
    days: tuple[Count, ...]
    names: dict[str, str]


def sources(store: Store, view: View, top: int = 15) -> Sources:
    """Every source in view, side by side."""
    names: dict[str, str] = dict(store.rows("select slug, name from sources order by lower(name)"))
    articles = {c.value("source"): c for c in count(store, view, "articles", ("source",))}
    sentences = {c.value("source"): c for c in count(store, view, "sentences", ("source",))}
    words = words_by_source(store, view)
    volumes = tuple(
        Volume(slug, names[slug], articles[slug], sentences[slug], words[slug]) for slug in names if slug in articles
    )
    lines = _actor_lines(store, view)
    speakers = named(store, count(store, view, "quotes", ("source", "speaker")), "speaker")
    return Sources(
        volumes=volumes,
        shared=tuple(line for line in lines if len(line.by_source) > 1)[:top],
        n_shared=sum(len(line.by_source) > 1 for line in lines),
        n_everywhere=sum(len(line.by_source) == len(volumes) for line in lines),
        only=tuple(line for line in lines if len(line.by_source) == 1)[: 2 * top],
        attribution=tuple(count(store, view, "quotes", ("source", "attribution"))),
        speakers=tuple(Speaker(s.mark.value("source") or "", s) for s in speakers),
        days=tuple(count(store, view, "events", ("source", "happened-day"), within=TO_THE_DAY)),
        names={v.slug: v.name for v in volumes},
    )


def _actor_lines(store: Store, view: View) -> list[ActorLine]:
    split: dict[str, dict[str, Count]] = {}
    for c in count(store, view, "mentions", ("entity", "source"), view.unit):
        split.setdefault(c.value("entity"), {})[c.value("source")] = c
    actors = named(store, count(store, view, "mentions", ("entity",), view.unit), "entity", ACTOR_LABELS)
    return [ActorLine(actor, split[actor.id]) for actor in actors]
