"""The list of articles is in order of day, as they are dated now."""

from __future__ import annotations

import datetime as dt

from lib.ask.overview import article_lines
from lib.corrections import Correction
from lib.store.corrected import trial
from lib.store.engine import Store
from lib.view import View


def test_an_article_with_a_corrected_day_stands_at_that_day(store: Store) -> None:
    lines = article_lines(store, View())
    known = lines[0].article_id
    correction = Correction.of("published", {"article": known, "day": "2022-02-20"})
    with trial(store.folder, [correction]) as after:
        moved = article_lines(after, View())
    days = [line.published for line in moved if line.published]
    assert days == sorted(days)
    assert days[-1] == dt.date(2022, 2, 20)
    # Articles without a day come last; those of one day stay in their order.
    assert [line.article_id for line in moved if line.article_id != known] == [line.article_id for line in lines[1:]]
    assert [line.published is None for line in moved] == sorted(line.published is None for line in moved)
