"""Words without a sentence, left in a paragraph when something beside it was pasted along.

mark("They agreed on security issues. Putin\\n\\nBoth sides are content with it.")[0].kind     # 'stray'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from lib.find.marks.page import Page
from lib.find.marks.unit import Mark, Unit, sentence_starts
from lib.text.bylines import is_byline
from lib.text.date_lines import only_dates
from lib.text.outlet_names import outlet_named
from lib.text.page_top import page_top

_TAG = re.compile(
    r"[.!?][\"”’]?\s?(?P<tag>\((?P<agency>[A-Z][\w /.-]{1,24})\)(?:\s[A-Z]{2,5}){0,3}"
    r"|(?:PTI|ANI|AFP)(?:\s[A-Z]{2,5}){1,3})$"
)
#: 'mq/rs (AFP, dpa)': initials of who wrote and edited, and the agencies that they used.
_INITIALS = re.compile(
    r"(?:[a-z]{2,4}(?:[/,]\s?[a-z]{2,4}){0,3}\s)?\((?P<agencies>[A-Z][\w, /&-]{1,60}|dpa[\w, /]*)\)\.?$"
)
_READ_MORE = re.compile(r"(?<=[.!?\"”])\s+(?P<words>(?:read|see|learn|show) more)(?=\s+[A-Z“\"]|\s*$)")
_URL = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/|t\.co/)\S+$", re.I)
#: A way to reach somebody, and nothing else; 'SOURCE Northgate Hydro Inc.' ends a press release.
_REACH = re.compile(
    r"[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,3}"
    r"|(?:www\.)?[\w-]{1,30}\.(?:com|org|net|co\.uk|io|info)/\S{1,80}|@\w{2,30}"
    r"|(?:(?:tel|phone|mobile|fax|t|p|m)[.:]?\s)?"
    r"(?:\+\d{1,3}[ .-]?)?(?:\(\d{1,4}\)[ .-]?)?\d{2,5}(?:[ .-]\d{2,5}){1,4}",
    re.I,
)
_SIGN_OFF = re.compile(r"SOURCE:? [A-Z][^\n]{1,60}|(?:#\s?){3,6}|-\s?30\s?-|[(-]?(?:ENDS|END|Ends)[)-]?")
_TWEET = re.compile(r"[—–-]\s?[^\n]{1,60}\(@\w{1,30}\)[^\n]{0,40}$")
_POST_END = re.compile(
    r"(?:pic\.twitter\.com/\w{1,20}\s?)?[—–-]+\s?[^\n(]{1,50}\(@\w{1,30}\)\s[A-Z][a-z]+\s\d{1,2},\s\d{4}$"
)
#: Notes on authors stand among the last so many lines.
AUTHOR_LINES = 8
_PERSON = r"[A-ZÀ-Þ][\w.'’-]+(?:\s[A-ZÀ-Þ][\w.'’-]*){1,3}"
_ROLE = r"(?:correspondent|reporter|editor|writer|columnist|journalist|bureau chief|producer)"
_AUTHOR = re.compile(
    rf"{_PERSON}(?:(?:,|\sand|,\sand)\s{_PERSON})*\s(?:(?:reports|report|reported|contributed)\s(?:from|reporting)\b|"
    rf"(?:covers|cover|writes about|write about)\s|is\s(?:a|an|the|our)\s[^.]{{0,80}}?\b{_ROLE}\b)"
)
_REPORTS = re.compile(rf"\s(?:covers|writes about|reports on|is based in|is an? [^.]{{0,60}}?\b{_ROLE})\b")
_DOES = re.compile(
    r",?\s(?:is|was|covers|writes|reports|edits|works|lives|has|joined|leads|focuses|studies|teaches|contributed)\b",
    re.I,
)
_IS = re.compile(r",?\s(?:is\s(?:an?|the|our)|covers|writes|edits|teaches)\b", re.I)
_NO_WORDS = re.compile(r"[\W_]+$")


def stray_words(page: Page, unit: Unit) -> Iterator[Mark]:
    """One to three capitalised words behind a paragraph's last full stop, without one of their own."""
    if unit.ends or unit.n_words < 8:
        return
    start = sentence_starts(unit.text)[-1]
    words = unit.text[start:].split()
    if start and 1 <= len(words) <= 3 and all(word[0].isupper() and word.isalpha() for word in words):
        yield unit.mark("stray", "capitalised words behind the last full stop", start)


