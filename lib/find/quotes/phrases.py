"""Noun phrases: whose subject a verb has, and which words name a speaker.

subject_of(said)          # the token 'Kirby' in 'Kirby, who was tired, said'
noun_phrase(kirby)        # (first token, last token + 1) of 'Pentagon spokesperson John Kirby'
"""

from __future__ import annotations

from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
#: Steps up the tree in search of a subject: 'went on to say', 'tried to avoid saying'.
_CLIMB = 6
_MAX_RIGHT = 14
_LEFT = frozenset({"det", "amod", "compound", "poss", "nummod", "nmod", "predet", "quantmod", "case", "advmod", "neg"})
_PREPOSITIONS = frozenset({"of", "for", "from", "with", "at", "in", "within", "close", "to", "inside", "behind", "on"})
_TIME = frozenset({"DATE", "TIME"})


def subject_of(verb: Token) -> Token | None:
    """The head noun of who does this, also across 'and', participles, 'who' and 'went on to'; None in a passive."""
    for _ in range(_CLIMB):
        passive = False
        for child in verb.children:
            if child.dep_ == "nsubj":
                return _antecedent(verb, child)
            passive = passive or child.dep_ in ("nsubjpass", "auxpass")
        if passive:
            return agent_of(verb) or (_passive_subject(verb))
        if verb.dep_ in ("acl", "relcl"):
            return verb.head if verb.head.pos_ in ("NOUN", "PROPN", "PRON") else None
        if verb.dep_ not in ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "acomp", "attr", "dep"):
            return None
        if verb.dep_ == "ccomp" and verb.tag_ not in ("VBG", "VBN", "VB"):
            return None
        verb = verb.head
    return None


def _passive_subject(verb: Token) -> Token | None:
    """'X was quoted as saying': who is quoted speaks; in other passives the subject is what is spoken of."""
    if verb.lemma_.lower() in ("quote", "cite", "hear", "record", "see"):
        for child in verb.children:
            if child.dep_ == "nsubjpass":
                return _antecedent(verb, child)
    return None


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
            return verb.head
        return subject if subject.lower_ == "that" and verb.dep_ == "ROOT" else None
    return subject


def noun_phrase(head: Token) -> tuple[int, int]:
    """Token indices [first, last) of the speaker's words: no relative clause, no apposition after a name."""
    doc = head.doc
    first, floor = head.i, head.left_edge.i
    for child in reversed(list(head.lefts)):
        if child.dep_ not in _LEFT or child.right_edge.i != first - 1:
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
    return first, last


def _belongs(child: Token) -> bool:
    if child.dep_ == "prep":
        return child.lower_ in _PREPOSITIONS and not any(
            g.ent_type_ in _TIME for g in child.children if g.dep_ == "pobj"
        )
    if child.dep_ == "amod":
        return child.lower_ in ("familiar", "close", "briefed", "aware")
    return child.dep_ in ("cc", "conj", "case", "nummod", "compound", "flat") and child.pos_ != "VERB"
