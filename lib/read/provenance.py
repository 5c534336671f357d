"""Source and publication day of a plain text, from its own words, with the words as evidence.

    source_in("KYIV, Feb 3 (Harbor Wire) — Talks opened …").value      # 'Harbor Wire'

A masthead outranks a footer, a footer a dateline: pages print stories of news agencies under their names, and the
company in a footer is seldom the outlet.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from lib.read.copyright import copyright_in
from lib.read.found import AGENCY, STRONG, Found
from lib.text.agreement import THRESHOLD, Agreed, agreed
from lib.text.date_lines import only_dates
from lib.text.dates_written import find_date
from lib.text.masthead import masthead, named_above
from lib.text.outlet_names import DOMAIN, is_agency, outlet_named, source_name
from lib.text.outlet_signs import Sign
from lib.text.page_top import PageTop, page_top
from lib.text.visible import visible
from lib.vocabulary import load

_MONTH_STAMP = re.compile(r"(?i:date)\s*:?\s*\d{4}-\d{2}(?!-?\d)")
_DATELINE_DAY = re.compile(
    r"(?:[A-ZÀ-Þ][\w .,'’/-]{1,60}?,\s)?(?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}|"
    r"\d{1,2}\s(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?)\s?(?=\([^()]{2,40}\)|[—–]|--?\s)"
)
_COPYRIGHT_YEAR = re.compile(r"(?:©|\(c\)|[Cc]opyright)\s?(?:©|\(c\))?\s?(?:19|20)\d\d\b")
#: Lines at the head and the foot of a text that are looked at, and characters of each.
HEAD_LINES, FOOT_LINES, LINE_LENGTH = 14, 14, 600
#: A line that opens with '©' may stand above many links.
LOWEST_LINES = 60

_DATELINE_OUTLET = re.compile(
    r"^[^a-z(]{0,3}(?:[^\W\d_][^()\n—]{0,60}?)?\(\s*(?P<name>[^\W\d_][\w .&/'’-]{1,40}?)\s*\)\s*(?:[—–]|--?(?=\s|$))"
)
_GLUED_OUTLET = re.compile(r"^\((?P<name>[A-Z]{2,6})\)\s?[—–-]?\s?(?=[A-Z“\"])")
_SOURCE_LINE = re.compile(r"^(?:source|outlet|publisher|publication)s?\s*[:|]\s*(?P<name>\S.{0,60}?)\s*\.?$", re.I)
#: 'Source: CNA/nv(rs)': the outlet and the initials of its desk, wherever the story ends.
_SIGNED = re.compile(r"^Source: (?P<name>[A-Z][\w .&-]{1,30}?)(?:/[a-z]{2}[\w()/ -]{0,20})?$", re.M)
_PUBLISHED = re.compile(
    r"\b(?:first )?(?:published|posted|issued|publication date|date published|pubdate)\b(?: on| at)?\s*[:|-]?", re.I
)
_UPDATED = re.compile(r"\b(?:last )?(?:updated|modified)\b(?: on| at)?\s*[:|-]?", re.I)
_BYLINE = re.compile(r"^(?i:by|written by|words by)\s+(?=[^\W\d_a-z])")
_STAMP = re.compile(
    r"^(?:date\b\s*:?\s*)?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?\s*)?$", re.I
)


def source_in(text: str, file_name: str = "") -> Found[str] | None:
    """The outlet that a text names as its own: a source line, its masthead, a copyright line, what the page says of
    itself again and again, a dateline."""
    text = visible(text).words
    head, foot = _head(text), _foot(text)
    page = page_top(text)
    signed = [found for line in (*reversed(foot), *_signs(text)) if (found := copyright_in(line))]
    best = _first_strong(_named(text, page, head, signed, file_name))
    if best is None or outlet_named(best.value) is None:
        said = _agreed(text, page, signed)
        if said and (
            best is None or best.strength < STRONG or _is_more_of(said.name, best.value)
            or (best in signed and said.weight > THRESHOLD)  # a holder may own the outlet
        ):  # fmt: skip
            return Found(said.name, said.words)
    if best and best.strength == STRONG:
        return best
    credited = _first_strong(_credited(text, head, foot))
    return credited if credited and (best is None or credited.strength > best.strength) else best


def _first_strong(witnesses: Iterator[Found[str]]) -> Found[str] | None:
    best: Found[str] | None = None
    for found in witnesses:
        if best is None or found.strength > best.strength:
            best = found
        if best.strength == STRONG:
            break
    return best


def _named(text: str, page: PageTop, head: list[str], signed: list[Found[str]], file_name: str) -> Iterator[Found[str]]:
    """What names the outlet of the page, best first among equals."""
    for line in head:
        if match := _SOURCE_LINE.match(line):
            yield Found(source_name(match["name"]), line)
    if top := masthead(text, file_name):
        yield Found(top.name, top.line)
    if page.title >= 0:
        if found := _employer(page.lines[page.anchor].words):
            yield found
        if above := named_above(text, [line.words for line in page.lines[: page.title]]):
            yield Found(above.name, above.line)
    writers = page.names.casefold().split(", ")
    yield from (found for found in signed if found.value.casefold() not in writers)


def _agreed(text: str, page: PageTop, signed: list[Found[str]]) -> Agreed | None:
    """What the page's own phrases agree on, the holders of its copyright among them."""
    holders = [
        Sign("copyright", found.value, found.evidence, 2, page=True, owner=True)
        for found in signed if found.strength > AGENCY and not DOMAIN.fullmatch(found.value)
    ]  # fmt: skip
    above = [line.words for line in page.lines[: max(0, page.title)]]
    return agreed(text, above, holders, page.names.split(", "))


