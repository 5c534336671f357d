"""Where paragraphs are: every line is one, unless lines were broken at a width, as in old e-mail and agency feeds.

    paragraph_spans("The ministers\\nmet on Thursday …")      # one paragraph where the text is hard-wrapped, else two

Marks and parse share this, so that what is marked and what is parsed are cut at the same places.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

#: A full stop and the like, with what may close after it; a colon or a comma is no end and no heading either.
SENTENCE_END = re.compile(r"[.!?…]\s?[\"'”’»)\]\u200d\ufe0f*_]*$")
_LINE = re.compile(r"[^\n]+")
#: A line was broken on purpose where the next word would have left it shorter than this share of the full width.
FULL = 0.85
#: Widths at which lines are broken, in characters.
WIDTHS = (40, 130)
#: Shorter lines are menus, verses and items of lists.
SHORT = 30
_ITEM = re.compile(r"[-*•▪●‣–·]\s|\(?\d{1,2}[.)]\s")

Span = tuple[int, int]


def paragraph_spans(text: str) -> list[Span]:
    """(start, end) of each paragraph, in order, outer white space included; blank lines are none."""
    lines = [match.span() for match in _LINE.finditer(text) if not match.group().isspace()]
    # The widest of most lines: one long web address says nothing about where lines were broken.
    widths = sorted(end - start for start, end in lines)
    width = widths[len(widths) * 9 // 10] if widths else 0
    if not is_wrapped(text, lines, width):
        return lines
    spans = [lines[0]]
    for line, following in pairwise(lines):
        if _runs_on(text, line, following, width):
            spans[-1] = (spans[-1][0], following[1])
        else:
            spans.append(following)
    return spans


def is_wrapped(text: str, lines: Sequence[Span], width: int) -> bool:
    """Whether lines were broken at a width: many run on in lower case, or most are as full as the next word lets."""
    pairs = [(a, b) for a, b in pairwise(lines) if _adjoin(text, a, b)]
    runs = sum(
        text[start].islower() and (text[end - 1].isalnum() or text[end - 1] == ",") for (_, end), (start, _) in pairs
    )
    if runs >= 3 and runs >= 0.3 * len(pairs):
        return True
    # A menu pasted along has a hundred short lines, which say nothing about where long ones were broken.
    long = [(a, b) for a, b in pairs if a[1] - a[0] >= SHORT]
    going_on = sum(text[b[0]].islower() and not _ends(text, a) for a, b in long)
    widest = max((a[1] - a[0] for a in lines), default=0)
    if going_on >= 3 and going_on >= 0.3 * len(long) and widest <= WIDTHS[1]:
        return True
    full = sum(not _ends(text, line) and _is_full(text, line, following, width) for line, following in pairs)
    return runs >= 1 and WIDTHS[0] <= width <= WIDTHS[1] and full >= 2 and full >= 0.5 * len(pairs)


def _adjoin(text: str, line: Span, following: Span) -> bool:
    return text.count("\n", line[1], following[0]) == 1


def _runs_on(text: str, line: Span, following: Span, width: int) -> bool:
    if not _adjoin(text, line, following) or _ITEM.match(text, following[0]):
        return False
    runs_on = text[following[0]].islower() and not _ends(text, line)
    return runs_on or _is_full(text, line, following, width)


def _ends(text: str, line: Span) -> bool:
    return bool(SENTENCE_END.search(text[max(line[0], line[1] - 12) : line[1]].rstrip()))


def _is_full(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether the next line's first word had no room in the line."""
    space = text.find(" ", following[0], following[1])
    next_word = (space if space > 0 else following[1]) - following[0]
    return line[1] - line[0] + 1 + next_word > FULL * width
