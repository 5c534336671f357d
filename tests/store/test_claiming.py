"""Claims under corrections: those that are touched follow by the build's rules, the others stay as they were built."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from lib.corrections import Correction
from lib.schema import Difference
from lib.store.corrected import corrected, trial
from lib.store.engine import SERVING, Store
from lib.store.serving import derive
from lib.tables import to_table
from tests.corpora import World, build

ELSEWHERE = Correction.of("rename", {"entity": "geneva", "name": "Genève"})
_ALL = "select * exclude (claim_no, story_no) from claims order by claim_id"


def _sentences(store: Store, claim: str) -> list[tuple[str, str, int]]:
    """Outlet, article and sentence of each statement of a claim."""
    return [(source or article, article, sentence) for source, article, sentence in store.rows(
        "select a.source, a.article_id, s.sentence_id from statements f join claims c on c.claim_no = f.claim_no"
        " join articles a on a.article_no = f.article_no join sentences s on s.sentence_no = f.sentence_no"
        " where c.claim_id = ? order by s.sentence_no", [claim])]  # fmt: skip


def _out(claim: str, article: str, sentence: int) -> Correction:
    return Correction.of("different", {"claim": claim, "article": article, "sentence": str(sentence)})


def _rewritten(folder: Path, column: str, value: Callable[[str], str]) -> Path:
    """The generation with another text in a column of each article: ``value`` of the one that stands there."""
    articles = pq.read_table(folder / "articles.parquet")
    at = articles.schema.get_field_index(column)
    texts = pa.array([value(str(text)) for text in articles.column(column).to_pylist()], articles.schema.field(at).type)
    pq.write_table(articles.set_column(at, articles.schema.field(at), texts), folder / "articles.parquet")
    (folder / SERVING).unlink()
    derive(folder)
    return folder


def _without_outlets(tmp_path: Path) -> Path:
    return _rewritten(build(tmp_path / "mine", 14), "source", lambda _: "")


def _with_one_address(tmp_path: Path) -> Path:
    """Three outlets whose names make one address."""
    return build(tmp_path / "mine", 14, world=World(sources=("The Post", "The Post!", "The: Post")))


@pytest.mark.parametrize("folder_of", [_without_outlets, _with_one_address])
def test_outlets_of_a_claim_are_counted_as_the_build_counts_them(
    folder_of: Callable[[Path], Path], tmp_path: Path
) -> None:
    folder = folder_of(tmp_path)
    with closing(Store.open(folder)) as plain, trial(folder, [ELSEWHERE]) as store:
        assert plain.rows(_ALL)
        assert store.rows(_ALL) == plain.rows(_ALL)
        claim = plain.one("select claim_id from claims order by n_sentences desc, claim_id limit 1")
        first, *others = _sentences(plain, claim)
    outlets = {outlet for outlet, _, _ in others}
    assert len(outlets) > 1
    with closing(Store.open(folder, corrected(folder, [_out(claim, *first[1:])]))) as store:
        counted = store.rows("select n_sentences, n_sources from claims where claim_id = ?", [claim])
        assert counted == [(len(others), len(outlets))]


def test_copies_of_one_story_are_one_origin_of_a_corrected_claim(tmp_path: Path) -> None:
    folder = _rewritten(build(tmp_path / "mine", 14), "origin_id", lambda known: known[:-1] + "0")
    with closing(Store.open(folder)) as plain:
        claim = plain.one("select claim_id from claims order by n_sentences desc, claim_id limit 1")
        first, *others = _sentences(plain, claim)
    assert len({article for _, article, _ in others}) > 1
    with trial(folder, [_out(claim, *first[1:])]) as store:
        assert store.one("select n_origins from claims where claim_id = ?", [claim]) == 1


@pytest.fixture
def opposed(tmp_path: Path) -> tuple[Path, str, list[tuple[str, str, int]]]:
    """A claim whose first two sentences give two numbers, the third the first one's; and its sentences."""
    folder = build(tmp_path / "mine", 14)
    with closing(Store.open(folder)) as plain:
        claim = plain.one("select claim_id from claims order by n_sentences desc, claim_id limit 1")
        told = _sentences(plain, claim)[:3]
        starts = [plain.one("select s.start_at from sentences s join articles a on a.article_no = s.article_no"
                            " where a.article_id = ? and s.sentence_id = ?", place[1:]) for place in told]  # fmt: skip
        words = [plain.one("select substr(text, ?, 4) from articles where article_id = ?", [start + 1, article])
                 for start, (_, article, _) in zip(starts, told, strict=True)]  # fmt: skip
    assert len({outlet for outlet, _, _ in told}) == 3
    said = [f"{outlet} says “{word}”" for (outlet, _, _), word in zip(told, words, strict=True)]
    whys = [f"{said[0]}, {said[1]}.", f"{said[0]}, {said[1]}.", f"{said[1]}, {said[2]}."]
    rows = [
        Difference(claim, "number", article, sentence, start, start + 4, value, why)
        for (_, article, sentence), start, value, why in zip(told, starts, ("100", "200", "100"), whys, strict=True)
    ]
    pq.write_table(to_table(Difference, rows), folder / "differences.parquet")
    (folder / SERVING).unlink()
    derive(folder)
    return folder, claim, told


