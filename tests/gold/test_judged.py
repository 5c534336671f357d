"""Invented events as several outlets told them, every pair of sentences judged: what the guides promise."""

import datetime as dt

import pytest

from tests.gold.judged import Judged

#: Folders of one format; the word limits are those that their guide gives.
FOLDERS = {"wire": (250, 450), "desk": (250, 450), "bureau": (350, 600), "courier": (250, 400)}
#: Only for measuring: nothing is chosen by looking at them.
HELD_OUT = {"bureau", "courier"}


@pytest.fixture(scope="module", params=FOLDERS)
def folder(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def judged(folder: str) -> Judged:
    return Judged.of(folder)


def test_articles_are_as_long_as_the_guide_says(judged: Judged, folder: str) -> None:
    low, high = FOLDERS[folder]
    for row in judged.rows:
        assert low <= len(row["text"].split()) <= high, row["title"]
        assert row["title"]


def test_an_event_is_told_by_two_or_three_outlets_within_three_days(judged: Judged) -> None:
    for event, rows in judged.events().items():
        assert len({row["source"] for row in rows}) == len(rows) in {2, 3}, event
        days = [dt.date.fromisoformat(row["published"]) for row in rows]
        assert (max(days) - min(days)).days <= 2, event


def test_an_event_is_in_one_part_and_the_guide_says_which(judged: Judged, folder: str) -> None:
    for event, rows in judged.events().items():
        (part,) = {row["part"] for row in rows}
        assert part == ("test" if folder in HELD_OUT else "dev")
        assert f"| {event} | {part} |" in judged.guide


def test_every_article_is_read_with_its_text_as_written(judged: Judged) -> None:
    assert list(judged.texts) == [row["text"] for row in judged.rows]


def test_each_snippet_stands_once_in_its_article_and_crosses_no_line(judged: Judged) -> None:
    for pair in judged.gold.pairs:
        for side in (pair.a, pair.b):
            file, item = side.article
            assert file == "articles.jsonl"
            assert item is not None
            start, end = side.place(judged.texts[item - 1])
            assert start < end
            assert "\n" not in side.sentence


def test_pairs_are_of_two_articles_of_one_event_and_judged_once(judged: Judged) -> None:
    sentences = []
    for pair in judged.gold.pairs:
        assert pair.a.article != pair.b.article
        assert judged.event(pair.a.article[1]) == judged.event(pair.b.article[1]), pair
        starts = [
            (side.article[1], side.place(judged.texts[(side.article[1] or 0) - 1])[0]) for side in (pair.a, pair.b)
        ]
        sentences.append(frozenset(starts))
    assert len(sentences) == len(set(sentences))


def test_every_two_articles_of_an_event_are_complete_and_share_something(judged: Judged) -> None:
    complete = [frozenset((a[1], b[1])) for a, b in judged.gold.complete]
    assert len(complete) == len(set(complete))
    assert set(complete) == judged.within()
    shared = {frozenset((pair.a.article[1], pair.b.article[1])) for pair in judged.gold.pairs if pair.same}
    assert shared == judged.within()


def test_only_shared_pairs_differ_and_near_misses_say_why(judged: Judged) -> None:
    for pair in judged.gold.pairs:
        assert not pair.differs or pair.same is True, pair
        assert pair.why or pair.same is not False, pair


@pytest.mark.parametrize(("same", "least"), [(True, 6), (False, 8)])
def test_each_event_has_shared_pairs_and_near_misses(judged: Judged, same: bool, least: int) -> None:
    for event in judged.events():
        assert judged.verdicts()[event, same] >= least, event


def test_the_guide_counts_the_articles_and_the_pairs_of_every_event(judged: Judged) -> None:
    for event, rows in judged.events().items():
        (line,) = [line for line in judged.guide.splitlines() if line.startswith(f"| {event} |")]
        counted = [len(rows), *(judged.verdicts()[event, verdict] for verdict in (True, None, False))]
        assert [int(cell) for cell in line.strip("|").split("|")[3:]] == counted, line


def test_no_outlet_writes_in_two_folders() -> None:
    outlets = [source for name in FOLDERS for source in {row["source"] for row in Judged.of(name).rows}]
    assert len(outlets) == len(set(outlets))
