"""Statements listed as told by one outlet alone, against pairs that were judged.

Looked at are articles that are judged against every article that another outlet has of their story. There a statement
is told elsewhere where one of its pairs is the same statement, and by one outlet alone where none is; a statement with
open pairs only, as what another outlet says in passing, is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lib.quality.built import Row as TableRow
from lib.quality.built import Tables, article, built
from lib.quality.compared import Place
from lib.quality.dataset import DataSet
from lib.quality.figures import Row, share
from lib.quality.measures.claims import Judged, judged
from lib.quality.measures.errors import Errors
from lib.quality.ready import Ready


@dataclass(frozen=True, slots=True)
class _Article:
    """Statements of one article that gold is sure of. ``alone``: listed so; ``elsewhere``: told so by gold."""

    alone: frozenset[Place]
    perhaps: frozenset[Place]
    claimed: frozenset[Place]
    elsewhere: frozenset[Place]


def alone(ready: Ready) -> Iterator[Row]:
    """Shares over articles; nothing for a data set without judged pairs, or without an article that is judged whole."""
    data = ready.data
    if data.claims is None or data.inputs is None:
        return
    tables = built(data.inputs, data.lines)
    gold = judged(data, tables)
    articles = _articles(tables, gold, _whole(data, tables))
    right = [(len(one.alone - one.elsewhere), len(one.alone)) for one in articles]
    apart = [(len(one.perhaps & one.elsewhere), len(one.perhaps)) for one in articles]
    found = [(len(one.alone - one.elsewhere), len((one.alone | one.perhaps | one.claimed) - one.elsewhere))
             for one in articles]  # fmt: skip
    name = "statements listed as told by one outlet alone that are"
    yield from share("alone", "right", name, data.key, right)
    yield from share("alone", "found", "statements of one outlet alone that are listed so", data.key, found)
    yield from share("alone", "perhaps", "statements listed as perhaps told elsewhere that are", data.key, apart)
    yield from _errors(data, tables, articles)


def _whole(data: DataSet, tables: Tables) -> set[str]:
    """Articles of which each pair with another outlet's article of their story is complete."""
    if data.claims is None or data.folder is None:
        return set()
    partners: dict[str, set[str]] = defaultdict(set)
    for keys in data.claims.complete:
        a, b = (tables.article(article(data.folder, key).text) or "" for key in keys)
        partners[a].add(b)
        partners[b].add(a)
    outlet = {row["article_id"]: row["source"] or row["article_id"] for row in tables.rows["articles"]}
    together: dict[str, set[str]] = defaultdict(set)
    for row in tables.rows["articles"]:
        together[row["story_id"]].add(row["article_id"])
    story = {row["article_id"]: row["story_id"] for row in tables.rows["articles"]}
    return {
        known
        for known, judged_with in partners.items()
        if known in story
        and all(other in judged_with for other in together[story[known]] if outlet[other] != outlet[known])
    }


def _articles(tables: Tables, gold: Judged, whole: set[str]) -> Sequence[_Article]:
    elsewhere = {place for pair in gold.shared for place in pair}
    unsure = {place for pair in gold.open for place in pair} - elsewhere
    listed = _sure((row for row in tables.rows["unshared"] if not row["near"]), unsure)
    perhaps = _sure((row for row in tables.rows["unshared"] if row["near"]), unsure)
    claimed = _sure(tables.rows["claim_sentences"], unsure)
    told = _by_article(elsewhere)
    return [_Article(listed[known], perhaps[known], claimed[known], told[known]) for known in sorted(whole)]


def _sure(rows: Iterable[TableRow], unsure: set[Place]) -> Mapping[str, frozenset[Place]]:
    """Article → its sentences in these rows, without those that gold is not sure of."""
    return _by_article({(row["article_id"], row["sentence_id"]) for row in rows} - unsure)


def _by_article(places: Iterable[Place]) -> Mapping[str, frozenset[Place]]:
    found: dict[str, frozenset[Place]] = defaultdict(frozenset)
    for place in places:
        found[place[0]] |= {place}
    return found


def _errors(data: DataSet, tables: Tables, articles: Sequence[_Article]) -> Iterator[Row]:
    errors, texts = Errors("alone", data), tables.texts
    for one in articles:
        for place in sorted(one.alone & one.elsewhere):
            errors.add("told elsewhere, and no sentence of it was found near", texts[place], "right")
        for place in sorted(one.claimed - one.elsewhere):
            errors.add("put under a claim", texts[place], "found")
        for place in sorted(one.perhaps - one.elsewhere):
            errors.add("a sentence near that states something else", texts[place], "found", "perhaps")
    yield from errors.rows()