def _differences(store: Store, claim: str) -> list[tuple[str, str]]:
    return store.rows("select a.article_id, d.why from differences d join claims c on c.claim_no = d.claim_no"
                      " join articles a on a.article_no = d.article_no where c.claim_id = ? order by d.sentence_no",
                      [claim])  # fmt: skip


_KINDS = "select differences from claims where claim_id = ?"
_DIFFERS = (
    "select count(*) from statements f join claims c on c.claim_no = f.claim_no where c.claim_id = ? and f.differs"
)


def test_what_differs_from_nobody_that_is_left_is_no_difference(
    opposed: tuple[Path, str, list[tuple[str, str, int]]],
) -> None:
    folder, claim, told = opposed
    with trial(folder, [_out(claim, *told[1][1:])]) as store:
        assert _differences(store, claim) == []
        assert store.one(_KINDS, [claim]) == []
        assert store.one(_DIFFERS, [claim]) == 0
    with trial(folder, [_out(claim, *told[0][1:])]) as store:
        (first, why), (second, same_why) = _differences(store, claim)
        assert (first, second) == (told[1][1], told[2][1])
        assert told[0][0] not in why
        assert told[2][0] in why
        assert why.count("says") == same_why.count("says") == 2
        assert store.one(_KINDS, [claim]) == ["number"]
        assert store.one(_DIFFERS, [claim]) == 2


def test_a_sentence_put_under_another_claim_goes_on_stating_the_first(
    opposed: tuple[Path, str, list[tuple[str, str, int]]],
) -> None:
    folder, claim, told = opposed
    _, article, sentence = told[1]
    with trial(folder, []) as plain:
        other = plain.one("select min(claim_id) from claims where claim_id <> ?", [claim])
        before, told_of_it, told_of_other = (
            _differences(plain, claim),
            _sentences(plain, claim),
            _sentences(plain, other),
        )
    too = Correction.of("same", {"claim": other, "article": article, "sentence": str(sentence)})
    with trial(folder, [too]) as store:
        assert _sentences(store, claim) == told_of_it
        assert _differences(store, claim) == before
        assert sorted(_sentences(store, other)) == sorted([*told_of_other, told[1]])


def test_a_claim_is_called_by_a_sentence_that_states_it(tmp_path: Path) -> None:
    folder = build(tmp_path / "mine", 14)
    with closing(Store.open(folder)) as plain:
        claim, article, sentence = plain.rows(
            "select claim_id, gist_article_id, gist_sentence_id from claims order by n_sentences desc, claim_id limit 1"
        )[0]
    with trial(folder, [_out(claim, article, sentence)]) as store:
        gist, at, number = store.rows(
            "select gist, gist_article_id, gist_sentence_id from claims where claim_id = ?", [claim]
        )[0]
        assert (at, number) in {(a, s) for _, a, s in _sentences(store, claim)}
        assert [(gist,)] == store.rows(
            "select s.text from sentences s join articles a on a.article_no = s.article_no"
            " where a.article_id = ? and s.sentence_id = ?", [at, number])  # fmt: skip
