"""Who is said to have said the words behind a number, and whether they stand in quotation marks.

    evidence = with_said(store, mark, evidence(store, view, mark))
    evidence[0].said          # Said('Clara Voss', 'she', 'named', 'direct'); None where the fact has no speaker

A query of its own: counting and opening stay the same two for every fact.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lib.evidence import Evidence, Mark, Said
from lib.store.conditions import marks
from lib.store.engine import Store

#: fact → what its rows tell of speech: entity, words that name the speaker, who answers for it, kind of speech.
_SPOKEN = {
    "quotes": "e.name, f.speaker_text, f.attribution, f.kind",
    "statements": "e.name, f.speaker_text, f.attribution, ''",
    "unshared": "e.name, f.speaker_text, f.attribution, ''",
    "quantities": "null, f.speaker_text, f.attribution, ''",
}
#: Articles asked for at once.
_SOME = 500


def with_said(store: Store, mark: Mark, items: Sequence[Evidence]) -> list[Evidence]:
    """The same spans in the same order, each with who said it; unchanged for facts that nobody says."""
    if mark.fact not in _SPOKEN or mark.unit != "rows":
        return list(items)
    ids = list(dict.fromkeys(item.article_id for item in items))
    entity = " left join entities e on e.entity_no = f.entity_no" if mark.fact != "quantities" else ""
    found: dict[tuple[str, int, int], Said] = {}
    for first in range(0, len(ids), _SOME):
        some = ids[first : first + _SOME]
        rows = store.rows(
            f"select a.article_id, f.start_at, f.end_at, {_SPOKEN[mark.fact]} from {mark.fact} f"
            f" join articles a on a.article_no = f.article_no{entity} where a.article_id in ({marks(len(some))})",
            some,
        )
        for article, start, end, name, words, attribution, kind in rows:
            found[article, start, end] = Said(name or words, words, attribution, kind)
    return [replace(item, said=found.get((item.article_id, item.start, item.end))) for item in items]
