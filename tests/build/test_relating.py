"""Stories come whole to be compared, however their articles and those of others follow each other in time."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from lib.build import sorting
from lib.build.linking import Sorted
from lib.build.relating import by_story
from lib.schema import (
    Article,
    Event,
    Mention,
    Quantity,
    Quote,
    Sentence,
    Standing,
    TimeExpression,
    Word,
)
from lib.schema.scratch import Predicate
from lib.tables import to_table

DAY = dt.date(2023, 3, 1)
ROWS: dict[str, type] = {
    "articles": Article, "sentences": Sentence, "mentions": Mention, "times": TimeExpression, "events": Event,
    "quotes": Quote, "quantities": Quantity, "standings": Standing, "words": Word, "predicates": Predicate,
}  # fmt: skip


def article(known: str) -> Article:
    return Article(
        known, "Coast Tribune", "given", "", "A title", DAY, DAY, DAY, "given", "", "", "", "en",
        "Boats left. They met.", 4, known, "", f"{known}.txt",
    )  # fmt: skip


def write(folder: Path, order: list[str]) -> Sorted:
    """Tables in which every article has two sentences, and every second one a word."""
    rows: dict[str, list[Any]] = {name: [] for name in ROWS}
    for number, known in enumerate(order):
        rows["articles"].append(article(known))
        rows["sentences"] += [Sentence(known, 0, 0, 11, 0), Sentence(known, 1, 12, 21, 0)]
        rows["words"] += [Word(known, 0, 0, 5, "boats", "boat", "NOUN")] * (number % 2)
    for name, row in ROWS.items():
        pq.write_table(to_table(row, rows[name]), folder / f"{name}.parquet")
    return Sorted(folder, folder, folder, order)


@pytest.mark.parametrize("bucket", [1, 3, 5_000])
def test_stories_come_whole_in_the_order_of_their_last_articles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bucket: int
) -> None:
    monkeypatch.setattr(sorting, "BUCKET", bucket)
    chance = random.Random(3)
    order = [f"a{number:02}" for number in range(30)]
    chance.shuffle(order)
    story_of = {known: f"s{chance.randrange(6)}" for known in order}
    found = list(by_story(write(tmp_path, order), story_of))
    seen = [story_of[known] for known in reversed(order)]
    assert [story.story_id for story in found] == list(dict.fromkeys(seen))[::-1]
    for story in found:
        assert [a.article.article_id for a in story.accounts] == [k for k in order if story_of[k] == story.story_id]
        for account in story.accounts:
            known = account.article.article_id
            assert account.article.story_id == story.story_id
            assert [(s.article_id, s.sentence_id) for s in account.sentences] == [(known, 0), (known, 1)]
            assert [word.article_id for word in account.words] == [known] * (order.index(known) % 2)
            assert not account.predicates
