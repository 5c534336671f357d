"""What stands above the first paragraph of a pasted page, however long its menu is: the headline, and who wrote when.

    top = page_top("Home\\nNews\\nTalks open in the old town\\nBy Jane Doe\\nThe ministers met …")
    top.lines[top.title].words        # 'Talks open in the old town'

A by-line or a date is the anchor: the headline stands next above it, apart from captions, buttons and a standfirst.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from lib.text.appeals import is_appeal
from lib.text.bylines import bare_names, is_byline, names_after_by
from lib.text.date_lines import is_stamp, only_dates
from lib.text.masthead import is_page_line, is_section, masthead
from lib.text.outlet_names import outlet_named
from lib.text.paragraphs import paragraph_spans
from lib.text.phrases import phrase_of

#: Lines, and characters, in which a head is looked for.
MAX_LINES, MAX_LENGTH = 120, 20_000
#: A headline stands at most so many lines above its anchor.
MAX_UP = 14
#: A menu may go on for so many lines behind a sentence that stands in it.
MAX_DOWN = 30
_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_OPEN = re.compile(r"[,;:–—-]$")
_CREDIT = re.compile(
    r"[(\[][^()\[\]]{0,60}(?:/|\bvia\b|\bPhoto|\bCourtesy|\bSupplied|\bAP\b|\bAFP\b)[^()\[\]]{0,60}[)\]]\.?$"
    r"|\b(?:Photograph|Photo|PHOTO|Image|Picture|Credit|CREDIT|Illustration)s?\s?(?:by\b|[:|/]|\.{3}|…)"
    r"|\b(?:REUTERS|Getty Images)\b|©"
)
_COUNT = re.compile(r"\+?[\d.,]+\s?[kKmM%]?(?:\s(?:shares?|comments?|likes?|views?|reads?|restacks?))?$|of \d+$", re.I)
_FILM = re.compile(r"\b\d{1,2}:\d\d$")
#: 'Mostly sunny. High 88F. Winds S at 10 mph.' in the corner of a page.
_FORECAST = re.compile(r"\b(?:High|Low) (?:near |around )?\d+\s?°?[FC]?\. Winds? ")
_LABEL = re.compile(r"(?i:live|live updates|live blog|in pictures|in photos|video|podcast|quiz): (?=\S)")
_SHARE = re.compile(r"\bshare\b", re.I)
#: '£1 for 3 months' is the price of a subscription.
_PRICE = re.compile(
    r"[£$€]?\d[\d.,]*\s?[¢pc]? (?:for|a|per) (?:the first )?(?:\d+ )?(?:days?|weeks?|months?|years?)\b", re.I
)
_JUMP = re.compile(r"(?i:skip to|support us|sign up|subscribe|follow|get the|already|learn more|search)\b")


@dataclass(frozen=True, slots=True)
class TopLine:
    """One line that is not blank, or a paragraph broken at a width; ``start`` is its place in the text."""

    words: str
    start: int
    n_words: int
    #: A blank line before it.
    gap: bool


@dataclass(frozen=True, slots=True)
class PageTop:
    """The lines above the first paragraph. Numbers are places in ``lines``; -1 where there is none."""

    lines: tuple[TopLine, ...]
    title: int
    anchor: int
    names: str
    #: Where the last line that says who or when starts.
    last: int = 0

    @property
    def below(self) -> tuple[TopLine, ...]:
        """The lines from the headline on, then those above it: the nearer to the article, the more its own."""
        cut = max(self.title, 0)
        return (*self.lines[cut:], *self.lines[:cut])


def is_count(line: str) -> bool:
    """'312', '1.2k shares', '+5', 'of 3': a counter or the number of a page, never a sentence."""
    return len(line) <= 24 and bool(_COUNT.match(line))


@lru_cache(maxsize=4)
def page_top(text: str) -> PageTop:
    """The head of ``text``; its title is only told where a by-line or a date anchors it."""
    lines, anchors = _region(text)
    said = [number for number in anchors if is_byline(lines[number].words)]
    outlet = masthead(text)
    fit = [_fits(line.words, line.n_words) and not (outlet and line.words == outlet.line) for line in lines]
    for anchor in dict.fromkeys((*said[:1], *anchors)):
        title = _title(lines, fit, _above_share_bar(lines, fit, anchor, anchors))
        if title >= 0:
            return PageTop(lines, title, anchor, _names(lines, title, said, anchors), lines[anchors[-1]].start)
    return PageTop(lines, -1, anchors[0] if anchors else -1, _names(lines, 0, said, anchors))


def _region(text: str) -> tuple[tuple[TopLine, ...], list[int]]:
    """The lines up to the first paragraph behind the last by-line or date, and the numbers of these."""
    lines: list[TopLine] = []
    anchors: list[int] = []
    prose: list[int] = []
    head, before = text[:MAX_LENGTH], 0
    for start, end in paragraph_spans(head):
        raw = head[start:end]
        words = " ".join(raw.split()).lstrip("\ufeff")
        number, gap = len(lines), not lines or head.count("\n", before, start) > 1
        before = end
        lines.append(TopLine(words, start + len(raw) - len(raw.lstrip()), len(words.split()), gap))
        signed = number > 0 and outlet_named(words) is not None and bool(bare_names(lines[number - 1].words))
        if is_stamp(words) or is_byline(words) or signed:
            anchors.append(number)
            prose = []
        elif _is_prose(words, lines[-1].n_words):
            prose.append(number)
        if len(prose) >= 2 or (prose and number - prose[0] > MAX_DOWN) or number >= MAX_LINES:
            break
    return tuple(lines[: prose[0]] if prose else lines), anchors


def _title(lines: tuple[TopLine, ...], fit: list[bool], anchor: int) -> int:
    """A line that stands twice above the anchor, as trails of sections repeat it; else the next one above."""
    times = Counter(_plain(line.words) for line, fits in zip(lines[:anchor], fit, strict=False) if fits)
    again = [n for n in range(anchor) if fit[n] and times[_plain(lines[n].words)] > 1]
    if again:
        return again[-1]
    for number in range(anchor - 1, max(-1, anchor - 1 - MAX_UP), -1):
        if number == anchor - 1 and _is_labelled(lines[number]):
            return number
        if fit[number]:
            if _is_wrapped(lines, fit, number - 2):
                return number - 2
            while number > max(0, anchor - MAX_UP) and fit[number - 1] and _heads(lines[number - 1], lines[number]):
                number -= 1
            return number
    return -1


def _heads(above: TopLine, below: TopLine) -> bool:
    """Whether the upper line is the headline and the lower one its standfirst; else it is a link, or a slogan glued to
    the outlet's name, or a section with a kicker ('Europe | Too many boats')."""
    pieces = above.words.split(" | ")
    if len(pieces) > 1 and is_section(pieces[0]):
        return False
    return above.gap >= below.gap and (above.n_words >= 5 or above.words.endswith(("?", "!")))


