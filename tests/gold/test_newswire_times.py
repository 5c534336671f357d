"""The news items with time expressions: whole, sound, in two halves of one size."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lib.quality.gather import gather, of_part
from lib.quality.timeml import GoldDocument, read_folder

FOLDER = Path(__file__).parent / "newswire_times"
ITEMS = {part: list(read_folder(FOLDER / part)) for part in ("dev", "test")}
_VALUE = re.compile(
    r"\d{2,4}(?:-(?:\d\d(?:-\d\d)?|W\d\d(?:-WE)?|Q[1-4]|H[12]|SP|SU|FA|WI))?(?:T(?:\d\d:\d\dZ?|MO|MI|AF|EV|NI))?"
    r"|\d{4}/\d{4}|\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d|FY\d{4}|(?:PAST|PRESENT|FUTURE)_REF"
    r"|P(?:[\d.]+|X)(?:[YMWDQ]|DE)|PT(?:(?:[\d.]+|X)[HMS])+|XXXX-(?:W\d\d|SP|SU|FA|WI|WXX-\d|XX-XXTMO)"
)


@pytest.mark.parametrize("part", ["dev", "test"])
def test_a_half_holds_twenty_items_with_their_day(part: str) -> None:
    assert len(ITEMS[part]) == 20
    assert all(item.published is not None for item in ITEMS[part])


@pytest.mark.parametrize("item", [i for items in ITEMS.values() for i in items], ids=lambda item: item.name)
def test_spans_and_values_are_sound(item: GoldDocument) -> None:
    assert len(item.times) >= 8
    for time in item.times:
        words = item.text[time.start : time.end]
        assert words == words.strip(' ,;:"\n'), words
        assert _VALUE.fullmatch(time.value), time.value
        assert time.type in ("DATE", "TIME", "DURATION", "SET")
        assert (time.type == "TIME") == bool(re.search(r"^[\dX-]+T", time.value)) or time.type == "SET"
    assert all(one.end <= two.start for one, two in zip(item.times, item.times[1:], strict=False))


def test_quality_measures_each_half_on_its_own() -> None:
    sets = {s.key: s for s in of_part(gather([]), "dev").sets if s.key.startswith("newswire_times")}
    assert list(sets) == ["newswire_times-dev"]
    assert {d.part for d in sets["newswire_times-dev"].documents} == {"dev"}
