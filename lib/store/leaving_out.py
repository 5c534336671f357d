"""Sentences without the words that are not the article's body: what the text filter finds, and what counts as words.

    leave_out("s.article_no = 3")       # one statement

A marked stretch may lie inside of a sentence. The article's text, and so its evidence, keeps it; for counting it is
blank, as for the parser.
"""

from __future__ import annotations

from lib.store.folding import folded

#: Sentences that a marked stretch touches.
TOUCHED = """s.sentence_no in (select t.sentence_no from sentences t join spans p on p.article_no = t.article_no
    where p.start_at < t.end_at and p.end_at > t.start_at)"""


def leave_out(which: str) -> str:
    """The statement that counts sentences ``s`` anew, letter by letter, marked ones as blanks; ``which``: a condition.

    It needs the tables ``sentences`` and ``spans``. A sentence of which nothing is left has no word.
    """
    return f"""update sentences set folded = {folded("x.body")},
        n_words = len(list_filter(string_split_regex(x.body, '\\s+'), lambda word: word <> ''))
    from (select l.sentence_no, string_agg(case when exists (select 1 from spans p where p.article_no = l.article_no
                and p.start_at <= l.at and p.end_at > l.at) then ' '
                else substr(l.text, l.at - l.start_at + 1, 1) end, '' order by l.at) as body
          from (select s.sentence_no, s.article_no, s.start_at, s.text, unnest(range(s.start_at, s.end_at)) as at
                from sentences s where {which}) l
          group by l.sentence_no) x
    where x.sentence_no = sentences.sentence_no"""
