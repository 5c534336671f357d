"""Surface forms brought to a common spelling, so that equal things compare equal.

folded("Recep Tayyip Erdoğan")          # 'recep tayyip erdogan'
sounded("Zelenskyy") == sounded("Zelensky")
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache

from lib.vocabulary import load

_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe",
     "ß": "ss", "’": "'", "‘": "'", "ʼ": "'", "‑": "-", "–": "-", "\u00ad": "", "\u00a0": " "}
)  # fmt: skip
_SPACE = re.compile(r"[\s\-_/]+")
_DOTTED = re.compile(r"\b(?:[A-Za-z]\.){2,}")
#: Endings that differ between romanisations of Cyrillic and Arabic names, in order.
_SOUNDS = (
    (re.compile(r"(?:yy|iy|yi|ij|ii|iyi|y|j)\b"), "i"),
    (re.compile(r"(?:yy|iy|yi|ij|ii|y|j)"), "i"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"tch|tsch"), "ch"),
    (re.compile(r"sch"), "sh"),
    (re.compile(r"kh|q|ck"), "k"),
    (re.compile(r"ou|oo"), "u"),
    (re.compile(r"ie|ye|io|ee"), "e"),
    (re.compile(r"w"), "v"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"(.)\1+"), r"\1"),
)


@lru_cache(maxsize=1 << 16)
def folded(form: str) -> str:
    """Case, diacritics, hyphens, apostrophes and the dots of acronyms taken away; a leading article too."""
    text = unicodedata.normalize("NFKD", form.translate(_LETTERS))
    text = "".join(c for c in text if not unicodedata.combining(c))
    text = _DOTTED.sub(lambda m: m.group().replace(".", ""), text)
    text = _SPACE.sub(" ", text).strip(" .,'\"").casefold().replace("'", "")
    return text.removeprefix("the ")


@lru_cache(maxsize=1 << 16)
def sounded(form: str) -> str:
    """A key that transliterations of one name share. Only letters are kept."""
    text = folded(form)
    for pattern, letters in _SOUNDS:
        text = pattern.sub(letters, text)
    return "".join(c for c in text if c.isalnum() or c == " ")


@lru_cache(maxsize=1 << 16)
def company(form: str) -> str:
    """The folded form without its legal ending: 'Brightwater Holdings Ltd.' → 'brightwater'."""
    words = folded(form).split()
    while len(words) > 1 and words[-1].strip(".,") in _legal():
        words.pop()
    return " ".join(w.rstrip(",") for w in words)


@lru_cache(maxsize=1 << 16)
def person_words(form: str) -> tuple[str, ...]:
    """The words of a personal name without titles and suffixes: 'Mr. John Day Jr.' → ('John', 'Day')."""
    words = form.split()
    while len(words) > 1 and words[0] in _titles():
        words = words[1:]
    while len(words) > 1 and words[-1] in load("persons")["suffixes"]:
        words = words[:-1]
    return tuple(words)


@lru_cache(maxsize=1 << 16)
def generation(form: str) -> str:
    """What tells father from son and one king from the next: 'John Day Jr.' → 'jr', 'Charles III' → 'iii'; else ''."""
    words = form.split()
    return words[-1].rstrip(".").casefold() if len(words) > 1 and words[-1] in load("persons")["suffixes"] else ""


def generations(forms: Iterable[tuple[str, str]]) -> list[list[tuple[str, str]]]:
    """Forms (name, label) of one personal name, apart by generation.

    Papers leave out a number that only one of the name bears ('Charles'), but 'Jr.' where his father is meant.
    """
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for form in forms:
        found[generation(form[0])].append(form)
    numbers = [key for key in found if key and not key.strip("iv")]
    if len(numbers) == 1:
        found[""] += found.pop(numbers[0])
    return list(found.values())


def initials(form: str) -> str:
    """Capital letters that an acronym of the form would have, small words left out."""
    return "".join(part[0] for word in form.split() for part in word.split("-") if part[:1].isupper()).upper()


def spelled_by(letters: str, long: str) -> bool:
    """Whether an acronym's letters stand in a longer name in order, the first at a word's start: NLA, Norland Airways.

    After Schwartz and Hearst 2003, from the right. Of the words with a capital, at least two,
    one may give no letter.
    """
    text = long.casefold()
    at = len(text)  # of the folded one: 'ß' becomes two letters
    wanted = letters.replace(".", "").casefold()
    for number in range(len(wanted) - 1, -1, -1):
        at -= 1
        while at >= 0 and (text[at] != wanted[number] or (number == 0 and at > 0 and text[at - 1].isalnum())):
            at -= 1
        if at < 0:
            return False
    capitals = sum(word[:1].isupper() for word in long.split())
    return at == 0 and text.split()[0].strip(".,") != wanted and 2 <= capitals <= len(wanted) + 1


@cache
def _legal() -> frozenset[str]:
    return frozenset(load("link")["legal_endings"])


@cache
def _titles() -> frozenset[str]:
    return frozenset(word for title in load("persons")["titles"] for word in title.split())
