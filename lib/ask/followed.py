"""A view that names an entity which was merged away names the one that it was merged into."""

from __future__ import annotations

from collections.abc import Sequence

from lib.corrections import Correction
from lib.evidence import Mark
from lib.view import View

#: Dimensions of a mark whose values are entities.
_ENTITIES = ("entity", "participant", "speaker", "named", "by", "actor")


def followed(view: View, corrections: Sequence[Correction]) -> View:
    """The view with merged entities replaced, in the order of the merges."""
    for one in corrections:
        if one.kind == "merge":
            view = _merged(view, one.what["entity"], one.what["into"])
    return view


def _merged(view: View, old: str, new: str) -> View:
    mark = view.mark
    if mark and any(name in _ENTITIES and value == old for name, value in mark.where):
        where = tuple((name, new if name in _ENTITIES and value == old else value) for name, value in mark.where)
        mark = Mark(mark.fact, where, mark.unit)
    return view.but(
        actors=tuple(new if actor == old else actor for actor in view.actors),
        entity=new if view.entity == old else view.entity,
        mark=mark,
    )
