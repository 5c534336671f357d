"""Invented coverage of many stories by many outlets: the linked tables that comparing starts from, of any size.

    tables, told = cover(Path("somewhere"), n_articles=1000, n_stories=20)      # told: article_id → number of its story

Each story has a place, people and words of its own, shares countries and words with others, and a dozen facts; an
article tells some of them in words of its own, with filler. Sentences are made of parts whose places are known, so
that no finder is needed.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from lib import schema
from lib.build.linking import Sorted
from lib.build.streams import Growing
from lib.schema.scratch import Predicate
from lib.tables import to_table

FIRST, DAYS, LASTS = dt.date(2022, 1, 1), 365, 21
OUTLETS, FACTS, TOLD, FILLER = 25, 12, 6, 8
_SYLLABLES = ("ba", "dor", "fen", "gil", "har", "kel", "lum", "mor", "nis", "por", "ral", "sen", "tol", "ver", "wyn")
_VERBS = ("reject", "approve", "visit", "sign", "close", "open", "delay", "warn", "order", "count", "move", "send")
_DRAFT = ("sentences", "mentions", "times", "events", "quotes", "words")


@dataclass(frozen=True, slots=True)
class _Fact:
    actor: str
    verb: str
    target: str
    number: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Event:
    first: dt.date
    names: tuple[str, ...]
    words: tuple[str, ...]
    facts: tuple[_Fact, ...]


def cover(folder: Path, n_articles: int, n_stories: int) -> tuple[Sorted, dict[str, int]]:
    """Write the tables below ``folder``; articles are sorted by day, then id, as a build sorts them."""
    chance = random.Random(n_articles * 7919 + n_stories)
    general = [_word(chance, 3) for _ in range(3_000)]
    shared = [_word(chance, 2).capitalize() for _ in range(40)]
    events = [_event(chance, general, shared) for _ in range(n_stories)]
    articles = []
    for number in range(n_articles):
        story = number % n_stories
        day = events[story].first + dt.timedelta(days=min(int(chance.expovariate(1 / 6)), LASTS))
        articles.append((day, f"{chance.getrandbits(64):016x}", story))
    articles.sort()
    for name in ("found", "linked", "draft"):
        (folder / name).mkdir(parents=True)
    predicates: list[Predicate] = []
    with ExitStack() as stack:
        out = {name: stack.enter_context(Growing(name, folder / "draft")) for name in _DRAFT}
        for name in ("articles", "quantities", "standings"):
            out[name] = stack.enter_context(Growing(name, folder / "linked", rows=5_000))
        for day, key, story in articles:
            for row in _article(key, day, events[story], general, chance):
                if isinstance(row, Predicate):
                    predicates.append(row)
                else:
                    out[_TABLE[type(row)]].add([row])
    pq.write_table(to_table(Predicate, predicates), folder / "found" / "predicates.parquet")
    order = [key for _, key, _ in articles]
    return Sorted(folder / "found", folder / "linked", folder / "draft", order), {k: s for _, k, s in articles}


_TABLE: dict[type, str] = {row: name for name, row in schema.TABLES.items()}


def _word(chance: random.Random, n: int) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(n))


def _event(chance: random.Random, general: list[str], shared: list[str]) -> _Event:
    names = tuple(_word(chance, 3).capitalize() for _ in range(6)) + tuple(chance.sample(shared, 3))
    words = tuple(chance.sample(general, 40))
    facts = tuple(
        _Fact(
            chance.choice(names), chance.choice(_VERBS), chance.choice(names), chance.randrange(2, 5_000),
            tuple(chance.sample(words, 7)),
        )
        for _ in range(FACTS)
    )  # fmt: skip
    return _Event(FIRST + dt.timedelta(days=chance.randrange(DAYS)), names, words, facts)


def _article(key: str, day: dt.date, event: _Event, general: list[str], chance: random.Random) -> Iterator[Any]:
    source = f"Outlet {chance.randrange(OUTLETS)}"
    title = f"{event.names[0]} {chance.choice(event.facts).verb}s {' '.join(chance.sample(event.words, 3))}"
    text = ""
    rows: list[Any] = []
    told = [(fact, True) for fact in chance.sample(event.facts, TOLD)]
    for _ in range(FILLER):
        words = chance.choices(general, k=7) + chance.choices(event.words, k=2)
        fact = _Fact(chance.choice(event.names), chance.choice(_VERBS), chance.choice(event.names), 0, tuple(words))
        told.append((fact, False))
    chance.shuffle(told)
    for number, (fact, _) in enumerate(told):
        sentence = _Sentence(key, number, len(text))
        sentence.write(fact, chance)
        text += sentence.text + " "
        rows += sentence.rows()
    yield schema.Article(
        key, source, "given", "", title, day, day, day + dt.timedelta(days=1), "metadata", "", "", "", "en", text,
        len(text.split()), key, "", f"{key}.txt",
    )  # fmt: skip
    yield from rows


class _Sentence:
    """A sentence in the making: what is written, and the rows that point into it."""

    def __init__(self, key: str, number: int, at: int) -> None:
        self.key, self.number, self.at, self.text = key, number, at, ""
        self._rows: list[Any] = []

    def write(self, fact: _Fact, chance: random.Random) -> None:
        """Actor, verb, number, some of the fact's words, target."""
        subject = self._name(fact.actor)
        verb = self._put(fact.verb + "ed")
        if fact.number:
            self._number(fact.number, fact.words[0])
        for word in chance.sample(fact.words, len(fact.words) - 2):
            start, end = self._put(word)
            self._rows.append(schema.Word(self.key, self.number, start, end, word, word, "NOUN"))
        target = self._name(fact.target)
        clause = (self.at, self.at + len(self.text))
        self._rows.append(schema.Word(self.key, self.number, *verb, fact.verb + "ed", fact.verb, "VERB"))
        self._rows.append(
            Predicate(
                self.key, self.number, *verb, fact.verb, False, *subject, *target, *clause, False, False, None, None
            )
        )

    def rows(self) -> Iterator[Any]:
        self.text = self.text.strip() + "."
        yield schema.Sentence(self.key, self.number, self.at, self.at + len(self.text), self.number // 3)
        yield from self._rows

    def _put(self, words: str) -> tuple[int, int]:
        start = self.at + len(self.text)
        self.text += words + " "
        return start, start + len(words)

    def _name(self, name: str) -> tuple[int, int]:
        start, end = self._put(name)
        self._rows.append(
            schema.Mention(self.key, self.number, start, end, name, "ORG", name.lower(), "name", "ner", 0.9)
        )
        return start, end

    def _number(self, number: int, counted: str) -> None:
        start, end = self._put(f"{number} {counted}")
        self._rows.append(
            schema.Quantity(
                self.key, self.number, start, end, f"{number} {counted}", float(number), float(number), "", counted,
                counted, "exactly", "", "happened", None, None, None, None, "", None, "outlet", "", 0.9,
            )
        )  # fmt: skip
