"""Cues: the words that say that somebody else's words or thoughts follow.

    for cue in find_cues(doc, stretches):     # 'said', 'according to', 'the claim that', 'was adamant that'
        cue.head, cue.content                 # the speaker's head noun, characters of the clause

A cue's content is read off the parse where the verb has a complement, and off commas where it stands as an aside
('The plan, officials said, will fail'). Words inside quotation marks are somebody's speech already, so no cue is
sought there.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from lib.find.quotes import content
from lib.find.quotes.around import around, is_aside
from lib.find.quotes.marks import Stretch
from lib.find.quotes.mute import can_speak
from lib.find.quotes.objects import valued
from lib.find.quotes.phrases import agent_of, before, beside, noun_phrase, subject_of
from lib.find.quotes.sources import Source, according, accounted
from lib.find.quotes.vocabulary import lemma_of, verbs, words

_NEAR = 6
_SKIP = frozenset({"amod", "compound", "aux", "auxpass"})
#: The tagger may take these for nouns in capitals or beside quotation marks.
_SURE = frozenset(["said", "says", "told", "tells"])
_MEANWHILE = frozenset(["as", "while", "when", "after", "before"])


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue. ``first`` and ``last`` are the tokens of its group; ``content`` is characters of the paragraph."""

    token: Token
    text: str
    kind: str
    head: Token | None
    first: int
    last: int
    content: tuple[int, int] | None
    nominal: bool = False
    aside: bool = False


def find_cues(doc: Doc, stretches: Sequence[Stretch]) -> Iterator[Cue]:
    """The cues of one paragraph that stand outside of quotation marks, in order."""
    table, nouns, adjectives = verbs(), words("cue_nouns"), words("cue_adjectives")
    promises = words("cue_nouns_infinitive")
    starts = [s.outer_start for s in stretches]
    quoted = iter(stretches)
    current = next(quoted, None)
    for token in doc:
        while current and current.outer_end <= token.idx:
            current = next(quoted, None)
        if current and current.outer_start <= token.idx:
            continue
        pos = token.pos_
        if token.lower_ in adjectives and (pos == "ADJ" or token.tag_ == "VBN"):
            cue = _adjective(token)
        elif token.lower_ == "according":
            cue = _source(according(token))
        elif pos == "ADP":
            cue = _source(accounted(token))
        elif token.i and doc[token.i - 1].lower_ in ("-", "so"):
            cue = None
        elif token.lower_ in ("put", "puts") and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "it":
            cue = _verb(token, "tell", frozenset({"clause"}))
        elif token.lemma_ == "put" and pos == "VERB" and valued(token):
            cue = _verb(token, "predict", frozenset({"value"}))
        elif (
            pos in ("VERB", "AUX")
            or token.lower_ in _SURE
            or (pos == "NOUN" and token.dep_ == "ROOT" and _has_clause(token))
        ):
            lemma = lemma_of(token)
            known = lemma in table and token.dep_ not in _SKIP and not (lemma == "like" and not _would(token))
            cue = _verb(token, *table[lemma]) if known else None
        elif pos == "NOUN" and (token.lemma_.lower() in nouns or token.lemma_.lower() in promises):
            cue = _noun(token)
        else:
            cue = None
        if cue and can_speak(cue):
            yield _spoken_outside(cue, stretches, starts)


def _would(token: Token) -> bool:
    """'would like to leave' is a wish, 'likes to swim' is not."""
    return any(c.dep_ == "aux" and c.lower_ in ("would", "'d", "’d") for c in token.children)


def _has_clause(token: Token) -> bool:
    """A verb that the tagger took for a noun still has its subject and its clause in the parse."""
    return {"nsubj", "ccomp"} <= {c.dep_ for c in token.children}


def _spoken_outside(cue: Cue, stretches: Sequence[Stretch], starts: Sequence[int]) -> Cue:
    """The cue without a speaker whom the parser found inside the quotation: '“Stop!” shouted the driver'."""
    if cue.head is None:
        return cue
    number = bisect_right(starts, cue.head.idx) - 1
    if number < 0 or stretches[number].outer_end <= cue.head.idx:
        return cue
    return replace(cue, head=_named_last(cue.token) or beside(cue.token), first=cue.token.i)


def _named_last(verb: Token) -> Token | None:
    """'“…,” the agency's head, **Ana Ruiz**, told reporters': the name between commas before the cue."""
    doc, at = verb.doc, verb.i - 2
    closed = at > 0 and doc[at + 1].text == "," and doc[at].ent_type_ == "PERSON"
    return doc[at] if closed and doc[noun_phrase(doc[at])[0] - 1].text == "," else None


