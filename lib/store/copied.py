"""Which sentences a copy took over whole: those that 'count a wire story once' leaves out.

    take_over("s.article_no = 3")       # one statement

A sentence in which one word is the copy's own counts: that word may be the number that the copy changed. So all words
must stand in passages, however these cut the sentence; marked stretches are no words of the body.
"""

from __future__ import annotations

#: Sentences of articles that have passages of another.
OF_COPIES = "s.article_no in (select article_no from copies)"


def take_over(which: str) -> str:
    """The statement that says anew of sentences ``s`` whether they are copied; ``which``: a condition.

    It needs the tables ``sentences``, ``copies`` and ``spans``. Each stretch between two that are covered is looked at
    for a letter or a digit; the sentence's own end stands for the last of them.
    """
    return f"""update sentences set copied = x.taken from (
        with covers as (
            select s.sentence_no, s.start_at as first, c.start_at, c.end_at, c.passage
            from sentences s join (
                select article_no, start_at, end_at, true as passage from copies
                union all select article_no, start_at, end_at, false from spans
            ) c on c.article_no = s.article_no and c.start_at < s.end_at and c.end_at > s.start_at
            where {which}
            union all select s.sentence_no, s.start_at, s.end_at, s.end_at, false from sentences s where {which}),
        gaps as (
            select sentence_no, passage, start_at as past,
                   coalesce(max(end_at) over (partition by sentence_no order by start_at, end_at
                                              rows between unbounded preceding and 1 preceding), first) as start_at
            from covers)
        select g.sentence_no, bool_or(g.passage) and not bool_or(g.past > g.start_at and regexp_matches(
                   substr(s.text, g.start_at - s.start_at + 1, g.past - g.start_at), '[\\p{{L}}\\p{{N}}_]')) as taken
        from gaps g join sentences s on s.sentence_no = g.sentence_no group by g.sentence_no) x
    where x.sentence_no = sentences.sentence_no and x.taken <> sentences.copied"""
