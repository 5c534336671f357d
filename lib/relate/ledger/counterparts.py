"""Numbers that stand in each other's place: sentences of one claim that each give one number of this size.

    entries = with_counterparts(entries, claims.sentences)

What a number counts is said in many words: 'a contract worth 68 million marks', 'the 68 million'; '34 officials', '34
people'; 'seven crashes', 'seven accidents'. No list of synonyms has them all. Where two outlets make one statement and
each gives one number of the same size and unit in it, both count the same: they take one thing, status and setting. So
do the only two amounts of one unit, of whatever size ('the river reached 6.2 metres', 'the water rose to 6.8 metres').
Numbers of one thing and of different sizes in such sentences are tied (``Entry.ties``), which is evidence that they
mean the same; whether they then differ is decided as ever (``rows``).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from lib.relate.ledger.entries import LARGE, Entry
from lib.relate.ledger.stated import opposed
from lib.schema import ClaimSentence
from lib.union import Union

#: Counts below these are told of many things: 'two' of one sentence and of another need the same noun, or none; 'five'
#: with an outcome is not one without.
FEW, SMALL = 3, 10

_Place = tuple[str, int]


def with_counterparts(entries: Sequence[Entry], sentences: Iterable[ClaimSentence]) -> list[Entry]:
    """The entries in their order; those that stand in each other's place count the same thing, and all are tied."""
    claims = _claims(entries, sentences)
    same = Union(len(entries))
    for members in claims.values():
        for some in (*_same_numbers(entries, members), *_same_measures(entries, members)):
            for other in some[1:]:
                same.join(some[0], other)
    found = list(entries)
    for group in (some for some in same.groups() if len(some) > 1):
        for number, entry in zip(group, _alike([entries[n] for n in group]), strict=True):
            found[number] = entry
    return _tied(found, claims)


def _claims(entries: Sequence[Entry], sentences: Iterable[ClaimSentence]) -> dict[str, dict[_Place, list[int]]]:
    """Claim → its sentences → the entries in each; claims whose numbers stand in one article are left out."""
    at: dict[_Place, list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        at[entry.article.article_id, entry.q.sentence_id].append(number)
    found: dict[str, dict[_Place, list[int]]] = defaultdict(dict)
    for one in sentences:
        place = (one.article_id, one.sentence_id)
        if place in at:
            found[one.claim_id][place] = at[place]
    return {claim: places for claim, places in found.items() if len({article for article, _ in places}) > 1}


def _same_numbers(entries: Sequence[Entry], members: dict[_Place, list[int]]) -> Iterator[list[int]]:
    """Entries of one size and unit, one in each sentence, with nothing in what they count against it."""
    sizes: dict[tuple[str, float], dict[_Place, list[int]]] = defaultdict(lambda: defaultdict(list))
    for place, numbers in members.items():
        for number in numbers:
            sizes[entries[number].unit, entries[number].size][place].append(number)
    for (unit, size), places in _units_together(sizes):
        alone = [numbers[0] for numbers in places.values() if len(numbers) == 1]
        yield from _compatible(entries, alone, LARGE if unit else size)


def _same_measures(entries: Sequence[Entry], members: dict[_Place, list[int]]) -> Iterator[list[int]]:
    """Two amounts that are the only ones of their unit in their sentences, and are given otherwise."""
    alone: dict[str, list[int]] = defaultdict(list)
    for numbers in members.values():
        units = Counter(entries[n].unit for n in numbers)
        for n in numbers:
            # Every poll has two shares.
            if entries[n].unit not in ("", "percent") and units[entries[n].unit] == 1:
                alone[entries[n].unit].append(n)
    for some in alone.values():
        yield from ([a, b] for a, b in combinations(some, 2) if opposed(entries[a], entries[b], alone=True))


def _units_together(
    sizes: dict[tuple[str, float], dict[_Place, list[int]]],
) -> Iterator[tuple[tuple[str, float], dict[_Place, list[int]]]]:
    """'68 million' beside '68 million marks': a large number without a unit goes with the only unit of its size."""
    for (unit, size), places in sizes.items():
        units = [other for other, value in sizes if value == size and other]
        if size < LARGE or len(units) != 1:
            yield (unit, size), places
        elif unit:
            both = defaultdict(list, {place: list(numbers) for place, numbers in places.items()})
            for place, numbers in sizes.get(("", size), {}).items():
                both[place] += numbers
            yield (unit, size), both


def _compatible(entries: Sequence[Entry], numbers: Sequence[int], size: float) -> Iterator[list[int]]:
    """The numbers by what must not differ; those that may be any go with the rest where that is of one kind."""
    traits = {n: _trait(entries[n], size) for n in numbers}
    kinds = {trait for trait in traits.values() if trait is not None} or {""}
    for kind in sorted(kinds):
        some = [n for n, trait in traits.items() if trait == kind or (trait is None and len(kinds) == 1)]
        if len({entries[n].article.article_id for n in some}) > 1:
            yield some


def _trait(entry: Entry, size: float) -> str | None:
    """What two numbers of a size must have in common to be one; None where an entry leaves it open.

    The dead are not the injured. Of very few, what is counted counts; of few, that no outcome is said of it.
    """
    if entry.outcome:
        return entry.outcome
    if size >= SMALL or not entry.thing:
        return None
    return entry.thing if size < FEW else ""


def _alike(group: Sequence[Entry]) -> list[Entry]:
    """The entries of a group with what most of them say of what they count."""
    thing = _commonest(e.thing for e in group)
    outcome = _commonest(e.outcome for e in group)
    model = next((e for e in group if e.outcome == outcome and (outcome or e.thing == thing)), group[0])
    places = _commonest(e.place or "" for e in group) or None
    actor = _commonest(e.actor or "" for e in group) or None
    status, part = _commonest_of_all(e.planned for e in group), _commonest_of_all(e.part for e in group)
    unit = _commonest(e.unit for e in group)
    return [
        replace(
            e, thing="people" if outcome else thing, outcome=outcome, outcome_text=model.outcome_text,
            subset=model.subset, setting=model.setting, unit=unit, planned=status, part=part, actor=actor, place=places,
        )
        for e in group
    ]  # fmt: skip


def _commonest(said: Iterable[str]) -> str:
    return _commonest_of_all(one for one in said if one)


def _commonest_of_all(said: Iterable[str]) -> str:
    """Of equally common ones the first."""
    return next((one for one, _ in Counter(said).most_common(1)), "")


def _tied(entries: Sequence[Entry], claims: dict[str, dict[_Place, list[int]]]) -> list[Entry]:
    """Each entry with the claims in whose sentence it is the only number of its thing."""
    ties: dict[int, set[str]] = defaultdict(set)
    for claim, places in claims.items():
        for numbers in places.values():
            kinds = Counter(_kind(entries[n]) for n in numbers)
            for n in numbers:
                if kinds[_kind(entries[n])] == 1:
                    ties[n].add(claim)
    return [replace(e, ties=frozenset(ties[n])) if n in ties else e for n, e in enumerate(entries)]


def _kind(entry: Entry) -> tuple[str, ...]:
    return (entry.thing, entry.outcome, entry.unit)
