"""The units of a text, and what the rules may ask of them together.

page = Page.of("Talks open\\n\\nThe ministers met on Thursday.")
page.units[1].ends                # True: it ends like a sentence
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import groupby

from lib.find.marks.unit import WINDOW, Unit, sentence_starts, units_of
from lib.text.appeals import is_appeal
from lib.text.phrases import is_told

#: The agency at the head of another story's first words.
_OTHER_STORY = re.compile(r"\((?:[A-Z][\w.&-]{1,20}\s?){1,3}\)\s?(?:--|—|–)")
_BOX_END = re.compile(r"(?i:after|end of) (?i:newsletter|promotion|carousel|list|advert)")
_TO_READER = re.compile(r"\b(?:you|your|our|subscribe|subscribers|[Cc]ookies?)\b|©")
_SPEECH = re.compile(r"[\"“”]")
#: Comments, or what follows a sign-off, are at most this share of a text; if more follows, it is another article.
MAX_AFTER = 0.4


@dataclass(slots=True)
class Page:
    """The units of a text, and what earlier rules have found out about them."""

    text: str
    title: str
    units: list[Unit]
    #: Units that are marked whole.
    marked: set[int] = field(default_factory=set)
    #: Unit → 'related' or 'comments', where it opens a list of these.
    openers: dict[int, str] = field(default_factory=dict)
    #: Of these the lines of the page's own: neither headings nor captions, which stand in an article too.
    own: set[int] = field(default_factory=set)
    #: Lines in which the page speaks to the reader about itself.
    appeals: set[int] = field(default_factory=set)
    #: Unit → characters at its start that are marked.
    lead: dict[int, int] = field(default_factory=dict)
    #: Index of the first and the last paragraph of prose; -1 where there is none.
    first: int = -1
    last: int = -1
    #: Indices of the first three paragraphs of prose.
    leading: list[int] = field(default_factory=list)
    #: Units below which a page has only lines of its own, as far as their words tell.
    closers: list[int] = field(default_factory=list)
    #: The first of them below which nothing reads like an article; -1 where there is none.
    closed: int = -1
    #: Whether blank lines part its paragraphs.
    gaps: bool = False
    _opened: list[str] = field(default_factory=list)
    #: Unit → first and last of the short lines without an end that it stands among.
    runs: list[tuple[int, int]] = field(default_factory=list)

    @classmethod
    def of(cls, text: str, title: str = "") -> Page:
        page = cls(text, title, units_of(text))
        page.runs = _runs(page.units)
        page.gaps = 3 * sum(unit.gap for unit in page.units if unit.ends) > sum(unit.ends for unit in page.units)
        page.look_again()
        return page

    def is_prose(self, unit: Unit) -> bool:
        """A paragraph of the body by its shape: sentences, or too long to be a heading."""
        return unit.index not in self.marked and ((unit.ends and unit.n_words >= 6) or unit.n_words >= 25)

    def resumes(self, unit: Unit) -> bool:
        """A paragraph that ends a list of other articles; a teaser that trails off in '…' does not."""
        short = unit.index not in self.marked and unit.n_words >= 3 and unit.text.endswith(".")
        if not (short or self.is_prose(unit)) or unit.text.endswith(("...", "…")) or _only_asks(unit.text):
            return False
        if unit.n_words < 12 and not self._short_resumes(unit):
            return False
        return not (self.leading and unit.index > self.leading[-1] and _OTHER_STORY.match(unit.text))

    def _short_resumes(self, unit: Unit) -> bool:
        """A short sentence resumes the story where somebody says it, a paragraph stands directly below, or a blank line
        parts it from a list that has none.
        """
        if not unit.text.endswith((".", ".”", '."')) or unit.index + 1 >= len(self.units):
            return False
        if _quotes(unit.text) or (unit.gap and unit.index > 1 and not self.units[unit.index - 1].gap):
            return True
        below = self.units[unit.index + 1]
        return self.is_prose(below) and below.n_words >= 12 and not is_appeal(below.text)

    def _told_last(self, prose: list[int]) -> int:
        """The last paragraph that does not speak to the reader, or in which somebody says so: below a paywall's words
        there are only offers.
        """
        for at in reversed(prose):
            unit = self.units[at]
            if unit.n_words >= 12 and (not _TO_READER.search(unit.text[:WINDOW]) or _quotes(unit.text)):
                return at
        return -1

    def _boxed(self, unit: Unit) -> str:
        """'box', where the line that ends what a link skips ('after newsletter promotion') is among the next ones."""
        return "box" if any(_BOX_END.match(u.text) for u in self.units[unit.index + 1 : unit.index + 16]) else ""

    def _closed(self, prose: list[int]) -> int:
        """Below it: nobody is quoted in a paragraph, and no three paragraphs stand together."""
        if not self.closers or len(prose) < 3:
            return -1
        told = [at for at in prose if is_told(self.units[at].text[-WINDOW:].casefold())]
        long = [at for at in prose if self.units[at].n_words >= 12]
        three = [c for a, c in zip(long, long[2:], strict=False) if c == a + 2]
        bound = max([prose[2], *told[-1:], *three[-1:]])
        return min((at for at in self.closers if at > bound), default=-1)

    def look_again(self) -> None:
        """Find the first and last paragraphs anew, when more units are marked."""
        prose = [unit.index for unit in self.units if self.is_prose(unit)]
        self.first, self.last = (prose[0], prose[-1]) if prose else (-1, -1)
        self.leading = prose[:3]
        self.closed = self._closed(prose)
        told_last = self._told_last(prose) if "wall" in self.openers.values() else -1
        self._opened, mode = [], ""
        for unit in self.units:
            if mode == "box" and _BOX_END.match(unit.text):
                mode = ""
            self._opened.append(mode)
            opens = self.openers.get(unit.index, "")
            if mode in ("", "related") and opens:
                late = len(self.text) - unit.start <= MAX_AFTER * len(self.text)
                if opens == "box":
                    mode = self._boxed(unit)
                elif opens == "wall":
                    mode = "end" if unit.index > max(told_last, self.first) and self.first >= 0 else mode
                else:
                    mode = opens if opens == "related" or late else mode
            if mode == "related" and self.resumes(unit):
                mode = ""

    def beside(self, unit: Unit) -> bool:
        """Whether a line of the page's own stands directly above or below."""
        return unit.index - 1 in self.own or unit.index + 1 in self.own

    def opened_before(self, unit: Unit) -> str:
        """The list that the unit stands in: 'related', 'comments' or none."""
        return self._opened[unit.index]


def _only_asks(text: str) -> bool:
    """One question and nothing else, as titles are."""
    return text.endswith("?") and len(sentence_starts(text)) == 1 and not _SPEECH.search(text)


def _quotes(text: str) -> bool:
    return bool(_SPEECH.search(text)) and is_told(text[-WINDOW:].casefold())


def _runs(units: list[Unit]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    at = 0
    for _, group in groupby(units, key=lambda unit: not unit.ends and unit.n_words <= 18):
        length = len(list(group))
        runs += [(at, at + length - 1)] * length
        at += length
    return runs
