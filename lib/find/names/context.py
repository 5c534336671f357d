"""What kind of thing an unknown name is, by the words around it.

    "the village of Orn", "Orn, Ohio"       PLACE
    "airline Orn", "Orn shares"             ORG
    "Orn, 45,"                              PERSON

Words are data: ``data/vocabulary/name_context.toml``. Known names and patterns are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from lib.find.names.candidate import Candidate
from lib.find.names.gazetteer import gazetteer
from lib.find.names.line import Line
from lib.vocabulary import load

_ACRONYM = re.compile(r"[A-Z]{3,6}s?\Z")
_MODEL_NUMBER = re.compile(r"(?=\S*\d)(?=\S*[A-Z])\S+\Z")
_TICKER = re.compile(r"\.?[A-Z]{1,6}(?:\.[A-Z]{1,3})?\Z")
_AGE = re.compile(r"[1-9]\d?\Z")
#: Labels that the words around a name may change.
OPEN = ("PERSON", "ORG", "PLACE", "PRODUCT", "OTHER")


def relabelled(line: Line, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The model's candidates with labels as their surroundings say; all others as they are."""
    out = []
    for one in candidates:
        first, last = line.starts.get(one.start), line.ends.get(one.end)
        if one.method == "ner" and one.label in OPEN and first is not None and last is not None:
            form = line.text[one.start - line.base : one.end - line.base]
            if _is_title(line, form, last):
                continue
            label = None if gazetteer().get(form) else cue(line, first, last, one.label)
            if label and label != one.label:
                one = replace(one, label=label, method="context", score=0.65)
        out.append(one)
    return out


def from_context(line: Line) -> Iterator[Candidate]:
    """Runs of capitals in mid-sentence of which the surroundings, or capitals throughout, tell the kind."""
    if line.capitals or line.titled:
        return
    for first, last in line.runs():
        if last - first > 3 or (line.opens(first) and not _ACRONYM.match(line.words[first])):
            continue
        form = " ".join(line.words[first:last])
        if any(line.tokens[i].ent_type_ for i in range(first, last)) or form in load("ambiguous_names")["never"]:
            continue
        label = cue(line, first, last, "OTHER")
        if (
            last - first == 1
            and _ACRONYM.match(form)
            and form.title() not in load("ambiguous_names")["calendar"]
            and not (first and line.joined(first) and line.words[first - 1] in ("-", "‑"))
            and not (line.words[last : last + 1] in (["-"], ["‑"]) and line.joined(last))
            and line.tokens[first].pos_ == "PROPN"
        ):
            label = label or "ORG"
        if label in ("PERSON", "ORG", "PLACE"):
            start, end = line.span(first, last)
            yield Candidate(start, end, label, "context", 0.6, weight=0.5)


def cue(line: Line, first: int, last: int, label: str) -> str | None:
    """The label that the words around tokens ``first`` up to ``last`` speak for, or None."""
    size, form = last - first, line.words[first]
    if size == 1 and _MODEL_NUMBER.match(form) and (label != "PLACE" or _is_model(form)):
        return "PRODUCT"
    words = _words()
    if size == 1 and _is_ticker(line, first):
        return "OTHER"
    if size == 1 and form in words["heavens"] and first and line.words[first - 1].lower() == "the":
        return "PLACE"
    before = line.tokens[first - 1].lemma_.lower() if first else ""
    earlier = line.tokens[first - 2].lemma_.lower() if first > 1 else ""
    after = line.words[last].lower() if last < len(line) else ""
    follower = line.tokens[last].lemma_.lower() if last < len(line) and line.tokens[last].pos_ != "VERB" else ""
    if (
        after == ","
        and last + 1 < len(line)
        and _AGE.match(line.words[last + 1])
        and line.words[last + 2 : last + 3] in ([","], ["."])
    ):
        return "PERSON"
    if before in ("née", "nee", "né") or (before == "(" and after == ")" and label == "PERSON"):
        return "PERSON"
    if (before == "of" and earlier in words["place_nouns"]) or follower in words["place_nouns"]:
        return "PLACE"
    if after == "," and size <= 2 and _is_region(line, last + 1) and label != "PERSON":
        return "PLACE"
    if before in words["organisation_verbs"] and label == "PLACE":
        return "ORG"
    if before in words["organisation_nouns"] or follower in words["organisation_followers"]:
        return "ORG" if label != "PERSON" or size == 1 else None
    if (
        label == "PERSON"
        and size > 1
        and follower in ("leader", "lawmaker")
        and line.names[last + 1 : last + 2] == [True]
    ):
        # "Orn Vika leader Ola Renn"
        return "ORG"
    if size == 1 and _ACRONYM.match(form):
        return "ORG" if label in ("PERSON", "PLACE") else None
    if size <= 2 and before in words["place_prepositions"] and label == "PERSON" and not _governed(line, first, words):
        return "PLACE"
    return None


def _is_title(line: Line, form: str, last: int) -> bool:
    """ "National Security" in "National Security Adviser" names an office."""
    if form not in _words()["portfolios"] or last >= len(line):
        return False
    return line.words[last] in _titles() or (line.words[last] in load("persons")["title_nouns"] and " " not in form)


def _is_region(line: Line, at: int) -> bool:
    """A country or state in one or two words after a comma: "Orn, New Jersey", but not "Marsh, Norway's envoy"."""
    for size in (2, 1):
        text = " ".join(line.words[at : at + size])
        entry = gazetteer().get(text)
        if text in _states() or (entry and entry.label == "COUNTRY" and entry.role != "demonym"):
            after = line.tokens[at + size] if at + size < len(line) else None
            return after is None or (
                after.pos_ not in ("NOUN", "ADJ", "PROPN", "PART") and after.text not in ("'s", "’s")
            )
    return False


def _is_ticker(line: Line, first: int) -> bool:
    """A symbol of a share or index in brackets: "(ORN.N)", "(NYSE: ORN)", "Orn 40 (ORNX)"."""
    word, before = line.words[first], line.words[first - 1] if first else ""
    if not _TICKER.match(word) or before not in ("(", "<", ":"):
        return False
    if "." in word or before in (":", "<"):
        return True
    last = gazetteer().get(line.words[first - 2]) if first > 1 else None
    numbered = first > 1 and line.words[first - 2][0].isdigit()
    return (
        numbered
        or (last is not None and last.label == "OTHER")
        or line.words[first - 2].lower() in _words()["measures"]
    )


def _is_model(form: str) -> bool:
    """ "KC-30s" is no place, and "M25" is one."""
    return "-" in form and form.removesuffix("s")[-1:].isdigit() and not form.startswith(("I-", "A-", "US-"))


def _governed(line: Line, first: int, words: dict[str, frozenset[str]]) -> bool:
    """Whether a noun or verb that wants no place governs the preposition: "a stake in Orn"."""
    return line.tokens[first - 1].head.lemma_.lower() in words["not_place_governors"]


@cache
def _words() -> dict[str, frozenset[str]]:
    return {key: frozenset(value) for key, value in load("name_context").items()}


@cache
def _states() -> frozenset[str]:
    places = load("places")
    return frozenset([*places["us_states"], *places["us_state_abbreviations"]])


@cache
def _titles() -> frozenset[str]:
    return frozenset(word for title in load("persons")["titles"] for word in title.split())
