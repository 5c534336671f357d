"""The phrases of ``data/vocabulary/marks.toml`` as patterns, and the two rules that use them.

list(line_phrases(page, unit))        # [Mark(…, kind='promo', why='an invitation to … (Read more)')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from lib.find.marks.page import WINDOW, Mark, Page, Unit, sentence_starts
from lib.vocabulary import load

_FIRST_WORD = re.compile(r"[^\W\d_]+")
#: Words that may follow a matched sentence in its line and still be furniture: 'Sign up. It is free.'
MAX_LOOSE_WORDS = 10


_SHOUTED = re.compile(r"[A-Z][A-Z'’&-]*(?:\s[A-Z\d][A-Z\d'’&-]*){2,8}\s?[:!–—-]")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One entry: its pattern is matched at the start of a line or a sentence."""

    kind: str
    why: str
    pattern: re.Pattern[str]
    max_words: int
    inline: bool
    opens: str
    #: First words of its phrases: most lines start with none of them, and need no pattern.
    first_words: frozenset[str]


@cache
def phrases() -> tuple[Phrase, ...]:
    """Every entry in the file's order; the first one that matches wins."""
    return tuple(
        Phrase(
            row["kind"], row["why"], _pattern(row["match"], row["words"], row["kind"]), row.get("max_words", 40),
            row.get("inline", False), row.get("opens", ""), _first_words(row["match"], row["words"]),
        )
        for row in load("marks")["phrase"]
    )  # fmt: skip


def _first_words(match: str, words: list[str]) -> frozenset[str]:
    """Empty where a phrase may stand anywhere, or starts without a word ('©')."""
    firsts = [_FIRST_WORD.search(word.casefold()) for word in words]
    if match == "anywhere" or not all(firsts):
        return frozenset()
    return frozenset(first.group() for first in firsts if first)


#: What may stand before a phrase: a bullet or an arrow, but no quotation mark, since people say these words too.
_LEAD = r"(?:[^\w\s\"“”‘’'«»©(]|\s){0,4}"


def _pattern(match: str, words: list[str], kind: str) -> re.Pattern[str]:
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
    return re.compile(rf"{_LEAD}(?:(?i:{some})\s?(?:[:|»>→]+{dash}|$)|(?:{capitals})\s+(?=[\"“‘']?[A-Z][^A-Z]))")


def _literal(word: str) -> str:
    return re.escape(word.strip()).replace(r"\ ", r"\s+").replace("'", "['’]").replace("’", "['’]")


def phrase_of(text: str, n_words: int, *, inline: bool = False) -> tuple[Phrase, str] | None:
    """The first phrase that a line (or a sentence) is, and the words that show it."""
    first = _FIRST_WORD.search(text[:60])
    word = first.group().casefold() if first else ""
    for phrase in phrases():
        if phrase.first_words and word not in phrase.first_words:
            continue
        if n_words <= phrase.max_words and (phrase.inline or not inline):
            match = phrase.pattern.match(text)
            if match:
                return phrase, match.group().strip()[-60:]
    return None


def line_phrases(page: Page, unit: Unit) -> Iterator[Mark]:
    """A whole line that is furniture of the page; where prose follows in it, ``inline_phrases`` cuts closer."""
    if unit.n_words > 120 or not (found := phrase_of(unit.text, unit.n_words)):
        return
    phrase, words = found
    loose = 0
    if phrase.inline and phrase.max_words < 60:
        bounds = [*sentence_starts(unit.text), len(unit.text)]
        sentences = [unit.text[a:b].strip() for a, b in pairwise(bounds)]
        loose = sum(len(s.split()) for s in sentences[1:] if not phrase_of(s, len(s.split()), inline=True))
    if loose <= MAX_LOOSE_WORDS:
        if phrase.opens:
            page.openers[unit.index] = phrase.opens
        yield unit.mark(phrase.kind, f"{phrase.why} ({words!r})")


def shouted_offer(page: Page, unit: Unit) -> Iterator[Mark]:
    """'GET THE MORNING BRIEF: five stories. Sign up here.': an offer in capitals with an invitation behind it."""
    if unit.n_words > 40 or not (label := _SHOUTED.match(unit.text)):
        return
    bounds = [*sentence_starts(unit.text), len(unit.text)]
    for start, end in pairwise(bounds[1:]):
        sentence = unit.text[start:end].strip()
        if (found := phrase_of(sentence, len(sentence.split()), inline=True)) and found[0].kind == "promo":
            yield unit.mark("promo", f"an offer in capitals ({label.group()!r}) with an invitation behind it")
            return


def inline_phrases(page: Page, unit: Unit) -> Iterator[Mark]:
    """Sentences inside a paragraph that are furniture; one without an end reaches to the paragraph's end."""
    bounds = [*sentence_starts(unit.text), len(unit.text)]
    curly = straight = 0
    for start, end in pairwise(bounds):
        sentence = unit.text[start:end].strip()
        spoken = curly > 0 or straight % 2 == 1
        curly = max(0, curly + sentence.count("“") - sentence.count("”"))
        straight += sentence.count('"')
        # Inside a quotation these are somebody's words: “We are open. Follow us inside. Sit down.”
        if len(bounds) == 2 or len(sentence) > WINDOW or spoken:
            continue
        if found := phrase_of(sentence, len(sentence.split()), inline=True):
            yield unit.mark(found[0].kind, f"{found[0].why} ({found[1]!r})", start, start + len(sentence))


def opened_lists(page: Page, unit: Unit) -> Iterator[Mark]:
    """What follows 'Related stories' up to the next paragraph, and 'Leave a reply' up to the end."""
    opened = page.opened_before(unit)
    if opened == "related" and not page.resumes(unit):
        yield unit.mark("promo", "belongs to the list of other articles above it")
    elif opened == "end":
        yield unit.mark("promo", "stands below the end of the story")
    elif opened == "comments":
        yield unit.mark("boilerplate", "stands below the heading of the page's comments")
