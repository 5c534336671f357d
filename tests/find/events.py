"""Events of a text, with the names that a test gives: what the tests of events share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from lib.find.events import find_events
from lib.find.parse import load_model, parse
from lib.find.times import find_times
from lib.schema import Article, Event, Mention
from lib.tables import to_table

FRIDAY = dt.date(2022, 2, 4)
Names = Sequence[tuple[str, str]]
Find = Callable[..., list[Event]]


def mentions_of(text: str, names: Names) -> list[Mention]:
    """Every place of the names given, so that these tests do not hang on the name finder."""
    found = []
    for name, label in names:
        at = text.find(name)
        while at >= 0:
            found.append(Mention("a" * 16, 0, at, at + len(name), name, label, "", "name", "test", 1.0))
            at = text.find(name, at + 1)
    return sorted(found, key=lambda m: m.start)


def finder() -> Find:
    """A function of text, names and day of publication that gives the events, checked to be rows of their text."""
    nlp = load_model()

    def run(text: str, names: Names = (), published: dt.date | None = FRIDAY) -> list[Event]:
        article = Article(
            "a" * 16,
            "T",
            "given",
            "",
            "",
            published,
            published,
            None,
            "given",
            "",
            "",
            "",
            "en",
            text,
            0,
            "a" * 16,
            "",
            "t",
        )
        document = parse(article, [], nlp)
        events = find_events(document, find_times(document), mentions_of(text, names))
        assert len({e.event_id for e in events}) == len(events)
        for event in events:
            assert text[event.start : event.end] == event.trigger
        to_table(Event, events)
        return events

    return run
