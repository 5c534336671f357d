"""A corpus of nothing but content words: each outlet's articles as lists of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path

from lib import schema
from lib.store.engine import Store
from tests.corpora import STORIES, Tables, save

DAY = dt.date(2022, 2, 1)


def worded(folder: Path, outlets: Mapping[str, Sequence[Sequence[str]]]) -> Store:
    """The store of a new corpus in ``folder``; an article is one sentence, the words in order."""
    tables = Tables()
    every = [(source, words) for source, articles in outlets.items() for words in articles]
    for number, (source, words) in enumerate(every):
        key, text = f"{number:016x}", " ".join(words)
        tables.add(
            "articles",
            schema.Article(
                key, source, "given", "test", f"Title {number}", DAY, DAY, DAY + dt.timedelta(days=1), "metadata",
                "test", "", "", "en", text, len(words), key, STORIES[0], f"{number}.txt",
            ),
        )  # fmt: skip
        tables.add("sentences", schema.Sentence(key, 0, 0, len(text), 0))
        at = 0
        for word in words:
            tables.add("words", schema.Word(key, 0, at, at + len(word), word, word, "NOUN"))
            at += len(word) + 1
    return Store.open(save(folder, tables))
