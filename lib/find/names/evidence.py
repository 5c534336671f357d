"""What the words around a name, and its own shape, say about the kind of thing it is: votes, not verdicts.

    list(evidence(line, 0, 1))              # [('PLACE', 1.5)] for "Orn is a village in Norland."

``consistency.agree`` adds up the votes of all places of a form in the article beside the model's own, so that one
telling place settles the others. A vote of 1 outweighs one opinion of the model. Words are data:
``data/vocabulary/name_evidence.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lib.find.names.context import cue
from lib.find.names.line import Line
from lib.find.names.lists import family_names, first_names, towns
from lib.find.names.products import is_product
from lib.vocabulary import load

Vote = tuple[str, float]
#: How far after "X, a" or "X is a" the noun that says what X is may stand, in tokens.
REACH = 9
STRONG, FAIR, WEAK = 1.5, 0.8, 0.4
_CAMEL = re.compile(r"(?!Mc|Mac|De|Le|La|Di|Du|Van|Von|Fitz|O['’])[A-Z][a-z]+[A-Z]\w*\Z")
_ARTICLES = ("a", "an", "the", "one")
_SMALL = frozenset(("of", "in", "to", "de", "for", "the", "on", "at", "by", "with", "from"))
_OPENING, _CLOSING = ('"', "“", "``"), ('"', "”", "''")


def evidence(line: Line, first: int, last: int, label: str) -> Iterator[Vote]:
    """Votes for the name made of tokens ``first`` up to and without ``last``."""
    if line.capitals or line.titled:
        return
    if line.words[last : last + 1] in (["v"], ["vs"]) or (first and line.words[first - 1] in ("v", "vs")):
        yield "ORG", FAIR
    told = cue(line, first, last, "OTHER")
    if told in ("PERSON", "ORG", "PLACE"):
        yield told, STRONG
    if label in ("PERSON", "PLACE"):
        yield from _shape(line.words[first:last])
    yield from _listed(line.words[first:last])
    if label == "ORG" and _is_phrase(line.words[first:last]):
        yield "OTHER", STRONG
    if last - first == 1 and len(line.words[first]) > len("prism") and line.words[first].endswith("ism"):
        yield "OTHER", FAIR
    if (
        label == "GROUP"
        and last - first == 1
        and (line.words[first] in first_names() or line.words[first] in family_names())
    ):
        yield "PERSON", FAIR
    if last - first == 1 and label == "PERSON" and line.words[first].endswith("s") and _article_before(line, first):
        # "The Goths" are no single person.
        yield "GROUP", FAIR
    if label != "PRODUCT" and is_product(line, first, last):
        yield "PRODUCT", FAIR
    yield from _before(line, first)
    yield from _after(line, first, last)
    yield from _verb(line, first, last)
    yield from _works(line, first, last)
    noun = _said_to_be(line, last) or _said_before(line, first, last)
    if noun:
        yield noun, STRONG


def _article_before(line: Line, first: int) -> bool:
    return first > 0 and line.words[first - 1].lower() in ("the", "these", "those")


def _shape(words: list[str]) -> Iterator[Vote]:
    """Endings of towns and of family names; capitals inside a word, as companies have them."""
    word = words[-1]
    if len(words) == 1 and _CAMEL.match(word):
        yield "ORG", FAIR
    for label, endings in _endings().items():
        if len(word) > 6 and word.isalpha() and word.endswith(endings):
            yield label, WEAK


def _is_phrase(words: list[str]) -> bool:
    """ "Harrison to Orn", "Story of the Orn": small words inside, and none that organisations are named by."""
    return any(w in _SMALL for w in words[1:-1]) and not any(w in _organised() for w in words)


def _listed(words: list[str]) -> Iterator[Vote]:
    """A common family name on its own, a first name before any other word, a town of no great size."""
    if len(words) == 1 and words[0] in family_names():
        yield "PERSON", WEAK
    elif len(words) == 2 and words[0] in first_names() and words[1] in family_names():
        yield "PERSON", FAIR
    if " ".join(words) in towns():
        yield "PLACE", FAIR


def _before(line: Line, first: int) -> Iterator[Vote]:
    """The preposition and what governs it: "born in Orn", "shares of Orn", "plays for Orn"."""
    if first == 0:
        return
    words = _words()
    word = line.words[first - 1].lower()
    if line.tokens[first - 1].lemma_.lower() in words["relatives"] and word == line.words[first - 1]:
        yield "PERSON", STRONG
    article = word == "the" and first > 1
    if article:
        word = line.words[first - 2].lower()
    governor = line.tokens[first - 1].head.lemma_.lower()
    earlier = {governor, line.tokens[first - 2].lemma_.lower() if first > 1 else ""}
    if word == "in" and earlier & words["located"]:
        yield "PLACE", WEAK if article else STRONG
    elif word in ("in", "to", "from", "at", "for", "through", "of") and earlier & words["travelled"]:
        yield "PLACE", FAIR
    elif word in ("of", "for", "at", "in", "with") and earlier & words["organisation_roles"]:
        yield "ORG", STRONG
    elif word in ("for", "with", "by") and earlier & words["employed"]:
        yield "ORG", FAIR
    elif word == "of" and earlier & words["place_roles"]:
        yield "PLACE", STRONG
    elif word in words["beside_places"]:
        yield "PLACE", WEAK
    if word == "based" and first > 1 and line.words[first - 2] in ("-", "‑"):
        yield "ORG", FAIR


def _after(line: Line, first: int, last: int) -> Iterator[Vote]:
    """ "Orn, who …", "Orn's wife", "Orn (NYSE: …)"."""
    words = _words()
    follow = [w.lower() for w in line.words[last : last + 4]]
    if last < len(line) and line.tokens[last].lemma_.lower() in words["weapons"]:
        yield "PRODUCT", STRONG
    if follow[:2] == [",", "who"] or follow[:1] == ["who"]:
        yield "PERSON", STRONG
    if follow[:1] and follow[0] in ("'s", "’s", "'", "’"):
        owned = {t.lemma_.lower() for t in line.tokens[last + 1 : last + 3]}
        if owned & words["kin"]:
            yield "PERSON", STRONG
        elif owned & words["company_goods"]:
            yield "ORG", FAIR
    if follow[:1] == ["("] and len(follow) > 1 and follow[1] in words["exchanges"]:
        yield "ORG", STRONG


def _verb(line: Line, first: int, last: int) -> Iterator[Vote]:
    """What the name does: people marry, firms acquire, teams win."""
    words = _words()
    inside = line.tokens[first:last]
    head = next((t for t in inside if t.head not in inside or t.head == t), inside[-1])
    lemma = head.head.lemma_.lower()
    if head.dep_ in ("nsubj", "nsubjpass"):
        if lemma in words["person_does"]:
            yield "PERSON", FAIR
        elif lemma in words["firm_does"]:
            yield "ORG", WEAK
    elif head.dep_ in ("dobj", "obj") and lemma in words["joined"]:
        yield "ORG", FAIR


def _works(line: Line, first: int, last: int) -> Iterator[Vote]:
    """ "the novel Orn", "the Orn trilogy", and a name alone between quotation marks."""
    words = _words()
    before = line.tokens[first - 1] if first else None
    after = line.tokens[last] if last < len(line) else None
    if before is not None and before.lemma_.lower() in words["works"]:
        yield "OTHER", STRONG
    if before is not None and before.lemma_.lower() in words["vessels"] and not line.opens(first):
        yield "PRODUCT", STRONG
    if after is not None and after.lemma_.lower() in words["eponyms"]:
        yield "OTHER", STRONG
    if after is not None and after.lemma_.lower() in words["work_followers"]:
        yield "OTHER", FAIR
    if before is None or after is None or before.text not in _OPENING or line.joined(first - 1 if first > 1 else 0):
        return
    closed = after.text in _CLOSING or (after.text in (",", ".") and line.words[last + 1 : last + 2] == [before.text])
    named = {line.tokens[i].lemma_.lower() for i in range(max(0, first - 4), first - 1)}
    if closed and line.joined(first) and not named & words["naming"]:
        yield "OTHER", FAIR


def _said_before(line: Line, first: int, last: int) -> str | None:
    """The kind of thing in "her brother, Orn, left" and "a rock band, Orn."."""
    if first < 3 or line.words[first - 1] != "," or line.tokens[first - 2].pos_ != "NOUN":
        return None
    if line.words[last : last + 1] not in ([","], ["."], [";"], [")"], []):
        return None
    at = first - 3
    while at >= 0 and line.tokens[at].pos_ in ("ADJ", "NOUN", "PROPN", "NUM"):
        at -= 1
    owned = at >= 0 and (line.tokens[at].pos_ in ("DET", "PRON") or line.words[at] in ("'s", "’s"))
    return _kinds().get(line.tokens[first - 2].lemma_.lower()) if owned else None


def _said_to_be(line: Line, last: int) -> str | None:
    """The kind of thing in "Orn, a Swiss bank," or "Orn is a village"."""
    at = last
    if at < len(line) and line.words[at] == "(":
        while at < len(line) and line.words[at] != ")":
            at += 1
        at += 1
    if at + 2 >= len(line) or line.words[at].lower() not in (",", "is", "was", "are"):
        return None
    if line.words[at + 1].lower() not in _ARTICLES:
        # "Ola Renn, chairwoman of the board"
        bare = (
            line.words[at] == ","
            and line.tokens[at + 1].pos_ == "NOUN"
            and line.words[at + 2] in ("of", "at", "for", "with")
        )
        return _kinds().get(line.tokens[at + 1].lemma_.lower()) if bare else None
    for i in range(at + 2, min(at + REACH, len(line))):
        token = line.tokens[i]
        if token.pos_ == "NOUN" and (i + 1 == len(line) or line.tokens[i + 1].pos_ not in ("NOUN", "PROPN")):
            if i + 1 < len(line) and line.words[i + 1] in ("-", "‑"):
                continue
            # "Said Orn, the firm denied": a new clause.
            return None if token.dep_ in ("nsubj", "nsubjpass") else _kinds().get(token.lemma_.lower())
        if token.pos_ in ("VERB", "AUX", "ADP", "PUNCT") and line.words[i] not in ("-", "‑", ","):
            return None
    return None


@cache
def _words() -> dict[str, frozenset[str]]:
    return {key: frozenset(value) for key, value in load("name_evidence").items() if isinstance(value, list)}


@cache
def _organised() -> frozenset[str]:
    words = load("organisations")["words"]
    return frozenset([*words["tails"], *words["heads_of"], *words["heads_for"], *words["of"]])


@cache
def _kinds() -> dict[str, str]:
    """What a noun says a thing is."""
    around, words = load("name_context"), load("name_evidence")
    kinds = dict.fromkeys((*around["place_nouns"], *words["places"]), "PLACE")
    kinds |= dict.fromkeys(words["works"], "OTHER") | dict.fromkeys(words["happenings"], "EVENT")
    kinds |= dict.fromkeys((*around["organisation_nouns"], *words["organisations"]), "ORG")
    return kinds | dict.fromkeys((*load("persons")["title_nouns"], *words["people"]), "PERSON")


@cache
def _endings() -> dict[str, tuple[str, ...]]:
    return {label: tuple(endings) for label, endings in load("name_evidence")["endings"].items()}
