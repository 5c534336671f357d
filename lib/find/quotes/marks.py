"""Quotation marks of one paragraph, paired: “ ” " ‘ ’ ' « » „ and mixtures, in one pass from left to right.

    [(s.start, s.end) for s in stretches('“Go,” she said.')]      # [(1, 4)]: the content, without marks

A mark is an opener or a closer by its shape and by what stands beside it. Apostrophes are never marks: a single mark
opens only before a word and closes only when a closer follows, and a plural's possessive is passed over where a better
closer stands further on. Pairs nest; only the outermost are returned. A mark without a partner runs to the end of the
paragraph (the convention by which each paragraph of a long quotation opens again and only the last one closes), or,
where another quotation opens later in the paragraph, to the end of its sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_OPEN, _CLOSE = "“„‟«‹〝「『", "”»›〞」』"
_STRAIGHT = '"＂'
_FAMILY = {"«": "g", "»": "g", "‹": "h", "›": "h", "「": "c", "」": "c", "『": "d", "』": "d"}
_SINGLE = "'‘’‚‛"
_MARKS = re.compile(r"``|''|[“”„‟«»‹›〝〞「」『』\"＂'‘’‚‛]")
_SENTENCE_END = re.compile(r"[.!?…]['’”\")\]]*\s")
#: Words that begin with an apostrophe: '90s, 'em, 'til.
_ELISION = re.compile(r"['‘’](?:\d|(?:em|til|tis|twas|cause|cos|n|round|bout|neath|nuff|er|im|ello|ere|ave)\b)", re.I)


@dataclass(frozen=True, slots=True)
class Stretch:
    """What stands between two marks; the outer offsets include them, and ``closed`` says whether both are there."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    closed: bool


def stretches(text: str) -> list[Stretch]:
    """The outermost quoted stretches of one paragraph, in order. Linear in the length of the text."""
    doubles = _doubles(text)
    found = sorted(doubles + _singles(text, doubles), key=lambda s: (s.outer_start, -s.outer_end))
    outermost: list[Stretch] = []
    for stretch in found:
        if not outermost or stretch.outer_start >= outermost[-1].outer_end:
            outermost.append(stretch)
    return [s for s in (_trimmed(text, s) for s in outermost) if s.end > s.start]


def _trimmed(text: str, stretch: Stretch) -> Stretch:
    start, end = stretch.start, stretch.end
    while start < end and (text[start].isspace() or text[start] in "\u200b\ufeff"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "\u200b\ufeff"):
        end -= 1
    return Stretch(start, end, stretch.outer_start, stretch.outer_end, stretch.closed)


def _opens(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return (
        bool(after)
        and not after.isspace()
        and after not in ",.;:!?)]}"
        and (not before or before.isspace() or before in "([{—–-/‘“'\"«")
    )


def _closes(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return bool(before) and not before.isspace() and (not after or not after.isalnum())


def _doubles(text: str) -> list[Stretch]:
    """Pairs of double marks at the outermost level."""
    found: list[Stretch] = []
    stack: list[tuple[int, int, str]] = []
    for match in _MARKS.finditer(text):
        mark, (start, end) = match.group(), match.span()
        if len(mark) == 1 and mark in _SINGLE:
            continue
        family = _FAMILY.get(mark, "")
        opens = _is_opener(text, mark, start, end, bool(stack) and stack[-1][2] == family)
        if opens:
            stack.append((start, end, family))
        elif stack and stack[-1][2] == family:
            outer_start, inner_start, _ = stack.pop()
            found.append(Stretch(inner_start, start, outer_start, end, True))
    return found + _unclosed(text, stack, found)


def _is_opener(text: str, mark: str, start: int, end: int, is_open: bool) -> bool:
    opens, closes = _opens(text, start, end), _closes(text, start, end)
    if mark in _STRAIGHT or mark == "''":
        return opens if opens != closes else not is_open
    if mark in _OPEN or mark == "``":
        # “ closes what „ opened, and » opens in »German style«.
        return not (is_open and closes and not opens)
    return not is_open and opens and not closes


def _unclosed(text: str, stack: list[tuple[int, int, str]], found: list[Stretch]) -> list[Stretch]:
    """Openers that no closer met: to the end of the paragraph, or of the sentence where a later mark opens."""
    left: list[Stretch] = []
    opened = sorted([s.outer_start for s in found] + [start for start, *_ in stack])
    for start, inner, _ in stack:
        following = bisect_right(opened, start)
        stop = len(text)
        if following < len(opened):
            stop = opened[following]
            ends = _SENTENCE_END.search(text, inner, stop)
            stop = ends.end() if ends else stop
        left.append(Stretch(inner, stop, start, stop, False))
    return left


def _singles(text: str, doubles: list[Stretch]) -> list[Stretch]:
    """Pairs of single marks that do not stand inside double ones."""
    marks: list[tuple[int, bool, bool]] = []
    inside = iter(doubles := sorted(doubles, key=lambda s: s.outer_start))
    current = next(inside, None)
    for match in _MARKS.finditer(text):
        at = match.start()
        while current and current.outer_end <= at:
            current = next(inside, None)
        if match.group() not in _SINGLE or (current and current.outer_start <= at):
            continue
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if before.isalnum() and after.isalnum():
            continue
        opens = _opens(text, at, at + 1) and not _ELISION.match(text, at) and text[at] != "’"
        closes = _closes(text, at, at + 1) and text[at] not in "‘‚"
        if opens or closes:
            marks.append((at, opens, closes))
    return _paired(text, marks)


def _paired(text: str, marks: list[tuple[int, bool, bool]]) -> list[Stretch]:
    """Each opener with its best closer before the next opener."""
    found: list[Stretch] = []
    number = 0
    while number < len(marks):
        start, opens, _ = marks[number]
        number += 1
        if not opens:
            continue
        possessive = None
        while number < len(marks):
            at, opens_too, closes = marks[number]
            if opens_too and not closes:
                break
            number += 1
            if closes and not _may_be_possessive(text, at):
                possessive = at
                break
            if closes and possessive is None:
                possessive = at
        if possessive is not None:
            found.append(Stretch(start + 1, possessive, start, possessive + 1, True))
    return found


def _may_be_possessive(text: str, at: int) -> bool:
    return text[at - 1] in "sSzx" and text[at + 1 : at + 2] == " " and text[at + 2 : at + 3].isalnum()
