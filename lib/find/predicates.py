"""Predicates: verbs and event nouns with who does what to whom, for comparing what sentences state.

    find_predicates(document)[0].lemma      # 'accuse'; its subject and object are spans of the text

'Russia accused Ukraine' and 'Ukraine was accused by Russia' have the same subject and object; so have 'Russia
invaded Ukraine' and 'Russia's invasion of Ukraine'. Arguments are read from the dependency parse (de Marneffe and
Nivre 2019, "Dependency Grammar"); what the parse does not say is left open.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from lib.find.document import Document, ParsedSentence
from lib.find.events.clause import governor, subject_holder
from lib.find.events.trigger import names_event
from lib.schema.scratch import Predicate
from lib.vocabulary import load

_CLAUSE = ("ccomp", "advcl", "relcl", "acl", "parataxis", "csubj", "pcomp", "conj", "xcomp")
_OPEN_AUX = ("will", "would", "could", "may", "might", "should", "shall", "can", "wo", "'ll", "’ll", "must")
#: A sentence with more predicates than this is no sentence: a list, a table, a wall of text.
MOST = 60


def find_predicates(document: Document) -> list[Predicate]:
    """The predicates of a document, in reading order; auxiliaries are none, 'be' is one where it has a complement."""
    return [predicate for sentence in document.sentences for predicate in _of_sentence(document, sentence)]


def _of_sentence(document: Document, sentence: ParsedSentence) -> list[Predicate]:
    rows: list[Predicate] = []
    for token in sentence.tokens:
        if token.pos_ not in ("VERB", "AUX", "NOUN") or len(rows) >= MOST:
            continue
        noun = token.pos_ == "NOUN"
        if noun and not names_event(token):
            continue
        if token.dep_ == "prep":  # 'according to'
            continue
        if token.pos_ == "AUX" and (token.dep_ in ("aux", "auxpass") or not _complement(token)):
            continue
        rows.append(_row(document, sentence, token))
    return rows


def _row(document: Document, sentence: ParsedSentence, token: Token) -> Predicate:
    subject, target = _arguments_of_noun(token) if token.pos_ == "NOUN" else _arguments(token)
    who, whom = _span(sentence, subject), _span(sentence, target)
    clause = _clause(sentence, token)
    content = _content(sentence, token)
    start = sentence.offset(token)
    particle = next((c for c in token.rights if c.dep_ == "prt"), None)
    lemma = f"{token.lemma_} {particle.lower_}" if particle is not None else token.lemma_
    return Predicate(
        article_id=document.article.article_id,
        sentence_id=sentence.sentence_id,
        start=start,
        end=start + len(token),
        lemma=lemma.casefold(),
        noun=token.pos_ == "NOUN",
        subject_start=who[0],
        subject_end=who[1],
        object_start=whom[0],
        object_end=whom[1],
        clause_start=clause[0],
        clause_end=clause[1],
        negated=_negated(token, target),
        open=_open(token),
        content_start=content[0],
        content_end=content[1],
    )


def _complement(token: Token) -> Token | None:
    return next((c for c in token.rights if c.dep_ in ("attr", "acomp", "prep", "oprd")), None)


def _child(token: Token, *names: str) -> Token | None:
    return next((c for c in token.children if c.dep_ in names), None)


def _arguments(verb: Token) -> tuple[Token | None, Token | None]:
    """Who does it and whom it is done to, as heads; a passive's subject is whom it is done to."""
    subject, target = _child(verb, "nsubj"), _child(verb, "dobj", "attr", "acomp") or _child(verb, "dative")
    passive, agent = _child(verb, "nsubjpass"), _child(verb, "agent")
    if passive is not None:
        target = passive
        subject = _child(agent, "pobj") if agent is not None else None
    elif subject is None:
        holder = subject_holder(verb)
        if holder is not None and holder != verb:
            subject = _child(holder, "nsubj", "nsubjpass")
        elif verb.dep_ in ("acl", "relcl") and verb.head.pos_ in ("NOUN", "PROPN", "PRON"):
            if verb.tag_ == "VBN":
                target = verb.head
                subject = _child(agent, "pobj") if agent is not None else None
            else:
                subject = verb.head
        elif verb.dep_ == "pcomp":  # 'accused Iran of shooting'
            above = verb.head.head
            subject = _child(above, "dobj", "nsubj") if above.pos_ == "VERB" else None
    if subject is not None and subject.tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
        subject = verb.head
    if target is not None and target.tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
        target = verb.head
    if target is None:  # 'will move to Romania', 'called for an inquiry'
        prep = next((c for c in verb.rights if c.dep_ == "prep"), None)
        target = _child(prep, "pobj") if prep is not None else None
    return subject, target


