"""Rules that use the phrases of ``data/vocabulary/marks.toml``: whole lines, sentences inside lines, what follows them.

list(line_phrases(page, unit))        # [Mark(…, kind='promo', why='an invitation to … (Read more)')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from lib.find.marks.page import Page
from lib.find.marks.unit import WINDOW, Mark, Unit, sentence_starts
from lib.text.appeals import appeal
from lib.text.phrases import phrase_of

#: Words that may follow a matched sentence in its line and still be furniture: 'Sign up. It is free.'
MAX_LOOSE_WORDS = 10
#: In a page pasted as one line a button without a full stop runs into the story's next sentence: only short ones count.
MAX_IN_ONE_LINE = 12
_OFFERED = re.compile(r"\b(?:newsletter|inbox|podcast|subscription|subscribers?|our app|free trial)s?\b", re.I)
_QUOTED = re.compile(r"[\"“”]|\b(?:said|told|says)\b")
_SHOUTED = re.compile(r"[A-Z][A-Z'’&-]*(?:\s[A-Z\d][A-Z\d'’&-]*){2,8}\s?[:!–—-]")


def line_phrases(page: Page, unit: Unit) -> Iterator[Mark]:
    """A whole line that is furniture of the page; where prose follows in it, ``inline_phrases`` cuts closer."""
    if unit.n_words > 120 or not (found := phrase_of(unit.text, unit.n_words)):
        return
    phrase, words = found
    loose = 0
    if phrase.inline and phrase.max_words < 60:
        bounds = [*sentence_starts(unit.text), len(unit.text)]
        sentences = [unit.text[a:b].strip() for a, b in pairwise(bounds)]
        loose = sum(len(s.split()) for s in sentences[1:] if not phrase_of(s, len(s.split()), inline=True))
    if loose <= MAX_LOOSE_WORDS:
        if phrase.opens:
            page.openers[unit.index] = phrase.opens
        if phrase.closes:
            page.closers.append(unit.index)
        if phrase.kind == "promo" and appeal(unit.text) >= 2:
            page.appeals.add(unit.index)
        yield unit.mark(phrase.kind, f"{phrase.why} ({words!r})")


def shouted_offer(page: Page, unit: Unit) -> Iterator[Mark]:
    """'GET THE MORNING BRIEF: five stories. Sign up here.': an offer in capitals with an invitation behind it."""
    if unit.n_words > 40 or not (label := _SHOUTED.match(unit.text)):
        return
    bounds = [*sentence_starts(unit.text), len(unit.text)]
    for start, end in pairwise(bounds[1:]):
        sentence = unit.text[start:end].strip()
        if (found := phrase_of(sentence, len(sentence.split()), inline=True)) and found[0].kind == "promo":
            yield unit.mark("promo", f"an offer in capitals ({label.group()!r}) with an invitation behind it")
            return


def inline_phrases(page: Page, unit: Unit) -> Iterator[Mark]:
    """Sentences inside a paragraph that are furniture; one without an end reaches to the paragraph's end."""
    bounds = [*sentence_starts(unit.text), len(unit.text)]
    if _offers(unit, bounds):
        yield unit.mark("promo", "an offer of a newsletter with an invitation")
        return
    curly = straight = 0
    for start, end in pairwise(bounds):
        sentence = unit.text[start:end].strip()
        spoken = curly > 0 or straight % 2 == 1
        curly = max(0, curly + sentence.count("“") - sentence.count("”"))
        straight += sentence.count('"')
        # Inside a quotation these are somebody's words: “We are open. Follow us inside. Sit down.”
        if len(bounds) == 2 or len(sentence) > WINDOW or spoken:
            continue
        n_words = len(sentence.split())
        if unit.n_words > 1000 and n_words > MAX_IN_ONE_LINE:
            continue
        if found := phrase_of(sentence, n_words, inline=True):
            yield unit.mark(found[0].kind, f"{found[0].why} ({found[1]!r})", start, start + len(sentence))


def _offers(unit: Unit, bounds: list[int]) -> bool:
    """A short paragraph on a newsletter or app, of which one sentence is an invitation; nobody is quoted in it."""
    if len(bounds) < 3 or unit.n_words > 60 or not _OFFERED.search(unit.text) or _QUOTED.search(unit.text):
        return False
    sentences = [unit.text[a:b].strip() for a, b in pairwise(bounds)]
    found = [phrase_of(sentence, len(sentence.split()), inline=True) for sentence in sentences]
    return any(one and one[0].kind == "promo" for one in found)


def closed(page: Page, unit: Unit) -> Iterator[Mark]:
    """What follows the credits, the copyright or the links at a page's foot, with no article below."""
    if 0 <= page.closed < unit.index:
        yield unit.mark("boilerplate", "stands below the foot of the page")


def opened_lists(page: Page, unit: Unit) -> Iterator[Mark]:
    """What follows 'Related stories' up to the next paragraph, and 'Leave a reply' up to the end."""
    opened = page.opened_before(unit)
    if opened == "related" and not page.resumes(unit):
        yield unit.mark("promo", "belongs to the list of other articles above it")
    elif opened == "box":
        yield unit.mark("promo", "stands in a box that a link lets readers skip")
    elif opened == "end":
        yield unit.mark("promo", "stands below the end of the story")
    elif opened == "comments":
        yield unit.mark("boilerplate", "stands below the heading of the page's comments")
