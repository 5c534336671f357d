"""Stories: groups, titles, ids, and what bad input does to them."""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from collections.abc import Mapping

import pytest

from lib.relate.grouping import clusters
from lib.relate.stories import StoryArticle, find_stories

DAY = dt.date(2023, 3, 1)
FLOOD = ("River bursts its banks at Harrow", {"harrow": 3, "ilse-brandt": 2}, {"river": 4, "flood": 3, "rescue": 2})
STRIKE = ("Tram drivers walk out in Vell", {"vell": 3, "olaf-dreyer": 2}, {"strike": 4, "driver": 3, "wage": 2})


def article(
    name: str, about: tuple[str, Mapping[str, int], Mapping[str, int]], day: dt.date | None = DAY, origin: str = "",
    source: str = "Coast Tribune",
) -> StoryArticle:  # fmt: skip
    title, names, words = about
    return StoryArticle(name, source, day, title, title + ".", names, words, origin or name)


def groups(articles: list[StoryArticle]) -> set[frozenset[str]]:
    found = find_stories(articles).story_of
    return {frozenset(a for a in found if found[a] == story) for story in found.values()}


def test_two_events_are_two_stories() -> None:
    articles = [article("a", FLOOD), article("b", STRIKE), article("c", FLOOD), article("d", STRIKE)]
    assert groups(articles) == {frozenset("ac"), frozenset("bd")}


def test_the_same_kind_of_event_elsewhere_is_another_story() -> None:
    elsewhere = ("River bursts its banks at Tolm", {"tolm": 3, "per-lund": 2}, {"river": 4, "flood": 3, "rescue": 2})
    others = [article(f"x{n}", (f"Case {n}", {f"n{n}": 3}, {f"w{n}": 3, f"v{n}": 2})) for n in range(8)]
    found = find_stories([article("a", FLOOD), article("b", elsewhere), article("c", FLOOD), *others]).story_of
    assert found["a"] == found["c"] != found["b"]


def test_what_happens_again_much_later_is_another_story() -> None:
    later = DAY + dt.timedelta(days=clusters.WINDOW + 1)
    assert len(groups([article("a", FLOOD), article("b", FLOOD, later)])) == 2


def test_a_story_runs_on_while_it_is_not_silent_for_long() -> None:
    articles = [article(f"a{n}", FLOOD, DAY + dt.timedelta(days=10 * n)) for n in range(5)]
    (story,) = find_stories(articles).stories
    assert (story.date_start, story.date_end) == (DAY, DAY + dt.timedelta(days=41))


def test_an_article_without_a_day_joins_by_its_content() -> None:
    old = article("b", STRIKE, DAY + dt.timedelta(days=300))
    found = find_stories([article("u", FLOOD, None), article("a", FLOOD), old]).story_of
    assert found["u"] == found["a"] != found["b"]


def test_copies_are_together_whatever_they_share() -> None:
    assert len(groups([article("a", FLOOD, origin="a"), article("b", STRIKE, origin="a")])) == 1
    undated = [article("a", FLOOD, None, origin="b"), article("b", STRIKE, origin="b")]
    assert len(groups(undated)) == 1


def test_the_order_of_the_articles_does_not_matter() -> None:
    articles = [article(f"a{n}", FLOOD if n % 2 else STRIKE, DAY + dt.timedelta(days=n)) for n in range(8)]
    shuffled = random.Random(4).sample(articles, len(articles))
    assert find_stories(articles) == find_stories(shuffled)


def test_the_title_is_the_most_central_headline_verbatim() -> None:
    odd = ("What we know so far", FLOOD[1], FLOOD[2])
    articles = [article("a", odd), article("b", FLOOD), article("c", odd)]
    (story,) = find_stories(articles).stories
    assert (story.title, story.title_article_id) == (FLOOD[0], "b")


def test_without_headlines_a_sentence_is_the_title() -> None:
    bare = StoryArticle("a", "Coast Tribune", DAY, "", "The U.S. sent boats. They came late.", {}, {"boat": 1}, "a")
    (story,) = find_stories([bare]).stories
    assert story.title == "The U.S. sent boats."


def test_ids_are_readable_unique_and_stay_while_the_story_grows() -> None:
    later = DAY + dt.timedelta(days=60)
    first = find_stories([article("a", FLOOD), article("b", FLOOD, later)])
    assert [s.story_id for s in first.stories] == [
        "river-bursts-its-banks-at-harrow", "river-bursts-its-banks-at-harrow-2023-04-30",
    ]  # fmt: skip
    renamed = ("Harrow river flood: rescue goes on at the river", FLOOD[1], FLOOD[2])
    grown = find_stories([article("a", FLOOD), *(article(f"c{n}", renamed, DAY + dt.timedelta(1)) for n in range(3))])
    assert grown.story_of["a"] == first.story_of["a"]


def test_a_story_says_what_sets_it_apart() -> None:
    articles = [article(f"a{n}", FLOOD, source=f"Outlet {n % 2}") for n in range(3)] + [article("b", STRIKE)]
    story = find_stories(articles).stories[0]
    assert (story.n_articles, story.n_sources) == (3, 2)
    assert set(story.names) == {"harrow", "ilse-brandt"}
    assert story.words[0] == "river"


def test_a_corpus_about_one_event_is_one_story() -> None:
    chance = random.Random(1)
    core = {"harrow": 4, "ilse-brandt": 3, "harrow-council": 2}
    articles = []
    for n in range(30):
        words = {"river": 3, "flood": 3, **{f"w{chance.randrange(60)}": 1 for _ in range(12)}}
        about = (f"Harrow, day {n}", {**core, f"n{n % 7}": 2}, words)
        articles.append(article(f"a{n:02}", about, DAY + dt.timedelta(days=n)))
    assert len(find_stories(articles).stories) == 1


def test_no_story_holds_more_than_can_be_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "MOST_ARTICLES", 10)
    sizes = Counter(find_stories([article(f"a{n:03}", FLOOD) for n in range(35)]).story_of.values())
    assert sum(sizes.values()) == 35
    assert max(sizes.values()) <= 10


def test_bad_input_gives_clear_stories() -> None:
    assert find_stories([]).stories == []
    nothing = [StoryArticle(f"n{n}", "", None, "", "", {}, {}, f"n{n}") for n in range(3)]
    found = find_stories(nothing)
    assert len(found.stories) == 3
    assert all(story.title for story in found.stories)
    strange = ("‮‏ 🙂 \u0301\u00ad 1 2 3", {"": 1, "x": 10**6}, {"": 1, "w" * 20_000: 2})
    assert len(find_stories([article("s", strange), article("t", strange)]).story_of) == 2


def test_every_article_has_one_of_the_stories() -> None:
    chance = random.Random(7)
    articles = [
        article(
            f"a{n:03}",
            chance.choice((FLOOD, STRIKE)),
            chance.choice((None, DAY, DAY + dt.timedelta(chance.randrange(90)))),
        )
        for n in range(120)
    ]
    found = find_stories(articles)
    assert set(found.story_of) == {a.article_id for a in articles}
    assert Counter(found.story_of.values()) == {story.story_id: story.n_articles for story in found.stories}
