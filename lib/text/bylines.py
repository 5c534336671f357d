"""Who wrote an article, from a by-line: 'By Jane Doe and John Roe, CNN', 'Jane Doe in Port Ansel', 'JANE DOE'.

names_after_by("By KELLY MARSH FOR BEACON ONLINE")      # 'KELLY MARSH'
"""

from __future__ import annotations

import re
from functools import cache

from lib.text.date_lines import DATE_WORDS
from lib.text.outlet_names import outlet_named
from lib.vocabulary import load

_BY = re.compile(r"^(?:(?:written|words|story|report|reported)\s)?by(?::\s*|\s+)(?=[^\W\d_])", re.I)
_CUT = re.compile(r"\s*(?:\||•|·|\(|\bpublished\b|\bupdated\b|\bposted\b|\d|\bfor\b|\s[–—-]\s).*$", re.I)
_JOIN = re.compile(r"\s*(?:[,;&]|\band\b|\bwith\b)\s*", re.I)
_PLACE = re.compile(r"\s(?:in|at)\s.*$", re.I)
_ASIDE = re.compile(r"\s?\([^()]{1,30}\)")
_WORD = re.compile(r"[A-ZÀ-Þ][\w.'’-]*$")
_JOINS = frozenset(("de", "del", "van", "von", "der", "den", "da", "di", "la", "le", "al", "bin", "el", "ten", "ter"))
#: Words that end the name of a desk, and of no person.
_DESKS = frozenset(("staff", "agencies", "agency", "desk", "team", "bureau", "newsroom", "correspondents", "reporters"))


def names_after_by(line: str) -> str:
    """The persons of a line that opens with 'By', apart by commas or as written; empty where it names none."""
    match = _BY.match(line) if len(line) <= 160 else None
    # A lower-case 'by' without a colon may go on a sentence.
    if not match or (line[0].islower() and ":" not in match.group()) or _is_sentence(line):
        return ""
    return _persons(line[match.end() :])


def is_byline(line: str) -> bool:
    """Whether a line opens with 'By' and goes on with names, of persons or desks."""
    match = _BY.match(line) if len(line) <= 160 else None
    if not match or (line[0].islower() and ":" not in match.group()) or _is_sentence(line):
        return False
    rest = DATE_WORDS.sub(" ", _ASIDE.sub("", line[match.end() :]))
    words = re.findall(r"[^\W\d_][\w'’-]*", rest)
    small = _JOINS | _roles() | {"and", "for", "in", "at", "with", "of"}
    return bool(words) and words[0][0].isupper() and all(w[0].isupper() or w.casefold() in small for w in words)


def bare_names(line: str) -> str:
    """The persons of a line of nothing but names, their roles and places; empty for any other line."""
    if len(line) > 120 or line.endswith((".", "!", "?", ":", ",")) or any(c.isdigit() for c in line):
        return ""
    return _persons(line, strict=True)


def _persons(words: str, *, strict: bool = False) -> str:
    """``strict``: each piece must be a person, an outlet, a desk or a role; else the first ones are taken."""
    names: list[str] = []
    for piece in _JOIN.split(_CUT.sub("", _ASIDE.sub("", words))):
        name = _without_role(_PLACE.sub("", piece.strip(" .*_")).strip())
        if _is_person(name) and not (strict and _is_topic(name)):
            names.append(name)
        elif name and not _is_desk(name) and not (strict and outlet_named(name)) and (strict or not names):
            return ""
    return ", ".join(names)


def _is_person(name: str) -> bool:
    words = name.split()
    return (
        2 <= len(words) <= 5
        and words[0] not in ("The", "THE")
        and all(_WORD.match(word) or word.casefold() in _JOINS for word in words)
        and not _is_desk(name)
        and outlet_named(name) is None
        and words[-1].casefold() not in load("outlets")["name_words"]
    )


def _is_topic(name: str) -> bool:
    """'Premier League', 'Middle East': without 'By' beside them, such words are what the article is about."""
    words = name.casefold().split()
    return words[-1] in load("outlets")["topic_words"] or all(w in load("outlets")["section_words"] for w in words)


def _is_desk(name: str) -> bool:
    words = name.casefold().split()
    return bool(words) and (words[-1] in _DESKS or words[-1] in _roles() or len(words) == 1)


def _without_role(name: str) -> str:
    """'Hugh Tarrant' of 'Hugh Tarrant Transport correspondent': two words are a name, what follows is the role."""
    words = name.split()
    return " ".join(words[:2]) if len(words) >= 4 and words[-1].casefold() in _roles() else name


def _is_sentence(line: str) -> bool:
    return line.endswith((".", "!", "?")) and not re.search(r"\b(?:[A-Z]|Jr|Sr|[ap]\.m)\.$", line)


@cache
def _roles() -> frozenset[str]:
    return frozenset(load("marks")["prose"]["roles"])
