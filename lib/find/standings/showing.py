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
from lib.find.standings.lexicon import cues, words
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
    kept = missing and _intelligence(thing)
    noun = thing if kept else next((n for n in conjuncts(thing) if _shows(n, token)), None)
    detail = lemma(thing) in words("detail")
    if noun is None and not detail:
        return None
    if not missing and lemma(token) in ("contain", "include"):
        return None
    if missing and noun is None:
        return _match(WITHHELD, "giving: no details", token, thing, 0.7)
    if noun is None or (told == "unreal" and not missing):
        return None
    if missing:
        strong = lemma(noun) in words("evidence") or _intelligence(noun)
        return _match(WITHHELD, "giving: none", token, thing, 0.95 if strong else 0.75)
    if lemma(token) in ("make", "put", "hand", "point", "lay") and lemma(noun) not in words("evidence"):
        return None
    return _match(SHOWN, "giving: shown", token, thing, 0.85 if lemma(noun) in words("evidence") else 0.75)


def _nobody_needed(thing: Token) -> bool:
    return thing.lower_ in ("none", "nothing")


def _none_given(token: Token, thing: Token, told: str) -> Match | None:
    """'Asked for proof, he offered none', 'nothing had been offered to back them up', 'None of it was released'."""
    around = {lemma(t) for t in near(token, 20, 12)}
    asked = around & (words("evidence") | {"intelligence"}) or {"back", "support", "substantiate"} & around
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
    if name in ("statement", "report", "letter") and not _beside(noun, ("show", "prove", "leak"), verb):
        return False
    if lemma(verb) in ("show", "display", "submit") and (
        child_of(verb, "dative") is not None
        or any(c.dep_ == "compound" and lemma(c) in words("audience") for c in noun.lefts)
        or any(c.dep_ == "prep" and c.lower_ == "to" for c in verb.rights)
    ):
        return True
    as_proof = any(c.lower_ == "as" and any(lemma(p) in words("evidence") for p in c.children) for c in verb.rights)
    return as_proof or _beside(noun, words("exhibit_beside"), verb) or _of_wrongdoing(noun)


def _beside(noun: Token, shown: Iterable[str], verb: Token) -> bool:
    around = (t for t in near(noun, 3, 4) if t.i not in (noun.i, verb.i))
    return any(lemma(t) in shown or t.lower_ in shown for t in around)


def _of_wrongdoing(noun: Token) -> bool:
    return any(
        lemma(t) in words("wrongdoing") for t in near(noun, 2, 8) if noun.left_edge.i <= t.i <= noun.right_edge.i
    )


def _intelligence(noun: Token) -> bool:
    return lemma(noun) in ("intelligence", "material", "information")


def _match(status: str, rule: str, token: Token, thing: Token, score: float) -> Match:
    first, last = _cue(token, thing)
    by = doer(token)
    return Match(status, rule, (first, last), by, _about(token, thing), score)


def _cue(token: Token, thing: Token) -> tuple[int, int]:
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
        if child.dep_ in ("xcomp", "advcl") and lemma(child) in ("back", "support", "substantiate", "prove"):
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
    plain = lemma(subject) in ("data", "datum", "record", "figure", "file", "log", "paper", "memo")
    return Match(SHOWN, "exhibits show", (subject.i, token.i + 1), subject, allegation, 0.55 if plain else 0.75)


def saying_how(token: Token) -> Match | None:
    """'would not say how it knew', 'declined to describe the intelligence'."""
    cue = cues("withholding")["say-how"]
    if token.pos_ != "VERB" or polarity(token) != "no" or child_of(token, "nsubjpass") is not None:
        return None
    by = subject_of(token)
    clause = child_of(token, "ccomp", "xcomp", "advcl")
    last = None
    if clause is not None and clause.i > token.i:
        opening = next(
            (t for t in near(token, -1, 4) if t.lower_ in ("how", "where", "what", "who", "which", "why")), None
        )
        if opening is not None:
            inside = {lemma(t) for t in token.doc[opening.i : min(clause.right_edge.i + 1, opening.i + 12)]}
            grounds = bool(inside & cue.grounds)
            if (opening.lower_ == "how" and not _how_much(opening)) or grounds:
                last = opening.i + 1
    thing = object_of(token)
    if last is None and thing is not None and _withheld(thing, token):
        last = thing.i + 1
    if last is None:
        return None
    first, last = _cue(token, token)[0], last
    return Match(WITHHELD, "withholding: say-how", (first, last), by, None, 0.8)


def _how_much(how: Token) -> bool:
    return how.i + 1 < len(how.doc) and how.nbor(1).lower_ in (
        "many",
        "much",
        "long",
        "old",
        "big",
        "often",
        "far",
        "soon",
    )


def _withheld(thing: Token, verb: Token) -> bool:
    cue = cues("withholding")["say-how"]
    if thing.lower_ == "it":
        return lemma(verb) in ("describe", "explain") and any(_intelligence(t) for t in near(verb, 20, 0))
    if lemma(thing) == "detail":
        return lemma(verb) in ("disclose", "reveal", "discuss", "specify")
    return lemma(thing) in cue.objects and lemma(verb) != "say"


def elaborating(token: Token) -> Match | None:
    """'did not elaborate', 'declined to substantiate the claim'."""
    if polarity(token) != "no":
        return None
    by = doer(token)
    if lemma(token) == "comment":
        return _no_comment(token)
    if lemma(token) != "elaborate" and is_passive(token):
        return None
    return Match(
        WITHHELD, "withholding: elaborate", (_cue(token, token)[0], token.i + 1), by, governed(token, ("object",)), 0.8
    )


def _no_comment(token: Token) -> Match | None:
    """'declined to comment on the evidence'; a bare 'declined to comment' withholds nothing that is known."""
    goals = [p for c in token.rights if c.lower_ in ("on", "about") for p in c.children if p.dep_ == "pobj"]
    goal = next((p for p in goals if _intelligence(p) or lemma(p) in words("evidence")), None)
    if goal is None:
        return None
    return Match(WITHHELD, "withholding: elaborate", (_cue(token, token)[0], goal.i + 1), subject_of(token), None, 0.7)


def citing_secrecy(token: Token) -> Match | None:
    """'citing the need to protect sources', 'cited classified intelligence'."""
    cue = cues("withholding")["secrecy"]
    thing = object_of(token)
    if thing is None or polarity(token) != "yes" or is_passive(token) or lemma(thing) not in cue.objects:
        return None
    inside = token.doc[token.i + 1 : min(thing.right_edge.i + 1, token.i + 15)]
    if lemma(thing) not in ("secrecy", "sensitivity", "confidentiality", "classification") and not any(
        lemma(t) in cue.grounds - {"intelligence"} or t.lower_ in cue.grounds - {"intelligence"} for t in inside
    ):
        return None
    return Match(WITHHELD, "withholding: secrecy", (token.i, thing.i + 1), subject_of(token), None, 0.7)
