"""Names known in advance, from ``data/vocabulary``, found at word starts in one pass over a text.

    for found in gazetteer().matches("Kyiv and the E.U. agreed."):
        found.entry.name                    # 'Kyiv', then 'European Union'

A ``weak`` entry is also a common word, a first name or a rare town: it needs other evidence to count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lib.vocabulary import load

_WORD = re.compile(r"\w+")
_INSIDE = re.compile(r"[\w]")
#: Same-length folding, so that offsets hold: curly apostrophes and spaces that do not break.
_FOLD = str.maketrans({"’": "'", "‘": "'", "\u00a0": " ", "\u202f": " ", "‑": "-", "–": "-"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One surface form: the name it stands for, its label, its role."""

    name: str
    label: str
    role: str = "name"
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """``text[start:end]`` is a known name; the first entry is the likeliest."""

    start: int
    end: int
    entry: Entry


class Gazetteer:
    """Surface forms by their first word; the longest form at a place wins."""

    def __init__(self, forms: dict[str, Entry]) -> None:
        self.forms = forms
        self._starts: dict[str, list[str]] = {}
        self._capitals: dict[str, tuple[str, Entry]] = {}
        for form in sorted(forms, key=len, reverse=True):
            first = _WORD.search(form)
            if first and first.start() == 0:
                self._starts.setdefault(first.group(), []).append(form)
                if " " in form or len(form) > 5 or (len(form) > 3 and forms[form].label in ("PLACE", "COUNTRY")):
                    self._capitals.setdefault(form.upper(), (form, forms[form]))
        self._capital_starts: dict[str, list[str]] = {}
        for form in sorted(self._capitals, key=len, reverse=True):
            first = _WORD.search(form)
            if first:
                self._capital_starts.setdefault(first.group(), []).append(form)

    def get(self, form: str) -> Entry | None:
        """The entry of a form, curly or straight apostrophes alike."""
        return self.forms.get(form.translate(_FOLD))

    def matches(self, text: str, capitals: bool = False) -> Iterator[Match]:
        """Known names in reading order, not overlapping. ``capitals``: the text is written in capitals.

        A known place in capitals counts anywhere: "LONDON (Reuters)".
        """
        folded = text.translate(_FOLD)
        after = 0
        for word in _WORD.finditer(folded):
            at = word.start()
            if at < after or (at and folded[at - 1] in "@#"):
                continue
            found = self._at(folded, at, word.group(), capitals)
            if found and (inner := self._after_article(folded, found, capitals)):
                found = inner
            if found:
                after = found.end
                yield found

    def _after_article(self, text: str, found: Match, capitals: bool) -> Match | None:
        """What is longer without the article: "The Standard" is a paper, not before "& Poor's 500"."""
        first = _WORD.match(text, found.start + len("The ")) if text.startswith("The ", found.start) else None
        inner = self._at(text, first.start(), first.group(), capitals) if first else None
        return inner if inner and inner.end > found.end else None

    def _at(self, text: str, at: int, word: str, capitals: bool) -> Match | None:
        for form in self._starts.get(word, ()):
            if text.startswith(form, at) and _ends(text, at + len(form)):
                return Match(at, at + len(form), self.forms[form])
        for form in self._capital_starts.get(word, ()):
            entry = self._capitals[form][1]
            counts = capitals or (entry.label in ("PLACE", "COUNTRY") and not entry.weak)
            if counts and text.startswith(form, at) and _ends(text, at + len(form)):
                return Match(at, at + len(form), entry)
        return None


def _ends(text: str, end: int) -> bool:
    """Whether a word ends there, and no sum of money begins: "US$40"."""
    if end < len(text) and text[end] in "$€£":
        return False
    return end >= len(text) or not _INSIDE.match(text[end]) or not _INSIDE.match(text[end - 1])


def is_known(form: str) -> bool:
    """Whether a form is in the vocabulary, as one name or as what many countries call an institution: "Air Force"."""
    return gazetteer().get(form) is not None or form in load("link")["shared_institutions"]


@cache
def gazetteer() -> Gazetteer:
    """All names of the vocabulary. An earlier source wins where two have the same form."""
    forms: dict[str, Entry] = {}
    weak = set(load("ambiguous_names")["weak"])

    def add(form: str, name: str, label: str, role: str = "name", rare: bool = False) -> None:
        form = form.translate(_FOLD)
        forms.setdefault(form, Entry(name, label, role, rare or form in weak))

    for name, country in load("countries")["countries"].items():
        add(name, name, "COUNTRY")
        for also in country["also"]:
            add(also, name, "COUNTRY", "acronym" if also.replace(".", "").replace(" ", "").isupper() else "name")
        for demonym in country["demonyms"]:
            add(demonym, name, "COUNTRY", "demonym")
        for capital in country["capitals"]:
            add(capital, capital, "PLACE")
    for seat, name in load("metonymy")["seats"].items():
        add(seat, name, "COUNTRY", "metonym")
    for group in ("international", "national", "armed", "media", "companies", "sport"):
        for name, others in load("organisations")[group].items():
            for form in (name, *others):
                short = form != name and form.replace(".", "").isupper() and " " not in form
                add(form, name, "ORG", "acronym" if short else "name")
    for name, others, rare in _world():
        for form in (name, *others):
            add(form, name, "ORG", "acronym" if form != name and form.isupper() else "name", rare)
    named = load("named_events")
    for key, label in (("indices", "OTHER"), ("events", "EVENT"), ("products", "PRODUCT")):
        for form in named[key]:
            add(form, form, label)
    teams = load("organisations")["teams"]
    for club in teams["clubs"]:
        add(club, club, "ORG")
    for nickname in teams["nicknames"]:
        if nickname not in teams["common_words"]:
            add(nickname, nickname, "ORG", rare=True)
    places = load("places")
    for region, demonyms in places["demonyms"].items():
        for form in demonyms:
            add(form, region, "PLACE", "demonym")
    for name, others in load("groups")["groups"].items():
        for form in (name, *others):
            add(form, name, "GROUP")
    for form in (*places["us_states"], *places["regions"], *places["landmarks"]):
        add(form, form, "PLACE")
    cities = load("cities")
    for group, rare in (("well_known", False), ("cities", True)):
        for names in cities[group].values():
            for form in names:
                add(form, form, "PLACE", rare=rare)
    return Gazetteer(forms)


def _world() -> Iterator[tuple[str, list[str], bool]]:
    """(name, other names, whether it needs bearing out) of every organisation in ``world_organisations.toml``."""
    lists = {key: " ".join(text.split()).split("; ") for key, text in load("world_organisations").items()}
    weak = set(lists.pop("weak"))
    for names in lists.values():
        for one in names:
            name, _, others = one.partition(" = ")
            yield name, others.split(", ") if others else [], name in weak
