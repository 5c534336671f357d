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
About = tuple[str, str, Mapping[str, int]]
FLOOD: About = (
    "River bursts its banks at Harrow",
    "The river flooded Harrow. Rescue boats took Ilse Brandt off her roof before the flood rose again.",
    {"harrow": 3, "ilse-brandt": 2},
)
STRIKE: About = (
    "Tram drivers walk out in Vell",
    "Wages are why the drivers went on strike, said Olaf Dreyer of Vell's tram union. The strike has no end.",
    {"vell": 3, "olaf-dreyer": 2},
)


def article(
    name: str, about: About, day: dt.date | None = DAY, origin: str = "", source: str = "Coast Tribune"
) -> StoryArticle:
    title, body, names = about
    return StoryArticle(name, source, day, title, body, names, origin or name)


def many(*articles: StoryArticle) -> list[StoryArticle]:
    """With articles that share nothing: more than are one story for being few."""
    others = [article(f"x{n}", (f"Case{w}", f"Matter{w} regards{w} nobody{w}.", {})) for n, w in enumerate("pqruvw")]
    return [*articles, *others]


def groups(articles: list[StoryArticle]) -> set[frozenset[str]]:
    found = find_stories(articles).story_of
    return {frozenset(a for a in found if found[a] == story) for story in found.values()} - {
        frozenset({a}) for a in found if a.startswith("x")
    }


def test_two_events_are_two_stories() -> None:
    articles = many(article("a", FLOOD), article("b", STRIKE), article("c", FLOOD), article("d", STRIKE))
    assert groups(articles) == {frozenset("ac"), frozenset("bd")}


@pytest.mark.parametrize("days", [(DAY, DAY), (DAY, None), (None, DAY + dt.timedelta(300))])
def test_few_articles_are_one_story_whatever_they_share(days: tuple[dt.date | None, dt.date | None]) -> None:
    assert len(groups([article("a", FLOOD, days[0]), article("b", STRIKE, days[1])])) == 1
    five = [article(name, STRIKE if name == "c" else FLOOD, days[name == "c"]) for name in "abcde"]
    assert len(groups(five)) == 1
    assert len(groups([*five, article("f", FLOOD, days[0])])) == 2


def test_a_name_that_was_not_found_counts_as_a_word() -> None:
    unnamed = [article(name, (*about[:2], {})) for name, about in zip("abcd", (FLOOD, STRIKE) * 2, strict=True)]
    assert groups(many(*unnamed)) == {frozenset("ac"), frozenset("bd")}


def test_the_same_kind_of_event_elsewhere_is_another_story() -> None:
    elsewhere = (
        "Dam gives way above Tolm",
        "A flood came down on Tolm in the night. Per Lund counted nineteen sheep, a tractor and two barns in it.",
        {"tolm": 3, "per-lund": 2},
    )
    found = find_stories(many(article("a", FLOOD), article("b", elsewhere), article("c", FLOOD))).story_of
    assert found["a"] == found["c"] != found["b"]


def test_what_happens_again_much_later_is_another_story() -> None:
    later = DAY + dt.timedelta(days=clusters.WINDOW + 1)
    assert len(groups(many(article("a", FLOOD), article("b", FLOOD, later)))) == 2


def test_a_story_runs_on_while_it_is_not_silent_for_long() -> None:
    articles = [article(f"a{n}", FLOOD, DAY + dt.timedelta(days=10 * n)) for n in range(7)]
    (story,) = find_stories(articles).stories
    assert (story.date_start, story.date_end) == (DAY, DAY + dt.timedelta(days=61))


def test_an_article_without_a_day_joins_by_its_content() -> None:
    old = article("b", STRIKE, DAY + dt.timedelta(days=300))
    found = find_stories(many(article("u", FLOOD, None), article("a", FLOOD), old)).story_of
    assert found["u"] == found["a"] != found["b"]


def test_copies_are_together_whatever_they_share() -> None:
    copies = many(article("a", FLOOD, origin="a"), article("b", STRIKE, origin="a"))
    assert groups(copies) == {frozenset("ab")}
    undated = many(article("a", FLOOD, None, origin="b"), article("b", STRIKE, origin="b"))
    assert groups(undated) == {frozenset("ab")}
    nowhere = many(article("a", FLOOD, None, origin="b"), article("b", STRIKE, None, origin="b"))
    assert groups(nowhere) == {frozenset("ab")}


