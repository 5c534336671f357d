"""The one file that knows the order: mark, then find in each article, then link across all of them.

    find_all(document).mentions

A finder is a pure function of one ``Document`` (and of what an earlier finder found in it). The stages that need
the whole corpus, in order: ``infer_published`` (days that nobody stated; ``lib.build.dating`` feeds it),
``same_outlets`` (outlets under several names), ``find_origins`` (copies of one story), ``count_from_original`` (dates
in copied words, fed by ``lib.build.redating``), ``Lexicon`` (names that were missed), ``link`` (entities) and
``link_events`` with its siblings (references), fed by ``lib.build.linking``. Last, articles beside each other, fed by
``lib.build.relating``: ``find_stories``, then in each story ``relate_story``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from lib.build.found import Found, count_words, sentence_rows
from lib.build.problems import StageFailedError
from lib.find.descriptions import find_descriptions
from lib.find.document import Document
from lib.find.events import find_events
from lib.find.marks import mark_article
from lib.find.names import find_names
from lib.find.predicates import find_predicates
from lib.find.quantities import find_quantities
from lib.find.quotes import find_quotes
from lib.find.standings import find_standings
from lib.find.times import find_times
from lib.find.words import find_words
from lib.link.consistency import Lexicon
from lib.link.copied_dates import MOST_DAYS, Dated, Told, count_from_original, told_in
from lib.link.entities import link
from lib.link.origins import Body, find_origins
from lib.link.outlets import same_outlets
from lib.link.published import Clues, DatedArticle, InferredDate, clues_of, infer_published
from lib.link.references import (
    References,
    link_descriptions,
    link_events,
    link_quantities,
    link_quotes,
    link_standings,
)
from lib.relate import relate_story
from lib.relate.stories import find_stories
from lib.schema import Article, MarkedSpan

__all__ = [
    "MOST_DAYS", "Body", "Clues", "Dated", "DatedArticle", "InferredDate", "Lexicon", "References", "Told", "clues_of",
    "count_from_original", "find_all", "find_origins", "find_stories", "infer_published", "link", "link_descriptions",
    "link_events", "link_quantities", "link_quotes", "link_standings", "mark", "relate_story", "same_outlets",
    "told_in",
]  # fmt: skip
T = TypeVar("T")


def mark(article: Article) -> list[MarkedSpan]:
    """What of an article is not its body. Raises ``StageFailedError``."""
    return _run("marks", lambda: list(mark_article(article)))


def find_all(document: Document) -> Found:
    """Every finder on one document, in order. Raises ``StageFailedError`` that names the finder."""
    mentions = _run("names", lambda: find_names(document))
    times = _run("times", lambda: find_times(document))
    quotes = _run("quotes", lambda: find_quotes(document, mentions))
    return Found(
        article_id=document.article.article_id,
        n_words=_run("words", lambda: count_words(document)),
        sentences=_run("sentences", lambda: sentence_rows(document)),
        mentions=mentions,
        times=times,
        events=_run("events", lambda: find_events(document, times, mentions)),
        quotes=quotes,
        words=_run("words", lambda: find_words(document, mentions)),
        quantities=_run("quantities", lambda: find_quantities(document, mentions, times, quotes)),
        standings=_run("standings", lambda: find_standings(document, mentions, quotes)),
        descriptions=_run("descriptions", lambda: find_descriptions(document, mentions)),
        predicates=_run("predicates", lambda: find_predicates(document)),
    )


def _run(stage: str, call: Callable[[], T]) -> T:
    try:
        return call()
    except Exception as error:
        raise StageFailedError(stage) from error
