"""Lines that say when a page was published: 'Published 9:36 AM EST, Thu March 2, 2023', 'Updated 2 hours ago'.

only_dates("Tue 28 MayTuesday 28 May 2024 at 4:35am")      # True: nothing but a date and a time
"""

from __future__ import annotations

import re

from lib.text.dates_written import find_date

_NOT_WORD = re.compile(r"[\W_]+")
DATE_WORDS = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|"
    r"apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b|"
    r"\b\d{1,4}(?:st|nd|rd|th)?\b|\b\d{1,2}[mhd]\b|\b\d{1,2}[.:h]\d{2}(?:am|pm)?\b|\b\d{1,2}(?:am|pm)\b|\b[ap]\.?m\b|"
    r"\b(?:gmt|utc|est|edt|et|cst|cdt|mst|mdt|pst|pdt|pt|bst|cet|cest|msk|ist|eet|eest|jst|hkt|aest|aedt|z|gmt[+-]\d+)\b|"
    r"\bt(?=\d)|\b(?:first|last|originally|date|published|publish|issued|updated|update|posted|modified|created|on|at|of|"
    r"the|as|time|local|ago|hours?|hrs?|minutes?|mins?|min|days?|weeks?|months?|secs?|seconds?|read|reading|yesterday|"
    r"today)\b",
    re.I,
)
#: Pages glue what stood in boxes of their own: '20237:30 AM EDTUPDATED', 'MayTuesday'.
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=\d{4})(?=\d{1,2}:\d\d|[A-Z][a-z])|(?<=[A-Z]{3})(?=UPDATED)")
_SAYS = re.compile(r"\b(?:published|updated|posted|modified|issued)\b", re.I)
_CLOCK = re.compile(
    r"\d{1,2}[.:h]\d{2}\s?(?:[ap]\.?m\.?)?\s(?:[A-Z]{2,4}|[ap]\.?m\.?)|\d{1,2}[.:]\d{2}\s?[ap]\.?m\b", re.I
)
MAX_WORDS = 24


def only_dates(line: str) -> bool:
    """Whether nothing is left of a line but signs, when words of dates and times are taken out."""
    return any(c.isdigit() for c in line) and not _NOT_WORD.sub("", DATE_WORDS.sub(" ", _GLUED.sub(" ", line)))


def only_clock(line: str) -> bool:
    """'17.48 BST', '4:05 p.m. ET': a time of day with its zone or half, and nothing else."""
    return len(line) <= 30 and bool(_CLOCK.match(line)) and only_dates(line)


def is_stamp(line: str) -> bool:
    """Whether a line states a full day and is about nothing else, or says that it is the page's."""
    if len(line) > 160 or len(line.split()) > MAX_WORDS or find_date(line) is None:
        return False
    if len(line.split()) <= 10 and _only_places(line):
        return True
    said = _SAYS.search(line)
    return only_dates(line) or (said is not None and said.start() <= 60 and not re.search(r"[a-z]{3,}[.!?]$", line))


def _only_places(line: str) -> bool:
    """'Tuesday 5 December 2023 13:47, UK': beside the date stand at most two words, in capitals."""
    left = re.findall(r"[^\W\d_]+", DATE_WORDS.sub(" ", _GLUED.sub(" ", line)))
    return len(left) <= 2 and all(word.isupper() for word in left)
