"""What an article says of copied dates, from the original's rows and its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from lib.find.events import find_events
from lib.find.parse import load_model, parse
from lib.find.times import find_times
from lib.link.copied_dates import Dated, count_from_original, told_in
from lib.link.origins import Body, find_origins
from lib.schema import Article, Copy

WEDNESDAY, THURSDAY = dt.date(2022, 2, 2), dt.date(2022, 2, 3)
BEFORE = (
    "The harbor of Marrow was closed after two ships collided in fog near the northern pier, the port authority of the "
    "island said in a note to all captains. "
)
AFTER = (
    " The larger of the two ships carried grain and the smaller one carried fuel from the refinery at Dunmore to the "
    "islands in the west."
)
Move = Callable[[str, str], Dated | None]


@pytest.fixture(scope="module")
def move() -> Move:
    """The rows of a reprint of Thursday whose original came out on Wednesday; None where nothing moves."""
    nlp = load_model()

    def dated(known: str, text: str, day: dt.date) -> tuple[Dated, Body]:
        article = Article(
            known, known, "given", "", "", day, day, None, "given", "", "", "", "en", text, 0, known, "", "t"
        )
        document = parse(article, [], nlp)
        times = find_times(document)
        body = Body(known, known, day, text, [(s.start, s.end) for s in document.sentences], [])
        return Dated(text, known, times, find_events(document, times, [])), body

    def run(first: str, second: str) -> Dated | None:
        original, one = dated("Tern Agency", BEFORE + first + AFTER, WEDNESDAY)
        reprint, other = dated("Bay Post", BEFORE + second + AFTER, THURSDAY)
        passages: list[Copy] = list(find_origins([one, other]).copies)
        assert passages
        told = [(passage, told_in(passage, original)) for passage in passages]
        return count_from_original(reprint, [(passage, said) for passage, said in told if said is not None])

    return run


def test_a_range_moves_with_both_ends(move: Move) -> None:
    text = "Divers will search the channel of Marrow from Wednesday to Friday, officials said."
    moved = move(text, text)
    assert moved is not None
    (event,) = moved.events
    assert (event.date_start, event.date_end, event.precision) == (WEDNESDAY, dt.date(2022, 2, 5), "range")


def test_an_event_whose_verb_the_reprint_wrote_moves_and_says_when_the_day_lay_ahead(move: Move) -> None:
    told = "Divers will search the wreck for the second anchor of the larger ship on Wednesday, officials said."
    moved = move(told, told.replace("will search", "go down into"))
    assert moved is not None
    dates = {event.trigger: (event.date_start, event.status) for event in moved.events}
    assert dates == {"go": (WEDNESDAY, "planned")}
    assert all("after the article's own date" not in event.why for event in moved.events)


def test_a_date_whose_words_the_reprint_changed_is_its_own(move: Move) -> None:
    told = "Divers will look for the second anchor on Wednesday, and the channel may open again soon after, he said."
    assert move(told, told.replace("Wednesday", "Saturday")) is None


def test_dates_written_in_full_do_not_move(move: Move) -> None:
    told = "Divers will look for the second anchor on 9 February 2022, and the channel may open again soon, he said."
    assert move(told, told) is None
