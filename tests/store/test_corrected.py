"""Corrections change the charts without a rebuild, keep every number conserved, and are undone one by one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from lib.corrections import Correction, keep, read, undo
from lib.evidence import DIMENSIONS, Mark
from lib.store.applying import apply
from lib.store.corrected import applied, corrected, refused, trial
from lib.store.engine import SERVING, Store, writing
from lib.store.facts import count, evidence, total
from lib.view import View
from tests.corpora import build


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return build(tmp_path / "mine", 14)


@pytest.fixture
def plain(folder: Path) -> Iterator[Store]:
    with closing(Store.open(folder)) as store:
        yield store


def _under(folder: Path, *corrections: Correction) -> Store:
    return Store.open(folder, corrected(folder, corrections))


def _mentions(store: Store, entity: str) -> int:
    return total(store, View(), Mark("mentions", (("entity", entity),)))


def _conserved(store: Store) -> None:
    for fact, names in DIMENSIONS.items():
        for name in names:
            if fact in ("nearest", "differences"):
                continue  # counted by claim: tests/test_conservation.py
            for c in count(store, View(), fact, (name,)):
                assert len(evidence(store, View(), c.mark)) == c.n, c.mark


def test_merged_entities_are_counted_as_one(folder: Path, plain: Store) -> None:
    both = _mentions(plain, "russia") + _mentions(plain, "ukraine")
    with closing(_under(folder, Correction.of("merge", {"entity": "ukraine", "into": "russia"}))) as store:
        assert _mentions(store, "russia") == both
        assert not store.rows("select 1 from entities where entity_id = 'ukraine'")
        assert {c.value("entity") for c in count(store, View(), "mentions", ("entity",))} >= {"russia"}
        participants = {c.value("participant") for c in count(store, View(), "events", ("participant",))}
        assert "ukraine" not in participants
        _conserved(store)


def test_an_alias_split_off_becomes_an_entity_of_its_own(folder: Path, plain: Store) -> None:
    split = Correction.of("alias", {"alias": "Russian", "entity": "russia", "to": "russian-envoy", "name": "The envoy"})
    forms = dict(plain.rows("select alias, count(*) from mentions group by alias"))
    with closing(_under(folder, split)) as store:
        assert _mentions(store, "russian-envoy") == forms["Russian"]
        assert _mentions(store, "russia") == forms["Russia"]
        assert store.one("select name from entities where entity_id = 'russian-envoy'") == "The envoy"
        _conserved(store)


def test_a_name_a_type_and_a_hidden_entity(folder: Path) -> None:
    changes = [
        Correction.of("rename", {"entity": "ada-marsh", "name": "Ada M. Marsh"}),
        Correction.of("retype", {"entity": "ada-marsh", "label": "ORG"}),
        Correction.of("hide", {"entity": "geneva"}),
    ]
    with closing(_under(folder, *changes)) as store:
        assert store.rows("select name, label from entities where entity_id = 'ada-marsh'") == [("Ada M. Marsh", "ORG")]
        assert _mentions(store, "geneva") == 0
        assert set(store.rows("select distinct type from mentions where alias = 'Marsh'")) == {("ORG",)}
        _conserved(store)


def test_a_corrected_day_moves_the_article_in_every_table(folder: Path) -> None:
    article = f"{2:016x}"
    with closing(_under(folder, Correction.of("published", {"article": article, "day": "2022-03-05"}))) as store:
        (day,) = store.rows("select distinct cast(s.published as varchar) from sentences s join articles a"
                            " on a.article_no = s.article_no where a.article_id = ?", [article])  # fmt: skip
        assert day == ("2022-03-05",)
        by_day = {c.value("reported-day"): c.n for c in count(store, View(), "articles", ("reported-day",))}
        assert by_day["2022-03-05"] == 1
        days = "select cast(min(published) as varchar), cast(max(published) + 1 as varchar) from articles"
        of_story = f"{days} where story_id = (select story_id from articles where article_id = ?)"
        story = "select cast(date_start as varchar), cast(date_end as varchar) from stories where story_id in"
        told = store.rows(f"{story} (select story_id from articles where article_id = ?)", [article])
        assert told == store.rows(of_story, [article])
        assert told[0][1] == "2022-03-06"
        _conserved(store)


def test_a_corrected_date_moves_its_events(folder: Path, plain: Store) -> None:
    article, start, end = plain.rows(
        "select a.article_id, e.time_start, e.time_end from events e join articles a on a.article_no = e.article_no"
    )[0]
    what = {"article": article, "start": str(start), "end": str(end), "first": "2021-12-01", "last": "2021-12-31"}
    with closing(_under(folder, Correction.of("date", what))) as store:
        found = store.rows("select distinct cast(date_start as varchar), cast(date_end as varchar) from events"
                           " where date_start < date '2022-01-01'")  # fmt: skip
        assert found == [("2021-12-01", "2022-01-01")]
        _conserved(store)


def test_a_stretch_taken_out_and_put_back(folder: Path, plain: Store) -> None:
    article, start, end = plain.rows(
        "select a.article_id, s.start_at, s.end_at from sentences s join articles a on a.article_no = s.article_no"
        " where s.text like '%Russia%' and s.article_no = 3"
    )[0]
    out = Correction.of("drop", {"article": article, "start": str(start), "end": str(end), "as": "promo"})
    back = Correction.of("restore", {"article": article, "start": str(start), "end": str(end)})
    before = total(plain, View(), Mark("mentions"))
    with closing(_under(folder, out)) as store:
        assert total(store, View(), Mark("mentions")) < before
        _conserved(store)
    with closing(_under(folder, out, back)) as store:
        assert total(store, View(), Mark("mentions")) == before
        assert total(store, View(), Mark("sentences")) == total(plain, View(), Mark("sentences"))
        _conserved(store)


def test_sentences_join_and_leave_a_claim(folder: Path, plain: Store) -> None:
    claim, article, sentence = plain.rows(
        "select c.claim_id, a.article_id, s.sentence_id from nearest n join claims c on c.claim_no = n.claim_no"
        " join articles a on a.article_no = n.article_no join sentences s on s.sentence_no = n.sentence_no"
    )[0]
    mark = Mark("statements", (("claim", claim),))
    what = {"claim": claim, "article": article, "sentence": str(sentence)}
    with closing(_under(folder, Correction.of("same", what))) as store:
        assert total(store, View(), mark) == total(plain, View(), mark) + 1
        _conserved(store)
    told = plain.rows(
        "select a.article_id, s.sentence_id from statements f join claims c on c.claim_no = f.claim_no"
        " join articles a on a.article_no = f.article_no join sentences s on s.sentence_no = f.sentence_no"
        " where c.claim_id = ?",
        [claim],
    )
    every = [Correction.of("different", {"claim": claim, "article": a, "sentence": str(s)}) for a, s in told]
    with closing(_under(folder, *every[:-1])) as store:
        # One outlet alone is left: that is no shared claim any more.
        assert not store.rows("select 1 from claims where claim_id = ?", [claim])
        _conserved(store)


def test_what_is_not_there_changes_nothing(folder: Path, plain: Store) -> None:
    lost = [
        Correction.of("merge", {"entity": "nobody", "into": "russia"}),
        Correction.of("rename", {"entity": "nobody", "name": "Somebody"}),
        Correction.of("retype", {"entity": "nobody", "label": "ORG"}),
        Correction.of("hide", {"entity": "nobody"}),
        Correction.of("alias", {"alias": "Nobody", "entity": "russia", "to": "ukraine", "name": ""}),
        Correction.of("published", {"article": "gone", "day": "2022-01-01"}),
        Correction.of(
            "date", {"article": "gone", "start": "0", "end": "3", "first": "2022-01-01", "last": "2022-01-01"}
        ),
        Correction.of("drop", {"article": "gone", "start": "0", "end": "3", "as": "promo"}),
        Correction.of("restore", {"article": "gone", "start": "0", "end": "3"}),
        Correction.of("same", {"claim": "gone", "article": "gone", "sentence": "1"}),
        Correction.of("different", {"claim": "gone", "article": "gone", "sentence": "1"}),
    ]
    copy = folder / "copy.duckdb"
    shutil.copyfile(folder / SERVING, copy)
    with writing(copy) as connection:
        assert apply(connection, lost) == [False] * len(lost)
    with closing(Store.open(folder, copy)) as store:
        for fact in DIMENSIONS:
            assert total(store, View(), Mark(fact)) == total(plain, View(), Mark(fact))


def test_undone_corrections_leave_the_data_as_it_was(folder: Path) -> None:
    corpus = folder.parent.parent
    one = Correction.of("hide", {"entity": "geneva"}, why="a place", who="ada@example.test")
    keep(corpus, one)
    assert corrected(folder, read(corpus).standing()) != folder / SERVING
    undo(corpus, one.id, why="it matters")
    log = read(corpus)
    assert [type(line).__name__ for line in log.lines] == ["Correction", "Undo"]
    assert corrected(folder, log.standing()) == folder / SERVING
    assert [c.id for c in log.standing(1)] == [one.id]


def test_a_corpus_that_cannot_be_written_is_corrected_elsewhere(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("os.access", lambda *_: False)
    path = corrected(folder, [Correction.of("hide", {"entity": "geneva"})])
    assert path.is_relative_to(tmp_path / f"dateline-{__import__('os').getuid()}")
    with closing(Store.open(folder, path)) as store:
        assert _mentions(store, "geneva") == 0


def test_sentences_are_read_in_the_order_of_day_and_place(folder: Path, plain: Store) -> None:
    article, start, end = plain.rows(
        "select a.article_id, s.start_at, s.end_at from sentences s join articles a on a.article_no = s.article_no"
        " where a.article_no = 3 order by s.start_at"
    )[0]
    where = {"article": article, "start": str(start), "end": str(end)}
    moved = plain.one("select article_id from articles where article_no = 2")
    changes = [
        Correction.of("drop", {**where, "as": "promo"}),
        Correction.of("restore", where),
        Correction.of("published", {"article": moved, "day": "2022-03-05"}),
    ]
    with closing(_under(folder, *changes)) as store:
        read = [(e.published is None, e.published, e.article_id) for e in evidence(store, View(), Mark("sentences"))]
        assert read == sorted(read)
        assert read.index((False, store.rows("select max(published) from articles")[0][0], moved)) > len(read) / 2
        places = [e.start for e in evidence(store, View(), Mark("sentences"), article=article)]
        assert places == sorted(places)
        assert places[0] == start
        _conserved(store)


def test_a_trial_leaves_nothing_behind(folder: Path) -> None:
    proposed = Correction.of("hide", {"entity": "geneva"})
    lost = Correction.of("hide", {"entity": "nobody"})
    with trial(folder, [proposed, lost]) as store:
        assert _mentions(store, "geneva") == 0
        assert applied(store) == {proposed.id: True, lost.id: False}
    assert not list((folder.parent.parent / ".corrected").rglob("*.duckdb"))


#: What an earlier version let through, and what nobody has thought of.
UNUSABLE = {
    "a day in another form": ("published", {"article": f"{2:016x}", "day": "20220203"}),
    "a name that is missing": ("rename", {"entity": "russia"}),
    "a number that no column holds": ("drop", {"article": f"{2:016x}", "start": "0", "end": "9" * 25, "as": "promo"}),
    "a number that no engine holds": ("restore", {"article": f"{2:016x}", "start": "0", "end": "9" * 40}),
    "half a character": ("rename", {"entity": "russia", "name": "\ud800"}),
    "no number": ("restore", {"article": f"{2:016x}", "start": "x", "end": "y"}),
}


@pytest.mark.parametrize("case", UNUSABLE)
def test_one_correction_that_cannot_be_applied_stops_no_other(folder: Path, case: str) -> None:
    before, after = Correction.of("hide", {"entity": "geneva"}), Correction.of("hide", {"entity": "ada-marsh"})
    faulty = Correction("faulty", *UNUSABLE[case], why="", who="", when="")
    with trial(folder, [before, faulty, after]) as store, trial(folder, [before, after]) as without:
        assert applied(store) == {before.id: True, "faulty": False, after.id: True}
        assert refused(store) <= {"faulty"}
        assert refused(without) == frozenset()
        for table in ("entities", "mentions", "sentences", "spans", "times", "articles", "aliases"):
            assert store.rows(f"select * from {table} order by all") == without.rows(
                f"select * from {table} order by all"
            )
        _conserved(store)


def test_what_cannot_be_applied_is_told_from_what_finds_nothing(folder: Path) -> None:
    faulty = Correction("faulty", *UNUSABLE["a day in another form"], why="", who="", when="")
    lost = Correction.of("hide", {"entity": "nobody"})
    with trial(folder, [faulty, lost]) as store:
        assert applied(store) == {"faulty": False, lost.id: False}
        assert refused(store) == {"faulty"}


def test_a_stretch_beyond_the_end_of_the_text_is_not_there(folder: Path, plain: Store) -> None:
    article, end = plain.rows("select article_id, length(text) from articles where article_no = 3")[0]

    def out(a: int, b: int) -> Correction:
        return Correction.of("drop", {"article": article, "start": str(a), "end": str(b), "as": "promo"})

    beyond, over, last = out(900_000, 900_010), out(end - 2, end + 1), out(end - 2, end)
    with trial(folder, [beyond, over, last]) as store:
        assert applied(store) == {beyond.id: False, over.id: False, last.id: True}
        assert store.one("select max(end_at) from spans where article_no = 3") == end
