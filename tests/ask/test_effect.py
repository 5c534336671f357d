"""What a correction would change is what the two stores count, told largest first, names before numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from lib.ask.effect import COUNTED, Change, Effect, effect
from lib.ask.followed import followed
from lib.corrections import Correction
from lib.evidence import DIMENSIONS, Mark
from lib.generation import current
from lib.store.corrected import trial
from lib.store.engine import Store
from lib.store.facts import total
from lib.view import View

EVERYTHING = View()


def _effect(store: Store, *corrections: Correction, view: View = EVERYTHING, top: int = 12) -> Effect:
    with trial(store.folder, corrections) as after:
        return effect(store, view, after, followed(view, corrections), top)


def _mentions(store: Store, entity: str, view: View = EVERYTHING) -> int:
    return total(store, view, Mark("mentions", (("entity", entity),)))


def test_a_merge_says_both_counts_before_and_after(store: Store) -> None:
    told = _effect(store, Correction.of("merge", {"entity": "ukraine", "into": "russia"}), top=99)
    russia, ukraine = _mentions(store, "russia"), _mentions(store, "ukraine")
    assert Change("Mentions of", "Russia", russia, russia + ukraine) in told.changes
    assert Change("Mentions of", "Ukraine", ukraine, 0) in told.changes
    assert any(c.chart == "Entities" and c.after == int(c.before) - 1 for c in told.changes)
    # The same mentions are counted, elsewhere.
    assert not [c for c in told.changes if c.chart == "Mentions"]


def test_a_name_comes_before_numbers(store: Store) -> None:
    told = _effect(
        store,
        Correction.of("rename", {"entity": "russia", "name": "Sarmatia"}),
        Correction.of("hide", {"entity": "ukraine"}),
        top=2,
    )
    assert told.changes[0] == Change("Name", "Sarmatia", "Russia", "Sarmatia")
    assert len(told.changes) == 2
    assert told.more == told.n - 2 > 0


def test_a_corrected_day_moves_the_counts_of_both_days(store: Store) -> None:
    known, day = store.rows("select article_id, published from articles where published is not null")[0]
    told = _effect(store, Correction.of("published", {"article": known, "day": "2022-03-05"}), top=99)
    by_day = {c.of: (c.before, c.after) for c in told.changes if c.chart == "Articles by day"}
    assert by_day["5 Mar 2022"] == (0, 1)
    assert {b - a for a, b in by_day.values() if isinstance(a, int) and isinstance(b, int)} == {1, -1}
    assert day is not None


def test_only_what_the_view_shows_is_told(store: Store) -> None:
    hidden = Correction.of("hide", {"entity": "geneva"})
    assert _effect(store, hidden).n
    assert not _effect(store, hidden, view=View(text="xyzzy")).n


def test_what_finds_nothing_changes_nothing(store: Store) -> None:
    assert _effect(store, Correction.of("hide", {"entity": "nobody"})) == Effect((), 0)


def test_a_view_follows_a_merged_entity(store: Store) -> None:
    merge = Correction.of("merge", {"entity": "ukraine", "into": "russia"})
    mark = Mark("events", (("participant", "ukraine"), ("status", "planned")))
    view = followed(View(actors=("ukraine", "geneva"), entity="ukraine", mark=mark), [merge])
    assert (view.actors, view.entity) == (("russia", "geneva"), "russia")
    assert view.mark
    assert view.mark.where == (("participant", "russia"), ("status", "planned"))
    told = _effect(store, merge, view=View(actors=("ukraine",)), top=99)
    before = _mentions(store, "ukraine", View(actors=("ukraine",)))
    assert [c.before for c in told.changes if (c.chart, c.of) == ("Mentions of", "Ukraine")] == [before]


@pytest.mark.parametrize(("fact", "by"), [(fact, by) for _, fact, by in COUNTED])
def test_what_is_compared_can_be_counted(fact: str, by: str) -> None:
    assert not by or by.endswith("-day") or by in DIMENSIONS[fact]


def test_a_trial_of_a_corpus_leaves_no_file(small_corpus: Path, store: Store) -> None:
    _effect(store, Correction.of("hide", {"entity": "geneva"}))
    assert not list((small_corpus / ".corrected" / current(small_corpus).name).glob(".unfinished*"))
