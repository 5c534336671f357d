"""Articles that state a claim no longer: each gets a sentence that stands for its silence, as a build gives it one.

    remember(connection)
    ...                     # corrections
    fill(connection)        # once the claims are counted again

A sentence that was taken out of the claim stands there itself; else the one that was nearest before. Where that is no
longer part of the article, it is the sentence that shares most names with the claim.
"""

from __future__ import annotations

from lib.store.engine import Connection

OUT = "Taken out by hand."
#: Likeness needs the vectors of a build.
BY_NAMES = "What stated it, or came nearest, is no longer in the text; this sentence shares most names with it."

_PAIRS = "select claim_no, article_no from"
#: Claims and articles whose silence has no sentence now, and had one, or was none, before.
_LOST = f"""create temp table lost as
    select claim_no, article_no from ({_PAIRS} stated_before union {_PAIRS} nearest_before
        except {_PAIRS} statements except {_PAIRS} nearest)
    where claim_no in (select claim_no from claims)"""
_STILL = """join lost l on l.claim_no = b.claim_no and l.article_no = b.article_no
    join sentences s on s.article_no = b.article_no and s.start_at <= b.start_at and s.end_at >= b.end_at"""
_SHARED = """select l.claim_no, s.sentence_no, count(distinct n.entity_no) as shared
    from lost l join sentences s on s.article_no = l.article_no
    left join mentions m on m.sentence_no = s.sentence_no
    left join (select distinct f.claim_no, o.entity_no
               from statements f join mentions o on o.sentence_no = f.sentence_no
               where f.claim_no in (select claim_no from lost)) n
      on n.claim_no = l.claim_no and n.entity_no = m.entity_no
    group by l.claim_no, s.sentence_no"""
_FILL = f"""insert into nearest
    (sentence_no, article_no, source_id, published, claim_no, related, why, score, start_at, end_at)
    select s.sentence_no, s.article_no, s.source_id, s.published, x.claim_no, x.related, x.why, x.score, s.start_at,
           s.end_at
    from (select *, row_number() over (partition by claim_no, article_no order by choice, near desc, sentence_no) as n
          from (select b.claim_no, s.article_no, s.sentence_no, 1 as choice, b.score as near, true as related,
                       '{OUT}' as why, b.score from stated_before b {_STILL}
                union all
                select b.claim_no, s.article_no, s.sentence_no, 2, b.score, b.related, b.why, b.score
                from nearest_before b {_STILL}
                union all
                select c.claim_no, s.article_no, c.sentence_no, 3, c.shared, false, '{BY_NAMES}', 0.0
                from ({_SHARED}) c join sentences s on s.sentence_no = c.sentence_no)) x
    join sentences s on s.sentence_no = x.sentence_no where x.n = 1 order by x.claim_no, s.sentence_no"""


def remember(c: Connection) -> None:
    """Keep which articles state which claims, and which sentences stand for silence, before any correction."""
    c.execute("create temp table stated_before as select claim_no, article_no, start_at, end_at, score from statements")
    c.execute("create temp table nearest_before as select * from nearest")


def fill(c: Connection) -> None:
    """Give every article that was searched for a claim, and does not state it now, its sentence."""
    for statement in (_LOST, _FILL):
        c.execute(statement)
    for table in ("lost", "stated_before", "nearest_before"):
        c.execute(f"drop table {table}")
