"""Cross-heads and teasers between paragraphs: short lines without a full stop that are no cut-off sentence.

mark("A sentence ends here.\\n\\nWhat the neighbours say\\n\\nAnother sentence is here.")[0].kind    # 'headline'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lib.find.marks.page import Page
from lib.find.marks.sentence import is_cut_off, is_teaser
from lib.find.marks.unit import Mark, Unit
from lib.text.dates_written import find_date
from lib.vocabulary import load

#: A heading has at most so many words; longer lines without a full stop are paragraphs cut short.
MAX_WORDS = 18
#: So many lines on either side are looked at for what parts a list.
NEAR = 50
_VIDEO = re.compile(r"(?<!\bat )(?<!\bby )(?<!from )(?<!until )(?<!\d)\(?\b\d{1,2}:\d{2}(?::\d{2})?\)?$")
_GLUED_LENGTH = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?!\d)")
_KICKER = re.compile(r"(?:[A-Z]{4,20}|[A-Z][a-z]{3,20})(?:\s[A-Za-z]{2,15})?\s\|\s[\"“‘]?\w")
_FILM = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?\s?[-–—|]\s?\S")
_BAR = re.compile(r"\s*[|•·›»/]\s+|\s+[>]\s+")
_ITEM = re.compile(r"^(?:[-*•▪●‣–·]\s|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s)")
#: British pages put heads that quote into single marks, and speech into double ones.
_SAID_HEAD = re.compile(
    r"‘[^‘’“”\"\n]{4,80}(?:’[a-z]{1,2}\b[^‘’“”\"\n]{0,60}){0,3}[^\s.,!?’]’"
    r"|'[^'“”\"\n]{4,80}(?:'[a-z]{1,2}\b[^'“”\"\n]{0,60}){0,3}[^\s.,!?']'"
)
#: 'Marsden: ‘I should have said so’', where what is quoted has no full stop of its own.
_NAMED_QUOTE = re.compile(r"[A-Z][\w’'. -]{1,30}: (?:‘[^‘’“”\"\n]{4,70}[^\s.,!?’]’|'[^'“”\"\n]{4,70}[^\s.,!?']')")
_OPEN_END = re.compile(r"[:,;—–-]$")


def video_teaser(page: Page, unit: Unit) -> Iterator[Mark]:
    """'What would happen next? 3:39': the name of a film and its length, 'JAN 15, 202202:47Watch: …' with its day."""
    if unit.n_words <= 30:
        read = find_date(unit.text[:40])
        if read and read.start <= 4 and (length := _GLUED_LENGTH.match(unit.text, read.end)):
            yield unit.mark("promo", f"a day and a film's length, glued together ({length.group()})")
            return
    if unit.n_words <= 30 and (match := _VIDEO.search(unit.text)):
        yield unit.mark("promo", f"a film's name and length ({match.group()})")


def kicker(page: Page, unit: Unit) -> Iterator[Mark]:
    """'EXPLAINER | What is going on?', '02:41 - Source: CNN': a teaser's or a film's own line."""
    if unit.n_words <= 25 and _KICKER.match(unit.text) and not unit.text.endswith("."):
        yield unit.mark("promo", "the name of a series and a bar, as teasers have")
    elif unit.n_words <= 8 and not unit.ends and _FILM.match(unit.text):
        yield unit.mark("promo", "a film's length and where it is from")


def menu(page: Page, unit: Unit) -> Iterator[Mark]:
    """'Write comment | E-mail | Print': three or more short pieces between bars."""
    pieces = _BAR.split(unit.text) if unit.n_words <= 40 and not unit.ends else []
    if len(pieces) >= 3 and all(0 < len(piece.split()) <= 4 for piece in pieces):
        yield unit.mark("boilerplate", "a menu: short pieces between bars")


def cross_head(page: Page, unit: Unit) -> Iterator[Mark]:
    """A line between paragraphs of prose that heads the next one or points to another story."""
    if not page.first < unit.index < page.last or not is_heading(unit):
        return
    before, after = page.units[unit.index - 1], page.units[unit.index + 1]
    if (
        before.index not in page.marked
        and not before.ends
        and (_OPEN_END.search(before.text) or _ITEM.match(before.text))
    ):
        return
    if _ITEM.match(unit.text) and (_ITEM.match(after.text) or _ITEM.match(before.text)):
        return
    if _in_list(page, unit):
        return
    yield unit.mark(*_kind(unit.text))


def after_last(page: Page, unit: Unit) -> Iterator[Mark]:
    """A line like a headline below the last paragraph."""
    if page.first < 0 or unit.index <= page.last or _ITEM.match(unit.text):
        return
    before = page.units[unit.index - 1]
    price = unit.text[0] in "£$€" and before.index in page.marked and unit.n_words <= 6 and not unit.ends
    if (is_heading(unit) or price) and (before.ends or before.index in page.marked):
        yield unit.mark("promo", "stands below the last paragraph, without a full stop")


def question(page: Page, unit: Unit) -> Iterator[Mark]:
    """'What happens next?' alone between paragraphs: explainers head their parts with questions."""
    opener = unit.text.split(None, 1)[0].casefold().replace("’", "'")
    if not (page.first < unit.index < page.last and unit.text.endswith("?") and 3 <= unit.n_words <= 11):
        return
    spoken = re.search(r"\b(?:i|we|us|our|my|you|your)\b|[\"“”]", unit.text, re.I)
    if opener in _words("question_openers") and not spoken and unit.text.count("?") == 1 and "." not in unit.text:
        yield unit.mark("headline", "a question that heads the next paragraph")


def is_heading(unit: Unit) -> bool:
    """A short line without a full stop that starts like a title and reads like no cut-off sentence."""
    text = unit.text
    if unit.ends or unit.n_words > MAX_WORDS or "\n" in text or _OPEN_END.search(text):
        return False
    if unit.n_words <= 12 and _NAMED_QUOTE.fullmatch(text):
        return True
    if unit.n_words <= 10 and _SAID_HEAD.fullmatch(text):
        return True
    bare = _ITEM.sub("", text)
    start = bare.lstrip("\"'“‘«([#* ")[:1]
    if not (start.isupper() or start.isdigit()) or bare[:1] in '"“' or (bare[-1] in '"”' and bare.count("“") == 0):
        return False
    return not is_cut_off(bare)


def _in_list(page: Page, unit: Unit) -> bool:
    """Whether it is an item of a list: of short lines below 'the following:', or of three with few words each."""
    low, high = page.runs[unit.index]
    # What is marked beside it, such as a time and a share button, makes no list.
    near = range(unit.index - 1, max(low, unit.index - NEAR) - 1, -1)
    low = next((at + 1 for at in near if at in page.marked), low)
    near = range(unit.index + 1, min(high, unit.index + NEAR) + 1)
    high = next((at - 1 for at in near if at in page.marked), high)
    if (low < high and page.units[low].text.endswith(":")) or (low > 0 and page.units[low - 1].text.endswith(":")):
        return True
    few = sum(other.n_words for other in page.units[low : high + 1][:50]) / min(50, high - low + 1)
    return high - low >= 2 and few < 4


def _kind(text: str) -> tuple[str, str]:
    if is_teaser(text):
        return "promo", "a line between paragraphs, without a full stop, that points to another story"
    if ": " in text[8:]:
        return "promo", "a title between paragraphs: two parts and a colon, without a full stop"
    return "headline", "a heading between paragraphs: short, without a full stop"


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("marks")["prose"][name])