def author_note(page: Page, unit: Unit) -> Iterator[Mark]:
    """'Jane Doe covers diplomacy. John Roe reports from Geneva.' among the last lines: who the authors are."""
    if unit.n_words <= 60 and page.first >= 0 and _is_author(page, unit):
        yield unit.mark("boilerplate", "says who the author of the by-line is")
        return
    if unit.index < len(page.units) - AUTHOR_LINES or unit.n_words > 45 or not unit.ends:
        return
    starts = [*sentence_starts(unit.text), len(unit.text)]
    if all(_AUTHOR.match(unit.text[start:end]) for start, end in pairwise(starts)):
        yield unit.mark("boilerplate", "says who the authors are")


def _is_author(page: Page, unit: Unit) -> bool:
    """'Jane Doe is a national correspondent …' of the Jane Doe in the by-line: no story tells of its own author.

    A name that stands alone beside a date can be a topic's: of it the story may tell, but for a note at its end.
    """
    text, top = unit.text, page_top(page.text)
    for name in filter(None, top.names.split(", ")):
        last = name.split()[-1]
        if text[: len(last)].casefold() == last.casefold() and _REPORTS.match(text, len(last)):
            return True
        if text[: len(name)].casefold() == name.casefold() and _DOES.match(text, len(name)):
            if any(is_byline(line.words) for line in top.lines) or _REPORTS.match(text, len(name)):
                return True
            return unit.index >= page.last and bool(_IS.match(text, len(name)))
    return False


def agency_tag(page: Page, unit: Unit) -> Iterator[Mark]:
    """'… humanitarian corridors.(AP) RUP': the agency's mark and its desk's initials behind a paragraph, or alone."""
    alone = _INITIALS.match(unit.text) if unit.n_words <= 8 else None
    if alone and any(outlet_named(one.strip()) for one in re.split(r"[,/&]|\bwith\b|\band\b", alone["agencies"])):
        yield unit.mark("boilerplate", "initials of who wrote the story, and agencies")
        return
    match = _TAG.search(unit.text, max(0, len(unit.text) - 60))
    if match and (not match["agency"] or outlet_named(match["agency"].split("/")[0])):
        yield unit.mark("boilerplate", "an agency's tag behind the last full stop", match.start("tag"))


def read_more(page: Page, unit: Unit) -> Iterator[Mark]:
    """'… within two weeks. read more': the text of a link, left behind a sentence."""
    for match in _READ_MORE.finditer(unit.text):
        yield unit.mark("promo", "the text of a link behind a sentence", match.start("words"), match.end("words"))


def bare_address(page: Page, unit: Unit) -> Iterator[Mark]:
    """A line that is only a web address, the signature of a tweet, or signs without a word."""
    if unit.n_words <= 2 and _URL.match(unit.text):
        yield unit.mark("boilerplate", "a bare web address")
    elif unit.n_words <= 6 and _REACH.fullmatch(unit.text) and not only_dates(unit.text):
        page.closers.append(unit.index)
        yield unit.mark("boilerplate", "an address, a telephone number or a name on a network, alone")
    elif unit.n_words <= 8 and _SIGN_OFF.fullmatch(unit.text):
        page.closers.append(unit.index)
        yield unit.mark("boilerplate", "ends what an office has sent out")
    elif unit.n_words <= 16 and _TWEET.match(unit.text):
        yield unit.mark("boilerplate", "the signature of a post on a social network")
    elif match := _POST_END.search(unit.text, max(0, len(unit.text) - 130)):
        yield unit.mark("boilerplate", "the signature of a post on a social network", match.start())
    elif len(unit.text) <= 40 and _NO_WORDS.match(unit.text):
        yield unit.mark("stray", "signs without a word")
