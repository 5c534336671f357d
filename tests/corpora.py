"""A small invented corpus as tables, without the model: for tests of the store, the questions and the charts.

build(folder)                          # twelve articles of three outlets
build(folder, world=HOSTILE)           # the same, with names, titles and texts that try to be markup
"""

from __future__ import annotations

import datetime as dt
import random
import re
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
TEMPLATES = (
    "{a} and {b} met in Geneva on {day}.",
    "{a} said the plan was “a serious mistake” on {day}.",
    "{a} rejected the proposal of the {c} without delay.",
    "Talks between {a} and {b} are planned for {day}.",
    "Nobody answered the telephone.",
)


@dataclass(frozen=True)
class World:
    """What the articles are made of. ``title`` is formatted with the article's number."""

    sources: tuple[str, ...] = SOURCES
    entities: dict[str, tuple[str, str, tuple[str, ...]]] = field(default_factory=lambda: ENTITIES)
    actors: tuple[str, ...] = ("Russia", "Ukraine", "Ada Marsh", "Marsh", "The Russian envoy")
    templates: tuple[str, ...] = TEMPLATES
    title: str = "Title {}"

    def aliases(self) -> dict[str, str]:
        """Surface form → entity id."""
        return {alias: key for key, (_, _, forms) in self.entities.items() for alias in forms}


#: A name, an outlet, titles and sentences that load or run something wherever they are not escaped.
IMAGE = "<img src=http://example.test/i.png onerror=window.hacked=1>"
HOSTILE = World(
    sources=("</script><b>x", "[Harbor](http://example.test) Wire", "Northgate *Herald* & Sons"),
    entities={**ENTITIES, "ada-marsh": (IMAGE, "PERSON", (IMAGE, "Ada Marsh", "Marsh"))},
    actors=("Russia", IMAGE, "Ada Marsh", "Marsh"),
    templates=(
        *TEMPLATES,
        "{a} said 🌊 ![x](http://example.test/a.png) <script>window.hacked = 1</script> & “so <b>be</b> it” on {day}.",
    ),
    title="![t](http://example.test/t.png) <script>window.hacked = 1</script> {} $x$ :material/home:",
)


@dataclass
class Tables:
    """Rows of every table while they are collected."""

    rows: dict[str, list[Any]] = field(default_factory=lambda: {name: [] for name in schema.TABLES})

    def add(self, table: str, *rows: Any) -> None:
        self.rows[table] += rows


PLAIN = World()


def build(folder: Path, n_articles: int = 12, seed: int = 7, world: World = PLAIN) -> Path:
    """Write a generation of ``n_articles`` and return its folder."""
    chance = random.Random(seed)
    tables = Tables()
    for number in range(n_articles):
        _article(tables, number, chance, world)
    for key, (name, label, aliases) in world.entities.items():
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


def _article(tables: Tables, number: int, chance: random.Random, world: World) -> None:
    key = f"{number:016x}"
    source = world.sources[number % len(world.sources)]
    published = dt.date(2022, 1, 28) + dt.timedelta(days=number % 9) if number % 7 != 6 else None
    text, sentences = "", []
    for _ in range(chance.randint(2, 6)):
        day = dt.date(2022, 2, chance.randint(1, 9))
        a, b = chance.sample(world.actors, 2)
        sentence = chance.choice(world.templates).format(a=a, b=b, c="Tidal Council", day=f"{day.day} February")
        sentences.append((len(text), len(text) + len(sentence), day))
        text += sentence + chance.choice([" ", "\n\n"])
    how = "metadata" if published else "unknown"
    end = published + dt.timedelta(days=1) if published else None
    tables.add(
        "articles",
        schema.Article(
            key, source, "given", "test", world.title.format(number), published, published, end, how, "test",
            "", "", "en", text, len(text.split()), key, "", f"{number}.txt",
        ),
    )  # fmt: skip
    if number == 5:
        # The first sentence is taken over from the third article.
        a, b, _ = sentences[0]
        tables.add("copies", schema.Copy(key, a, b, f"{3:016x}", 0, b - a, 0.5, "Test."))
    for n, (start, stop, day) in enumerate(sentences):
        _sentence(tables, key, n, start, stop, text, day, chance, world)


def _sentence(
    tables: Tables,
    key: str,
    n: int,
    start: int,
    end: int,
    text: str,
    day: dt.date,
    chance: random.Random,
    world: World,
) -> None:
    tables.add("sentences", schema.Sentence(key, n, start, end, n))
    passage = text[start:end]
    named: list[str] = []
    aliases = world.aliases()
    pattern = "|".join(sorted(map(re.escape, aliases), key=len, reverse=True))
    for match in re.finditer(pattern, passage):
        alias = match.group()
        entity = aliases[alias]
        named.append(entity)
        role = "demonym" if alias == "Russian" else "name"
        tables.add(
            "mentions",
            schema.Mention(
                key, n, start + match.start(), start + match.end(), alias, world.entities[entity][1], entity, role,
                "ner", chance.choice([0.3, 0.9]),
            ),
        )  # fmt: skip
    next_day = day + dt.timedelta(days=1)
    if when := re.search(r"\d+ February", passage):
        at, to = start + when.start(), start + when.end()
        tables.add(
            "times",
            schema.TimeExpression(
                key, n, at, to, when.group(), "DATE", day.isoformat(), day, next_day, "day", None, "explicit",
                "day-month", f"{when.group()} is {day}.", (), 0.9,
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
        tables.add("words", schema.Word(key, n, a, b, word.group().casefold(), word.group().casefold(), "NOUN"))
