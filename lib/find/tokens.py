"""A tokenizer that stays linear: long runs without white space go through the model's own in pieces.

spaCy peels affixes off a run one at a time, which is quadratic in its length: an apostrophe storm of 20,000 characters
took a minute and a half. No word is as long as ``LONGEST``, so nothing else is tokenized otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from spacy.tokens import Doc
from spacy.vocab import Vocab

#: Characters of a run without white space that are tokenized at once.
LONGEST = 120
_LONG = re.compile(rf"\S{{{LONGEST},}}")


class PatientTokenizer:
    """Wraps a pipeline's tokenizer; ``len(doc.text) == len(text)``, and the text is the same."""

    def __init__(self, tokenize: Callable[[str], Doc], vocab: Vocab) -> None:
        self._tokenize = tokenize
        self._vocab = vocab

    def __call__(self, text: str) -> Doc:
        if not _LONG.search(text):
            return self._tokenize(text)
        words: list[str] = []
        spaces: list[bool] = []
        for piece in _pieces(text):
            for token in self._tokenize(piece):
                words.append(token.text)
                spaces.append(bool(token.whitespace_))
        return Doc(self._vocab, words=words, spaces=spaces)


def _pieces(text: str) -> list[str]:
    """The text cut inside of its long runs only."""
    cuts = [0]
    for run in _LONG.finditer(text):
        cuts += range(run.start(), run.end(), LONGEST)
        cuts.append(run.end())
    cuts.append(len(text))
    return [text[a:b] for a, b in pairwise(cuts) if b > a]
