"""What a person named in full may be called later: "Renn", "ter Braak", "Orozco", "Baek".

    parts(["Iker", "Orozco", "Vidal"])      # {'Vidal', 'Orozco', 'Orozco Vidal'}

Family names stand last, in Spanish the first of two is the one in use, in Korean and Chinese they stand first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from lib.find.names.gazetteer import gazetteer
from lib.find.names.lists import family_names, first_names, words_in

#: "Seung-ju", "Kai-ming": a given name of two syllables, which stands after the family name.
_SYLLABLES = re.compile(r"[A-Z][a-z]{1,6}-[a-z]{2,6}\Z")


def parts(words: Sequence[str]) -> set[str]:
    """Forms of one or more words for the bearer of a full name. ``words``: at least two, without titles."""
    if words[0] in _family_first() or (len(words) == 2 and _SYLLABLES.match(words[1])):
        return {words[0]}
    forms = {words[-1]}
    if len(words) < 3 or words[-1] in words_in("organisations", "words", "tails") | words_in("places", "tail_words"):
        return forms
    if words[0] in first_names() or words[-2] in words_in("persons", "particles"):
        for first in range(1, len(words) - 1):
            form = " ".join(words[first:])
            if words[first][0].isupper() or words[first] in words_in("persons", "particles"):
                forms.add(form)
    if words[0] in first_names() and _may_stand(words[1]):
        forms.add(words[1])
    return forms


def _may_stand(word: str) -> bool:
    """Whether a middle word is a family name by itself: "Iker Orozco Vidal", not "Ola Maria Renn"."""
    return len(word) > 3 and word in family_names() and word not in first_names() and gazetteer().get(word) is None


@cache
def _family_first() -> frozenset[str]:
    return words_in("persons", "family_first")
