"""Claims that nobody could check: 'could not be verified', 'remains unconfirmed', 'no confirmation of the report'.

Only what is an allegation counts where a body alone keeps silent: 'the police did not confirm' says nothing of it.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from lib.find.quotes.mute import is_nobody
from lib.find.standings.grammar import child_of, doer, governed, is_passive, lacks, lemma, object_of, polarity, span_of
from lib.find.standings.lexicon import cues, words
from lib.find.standings.match import Match

CHALLENGED = "challenged"


def verifying(token: Token) -> Match | None:
    """'could not be independently verified', 'was unable to confirm it', 'Nobody has confirmed the report'."""
    cue = cues("verifying")["verify"]
    told = polarity(token)
    above = {lemma(t) for t in (token.head, *token.head.lefts, *token.head.rights) if t.i < token.i}
    unable = bool(above & cue.unable) or any(
        c.dep_ == "aux" and c.lower_ in ("could", "can", "ca") for c in token.lefts
    )
    cannot = token.dep_ == "xcomp" and bool(above & cue.unable) and _denied_above(token, above & cue.failing)
    adverb = next((t for t in token.children if t.lower_ in cue.adverbs), None)
    passive = is_passive(token)
    if told != "no" and not cannot:
        return None
    thing = object_of(token)
    by = doer(token)
    no_one = by is not None and not passive and is_nobody(by)
    if thing is None or not (unable or adverb is not None or _alleged(thing, passive or no_one)):
        return None
    if lemma(token) == "confirm" and not (unable or adverb is not None or no_one):
        return None
    first = min([t.i for t in token.lefts if t.dep_ in ("aux", "neg", "auxpass", "advmod")], default=token.i)
    if cannot:
        around = (token.head, *token.head.lefts, *token.head.rights)
        first = min(t.i for t in around if t.i < token.i and (lemma(t) in cue.unable or t.dep_ == "neg"))
    if no_one and by is not None:
        first, by = min(first, by.left_edge.i), None
    last = max([token.i, *(t.i for t in token.rights if t.lower_ in cue.adverbs)]) + 1
    if by is not None and by.lower_ == "it":
        by = None  # 'It was not possible to verify the account'
    return Match(CHALLENGED, "verifying: verify", (first, last), by, span_of(thing, token), 0.9)


def _denied_above(token: Token, failing: Iterable[str]) -> bool:
    """'is unable to', 'is impossible to' deny by themselves; 'able to', 'possible to' where they are negated."""
    around = (token.head, token.head.head)
    return bool(failing) or any(c.dep_ == "neg" for t in around for c in t.children)


def _alleged(thing: Token, told_of: bool) -> bool:
    known = lemma(thing) in words("allegation") or thing.lower_ in words("pronoun")
    return told_of and known


def unverified(token: Token) -> Match | None:
    """'The report remains unconfirmed', 'the claim was still unverified'."""
    within = token.dep_ in ("acomp", "oprd", "attr")
    verb = token.head if within else token  # 'were unconfirmed' may be read as a passive
    subject = child_of(verb, "nsubj", "nsubjpass")
    if subject is None or polarity(verb) != "yes" or lemma(subject) not in words("allegation"):
        return None
    if within and lemma(verb) not in words("copula") | {"go", "stay"}:
        return None
    first = min([verb.i, token.i, *(c.i for c in token.lefts if c.dep_ == "auxpass")])
    return Match(CHALLENGED, "verifying: unverified", (first, token.i + 1), None, span_of(subject), 0.8, True)


def no_confirmation(token: Token) -> Match | None:
    """'There was no confirmation of the report', 'without independent confirmation'."""
    if not lacks(token) and token.head.lower_ != "without":
        return None
    behind = next((c for c in token.rights if c.dep_ in ("acl", "prep", "relcl", "ccomp")), None)
    clause = behind is not None and behind.dep_ != "prep"
    inside = token.doc[behind.left_edge.i : min(behind.right_edge.i + 1, behind.left_edge.i + 8)] if behind else ()
    alleged = any(lemma(t) in words("allegation") | words("wrongdoing") for t in inside)
    alone = behind is None and any(c.lower_ in ("independent", "official") for c in token.lefts)
    if not (clause or alleged or alone):
        return None
    first = min([token.i, *(c.i for c in token.lefts)])
    span = span_of(behind) if behind is not None else None
    return Match(CHALLENGED, "verifying: no-confirmation", (first, token.i + 1), None, span, 0.8, True)


def unsupported(token: Token) -> Match | None:
    """'the unsubstantiated claim', 'baseless allegations' in the outlet's own words."""
    noun = token.head
    if token.dep_ != "amod" or lemma(noun) not in words("allegation_only") - words("worries"):
        return None
    if any(c.dep_ == "neg" for c in token.children):
        return None
    span = governed_noun(noun)
    return Match(CHALLENGED, "unsupported claim", (token.i, noun.i + 1), None, span, 0.65)


def governed_noun(noun: Token) -> tuple[int, int] | None:
    """What an allegation alleges: 'the claim **that …**', 'allegations **of fraud**'."""
    for child in noun.rights:
        if child.dep_ in ("acl", "ccomp", "relcl"):
            return span_of(child)
        if child.dep_ == "prep" and child.lower_ in ("of", "about"):
            return span_of(child)
    return governed(noun, ())