def _is_more_of(name: str, value: str) -> bool:
    """Whether a name has all the words of another one ('KVLD 7' of 'KVLD'), or is written out what an address says."""
    words = name.casefold().removeprefix("the ").split()
    ends = {"".join(words[n:]) for n in range(len(words))} | {"".join(word[0] for word in words)}
    if DOMAIN.fullmatch(value) or (" " not in value and value.count(".") > 0):
        return not ends.isdisjoint(value.casefold().replace("-", "").split("."))
    single = value.casefold().removeprefix("the ")
    # 'Bay Herald Sport' is no better than 'Bay Herald'.
    return " " not in single and single in words


def _credited(text: str, head: list[str], foot: list[str]) -> Iterator[Found[str]]:
    """Whom datelines, dates and last lines name, best first among equals."""
    for line in head:
        match = _GLUED_OUTLET.match(line) or _DATELINE_OUTLET.match(line)
        if match and _is_outlet(match["name"]):
            name = match["name"].split("/")[0].strip()
            yield Found(source_name(name), match.group().strip(), AGENCY if is_agency(name) else STRONG)
    for line in head[:8]:
        read = find_date(line) if len(line) <= 60 else None
        known = outlet_named(line[: read.start].strip(" |,-–—")) if read else None
        if known:
            yield Found(known.name, line, AGENCY if known.wire else STRONG)
    for line in reversed(foot):
        if match := _SOURCE_LINE.match(line):
            yield Found(source_name(match["name"]), line)
    for match in _SIGNED.finditer(text):
        if known := outlet_named(match["name"].strip()):
            yield Found(known.name, match.group(), AGENCY if known.wire else STRONG)


def day_in(text: str) -> Found[dt.date] | None:
    """The full publication day that a text states; a day without its year is left to a later stage."""
    text = visible(text).words
    foot = _foot(text)
    page = page_top(text)
    head = [*(line.words[:LINE_LENGTH] for line in page.below if page.title >= 0), *_head(text)]
    for pattern in (_PUBLISHED, None, _UPDATED):
        for line in head:
            found = _stamp(line) if pattern is None else _after(line, pattern)
            if found:
                return found
    for pattern in (_PUBLISHED, _UPDATED):
        for line in foot:
            if len(line) <= 120 and (found := _after(line, pattern)):
                return found
    return None


