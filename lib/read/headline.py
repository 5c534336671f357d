"""The headline and the by-line of a pasted text, by their shape.

headline_of("Talks open in the capital\\n\\nThe ministers met on Thursday.")     # 'Talks open in the capital'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lib.text.date_lines import DATE_WORDS
from lib.text.dates_written import find_date
from lib.text.masthead import is_page_line, masthead
from lib.text.page_top import page_top
from lib.text.visible import visible

_FINAL = re.compile(r"[.;,:][\"'”’)\]]*$")
_BYLINE = re.compile(
    r"^(?i:by|written by|words by)\s+(?P<names>[^\W\d_a-z][^\d|•·\n]{2,80}?)\s*"
    r"(?:[,|•·–—-]\s*(?=\d|(?i:published|updated|posted)|[A-Z][a-z]+\.? \d)|[|•·]|$)"
)
_STAMP = re.compile(r"^(?i:date)\b\s*:?\s*\d{4}-\d{2}(?:-\d{2})?\b\s*|^\d{4}-\d{2}-\d{2}\s+(?=[\"“‘A-Z])")
_NOT_HEADLINE = re.compile(
    r"^(?i:skip to|share|follow|sign up|subscribe|advertisement|published|updated|posted|last updated|source:|"
    r"read more|watch:|image|photo|file)\b"
    r"|(?:Photo|Getty Images|REUTERS|AFP)\b[ /]|\d (?:min|minute)s? read|^\([A-Z]{2,8}\)|^\W*$"
)
#: A message pasted with its head.
_SUBJECT = re.compile(
    r"^From: [^\n]+\n(?:[A-Z][\w-]{1,20}: [^\n]*\n){0,6}?Subject: (?:(?:Fwd?|Re): )*(?P<words>\S[^\n]*?)\s*$", re.M
)
_JOINS = frozenset(("and", "&", "de", "del", "van", "von", "der", "den", "da", "di", "la", "le", "al", "bin", "el"))
_VIDEO = re.compile(r"\b\d{1,2}:\d\d$")


def headline_of(text: str, file_name: str = "") -> str:
    """The first line above the first paragraph that looks like a headline; empty where none does.

    A headline has no full stop and four to thirty words; one of two or three only counts where it is the very
    first line of the story. The page's own lines (masthead, menu, section), dates, by-lines, names of films and
    credits of pictures are passed over.
    """
    head = list(_lines(text))
    if len(head) < 2:
        return ""
    if heading := re.match(r"#{1,2}\s+(.+?)\s*#*$", head[0].words):
        return heading[1]
    text = visible(text).words
    if subject := _SUBJECT.search(text[:2000]):
        return subject["words"]
    anchored = page_top(text)
    if anchored.title >= 0:
        return anchored.lines[anchored.title].words
    top = masthead(text, file_name)
    short, first = "", True
    for number, line in enumerate(head[:14]):
        if _is_prose(line.words):
            return short
        if (top and number == top.number) or is_page_line(line.words):
            continue
        if not _passed_over(line.words):
            if line.n_words >= 4 and not (top and number == top.number + 1 and _is_slogan(head, number)):
                return line.words
            if first and line.n_words >= 2:
                short = line.words
        first = False
    return ""


@dataclass(frozen=True, slots=True)
class _Line:
    words: str
    n_words: int
    #: A blank line before it.
    gap: bool


def _lines(text: str) -> Iterator[_Line]:
    gap, first = True, True
    for raw in text[:6000].split("\n"):
        words = raw.strip().lstrip("\ufeff")
        words = _STAMP.sub("", words) if first else words
        if words:
            yield _Line(words, len(words.split()), gap)
            first = False
        gap = not words


def _is_prose(words: str) -> bool:
    n_words = len(words.split())
    return n_words > 30 or (n_words >= 6 and bool(_FINAL.search(words))) or len(words) > 220


def _is_slogan(head: list[_Line], number: int) -> bool:
    """'The world, mapped and explained' glued to the masthead, where the headline stands apart below it."""
    if head[number].gap or head[number].n_words > 8 or number + 1 >= len(head) or not head[number + 1].gap:
        return False
    for line in head[number + 1 : number + 5]:
        if _is_prose(line.words) or _BYLINE.match(line.words):
            return False
        if line.n_words >= 4 and not _passed_over(line.words) and not is_page_line(line.words):
            return line.n_words <= 18
    return False


def _passed_over(line: str) -> bool:
    words = line.split()
    if sum(any(c.isdigit() for c in word) for word in words) >= 0.4 * len(words):
        return True
    read = find_date(line[:60])
    dated = read is not None and read.start <= 12
    return dated or any(pattern.search(line) for pattern in (_FINAL, _VIDEO, _BYLINE, _NOT_HEADLINE))


def byline_of(text: str) -> str:
    """The names of a line 'By Jane Doe' above the first paragraph; empty where there is none."""
    text = visible(text).words
    if names := page_top(text).names:
        return names
    for line in [part.strip().strip("*_") for part in text[:3000].split("\n") if part.strip()][:6]:
        match = _BYLINE.match(line) if len(line) <= 140 and not line.endswith(".") else None
        names = re.split(r"\s(?:in|for|at)\s", match["names"])[0].strip(" ,") if match else ""
        words = names.replace(",", " ").split()
        # 'By Monday and Tuesday' begins a sentence that goes on below.
        dates = all(word in _JOINS or DATE_WORDS.fullmatch(word) for word in words)
        if names and not dates and all(word[:1].isupper() or word in _JOINS for word in words):
            return names
    return ""
