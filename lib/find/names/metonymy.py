"""Whether a capital's name is the city or the government that sits there.

"in Kyiv" is a place, "Kyiv denied it", "ties with Kyiv" and "Kyiv's stance" are the government. The
grammar around the name decides, with the words of ``data/vocabulary/metonymy.toml``; in doubt it is
the place. (Markert and Nissim 2007, SemEval task 8, describe the classes.)
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from lib.vocabulary import load

#: A building has an outside, a government has not. "in" and "at" may be either.
_BESIDE = ("outside", "inside", "near", "around", "past", "beside", "behind", "opposite", "above")


@cache
def capitals() -> dict[str, str]:
    """Name of a capital → country. Capitals that are city states or more place than seat are left out."""
    table: dict[str, str] = {}
    for name, country in load("countries")["countries"].items():
        for capital in country["capitals"]:
            table.setdefault(capital, name)
    return table


def reading(tokens: list[Token]) -> str | None:
    """Why the capital made of ``tokens`` is its government, in a word or two; None where it is the place."""
    words = _vocabulary()
    head, doc = tokens[-1], tokens[0].doc
    before = doc[tokens[0].i - 1] if tokens[0].i > head.sent.start else None
    after = doc[head.i + 1] if head.i + 1 < len(doc) else None
    if before is not None and before.lower_ in ("in", "at", "near", "outside", "around", "inside", "across", "via"):
        return None
    if after is not None and after.text in ("-", "–") and head.i + 2 < len(doc):
        follow = doc[head.i + 2]
        return f"-{follow.text}" if follow.lower_ in words["participles"] else None
    if before is not None and before.text == "-" and doc[before.i - 1].lower_ in ("pro", "anti"):
        return f"{doc[before.i - 1].text}-"
    if after is not None and after.text in ("'s", "’s", "'", "’"):
        return _possessive(head, after, words)
    if after is not None and after.pos_ == "NOUN" and after.lemma_.lower() in words["place_nouns"]:
        return None
    return _subject(head, words) or _governed(head, before, words)


def is_building(tokens: list[Token]) -> bool:
    """Whether a seat's name is the building: "outside the Kremlin", "in front of the Élysée Palace"."""
    doc, at = tokens[0].doc, tokens[0].i - 1
    if at >= 0 and doc[at].pos_ == "DET":
        at -= 1
    if at < 0:
        return False
    return doc[at].lower_ in _BESIDE or (doc[at].lower_ == "of" and at > 0 and doc[at - 1].lower_ == "front")


def _possessive(head: Token, mark: Token, words: dict[str, frozenset[str]]) -> str | None:
    owned = head.head if head.dep_ == "poss" else None
    nearest = [t for t in mark.doc[mark.i + 1 : mark.i + 5] if t.pos_ not in ("ADV", "PUNCT")]
    for token in [owned, *nearest[:3]]:
        if token is not None and token.i > head.i:
            if token.lemma_.lower() in words["possessed"]:
                return f"'s {token.text}"
            if token.pos_ in ("NOUN", "PROPN") and token is not owned:
                break
    return None


def _subject(head: Token, words: dict[str, frozenset[str]]) -> str | None:
    token = head
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    verb = token.head
    if token.dep_ in ("nsubj", "agent") and verb.pos_ in ("VERB", "AUX"):
        if verb.lemma_.lower() in ("be", "remain", "become", "seem", "appear", "feel", "grow"):
            return _state(verb, words)
        return None if verb.lemma_.lower() in words["place_verbs"] else verb.text
    if token.dep_ in ("nsubjpass", "dobj", "obj", "dative") and verb.lemma_.lower() in words["object_verbs"]:
        return verb.text
    return None


def _state(verb: Token, words: dict[str, frozenset[str]]) -> str | None:
    """ "Moscow is ready to talk": a state of mind."""
    for child in verb.children:
        if child.dep_ in ("acomp", "attr") and child.lemma_.lower() in words["states"]:
            return child.text
    return None


def _governed(head: Token, before: Token | None, words: dict[str, frozenset[str]]) -> str | None:
    token = head
    while token.dep_ == "conj" and token.head.i < token.i and token.head.ent_type_ in ("GPE", "ORG", "PERSON", "NORP"):
        token = token.head
    preposition = token.head if token.dep_ == "pobj" else before
    if preposition is None or preposition.lower_ not in words["governing_prepositions"]:
        return None
    governor = preposition.head
    lemma = governor.lemma_.lower()
    if governor.i < preposition.i and governor.pos_ in ("NOUN", "PROPN") and lemma in words["governing_nouns"]:
        return f"{governor.text} {preposition.text}"
    if governor.pos_ in ("ADJ", "VERB") and governor.lower_ in words["governing_adjectives"]:
        return f"{governor.text} {preposition.text}"
    if preposition.lower_ == "by" and preposition.dep_ == "agent" and lemma in words["verbs"]:
        return f"{governor.text} by"
    return None


@cache
def _vocabulary() -> dict[str, frozenset[str]]:
    return {key: frozenset(value) for key, value in load("metonymy").items() if isinstance(value, list)}
