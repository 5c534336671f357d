"""Entities that a person merges, splits, renames, retypes or hides: what follows in every table that names them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lib.speaker import UNKNOWN
from lib.store.engine import Connection
from lib.store.numbers import entity_no, number

#: Facts whose rows name an entity by its number.
WITH_ENTITY = ("mentions", "quotes", "statements", "unshared", "standings", "descriptions")
#: Columns that name an entity by its id, in rows that rest on a sentence.
NAMED = (("quantities", "actor_entity_id"), ("quantities", "place_entity_id"), ("events", "place"))
What = Mapping[str, str]
#: Under which name who answered for statements was known before each correction and after it: links follow.
ANSWERS = "create table answers (step integer, claim_id varchar, was varchar, now varchar)"


def merge(c: Connection, what: What) -> bool:
    old, new = entity_no(c, what["entity"]), entity_no(c, what["into"])
    if old is None or new is None or old == new:
        return False
    for fact in WITH_ENTITY:
        c.execute(f"update {fact} set entity_no = ? where entity_no = ?", [new, old])
    c.execute("update event_participants set entity_no = ? where entity_no = ?", [new, old])
    label = "(select label from entities where entity_no = ?)"
    c.execute(f"update mentions set type = {label} where entity_no = ?", [new, new])
    swap = (what["entity"], what["into"])
    for table, column in NAMED:
        c.execute(f"update {table} set {column} = ? where {column} = ?", [swap[1], swap[0]])
    for table, column in (("events", "participants"), ("stories", "names")):
        _swap(c, table, column, *swap)
    c.execute(
        "update aliases set entity_id = ?, method = 'by hand', score = 1.0, why = 'Merged by hand.'"
        " where entity_id = ?",
        [swap[1], swap[0]],
    )
    c.execute("delete from entities where entity_no = ?", [old])
    _answer_as_called(c, new)
    return True


def rename(c: Connection, what: What) -> bool:
    if (no := entity_no(c, what["entity"])) is None:
        return False
    c.execute("update entities set name = ? where entity_no = ?", [what["name"], no])
    _answer_as_called(c, no)
    return True


def retype(c: Connection, what: What) -> bool:
    if (no := entity_no(c, what["entity"])) is None:
        return False
    c.execute("update entities set label = ? where entity_no = ?", [what["label"], no])
    c.execute("update mentions set type = ? where entity_no = ?", [what["label"], no])
    return True


def hide(c: Connection, what: What) -> bool:
    if (no := entity_no(c, what["entity"])) is None:
        return False
    # What nobody is called is no speaker's name; the words that name one stay the sentence's.
    _answer_as(c, no, UNKNOWN)
    for fact in ("mentions", "descriptions", "event_participants"):
        c.execute(f"delete from {fact} where entity_no = ?", [no])
    for fact in ("quotes", "statements", "unshared", "standings"):
        c.execute(f"update {fact} set entity_no = null where entity_no = ?", [no])
    for table, column in NAMED:
        c.execute(f"update {table} set {column} = null where {column} = ?", [what["entity"]])
    for table, column in (("events", "participants"), ("stories", "names")):
        c.execute(
            f"update {table} set {column} = list_filter({column}, lambda x: x <> ?) where list_contains({column}, ?)",
            [what["entity"], what["entity"]],
        )
    c.execute("delete from aliases where entity_id = ?", [what["entity"]])
    c.execute("delete from entities where entity_no = ?", [no])
    return True


def alias(c: Connection, what: What) -> bool:
    """Move one surface form to another entity, or to a new one: that is how one entity is split."""
    old, new = entity_no(c, what["entity"]), entity_no(c, what["to"])
    form = what["alias"]
    if old is None or not number(c, "select count(*) from mentions where entity_no = ? and alias = ?", old, form):
        return False
    if new is None:
        new = (number(c, "select max(entity_no) from entities") or 0) + 1
        c.execute(
            "insert into entities (entity_no, entity_id, name, label, aliases)"
            " select ?, ?, ?, label, [?] from entities where entity_no = ?",
            [new, what["to"], what.get("name") or form, form, old],
        )
    c.execute(
        "update mentions set entity_no = ?, type = (select label from entities where entity_no = ?)"
        " where entity_no = ? and alias = ?",
        [new, new, old, form],
    )
    c.execute(
        "update aliases set entity_id = ?, method = 'by hand', score = 1.0, why = 'Moved by hand.'"
        " where entity_id = ? and alias = ?",
        [what["to"], what["entity"], form],
    )
    _follow(c, old, new, what)
    return True


def _follow(c: Connection, old: int, new: int, what: What) -> None:
    """What rests on a sentence that now names the new entity, and the old one no longer, follows it."""
    moved = (
        "in (select sentence_no from mentions where entity_no = ?) and sentence_no not in"
        " (select sentence_no from mentions where entity_no = ?)"
    )
    for fact in ("quotes", "statements", "unshared", "standings", "descriptions"):
        c.execute(f"update {fact} set entity_no = ? where entity_no = ? and sentence_no {moved}", [new, old, new, old])
    c.execute(
        "update event_participants set entity_no = ? where entity_no = ? and event_no in"
        f" (select event_no from events where sentence_no {moved})",
        [new, old, new, old],
    )
    swap = (what["entity"], what["to"])
    for table, column in NAMED:
        c.execute(
            f"update {table} set {column} = ? where {column} = ? and sentence_no {moved}", [swap[1], swap[0], new, old]
        )
    _swap(c, "events", "participants", *swap, f"sentence_no {moved}", (new, old))
    _answer_as_called(c, new)


def _answer_as_called(c: Connection, no: int) -> None:
    """Whoever answers for statements does so under one name: the entity's. A build takes each story's own for it."""
    row = c.execute("select name from entities where entity_no = ?", [no]).fetchone()
    if row is not None:
        _answer_as(c, no, str(row[0]))


def _answer_as(c: Connection, no: int, name: str) -> None:
    c.execute(
        "insert into answers select distinct (select coalesce(max(step), 0) + 1 from answers), k.claim_id,"
        " f.speaker_group, ? from statements f join claims k on k.claim_no = f.claim_no"
        " where f.entity_no = ? and f.speaker_group <> ?",
        [name, no, name],
    )
    c.execute("update statements set speaker_group = ? where entity_no = ?", [name, no])
    c.execute(
        "update differences set value = f.attribution || ': ' || f.speaker_group from statements f"
        " where differences.kind = 'attribution' and f.claim_no = differences.claim_no"
        " and f.sentence_no = differences.sentence_no and f.entity_no = ?",
        [no],
    )


def _swap(
    c: Connection, table: str, column: str, old: str, new: str, only: str = "true", values: Sequence[int] = ()
) -> None:
    """Put one id for another in a column of lists: each id once, in order. ``only``: a condition on the rows."""
    put = f"list_transform({column}, lambda y: case when y = ? then ? else y end)"
    c.execute(
        f"update {table} set {column} = list_filter({put}, lambda x, i: list_position({put}, x) = i)"
        f" where list_contains({column}, ?) and {only}",
        [old, new, old, new, old, *values],
    )
