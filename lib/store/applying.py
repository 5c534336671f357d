"""Corrections applied to the tables of a serving file: one function a kind, then what follows is counted again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from lib.corrections import Correction
from lib.store.attempt import attempt
from lib.store.claiming import different, recount, remember, same
from lib.store.engine import Connection
from lib.store.numbers import article_no, number
from lib.store.regions import drop, put_in_order, restore
from lib.store.regrouping import ANSWERS, alias, hide, merge, rename, retype

#: Facts whose rows carry the day of publication.
WITH_DAY = (
    "sentences", "mentions", "times", "events", "quotes", "words", "statements", "differences", "nearest",
    "unshared", "quantities", "standings", "descriptions",
)  # fmt: skip
#: Kinds after which a sentence stands at another place among the others.
MOVING = ("published", "restore")
What = Mapping[str, str]


def apply(connection: Connection, corrections: Sequence[Correction]) -> list[bool | None]:
    """Change the tables; for each correction, whether it found something to correct; None where it cannot be applied.

    Needs an open transaction: each correction ends it and begins another, so that one that fails undoes no other.
    """
    remember(connection)
    connection.execute(ANSWERS)
    found = [attempt(connection, APPLY[c.kind], c.what) for c in corrections]
    if any(there and c.kind in MOVING for c, there in zip(corrections, found, strict=True)):
        put_in_order(connection)
    for statement in _RECOUNT:
        connection.execute(statement)
    recount(connection)
    return found


def _published(c: Connection, what: What) -> bool:
    if (no := article_no(c, what["article"])) is None:
        return False
    day = what["day"]
    c.execute(
        "update articles set published = cast(? as date), published_start = cast(? as date),"
        " published_end = cast(? as date) + 1, published_how = 'given', published_evidence = 'corrected by hand'"
        " where article_no = ?",
        [day, day, day, no],
    )
    for fact in WITH_DAY:
        c.execute(f"update {fact} set published = cast(? as date) where article_no = ?", [day, no])
    c.execute("update sentences set assumed = false where article_no = ?", [no])
    c.execute(
        "update stories set date_start = x.first, date_end = x.last + 1 from (select story_no,"
        " min(published) as first, max(published) as last from articles group by story_no) x"
        " where x.story_no = stories.story_no and x.story_no in (select story_no from articles where article_no = ?)",
        [no],
    )
    return True


def _date(c: Connection, what: What) -> bool:
    if (no := article_no(c, what["article"])) is None:
        return False
    start, end = int(what["start"]), int(what["end"])
    there = "select count(*) from times where article_no = ? and start_at = ? and end_at = ?"
    if not number(c, there, no, start, end):
        return False
    first, last = what["first"], what["last"]
    precision, value = ("day", first) if first == last else ("range", f"{first}/{last}")
    c.execute(
        "update times set date_start = cast(? as date), date_end = cast(? as date) + 1, precision = ?, value = ?,"
        " rule = 'corrected', why = 'Corrected by hand.', score = 1.0"
        " where article_no = ? and start_at = ? and end_at = ?",
        [first, last, precision, value, no, start, end],
    )
    c.execute(
        "update events set date_start = cast(? as date), date_end = cast(? as date) + 1, precision = ?, score = 1.0"
        " where article_no = ? and time_start = ? and time_end = ?",
        [first, last, precision, no, start, end],
    )
    c.execute(
        "update differences set value = ? where kind = 'date' and article_no = ? and start_at = ? and end_at = ?",
        [value, no, start, end],
    )
    return True


APPLY: dict[str, Callable[[Connection, What], bool]] = {
    "merge": merge,
    "rename": rename,
    "retype": retype,
    "hide": hide,
    "alias": alias,
    "published": _published,
    "date": _date,
    "drop": drop,
    "restore": restore,
    "same": same,
    "different": different,
}

#: What follows from the rows: counted again when all corrections are applied.
_RECOUNT = (
    """create or replace table sentence_entities as
        select entity_no, sentence_no, article_no, count(*) as n, max(score) as score
        from mentions group by entity_no, sentence_no, article_no order by entity_no, sentence_no""",
    "create or replace table event_participants as"
    " select distinct event_no, entity_no from event_participants order by entity_no, event_no",
    # One line for each form, as many as there are mentions of it.
    """create or replace table aliases as
        select a.entity_id, a.alias, a.role, cast(coalesce(m.n, 0) as bigint) as n, a.method, a.score, a.why
        from (select entity_id, alias, role, min(method) as method, max(score) as score, min(why) as why
              from aliases group by entity_id, alias, role) a
        left join (select e.entity_id, f.alias, f.role, count(*) as n from mentions f
                   join entities e on e.entity_no = f.entity_no group by e.entity_id, f.alias, f.role) m
          on m.entity_id = a.entity_id and m.alias = a.alias and m.role = a.role
        order by a.entity_id, n desc, a.alias""",
)
