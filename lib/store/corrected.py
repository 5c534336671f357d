"""A generation with corrections applied: a copy of its serving file, made once for each set of corrections.

    path = corrected(folder, log.standing())
    Store.open(folder, path)

Corrections name entities, articles and offsets by ids that survive rebuilds. One that finds nothing to correct in this
generation changes nothing, and ``apply`` says so.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from lib.corrections import Correction
from lib.store.engine import SERVING, Connection, writing
from lib.store.regions import drop, restore

FOLDER = ".corrected"
#: Copies of one generation that are kept; older ones are removed when a new one is made.
KEPT = 6
#: Facts whose rows name an entity by its number.
WITH_ENTITY = ("mentions", "quotes", "statements", "standings", "descriptions")
#: Facts whose rows carry the day of publication.
WITH_DAY = (
    "sentences", "mentions", "times", "events", "quotes", "words", "statements", "differences", "nearest",
    "quantities", "standings", "descriptions",
)  # fmt: skip
What = Mapping[str, str]


def corrected(folder: Path, corrections: Sequence[Correction]) -> Path:
    """The serving file under corrections; the plain one where there are none."""
    plain = folder / SERVING
    if not corrections:
        return plain
    place = _place(folder)
    digest = hashlib.sha256("\n".join(c.to_line() for c in corrections).encode()).hexdigest()[:16]
    path = place / f"{digest}.duckdb"
    if not path.exists():
        handle, name = tempfile.mkstemp(dir=place, prefix=".unfinished-", suffix=".duckdb")
        os.close(handle)
        unfinished = Path(name)
        try:
            shutil.copyfile(plain, unfinished)
            with writing(unfinished) as connection:
                apply(connection, corrections)
            os.replace(unfinished, path)
        finally:
            unfinished.unlink(missing_ok=True)
        _prune(place, path)
    return path


def _place(folder: Path) -> Path:
    """Beside the corpus; where that cannot be written (a read-only volume), in the machine's temporary folder."""
    place = folder.parent.parent / FOLDER / folder.name
    try:
        place.mkdir(parents=True, exist_ok=True)
        if os.access(place, os.W_OK):
            return place
    except OSError:
        pass
    known = hashlib.sha256(str(folder).encode()).hexdigest()[:16]
    place = Path(tempfile.gettempdir()) / f"dateline-{os.getuid()}" / known
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    return place


def _prune(place: Path, newest: Path) -> None:
    others = sorted((p for p in place.glob("*.duckdb") if p != newest), key=lambda p: p.stat().st_mtime, reverse=True)
    for path in others[KEPT:]:
        path.unlink(missing_ok=True)


def apply(connection: Connection, corrections: Sequence[Correction]) -> list[bool]:
    """Change the tables; for each correction, whether it found something to correct."""
    found = [APPLY[c.kind](connection, c.what) for c in corrections]
    for statement in _RECOUNT:
        connection.execute(statement)
    return found


def _one(c: Connection, sql: str, *values: object) -> int | None:
    row = c.execute(sql, list(values)).fetchone()
    return int(row[0]) if row else None


def _entity(c: Connection, known: str) -> int | None:
    return _one(c, "select entity_no from entities where entity_id = ?", known)


def _article(c: Connection, known: str) -> int | None:
    return _one(c, "select article_no from articles where article_id = ?", known)


def _merge(c: Connection, what: What) -> bool:
    old, new = _entity(c, what["entity"]), _entity(c, what["into"])
    if old is None or new is None or old == new:
        return False
    for fact in WITH_ENTITY:
        c.execute(f"update {fact} set entity_no = ? where entity_no = ?", [new, old])
    c.execute("update event_participants set entity_no = ? where entity_no = ?", [new, old])
    label = "(select label from entities where entity_no = ?)"
    c.execute(f"update mentions set type = {label} where entity_no = ?", [new, new])
    swap = (what["entity"], what["into"])
    for column in ("actor_entity_id", "place_entity_id"):
        c.execute(f"update quantities set {column} = ? where {column} = ?", [swap[1], swap[0]])
    c.execute("update events set place = ? where place = ?", [swap[1], swap[0]])
    for table, column in (("events", "participants"), ("stories", "names")):
        c.execute(
            f"update {table} set {column} = list_distinct(list_transform({column}, lambda x:"
            f" case when x = ? then ? else x end)) where list_contains({column}, ?)",
            [swap[0], swap[1], swap[0]],
        )
    c.execute(
        "update aliases set entity_id = ?, method = 'by hand', score = 1.0, why = 'Merged by hand.'"
        " where entity_id = ?",
        [swap[1], swap[0]],
    )
    c.execute("delete from entities where entity_no = ?", [old])
    return True


def _rename(c: Connection, what: What) -> bool:
    if (number := _entity(c, what["entity"])) is None:
        return False
    c.execute("update entities set name = ? where entity_no = ?", [what["name"], number])
    return True


def _retype(c: Connection, what: What) -> bool:
    if (number := _entity(c, what["entity"])) is None:
        return False
    c.execute("update entities set label = ? where entity_no = ?", [what["label"], number])
    c.execute("update mentions set type = ? where entity_no = ?", [what["label"], number])
    return True


def _hide(c: Connection, what: What) -> bool:
    if (number := _entity(c, what["entity"])) is None:
        return False
    for fact in ("mentions", "descriptions", "event_participants"):
        c.execute(f"delete from {fact} where entity_no = ?", [number])
    for fact in ("quotes", "statements", "standings"):
        c.execute(f"update {fact} set entity_no = null where entity_no = ?", [number])
    c.execute("delete from aliases where entity_id = ?", [what["entity"]])
    c.execute("delete from entities where entity_no = ?", [number])
    return True


