"""One article names a thing more than once: what is sure in one place settles the others.

A family name of a person named in full is that person; a form takes the label that weighs most; a
confirmed name is found wherever it stands. Only exact forms count, case and all.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from lib.find.names.candidate import Candidate
from lib.find.names.gazetteer import gazetteer
from lib.find.names.lists import first_names, words_in
from lib.find.names.parts import parts
from lib.vocabulary import load

_WORD = re.compile(r"[^\W_](?:[\w'’.&-]*\w)?")
_FOLLOWS = re.compile(r"[ -]([A-Z][\w.]*)")
_PRECEDES = re.compile(r"(\b[A-Z]\w*)[ -]$")
#: Labels from these sources stand, whatever the surroundings say.
FIRM = ("gazetteer", "acronym")
#: What a head word or a title says of a name counts for more than the words around it.
SAID = 1.0
#: (start, end) of a name → what speaks for which label, and how much.
Votes = Mapping[tuple[int, int], Sequence[tuple[str, float]]]
#: A name needs this much certainty before it is sought elsewhere.
SURE = 0.7


def agree(found: Sequence[Candidate], text: str, votes: Votes | None = None) -> list[Candidate]:
    """The same candidates with one label a form; demonyms and gazetteer names keep theirs.

    ``votes``: what the surroundings of each (start, end) speak for, beside the label that it has.
    """
    labels = _settled(found, text, votes or {})
    found = [
        one
        if one.method in FIRM or _plays(one, text)
        else _with_label(one, labels.get(text[one.start : one.end], one.label))
        for one in found
    ]
    people, companies = surnames(found, text), _companies(found, text)
    settled = []
    for one in found:
        form = text[one.start : one.end]
        label = one.label
        if form in people and not _firm(form):
            label = "PERSON"
        elif form in companies and one.method in ("ner", "context", "consistency"):
            label = "ORG"
        settled.append(_with_label(one, label))
    return settled


def _plays(one: Candidate, text: str) -> bool:
    """Whether a city is its team at this place, whatever it is elsewhere in the article."""
    entry = gazetteer().get(text[one.start : one.end]) if one.label == "ORG" else None
    return entry is not None and entry.label == "PLACE"


def _settled(found: Sequence[Candidate], text: str, votes: Votes) -> dict[str, str]:
    """The label of each form that has most of the weight."""
    sums: dict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    often = Counter(text[one.start : one.end] for one in found)
    for one in found:
        form = text[one.start : one.end]
        # The model repeats its mistakes: ten equal opinions count for three.
        weight = one.weight + (SAID if one.method == "pattern" else 0)
        sums[form][one.label] += weight / often[form] ** 0.5
        for label, vote in votes.get((one.start, one.end), ()):
            sums[form][label] += vote
    return {form: max(counts.items(), key=lambda item: (item[1], item[0]))[0] for form, counts in sums.items()}


def _with_label(one: Candidate, label: str) -> Candidate:
    return one if label == one.label else replace(one, label=label, method="consistency", role="name")


def missed(found: Sequence[Candidate], text: str, spans: Iterable[tuple[int, int]]) -> list[Candidate]:
    """Further places of confirmed names in the sentences ``spans``, outside of what is found."""
    labels = _confirmed(found, text)
    covered = [False] * (len(text) + 1)
    for one in found:
        covered[one.start : one.end] = [True] * (one.end - one.start)
    firsts: dict[str, list[str]] = defaultdict(list)
    for form in sorted(labels, key=len, reverse=True):
        first = _WORD.match(form)
        if first:
            firsts[first.group()].append(form)
    more: list[Candidate] = []
    for start, end in spans:
        after = start
        for word in _WORD.finditer(text, start, end):
            if word.start() < after or covered[word.start()]:
                continue
            for key in sorted({word.group(), re.sub(r"['’]s$", "", word.group())}, reverse=True):
                hit = next((f for f in firsts.get(key, ()) if _stands(text, word.start(), f, end)), None)
                if hit and _alone(text, word.start(), hit) and not any(covered[word.start() : word.start() + len(hit)]):
                    after = word.start() + len(hit)
                    more.append(Candidate(word.start(), after, labels[hit], "consistency", 0.7))
                    break
    return more


def surnames(found: Iterable[Candidate], text: str) -> set[str]:
    """What the article's people with full names are called by their family names.

    Not those of a firm that the article names before its heir: "Ford" before "Ola Ford" is the firm.
    """
    last: dict[str, int] = {}
    firms: dict[str, int] = {}
    for one in sorted(found, key=lambda c: c.start):
        words = text[one.start : one.end].split()
        if one.label == "ORG" and one.method == "gazetteer":
            firms.setdefault(text[one.start : one.end], one.start)
        if one.label == "PERSON" and len(words) >= 2:
            while len(words) > 2 and words[-1] in load("persons")["suffixes"]:
                words.pop()
            if words[-1][0].isupper() and (len(words[-1]) > 2 or words[0] in _family_first()) and _personal(one, words):
                for form in parts(words):
                    last.setdefault(form, one.start)
    return {name for name, at in last.items() if firms.get(name, at) >= at}


def _companies(found: Iterable[Candidate], text: str) -> set[str]:
    """What "Zentrix Holdings Inc." is called once it has been named in full."""
    endings = words_in("link", "legal_endings")
    short = set()
    for one in found:
        words = text[one.start : one.end].split()
        if one.label == "ORG" and len(words) > 1 and words[-1].strip(".,").lower() in endings:
            while len(words) > 1 and words[-1].strip(".,").lower() in endings:
                words.pop()
            if len(words[-1].rstrip(",")) > 2:
                short.add(" ".join(words).rstrip(","))
        if one.label == "ORG" and (team := side(words)):
            short.add(team)
    return short


def side(words: Sequence[str]) -> str | None:
    """ "Gulls", where the "Oslo Gulls" are named: a place, then a plural that the vocabulary does not know."""
    for size in (1, 2):
        place, rest = gazetteer().get(" ".join(words[:-size])), words[-size:]
        if place is not None and place.label == "PLACE" and place.role == "name" and rest[-1].endswith("s"):
            name = " ".join(rest)
            known = rest[-1] in words_in("organisations", "words", "tails") or rest[-1] in words_in(
                "places", "tail_words"
            )
            return None if known or len(name) < len("Gulls") or gazetteer().get(name) else name
    return None


def _personal(one: Candidate, words: Sequence[str]) -> bool:
    """Whether a full name is one beyond the model's word: by a title, a first name or an initial."""
    if one.method == "pattern":
        return True
    initial = any(len(w) == len("J.") and w[0].isupper() and w[1] == "." for w in words[1:-1])
    return (
        initial
        or words[0] in first_names()
        or (len(words) == 2 and all(w[:1].isupper() and w.replace("-", "").isalpha() for w in words))
    )


