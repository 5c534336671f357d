"""How one knows, kept back: 'would not say how', 'did not elaborate', 'citing the need to protect sources'."""

from __future__ import annotations

from spacy.tokens import Token

from lib.find.quotes.phrases import subject_of
from lib.find.standings.grammar import child_of, doer, governed, is_passive, lemma, near, object_of, polarity
from lib.find.standings.lexicon import cues, words
from lib.find.standings.match import Match
from lib.find.standings.showing import WITHHELD, cue_of, intelligence


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
    first, last = cue_of(token, token)[0], last
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
        return lemma(verb) in words("describing") and any(intelligence(t) for t in near(verb, 20, 0))
    if lemma(thing) == "detail":
        return lemma(verb) in words("disclosing")
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
        WITHHELD,
        "withholding: elaborate",
        (cue_of(token, token)[0], token.i + 1),
        by,
        governed(token, ("object",)),
        0.8,
    )


def _no_comment(token: Token) -> Match | None:
    """'declined to comment on the evidence'; a bare 'declined to comment' withholds nothing that is known."""
    goals = [p for c in token.rights if c.lower_ in ("on", "about") for p in c.children if p.dep_ == "pobj"]
    goal = next((p for p in goals if intelligence(p) or lemma(p) in words("evidence")), None)
    if goal is None:
        return None
    return Match(
        WITHHELD, "withholding: elaborate", (cue_of(token, token)[0], goal.i + 1), subject_of(token), None, 0.7
    )


def citing_secrecy(token: Token) -> Match | None:
    """'citing the need to protect sources', 'cited classified intelligence'."""
    cue = cues("withholding")["secrecy"]
    thing = object_of(token)
    if thing is None or polarity(token) != "yes" or is_passive(token) or lemma(thing) not in cue.objects:
        return None
    inside = token.doc[token.i + 1 : min(thing.right_edge.i + 1, token.i + 15)]
    if lemma(thing) not in words("secrecy") and not any(
        lemma(t) in cue.grounds - {"intelligence"} or t.lower_ in cue.grounds - {"intelligence"} for t in inside
    ):
        return None
    return Match(WITHHELD, "withholding: secrecy", (token.i, thing.i + 1), subject_of(token), None, 0.7)
