"""An article's body as hashed words with offsets, and its shingles outside of quotation marks.

    words = Words.of(text, sentences)
    shingles(words)                    # sorted 64-bit hashes of every 5 words in a row, each once

A quotation is everybody's: two reporters at one news conference share its words without having copied, so words
between quotation marks are in no shingle (they are in matching passages, which are evidence and no test).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from lib.find.quotes.marks import stretches

Hashes = NDArray[np.uint64]
#: Words in a shingle. Broder et al. (1997) took 10 for web pages; 5 survives an edited word in a short news sentence.
SIZE = 5
#: Combining accents, soft hyphens and joiners belong to the word that they stand in.
_INSIDE = "\u0300-\u036f\u00ad\u200b-\u200d\u2060"
_WORD = re.compile(rf"\w[\w{_INSIDE}]*(?:['’]\w[\w{_INSIDE}]*)*")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060]")
_LINE = re.compile(r"[^\n]+")
_STEP = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xD6E8FEB86659FD93)


def plain(word: str) -> str:
    """A word without what differs between outlets' systems: case, accents' encoding, curly marks, soft hyphens."""
    return unicodedata.normalize("NFKC", _INVISIBLE.sub("", word)).casefold().replace("’", "'")


def plain_words(text: str) -> list[str]:
    """The words of a text in order, each ``plain``."""
    return [plain(match.group()) for match in _WORD.finditer(text)]


def word_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """(start, end) of the words that stand wholly in ``text[start:end]``, in order."""
    return [match.span() for match in _WORD.finditer(text, start, end)]


@lru_cache(maxsize=1 << 17)
def _hash(word: str) -> int:
    # Python's own hash differs between processes; a build's result must not.
    return int.from_bytes(blake2b(plain(word).encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a body in order.

    ``follows`` says that a word comes right after the one before it, nothing of the text in between; ``piece`` numbers
    unbroken stretches of one sentence outside of quotation marks and is -1 inside of them.
    """

    hashes: Hashes
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    follows: NDArray[np.bool_]
    piece: NDArray[np.int32]

    @classmethod
    def of(cls, text: str, sentences: Sequence[tuple[int, int]]) -> Words:
        """Words that stand wholly in one of ``sentences``, (start, end) into ``text``."""
        found: list[tuple[int, int, int, bool, int]] = []
        ordered = sorted(sentences)
        quoted = _quoted(text)
        at = quote = piece = 0
        before: tuple[int, bool] | None = None
        joined = False
        for match in _WORD.finditer(text):
            start, end = match.span()
            while at < len(ordered) and ordered[at][1] < end:
                at += 1
            if at == len(ordered) or ordered[at][0] > start:
                joined = False
                continue
            while quote < len(quoted) and quoted[quote][1] <= start:
                quote += 1
            inside = quote < len(quoted) and quoted[quote][0] <= start
            if not joined or before != (at, inside):
                piece += 1
            before = (at, inside)
            found.append((_hash(match.group()), start, end, joined, -1 if inside else piece))
            joined = True
        columns = list(zip(*found, strict=True)) or [()] * 5
        return cls(
            np.array(columns[0], np.uint64), np.array(columns[1], np.int64), np.array(columns[2], np.int64),
            np.array(columns[3], np.bool_), np.array(columns[4], np.int32),
        )  # fmt: skip

    def __len__(self) -> int:
        return len(self.hashes)


def _quoted(text: str) -> list[tuple[int, int]]:
    """What stands between quotation marks, paragraph by paragraph, in order."""
    return [
        (line.start() + stretch.start, line.start() + stretch.end)
        for line in _LINE.finditer(text)
        for stretch in stretches(line.group())
    ]


def rolling(hashes: Hashes) -> Hashes:
    """One hash for each ``SIZE`` words in a row, in order of place; none where there are fewer words."""
    n = max(len(hashes) - SIZE + 1, 0)
    values = np.zeros(n, np.uint64)
    for k in range(SIZE):
        values = values * _STEP + hashes[k : k + n]
    values ^= values >> np.uint64(29)
    values *= _MIX
    return values ^ (values >> np.uint64(32))


def shingles(words: Words) -> Hashes:
    """The body's shingles outside of quotation marks, each within one sentence; sorted, each once."""
    values = rolling(words.hashes)
    first, last = words.piece[: len(values)], words.piece[SIZE - 1 :][: len(values)]
    return np.unique(values[(first >= 0) & (first == last)])
