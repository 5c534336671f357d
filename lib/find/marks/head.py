"""What stands before the first paragraph: headline, standfirst, by-line, date stamps, header block.

mark("Talks open\\n\\nBy Jane Doe\\n\\nThe ministers met on Thursday.")[1].why      # 'a by-line'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lib.find.marks.page import Page
from lib.find.marks.unit import Mark, Unit
from lib.text.date_lines import DATE_WORDS, only_clock, only_dates
from lib.text.dates_written import find_date
from lib.text.header_block import header_block
from lib.text.masthead import HEAD_LINES, is_page_line, masthead
from lib.text.outlet_names import outlet_named
from lib.text.page_top import is_count, page_top
from lib.text.phrases import phrase_of
from lib.vocabulary import load

_NOT_WORD = re.compile(r"[\W_]+")
_BYLINE = re.compile(r"^(?i:by|written by|words by|from|story by|report by)\s+(?=[^\W\d_a-z])")
_CREDIT_BYLINE = re.compile(
    r"^[^\W\d_a-z][\w.'’-]*(?:\s[^\W\d_a-z][\w.'’-]*){0,4}\s?(?:,|\||–|—|-|in\s)\s?(?P<rest>.{3,80})$"
)
_CRAWLED = re.compile(r"(?i:date)?\s*:?\s*\d{4}-\d{2}(?:-\d{2})?(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?[\s|,–—-]*")
_PUBLISHED = re.compile(r"(?:(?:first|originally) )?published\b", re.I)
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}")
_CONNECTS = frozenset(
    ("and", "in", "of", "for", "the", "de", "van", "von", "at", "&", "|", "with", "del", "da", "al", "el", "la")
)


def header_lines(page: Page, unit: Unit) -> Iterator[Mark]:
    """Lines of a header block such as 'Source: …' at the very start."""
    if unit.index < 12:
        block = header_block(page.text)
        if block and unit.end <= block.end + 1:
            yield unit.mark("boilerplate", _HEADER)


_HEADER = "a line of the header block"


def page_lines(page: Page, unit: Unit) -> Iterator[Mark]:
    """The outlet's own line, menus and trails of sections above the story."""
    if unit.index >= HEAD_LINES or unit.n_words > 20 or unit.ends:
        return
    top = masthead(page.text)
    if top and unit.text.lstrip("\ufeff") == top.line:
        yield unit.mark("boilerplate", "the outlet's name above the story")
    elif unit.index < (top.number + 3 if top else 2) and is_page_line(unit.text):
        yield unit.mark("boilerplate", "a menu or a trail of sections above the story")


def above_title(page: Page, unit: Unit) -> Iterator[Mark]:
    """The headline that a by-line or a date anchors; what is no paragraph above it, and down to the last of these."""
    top = page_top(page.text)
    if top.title < 0 or unit.start > top.lines[-1].start:
        return
    if unit.start > top.lines[top.title].start:
        if not unit.ends and unit.text[-1] not in ":,;" and top.anchor >= 0 and unit.start <= top.last:
            yield unit.mark("boilerplate", "stands between the headline and the story")
        return
    if unit.start == top.lines[top.title].start:
        yield unit.mark("headline", "a headline: it stands above the by-line or the date")
    elif not unit.ends or unit.n_words < 8 or unit.text.isupper() or phrase_of(unit.text, unit.n_words):
        yield unit.mark("boilerplate", "stands above the headline")


def given_title(page: Page, unit: Unit) -> Iterator[Mark]:
    """The line that repeats the article's title, with or without the site's name."""
    title, line = _plain(page.title), _plain(unit.text[:400])
    if len(title) < 6 or unit.n_words > 60:
        return
    shorter, longer = sorted((title, line), key=len)
    same = line == title or (
        len(shorter.split()) >= 4 and longer.startswith(shorter + " ") and len(longer) - len(shorter) <= 30
    )
    if same:
        yield unit.mark("headline", "the article's title")


