"""A smoke test: invented coverage points into its own texts, and comparing it is measured with its growth."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq

from lib.bench.comparing import measure_comparing
from lib.bench.coverage import FILLER, TOLD, cover
from lib.build.relating import story_articles
from lib.relate.stories import find_stories


def test_invented_coverage_points_into_its_texts(tmp_path: Path) -> None:
    tables, _ = cover(tmp_path, 12, 2)
    texts = {a["article_id"]: a["text"] for a in pq.read_table(tables.linked / "articles.parquet").to_pylist()}
    mentions = pq.read_table(tables.draft / "mentions.parquet").to_pylist()
    quantities = pq.read_table(tables.linked / "quantities.parquet").to_pylist()
    assert mentions
    assert quantities
    assert all(texts[r["article_id"]][r["start"] : r["end"]] == r["text"] for r in mentions + quantities)
    assert pq.read_table(tables.draft / "sentences.parquet").num_rows == 12 * (FILLER + TOLD)


def test_its_stories_are_found(tmp_path: Path) -> None:
    tables, told = cover(tmp_path, 60, 4)
    found = find_stories(story_articles(tables)).story_of
    assert len({(told[known], found[known]) for known in told}) == 4


def test_comparing_is_measured_with_its_growth() -> None:
    rows = dict(measure_comparing(((6, 1), (12, 2))))
    assert any("12 articles in 2 stories: stories, claims and ledger" in what for what in rows)
    assert not [what for what, value in rows.items() if "(0 claims" in value]
    assert float(rows["comparing: growth in time ÷ growth in articles"]) > 0
