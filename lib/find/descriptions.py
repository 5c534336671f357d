"""Verbs and adjectives that grammar ties to one actor: how a source describes it.

    for row in find_descriptions(document, mentions):
        row.lemma, row.tie        # 'not withdraw' 'does'; 'accuse' 'undergoes'; 'defiant' 'is described as'

Verbs that say nothing of anybody ('be', 'have', 'say') are left out, by the lists of ``descriptions.toml``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Token

from lib.find.document import Document, ParsedSentence
from lib.schema import Description, Mention
from lib.vocabulary import load

DOES, UNDERGOES, IS = "does", "undergoes", "is described as"
_ACTORS = ("PERSON", "ORG", "COUNTRY", "GROUP")
_RELATIVE = ("who", "which", "that", "whom")
#: Verbs or nouns joined by 'and' that are followed.
_JOINED = 5
Tied = tuple[Token, str, bool]


def find_descriptions(document: Document, mentions: Sequence[Mention]) -> list[Description]:
    """The descriptions of a document, in reading order; ``entity_id`` is the mention's place until link.

    One row for each word and each mention that it is tied to; words inside a mention are none. Never raises.
    """
    by_number = {sentence.sentence_id: sentence for sentence in document.sentences}
    named = sorted((m.start, m.end) for m in mentions)
    found: set[tuple[int, int, str, str, str, str, int]] = set()
    for mention in mentions:
        sentence = by_number.get(mention.sentence_id)
        head = _head(sentence, mention) if sentence is not None and mention.label in _ACTORS else None
        if sentence is None or head is None:
            continue
        for token, tie, negative in _tied(head):
            start = sentence.offset(token)
            end = start + len(token.text)
            if start < sentence.start or end > sentence.end or _in_name(named, start, end):
                continue
            if lemma := _lemma(token, negative):
                place = f"@{mention.start}-{mention.end}"
                found.add((start, end, lemma, token.pos_, tie, place, sentence.sentence_id))
    return [
        Description(document.article.article_id, number, start, end, lemma, pos, tie, place)
        for start, end, lemma, pos, tie, place, number in sorted(found)
    ]


@cache
def _words(name: str) -> frozenset[str]:
    table = load("descriptions")
    return frozenset(table[name] if name in table else table["verbs_of"][name])


def _in_name(named: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_left(named, (end, end)) - 1
    return at >= 0 and named[at][0] < end and named[at][1] > start


def _lemma(token: Token, negative: bool) -> str:
    """The dictionary form with its particle, 'not ' before it where negated; empty for words that say nothing."""
    lemma = load("descriptions")["lemmas"].get(token.lower_, token.lemma_.lower().strip())
    dull = {"VERB": "verbs", "AUX": "verbs", "ADJ": "adjectives", "NOUN": "nouns"}.get(token.pos_)
    if dull is None or lemma in _words(dull) or not any(c.isalpha() for c in lemma):
        return ""
    if token.pos_ == "VERB":
        particle = next((c.lower_ for c in token.rights if c.dep_ == "prt"), "")
        lemma = f"{lemma} {particle}".rstrip()
    return f"not {lemma}" if negative else lemma


def _head(sentence: ParsedSentence, mention: Mention) -> Token | None:
    """The token of a mention that the rest of it hangs on."""
    block = sentence.block
    span = block.doc.char_span(mention.start - block.start, mention.end - block.start, alignment_mode="expand")
    return span.root if span is not None and len(span) else None


def _negative(token: Token) -> bool:
    return any(c.dep_ == "neg" or c.lower_ == "never" for c in token.children)


def _tied(head: Token) -> Iterator[Tied]:
    """(word, tie, whether it is negated) for everything that the grammar ties to the head of a name."""
    yield from _attributes(head)
    for child in head.rights:
        if child.dep_ == "appos" and child.pos_ == "NOUN":
            yield from _noun(child)
        elif child.dep_ == "relcl":
            yield from _relative(child)
        elif child.dep_ == "acl" and child.pos_ == "VERB" and child.tag_ in ("VBG", "VBN"):
            yield child, DOES if child.tag_ == "VBG" else UNDERGOES, _negative(child)
    role = head
    for _ in range(_JOINED):
        if role.dep_ != "conj" or role.head.pos_ not in ("PROPN", "NOUN", "PRON"):
            break
        role = role.head
    if role.dep_ == "appos" and role.i == head.i and role.head.pos_ == "NOUN":
        yield from _noun(role.head)  # 'the defiant leader, Ana Ruiz'
        role = role.head
    yield from _of_role(role)


def _attributes(noun: Token) -> Iterator[Tied]:
    for child in noun.lefts:
        if child.dep_ == "amod" and child.pos_ in ("ADJ", "VERB"):
            yield child, IS, False


def _noun(noun: Token, negative: bool = False) -> Iterator[Tied]:
    if noun.pos_ == "NOUN":
        yield noun, IS, negative
    for token, tie, _ in _attributes(noun):
        yield token, tie, negative


def _relative(verb: Token) -> Iterator[Tied]:
    """'Ruiz, who resigned', 'Ruiz, whom they arrested'."""
    for child in verb.lefts:
        if child.lower_ in _RELATIVE and child.dep_ in ("nsubj", "nsubjpass", "dobj", "dative"):
            yield from _of_verb(verb, child.dep_)
            return


def _of_role(role: Token) -> Iterator[Tied]:
    head = role.head
    small = (role.dep_ == "nsubj" and head.pos_ in ("ADJ", "NOUN")) or (role.dep_ == "compound" and head.pos_ == "ADJ")
    if small and head.head.lemma_.lower() in _words("calling"):
        yield head, IS, False  # 'called him reckless', parsed as a clause of its own
        yield head.head, UNDERGOES, _negative(head.head)
    elif role.dep_ in ("nsubj", "nsubjpass", "dobj", "dative"):
        yield from _of_verb(head, role.dep_)
    elif role.dep_ == "pobj" and head.dep_ == "agent":
        yield from _doing(head.head)
    elif role.dep_ == "pobj" and head.dep_ == "dative":
        yield head.head, UNDERGOES, _negative(head.head)


def _of_verb(verb: Token, role: str) -> Iterator[Tied]:
    lemma = verb.lemma_.lower()
    if verb.pos_ not in ("VERB", "AUX"):
        return
    if lemma in _words("calling") and role in ("nsubjpass", "dobj"):
        yield from _called(verb)
    if role == "nsubj":
        if lemma in _words("copulas"):
            yield from _complement(verb, _negative(verb))
        yield from _doing(verb)
    elif role == "nsubjpass":
        for at, negative in _joined(verb):
            passive = at.tag_ == "VBN" and not any(c.dep_ == "dobj" for c in at.rights)
            yield at, UNDERGOES if passive or at.i == verb.i else DOES, negative
        yield from _open(verb, _negative(verb))
    else:
        yield verb, UNDERGOES, _negative(verb)


def _joined(verb: Token) -> Iterator[tuple[Token, bool]]:
    """The verb and those joined to it that have no subject of their own, each with whether it is negated."""
    at, negative = verb, _negative(verb)
    for _ in range(_JOINED):
        yield at, negative
        following = next((c for c in at.rights if c.dep_ == "conj" and c.pos_ in ("VERB", "AUX")), None)
        if following is None or any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in following.lefts):
            return
        own = any(c.dep_ == "aux" for c in following.lefts) or following.tag_ != "VB"
        at, negative = following, _negative(following) or (negative and not own)


def _doing(verb: Token) -> Iterator[Tied]:
    for at, negative in _joined(verb):
        yield at, DOES, negative
        if at.lemma_.lower() in _words("copulas") and at.i != verb.i:
            yield from _complement(at, negative)
        yield from _open(at, negative)
    for child in verb.children:
        if child.dep_ == "advcl" and child.tag_ == "VBG" and not any(c.dep_ in ("nsubj", "mark") for c in child.lefts):
            yield child, DOES, _negative(child)


def _open(verb: Token, negative: bool) -> Iterator[Tied]:
    """'tried to **flee**'; not 'urged them to **flee**', which is what they are to do."""
    if any(c.dep_ in ("dobj", "dative") for c in verb.children):
        return
    for child in verb.rights:
        if child.dep_ == "xcomp" and child.pos_ == "VERB":
            for at, own in _joined(child):
                yield at, DOES, own or negative


def _complement(verb: Token, negative: bool) -> Iterator[Tied]:
    for child in verb.rights:
        if child.dep_ in ("acomp", "oprd") and child.pos_ in ("ADJ", "VERB"):
            at: Token | None = child
            for _ in range(_JOINED):
                if at is None:
                    break
                yield at, IS, negative
                at = next((c for c in at.rights if c.dep_ == "conj" and c.pos_ == "ADJ"), None)
        elif child.dep_ == "attr":
            yield from _noun(child, negative)


def _called(verb: Token) -> Iterator[Tied]:
    """'called him **reckless**', 'described as a **tyrant**'."""
    negative = _negative(verb)
    for child in verb.rights:
        if child.dep_ == "oprd":
            if child.pos_ == "ADJ":
                yield child, IS, negative
            yield from _noun(child, negative)
        elif child.dep_ == "prep" and child.lower_ == "as":
            for inner in child.rights:
                if inner.dep_ == "pobj":
                    yield from _noun(inner, negative)
                elif inner.pos_ == "ADJ":
                    yield inner, IS, negative
