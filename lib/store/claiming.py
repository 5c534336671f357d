"""Sentences that a person puts under a claim or takes out of one, and what then follows for the claim.

    remember(connection)
    ...                     # corrections
    recount(connection)     # the claims whose sentences or differences are other ones than before

A claim that no correction touched keeps the numbers of the build.
"""

from __future__ import annotations

from collections.abc import Mapping

from lib.store.engine import Connection
from lib.store.numbers import article_no, number

What = Mapping[str, str]

#: Who answers for an article ``a``, as a build counts outlets: without a name each article is an outlet of its own, and
#: two names are two outlets though one address stands for both.
_OUTLET = "case when a.source = '' then a.article_id else a.source end"
_COUNTED = f"""select f.claim_no, count(*) as n, count(distinct {_OUTLET}) as n_outlets,
        count(distinct a.origin_id) as n_origins
    from statements f join articles a on a.article_no = f.article_no
    where f.claim_no in (select claim_no from touched) group by f.claim_no"""
#: The place of a row, which no renumbering of sentences moves.
_PLACE = "claim_no, article_no, start_at, end_at"


def same(c: Connection, what: What) -> bool:
    """Put a sentence under a claim."""
    claim = number(c, "select claim_no from claims where claim_id = ?", what["claim"])
    article = article_no(c, what["article"])
    if claim is None or article is None:
        return False
    sentence = int(what["sentence"])
    there = "select count(*) from statements f join sentences s on s.sentence_no = f.sentence_no"
    if number(c, f"{there} where f.claim_no = ? and s.article_no = ? and s.sentence_id = ?", claim, article, sentence):
        return False
    c.execute("delete from nearest where claim_no = ? and article_no = ?", [claim, article])
    # A sentence states one claim: it leaves the one that it was put under.
    c.execute(
        "delete from statements where sentence_no in"
        " (select sentence_no from sentences where article_no = ? and sentence_id = ?)",
        [article, sentence],
    )
    c.execute(
        "insert into statements (sentence_no, article_no, source_id, published, claim_no, attribution, speaker_text,"
        " certainty, standing, differs, why, other_article_id, other_sentence_id, score, start_at, end_at)"
        " select sentence_no, article_no, source_id, published, ?, 'outlet', '', 'stated', 'asserted', false,"
        " 'Put here by hand.', '', 0, 1.0, start_at, end_at from sentences where article_no = ? and sentence_id = ?",
        [claim, article, sentence],
    )
    return True


def different(c: Connection, what: What) -> bool:
    """Take a sentence out of a claim."""
    claim = number(c, "select claim_no from claims where claim_id = ?", what["claim"])
    article = article_no(c, what["article"])
    if claim is None or article is None:
        return False
    sentence = "select sentence_no from sentences where article_no = ? and sentence_id = ?"
    inside = f"claim_no = ? and sentence_no in ({sentence})"
    values = [claim, article, int(what["sentence"])]
    if not number(c, f"select count(*) from statements where {inside}", *values):
        return False
    for table in ("statements", "differences"):
        c.execute(f"delete from {table} where {inside}", values)
    return True


def remember(c: Connection) -> None:
    """Keep what the claims rest on before any correction."""
    for table in ("statements", "differences"):
        c.execute(f"create temp table {table}_before as select {_PLACE} from {table}")


def recount(c: Connection) -> None:
    """What follows for the claims that are touched. Call it once, after ``remember`` and all corrections."""
    c.execute(f"create temp table touched as {' union '.join(map(_changed, ('statements', 'differences')))}")
    for statement in _RECOUNT:
        c.execute(statement)
    for table in ("touched", "statements_before", "differences_before"):
        c.execute(f"drop table {table}")


def _changed(table: str) -> str:
    """Claims of which a table has other rows than before."""
    before, now = f"select {_PLACE} from {table}_before", f"select {_PLACE} from {table}"
    return f"select claim_no from ({before} except {now}) union select claim_no from ({now} except {before})"


_RECOUNT = (
    # A claim that fewer than two outlets make is none.
    f"""delete from statements where claim_no in (select claim_no from touched)
        and claim_no not in (select claim_no from ({_COUNTED}) x where x.n_outlets > 1)""",
    *(
        f"delete from {table} where claim_no in (select claim_no from touched)"
        " and claim_no not in (select claim_no from statements)"
        for table in ("differences", "nearest", "claims")
    ),
    "update standings set claim_no = null where claim_no not in (select claim_no from claims)",
    f"""update claims set n_sentences = x.n, n_sources = x.n_outlets, n_origins = x.n_origins
        from ({_COUNTED}) x where x.claim_no = claims.claim_no""",
)
