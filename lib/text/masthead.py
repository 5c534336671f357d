"""The lines above a story that belong to the page: menu, outlet's name, section, trail of sections, slogan.

    masthead("Subscribe | Log in\\nHARBOR WIRE | WORLD\\nTalks open in the capital\\n…").name     # 'Harbor Wire'

A name is taken for the outlet's where it is a known one, where a word such as 'Herald' ends it and a headline follows,
or where another line of the page (a copyright, a credit, a dateline) repeats it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from lib.text.outlet_names import outlet_named, source_name
from lib.vocabulary import load

_BARS = re.compile(r"\s*[|•·›»>→]+\s*|\s+/\s+")
_WORD = re.compile(r"[\w&'’.-]+")
_ENDS = re.compile(r"[.!?…][\"'”’)\]]*$")
#: A masthead stands among the first so many lines, and its name has at most so many words.
HEAD_LINES, MAX_WORDS = 5, 6
#: A line with so many words is a headline or a paragraph; the masthead stands above it.
HEADLINE_WORDS = 5
FOOT = 4000


@dataclass(frozen=True, slots=True)
class Masthead:
    """The outlet's name as shown, the line that has it, and the number of that line among those that are not blank."""

    name: str
    line: str
    number: int


def masthead(text: str, also: str = "") -> Masthead | None:
    """The outlet's own line at the head of ``text``; ``also`` is further words that may repeat the name."""
    lines = [line.strip().lstrip("\ufeff") for line in text[:3000].split("\n") if line.strip()][: HEAD_LINES + 3]
    for number, line in enumerate(lines[:HEAD_LINES]):
        if is_page_line(line):
            continue
        name = _BARS.split(line)[0].strip()
        elsewhere = f"{text[:800]}\n{text[-FOOT:]}\n{also}"
        if is_name(name) and _is_outlet(name, line, lines, number, elsewhere):
            return Masthead(_shown(name, elsewhere), line, number)
        if len(line.split()) >= HEADLINE_WORDS:
            return None
    return None


def named_above(text: str, lines: list[str]) -> Masthead | None:
    """The outlet's name among the lines above a headline, however many: a known one, or one that the page repeats."""
    elsewhere = f"{text[:6000]}\n{text[-FOOT:]}"
    for number, line in enumerate(lines):
        name = re.split(r"\s[–—-]\s", _BARS.split(line)[0])[0].strip()
        if not is_name(name) or is_section(name) or name.casefold() in _vocabulary("menu"):
            continue
        known, words = outlet_named(name), name.casefold().split()
        daily = len(words) >= 2 and words[0] in _vocabulary("name_openers") and words[-1] in _vocabulary("name_words")
        if (known and not known.wire) or (len(words) >= 2 and (daily or _repeated(name, elsewhere))):
            return Masthead(_shown(name, elsewhere), line, number)
    return None


def is_page_line(line: str) -> bool:
    """A menu ('Subscribe | Log in'), a trail ('News › World › Ukraine'), or a section's name alone ('EUROPE')."""
    pieces = [piece for piece in _BARS.split(line.strip()) if piece]
    if not pieces or len(pieces) > 20:
        return False
    menu = _vocabulary("menu")
    sections = [is_section(piece) for piece in pieces]
    if all(piece.casefold().strip(" :") in menu for piece in pieces) or all(sections):
        return True
    # A trail names a section first and any topic behind it; a row of short pieces is a menu.
    short = all(len(piece.split()) <= 3 and not _ENDS.search(piece) for piece in pieces)
    return short and ((len(pieces) >= 2 and sections[0]) or (len(pieces) >= 3 and not _is_outlet_word(pieces[0])))


def is_name(name: str) -> bool:
    """Capitalised words, at most six, apart from 'of' and the like; no full stop behind them."""
    words = name.split()
    if words and words[0].casefold() in _vocabulary("not_first"):
        return False
    if not words or len(words) > MAX_WORDS or _ENDS.search(name) or not name[0].isalnum():
        return False
    joins = _vocabulary("name_joins")
    return all(word[:1].isupper() or word[:1].isdigit() or word.casefold() in joins for word in words)


def _is_outlet(name: str, line: str, lines: list[str], number: int, elsewhere: str) -> bool:
    known = outlet_named(name)
    if known:
        # Below another line an agency's name says who wrote the story.
        return not known.wire or number == 0
    words = name.split()
    if len(words) < 2 or is_section(name):
        return False
    if _repeated(name, elsewhere):
        return True
    followed = any(len(other.split()) >= 4 and not _ENDS.search(other) for other in lines[number + 1 :])
    short = len([word for word in words if word.casefold() != "the"]) <= 3
    barred = line != name and all(is_section(piece) for piece in _BARS.split(line)[1:] if piece)
    return followed and short and (_is_outlet_word(name) or barred)


def _repeated(name: str, elsewhere: str) -> bool:
    """Whether a copyright, a credit or a dateline has the name too; a file's name has it with hyphens."""
    bare = r"[\W_]+".join(map(re.escape, _without_article(name).split()))
    own = rf"(?:©|\(c\)|copyright)[^\n]{{0,30}}?\b{bare}\b|\({bare}\)\s?[—–-]|/\s?(?:the\s)?{bare}\s*$"
    own += rf"|\b(?:thanks for reading|discover more from|welcome to|share) (?:the )?{bare}\s*(?:[.!,]|$)"
    own += rf"|\bfor\s(?:the\s)?{bare}\s*$|^[\w.-]{{0,80}}(?<![^\W_]){bare}(?![^\W_])[\w.-]{{0,200}}\.[a-z]{{2,7}}$"
    return re.search(own, elsewhere, re.I | re.M) is not None


def _is_outlet_word(name: str) -> bool:
    words = [word.casefold() for word in _WORD.findall(name)]
    ends = _vocabulary("name_words") - _vocabulary("not_alone")
    # 'Northgate Herald', but also 'Times of Altberg'.
    heads = list(takewhile(lambda word: word not in ("of", "and", "&"), words))
    return len(words) >= 2 and not is_section(name) and bool(ends & {words[-1], *heads[-1:]})


def is_section(piece: str) -> bool:
    """'World', 'Middle East', 'Breaking News': nothing but words that name parts of a site."""
    words = [word.casefold() for word in _WORD.findall(piece)]
    return bool(words) and len(words) <= 4 and all(word in _vocabulary("section_words") for word in words)


def _shown(name: str, elsewhere: str) -> str:
    """'HARBOR WIRE' as the page writes it elsewhere, else as 'Harbor Wire'; 'BSB' has no vowel and is an acronym."""
    if outlet_named(name) or not name.isupper():
        return source_name(name)
    for match in re.finditer(re.escape(name), elsewhere, re.I):
        if not match.group().isupper() and match.group()[0].isupper():
            return match.group()
    return in_capitals(name)


def in_capitals(name: str) -> str:
    """'Harbor Wire' of 'HARBOR WIRE'; a word without a vowel is an acronym and stays."""
    joins = _vocabulary("name_joins") - {"the"}
    return " ".join(
        word.lower() if word.casefold() in joins else word.title() if set(word) & set("AEIOUY") else word
        for word in name.split()
    )


def _without_article(name: str) -> str:
    return re.sub(r"^the\s+(?=\S)", "", name, flags=re.I)


@cache
def _vocabulary(name: str) -> frozenset[str]:
    return frozenset(load("outlets")[name])
