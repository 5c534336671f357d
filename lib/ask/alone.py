"""Actors that one outlet alone names: those worth a look by outlet, and all of them as rows.

    found = alone(store, view)
    found.outlets[0].actors[0].name         # named most often by the outlet that has most such actors to show
    found.n, len(found.lines)               # of all of them, the lines that a table holds

Most names that a single outlet has are said once, or belong to a story that nobody else tells: neither sets an outlet
apart. What is shown beside each outlet is named ``OFTEN`` times or more, in a story that another outlet in view tells
too; all others are in ``lines``.
"""

from __future__ import annotations

from dataclasses import dataclass

from lib.ask.named import Named
from lib.evidence import Mark
from lib.schema import ACTOR_LABELS
from lib.store.conditions import marks, row_conditions, sentence_conditions, where
from lib.store.engine import Store
from lib.view import View

OFTEN = 2
#: Actors beside one outlet; outlets that are listed; lines of the table.
TOP, OUTLETS, MOST = 8, 8, 2_000


@dataclass(frozen=True, slots=True)
class OnlyHere:
    """One outlet's own actors, most mentioned first; ``more`` of them besides that are named as often."""

    source: str
    name: str
    actors: tuple[Named, ...]
    more: int


@dataclass(frozen=True, slots=True)
class OwnLine:
    """One actor of one outlet: mentions, articles, and whether another outlet tells a story that names it."""

    outlet: str
    actor: Named
    n_articles: int
    beside: bool


@dataclass(frozen=True, slots=True)
class Alone:
    """The answer. ``outlets``: ``OUTLETS`` of ``n_outlets``; ``n_often`` of ``n`` actors pass the floor.

    ``lines``: those that pass first, then the others, each most mentioned first; ``MOST`` of ``n``.
    """

    outlets: tuple[OnlyHere, ...]
    n_outlets: int
    n_often: int
    n: int
    lines: tuple[OwnLine, ...]


#: Entity, outlet, article → mentions, and whether the article's story has another outlet in view. {told} and
#: {condition} are conditions on sentences, {labels} placeholders.
_BY_ARTICLE = """select f.entity_no, f.source_id, f.article_no, count(*) as n,
        max(case when s.story_no in (select s.story_no from sentences s{told} group by s.story_no
                                     having min(s.source_id) < max(s.source_id)) then 1 else 0 end) as beside
    from mentions f join sentences s on s.sentence_no = f.sentence_no{condition}
    group by f.entity_no, f.source_id, f.article_no"""
_OWN = f"""select entity_no, min(source_id) as source_id, sum(n) as n, count(*) as n_articles, max(beside) as beside
    from ({_BY_ARTICLE}) a group by entity_no having min(source_id) = max(source_id)"""
_OFTEN = f"""select o.source_id, e.entity_id, e.name, e.label, o.n, o.n_articles, o.beside,
        case when o.n >= ? and o.beside = 1 then 1 else 0 end as often
    from ({_OWN}) o join entities e on e.entity_no = o.entity_no where e.label in ({{labels}})"""
_RANKED = f"""select *, row_number() over (partition by often, source_id order by n desc, entity_id) as own_place,
        count(*) over (partition by often, source_id) as of_outlet,
        row_number() over (order by often desc, n desc, entity_id) as place,
        sum(often) over () as n_often, count(*) over () as n_all
    from ({_OFTEN}) r"""
_SHOWN = f"select * from ({_RANKED}) x where (often = 1 and own_place <= ?) or place <= ? order by place"


def alone(store: Store, view: View) -> Alone:
    """Who is named by one outlet alone under a view; nothing where fewer than two outlets name somebody."""
    condition, values = where([*sentence_conditions(view), *row_conditions(view, "mentions")])
    naming = "select min(f.source_id) < max(f.source_id) from mentions f join sentences s"
    if not store.one(f"{naming} on s.sentence_no = f.sentence_no{condition}", values):
        return Alone((), 0, 0, 0, ())
    told, of_stories = where(sentence_conditions(view))
    rows = store.rows(
        _SHOWN.format(told=told, condition=condition, labels=marks(len(ACTOR_LABELS))),
        [OFTEN, *of_stories, *values, *ACTOR_LABELS, TOP, MOST],
    )
    if not rows:
        return Alone((), 0, 0, 0, ())
    outlets = {number: (slug, name) for number, slug, name in store.rows("select source_id, slug, name from sources")}
    lines: list[OwnLine] = []
    own: dict[int, list[Named]] = {}
    sizes: dict[int, int] = {}
    for number, entity, name, label, n, n_articles, beside, often, own_place, of_outlet, place, *_ in rows:
        slug, outlet = outlets[number]
        actor = Named(entity, name, label, int(n), Mark("mentions", (("entity", entity), ("source", slug))))
        if often and own_place <= TOP:
            # Most mentioned first: an outlet stands where its first actor does.
            own.setdefault(number, []).append(actor)
            sizes[number] = of_outlet
        if place <= MOST:
            lines.append(OwnLine(outlet, actor, n_articles, bool(beside)))
    listed = sorted(list(own)[:OUTLETS], key=lambda number: outlets[number][1].lower())
    shown = tuple(OnlyHere(*outlets[o], tuple(own[o]), sizes[o] - len(own[o])) for o in listed)
    return Alone(shown, len(own), int(rows[0][-2]), rows[0][-1], tuple(lines))
