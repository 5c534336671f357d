"""Past or future: which way a weekday or a month without a year points, read from the governing verb.

    tense(token).kind        # 'past' for “met on Thursday”, 'future' for “will meet on Friday”

Only the verb that governs the phrase in the parse counts, so one sentence may hold both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from lib.vocabulary import load


@dataclass(frozen=True, slots=True)
class Tense:
    """``kind``: 'past', 'future', 'present' or 'none'; ``strong``: no noun stands between phrase and verb;
    ``reports``: the verb is one of reporting."""

    kind: str
    word: str = ""
    strong: bool = True
    reports: bool = False

    @property
    def clause(self) -> str:
        """For a sentence of reasons: 'the verb “said” is in the past'."""
        if not self.word:
            return "no verb says otherwise"
        if self.word.startswith("…"):
            return f"it stands beside “{self.word[1:]}”"
        where = {"past": "is in the past", "future": "points ahead", "present": "is in the present"}
        return f"the verb “{self.word}” {where.get(self.kind, 'is open')}"


NONE = Tense("none", "", False)


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(load("time_tense")[name])


def tense(token: Token) -> Tense:
    """The tense of the clause that governs a token."""
    strong, at = True, token
    for _ in range(12):
        head = at.head
        if head == at:
            kind = _kind(at, 0) if at.pos_ in ("VERB", "AUX") else ""
            return Tense(kind, _phrase(at), strong, _reports(at)) if kind else NONE
        if head.pos_ in ("VERB", "AUX"):
            kind = _kind(head, 0)
            return Tense(kind, _phrase(head), strong, _reports(head)) if kind else NONE
        if head.lemma_.lower() in _set("ahead_nouns") and at != token:
            strong = False
        elif head.lower_ in ("due", "likely", "ready", "set"):
            return Tense("past" if _overtaken(head) else "future", head.text, True)
        elif head.pos_ in ("NOUN", "PROPN", "PRON") and head.ent_type_ not in ("DATE", "TIME"):
            strong = False
        at = head
    return NONE


def tense_of(verb: Token) -> Tense:
    """The tense of one verb, auxiliaries and the verbs above it taken into account."""
    kind = _kind(verb, 0)
    return Tense(kind, _phrase(verb)) if kind else NONE


def _reports(verb: Token) -> bool:
    return verb.lemma_.lower() in _set("reporting")


def _phrase(verb: Token) -> str:
    """The verb with its auxiliaries, as written: 'will meet'."""
    auxiliaries = [c.text for c in verb.lefts if c.dep_ in ("aux", "auxpass")]
    return " ".join([*auxiliaries, verb.text])


def _kind(verb: Token, depth: int) -> str:
    """'past', 'future', 'present' or '' of one verb."""
    if depth > 6:
        return ""
    auxiliaries = {c.lower_ for c in verb.lefts if c.dep_ in ("aux", "auxpass")}
    have, past_be = auxiliaries & {"have", "has", "had", "'ve", "having", "’ve"}, auxiliaries & {"was", "were", "been"}
    modal = auxiliaries & _set("modals_ahead")
    if modal:
        return "past" if have and not auxiliaries & {"will", "'ll", "wo", "shall"} else "future"
    tag, ahead = verb.tag_, verb.lemma_.lower() in _set("ahead")
    if "did" in auxiliaries:
        return "past"
    if "to" in auxiliaries:
        return "past" if have else _infinitive(verb, depth)
    if tag == "VBD":
        return "past"
    if tag == "VBN":
        if "had" in auxiliaries:
            return "past"
        if ahead and auxiliaries & {"is", "are", "was", "were", "'s", "'re"} and _looks_ahead(verb):
            return "future"
        if have or past_be:
            return "past"
        if auxiliaries & {"is", "are", "be", "being", "'s", "'re"}:
            return "present"
        return "future" if verb.lower_ in ("scheduled", "slated", "planned", "expected", "due") else "past"
    if tag == "VBG":
        if have or past_be:
            return "past"
        if auxiliaries & {"is", "are", "'s", "'re", "'m", "am", "’s", "’re"}:
            return "future"
        return _kind_of_head(verb, depth)
    if tag in ("VBZ", "VBP"):
        return "past" if verb.lemma_.lower() in _set("reporting") else "present"
    if "do" in auxiliaries or "does" in auxiliaries:
        return "present"
    return _kind_of_head(verb, depth) or ("future" if tag == "VB" else "")


def _looks_ahead(verb: Token) -> bool:
    """'is set to open', 'was scheduled for Monday', but not 'was given a medal on Monday'."""
    if verb.lower_ in ("scheduled", "slated", "planned", "expected", "due", "supposed", "projected", "booked"):
        return True
    if verb.lower_ == "set" and any(c.lower_ == "for" for c in verb.rights):
        return True
    return any(c.dep_ in ("xcomp", "ccomp") for c in verb.rights)


def _overtaken(word: Token) -> bool:
    """'had been due to speak on Monday', 'had planned to meet on Friday': a plan that the story is past."""
    verb = word.head if word.pos_ not in ("VERB", "AUX") else word
    return any(c.lower_ in ("had", "'d", "’d") for c in verb.lefts if c.dep_ in ("aux", "auxpass"))


def _infinitive(verb: Token, depth: int) -> str:
    head = verb.head
    if head == verb:
        return "future"  # 'Leaders to meet Friday'
    if head.lemma_.lower() in _set("done"):
        return _kind(head, depth + 1)
    if _overtaken(head):
        return "past"
    if head.pos_ in ("VERB", "AUX"):
        if head.lemma_.lower() in _set("ahead") or head.lemma_ in ("be", "go"):
            return "future"
        return _kind(head, depth + 1)
    return "future" if verb.dep_ in ("acl", "xcomp", "relcl") else ""


def _kind_of_head(verb: Token, depth: int) -> str:
    """The tense of the next verb above: 'will visit Kyiv and meet …', 'met, saying …'."""
    at = verb.head
    for _ in range(6):
        if at.pos_ in ("VERB", "AUX"):
            return "" if at == verb else _kind(at, depth + 1)
        if at.head == at:
            return ""
        at = at.head
    return ""


@cache
def _hints(name: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(load("time_tense")[name]) + r")(?: (?:the|early|late|mid-?|a|this))?[ -]$")


_NO_VERB = r"(?!will|would|may|might|can|could|to|shall|must|should)[\w-]+"


@cache
def _happened(before: bool) -> re.Pattern[str]:
    nouns = "(?:" + "|".join(load("time_tense")["happened"]) + ")"
    if before:
        return re.compile(rf"\bthe (?:{_NO_VERB} ){{0,3}}{nouns} (?:on|of|in|from) (?:early |late |mid-)?$")
    return re.compile(rf"(?:'s)? (?:[a-z][\w-]* ){{0,2}}?{nouns}\b")


def hint(before: str, after: str = "") -> Tense | None:
    """What the words beside a phrase say of its direction: 'scheduled for', 'since', 'attack'; else None."""
    if found := _hints("before_overtaken").search(before):
        return Tense("past", "…" + found[0].strip())
    if found := _hints("before_ahead").search(before):
        return Tense("future", "…" + found[0].strip())
    if found := _hints("before_past").search(before):
        return Tense("past", "…" + found[0].strip())
    if (found := _happened(True).search(before)) or (found := _happened(False).match(after)):
        return Tense("past", "…" + found[0].strip())
    return None
