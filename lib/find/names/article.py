"""What an article's other sentences show of a name: two names in one, half a name, a common word.

    mended(found, text)                     # "Orn and Vika" is two names where Orn stands alone elsewhere

Only what the model proposed is touched; known names, patterns and acronyms stand.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from lib.find.names.candidate import Candidate
from lib.find.names.consistency import surnames
from lib.find.names.gazetteer import gazetteer
from lib.find.names.lists import family_names, first_names

_LOWER = re.compile(r"\b[a-z]{3,}\b")
#: A name that some tokenisers write with spaces: "Orn - Vika".
_DASH = " - "
#: Labels of which a common word with a capital may be one slip.
_SLIPS = ("PERSON", "PLACE", "ORG", "PRODUCT", "OTHER", "GROUP")


def mended(found: Sequence[Candidate], text: str) -> list[Candidate]:
    """The candidates with pairs parted, halves joined and common words left out; still in reading order."""
    labels = {text[one.start : one.end]: one.label for one in found}
    parted = [one for whole in found for one in _parted(whole, labels, text)]
    return _without_common_words(_joined(parted, text), text)


def _parted(one: Candidate, labels: Mapping[str, str], text: str) -> Iterator[Candidate]:
    """ "Orn and Vika" as two where the article names one of them alone; ``labels``: of every form in it."""
    left, joint, right = text[one.start : one.end].partition(" and ")
    if one.method != "ner" or not joint or " and " in right or not (left[:1].isupper() and right[:1].isupper()):
        yield one
        return
    label = labels.get(left) or labels.get(right)
    if label is None:
        yield one
        return
    yield replace(one, end=one.start + len(left), label=labels.get(left, label))
    yield replace(one, start=one.end - len(right), label=labels.get(right, label))


def _joined(found: list[Candidate], text: str) -> list[Candidate]:
    """ "Orn - Vika" as one where the article writes the pair more than once, and neither half without the other."""
    often = Counter(text[one.start : one.end] for one in found)
    pairs = Counter(
        (text[a.start : a.end], text[b.start : b.end])
        for a, b in pairwise(found)
        if text[a.end : b.start] == _DASH and a.method == b.method == "ner"
    )
    whole = {pair for pair, n in pairs.items() if n > 1 and often[pair[0]] == often[pair[1]] == n}
    joined: list[Candidate] = []
    for one in found:
        last = joined[-1] if joined else None
        pair = None if last is None else (text[last.start : last.end], text[one.start : one.end])
        if last is not None and pair in whole and text[last.end : one.start] == _DASH:
            joined[-1] = replace(last, end=one.end)
        else:
            joined.append(one)
    return joined


def _without_common_words(found: list[Candidate], text: str) -> list[Candidate]:
    """Without single words that the article writes small as well, where nothing but the model says that they name."""
    small = {word.group() for word in _LOWER.finditer(text)}
    people = surnames(found, text)
    often = Counter(text[one.start : one.end] for one in found)

    def common(one: Candidate) -> bool:
        form = text[one.start : one.end]
        if (
            one.method not in ("ner", "context")
            or one.label not in _SLIPS
            or not form.istitle()
            or form.lower() not in small
        ):
            return False
        if form in people or gazetteer().get(form) or form in family_names() or form in first_names():
            return False
        return often[form] < 3

    return [one for one in found if not common(one)]
