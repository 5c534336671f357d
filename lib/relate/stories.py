"""Articles grouped into stories: near in time, with the same words and names.

    stories = find_stories(articles)
    stories.story_of["a1"]          # 'geneva-talks-end-with-no-breakthrough'

One pass over articles that keeps about 3 kB of each, then one over these in order of publication
(``grouping.clusters``). A story is what a newsroom calls a running story: it may last for months while it is never
silent for six weeks. A few articles are always one story: who loads two wants to see them side by side.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lib.link.slugs import Slugs
from lib.relate.grouping.article import StoryArticle
from lib.relate.grouping.clusters import Cluster, Clusters
from lib.relate.grouping.described import Describer, Told, headline
from lib.relate.grouping.terms import Packed, Terms
from lib.schema import Story

__all__ = ["Stories", "StoryArticle", "find_stories"]

#: Articles up to which a corpus is one story.
FEW = 5


@dataclass(frozen=True, slots=True)
class Stories:
    """Every article's story, and the stories in order of their first day."""

    story_of: Mapping[str, str]
    stories: Sequence[Story]


def find_stories(articles: Iterable[StoryArticle]) -> Stories:
    """Stories of a corpus; every article belongs to exactly one. The order of the articles does not matter."""
    terms = Terms()
    told: list[Told] = []
    packed: list[Packed] = []
    origins: list[str] = []
    for article in articles:
        packed.append(terms.pack(article))
        said = headline(article.title, article.body)
        told.append(Told(article.article_id, article.source, article.published, said))
        origins.append(article.origin_id)
    clusters = _grouped(terms, told, packed, origins)
    describer = Describer(terms, told, packed, Slugs(), terms.called())
    story_of: dict[str, str] = {}
    stories: list[Story] = []
    for cluster in clusters:
        cluster.members.sort(key=lambda number: _place(told[number]))
    for cluster in sorted(clusters, key=lambda cluster: _place(told[cluster.members[0]])):
        cluster.wake()
        story = describer.story(cluster)
        cluster.rest()
        stories.append(story)
        story_of |= {told[number].article_id: story.story_id for number in cluster.members}
    return Stories(story_of, stories)


def _place(told: Told) -> tuple[dt.date, str]:
    return told.published or dt.date.max, told.article_id


def _grouped(terms: Terms, told: Sequence[Told], packed: Sequence[Packed], origins: Sequence[str]) -> Sequence[Cluster]:
    clusters = Clusters()
    put: dict[str, int] = {}
    undated: list[int] = []
    for number in sorted(range(len(told)), key=lambda n: _place(told[n])):
        vector, day, origin = terms.vector(packed[number]), told[number].published, origins[number]
        # Copies of a wire story are one account of it: always together, whatever was cut or added.
        together = put.get(origin, 0 if clusters.all and len(told) <= FEW else None)
        if together is not None:
            clusters.put(together, number, vector, day)
        elif day is None and len(told) > FEW:
            undated.append(number)
        else:
            put[origin] = clusters.place(number, vector, day)
    # Once all stories are known, articles that are alone are looked at again, and those without a day by content.
    clusters.reopen()
    alone = [story.members[0] for story in clusters.all if len(story.members) == 1]
    for number in alone + undated:
        vector, day, origin = terms.vector(packed[number]), told[number].published, origins[number]
        if day is None and origin in put:
            clusters.put(put[origin], number, vector, None)
            continue
        if origin in put:
            clusters.empty(put[origin])
        put[origin] = clusters.place(number, vector, day)
    return [story for story in clusters.all if story.members]
