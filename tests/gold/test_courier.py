"""The eight events that are only for measuring: what ``test_wire`` asks of its folder, and what this guide adds."""

import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from lib.quality.claims_gold import read_pairs
from lib.quality.events_gold import events
from tests.gold import test_wire

FOLDER = Path(__file__).parent / "courier"
GUIDE = (FOLDER / "README.md").read_text(encoding="utf-8")

FORMAT = [
    test_wire.test_events_are_covered_by_two_or_three_outlets_within_three_days,
    test_wire.test_an_event_is_dev_or_test_and_the_guide_says_which,
    test_wire.test_the_reader_takes_each_line_as_an_article_with_its_text_as_written,
    test_wire.test_each_snippet_stands_once_in_its_article,
    test_wire.test_pairs_are_of_two_outlets_on_one_event_and_judged_once,
    test_wire.test_every_pair_of_articles_of_an_event_is_complete,
    test_wire.test_only_shared_pairs_differ_and_near_misses_say_why,
]


@pytest.fixture(autouse=True)
def of_this_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(test_wire, "FOLDER", FOLDER)


@pytest.mark.parametrize("promise", FORMAT, ids=lambda promise: str(promise.__name__).removeprefix("test_"))
def test_the_format_is_that_of_wire(promise: Callable[[], None]) -> None:
    promise()


def test_all_eight_events_are_held_out() -> None:
    (only,) = events(FOLDER, "courier", "Our invented events, courier")
    assert only.key == "courier-test"
    assert len({row["story"] for row in test_wire.rows()}) == 8


def test_articles_have_the_length_of_the_guide() -> None:
    for row in test_wire.rows():
        assert 250 <= len(row["text"].split()) <= 400, row["title"]
        assert row["title"]


def test_no_outlet_is_one_of_another_folder() -> None:
    own = {row["source"] for row in test_wire.rows()}
    for other in ("desk", "stories", "wire"):
        lines = (FOLDER.parent / other / "articles.jsonl").read_text(encoding="utf-8").splitlines()
        assert own.isdisjoint(json.loads(line)["source"] for line in lines), other


def test_two_articles_on_one_event_share_6_to_15_pairs() -> None:
    gold = read_pairs(FOLDER)
    shared = Counter(frozenset((pair.a.article, pair.b.article)) for pair in gold.pairs if pair.same)
    for keys in gold.complete:
        assert 6 <= shared[frozenset(keys)] <= 15, keys


def test_the_table_of_the_guide_counts_what_is_there() -> None:
    told = {
        row[0]: tuple(map(int, row[1:]))
        for row in re.findall(r"^\| (\S+) \| test \|.*?" + r"\| (\d+) " * 4, GUIDE, re.M)
    }
    articles = Counter(row["story"] for row in test_wire.rows())
    judged = Counter((test_wire.event(pair.a.article[1]), pair.same) for pair in read_pairs(FOLDER).pairs)
    assert told == {
        story: (number, judged[story, True], judged[story, None], judged[story, False])
        for story, number in articles.items()
    }
    assert all(near_misses >= 8 for *_, near_misses in told.values())
