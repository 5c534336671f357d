"""A smoke test: the generated corpus is a true one, and every page is measured."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from lib import schema
from lib.bench.__main__ import section
from lib.bench.generated import SENTENCES, generate
from lib.bench.measure import measure, views
from lib.bench.pages import PAGES as MEASURED
from lib.generation import current
from lib.store.engine import Store
from lib.tables import check
from lib.ui.pages import PAGES


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return generate(tmp_path_factory.mktemp("bench") / "c", 20)


@pytest.fixture(scope="module")
def generated(corpus: Path) -> Iterator[Store]:
    opened = Store.open(current(corpus))
    yield opened
    opened.close()


def test_a_generated_corpus_keeps_the_contract(corpus: Path) -> None:
    folder = current(corpus)
    for table, row in schema.TABLES.items():
        check(row, pq.read_table(folder / f"{table}.parquet"))
    texts = {a["article_id"]: a["text"] for a in pq.read_table(folder / "articles.parquet").to_pylist()}
    for table, column in (("mentions", "text"), ("times", "text"), ("events", "trigger"), ("quotes", "text")):
        for row in pq.read_table(folder / f"{table}.parquet").to_pylist():
            assert texts[row["article_id"]][row["start"] : row["end"]] == row[column], table
    assert len(texts) == 20
    assert pq.read_table(folder / "sentences.parquet").num_rows == 20 * SENTENCES


def test_every_page_is_measured(generated: Store) -> None:
    assert {key for key, page in PAGES.items() if page.filtered} <= set(MEASURED)
    under = views(generated)
    assert len(under) > 8
    some = {name: under[name] for name in ("everything", "top actor")}
    timings = measure(generated, some, repeat=1)
    assert [t.page for t in timings] == list(MEASURED)
    assert all(0 < t.first <= t.slowest for t in timings)
    assert all(t.slowest_view in some for t in timings)
    report = section("generated", generated, timings)
    assert "20 articles" in report
    assert all(f"| {page} |" in report for page in MEASURED)
