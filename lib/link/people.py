"""Which person a family name is, within one article: the full name last named before it, else the next one.

people = ArticlePeople(mentions)
people.full_name(mention)               # 'Ida Marsh' for a later 'Marsh'
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from lib.link.forms import folded, person_words
from lib.schema import Mention


@dataclass
class ArticlePeople:
    """Full names of one article by each word that may stand for them, in reading order."""

    by_word: dict[str, list[tuple[int, str]]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def read(cls, mentions: Iterable[Mention]) -> ArticlePeople:
        people = cls()
        for one in sorted(mentions, key=lambda m: m.start):
            words = person_words(one.text)
            if one.label == "PERSON" and len(words) > 1:
                people.by_word[folded(words[-1])].append((one.start, one.text))
                # 'Xi Jinping' is 'Xi', 'Prince Harry Windsor' is 'Harry': the first word stands for it as well.
                people.by_word[folded(words[0])].append((one.start, one.text))
                if len(words) > 2:
                    people.by_word[folded(" ".join(words[1:]))].append((one.start, one.text))
        return people

    def full_name(self, mention: Mention) -> str | None:
        """The full form that a short one stands for, or None where the article has none."""
        words = person_words(mention.text)
        places = self.by_word.get(folded(" ".join(words)))
        if mention.label != "PERSON" or not places:
            return None
        before = bisect_right(places, (mention.start, ""))
        return places[before - 1][1] if before else places[0][1]


def short_forms(mentions: Sequence[Mention]) -> dict[tuple[str, int], str]:
    """(form, start) of each short personal name in one article → the full form it stands for."""
    people = ArticlePeople.read(mentions)
    table: dict[tuple[str, int], str] = {}
    for one in mentions:
        full = people.full_name(one)
        if (
            full is not None
            and folded(full) != folded(one.text)
            and len(person_words(one.text)) < len(person_words(full))
        ):
            table[(one.text, one.start)] = full
    return table
