"""Names that the corpus confirms, found in the articles in which the finder missed them.

    lexicon = Lexicon.from_mentions(all_mentions)
    more = lexicon.missed("a1", text, [(0, 80), (81, 140)], mentions_of_a1)

Works on text and sentence offsets alone, without a parse. Matching is exact, case and all, on whole
words; one look-up a word in a table of first words, so time is linear in the text.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from lib.find.names.gazetteer import gazetteer
from lib.find.names.lists import family_names
from lib.schema import Mention
from lib.vocabulary import load

_WORD = re.compile(r"[^\W_]+")
_CAPITAL_AFTER = re.compile(r"[ \u00a0-][A-Z]")
_CAPITAL_BEFORE = re.compile(r"\b([A-Z][\w'’]*)[ \u00a0-]$")
#: Mentions that a form needs before it is sought elsewhere, and the share of them that one label has.
CONFIRMED = 2
AGREED = 0.8
SCORE = 0.6
#: Kinds of thing whose names are sought; the others are too often common words.
SOUGHT = ("PERSON", "ORG", "PLACE", "COUNTRY")
SURE_METHODS = ("gazetteer", "pattern", "acronym", "ner")


@dataclass(frozen=True)
class Lexicon:
    """Confirmed forms by their first word, longest first, each with its label."""

    by_first: dict[str, list[tuple[str, str]]]

    @classmethod
    def from_mentions(cls, mentions: Iterable[Mention]) -> Lexicon:
        """Forms named at least twice, nearly always as the same kind of thing."""
        labels: dict[str, Counter[str]] = defaultdict(Counter)
        for one in mentions:
            if one.role in ("name", "acronym") and one.method in SURE_METHODS:
                labels[one.text][one.label] += 1
        families = {form.split()[-1] for form, counts in labels.items() if counts["PERSON"] and " " in form}
        by_first: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for form, counts in labels.items():
            label, n = counts.most_common(1)[0]
            if n >= CONFIRMED and n >= AGREED * sum(counts.values()) and label in SOUGHT and _distinct(form):
                if label == "PERSON" and " " not in form and form not in families and form not in family_names():
                    # "Dreamliner", taken for somebody twice: nobody is called so in full.
                    continue
                first = _WORD.search(form)
                if first and first.start() == 0:
                    by_first[first.group()].append((form, label))
        for forms in by_first.values():
            forms.sort(key=lambda item: (-len(item[0]), item[0]))
        return cls(dict(by_first))

    def missed(
        self,
        article_id: str,
        text: str,
        sentences: Sequence[tuple[int, int]],
        mentions: Sequence[Mention],
        hidden: Sequence[tuple[int, int]] = (),
    ) -> list[Mention]:
        """New mentions in reading order; ``sentences`` are (start, end) in order of ``sentence_id``.

        Nothing is found inside of ``mentions`` or of the ``hidden`` (start, end), the marked spans.
        """
        taken = _merged([*((m.start, m.end) for m in mentions), *hidden])
        more: list[Mention] = []
        at = 0
        for number, (start, end) in enumerate(sentences):
            after = start
            for word in _WORD.finditer(text, start, end):
                if word.start() < after or word.group() not in self.by_first:
                    continue
                while at < len(taken) and taken[at][1] <= word.start():
                    at += 1
                for form, label in self.by_first[word.group()]:
                    stop = word.start() + len(form)
                    if stop > end or not text.startswith(form, word.start()) or not _bounded(text, word.start(), stop):
                        continue
                    if at < len(taken) and taken[at][0] < stop:
                        continue
                    more.append(
                        Mention(article_id, number, word.start(), stop, form, label, "", "name", "consistency", SCORE)
                    )
                    after = stop
                    break
        return more


def _merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those that touch or overlap as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _distinct(form: str) -> bool:
    """Several words, or one that is no common word of ours: long enough and capitalised."""
    if " " in form:
        return True
    entry = gazetteer().get(form)
    if entry is not None and entry.weak:
        return False
    words = load("ambiguous_names")
    if form in words["never"] or form in words["calendar"] or form in load("first_names")["first_names"]:
        return False
    return len(form) >= 4 and any(c.isupper() for c in form)


def _bounded(text: str, start: int, end: int) -> bool:
    """Whole words; a single word must not be part of a longer run of capitals."""
    if start and (text[start - 1].isalnum() or text[start - 1] in "_@#"):
        return False
    if end < len(text) and (text[end].isalnum() or text[end] == "_"):
        return False
    if " " in text[start:end]:
        return True
    before = _CAPITAL_BEFORE.search(text[max(0, start - 30) : start])
    return not _CAPITAL_AFTER.match(text, end) and (before is None or before.group(1) in _may_precede())


@cache
def _may_precede() -> frozenset[str]:
    titles = {word for title in load("persons")["titles"] for word in title.split()}
    return frozenset(titles | set(load("ambiguous_names")["never"]))
