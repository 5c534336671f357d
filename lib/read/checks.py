"""Whether a text can be an article: not blank, not too long, words at all, English.

fault_of("Der Minister sagte am Dienstag …")     # ('the text does not read as English: …', …)
"""

from __future__ import annotations

import re
from itertools import islice

from lib.vocabulary import load

#: Characters of one article; a book is no article, and a build must not stop at one.
MAX_CHARACTERS = 20_000_000
#: At least this share of the first 2,000 words must be English function words. The 90 Wikinews articles of MEANTIME
#: have 0.19 to 0.37 (median 0.28); paragraphs of German, Dutch and Danish with many look-alikes stay under 0.06.
MIN_ENGLISH = 0.10
#: Texts with fewer words than this are too short to tell; they pass.
MIN_WORDS = 20
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def english_share(text: str) -> tuple[float, int]:
    """Share of English function words in the first 2,000 words, and how many words were looked at."""
    words = [match.group().casefold() for match in islice(_WORD.finditer(text), 2000)]
    function_words = _function_words()
    return (sum(word in function_words for word in words) / len(words) if words else 0.0), len(words)


def _function_words() -> frozenset[str]:
    return frozenset(load("function_words")["english"])


def fault_of(text: str) -> tuple[str, str, str] | None:
    """What is wrong, what is allowed and what to do next; None where the text can be an article."""
    if not text.strip():
        what = "the text is empty" if not text else f"the text has {len(text)} characters, all of them white space"
        return what, "an article needs words", "check the export, or leave the entry out"
    if len(text) > MAX_CHARACTERS:
        return (
            f"the text has {len(text):,} characters",
            f"one article may have {MAX_CHARACTERS:,}",
            "split the file into one file an article, or a table with one row an article",
        )
    share, n_words = english_share(text)
    if n_words == 0:
        return "the text has no words", "an article needs words", "check that the file holds an article"
    longest = max(map(len, text.split()))
    if longest > 5000 and longest > len(text) / 2:
        return (
            f"{longest:,} of the {len(text):,} characters stand in one piece without a space",
            "an article is made of words",
            "check that the file holds an article and not encoded data",
        )
    if n_words >= MIN_WORDS and share < MIN_ENGLISH:
        return (
            f"the text does not read as English: {share:.0%} of its first {n_words:,} words are English function words",
            f"at least {MIN_ENGLISH:.0%} (English news has 19% to 37%)",
            "leave the article out, or translate it first",
        )
    return None
