"""Articles to rows: the model and the finders, for those whose rows are not kept from an earlier build.

    faults = parse_missing(spool, entries, store, nlp, progress)

A failure in one article becomes a ``Problem`` and leaves that article out; the others go on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from spacy.language import Language

from lib.build import problems
from lib.build.entries import Entry
from lib.build.found import Found
from lib.build.parsed import ParsedRows
from lib.build.progress import Progress
from lib.build.spool import Spool
from lib.build.stages import find_all
from lib.find.document import Document
from lib.find.parse import parse_all
from lib.schema import Article, MarkedSpan, Problem

#: Articles that go through the model together: more are hardly faster and take more memory.
TOGETHER = 8
#: Articles in a batch of kept rows: what a killed build loses at most.
BATCH = 200


Item = tuple[Article, list[MarkedSpan]]


def parse_missing(
    spool: Spool, entries: Mapping[str, Entry], store: ParsedRows, nlp: Language, progress: Progress
) -> list[Problem]:
    """Parse every article whose key the store does not have, and keep the rows. Returns what failed."""
    n = sum(entry.key not in store for entry in entries.values())
    if not n:
        return []
    progress.stage("parsing", "articles", n)
    faults: list[Problem] = []
    batch: list[tuple[str, Found]] = []
    missing = _missing(spool, entries, store)
    while group := list(islice(missing, TOGETHER)):
        for document in _documents(group, nlp, faults):
            article = document.article
            try:
                batch.append((entries[article.article_id].key, find_all(document)))
            except problems.StageFailedError as error:
                faults.append(problems.failed(error.stage, article.path, error.__cause__ or error))
        progress.step(len(group))
        if len(batch) >= BATCH:
            store.add(batch)
            batch = []
    store.add(batch)
    return faults


def _missing(spool: Spool, entries: Mapping[str, Entry], store: ParsedRows) -> Iterator[Item]:
    for chunk in spool.chunks():
        for article, spans in chunk:
            entry = entries.get(article.article_id)
            if entry is not None and entry.key not in store:
                yield entry.changed(article), spans


def _documents(group: list[Item], nlp: Language, faults: list[Problem]) -> Iterator[Document]:
    """The group's documents; where the model fails on the group, each article by itself."""
    try:
        parsed = list(parse_all(group, nlp, batch=TOGETHER))
    except Exception as error:  # one bad article never stops the others
        if len(group) == 1:
            faults.append(problems.failed("parse", group[0][0].path, error))
            return
        for item in group:
            yield from _documents([item], nlp, faults)
    else:
        yield from parsed
