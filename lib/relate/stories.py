"""Articles grouped into stories: near in time, with the same names and vocabulary.

    stories = find_stories(articles)
    stories.story_of["a1"]          # 'geneva-talks-end-with-no-breakthrough'

One pass over articles that keeps about 2 kB of each, then one over these in order of publication
(``grouping.clusters``). A story is what a newsroom calls a running story: it may last for months while it is never
silent for six weeks. A corpus that plainly is one event, the usual case of somebody who collected it, is one story.
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
        said = headline(article.title, article.lead)
        told.append(Told(article.article_id, article.source, article.published, said))
        origins.append(article.origin_id)
    clusters = _grouped(terms, told, packed, origins)
    names, words = terms.names_and_words()
    describer = Describer(terms, told, packed, Slugs(), names, words)
    story_of: dict[str, str] = {}
    stories: list[Story] = []
    for cluster in clusters:
        cluster.members.sort(key=lambda number: _place(told[number]))
    for cluster in sorted(clusters, key=lambda cluster: _place(told[cluster.members[0]])):
        story = describer.story(cluster)
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
        if told[number].published is None and origins[number] not in put:
            undated.append(number)
            continue
        # Copies of a wire story are one account of it: always together, whatever was cut or added.
        article = Cluster.of(number, terms.vector(packed[number]), told[number].published)
        if origins[number] in put:
            clusters.put(put[origins[number]], article)
        else:
            put[origins[number]] = clusters.place(article)
    clusters.merge()
    # By their content alone, once all stories are known.
    for number in undated:
        clusters.place(Cluster.of(number, terms.vector(packed[number]), None))
    clusters.merge()
    clusters.one_event()
    return list(clusters.all.values())
