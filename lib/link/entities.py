"""Mentions to entities across the corpus: every form stands under one entity, and says why.

    linked = link(mentions)                 # mentions of all articles, article by article
    linked.entity_of(mention).entity_id     # 'volodymyr-zelenskyy'
    rows = list(linked.relabel(mentions))

Works on counts of forms, so it is near-linear in mentions and small in memory. Pure.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lib.find.names.gazetteer import gazetteer
from lib.link.census import Census
from lib.link.forms import person_words, spelled_by
from lib.link.groups import Groups, Node, Reason
from lib.link.institutions import is_owned, is_shared
from lib.link.rules import RULES
from lib.link.slugs import Slugs
from lib.schema import Alias, Entity, Mention

_INITIAL = re.compile(r"\b[A-Z]\.(?= )| (?:Jr|Sr)\.?$| I{2,3}$")
#: A form this often named as the commonest may give the entity its name, if it is longer.
OFTEN = 0.25


@dataclass(frozen=True, slots=True)
class Assigned:
    """What a mention is an instance of."""

    entity_id: str
    label: str
    role: str
    method: str
    score: float


@dataclass(frozen=True)
class Linked:
    """Entities and aliases of a corpus, and the way from a mention to its entity."""

    entities: list[Entity]
    aliases: list[Alias]
    census: Census
    ids: Mapping[Node, tuple[str, str]]
    why: Mapping[Node, Reason]

    def entity_of(self, mention: Mention) -> Assigned:
        """Raises ``KeyError`` for a mention whose form was not among those linked."""
        node: Node = (mention.text, mention.label)
        full = self.census.stands_for(mention)
        if full is not None:
            entity_id, label = self.ids[full]
            return Assigned(entity_id, label, mention.role, "short form", 0.9)
        entity_id, label = self.ids[node]
        reason = self.why.get(node)
        method, score = (reason.method, reason.score) if reason else ("same words", 1.0)
        return Assigned(entity_id, label, mention.role, method, score)

    def relabel(self, mentions: Iterable[Mention]) -> Iterator[Mention]:
        """The mentions with ``entity_id`` and the entity's label filled in; the score is that of both steps."""
        for one in mentions:
            found = self.entity_of(one)
            yield Mention(
                one.article_id, one.sentence_id, one.start, one.end, one.text, found.label, found.entity_id,
                found.role, one.method, round(one.score * found.score, 4),
            )  # fmt: skip


def link(mentions: Iterable[Mention]) -> Linked:
    """Entities of a corpus from its mentions, which must come grouped by article."""
    census = Census.take(mentions)
    # A full name whose every mention was itself explained by a longer one still needs its node.
    for _, full in census.short:
        census.nodes.setdefault(full, 0)
    groups = Groups()
    for rule in RULES:
        rule(census, groups)
    members: dict[Node, Counter[str]] = defaultdict(Counter)
    for node, n in census.nodes.items():
        members[groups.root(node)][node[0]] += n
    for (short, full), n in census.short.items():
        members[groups.root(full)][short[0]] += n
    ids, entities = _entities(members)
    of_node = {node: ids[groups.root(node)] for node in census.nodes}
    return Linked(entities, _aliases(census, of_node, groups, entities), census, of_node, groups.reasons)


def _entities(members: Mapping[Node, Counter[str]]) -> tuple[dict[Node, tuple[str, str]], list[Entity]]:
    slugs, ids, entities = Slugs(), {}, []
    order = sorted(members, key=lambda root: (-sum(members[root].values()), root))
    for root in order:
        forms = members[root]
        name = _name(root, forms)
        entity_id = slugs.take(name, root[1])
        ids[root] = (entity_id, root[1])
        ranked = tuple(form for form, _ in sorted(forms.items(), key=lambda item: (-item[1], item[0])))
        entities.append(Entity(entity_id, name, root[1], ranked))
    return ids, entities


def _name(root: Node, forms: Counter[str]) -> str:
    """The vocabulary's name, or what an acronym there stands for here; else the longest of the common forms.

    For a person the commonest in full, without initials.
    """
    if is_owned(root):
        return root[0]
    entry = gazetteer().get(root[0])
    if entry is not None and entry.label == root[1]:
        spelled = [f for f, n in forms.items() if spelled_by(entry.name, f) and n >= OFTEN * forms[entry.name]]
        if spelled and entry.name.isupper():
            return max(spelled, key=lambda f: (forms[f], f))
        return entry.name if entry.role != "metonym" or root[0] == entry.name else root[0]
    pool = dict(forms)
    if root[1] == "PERSON":
        pool = {f: n for f, n in pool.items() if len(person_words(f)) > 1} or pool
        pool = {f: n for f, n in pool.items() if not _INITIAL.search(f)} or pool
        return max(pool, key=lambda f: (pool[f], f == root[0], len(f.split()), f))
    pool = {f: n for f, n in pool.items() if not f.isupper()} or pool
    most = max(pool.values())
    return max((f for f, n in pool.items() if n >= OFTEN * most), key=lambda f: (len(f.split()), pool[f], f))


def _aliases(
    census: Census, of_node: Mapping[Node, tuple[str, str]], groups: Groups, entities: Iterable[Entity]
) -> list[Alias]:
    names = {e.entity_id: e.name for e in entities}
    counts: Counter[tuple[str, str, str]] = Counter()
    why: dict[tuple[str, str, str], Reason] = {}
    explained: Counter[Node] = Counter()
    for (short, full), n in census.short.items():
        letters = short[1] == "ORG" and short[0].isupper()
        key = (of_node[full][0], short[0], "acronym" if letters else "name")
        counts[key] += n
        explained[short] += n
        kind = "acronym" if letters else "short name" if short[1] == "ORG" else "family name"
        says = f"The same article names {names[key[0]]} in full; {short[0]!r} is its short form."
        if is_owned(full) and is_shared(short[0]):
            kind, says = "country", f"The articles name the country beside {short[0]!r}."
        why[key] = Reason(kind, 0.9, says)
    for (form, label, role), n in census.forms.items():
        node = (form, label)
        left = n - explained[node]
        explained[node] = max(0, explained[node] - n)
        if left <= 0:
            continue
        key = (of_node[node][0], form, role)
        counts[key] += left
        name = names[key[0]]
        says = "This is the name shown." if form == name else f"{form!r} is the form that the articles use."
        why.setdefault(key, groups.reasons.get(node, Reason("same words", 1.0, says)))
    rows = [Alias(e, form, role, n, why[e, form, role].method, why[e, form, role].score, why[e, form, role].why)
            for (e, form, role), n in counts.items()]  # fmt: skip
    return sorted(rows, key=lambda a: (a.entity_id, -a.n, a.alias, a.role))
