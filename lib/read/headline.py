"""The headline and the by-line of a pasted text, by their shape.

headline_of("Talks open in the capital\\n\\nThe ministers met on Thursday.")     # 'Talks open in the capital'
"""

from __future__ import annotations

import re

from lib.read.dates import find_date

_FINAL = re.compile(r"[.;,:][\"'”’)\]]*$")
_BYLINE = re.compile(
    r"^(?i:by|written by|words by)\s+(?P<names>[^\W\d_a-z][^\d|•·\n]{2,80}?)\s*"
    r"(?:[,|•·–—-]\s*(?=\d|(?i:published|updated|posted)|[A-Z][a-z]+\.? \d)|[|•·]|$)"
)
_JOINS = frozenset(("and", "&", "de", "del", "van", "von", "der", "den", "da", "di", "la", "le", "al", "bin", "el"))
_VIDEO = re.compile(r"\b\d{1,2}:\d\d$")


def headline_of(text: str) -> str:
    """The first line, where it looks like a headline: short, no full stop, alone; no date, by-line or teaser."""
    lines = text[:4000].split("\n")
    first = next((n for n, line in enumerate(lines) if line.strip()), None)
    if first is None or first + 1 >= len(lines):
        return ""
    line = lines[first].strip()
    heading = re.match(r"#{1,2}\s+(.+?)\s*#*$", line)
    if heading:
        return heading[1]
    rest = [other.strip() for other in lines[first + 1 :] if other.strip()]
    alone = not lines[first + 1].strip() or (bool(rest) and len(rest[0]) > len(line) and bool(_FINAL.search(rest[0])))
    if not alone or not rest or len(line) > 200 or not 2 <= len(line.split()) <= 30:
        return ""
    if _FINAL.search(line) or _VIDEO.search(line) or _BYLINE.match(line) or (line.startswith("(") and "—" in line[:30]):
        return ""
    read = find_date(line[:60])
    return "" if read and read.start <= 12 else line


def byline_of(text: str) -> str:
    """The names of a line 'By Jane Doe' near the head; empty where there is none."""
    for line in [part.strip() for part in text[:3000].split("\n") if part.strip()][:6]:
        match = _BYLINE.match(line) if len(line) <= 140 and not line.endswith(".") else None
        names = re.split(r"\s(?:in|for|at)\s", match["names"])[0].strip(" ,") if match else ""
        if names and all(word[:1].isupper() or word in _JOINS for word in names.replace(",", " ").split()):
            return names
    return ""
