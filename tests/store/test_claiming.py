"""Claims under corrections: those that are touched follow by the build's rules, the others stay as they were built."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from lib.corrections import Correction
from lib.store.corrected import corrected, trial
from lib.store.engine import SERVING, Store
from lib.store.serving import derive
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
    texts = pa.array(map(value, articles.column(column).to_pylist()), articles.schema.field(at).type)
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
