"""Sentences that a person puts under a claim or takes out of one, and what then follows for the claim.

    remember(connection)
    ...                     # corrections
    recount(connection)     # the claims whose sentences or differences are other ones than before

A claim that no correction touched keeps the numbers of the build.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lib.interval import DateInterval
from lib.store import leftover, silence
from lib.store.engine import Connection
from lib.store.numbers import article_no, number
from lib.store.opposing import Differing, Stating, standing

What = Mapping[str, str]

#: Who answers for an article ``a``, as a build counts outlets: without a name each article is an outlet of its own, and
#: two names are two outlets though one address stands for both.
_OUTLET = "case when a.source = '' then a.article_id else a.source end"
#: What a reason calls an article's outlet.
_CALLED = "case when a.source <> '' then a.source when a.title <> '' then a.title else a.article_id end"
_COUNTED = f"""select f.claim_no, count(*) as n, count(distinct {_OUTLET}) as n_outlets,
        count(distinct a.origin_id) as n_origins
    from statements f join articles a on a.article_no = f.article_no
    where f.claim_no in (select claim_no from touched) group by f.claim_no"""
#: The place of a row, which no renumbering of sentences moves.
_PLACE = "claim_no, article_no, start_at, end_at"
#: Table → what corrections change of its rows, besides adding and removing them.
_SAID = {"statements": "speaker_group", "differences": "value"}


def same(c: Connection, what: What) -> bool:
    """Put a sentence under a claim. It may state two things: it stays where it stands besides."""
    claim = number(c, "select claim_no from claims where claim_id = ?", what["claim"])
    article = article_no(c, what["article"])
    if claim is None or article is None:
        return False
    sentence = int(what["sentence"])
    there = "select count(*) from statements f join sentences s on s.sentence_no = f.sentence_no"
    if number(c, f"{there} where f.claim_no = ? and s.article_no = ? and s.sentence_id = ?", claim, article, sentence):
        return False
    c.execute("delete from nearest where claim_no = ? and article_no = ?", [claim, article])
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
    silence.remember(c)
    leftover.remember(c)
    c.execute(f"create temp table statements_before as select {_PLACE}, {_SAID['statements']} from statements")
    c.execute("create temp table differences_before as select * from differences")


def recount(c: Connection) -> None:
    """What follows for the claims that are touched. Call it once, after ``remember`` and all corrections."""
    c.execute(f"create temp table touched as {' union '.join(map(_changed, _SAID))}")
    for statement in _RECOUNT:
        c.execute(statement)
    before, now, stated = _differing(c, "differences_before"), _differing(c, "differences"), _stating(c)
    for claim, rows in now.items():
        _recompare(c, claim, before[claim], rows, stated[claim])
    for statement in _AFTER:
        c.execute(statement)
    silence.fill(c)
    leftover.settle(c)
    for table in ("touched", "statements_before", "differences_before"):
        c.execute(f"drop table {table}")


def _recompare(
    c: Connection, claim: int, before: Sequence[Differing], now: Sequence[Differing], stated: Sequence[Stating]
) -> None:
    """Keep the differences of a claim that still have another side."""
    kept = dict(standing(before, now, stated))
    for row in now:
        place = [claim, row.kind, row.article_no, row.start]
        where = "claim_no = ? and kind = ? and article_no = ? and start_at = ?"
        if row not in kept:
            c.execute(f"delete from differences where {where}", place)
        elif kept[row] != row.why:
            c.execute(f"update differences set why = ? where {where}", [kept[row], *place])


def _differing(c: Connection, table: str) -> dict[int, list[Differing]]:
    """Claim → its rows of a table of differences, of the claims that are touched."""
    rows = c.execute(
        f"select f.claim_no, f.kind, f.article_no, f.sentence_no, f.start_at, {_CALLED},"
        " substr(a.text, f.start_at + 1, f.end_at - f.start_at), f.value, f.why, coalesce(v.first, t.date_start),"
        f" coalesce(v.past, t.date_end), coalesce(t.rule = 'corrected', false) from {table} f"
        " join articles a on a.article_no = f.article_no left join times t on f.kind = 'date'"
        " and t.article_no = f.article_no and t.start_at = f.start_at and t.end_at = f.end_at"
        # What a build compared: an act may last longer than the words that date it.
        " left join (select article_no, time_start, time_end, min(date_start) as first, max(date_end) as past"
        " from events group by article_no, time_start, time_end) v on f.kind = 'date' and v.article_no = f.article_no"
        " and v.time_start = f.start_at and v.time_end = f.end_at"
        " where f.claim_no in (select claim_no from touched) order by f.claim_no, f.sentence_no, f.start_at"
    ).fetchall()
    found: dict[int, list[Differing]] = {}
    for claim, *row, first, past, corrected in rows:
        days = DateInterval(first, past) if first and past else None
        found.setdefault(claim, []).append(Differing(*[*row, days, corrected]))
    return found


def _stating(c: Connection) -> dict[int, list[Stating]]:
    """Claim → its statements, of the claims that are touched."""
    rows = c.execute(
        f"select f.claim_no, f.sentence_no, {_CALLED}, f.attribution, coalesce(f.speaker_group, ''), f.certainty"
        " from statements f join articles a on a.article_no = f.article_no"
        " where f.claim_no in (select claim_no from touched)"
    ).fetchall()
    found: dict[int, list[Stating]] = {}
    for claim, *row in rows:
        found.setdefault(claim, []).append(Stating(*row))
    return found


def _changed(table: str) -> str:
    """Claims of which a table has other rows than before, or rows that say something else."""
    before, now = (f"select {_PLACE}, {_SAID[table]} from {one}" for one in (f"{table}_before", table))
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

#: A claim is called by a sentence that states it: of those left, one that is stated, names somebody, is no other
#: claim's and is the best link of most others.
_GIST = """select f.claim_no, a.article_id, s.sentence_id, s.text, row_number() over (partition by f.claim_no order by
        f.certainty <> 'stated', not exists (select 1 from mentions m where m.sentence_no = f.sentence_no),
        exists (select 1 from claims o where o.gist = s.text and o.claim_no <> f.claim_no),
        (select count(*) from statements l where l.claim_no = f.claim_no and l.other_article_id = a.article_id
         and l.other_sentence_id = s.sentence_id) desc, f.score desc, f.sentence_no) as place
    from statements f join articles a on a.article_no = f.article_no join sentences s on s.sentence_no = f.sentence_no
    where f.claim_no in (select claim_no from touched)"""
_HELD = """select 1 from statements f join articles a on a.article_no = f.article_no
    join sentences s on s.sentence_no = f.sentence_no where f.claim_no = claims.claim_no
    and a.article_id = claims.gist_article_id and s.sentence_id = claims.gist_sentence_id"""
_AFTER = (
    """update statements set differs = exists (select 1 from differences d where d.claim_no = statements.claim_no
        and d.sentence_no = statements.sentence_no) where claim_no in (select claim_no from touched)""",
    """update claims set differences = coalesce((select list_sort(list(distinct d.kind)) from differences d
        where d.claim_no = claims.claim_no), []) where claim_no in (select claim_no from touched)""",
    f"""update claims set gist = x.text, gist_article_id = x.article_id, gist_sentence_id = x.sentence_id
        from ({_GIST}) x where x.claim_no = claims.claim_no and x.place = 1 and not exists ({_HELD})""",
)
