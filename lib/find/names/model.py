"""Names as the spaCy model sees them, in this project's labels and trimmed to the name itself.

Labels of OntoNotes 5 map to ``lib.schema.LABELS``; extents follow CoNLL-2003: no article, no title, no possessive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from spacy.tokens import Span

from lib.find.names.candidate import Candidate
from lib.find.names.gazetteer import gazetteer, is_known
from lib.find.names.line import Line, is_capitalised
from lib.find.names.lists import family_names, officers, words_in
from lib.vocabulary import load

#: OntoNotes label → (label, weight among the candidates).
_LABELS = {
    "PERSON": ("PERSON", 0.72),
    "ORG": ("ORG", 0.72),
    "GPE": ("PLACE", 0.75),
    "LOC": ("PLACE", 0.7),
    "FAC": ("PLACE", 0.72),
    "NORP": ("GROUP", 0.7),
    "PRODUCT": ("PRODUCT", 0.5),
    "EVENT": ("EVENT", 0.72),
    "WORK_OF_ART": ("OTHER", 0.45),
    "LAW": ("OTHER", 0.5),
    "LANGUAGE": ("OTHER", 0.5),
}
#: What is believed of a headline in Title Case.
_IN_TITLES = ("PERSON", "GPE", "NORP", "LOC")
#: "Tehreek-e-Orn" and, after capitals, "ORN-N" are one name.
_HYPHEN = re.compile(r"-(?:e|i|ul|ud|ur|al)-[A-Z]\w+|-([A-Z]{1,3})\b")
_TOKEN = re.compile(r"\S+")
_EDGES = "\"'“”‘’`()[]{}<>«»,;:!?…—–-*•|/\\"
_OWNER = re.compile(r"(\w[\w. -]{1,40}?)['’]s?\s+")
_FLIGHT = re.compile(r"\s+Flight\s+[A-Z]{0,3}\d{1,4}\b")
_ROMAN = re.compile(r"(?=[IVX]{2,})X{0,3}(?:IX|IV|V?I{0,3})\Z")
_MONEY = "$€£¥₹₽%"
_POSSESSIVE = re.compile(r"['’]s?$")
_JOINT = re.compile(r"\s*\(|\s*/\s*|\s+[-–—*•·|]+\s+|,\s+(?!(?:Inc|Ltd|LLC|Jr|Sr|Corp|Co|S\.A|N\.V|L\.P|D\.C|DC)\b)")
_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}\Z")
_KEEP_DOT = re.compile(r"(?:\b\w|\b(?:Inc|Corp|Ltd|Co|Jr|Sr|Bros|St|Mt|Dr|No|Fla|Calif|Mass|Va|Pa))\.$")


def entities(sentence: Span) -> Iterator[Span]:
    """The entities that lie in a sentence. ``sentence.ents`` looks through those of the whole text each time."""
    doc, start = sentence.doc, None
    for token in sentence:
        if token.ent_iob_ == "I" and start is not None:
            continue
        if start is not None:
            yield Span(doc, start, token.i, doc[start].ent_type)
        start = token.i if token.ent_iob_ == "B" else None
    if start is not None and (sentence.end == len(doc) or doc[sentence.end].ent_iob_ != "I"):
        yield Span(doc, start, sentence.end, doc[start].ent_type)


def from_model(line: Line) -> Iterator[Candidate]:
    """The sentence's entities, trimmed. Nothing where the sentence is all capitals: the model is lost there."""
    if line.capitals:
        return
    for ent in entities(line.sentence.tokens):
        known = _LABELS.get(ent.label_)
        if known is None:
            continue
        label, weight = known
        at = line.base + ent.start_char - line.sentence.tokens.start_char
        cut = _title_inside(ent.text, label)
        for left, right in _pieces(ent.text[:cut], label):
            start, end = trim(ent.text[left:right], label, at + left)
            start = _after_owner(line.text, line.base, start, end)
            start, end = _without_others(line.text, line.base, start, end)
            hyphen = _HYPHEN.match(line.text, end - line.base)
            if hyphen and (hyphen.group(1) is None or line.text[end - line.base - 1].isupper()):
                end = line.base + hyphen.end()
            if line.slug and start < (after := line.span(line.slug - 1, line.slug)[1]) < end:
                start = after
            start = _without_opening_noun(line, start, end)
            if line.asks(0) and start == line.base and len(line) > 1:
                start = line.span(1, 2)[0]
            text = line.text[start - line.base : end - line.base]
            if (
                not is_name(text)
                or (label == "PERSON" and text[0].isdigit())
                or (line.titled and (ent.label_ not in _IN_TITLES or text.count(" ") > 2))
            ):
                continue
            yield Candidate(start, end, label, "ner", 0.7, weight=weight + 0.1 * min(text.count(" "), 2))


