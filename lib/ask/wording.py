"""How the outlets word it: what sets each apart, two of them face to face, and what each says of one actor."""

from __future__ import annotations

from dataclasses import dataclass

from lib.ask.distinctive import Distinct, distinctive, scores
from lib.ask.named import Named, named
from lib.evidence import Mark
from lib.schema import ACTOR_LABELS
from lib.store.engine import Store
from lib.store.facts import Count, count, tally
from lib.view import View

#: Words or names of one outlet beside another's that are drawn: more hide each other.
MOST = 120
#: Verbs and adjectives tied to the actor that are listed.
TOP = 18


@dataclass(frozen=True, slots=True)
class DistinctWord:
    """A distinctive word and the mark that opens its uses."""

    word: Distinct
    mark: Mark


@dataclass(frozen=True, slots=True)
class Versus:
    """One word or name of two outlets: uses in each, and z-score, positive where the first says it more."""

    text: str
    is_name: bool
    first: int
    second: int
    z: float
    mark: Mark


@dataclass(frozen=True, slots=True)
class FaceToFace:
    """Two outlets: what each says more than the other, and what both say alike."""

    first: str
    second: str
    words: tuple[Versus, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """One verb or adjective tied to the actor, by outlet."""

    lemma: str
    tie: str
    n: int
    by_source: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Described:
    """What the outlets say that one actor does, undergoes or is."""

    actor: Named | None
    ties: tuple[Tie, ...]
    n: int


@dataclass(frozen=True, slots=True)
class Wording:
    """The answer; ``names`` of the outlets in view, in order."""

    names: dict[str, str]
    words: dict[str, tuple[DistinctWord, ...]]
    versus: FaceToFace | None
    actors: tuple[Named, ...]


def wording(store: Store, view: View) -> Wording:
    """Every outlet's own words; two outlets face to face where the view holds exactly two."""
    all_names: dict[str, str] = dict(store.rows("select slug, name from sources order by lower(name)"))
    by_source, everywhere = _uses(store, view, "words", "word")
    found = {}
    for slug, counts in by_source.items():
        others = {word: n - counts.get(word, 0) for word, n in everywhere.items()}
        found[slug] = tuple(
            DistinctWord(d, Mark("words", (("source", slug), ("word", d.word)))) for d in distinctive(counts, others)
        )
    actors = named(store, count(store, view, "descriptions", ("actor",)), "actor", ACTOR_LABELS)
    names = {slug: name for slug, name in all_names.items() if slug in by_source}
    versus = _versus(store, view, by_source) if len(names) == 2 else None
    return Wording(names, found, versus, tuple(actors))


def described(store: Store, view: View, actor: str) -> Described:
    """The verbs and adjectives that grammar ties to one actor, most frequent first."""
    within = Mark("descriptions", (("actor", actor),))
    who = named(store, count(store, view, "descriptions", ("actor",), within=within), "actor")
    totals = count(store, view, "descriptions", ("tie", "lemma"), within=within)
    split: dict[tuple[str, str], list[Count]] = {}
    for c in count(store, view, "descriptions", ("tie", "lemma", "source"), within=within):
        split.setdefault((c.value("tie"), c.value("lemma")), []).append(c)
    ties = tuple(
        Tie(c.value("lemma"), c.value("tie"), c.n, tuple(split[c.value("tie"), c.value("lemma")])) for c in totals[:TOP]
    )
    return Described(who[0] if who else None, ties, sum(c.n for c in totals))


def _uses(store: Store, view: View, fact: str, what: str) -> tuple[dict[str, dict[str, int]], dict[str, int]]:
    by_source: dict[str, dict[str, int]] = {}
    everywhere: dict[str, int] = {}
    for n, (slug, word) in tally(store, view, fact, ("source", what), "rows", Mark(fact)):
        by_source.setdefault(slug, {})[word] = n
        everywhere[word] = everywhere.get(word, 0) + n
    return by_source, everywhere


def _versus(store: Store, view: View, words: dict[str, dict[str, int]]) -> FaceToFace:
    first, second = sorted(words)
    names, _ = _uses(store, view, "mentions", "entity")
    known = dict(store.rows("select entity_id, name from entities")) if names else {}
    said: list[Versus] = []
    for is_name, uses in ((False, words), (True, names)):
        mine, theirs = uses.get(first, {}), uses.get(second, {})
        for d in scores(mine, theirs):
            mark = Mark("mentions", (("entity", d.word),)) if is_name else Mark("words", (("word", d.word),))
            text = known.get(d.word, d.word) if is_name else d.word
            said.append(Versus(text, is_name, d.n, d.others, d.z, mark))
    said.sort(key=lambda v: (-abs(v.z), -(v.first + v.second), v.text))
    return FaceToFace(first, second, tuple(said[:MOST]))
