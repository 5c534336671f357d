"""Stories that rest: kept small, and the same as if all of them had stayed awake."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from lib.relate.grouping import clusters
from lib.relate.grouping.clusters import Cluster, Clusters
from lib.relate.grouping.index import Index
from lib.relate.stories import StoryArticle, find_stories

DAY = dt.date(2023, 3, 1)


def corpus() -> list[StoryArticle]:
    """Forty stories of one to five articles; some without a day, some copies."""
    chance = random.Random(4)
    words = ["".join(chance.choices("bdfgklmnprt", k=6)) for _ in range(400)]
    articles = []
    for story in range(40):
        own = chance.sample(words, 25)
        for n in range(chance.randint(1, 5)):
            day = DAY + dt.timedelta(days=story * 5 + chance.randrange(9)) if chance.random() < 0.9 else None
            name = f"a{story:02}-{n}"
            origin = f"a{story:02}-0" if chance.random() < 0.2 else name
            body = " ".join([*chance.sample(own, 18), *chance.sample(words, 12)])
            articles.append(StoryArticle(name, "Coast Tribune", day, own[0], body, {own[1]: 2}, origin))
    return articles


def test_stories_are_the_same_when_hardly_any_is_awake(monkeypatch: pytest.MonkeyPatch) -> None:
    awake = find_stories(corpus())
    assert 5 < len(awake.stories) < 100
    monkeypatch.setattr(clusters, "AWAKE", 1)
    assert find_stories(corpus()) == awake


def test_at_most_so_many_terms_are_awake(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "AWAKE", 100)
    found = Clusters()
    for number in range(50):
        found.place(number, {number * 30 + k: 1 / 30**0.5 for k in range(30)}, DAY)
    assert len(found.all) == 50
    assert sum(len(story.total) for story in found.all) <= 100


def test_a_story_wakes_as_it_was() -> None:
    story = Cluster()
    story.take(0, {7: 0.6, -3: 0.8}, DAY)
    story.take(1, {9: 1 / 3, -3: 0.1}, DAY)
    total = list(story.total.items())
    story.rest()
    assert not story.total
    story.wake()
    assert list(story.total.items()) == total


def test_a_story_that_lost_its_rare_terms_is_as_near_as_what_it_kept() -> None:
    story = Cluster()
    for number in range(60):
        terms = [*range(30), *range(1_000 + number * 100, 1_100 + number * 100)]
        story.take(number, dict.fromkeys(terms, 1 / len(terms) ** 0.5), DAY)
    assert len(story.total) < 30 + 60 * 100
    assert story.squared == pytest.approx(sum(weight**2 for weight in story.total.values()))
    length = story.squared**0.5
    assert story.near({term: weight / length for term, weight in story.total.items()}, DAY) == pytest.approx(1)


def test_terms_lead_to_their_stories() -> None:
    index = Index()
    for term, story in ((1, 0), (1, 0), (2, 0), (2, 5), (2, 6), (-2, 9)):
        index.add(term, story)
    assert [index.of(term) for term in (1, 2, -2, 3)] == [{0}, {0, 5, 6}, {9}, set()]
    index.of(2).clear()
    index.remove(2, {5, 7})
    index.remove(1, {0})
    index.remove(3, {0})
    assert [index.of(term) for term in (1, 2, -2)] == [set(), {0, 6}, {9}]
