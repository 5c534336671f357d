"""One pass over the mentions: how often each form occurs, and what the articles themselves say short forms mean.

    census = Census.take(mentions)          # mentions come article by article
    census.local[("a1", "Marsh")]           # [(120, ('Ida Marsh', 'PERSON'))]

Memory grows with distinct forms and with short forms that an article explains, not with mentions.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from lib.link.forms import initials
from lib.link.groups import Node
from lib.link.institutions import owned
from lib.link.people import short_forms
from lib.schema import Mention


@dataclass
class Census:
    """Counts over the corpus. ``local``: (article, short form) → [(start, node it stands for)]."""

    forms: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    nodes: Counter[Node] = field(default_factory=Counter)
    local: dict[tuple[str, str], list[tuple[int, Node]]] = field(default_factory=dict)
    short: Counter[tuple[Node, Node]] = field(default_factory=Counter)
    explains: Counter[Node] = field(default_factory=Counter)

    @classmethod
    def take(cls, mentions: Iterable[Mention]) -> Census:
        census = cls()
        for article_id, group in groupby(mentions, key=lambda m: m.article_id):
            census._add(article_id, list(group))
        return census

    def stands_for(self, mention: Mention) -> Node | None:
        """What a short form stands for at its place, where its own article tells."""
        places = self.local.get((mention.article_id, mention.text))
        if not places or places[0][1][1] != mention.label:
            return None
        at = bisect_right(places, mention.start, key=lambda place: place[0])
        return places[max(at - 1, 0)][1]

    def labelled(self) -> Counter[Node]:
        """All mentions of each form with each label, explained short forms too."""
        counts: Counter[Node] = Counter()
        for (form, label, _), n in self.forms.items():
            counts[(form, label)] += n
        return counts

    def weight(self, node: Node) -> int:
        """Mentions of a form and of the short forms that articles explain by it."""
        return self.nodes[node] + self.explains[node]

    def _add(self, article_id: str, mentions: Sequence[Mention]) -> None:
        table: dict[tuple[str, int], Node] = {key: (full, "PERSON") for key, full in short_forms(mentions).items()}
        table.update(_acronyms(mentions))
        table.update(owned(mentions))
        places: dict[str, list[tuple[int, Node]]] = defaultdict(list)
        for one in sorted(mentions, key=lambda m: m.start):
            self.forms[(one.text, one.label, one.role)] += 1
            node = (one.text, one.label)
            full = table.get((one.text, one.start))
            if full is None:
                self.nodes[node] += 1
            else:
                places[one.text].append((one.start, full))
                self.short[(node, full)] += 1
                self.explains[full] += 1
        for form, list_ in places.items():
            self.local[(article_id, form)] = list_


def _acronyms(mentions: Sequence[Mention]) -> Iterator[tuple[tuple[str, int], Node]]:
    """Short forms in capitals whose letters are the initials of an organisation named in the same article."""
    long: dict[str, Node] = {}
    for one in mentions:
        if one.label == "ORG" and " " in one.text:
            long.setdefault(initials(one.text), (one.text, "ORG"))
    for one in mentions:
        letters = one.text.replace(".", "")
        if one.label == "ORG" and 2 <= len(letters) <= 8 and letters.isupper() and letters in long:
            yield (one.text, one.start), long[letters]
