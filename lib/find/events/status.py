"""Whether a dated happening took place: happened, planned, alleged, or background to the story.

Alleged outweighs the rest; what ended long before the article is background; what is ahead of the
verb or of the article is planned.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from lib.find.publication import Publication
from lib.find.times.tense import tense_of
from lib.vocabulary import load


@cache
def _set(table: str, name: str) -> frozenset[str]:
    return frozenset(load("event_status")[table][name])


def status_of(trigger: Token, start: dt.date, end: dt.date, out: Publication) -> tuple[str, str]:
    """(status, the words it rests on). ``end`` is exclusive; ``out``: when the article came out."""
    if cue := _alleged(trigger):
        return "alleged", f"alleged because of “{cue}”"
    days = int(load("event_status")["background"]["days"])
    if out.first is not None and (out.first - end).days >= days:
        return "background", f"it ended more than {days} days before {out.said}"
    if cue := _overtaken(trigger):
        return "planned", f"planned, and told as overtaken, because of “{cue}”"
    if cue := _planned(trigger):
        if out.first is None or end > out.first - dt.timedelta(days=7):
            return "planned", f"planned because of “{cue}”"
        return "happened", f"the day planned for by “{cue}” is past"
    if out.last is not None and start > out.last:
        return "planned", f"planned because the day lies after {out.said}"
    verb = _verb(trigger)
    if out.last is not None and start >= out.last and verb == trigger and tense_of(trigger).kind == "present":
        return "planned", f"planned: “{trigger.text}” is in the present, of a day that is not over"
    return "happened", f"told as a fact by “{verb.text}”" if verb is not None else "told as a fact"


def _verb(trigger: Token) -> Token | None:
    at = trigger
    for _ in range(10):
        if at.pos_ in ("VERB", "AUX"):
            return at
        if at.head == at:
            return None
        at = at.head
    return None


def above(token: Token) -> Iterator[tuple[Token, Token]]:
    """(child, parent) from a token up to the top."""
    at = token
    for _ in range(15):
        if at.head == at:
            return
        yield at, at.head
        at = at.head


def _alleged(trigger: Token) -> str:
    for child in trigger.children:
        if child.lower_ in _set("alleged", "adverbs") or child.lower_ in _set("alleged", "adjectives"):
            return child.text
    verb = _verb(trigger)
    for child in verb.children if verb is not None else ():
        if child.lower_ in _set("alleged", "adverbs"):
            return child.text
        if child.lower_ in _set("alleged", "modals") and child.dep_ == "aux":
            return f"{child.text} {verb.text}" if verb is not None else child.text
        if child.lower_ == "according":
            source = next((t for t in child.subtree if t.lower_ in _set("alleged", "according_to")), None)
            if source is not None:
                return f"according to … {source.text}"
    for child, parent in above(trigger):
        lemma = parent.lemma_.lower()
        if lemma in _set("alleged", "verbs") and child.dep_ in ("ccomp", "xcomp", "prep", "pcomp", "dobj", "oprd"):
            return parent.text
        if lemma in _set("alleged", "nouns") and child.dep_ in ("acl", "prep", "relcl", "ccomp"):
            return parent.text
    return ""


def _overtaken(trigger: Token) -> str:
    """The cue of 'had been due to **speak** on Monday', 'had planned to **meet** on Friday'; '' without one."""
    parent = trigger.head
    if trigger.dep_ != "xcomp" or (parent.lower_ != "due" and parent.lemma_.lower() not in _set("planned", "verbs")):
        return ""
    verb = parent if parent.pos_ in ("VERB", "AUX") else parent.head
    had = any(c.lower_ == "had" and c.dep_ == "aux" for c in verb.lefts)
    return f"had … {parent.text}" if had else ""


def _planned(trigger: Token) -> str:
    for child in trigger.children:
        if child.lower_ in _set("planned", "adjectives") and child.dep_ in ("amod", "acl"):
            return child.text
    verb = _verb(trigger)
    if verb is None:
        return ""
    told = tense_of(verb)
    modal = next((c.text for c in verb.lefts if c.lower_ in _set("planned", "modals") and c.dep_ == "aux"), "")
    if modal:
        return f"{modal} {verb.text}"
    for child, parent in above(verb):
        if parent.lemma_.lower() in _set("planned", "verbs") and child.dep_ in ("xcomp",):
            return f"{parent.text} … {verb.text}"
        if child.dep_ not in ("xcomp", "conj"):
            break
    if verb.lemma_.lower() in _set("planned", "verbs") and verb != trigger:
        return verb.text
    return told.word if told.kind == "future" else ""
