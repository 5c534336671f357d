"""Words without a sentence, left in a paragraph when something beside it was pasted along.

mark("They agreed on security issues. Putin\\n\\nBoth sides are content with it.")[0].kind     # 'stray'
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lib.find.marks.page import Mark, Page, Unit, sentence_starts

_URL = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/|t\.co/)\S+$", re.I)
_TWEET = re.compile(r"[—–-]\s?[^\n]{1,60}\(@\w{1,30}\)[^\n]{0,40}$")
_NO_WORDS = re.compile(r"[\W_]+$")


def stray_words(page: Page, unit: Unit) -> Iterator[Mark]:
    """One to three capitalised words behind a paragraph's last full stop, without one of their own."""
    if unit.ends or unit.n_words < 8:
        return
    start = sentence_starts(unit.text)[-1]
    words = unit.text[start:].split()
    if start and 1 <= len(words) <= 3 and all(word[0].isupper() and word.isalpha() for word in words):
        yield unit.mark("stray", "capitalised words behind the last full stop", start)


def bare_address(page: Page, unit: Unit) -> Iterator[Mark]:
    """A line that is only a web address, the signature of a tweet, or signs without a word."""
    if unit.n_words <= 2 and _URL.match(unit.text):
        yield unit.mark("boilerplate", "a bare web address")
    elif unit.n_words <= 16 and _TWEET.match(unit.text):
        yield unit.mark("boilerplate", "the signature of a post on a social network")
    elif len(unit.text) <= 40 and _NO_WORDS.match(unit.text):
        yield unit.mark("stray", "signs without a word")
