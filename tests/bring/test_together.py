"""Several at work on one corpus: who adds meanwhile is refused, and nobody takes away what is another's."""

import shutil

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from lib import generation
from lib.bring import Upload, keep, keeping, returns_to, understand
from lib.bring.building import run_build
from lib.bring.inputs import ASIDE, folder_of
from lib.build.lock import CorpusBusyError
from tests import corpora
from tests.build.conftest import STRIKE, TALKS

BEFORE, LATER = "00000000T000000-already-here-{}.jsonl", "20260207T000000-7e570002"
FAILED = (1, {"state": "failed", "words": "the disk is full"})


@pytest.fixture
def corpus(tmp_path):
    """A corpus of three articles that was built from files elsewhere."""
    corpora.build(tmp_path / "mine", n_articles=3)
    return tmp_path / "mine"


def one(text, name="a.txt"):
    return understand([Upload(name, text.encode())])


def inputs(corpus):
    return sorted(path.name for path in folder_of(corpus).iterdir() if path.suffix == ".jsonl")


def titles(corpus):
    return set(pq.read_table(generation.current(corpus) / "articles.parquet")["title"].to_pylist())


def switch_to_later(corpus, n_articles=5):
    """As a build by command would: another generation, current now."""
    other = corpora.build(corpus.parent / "other", n_articles=n_articles)
    shutil.copytree(other, corpus / generation.FOLDER / LATER)
    generation.switch(corpus, LATER)


def instead_of_the_build(monkeypatch, work):
    """``work`` stands for the child process: it gives an exit code and a last line."""
    monkeypatch.setattr(keeping, "run_build", lambda command, progress, cancel: work())


def test_while_one_adds_the_others_are_refused_and_her_articles_are_built(corpus, monkeypatch):
    refused = []

    def second_while_the_build_starts(command, progress, cancel):
        monkeypatch.setattr(keeping, "run_build", run_build)
        refused.append(keep(one(STRIKE, "b.txt"), corpus))
        with pytest.raises(CorpusBusyError, match="already running"):
            returns_to(corpus, generation.current(corpus).name)
        return run_build(command, progress, cancel)

    monkeypatch.setattr(keeping, "run_build", second_while_the_build_starts)
    base, first = generation.current(corpus).name, titles(corpus)
    summary = keep(one(TALKS), corpus)
    assert [found.state for found in refused] == ["refused"]
    assert (summary.state, summary.generation) == ("built", generation.current(corpus).name)
    assert titles(corpus) == first | {"Ministers meet in Vienna over grain exports"}
    had, added = inputs(corpus)
    assert had == BEFORE.format(base)
    assert "-a-txt-" in added


def test_what_the_corpus_had_stays_in_its_inputs_whatever_comes_of_an_addition(corpus, monkeypatch):
    instead_of_the_build(monkeypatch, lambda: FAILED)
    base = generation.current(corpus).name
    assert keep(one(TALKS), corpus).state == "failed"
    assert inputs(corpus) == [BEFORE.format(base)]
    switch_to_later(corpus)
    assert keep(one(TALKS), corpus).state == "failed"
    assert inputs(corpus) == [BEFORE.format(LATER)]
    assert len((folder_of(corpus) / BEFORE.format(LATER)).read_text(encoding="utf-8").splitlines()) == 5
    assert [path.name for path in (folder_of(corpus) / ASIDE).iterdir()] == [BEFORE.format(base)]


def test_another_build_that_is_current_now_is_not_ours(corpus, monkeypatch):
    def fails_while_another_is_built():
        switch_to_later(corpus)
        return FAILED

    instead_of_the_build(monkeypatch, fails_while_another_is_built)
    summary = keep(one(TALKS), corpus)
    assert (summary.state, summary.n_kept, summary.generation) == ("failed", 0, LATER)
    assert [name for name in inputs(corpus) if "already-here" not in name] == []


def test_a_build_that_was_stopped_after_it_switched_keeps_its_inputs(corpus, monkeypatch):
    def stopped_too_late():
        switch_to_later(corpus)
        path = corpus / generation.FOLDER / LATER / "build.parquet"
        facts = pq.read_table(path)
        ours = [{"kind": "input", "name": str(folder_of(corpus) / name), "value": ""} for name in inputs(corpus)]
        pq.write_table(pa.concat_tables([facts, pa.Table.from_pylist(ours, schema=facts.schema)]), path)
        return -9, {"state": "stopped"}

    instead_of_the_build(monkeypatch, stopped_too_late)
    summary = keep(one(TALKS), corpus)
    assert (summary.state, summary.n_kept, summary.generation) == ("built", 1, LATER)
    assert len(inputs(corpus)) == 2


def test_a_new_corpus_begins_with_a_copy(tmp_path, corpus, monkeypatch):
    instead_of_the_build(monkeypatch, lambda: (0, {"state": "built"}))
    base, new = generation.current(corpus).name, tmp_path / "new"
    summary = keep(one(TALKS), new, copy_of=corpus)
    assert (summary.state, summary.before) == ("built", base)
    assert titles(new) == titles(corpus)
    assert inputs(new)[0] == BEFORE.format(base)
    assert keep(one(STRIKE), new, copy_of=corpus).is_built
    assert len(inputs(new)) == 3


@pytest.mark.parametrize("ends", ["failed", "raised"])
def test_a_copy_that_nothing_came_of_leaves_nothing(tmp_path, corpus, monkeypatch, ends):
    def fails():
        if ends == "raised":
            raise OSError("No space left on device")
        return FAILED

    instead_of_the_build(monkeypatch, fails)
    new = tmp_path / "new"
    try:
        assert keep(one(TALKS), new, copy_of=corpus).generation == ""
    except OSError:
        assert ends == "raised"
    assert "new" not in generation.corpora(tmp_path)
    assert generation.generations(new) == []
    assert list(folder_of(new).iterdir()) == []


def test_a_build_of_somebody_else_outlives_a_copy_that_nothing_came_of(tmp_path, corpus, monkeypatch):
    new = tmp_path / "new"

    def fails_while_another_is_built():
        switch_to_later(new)
        return FAILED

    instead_of_the_build(monkeypatch, fails_while_another_is_built)
    assert keep(one(TALKS), new, copy_of=corpus).state == "failed"
    assert generation.current(new).name == LATER
    assert len(titles(new)) == 5


def test_nothing_is_copied_into_a_new_corpus_that_another_is_building(tmp_path, corpus, monkeypatch):
    new, refused = tmp_path / "new", []

    def another_wants_the_name():
        refused.append(keep(one(STRIKE), new, copy_of=corpus))
        assert generation.generations(new) == []
        switch_to_later(new)
        return 0, {"state": "built", "generation": LATER}

    instead_of_the_build(monkeypatch, another_wants_the_name)
    assert keep(one(TALKS), new).generation == LATER
    assert [found.state for found in refused] == ["refused"]
    assert generation.current(new).name == LATER
    assert len(inputs(new)) == 1
