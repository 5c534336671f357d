"""Tables read one article at a time: rows are what they were when they were written."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from lib.build.streams import ByArticle, Growing
from lib.schema import Reading, TimeExpression


def test_rows_inside_of_rows_come_back_as_rows(tmp_path: Path) -> None:
    day = dt.date(2022, 3, 2)
    other = Reading("2022-02-03", dt.date(2022, 2, 3), dt.date(2022, 2, 4), "if the day comes first")
    rows = [
        TimeExpression("a", 0, 0, 8, "3/2/2022", "DATE", "2022-03-02", day, day + dt.timedelta(days=1), "day", None,
                       "explicit", "numeric-date-ambiguous", "is Wed 2 Mar 2022", alternatives, 0.7)
        for alternatives in ((other,), ())
    ]  # fmt: skip
    with Growing("times", tmp_path) as times:
        times.add(rows)
    assert list(ByArticle(TimeExpression, tmp_path / "times.parquet")) == rows