def _alias(c: Connection, what: What) -> bool:
    """Move one surface form to another entity, or to a new one: that is how one entity is split."""
    old, new = _entity(c, what["entity"]), _entity(c, what["to"])
    form = what["alias"]
    if old is None or not _one(c, "select count(*) from mentions where entity_no = ? and alias = ?", old, form):
        return False
    if new is None:
        new = (_one(c, "select max(entity_no) from entities") or 0) + 1
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
    _follow(c, old, new)
    return True


def _follow(c: Connection, old: int, new: int) -> None:
    """What rests on a sentence that now names the new entity, and the old one no longer, follows it."""
    moved = (
        "in (select sentence_no from mentions where entity_no = ?) and sentence_no not in"
        " (select sentence_no from mentions where entity_no = ?)"
    )
    for fact in ("quotes", "statements", "standings", "descriptions"):
        c.execute(f"update {fact} set entity_no = ? where entity_no = ? and sentence_no {moved}", [new, old, new, old])
    c.execute(
        "update event_participants set entity_no = ? where entity_no = ? and event_no in"
        f" (select event_no from events where sentence_no {moved})",
        [new, old, new, old],
    )


def _published(c: Connection, what: What) -> bool:
    if (number := _article(c, what["article"])) is None:
        return False
    day = what["day"]
    c.execute(
        "update articles set published = cast(? as date), published_start = cast(? as date),"
        " published_end = cast(? as date) + 1, published_how = 'given', published_evidence = 'corrected by hand'"
        " where article_no = ?",
        [day, day, day, number],
    )
    for fact in WITH_DAY:
        c.execute(f"update {fact} set published = cast(? as date) where article_no = ?", [day, number])
    c.execute("update sentences set assumed = false where article_no = ?", [number])
    return True


def _date(c: Connection, what: What) -> bool:
    if (number := _article(c, what["article"])) is None:
        return False
    start, end = int(what["start"]), int(what["end"])
    there = "select count(*) from times where article_no = ? and start_at = ? and end_at = ?"
    if not _one(c, there, number, start, end):
        return False
    first, last = what["first"], what["last"]
    precision = "day" if first == last else "range"
    c.execute(
        "update times set date_start = cast(? as date), date_end = cast(? as date) + 1, precision = ?, value = ?,"
        " rule = 'corrected', why = 'Corrected by hand.', score = 1.0"
        " where article_no = ? and start_at = ? and end_at = ?",
        [first, last, precision, first if first == last else f"{first}/{last}", number, start, end],
    )
    c.execute(
        "update events set date_start = cast(? as date), date_end = cast(? as date) + 1, precision = ?, score = 1.0"
        " where article_no = ? and time_start = ? and time_end = ?",
        [first, last, precision, number, start, end],
    )
    return True


def _same(c: Connection, what: What) -> bool:
    claim = _one(c, "select claim_no from claims where claim_id = ?", what["claim"])
    article = _article(c, what["article"])
    if claim is None or article is None:
        return False
    sentence = int(what["sentence"])
    there = "select count(*) from statements f join sentences s on s.sentence_no = f.sentence_no"
    if _one(c, f"{there} where f.claim_no = ? and s.article_no = ? and s.sentence_id = ?", claim, article, sentence):
        return False
    c.execute("delete from nearest where claim_no = ? and article_no = ?", [claim, article])
    # A sentence states one claim: it leaves the one that it was put under.
    c.execute(
        "delete from statements where sentence_no in"
        " (select sentence_no from sentences where article_no = ? and sentence_id = ?)",
        [article, sentence],
    )
    c.execute(
        "insert into statements (sentence_no, article_no, source_id, published, claim_no, attribution, speaker_text,"
        " certainty, standing, differs, why, other_article_id, other_sentence_id, score, start_at, end_at)"
        " select sentence_no, article_no, source_id, published, ?, 'outlet', '', 'stated', 'asserted', false,"
        " 'Put here by hand.', '', 0, 1.0, start_at, end_at from sentences where article_no = ? and sentence_id = ?",
        [claim, article, sentence],
    )
    return True


def _different(c: Connection, what: What) -> bool:
    claim = _one(c, "select claim_no from claims where claim_id = ?", what["claim"])
    article = _article(c, what["article"])
    if claim is None or article is None:
        return False
    sentence = "select sentence_no from sentences where article_no = ? and sentence_id = ?"
    inside = f"claim_no = ? and sentence_no in ({sentence})"
    values = [claim, article, int(what["sentence"])]
    if not _one(c, f"select count(*) from statements where {inside}", *values):
        return False
    for table in ("statements", "differences"):
        c.execute(f"delete from {table} where {inside}", values)
    return True


APPLY: dict[str, Callable[[Connection, What], bool]] = {
    "merge": _merge,
    "rename": _rename,
    "retype": _retype,
    "hide": _hide,
    "alias": _alias,
    "published": _published,
    "date": _date,
    "drop": drop,
    "restore": restore,
    "same": _same,
    "different": _different,
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
    # A claim that fewer than two outlets make is none.
    "delete from statements where claim_no not in"
    " (select claim_no from (select claim_no, count(distinct source_id) as k from statements group by claim_no) x"
    " where x.k > 1)",
    "delete from differences where claim_no not in (select claim_no from statements)",
    "delete from nearest where claim_no not in (select claim_no from statements)",
    "update standings set claim_no = null where claim_no not in (select claim_no from statements)",
    "delete from claims where claim_no not in (select claim_no from statements)",
    "update claims set n_sentences = x.n, n_sources = x.k from"
    " (select claim_no, count(*) as n, count(distinct source_id) as k from statements group by claim_no) x"
    " where x.claim_no = claims.claim_no",
)
