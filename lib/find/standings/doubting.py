"""Challenges: doubt, scepticism, a demand for proof, what could not be verified, what no evidence supports."""

from __future__ import annotations

from spacy.tokens import Token

from lib.find.quotes.phrases import agent_of, subject_of
from lib.find.standings.grammar import (
    child_of,
    doer,
    is_passive,
    lacks,
    lemma,
    near,
    object_of,
    polarity,
    span_of,
)
from lib.find.standings.lexicon import cues, words
from lib.find.standings.match import Match

CHALLENGED = "challenged"


def casting_doubt(token: Token) -> Match | None:
    """'cast doubt on the account', 'raised questions about the evidence', 'was met with scepticism'."""
    if token.pos_ not in ("VERB", "AUX") or polarity(token) != "yes":
        return None
    for name, cue in cues("phrase").items():
        if lemma(token) not in cue.lemmas:
            continue
        noun = _noun(token, cue.nouns)
        if noun is None or lacks(noun):
            continue
        passive = is_passive(token)
        met = lemma(token) in words("meeting")
        if met and not passive and object_of(token) is not noun:
            continue
        goal = object_of(token) if met else _reached(token, noun, cue.reach)
        if goal is not None and goal.i == noun.i:
            goal = None
        if lemma(noun) in cue.about_for and (goal is None or not _is_about(goal)):
            continue
        by = doer(token)
        span = span_of(goal, token) if goal is not None else None
        first, last = min(token.i, noun.i), max(token.i, noun.i) + 1
        return Match(CHALLENGED, f"phrase: {name}", (first, last), None if met else by, span, 0.8)
    return None


def _noun(token: Token, nouns: frozenset[str]) -> Token | None:
    found = object_of(token)
    if found is not None and lemma(found) in nouns:
        return found
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ in ("with", "into", "in"):
            inner = child_of(child, "pobj")
            if inner is not None and lemma(inner) in nouns:
                return inner
    return None


def _reached(token: Token, noun: Token, reach: frozenset[str]) -> Token | None:
    for holder in (noun, token):
        for child in holder.rights:
            if child.dep_ == "prep" and child.lower_ in reach:
                return child_of(child, "pobj", "pcomp")
    return None


def _is_about(goal: Token) -> bool:
    inside = goal.doc[goal.left_edge.i : min(goal.right_edge.i + 1, goal.left_edge.i + 15)]
    return any(lemma(t) in words("questioned") for t in inside)


def sceptical(token: Token) -> Match | None:
    """'were sceptical of the claim', 'remains unconvinced'."""
    cue = cues("adjective")["sceptical"]
    holder = token.head
    if token.dep_ not in ("acomp", "oprd", "attr", "conj", "ROOT", "advcl", "xcomp") or (
        token.dep_ in ("acomp", "oprd", "attr") and (lemma(holder) not in cue.verbs or polarity(holder) != "yes")
    ):
        return None
    goal = next((child_of(c, "pobj", "pcomp") for c in token.rights if c.lower_ in cue.reach), None)
    if lemma(token) in words("doubtful") and (goal is None or not _is_about(goal)):
        return None
    by = child_of(holder, "nsubj") if lemma(holder) in cue.verbs else None
    return Match(
        CHALLENGED,
        "adjective: sceptical",
        (token.i, token.i + 1),
        by,
        span_of(goal) if goal is not None else None,
        0.75,
    )


