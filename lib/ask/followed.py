"""A view that names an entity which was merged away names the one that it was merged into.

So does a mark that names who answers for statements: it follows a speaker who is merged, renamed or split off.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from lib.ask.nearest import OF_ENTITIES
from lib.corrections import Correction
from lib.evidence import Mark
from lib.speaker import UNKNOWN
from lib.store.conditions import marks
from lib.store.corrected import answering
from lib.store.engine import Store
from lib.view import View


def followed(view: View, corrections: Sequence[Correction], store: Store | None = None) -> View:
    """The view with merged entities replaced, in the order of the merges.

    In a ``store`` under these corrections a merge that found nothing has left its entity there: it is not followed.
    """
    merges = [one.what for one in corrections if one.kind == "merge"]
    left = _there(store, {what["entity"] for what in merges}) if store and merges else frozenset()
    for what in merges:
        if what["entity"] not in left:
            view = _merged(view, what["entity"], what["into"])
    return view.but(mark=_answered(store, view.mark)) if store and corrections and view.mark else view


def _answered(store: Store, mark: Mark) -> Mark:
    """The mark with the name under which its speaker answers now."""
    group, claim = mark.value("group"), mark.value("claim")
    now = answering(store, claim, group) if group else group
    # Of no one claim, speakers who are not identified are many: the link would open what it never did.
    if now == group or (now == UNKNOWN and claim is None):
        return mark
    return Mark(mark.fact, tuple((name, str(now) if name == "group" else v) for name, v in mark.where), mark.unit)


def _there(store: Store, ids: Collection[str]) -> frozenset[str]:
    rows = store.rows(f"select entity_id from entities where entity_id in ({marks(len(ids))})", list(ids))
    return frozenset(known for (known,) in rows)


def _merged(view: View, old: str, new: str) -> View:
    mark = view.mark
    if mark and any(name in OF_ENTITIES and value == old for name, value in mark.where):
        where = tuple((name, new if name in OF_ENTITIES and value == old else value) for name, value in mark.where)
        mark = Mark(mark.fact, where, mark.unit)
    return view.but(
        actors=tuple(new if actor == old else actor for actor in view.actors),
        entity=new if view.entity == old else view.entity,
        mark=mark,
    )