@cache
def _family_first() -> frozenset[str]:
    return frozenset(load("persons")["family_first"])


def _confirmed(found: Sequence[Candidate], text: str) -> dict[str, str]:
    labels: dict[str, str] = {}
    never = set(load("ambiguous_names")["never"])
    for one in found:
        form = text[one.start : one.end]
        if one.label in ("OTHER", "PRODUCT", "EVENT") and " " not in form:
            continue
        if one.role == "name" and (one.score >= SURE or " " in form) and form not in never and len(form) > 2:
            labels.setdefault(form, one.label)
    labels.update(dict.fromkeys((c for c in _companies(found, text) if not _firm(c) and c not in never), "ORG"))
    for name in surnames(found, text):
        if not _firm(name) and name not in never:
            labels[name] = "PERSON"
    return labels


def _firm(form: str) -> bool:
    entry = gazetteer().get(form)
    return entry is not None and not entry.weak


def _alone(text: str, at: int, form: str) -> bool:
    """A single word must not be part of a longer run of capitals; a title may stand before it."""
    if " " in form:
        return True
    after = _FOLLOWS.match(text, at + len(form))
    if after and after.group(1) not in load("ambiguous_names")["calendar"]:
        return False
    before = _PRECEDES.search(text[max(0, at - 40) : at])
    return before is None or before.group(1) in _may_precede()


@cache
def _may_precede() -> frozenset[str]:
    titles = {word for title in load("persons")["titles"] for word in title.split()}
    titles |= {slug.title() for slug in words_in("ambiguous_names", "slugs")} | words_in("ambiguous_names", "slugs")
    return frozenset(titles | set(load("ambiguous_names")["never"]) | set(load("first_names")["first_names"]))


def _stands(text: str, at: int, form: str, limit: int) -> bool:
    end = at + len(form)
    if end > limit or not text.startswith(form, at):
        return False
    return end >= len(text) or not (text[end].isalnum() or text[end] == "_")
