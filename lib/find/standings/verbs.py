"""Verbs that assert, deny or challenge: 'accused X of …', 'denied it', 'called the claim nonsense', 'disputed'.

The object decides: 'denied the report' but not 'denied him a visa', 'rejected the claim' but not 'rejected a bid'.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from lib.find.standings.grammar import (
    child_of,
    conjuncts,
    doer,
    governed,
    lemma,
    object_of,
    polarity,
    span_of,
)
from lib.find.standings.lexicon import Cue, cues, words
from lib.find.standings.match import Match, Tokens

_PERSONS = frozenset({"him", "her", "them", "us", "me", "you"})
#: How far after its verb the denying word stands: 'called the accusation by … complete nonsense'.
_AS_REACH = 30


@cache
def triggers() -> dict[str, list[tuple[str, Cue]]]:
    """Lemma → (rule, cue), in the file's order."""
    found: dict[str, list[tuple[str, Cue]]] = {}
    for name, cue in cues("verb").items():
        for word in cue.lemmas:
            found.setdefault(word, []).append((name, cue))
    return found


def verb(token: Token) -> Match | None:
    """The first cue of this verb whose arguments are there."""
    if token.pos_ not in ("VERB", "AUX") and token.dep_ not in ("ROOT", "ccomp", "relcl"):
        return None
    if token.dep_ in ("amod", "compound", "aux") or (token.i and token.nbor(-1).text == "-"):
        return None
    for name, cue in triggers().get(lemma(token), ()):
        found = _match(token, name, cue)
        if found is None or polarity(token) != "yes":
            continue
        clause = child_of(token, "ccomp") if cue.status == "challenged" else None
        if clause is None or polarity(clause) != "unreal":  # 'doubted that it would rain' doubts no allegation
            return found
    return None


def _match(token: Token, name: str, cue: Cue) -> Match | None:
    last, allegation = token.i + 1, None
    if cue.particles:
        particle = next((c for c in token.rights if c.lower_ in cue.particles), None)
        if particle is None or particle.i > token.i + 6:
            return None
        last = particle.i + 1
    if cue.as_word:
        found = _judged(token, cue)
        if found is None:
            return None
        last, allegation = found
    else:
        if not _argument(token, cue):
            return None
        allegation = governed(token, cue.allegation)
    by = doer(token)
    return Match(cue.status, f"verb: {name}", (token.i, last), by, allegation, 0.9 if allegation else 0.75)


def _argument(token: Token, cue: Cue) -> bool:
    """Whether the verb has an argument that gives it the cue's meaning."""
    frames = [f for f in cue.allegation if f != "object"]
    following = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    if following in _PERSONS and following in cue.not_object:
        return False  # 'denied him bail'
    if cue.needs and not any(c.lower_ in cue.needs and c.dep_ == "prep" for c in token.rights):
        return False
    if frames and governed(token, frames) is not None and child_of(token, "dative") is None:
        return True
    found = object_of(token)
    if found is None:
        found = next((p for c in token.rights if c.dep_ == "prep" for p in c.children if p.dep_ == "pobj"), None)
        if found is None or not cue.particles:
            return cue.bare and token.dep_ != "acl"
    if child_of(token, "dative") is not None or _indirect(token, found):
        return False
    if "object" not in cue.allegation:
        return False
    return any(_object(noun, cue) for noun in conjuncts(found))


def _indirect(token: Token, found: Token) -> bool:
    """'was denied entry': the passive's subject is who is denied, and what is denied is its object."""
    return found.dep_ == "nsubjpass" and found.head.i == token.i and child_of(token, "dobj", "oprd") is not None


def _object(noun: Token, cue: Cue) -> bool:
    name = lemma(noun)
    if name in cue.not_object or noun.lower_ in cue.not_object:
        return False
    if cue.objects:
        return name in cue.objects
    if noun.pos_ == "PRON" or noun.lower_ in words("pronoun"):
        return cue.pronoun and noun.lower_ in words("pronoun")
    if cue.object == "any":
        return True
    return name in words(cue.object)


def _judged(token: Token, cue: Cue) -> tuple[int, Tokens | None] | None:
    """Where the denying word ends, and what is said to be so: 'called **the report** complete nonsense'."""
    doc, denial = token.doc, words(cue.as_word)
    right = min(token.right_edge.i + 1, token.i + _AS_REACH, len(doc))
    spoken = lemma(token) in words("calling")
    for word in doc[token.i + 1 : right]:
        if lemma(word) not in denial and word.lower_ not in denial:
            continue
        as_word = any(t.lower_ == "as" for t in doc[token.i + 1 : word.i])
        if not as_word and not spoken:
            return None
        if not as_word and _belongs(word, token):
            continue
        thing = object_of(token)
        if thing is None or thing.i == word.i or thing.i > word.i:
            thing = next((t for t in doc[token.i + 1 : word.i] if t.pos_ in ("NOUN", "PRON", "PROPN")), None)
        if thing is None or thing.ent_type_ == "PERSON" or thing.lower_ in ("him", "her", "himself", "herself", "me"):
            return None
        if lemma(word) not in words("denial_strong"):
            known = lemma(thing) in words("allegation_only") or thing.lower_ in words("pronoun")
            if not known:
                return None
        span = span_of(thing)
        if span is not None and span[0] <= word.i < span[1]:
            span = (span[0], max(thing.i + 1, span[0] + 1))
        return word.i + 1, span
    return None


def _belongs(word: Token, token: Token) -> bool:
    """'called the **false** alarm a success': the word is part of what is spoken of."""
    noun = word.head
    if word.dep_ not in ("amod", "compound") or noun.i < word.i or noun.dep_ != "dobj":
        return False
    begins = noun.left_edge.i == token.i + 1 and any(c.dep_ == "oprd" for c in token.children)
    return begins and lemma(noun) not in words("denial")