def test_a_late_copy_does_not_make_a_story_run_on() -> None:
    late = DAY + dt.timedelta(days=clusters.WINDOW + 5)
    again = article("c", FLOOD, late + dt.timedelta(days=5))
    assert groups(many(article("a", FLOOD), article("b", FLOOD, late, origin="a"), again)) == {
        frozenset("ab"), frozenset("c"),
    }  # fmt: skip


def test_the_order_of_the_articles_does_not_matter() -> None:
    articles = [article(f"a{n}", FLOOD if n % 2 else STRIKE, DAY + dt.timedelta(days=n)) for n in range(8)]
    shuffled = random.Random(4).sample(articles, len(articles))
    assert find_stories(articles) == find_stories(shuffled)


def test_the_title_is_the_most_central_headline_verbatim() -> None:
    odd = ("What we know so far", *FLOOD[1:])
    articles = [article("a", odd), article("b", FLOOD), article("c", odd)]
    (story,) = find_stories(articles).stories
    assert (story.title, story.title_article_id) == (FLOOD[0], "b")


def test_without_headlines_a_sentence_is_the_title() -> None:
    bare = StoryArticle("a", "Coast Tribune", DAY, "", "The U.S. sent boats. They came late.", {}, "a")
    (story,) = find_stories([bare]).stories
    assert story.title == "The U.S. sent boats."


def test_ids_are_readable_unique_and_stay_while_the_story_grows() -> None:
    first = find_stories(many(article("a", FLOOD), article("b", FLOOD, DAY + dt.timedelta(days=60))))
    assert [first.story_of[known] for known in "ab"] == [
        "river-bursts-its-banks-at-harrow", "river-bursts-its-banks-at-harrow-2023-04-30",
    ]  # fmt: skip
    renamed = ("Harrow river flood: rescue goes on at the river", *FLOOD[1:])
    more = [article(f"c{n}", renamed, DAY + dt.timedelta(1)) for n in range(3)]
    grown = find_stories(many(article("a", FLOOD), *more))
    assert grown.story_of["a"] == grown.story_of["c0"] == first.story_of["a"]


def test_a_story_says_what_sets_it_apart() -> None:
    articles = many(*(article(f"a{n}", FLOOD, source=f"Outlet {n % 2}") for n in range(3)), article("b", STRIKE))
    found = find_stories(articles)
    (story,) = (story for story in found.stories if story.story_id == found.story_of["a0"])
    assert (story.n_articles, story.n_sources) == (3, 2)
    assert set(story.names) == {"harrow", "ilse-brandt"}
    assert {"river", "rescue"} <= set(story.words)
    assert not {"harrow", "ilse", "brandt", "said"} & set(story.words)


def test_a_corpus_about_one_event_is_one_story() -> None:
    chance = random.Random(1)
    words = ["".join(chance.choices("bdfgklmnprt", k=7)) for _ in range(200)]
    articles = []
    for n in range(30):
        body = f"{FLOOD[1]} {' '.join(chance.sample(words, 25))}"
        articles.append(article(f"a{n:02}", (f"Harrow, day {n}", body, FLOOD[2]), DAY + dt.timedelta(days=n)))
    assert len(find_stories(articles).stories) == 1


def test_no_story_holds_more_than_can_be_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "MOST_ARTICLES", 10)
    sizes = Counter(find_stories([article(f"a{n:03}", FLOOD) for n in range(35)]).story_of.values())
    assert sum(sizes.values()) == 35
    assert max(sizes.values()) <= 10


def test_bad_input_gives_clear_stories() -> None:
    assert find_stories([]).stories == []
    for n, stories in ((1, 1), (3, 1), (7, 7)):
        found = find_stories([StoryArticle(f"n{k}", "", None, "", "", {}, f"n{k}") for k in range(n)])
        assert len(found.stories) == stories
        assert all(story.title for story in found.stories)
    strange = ("\u202e\u200f 🙂 \u0301\u00ad 1 2 3", "w" * 20_000 + " 'ing es s", {"": 1, "x": 10**6})
    assert len(find_stories(many(article("s", strange), article("t", strange))).story_of) == 8


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
