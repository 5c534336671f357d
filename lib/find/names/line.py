"""One sentence as the name finders look at it: its tokens without white space, and which may belong to a name.

line = Line(sentence)
line.span(0, 2)                     # (start, end) in article.text of its first two tokens
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from lib.find.document import ParsedSentence
from lib.find.names.lists import words_in
from lib.vocabulary import load

#: Parts of speech that a capital letter does not turn into a name: "The", "In", "And" at a sentence's start.
_CLOSED = {"DET", "PRON", "ADP", "CCONJ", "SCONJ", "AUX", "PART", "INTJ", "NUM", "PUNCT", "SYM", "SPACE"}
#: What the model calls things that are never names.
_NUMBERS = {"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"}
_OPENING = {'"', "“", "‘", "'", "``", "(", "[", "—", "–", "-", ":", "•", "*", "…"}


class Line:
    """A sentence's tokens, text and offsets."""

    def __init__(self, sentence: ParsedSentence) -> None:
        self.sentence = sentence
        self.tokens: list[Token] = [t for t in sentence.tokens if not t.is_space]
        self.words: list[str] = [t.text for t in self.tokens]
        self.text: str = sentence.tokens.text
        self.base: int = sentence.offset(sentence.tokens[0])
        #: Where each token begins in ``article.text``; the tokens that begin and (one past them) end at an offset.
        self.begins: list[int] = [sentence.block.start + t.idx for t in self.tokens]
        self.starts: dict[int, int] = {at: i for i, at in enumerate(self.begins)}
        self.ends: dict[int, int] = {
            at + len(word): i for i, (at, word) in enumerate(zip(self.begins, self.words, strict=True), 1)
        }
        letters = [c for c in self.text if c.isalpha()]
        upper = sum(c.isupper() for c in letters)
        #: Written in capitals: case says nothing about names here.
        self.capitals: bool = len(letters) > 12 and upper > 0.7 * len(letters)
        #: A headline in Title Case: a capital says little.
        self.titled: bool = self._is_titled()
        #: Tokens of what a wire service sets before a headline: "Soccer-", "UPDATE 1-".
        self.slug: int = self._slug()
        self.names: list[bool] = [i >= self.slug and self._may_be_name(i) for i in range(len(self.tokens))]
        for i in range(1, len(self) - 1):
            if i >= self.slug and self.words[i] in ("-", "‑", "&") and self.names[i - 1] and self.names[i + 1]:
                self.names[i] = self.words[i] == "&" or (self.joined(i) and self.joined(i + 1))

    def __len__(self) -> int:
        return len(self.tokens)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets of tokens ``first`` up to and without ``last``."""
        return self.begins[first], self.begins[last - 1] + len(self.words[last - 1])

    def joined(self, i: int) -> bool:
        """Whether a token stands right after the one before it, without a space."""
        return i > 0 and self.begins[i - 1] + len(self.words[i - 1]) == self.begins[i]

    def opens(self, i: int) -> bool:
        """Whether a token's capital may be due to its place: at the start, after a colon or an opening quote."""
        return i == 0 or self.words[i - 1] in _OPENING or self.words[i - 1][-1] in ".!?"

    def asks(self, i: int) -> bool:
        """Whether a token opens a question as a verb would: "Will Marsh resign?"."""
        return i == 0 and self.words[0] in load("ambiguous_names")["questions"] and "?" in self.words[-3:]

    def runs(self) -> Iterator[tuple[int, int]]:
        """(first, last) of every longest run of tokens that may belong to a name."""
        first = None
        for i, may in enumerate([*self.names, False]):
            if may and first is None:
                first = i
            elif not may and first is not None:
                yield first, i
                first = None

    def _slug(self) -> int:
        if not self.words or not self.words[0].isalpha():
            return 0
        for i in range(1, min(4, len(self))):
            if self.words[i] == "-" and (self.joined(i) or self.words[0].isupper()):
                return i + 1 if {w.upper() for w in self.words[:i] if w.isalpha()} <= _slugs() else 0
        return 0

    def _is_titled(self) -> bool:
        """Nearly every long word has a capital, and so has a word in mid-sentence that is never a name."""
        long = [t for i, t in enumerate(self.tokens) if t.is_alpha and len(t) > 3 and not self.joined(i)]
        if len(long) < 5 or sum(t.text[0].isupper() for t in long) < 0.85 * len(long):
            return False
        return any(t.text[0].isupper() and t.pos_ in _CLOSED | {"VERB"} and t.is_alpha for t in self.tokens[1:])

    def _may_be_name(self, i: int) -> bool:
        token, word = self.tokens[i], self.words[i]
        if not is_capitalised(word) or word in _calendar():
            return False
        if token.ent_type_ and token.ent_type_ not in _NUMBERS:
            return word not in ("The", "A", "An")
        if token.pos_ in _CLOSED or token.ent_type_ in _NUMBERS:
            return False
        if self.opens(i):
            return token.pos_ == "PROPN"
        return True


def is_capitalised(word: str) -> bool:
    """'Kyiv', 'al-Qaeda', 'iPhone', 'NATO'; not 'ill-named' and not '2022'."""
    first = word[:1]
    return first.isupper() or (first.isalpha() and word != word.lower())


def _slugs() -> frozenset[str]:
    return words_in("ambiguous_names", "slugs")


def _calendar() -> frozenset[str]:
    return frozenset(load("ambiguous_names")["calendar"])