def _title_inside(text: str, label: str) -> int:
    """Where an organisation ends that the model ran together with its officer: "Bank of Norland Governor Ola Renn"."""
    if label != "ORG":
        return len(text)
    words = list(_TOKEN.finditer(text))
    end = len(words)
    while end > 1 and words[end - 1].group() in _ranks():
        end -= 1
    tails = words_in("organisations", "words", "tails")
    if end < len(words) and (words[end].group() == "Chief" or words[-1].group() not in tails):
        return words[end - 1].end()
    for word in words[1:-1]:
        if word.group() in officers() and words[-1].group() not in tails:
            return word.start()
    return len(text)


def _pieces(text: str, label: str) -> list[tuple[int, int]]:
    """Where the model ran two names together: at a bracket, a slash, a spaced dash, a comma before no "Inc."."""
    cuts = [(0, 0), *(m.span() for m in _JOINT.finditer(text)), (len(text), len(text))]
    pieces = [(a[1], b[0]) for a, b in pairwise(cuts) if b[0] > a[1]]
    words = [text[a:b].strip() for a, b in pieces]
    left, hyphen, right = text.partition("-")
    if len(pieces) == 1 and hyphen and " " in text and is_known(left) and is_known(right):
        return [(0, len(left)), (len(left) + 1, len(text))]
    if label == "PERSON" and len(pieces) == 1 and " and " in text:
        joint = text.index(" and ")
        return [(0, joint), (joint + 5, len(text))]
    if len(pieces) == 1 and " and " in text:
        # "Angola and Mozambique" are two, "Trinidad and Tobago" is one.
        left, _, right = text.partition(" and ")
        known = gazetteer().get(right)
        if gazetteer().get(text) is None and known and (gazetteer().get(left) or not known.weak):
            return [(0, len(left)), (len(left) + 5, len(text))]
    return pieces if all(words) else [(0, len(text))]


def _after_owner(text: str, base: int, start: int, end: int) -> int:
    """Where a name begins that a known owner stands before: "Norway's Fisheries Agency" is two names."""
    owner = _OWNER.match(text, start - base, end - base)
    if owner and gazetteer().get(owner.group(1)) and owner.end() < end - base:
        return base + owner.end()
    return start


def _without_others(text: str, base: int, start: int, end: int) -> tuple[int, int]:
    """What of an organisation is its name: "Orn Air Flight 57", "Norlandish Orn Motors", "Navy for Trade"."""
    flight = _FLIGHT.search(text, start - base, end - base)
    if flight and flight.start() > start - base:
        end = base + flight.start()
    left, joint, _ = text[start - base : end - base].partition(" for ")
    if joint and is_known(left):
        end = start + len(left)
    words = text[start - base : end - base].split(" ")
    for size in (1, 2):
        owner, rest = gazetteer().get(" ".join(words[:size])), " ".join(words[size:])
        known = gazetteer().get(rest) or gazetteer().get(" ".join(words[size : size + 1]))
        if owner and known and owner.role == "demonym" and known.label == "ORG" and not known.weak:
            return end - len(rest), end
    return start, end


def _without_opening_noun(line: Line, start: int, end: int) -> int:
    """Where a name begins that a sentence's first word stands before: "Rivals Orn SA", "Astronaut Ola Renn"."""
    if start != line.base or end - start <= len(line.words[0]) or len(line) < 2:
        return start
    token = line.tokens[0]
    noun = token.lemma_.lower() in _people_nouns() | words_in("name_context", "organisation_nouns")
    noun = noun or token.lower_ in _people_nouns() | words_in("name_context", "organisation_nouns")
    known = gazetteer().get(line.text[start - line.base : end - line.base]) or token.text in family_names()
    tailed = any(word in words_in("organisations", "words", "tails") for word in line.words[1:2])
    return line.span(1, 2)[0] if noun and not known and not tailed and line.names[1] else start


