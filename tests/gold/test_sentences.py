"""Our sentences on numbers and on evidence: offsets hold the words, values are in the vocabulary, halves are even."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from lib.schema import HEDGES, STANDINGS

FOLDER = Path(__file__).parent


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("name", ["quantities", "standings"])
class TestSentences:
    def test_offsets_hold_the_words_and_do_not_overlap(self, name: str) -> None:
        for row in rows(name):
            end = 0
            for mark in row[name]:
                assert row["text"][mark["start"] : mark["start"] + len(mark["text"])] == mark["text"], row
                assert mark["start"] >= end
                end = mark["start"] + len(mark["text"])

    def test_the_halves_are_even_and_no_sentence_is_there_twice(self, name: str) -> None:
        parts = Counter(row["part"] for row in rows(name))
        assert set(parts) == {"dev", "test"}
        assert abs(parts["dev"] - parts["test"]) <= 6
        assert len({row["text"] for row in rows(name)}) == len(rows(name))

    def test_there_are_enough_and_traps_among_them(self, name: str) -> None:
        there = [bool(row[name]) for row in rows(name)]
        assert there.count(True) >= 80
        assert there.count(False) >= 25
        assert len(there) >= 100


def test_values_of_quantities_are_in_the_vocabulary() -> None:
    for row in rows("quantities"):
        for mark in row["quantities"]:
            assert mark["hedge"] in (*HEDGES, "?")
            low, high = mark["low"], mark["high"]
            assert not isinstance(low, int | float) or not isinstance(high, int | float) or low <= high
            assert (low is None) <= (mark["hedge"] in ("at most", "?")), row
            assert (high is None) <= (mark["hedge"] in ("at least", "?")), row


def test_each_standing_is_told_at_least_fifteen_times_and_by_whom() -> None:
    told = Counter(mark["status"] for row in rows("standings") for mark in row["standings"])
    assert set(told) == set(STANDINGS)
    assert min(told.values()) >= 15
    for row in rows("standings"):
        assert all(mark["by"] in row["text"] for mark in row["standings"])
