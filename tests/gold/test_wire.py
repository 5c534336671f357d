"""Ten events by three outlets each: format, snippets, and that every pair of articles of an event is judged."""

import datetime as dt
import json
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from lib.quality.claims_gold import read_pairs
from lib.read import read
from lib.schema import Problem

FOLDER = Path(__file__).parent / "wire"


def rows() -> list[dict[str, Any]]:
    return [json.loads(line) for line in (FOLDER / "articles.jsonl").read_text(encoding="utf-8").splitlines()]


def event(item: int | None) -> str:
    assert item is not None
    return str(rows()[item - 1]["story"])


def test_events_are_covered_by_two_or_three_outlets_within_three_days() -> None:
    for story in {row["story"] for row in rows()}:
        there = [row for row in rows() if row["story"] == story]
        assert len({row["source"] for row in there}) == len(there) in {2, 3}
        days = [dt.date.fromisoformat(row["published"]) for row in there]
        assert (max(days) - min(days)).days <= 2, story
        assert len({row["part"] for row in there}) == 1


def test_an_event_is_dev_or_test_and_the_guide_says_which() -> None:
    guide = (FOLDER / "README.md").read_text(encoding="utf-8")
    for story, part in {(row["story"], row["part"]) for row in rows()}:
        assert part in {"dev", "test"}
        assert f"| {story} | {part} |" in guide


def test_articles_are_as_long_as_news_is() -> None:
    for row in rows():
        assert 250 <= len(row["text"].split()) <= 450, row["title"]
        assert row["title"]


def test_the_reader_takes_each_line_as_an_article_with_its_text_as_written() -> None:
    read_in = [one for one in read(FOLDER / "articles.jsonl") if not isinstance(one, Problem)]
    assert [one.text for one in read_in] == [row["text"] for row in rows()]


def test_each_snippet_stands_once_in_its_article() -> None:
    there = rows()
    for pair in read_pairs(FOLDER).pairs:
        for side in (pair.a, pair.b):
            file, item = side.article
            assert file == "articles.jsonl"
            assert item is not None
            start, end = side.place(there[item - 1]["text"])
            assert "\n" not in side.sentence
            assert start < end


def test_pairs_are_of_two_outlets_on_one_event_and_judged_once() -> None:
    pairs = read_pairs(FOLDER).pairs
    for pair in pairs:
        assert pair.a.article != pair.b.article
        assert event(pair.a.article[1]) == event(pair.b.article[1])
    judged = [frozenset((pair.a, pair.b)) for pair in pairs]
    assert len(judged) == len(set(judged))


def test_every_pair_of_articles_of_an_event_is_complete() -> None:
    items = range(1, len(rows()) + 1)
    within = {frozenset(two) for two in combinations(items, 2) if event(two[0]) == event(two[1])}
    assert {frozenset((a[1], b[1])) for a, b in read_pairs(FOLDER).complete} == within


def test_only_shared_pairs_differ_and_near_misses_say_why() -> None:
    for pair in read_pairs(FOLDER).pairs:
        assert not pair.differs or pair.same is True, pair
        assert pair.why or pair.same is not False, pair


@pytest.mark.parametrize(("same", "least"), [(True, 6), (False, 8)])
def test_each_event_has_shared_pairs_and_near_misses(same: bool, least: int) -> None:
    counts = Counter(event(pair.a.article[1]) for pair in read_pairs(FOLDER).pairs if pair.same is same)
    for story in {row["story"] for row in rows()}:
        assert counts[story] >= least, story
