"""Noun phrases: whose subject a verb has, and which words name a speaker.

subject_of(said)          # the token 'Kirby' in 'Kirby, who was tired, said'
noun_phrase(kirby)        # (first token, last token + 1) of 'Pentagon spokesperson John Kirby'
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from lib.find.quotes.coordination import detached
from lib.find.quotes.vocabulary import words

_RELATIVE = frozenset({"who", "which", "that", "whom"})
#: Steps up the tree in search of a subject: 'went on to say', 'tried to avoid saying'.
_CLIMB = 6
_MAX_RIGHT = 14
_NOMINAL = ("NOUN", "PROPN", "PRON")
_LEFT = frozenset({"det", "amod", "compound", "poss", "nummod", "nmod", "predet", "quantmod", "case", "advmod", "neg"})
_PREPOSITIONS = frozenset({"of", "for", "from", "with", "at", "in", "within", "close", "to", "inside", "behind", "on"})
_TIME = frozenset({"DATE", "TIME"})
_ISSUED_IN = frozenset({"in", "via", "with", "through", "on", "by"})


def subject_of(verb: Token) -> Token | None:
    """The head noun of who does this, also across 'and', participles, 'who' and 'went on to'; None in a passive."""
    for _ in range(_CLIMB):
        above = detached(verb)
        if above is not None:
            verb = above
            continue
        passive = verb.tag_ == "VBN" and verb.dep_ in ("advcl", "acl")
        subjects = [c for c in verb.children if c.dep_ == "nsubj" and c.ent_type_ not in _TIME and c.lemma_ != "time"]
        if subjects:
            # Of two, which is one too many, a person before the verb: '…, five of them badly, Ana Ruiz said'.
            persons = [c for c in subjects[1:] if c.ent_type_ == "PERSON" and c.i < verb.i]
            return _antecedent(verb, (persons or subjects)[-1 if persons else 0])
        if passive or any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
            return agent_of(verb) or (_passive_subject(verb))
        if verb.dep_ == "acl" and verb.tag_ == "VBN":
            return agent_of(verb)
        if verb.dep_ in ("acl", "relcl"):
            issuer = _issuer(verb)
            if issuer is not None:
                return issuer
            return verb.head if verb.head.pos_ in ("NOUN", "PROPN", "PRON") else None
        if verb.dep_ not in ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "acomp", "attr", "dep"):
            return None
        if verb.dep_ == "ccomp" and verb.tag_ not in ("VBG", "VBN", "VB"):
            return None
        controller = _controller(verb)
        if controller is not None:
            return controller
        verb = verb.head
    return None


def _issuer(verb: Token) -> Token | None:
    """'The firm released a statement saying', 'she resigned in a letter stating': whoever put the text out."""
    text = verb.head
    if verb.tag_ != "VBG" or text.lemma_.lower() not in words("message"):
        return None
    above = text.head
    if text.dep_ == "pobj" and above.dep_ == "prep" and above.lower_ in _ISSUED_IN:
        above = above.head
    elif text.dep_ != "dobj":
        return None
    return next((c for c in above.children if c.dep_ == "nsubj" and c.lower_ not in _RELATIVE), None)


def _controller(verb: Token) -> Token | None:
    """'prompted ministers to warn', 'quoted an aide as saying': the object does it, except after a promise."""
    head = verb.head
    if verb.dep_ not in ("xcomp", "prep") or verb.i < head.i or head.lemma_ in ("promise", "vow", "threaten", "use"):
        return None
    if verb.dep_ == "prep" and verb.lower_ != "as":
        return None
    return next((c for c in head.children if c.dep_ == "dobj" and head.i < c.i < verb.i), None)


def _passive_subject(verb: Token) -> Token | None:
    """'X was quoted as saying': who is quoted speaks; in other passives the subject is what is spoken of."""
    if verb.lemma_.lower() in ("quote", "cite", "hear", "record", "see"):
        for child in verb.children:
            if child.dep_ == "nsubjpass":
                return _antecedent(verb, child)
    return None


def beside(verb: Token) -> Token | None:
    """The noun next to a cue whose subject the parser missed: 'says Ruth Okonkwo', 'Ruth Okonkwo says'."""
    doc, at = verb.doc, verb.i - 1
    while at >= 0 and doc[at].pos_ in ("ADV", "AUX"):
        at -= 1
    if at >= 0 and doc[at].pos_ in _NOMINAL:
        return doc[at]
    at, found = verb.i + 1, None
    while at < len(doc) and at - verb.i < _MAX_RIGHT and doc[at].pos_ in (*_NOMINAL, "DET", "ADJ", "NUM", "PART"):
        found = doc[at] if doc[at].pos_ in _NOMINAL else found
        at += 1
    return found


def before(verb: Token) -> Token | None:
    """The speaker right before a cue whom the parser made part of other words: '…, a port official said Monday'.

    A comma must stand before all of the speaker's words: '…, which forms the border, a reporter at the scene said'.
    """
    noun = beside(verb)
    if noun is None or noun.i > verb.i:
        return None
    for _ in range(_CLIMB):
        joined = noun.dep_ == "conj" and noun.head.i < noun.i
        within = noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.head.i < noun.head.i
        first, _ = noun_phrase(noun)
        if first and verb.doc[first - 1].text == "," and not (joined and _and(noun.head)):
            return noun
        if not joined and not within:
            return None
        noun = noun.head if joined else noun.head.head
        if noun.pos_ not in _NOMINAL:
            return None
    return None


def _and(noun: Token) -> bool:
    return any(c.dep_ == "cc" for c in noun.children)


def agent_of(verb: Token) -> Token | None:
    """The noun after a passive's 'by'."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            for grandchild in child.children:
                if grandchild.dep_ == "pobj":
                    return grandchild
    return None


