"""The measure of stories: its two halves, and scores of a half among all articles."""

from __future__ import annotations

import pytest

from lib.quality.measures.stories import dev_half, of_articles, pairwise


def test_every_second_story_by_its_first_day_is_of_the_dev_half() -> None:
    assert dev_half(["z", "y", "x", "z"], ["2", "3", "4", "1"]) == [True, False, True, True]


def test_a_half_is_scored_with_what_the_other_half_spoils() -> None:
    dev = [True, True, False, False]
    assert of_articles("aaab", "xxyy", dev) == pytest.approx((2 / 3, 1, 4 / 5))
    assert of_articles("aaab", "xxyy", [not one for one in dev]) == pytest.approx((2 / 3, 1 / 2, 4 / 7))
    assert pairwise("aaab", "xxyy", dev) == pytest.approx((1 / 3, 1, 1 / 2))
    assert pairwise("aabb", "xxyy", dev) == (1, 1, 1)
    assert of_articles("", "", []) == (0, 0, 0)
