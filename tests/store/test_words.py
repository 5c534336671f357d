"""The words filter finds what a reader sees as the same words, however an outlet's system writes them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from lib.corrections import Correction
from lib.evidence import Mark
from lib.parameters import clean_text
from lib.store import corrected as copies
from lib.store import engine
from lib.store.corrected import corrected, trial
from lib.store.engine import SERVING, OutdatedError, Store, writing
from lib.store.facts import evidence, total
from lib.store.serving import opened
from lib.view import View
from tests.corpora import World, build

SENTENCES = Mark("sentences")
#: One sentence as three systems write it.
PLAIN = '{a}\'s envoy said "no" to Erdoğan in the town hall on {day}.'
TYPESET = "{a}’s envoy said “no” to " + unicodedata.normalize("NFD", "Erdoğan") + " in the town\u00a0hall on {day}."
WRAPPED = "{a}ʼs en\u00advoy said „no‟ to Erdoğan in the\r\n   town\u2009\u200bhall on {day}."
WORLD = World(templates=(PLAIN, TYPESET, WRAPPED), actors=("Russia", "Ukraine"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return build(tmp_path / "mine", 9, world=WORLD)


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    with closing(Store.open(folder)) as opened_store:
        yield opened_store


@pytest.mark.parametrize(
    "text",
    [
        "envoy said \"no\"", "envoy said “no”", "’s envoy", "'S ENVOY", "ʼs envoy", "Erdoğan", "ERDOĞAN",
        unicodedata.normalize("NFD", "Erdoğan"), "in the town hall", "the\ntown\u00a0hall", "en\u00advoy",
    ],
)  # fmt: skip
def test_the_same_words_are_found_however_they_are_written(store: Store, text: str) -> None:
    every = total(store, View(), SENTENCES)
    assert total(store, View(text=text), SENTENCES) == every > 9
    assert len(evidence(store, View(text=text), SENTENCES)) == every


@pytest.mark.parametrize("text", ["Erdogan", "townhall", "envoys", "en voy", "no' to"])
def test_other_words_are_not_found(store: Store, text: str) -> None:
    assert total(store, View(text=text), SENTENCES) == 0


def test_what_opens_is_the_sentence_as_it_was_written(store: Store) -> None:
    passages = {e.passage for e in evidence(store, View(text="russia's envoy"), SENTENCES)}
    assert {p[len("Russia")] for p in passages} == {"'", "’", "ʼ"}
    assert any("en\u00advoy" in p and "the\r\n   town" in p for p in passages)


def test_a_soft_hyphen_in_the_search_joins_its_word() -> None:
    assert clean_text(" en\u00advoy\u200b of\u00a0 the\r\ntown ") == "envoy of the town"


def test_what_is_left_of_a_sentence_is_found_in_the_same_form(folder: Path, store: Store) -> None:
    article, start, text = store.rows(
        "select a.article_id, s.start_at, s.text from sentences s join articles a on a.article_no = s.article_no"
        " where strpos(s.text, chr(173)) > 0 order by s.sentence_no limit 1"
    )[0]
    at = start + text.index(" on ")
    what = {"article": article, "start": str(at), "end": str(start + len(text)), "as": "promo"}
    found = total(store, View(text="Erdoğan in the town hall"), SENTENCES)
    with trial(folder, [Correction.of("drop", what)]) as changed:
        assert total(changed, View(text="Erdoğan in the town hall"), SENTENCES) == found
        assert total(changed, View(text="town hall on"), SENTENCES) == found - 1


def _made_before(folder: Path) -> None:
    """The serving file as it was before it said its format."""
    with writing(folder / SERVING) as file:
        file.execute("update sentences set folded = lower(text)")
        file.execute("drop table serving")


def test_a_file_of_another_version_is_derived_anew(folder: Path) -> None:
    _made_before(folder)
    with pytest.raises(OutdatedError, match=r"another version .* python -m lib\.build ARTICLES --into"):
        Store.open(folder)
    with closing(opened(folder)) as store:
        assert total(store, View(text="Erdoğan in the town hall"), SENTENCES) == total(store, View(), SENTENCES)
    assert not list(folder.glob(".*"))
    made = (folder / SERVING).stat().st_mtime_ns
    opened(folder).close()
    assert (folder / SERVING).stat().st_mtime_ns == made


def test_where_that_cannot_be_the_command_is_named(folder: Path) -> None:
    _made_before(folder)
    (folder / "sentences.parquet").unlink()
    before = (folder / SERVING).read_bytes()
    with pytest.raises(OutdatedError, match=r"python -m lib\.build ARTICLES --into"):
        opened(folder)
    assert (folder / SERVING).read_bytes() == before
    assert not list(folder.glob(".*"))


def test_a_corrected_copy_of_another_format_is_not_used(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = replace(Correction.of("rename", {"entity": "russia", "name": "Russian Federation"}), id="1")
    old = corrected(folder, [one])
    assert corrected(folder, [one]) == old
    monkeypatch.setattr(copies, "FORMAT", engine.FORMAT + 1)
    assert corrected(folder, [one]) != old
