"""Rows that a build keeps for itself: found in each article, read when accounts are compared, never served."""

from __future__ import annotations

from dataclasses import dataclass

from lib.schema.columns import column


@dataclass(frozen=True, slots=True)
class Predicate:
    """One verb or event noun with its arguments: who does what to whom, in which clause."""

    article_id: str = column("articles.article_id")
    sentence_id: int = column("sentences.sentence_id")
    start: int = column("first code point of the verb or noun")
    end: int = column("one past its last code point")
    lemma: str = column("dictionary form, case-folded, with a verb's particle: 'call off'")
    noun: bool = column("whether a noun names it: 'invasion'")
    subject_start: int | None = column("first code point of who does it; null where nobody is named")
    subject_end: int | None = column("one past the last code point")
    object_start: int | None = column("first code point of whom or what it is done to; null where nothing is named")
    object_end: int | None = column("one past the last code point")
    clause_start: int = column("first code point of the clause, without clauses that hang on it")
    clause_end: int = column("one past its last code point")
    negated: bool = column("whether it is said not to be so")
    open: bool = column("whether it is planned, possible or conditional, not told as done")
    content_start: int | None = column("where it reports speech or thought: first code point of what is reported")
    content_end: int | None = column("one past the last code point")


#: Tables that finders fill and that no generation holds.
SCRATCH_TABLES: dict[str, type] = {"predicates": Predicate}
