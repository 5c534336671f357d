"""Assertions without a verb of accusing: 'said that Moscow was plotting …', 'had information that …', 'allegedly'."""

from __future__ import annotations

from spacy.tokens import Token

from lib.find.quotes.phrases import subject_of
from lib.find.quotes.vocabulary import words as spoken
from lib.find.standings.grammar import child_of, doer, is_passive, lacks, lemma, object_of, polarity, span_of
from lib.find.standings.lexicon import cues, words
from lib.find.standings.match import Match

ASSERTED = "asserted"
_ACTORS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_INSIDE = 30
_STEPS = 8


def telling(token: Token) -> Match | None:
    """A reported clause that tells of wrongdoing by somebody else than its speaker."""
    if token.pos_ not in ("VERB", "AUX") or polarity(token) != "yes":
        return None
    clause = child_of(token, "ccomp")
    if clause is None or clause.pos_ not in ("VERB", "AUX") or polarity(clause) != "yes":
        return None
    by = doer(token)
    accused = child_of(clause, "nsubj")
    done = child_of(clause, "dobj", "attr")
    if done is not None and lacks(done):
        return None
    if accused is None or by is None or accused.i == by.i or not _accused(accused, by):
        return None
    if not _wrong(clause):
        return None
    return Match(ASSERTED, "telling", (token.i, token.i + 1), by, span_of(clause, token), 0.6)


def _accused(doer: Token, by: Token) -> bool:
    """Somebody, and not the speaker: 'they', 'the plan', 'it' are too little to go by."""
    if doer.ent_type_ in _ACTORS or doer.pos_ == "PROPN":
        return doer.lower_ != by.lower_
    if lemma(doer) == lemma(by):
        return False
    # 'said the officers had beaten him': a kind of person or body that can be named as a source can be accused too.
    known = any(lemma(doer) in spoken(kind) for kind in ("anonymous", "institution", "role"))
    return known or any(c.ent_type_ in _ACTORS for c in doer.lefts)


def _wrong(clause: Token) -> bool:
    first, last = clause.left_edge.i, min(clause.right_edge.i + 1, clause.left_edge.i + _INSIDE)
    return any(
        lemma(t) in words("wrongdoing")
        and t.pos_ in ("VERB", "NOUN", "PROPN")
        and t.dep_ != "amod"
        and _same(t, clause)
        for t in clause.doc[max(first, clause.i) : last]
    )


def _same(token: Token, clause: Token) -> bool:
    """Whether a word is said of the clause's own subject, and not in a clause within it."""
    at = token
    for _ in range(_STEPS):
        if at.i == clause.i:
            return True
        if at.dep_ in ("ccomp", "relcl", "parataxis") or (at.dep_ == "advcl" and child_of(at, "nsubj") is not None):
            return False
        at = at.head
    return False


def holding(token: Token) -> Match | None:
    """'had information that …', 'has obtained intelligence suggesting …'."""
    cue = cues("holding")["information"]
    thing = object_of(token)
    if thing is None or lemma(thing) not in cue.nouns or is_passive(token) or lacks(thing) or polarity(token) != "yes":
        return None
    clause = next((c for c in thing.rights if c.dep_ in ("acl", "relcl", "ccomp")), None)
    if clause is None:
        clause = child_of(token, "ccomp")
    about = next((c for c in thing.rights if c.dep_ == "prep" and c.lower_ in ("about", "of", "on")), None)
    if clause is None and (about is None or not _wrong(about)):
        return None
    if lemma(thing) == "report" and clause is not None and clause.dep_ == "relcl":
        return None
    goal = clause if clause is not None else about
    assert goal is not None
    shows = goal.tag_ == "VBG" and lemma(goal) in words("exhibit_beside")
    inner = child_of(goal, "ccomp", "dobj") if shows else None
    return Match(
        ASSERTED, "holding: information", (token.i, thing.i + 1), subject_of(token), span_of(inner or goal), 0.8, True
    )


def uncovering(token: Token) -> Match | None:
    """'had learned of a plan to stage an attack', 'uncovered a plot against the king'."""
    cue = cues("holding")["uncovering"]
    if token.pos_ != "VERB" or polarity(token) != "yes" or is_passive(token):
        return None
    thing = object_of(token)
    if thing is None or lemma(thing) not in cue.nouns:
        goals = (p for c in token.rights if c.lower_ in ("of", "about") for p in c.children if p.dep_ == "pobj")
        thing = next((p for p in goals if lemma(p) in cue.nouns), None)
    if thing is None or lacks(thing) or (lemma(thing) == "plan" and not _wrong(thing)):
        return None
    return Match(
        ASSERTED, "holding: uncovering", (token.i, token.i + 1), doer(token), span_of(thing, token), 0.65, True
    )


def adverb(token: Token) -> Match | None:
    """'allegedly stabbed': asserted by nobody that is named."""
    head = token.head
    if head.i == token.i:
        return None
    span = span_of(head) if head.pos_ in ("VERB", "AUX", "ADJ", "NOUN") else None
    return Match(ASSERTED, "adverb: allegedly", (token.i, token.i + 1), None, span, 0.65)
