"""The words by which a sentence makes a claim: one clause of it, where that is clearly more alike, or all of it.

span_of(likeness, link, number)     # (412, 467): offsets into the article's text
"""

from __future__ import annotations

from lib.relate.claims.agreement import Agreement
from lib.relate.claims.lexicon import depends, limits
from lib.relate.claims.likeness import Likeness
from lib.relate.claims.statements import Span


def span_of(likeness: Likeness, link: Agreement, number: int) -> Span:
    """The words that make the claim: the clause where it is clearly more alike than its sentence, else the sentence."""
    statement = likeness.statements[number]
    clause = link.clause_a if link.a == number else link.clause_b
    clearer = link.features["clause"] - link.features["meaning"] >= limits()["clearer_clause"]
    # 'that they delivered on Wednesday' names nothing without the words before it.
    if 0 <= clause < len(statement.clauses) and clearer and not depends(statement.words(statement.clauses[clause])):
        return statement.clauses[clause]
    return statement.sentence.start, statement.sentence.end


def apart(one: Span, other: Span) -> bool:
    """Whether two spans of one sentence have no word in common: they state two things."""
    return one[1] <= other[0] or other[1] <= one[0]
