"""A data set parsed once, with what every finder says of it, for all measures to share.

    ready = prepare(data, load_model())
    ready.found[0].times, ready.found[0].named

A data set of whole articles takes the way of a build: marks, finders, days that nobody stated, names that the corpus
confirms, entities, references. Any other text is not marked and gets no inferred day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.language import Language

from lib.find.document import Document
from lib.find.events import find_events
from lib.find.marks import mark_article
from lib.find.names import find_names
from lib.find.parse import parse_all
from lib.find.quotes import find_quotes
from lib.find.times import find_times
from lib.find.words import find_words
from lib.link.consistency import Lexicon
from lib.link.entities import link
from lib.link.published import Clues, DatedArticle, clues_of, infer_published
from lib.link.references import References, link_quotes
from lib.quality.dataset import DataSet, Gold
from lib.schema import Article, Entity, Event, Mention, Quote, TimeExpression


@dataclass(slots=True)
class Rows:
    """What was found in one text: ``mentions`` in it alone, ``named`` with the whole data set known and linked."""

    mentions: list[Mention]
    times: list[TimeExpression]
    events: list[Event]
    quotes: list[Quote]
    named: list[Mention]


@dataclass(frozen=True, slots=True)
class Ready:
    """The texts of ``data.documents``, in order, with their rows, and the entities of the data set."""

    data: DataSet
    documents: Sequence[Document]
    found: Sequence[Rows]
    entities: Mapping[str, Entity]

    @property
    def texts(self) -> list[tuple[Gold, Document, Rows]]:
        return list(zip(self.data.documents, self.documents, self.found, strict=True))


def prepare(data: DataSet, nlp: Language) -> Ready:
    """Parse and find; the slow part of a measurement."""
    articles = [_article(number, gold) for number, gold in enumerate(data.documents)]
    items = [(a, list(mark_article(a)) if data.build else []) for a in articles]
    documents = list(parse_all(items, nlp))
    found = [_find(document) for document in documents]
    if data.build:
        for number, day in _inferred(documents, found).items():
            documents[number] = dated(documents[number], day)
            _date(documents[number], found[number])
    lexicon = Lexicon.from_mentions(m for rows in found for m in rows.mentions)
    for document, rows in zip(documents, found, strict=True):
        article, places = document.article, [(s.start, s.end) for s in document.sentences]
        hidden = [(span.start, span.end) for span in document.spans]
        more = lexicon.missed(article.article_id, article.text, places, rows.mentions, hidden)
        rows.named = sorted([*rows.mentions, *more], key=lambda m: m.start)
    linked = link(m for rows in found for m in rows.named)
    for rows in found:
        rows.named = list(linked.relabel(rows.named))
        rows.quotes = list(link_quotes(rows.quotes, References.of(rows.named)))
    return Ready(data, documents, found, {e.entity_id: e for e in linked.entities})


def _find(document: Document) -> Rows:
    mentions = find_names(document)
    rows = Rows(mentions, [], [], find_quotes(document, mentions), [])
    _date(document, rows)
    return rows


def _date(document: Document, rows: Rows) -> None:
    rows.times = find_times(document)
    rows.events = find_events(document, rows.times, rows.mentions)


def dated(document: Document, day: dt.date | None) -> Document:
    """The same parse with another publication day."""
    return replace(document, article=replace(document.article, published=day))


def clues(document: Document, rows: Rows) -> Clues:
    """What the inference of a missing day reads of a text."""
    words = find_words(document, rows.mentions)
    return clues_of(document.article, document.spans, rows.times, rows.mentions, words)


def _inferred(documents: Sequence[Document], found: Sequence[Rows]) -> dict[int, dt.date | None]:
    """Number of the text → the day inferred for it, None where that stayed open."""
    all_clues = [clues(document, rows) for document, rows in zip(documents, found, strict=True)]
    days = [document.article.published for document in documents]
    known = [DatedArticle(c, day) for c, day in zip(all_clues, days, strict=True) if day is not None]
    answers = infer_published([c for c, day in zip(all_clues, days, strict=True) if day is None], known)
    numbers = {d.article.article_id: n for n, d in enumerate(documents)}
    return {numbers[known_id]: answer.published for known_id, answer in answers.items()}


def _article(number: int, gold: Gold) -> Article:
    known = f"{number:016x}"
    return Article(
        article_id=known, source=gold.source, source_how="given" if gold.source else "unknown", source_evidence="",
        title=gold.title, published=gold.published, published_start=gold.published, published_end=None,
        published_how="given" if gold.published else "unknown", published_evidence="", url="", author="", language="en",
        text=gold.text, n_words=0, origin_id=known, story_id="", path=gold.name,
    )  # fmt: skip
