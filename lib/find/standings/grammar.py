"""What a cue's clause says: whether it is so, and which words it governs.

polarity(provide)         # 'no' in 'declined to provide evidence', 'yes' in 'provided evidence', 'unreal' in 'if …'
governed(accused, ('of',))         # tokens [first, last) of 'plotting an attack'
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from lib.find.quotes.phrases import agent_of, subject_of
from lib.find.standings.lexicon import words

#: Steps up the tree: 'was not able to rule out having declined to say'.
_CLIMB = 6
_TIMES = ("DATE", "TIME")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_NEGATIVES = frozenset({"never", "neither", "nor", "hardly", "scarcely", "barely"})
_OPENERS = frozenset({"that", "of", "for", "to", "whether", "about", "on", "over"})
#: Words of a span looked at; a sentence without an end is no reason to read it whole at each cue.
REACH = 40


def lemma(token: Token) -> str:
    return str(token.lemma_.lower())


def polarity(verb: Token) -> str:
    """'yes' where the clause says that it is so, 'no' where it says it is not, 'unreal' where it says neither."""
    at = verb
    for _ in range(_CLIMB):
        children = list(at.children)
        negative, modal, infinitive, subject = False, False, False, False
        for child in children:
            low = child.lower_
            if child.dep_ == "neg" or (low in _NEGATIVES and child.i < at.i + 2):
                negative = True
            elif child.dep_ in _SUBJECTS:
                subject = True
                negative = negative or _nobody(child)
            elif child.dep_ == "aux" and low in words("unreal_modals"):
                modal = True
            elif child.dep_ == "aux" and low == "to":
                infinitive = True
            elif child.dep_ == "prep" and child.i < at.i and any(_nobody(p) for p in child.rights if p.dep_ == "pobj"):
                negative = True  # 'in neither case was it published'
            elif child.dep_ == "mark" and low in words("unreal_marks"):
                return "unreal"
        if negative:
            return "no"
        if modal:
            return "unreal"
        head = at.head
        if head.i == at.i:
            return "yes"
        if at.dep_ == "pcomp" and head.lower_ == "without":
            return "no"
        if at.dep_ in ("xcomp", "pcomp", "acl", "advcl", "ccomp") and (infinitive or at.tag_ == "VBG"):
            above = head.head if at.dep_ == "pcomp" else head
            if infinitive and lemma(above) in ("have", "be") and any(c.lower_ == "yet" for c in above.children):
                return "no"  # 'has yet to provide'
            if lemma(above) in words("refusing"):
                return "yes" if polarity(above) == "no" else "no"
            if infinitive and lemma(above) not in words("doing"):
                return "unreal"
            at = above
            if not infinitive:
                return "yes"
            continue
        if at.dep_ == "conj" and not subject:
            at = head
            continue
        if at.dep_ == "acl" and at.tag_ == "VBN" and head.dep_ == "attr" and head.head.i < head.i:
            at = head.head  # 'in neither case was evidence published', as the parser has it
            continue
        if at.dep_ == "ccomp" and at.tag_ == "VB" and subject:
            return "unreal"  # 'demanded that the ministry publish it'
        return "yes"
    return "yes"


def _nobody(subject: Token) -> bool:
    """'No one', 'none of them', 'neither side', 'no evidence'."""
    if subject.lower_ in words("nobody"):
        return True
    return any(c.lower_ in ("no", "neither", "few") and c.dep_ in ("det", "amod", "neg") for c in subject.lefts)


def lacks(noun: Token) -> bool:
    """Whether a noun is counted as none: 'no evidence', 'little proof', 'not any'."""
    return noun.lower_ in ("none", "nothing", "neither") or any(
        c.lower_ in ("no", "little", "scant", "neither", "zero", "without") for c in noun.lefts
    )


def child_of(token: Token, *labels: str) -> Token | None:
    """The first child with one of these labels."""
    return next((c for c in token.children if c.dep_ in labels), None)


def object_of(verb: Token) -> Token | None:
    """What the verb is done to: its object, or its subject in the passive, or the noun that a participle modifies."""
    passive = child_of(verb, "nsubjpass")
    if passive is not None:
        return verb.head if passive.lower_ in ("that", "which") and verb.dep_ == "relcl" else passive
    found = child_of(verb, "dobj")
    if found is not None and verb.dep_ == "relcl" and found.lower_ in ("that", "which"):
        return verb.head
    if found is None and verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.tag_ == "VBN":
        found = child_of(verb.head, "nsubjpass")
    if found is None and verb.dep_ == "acl" and verb.tag_ == "VBN":
        return verb.head
    if found is None and verb.dep_ == "conj" and verb.head.pos_ == "VERB" and is_passive(verb.head):
        return None
    return found


def is_passive(verb: Token) -> bool:
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        return True
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl")


def doer(verb: Token) -> Token | None:
    """Who does what a verb says, also as a passive's agent; never a span of time, and a name before its apposition."""
    found = agent_of(verb) if is_passive(verb) else subject_of(verb)
    if found is None and not is_passive(verb):
        found = _missed_subject(verb)
    if found is not None and found.ent_type_ in _TIMES and found.head.pos_ == "VERB":
        found = subject_of(found.head)
    if found is not None and found.dep_ == "appos" and found.head.pos_ == "PROPN":
        return found.head
    return found


