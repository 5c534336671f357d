"""Whose things a number counts, where and when they are, and whether it is so.

    Around(sentence, mentions, times).status(head)

All of it is read from the clause of the number: its noun, the verb above it, and what hangs on these two.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from lib.find.document import ParsedSentence
from lib.find.events.clause import subject_holder
from lib.find.events.status import status_of
from lib.find.publication import Publication
from lib.find.quantities.vocabulary import words
from lib.schema import Mention, TimeExpression
from lib.vocabulary import load

_NOWHERE = dt.date(2000, 1, 1)
_STEPS = 12
#: Tokens behind a preposition among which its place is looked for.
_REACH = 10
_ACTORS = ("COUNTRY", "ORG", "GROUP", "PERSON")
_PLACES = ("PLACE", "COUNTRY")
_BOUND = re.compile(r"\bsince\s+(?:at least |about |early |late |mid-?)?$", re.IGNORECASE)
_REPEATED = re.compile(r"\b(?:until|till|than|as of|before|after)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Around:
    """One sentence with its mentions and times, sorted by start."""

    sentence: ParsedSentence
    mentions: Sequence[Mention]
    times: Sequence[TimeExpression]
    text: str

    def mention_at(self, token: Token, labels: Sequence[str]) -> Mention | None:
        at = self.sentence.offset(token)
        return next((m for m in self.mentions if m.start <= at < m.end and m.label in labels), None)

    def actor(self, noun: Token) -> Mention | None:
        """'Russian troops', 'Russia's 100,000 troops', 'troops of Russia', 'Russia has massed 100,000 troops'."""
        for child in noun.children:
            if child.dep_ in ("amod", "compound", "poss", "nmod") and child.i < noun.i:
                if found := self.mention_at(child, _ACTORS):
                    return found
            elif child.dep_ == "prep" and child.lower_ == "of":
                for inner in child.children:
                    if inner.dep_ == "pobj" and (found := self.mention_at(inner, _ACTORS)):
                        return found
        if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NOUN":
            return self.actor(noun.head.head)  # 'a Russian army of 127,000 men'
        verb = verb_above(noun)
        if verb is None or verb.lemma_.lower() not in words("around", "owning") or not _is_object(noun, verb):
            return None
        holder = subject_holder(verb)
        subject = next((c for c in holder.children if c.dep_ == "nsubj"), None) if holder is not None else None
        return self.mention_at(subject, _ACTORS) if subject is not None else None

    def place(self, noun: Token, number: Token) -> Mention | None:
        """The place behind 'in', 'near', 'along' … of the noun, the number or the verb; the nearest comes first."""
        verb = verb_above(noun)
        holders = [noun] if noun == number else [noun, number]
        for holder in [*holders, *([verb] if verb is not None else [])]:
            for child in holder.rights:
                where = child.dep_ in ("prep", "advmod", "pcomp") and child.lower_ in words("around", "place")
                if where and (found := self._within(child)):
                    return found
                if holder is noun and child.dep_ in ("acl", "relcl") and (found := self._beside(child)):
                    return found
        return None

    def _beside(self, verb: Token) -> Mention | None:
        """'troops massed near Ukraine'."""
        for child in verb.rights:
            if child.dep_ == "prep" and child.lower_ in words("around", "place"):
                return self._within(child)
        return None

    def _within(self, preposition: Token) -> Mention | None:
        doc = preposition.doc
        if preposition.i and doc[preposition.i - 1].lower_ == "according":
            return None
        end = min(preposition.right_edge.i + 1, preposition.i + 1 + _REACH)
        for token in doc[preposition.i + 1 : end]:
            if token.pos_ in ("VERB", "AUX", "CCONJ"):
                return None
            if token.pos_ in ("PROPN", "ADJ", "NOUN") and (found := self.mention_at(token, _PLACES)):
                return found
        return None

    def time(self, noun: Token) -> TimeExpression | None:
        """The calendar date of the number's clause; of several the nearest."""
        dated = [t for t in self.times if t.date_start is not None and t.type in ("DATE", "TIME")]
        if not dated:
            return None
        verb, at = verb_above(noun), self.sentence.offset(noun)
        fitting = []
        for time in dated:
            token = self._token_in(time)
            if token is None or _REPEATED.search(self.text[: time.start - self.sentence.start][-12:]):
                continue
            if verb_above(token) == verb or noun in (token.head, token.head.head):
                fitting.append((abs(time.start - at), time.start, time))
        return min(fitting, key=lambda row: row[:2])[2] if fitting else None

    def _token_in(self, time: TimeExpression) -> Token | None:
        sentence = self.sentence
        inside = [t for t in sentence.tokens if time.start <= sentence.offset(t) < time.end]
        return next((t for t in inside if t.head not in inside or t.head == t), None)

    def dates(self, time: TimeExpression | None, out: Publication) -> tuple[dt.date, dt.date] | None:
        """First day and the one after the last; what holds 'since December' holds up to the article's own day,
        or to the first on which it can have come out."""
        if time is None or time.date_start is None or time.date_end is None:
            return None
        if out.first is not None and self._since(time):
            return time.date_start, max(time.date_end, out.first + dt.timedelta(days=1))
        return time.date_start, time.date_end

    def _since(self, time: TimeExpression) -> bool:
        return _BOUND.search(self.text[: time.start - self.sentence.start][-24:]) is not None


