"""Who answers for reported speech: a named person, an anonymous one, an institution, a document or the outlet.

    attribution_of(head, mention_label, 'CNN')      # 'institution' for 'the ministry', 'anonymous' for 'officials'

The class is that of the head noun of the speaker's words, not of the names in them: 'allies of Ana Ruiz' are
anonymous, 'a letter from Ana Ruiz' is a document. An unnamed spokesperson speaks for the institution in the same
words; a statement 'issued by' an institution is that institution's.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from lib.find.quotes.vocabulary import words

_BODIES = frozenset({"ORG", "GPE", "NORP", "COUNTRY", "GROUP", "PLACE", "LOC", "FAC"})


def attribution_of(head: Token, phrase: Iterable[Token], label: str, source: str) -> str:
    """One of ``lib.schema.ATTRIBUTIONS``.

    ``label`` is that of the mention that holds the head, or empty; ``source`` the article's outlet.
    """
    tokens = list(phrase)
    lemma, lower = head.lemma_.lower(), head.lower_
    if source and lower in source.lower().split() and head.pos_ == "PROPN" and label != "PERSON":
        return "outlet"
    if head.pos_ == "PRON" and lower in words("outlet_self"):
        return "outlet"
    if label == "PERSON":
        return "named"
    common = head.pos_ != "PROPN" or (not label and not head.ent_type_)
    if head.is_sent_start and lower.removesuffix("s") in words("anonymous"):
        return "anonymous"
    if common:
        by_noun = _by_noun(lemma, head, tokens)
        if by_noun:
            return by_noun
    if label:
        return "institution" if label in _BODIES else "document"
    if head.ent_type_ == "PERSON":
        return "named"
    if head.ent_type_ in _BODIES:
        return "institution"
    if head.pos_ == "PROPN" or (head.is_title and not head.is_sent_start):
        return "named"
    return "anonymous"


def _by_noun(lemma: str, head: Token, tokens: list[Token]) -> str:
    if lemma in words("spokesperson"):
        return "institution" if _names_body(head, tokens) else "anonymous"
    if lemma in words("carrier"):
        return "institution" if _issued(head) else "document"
    if lemma in words("quantity") and (members := _members(head)) is not None:
        return "anonymous" if members.tag_ == "NNS" and members.lemma_.lower() not in words("institution") else ""
    if head.i > head.sent.start and f"{head.nbor(-1).lower_} {lemma}" in words("institution_of_two"):
        return "institution"
    for name in ("anonymous", "institution", "document"):
        if lemma in words(name) or head.lower_ in words(name):
            return name
    return ""


def _members(head: Token) -> Token | None:
    """The noun of 'a group of residents', 'dozens of them'."""
    of = next((c for c in head.rights if c.lower_ == "of"), None)
    return next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None


def _names_body(head: Token, tokens: list[Token]) -> bool:
    return any(
        t.i != head.i
        and (
            t.ent_type_ in _BODIES
            or t.lemma_.lower() in words("institution")
            or (t.pos_ == "PROPN" and not t.ent_type_)
        )
        for t in tokens
    )


def _issued(head: Token) -> bool:
    """'a statement issued by the ministry', 'a statement from the club', 'the ministry's statement'."""
    owner = next((c for c in head.lefts if c.dep_ == "poss"), None)
    if owner is not None and (owner.ent_type_ in _BODIES or owner.lemma_.lower() in words("institution")):
        return True
    for child in head.rights:
        if child.dep_ == "acl" and child.lemma_.lower() in ("issue", "release", "publish"):
            return any(c.dep_ == "agent" for c in child.children)
        if child.dep_ == "prep" and child.lower_ in ("from", "by"):
            return True
    return False