def _above_share_bar(lines: tuple[TopLine, ...], fit: list[bool], anchor: int, anchors: list[int]) -> int:
    """A date right below a headline, with buttons for sharing under it, is its anchor rather than a by-line further
    down, above which a caption may stand."""
    for day in range(max(0, anchor - MAX_UP) + 1, anchor - 1):
        shared = any(
            _SHARE.search(line.words) and phrase_of(line.words, line.n_words) for line in lines[day + 1 : day + 3]
        )
        if day in anchors and fit[day - 1] and shared and is_stamp(lines[day].words):
            return day
    return anchor


def _is_wrapped(lines: tuple[TopLine, ...], fit: list[bool], number: int) -> bool:
    """A headline between two copies of one notice, its standfirst below: 'This article is more than a year old'."""
    around = [lines[number - 1].words, lines[number + 1].words] if number > 0 else ["", " "]
    return number > 0 and fit[number] and not fit[number + 1] and around[0] == around[1]


def _is_labelled(line: TopLine) -> bool:
    """'Live updates: Talks open in the old town' is a link in a menu, but the headline right above its by-line."""
    label = _LABEL.match(line.words)
    return label is not None and _fits(line.words[label.end() :], line.n_words - len(label.group().split()))


def _names(lines: tuple[TopLine, ...], title: int, said: list[int], anchors: list[int]) -> str:
    """Persons of the by-line; without one, of a line of names beside a date below the headline."""
    for number in said:
        if names := names_after_by(lines[number].words):
            return names
    for anchor in anchors if not said else ():
        if names := bare_names(re.split(r"\s[·|•]\s", lines[anchor].words)[0]):
            return names
        for number in (anchor - 1, anchor - 2, anchor + 1, anchor + 2):
            if title < number < len(lines) and (names := _signed(lines[number])):
                return names
    return ""


def _signed(line: TopLine) -> str:
    """Names of a line of its own; a button or a section ('Read More', 'Middle East') looks like one."""
    return "" if is_page_line(line.words) or phrase_of(line.words, line.n_words) else bare_names(line.words)


def _fits(words: str, n_words: int) -> bool:
    """Whether a line can be a headline by its shape."""
    if (
        not 4 <= n_words <= 30
        or _OPEN.search(words)
        or not (words[0].isupper() or words[0] in "\"'“‘£$€" or words[0].isdigit())
    ):
        return False
    if _END.search(words) and words[-1] not in "?!’”'\"" and not _in_title_case(words):
        return False
    return not (
        _CREDIT.search(words) or _FORECAST.search(words)
        or _FILM.search(words) or _PRICE.match(words) or _JUMP.match(words) or only_dates(words) or is_stamp(words)
        or is_byline(words) or bare_names(words) or is_page_line(words) or phrase_of(words, n_words)
    )  # fmt: skip


def _is_prose(words: str, n_words: int) -> bool:
    """A paragraph by its shape: a sentence of eight words that is no headline, caption or phrase of a page."""
    if n_words < 8 or (not _END.search(words) and n_words <= 30):
        return False
    if (_in_title_case(words) and n_words <= 20) or _FORECAST.search(words) or is_appeal(words):
        return False
    return not (_CREDIT.search(words) or phrase_of(words, n_words))


def _in_title_case(words: str) -> bool:
    long = re.findall(r"[^\W\d_]{4,}", words)
    return len(long) >= 3 and sum(word[0].isupper() for word in long) >= 0.75 * len(long)


def _plain(words: str) -> str:
    return re.sub(r"[\W_]+", " ", words.casefold()).strip()
