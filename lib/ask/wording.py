"""How the outlets word it: what sets each apart, two of them face to face, and what each says of one actor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lib.ask.distinctive import least_beyond_chance
from lib.ask.named import Named, named
from lib.evidence import Mark
from lib.schema import ACTOR_LABELS
from lib.store.contrast import contrast
from lib.store.engine import Store
from lib.store.facts import Count, count
from lib.view import View

#: Words or names of one outlet beside another's that are drawn: more hide each other.
MOST = 120
#: Verbs and adjectives tied to the actor that are listed.
TOP = 18
#: Words of one outlet that are listed, and how often it says each at least.
OWN, LEAST = 10, 2


@dataclass(frozen=True, slots=True)
class DistinctWord:
    """A word that an outlet says more than the others in view, and the mark that opens its uses.

    ``z``: standard deviations from what the others would lead to expect. ``significant``: more than chance, among all
    words that were compared (``lib.ask.distinctive``).
    """

    word: str
    n: int
    others: int
    z: float
    significant: bool
    mark: Mark


@dataclass(frozen=True, slots=True)
class Versus:
    """One word or name of two outlets: uses in each, and z-score, positive where the first says it more.

    ``significant``: more than chance, among all words and names that were compared.
    """

    text: str
    is_name: bool
    first: int
    second: int
    z: float
    significant: bool
    mark: Mark


@dataclass(frozen=True, slots=True)
class FaceToFace:
    """Two outlets: what each says more than the other, largest difference first. ``tested``: how many were compared."""

    first: str
    second: str
    words: tuple[Versus, ...]
    tested: int


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
    versus: FaceToFace | None
    actors: tuple[Named, ...]


def wording(store: Store, view: View) -> Wording:
    """Who is there to be compared; two outlets face to face where the view holds exactly two."""
    all_names: dict[str, str] = dict(store.rows("select slug, name from sources order by lower(name)"))
    speaking = {c.value("source") for c in count(store, view, "words", ("source",))}
    actors = named(store, count(store, view, "descriptions", ("actor",)), "actor", ACTOR_LABELS)
    names = {slug: name for slug, name in all_names.items() if slug in speaking}
    versus = _versus(store, view, *sorted(names)) if len(names) == 2 else None
    return Wording(names, versus, tuple(actors))


def own_words(store: Store, view: View, sources: Sequence[str]) -> dict[str, tuple[DistinctWord, ...]]:
    """The words that each of ``sources`` says more than all others in view, most distinctive first."""
    found = contrast(store, view, "words", "word", sources, OWN)
    words = {}
    for slug in sources:
        own = [c for c in found if c.source == slug]
        least = least_beyond_chance([c.z for c in own], own[0].tested) if own else 0.0
        words[slug] = tuple(
            DistinctWord(c.what, c.n, c.others, c.z, c.z >= least, Mark("words", (("source", slug), ("word", c.what))))
            for c in own if c.z > 0 and c.n >= LEAST
        )[:OWN]  # fmt: skip
    return words


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


def _versus(store: Store, view: View, first: str, second: str) -> FaceToFace:
    words = contrast(store, view, "words", "word", (first,), MOST)
    names = contrast(store, view, "mentions", "entity", (first,), MOST)
    known = dict(store.rows("select entity_id, name from entities")) if names else {}
    # One chart shows both, so that both are one family of tests.
    tested = sum(some[0].tested for some in (words, names) if some)
    least = least_beyond_chance([c.z for c in (*words, *names)], tested)
    said = [
        Versus(
            known.get(c.what, c.what) if is_name else c.what, is_name, c.n, c.others, c.z, abs(c.z) >= least,
            Mark("mentions", (("entity", c.what),)) if is_name else Mark("words", (("word", c.what),)),
        )
        for is_name, some in ((False, words), (True, names)) for c in some
    ]  # fmt: skip
    said.sort(key=lambda v: (-abs(v.z), -(v.first + v.second), v.text))
    return FaceToFace(first, second, tuple(said[:MOST]), tested)
