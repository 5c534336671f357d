"""The phrases of ``data/vocabulary/marks.toml`` as patterns: what a line, or a sentence, of a page's furniture says.

phrase_of("Read more: Talks open", 4)[0].kind        # 'promo'
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from lib.vocabulary import load

_QUOTE = re.compile(r"[\"“”]")
_FIRST_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One entry: its pattern is matched at the start of a line or a sentence."""

    kind: str
    why: str
    pattern: re.Pattern[str]
    max_words: int
    inline: bool
    opens: str
    #: Not where the line has quotation marks.
    unless_said: bool
    #: Only the page's own lines follow it, at the foot of a page.
    closes: bool
    #: An invitation in a sentence of its own: not where a verb of speech says that somebody told it.
    invites: bool
    #: First words of its phrases: most lines start with none of them, and need no pattern.
    first_words: frozenset[str]
    #: Of phrases that may stand anywhere: one word of each, without which no pattern is tried.
    inner_words: tuple[str, ...]


@cache
def phrases() -> tuple[Phrase, ...]:
    """Every entry in the file's order; the first one that matches wins."""
    return tuple(
        Phrase(
            row["kind"], row["why"], _pattern(row["match"], row["words"], row["kind"]), row.get("max_words", 40),
            row.get("inline", False), row.get("opens", ""), row.get("unless_said", False),
            row.get("closes", False),
            row["match"] in ("opening", "anywhere") and (row["kind"] == "promo" or "unless_said" in row),
            _first_words(row["match"], row["words"]), _inner_words(row["match"], row["words"]),
        )
        for row in load("marks")["phrase"]
    )  # fmt: skip


def _first_words(match: str, words: list[str]) -> frozenset[str]:
    """Empty where a phrase may stand anywhere, or starts without a word ('©')."""
    if match == "shape":
        return frozenset()
    firsts = [_FIRST_WORD.search(word.casefold()) for word in words]
    if match == "anywhere" or not all(firsts):
        return frozenset()
    return frozenset(first.group() for first in firsts if first)


def _inner_words(match: str, words: list[str]) -> tuple[str, ...]:
    """The longest run of letters of each phrase."""
    if match != "anywhere":
        return ()
    return tuple({max(re.findall(r"[^\W\d_]+", word.casefold()), key=len) for word in words})


#: A label's own day: 'Correction, 17 May:', 'Clarification (May 17, 2024):'.
_DAY = r"(?:,?\s\(?(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8}\.?)(?:,?\s\d{4})?\)?)?"
#: What may stand before a phrase: a bullet or an arrow, but no quotation mark, since people say these words too.
_LEAD = r"(?:[^\w\s\"“”‘’'«»©(]|\s){0,4}"


def _pattern(match: str, words: list[str], kind: str) -> re.Pattern[str]:
    if match == "shape":
        return re.compile(rf"(?:{'|'.join(words)})(?<![.!])$", re.I)
    ordered = sorted(words, key=len, reverse=True)
    some = "|".join(_literal(word) + (r"(?!\w)" if word[-1].isalpha() else "") for word in ordered)
    if match == "line":
        return re.compile(rf"[\W\d_]*(?:{some})[\W\d_]*$", re.I)
    if match == "anywhere":
        return re.compile(rf"[^\n]*?(?:{some})", re.I)
    if match == "opening":
        return re.compile(rf"{_LEAD}(?:{some})", re.I)
    # Without a colon, capitals show a label: 'READ MORE Talks open', 'FILE - The minister'; one word is too little.
    capitals = "|".join(_literal(word.upper()) for word in ordered if " " in word or word in ("watch", "related"))
    dash = r"|\s[–—-]\s" if kind == "caption" else ""
    # Links lose the space behind their label: 'Read moreFerries to sail again'.
    glued = r"|(?:Read more|Read More|READ MORE|Also read)(?=[A-Z“‘][^A-Z])" if "read more" in words else ""
    return re.compile(
        rf"{_LEAD}(?:(?i:{some}){_DAY}\s?(?:[:|»>→]+{dash}|$)|(?:{capitals})\s+(?=[\"“‘']?[A-Z][^A-Z]){glued})"
    )


def is_told(lower: str) -> bool:
    """Whether words in lower case have a verb of speech: 'Stay tuned, he told the crowd.'"""
    return not _speech().isdisjoint(_FIRST_WORD.findall(lower[-1000:]))


@cache
def _speech() -> frozenset[str]:
    return frozenset(load("marks")["prose"]["speech"])


def _literal(word: str) -> str:
    return re.sub("['’]", "['’]", re.escape(word.strip()).replace(r"\ ", r"\s+"))


def phrase_of(text: str, n_words: int, *, inline: bool = False) -> tuple[Phrase, str] | None:
    """The first phrase that a line (or a sentence) is, and the words that show it."""
    first = _FIRST_WORD.search(text[:60])
    word, lower = first.group().casefold() if first else "", text.casefold()
    for phrase in phrases():
        if phrase.first_words and word not in phrase.first_words:
            continue
        if n_words <= phrase.max_words and (phrase.inline or not inline):
            if phrase.inner_words and not any(inner in lower for inner in phrase.inner_words):
                continue
            match = phrase.pattern.match(text)
            if match and not (phrase.unless_said and _QUOTE.search(text)) and not (phrase.invites and is_told(lower)):
                return phrase, match.group().strip()[-60:]
    return None
