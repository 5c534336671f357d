"""What a number counts: the contentful noun of its noun phrase.

    counted(document_sentence_tokens_of_the_number, "percent")     # Counted(token 'forces', 'of', 1.0)

'Thousands of Russian troops' and '100 pieces of equipment' count troops and equipment: the noun behind 'of' where the
one before only measures (``through`` in the vocabulary). 'The 57-member body' counts members, 'a 175,000-strong force'
the force, '$14 a barrel' barrels. A number without a noun ('the force could grow to 175,000', 'put the force at
127,000', 'of whom 106,000 …') counts what the same sentence names, else nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from lib.find.quantities.vocabulary import words

Taken = Callable[[Token], bool]
_NOMINAL = ("NOUN", "PROPN")
#: Tokens to the right of a number in which its noun is looked for.
_REACH = 8
_STEPS = 8
_INNER = frozenset(
    {"nummod", "amod", "compound", "nmod", "quantmod", "det", "advmod", "npadvmod", "poss", "appos", "punct"}
)


@dataclass(frozen=True, slots=True)
class Counted:
    """``how`` is 'direct', 'of', 'state', 'per', 'subject', 'object' or 'relative'; ``token`` is the noun."""

    token: Token
    how: str
    score: float


def counted(inside: Sequence[Token], unit: str, taken: Taken) -> Counted | None:
    """The noun that the number's tokens count, or None where its sentence names none by grammar.

    ``taken`` tells of a token that it is part of a time expression: '127,000 this week' counts no weeks.
    """
    last, doc = inside[-1], inside[-1].doc
    after = doc[last.i + 1] if last.i + 1 < len(doc) else None
    if after is not None and after.lower_ in ("of", "in", "worth") and (after.lower_ == "of" or unit):
        found = _behind(after, unit, taken)
        if found is not None or after.lower_ == "of":
            return found
    if after is not None and unit and after.lower_ in ("a", "an", "per") and after.i + 1 < len(doc):
        each = doc[after.i + 1]
        if each.pos_ == "NOUN" and not taken(each) and each.lower_ not in words("refused", "after"):
            return Counted(each, "per", 0.8)
    if direct := _member(inside) or _right(inside, taken):
        noun = through(direct)
        if noun.lemma_.lower() not in words("counted", "empty"):
            return Counted(direct if taken(noun) else noun, "direct", 0.95)
    if after is not None and after.lower_ in words("counted", "states") and after.i <= last.i + 1:
        return Counted(after, "state", 0.85)
    return _elsewhere(inside, unit)


def _behind(of: Token, unit: str, taken: Taken) -> Counted | None:
    """The noun behind 'of'; behind 'in' only a common noun, and only for money and shares."""
    if of.lower_ == "worth":
        of = of.nbor() if of.i + 1 < len(of.doc) else of
    noun = next((c for c in of.children if c.dep_ in ("pobj", "pcomp")), None)
    if noun is None:
        noun = _scan(of.i + 1, of.doc, taken)
    if (
        noun is None
        or taken(noun)
        or (of.lower_ == "in" and (noun.pos_ != "NOUN" or noun.ent_type_ in ("DATE", "TIME")))
    ):
        return None
    if noun.pos_ == "NUM":
        noun = next(
            (t for t in (noun.head, _scan(noun.i + 1, of.doc, taken)) if t is not None and t.pos_ == "NOUN"), noun
        )
    return Counted(through(noun), "of", 0.95) if noun.pos_ in _NOMINAL else None


def _member(inside: Sequence[Token]) -> Token | None:
    """The 'member' of 'the 57-member body'; a '175,000-strong force' counts the force."""
    at, doc = inside[-1].i + 1, inside[-1].doc
    if at + 1 < len(doc) and doc[at].text == "-" and not doc[at].whitespace_ and doc[at + 1].pos_ in ("NOUN", "PROPN"):
        return doc[at + 1]
    return None


def _right(inside: Sequence[Token], taken: Taken) -> Token | None:
    """The noun to the right that the number depends on, by the parse or else by the words."""
    last, doc = inside[-1], inside[-1].doc
    head = next((t for t in reversed(inside) if t.head.i > last.i and t.dep_ in _INNER), None)
    if head is not None:
        at = head.head
        for _ in range(_STEPS):
            if at.pos_ in _NOMINAL and not (at.dep_ in ("compound", "nmod", "amod") and at.head.i > at.i):
                break
            if at.head == at or at.head.i < at.i or at.dep_ not in _INNER:
                break
            at = at.head
        if at.pos_ in _NOMINAL and not taken(at) and at.i - last.i <= _REACH and _joined(last.i + 1, at.i, doc):
            return at
    return _scan(last.i + 1, doc, taken)


def _joined(first: int, end: int, doc: Doc) -> bool:
    """Whether only words of one noun phrase stand between."""
    return all(
        t.pos_ in ("ADJ", "NOUN", "PROPN", "NUM", "ADV", "CCONJ") or t.tag_ in ("VBN", "VBG", "POS", "HYPH")
        or t.is_quote or t.text in ("-", ",") or t.dep_ in _INNER
        for t in doc[first:end]
    )  # fmt: skip


def _scan(first: int, doc: Doc, taken: Taken) -> Token | None:
    noun = None
    for token in doc[first : first + _REACH]:
        if taken(token):
            break
        if token.pos_ in _NOMINAL:
            noun = token
        elif noun is not None or not (
            token.pos_ in ("ADJ", "DET") or token.tag_ in ("VBN", "VBG", "HYPH", "POS", "PRP$") or token.is_quote
        ):
            break
    return noun if noun is None or noun.pos_ == "NOUN" or noun.tag_ == "NNPS" else None


def through(noun: Token) -> Token:
    """'pieces of equipment' → equipment, 'death toll' → death."""
    for _ in range(3):
        if noun.lemma_.lower() not in words("counted", "through"):
            return noun
        of = next((c for c in noun.rights if c.lower_ == "of"), None)
        inner = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
        if inner is None:
            inner = next((c for c in noun.lefts if c.dep_ in ("compound", "amod") and c.pos_ == "NOUN"), None)
        if inner is None or inner.pos_ not in _NOMINAL:
            return noun
        noun = inner
    return noun


def _elsewhere(inside: Sequence[Token], unit: str) -> Counted | None:
    """The thing that the sentence names for a number without a noun."""
    top = next((t for t in inside if t.head not in inside or t.head == t), inside[-1])
    if top.dep_ in ("conj", "appos") and top.head.pos_ == "NUM":
        top = top.head
    at, preposition = top, ""
    for _ in range(_STEPS):
        head = at.head
        if head == at:
            return None
        if head.pos_ == "ADP" or head.dep_ == "prep":
            preposition = head.lower_
        elif head.pos_ in ("VERB", "AUX"):
            return _of_verb(head, at, top, preposition, unit)
        elif head.pos_ in _NOMINAL and at != top and preposition:
            # 'an increase to 175,000 in the force' is left open; 'a force of 175,000' is not.
            return Counted(through(head), "object", 0.8) if preposition in ("of", "at") and _content(head) else None
        elif head.pos_ in _NOMINAL and at.dep_ in ("appos", "nummod") and head.i < at.i and _content(head):
            return None
        at = head
    return None


def _of_verb(verb: Token, child: Token, top: Token, preposition: str, unit: str) -> Counted | None:
    children = list(verb.children)
    lemma = verb.lemma_.lower()
    whom = next((c for c in children if c.dep_ == "prep" and c.lower_ == "of" and c.i < top.i), None)
    if whom is not None and any(g.lower_ in ("whom", "which") for g in whom.children):
        noun = _antecedent(whom)
        return Counted(through(noun), "relative", 0.8) if noun is not None else None
    if child.dep_ in ("nsubj", "nsubjpass", "npadvmod", "advmod") and not preposition:
        return None
    if lemma in words("counted", "put") and preposition in ("at", "to", "from", "as", "by"):
        thing = next((c for c in children if c.dep_ in ("dobj", "nsubjpass") and c.i < top.i), None)
        if thing is not None and (noun := _named(thing, unit)):
            return Counted(noun, "object", 0.8)
    if lemma in words("counted", "change") or verb.tag_ == "VBG":
        subject = next((c for c in children if c.dep_ in ("nsubj", "nsubjpass") and c.i < verb.i), None)
        if subject is not None and (noun := _named(subject, unit)):
            return Counted(noun, "subject", 0.75)
    return None


def _named(thing: Token, unit: str) -> Token | None:
    if thing.pos_ not in _NOMINAL:
        return None
    noun = through(thing)
    return noun if _content(noun) or unit else None


def _content(noun: Token) -> bool:
    """Whether a noun says what is counted: 'the number' alone and a name do not."""
    lemma = noun.lemma_.lower()
    return noun.pos_ == "NOUN" and lemma not in words("counted", "through") and lemma not in words("counted", "empty")


def _antecedent(of: Token) -> Token | None:
    """The noun before ', of whom …': the nearest plural to the left."""
    doc = of.doc
    for at in range(of.i - 1, max(of.sent.start, of.i - 20) - 1, -1):
        if doc[at].tag_ == "NNS" and doc[at].ent_type_ not in ("DATE", "TIME"):
            return doc[at]
    return None
