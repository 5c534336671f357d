"""Stretches of an article that a person takes out of its body, or puts back into it.

What is taken out is no longer counted. What is put back is read as sentences, with the names that the corpus already
knows by their words; dates, events and quotes in it are found when the corpus is built again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lib.store.copied import take_over
from lib.store.engine import Connection
from lib.store.leaving_out import leave_out
from lib.store.numbers import number

#: Facts whose rows lie somewhere in an article.
PLACED = (
    "mentions", "times", "events", "quotes", "words", "statements", "differences", "nearest", "unshared", "quantities",
    "standings", "descriptions",
)  # fmt: skip
_SENTENCE = re.compile(r"\S.*?(?:[.!?][\"”’)]*(?=\s)|(?=\n)|$)", re.DOTALL)
_SHORTEST_FORM = 3


def drop(c: Connection, what: Mapping[str, str]) -> bool:
    """Take a stretch out of the body: rows that touch it go, and its words. A sentence of which none is left goes."""
    article = c.execute("select article_no, length(text) from articles where article_id = ?", [what["article"]])
    row = article.fetchone()
    # A build leaves out a stretch that goes beyond the end of the text, too.
    if row is None or int(what["end"]) > row[1]:
        return False
    place = [row[0], int(what["start"]), int(what["end"])]
    before = _n_words(c, row[0])
    for fact in PLACED:
        c.execute(f"delete from {fact} where article_no = ? and end_at > ? and start_at < ?", place)
    # A build that knows the correction has marked it already.
    c.execute("delete from spans where article_no = ? and start_at = ? and end_at = ?", place)
    c.execute("insert into spans values (?, ?, ?, ?, 'Marked by hand.')", [*place, what["as"]])
    _count_words(c, row[0], before)
    return True


def restore(c: Connection, what: Mapping[str, str]) -> bool:
    """Put a marked stretch back into the body, as sentences with the names that are known."""
    found = c.execute(
        "select p.article_no, a.text from spans p join articles a on a.article_no = p.article_no"
        " where a.article_id = ? and p.start_at = ? and p.end_at = ?",
        [what["article"], int(what["start"]), int(what["end"])],
    ).fetchone()
    if found is None:
        return _in_body(c, what)
    article, text = int(found[0]), str(found[1])
    start, end, before = int(what["start"]), int(what["end"]), _n_words(c, article)
    c.execute("delete from spans where article_no = ? and start_at = ? and end_at = ?", [article, start, end])
    inside = "select sentence_no from sentences where article_no = ? and start_at <= ? and end_at >= ?"
    if (there := number(c, inside, article, start, end)) is not None:
        _name(c, there, article, text[start:end], start)
        _count_words(c, article, before)
        return True
    new, within = _next(c, "sentence_no", "sentences"), _next(c, "sentence_id", "sentences")
    for offset, match in enumerate(_SENTENCE.finditer(text[start:end])):
        a, b = start + match.start(), start + match.end()
        c.execute(
            "insert into sentences select ?, article_no, source_id, story_no, published,"
            " published_how in ('inferred', 'assumed', 'unknown'), ?, ?, ?, ?, lower(?), false, ? from articles"
            " where article_no = ?",
            [new + offset, within + offset, a, b, text[a:b], text[a:b], len(text[a:b].split()), article],
        )
        _name(c, new + offset, article, text[a:b], a)
    _count_words(c, article, before)
    return True


def put_in_order(c: Connection) -> None:
    """Number all sentences anew: by day, article and place, as a build numbers them. Evidence is read in that order."""
    c.execute(
        "create temp table renumbered as select sentence_no as old, cast(row_number() over"
        " (order by published nulls last, article_no, start_at, sentence_id) - 1 as integer) as new from sentences"
    )
    c.execute("delete from renumbered where old = new")
    for fact in ("sentences", *PLACED):
        c.execute(f"update {fact} set sentence_no = r.new from renumbered r where r.old = {fact}.sentence_no")
    c.execute("drop table renumbered")


def _n_words(c: Connection, article: int) -> int:
    """Words of the article's sentences."""
    return number(c, "select coalesce(sum(n_words), 0) from sentences where article_no = ?", article) or 0


def _count_words(c: Connection, article: int, before: int) -> None:
    """What is found and what is copied in the article's sentences now, and how many words they and it have.

    ``before``: the words that the sentences had.
    """
    c.execute(leave_out("s.article_no = ?"), [article])
    c.execute("delete from sentences where article_no = ? and n_words = 0", [article])
    c.execute(take_over("s.article_no = ?"), [article, article])
    more = _n_words(c, article) - before
    c.execute("update articles set n_words = greatest(0, n_words + ?) where article_no = ?", [more, article])


def _in_body(c: Connection, what: Mapping[str, str]) -> bool:
    """Whether the stretch is body already: a build that knows the correction has read it as such."""
    row = c.execute(
        "select count(*) from sentences s join articles a on a.article_no = s.article_no"
        " where a.article_id = ? and s.start_at < ? and s.end_at > ?",
        [what["article"], int(what["end"]), int(what["start"])],
    ).fetchone()
    return bool(row and row[0])


def _name(c: Connection, sentence: int, article: int, passage: str, at: int) -> None:
    """Known names in a sentence, longest first, none inside of another."""
    forms = c.execute(
        "select a.alias, a.role, e.entity_no, e.label from aliases a join entities e on e.entity_id = a.entity_id"
        " where strpos(?, a.alias) > 0 and length(a.alias) >= ? order by length(a.alias) desc, a.n desc, a.alias",
        [passage, _SHORTEST_FORM],
    ).fetchall()
    taken: list[tuple[int, int]] = []
    for form, role, entity, label in forms:
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", passage):
            if any(match.start() < b and match.end() > a for a, b in taken):
                continue
            taken.append(match.span())
            c.execute(
                "insert into mentions (sentence_no, article_no, source_id, published, entity_no, type, role, method,"
                " score, alias, start_at, end_at) select ?, article_no, source_id, published, ?, ?, ?, 'consistency',"
                " 0.8, ?, ?, ? from articles where article_no = ?",
                [sentence, entity, label, role, form, at + match.start(), at + match.end(), article],
            )


def _next(c: Connection, column: str, table: str) -> int:
    row = c.execute(f"select coalesce(max({column}), -1) + 1 from {table}").fetchone()
    return int(row[0]) if row else 0
