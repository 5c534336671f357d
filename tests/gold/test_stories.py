"""The articles of seventeen invented stories: what the guide beside them promises."""

import datetime as dt
import json
from collections import Counter
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "stories"


def rows() -> list[dict[str, Any]]:
    return [json.loads(line) for line in (FOLDER / "articles.jsonl").read_text(encoding="utf-8").splitlines()]


def test_there_are_many_stories_of_a_few_articles() -> None:
    sizes = Counter(row["story"] for row in rows())
    assert 14 <= len(sizes) <= 18
    assert set(sizes.values()) <= {3, 4, 5, 6}
    assert sum(sizes.values()) == 72


def test_articles_are_short_and_dated_and_come_from_many_outlets() -> None:
    for row in rows():
        assert 60 <= len(row["text"].split()) <= 140, row["title"]
        assert dt.date.fromisoformat(row["published"]).year == 2023
        assert row["source"]
        assert row["title"]
    assert len({row["source"] for row in rows()}) >= 6


def test_no_outlet_has_two_articles_on_a_story_on_one_day() -> None:
    there = Counter((row["story"], row["source"], row["published"]) for row in rows())
    assert max(there.values()) == 1


def test_one_story_runs_ten_days_and_the_guide_lists_them_all() -> None:
    days: dict[str, list[dt.date]] = {}
    for row in rows():
        days.setdefault(row["story"], []).append(dt.date.fromisoformat(row["published"]))
    assert (max(days["strike-norfreight"]) - min(days["strike-norfreight"])).days >= 10
    guide = (FOLDER / "README.md").read_text(encoding="utf-8")
    for story, there in days.items():
        (line,) = [line for line in guide.splitlines() if line.startswith(f"| {story} |")]
        assert line.split("|")[2].strip().startswith(str(min(there).day)), line
        assert max(there).strftime("%-d %B") in line, line
