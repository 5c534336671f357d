"""Fixed words, and hearsay: 'pointed the finger at', 'did not add up', 'is said to have stolen'."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from lib.find.standings.grammar import (
    child_of,
    doer,
    governed,
    is_passive,
    lemma,
    near,
    polarity,
    span_of,
)
from lib.find.standings.lexicon import Cue, cues, words
from lib.find.standings.match import Match, Tokens

#: Tokens in which an idiom's words must follow.
_REACH = 9
_INSIDE = 12


@cache
def triggers() -> dict[str, list[tuple[str, Cue]]]:
    """Lemma → (rule, cue), in the file's order."""
    found: dict[str, list[tuple[str, Cue]]] = {}
    for name, cue in cues("idiom").items():
        for word in cue.lemmas:
            found.setdefault(word, []).append((name, cue))
    return found


def idiom(token: Token) -> Match | None:
    """The first idiom whose words follow."""
    for name, cue in triggers().get(lemma(token), ()):
        found = _match(token, name, cue)
        if found is not None:
            return found
    return None


def _match(token: Token, name: str, cue: Cue) -> Match | None:
    last = _followed(token, cue)
    verb = token if token.pos_ in ("VERB", "AUX") else token.head
    negated = cue.negated or cue.follow[:1] == ("not",)
    if last is None or (polarity(verb) == "no") != negated or (not negated and polarity(verb) != "yes"):
        return None
    subject = child_of(verb, "nsubj", "nsubjpass")
    if cue.subject and not _is(subject, cue):
        return None
    if cue.subject_or and not any(c.lower_ == cue.subject_or for c in token.rights):
        return None
    if cue.near and not any(lemma(t) in cue.near for t in near(token, 12, 12)):
        return None
    by = None if cue.subject or (subject is not None and subject.dep_ == "expl") else doer(verb)
    if (cue.negated and token.i != verb.i) or (cue.subject_or and is_passive(token)):
        by = subject
    first = token.i
    if cue.negated:
        first = min([token.i, verb.i, *(c.i for c in verb.lefts if c.dep_ in ("neg", "aux"))])
    alleged = span_of(subject) if "subject" in cue.allegation and subject is not None else _goal(token, cue)
    # What is said of the words themselves is said by whoever speaks: 'the story did not add up, she said'.
    voiced = cue.voiced or bool(cue.subject)
    return Match(cue.status, f"idiom: {name}", (first, last), by, alleged, 0.75, voiced)


def _followed(token: Token, cue: Cue) -> int | None:
    """The token behind the idiom's last word, where all of them follow in order."""
    following = near(token, -1, _REACH)
    if cue.follow_one:
        return next((t.i + 1 for t in following if t.lower_ in cue.follow_one), None)
    at, last = iter(following), token.i + 1
    for word in cue.follow:
        found = next((t for t in at if t.lower_ == word), None)
        if found is None:
            return None
        last = found.i + 1
    return last


def _is(subject: Token | None, cue: Cue) -> bool:
    if subject is None:
        return False
    return lemma(subject) in words(cue.subject) or (cue.subject_pronoun and subject.lower_ in words("pronoun"))


def _goal(token: Token, cue: Cue) -> Tokens | None:
    frames = [frame for frame in cue.allegation if frame != "subject"]
    return governed(token, frames) if frames else None


def hearsay(token: Token) -> Match | None:
    """'is said to have laundered the money': nobody says so."""
    if not is_passive(token) or polarity(token) != "yes":
        return None
    deed = child_of(token, "xcomp")
    if deed is None or deed.i < token.i:
        return None
    inside = token.doc[deed.i : min(deed.right_edge.i + 1, deed.i + _INSIDE)]
    if not any(lemma(t) in words("wrongdoing") and t.pos_ in ("VERB", "NOUN") for t in inside):
        return None
    return Match("asserted", "hearsay", (token.i, token.i + 1), doer(token), span_of(deed, token), 0.6)
