"""Evidence shown and withheld: 'released satellite images', 'without providing evidence', 'would not say how'.

One verb does both: to give evidence is to show it, not to give it is to withhold it.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from lib.find.quotes.phrases import subject_of
from lib.find.standings.grammar import (
    child_of,
    conjuncts,
    doer,
    governed,
    is_passive,
    lacks,
    lemma,
    near,
    object_of,
    polarity,
    span_of,
)
from lib.find.standings.lexicon import words
from lib.find.standings.match import Match

SHOWN, WITHHELD = "evidence shown", "evidence withheld"
#: Tokens between a verb and the words that negate it.
_CUE = 8
_RELATIONS = frozenset({"for", "of", "that", "to"})


def giving(token: Token) -> Match | None:
    """'gave no evidence', 'has published documents showing …', 'No proof was offered'."""
    if token.pos_ not in ("VERB", "AUX"):
        return None
    thing = object_of(token)
    if thing is None:
        return None
    told = polarity(token)
    if _nobody_needed(thing):
        return _none_given(token, thing, told)
    missing = told == "no" or lacks(thing)
    kept = missing and _kept(thing, token)
    proving = not missing and thing.pos_ in ("NOUN", "PROPN") and _proving(token)
    noun = thing if kept or proving else next((n for n in conjuncts(thing) if _shows(n, token)), None)
    detail = lemma(thing) in words("detail")
    if noun is None and not detail:
        return None
    if not missing and lemma(token) in words("containing"):
        return None
    if missing and noun is None:
        return _match(WITHHELD, "giving: no details", token, thing, 0.7)
    if noun is None or (told == "unreal" and not missing):
        return None
    if missing:
        strong = lemma(noun) in words("evidence") or intelligence(noun)
        return _match(WITHHELD, "giving: none", token, thing, 0.95 if strong else 0.75)
    if lemma(token) in words("giving_weakly") and lemma(noun) not in words("evidence"):
        return None
    return _match(SHOWN, "giving: shown", token, thing, 0.85 if lemma(noun) in words("evidence") else 0.75)


def _kept(thing: Token, verb: Token) -> bool:
    """Whether a thing not given is evidence: 'refused to make public the photographs', 'has shown no images'."""
    if intelligence(thing):
        return True
    refused = lemma(verb.head) in words("refusing") and verb.dep_ == "xcomp"
    if thing.lower_ in ("it", "them", "any"):
        before = {lemma(t) for t in near(verb, 20, 0)}
        return bool(before & (words("evidence") | words("exhibit"))) and (refused or bool(before & words("wrongs")))
    if lemma(thing) not in words("exhibit") - words("exhibit_not_kept"):
        return False
    return refused or lacks(thing) or _alleging(verb)


def _alleging(token: Token) -> bool:
    """Whether words of allegation stand in the same sentence, so that a picture is more than a picture."""
    around = {lemma(t) for t in near(token, 25, 25) if t.sent.start == token.sent.start}
    return bool(around & (words("wrongs") | words("wrongdoing")))


def _proving(verb: Token) -> bool:
    """'submitted a shirt **to prove** that …', 'produced a log **as evidence**'."""
    for child in verb.rights:
        if child.dep_ in ("advcl", "xcomp") and lemma(child) in words("proving"):
            return True
    return any(t.lower_ == "as" and any(lemma(p) in words("evidence") for p in t.children) for t in near(verb, -1, 14))


def _nobody_needed(thing: Token) -> bool:
    return thing.lower_ in ("none", "nothing")


def _none_given(token: Token, thing: Token, told: str) -> Match | None:
    """'Asked for proof, he offered none', 'nothing had been offered to back them up', 'None of it was released'."""
    around = {lemma(t) for t in near(token, 20, 12)}
    of = next((p for c in thing.rights if c.lower_ == "of" for p in c.children if p.dep_ == "pobj"), None)
    if of is not None and lemma(of) in words("exhibit"):
        around |= words("evidence")
    asked = around & (words("evidence") | {"intelligence"}) or words("backing") & around
    if told == "unreal" or not asked:
        return None
    return _match(WITHHELD, "giving: none of it", token, thing, 0.8)


def _shows(noun: Token, verb: Token) -> bool:
    """Whether a noun is evidence here: by itself, or an exhibit with words of showing beside it."""
    name = lemma(noun)
    if name in words("evidence"):
        # 'evidence room', 'proof of purchase': something else.
        return noun.dep_ != "compound"
    if name not in words("exhibit"):
        return False
    if name in words("exhibit_told") and not _beside(noun, words("exhibit_told_beside"), verb):
        return False
    if lemma(verb) in words("showing") and (
        child_of(verb, "dative") is not None
        or any(c.dep_ == "compound" and lemma(c) in words("audience") for c in noun.lefts)
        or any(c.dep_ == "prep" and c.lower_ == "to" for c in verb.rights)
    ):
        return True
    as_proof = any(c.lower_ == "as" and any(lemma(p) in words("evidence") for p in c.children) for c in verb.rights)
    return as_proof or _beside(noun, words("exhibit_beside"), verb) or _alleging(verb)


def _beside(noun: Token, shown: Iterable[str], verb: Token) -> bool:
    around = (t for t in near(noun, 3, 4) if t.i not in (noun.i, verb.i))
    return any(lemma(t) in shown or t.lower_ in shown for t in around)


def intelligence(noun: Token) -> bool:
    return lemma(noun) in words("intelligence")


def _match(status: str, rule: str, token: Token, thing: Token, score: float) -> Match:
    first, last = cue_of(token, thing)
    by = doer(token)
    return Match(status, rule, (first, last), by, _about(token, thing), score)


def cue_of(token: Token, thing: Token) -> tuple[int, int]:
    """From 'without', 'not' or 'declined' to the noun."""
    holder = token.head
    refused = lemma(holder) in words("refusing")
    verbs = [token, holder] if refused and token.dep_ in ("xcomp", "pcomp") else [token]
    first = min(t.i for t in verbs)
    for verb in verbs:
        for child in verb.lefts:
            if child.dep_ in ("neg", "aux", "auxpass") and child.lower_ != "to" and first - child.i < _CUE:
                first = min(first, child.i)
    if holder.lower_ == "without" and token.i - holder.i < _CUE:
        first = min(first, holder.i)
    start = min((t.i for t in thing.lefts if t.dep_ in ("det", "neg", "amod", "compound")), default=thing.i)
    return min(first, start, thing.i), max(token.i, thing.i) + 1


def _about(token: Token, thing: Token) -> tuple[int, int] | None:
    """What the evidence is for: 'evidence **for its claim**', 'proof **that …**', 'to back **the allegation**'."""
    for child in thing.rights:
        if child.dep_ == "prep" and child.lower_ in _RELATIONS:
            goal = child_of(child, "pobj", "pcomp")
            return span_of(goal) if goal is not None else None
        if child.dep_ in ("acl", "relcl") and child.i > thing.i:
            inner = governed(child, ("clause", "object"))
            return inner or span_of(child)
    for child in token.rights:
        if child.dep_ in ("xcomp", "advcl") and lemma(child) in words("backing") | {"prove"}:
            return governed(child, ("clause", "object"))
    return None


def without(token: Token) -> Match | None:
    """'without evidence', 'with no proof': no verb in between."""
    if token.lower_ not in ("without", "with", "despite", "minus"):
        return None
    noun = child_of(token, "pobj")
    if noun is None or lemma(noun) not in words("evidence"):
        return None
    if token.lower_ in ("with", "despite") and not lacks(noun):
        return None
    holder = token.head if token.head.pos_ in ("VERB", "AUX") else None
    by = subject_of(holder) if holder is not None and not is_passive(holder) else None
    about = next((c for c in noun.rights if c.dep_ in ("acl", "prep")), None)
    return Match(
        WITHHELD, "without evidence", (token.i, noun.i + 1), by, span_of(about) if about is not None else None, 0.85
    )


def exhibits(token: Token) -> Match | None:
    """'Documents seen by the paper show that …', 'satellite images showed'."""
    if token.pos_ != "VERB" or polarity(token) != "yes":
        return None
    subject = child_of(token, "nsubj")
    if subject is not None and subject.lower_ in ("that", "which") and token.dep_ == "relcl":
        return None
    if subject is None or lemma(subject) not in words("exhibit_shows"):
        return None
    allegation = governed(token, ("clause", "object"))
    if allegation is None:
        return None
    plain = lemma(subject) in words("exhibit_plain")
    return Match(SHOWN, "exhibits show", (subject.i, token.i + 1), subject, allegation, 0.55 if plain else 0.75)