def asking_for_proof(token: Token) -> Match | None:
    """'pressed him for evidence', 'demanded proof', 'asked to see the evidence', 'Asked for proof'."""
    told = polarity(token)
    if told != "yes":
        return None
    nouns = words("evidence") | {"substantiate"}
    goal = object_of(token)
    if goal is None or lemma(goal) not in nouns:
        goal = next(
            (
                inner
                for holder in (token, goal)
                if holder is not None
                for c in holder.rights
                if c.dep_ == "prep" and c.lower_ in ("for", "about", "on")
                for inner in c.children
                if inner.dep_ == "pobj" and (lemma(inner) in nouns or _grounds(inner))
            ),
            None,
        )
    if goal is None:
        goal = next((t for t in near(token, -1, 5) if _wanted(t, token)), None)
    if goal is None:
        goal = _asked_where(token)
    if goal is None or lacks(goal):
        return None
    if lemma(token) in words("asking_weakly") and lemma(goal) not in words("evidence"):
        return None
    by = doer(token)
    about = next((c for c in goal.rights if c.dep_ in ("prep", "acl", "relcl") and c.lower_ != "by"), None)
    if by is None:  # 'asked for evidence by a reporter'
        by = next((p for c in goal.rights if c.lower_ == "by" for p in c.children if p.dep_ == "pobj"), None)
    span = span_of(about) if about is not None else None
    return Match(CHALLENGED, "asking: press", (token.i, goal.i + 1), by, span, 0.8)


def _asked_where(token: Token) -> Token | None:
    """'asked where the **evidence** was', 'asked what it was **based** on', 'asked how they **knew**'."""
    if lemma(token) != "ask" or is_passive(token):
        return None
    opening = next((t for t in near(token, -1, 4) if t.lower_ in ("where", "what", "how", "why", "whether")), None)
    if opening is None:
        return None
    grounds = words("evidence") | cues("withholding")["say-how"].grounds - words("not_grounds")
    return next((t for t in near(opening, -1, 8) if lemma(t) in grounds or t.lower_ in grounds), None)


def _grounds(noun: Token) -> bool:
    return lemma(noun) in words("grounds") and not any(c.dep_ == "poss" for c in noun.lefts)


def _wanted(token: Token, verb: Token) -> bool:
    """'asked to see **evidence**', 'challenged them to produce **proof**'."""
    return lemma(token) in words("evidence") and token.dep_ == "dobj" and token.head.dep_ in ("xcomp", "ccomp") and (
        token.head.head.i == verb.i
    )  # fmt: skip


def no_evidence(token: Token) -> Match | None:
    """'There is no evidence that …', 'found no proof of …', 'no sign of'."""
    cue = cues("lacking")["no-evidence"]
    missing = lacks(token)
    holder = token.head
    if not missing and (
        holder.pos_ not in ("VERB", "AUX")
        or polarity(holder) != "no"
        or token.dep_ not in ("dobj", "attr", "nsubjpass")
    ):
        return None
    if holder.pos_ in ("VERB", "AUX") and lemma(holder) not in cue.verbs:
        return None
    if (
        missing
        and holder.pos_ in ("VERB", "AUX")
        and polarity(holder) == "no"
        and token.dep_ not in ("nsubj", "nsubjpass")
    ):
        return None
    behind = next((c for c in token.rights if c.dep_ in ("acl", "prep", "relcl", "ccomp")), None)
    if lemma(token) not in words("proof"):
        inside = (
            ()
            if behind is None
            else token.doc[behind.left_edge.i : min(behind.right_edge.i + 1, behind.left_edge.i + 15)]
        )
        if not any(lemma(t) in words("wrongdoing") | words("allegation") for t in inside):
            return None
    elif behind is None and lemma(holder) not in words("existing"):
        return None
    first = min([token.i, *(c.i for c in token.lefts)])
    if token.dep_ == "nsubj" and lemma(holder) not in cue.verbs:
        return None
    by = None
    if holder.pos_ in ("VERB", "AUX") and token.dep_ == "dobj":
        by = subject_of(holder)
        first = min(first, holder.i)
    if holder.pos_ in ("VERB", "AUX") and token.dep_ == "nsubjpass":
        by = agent_of(holder)
    if by is not None and by.dep_ == "expl":
        by = None
    return Match(
        CHALLENGED,
        "lacking: no-evidence",
        (first, token.i + 1),
        by,
        span_of(behind) if behind is not None else None,
        0.85,
    )
