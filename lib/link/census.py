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
from itertools import groupby, pairwise

from lib.link.firms import short_firms
from lib.link.forms import initials, spelled_by
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
        table.update(short_firms(mentions))
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
    """Short forms in capitals of an organisation named in the same article, by its initials or by a bracket.

    In "Norland Airways (NLA)" the letters need only stand in the name in their order (Schwartz and Hearst 2003).
    """
    organisations = sorted((m for m in mentions if m.label == "ORG"), key=lambda m: m.start)
    long: dict[str, Node] = {}
    for one in organisations:
        if " " in one.text:
            long.setdefault(initials(one.text), (one.text, "ORG"))
    for first, second in pairwise(organisations):
        if second.start - first.end == len(" ("):
            for short, full in ((second, first), (first, second)):
                if _is_acronym(short.text) and spelled_by(short.text, full.text):
                    long.setdefault(short.text.replace(".", ""), (full.text, "ORG"))
    for one in organisations:
        letters = one.text.replace(".", "")
        if _is_acronym(one.text) and letters in long:
            yield (one.text, one.start), long[letters]


def _is_acronym(form: str) -> bool:
    letters = form.replace(".", "")
    return 2 <= len(letters) <= 8 and letters.isupper()