def _missed_subject(verb: Token) -> Token | None:
    """'On Friday **Ana Ruiz**, the mayor, denied …': the parser takes day and name for one name."""
    for child in verb.lefts:
        if child.dep_ in ("npadvmod", "dep", "nmod") and child.ent_type_ == "PERSON":
            return child
        if child.dep_ == "prep" and verb.tag_ in ("VBD", "VBZ", "VBP"):
            name = next((p for p in child.rights if p.dep_ == "pobj" and p.pos_ == "PROPN"), None)
            if name is not None and any(c.lower_ in words("days") for c in name.lefts):
                return name
    return None


def conjuncts(token: Token) -> list[Token]:
    """The token and what is joined to it by 'and' or 'or', a few at most."""
    found = [token]
    while len(found) < _CLIMB and (following := child_of(found[-1], "conj")) is not None:
        found.append(following)
    return found


def near(token: Token, before: int, after: int) -> Sequence[Token]:
    """Tokens of the same paragraph around one, by distance."""
    doc = token.doc
    return list(doc[max(token.i - before, 0) : min(token.i + after + 1, len(doc))])


def governed(verb: Token, frames: Sequence[str]) -> tuple[int, int] | None:
    """Tokens [first, last) that stand in the first of these frames that the verb has; None where it has none."""
    for frame in frames:
        if frame == "clause":
            found = next((c for c in verb.children if c.dep_ == "ccomp" and c.pos_ in ("VERB", "AUX")), None)
            if found is not None and found.i < verb.i and is_passive(verb):
                found = None
        elif frame in ("infinitive", "gerund"):
            found = next((c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and _fits(c, frame)), None)
        elif frame == "object":
            found = object_of(verb)
        else:
            found = _after(verb, frame)
        if found is not None and (span := span_of(found, verb)) is not None:
            return span
    return None


def _fits(clause: Token, frame: str) -> bool:
    if frame == "gerund":
        return clause.tag_ == "VBG"
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in clause.lefts)


def _after(verb: Token, preposition: str) -> Token | None:
    """What follows a preposition that hangs on the verb or, as parsers have it, on the object beside it."""
    beside = object_of(verb)
    for holder in (verb, beside):
        for child in holder.rights if holder is not None else ():
            if child.dep_ in ("prep", "agent") and child.lower_ == preposition and child.i > verb.i:
                return child_of(child, "pobj", "pcomp")
    return None


def span_of(token: Token, cue: Token | None = None) -> tuple[int, int] | None:
    """Tokens [first, last) below a token, on its side of the cue, without marks and opening words at its edges."""
    first, last = token.left_edge.i, token.right_edge.i + 1
    if cue is not None and first <= cue.i < last and cue.head.i == token.i and cue.i > token.i:
        last = token.i + 1  # 'the claim, which Moscow denied'
    elif cue is not None and first <= cue.i < last:
        first, last = (first, cue.i) if token.i < cue.i else (cue.i + 1, last)
    return trimmed(token.doc, first, last)


def trimmed(doc: Doc, first: int, last: int) -> tuple[int, int] | None:
    while first < last and (doc[first].is_punct or doc[first].is_space or doc[first].lower_ in _OPENERS):
        first += 1
    while last > first and (doc[last - 1].is_punct or doc[last - 1].is_space):
        last -= 1
    return (first, last) if first < last else None
