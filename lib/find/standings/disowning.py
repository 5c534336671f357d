"""Denials without a verb of denying: 'has no plan to invade', 'had nothing to do with it', 'the claim is untrue'."""

from __future__ import annotations

from spacy.tokens import Token

from lib.find.quotes.phrases import subject_of
from lib.find.standings.grammar import child_of, lacks, lemma, near, polarity, span_of
from lib.find.standings.lexicon import cues, words
from lib.find.standings.match import Match

DENIED = "denied"


def no_plan(token: Token) -> Match | None:
    """'has no plans to invade', 'no intention of attacking', 'played no role in'."""
    cue = cues("disowning")["no-plan"]
    holder = token.head
    if lemma(holder) not in cue.verbs or not (
        lacks(token) or (holder.pos_ in ("VERB", "AUX") and polarity(holder) == "no")
    ):
        return None
    goal = next((c for c in token.rights if c.dep_ in ("acl", "prep", "relcl")), None)
    if lemma(token) in cue.enough:
        if goal is None or goal.lower_ not in ("in", "of", "to", "with") or lemma(token) in words("not_role"):
            return None
    elif goal is None or not _hostile(goal):
        return None
    by = subject_of(holder)
    if by is not None and by.dep_ == "expl":
        by = None
    first = min([token.i, holder.i, *(c.i for c in token.lefts)])
    return Match(DENIED, "disowning: no-plan", (first, token.i + 1), by, span_of(goal), 0.8, True)


def _hostile(goal: Token) -> bool:
    inside = goal.doc[goal.left_edge.i : min(goal.right_edge.i + 1, goal.left_edge.i + 8)]
    return any(lemma(t) in words("denied_plan") for t in inside)


def not_planning(token: Token) -> Match | None:
    """'was not planning to attack', 'does not want war'."""
    if token.pos_ != "VERB" or polarity(token) != "no" or lemma(token) == "go":
        return None
    goal = child_of(token, "xcomp") or child_of(token, "dobj") or child_of(token, "ccomp")
    if goal is None or goal.i < token.i:
        return None
    strong = lemma(token) in words("planning")
    if not _hostile(goal) or (not strong and lemma(goal) not in words("war")):
        return None
    first = min([token.i, *(c.i for c in token.lefts if c.dep_ in ("neg", "aux"))])
    return Match(DENIED, "disowning: not-plan", (first, token.i + 1), subject_of(token), span_of(goal), 0.7, True)


def not_behind(token: Token) -> Match | None:
    """'was not behind the raid', 'is not involved', 'pleaded not guilty': told of somebody, in reported words."""
    holder = token.head
    if lemma(token) == "guilty" and lemma(holder) == "plead":
        told = polarity(holder) == "no" or any(c.dep_ == "neg" for c in token.children)
        first = min(holder.i, token.i)
        return (
            Match(DENIED, "disowning: not-behind", (first, token.i + 1), subject_of(holder), None, 0.8)
            if told
            else None
        )
    if lemma(token) in words("involved") and token.pos_ == "VERB":
        holder = token
    elif lemma(holder) != "be" or token.dep_ not in ("acomp", "prep", "attr", "oprd"):
        return None
    if (polarity(holder) == "no") == (lemma(token) == "innocent") or polarity(holder) == "unreal":
        return None
    above = holder.head
    if holder.dep_ != "ccomp" or lemma(above) not in words("telling"):
        return None
    first = min([holder.i, token.i, *(c.i for c in holder.children if c.dep_ == "neg")])
    goal = child_of(token, "pobj", "prep")
    span = span_of(goal) if goal is not None else None
    return Match(DENIED, "disowning: not-behind", (first, token.i + 1), subject_of(above), span, 0.75)


def nothing_to_do(token: Token) -> Match | None:
    """'had nothing to do with the attack'."""
    following = [t.lower_ for t in near(token, -1, 4)]
    if following[:4] not in (["nothing", "to", "do", "with"],) or polarity(token) == "unreal":
        return None
    last = token.i + 5
    goal = child_of(token.doc[last - 1], "pobj", "pcomp")
    span = span_of(goal) if goal is not None else None
    return Match(DENIED, "disowning: nothing-to-do", (token.i, last), subject_of(token), span, 0.85, True)


def untrue(token: Token) -> Match | None:
    """'The claims were unfounded, he said', 'It is a lie': denied by whoever says so, else challenged by the outlet."""
    at = token
    if at.dep_ in ("amod", "compound") and at.head.dep_ == "attr":
        at = at.head
        if lemma(at) in words("denial"):
            return None  # its noun says it: 'delirious nonsense'
    copula = at.head
    if at.dep_ not in ("acomp", "attr") or lemma(copula) not in words("copula"):
        return None
    subject = child_of(copula, "nsubj")
    if subject is None or polarity(copula) != "yes":
        return None
    story = lemma(subject) in words("allegation") - words("not_story")
    pronoun = subject.lower_ in words("pronoun") and lemma(token) in words("untrue")
    if not story and not pronoun:
        return None
    return Match(DENIED, "untrue", (copula.i, max(token.i, at.i) + 1), None, span_of(subject), 0.75 if story else 0.6)


def noun(token: Token) -> Match | None:
    """'Moscow's denial', 'repeated its claim that …', 'the latest allegation by the ministry that …'."""
    for name, cue in cues("noun").items():
        if lemma(token) in cue.lemmas and token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "amod"):
            by = _owner(token, cue.verbs)
            if by is None:
                return None
            clause = next((c for c in token.rights if c.dep_ in ("acl", "ccomp", "relcl")), None)
            if clause is None:
                clause = next((c for c in token.rights if c.dep_ == "prep" and c.lower_ in ("of", "about")), None)
            if clause is None:  # 'made a similar allegation, saying that …'
                saying = next((c for c in token.head.rights if c.dep_ == "advcl" and lemma(c) == "say"), None)
                clause = child_of(saying, "ccomp") if saying is not None else None
            span = span_of(clause) if clause is not None else None
            if cue.status == "asserted" and span is None and token.head.pos_ not in ("VERB", "AUX"):
                return None
            return Match(cue.status, f"noun: {name}", (token.i, token.i + 1), by, span, 0.7)
    return None


def _owner(token: Token, verbs: frozenset[str]) -> Token | None:
    for child in token.children:
        if child.dep_ == "poss":
            own = child.pos_ == "PRON" and token.head.pos_ == "VERB" and token.dep_ == "dobj"
            return (subject_of(token.head) or child) if own else child
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from"):
            return child_of(child, "pobj")
    holder = token.head
    if holder.pos_ == "VERB" and lemma(holder) in verbs and token.dep_ == "dobj" and polarity(holder) == "yes":
        return subject_of(holder)
    return None