def verb_above(token: Token) -> Token | None:
    """The nearest verb over a token; itself where it is one."""
    for at in _up(token):
        if at.pos_ in ("VERB", "AUX"):
            return at
    return None


def _up(token: Token) -> Iterator[Token]:
    at = token
    for _ in range(_STEPS):
        yield at
        if at.head == at:
            return
        at = at.head


def _is_object(noun: Token, verb: Token) -> bool:
    at = noun
    for _ in range(4):
        if at.head == verb:
            return at.dep_ in ("dobj", "attr", "oprd") and at.i > verb.i
        at = at.head
    return False


def status(noun: Token, dates: tuple[dt.date, dt.date] | None, out: Publication) -> str:
    """One of ``lib.schema.STATUSES``, by ``lib.find.events.status`` and what is special to numbers.

    A number that only could be, is wished for, is a condition or a projection is 'planned': it is not yet so. A denied
    one is 'alleged': it stands, but not as a fact.
    """
    # A plan that was spoken of on a past day is still a plan: dates only tell what is long over or still ahead.
    found, _ = status_of(noun, _NOWHERE, _NOWHERE + dt.timedelta(days=1), Publication(None, None))
    if found == "happened" and dates is not None:
        found, _ = status_of(noun, *dates, out)
    verb = verb_above(noun)
    if found == "alleged" and verb is not None and verb.lemma_.lower() == "claim" and noun.lemma_ in ("life", "victim"):
        return "happened"
    if verb is not None and found in ("happened", "alleged"):
        children = list(verb.lefts)
        modal = any(c.dep_ == "aux" and c.lower_ in load("event_status")["alleged"]["modals"] for c in children)
        past = any(c.dep_ == "aux" and c.lemma_.lower() == "have" for c in children)
        if modal and not past:
            return "planned"
        if any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "should") for c in children):
            return "planned"
        if any(c.dep_ == "neg" for c in verb.children):
            return "alleged"
    if found == "happened" and _is_ahead(noun):
        return "planned"
    return found


def _is_ahead(noun: Token) -> bool:
    """'a projection of 175,000', 'plans for up to 175,000 troops'."""
    for at in _up(noun):
        if at.pos_ in ("VERB", "AUX"):
            # 'described planning for an offensive by 175,000 troops': the parser hangs 'by' on the verb.
            about = any(
                c.dep_ == "dobj" and c.i < noun.i and c.lemma_.lower() in words("around", "ahead") for c in at.rights
            )
            return about or at.lemma_.lower() in words("around", "wishing")
        if at != noun and at.pos_ == "NOUN" and at.lemma_.lower() in words("around", "ahead"):
            return True
    return False
