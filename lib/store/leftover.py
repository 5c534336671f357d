"""Statements that corrections put under a claim, or leave in none: what is told by one outlet alone follows.

    remember(connection)
    ...                     # corrections
    settle(connection)      # once the claims are counted again

What stands in a claim is told by others too. What stood in one and does so no longer is near the sentence that it stood
beside; whether it is told elsewhere is looked for by the next build.
"""

from __future__ import annotations

from lib.store.engine import Connection

WHY = "It stood under one statement with this sentence until a correction."

_SETTLE = (
    "delete from unshared where sentence_no in (select sentence_no from statements)",
    f"""insert into unshared
    (sentence_no, article_no, source_id, published, attribution, speaker_text, entity_no, other_article_id,
     other_sentence_id, near, why, score, start_at, end_at)
    select s.sentence_no, s.article_no, s.source_id, s.published, x.attribution, x.speaker_text, e.entity_no,
           x.other_article_id, x.other_sentence_id, true, '{WHY}', x.score, s.start_at, s.end_at
    from (select s.sentence_no, b.*, row_number() over (partition by s.sentence_no
                 order by b.score desc, b.other_article_id, b.other_sentence_id) as place
          from told_before b join sentences s
            on s.article_no = b.article_no and s.start_at <= b.start_at and s.end_at >= b.end_at
          -- What a person took out of the body states nothing.
          where not exists (select 1 from spans p where p.article_no = b.article_no and p.why = 'Marked by hand.'
                            and p.start_at < b.end_at and p.end_at > b.start_at)) x
    join sentences s on s.sentence_no = x.sentence_no
    left join entities e on e.entity_no = x.entity_no
    where x.place = 1 and x.sentence_no not in (select sentence_no from statements)
      and x.sentence_no not in (select sentence_no from unshared)
    order by s.sentence_no""",
    "drop table told_before",
)


def remember(c: Connection) -> None:
    """Keep which sentences stand in claims before any correction."""
    c.execute(
        "create temp table told_before as select article_no, start_at, end_at, attribution, speaker_text, entity_no,"
        " other_article_id, other_sentence_id, score from statements"
    )


def settle(c: Connection) -> None:
    """Take out what stands in a claim now, and add what stood in one."""
    for statement in _SETTLE:
        c.execute(statement)