def _arguments_of_noun(noun: Token) -> tuple[Token | None, Token | None]:
    """'Russia's invasion of Ukraine', 'the Russian attack on Kyiv'; under a light verb its subject."""
    subject, target = _child(noun, "poss", "amod", "compound", "nmod"), None
    for prep in noun.rights:
        if prep.dep_ == "prep" and prep.lower_ in ("of", "on", "against", "with", "to", "for", "over", "about"):
            target = _child(prep, "pobj")
            break
        if prep.dep_ in ("agent", "prep") and prep.lower_ == "by":
            subject = _child(prep, "pobj")
    if subject is None or (subject.pos_ not in ("PROPN", "NOUN", "PRON") and subject.ent_type_ == ""):
        verb = governor(noun) if noun.dep_ == "dobj" else None
        if verb is not None and verb.lemma_.lower() in _light():
            holder = subject_holder(verb)
            subject = _child(holder, "nsubj", "nsubjpass") if holder is not None else None
    return subject, target


@cache
def _light() -> frozenset[str]:
    return frozenset(load("event_status")["trigger"]["light_object"])


@cache
def _planned() -> frozenset[str]:
    return frozenset(load("event_status")["planned"]["verbs"])


def _span(sentence: ParsedSentence, head: Token | None) -> tuple[int | None, int | None]:
    """A noun phrase without the clauses that hang on it."""
    if head is None:
        return None, None
    first, last = head.left_edge, head.right_edge
    cut = [c.left_edge for c in head.rights if c.dep_ in ("relcl", "acl", "appos", "conj", "cc", "punct")]
    coordinated = any(c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN") for c in head.rights)
    if cut and not coordinated:
        last = min(cut, key=lambda t: t.i).nbor(-1)
    if last.i < head.i:
        last = head
    return sentence.offset(first), sentence.offset(last) + len(last)


def _clause(sentence: ParsedSentence, token: Token) -> tuple[int, int]:
    """The run of words around a predicate that belongs to its clause and to no clause below it."""
    left, right = token.left_edge.i, token.right_edge.i
    for child in token.children:
        if child.dep_ in _CLAUSE and child.pos_ in ("VERB", "AUX") and child.dep_ != "xcomp":
            if child.i > token.i:
                right = min(right, child.left_edge.i - 1)
            else:
                left = max(left, child.right_edge.i + 1)
    doc = token.doc
    while left < token.i and (doc[left].is_punct or doc[left].dep_ in ("cc", "mark")):
        left += 1
    while right > token.i and (doc[right].is_punct or doc[right].dep_ in ("cc", "mark")):
        right -= 1
    return sentence.offset(doc[left]), sentence.offset(doc[right]) + len(doc[right])


def _content(sentence: ParsedSentence, token: Token) -> tuple[int | None, int | None]:
    """The clause that a verb takes as its content, without 'that'."""
    below = _child(token, "ccomp")
    if below is None or token.pos_ == "NOUN":
        return None, None
    first, last = below.left_edge, below.right_edge
    if first.dep_ == "mark" and first.i < below.i:
        first = first.nbor()
    return sentence.offset(first), sentence.offset(last) + len(last)


def _negated(token: Token, target: Token | None) -> bool:
    chain = [token]
    while chain[-1].dep_ in ("xcomp", "aux") and len(chain) < 4:
        chain.append(chain[-1].head)
    if any(c.dep_ == "neg" or c.lower_ in ("never", "nor") for t in chain for c in t.children):
        return True
    no = ("no", "none", "neither", "nobody", "nothing")
    if target is not None and (target.lower_ in no or any(c.lower_ in no for c in target.children if c.dep_ == "det")):
        return True
    return token.head.lower_ == "without" or any(c.lower_ in no for c in token.children)


def _open(token: Token) -> bool:
    """'will move', 'is expected to move', 'if it moves': not told as done."""
    for above in _upward(token):
        if any(c.dep_ == "aux" and c.lower_ in _OPEN_AUX for c in above.children):
            return True
        if any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether") for c in above.children):
            return True
        if above is not token and above.lemma_.lower() in _planned():
            return True
    return False


def _upward(token: Token) -> Iterator[Token]:
    """The predicate and the verbs that it completes: 'is **expected** to **have**'."""
    yield token
    at = token
    for _ in range(3):
        if at.dep_ != "xcomp" or at.head == at:
            return
        at = at.head
        yield at
