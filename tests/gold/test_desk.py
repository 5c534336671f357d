"""The articles of several desks on the same events, and every pair of sentences judged: what the guide promises."""

import datetime as dt
import json
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any

from lib.quality.claims_gold import ClaimsGold, read_pairs
from lib.read import RawArticle, read
from lib.schema import Problem

FOLDER = Path(__file__).parent / "desk"


def rows() -> list[dict[str, Any]]:
    return [json.loads(line) for line in (FOLDER / "articles.jsonl").read_text(encoding="utf-8").splitlines()]


def articles() -> list[RawArticle]:
    return [one for one in read(FOLDER / "articles.jsonl") if not isinstance(one, Problem)]


def gold() -> ClaimsGold:
    return read_pairs(FOLDER)


def test_articles_have_the_length_of_news_and_a_date_and_an_outlet() -> None:
    for row in rows():
        assert 250 <= len(row["text"].split()) <= 450, row["title"]
        assert dt.date.fromisoformat(row["published"]).year == 2024
        assert row["source"]
        assert row["title"]
        assert row["part"] in ("dev", "test")


def test_each_event_is_in_one_half_and_told_by_two_or_three_outlets() -> None:
    outlets: dict[str, list[str]] = {}
    halves: dict[str, set[str]] = {}
    for row in rows():
        outlets.setdefault(row["event"], []).append(row["source"])
        halves.setdefault(row["event"], set()).add(row["part"])
    assert all(len(there) in (2, 3) and len(set(there)) == len(there) for there in outlets.values())
    assert all(len(there) == 1 for there in halves.values())


def test_every_article_is_read_with_its_text_as_it_is() -> None:
    assert [one.text for one in articles()] == [row["text"] for row in rows()]


def test_each_snippet_stands_once_in_its_article_and_crosses_no_line() -> None:
    there = articles()
    for pair in gold().pairs:
        for side in (pair.a, pair.b):
            name, item = side.article
            assert name == "articles.jsonl"
            assert item is not None
            start, end = side.place(there[item - 1].text)
            assert there[item - 1].text[start:end] == side.sentence
            assert "\n" not in side.sentence


def test_no_pair_is_judged_twice_and_both_sides_are_of_one_event() -> None:
    judged = [frozenset((pair.a, pair.b)) for pair in gold().pairs]
    assert len(judged) == len(set(judged))
    told = [row["event"] for row in rows()]
    for pair in gold().pairs:
        first, second = (side.article[1] or 0 for side in (pair.a, pair.b))
        assert first != second
        assert told[first - 1] == told[second - 1], pair


def test_every_two_articles_on_one_event_are_complete() -> None:
    there = [(number, row["event"]) for number, row in enumerate(rows(), start=1)]
    expected = {frozenset((n, m)) for (n, first), (m, second) in combinations(there, 2) if first == second}
    complete = [frozenset(item or 0 for _, item in keys) for keys in gold().complete]
    assert len(complete) == len(set(complete))
    assert set(complete) == expected
    shared = {frozenset((p.a.article[1], p.b.article[1])) for p in gold().pairs if p.same}
    assert shared == expected


def test_only_shared_pairs_differ_and_near_misses_say_why() -> None:
    for pair in gold().pairs:
        assert not pair.differs or pair.same is True, pair
        assert pair.why or pair.same is not False, pair


def test_the_guide_counts_the_pairs_of_every_event() -> None:
    guide = (FOLDER / "README.md").read_text(encoding="utf-8")
    told = [row["event"] for row in rows()]
    parts = {row["event"]: row["part"] for row in rows()}
    verdicts = Counter((told[(pair.a.article[1] or 0) - 1], pair.same) for pair in gold().pairs)
    for event in dict.fromkeys(told):
        (line,) = [line for line in guide.splitlines() if line.startswith(f"| {event} |")]
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        counted = [told.count(event), verdicts[event, True], verdicts[event, None], verdicts[event, False]]
        assert cells[1] == parts[event]
        assert [int(cell) for cell in cells[3:]] == counted, line
        assert verdicts[event, False] >= 8
