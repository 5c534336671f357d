"""The place, day and agency at the head of a story: '(CNN) —', 'KYIV, Feb 3 (Harbor Wire) -'.

mark("MOSCOW (AP) — Talks opened on Thursday.")[0].kind      # 'dateline'
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lib.find.marks.page import Page
from lib.find.marks.unit import Mark, Unit
from lib.vocabulary import load

_DASH = r"\s*(?:[—–―]|--?(?=\s))\s*"
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = rf"(?:(?i:{_MONTH})\s\d{{1,2}}(?:,?\s\d{{4}})?|\d{{1,2}}\s(?i:{_MONTH})(?:,?\s\d{{4}})?)"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_OUTLET = r"\([^()\n]{2,40}\)"
_CAPS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’\-]{1,30}(?:\s[A-ZÀ-Þ][A-ZÀ-Þ.'’\-]{1,30}){0,3}(?:/[A-ZÀ-Þ][A-ZÀ-Þ.'’\- ]{1,30})?"
_NAME = r"[A-ZÀ-Þ][\w.'’\-]{1,30}(?:\s(?:[A-ZÀ-Þ][\w.'’\-]{0,30}|de|la|el|of|al)){0,4}"
_REGION = rf"(?:,\s{_NAME}){{0,2}}"
#: Each with how many paragraphs may stand before it, itself included: teasers do, and weak forms are rare there.
_PATTERNS = (
    (re.compile(rf"{_OUTLET}{_DASH}"), 3),
    (re.compile(rf"(?:{_CAPS}|{_NAME}){_REGION}(?:,\s(?:{_WEEKDAY},?\s)?{_DAY},?)?\s?{_OUTLET}(?:{_DASH}|:\s)"), 3),
    (re.compile(rf"(?:{_CAPS}|{_NAME}){_REGION}(?:,|\s\|)?\s(?:{_WEEKDAY},?\s)?{_DAY}(?:{_DASH}|\s?:\s)"), 3),
    (re.compile(rf"{_DAY}\s?{_OUTLET}{_DASH}"), 3),
    (re.compile(rf"(?:{_CAPS}|{_NAME}){_REGION},?\s(?:{_DAY}\s)?/[A-Z][\w .-]{{2,30}}/\s?--?\s"), 3),
    (re.compile(r"\([A-Z][\w-]{1,30}\.(?:com|org|net)\)\s?(?=[A-Z“\"])"), 3),
    (re.compile(r"\([A-Z]{2,6}(?:[ /][A-Z][A-Za-z]{1,12})?\)\s?(?=[A-Z“\"])"), 1),
    (re.compile(rf"{_CAPS}{_REGION}\s?(?:[—–―]|--?(?=\s)|:(?=\s))\s*(?=[\"“‘A-ZÀ-Þ\d])"), 1),
    (re.compile(rf"{_CAPS},?\s\({_NAME}\)\s?(?::\s|{_DASH})"), 3),
    (re.compile(rf"{_NAME}\s[—–]\s(?=[\"“‘A-ZÀ-Þ])(?![^\n]{{1,120}}?\s[—–]\s)"), 1),
    (re.compile(rf"{_NAME},\s{_NAME}\s(?:[—–―]|--)\s*(?=[\"“‘A-ZÀ-Þ\d])"), 1),
)
_CITY = re.compile(rf"(?:{'|'.join(map(re.escape, load('marks')['dateline']['cities']))})\s?:\s")
_WHY = "place, day or agency at the head of the story"
_GLUED = re.compile(rf"(?:{_CAPS}{_REGION}(?:,\s{_DAY})?\s)?{_OUTLET}\s?[—–―]\s")


def dateline(page: Page, unit: Unit) -> Iterator[Mark]:
    """At the head of one of the first paragraphs, or behind a headline glued to them."""
    if unit.index not in page.leading:
        return
    nth = page.leading.index(unit.index) + 1
    head = unit.text[:240]
    lead = page.lead.get(unit.index, 0)
    for pattern, deepest in (*_PATTERNS, (_CITY, 2)):
        match = pattern.match(head, lead)
        if match and nth <= deepest and not head.isupper():
            yield unit.mark("dateline", _WHY, lead, lead + len(match.group().rstrip()))
            return
    glued = _GLUED.search(head) if unit.index == 0 else None
    if glued and not re.search(r"[.!?]\s", head[: glued.start()]) and len(head[: glued.start()].split()) >= 3:
        yield unit.mark("headline", "stands before the dateline", 0, len(head[: glued.start()].rstrip()))
        yield unit.mark(
            "dateline",
            "place, day or agency at the head of the story",
            glued.start(),
            len(head[: glued.end()].rstrip()),
        )