def partial_day_in(text: str) -> str:
    """Words that say a part of the publication day: a crawler's month, a dateline's day, a copyright's year."""
    head = _head(text)
    for line in head[:1]:
        if match := _MONTH_STAMP.match(line):
            return match.group()
    for line in head:
        if match := _DATELINE_DAY.match(line):
            return match.group().strip()
    for line in reversed(_foot(text)):
        if match := _COPYRIGHT_YEAR.search(line):
            return match.group()
    return ""


def _after(line: str, pattern: re.Pattern[str]) -> Found[dt.date] | None:
    """A day within a few characters after a word such as 'Published'."""
    match = pattern.search(line)
    if not match or match.start() > 80:
        return None
    read = find_date(line[match.end() : match.end() + 60])
    if read is None or read.ambiguous or read.start > 32:
        return None
    return Found(read.day, line[match.start() : match.end() + read.end])


def _stamp(line: str) -> Found[dt.date] | None:
    """A day that opens a line, a by-line's day, or a dateline's day with its year."""
    read = find_date(line[:160])
    if read is None or read.ambiguous:
        return None
    before, after = line[: read.start], line[read.end :]
    if only_dates(line) or (_STAMP.match(before.strip()) and not re.match(r"\s*[,]?\s+(?!at \d)[a-z]{2,}", after[:20])):
        return Found(read.day, line[: read.end].strip())
    if _BYLINE.match(line) and len(line) <= 140:
        return Found(read.day, line[: read.end].strip())
    if not after.strip(" .,") and outlet_named(before.strip(" |,-–—")):
        return Found(read.day, line)
    if before[:1].isupper() and len(before) <= 60 and re.match(r"\s*(?:\([^()]{2,40}\)\s*)?(?:[—–]|--?\s)", after):
        return Found(read.day, line[: read.end].strip())
    return None


def _employer(line: str) -> Found[str] | None:
    """The outlet behind the names of a by-line: 'By Jane Doe, CNN', 'By Jane Doe | Bay Herald'."""
    pieces = [piece.strip() for piece in re.split(r"[,|·]", line)]
    known = next((one for piece in pieces if (one := outlet_named(piece))), None)
    return Found(known.name, line, AGENCY if known.wire else STRONG) if known else None


def _is_outlet(name: str) -> bool:
    """A bracket in a dateline is an outlet's if it is known, has an outlet's word, or is an acronym."""
    first = name.split("/")[0].strip()
    words = first.casefold().split()
    in_capitals = first.isupper() and 2 <= len(first) <= 8 and first.isalpha()
    return bool(words) and (
        outlet_named(first) is not None or words[-1] in load("outlets")["name_words"] or in_capitals or len(words) <= 4
    )


def _head(text: str) -> list[str]:
    return _nonblank(text[: HEAD_LINES * 4 * LINE_LENGTH].split("\n"))[:HEAD_LINES]


def _foot(text: str) -> list[str]:
    return _nonblank(text[-FOOT_LINES * 4 * LINE_LENGTH :].split("\n"))[-FOOT_LINES:]


def _signs(text: str) -> Iterator[str]:
    """The lines that open with '©' or 'Copyright' further up than the foot, the lowest first."""
    lines = _nonblank(text[-LOWEST_LINES * 4 * LINE_LENGTH :].split("\n"))[-LOWEST_LINES:-FOOT_LINES]
    yield from (line for line in reversed(lines) if re.match(r"(?:©|\(c\)|copyright\b)", line, re.I))


def _nonblank(lines: list[str]) -> list[str]:
    return [line.strip()[:LINE_LENGTH] for line in lines if line.strip()]
