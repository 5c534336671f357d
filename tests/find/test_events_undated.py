"""Whether an event happened, told by an article of which only bounds are known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from lib.find.events import find_events
from lib.find.parse import load_model, parse
from lib.find.times import find_times
from lib.schema import Article, Event

Find = Callable[[str, str | None, str | None], Event]


@pytest.fixture(scope="module")
def find() -> Find:
    """The one event of a text that came out from one day on and before another."""
    nlp = load_model()

    def run(text: str, start: str | None, end: str | None) -> Event:
        first, after = (dt.date.fromisoformat(day) if day else None for day in (start, end))
        article = Article(
            "a" * 16, "T", "given", "", "", None, first, after, "unknown", "", "", "", "en", text, 0, "a" * 16, "", "t"
        )
        document = parse(article, [], nlp)
        (event,) = find_events(document, find_times(document), [])
        return event

    return run


@pytest.mark.parametrize(
    ("start", "end", "status"),
    [
        ("2022-01-28", "2025-01-01", "happened"),  # it may have come out in 2024, when the day was long past
        ("2024-01-01", None, "background"),
        (None, "2022-01-20", "planned"),
        (None, "2025-01-01", "happened"),
        (None, None, "happened"),
    ],
)
def test_bounds_say_only_what_holds_for_each_of_their_days(
    start: str | None, end: str | None, status: str, find: Find
) -> None:
    assert find("The fleet was paid on 3 February 2022.", start, end).status == status


def test_a_bound_is_not_called_the_articles_own_date(find: Find) -> None:
    told = find("The fleet was paid on 28 January 2022.", "2024-01-01", "2025-01-01")
    assert told.why.endswith("it ended more than 60 days before the article can have come out.")
    ahead = find("The fleet was paid on 28 January 2022.", None, "2022-01-20")
    assert ahead.why.endswith("planned because the day lies after the article can have come out.")
