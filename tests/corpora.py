"""A small invented corpus as tables, without the model: for tests of the store, the questions and the charts."""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from lib import schema
from lib.store.serving import derive
from lib.tables import to_table

SOURCES = ("Harbor Wire", "The Meridian Post", "Northgate Herald")
ENTITIES = {
    "russia": ("Russia", "COUNTRY", ("Russia", "Russian")),
    "ukraine": ("Ukraine", "COUNTRY", ("Ukraine",)),
    "ada-marsh": ("Ada Marsh", "PERSON", ("Ada Marsh", "Marsh")),
    "tidal-council": ("Tidal Council", "ORG", ("Tidal Council",)),
    "geneva": ("Geneva", "PLACE", ("Geneva",)),
}
ALIASES = {alias: key for key, (_, _, aliases) in ENTITIES.items() for alias in aliases}
TEMPLATES = (
    "{a} and {b} met in Geneva on {day}.",
    "{a} said the plan was “a serious mistake” on {day}.",
    "{a} rejected the proposal of the {c} without delay.",
    "Talks between {a} and {b} are planned for {day}.",
    "Nobody answered the telephone.",
)


@dataclass
class Tables:
    """Rows of every table while they are collected."""

    rows: dict[str, list[Any]] = field(default_factory=lambda: {name: [] for name in schema.TABLES})

    def add(self, table: str, *rows: Any) -> None:
        self.rows[table] += rows


def build(folder: Path, n_articles: int = 12, seed: int = 7) -> Path:
    """Write a generation of ``n_articles`` and return its folder."""
    chance = random.Random(seed)
    tables = Tables()
    for number in range(n_articles):
        _article(tables, number, chance)
    for key, (name, label, aliases) in ENTITIES.items():
        tables.add("entities", schema.Entity(key, name, label, aliases))
        tables.add("aliases", *(schema.Alias(key, a, "name", 1, "same words", 1.0, "Test.") for a in aliases))
    tables.add("problems", schema.Problem("broken.txt", "", "0 bytes", "text", "Save the article again."))
    tables.add("build", schema.BuildFact("run", "finished", "2022-02-06T00:00:00Z"))
    return save(folder, tables)


def save(folder: Path, tables: Tables) -> Path:
    """Write tables as the generation ``folder``/generations/g1 with its serving file."""
    generation = folder / "generations" / "20220206T000000-7e570001"
    generation.mkdir(parents=True)
    for name, row in schema.TABLES.items():
        pq.write_table(to_table(row, tables.rows[name]), generation / f"{name}.parquet")
    derive(generation)
    (folder / "CURRENT").write_text(generation.name)
    return generation


def _article(tables: Tables, number: int, chance: random.Random) -> None:
    key = f"{number:016x}"
    source = SOURCES[number % len(SOURCES)]
    published = dt.date(2022, 1, 28) + dt.timedelta(days=number % 9) if number % 7 != 6 else None
    text, sentences = "", []
    for _ in range(chance.randint(2, 6)):
        day = dt.date(2022, 2, chance.randint(1, 9))
        a, b = chance.sample(["Russia", "Ukraine", "Ada Marsh", "Marsh", "The Russian envoy"], 2)
        sentence = chance.choice(TEMPLATES).format(a=a, b=b, c="Tidal Council", day=f"{day.day} February")
        sentences.append((len(text), len(text) + len(sentence), day))
        text += sentence + chance.choice([" ", "\n\n"])
    how = "metadata" if published else "unknown"
    end = published + dt.timedelta(days=1) if published else None
    tables.add(
        "articles",
        schema.Article(
            key, source, "given", "test", f"Title {number}", published, published, end, how, "test",
            "", "", "en", text, len(text.split()), key, f"{number}.txt",
        ),
    )  # fmt: skip
    for n, (start, stop, day) in enumerate(sentences):
        _sentence(tables, key, n, start, stop, text, day, chance)


def _sentence(
    tables: Tables, key: str, n: int, start: int, end: int, text: str, day: dt.date, chance: random.Random
) -> None:
    tables.add("sentences", schema.Sentence(key, n, start, end, n))
    passage = text[start:end]
    named: list[str] = []
    pattern = "|".join(sorted(map(re.escape, ALIASES), key=len, reverse=True))
    for match in re.finditer(pattern, passage):
        alias = match.group()
        entity = ALIASES[alias]
        named.append(entity)
        role = "demonym" if alias == "Russian" else "name"
        tables.add(
            "mentions",
            schema.Mention(
                key, n, start + match.start(), start + match.end(), alias, ENTITIES[entity][1], entity, role, "ner",
                chance.choice([0.3, 0.9]),
            ),
        )  # fmt: skip
    next_day = day + dt.timedelta(days=1)
    if when := re.search(r"\d+ February", passage):
        at, to = start + when.start(), start + when.end()
        tables.add(
            "times",
            schema.TimeExpression(
                key, n, at, to, when.group(), "DATE", day.isoformat(), day, next_day, "day", None, "explicit", "day-month",
                f"{when.group()} is {day}.", (), 0.9,
            ),
        )  # fmt: skip
        trigger = re.search(r"met|said|planned", passage)
        assert trigger
        status = "planned" if trigger.group() == "planned" else "happened"
        tables.add(
            "events",
            schema.Event(
                f"{key}:{n}:{start + trigger.start()}", key, n, start + trigger.start(), start + trigger.end(), day,
                next_day, "day", trigger.group(), tuple(dict.fromkeys(named)), None, status, "test", at, to,
            ),
        )  # fmt: skip
    if quoted := re.search(r"“(.+?)”", passage):
        a, b = start + quoted.start(1), start + quoted.end(1)
        speaker = next((e for e in named if e == "ada-marsh"), None)
        tables.add(
            "quotes",
            schema.Quote(
                key, n, a, b, quoted.group(1), "partial", "said", "", None, None, speaker,
                "named" if speaker else "anonymous", 0.9,
            ),
        )  # fmt: skip
    for word in re.finditer(r"\b(?:plan|mistake|proposal|telephone|talks)\b", passage, re.IGNORECASE):
        a, b = start + word.start(), start + word.end()
        tables.add("words", schema.Word(key, n, a, b, word.group().casefold(), "NOUN"))


def words(rows: Sequence[Any]) -> list[str]:
    return [row.text for row in rows]
