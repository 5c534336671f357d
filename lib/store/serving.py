"""The native file that the app reads, derived from a generation's Parquet.

Facts carry small integers instead of ids, and the source and day that every filter asks for, so that
a filter needs no join. Sorted by day: a span of days is a few neighbouring blocks. ``start`` and
``end`` are reserved words in some engines and are called ``start_at`` and ``end_at`` here.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from filelock import FileLock

from lib.store.copied import OF_COPIES, take_over
from lib.store.engine import FORMAT, SERVING, UNFINISHED, EngineError, Store, Stretches, write
from lib.store.folding import folded
from lib.store.lacking import absent_in, tables_in
from lib.store.leaving_out import TOUCHED, leave_out

#: Beside the generations: held by who derives a serving file. Seconds that others wait for it.
LOCK, PATIENCE = ".deriving", 900

_SLUG = "trim(substr(regexp_replace(lower(source), '[^\\p{L}\\p{N}]+', '-', 'g'), 1, 100), '-')"

#: A sentence as it was written, of its article and its place there.
_TEXT = 'substr(a.text, n.start + 1, n."end" - n.start)'

#: A found row's sentence, for the facts that rest on one.
_SENTENCE = """join articles a on a.article_id = x.article_id
        join sentences s on s.article_no = a.article_no and s.sentence_id = x.sentence_id"""
_WHERE = "s.sentence_no, s.article_no, s.source_id, s.published"

#: Articles beside each other. A fact's claim is its integer, so that what compares claims needs no text.
COMPARED: tuple[str, ...] = (
    """create table claims as
        select cast(row_number() over (order by c.n_sources desc, c.n_sentences desc, c.claim_id) - 1 as integer)
               as claim_no, t.story_no, c.*
        from parquet_claims c left join stories t on t.story_id = c.story_id order by claim_no""",
    f"""create table statements as
        select {_WHERE}, c.claim_no, x.attribution, x.speaker_text,
               nullif(x.speaker_group, '') as speaker_group, e.entity_no, x.certainty, x.standing, x.differs,
               x.why, x.other_article_id, x.other_sentence_id, x.score,
               x.start as start_at, x."end" as end_at
        from parquet_claim_sentences x {_SENTENCE} join claims c on c.claim_id = x.claim_id
        left join entities e on e.entity_id = x.speaker_entity_id
        order by c.claim_no, s.sentence_no, x.start""",
    f"""create table differences as
        select {_WHERE}, c.claim_no, x.kind, x.value, x.why, x.start as start_at, x."end" as end_at
        from parquet_differences x {_SENTENCE} join claims c on c.claim_id = x.claim_id
        order by c.claim_no, s.sentence_no, x.start""",
    f"""create table nearest as
        select {_WHERE}, c.claim_no, x.related, x.why, x.score, x.start as start_at, x."end" as end_at
        from parquet_nearest x {_SENTENCE} join claims c on c.claim_id = x.claim_id
        order by c.claim_no, s.sentence_no""",
    # What was taken over whole from another outlet's article is told there, however it was compared.
    f"""create table unshared as
        select {_WHERE}, x.attribution, x.speaker_text, e.entity_no, x.other_article_id, x.other_sentence_id, x.near,
               x.why, x.score, x.start as start_at, x."end" as end_at
        from parquet_unshared x {_SENTENCE} left join entities e on e.entity_id = x.speaker_entity_id
        where not (s.copied and exists (select 1 from copies c join articles o on o.article_id = c.other_id
                                        where c.article_no = s.article_no and o.source_id <> s.source_id))
        order by s.sentence_no""",
    """create table ledger as
        select cast(row_number() over (order by l.story_id, l.topic, l.ledger_id) - 1 as integer) as ledger_no,
               t.story_no, l.*
        from parquet_ledger l left join stories t on t.story_id = l.story_id order by ledger_no""",
    f"""create table quantities as
        select {_WHERE}, cast(row_number() over (order by s.sentence_no, x.start) - 1 as integer) as quantity_no,
               l.ledger_no, x.low, x.high, x.unit,
               nullif(x.counted, '') as counted, x.counted_text, x.text, x.hedge, x.hedge_text, x.status,
               x.actor_entity_id, x.place_entity_id, x.date_start, x.date_end, x.speaker_text, x.attribution, x.score,
               x.start as start_at, x."end" as end_at
        from parquet_quantities x {_SENTENCE} left join ledger l on l.ledger_id = x.ledger_id
        order by s.sentence_no, x.start""",
    f"""create table standings as
        select {_WHERE}, cast(row_number() over (order by s.sentence_no, x.start) - 1 as integer) as standing_no,
               c.claim_no, x.status as standing, x.text, x.by_text, e.entity_no, x.attribution, x.allegation_start,
               x.allegation_end, x.rule, x.score, x.start as start_at, x."end" as end_at
        from parquet_standings x {_SENTENCE} left join claims c on c.claim_id = x.claim_id
        left join entities e on e.entity_id = x.by_entity_id
        order by s.sentence_no, x.start""",
    f"""create table descriptions as
        select {_WHERE}, e.entity_no, x.lemma, x.pos, x.tie, x.start as start_at, x."end" as end_at
        from parquet_descriptions x {_SENTENCE} join entities e on e.entity_id = x.entity_id
        order by s.sentence_no, x.start""",
)

STATEMENTS: tuple[str | Stretches, ...] = (
    # An outlet's id in a URL. An article without a source belongs to 'unknown'.
    f"""create table sources as
        select cast(row_number() over (order by slug) - 1 as integer) as source_id, slug, name
        from (select slug, min(name) as name from (
                select case when {_SLUG} = '' then 'unknown' else {_SLUG} end as slug,
                       case when source = '' then 'Unknown source' else source end as name
                from parquet_articles) group by slug)""",
    """create table stories as
        select cast(row_number() over (order by date_start nulls last, story_id) - 1 as integer) as story_no, t.*
        from parquet_stories t order by story_no""",
    # Numbered by narrow columns first, then in stretches: a sort that carries all texts does not fit in memory.
    """create temp table numbered_articles as
        select cast(row_number() over (order by published nulls last, article_id) - 1 as integer) as article_no,
               article_id
        from parquet_articles""",
    Stretches(
        "articles",
        f"""select n.article_no, s.source_id, s.name as source_name, t.story_no, a.*
            from parquet_articles a
            join numbered_articles n on n.article_id = a.article_id
            left join stories t on t.story_id = a.story_id
            join sources s on s.slug = case when {_SLUG} = '' then 'unknown' else {_SLUG} end
            where n.article_no >= $first and n.article_no < $past
            order by n.article_no""",
        "select count(*) from numbered_articles",
        20_000,
    ),
    """create temp table numbered_sentences as
        select cast(row_number() over (order by n.article_no, s.sentence_id) - 1 as integer) as sentence_no,
               n.article_no, s.sentence_id, s.start, s."end"
        from parquet_sentences s join numbered_articles n on n.article_id = s.article_id""",
    Stretches(
        "sentences",
        f"""select n.sentence_no, a.article_no, a.source_id, a.story_no, a.published,
                  a.published_how in ('inferred', 'assumed', 'unknown') as assumed,
                  n.sentence_id, n.start as start_at, n."end" as end_at,
                  {_TEXT} as text,
                  {folded(_TEXT)} as folded, false as copied,
                  len(string_split_regex(trim({_TEXT}), '\\s+')) as n_words
           from numbered_sentences n join articles a on a.article_no = n.article_no
           where n.article_no >= $first and n.article_no < $past and a.article_no >= $first and a.article_no < $past
           order by n.sentence_no""",
        "select count(*) from numbered_articles",
        5_000,
    ),
    """create table entities as
        select cast(row_number() over (order by e.entity_id) - 1 as integer) as entity_no, e.*
        from parquet_entities e order by entity_no""",
    "create table aliases as select * from parquet_aliases order by entity_id, n desc, alias",
    """create table mentions as
        select s.sentence_no, s.article_no, s.source_id, s.published, e.entity_no, e.label as type,
               m.role, m.method, m.score, m.text as alias, m.start as start_at, m."end" as end_at
        from parquet_mentions m
        join articles a on a.article_id = m.article_id
        join sentences s on s.article_no = a.article_no and s.sentence_id = m.sentence_id
        join entities e on e.entity_id = m.entity_id
        order by s.sentence_no, m.start""",
    # Rare actors: the sentences that name one, without a scan of the mentions.
    """create table sentence_entities as
        select entity_no, sentence_no, article_no, count(*) as n, max(score) as score
        from mentions group by entity_no, sentence_no, article_no order by entity_no, sentence_no""",
    """create table times as
        select s.sentence_no, s.article_no, s.source_id, s.published, cast(t.start as varchar) as time_start, t.type,
               t.value, t.rule, t.text, t.date_start, t.date_end, t.precision, t.anchor, t.anchor_how, t.why,
               t.alternatives, t.score, t.start as start_at, t."end" as end_at
        from parquet_times t
        join articles a on a.article_id = t.article_id
        join sentences s on s.article_no = a.article_no and s.sentence_id = t.sentence_id
        order by s.sentence_no, t.start""",
    """create table events as
        select cast(row_number() over (order by s.sentence_no, v.start) - 1 as integer) as event_no, v.event_id,
               s.sentence_no, s.article_no, s.source_id, s.published, v.date_start, v.date_end, v.precision, v.trigger,
               v.participants, v.place, v.status, v.why, v.time_start, v.time_end,
               coalesce(t.score, 1.0) as score, v.start as start_at, v."end" as end_at
        from parquet_events v
        join articles a on a.article_id = v.article_id
        join sentences s on s.article_no = a.article_no and s.sentence_id = v.sentence_id
        left join times t on t.sentence_no = s.sentence_no and t.start_at = v.time_start and t.end_at = v.time_end
        order by event_no""",
    """create table event_participants as
        select distinct v.event_no, e.entity_no
        from (select event_no, unnest(participants) as entity_id from events) v
        join entities e on e.entity_id = v.entity_id order by e.entity_no, v.event_no""",
    """create table quotes as
        select cast(row_number() over (order by s.sentence_no, q.start) - 1 as integer) as quote_no,
               s.sentence_no, s.article_no, s.source_id, s.published, e.entity_no, q.kind, q.cue, q.speaker_text,
               q.speaker_start, q.speaker_end, q.attribution, q.text, q.score, q.start as start_at, q."end" as end_at
        from parquet_quotes q
        join articles a on a.article_id = q.article_id
        join sentences s on s.article_no = a.article_no and s.sentence_id = q.sentence_id
        left join entities e on e.entity_id = q.speaker_entity_id
        order by quote_no""",
    """create table words as
        select s.sentence_no, s.article_no, s.source_id, s.published, w.word, w.lemma, w.pos,
               w.start as start_at, w."end" as end_at
        from parquet_words w
        join articles a on a.article_id = w.article_id
        join sentences s on s.article_no = a.article_no and s.sentence_id = w.sentence_id
        order by s.sentence_no, w.start""",
    """create table spans as
        select a.article_no, p.start as start_at, p."end" as end_at, p.kind, p.why
        from parquet_spans p join articles a on a.article_id = p.article_id order by a.article_no, p.start""",
    leave_out(TOUCHED),
    'create table problems as select path, "where" as place, what, why, remedy from parquet_problems',
    """create table copies as
        select a.article_no, c.start as start_at, c."end" as end_at, c.other_id, c.score, c.why
        from parquet_copies c join articles a on a.article_id = c.article_id order by a.article_no, c.start""",
    take_over(OF_COPIES),
    *COMPARED,
    "create table build as select * from parquet_build",
)


def derive(folder: Path) -> None:
    """Write ``serving.duckdb`` beside a generation's Parquet files."""
    tables = tables_in(folder)
    lacking = ", ".join(f"'{name}'" for name in absent_in(tables))
    made = f"create table serving as select {FORMAT} as format, cast([{lacking}] as varchar[]) as lacking"
    write(folder / SERVING, (*STATEMENTS, made), tables)


def opened(folder: Path) -> Store:
    """The store of a generation; its serving file is derived anew first where another version of Dateline made it, or
    it is damaged or gone.

    Raises ``FileNotFoundError`` as ``Store.open`` does, also where the file cannot be made: on a read-only volume, or
    of tables that this version does not read.
    """
    try:
        return Store.open(folder)
    except FileNotFoundError as unusable:
        try:
            _derive_once(folder)
        except (OSError, EngineError):
            raise unusable from None
    return Store.open(folder)


def _derive_once(folder: Path) -> None:
    """Derive a serving file unless somebody else has done so meanwhile: processes that share a folder wait here."""
    with FileLock(folder.parent.parent / LOCK, timeout=PATIENCE):
        try:
            Store.open(folder).close()
        except FileNotFoundError:
            for left in folder.glob(f"{UNFINISHED}*"):  # of a process that died: whoever is alive waits for the lock
                shutil.rmtree(left, ignore_errors=True)
            derive(folder)
