"""Rows of a table, or objects of a JSON file, to articles: one path for CSV, JSON and Parquet.

read_rows([("row 1", {"body": "…", "Outlet": "Harbor Wire"})], "news.csv", Given())
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

from lib.read.assemble import Metadata, ambiguity, assemble
from lib.read.cells import address_in, text_of, words_in
from lib.read.decode import decode
from lib.read.fields import allowed_text_names, fields_of, value_of
from lib.read.raw import Given, RawArticle, problem, storable
from lib.schema import Problem
from lib.text.dates_written import parse_date, reads_day_first
from lib.text.outlet_names import host_of, outlet_named, source_of_domain

Row = tuple[str, Mapping[str, object]]


#: Rows that are looked at before the first is read: which columns there are, and whether days come first in dates.
AHEAD = 5000


def read_rows(rows: Iterable[Row | Problem], path: str, given: Given) -> Iterator[RawArticle | Problem]:
    """An article or a problem a row, in order, as they come; one problem where no column can be the text."""
    coming = iter(rows)
    ahead = list(islice(coming, AHEAD))
    first = [row for row in ahead if not isinstance(row, Problem)]
    columns = list(dict.fromkeys(str(column) for _, row in first for column in row))
    if not first:
        yield from (row for row in ahead if isinstance(row, Problem))
        if not ahead:
            yield problem(path, "the table has no rows", "one row an article", "check the export")
        return
    fields = fields_of(columns, given)
    if "text" not in fields:
        yield from (row for row in ahead if isinstance(row, Problem))
        yield _no_text(columns, path)
        return
    yield from _unknown_columns(columns, path, given)
    day_first = reads_day_first([value_of(row, fields.get("published"))[0] for _, row in first])
    known, n = set(columns), 0
    for item in chain(ahead, coming):
        if isinstance(item, Problem):
            yield item
            continue
        where, row = item
        if n == given.limits.articles:
            yield _too_many(where, path, given)
            return
        n += 1
        if not row.keys() <= known:
            known |= row.keys()
            fields = fields_of(list(known), given)
        yield from _read_row(row, where, fields, path, given, day_first)


def _no_text(columns: Sequence[str], path: str) -> Problem:
    there = ", ".join(columns[:40])[:2000] or "none"
    what, why = f"no column holds the text; the columns are: {there}", f"one of: {allowed_text_names()}"
    remedy = "rename the column that holds the article's text to 'text', or name it: --map text=COLUMN"
    return problem(path, what, why, remedy)


def _unknown_columns(columns: Sequence[str], path: str, given: Given) -> Iterator[Problem]:
    for field, column in given.columns.items():
        if column not in columns:
            what = f"there is no column {column!r} to take the {field} from"
            there = ", ".join(columns[:40])[:2000]
            yield problem(path, what, f"one of: {there}", "check the name; the column was guessed by its name instead")


def _too_many(where: str, path: str, given: Given) -> Problem:
    n = given.limits.articles
    what = f"the table has more than {n:,} rows; the others were not read"
    return problem(path, what, f"one file may hold {n:,}", "split it, or build with --limit-articles", where)


def _read_row(
    row: Mapping[str, object], where: str, fields: dict[str, list[str]], path: str, given: Given, day_first: bool | None
) -> Iterator[RawArticle | Problem]:
    text, _ = value_of(row, fields["text"])
    identity, _ = value_of(row, fields.get("id"))
    where = storable(f"{where}, id {str(identity)[:60]}") if identity is not None else where
    if text is None:
        yield problem(path, "the text is empty", "every row needs a text", "fill it in, or leave the row out", where)
        return
    words = text_of(text)
    if not words.strip():
        yield problem(path, *_wordless(text), where=where)
        return
    source, source_column = value_of(row, fields.get("source"))
    day, day_column = value_of(row, fields.get("published"))
    url = address_in(value_of(row, fields.get("url"))[0])
    published = parse_date(day, day_first=day_first)
    found = Metadata(
        title=words_in(value_of(row, fields.get("title"))[0]),
        source=_source(words_in(source)), source_evidence=f"{source_column}: {words_in(source)}",
        published=published, published_evidence=f"{day_column}: {str(day)[:80]}",
        url=url, author=words_in(value_of(row, fields.get("author"))[0]),
        language=words_in(value_of(row, fields.get("language"))[0]),
    )  # fmt: skip
    if day is not None and published is None and given.published is None:
        what, why = (
            f"{day_column} {str(day)[:80]!r} is no date",
            "2022-02-03, 3 February 2022, Feb. 3, 2022 or the like",
        )
        yield problem(path, what, why, "the article was read without it; write the day as 2022-02-03", where)
    elif published and published.ambiguous and given.published is None:
        what, why = ambiguity(published), "a day that can be read in one way"
        yield problem(path, what, why, "the article was read day first; write the day as 2022-02-03", where)
    yield from assemble(words, found, path, given, where)


def _wordless(text: object) -> tuple[str, str, str]:
    """What is wrong with a cell that is not blank and holds no words: what, what is allowed, what to do."""
    if isinstance(text, Mapping):
        keys = ", ".join(str(key) for key in list(text)[:20])[:300] or "none"
        return (
            f"the text is an object without words that are known; its keys are: {keys}",
            "words, or an object with them under 'text', 'body' or the like",
            "export the text as plain words",
        )
    fault = decode(text).fault if isinstance(text, bytes) else ""
    if fault:
        return f"the text is no text: {fault}", "words, in UTF-8 where they are bytes", "export the text as plain words"
    return "the text holds no words but tags", "every row needs a text", "fill it in, or leave the row out"


def _source(words: str) -> str:
    known = outlet_named(words)
    if known:
        return known.name
    host = host_of(words) if " " not in words else ""
    return source_of_domain(host) if host else words
