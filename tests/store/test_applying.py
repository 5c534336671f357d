"""A corrected date reaches the claims whose conflict rests on it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from lib.corrections import Correction
from lib.interval import DateInterval, read_day
from lib.schema import Difference
from lib.store.corrected import trial
from lib.store.engine import SERVING, Store
from lib.store.serving import derive
from lib.tables import to_table
from tests.corpora import build

_DIFFERS = (
    "select count(*) from statements f join claims c on c.claim_no = f.claim_no where c.claim_id = ? and f.differs"
)
_DATES = """select a.source_name, d.value, d.why from differences d join articles a on a.article_no = d.article_no
    where d.kind = 'date'"""
#: Article, its outlet, sentence, first and last place of the words, the words, the day.
Side = tuple[str, str, int, int, int, str, str]


@pytest.fixture
def dated(tmp_path: Path) -> tuple[Path, str, Side, Side]:
    """A claim that two outlets date otherwise, and the two."""
    folder = build(tmp_path / "mine", 14)
    with closing(Store.open(folder)) as plain:
        rows = plain.rows(
            "select c.claim_id, a.article_id, a.source_name, s.sentence_id, t.start_at, t.end_at, t.text, t.value"
            " from statements f join claims c on c.claim_no = f.claim_no join times t on t.sentence_no = f.sentence_no"
            " join sentences s on s.sentence_no = f.sentence_no join articles a on a.article_no = f.article_no"
            " order by c.n_sentences desc, c.claim_id, s.sentence_no"
        )
    claim, *one = rows[0]
    other = next(row[1:] for row in rows if row[0] == claim and row[2] != one[1] and row[7] != one[6])
    halves = [
        f"{outlet} dates it {DateInterval.day(read_day(day))}: “{words}”. “{words}” is {day}."
        for _, outlet, *_, words, day in (one, other)
    ]
    differences = [
        Difference(claim, "date", article, sentence, start, end, day, " ".join(halves))
        for article, _, sentence, start, end, _, day in (one, other)
    ]
    pq.write_table(to_table(Difference, differences), folder / "differences.parquet")
    (folder / SERVING).unlink()
    derive(folder)
    return folder, claim, tuple(one), tuple(other)  # type: ignore[return-value]


def _means(side: Side, first: str, last: str) -> Correction:
    article, _, _, start, end, *_ = side
    return Correction.of(
        "date", {"article": article, "start": str(start), "end": str(end), "first": first, "last": last}
    )


def test_a_corrected_day_ends_the_conflict(dated: tuple[Path, str, Side, Side]) -> None:
    folder, claim, one, other = dated
    with trial(folder, []) as plain:
        assert {(source, value) for source, value, _ in plain.rows(_DATES)} == {(s[1], s[6]) for s in (one, other)}
    with trial(folder, [_means(one, other[6], other[6])]) as store:
        assert store.rows(_DATES) == []
        assert store.one("select differences from claims where claim_id = ?", [claim]) == []
        assert store.one(_DIFFERS, [claim]) == 0


def test_a_conflict_that_remains_shows_the_corrected_days(dated: tuple[Path, str, Side, Side]) -> None:
    folder, claim, one, other = dated
    with trial(folder, [_means(one, "2021-12-01", "2021-12-05")]) as store:
        told = store.rows(_DATES)
        assert store.one("select differences from claims where claim_id = ?", [claim]) == ["date"]
    assert {source: value for source, value, _ in told} == {one[1]: "2021-12-01/2021-12-05", other[1]: other[6]}
    half = f"{one[1]} dates it 1–5 Dec 2021: “{one[5]}”. Corrected by hand."
    for _, _, why in told:
        assert half in why
        assert f"“{other[5]}” is {other[6]}." in why
        assert f"“{one[5]}” is" not in why
