"""Corpora of any size, made up of invented names and words: tables only, no model, the same for the same number.

folder = generate(Path("somewhere/1000"), 1000)      # a corpus that Store.open(current(folder)) reads
"""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from lib import schema
from lib.generation import FOLDER, POINTER
from lib.store.serving import derive
from lib.tables import to_table

OUTLETS, DAYS, SENTENCES, IN_STORY = 20, 365, 12, 50
FIRST = dt.date(2022, 1, 1)
NAME = "20230101T000000-be0c4000"
_LABELS = ("PERSON", "ORG", "COUNTRY", "PLACE")
_WORDS = ("talks", "border", "winter", "grain", "signal", "harbour", "ledger", "copper", "meadow", "lantern")
Rows = dict[str, list[Any]]


def generate(folder: Path, n_articles: int) -> Path:
    """Write a corpus of ``n_articles`` with ``SENTENCES`` sentences each into ``folder`` and return it."""
    chance = random.Random(n_articles)
    n_entities = max(20, n_articles // 5)
    names = [f"{_WORDS[i % 10].capitalize()} {_WORDS[i // 10 % 10].capitalize()} {i}" for i in range(n_entities)]
    rows: Rows = {name: [] for name in schema.TABLES}
    for number in range(n_articles):
        _article(rows, number, names, chance)
    for i, name in enumerate(names):
        rows["entities"].append(schema.Entity(f"e{i}", name, _LABELS[i % 4], (name,)))
        rows["aliases"].append(schema.Alias(f"e{i}", name, "name", 1, "same words", 1.0, "Generated."))
    rows["stories"] = _stories(rows["articles"])
    generation = folder / FOLDER / NAME
    generation.mkdir(parents=True)
    for table, row in schema.TABLES.items():
        pq.write_table(to_table(row, rows[table]), generation / f"{table}.parquet")
    derive(generation)
    (folder / POINTER).write_text(NAME)
    return folder


def story_id(number: int) -> str:
    """``IN_STORY`` articles in a row are one story."""
    return f"story-{number // IN_STORY}"


def _stories(articles: list[schema.Article]) -> list[schema.Story]:
    found: dict[str, list[schema.Article]] = {}
    for article in articles:
        found.setdefault(article.story_id, []).append(article)
    return [
        schema.Story(
            known, members[0].title, members[0].article_id, min(a.published for a in members if a.published),
            max(a.published for a in members if a.published) + dt.timedelta(days=1), len(members),
            len({a.source for a in members}), (), (),
        )
        for known, members in found.items()
    ]  # fmt: skip


def _article(rows: Rows, number: int, names: list[str], chance: random.Random) -> None:
    key = f"{number:016x}"
    day = FIRST + dt.timedelta(days=chance.randrange(DAYS))
    text = ""
    for n in range(SENTENCES):
        # Few names are everywhere and most are rare, as in real news.
        picked = [min(int(chance.paretovariate(0.9)) - 1, len(names) - 1) for _ in range(2)]
        words = " ".join(chance.choices(_WORDS, k=8))
        when = day - dt.timedelta(days=chance.randrange(10))
        said = f"{names[picked[0]]} and {names[picked[1]]} met on {when} about “{words}”."
        _sentence(rows, key, n, len(text), said, picked, names, when)
        text += said + " "
    source = f"Outlet {number % OUTLETS}"
    rows["articles"].append(
        schema.Article(
            key, source, "given", "", f"Story {number}", day, day, day + dt.timedelta(days=1), "metadata", "", "", "",
            "en", text, len(text.split()), key, story_id(number), f"{number}.txt",
        )
    )  # fmt: skip


def _sentence(
    rows: Rows, key: str, n: int, at: int, said: str, picked: list[int], names: list[str], when: dt.date
) -> None:
    rows["sentences"].append(schema.Sentence(key, n, at, at + len(said), n))
    starts = (at, at + len(names[picked[0]]) + 5)
    for i, start in zip(picked, starts, strict=True):
        end, label = start + len(names[i]), _LABELS[i % 4]
        rows["mentions"].append(schema.Mention(key, n, start, end, names[i], label, f"e{i}", "name", "ner", 0.9))
    after = when + dt.timedelta(days=1)
    date = at + said.index(str(when))
    rows["times"].append(
        schema.TimeExpression(
            key, n, date, date + 10, str(when), "DATE", str(when), when, after, "day", None, "explicit", "iso", "", (),
            0.9,
        )
    )  # fmt: skip
    met = at + said.index(" met ") + 1
    participants = tuple(dict.fromkeys(f"e{i}" for i in picked))
    rows["events"].append(
        schema.Event(
            f"{key}:{n}:{met}", key, n, met, met + 3, when, after, "day", "met", participants, None, "happened", "",
            date, date + 10,
        )
    )  # fmt: skip
    quote = at + said.index("“") + 1
    content = said[quote - at : said.index("”")]
    rows["quotes"].append(
        schema.Quote(
            key, n, quote, quote + len(content), content, "partial", "", "", None, None, participants[0], "named", 0.9
        )
    )
    for word in content.split():
        rows["words"].append(schema.Word(key, n, quote, quote + len(word), word, word, "NOUN"))
        quote += len(word) + 1
