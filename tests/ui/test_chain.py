"""How a date was reasoned, in words."""

from lib.schema import ANCHOR_HOW
from lib.ui.chain import ANCHORS


def test_every_day_that_a_date_can_be_counted_from_has_its_words():
    assert set(ANCHORS) == set(ANCHOR_HOW)
