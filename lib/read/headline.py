"""The headline and the by-line of a pasted text, by their shape.

headline_of("Talks open in the capital\\n\\nThe ministers met on Thursday.")     # 'Talks open in the capital'
"""

from __future__ import annotations

import re

from lib.text.dates_written import find_date

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
_JOINS = frozenset(("and", "&", "de", "del", "van", "von", "der", "den", "da", "di", "la", "le", "al", "bin", "el"))
_VIDEO = re.compile(r"\b\d{1,2}:\d\d$")


def headline_of(text: str) -> str:
    """The first line above the first paragraph that looks like a headline; empty where none does.

    A headline has no full stop and four to thirty words; one of two or three only counts where it is the very
    first line. Dates, by-lines, names of films and credits of pictures are passed over.
    """
    lines = [line.strip() for line in text[:6000].split("\n") if line.strip()]
    if not lines or len(lines) < 2:
        return ""
    lines[0] = _STAMP.sub("", lines[0])
    if heading := re.match(r"#{1,2}\s+(.+?)\s*#*$", lines[0]):
        return heading[1]
    short = ""
    for number, line in enumerate(lines[:14]):
        n_words = len(line.split())
        if n_words > 30 or (n_words >= 6 and _FINAL.search(line)) or len(line) > 220:
            return short
        if not _passed_over(line) and n_words >= 4:
            return line
        if number == 0 and n_words >= 2 and not _passed_over(line):
            short = line
    return ""


def _passed_over(line: str) -> bool:
    words = line.split()
    if sum(any(c.isdigit() for c in word) for word in words) >= 0.4 * len(words):
        return True
    read = find_date(line[:60])
    dated = read is not None and read.start <= 12
    return dated or any(pattern.search(line) for pattern in (_FINAL, _VIDEO, _BYLINE, _NOT_HEADLINE))


def byline_of(text: str) -> str:
    """The names of a line 'By Jane Doe' near the head; empty where there is none."""
    for line in [part.strip().strip("*_") for part in text[:3000].split("\n") if part.strip()][:6]:
        match = _BYLINE.match(line) if len(line) <= 140 and not line.endswith(".") else None
        names = re.split(r"\s(?:in|for|at)\s", match["names"])[0].strip(" ,") if match else ""
        if names and all(word[:1].isupper() or word in _JOINS for word in names.replace(",", " ").split()):
            return names
    return ""
