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


STORIES = ("early", "late")


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
    _compare(tables)
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
            "", "", "en", text, len(text.split()), key, STORIES[number % 2], f"{number}.txt",
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


def _compare(tables: Tables) -> None:
    """Stories, and claims made of the sentences that follow one template; every third claim sentence differs."""
    articles = {a.article_id: a for a in tables.rows["articles"]}
    for story in STORIES:
        told = [a for a in articles.values() if a.story_id == story]
        if not told:
            continue
        days = [a.published for a in told if a.published]
        tables.add(
            "stories",
            schema.Story(
                story, told[0].title, told[0].article_id, min(days, default=None), max(days, default=None), len(told),
                len({a.source for a in told}), ("russia",), ("talks",),
            ),
        )  # fmt: skip
        for said in ("met in Geneva", "rejected the proposal", "Talks between"):
            places = [
                s for s in tables.rows["sentences"]
                if s.article_id in {a.article_id for a in told}
                and said in articles[s.article_id].text[s.start : s.end]
            ]  # fmt: skip
            if len({articles[s.article_id].source for s in places}) >= 2:
                _claim(tables, f"{story}-{said.split()[0].lower()}", story, places, articles)
        _leave(tables, told)


def _leave(tables: Tables, told: list[Any]) -> None:
    """What is in no claim: every third near a sentence of another outlet, every fifth near none at all."""
    ids, outlets = {a.article_id for a in told}, {a.article_id: a.source for a in told}
    stated = {(s.article_id, s.sentence_id) for s in tables.rows["claim_sentences"]}
    here = [s for s in tables.rows["sentences"] if s.article_id in ids]
    if len(set(outlets.values())) < 2:
        return
    for n, s in enumerate(s for s in here if (s.article_id, s.sentence_id) not in stated):
        other = next(o for o in here[n:] + here if outlets[o.article_id] != outlets[s.article_id])
        place = ("", None) if n % 5 == 4 else (other.article_id, other.sentence_id)
        near = n % 3 == 2 and n % 5 != 4
        spoken = ("named", "Marsh", "ada-marsh") if n % 4 == 1 else ("outlet", "", None)
        tables.add(
            "unshared",
            schema.Unshared(
                s.article_id, s.sentence_id, s.start, s.end, *spoken, *place, 0.3 if near else n % 5 / 40, near,
                "Shared: both name Russia. Missing: what happens.",
            ),
        )  # fmt: skip


def _claim(tables: Tables, key: str, story: str, places: list[Any], articles: dict[str, Any]) -> None:
    first = places[0]
    gist = articles[first.article_id].text[first.start : first.end]
    n_sources = len({articles[s.article_id].source for s in places})
    kinds = ("number",) if len(places) > 2 else ()
    tables.add(
        "claims",
        schema.Claim(
            key, story, gist, first.article_id, first.sentence_id, len(places), n_sources, n_sources, kinds, 0.8
        ),
    )
    tables.add("ledger", schema.LedgerRow(key, story, "Talks", "talks", "", 1.0, 3.0, n_sources, bool(kinds), "Test."))
    for n, s in enumerate(places):
        other = places[n - 1]
        differs = n % 3 == 2
        a, b = s.start, s.start + 4
        words = articles[s.article_id].text[a:b]
        tables.add(
            "claim_sentences",
            schema.ClaimSentence(
                key, s.article_id, s.sentence_id, s.start, s.end, 0.4 + n % 2 / 2, other.article_id,
                other.sentence_id, "Both name Geneva.", ("outlet", "anonymous")[n % 2], "", None,
                ("Outlet’s own voice", "an official")[n % 2], ("stated", "hedged")[n % 2],
                ("asserted", "denied")[n % 2], differs,
            ),
        )  # fmt: skip
        tables.add(
            "quantities",
            schema.Quantity(
                s.article_id, s.sentence_id, a, b, words, 1.0, float(n), "", "talk", "talks", "exactly", "",
                "happened", None, None, None, None, "", None, "outlet", key, 0.9,
            ),
        )  # fmt: skip
        tables.add(
            "standings",
            schema.Standing(
                s.article_id, s.sentence_id, a, b, words, ("denied", "challenged")[n % 2], "", "russia", "named",
                s.start, s.end, key, "test", 0.9,
            ),
        )  # fmt: skip
        lemma = ("meet", "not meet")[n % 2]
        tables.add(
            "descriptions", schema.Description(s.article_id, s.sentence_id, a, b, lemma, "VERB", "does", "russia")
        )
        if differs:
            tables.add(
                "differences",
                schema.Difference(key, "number", s.article_id, s.sentence_id, a, b, str(n), "One word differs."),
            )
    told = {s.article_id for s in places}
    for other_id in (a for a, article in articles.items() if article.story_id == story and a not in told):
        s = next(s for s in tables.rows["sentences"] if s.article_id == other_id)
        tables.add(
            "nearest",
            schema.Nearest(key, other_id, s.sentence_id, s.start, s.end, 0.4, bool(s.end % 2), "Both name Russia."),
        )