def _antecedent(verb: Token, subject: Token) -> Token | None:
    if subject.lower_ in _RELATIVE and subject.pos_ == "PRON":
        if verb.dep_ == "relcl":
            return _described(verb.head) if subject.lower_ == "who" else verb.head
        return subject if subject.lower_ == "that" and verb.dep_ == "ROOT" else None
    return subject


def _described(noun: Token) -> Token:
    """'Per Aas, a lecturer at Bergen University, who': the person whom the words before 'who' end a description of."""
    if noun.ent_type_ == "PERSON" or noun.dep_ != "pobj" or noun.right_edge.i == noun.i:
        return noun
    above = noun
    while above.dep_ == "pobj" and above.head.dep_ == "prep" and above.head.head.i < above.i:
        above = above.head.head
    if above.dep_ == "appos" and above.head.i < above.i:
        return above.head
    person = above.ent_type_ == "PERSON" or above.lemma_.lower() in words("role") | words("anonymous")
    return above if person and noun.ent_type_ in ("ORG", "GPE", "LOC", "FAC") else noun


def noun_phrase(head: Token) -> tuple[int, int]:
    """Token indices [first, last) of the speaker's words: no relative clause, no apposition after a name."""
    doc = head.doc
    first, floor = head.i, head.left_edge.i
    for child in reversed(list(head.lefts)):
        if child.dep_ not in _LEFT or child.right_edge.i != first - 1 or child.right_edge.text == ",":
            if child.dep_ == "punct" and child.i == first - 1 and child.text in "-–/'":
                first = child.i
                continue
            break
        first = max(child.left_edge.i, floor)
    last = head.i + 1
    comma = False
    for child in head.rights:
        if child.right_edge.i + 1 - head.i > _MAX_RIGHT:
            break
        if child.text == "," and child.i == last and not comma:
            comma = True
            continue
        if child.dep_ == "appos" and child.pos_ == "PROPN" and head.pos_ != "PROPN" and child.left_edge.i <= last + 1:
            last = child.i + 1
            break
        if comma or child.left_edge.i != last or not _belongs(child):
            break
        last = child.right_edge.i + 1
        # 'the head of the agency, which …': a comma inside the phrase ends it.
        for token in doc[child.left_edge.i : last]:
            if token.text in (",", ";", "(", "—", "–") or token.dep_ in ("relcl", "acl"):
                last = token.left_edge.i if token.dep_ in ("relcl", "acl") else token.i
                return first, max(last, head.i + 1)
    while last < len(doc) and last - head.i < _MAX_RIGHT and not doc[last - 1].whitespace_ and _hyphenated(doc, last):
        last += 1
    while last - 1 > head.i and doc[last - 1].pos_ in ("ADP", "CCONJ", "DET", "PUNCT"):
        last -= 1
    return first, last


def _hyphenated(doc: Doc, last: int) -> bool:
    """Whether a compound runs on: 'mother' + '-of-two'."""
    token = doc[last]
    if token.text in "-‐–":
        return not token.whitespace_ and last + 1 < len(doc) and doc[last + 1].is_alpha
    return token.is_alpha and doc[last - 1].text in "-‐–"


def _belongs(child: Token) -> bool:
    if child.dep_ == "prep":
        return child.lower_ in _PREPOSITIONS and not any(
            g.ent_type_ in _TIME for g in child.children if g.dep_ == "pobj"
        )
    if child.dep_ == "amod":
        return child.lower_ in ("familiar", "close", "briefed", "aware")
    return child.dep_ in ("cc", "conj", "nummod", "compound", "flat") and child.pos_ != "VERB"