def trim(text: str, label: str, start: int) -> tuple[int, int]:
    """(start, end) of a name without what stands around it: articles, titles, possessives, quotation marks."""
    end = start + len(text)
    while text:
        before = text
        if gazetteer().get(text):
            break
        cut = len(text) - len(text.lstrip(_EDGES + " \t\n"))
        text, start = text[cut:], start + cut
        tail = text.rstrip(_EDGES + " \t\n").removesuffix(" &")
        if tail.endswith(".") and not _KEEP_DOT.search(tail) and tail not in _states():
            tail = tail[:-1]
        tail = _POSSESSIVE.sub("", tail)
        text, end = tail, start + len(tail)
        first, _, rest = text.partition(" ")
        if rest and (first.lower() in ("the", "a", "an") or (label == "PERSON" and first in _titles())):
            cut = len(text) - len(rest.lstrip())
            text, start = text[cut:], start + cut
        text, start = _without_lower_case(text, start, label)
        end = start + len(text)
        if text == before:
            break
    return start, max(start, end)


def _without_lower_case(text: str, start: int, label: str) -> tuple[str, int]:
    """A name begins and ends with a capital: "eastern Orn", "Law and Justice party"; a person's has no number."""
    first, _, rest = text.partition(" ")
    if rest and first.islower() and first.isalpha() and first not in load("persons")["particles"]:
        return rest.lstrip(), start + len(text) - len(rest.lstrip())
    head, _, last = text.rpartition(" ")
    if head and _SCORE.match(last):
        return head.rstrip(), start
    if head and last.isdigit() and (entry := gazetteer().get(head)) and entry.label in ("OTHER", "PLACE", "COUNTRY"):
        return head.rstrip(), start
    score = last.isdigit() and len(last) < 4 and head in load("organisations")["teams"]["nicknames"]
    if head and ((last.islower() and last.isalpha()) or (label == "PERSON" and last[0].isdigit()) or score):
        return head.rstrip(), start
    return text, start


def is_name(text: str) -> bool:
    """Whether a text can be a name at all: it has a capital, and is no function word or day."""
    words = text.split()
    if not words or len(text) < 2 or "\n" in text or len(words) > 12:
        return False
    vocabulary = load("ambiguous_names")
    if len(words) == 2 and words[0] in vocabulary["numbered"] and (words[1].isdigit() or len(words[1]) == 1):
        return False
    if len(words) == 1 and (
        text in vocabulary["calendar"]
        or text in vocabulary["never"]
        or text in vocabulary["heads"]
        or text.lower() in _offices()
    ):
        return False
    if any(c in _MONEY for c in text) or _ROMAN.match(text) or text.endswith((" No", " No.")):
        return False
    return any(is_capitalised(word) for word in words)


@cache
def _offices() -> frozenset[str]:
    """Titles in full and the nouns of title, lower case: alone they name an office, with a capital or without."""
    persons = load("persons")
    known = {t.lower() for t in persons["loose_titles"]}
    words = {t for t in persons["titles"] if len(t) > 4} | {noun.title() for noun in persons["title_nouns"]}
    return frozenset(
        word.lower()
        for word in words - family_names()
        if word.lower() not in known and not gazetteer().get(word) and not gazetteer().get(f"The {word}")
    )


@cache
def _people_nouns() -> frozenset[str]:
    return words_in("persons", "title_nouns") | words_in("persons", "trades")


@cache
def _states() -> frozenset[str]:
    return frozenset(load("places")["us_state_abbreviations"])


@cache
def _ranks() -> frozenset[str]:
    """Words of an office that may end a run of capitals after a firm: "Orn Chief Financial" before "Officer"."""
    return words_in("persons", "ranks") | officers()


@cache
def _titles() -> frozenset[str]:
    return frozenset(t for t in load("persons")["titles"] if " " not in t)
