"""Questions that read a large corpus in few rows give the answers of counting everything, one number at a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.ask.alone import OFTEN, TOP, Alone, alone
from lib.ask.claims import told
from lib.ask.entities import COMPANY, profile, ranking, together
from lib.ask.leads import leads
from lib.ask.ledger import ledger
from lib.ask.named import Named, most_named, named
from lib.ask.overview import article_lines
from lib.ask.sources import sources
from lib.ask.stories import stories
from lib.evidence import Mark
from lib.generation import current
from lib.schema import ACTOR_LABELS
from lib.store import looked_up as by_ids
from lib.store.engine import Store
from lib.store.facts import count, evidence, total
from lib.view import View
from tests.corpora import ENTITIES, PLAIN, World, build
from tests.views import views

ALL_VIEWS = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


#: Beside the five that everybody names, many that are named once or twice.
RARE = {f"rare-{n}": (f"Rare {n}", ("PERSON", "ORG", "PLACE")[n % 3], (f"Rare {n}",)) for n in range(150)}
WORLD = World(entities=ENTITIES | RARE, actors=(*PLAIN.actors, *(name for name, *_ in RARE.values())))


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("many")
    build(folder, 40, world=WORLD)
    opened = Store.open(current(folder))
    yield opened
    opened.close()


def _counted(store: Store, view: View, unit: str, labels: tuple[str, ...] = ()) -> list[Named]:
    return named(store, count(store, view, "mentions", ("entity",), unit), "entity", labels)


@ALL_VIEWS
@given(view=views())
def test_the_most_named_are_the_first_of_all(many: Store, view: View) -> None:
    every = _counted(many, view, view.unit, ACTOR_LABELS)
    for top in (2, 50):
        assert most_named(many, view, "mentions", "entity", top, view.unit, ACTOR_LABELS) == (
            every[:top], len(every) if every else 0,
        )  # fmt: skip
    pairs = count(many, view, "mentions", ("entity", "source"), view.unit)
    for ranked in ranking(many, view, 3).entities:
        assert list(ranked.by_source) == [c for c in pairs if c.value("entity") == ranked.id]
    in_sentences = named(many, count(many, view, "sentences", ("named",)), "named", view.types)
    assert list(together(many, view, 3).entities) == in_sentences[:3]


@ALL_VIEWS
@given(view=views())
def test_who_is_beside_an_entity_is_counted_without_itself(many: Store, view: View) -> None:
    within = Mark("sentences", (("named", "russia"),))
    others = named(many, count(many, view, "sentences", ("named",), within=within), "named")
    found = profile(many, view, "russia")
    assert found
    assert list(found.together) == [other for other in others if other.id != "russia"][:COMPANY]


@ALL_VIEWS
@given(view=views())
def test_actors_of_several_outlets_and_of_one(many: Store, view: View) -> None:
    split: dict[str, set[str]] = {}
    for c in count(many, view, "mentions", ("entity", "source"), view.unit):
        split.setdefault(c.value("entity"), set()).add(c.value("source"))
    every = _counted(many, view, view.unit, ACTOR_LABELS)
    found = sources(many, view, top=2)
    assert [line.actor for line in found.shared] == [a for a in every if len(split[a.id]) > 1][:2]
    assert [line.actor for line in found.only] == [a for a in every if len(split[a.id]) == 1][:4]
    assert found.n_shared == sum(len(split[a.id]) > 1 for a in every)
    assert found.n_everywhere == sum(len(split[a.id]) == len(found.volumes) for a in every)


@ALL_VIEWS
@given(view=views(), differs=st.sampled_from([(), ("number",)]))
def test_leads_count_what_the_pages_list(many: Store, view: View, differs: tuple[str, ...]) -> None:
    under = view.but(differs=differs)
    first, found, counted = leads(many, under), told(many, under), ledger(many, under.but(page=1))
    assert (first.n_claims, first.n_alone, first.n_differ) == (len(found.sentences), found.n_alone, found.n_differ)
    assert (first.n_numbers, first.n_things) == (counted.n, counted.n_topics)
    assert list(first.numbers) == [topic.thing for topic in counted.topics if topic.differs]


@ALL_VIEWS
@given(view=views())
def test_a_page_of_evidence_is_a_part_of_all_of_it(many: Store, view: View) -> None:
    for mark in (Mark("mentions"), Mark("mentions", (), "articles"), Mark("quantities")):
        every = evidence(many, view, mark)
        assert len(every) == total(many, view, mark)
        places = [(e.published is None, e.published, e.article_id, e.start) for e in every]
        assert len(set(places)) == len(places) or mark.fact == "quantities"
        assert evidence(many, view, mark, 4, 3) == every[3:7]


def test_few_and_very_many_ids_find_the_same(many: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def answers() -> list[object]:
        return [f(many, View()) for f in (ledger, stories, lambda s, v: _counted(s, v, "rows"))]

    few = answers()
    monkeypatch.setattr(by_ids, "MANY", 1)
    assert answers() == few
    assert by_ids.looked_up(many, "entities", ("entity_id", "name"), ["russia", "nobody", "ukraine"]) == {
        "russia": ("Russia",), "ukraine": ("Ukraine",),
    }  # fmt: skip


def test_the_articles_are_listed_to_the_last_one(many: Store) -> None:
    every = article_lines(many, View())
    assert len(every) == 40
    turned = [line for at in range(0, 40, 12) for line in article_lines(many, View(), 12, at)]
    assert tuple(turned) == every


def _alone_by_hand(store: Store, view: View) -> dict[str, tuple[str, int, bool]]:
    """Actor → its one outlet, mentions there, and whether it passes the floor."""
    naming: dict[str, dict[str, int]] = {}
    for c in count(store, view, "mentions", ("entity", "source")):
        naming.setdefault(c.value("entity"), {})[c.value("source")] = c.n
    tellers: dict[str, set[str]] = {}
    for c in count(store, view, "articles", ("story", "source")):
        if c.value("story"):
            tellers.setdefault(c.value("story"), set()).add(c.value("source"))
    beside: dict[str, bool] = {}
    for c in count(store, view, "mentions", ("entity", "story")):
        shared = len(tellers.get(c.value("story"), ())) > 1
        beside[c.value("entity")] = beside.get(c.value("entity"), False) or shared
    if len({s for by in naming.values() for s in by}) < 2:
        return {}
    labels = dict(store.rows("select entity_id, label from entities"))
    return {
        e: (*next(iter(by.items())), beside[e] and sum(by.values()) >= OFTEN)
        for e, by in naming.items()
        if len(by) == 1 and labels[e] in ACTOR_LABELS
    }


@ALL_VIEWS
@given(view=views())
def test_nothing_that_one_outlet_alone_names_is_dropped(many: Store, view: View) -> None:
    _check(many, view)


def _check(store: Store, view: View) -> Alone:
    by_hand, found = _alone_by_hand(store, view), alone(store, view)
    assert {x.actor.id: x.actor.n for x in found.lines} == {e: n for e, (_, n, _) in by_hand.items()}
    assert (found.n, found.n_often) == (len(by_hand), sum(often for *_, often in by_hand.values()))
    assert {a.id for own in found.outlets for a in own.actors} <= {e for e, (*_, often) in by_hand.items() if often}
    assert sum(len(own.actors) + own.more for own in found.outlets) == found.n_often
    assert all(len(own.actors) <= TOP for own in found.outlets)
    assert [x.actor.n >= OFTEN and x.beside for x in found.lines] == sorted(
        (x.actor.n >= OFTEN and x.beside for x in found.lines), reverse=True
    )
    for line in found.lines[:3]:
        assert total(store, view, line.actor.mark) == line.actor.n
    return found


def test_a_name_that_is_said_once_stands_in_the_table_alone(many: Store) -> None:
    found = _check(many, View())
    assert 0 < found.n_often < found.n
    once = next(line for line in found.lines if line.actor.n == 1)
    assert once.actor.id not in {a.id for own in found.outlets for a in own.actors}


def test_a_story_that_nobody_else_tells_sets_no_outlet_apart(tmp_path: Path) -> None:
    """Of three articles the second is a story of its own: nobody else had cause to name who is in it."""
    build(tmp_path, 3, world=WORLD)
    store = Store.open(current(tmp_path))
    found = _check(store, View())
    assert {line.outlet: line.beside for line in found.lines} == {
        "Harbor Wire": True, "The Meridian Post": False, "Northgate Herald": True,
    }  # fmt: skip
    assert "the-meridian-post" not in {own.source for own in found.outlets}
    store.close()
