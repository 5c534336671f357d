"""From a preview to a build and back: what is kept, what stays as it was, what is undone."""

import datetime as dt
import json
import sys
import threading

import pyarrow.parquet as pq
import pytest

from lib.bring import Changes, Upload, building, generations_of, keep, keeping, returns_to, understand
from lib.bring.inputs import ASIDE, folder_of
from lib.build.lock import hold
from lib.generation import NoGenerationError, current
from tests.build.conftest import STRIKE, TALKS, UNDATED, desk_in

HAND = Changes(title="=Walk out <b>", source="The Bay Post", published=dt.date(2022, 2, 6))


def rows(corpus, table="articles"):
    return pq.read_table(current(corpus) / f"{table}.parquet").to_pylist()


def preview_of(*texts, corpus=None):
    return understand([Upload(f"{n}.txt", text.encode()) for n, text in enumerate(texts)], corpus)


def test_bring_correct_add_and_return(tmp_path):
    corpus, steps = tmp_path / "mine", []
    first = keep(preview_of(TALKS, STRIKE).changed(1, HAND), corpus, steps.append, title='Grain "and" ports')
    assert (first.state, first.n_kept, first.before, first.n_articles) == ("built", 2, "", 2)
    assert first.generation == current(corpus).name
    fractions = [step.fraction for step in steps]
    assert fractions == sorted(fractions)
    assert {"reading", "parsing"} <= {step.doing for step in steps}
    by_source = {row["source"]: row for row in rows(corpus)}
    hand = by_source["The Bay Post"]
    assert (hand["title"], hand["source_how"], hand["text"]) == ("=Walk out <b>", "given", STRIKE)
    assert (hand["published"], hand["published_how"], hand["path"]) == (dt.date(2022, 2, 6), "given", "1.txt")
    assert by_source["Harbor Wire"]["published_how"] == "text"
    assert {"kind": "corpus", "name": "title", "value": 'Grain "and" ports'} in rows(corpus, "build")
    (written,) = folder_of(corpus).glob("*.jsonl")
    lines = [json.loads(line) for line in written.read_text(encoding="utf-8").splitlines()]
    assert [line["corrected"] for line in lines] == [[], ["published", "source", "title"]]

    more = preview_of(TALKS, UNDATED, corpus=corpus)
    assert more.articles[0].duplicate_of.startswith("in the corpus: Ministers meet")
    second = keep(more, corpus)
    assert (second.state, second.n_kept, second.n_left_out, second.n_articles) == ("built", 1, 1, 3)
    assert second.before == first.generation

    returns_to(corpus, second.before)
    assert [kept.is_current for kept in generations_of(corpus)] == [False, True]
    assert [kept.n_articles for kept in generations_of(corpus)] == [3, 2]
    assert len(list(folder_of(corpus).glob("*.jsonl"))) == 1
    assert len(list((folder_of(corpus) / ASIDE).glob("*.jsonl"))) == 1
    returns_to(corpus, second.generation)
    assert len(list(folder_of(corpus).glob("*.jsonl"))) == 2
    with pytest.raises(NoGenerationError, match="has no generation"):
        returns_to(corpus, "20200101T000000-00000000")


def test_a_corpus_that_was_built_from_files_elsewhere_keeps_what_it_has(tmp_path):
    desk = desk_in(tmp_path)
    desk.write("talks.txt", TALKS)
    desk.write("undated.txt", UNDATED)
    desk.write("corpus.toml", 'title = "Grain"\nfirst = 2022-02-01\n')
    assert desk.build() == 0
    before = {row["article_id"]: row for row in rows(desk.corpus)}
    for path in desk.inputs.iterdir():
        path.unlink()
    assert keep(preview_of(STRIKE, corpus=desk.corpus), desk.corpus).is_built
    after = {row["article_id"]: row for row in rows(desk.corpus)}
    assert len(after) == 3
    same = ("text", "title", "source", "source_how", "source_evidence", "published", "published_how", "path")
    for known, row in before.items():
        assert {name: after[known][name] for name in same} == {name: row[name] for name in same}
    about = {fact["name"]: fact["value"] for fact in rows(desk.corpus, "build") if fact["kind"] == "corpus"}
    assert about == {"title": "Grain", "first": "2022-02-01"}


def test_nothing_to_keep_changes_nothing(tmp_path):
    summary = keep(preview_of(TALKS).changed(0, Changes(leave_out=True)), tmp_path / "mine")
    assert (summary.state, summary.n_left_out) == ("nothing", 1)
    assert not (tmp_path / "mine").exists()


def test_a_build_that_runs_already_is_waited_for(tmp_path):
    with hold(tmp_path / "mine"):
        summary = keep(preview_of(TALKS), tmp_path / "mine")
    assert summary.state == "refused"
    assert "already running" in summary.words
    assert not folder_of(tmp_path / "mine").exists()


def command(script):
    return lambda corpus: [sys.executable, "-c", script]


SLOW = """
import json, signal, sys, time
signal.signal(signal.SIGTERM, {handler})
print("a library's own words")
print(json.dumps({{"doing": "parsing", "fraction": 0.5, "seconds_left": 3, "done": 1, "total": 2}}), flush=True)
try:
    time.sleep(60)
except KeyboardInterrupt:
    print(json.dumps({{"state": "stopped", "words": "stopped."}}), flush=True)
    sys.exit(130)
"""


@pytest.mark.parametrize("handler", ["signal.default_int_handler", "signal.SIG_IGN"])
def test_stopped_by_hand_leaves_nothing(tmp_path, monkeypatch, handler):
    monkeypatch.setattr(building, "TO_END", 0.5)
    monkeypatch.setattr(keeping, "command_of", command(SLOW.format(handler=handler)))
    seen = threading.Event()
    summary = keep(preview_of(TALKS), tmp_path / "mine", lambda step: seen.set(), seen.is_set)
    assert summary.state == "stopped"
    assert list(folder_of(tmp_path / "mine").glob("*")) == []


def test_a_build_that_dies_says_its_last_words_and_leaves_nothing(tmp_path, monkeypatch):
    script = "import sys; print('the disk is full', file=sys.stderr); sys.exit(1)"
    monkeypatch.setattr(keeping, "command_of", command(script))
    summary = keep(preview_of(TALKS), tmp_path / "mine")
    assert (summary.state, summary.words) == ("failed", "the disk is full")
    assert list(folder_of(tmp_path / "mine").glob("*")) == []


def test_a_real_build_that_is_stopped_leaves_the_last_one(tmp_path):
    corpus = tmp_path / "mine"
    assert keep(preview_of(TALKS), corpus).is_built
    good, inputs = current(corpus), sorted(folder_of(corpus).iterdir())
    parsing = threading.Event()
    summary = keep(
        preview_of(STRIKE), corpus, lambda step: parsing.set() if step.doing == "parsing" else None, parsing.is_set
    )
    assert summary.state == "stopped"
    assert (current(corpus), sorted(folder_of(corpus).iterdir())) == (good, inputs)
    with hold(corpus):
        assert len(rows(corpus)) == 1