def byline(page: Page, unit: Unit) -> Iterator[Mark]:
    """'By Jane Doe, 4 February 2022', 'Jane Doe, Diplomatic correspondent', 'Jane Doe in Kyiv'."""
    if unit.n_words > 24 or "\n" in unit.text:
        return
    read = find_date(unit.text) if unit.n_words <= 9 else None
    if outlet_named(unit.text[: read.start].strip(" |,-–—") if read else unit.text):
        yield unit.mark("boilerplate", "an outlet's name alone, or with a date")
        return
    bare = unit.text.strip("*_")
    match = _BYLINE.match(bare)
    if match and not _ends_sentence(bare):
        rest = bare[match.end() :]
        if _is_names(rest):
            yield unit.mark("boilerplate", "a by-line")
        return
    near_head = page.first < 0 or unit.index < page.first + 2
    credit = _CREDIT_BYLINE.match(unit.text) if near_head and not unit.ends else None
    if credit:
        roles = set(load("marks")["prose"]["roles"])
        words = _plain(credit["rest"]).split()
        if len(words) <= 8 and (roles & set(words)):
            yield unit.mark("boilerplate", "a by-line")


def date_line(page: Page, unit: Unit) -> Iterator[Mark]:
    """A line of nothing but a date, a time, 'Updated …' or '3 min read'."""
    text = unit.text
    if unit.n_words > 24 or len(text) > 160 or not any(c.isdigit() for c in text):
        return
    stamped = re.search(r"\b(?:published|updated|posted|modified|ago|read)\b", text, re.I)
    outside = not page.first <= unit.index <= page.last
    # 'PTI | Istanbul | Updated: 29-03-2022 18:49 IST'
    if stamped and find_date(text) and not unit.ends and (outside or "|" in text):
        if page.leading and unit.index > page.leading[-1] and _PUBLISHED.match(text):
            page.closers.append(unit.index)
        yield unit.mark("boilerplate", "a line that says when the page was published")
    elif is_count(text):
        yield unit.mark("boilerplate", "a counter or the number of a page")
    elif only_clock(text):
        yield unit.mark("boilerplate", "a time of day alone, as entries of a live blog have")
    elif only_dates(text) and (outside or stamped or (_CLOCK.search(text) and find_date(text))):
        yield unit.mark("boilerplate", "a line that only says when the page was published or how long it is")


def leading_stamp(page: Page, unit: Unit) -> Iterator[Mark]:
    """A date stamp in front of the text, as crawlers leave it: 'date 2022-02-04 What would happen …'."""
    if unit.index == 0 and unit.n_words <= 3 and _CRAWLED.fullmatch(unit.text):
        yield unit.mark("dateline", "a date stamp in front of the text")


def headline(page: Page, unit: Unit) -> Iterator[Mark]:
    """Short lines without a full stop before the first paragraph: headline, kicker, standfirst."""
    heading = re.match(r"#{1,6}\s", unit.text)
    if heading and unit.n_words <= 30:
        yield unit.mark("headline", "a Markdown heading")
        return
    if page.first < 0:
        return
    asks = unit.index == 0 and unit.text[-1] in "?!" and unit.n_words <= 18 and unit.text[0] not in "\"“‘'"
    if unit.index < page.first and not unit.ends and unit.n_words <= 30 and unit.text[-1] not in ":,;":
        if unit.n_words <= 3 and any(other.n_words > 3 for other in page.units[unit.index + 1 : page.first]):
            yield unit.mark("boilerplate", "a section's name or a link above the headline")
        elif unit.index == 0:
            yield unit.mark("headline", "a headline: the first line, without a full stop")
        else:
            yield unit.mark("headline", "stands above the first paragraph, without a full stop")
    elif asks and len(page.units) > 1 and page.units[1].gap:
        yield unit.mark("headline", "a headline: the first line, a question or an exclamation")


def _plain(words: str) -> str:
    return _NOT_WORD.sub(" ", words.casefold()).strip()


def _ends_sentence(text: str) -> bool:
    return text.endswith((".", "!", "?")) and not re.search(r"\b(?:[A-Z]|Jr|Sr|[ap]\.m)\.$", text)


def _is_names(rest: str) -> bool:
    """Names and places only: every word is a capital's, a connecting one, a role's, or part of a date."""
    words = _NOT_WORD.sub(" ", DATE_WORDS.sub(" ", re.sub(r"['’]s\b", "", rest))).split()
    roles = _roles()
    names = [word for word in words if word[:1].isupper()]
    starts_with_date = bool(DATE_WORDS.match(rest)) and not find_date(rest)
    return (
        bool(names)
        and not starts_with_date
        and all(w[:1].isupper() or w.casefold() in _CONNECTS or w.casefold() in roles for w in words)
    )


@cache
def _roles() -> frozenset[str]:
    return frozenset(load("marks")["prose"]["roles"])
