"""The sources side by side: volume, who is named, whom they quote, what they report."""

from __future__ import annotations

from dataclasses import dataclass

from lib.ask.entities import words_by_source
from lib.ask.named import Named, named
from lib.ask.overview import TO_THE_DAY
from lib.evidence import Mark
from lib.schema import ACTOR_LABELS
from lib.store.engine import Store
from lib.store.facts import Count, count, tally
from lib.store.most import spread
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
    several, alone, outlets = _actor_lines(store, view, top)
    speakers = named(store, count(store, view, "quotes", ("source", "speaker")), "speaker")
    return Sources(
        volumes=volumes,
        shared=several,
        n_shared=sum(n for n_sources, n in outlets.items() if n_sources > 1),
        n_everywhere=outlets.get(len(volumes), 0),
        only=alone,
        attribution=tuple(count(store, view, "quotes", ("source", "attribution"))),
        speakers=tuple(Speaker(s.mark.value("source") or "", s) for s in speakers),
        days=tuple(count(store, view, "events", ("source", "happened-day"), within=TO_THE_DAY)),
        names={v.slug: v.name for v in volumes},
    )


def _actor_lines(
    store: Store, view: View, top: int
) -> tuple[tuple[ActorLine, ...], tuple[ActorLine, ...], dict[int, int]]:
    """Actors of several outlets, actors of one, and number of outlets → how many actors so many name."""
    best, outlets = spread(store, view, view.unit, ACTOR_LABELS, top, 2 * top)
    split: dict[str, dict[str, Count]] = {actor.id: {} for actor in best}
    by = ("entity", "source")
    if best:
        for n, values in tally(store, view, "mentions", by, view.unit, Mark("mentions"), ("entity", list(split))):
            mark = Mark("mentions", tuple(zip(by, values, strict=True)), view.unit)
            split[values[0]][values[1]] = Count(mark, n)
    several: list[ActorLine] = []
    alone: list[ActorLine] = []
    for actor in best:
        mark = Mark("mentions", (("entity", actor.id),), view.unit)
        line = ActorLine(Named(actor.id, actor.name, actor.label, actor.n, mark), split[actor.id])
        (several if actor.n_sources > 1 else alone).append(line)
    return tuple(several), tuple(alone), outlets
