from __future__ import annotations

import datetime as dt
from dataclasses import replace

from lib.link.references import References, link_events, link_quotes
from lib.schema import Event, Quote
from tests.link.mentions import mention

MENTIONS = [
    replace(mention("a", 0, "Ida Marsh", "PERSON"), entity_id="ida-marsh"),
    replace(mention("a", 20, "Marsh", "PERSON"), entity_id="ida-marsh"),
    replace(mention("a", 40, "Oslo", "PLACE"), entity_id="oslo"),
]
EVENT = Event(
    event_id="a:0:10", article_id="a", sentence_id=0, start=10, end=14, date_start=dt.date(2022, 2, 3),
    date_end=dt.date(2022, 2, 4), precision="day", trigger="left", participants=("@0-9", "@7-8", "@20-25", "@40-44"),
    place="@40-44", status="happened", why="left", time_start=30, time_end=36,
)  # fmt: skip
QUOTE = Quote("a", 0, 50, 60, "x" * 10, "direct", "said", "Marsh", 20, 25, "@20-25", "named", 0.9)


def test_participants_once_each_in_order_and_unknown_ones_dropped() -> None:
    (event,) = link_events([EVENT], References.of(MENTIONS))
    assert event.participants == ("ida-marsh", "oslo")
    assert event.place == "oslo"


def test_unknown_place_is_null() -> None:
    (event,) = link_events([replace(EVENT, place="@99-104")], References.of(MENTIONS))
    assert event.place is None


def test_references_are_the_articles_own() -> None:
    (event,) = link_events([replace(EVENT, article_id="b")], References.of(MENTIONS))
    assert event.participants == ()


def test_speaker() -> None:
    (quote,) = link_quotes([QUOTE], References.of(MENTIONS))
    assert quote.speaker_entity_id == "ida-marsh"
    (nobody,) = link_quotes([replace(QUOTE, speaker_entity_id=None)], References.of(MENTIONS))
    assert nobody.speaker_entity_id is None


def test_malformed_reference_is_dropped() -> None:
    (quote,) = link_quotes([replace(QUOTE, speaker_entity_id="@x-y")], References.of(MENTIONS))
    assert quote.speaker_entity_id is None