def _source(found: Source | None) -> Cue | None:
    """A phrase that names a source, as an aside."""
    if found is None:
        return None
    text, head, first, last = found
    return Cue(head.doc[first], text, "say", head, first, last, around(head.doc, first, last), False, True)


def _verb(token: Token, kind: str, frames: frozenset[str]) -> Cue:
    head = subject_of(token)
    if head is not None and head.i > token.i and head.dep_ not in ("nsubj", "pobj"):
        head = None
    if head is None and token.tag_ in ("VBD", "VBZ") and (missed := before(token)) is not None:
        fronted = token.lower_ in _SURE or any(c.dep_ == "ccomp" for c in token.lefts)
        head = missed if fronted or missed.ent_type_ == "PERSON" else None
    first, last = token.i, token.i + 1
    for child in token.children:
        near = token.i - _NEAR <= child.i < token.i and child.dep_ in ("aux", "auxpass", "advmod", "neg")
        if near and not any(t.is_punct for t in token.doc[child.i : token.i]):
            first = min(first, child.i)
    if head is not None and head.i < token.i:
        # Also 'Ruiz went on to say', 'the firm was quoted as saying': one group as long as no comma parts them.
        start, end = noun_phrase(head)
        if head.head.i == token.i or (token.i - end <= _NEAR and not any(t.is_punct for t in token.doc[end : token.i])):
            first = min(first, start)
    if head is not None and head.dep_ == "dobj" and head.head.lemma_ in ("quote", "cite"):
        # 'the paper quoted Ruiz as saying'
        quoting = subject_of(head.head)
        if quoting is not None and quoting.i < first:
            first = noun_phrase(quoting)[0]
    for child in token.rights:
        if child.dep_ in ("dobj", "dative", "prep", "npadvmod", "advmod", "nsubj", "prt", "pobj"):
            if child.left_edge.i == last:
                last = child.right_edge.i + 1
        elif child.i >= last:
            break
    if token.lower_ in _SURE and last < len(token.doc) and token.doc[last].lower_ in _MEANWHILE:
        # '…, the judge said as she read the decision'
        clause = next((c for c in token.rights if c.dep_ == "advcl" and c.left_edge.i == last), None)
        last = clause.right_edge.i + 1 if clause is not None else last
    aside = is_aside(token, first, last) and not (kind != "tell" and any(c.dep_ == "dobj" for c in token.rights))
    found, nominal = content.of_verb(token, kind, frames)
    if (
        aside
        and "clause" in frames
        and (found is None or found[0] != token.doc[token.sent.start].idx or last < token.sent.end)
    ):
        found, nominal = around(token.doc, first, last, finite=True), False
    return Cue(token, token.text, kind, head, first, last, found, nominal, aside)


def _noun(token: Token) -> Cue | None:
    found = content.of_noun(token)
    if found is None:
        return _promise(token)
    if any(c.lower_ == "no" and c.dep_ == "det" for c in token.lefts):
        return None  # 'There was no confirmation that …'
    head = next((c for c in token.children if c.dep_ == "poss"), None) or agent_of(token)
    if head is None and token.dep_ in ("dobj", "pobj"):
        verb = token.head if token.dep_ == "dobj" else token.head.head
        if verb.lemma_.lower() in verbs() and (subject := subject_of(verb)) is not None:
            # 'writing in an opinion that …': the clause is the verb's.
            return Cue(verb, verb.text, verbs()[verb.lemma_.lower()][0], subject, verb.i, verb.i + 1, found)
        head = subject_of(verb) if verb.lemma_.lower() in words("light_verbs") else None
    return Cue(token, token.text, "noun", head, token.i, token.i + 1, found)


def _promise(token: Token) -> Cue | None:
    """'his promise to resign'."""
    holder = next((c for c in token.children if c.dep_ == "poss"), None)
    if holder is None or token.lemma_.lower() not in words("cue_nouns_infinitive"):
        return None
    found = content.infinitive_of(token)
    return Cue(token, token.text, "intend", holder, token.i, token.i + 1, found) if found else None


def _adjective(token: Token) -> Cue | None:
    found, _ = content.of_verb(token, "think", frozenset({"clause"}))
    head = subject_of(token) or next((c for c in token.children if c.dep_ == "nsubjpass"), None)
    if found is None or head is None or head.lower_ in ("it", "that", "this"):
        return None
    return Cue(token, token.text, "think", head, token.i, token.i + 1, found)
